/*
 * Suppressions (suppress_): comments such as
 *     // stoa: allow CWE-190, sizeof-pointer because the counter wraps on purpose
 * behind the code of a line, or alone on the line above it. Used by review.c; read by report/.
 */
#ifndef REVIEW_SUPPRESS_H
#define REVIEW_SUPPRESS_H

#include "checks/check.h"

enum { SUPPRESS_MAX_TARGETS = 16 };

typedef struct Suppression {
    FileId file;
    Place at;          /* of the comment from "stoa:" on */
    u32 line;          /* line whose findings it suppresses */
    bool all_lines_up; /* stands behind code: also findings that begin earlier and end on the line */
    u16 cwes[SUPPRESS_MAX_TARGETS];   /* 0 where the target is a check */
    int checks[SUPPRESS_MAX_TARGETS]; /* -1 where the target is a weakness */
    u32 n_targets;
    const char *unknown; /* first target that is neither a weakness nor a check, or NULL */
    const char *reason;  /* what stands behind "because"; NULL when missing */
    bool malformed;      /* "stoa:" followed by something else than "allow" and targets */
    u32 n_used;          /* findings it suppressed */
} Suppression;

typedef struct Suppressions {
    VEC(Suppression) all; /* by file, then place */
} Suppressions;

/* Reads the comments of all files that were asked for. Texts go to the arena. */
void suppress_collect(Suppressions *s, const Project *p, Arena *arena);
void suppress_release(Suppressions *s);
/* The suppression that covers a finding of `check` on these lines of a file, or NULL. Does not mark it as used. */
Suppression *suppress_find(Suppressions *s, const CheckInfo *check, FileId file, u32 first_line,
                           u32 last_line);
/* Could the checks that ran have found what the suppression names? If not, nothing can be said about its effect. */
bool suppress_was_tried(const Suppression *s, const bool *checks);

#endif
