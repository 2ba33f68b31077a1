/*
 * Exploration (explore_): which block is executed next, in which states. Blocks are taken in the order of the function's plan; what
 * waits at one is merged first. Loops: explore_loop.c; one instruction: exec_inst.c. Called by run.c and exec_call.c.
 */
#include "base/limits.h"
#include "base/mem.h"
#include "engine/explore.h"

/* ---- merging ---- */

#define JOIN_STEPS 12 /* of fuel, for each state that is joined */

static void spend(Run *r, u64 steps)
{
    r->stats.steps += steps;
    if (r->fuel > steps && r->arena.used < LIMIT_RUN_BYTES) {
        r->fuel -= steps;
        return;
    }
    r->fuel = 0;
    r->joined_mode = true;
    r->stats.out_of_fuel = true;
}

/* Joins cost fuel too: paths that went apart for long know many things differently. */
static State *joined(Run *r, State *const *at, u32 n)
{
    if (n == 1)
        return at[0];
    r->stats.joins++;
    u64 before = r->values.work;
    State *s = st_join(r, at, n);
    if (!r->joined_mode)
        spend(r, JOIN_STEPS * n + (r->values.work - before));
    return s;
}

/* One path knows that a pointer is null, the other that it is not: what the code has tested is worth keeping. */
static bool tells_null(void *ctx, u32 key, void *a, void *b)
{
    const Run *r = ctx;
    const SymFact *x = a, *y = b;
    if (!x || !y || !val_type(&r->values, key).ptr)
        return true;
    bool x_null = x->range.lo == 0 && x->range.hi == 0, y_null = y->range.lo == 0 && y->range.hi == 0;
    return !((x_null && y->range.lo > 0) || (y_null && x->range.lo > 0));
}

/* States with the same memory differ in bounds and history only. */
static void join_equal(Run *r, StateList *l)
{
    u32 n = 0;
    for (u32 i = 0; i < l->n; i++) {
        u32 same = n;
        for (u32 k = 0; k < n && same == n; k++)
            if (st_same_memory(r, l->at[k], l->at[i]) &&
                pmap_diff(l->at[k]->store.facts, l->at[i]->store.facts, tells_null, r))
                same = k;
        if (same == n) {
            l->at[n++] = l->at[i];
            continue;
        }
        State *both[] = {l->at[same], l->at[i]};
        l->at[same] = joined(r, both, 2);
    }
    l->n = n;
}

void explore_merge(Run *r, StateList *l, u32 limit)
{
    r->stats.max_states = MAX(r->stats.max_states, l->n);
    if (r->joined_mode)
        limit = 1;
    else if (l->n > 1)
        join_equal(r, l);
    if (l->n > limit) {
        l->at[limit - 1] = joined(r, l->at + limit - 1, l->n - limit + 1);
        l->n = limit;
    }
    if (r->joined_mode)
        for (u32 i = 0; i < l->n; i++) {
            l->at[i]->flags |= SF_BUDGET;
            st_weaken(l->at[i], WHY_BUDGET);
        }
}

/* ---- from block to block ---- */

#define STRAY_VISITS 3

/* An edge back that belongs to no loop with one head: what comes stands for every further round. */
static void arrive_back(Walk *w, State *s, u32 loop, BlockId to)
{
    Plan *p = w->plan;
    if (p->visits[to] >= STRAY_VISITS)
        return;
    p->visits[to]++;
    if (loop)
        explore_forget(w, s, loop);
    st_weaken(s, WHY_LOOP);
    s->generation++;
    StateList *l = &p->waiting[to];
    vec_push(l, s);
    if (l->n > 1) {
        l->at[0] = joined(w->r, l->at, l->n);
        l->n = 1;
    }
}

static void arrive(Walk *w, BlockId from, State *s, BlockId to)
{
    Plan *p = w->plan;
    u32 within = p->loop_of[from];
    /* Loops that are left on the way. */
    while (within && !plan_loop_has(p, within, to)) {
        const LoopRun *run = w->runs[within - 1];
        if (run && (run->drop_exits || (run->drop_cond_exits && p->cond[from] == within)))
            return;
        within = p->loops[within - 1].parent;
    }
    for (u32 l = within; l; l = p->loops[l - 1].parent) {
        LoopRun *run = w->runs[l - 1];
        if (run && run->only_cond && p->cond[from] == l && p->cond[to] != l)
            return;
        if (p->loops[l - 1].head == to && !p->loops[l - 1].irreducible) {
            if (!run || run->drop_back)
                return;
            s->generation++;
            vec_push(&run->back, s);
            if (run->back.n > 2 * LIMIT_STATES)
                explore_merge(w->r, &run->back, LIMIT_STATES);
            return;
        }
    }
    if (p->pos[to] == CFG_UNREACHABLE)
        return;
    if (p->pos[to] <= p->pos[from]) {
        arrive_back(w, s, within, to);
        return;
    }
    StateList *l = &p->waiting[to];
    vec_push(l, s);
    if (l->n > 2 * LIMIT_STATES)
        explore_merge(w->r, l, LIMIT_STATES);
}

