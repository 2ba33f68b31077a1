/*
 * Conditional constant propagation (constprop_) for integer locals whose address is not taken. Called by checks that ask
 * whether an expression is known at its place.
 * M. Wegman, F. Zadeck: Constant Propagation with Conditional Branches, 1991; here over blocks instead of SSA edges.
 */
#ifndef ENGINE_CONSTPROP_H
#define ENGINE_CONSTPROP_H

#include "ir/passes.h"

typedef struct ConstProp ConstProp;

/* Made from a function's graph, which must outlive it. Never NULL: beyond LIMIT_CONSTPROP_CELLS it knows only what
 * ir_exp_const knows. */
ConstProp *constprop_new(const Cfg *c);
void constprop_free(ConstProp *cp);

/* Value of an expression of an instruction, where that instruction stands; false when it is not a known constant (or when control
 * cannot come there). */
bool constprop_value(const ConstProp *cp, const IrExp *e, i64 *value);
/* Can control reach the block when branches on constants go only one way? */
bool constprop_reaches(const ConstProp *cp, BlockId b);
/* Which way a BRANCH goes: 1 then, 0 other, -1 not known. */
int constprop_branch(const ConstProp *cp, const IrInst *branch);

#endif
