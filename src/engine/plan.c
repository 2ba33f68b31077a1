/*
 * The plan of a function (plan_): the order in which its blocks are executed, with the blocks of each loop together; which blocks are the
 * conditions of loops; which temps live longer than their block. Called by explore.c and run.c.
 * F. Bourdoncle: Efficient chaotic iteration strategies with widenings, 1993 (weak topological order).
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "engine/explore.h"

#define NODE_LOOP 0x80000000u /* of the order's graph: a loop (index), else a block */

typedef struct Planner {
    Plan *p;
    const Loops *loops;
    u8 *seen_block, *seen_loop;
    VEC(u32) stack, post;
    VEC(u32) at; /* successor that is next, by entry of the stack */
} Planner;

/* The node of region `outer` that stands for a block: itself, or the loop directly below that holds it; false: outside. */
static bool node_of(const Planner *pl, u32 outer, BlockId b, u32 *node)
{
    u32 in = pl->loops->of[b];
    if (in == outer) {
        *node = b;
        return true;
    }
    while (in && pl->loops->loops[in - 1].parent != outer)
        in = pl->loops->loops[in - 1].parent;
    *node = (in - 1) | NODE_LOOP;
    return in != 0;
}

static bool mark(Planner *pl, u32 node)
{
    u8 *seen = node & NODE_LOOP ? &pl->seen_loop[node & ~NODE_LOOP] : &pl->seen_block[node];
    bool fresh = !*seen;
    *seen = 1;
    return fresh;
}

static u32 successors(const Planner *pl, u32 node, const u32 **at)
{
    if (node & NODE_LOOP) {
        const Loop *l = &pl->loops->loops[node & ~NODE_LOOP];
        *at = l->exits;
        return l->n_exits;
    }
    const Cfg *c = pl->p->cfg;
    *at = c->succ + c->succ_at[node];
    return c->succ_at[node + 1] - c->succ_at[node];
}

/* Depth first from a node inside of a region; nodes are added to post when they are left. The last successor is followed first, so that
 * in reverse the first (the then-side) comes first. */
static void visit(Planner *pl, u32 region, u32 root)
{
    if (!mark(pl, root))
        return;
    u32 base = pl->stack.n;
    const u32 *succ;
    vec_push(&pl->stack, root);
    vec_push(&pl->at, successors(pl, root, &succ));
    while (pl->stack.n > base) {
        u32 node = vec_last(&pl->stack);
        (void)successors(pl, node, &succ);
        u32 *next = &vec_last(&pl->at), child;
        bool down = false;
        while (*next && !down) {
            BlockId b = succ[--*next];
            down = cfg_reachable(pl->p->cfg, b) && node_of(pl, region, b, &child) && mark(pl, child);
        }
        if (down) {
            vec_push(&pl->stack, child);
            vec_push(&pl->at, successors(pl, child, &succ));
        } else {
            vec_push(&pl->post, node);
            (void)vec_pop(&pl->stack);
            (void)vec_pop(&pl->at);
        }
    }
}

static void place_region(Planner *pl, u32 region)
{
    Plan *p = pl->p;
    const Loop *l = region ? &pl->loops->loops[region - 1] : NULL;
    const u32 *blocks = l ? l->blocks : p->cfg->rpo;
    u32 n = l ? l->n_blocks : p->cfg->n_reachable, base = pl->post.n, node, begin = p->n_order;
    if (node_of(pl, region, l ? l->head : 0, &node))
        visit(pl, region, node);
    /* What the head does not reach inside of the region: cycles with several entries. */
    for (u32 i = 0; i < n; i++)
        if (cfg_reachable(p->cfg, blocks[i]) && node_of(pl, region, blocks[i], &node))
            visit(pl, region, node);
    u32 end = pl->post.n;
    for (u32 i = end; i-- > base;) {
        node = pl->post.at[i];
        if (node & NODE_LOOP) {
            place_region(pl, (node & ~NODE_LOOP) + 1);
        } else {
            p->pos[node] = p->n_order;
            p->order[p->n_order++] = node;
        }
    }
    pl->post.n = base;
    if (l) {
        p->loops[region - 1].begin = begin;
        p->loops[region - 1].end = p->n_order;
    }
}

