/*
 * Conditions, which become branches, and expressions whose value is not used.
 */
#include <string.h>

#include "lower/low.h"

/* An object of a class that declares conversions: the one to bool. */
static const IrExp *low_truth(Lower *l, const IrExp *e, NodeId n)
{
    const Record *r = l->cxx ? type_record(l->tt, e->type) : NULL;
    Sym name = r && r->qualified ? intern_str("operator conversion") : 0;
    u32 entry = name ? low_lookup_in(l, r->qualified, name, LOOK_FUNC) : 0;
    if (!entry)
        return e;
    IrCall *c = low_new_call(l, IC_OPERATOR, name, 0);
    low_call_resolve(l, c, entry);
    c->cls = e->type;
    c->name_node = n;
    c->ret = TYPE_BOOL;
    c->receiver = low_bound_addr(l, e, n);
    return low_emit_call(l, c, n, IIF_IMPLICIT);
}

static NodeId strip(const Lower *l, NodeId n)
{
    while (n && kind(l, n) == N_PAREN && first(l, n))
        n = first(l, n);
    return n;
}

/* a && b && c: branches for all operands, left to right. */
static void cond_chain(Lower *l, NodeId n, LowBlock *then, LowBlock *other, NodeId stmt)
{
    u8 op = nd(l, n)->op;
    IrWhy why = op == TK_AMPAMP ? BR_AND : BR_OR;
    u32 base = l->stack.n;
    NodeId x = n;
    while (kind(l, x) == N_BINARY && nd(l, x)->op == op) {
        vec_push(&l->stack, next(l, first(l, x)));
        x = strip(l, first(l, x));
    }
    for (;;) {
        bool last = l->stack.n == base;
        if (last) {
            low_cond(l, x, then, other, why, stmt);
            break;
        }
        LowBlock *more = low_block(l);
        low_cond(l, x, op == TK_AMPAMP ? more : then, op == TK_AMPAMP ? other : more, why, stmt);
        low_start(l, more);
        x = vec_pop(&l->stack);
    }
}

void low_cond(Lower *l, NodeId n, LowBlock *then, LowBlock *other, IrWhy why, NodeId stmt)
{
    u32 flags = 0;
    NodeId x = strip(l, n);
    while (x && kind(l, x) == N_UNARY && nd(l, x)->op == TK_NOT) {
        LowBlock *swap = then;
        then = other;
        other = swap;
        flags ^= IIF_NOT;
        x = strip(l, first(l, x));
    }
    if (!x || !low_enter_depth(l)) {
        low_here(l);
        low_branch(l, x ? low_unknown(l, x, TYPE_INT, "nested too deeply") : low_unknown_exp(l, TYPE_INT, 0),
                   then, other, why, n, stmt, flags);
        return;
    }
    if (kind(l, x) == N_BINARY && low_is_logic(nd(l, x)->op)) {
        cond_chain(l, x, then, other, stmt);
        l->depth--;
        return;
    }
    const IrExp *e = low_exp(l, x);
    if (kind(l, x) == N_ASSIGN && l->fn->cur && l->fn->cur->b.last && l->fn->cur->b.last->op == II_STORE)
        l->fn->cur->b.last->flags |= IIF_CONDITION;
    e = low_truth(l, low_to_value(l, e, x), x);
    low_branch(l, e, then, other, why, x, stmt, flags);
    l->depth--;
}

void low_effect(Lower *l, NodeId n)
{
    n = strip(l, n);
    if (!n || kind(l, n) == N_NONE)
        return;
    if (!low_enter_depth(l)) {
        low_unknown(l, n, TYPE_VOID, "nested too deeply");
        return;
    }
    const Node *x = nd(l, n);
    switch (x->kind) {
    case N_COND: low_conditional(l, n, true); break;
    case N_ASSIGN:
    case N_POSTFIX:
    case N_DELETE:
    case N_THROW: low_exp(l, n); break;
    case N_UNARY:
        if (x->op == TK_PLUSPLUS || x->op == TK_MINUSMINUS)
            low_exp(l, n);
        else
            low_discard(l, low_value(l, n), n, 0);
        break;
    case N_BINARY:
        if (low_is_logic(x->op)) {
            LowBlock *more = low_block(l), *join = low_block(l);
            bool and = x->op == TK_AMPAMP;
            low_cond(l, x->first, and? more : join, and? join : more, and? BR_AND : BR_OR, n);
            low_start(l, more);
            if (l->fn->cur)
                low_effect(l, next(l, first(l, n)));
            low_start(l, join);
        } else if (x->op == TK_COMMA) {
            u32 base = l->stack.n;
            NodeId c = n;
            while (kind(l, c) == N_BINARY && nd(l, c)->op == TK_COMMA) {
                vec_push(&l->stack, next(l, first(l, c)));
                c = strip(l, first(l, c));
            }
            low_effect(l, c);
            while (l->stack.n > base)
                low_effect(l, vec_pop(&l->stack));
        } else {
            low_discard(l, low_exp(l, n), n, 0);
        }
        break;
    case N_STMT_EXPR: {
        const IrExp *e = low_exp(l, n);
        (void)e;
        break;
    }
    case N_UNREAD: low_unknown(l, n, TYPE_VOID, "unread expression"); break;
    case N_CALL:
    case N_CAST:
    case N_NEW: {
        const IrExp *e = low_exp(l, n);
        if (l->fn->cur)
            low_discard(l, e, n, 0);
        break;
    }
    default: low_discard(l, low_value(l, n), n, 0); break;
    }
    l->depth--;
}
