/*
 * What a review read and what it did not (coverage_): sums over the files that were asked for. Made by review.c;
 * read by report/.
 */
#ifndef REVIEW_COVERAGE_H
#define REVIEW_COVERAGE_H

#include "syntax/project.h"

enum { COVERAGE_PLACES = 10 };

/* A name and how often it stands there. */
typedef struct CoverageName {
    Sym name;
    u32 count;
} CoverageName;

typedef VEC(CoverageName) CoverageNames;

typedef struct Coverage {
    u32 n_files, n_c, n_cxx, n_headers; /* asked for: main files by language, headers */
    u32 n_elsewhere; /* other files that were read: headers outside of what was asked for */
    u64 n_bytes, n_lines;
    u32 n_functions;
    u64 n_tokens;                 /* tokens of the units, left-out ones included */
    u64 n_left_out[SKIP_COUNT];   /* tokens, by reason */
    u32 n_statements, n_unread;   /* statements and declarations; those that could not be read */
    u32 n_written_bodies;         /* read from the written view */
    u32 n_unknown_insts;          /* what could be read but not lowered */
    u32 n_out_of_fuel;            /* functions whose symbolic execution ended early */
    Skip unread[COVERAGE_PLACES]; /* largest unread pieces, by size, then place */
    u32 n_unread_places, n_unread_shown;
    CoverageNames macros;  /* unknown macros that stand as statements, declarations or specifiers, by count */
    CoverageNames missing; /* headers that were named but not found, contracts and system headers aside */
    u32 n_skipped_binary, n_skipped_ignored, n_skipped_vendored;
} Coverage;

/* Share of the tokens that were read, in 1/1000. */
u32 coverage_permille(const Coverage *c);
void coverage_collect(Coverage *c, const Project *p);
void coverage_release(Coverage *c);

#endif
