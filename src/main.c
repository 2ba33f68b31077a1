/*
 * Entry of the command line: parses it and hands over to one of the commands of cli/.
 * Nothing calls this.
 */
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli/cli.h"

static int run_command(const CliArgs *args)
{
    if (cli_has(args, OPT_HELP))
        return cli_help(args);
    if (cli_has(args, OPT_VERSION))
        return cli_version(args);
    switch (args->command) {
#define X(name, operands, text) \
    case CMD_##name: return cli_##name(args);
        CLI_COMMANDS(X)
#undef X
    case CMD_COUNT: break;
    }
    return EXIT_FAULT;
}

/* A review touches some ten bytes of memory for each byte of source. Having the kernel clear that in small pages, again for each
 * unit, costs as much as parsing: so the heap is one range on huge pages where there are any, and is kept until the end. All of
 * this is advice to the C library and the kernel; nothing depends on its being taken. */
static void prepare_heap(void)
{
    enum { HEAP_STEP = 256 << 20, HUGE_PAGE = 2 << 20 };
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, HEAP_STEP);
    char *begin = sbrk(0);
    void *volatile first =
        malloc(4096); /* takes the first step; volatile, or the compiler leaves the pair out */
    free(first);
    char *end = sbrk(0);
    begin += HUGE_PAGE - ((uintptr_t)begin & (HUGE_PAGE - 1));
    if (begin < end)
        madvise(begin, (size_t)(end - begin), MADV_HUGEPAGE);
}

int main(int argc, char **argv)
{
    prepare_heap();
    /* A reader that goes away is a failed write, which is seen where it happens. */
    signal(SIGPIPE, SIG_IGN);
    CliArgs args;
    int code;
    if (cli_parse(&args, argc, argv))
        code = run_command(&args);
    else
        code = cli_usage_error(args.command, "%s", args.error);
    cli_release(&args);
    return code;
}
