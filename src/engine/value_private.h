/*
 * Shared by the files that implement value.h (value*.c) and by the constraint store, which reads nodes as they are; nobody else includes it.
 */
#ifndef ENGINE_VALUE_PRIVATE_H
#define ENGINE_VALUE_PRIVATE_H

#include "engine/value.h"

static inline bool vtype_same(VType a, VType b)
{
    return a.width == b.width && a.sgn == b.sgn && a.ptr == b.ptr;
}

/* C's bool: conversions to it ask whether the value is zero. */
static inline bool vtype_is_bool(VType t)
{
    return t.width == 1 && !t.sgn;
}

/* Does `outer` hold every value of `inner`? Both integers. */
bool vtype_contains(VType outer, VType inner);

/* A VK_INT's number over mathematical integers. */
static inline i128 val_number(const ValNode *n)
{
    return n->type.sgn ? (i128)n->num : (i128)(u64)n->num;
}

/* The one value of this content. size and taint of *n must be set; the caller has checked LIMIT_VALUE_SIZE. */
Val val_intern(Values *vs, const ValNode *n);

/* An inner node (UNOP, BINOP, CAST) as it is, without simplification; an OPAQUE symbol when it grows too large. */
Val val_make(Values *vs, ValKind kind, u32 op, VType t, Val a, Val b);

/* A copy of a node, for makers: what they make may move the table. */
static inline ValNode val_copy(const Values *vs, Val v)
{
    return *val_node(vs, v);
}

/* An OPAQUE symbol that stands for `op` of a and b; the same each time it is asked for. */
Val val_opaque(Values *vs, VType t, u32 op, Val a, Val b, TaintMask taint, Val was);

/* Is it 0 or 1 in every state, and of type int? */
bool val_is_truth(const Values *vs, Val v);

#endif