/* ---- what a branch says of the loops around it ---- */

bool explore_is_ended(const Run *r, const State *s, ObjId o)
{
    const ObjState *os = st_obj((Run *)r, s, o);
    if (os->str_len && os->str_ended == 1)
        return true;
    for (u32 i = 0; i < os->n_cells && i < LIMIT_OBJECT_CELLS; i++)
        if (os->cells[i].bytes && os->cells[i].bytes <= 4 && val_is_null(&r->values, os->cells[i].value))
            return true;
    return false;
}

typedef struct TextRead {
    const Run *r;
    const State *s;
} TextRead;

/* Was it read from memory that has a terminator? */
static bool is_of_text(void *ctx, Val sym, const SymInfo *i)
{
    (void)sym;
    const TextRead *t = ctx;
    return i->free && i->obj && i->type.width <= 32 && explore_is_ended(t->r, t->s, i->obj);
}

/* for (i = 0; i < n; i++) with n that nobody here knows: that the loop is entered does not say that n can be 0, so nothing that is found on the
 * way past it is certain. */
static void pass_by(Walk *w, BlockId b, u32 loop, const IrInst *branch, const EdgeList *out, Val cond)
{
    const Plan *p = w->plan;
    const IrExp *test = branch->op == II_BRANCH ? branch->cond : NULL;
    if (p->cond[b] != loop || !test || test->kind != IE_BINOP || test->op < BIN_LT || test->op > BIN_GE)
        return;
    if (!val_sym_unfree(&w->r->values, cond))
        return;
    for (u32 i = 0; i < out->n; i++)
        if (!plan_loop_has(p, loop, out->at[i].to))
            st_weaken(out->at[i].s, WHY_LOOP);
}

/* One state goes on inside of the loop and out of it. */
static void note_undecided(Walk *w, BlockId b, const IrInst *branch, const EdgeList *out, Val cond)
{
    const Plan *p = w->plan;
    for (u32 l = p->loop_of[b]; l; l = p->loops[l - 1].parent) {
        u32 inside = 0;
        for (u32 i = 0; i < out->n; i++)
            inside += plan_loop_has(p, l, out->at[i].to);
        if (inside == out->n)
            break;
        LoopRun *run = w->runs[l - 1];
        if (!inside || !run)
            continue;
        run->undecided = true;
        if (run->entering && cond)
            pass_by(w, b, l, branch, out, cond);
        const ValNode *n = cond ? val_node(&w->r->values, cond) : NULL;
        /* Bounds follow from comparisons by size (ask.c finds what they are tied to); all else is hidden from it. */
        bool ordered = n && n->kind == VK_BINOP && n->op >= BIN_LT && n->op <= BIN_GE;
        if (!cond || run->unfree)
            continue;
        const Values *vs = &w->r->values;
        TextRead text = {w->r, out->at[0].s};
        bool counted = val_sym_of(vs, cond, SO_TRIP);
        /* while (*p == ' ') p++: what ends the string ends the loop, wherever that is. */
        Val ended = counted ? VAL_NONE : val_find_sym(vs, cond, is_of_text, &text);
        if (ended)
            run->ended = ended;
        /* v >= 128 while v is shifted says nothing of the rounds that it takes. */
        if (!ordered || (!counted && val_sym_of(vs, cond, SO_WIDE)))
            run->unfree = val_sym_unfree(vs, cond);
    }
}

