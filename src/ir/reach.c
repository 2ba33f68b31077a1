/*
 * Reaching definitions of local variables whose address is not taken; see passes.h. A variable's definitions have
 * neighbouring numbers, so that killing them and asking for them goes by words of the bit sets.
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "ir/passes.h"

static void set(u64 *w, u32 i)
{
    w[i >> 6] |= (u64)1 << (i & 63);
}

/* Bits [from, to) of word i of a set. */
static u64 mask_of(u32 i, u32 from, u32 to)
{
    u32 lo = i * 64;
    u64 m = ~(u64)0;
    if (from > lo)
        m &= ~(u64)0 << (from - lo);
    if (to < lo + 64)
        m &= ~(~(u64)0 << (to - lo));
    return m;
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
    r->var_defs_at = arena_array(&r->arena, u32, f->n_vars + 2);
    u32 *at = r->var_defs_at + 1;
    for (u32 i = 0; i < f->n_vars; i++)
        at[i] = 1; /* the value at the entry */
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrVar *v = defined(r, i);
            if (v)
                at[v->id]++;
        }
    for (u32 i = 1; i <= f->n_vars; i++)
        r->var_defs_at[i] += r->var_defs_at[i - 1];
    r->n_defs = r->var_defs_at[f->n_vars];
    r->defs = arena_array(&r->arena, const IrInst *, r->n_defs);
    r->def_var = arena_array(&r->arena, u32, r->n_defs);
    r->def_of = arena_array(&r->arena, u32, f->n_insts);
    u32 *fill = mem_alloc((f->n_vars + 1) * sizeof *fill), *last = mem_zalloc(f->n_vars + 1, sizeof *last);
    u32 *seen_in = mem_zalloc(f->n_vars + 1, sizeof *seen_in); /* block + 1 of last[] */
    for (u32 i = 0; i < f->n_vars; i++) {
        fill[i] = r->var_defs_at[i] + 1;
        r->def_var[r->var_defs_at[i]] = i;
    }
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrVar *v = defined(r, i);
            if (v) {
                u32 d = fill[v->id]++;
                r->defs[d] = i;
                r->def_var[d] = v->id;
                r->def_of[i->id] = d + 1;
                last[v->id] = d + 1;
                seen_in[v->id] = b + 1;
            } else if (i->op == II_LOAD && i->place->kind == IE_VAR && seen_in[i->place->var->id] == b + 1) {
                r->def_of[i->id] = last[i->place->var->id];
            }
        }
    mem_free(fill);
    mem_free(last);
    mem_free(seen_in);
}

static void transfer(const Reach *r, const IrBlock *b, u64 *state, u64 *thrown)
{
    for (const IrInst *i = b->first; i; i = i->next) {
        if (thrown && (i->op == II_CALL || i->op == II_UNKNOWN || i->op == II_THROW))
            for (u32 w = 0; w < r->words; w++)
                thrown[w] |= state[w];
        u32 d = i->op == II_STORE || i->op == II_SCOPE_BEGIN ? r->def_of[i->id] : 0;
        if (!d)
            continue;
        if (i->next && i->next->op == II_STORE && r->def_of[i->next->id] &&
            r->def_var[r->def_of[i->next->id] - 1] == r->def_var[d - 1])
            continue; /* overwritten at once, as a declaration is by its initialiser */
        u32 v = r->def_var[d - 1], from = r->var_defs_at[v], to = r->var_defs_at[v + 1];
        for (u32 w = from / 64; w * 64 < to; w++)
            state[w] &= ~mask_of(w, from, to);
        set(state, d - 1);
    }
}

static void solve(Reach *r)
{
    const Cfg *c = r->cfg;
    const IrFunction *f = c->f;
    u64 *state = mem_alloc((r->words + 1) * sizeof *state),
        *thrown = mem_alloc((r->words + 1) * sizeof *thrown);
    for (u32 i = 0; i < f->n_vars; i++)
        set(r->in, r->var_defs_at[i]); /* the entry is block 0 */
    for (bool changed = true; changed;) {
        changed = false;
        for (u32 i = 0; i < c->n_reachable; i++) {
            u32 b = c->rpo[i];
            const IrBlock *blk = f->blocks[b];
            memcpy(state, r->in + (size_t)b * r->words, r->words * sizeof *state);
            memset(thrown, 0, r->words * sizeof *thrown);
            transfer(r, blk, state, blk->landing ? thrown : NULL);
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
    u32 local = r->def_of[load->id];
    if (local) {
        if (max)
            out[0] = local - 1;
        return 1;
    }
    u32 v = load->place->var->id, from = r->var_defs_at[v], to = r->var_defs_at[v + 1], n = 0;
    const u64 *in = r->in + (size_t)b->id * r->words;
    for (u32 w = from / 64; w * 64 < to; w++)
        for (u64 bits = in[w] & mask_of(w, from, to); bits; bits &= bits - 1) {
            if (n < max)
                out[n] = w * 64 + (u32)__builtin_ctzll(bits);
            n++;
        }
    return (i32)n;
}
