/*
 * The commands of the command line (cli_): each takes the parsed arguments and returns the exit status. Called by
 * main.c; they use the library through include/stoa/stoa.h where it is about reviewing.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/options.h"
#include "report/out.h"
#include "source/inputs.h"

/* Exit status. */
enum {
    EXIT_CLEAN = 0,    /* reviewed, nothing at or above --fail-on */
    EXIT_FINDINGS = 1, /* findings at or above --fail-on */
    EXIT_TROUBLE = 2,  /* wrong usage, an input that could not be read, a report that could not be written */
    EXIT_FAULT = 3     /* a fault inside Stoa */
};

int cli_review(const CliArgs *args);
int cli_checks(const CliArgs *args);
int cli_explain(const CliArgs *args);
int cli_dump(const CliArgs *args);
int cli_help(const CliArgs *args);
int cli_version(const CliArgs *args);

/* "stoa: ..." on standard error, with a newline; returns EXIT_TROUBLE. */
int cli_complain(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* The same for wrong usage: adds where to read about the command. */
int cli_usage_error(CliCommandId command, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Position of an option's value among the words, or -1 after a usage error that names them and the one that was probably meant.
 * Not given: `otherwise`. */
int cli_choice(const CliArgs *args, CliOptionId id, const char *const *words, u32 n, int otherwise);
/* Value of an option that takes a number from `least` to `most`; 0 if not given, -1 after a usage error. */
int cli_number(const CliArgs *args, CliOptionId id, int least, int most);
/* Value of --jobs, likewise. */
int cli_jobs(const CliArgs *args);

/* Options for reading inputs (FOR_READING), for cli_review and cli_dump. */
typedef struct CliInputs {
    InputOptions options; /* its lists are the ones below */
    VEC(const char *) exclude, defines, include_dirs;
    Arena arena;
} CliInputs;

/* False after a usage error; to be released in any case. */
bool cli_inputs(const CliArgs *args, CliInputs *out);
void cli_inputs_release(CliInputs *in);

/* --pillar, --cwe and --check, each verified. */
typedef struct CliSelection {
    VEC(const char *) only;
} CliSelection;

/* False after a usage error; out->only is to be released in any case. */
bool cli_selection(const CliArgs *args, CliSelection *out);

/* Are colours wanted on this descriptor: by --color, NO_COLOR, TERM and whether it is a terminal. -1 after a usage error. */
int cli_colour(const CliArgs *args, int fd);

/* Writes to a descriptor, all or nothing of it; an OutWrite. ctx: CliStream. */
typedef struct CliStream {
    int fd;
    int error; /* errno of the failed write, or 0 */
} CliStream;
bool cli_write(void *ctx, const char *bytes, size_t n);
/* After a failed cli_write to standard output: complains, unless the reader has just gone away; returns EXIT_TROUBLE. */
int cli_write_failed(const CliStream *stream, const char *where);

/* A file to write: a regular one gets its new content as a whole, when it is closed, or not at all. */
typedef struct CliFile {
    const char *path; /* as given */
    char *real;       /* behind symbolic links, or NULL */
    char *temporary;  /* NULL when writing directly */
    CliStream stream;
} CliFile;

/* False after a complaint; then there is nothing to close. */
bool cli_file_open(CliFile *f, const char *path);
/* Puts the file in place if all of it was `written`, else forgets it. EXIT_CLEAN, or EXIT_TROUBLE after a complaint. */
int cli_file_close(CliFile *f, bool written);

#endif