/* A condition of constants: how many rounds are still to come? Long loops are widened at once. */
static void note_constant(Walk *w, BlockId b, const IrInst *branch)
{
    u32 l = w->plan->cond[b];
    LoopRun *run = l ? w->runs[l - 1] : NULL;
    const IrExp *c = branch->op == II_BRANCH ? branch->cond : NULL;
    if (!run || !c || !ir_is_comparison(c) || c->a->kind != IE_TEMP)
        return;
    i64 a, k;
    Val v = explore_temp(w->r, NULL, c->a->temp);
    if (!v || !val_const(&w->r->values, v, &a) || !ir_exp_const(w->plan->f->unit, c->b, &k) ||
        a > INT32_MAX || a < INT32_MIN || k > INT32_MAX || k < INT32_MIN)
        return;
    if (run->has_distance)
        run->step = run->distance - (k - a);
    run->distance = k - a;
    run->has_distance = true;
}

/* A way out that constraints decide, not constants: the store will decide it in the generic round too. */
static void note_symbolic(Walk *w, BlockId b, const IrInst *branch, Val cond)
{
    u32 l = w->plan->loop_of[b];
    LoopRun *run = l ? w->runs[l - 1] : NULL;
    i64 n;
    if (run && cond && branch->op == II_BRANCH && !val_const(&w->r->values, cond, &n) &&
        (!plan_loop_has(w->plan, l, branch->then) || !plan_loop_has(w->plan, l, branch->other)))
        run->symbolic = true;
}

/* ---- one block ---- */

#define BLOCK_ITEMS 48 /* states that one state may become inside of a block by decisions between pointers */

typedef struct BlockRun {
    Walk *w;
    const IrBlock *b;
    u32 n_items;
} BlockRun;

static void save(BlockRun *x, State *s, const IrInst *at)
{
    const Plan *p = x->w->plan;
    u32 from = p->temps_at[x->b->id], n = p->temps_at[x->b->id + 1] - from;
    WalkItem item = {s, at, n ? arena_alloc(&x->w->r->arena, n * sizeof(Val)) : NULL};
    for (u32 i = 0; i < n; i++)
        item.temps[i] = p->values[p->temps[from + i]];
    vec_push(&x->w->items, item);
    x->n_items++;
}

static void restore(BlockRun *x, const WalkItem *item)
{
    Plan *p = x->w->plan;
    u32 from = p->temps_at[x->b->id], n = p->temps_at[x->b->id + 1] - from;
    for (u32 i = 0; i < n && item->temps; i++)
        p->values[p->temps[from + i]] = item->temps[i];
}

/* Temps of calls are kept in the state, and forgotten when nobody needs them any more. */
static void drop_temps(BlockRun *x, State *s)
{
    const Plan *p = x->w->plan;
    for (u32 i = p->temps_at[x->b->id]; i < p->temps_at[x->b->id + 1]; i++)
        if (p->temp[p->temps[i]] == TEMP_STORED)
            st_set_temp(x->w->r, s, p->temps[i], 0);
}

static void leave_block(BlockRun *x, State *s, const Where *at)
{
    Walk *w = x->w;
    Val cond = 0;
    x->w->edges.n = x->w->again.n = 0;
    note_constant(w, x->b->id, at->inst);
    exec_terminator(w->r, s, at, &x->w->edges, &cond, &x->w->again);
    for (u32 i = 0; i < x->w->again.n; i++)
        save(x, x->w->again.at[i], at->inst);
    if (x->w->edges.n == 1)
        note_symbolic(w, x->b->id, at->inst, cond);
    if (x->w->edges.n > 1) {
        w->r->stats.forks += x->w->edges.n - 1;
        note_undecided(w, x->b->id, at->inst, &x->w->edges, cond);
    }
    for (u32 i = 0; i < x->w->edges.n; i++) {
        drop_temps(x, x->w->edges.at[i].s);
        arrive(w, x->b->id, x->w->edges.at[i].s, x->w->edges.at[i].to);
    }
}

/* An exception out of a call: where to is known, whether it comes is not. */
static void throw_from_call(BlockRun *x, State *s, const IrInst *i)
{
    if (!x->b->landing || i->op != II_CALL || !exec_may_throw(x->w->r, i->call))
        return;
    State *copy = st_fork(x->w->r, s);
    st_weaken(copy, WHY_CALLEE);
    vec_push(&x->w->thrown, copy);
    if (x->w->thrown.n == LIMIT_STATES) {
        x->w->thrown.at[0] = joined(x->w->r, x->w->thrown.at, x->w->thrown.n);
        x->w->thrown.n = 1;
    }
}

