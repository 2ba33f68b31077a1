/*
 * `stoa dump`: from options to dump_run (dump.h). Called by main.c.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/pool.h"
#include "cli/cli.h"
#include "cli/dump.h"

static int dump(const CliArgs *args, DumpWhat what, const InputOptions *input_options, u32 jobs)
{
    Diags diags;
    diags_init(&diags);
    Inputs *inputs = inputs_new(args->operands.at, args->operands.n, input_options, &diags);
    ProjectOptions options = {
        .jobs = jobs ? jobs : pool_default_jobs(),
        .exact = cli_has(args, OPT_EXACT),
        .no_contracts = cli_has(args, OPT_NO_CONTRACTS),
    };
    bool quiet = cli_has(args, OPT_QUIET);
    errno = 0;
    int code = dump_run(what, inputs, &options, quiet, &diags, stdout);
    if (fflush(stdout) != 0 || code != 0) {
        CliStream failed = {.fd = fileno(stdout), .error = errno ? errno : EIO};
        code = cli_write_failed(&failed, "standard output");
    }
    diags_sort(&diags);
    for (u32 i = 0; i < diags.n; i++)
        if (diags.at[i].level == DIAG_ERROR || (diags.at[i].level == DIAG_WARNING && !quiet))
            cli_complain("%s", diags.at[i].text);
    if (diags.errors)
        code = EXIT_TROUBLE;
    inputs_free(inputs);
    diags_release(&diags);
    return code;
}

int cli_dump(const CliArgs *args)
{
    static const CliOptionId kinds[] = {
        [DUMP_TOKENS] = OPT_TOKENS,     [DUMP_TREE] = OPT_TREE,   [DUMP_IR] = OPT_IR,
        [DUMP_ENTITIES] = OPT_ENTITIES, [DUMP_STATS] = OPT_STATS, [DUMP_STATES] = OPT_STATES,
    };
    u32 given = 0, what = 0;
    for (u32 i = 0; i < LENGTH(kinds); i++)
        if (cli_has(args, kinds[i])) {
            what = i;
            given++;
        }
    if (given != 1)
        return cli_usage_error(
            args->command,
            "say what to dump: one of --tokens, --tree, --ir, --entities, --states and --stats");
    if (args->operands.n == 0)
        return cli_usage_error(args->command,
                               "nothing to dump: name files or folders, or '-' for standard input");
    CliInputs inputs;
    int jobs = cli_jobs(args), code = EXIT_TROUBLE;
    if (jobs >= 0 && cli_inputs(args, &inputs))
        code = dump(args, (DumpWhat)what, &inputs.options, (u32)jobs);
    if (jobs >= 0)
        cli_inputs_release(&inputs);
    return code;
}
