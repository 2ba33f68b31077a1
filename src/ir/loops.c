/*
 * Natural loops and their nesting; see passes.h. Back edges to a dominator make reducible loops; a cycle that is left
 * over is reported as irreducible, with the strongly connected part as its body.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ir/passes.h"

typedef struct Found {
    u32 head;
    u32 *blocks;
    u32 n;
    bool irreducible;
} Found;

typedef struct Finder {
    const Cfg *c;
    const Dom *d;
    Arena *arena;
    VEC(Found) loops;
    u32 *mark, *stack, *scratch; /* mark[b] == stamp: in the loop at hand */
    u32 stamp;
} Finder;

static int by_number(const void *a, const void *b)
{
    u32 x = *(const u32 *)a, y = *(const u32 *)b;
    return x < y ? -1 : x > y;
}

static void add_body(Finder *f, u32 head, u32 *body, u32 n, bool irreducible)
{
    Found x = {head, arena_array(f->arena, u32, n), n, irreducible};
    memcpy(x.blocks, body, n * sizeof *body);
    qsort(x.blocks, n, sizeof *x.blocks, by_number);
    vec_push(&f->loops, x);
}

/* All blocks from which a back edge to head can be reached without passing head. */
static void natural(Finder *f, u32 head)
{
    const Cfg *c = f->c;
    u32 n = 0, depth = 0;
    f->stamp++;
    f->mark[head] = f->stamp;
    f->scratch[n++] = head;
    for (u32 i = c->pred_at[head]; i < c->pred_at[head + 1]; i++) {
        u32 p = c->pred[i];
        if (!dom_dominates(f->d, head, p))
            continue;
        if (f->mark[p] != f->stamp) {
            f->mark[p] = f->stamp;
            f->scratch[n++] = p;
            f->stack[depth++] = p;
        }
    }
    while (depth) {
        u32 b = f->stack[--depth];
        for (u32 i = c->pred_at[b]; i < c->pred_at[b + 1]; i++) {
            u32 p = c->pred[i];
            if (cfg_reachable(c, p) && f->mark[p] != f->stamp) {
                f->mark[p] = f->stamp;
                f->scratch[n++] = p;
                f->stack[depth++] = p;
            }
        }
    }
    add_body(f, head, f->scratch, n, false);
}

/* Cycles entered past their head: a retreating edge b -> h where h does not dominate b. The body is what h reaches that
 * also reaches h, inside h's dominator's region. */
static void irreducible(Finder *f, u32 h)
{
    const Cfg *c = f->c;
    u32 *forward = mem_zalloc(c->n, sizeof *forward), depth = 0, n = 0;
    forward[h] = 1;
    f->stack[depth++] = h;
    while (depth) {
        u32 b = f->stack[--depth];
        for (u32 i = c->succ_at[b]; i < c->succ_at[b + 1]; i++)
            if (!forward[c->succ[i]]) {
                forward[c->succ[i]] = 1;
                f->stack[depth++] = c->succ[i];
            }
    }
    f->stamp++;
    f->mark[h] = f->stamp;
    f->scratch[n++] = h;
    f->stack[depth++] = h;
    while (depth) {
        u32 b = f->stack[--depth];
        for (u32 i = c->pred_at[b]; i < c->pred_at[b + 1]; i++) {
            u32 p = c->pred[i];
            if (forward[p] && cfg_reachable(c, p) && f->mark[p] != f->stamp) {
                f->mark[p] = f->stamp;
                f->scratch[n++] = p;
                f->stack[depth++] = p;
            }
        }
    }
    mem_free(forward);
    add_body(f, h, f->scratch, n, true);
}

/* Outer loops first: by size, then by head. */
static int by_size(const void *a, const void *b)
{
    const Found *x = a, *y = b;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    return x->head < y->head ? -1 : x->head > y->head;
}

