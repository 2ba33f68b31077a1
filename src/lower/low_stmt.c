/*
 * Statements: control flow, local declarations, presence alternatives. Long chains (else if, stacked labels) are
 * walked in loops, not by recursion.
 */
#include <string.h>

#include "lower/low.h"

const IrExp *low_opaque(Lower *l, NodeId node)
{
    return low_unknown_exp(l, TYPE_INT, node);
}

/* ---- switch ---- */

static void switch_stmt(Lower *l, NodeId n)
{
    NodeId init = first(l, n), c = next(l, init), b = next(l, c);
    low_scope_push(l);
    low_init_part(l, init);
    const IrExp *v;
    TypeId enum_type = 0;
    if (kind(l, c) == N_DECL) {
        u32 vars = l->fn->vars.n;
        low_local_decl(l, c);
        v = l->fn->vars.n > vars ? low_load(l, low_var_place(l, vec_last(&l->fn->vars), c), c)
                                 : low_opaque(l, c);
    } else {
        v = low_value(l, c);
    }
    if (type_kind(l->tt, v->type) == TY_ENUM)
        enum_type = v->type;
    if (type_is_integer(l->tt, v->type))
        v = low_convert(l, v, type_promoted(l->tt, v->type), c);
    SwitchCtx sw = {.outer = l->fn->sw, .type = v->type};
    LowBlock *out = low_block(l);
    low_here(l);
    IrInst *i = low_emit(l, II_SWITCH, n);
    IrSwitch *s = arena_new(l->arena, IrSwitch);
    i->sw = s;
    s->value = v;
    s->enum_type = enum_type;
    Jump jump = {l->fn->jump, out, NULL, l->fn->scope};
    l->fn->jump = &jump;
    l->fn->sw = &sw;
    if (some(l, b))
        low_stmt(l, b);
    l->fn->sw = sw.outer;
    l->fn->jump = jump.outer;
    s->n_cases = sw.cases.n;
    s->cases = arena_array(l->arena, IrCase, sw.cases.n);
    if (sw.cases.n)
        memcpy(s->cases, sw.cases.at, sw.cases.n * sizeof *sw.cases.at);
    vec_release(&sw.cases);
    s->default_node = sw.default_node;
    if (!sw.other)
        out->refs++;
    s->other = sw.other ? sw.other->b.id : out->b.id;
    if (!out->refs && !l->fn->cur) /* no way to behind the switch: its number must exist all the same */
        s->exit = s->other;
    else
        s->exit = out->b.id;
    low_start(l, out);
    low_scope_pop(l, n);
}

/* Starts the block of a case or default label; stacked labels share one. */
static LowBlock *label_block(Lower *l, NodeId n)
{
    LowBlock *cur = l->fn->cur;
    if (cur && (cur->b.flags & IBF_CASE) && !cur->b.first)
        return cur;
    LowBlock *b = low_block(l);
    if (cur && (cur->b.first || cur->b.id)) {
        bool falls = true;
        low_goto(l, b, n, falls ? IIF_FALLTHROUGH : 0);
        b->b.fall_from = cur->b.id;
        l->fn->cur = NULL;
    }
    b->refs++;
    low_start(l, b);
    b->b.flags |= IBF_CASE;
    return b;
}

static void case_label(Lower *l, NodeId n)
{
    SwitchCtx *sw = l->fn->sw;
    const Node *x = nd(l, n);
    LowBlock *b = label_block(l, n);
    if (!sw)
        return; /* outside any switch: an error in the source */
    if (x->kind == N_DEFAULT) {
        sw->other = b;
        sw->default_node = n;
        return;
    }
    NodeId lo = x->first, hi = some(l, next(l, lo));
    IrCase c = {.block = b->b.id, .node = n, .from_alt = l->fn->alt_depth > 0};
    TypeId t;
    c.known = low_const(l, lo, &c.lo, &t);
    c.hi = c.lo;
    if (c.known && hi)
        c.known = low_const(l, hi, &c.hi, &t);
    if (c.known && type_is_integer(l->tt, sw->type)) {
        c.lo = (i64)type_wrap(l->tt, sw->type, (u64)c.lo);
        c.hi = (i64)type_wrap(l->tt, sw->type, (u64)c.hi);
    }
    if (!c.known)
        c.lo = c.hi = 0;
    NodeId name = lo;
    while (kind(l, name) == N_PAREN && first(l, name))
        name = first(l, name);
    if (kind(l, name) == N_NAME || kind(l, name) == N_QUALIFIED)
        c.name = low_name_sym(l, name);
    vec_push(&sw->cases, c);
}

