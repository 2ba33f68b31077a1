/*
 * Every command and option of the command line, as tables: the parser, `stoa help`, the man page and the shell
 * completions follow them, and tests/scripts/cli-docs.sh compares.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/vec.h"

/* Name, operands, one line. */
#define CLI_COMMANDS(X)                                                                                   \
    X(review, "PATH...", "review files and folders, \"-\" for standard input, @FILE for a list")          \
    X(checks, "", "list the checks by pillar, with what they examine")                                    \
    X(explain, "ID...", "explain a check or a weakness: sizeof-pointer, CWE-467")                         \
    X(dump, "FILE...", "show how code was read: --tokens, --tree, --ir, --entities, --states or --stats") \
    X(help, "[COMMAND]", "show how to use stoa, or one of its commands")                                  \
    X(version, "", "show the version")

typedef enum CliCommandId {
#define X(name, operands, text) CMD_##name,
    CLI_COMMANDS(X)
#undef X
        CMD_COUNT
} CliCommandId;

enum {
    FOR_REVIEW = 1 << CMD_review,
    FOR_CHECKS = 1 << CMD_checks,
    FOR_EXPLAIN = 1 << CMD_explain,
    FOR_DUMP = 1 << CMD_dump,
    FOR_READING = FOR_REVIEW | FOR_DUMP,
    FOR_ALL = (1 << CMD_COUNT) - 1
};

/* Id, long name, letter or 0, argument or NULL, commands, what completes the argument (a completion below), one line. */
#define CLI_OPTIONS(X)                                                                                       \
    X(FORMAT, "format", 0, "FORMAT", FOR_REVIEW | FOR_CHECKS, FORMATS,                                       \
      "text (default), markdown, json or sarif; for checks: text or json")                                   \
    X(OUTPUT, "output", 'o', "FILE", FOR_REVIEW, FILES, "write the report to FILE, whole or not at all")     \
    X(PILLAR, "pillar", 0, "CWE", FOR_REVIEW | FOR_CHECKS, PILLARS,                                          \
      "only checks under this pillar; may be repeated")                                                      \
    X(CWE, "cwe", 0, "CWE", FOR_REVIEW | FOR_CHECKS, NOTHING,                                                \
      "only checks for this weakness; may be repeated")                                                      \
    X(CHECK, "check", 0, "ID", FOR_REVIEW | FOR_CHECKS, CHECKS, "only this check; may be repeated")          \
    X(SEVERITY, "severity", 0, "LEVEL", FOR_REVIEW, SEVERITIES, "list findings from LEVEL up (default low)") \
    X(FAIL_ON, "fail-on", 0, "LEVEL", FOR_REVIEW, FAIL_LEVELS,                                               \
      "exit with 1 for findings from LEVEL up, or none (default: that of --severity)")                       \
    X(FUEL, "fuel", 0, "PERCENT", FOR_REVIEW, NOTHING,                                                       \
      "work per function, 10 to 1000 (default 100); what it does not reach is undecided")                    \
    X(NO_SOLVER, "no-solver", 0, NULL, FOR_REVIEW, NOTHING,                                                  \
      "do not ask the solver whether the paths of findings are possible")                                    \
    X(JOBS, "jobs", 'j', "N", FOR_READING, NOTHING, "threads (default: one per processor)")                  \
    X(LANG, "lang", 0, "LANG", FOR_READING, LANGUAGES,                                                       \
      "c or c++: language of standard input and of files without a known suffix")                            \
    X(COMPILE_COMMANDS, "compile-commands", 0, "FILE", FOR_READING, FILES,                                   \
      "read the flags of a build from this compile_commands.json")                                           \
    X(NO_COMPILE_COMMANDS, "no-compile-commands", 0, NULL, FOR_READING, NOTHING,                             \
      "do not look for a compile_commands.json")                                                             \
    X(DEFINE, "define", 'D', "NAME[=VALUE]", FOR_READING, NOTHING, "define a macro")                         \
    X(UNDEFINE, "undefine", 'U', "NAME", FOR_READING, NOTHING, "take a macro as not defined")                \
    X(INCLUDE, "include-dir", 'I', "DIR", FOR_READING, FOLDERS, "look for headers in DIR")                   \
    X(EXCLUDE, "exclude", 0, "GLOB", FOR_READING, NOTHING, "leave out paths that match; may be repeated")    \
    X(SKIP_VENDORED, "skip-vendored", 0, NULL, FOR_READING, NOTHING,                                         \
      "leave out folders of other people's code (vendor, third_party, ...)")                                 \
    X(NO_IGNORE, "no-ignore", 0, NULL, FOR_READING, NOTHING, "take what .gitignore names")                   \
    X(TOKENS, "tokens", 0, NULL, FOR_DUMP, NOTHING, "dump the tokens behind the preprocessor")               \
    X(TREE, "tree", 0, NULL, FOR_DUMP, NOTHING, "dump the syntax tree")                                      \
    X(IR, "ir", 0, NULL, FOR_DUMP, NOTHING, "dump the intermediate representation")                          \
    X(ENTITIES, "entities", 0, NULL, FOR_DUMP, NOTHING, "dump functions, calls and declarations")            \
    X(STATES, "states", 0, NULL, FOR_DUMP, NOTHING, "dump what the engine sees in each function")            \
    X(EXACT, "exact", 0, NULL, FOR_DUMP, NOTHING,                                                            \
      "one configuration: names that are not defined are undefined")                                         \
    X(NO_CONTRACTS, "no-contracts", 0, NULL, FOR_DUMP, NOTHING, "without the embedded contracts")            \
    X(STATS, "stats", 0, NULL, FOR_READING, NOTHING, "show figures of the work on standard error")           \
    X(COLOR, "color", 0, "WHEN", FOR_REVIEW | FOR_CHECKS | FOR_EXPLAIN, WHEN,                                \
      "auto (default), always or never; NO_COLOR is respected")                                              \
    X(NO_PROGRESS, "no-progress", 0, NULL, FOR_REVIEW, NOTHING, "no progress line on a terminal")            \
    X(QUIET, "quiet", 'q', NULL, FOR_READING, NOTHING, "no messages but errors, no progress line")           \
    X(HELP, "help", 'h', NULL, FOR_ALL, NOTHING, "show help and exit")                                       \
    X(VERSION, "version", 'V', NULL, FOR_ALL, NOTHING, "show the version and exit")