u32 plan_loop_below(const Plan *p, u32 outer, BlockId b)
{
    u32 in = p->loop_of[b];
    if (in == outer)
        return outer;
    while (in && p->loops[in - 1].parent != outer)
        in = p->loops[in - 1].parent;
    return in ? in : outer;
}

bool plan_loop_has(const Plan *p, u32 loop, BlockId b)
{
    const PlanLoop *l = &p->loops[loop - 1];
    return p->pos[b] >= l->begin && p->pos[b] < l->end;
}

/* ---- conditions of loops ---- */

#define COND_BLOCKS 64

/* Marks the blocks from the head up to the body; a loop whose condition is not plain there is treated as one without. */
static void find_condition(Plan *p, u32 loop)
{
    PlanLoop *l = &p->loops[loop - 1];
    if (!l->source || l->irreducible)
        return;
    const IrLoop *source = &p->f->loops[l->source - 1];
    if (source->no_cond || source->head == source->body || source->head != l->head)
        return;
    BlockId found[COND_BLOCKS];
    u32 n = 0;
    bool leaves = false;
    found[n++] = l->head;
    p->cond[l->head] = loop;
    for (u32 i = 0; i < n; i++) {
        const Cfg *c = p->cfg;
        for (u32 k = c->succ_at[found[i]]; k < c->succ_at[found[i] + 1]; k++) {
            BlockId b = c->succ[k];
            if (!plan_loop_has(p, loop, b)) {
                leaves = true;
                continue;
            }
            if (b == source->body || p->cond[b] == loop)
                continue;
            if (b == source->step || p->loop_of[b] != loop || n == COND_BLOCKS) {
                leaves = false;
                goto out;
            }
            p->cond[b] = loop;
            found[n++] = b;
        }
    }
    /* A body of one block with the condition, as `while (f());`, leaves nothing to tell the two apart. */
    leaves = leaves && plan_loop_has(p, loop, source->body) && p->loop_of[source->body] == loop;
out:
    l->tested = leaves;
    for (u32 i = 0; i < n && !leaves; i++)
        p->cond[found[i]] = 0;
}

static void describe_loops(Plan *p, const Loops *loops)
{
    for (u32 i = 0; i < loops->n; i++) {
        p->loops[i].head = loops->loops[i].head;
        p->loops[i].parent = loops->loops[i].parent;
        p->loops[i].irreducible = loops->loops[i].irreducible;
        p->loops[i].source = loops->loops[i].source;
    }
}

static void measure_loops(Plan *p)
{
    for (u32 i = 0; i < p->n_order; i++)
        for (u32 l = p->loop_of[p->order[i]]; l; l = p->loops[l - 1].parent) {
            const IrBlock *b = p->f->blocks[p->order[i]];
            p->loops[l - 1].n_insts += b->n_insts;
            for (const IrInst *x = b->first; x; x = x->next)
                if (x->op == II_CALL || x->op == II_UNKNOWN ||
                    (x->op == II_STORE && !ir_place_root(x->place) && !ir_place_global(x->place)))
                    p->loops[l - 1].effects = true;
        }
}

/* ---- temps ---- */

typedef struct TempScan {
    Plan *p;
    u32 *block_of; /* by temp: block + 1 */
    u32 block;
} TempScan;

static void scan_exp(void *ctx, const IrExp *e)
{
    TempScan *s = ctx;
    for (;;) {
        if (e->kind == IE_TEMP && s->block_of[e->temp] != s->block + 1)
            s->p->temp[e->temp] |= TEMP_FAR | TEMP_STORED;
        if (e->kind == IE_LAMBDA)
            for (u32 i = 0; i < e->n_args; i++)
                scan_exp(ctx, e->args[i]);
        const IrExp *sub[2];
        u32 n = ir_exp_children(e, sub);
        if (!n)
            return;
        if (n == 2)
            scan_exp(ctx, sub[1]);
        e = sub[0];
    }
}

