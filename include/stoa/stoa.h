/* libstoa: security review of C and C++ source, by the ten pillars of CWE-1000.
 * The whole public interface. A review is configured, given its inputs, run once, and then written out in as many
 * formats as wanted; the command line `stoa` is a client of this header.
 *
 *     StoaReview *review = stoa_review_new();
 *     stoa_review_add_path(review, "src");
 *     if (stoa_review_run(review) == STOA_OK)
 *         stoa_review_print(review, STOA_FORMAT_SARIF, stdout);
 *     stoa_review_free(review);
 *
 * A StoaReview belongs to one thread at a time; different reviews are independent of each other. Strings that go in
 * are copied, strings that come out belong to the review. The library never writes to stdout or stderr by itself and
 * reads no environment variable; only when memory runs out does it end the process. The same inputs and options give
 * the same bytes. */
#ifndef STOA_STOA_H
#define STOA_STOA_H

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define STOA_API __attribute__((visibility("default")))
#else
#define STOA_API
#endif

typedef enum StoaStatus {
    STOA_OK = 0,
    STOA_UNREADABLE, /* at least one input could not be read; the others were reviewed */
    STOA_USAGE,      /* an argument or the order of calls was wrong; nothing was changed */
    STOA_WRITE,      /* the report could not be written as a whole */
} StoaStatus;

typedef enum StoaLanguage {
    STOA_LANGUAGE_AUTO = 0, /* by file name; C for a buffer whose name says nothing */
    STOA_LANGUAGE_C,
    STOA_LANGUAGE_CXX,
} StoaLanguage;

typedef enum StoaFormat {
    STOA_FORMAT_TEXT = 0,
    STOA_FORMAT_MARKDOWN,
    STOA_FORMAT_JSON,
    STOA_FORMAT_SARIF,
} StoaFormat;

typedef enum StoaSeverity {
    STOA_SEVERITY_NOTE = 0,
    STOA_SEVERITY_LOW,
    STOA_SEVERITY_MEDIUM,
    STOA_SEVERITY_HIGH,
    STOA_SEVERITY_CRITICAL,
} StoaSeverity;

typedef enum StoaStage {
    STOA_STAGE_READING,  /* `total` inputs are being read and parsed */
    STOA_STAGE_CHECKING, /* `done` of `total` units have been checked */
    STOA_STAGE_DONE,
} StoaStage;

/* Called during stoa_review_run, from any thread but never from two at once. */
typedef void StoaProgress(void *data, StoaStage stage, size_t done, size_t total);

/* All options; stoa_options_init gives the defaults. `size` tells the library which fields the caller knows. */
typedef struct StoaOptions {
    size_t size;                   /* sizeof(StoaOptions) */
    unsigned threads;              /* 0: one per processor; the report does not depend on it */
    StoaSeverity minimum_severity; /* findings below it are counted, not listed; default STOA_SEVERITY_LOW */

    /* What to look for: pillars and weaknesses ("CWE-295"), ids of checks ("sizeof-pointer"). A check runs if any of them
     * selects it, a pillar selecting all below it; none: every check. */
    const char *const *only;
    size_t only_count;

    StoaLanguage language; /* of standard input and of files whose names say nothing */
    const char
        *compile_commands;      /* file, or folder that holds it; NULL: looked for in and around the inputs */
    int no_compile_commands;    /* nonzero: do not look for one */
    int no_ignore;              /* nonzero: take what .gitignore names */
    int skip_vendored;          /* nonzero: leave out folders of other people's code */
    const char *const *exclude; /* patterns of paths to leave out */
    size_t exclude_count;
    const char *const *defines; /* "NAME", "NAME=VALUE"; "-UNAME" undefines; in order */
    size_t defines_count;
    const char *const *include_dirs;
    size_t include_dirs_count;

    StoaProgress *progress;
    void *progress_data;

    /* Recorded in SARIF only: the exit status of a command that fails (with 1) for findings of at least this StoaSeverity, a
     * value above all of them for never. -1, the default: no command, no exit status. */
    int fail_on;

    /* Functions are executed symbolically for so long as their fuel lasts, which depends on their size and never on a clock.
     * 10 to 1000; 0 means 100. What the work does not reach is undecided. */
    unsigned fuel_percent;
    int no_solver; /* nonzero: whether the path of a finding is possible is not put to the solver */
} StoaOptions;

