/*
 * Runs the engine on the functions of a unit, hands its events to the checks, and adds the answers of all states up to one verdict per
 * site. See watch.h; called by walk.c (watch_unit) and by checks' on_event.
 */
#include <stdlib.h>

#include "base/limits.h"
#include "checks/run.h"
#include "checks/watch_priv.h"

/* ---- sites ---- */

typedef enum RowVerdict { ROW_NONE, ROW_SAFE, ROW_UNDECIDED, ROW_VIOLATED } RowVerdict;

/* One site of one check: what the states seen so far came to. */
typedef struct WatchRow {
    const IrFunction *f;
    NodeId node;
    u16 check;
    u8 verdict; /* RowVerdict */
    u8 why;     /* Undecided */
    u32 tries;  /* paths put to the solver */
    Finding *finding;
} WatchRow;

typedef struct Watch {
    VEC(WatchRow) rows; /* in the order in which the sites were first seen */
    Map index;          /* check and node -> row */
    Solver *solver;     /* made at the first question: most units have none */
    Arena arena;        /* witnesses */
} Watch;

/* Which reason of the ledger an open question of the engine has. */
static const u8 reason_of[WHY_COUNT] = {
    [WHY_VALUE] = UNDECIDED_VALUE,
    [WHY_CALLER] = UNDECIDED_CALLER,
    [WHY_CALLEE] = UNDECIDED_CALLEE,
    [WHY_MEMORY] = UNDECIDED_MEMORY,
    [WHY_LOOP] = UNDECIDED_LOOP,
    [WHY_TYPE] = UNDECIDED_TYPE,
    [WHY_CONFIGURATION] = UNDECIDED_CONFIGURATION,
    [WHY_UNREAD] = UNDECIDED_UNREAD,
    [WHY_ESCAPES] = UNDECIDED_ESCAPES,
    [WHY_BUDGET] = UNDECIDED_BUDGET,
};

static WatchSite site_of(const Event *ev)
{
    return (WatchSite){.f = ev->f, .node = ev->node};
}

/* The row of a site of the current check. A node belongs to one function, so that it is the key; what lowering made without
 * one stands for its function. Holds until the next row is made. */
static WatchRow *row_of(CheckCtx *c, WatchSite at)
{
    Watch *w = c->state->watch;
    NodeId node = at.node ? at.node : at.f->node;
    u32 *slot = map_slot(&w->index, (u64)c->check << 32 | node, UINT32_MAX);
    if (*slot == UINT32_MAX) {
        *slot = w->rows.n;
        WatchRow row = {.f = at.f, .node = node, .check = (u16)c->check};
        vec_push(&w->rows, row);
    }
    return &w->rows.at[*slot];
}

static void row_safe(WatchRow *row)
{
    if (row->verdict == ROW_NONE)
        row->verdict = ROW_SAFE;
}

/* The first reason stays: it is that of the first path that leads there. */
static void row_undecided(WatchRow *row, EngineWhy why)
{
    if (row->verdict >= ROW_UNDECIDED)
        return;
    row->verdict = ROW_UNDECIDED;
    row->why = reason_of[why];
}

/* ---- verdicts ---- */

void watch_safe_at(CheckCtx *c, const Event *ev, WatchSite at)
{
    (void)ev;
    row_safe(row_of(c, at));
}

void watch_undecided_at(CheckCtx *c, const Event *ev, WatchSite at, EngineWhy why)
{
    bool budget = ev->state && ev->state->flags & SF_BUDGET;
    row_undecided(row_of(c, at), budget ? WHY_BUDGET : why);
}

/* The value that is perhaps indeterminate when the event is about nothing else; 0: none. */
static Val undefined_value(const Event *ev, Val cond)
{
    const EvAccess *a = &ev->access;
    if (ev->kind != EV_ACCESS || cond || a->undef.answer != ANSWER_MAY || a->freed.answer == ANSWER_YES ||
        a->freed.answer == ANSWER_MAY || !a->place || !a->obj)
        return VAL_NONE;
    State copy = *ev->state; /* a load may remember what it found */
    copy.edit = eng_new_edit(ev->run);
    return st_load(ev->run, &copy, a->obj, a->off, a->place->type);
}

/* Is the defect possible on this path? Asks the solver, unless there is nothing to ask. */
static Solved put_to_solver(CheckCtx *c, const Event *ev, Val cond, Witness *witness)
{
    Watch *w = c->state->watch;
    if (!w->solver)
        w->solver = solver_new(!c->run->no_solver);
    arena_reset(&w->arena);
    PathQuestion q = {.cond = cond, .undefined = undefined_value(ev, cond)};
    return solver_path(w->solver, ev->run, ev->state, q, &w->arena, witness);
}

