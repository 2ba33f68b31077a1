/*
 * Conditional constant propagation; see constprop.h. A cell per variable and block holds what is known at the block's
 * start: nothing yet, one constant, or any value; a value per temp likewise. All only ever go from the first to the last, so that
 * rounds over reverse postorder end after a few.
 */
#include "engine/constprop.h"

#include <string.h>

#include "base/limits.h"
#include "base/mem.h"

enum { NOTHING, CONSTANT, ANY };

typedef struct Cell {
    i64 v;
    u8 state;
} Cell;

struct ConstProp {
    const Cfg *c;
    const IrFunction *f;
    u32 n;      /* tracked variables */
    u32 *index; /* by IrVar.id: position + 1, or 0 */
    Cell *in;   /* by block, n each */
    Cell *temps;
    u8 *reached;
    bool changed, off;
};

static bool is_tracked(const TypeTable *tt, const IrVar *v)
{
    if (v->kind != IV_LOCAL && v->kind != IV_PARAM && v->kind != IV_SYNTH)
        return false;
    return type_is_integer(tt, v->type) &&
           !(v->flags & (IVF_ADDRESS_TAKEN | IVF_VOLATILE | IVF_CAPTURED | IVF_MAYBE_REF | IVF_CATCH));
}

static bool lower(Cell *c, u8 state, i64 v)
{
    if (state == NOTHING || c->state == ANY)
        return false;
    if (c->state == NOTHING) {
        c->state = state;
        c->v = v;
        return true;
    }
    if (state == CONSTANT && c->v == v)
        return false;
    c->state = ANY;
    return true;
}

static bool ask(void *ctx, const IrExp *e, i64 *value)
{
    const ConstProp *cp = ctx;
    if (e->kind != IE_TEMP || cp->off)
        return false;
    const Cell *c = &cp->temps[e->temp];
    *value = c->v;
    return c->state == CONSTANT;
}

static bool value_of(const ConstProp *cp, const IrExp *e, i64 *v)
{
    return ir_exp_eval(cp->f->unit, e, ask, (void *)cp, v);
}

static void flow(ConstProp *cp, BlockId to, const Cell *out)
{
    if (!cp->reached[to]) {
        cp->reached[to] = 1;
        cp->changed = true;
    }
    Cell *in = cp->in + (size_t)to * cp->n;
    for (u32 i = 0; i < cp->n; i++)
        cp->changed |= lower(&in[i], out[i].state, out[i].v);
}

/* Does the expression depend on a temp of which nothing is known yet? Then its value is still open. */
static bool is_open(const ConstProp *cp, const IrExp *e, u32 depth)
{
    if (e->kind == IE_TEMP)
        return cp->temps[e->temp].state == NOTHING;
    const IrExp *sub[2];
    u32 n = depth < 500 ? ir_exp_children(e, sub) : 0;
    for (u32 i = 0; i < n; i++)
        if (is_open(cp, sub[i], depth + 1))
            return true;
    return false;
}

static void set_temp(ConstProp *cp, TempId t, u8 state, i64 v)
{
    cp->changed |= lower(&cp->temps[t], state, v);
}

static void transfer(ConstProp *cp, const IrInst *i, Cell *env)
{
    i64 v;
    u32 k;
    switch (i->op) {
    case II_LOAD:
        k = i->place->kind == IE_VAR ? cp->index[i->place->var->id] : 0;
        if (k)
            set_temp(cp, i->temp, env[k - 1].state, env[k - 1].v);
        else
            set_temp(cp, i->temp, ANY, 0);
        break;
    case II_STORE:
        k = i->place->kind == IE_VAR ? cp->index[i->place->var->id] : 0;
        if (!k)
            break;
        if (value_of(cp, i->value, &v))
            env[k - 1] = (Cell){type_wrap(&cp->f->unit->types, i->place->type, (u64)v), CONSTANT};
        else
            env[k - 1] = (Cell){0, is_open(cp, i->value, 0) ? NOTHING : ANY};
        break;
    case II_SCOPE_BEGIN:
        if (cp->index[i->var->id])
            env[cp->index[i->var->id] - 1] = (Cell){0, ANY};
        break;
    default:
        if (i->temp)
            set_temp(cp, i->temp, ANY, 0);
        break;
    }
}

