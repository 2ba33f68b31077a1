/*
 * Questions about control and data flow that the checks of calculations, conditions and loops share (flow_): all
 * expressions of a function, which blocks constants leave reachable, which values a type has. Called by checks only.
 */
#ifndef CHECKS_FLOW_H
#define CHECKS_FLOW_H

#include "checks/check.h"

/* Calls fn for every expression of f, operands before operators; `i` is the instruction that holds it. What the two accesses
 * of a compound assignment share is given once. */
typedef void FlowExpFn(CheckCtx *c, const IrInst *i, const IrExp *e);
void flow_each_exp(CheckCtx *c, const IrFunction *f, FlowExpFn *fn);

/* Bits by BlockId in c->scratch: the blocks of c->function that can run when a branch on a constant expression goes only
 * where the constant sends it. Nothing behind a call that never returns. */
const u64 *flow_feasible(CheckCtx *c);
/* Does the branch have a constant condition? `taken` is then its one target. */
bool flow_constant_branch(const CheckCtx *c, const IrInst *branch, BlockId *taken);

/* Was something in c->function not read: statements that were lost, or code under a condition known to be false? Then that a
 * variable is never written or never read is not known. */
bool flow_incomplete(const CheckCtx *c, const IrFunction *f);

/* Does f give the variable a value in code under a condition of the preprocessor? Then what it holds behind it hangs on that. */
bool flow_set_by_config(const IrFunction *f, const IrVar *var);

/* Is the token that stands for the node written in the body of a macro (not in an argument)? */
bool flow_from_macro(const Unit *u, NodeId n);

/* May the call end the program or leave the function by longjmp or an exception, as far as contracts and declarations tell? */
typedef enum FlowCall { FLOW_RETURNS, FLOW_BLOCKS, FLOW_LEAVES, FLOW_UNKNOWN } FlowCall;
FlowCall flow_call(CheckCtx *c, const IrCall *call);

/* Does the body of the function that is called stand in the unit, with no way through it to a return? */
bool flow_never_returns(const CheckCtx *c, const IrCall *call);

/* A run of integers lo..hi in mathematical order; `wide`: an end is outside i64 (values of unsigned 64-bit types). */
typedef struct FlowRange {
    i64 lo, hi;
    bool above; /* hi means: any number up to 2^64-1 */
} FlowRange;
/* The values that an integer expression can have by its type, before conversions that nobody wrote: 0..255 for a promoted unsigned
 * char. Plain char has those of both signs. False: not an integer, or its type is not known. */
bool flow_range(const CheckCtx *c, const IrExp *e, FlowRange *out);

#endif
