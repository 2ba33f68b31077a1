/*
 * `stoa help` and `stoa version`, from the tables of options.h. Called by main.c.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "stoa/stoa.h"

enum { OPTION_COLUMN = 30 };

static void overview(Out *o)
{
    out_s(o,
          "Usage: stoa [COMMAND] [OPTION]... [OPERAND]...\n"
          "Reviews C and C++ source for security and reports by the ten pillars of CWE-1000.\n\nCommands:\n");
    for (u32 i = 0; i < CMD_COUNT; i++) {
        char left[64];
        snprintf(left, sizeof left, "%s %s", cli_commands[i].name, cli_commands[i].operands);
        out_f(o, "  %-18s", left);
        out_wrapped(o, 20, 20, cli_commands[i].text);
    }
    out_s(
        o,
        "\nWithout a command, the operands are reviewed. 'stoa help COMMAND' shows a command's options.\n"
        "Exit status: 0 nothing found, 1 findings, 2 wrong usage or an input that could not be read, 3 internal fault.\n");
}

static void command_help(Out *o, CliCommandId command)
{
    const CliCommandInfo *info = &cli_commands[command];
    out_f(o, "Usage: stoa %s [OPTION]...%s%s\n", info->name, *info->operands ? " " : "", info->operands);
    Sb text;
    sb_init(&text);
    sb_addc(&text, (char)(info->text[0] - 'a' + 'A'));
    sb_adds(&text, info->text + 1);
    sb_addc(&text, '.');
    out_wrapped(o, 0, 0, text.s);
    sb_release(&text);
    out_s(o, "\nOptions:\n");
    for (u32 i = 0; i < OPT_COUNT; i++) {
        const CliOptionInfo *option = &cli_options[i];
        if (!(option->commands & 1u << command))
            continue;
        char left[64];
        int n = option->letter ? snprintf(left, sizeof left, "  -%c, --%s", option->letter, option->name)
                               : snprintf(left, sizeof left, "      --%s", option->name);
        if (option->argument)
            n += snprintf(left + n, sizeof left - (size_t)n, " %s", option->argument);
        out_s(o, left);
        if (n + 2 > OPTION_COLUMN)
            out_c(o, '\n', 1);
        out_c(o, ' ', n + 2 > OPTION_COLUMN ? OPTION_COLUMN : OPTION_COLUMN - (u32)n);
        out_wrapped(o, OPTION_COLUMN, OPTION_COLUMN, option->text);
    }
}

static int finish(Out *o, const CliStream *stream)
{
    return out_finish(o) ? EXIT_CLEAN : cli_write_failed(stream, "standard output");
}

int cli_help(const CliArgs *args)
{
    CliStream stream = {.fd = STDOUT_FILENO};
    Out out;
    const char *about = args->command == CMD_help ? NULL : cli_commands[args->command].name;
    if (args->command == CMD_help && args->operands.n)
        about = args->operands.at[0];
    /* `stoa --help` parses as a review without operands: the overview helps more. */
    if (args->command == CMD_review && (args->argc < 2 || strcmp(args->argv[1], "review") != 0))
        about = NULL;
    if (!about) {
        out_init(&out, cli_write, &stream, false);
        overview(&out);
        return finish(&out, &stream);
    }
    const char *names[CMD_COUNT];
    for (u32 i = 0; i < CMD_COUNT; i++) {
        names[i] = cli_commands[i].name;
        if (strcmp(about, names[i]) == 0) {
            out_init(&out, cli_write, &stream, false);
            command_help(&out, (CliCommandId)i);
            return finish(&out, &stream);
        }
    }
    const char *similar = cli_similar(about, names, CMD_COUNT);
    if (similar)
        return cli_usage_error(CMD_help, "there is no command '%s'; did you mean '%s'?", about, similar);
    return cli_usage_error(CMD_help, "there is no command '%s'", about);
}

int cli_version(const CliArgs *args)
{
    (void)args;
    CliStream stream = {.fd = STDOUT_FILENO};
    Out out;
    out_init(&out, cli_write, &stream, false);
    out_f(&out, "stoa %s\n", stoa_version());
    return finish(&out, &stream);
}