int constprop_branch(const ConstProp *cp, const IrInst *i)
{
    i64 v;
    return i->op == II_BRANCH && value_of(cp, i->cond, &v) ? v != 0 : -1;
}

static void leave(ConstProp *cp, const IrBlock *b, const Cell *env)
{
    const IrInst *t = b->last;
    i64 v;
    if (t->op == II_BRANCH && value_of(cp, t->cond, &v)) {
        flow(cp, v ? t->then : t->other, env);
    } else if (t->op == II_BRANCH && is_open(cp, t->cond, 0)) {
        /* decided in a later round */
    } else if (t->op == II_SWITCH && value_of(cp, t->sw->value, &v)) {
        const IrSwitch *s = t->sw;
        BlockId to = s->other;
        bool sure = true;
        for (u32 k = 0; k < s->n_cases; k++) {
            if (!s->cases[k].known) {
                flow(cp, s->cases[k].block, env);
                sure = false;
            } else if (v >= s->cases[k].lo && v <= s->cases[k].hi) {
                to = s->cases[k].block;
            }
        }
        flow(cp, to, env);
        if (!sure)
            flow(cp, s->other, env);
    } else {
        for (u32 k = cp->c->succ_at[b->id]; k < cp->c->succ_at[b->id + 1]; k++)
            if (!(b->landing && cp->c->succ[k] == b->landing))
                flow(cp, cp->c->succ[k], env);
    }
}

static void visit(ConstProp *cp, BlockId b, Cell *env)
{
    const IrBlock *blk = cp->f->blocks[b];
    memcpy(env, cp->in + (size_t)b * cp->n, cp->n * sizeof *env);
    for (const IrInst *i = blk->first; i; i = i->next) {
        if (blk->landing && (i->op == II_CALL || i->op == II_UNKNOWN || i->op == II_THROW))
            flow(cp, blk->landing, env);
        transfer(cp, i, env);
    }
    leave(cp, blk, env);
}

ConstProp *constprop_new(const Cfg *c)
{
    ConstProp *cp = mem_zalloc(1, sizeof *cp);
    const IrFunction *f = c->f;
    cp->c = c;
    cp->f = f;
    cp->index = mem_zalloc(f->n_vars + 1, sizeof *cp->index);
    for (u32 i = 0; i < f->n_vars; i++)
        if (is_tracked(&f->unit->types, f->vars[i]))
            cp->index[i] = ++cp->n;
    cp->reached = mem_zalloc(c->n + 1, 1);
    if ((u64)cp->n * c->n > LIMIT_CONSTPROP_CELLS) {
        cp->off = true;
        for (u32 b = 0; b < c->n; b++)
            cp->reached[b] = cfg_reachable(c, b);
        return cp;
    }
    cp->in = mem_zalloc((size_t)cp->n * c->n + 1, sizeof *cp->in);
    cp->temps = mem_zalloc(f->n_temps + 1, sizeof *cp->temps);
    Cell *env = mem_alloc((cp->n + 1) * sizeof *env);
    if (c->n)
        cp->reached[0] = 1;
    for (u32 i = 0; i < cp->n; i++)
        cp->in[i].state = ANY;
    do {
        cp->changed = false;
        for (u32 i = 0; i < c->n_reachable; i++)
            if (cp->reached[c->rpo[i]])
                visit(cp, c->rpo[i], env);
    } while (cp->changed);
    mem_free(env);
    return cp;
}

void constprop_free(ConstProp *cp)
{
    if (!cp)
        return;
    mem_free(cp->index);
    mem_free(cp->in);
    mem_free(cp->temps);
    mem_free(cp->reached);
    mem_free(cp);
}

bool constprop_value(const ConstProp *cp, const IrExp *e, i64 *value)
{
    return value_of(cp, e, value);
}

bool constprop_reaches(const ConstProp *cp, BlockId b)
{
    return cp->reached[b];
}