Finding *watch_violated_at_(CheckCtx *c, const Event *ev, WatchSite at, Val cond,
                            const char *const slots[CHECK_SLOTS + 1])
{
    WatchRow *row = row_of(c, at);
    if (row->verdict == ROW_VIOLATED)
        return NULL;
    const State *s = ev->state;
    Witness witness = {0};
    if (s && s->flags & (SF_BUDGET | SF_WEAK)) {
        row_undecided(row, s->flags & SF_BUDGET ? WHY_BUDGET : (EngineWhy)s->why);
        return NULL;
    }
    if (s) {
        if (row->tries == LIMIT_SOLVER_TRIES) {
            row_undecided(row, WHY_BUDGET);
            return NULL;
        }
        Solved solved = put_to_solver(c, ev, cond, &witness);
        if (solved == SOLVED_INFEASIBLE || solved == SOLVED_DOUBTFUL) {
            row->tries++;
            if (solved == SOLVED_DOUBTFUL)
                row_undecided(row, (EngineWhy)witness.why);
            row_safe(row);
            return NULL;
        }
    }
    row->verdict = ROW_VIOLATED;
    Site site = check_site(c, row->node);
    Finding *f = row->finding = check_make_finding(site, slots);
    if (s)
        watch_path(c, ev, cond, &witness, f);
    return f;
}

void watch_safe(CheckCtx *c, const Event *ev)
{
    watch_safe_at(c, ev, site_of(ev));
}

void watch_undecided(CheckCtx *c, const Event *ev, EngineWhy why)
{
    watch_undecided_at(c, ev, site_of(ev), why);
}

Finding *watch_violated_(CheckCtx *c, const Event *ev, Val cond, const char *const slots[CHECK_SLOTS + 1])
{
    return watch_violated_at_(c, ev, site_of(ev), cond, slots);
}

Finding *watch_answer_(CheckCtx *c, const Event *ev, const Question *q,
                       const char *const slots[CHECK_SLOTS + 1])
{
    switch ((Answer)q->answer) {
    case ANSWER_NO: watch_safe(c, ev); break;
    case ANSWER_UNKNOWN: watch_undecided(c, ev, (EngineWhy)q->why); break;
    case ANSWER_YES:
    case ANSWER_MAY: return watch_violated_(c, ev, q->cond, slots);
    case ANSWER_NONE: break;
    }
    return NULL;
}

/* ---- driving the engine ---- */

/* An EventSink; ctx: CheckCtx. */
static void on_event(void *ctx, const Event *ev)
{
    CheckCtx *c = ctx;
    const CheckRun *r = c->run;
    for (u32 i = 0; i < r->by_event[ev->kind].n; i++)
        if (check_enter(c, r->by_event[ev->kind].at[i])) {
            c->function = ev->f;
            c->info->on_event(c, ev);
            check_leave(c);
        }
}

/* Functions of headers that were only read would be executed for nothing: their sites belong to no file that is reported. */
static bool wanted(const CheckCtx *c, const IrFunction *f)
{
    return f->n_blocks && f->file && src_file(&c->project->src, f->file)->wanted;
}

static int by_place(const void *a, const void *b)
{
    const WatchRow *x = *(const WatchRow *const *)a, *y = *(const WatchRow *const *)b;
    if (x->finding->at.loc != y->finding->at.loc)
        return x->finding->at.loc < y->finding->at.loc ? -1 : 1;
    if (x->check != y->check)
        return x->check < y->check ? -1 : 1;
    return x < y ? -1 : x > y; /* places in one array: the order in which they were seen */
}

static void commit(CheckCtx *c, Watch *w)
{
    VEC(const WatchRow *) violated = {0};
    for (u32 i = 0; i < w->rows.n; i++) {
        const WatchRow *row = &w->rows.at[i];
        if (row->verdict == ROW_VIOLATED) {
            vec_push(&violated, row);
            continue;
        }
        check_enter(c, row->check);
        if (row->verdict == ROW_SAFE)
            check_safe(check_site(c, row->node));
        else if (row->verdict == ROW_UNDECIDED)
            check_undecided(check_site(c, row->node), (Undecided)row->why);
    }
    if (violated.n)
        qsort(violated.at, violated.n, sizeof(const WatchRow *), by_place);
    for (u32 i = 0; i < violated.n; i++) {
        check_enter(c, violated.at[i]->check);
        check_add_finding(check_site(c, violated.at[i]->node), violated.at[i]->finding);
    }
    vec_release(&violated);
}

void watch_unit(CheckCtx *c)
{
    Watch w = {0};
    map_init(&w.index);
    arena_init(&w.arena);
    c->state->watch = &w;
    IrUnit *unit = (IrUnit *)(uintptr_t)c->ir; /* the one thread that checks a unit may lay out its types */
    Engine *engine = NULL;
    for (u32 i = 0; i < unit->n_functions; i++) {
        const IrFunction *f = unit->functions[i];
        if (!wanted(c, f))
            continue;
        if (!engine)
            engine = engine_new(c->project, c->contracts, unit, &c->run->engine);
        const Run *run = engine_function(engine, f, on_event, c);
        c->state->n_out_of_fuel += run->stats.out_of_fuel;
    }
    c->function = NULL;
    commit(c, &w);
    if (engine)
        engine_free(engine);
    solver_free(w.solver);
    c->state->watch = NULL;
    vec_release(&w.rows);
    map_release(&w.index);
    arena_release(&w.arena);
}
