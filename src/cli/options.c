/*
 * Parses the command line by the tables of options.h. Called by main.c.
 */
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const CliCommandInfo cli_commands[CMD_COUNT] = {
#define X(name, operands, text) {#name, operands, text},
    CLI_COMMANDS(X)
#undef X
};

const CliOptionInfo cli_options[OPT_COUNT] = {
#define X(id, name, letter, argument, commands, completion, text) \
    {name, letter, argument, commands, COMPLETE_##completion, text},
    CLI_OPTIONS(X)
#undef X
};

enum { SIMILAR_MAX = 32 };

/* Number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
static u32 edit_distance(const char *a, const char *b)
{
    u32 rows[3][SIMILAR_MAX + 1];
    u32 n = (u32)strlen(a), m = (u32)strlen(b);
    if (n > SIMILAR_MAX || m > SIMILAR_MAX)
        return SIMILAR_MAX;
    for (u32 j = 0; j <= m; j++)
        rows[0][j] = j;
    for (u32 i = 1; i <= n; i++) {
        u32 *now = rows[i % 3], *before = rows[(i + 2) % 3], *older = rows[(i + 1) % 3];
        now[0] = i;
        for (u32 j = 1; j <= m; j++) {
            u32 best = MIN(before[j] + 1, now[j - 1] + 1);
            best = MIN(best, before[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = MIN(best, older[j - 2] + 1);
            now[j] = best;
        }
    }
    return rows[n % 3][m];
}

const char *cli_similar(const char *word, const char *const *words, u32 n)
{
    const char *best = NULL;
    u32 least = (u32)strlen(word) / 3 + 1;
    for (u32 i = 0; i < n; i++) {
        u32 distance = edit_distance(word, words[i]);
        if (distance <= least && (!best || distance < least)) {
            best = words[i];
            least = distance;
        }
    }
    return best;
}

static bool set_error(CliArgs *args, const char *what, const char *hint)
{
    snprintf(args->error, sizeof args->error, "%s%s%s", what, hint ? "; did you mean " : "",
             hint ? hint : "");
    return false;
}

static bool unknown_option(CliArgs *args, const char *word, int length)
{
    const char *names[OPT_COUNT];
    u32 n = 0;
    for (u32 i = 0; i < OPT_COUNT; i++)
        if (cli_options[i].commands & 1u << args->command)
            names[n++] = cli_options[i].name;
    char name[64], what[128], hint[64];
    snprintf(name, sizeof name, "%.*s", length > 40 ? 40 : length, word);
    snprintf(what, sizeof what, "unknown option '--%s' of '%s'", name, cli_commands[args->command].name);
    const char *similar = cli_similar(name, names, n);
    if (similar)
        snprintf(hint, sizeof hint, "'--%s'?", similar);
    return set_error(args, what, similar ? hint : NULL);
}

static void add_setting(CliArgs *args, u32 id, const char *value)
{
    CliSetting setting = {.id = (CliOptionId)id, .value = value};
    vec_push(&args->settings, setting);
}

/* "--name", "--name=value" or "--name value"; *i is the word's index. */
static bool parse_long(CliArgs *args, u32 *i)
{
    const char *word = args->argv[*i] + 2;
    const char *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    u32 id = 0;
    while (id < OPT_COUNT &&
           (strlen(cli_options[id].name) != length || memcmp(cli_options[id].name, word, length) != 0 ||
            !(cli_options[id].commands & 1u << args->command)))
        id++;
    if (id == OPT_COUNT)
        return unknown_option(args, word, (int)MIN(length, 1000));
    const CliOptionInfo *option = &cli_options[id];
    char what[128];
    if (!option->argument) {
        snprintf(what, sizeof what, "option '--%s' takes no argument", option->name);
        if (equals)
            return set_error(args, what, NULL);
        add_setting(args, id, NULL);
        return true;
    }
    if (!equals && *i + 1 == args->argc) {
        snprintf(what, sizeof what, "option '--%s' needs an argument (%s)", option->name, option->argument);
        return set_error(args, what, NULL);
    }
    add_setting(args, id, equals ? equals + 1 : args->argv[++*i]);
    return true;
}

/* "-x", "-xvalue", "-x value", or several letters without arguments in one word. */
static bool parse_short(CliArgs *args, u32 *i)
{
    for (const char *letter = args->argv[*i] + 1; *letter; letter++) {
        u32 id = 0;
        while (id < OPT_COUNT &&
               (cli_options[id].letter != *letter || !(cli_options[id].commands & 1u << args->command)))
            id++;
        char what[128];
        if (id == OPT_COUNT) {
            snprintf(what, sizeof what, "unknown option '-%c' of '%s'", *letter,
                     cli_commands[args->command].name);
            return set_error(args, what, NULL);
        }
        if (!cli_options[id].argument) {
            add_setting(args, id, NULL);
            continue;
        }
        if (letter[1] == '\0' && *i + 1 == args->argc) {
            snprintf(what, sizeof what, "option '-%c' needs an argument (%s)", *letter,
                     cli_options[id].argument);
            return set_error(args, what, NULL);
        }
        add_setting(args, id, letter[1] ? letter + 1 : args->argv[++*i]);
        return true;
    }
    return true;
}

/* Does the first word look like a command with a typing error? Only if it is no file. */
static bool misspelt_command(CliArgs *args)
{
    const char *names[CMD_COUNT], *word = args->argc > 1 ? args->argv[1] : "-";
    if (word[0] == '-' || word[0] == '@' || strchr(word, '/') || strchr(word, '.') || access(word, F_OK) == 0)
        return false;
    for (u32 i = 0; i < CMD_COUNT; i++)
        names[i] = cli_commands[i].name;
    const char *similar = cli_similar(word, names, CMD_COUNT);
    if (!similar)
        return false;
    char what[128], hint[64];
    snprintf(what, sizeof what, "'%.40s' is neither a command nor a file", word);
    snprintf(hint, sizeof hint, "'%s'?", similar);
    return !set_error(args, what, hint);
}

/* The command that argv[1] names; review if it names none. Gives the index of the first word behind it. */
static u32 parse_command(CliArgs *args)
{
    if (args->argc > 1)
        for (u32 i = 0; i < CMD_COUNT; i++)
            if (strcmp(args->argv[1], cli_commands[i].name) == 0) {
                args->command = (CliCommandId)i;
                return 2;
            }
    args->command = CMD_review;
    return 1;
}

bool cli_parse(CliArgs *args, int argc, char **argv)
{
    *args = (CliArgs){.argv = (const char *const *)argv, .argc = (u32)argc};
    bool operands_only = false;
    u32 first = parse_command(args);
    if (first == 1 && misspelt_command(args))
        return false;
    for (u32 i = first; i < args->argc; i++) {
        const char *word = argv[i];
        if (operands_only || word[0] != '-' || word[1] == '\0')
            vec_push(&args->operands, word);
        else if (strcmp(word, "--") == 0)
            operands_only = true;
        else if (!(word[1] == '-' ? parse_long(args, &i) : parse_short(args, &i)))
            return false;
    }
    return true;
}

void cli_release(CliArgs *args)
{
    vec_release(&args->settings);
    vec_release(&args->operands);
}

bool cli_has(const CliArgs *args, CliOptionId id)
{
    for (u32 i = 0; i < args->settings.n; i++)
        if (args->settings.at[i].id == id)
            return true;
    return false;
}

const char *cli_value(const CliArgs *args, CliOptionId id, const char *otherwise)
{
    for (u32 i = args->settings.n; i-- > 0;)
        if (args->settings.at[i].id == id)
            return args->settings.at[i].value;
    return otherwise;
}
