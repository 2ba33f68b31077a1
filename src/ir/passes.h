/*
 * Passes over one function's IR (cfg_, dom_, loops_, live_, reach_): each is made on demand, reads the function, and
 * is freed by its maker. Called by engine and checks. Blocks are numbered as in IrFunction.blocks.
 */
#ifndef IR_PASSES_H
#define IR_PASSES_H

#include "ir/ir.h"

/* ---- control-flow graph ---- */

typedef struct Cfg {
    const IrFunction *f;
    u32 n; /* blocks */
    u32 *succ_at,
        *succ; /* successors of b: succ[succ_at[b] .. succ_at[b + 1]), landing included, each once */
    u32 *pred_at, *pred;
    u32 *rpo;    /* reachable blocks in reverse postorder; n_reachable entries */
    u32 *rpo_of; /* position in rpo, or CFG_UNREACHABLE */
    u32 n_reachable;
    Arena arena;
} Cfg;

#define CFG_UNREACHABLE 0xffffffffu

/* Branches on constants have both successors; nothing is evaluated. */
Cfg *cfg_new(const IrFunction *f);
void cfg_free(Cfg *c);
static inline bool cfg_reachable(const Cfg *c, BlockId b)
{
    return c->rpo_of[b] != CFG_UNREACHABLE;
}

/* ---- dominators (Lengauer, Tarjan 1979) ---- */

typedef struct Dom {
    u32 n;
    u32 *idom; /* immediate dominator; the root's is itself; DOM_NONE for blocks that are not reachable */
    u32 *enter, *leave; /* interval of the dominator tree */
    Arena arena;
} Dom;

#define DOM_NONE 0xffffffffu

Dom *dom_new(const Cfg *c);
/* Post-dominators: the root is a virtual exit, number n, behind every block that returns, throws out or ends the program;
 * blocks that cannot reach it (endless loops) have DOM_NONE. */
Dom *dom_new_post(const Cfg *c);
void dom_free(Dom *d);
/* Does a dominate b (a == b: yes)? False if either is not in the tree. */
static inline bool dom_dominates(const Dom *d, BlockId a, BlockId b)
{
    return d->idom[a] != DOM_NONE && d->idom[b] != DOM_NONE && d->enter[a] <= d->enter[b] &&
           d->leave[b] <= d->leave[a];
}

/* ---- natural loops ---- */

typedef struct Loop {
    BlockId head;
    u32 parent;  /* index + 1 of the enclosing loop, or 0 */
    u32 depth;   /* 1: outermost */
    u32 *blocks; /* ascending, head included */
    u32 n_blocks;
    u32 *exits; /* blocks outside that are reached from inside, ascending, each once */
    u32 n_exits;
    bool leaves; /* some block inside returns, throws out, ends the program or has an edge to the outside */
    bool irreducible; /* entered not only through head: blocks is the strongly connected part */
    u32 source;       /* index + 1 into IrFunction.loops when head is a source loop's, or 0 */
} Loop;

typedef struct Loops {
    Loop *loops; /* outer ones before inner ones */
    u32 n;
    u32 *of; /* by block: index + 1 of the innermost loop, or 0 */
    Arena arena;
} Loops;

Loops *loops_new(const Cfg *c, const Dom *d);
void loops_free(Loops *l);
bool loops_contains(const Loops *l, u32 loop, BlockId b);

/* ---- bit sets used by the passes below ---- */

typedef struct Bits {
    u64 *w;
    u32 n; /* bits */
} Bits;

static inline bool bits_has(const u64 *w, u32 i)
{
    return w[i >> 6] >> (i & 63) & 1;
}

/* ---- liveness of variables whose address is not taken ---- */

typedef struct Live {
    u32 words;
    u64 *in, *out; /* by block: words words each; bit: IrVar.id */
    u64 *
        tracked; /* variables that are decided: scalar, local, address not taken, not volatile, not captured */
    bool complete; /* false: too large (LIMIT_REACH_BITS); in and out are NULL and nothing is tracked */
    const Cfg *cfg;
    Arena arena;
} Live;

Live *live_new(const Cfg *c);
void live_free(Live *l);
static inline bool live_tracked(const Live *l, const IrVar *v)
{
    return bits_has(l->tracked, v->id);
}
/* Stores to tracked variables whose value nobody reads, in order of instructions; fn gets each. */
typedef void LiveDeadStore(void *ctx, const IrBlock *b, const IrInst *store, const IrVar *var);
void live_dead_stores(const Live *l, LiveDeadStore *fn, void *ctx);

/* ---- reaching definitions of such variables ---- */

typedef struct Reach {
    const Cfg *cfg;
    /* The definitions, those of one variable together and in order of instructions: first the value at the function's entry
     * (NULL), then the STOREs, and SCOPE_BEGINs for an indeterminate value. */
    const IrInst **defs;
    u32 *def_var;     /* by definition: IrVar.id */
    u32 *var_defs_at; /* by IrVar.id: its first definition; one more at the end */
    u32 n_defs;
    u32 words;
    u64 *in; /* by block: definitions that reach its start */
    u32 *
        def_of; /* by IrInst.id: of a definition its number + 1; of a LOAD that of the last definition before it in its
                     block + 1; else 0 */
    u64 *tracked;  /* by IrVar.id */
    bool complete; /* false: too large (LIMIT_REACH_BITS); nothing was computed and reach_of gives -1 */
    Arena arena;
} Reach;

Reach *reach_new(const Cfg *c);
void reach_free(Reach *r);
/* Definitions of a tracked variable that reach a LOAD of it: up to max indices into defs in out[]; the number there are, or -1
 * when the variable is not tracked. */
i32 reach_of(const Reach *r, const IrBlock *b, const IrInst *load, u32 *out, u32 max);

#endif
