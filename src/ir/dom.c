/*
 * Dominators and post-dominators; see passes.h. K. Cooper, T. Harvey, K. Kennedy: A Simple, Fast Dominance Algorithm,
 * 2001: iteration over reverse postorder, intersecting in the tree so far.
 */
#include "base/mem.h"
#include "ir/passes.h"

/* A graph seen from its root: predecessors in CSR form and an order in which a node's idom comes before it. */
typedef struct View {
    u32 n, root;
    const u32 *pred_at, *pred;
    const u32 *order, *order_of; /* order[0] is the root; CFG_UNREACHABLE for what it does not hold */
    u32 n_order;
} View;

static u32 meet(const u32 *idom, const u32 *order_of, u32 a, u32 b)
{
    while (a != b) {
        while (order_of[a] > order_of[b])
            a = idom[a];
        while (order_of[b] > order_of[a])
            b = idom[b];
    }
    return a;
}

static void number(Dom *d, const View *v)
{
    /* Children lists, then an iterative walk that gives each node its interval. */
    u32 *child = mem_zalloc(v->n, sizeof *child), *sibling = mem_zalloc(v->n, sizeof *sibling);
    u32 *stack = mem_alloc((v->n + 1) * sizeof *stack), depth = 0, clock = 0;
    for (u32 i = v->n_order; i-- > 1;) { /* + 1: 0 is no node */
        u32 b = v->order[i];
        sibling[b] = child[d->idom[b]];
        child[d->idom[b]] = b + 1;
    }
    if (v->n_order) {
        stack[depth++] = v->root;
        d->enter[v->root] = clock++;
    }
    while (depth) {
        u32 b = stack[depth - 1];
        if (child[b]) {
            u32 c = child[b] - 1;
            child[b] = sibling[c];
            d->enter[c] = clock++;
            stack[depth++] = c;
        } else {
            d->leave[b] = clock++;
            depth--;
        }
    }
    mem_free(child);
    mem_free(sibling);
    mem_free(stack);
}

static Dom *compute(const View *v)
{
    Dom *d = mem_zalloc(1, sizeof *d);
    arena_init(&d->arena);
    d->n = v->n;
    d->idom = arena_array(&d->arena, u32, v->n);
    d->enter = arena_array(&d->arena, u32, v->n);
    d->leave = arena_array(&d->arena, u32, v->n);
    for (u32 i = 0; i < v->n; i++)
        d->idom[i] = DOM_NONE;
    if (!v->n_order)
        return d;
    d->idom[v->root] = v->root;
    for (bool changed = true; changed;) {
        changed = false;
        for (u32 i = 1; i < v->n_order; i++) {
            u32 b = v->order[i], best = DOM_NONE;
            for (u32 k = v->pred_at[b]; k < v->pred_at[b + 1]; k++) {
                u32 p = v->pred[k];
                if (d->idom[p] != DOM_NONE)
                    best = best == DOM_NONE ? p : meet(d->idom, v->order_of, p, best);
            }
            if (d->idom[b] != best) {
                d->idom[b] = best;
                changed = true;
            }
        }
    }
    number(d, v);
    return d;
}

Dom *dom_new(const Cfg *c)
{
    View v = {c->n, 0, c->pred_at, c->pred, c->rpo, c->rpo_of, c->n_reachable};
    return compute(&v);
}

/* The reversed graph with a virtual exit n behind all blocks without successors. */
Dom *dom_new_post(const Cfg *c)
{
    u32 n = c->n + 1, exit = c->n, edges = c->succ_at[c->n];
    u32 n_exits = 0;
    for (u32 b = 0; b < c->n; b++)
        n_exits += cfg_reachable(c, b) && c->succ_at[b] == c->succ_at[b + 1];
    u32 *pred_at = mem_zalloc(n + 1, sizeof *pred_at),
        *pred = mem_alloc((edges + n_exits + 1) * sizeof *pred);
    u32 *next_at = mem_zalloc(n + 1, sizeof *next_at),
        *next = mem_alloc((edges + n_exits + 1) * sizeof *next);
    /* Predecessors in the reversed graph are successors in the original. */
    u32 at = 0;
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
        next_at[b] = at;
        for (u32 i = c->pred_at[b]; i < c->pred_at[b + 1]; i++)
            next[at++] = c->pred[i];
    }
    next_at[exit] = at;
    for (u32 b = 0; b < c->n; b++)
        if (cfg_reachable(c, b) && c->succ_at[b] == c->succ_at[b + 1])
            next[at++] = b;
    next_at[n] = at;
    /* Reverse postorder of the reversed graph. */
    u32 *order = mem_alloc(n * sizeof *order), *order_of = mem_alloc(n * sizeof *order_of);
    u32 *stack = mem_alloc((n + 1) * sizeof *stack), *it = mem_alloc((n + 1) * sizeof *it), depth = 0,
        pos = n;
    for (u32 i = 0; i < n; i++)
        order_of[i] = CFG_UNREACHABLE;
    stack[depth++] = exit;
    it[exit] = next_at[exit];
    order_of[exit] = 0;
    while (depth) {
        u32 b = stack[depth - 1];
        if (it[b] < next_at[b + 1]) {
            u32 s = next[it[b]++];
            if (order_of[s] == CFG_UNREACHABLE && cfg_reachable(c, s)) {
                order_of[s] = 0;
                it[s] = next_at[s];
                stack[depth++] = s;
            }
        } else {
            order[--pos] = b;
            depth--;
        }
    }
    u32 n_order = n - pos;
    for (u32 i = 0; i < n_order; i++)
        order_of[order[pos + i]] = i;
    View v = {n, exit, pred_at, pred, order + pos, order_of, n_order};
    Dom *d = compute(&v);
    mem_free(pred_at);
    mem_free(pred);
    mem_free(next_at);
    mem_free(next);
    mem_free(order);
    mem_free(order_of);
    mem_free(stack);
    mem_free(it);
    return d;
}

void dom_free(Dom *d)
{
    if (!d)
        return;
    arena_release(&d->arena);
    mem_free(d);
}
