/*
 * Functions, blocks and instructions while they are made. Blocks get their final numbers in the order in which
 * they are placed, which is the order of the source as far as control flow allows.
 */
#include <string.h>

#include "lower/low.h"

/* ---- blocks and instructions ---- */

LowBlock *low_block(Lower *l)
{
    LowBlock *b = arena_new(l->arena, LowBlock);
    b->b.id = l->fn->blocks.n;
    vec_push(&l->fn->blocks, b);
    return b;
}

static void place(Lower *l, LowBlock *b)
{
    Fn *fn = l->fn;
    b->placed = true;
    b->b.landing = fn->landing ? fn->landing->b.id : 0;
    b->b.presence = fn->presence;
    if (fn->alt_depth)
        b->b.flags |= IBF_COLD_CONFIG;
    vec_push(&fn->placed, &b->b);
    fn->cur = b;
}

void low_start_always(Lower *l, LowBlock *b)
{
    if (l->fn->cur)
        low_goto(l, b, 0, 0);
    place(l, b);
}

void low_start(Lower *l, LowBlock *b)
{
    if (l->fn->cur || b->refs)
        low_start_always(l, b);
}

void low_here(Lower *l)
{
    if (l->fn->cur)
        return;
    LowBlock *b = low_block(l);
    b->b.flags |= IBF_ORPHAN;
    place(l, b);
}

IrInst *low_emit(Lower *l, IrOp op, NodeId node)
{
    low_here(l);
    IrInst *i = arena_new(l->arena, IrInst);
    i->op = (u8)op;
    i->node = node;
    IrBlock *b = &l->fn->cur->b;
    if (b->last)
        b->last->next = i;
    else
        b->first = i;
    b->last = i;
    b->n_insts++;
    if (ir_is_terminator(i))
        l->fn->cur = NULL;
    return i;
}

TempId low_temp(Lower *l, IrInst *i)
{
    i->temp = l->fn->temps.n;
    vec_push(&l->fn->temps, i);
    return i->temp;
}

void low_goto(Lower *l, LowBlock *target, NodeId node, u32 flags)
{
    if (!l->fn->cur)
        return;
    IrInst *i = low_emit(l, II_GOTO, node);
    i->flags = (u16)flags;
    i->target = target->b.id;
    target->refs++;
}

void low_branch(Lower *l, const IrExp *cond, LowBlock *then, LowBlock *other, IrWhy why, NodeId node,
                NodeId stmt, u32 flags)
{
    IrInst *i = low_emit(l, II_BRANCH, node);
    i->why = (u8)why;
    i->flags = (u16)flags;
    i->cond = cond;
    i->then = then->b.id;
    i->other = other->b.id;
    i->stmt = stmt;
    then->refs++;
    other->refs++;
}

IrVar *low_var(Lower *l, Sym name, TypeId type, IrVarKind k, NodeId node)
{
    IrVar *v = arena_new(l->arena, IrVar);
    v->name = name;
    v->id = l->fn->vars.n;
    v->kind = (u8)k;
    v->type = type;
    v->node = node;
    v->scope_depth = l->fn->scope ? l->fn->scope->depth : 0;
    vec_push(&l->fn->vars, v);
    return v;
}

/* ---- what an unread piece of code may touch ---- */

enum { UNKNOWN_NAMES_MAX = 256 };

static bool leaves(u8 token)
{
    return token == KW_RETURN || token == KW_GOTO || token == KW_BREAK || token == KW_CONTINUE ||
           token == KW_THROW;
}

static void collect_names(Lower *l, IrUnknown *un, NodeId node)
{
    Sym names[UNKNOWN_NAMES_MAX];
    IrVar *vars[UNKNOWN_NAMES_MAX];
    u32 n = 0, n_vars = 0;
    const Node *x = nd(l, node);
    for (u32 i = x->begin; i < x->end && i < l->src->toks.n; i++) {
        const Token *tok = &l->src->toks.at[i];
        un->may_exit |= leaves(tok->kind);
        if (tok->kind == KW_THIS)
            un->all = true;
        if (tok->kind != TK_IDENT)
            continue;
        if (n == UNKNOWN_NAMES_MAX) {
            un->all = true;
            break;
        }
        bool seen = false;
        for (u32 k = 0; k < n && !seen; k++)
            seen = names[k] == tok->sym;
        if (seen)
            continue;
        names[n++] = tok->sym;
        Binding *b = low_local(l, tok->sym);
        if (b && b->kind == BIND_VAR) {
            IrVar *v = low_bound_var(l, b);
            if (v) {
                v->flags |= IVF_ADDRESS_TAKEN;
                vars[n_vars++] = v;
            }
        }
    }
    un->n_names = n;
    un->names = arena_array(l->arena, Sym, n);
    un->n_vars = n_vars;
    un->vars = arena_array(l->arena, IrVar *, n_vars);
    if (n)
        memcpy(un->names, names, n * sizeof *names);
    if (n_vars)
        memcpy(un->vars, vars, n_vars * sizeof(IrVar *));
    IrGlobal **globals = arena_array(l->arena, IrGlobal *, n);
    for (u32 k = 0; k < n; k++) {
        if (low_local(l, names[k]))
            continue;
        u32 e = low_lookup(l, names[k], LOOK_VALUE);
        if (e && low_entry(l, e)->kind != DK_ENUMERATOR)
            globals[un->n_globals++] = low_global_of_entry(l, e);
    }
    un->globals = globals;
}