/* ---- statements as arguments of unknown macros ---- */

static bool is_label_tokens(const Lower *l, NodeId n, Sym *name)
{
    const Node *x = nd(l, n);
    if (x->kind != N_UNREAD)
        return false;
    const Token *t = &l->src->toks.at[x->begin];
    *name = t->sym;
    return x->end == x->begin + 2 && t[0].kind == TK_IDENT && t[1].kind == TK_COLON;
}

bool low_is_stmt(const Lower *l, NodeId n)
{
    NodeKind k = kind(l, n);
    Sym name;
    return (k >= N_COMPOUND && k <= N_LOCAL_LABELS) || k == N_DECL || is_label_tokens(l, n, &name);
}

static void label_at(Lower *l, Sym name);

void low_macro_arg(Lower *l, NodeId n)
{
    Sym name;
    if (is_label_tokens(l, n, &name)) {
        label_at(l, name);
        return;
    }
    LowBlock *then = low_block(l), *join = low_block(l);
    low_here(l);
    low_branch(l, low_opaque(l, n), then, join, BR_MACRO, n, n, 0);
    low_start(l, then);
    l->fn->alt_depth++;
    low_stmt(l, n);
    l->fn->alt_depth--;
    low_start(l, join);
}

/* ---- jumps ---- */

u32 low_label(Lower *l, Sym name)
{
    u32 *slot = map_slot(&l->fn->label_of, name, 0xffffffffu);
    if (*slot == 0xffffffffu) {
        *slot = l->fn->labels.n;
        vec_push(&l->fn->labels, ((LowLabel){low_block(l), NULL, false}));
    }
    return *slot;
}

static void goto_stmt(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    if (some(l, x->first)) {
        const IrExp *v = low_value(l, x->first);
        low_emit(l, II_INDIRECT_GOTO, n)->value = v;
        return;
    }
    u32 label = low_label(l, x->a);
    low_here(l);
    l->fn->labels.at[label].block->refs++;
    vec_push(&l->fn->gotos, ((PendingGoto){l->fn->cur, l->fn->scope, label, n}));
    l->fn->cur = NULL;
}

static void label_at(Lower *l, Sym name)
{
    u32 i = low_label(l, name);
    LowLabel *lab = &l->fn->labels.at[i];
    if (lab->defined) { /* twice: in two branches of an #if */
        LowBlock *b = low_block(l);
        low_start_always(l, b);
        return;
    }
    lab->defined = true;
    lab->scope = l->fn->scope;
    low_start_always(l, lab->block);
    lab->block->b.flags |= IBF_LABEL;
}

static void jump_stmt(Lower *l, NodeId n, bool is_continue)
{
    Jump *j = l->fn->jump;
    while (j && is_continue && !j->on_continue)
        j = j->outer;
    if (!j) { /* outside any loop: an error, or a part of a macro's loop */
        low_unknown(l, n, TYPE_VOID, "jump without a loop");
        return;
    }
    low_here(l);
    low_scope_unwind(l, l->fn->scope, j->scope, n);
    low_goto(l, is_continue ? j->on_continue : j->on_break, n, is_continue ? IIF_CONTINUE : IIF_BREAK);
}

static void return_stmt(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId e = some(l, x->first);
    const IrExp *v = NULL;
    IrFunction *f = l->fn->f;
    if (e) {
        if (type_kind(l->tt, f->ret) == TY_REF && !l->fn->ret_auto) {
            v = low_bound_addr(l, low_exp(l, e), e);
        } else if (kind(l, e) == N_INIT_LIST) {
            const IrExp *p = low_spill(l, NULL, f->ret, e);
            low_init(l, p, f->ret, e, e);
            v = low_to_value(l, p, e);
        } else {
            v = low_value(l, e);
            if (l->fn->ret_auto) {
                l->fn->ret_auto = false;
                f->ret = v->type;
            }
            v = low_convert(l, v, f->ret, e);
        }
        if (type_kind(l->tt, v->type) == TY_VOID)
            v = NULL;
    }
    low_here(l);
    low_scope_unwind(l, l->fn->scope, NULL, n);
    IrInst *i = low_emit(l, II_RETURN, n);
    i->value = v;
    if (x->op == KW_CO_RETURN) {
        i->flags |= IIF_CO;
        f->flags |= IFN_COROUTINE;
    }
}

/* ---- the rest ---- */

