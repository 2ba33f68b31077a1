/*
 * Walks over the graph of the current function with assumptions about a call. See util_assume.h.
 */
#include "checks/util_assume.h"

#include <string.h>

#include "checks/util_ir.h"

enum { EVAL_DEPTH = 12 };

typedef struct Asked {
    CheckCtx *c;
    const UtilAssume *a;
    u32 n, depth;
    bool used; /* something assumed took part */
} Asked;

static bool ask_value(void *ctx, const IrExp *e, i64 *out);

/* What a variable holds where it is loaded. Of several values that reach the place the assumed one decides: the others were set
 * before the call, or on ways that do not pass it. */
static bool ask_load(Asked *q, const IrInst *load, i64 *out)
{
    enum { DEFS = 8 };
    const IrFunction *f = q->c->function;
    if (load->place->kind != IE_VAR)
        return false;
    for (u32 i = 0; i < q->n; i++)
        if (q->a[i].var && q->a[i].var == load->place->var) {
            *out = q->a[i].value;
            return q->used = true;
        }
    u32 at[DEFS];
    const Reach *reach = check_reach(q->c);
    i32 found = reach_of(reach, util_block_of(f, load), load, at, DEFS);
    for (i32 i = 0; i < found && found <= DEFS; i++) {
        const IrInst *def = reach->defs[at[i]];
        Asked below = {.c = q->c, .a = q->a, .n = q->n, .depth = q->depth + 1};
        if (!def || def->op != II_STORE || !ir_exp_eval(q->c->ir, def->value, ask_value, &below, out) ||
            !(below.used || found == 1))
            continue;
        q->used = q->used || below.used;
        return true;
    }
    return false;
}

static bool ask_value(void *ctx, const IrExp *e, i64 *out)
{
    Asked *q = ctx;
    const IrInst *def = e->kind == IE_TEMP ? ir_temp_def(q->c->function, e->temp) : NULL;
    if (!def || q->depth > EVAL_DEPTH)
        return false;
    for (u32 i = 0; i < q->n; i++)
        if (q->a[i].call == def) {
            *out = q->a[i].value;
            return q->used = true;
        }
    return def->op == II_LOAD && ask_load(q, def, out);
}

bool util_assume_eval(CheckCtx *c, const IrExp *e, const UtilAssume *a, u32 n, i64 *out)
{
    Asked q = {.c = c, .a = a, .n = n};
    return ir_exp_eval(c->ir, e, ask_value, &q, out);
}

bool util_assume_tested(CheckCtx *c, const UtilAssume *a, u32 n)
{
    const IrFunction *f = c->function;
    for (u32 b = 0; b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        i64 v;
        Asked q = {.c = c, .a = a, .n = n};
        const IrExp *e = last->op == II_BRANCH ? last->cond : last->op == II_SWITCH ? last->sw->value : NULL;
        if (e && ir_exp_eval(c->ir, e, ask_value, &q, &v) && q.used)
            return true;
    }
    return false;
}

/* The one successor that what is assumed leaves open, or NO_BLOCK. */
enum { NO_BLOCK = UINT32_MAX };
static BlockId decided(CheckCtx *c, const IrInst *last, const UtilAssume *a, u32 n)
{
    i64 v;
    if (last->op == II_BRANCH && util_assume_eval(c, last->cond, a, n, &v))
        return v ? last->then : last->other;
    if (last->op != II_SWITCH || !util_assume_eval(c, last->sw->value, a, n, &v))
        return NO_BLOCK;
    const IrSwitch *sw = last->sw;
    for (u32 i = 0; i < sw->n_cases; i++)
        if (!sw->cases[i].known)
            return NO_BLOCK;
        else if (v >= sw->cases[i].lo && v <= sw->cases[i].hi)
            return sw->cases[i].block;
    return sw->other;
}

const IrInst *util_assume_walk(CheckCtx *c, const IrInst *from, const UtilAssume *a, u32 n,
                               UtilAssumeStop *stop, void *ctx)
{
    const IrFunction *f = c->function;
    const Cfg *cfg = check_cfg(c);
    u8 *seen = arena_alloc(c->scratch, f->n_blocks);
    u32 *todo = arena_alloc(c->scratch, sizeof *todo * (f->n_blocks + 1)), top = 0;
    memset(seen, 0, f->n_blocks);
    const IrInst *i = from->next;
    for (;;) {
        const IrInst *last = NULL;
        for (; i; i = i->next) {
            if (i == from || i->op == II_RETURN)
                return i;
            if (stop(c, i, ctx))
                break;
            last = i;
        }
        if (!i && last) {
            const IrBlock *b = util_block_of(f, last);
            BlockId only = decided(c, last, a, n);
            for (u32 k = cfg->succ_at[b->id]; k < cfg->succ_at[b->id + 1]; k++) {
                u32 to = cfg->succ[k];
                if ((only == NO_BLOCK || to == only) && !seen[to]) {
                    seen[to] = 1;
                    todo[top++] = to;
                }
            }
        }
        if (top == 0)
            return NULL;
        i = f->blocks[todo[--top]]->first;
    }
}