static void scan_temps(Plan *p)
{
    const IrFunction *f = p->f;
    TempScan s = {p, arena_array(&p->arena, u32, f->n_temps + 1), 0};
    p->temp = arena_array(&p->arena, u8, f->n_temps + 1);
    p->temps = arena_array(&p->arena, u32, f->n_temps + 1);
    p->temps_at = arena_array(&p->arena, u32, f->n_blocks + 1);
    u32 n = 0;
    for (u32 b = 0; b < f->n_blocks; b++) {
        p->temps_at[b] = n;
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->temp) {
                s.block_of[i->temp] = b + 1;
                p->temps[n++] = i->temp;
                if (i->op == II_CALL || i->op == II_UNKNOWN)
                    p->temp[i->temp] |= TEMP_STORED;
            }
    }
    p->temps_at[f->n_blocks] = n;
    for (u32 b = 0; b < f->n_blocks; b++) {
        s.block = b;
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            ir_inst_exps(i, scan_exp, &s);
            if (i->op == II_SCOPE_BEGIN && i->var->vla_bound)
                scan_exp(&s, i->var->vla_bound);
            for (u32 k = 0; i->op == II_CALL && i->call->places && k < i->call->n_args; k++)
                if (i->call->places[k])
                    scan_exp(&s, i->call->places[k]);
        }
    }
}

Plan *plan_new(const IrFunction *f)
{
    Plan *p = mem_zalloc(1, sizeof *p);
    p->f = f;
    arena_init(&p->arena);
    p->cfg = cfg_new(f);
    Dom *dom = dom_new(p->cfg);
    Loops *loops = loops_new(p->cfg, dom);
    p->n_loops = loops->n;
    p->loops = arena_array(&p->arena, PlanLoop, loops->n + 1);
    p->order = arena_array(&p->arena, u32, f->n_blocks + 1);
    p->pos = arena_array(&p->arena, u32, f->n_blocks + 1);
    p->cond = arena_array(&p->arena, u32, f->n_blocks + 1);
    p->loop_of = arena_array(&p->arena, u32, f->n_blocks + 1);
    p->visits = arena_array(&p->arena, u8, f->n_blocks + 1);
    p->waiting = arena_array(&p->arena, StateList, f->n_blocks + 1);
    p->values = arena_array(&p->arena, Val, f->n_temps + 1);
    memcpy(p->loop_of, loops->of, f->n_blocks * sizeof *p->loop_of);
    for (u32 i = 0; i < f->n_blocks; i++)
        p->pos[i] = CFG_UNREACHABLE;
    describe_loops(p, loops);
    Planner pl = {.p = p, .loops = loops};
    pl.seen_block = mem_zalloc(f->n_blocks + 1, 1);
    pl.seen_loop = mem_zalloc(loops->n + 1, 1);
    place_region(&pl, 0);
    mem_free(pl.seen_block);
    mem_free(pl.seen_loop);
    vec_release(&pl.stack);
    vec_release(&pl.post);
    vec_release(&pl.at);
    for (u32 i = 0; i < p->n_loops; i++)
        find_condition(p, i + 1);
    measure_loops(p);
    scan_temps(p);
    const u32 no = IFN_INCOMPLETE | IFN_COROUTINE | IFN_MAIN | IFN_TEMPLATE | IFN_CTOR | IFN_DTOR;
    p->small = f->n_insts <= LIMIT_ENTERED_INSTS && !(f->flags & no) && !f->n_unknown && f->n_blocks > 0;
    loops_free(loops);
    dom_free(dom);
    return p;
}

void plan_free(Plan *p)
{
    if (!p)
        return;
    for (u32 i = 0; i < p->f->n_blocks; i++)
        vec_release(&p->waiting[i]);
    cfg_free(p->cfg);
    arena_release(&p->arena);
    mem_free(p);
}
