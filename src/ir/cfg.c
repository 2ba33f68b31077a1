/*
 * Control-flow graph of a function: edges in both directions and reverse postorder; see passes.h.
 */
#include <string.h>

#include "base/mem.h"
#include "ir/passes.h"

static void add_edges(Cfg *c)
{
    const IrFunction *f = c->f;
    u32 total = 0, cap = 64;
    BlockId *buf = mem_alloc(cap * sizeof *buf);
    for (u32 b = 0; b < c->n; b++) {
        u32 k = ir_successors(f, f->blocks[b], buf, cap);
        if (k > cap) {
            cap = k;
            buf = mem_realloc(buf, cap * sizeof *buf);
        }
        total += k;
    }
    c->succ = arena_array(&c->arena, u32, total);
    c->pred = arena_array(&c->arena, u32, total);
    u32 at = 0;
    for (u32 b = 0; b < c->n; b++) {
        c->succ_at[b] = at;
        u32 k = ir_successors(f, f->blocks[b], c->succ + at, total - at);
        for (u32 i = 0; i < k; i++)
            c->pred_at[c->succ[at + i] + 1]++;
        at += k;
    }
    c->succ_at[c->n] = at;
    mem_free(buf);
    for (u32 b = 0; b < c->n; b++)
        c->pred_at[b + 1] += c->pred_at[b];
    u32 *fill = mem_zalloc(c->n + 1, sizeof *fill);
    for (u32 b = 0; b < c->n; b++)
        for (u32 i = c->succ_at[b]; i < c->succ_at[b + 1]; i++) {
            u32 s = c->succ[i];
            c->pred[c->pred_at[s] + fill[s]++] = b;
        }
    mem_free(fill);
}

/* Depth first from the entry with a stack of our own; postorder written from the back. */
static void order(Cfg *c)
{
    u32 *stack = mem_alloc((c->n + 1) * sizeof *stack), *next = mem_alloc((c->n + 1) * sizeof *next);
    u32 depth = 0, at = c->n;
    for (u32 b = 0; b < c->n; b++)
        c->rpo_of[b] = CFG_UNREACHABLE;
    if (c->n) {
        stack[depth++] = 0;
        next[0] = c->succ_at[0];
        c->rpo_of[0] = 0;
    }
    while (depth) {
        u32 b = stack[depth - 1];
        if (next[b] < c->succ_at[b + 1]) {
            u32 s = c->succ[next[b]++];
            if (c->rpo_of[s] == CFG_UNREACHABLE) {
                c->rpo_of[s] = 0;
                next[s] = c->succ_at[s];
                stack[depth++] = s;
            }
        } else {
            c->rpo[--at] = b;
            depth--;
        }
    }
    c->n_reachable = c->n - at;
    memmove(c->rpo, c->rpo + at, c->n_reachable * sizeof *c->rpo);
    for (u32 i = 0; i < c->n_reachable; i++)
        c->rpo_of[c->rpo[i]] = i;
    mem_free(stack);
    mem_free(next);
}

Cfg *cfg_new(const IrFunction *f)
{
    Cfg *c = mem_zalloc(1, sizeof *c);
    arena_init(&c->arena);
    c->f = f;
    c->n = f->n_blocks;
    c->succ_at = arena_array(&c->arena, u32, c->n + 1);
    c->pred_at = arena_array(&c->arena, u32, c->n + 1);
    c->rpo = arena_array(&c->arena, u32, c->n);
    c->rpo_of = arena_array(&c->arena, u32, c->n);
    add_edges(c);
    order(c);
    return c;
}

void cfg_free(Cfg *c)
{
    if (!c)
        return;
    arena_release(&c->arena);
    mem_free(c);
}
