/*
 * Dominators and post-dominators; see passes.h. T. Lengauer, R. Tarjan: A Fast Algorithm for Finding Dominators in a
 * Flowgraph, 1979, in its simple form with path compression: O(edges * log nodes), also for the long chains of
 * conditions in generated code on which the iterative algorithms are quadratic.
 */
#include "base/mem.h"
#include "ir/passes.h"

/* A graph seen from its root. */
typedef struct View {
    u32 n, root;
    const u32 *succ_at, *succ, *pred_at, *pred;
} View;

/* Working arrays, indexed by node unless said otherwise. Numbers (dfs) count from 1; 0: not reached. */
typedef struct Work {
    u32 *dfs, *vertex; /* vertex: by number */
    u32 *parent, *semi, *ancestor, *label;
    u32 *bucket, *bucket_next; /* node + 1 */
    u32 *stack;
    u32 count;
} Work;

static void walk(const View *v, Work *w)
{
    u32 *next = mem_alloc((v->n + 1) * sizeof *next), depth = 0;
    w->stack[depth++] = v->root;
    w->dfs[v->root] = ++w->count;
    w->vertex[w->count] = v->root;
    next[v->root] = v->succ_at[v->root];
    while (depth) {
        u32 b = w->stack[depth - 1];
        if (next[b] == v->succ_at[b + 1]) {
            depth--;
            continue;
        }
        u32 s = v->succ[next[b]++];
        if (w->dfs[s])
            continue;
        w->dfs[s] = ++w->count;
        w->vertex[w->count] = s;
        w->parent[s] = b;
        next[s] = v->succ_at[s];
        w->stack[depth++] = s;
    }
    mem_free(next);
}

/* The node of least semidominator on the path to the root of x's tree, paths being compressed on the way. */
static u32 eval(Work *w, u32 x)
{
    if (w->ancestor[x] == DOM_NONE)
        return w->label[x];
    u32 depth = 0;
    for (u32 y = x; w->ancestor[w->ancestor[y]] != DOM_NONE; y = w->ancestor[y])
        w->stack[depth++] = y;
    while (depth) {
        u32 y = w->stack[--depth], a = w->ancestor[y];
        if (w->semi[w->label[a]] < w->semi[w->label[y]])
            w->label[y] = w->label[a];
        w->ancestor[y] = w->ancestor[a];
    }
    return w->label[x];
}

static void solve(const View *v, Work *w, u32 *idom)
{
    for (u32 i = w->count; i > 1; i--) {
        u32 x = w->vertex[i], parent = w->parent[x];
        for (u32 k = v->pred_at[x]; k < v->pred_at[x + 1]; k++) {
            if (!w->dfs[v->pred[k]])
                continue;
            u32 u = eval(w, v->pred[k]);
            w->semi[x] = MIN(w->semi[x], w->semi[u]);
        }
        u32 s = w->vertex[w->semi[x]];
        w->bucket_next[x] = w->bucket[s];
        w->bucket[s] = x + 1;
        w->ancestor[x] = parent;
        while (w->bucket[parent]) {
            u32 y = w->bucket[parent] - 1;
            w->bucket[parent] = w->bucket_next[y];
            u32 u = eval(w, y);
            idom[y] = w->semi[u] < w->semi[y] ? u : parent;
        }
    }
    idom[v->root] = v->root;
    for (u32 i = 2; i <= w->count; i++) {
        u32 x = w->vertex[i];
        if (idom[x] != w->vertex[w->semi[x]])
            idom[x] = idom[idom[x]];
    }
}

/* Intervals of the dominator tree, so that dominance is two comparisons. */
static void number(Dom *d, const View *v, Work *w)
{
    u32 *child = mem_zalloc(v->n, sizeof *child), *sibling = mem_zalloc(v->n, sizeof *sibling);
    u32 depth = 0, clock = 0;
    for (u32 i = w->count; i > 1; i--) { /* + 1: 0 is no node */
        u32 x = w->vertex[i];
        sibling[x] = child[d->idom[x]];
        child[d->idom[x]] = x + 1;
    }
    w->stack[depth++] = v->root;
    d->enter[v->root] = clock++;
    while (depth) {
        u32 x = w->stack[depth - 1];
        if (child[x]) {
            u32 c = child[x] - 1;
            child[x] = sibling[c];
            d->enter[c] = clock++;
            w->stack[depth++] = c;
        } else {
            d->leave[x] = clock++;
            depth--;
        }
    }
    mem_free(child);
    mem_free(sibling);
}

static Dom *compute(const View *v)
{
    Dom *d = mem_zalloc(1, sizeof *d);
    arena_init(&d->arena);
    d->n = v->n;
    d->idom = arena_array(&d->arena, u32, v->n);
    d->enter = arena_array(&d->arena, u32, v->n);
    d->leave = arena_array(&d->arena, u32, v->n);
    u32 *all = mem_zalloc((size_t)v->n + 1, 9 * sizeof *all), n = v->n + 1;
    Work w = {all,         all + n,     all + 2 * n, all + 3 * n, all + 4 * n,
              all + 5 * n, all + 6 * n, all + 7 * n, all + 8 * n, 0};
    walk(v, &w);
    for (u32 i = 0; i < v->n; i++) {
        d->idom[i] = w.ancestor[i] = DOM_NONE;
        w.semi[i] = w.dfs[i];
        w.label[i] = i;
    }
    solve(v, &w, d->idom);
    number(d, v, &w);
    mem_free(all);
    return d;
}

Dom *dom_new(const Cfg *c)
{
    View v = {c->n, 0, c->succ_at, c->succ, c->pred_at, c->pred};
    return compute(&v);
}

/* Reverses a graph's edges, with an exit that stands behind all reachable blocks without successors. */
Dom *dom_new_post(const Cfg *c)
{
    u32 n = c->n + 1, exit = c->n, edges = c->succ_at[c->n], at = 0;
    size_t room = (size_t)edges + c->n + 1;
    u32 *pred_at = mem_alloc((n + 1) * sizeof *pred_at), *pred = mem_alloc(room * sizeof *pred);
    u32 *succ_at = mem_alloc((n + 1) * sizeof *succ_at), *succ = mem_alloc(room * sizeof *succ);
    for (u32 b = 0; b < c->n; b++) {
        pred_at[b] = at;
        if (c->succ_at[b] == c->succ_at[b + 1] && cfg_reachable(c, b))
            pred[at++] = exit;
        for (u32 i = c->succ_at[b]; i < c->succ_at[b + 1]; i++)
            pred[at++] = c->succ[i];
    }
    pred_at[exit] = pred_at[n] = at;
    at = 0;
    for (u32 b = 0; b < c->n; b++) {
        succ_at[b] = at;
        for (u32 i = c->pred_at[b]; i < c->pred_at[b + 1]; i++)
            if (cfg_reachable(c, c->pred[i]))
                succ[at++] = c->pred[i];
    }
    succ_at[exit] = at;
    for (u32 b = 0; b < c->n; b++)
        if (cfg_reachable(c, b) && c->succ_at[b] == c->succ_at[b + 1])
            succ[at++] = b;
    succ_at[n] = at;
    View v = {n, exit, succ_at, succ, pred_at, pred};
    Dom *d = compute(&v);
    mem_free(pred_at);
    mem_free(pred);
    mem_free(succ_at);
    mem_free(succ);
    return d;
}

void dom_free(Dom *d)
{
    if (!d)
        return;
    arena_release(&d->arena);
    mem_free(d);
}
