/*
 * Loops of all kinds, and branches.
 */
#include <string.h>

#include "lower/low.h"

/* ---- branches ---- */

/* Condition of if, while, for, switch: an expression, or a declaration whose variable is tested. */
static void condition(Lower *l, NodeId c, LowBlock *then, LowBlock *other, IrWhy why, NodeId stmt)
{
    if (!some(l, c)) {
        low_goto(l, then, stmt, 0);
        return;
    }
    if (kind(l, c) == N_EXPR_STMT)
        c = first(l, c);
    if (kind(l, c) != N_DECL) {
        low_cond(l, c, then, other, why, stmt);
        return;
    }
    u32 vars = l->fn->vars.n;
    low_local_decl(l, c);
    const IrExp *v = low_opaque(l, c);
    for (u32 i = l->fn->vars.n; i > vars; i--)
        if (l->fn->vars.at[i - 1]->kind == IV_LOCAL) {
            v = low_load(l, low_var_place(l, l->fn->vars.at[i - 1], c), c);
            break;
        }
    low_branch(l, v, then, other, why, c, stmt, IIF_OF_DECL);
}

void low_init_part(Lower *l, NodeId n)
{
    if (some(l, n))
        low_stmt(l, n);
}

/* Body of a loop or branch: a scope of its own even without braces. */
static void body(Lower *l, NodeId n)
{
    if (!some(l, n))
        return;
    if (kind(l, n) == N_COMPOUND) {
        low_stmt(l, n);
        return;
    }
    low_scope_push(l);
    low_stmt(l, n);
    low_scope_pop(l, n);
}

void low_if(Lower *l, NodeId n)
{
    LowBlock *join = low_block(l);
    u32 scopes = 0;
    for (;;) {
        NodeId init = first(l, n), cond = next(l, init), then = next(l, cond), other = next(l, then);
        low_scope_push(l); /* of init and of a declared condition; ends behind the whole if */
        scopes++;
        low_init_part(l, init);
        LowBlock *yes = low_block(l), *no = some(l, other) ? low_block(l) : join;
        i64 v;
        TypeId t;
        if (nd(l, n)->flags & IF_CONSTEXPR && some(l, cond) && kind(l, cond) != N_DECL &&
            low_const(l, cond, &v, &t))
            low_goto(l, v ? yes : no, n, 0);
        else
            condition(l, cond, yes, no, BR_IF, n);
        low_start(l, yes);
        if (l->fn->cur || kind(l, then) == N_COMPOUND || kind(l, then) == N_LABEL || kind(l, then) == N_CASE)
            body(l, then);
        low_goto(l, join, n, 0);
        if (!some(l, other))
            break;
        low_start(l, no);
        if (kind(l, other) != N_IF || scopes >= 4000) {
            body(l, other);
            low_goto(l, join, n, 0);
            break;
        }
        n = other;
    }
    low_start(l, join);
    while (scopes--)
        low_scope_pop(l, n);
}

/* ---- loops ---- */

static u32 loop_begin(Lower *l, NodeId n)
{
    vec_push(&l->fn->loops, ((IrLoop){.node = n, .parent = l->fn->loop}));
    l->fn->loop = l->fn->loops.n;
    return l->fn->loops.n - 1;
}

static void loop_head(Lower *l, LowBlock *b, u32 loop)
{
    b->refs++; /* the back edge to come */
    low_start(l, b);
    b->b.flags |= IBF_LOOP_HEAD;
    b->b.loop = loop;
}

static void loop_end(Lower *l, u32 loop, LowBlock *head, LowBlock *bodyb, LowBlock *cond, LowBlock *step,
                     LowBlock *exit)
{
    IrLoop *lp = &l->fn->loops.at[loop];
    lp->head = head->b.id;
    lp->body = bodyb->placed ? bodyb->b.id : head->b.id;
    lp->cond = cond->placed ? cond->b.id : head->b.id;
    lp->step = step->placed ? step->b.id : head->b.id;
    /* The exit is made even if nothing reaches it, so that its number is valid: an orphan then. */
    if (exit->refs || l->fn->cur)
        low_start(l, exit);
    lp->exit = exit->placed ? exit->b.id : head->b.id;
    l->fn->loop = lp->parent;
}