const IrExp *low_unknown(Lower *l, NodeId node, TypeId type, const char *why)
{
    IrUnknown *un = arena_new(l->arena, IrUnknown);
    un->why = why;
    if (l->src == l->u)
        collect_names(l, un, node);
    IrInst *i = low_emit(l, II_UNKNOWN, node);
    i->unknown = un;
    IrExp *e = low_new_exp(l, IE_UNKNOWN, type, node);
    if (type != TYPE_VOID) {
        low_temp(l, i);
        e->kind = IE_TEMP;
        e->temp = i->temp;
    }
    return e;
}

/* ---- functions ---- */

static Fn *fn_take(Lower *l)
{
    Fn *fn = l->unused;
    if (fn)
        l->unused = fn->free;
    else
        fn = mem_zalloc(1, sizeof *fn);
    fn->is_lambda = fn->ret_auto = false;
    fn->cur = NULL;
    fn->scope = NULL;
    fn->jump = NULL;
    fn->sw = NULL;
    fn->landing = NULL;
    fn->presence = PRESENCE_TRUE;
    fn->loop = 0;
    fn->alt_depth = 0;
    fn->unwound = 0;
    fn->capture_default = 0;
    vec_clear(&fn->blocks);
    vec_clear(&fn->placed);
    vec_clear(&fn->temps);
    vec_clear(&fn->vars);
    vec_clear(&fn->loops);
    if (fn->labels.n)
        map_clear(&fn->label_of);
    vec_clear(&fn->labels);
    vec_clear(&fn->gotos);
    vec_clear(&fn->label_exps);
    vec_clear(&fn->captures);
    return fn;
}

Fn *low_fn_begin(Lower *l, NodeId node, bool is_lambda)
{
    Fn *fn = fn_take(l);
    fn->parent = l->fn;
    fn->is_lambda = is_lambda;
    fn->f = arena_new(l->arena, IrFunction);
    fn->f->unit = l->ir;
    fn->f->node = node;
    if (is_lambda && l->fn) {
        fn->f->parent = l->fn->f;
        fn->presence = l->fn->presence;
    }
    l->fn = fn;
    vec_push(&fn->temps, NULL);
    low_scope_push(l);
    fn->cur = NULL;
    place(l, low_block(l));
    return fn;
}

/* Turns gotos into jumps now that all labels and their scopes are known. */
static void resolve_gotos(Lower *l)
{
    Fn *fn = l->fn;
    for (u32 i = 0; i < fn->gotos.n; i++) {
        PendingGoto g = fn->gotos.at[i];
        LowLabel *lab = &fn->labels.at[g.label];
        fn->cur = g.block;
        if (!lab->defined) { /* the label was lost with unread code */
            low_unknown(l, g.node, TYPE_VOID, "label not found");
            fn->cur->b.last->unknown->may_exit = true;
            low_emit(l, II_UNREACHABLE, g.node);
            continue;
        }
        Scope *a = g.scope, *b = lab->scope; /* nearest scope around both */
        while (a && b && a != b) {
            if (a->depth >= b->depth)
                a = a->parent;
            else
                b = b->parent;
        }
        low_scope_unwind(l, g.scope, a, g.node);
        low_goto(l, lab->block, g.node, IIF_USER_GOTO);
    }
    fn->cur = NULL;
}

static void remap(const Fn *fn, BlockId *id)
{
    *id = fn->blocks.at[*id]->b.id;
}

