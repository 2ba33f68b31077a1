/*
 * Reaching definitions of local variables whose address is not taken; see passes.h.
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "ir/passes.h"

static void set(u64 *w, u32 i)
{
    w[i >> 6] |= (u64)1 << (i & 63);
}

static bool is_tracked(const IrVar *v)
{
    return (v->kind == IV_LOCAL || v->kind == IV_PARAM || v->kind == IV_SYNTH) &&
           !(v->flags & (IVF_ADDRESS_TAKEN | IVF_VOLATILE | IVF_CAPTURED | IVF_MAYBE_REF | IVF_CATCH));
}

/* The variable whose whole value an instruction sets. */
static const IrVar *defined(const Reach *r, const IrInst *i)
{
    if (i->op == II_STORE && i->place->kind == IE_VAR && bits_has(r->tracked, i->place->var->id))
        return i->place->var;
    if (i->op == II_SCOPE_BEGIN && bits_has(r->tracked, i->var->id))
        return i->var;
    return NULL;
}

static void collect(Reach *r, const IrFunction *f)
{
    u32 n = f->n_vars; /* entry values of all variables, simpler than of parameters only */
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            n += defined(r, i) != NULL;
    r->n_defs = n;
    r->defs = arena_array(&r->arena, const IrInst *, n);
    r->def_var = arena_array(&r->arena, u32, n);
    r->var_defs_at = arena_array(&r->arena, u32, f->n_vars + 1);
    r->var_defs = arena_array(&r->arena, u32, n);
    u32 k = 0;
    for (; k < f->n_vars; k++)
        r->def_var[k] = k;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrVar *v = defined(r, i);
            if (v) {
                r->defs[k] = i;
                r->def_var[k++] = v->id;
            }
        }
    for (u32 i = 0; i < n; i++)
        r->var_defs_at[r->def_var[i] + 1]++;
    for (u32 i = 0; i < f->n_vars; i++)
        r->var_defs_at[i + 1] += r->var_defs_at[i];
    u32 *fill = mem_zalloc(f->n_vars + 1, sizeof *fill);
    for (u32 i = 0; i < n; i++)
        r->var_defs[r->var_defs_at[r->def_var[i]] + fill[r->def_var[i]]++] = i;
    mem_free(fill);
}

/* Definitions of the function in order; `first` of each block is passed along. */
static void transfer(const Reach *r, const IrBlock *b, u32 *def, u64 *state, u64 *landing)
{
    for (const IrInst *i = b->first; i; i = i->next) {
        if (landing && (i->op == II_CALL || i->op == II_UNKNOWN || i->op == II_THROW))
            for (u32 w = 0; w < r->words; w++)
                landing[w] |= state[w];
        const IrVar *v = defined(r, i);
        if (!v)
            continue;
        for (u32 k = r->var_defs_at[v->id]; k < r->var_defs_at[v->id + 1]; k++)
            state[r->var_defs[k] >> 6] &= ~((u64)1 << (r->var_defs[k] & 63));
        set(state, (*def)++);
    }
}

static void solve(Reach *r)
{
    const Cfg *c = r->cfg;
    const IrFunction *f = c->f;
    u32 *first = mem_alloc((c->n + 1) * sizeof *first);
    u64 *state = mem_alloc((r->words + 1) * sizeof *state),
        *thrown = mem_alloc((r->words + 1) * sizeof *thrown);
    u32 k = f->n_vars;
    for (u32 b = 0; b < c->n; b++) {
        first[b] = k;
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            k += defined(r, i) != NULL;
    }
    for (u32 i = 0; i < f->n_vars; i++)
        set(r->in, i); /* the entry is block 0 */
    for (bool changed = true; changed;) {
        changed = false;
        for (u32 i = 0; i < c->n_reachable; i++) {
            u32 b = c->rpo[i], def = first[b];
            const IrBlock *blk = f->blocks[b];
            memcpy(state, r->in + (size_t)b * r->words, r->words * sizeof *state);
            memset(thrown, 0, r->words * sizeof *thrown);
            transfer(r, blk, &def, state, blk->landing ? thrown : NULL);
            for (u32 s = c->succ_at[b]; s < c->succ_at[b + 1]; s++) {
                bool unwinds = blk->landing && c->succ[s] == blk->landing && blk->last->op != II_LANDING;
                const u64 *from = unwinds ? thrown : state;
                u64 *in = r->in + (size_t)c->succ[s] * r->words;
                for (u32 w = 0; w < r->words; w++) {
                    u64 x = in[w] | from[w];
                    changed |= x != in[w];
                    in[w] = x;
                }
            }
        }
    }
    mem_free(first);
    mem_free(state);
    mem_free(thrown);
}

Reach *reach_new(const Cfg *c)
{
    Reach *r = mem_zalloc(1, sizeof *r);
    const IrFunction *f = c->f;
    arena_init(&r->arena);
    r->cfg = c;
    r->tracked = arena_array(&r->arena, u64, (f->n_vars + 63) / 64 + 1);
    for (u32 i = 0; i < f->n_vars; i++)
        if (is_tracked(f->vars[i]))
            set(r->tracked, i);
    collect(r, f);
    r->words = (r->n_defs + 63) / 64;
    if ((u64)r->words * 64 * c->n > LIMIT_REACH_BITS)
        return r;
    r->in = arena_array(&r->arena, u64, (size_t)r->words * c->n);
    solve(r);
    r->complete = true;
    return r;
}

void reach_free(Reach *r)
{
    if (!r)
        return;
    arena_release(&r->arena);
    mem_free(r);
}

i32 reach_of(const Reach *r, const IrBlock *b, const IrInst *load, u32 *out, u32 max)
{
    if (!r->complete || load->op != II_LOAD || load->place->kind != IE_VAR ||
        !bits_has(r->tracked, load->place->var->id))
        return -1;
    u32 v = load->place->var->id;
    /* A definition earlier in the block hides all others. */
    const IrInst *last = NULL;
    for (const IrInst *i = b->first; i && i != load; i = i->next) {
        const IrVar *d = defined(r, i);
        if (d && d->id == v)
            last = i;
    }
    u32 n = 0;
    for (u32 k = r->var_defs_at[v]; k < r->var_defs_at[v + 1]; k++) {
        u32 d = r->var_defs[k];
        if (last ? r->defs[d] != last : !bits_has(r->in + (size_t)b->id * r->words, d))
            continue;
        if (n < max)
            out[n] = d;
        n++;
    }
    return (i32)n;
}