/* Without a condition, or with one that is a constant other than 0: lowered without a branch. */
static bool constant_true(Lower *l, NodeId c)
{
    i64 v;
    TypeId t;
    if (!some(l, c))
        return true;
    if (kind(l, c) == N_EXPR_STMT)
        c = first(l, c);
    return kind(l, c) != N_DECL && low_const(l, c, &v, &t) && v;
}

void low_while(Lower *l, NodeId n)
{
    NodeId c = first(l, n), b = next(l, c);
    LowBlock *head = low_block(l), *in = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    l->fn->loops.at[loop].no_cond = constant_true(l, c);
    Jump jump = {l->fn->jump, out, head, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    low_scope_push(l);
    if (l->fn->loops.at[loop].no_cond)
        low_goto(l, in, n, 0);
    else
        condition(l, c, in, out, BR_WHILE, n);
    low_start(l, in);
    body(l, b);
    low_scope_pop(l, n);
    low_goto(l, head, n, IIF_BACK);
    l->fn->jump = jump.outer;
    loop_end(l, loop, head, in, head, head, out);
}

void low_do(Lower *l, NodeId n)
{
    NodeId b = first(l, n), c = next(l, b);
    LowBlock *head = low_block(l), *cond = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    l->fn->loops.at[loop].no_cond = constant_true(l, c);
    Jump jump = {l->fn->jump, out, cond, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    body(l, b);
    l->fn->jump = jump.outer;
    low_start(l, cond);
    i64 v;
    TypeId t;
    if (l->fn->loops.at[loop].no_cond)
        low_goto(l, head, n, IIF_BACK);
    else if (kind(l, c) != N_DECL && low_const(l, c, &v, &t)) /* do { } while (0) is no loop */
        low_goto(l, out, n, 0);
    else if (l->fn->cur)
        condition(l, c, head, out, BR_DO, n);
    loop_end(l, loop, head, head, cond, cond, out);
}

void low_for(Lower *l, NodeId n)
{
    NodeId init = first(l, n), c = next(l, init), s = next(l, c), b = next(l, s);
    low_scope_push(l);
    low_init_part(l, init);
    LowBlock *head = low_block(l), *in = low_block(l), *step = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    l->fn->loops.at[loop].no_cond = constant_true(l, c);
    Jump jump = {l->fn->jump, out, step, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    if (!l->fn->loops.at[loop].no_cond)
        condition(l, c, in, out, BR_FOR, n);
    else
        low_goto(l, in, n, 0);
    low_start(l, in);
    body(l, b);
    l->fn->jump = jump.outer;
    low_start(l, step);
    if (l->fn->cur) {
        if (some(l, s))
            low_effect(l, s);
        low_goto(l, head, n, IIF_BACK);
    }
    loop_end(l, loop, head, in, head, step, out);
    low_scope_pop(l, n);
}

/* Arguments of an unknown macro that stands as a statement or before one. */
const IrExp *low_macro_call(Lower *l, NodeId n, u32 flags)
{
    NodeId args = first(l, n);
    NodeId arg = args && kind(l, args) == N_ARGS ? first(l, args) : 0;
    IrCall *c = low_new_call(l, IC_MACRO, nd(l, n)->a, low_count(l, arg));
    c->flags = ICF_UNRESOLVED | ICF_MAY_BE_MACRO;
    c->name_node = n;
    c->ret = TYPE_UNKNOWN;
    low_call_args(l, c, arg);
    return low_emit_call(l, c, n, flags);
}

void low_macro_loop(Lower *l, NodeId n)
{
    NodeId args = first(l, n), b = args ? next(l, args) : 0;
    LowBlock *head = low_block(l), *in = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    Jump jump = {l->fn->jump, out, head, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    const IrExp *more = low_macro_call(l, n, 0);
    low_branch(l, more, in, out, BR_MACRO_LOOP, n, n, 0);
    low_start(l, in);
    body(l, b);
    low_goto(l, head, n, IIF_BACK);
    l->fn->jump = jump.outer;
    loop_end(l, loop, head, in, head, head, out);
}