/* One violated site. `line` and `column` count from 1, columns in bytes. `fingerprint` is stable when code moves. */
typedef struct StoaFinding {
    const char *check;
    int cwe;
    int pillar; /* the CWE id of the pillar, for example 664 */
    StoaSeverity severity;
    const char *path;
    unsigned line;
    unsigned column;
    const char *message;
    const char *reason;
    const char *repair;
    const char *fingerprint;
    const char *suppressed; /* the reason given in the source, or NULL when it is not suppressed */
} StoaFinding;

/* One check's ledger: examined == safe + violated + undecided. */
typedef struct StoaLedger {
    const char *check;
    int cwe;
    int pillar;
    size_t examined;
    size_t safe;
    size_t violated;
    size_t undecided;
} StoaLedger;

typedef enum StoaLevel { STOA_LEVEL_NOTE, STOA_LEVEL_WARNING, STOA_LEVEL_ERROR } StoaLevel;

/* Something about the inputs that the user should know. An error means that one could not be read. */
typedef struct StoaMessage {
    StoaLevel level;
    const char *path; /* or NULL */
    unsigned line;    /* 0: none */
    const char *text;
} StoaMessage;

typedef struct StoaReview StoaReview;

/* The library's version, "MAJOR.MINOR.PATCH". */
STOA_API const char *stoa_version(void);

STOA_API void stoa_options_init(StoaOptions *options);

/* Free it with stoa_review_free, which accepts NULL. */
STOA_API StoaReview *stoa_review_new(void);
STOA_API void stoa_review_free(StoaReview *review);

/* Why the last call on this review failed, one line without newline; "" if it did not. */
STOA_API const char *stoa_review_error(const StoaReview *review);

/* Copies the options; before stoa_review_run. STOA_USAGE, among others, for a selection that names nothing known. */
STOA_API StoaStatus stoa_review_set_options(StoaReview *review, const StoaOptions *options);

/* Inputs. A path is a file, a folder, "-" for standard input, or "@FILE" for a list of paths; a buffer is source text
 * under a name that need not exist on disk. */
STOA_API StoaStatus stoa_review_add_path(StoaReview *review, const char *path);
STOA_API StoaStatus stoa_review_add_buffer(StoaReview *review, const char *name, const char *data,
                                           size_t size, StoaLanguage language);

/* Reviews everything that was added; once per review. STOA_UNREADABLE still leaves results to be read. */
STOA_API StoaStatus stoa_review_run(StoaReview *review);

/* Results, after a run, in report order: findings, then those that the source suppresses. NULL at or above the count. */
STOA_API size_t stoa_review_finding_count(const StoaReview *review);
STOA_API const StoaFinding *stoa_review_finding(const StoaReview *review, size_t index);
STOA_API size_t stoa_review_ledger_count(const StoaReview *review);
STOA_API const StoaLedger *stoa_review_ledger(const StoaReview *review, size_t index);
STOA_API size_t stoa_review_message_count(const StoaReview *review);
STOA_API const StoaMessage *stoa_review_message(const StoaReview *review, size_t index);
/* Findings of at least this severity that are not suppressed. */
STOA_API size_t stoa_review_count_at_least(const StoaReview *review, StoaSeverity severity);

/* Takes `size` bytes of a report; returns 0 when they could not be written, after which it is not called again. */
typedef int StoaWrite(void *data, const char *bytes, size_t size);

/* Writes the report; `colour` (text only) uses the escape sequences of terminals. STOA_WRITE when that failed. */
STOA_API StoaStatus stoa_review_write(StoaReview *review, StoaFormat format, int colour, StoaWrite *write,
                                      void *data);
STOA_API StoaStatus stoa_review_print(StoaReview *review, StoaFormat format, FILE *out);

#ifdef __cplusplus
}
#endif

#endif
