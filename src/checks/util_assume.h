/*
 * "What does this function do when the call gives that value?" (util_assume_): walks the current function's graph from a
 * call on, with the branches decided that depend on what is assumed and nothing else. Called by checks only.
 */
#ifndef CHECKS_UTIL_ASSUME_H
#define CHECKS_UTIL_ASSUME_H

#include "checks/check.h"

/* The result of `call` (when it is not NULL), or what `var` holds from the start of the walk on, is `value`. */
typedef struct UtilAssume {
    const IrInst *call;
    const IrVar *var;
    i64 value;
} UtilAssume;

/* Value of an expression that consists of constants and of what is assumed. False: something else takes part. */
bool util_assume_eval(CheckCtx *c, const IrExp *e, const UtilAssume *a, u32 n, i64 *out);

/* Does the way end here, as far as the question goes? */
typedef bool UtilAssumeStop(CheckCtx *c, const IrInst *i, void *ctx);

/*
 * Is there a way from behind `from` to a return, or back to `from`, without an instruction that stops it? Gives where it ends
 * (a RETURN, or `from`), NULL when there is none. Both sides of a branch are taken unless what is assumed decides it. Linear.
 */
const IrInst *util_assume_walk(CheckCtx *c, const IrInst *from, const UtilAssume *a, u32 n,
                               UtilAssumeStop *stop, void *ctx);

/* Did some branch of the function depend on what is assumed? */
bool util_assume_tested(CheckCtx *c, const UtilAssume *a, u32 n);

#endif