static bool has(const u32 *sorted, u32 n, u32 x)
{
    u32 lo = 0, hi = n;
    while (lo < hi) {
        u32 mid = lo + (hi - lo) / 2;
        if (sorted[mid] < x)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < n && sorted[lo] == x;
}

static void describe(Loops *out, const Cfg *c, Loop *l, u32 *scratch)
{
    u32 n = 0;
    for (u32 i = 0; i < l->n_blocks; i++) {
        u32 b = l->blocks[i];
        if (c->succ_at[b] == c->succ_at[b + 1])
            l->leaves = true;
        for (u32 k = c->succ_at[b]; k < c->succ_at[b + 1]; k++)
            if (!has(l->blocks, l->n_blocks, c->succ[k])) {
                l->leaves = true;
                if (n < c->n)
                    scratch[n++] = c->succ[k];
            }
        const IrInst *t = c->f->blocks[b]->last;
        if (t->op == II_THROW || t->op == II_LANDING)
            l->leaves = true;
        for (const IrInst *i2 = c->f->blocks[b]->first; i2; i2 = i2->next)
            if (i2->op == II_UNKNOWN && i2->unknown->may_exit)
                l->leaves = true;
    }
    qsort(scratch, n, sizeof *scratch, by_number);
    u32 m = 0;
    for (u32 i = 0; i < n; i++)
        if (i == 0 || scratch[i] != scratch[i - 1])
            scratch[m++] = scratch[i];
    l->n_exits = m;
    l->exits = arena_array(&out->arena, u32, m);
    if (m)
        memcpy(l->exits, scratch, m * sizeof *scratch);
}

Loops *loops_new(const Cfg *c, const Dom *d)
{
    Loops *out = mem_zalloc(1, sizeof *out);
    arena_init(&out->arena);
    Finder f = {.c = c, .d = d, .arena = &out->arena};
    f.mark = mem_zalloc(c->n + 1, sizeof *f.mark);
    f.stack = mem_alloc((c->n + 1) * sizeof *f.stack);
    f.scratch = mem_alloc((c->n + 1) * sizeof *f.scratch);
    u32 n_irreducible = 0;
    for (u32 i = 0; i < c->n_reachable; i++) {
        u32 h = c->rpo[i];
        bool back = false, retreating = false;
        for (u32 k = c->pred_at[h]; k < c->pred_at[h + 1]; k++) {
            u32 p = c->pred[k];
            if (!cfg_reachable(c, p))
                continue;
            if (dom_dominates(d, h, p))
                back = true;
            else if (c->rpo_of[p] >= i)
                retreating = true;
        }
        if (back)
            natural(&f, h);
        else if (retreating && n_irreducible++ < 64) /* each costs a walk over the function */
            irreducible(&f, h);
    }
    if (f.loops.n) /* qsort takes no null pointer, not even for nothing */
        qsort(f.loops.at, f.loops.n, sizeof *f.loops.at, by_size);
    out->n = f.loops.n;
    out->loops = arena_array(&out->arena, Loop, f.loops.n);
    out->of = arena_array(&out->arena, u32, c->n);
    for (u32 i = 0; i < f.loops.n; i++) {
        Loop *l = &out->loops[i];
        const Found *x = &f.loops.at[i];
        l->head = x->head;
        l->blocks = x->blocks;
        l->n_blocks = x->n;
        l->irreducible = x->irreducible;
        l->parent = out->of[x->head]; /* the smallest larger loop around the head so far */
        l->depth = l->parent ? out->loops[l->parent - 1].depth + 1 : 1;
        for (u32 k = 0; k < x->n; k++)
            out->of[x->blocks[k]] = i + 1;
        const IrBlock *b = c->f->blocks[x->head];
        l->source = b->flags & IBF_LOOP_HEAD ? b->loop + 1 : 0;
        describe(out, c, l, f.scratch);
    }
    vec_release(&f.loops);
    mem_free(f.mark);
    mem_free(f.stack);
    mem_free(f.scratch);
    return out;
}

void loops_free(Loops *l)
{
    if (!l)
        return;
    arena_release(&l->arena);
    mem_free(l);
}

bool loops_contains(const Loops *l, u32 loop, BlockId b)
{
    return has(l->loops[loop].blocks, l->loops[loop].n_blocks, b);
}
