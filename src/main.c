/*
 * Entry of the command line: parses it and hands over to one of the commands of cli/.
 * Nothing calls this.
 */
#include <malloc.h>
#include <signal.h>

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

int main(int argc, char **argv)
{
    /* Unit after unit takes and gives back megabytes: keep them in the process instead of having the kernel clear
     * them each time. */
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 4 << 20);
    mallopt(M_ARENA_MAX, 1);
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