static void asm_stmt(Lower *l, NodeId n)
{
    IrCall *c = low_new_call(l, IC_BUILTIN, intern_str("asm"), low_count(l, first(l, n)));
    u32 i = 0;
    c->name_node = n;
    c->ret = TYPE_VOID;
    for (NodeId a = first(l, n); a; a = next(l, a), i++) {
        const IrExp *e = low_exp(l, a);
        c->arg_nodes[i] = a;
        c->args[i] =
            ir_is_place(e) && e->kind != IE_STRING && !(e->kind == IE_GLOBAL && e->global->is_function)
                ? low_addr(l, e, a, IX_BINDING)
                : low_to_value(l, e, a);
    }
    low_emit_call(l, c, n, 0);
}

static void inner(Lower *l, NodeId n);

void low_stmt(Lower *l, NodeId n)
{
    if (!n)
        return;
    if (!low_enter_depth(l)) {
        low_unknown(l, n, TYPE_VOID, "nested too deeply");
        l->fn->f->flags |= IFN_INCOMPLETE;
        return;
    }
    inner(l, n);
    l->depth--;
}

void low_stmt_list(Lower *l, NodeId n)
{
    for (; n; n = next(l, n))
        low_stmt(l, n);
}

static void inner(Lower *l, NodeId n)
{
    for (;;) { /* labels lead to the statement behind them */
        const Node *x = nd(l, n);
        switch (x->kind) {
        case N_LABEL:
            label_at(l, x->a);
            n = x->first;
            break;
        case N_CASE:
            case_label(l, n);
            n = next(l, next(l, x->first));
            break;
        case N_DEFAULT:
            case_label(l, n);
            n = x->first;
            break;
        case N_ATTR: return;
        default: goto statement;
        }
        n = some(l, n);
        if (!n)
            return;
    }
statement:;
    const Node *x = nd(l, n);
    switch (x->kind) {
    case N_NONE:
    case N_EMPTY:
    case N_EMPTY_DECL:
    case N_LOCAL_LABELS:
    case N_STATIC_ASSERT:
    case N_USING:
    case N_NAMESPACE_ALIAS: return;
    case N_COMPOUND:
        low_scope_push(l);
        low_stmt_list(l, x->first);
        low_scope_pop(l, n);
        return;
    case N_ALT: low_alternatives(l, n); return;
    case N_DECL:
    case N_ALIAS:
    case N_FUNC: low_local_decl(l, n); return;
    default: break;
    }
    low_here(l);
    switch (x->kind) {
    case N_EXPR_STMT: low_effect(l, x->first); return;
    case N_IF: low_if(l, n); return;
    case N_WHILE: low_while(l, n); return;
    case N_DO: low_do(l, n); return;
    case N_FOR: low_for(l, n); return;
    case N_FOR_RANGE: low_for_range(l, n); return;
    case N_SWITCH: switch_stmt(l, n); return;
    case N_GOTO: goto_stmt(l, n); return;
    case N_BREAK: jump_stmt(l, n, false); return;
    case N_CONTINUE: jump_stmt(l, n, true); return;
    case N_RETURN: return_stmt(l, n); return;
    case N_TRY: low_try(l, n); return;
    case N_ASM:
    case N_ASM_DECL: asm_stmt(l, n); return;
    case N_MACRO_DECL:
    case N_MACRO_STMT: low_macro_call(l, n, IIF_DISCARDED); return;
    case N_MACRO_LOOP: low_macro_loop(l, n); return;
    case N_UNREAD:
        low_unknown(l, n, TYPE_VOID, "unread statement");
        if (x->op == UNREAD_BODY)
            l->fn->f->flags |= IFN_INCOMPLETE;
        return;
    default: low_effect(l, n); return;
    }
}

const IrExp *low_stmt_exp(Lower *l, NodeId n)
{
    NodeId c = first(l, n);
    if (!c || kind(l, c) != N_COMPOUND)
        return low_unknown_exp(l, TYPE_VOID, n);
    low_scope_push(l);
    const IrExp *v = NULL;
    for (NodeId s = first(l, c); s; s = next(l, s)) {
        NodeId x = s;
        if (!next(l, s)) {
            while (x && kind(l, x) == N_LABEL) { /* ({ ...; out: v; }) */
                label_at(l, nd(l, x)->a);
                x = first(l, x);
            }
            if (x && kind(l, x) == N_EXPR_STMT) {
                low_here(l);
                v = low_value(l, first(l, x));
                continue;
            }
        }
        low_stmt(l, x);
    }
    low_scope_pop(l, n);
    low_here(l);
    return v ? v : low_unknown_exp(l, TYPE_VOID, n);
}