static void renumber(Lower *l)
{
    Fn *fn = l->fn;
    for (u32 i = 0; i < fn->placed.n; i++) {
        IrBlock *b = fn->placed.at[i];
        if (!b->last || !ir_is_terminator(
                            b->last)) { /* falls off the end of the function (or was left open by a limit) */
            fn->cur = (LowBlock *)b;
            low_emit(l, II_UNREACHABLE, fn->f->node);
        }
    }
    /* Old ids index fn->blocks, whose elements receive the new ids; so first all ids, then all uses. */
    for (u32 i = 0; i < fn->blocks.n; i++)
        fn->blocks.at[i]->b.id = 0;
    for (u32 i = 0; i < fn->placed.n; i++)
        fn->placed.at[i]->id = i;
    u32 id = 0;
    for (u32 i = 0; i < fn->placed.n; i++) {
        IrBlock *b = fn->placed.at[i];
        if (b->landing)
            remap(fn, &b->landing);
        if (b->fall_from)
            remap(fn, &b->fall_from);
        for (IrInst *in = b->first; in; in = in->next) {
            in->id = id++;
            if (in->op == II_CALL)
                fn->f->n_calls++;
            else if (in->op == II_UNKNOWN)
                fn->f->n_unknown++;
        }
        IrInst *t = b->last;
        switch (t->op) {
        case II_GOTO: remap(fn, &t->target); break;
        case II_BRANCH:
            remap(fn, &t->then);
            remap(fn, &t->other);
            break;
        case II_SWITCH:
            for (u32 k = 0; k < t->sw->n_cases; k++)
                remap(fn, &t->sw->cases[k].block);
            remap(fn, &t->sw->other);
            remap(fn, &t->sw->exit);
            break;
        case II_LANDING:
            for (u32 k = 0; k < t->landing->n_handlers; k++)
                remap(fn, &t->landing->handlers[k].block);
            if (t->landing->outer)
                remap(fn, &t->landing->outer);
            break;
        default: break;
        }
    }
    fn->f->n_insts = id;
    for (u32 i = 0; i < fn->loops.n; i++) {
        IrLoop *lp = &fn->loops.at[i];
        remap(fn, &lp->head);
        remap(fn, &lp->body);
        remap(fn, &lp->cond);
        remap(fn, &lp->step);
        remap(fn, &lp->exit);
    }
    for (u32 i = 0; i < fn->label_exps.n; i++)
        fn->label_exps.at[i]->num = fn->blocks.at[fn->label_exps.at[i]->num]->b.id;
}

static void *copy(Arena *a, const void *at, size_t size)
{
    void *p = arena_alloc(a, size);
    if (size)
        memcpy(p, at, size);
    return p;
}

IrFunction *low_fn_end(Lower *l)
{
    Fn *fn = l->fn;
    IrFunction *f = fn->f;
    while (fn->scope)
        low_scope_pop(l, f->node);
    resolve_gotos(l);
    renumber(l);
    l->serial++;
    for (u32 i = 0; i < fn->vars.n; i++) {
        IrVar *v = fn->vars.at[i];
        if (!v->name)
            continue;
        u32 *last = map_slot(&l->var_names, v->name, 0);
        v->repeated = *last == l->serial;
        *last = l->serial;
    }
    f->blocks = copy(l->arena, fn->placed.at, fn->placed.n * sizeof *fn->placed.at);
    f->n_blocks = fn->placed.n;
    f->vars = copy(l->arena, fn->vars.at, fn->vars.n * sizeof *fn->vars.at);
    f->n_vars = fn->vars.n;
    f->temp_def = copy(l->arena, fn->temps.at, fn->temps.n * sizeof *fn->temps.at);
    f->n_temps = fn->temps.n;
    f->loops = copy(l->arena, fn->loops.at, fn->loops.n * sizeof *fn->loops.at);
    f->n_loops = fn->loops.n;
    f->captures = copy(l->arena, fn->captures.at, fn->captures.n * sizeof *fn->captures.at);
    f->n_captures = fn->captures.n;
    if (!f->file) {
        /* The node may be of a unit whose declaration is being read: the size of a member's type, say. */
        f->file = src_file_of(&l->p->src, f->node ? unit_written_loc(l->src, nd(l, f->node)->tok) : 0);
        if (!f->file)
            f->file = l->u->main;
    }
    f->index = 0xffffffffu;
    l->ir->n_insts += f->n_insts;
    l->ir->n_unknown += f->n_unknown;
    l->fn = fn->parent;
    fn->free = l->unused;
    l->unused = fn;
    return f;
}
