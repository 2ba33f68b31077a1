/*
 * A review (review_): from inputs to a ledger and an ordered list of findings. Made by cli/ and by the library's public
 * interface; read by report/. The result does not depend on the number of threads.
 */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "checks/check.h"
#include "checks/run.h"
#include "engine/facts.h"
#include "review/coverage.h"
#include "review/suppress.h"
#include "syntax/project.h"

/* Stages, for a progress line. */
typedef enum ReviewStage { REVIEW_READING, REVIEW_CHECKING, REVIEW_DONE } ReviewStage;
/* Called from any thread, one call at a time: `done` of `total` units of the stage. */
typedef void ReviewProgress(void *ctx, ReviewStage stage, u32 done, u32 total);

typedef struct ReviewOptions {
    u32 jobs;
    const bool *checks; /* by check index, borrowed for the call; NULL: all */
    Severity minimum;   /* findings below it are counted, not listed */
    u32 fuel_percent;   /* of symbolic execution; 0 means 100 */
    bool no_solver;
    ReviewProgress *progress;
    void *progress_ctx;
} ReviewOptions;

/* A finding with what review/ added. */
typedef struct ReviewFinding {
    const Finding *finding;
    const CheckInfo *info;
    u32 pillar; /* of info->cwe */
    const char *path;
    Position start, end;           /* end: behind the last byte, on the start's line or a later one */
    char fingerprint[33];          /* hexadecimal; does not change when lines move */
    const Suppression *suppressed; /* or NULL */
} ReviewFinding;

typedef struct Review {
    Project *project;
    ContractDb *contracts;
    ProjectFacts *facts; /* NULL when no check needs them */
    Diags *diags;        /* borrowed */
    CheckRun *run;
    bool *checks; /* by check index: was it run? */
    Severity minimum;
    VEC(ReviewFinding) findings;   /* listed: by path, line, column, weakness, check, message */
    VEC(ReviewFinding) suppressed; /* in the same order */
    u32 *first_of_check;           /* by check: index of its first entry in findings; 0 if it has none */
    LedgerCell *ledger;            /* by check, over the files that were asked for */
    u32 n_below[SEV_COUNT];        /* findings below the minimum, by severity */
    u32 n_elsewhere;               /* findings in files that were read but not asked for */
    Suppressions suppressions;
    Coverage coverage;
    Arena arena;
} Review;

/* Reads and checks everything. The inputs and diags must live as long as the review. Never NULL. */
Review *review_new(Inputs *inputs, const ReviewOptions *options, Diags *diags);
void review_free(Review *r);

/* Findings of at least this severity, suppressed ones aside, listed or not. */
u32 review_count(const Review *r, Severity at_least);
/* First finding in the order of review.findings, from *i on, with this pillar; moves *i behind it. NULL at the end. */
const ReviewFinding *review_next_of_pillar(const Review *r, u32 pillar, u32 *i);
/* Sums of the ledger over the checks of one pillar that ran, and how many these are. */
LedgerCell review_pillar_ledger(const Review *r, u32 pillar, u32 *n_checks);

#endif
