/*
 * Where the text of a value comes from, as far as one function shows it (util_origin). Called by checks only.
 */
#ifndef CHECKS_UTIL_ORIGIN_H
#define CHECKS_UTIL_ORIGIN_H

#include "checks/check.h"

typedef enum UtilOriginKind {
    ORIGIN_FIXED,   /* nothing but literals, constants and numbers */
    ORIGIN_UNKNOWN, /* something that this function does not show; see why */
    ORIGIN_CHECKED, /* from outside, but the program looks at the text before */
    ORIGIN_OUTSIDE, /* text that somebody outside of the program decides */
} UtilOriginKind;

enum { ORIGIN_STEPS = 8 };

typedef struct UtilOrigin {
    UtilOriginKind kind;
    Undecided why;           /* ORIGIN_UNKNOWN */
    const IrInst *source;    /* ORIGIN_OUTSIDE: the call that brings it in, or NULL for main's arguments */
    const char *from;        /* "the environment", "the command line": completes "comes from" */
    const char *source_name; /* "getenv", "argv" */
    const IrInst *steps[ORIGIN_STEPS]; /* from the sink back to the source */
    u32 n_steps;
} UtilOrigin;

/* Origin of the text that `value` (a pointer to characters, or a string object) has when `at` runs. */
UtilOrigin util_origin(CheckCtx *c, const IrExp *value, const IrInst *at);
/* Adds the way from the source to `at` to a finding as steps. */
void util_origin_steps(CheckCtx *c, Finding *f, const UtilOrigin *o, const IrInst *at,
                       const char *what_happens);

#endif