static void run_item(BlockRun *x, const WalkItem *item)
{
    Run *r = x->w->r;
    Explore *ex = r->explore;
    State *s = item->s;
    restore(x, item);
    u64 steps = 0;
    for (const IrInst *i = item->at; i; i = i->next) {
        Where at = {x->w->plan->f, x->b, i, NULL, i->node};
        StateList *outer = ex->again;
        ex->again = x->n_items < BLOCK_ITEMS && !r->joined_mode ? &x->w->again : NULL;
        steps++;
        if (ir_is_terminator(i)) {
            leave_block(x, s, &at);
            ex->again = outer;
            break;
        }
        x->w->again.n = x->w->on.n = 0;
        throw_from_call(x, s, i);
        bool on = exec_inst(r, s, &at, &x->w->again, &x->w->on);
        ex->again = outer;
        for (u32 k = x->w->on.n; k-- > 0;)
            save(x, x->w->on.at[k], i->next);
        for (u32 k = x->w->again.n; k-- > 0;)
            save(x, x->w->again.at[k], i);
        if (!on)
            break;
    }
    spend(r, steps);
    x->w->executed[x->b->id] = x->w->clock;
    if (ex->quiet == 0 && !x->w->entered)
        ex->reached[x->b->id] = 1;
}

static void execute(Walk *w, State *s, BlockId b)
{
    BlockRun x = {.w = w, .b = w->plan->f->blocks[b]};
    w->items.n = w->thrown.n = 0;
    for (WalkItem item = {s, x.b->first, NULL};; item = vec_pop(&w->items)) {
        run_item(&x, &item);
        if (!w->items.n)
            break;
    }
    if (w->thrown.n) {
        State *t = joined(w->r, w->thrown.at, w->thrown.n);
        w->thrown.n = 0;
        drop_temps(&x, t);
        arrive(w, b, t, x.b->landing);
    }
}

static void run_block(Walk *w, BlockId b)
{
    StateList *l = &w->plan->waiting[b];
    if (!l->n)
        return;
    StateList now = *l;
    *l = (StateList){0};
    explore_merge(w->r, &now, LIMIT_STATES);
    for (u32 i = 0; i < now.n; i++) {
        if (w->r->joined_mode && i + 1 < now.n) { /* the fuel went out just now */
            State *one = joined(w->r, now.at + i, now.n - i);
            i = now.n - 1;
            now.at[i] = one;
            one->flags |= SF_BUDGET;
            st_weaken(one, WHY_BUDGET);
        }
        execute(w, now.at[i], b);
    }
    if (!l->n) { /* keep the memory */
        vec_clear(&now);
        vec_release(l);
        *l = now;
    } else {
        vec_release(&now);
    }
}

void explore_region(Walk *w, u32 begin, u32 end, u32 loop)
{
    const Plan *p = w->plan;
    bool more = true;
    /* Once, but for edges back that belong to no loop: they are few (STRAY_VISITS). */
    for (u32 rounds = 0; more && rounds < 64; rounds++) {
        more = false;
        for (u32 at = begin; at < end;) {
            BlockId b = p->order[at];
            u32 below = plan_loop_below(p, loop, b);
            if (below != loop) {
                explore_loop(w, below);
                at = MAX(p->loops[below - 1].end, at + 1);
            } else {
                run_block(w, b);
                at++;
            }
        }
        for (u32 at = begin; at < end && !more; at++)
            more = p->waiting[p->order[at]].n != 0;
    }
}

void explore_function(Walk *w, State *entry)
{
    Plan *p = w->plan;
    Run *r = w->r;
    Explore *ex = r->explore;
    w->outer = ex->walk;
    ex->walk = w;
    p->busy = true;
    w->runs = p->n_loops ? arena_array(&r->arena, LoopRun *, p->n_loops) : NULL;
    w->executed = arena_array(&r->arena, u32, p->f->n_blocks + 1);
    for (u32 i = 0; i < p->f->n_blocks; i++) {
        p->waiting[i].n = 0;
        p->visits[i] = 0;
    }
    StateList *again = ex->again;
    ex->again = NULL;
    vec_push(&p->waiting[0], entry);
    explore_region(w, 0, p->n_order, 0);
    ex->again = again;
    vec_release(&w->items);
    vec_release(&w->again);
    vec_release(&w->on);
    vec_release(&w->thrown);
    vec_release(&w->edges);
    p->busy = false;
    ex->walk = w->outer;
}

void explore_return(Run *r, State *s, const Where *at, Val value)
{
    Walk *w = r->explore->walk;
    if (!w->entered) {
        exec_exit(r, s, at, value, false);
        return;
    }
    vec_push(&w->returns, s);
    vec_push(&w->results, value);
}
