/*
 * What a check says about one violated site (finding_): place, texts, path, witness, repair. Made by
 * check_violated (checks/check.h), completed by the check through the builders below, read by review/ and report/.
 */
#ifndef CHECKS_FINDING_H
#define CHECKS_FINDING_H

#include "base/arena.h"
#include "source/source.h"

/* Name, word in reports and options, SARIF level, SARIF security-severity (the middle of CVSS's qualitative range). */
#define SEVERITIES(X)                     \
    X(NOTE, "note", "note", "1.0")        \
    X(LOW, "low", "note", "3.0")          \
    X(MEDIUM, "medium", "warning", "5.5") \
    X(HIGH, "high", "error", "8.0")       \
    X(CRITICAL, "critical", "error", "9.5")

typedef enum Severity {
#define X(name, word, level, score) SEV_##name,
    SEVERITIES(X)
#undef X
        SEV_COUNT
} Severity;

/* How sure a check is that its violated sites are defects; SARIF calls it precision. */
#define CONFIDENCES(X)  \
    X(MEDIUM, "medium") \
    X(HIGH, "high")     \
    X(VERY_HIGH, "very-high")

typedef enum Confidence {
#define X(name, word) CONF_##name,
    CONFIDENCES(X)
#undef X
        CONF_COUNT
} Confidence;

const char *severity_word(Severity s);
const char *severity_sarif_level(Severity s);
const char *severity_score(Severity s);
/* False when the word names no severity. */
bool severity_of_word(const char *word, Severity *out);
const char *confidence_word(Confidence c);

/* Bytes [loc, end) of one file; end 0 when only the start is known. loc 0: no place. */
typedef struct Place {
    Loc loc, end;
} Place;

/* One step of the path to a finding, in the order of execution. */
typedef struct FindingStep {
    Place at;
    u32 depth;          /* calls entered since the path's first step */
    const char *text;   /* what happens here, a clause without a full stop */
    const char *values; /* "n = 4, size = 3", or NULL */
    struct FindingStep *next;
} FindingStep;

/* Another place worth looking at that is no step of the path, such as a declaration. */
typedef struct FindingRelated {
    Place at;
    const char *text;
    struct FindingRelated *next;
} FindingRelated;

/* One replacement of the repair: the bytes of `range` become `text` (range.loc == range.end inserts). */
typedef struct FindingEdit {
    Place range;
    const char *text;
    struct FindingEdit *next;
} FindingEdit;

/* All strings live in `arena`, which lives as long as the review. In texts, code stands between `backquotes`. */
typedef struct Finding {
    Arena *arena;
    u32 check; /* index into the registry (checks/check.h) */
    u32 unit;  /* index of the unit that showed it */
    Severity severity;
    Place at;             /* where the user wrote it: in a macro's case the invocation */
    Place spelled;        /* inside the macro's definition when that is another place; else loc 0 */
    const char *macro;    /* outermost macro that the code comes from, or NULL */
    const char *function; /* qualified name of the enclosing function, or NULL at file scope */
    const char *message;  /* one sentence: what is wrong here */
    const char *reason;   /* why that matters */
    const char *repair;   /* what to do */
    const char *witness;  /* an input that triggers it, or NULL */
    const char *presence; /* completes "Only ...": "when HAVE_POLL is not defined"; NULL: it always exists */
    FindingStep *steps, *last_step;
    FindingRelated *related, *last_related;
    FindingEdit *edits, *last_edit;
} Finding;

/* The builders copy what they are given and return their finding, so that calls can be chained. */
Finding *finding_severity(Finding *f, Severity s);
Finding *finding_step(Finding *f, Place at, u32 depth, const char *values, const char *fmt, ...)
    PRINTF_LIKE(5, 6);
Finding *finding_related(Finding *f, Place at, const char *fmt, ...) PRINTF_LIKE(3, 4);
Finding *finding_witness(Finding *f, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Replace the text that the descriptor's template made. */
Finding *finding_message(Finding *f, const char *fmt, ...) PRINTF_LIKE(2, 3);
Finding *finding_reason(Finding *f, const char *fmt, ...) PRINTF_LIKE(2, 3);
Finding *finding_repair(Finding *f, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* A replacement that repairs it. Only where applying it blindly keeps the program's other behaviour, and only in
 * text that the user wrote (never inside a macro's expansion). Several edits make one fix; they must not overlap. */
Finding *finding_edit(Finding *f, Place range, const char *text);

#endif
