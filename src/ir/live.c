/*
 * Liveness of local variables whose address is not taken, and dead stores; see passes.h. A variable given to an
 * undeclared C++ function counts as read there.
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "ir/passes.h"

static void set(u64 *w, u32 i)
{
    w[i >> 6] |= (u64)1 << (i & 63);
}

static void clear(u64 *w, u32 i)
{
    w[i >> 6] &= ~((u64)1 << (i & 63));
}

static bool is_tracked(const TypeTable *tt, const IrVar *v)
{
    if (v->kind != IV_LOCAL && v->kind != IV_PARAM && v->kind != IV_SYNTH)
        return false;
    if (v->flags & (IVF_ADDRESS_TAKEN | IVF_VOLATILE | IVF_CAPTURED | IVF_CLEANUP | IVF_CATCH))
        return false;
    TypeKind k = type_kind(tt, v->type);
    return k == TY_BOOL || k == TY_INT || k == TY_FLOAT || k == TY_ENUM || k == TY_PTR || k == TY_NULLPTR ||
           k == TY_UNKNOWN || k == TY_NAMED || k == TY_REF;
}

typedef struct Uses {
    const Live *l;
    u64 *live;
} Uses;

static void use_exp(void *ctx, const IrExp *e)
{
    Uses *u = ctx;
    for (;;) {
        const IrExp *sub[2];
        if (e->kind == IE_VAR)
            set(u->live, e->var->id);
        u32 n = ir_exp_children(e, sub);
        if (n == 2)
            use_exp(ctx, sub[1]);
        if (!n)
            break;
        e = sub[0];
    }
    if (e->kind == IE_LAMBDA)
        for (u32 i = 0; i < e->n_args; i++)
            use_exp(ctx, e->args[i]);
}

/* The variable that a store overwrites as a whole, if tracked. */
static const IrVar *killed(const Live *l, const IrInst *i)
{
    if (i->op == II_STORE && i->place->kind == IE_VAR && bits_has(l->tracked, i->place->var->id))
        return i->place->var;
    return NULL;
}

static void step_back(const Live *l, const IrInst *i, u64 *live)
{
    Uses u = {l, live};
    const IrVar *k = killed(l, i);
    if (i->op == II_SCOPE_BEGIN || i->op == II_SCOPE_END)
        clear(live, i->var->id);
    if (k) {
        clear(live, k->id);
        use_exp(&u, i->value);
    } else {
        ir_inst_exps(i, use_exp, &u);
    }
    if (i->op == II_UNKNOWN)
        for (u32 n = 0; n < i->unknown->n_vars; n++)
            set(live, i->unknown->vars[n]->id);
}

/* Instructions of a block from the last to the first. */
static void backwards(const Live *l, const IrBlock *b, u64 *live, LiveDeadStore *fn, void *ctx,
                      const IrInst **list)
{
    u32 n = 0;
    for (const IrInst *i = b->first; i; i = i->next)
        list[n++] = i;
    /* dead stores are reported in order of instructions: found backwards, kept at the front of the list */
    u32 dead = n;
    const u64 *landing = b->landing ? l->in + (size_t)b->landing * l->words : NULL;
    while (n-- > 0) {
        const IrInst *i = list[n];
        if (landing && (i->op == II_CALL || i->op == II_UNKNOWN || i->op == II_THROW))
            for (u32 w = 0; w < l->words; w++)
                live[w] |= landing[w];
        const IrVar *k = fn ? killed(l, i) : NULL;
        bool is_dead = k && !bits_has(live, k->id);
        step_back(l, i, live);
        if (is_dead)
            list[--dead] = i;
    }
    if (fn)
        for (; dead < b->n_insts; dead++)
            fn(ctx, b, list[dead], list[dead]->place->var);
}

/* At the block's end; what a handler needs is added where the exception may arise. */
static void live_out(const Live *l, u32 b, u64 *out)
{
    const Cfg *c = l->cfg;
    const IrBlock *blk = c->f->blocks[b];
    memset(out, 0, l->words * sizeof *out);
    for (u32 i = c->succ_at[b]; i < c->succ_at[b + 1]; i++) {
        if (blk->landing && c->succ[i] == blk->landing && blk->last->op != II_LANDING)
            continue;
        const u64 *in = l->in + (size_t)c->succ[i] * l->words;
        for (u32 w = 0; w < l->words; w++)
            out[w] |= in[w];
    }
}

Live *live_new(const Cfg *c)
{
    Live *l = mem_zalloc(1, sizeof *l);
    const IrFunction *f = c->f;
    arena_init(&l->arena);
    l->cfg = c;
    l->words = (f->n_vars + 63) / 64;
    l->tracked = arena_array(&l->arena, u64, l->words);
    if ((u64)l->words * 64 * c->n > LIMIT_REACH_BITS)
        return l; /* nothing is tracked */
    l->complete = true;
    l->in = arena_array(&l->arena, u64, (size_t)l->words * c->n);
    l->out = arena_array(&l->arena, u64, (size_t)l->words * c->n);
    u32 longest = 0;
    for (u32 i = 0; i < f->n_vars; i++)
        if (is_tracked(&f->unit->types, f->vars[i]))
            set(l->tracked, i);
    for (u32 b = 0; b < c->n; b++)
        longest = MAX(longest, f->blocks[b]->n_insts);
    const IrInst **list = mem_alloc((longest + 1) * sizeof *list);
    u64 *live = mem_alloc((l->words + 1) * sizeof *live);
    /* Backwards over reverse postorder until nothing changes: two or three rounds for reducible graphs. */
    for (bool changed = true; changed;) {
        changed = false;
        for (u32 i = c->n_reachable; i-- > 0;) {
            u32 b = c->rpo[i];
            u64 *out = l->out + (size_t)b * l->words, *in = l->in + (size_t)b * l->words;
            live_out(l, b, out);
            memcpy(live, out, l->words * sizeof *live);
            backwards(l, f->blocks[b], live, NULL, NULL, list);
            if (memcmp(in, live, l->words * sizeof *live) != 0) {
                memcpy(in, live, l->words * sizeof *live);
                changed = true;
            }
        }
    }
    mem_free(live);
    mem_free((void *)list);
    return l;
}

void live_free(Live *l)
{
    if (!l)
        return;
    arena_release(&l->arena);
    mem_free(l);
}

void live_dead_stores(const Live *l, LiveDeadStore *fn, void *ctx)
{
    const Cfg *c = l->cfg;
    u32 longest = 0;
    if (!l->complete)
        return;
    for (u32 b = 0; b < c->n; b++)
        longest = MAX(longest, c->f->blocks[b]->n_insts);
    const IrInst **list = mem_alloc((longest + 1) * sizeof *list);
    u64 *live = mem_alloc((l->words + 1) * sizeof *live);
    for (u32 b = 0; b < c->n; b++) {
        if (!cfg_reachable(c, b))
            continue;
        memcpy(live, l->out + (size_t)b * l->words, l->words * sizeof *live);
        backwards(l, c->f->blocks[b], live, fn, ctx, list);
    }
    mem_free(live);
    mem_free((void *)list);
}
