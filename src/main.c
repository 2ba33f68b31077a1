/*
 * Entry of the command line: parses it and hands over to one of the commands of cli/.
 * Nothing calls this.
 */
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