typedef enum CliOptionId {
#define X(id, name, letter, argument, commands, completion, text) OPT_##id,
    CLI_OPTIONS(X)
#undef X
        OPT_COUNT
} CliOptionId;

/* Words that an argument may be, shown in usage errors and offered by the completions; NULL: anything. */
typedef enum CliCompletion {
    COMPLETE_NOTHING,
    COMPLETE_FILES,
    COMPLETE_FOLDERS,
    COMPLETE_FORMATS,
    COMPLETE_PILLARS,
    COMPLETE_CHECKS,
    COMPLETE_SEVERITIES,
    COMPLETE_FAIL_LEVELS,
    COMPLETE_LANGUAGES,
    COMPLETE_WHEN
} CliCompletion;

typedef struct CliCommandInfo {
    const char *name, *operands, *text;
} CliCommandInfo;

typedef struct CliOptionInfo {
    const char *name;
    char letter;
    const char *argument;
    u32 commands; /* bits of CliCommandId */
    CliCompletion completion;
    const char *text;
} CliOptionInfo;

extern const CliCommandInfo cli_commands[CMD_COUNT];
extern const CliOptionInfo cli_options[OPT_COUNT];

typedef struct CliSetting {
    CliOptionId id;
    const char *value; /* NULL for options without argument */
} CliSetting;

/* A parsed command line. Strings are those of argv. */
typedef struct CliArgs {
    CliCommandId command;
    VEC(CliSetting) settings; /* in the order given */
    VEC(const char *) operands;
    const char *const *argv;
    u32 argc;
    char error[256]; /* what is wrong, or "" */
} CliArgs;

/* Parses argv[1..]. Without the name of a command, the command is review. False: args->error says what is wrong. */
bool cli_parse(CliArgs *args, int argc, char **argv);
void cli_release(CliArgs *args);
bool cli_has(const CliArgs *args, CliOptionId id);
/* The last value given, or `otherwise`. */
const char *cli_value(const CliArgs *args, CliOptionId id, const char *otherwise);
/* The most similar of n words, if any is similar enough to be meant; else NULL. */
const char *cli_similar(const char *word, const char *const *words, u32 n);

#endif
