/*
 * The engine (eng_): one for a unit, one run for each of its functions. Called by checks/watch.c, dumps and tests.
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "engine/explore.h"

struct Engine {
    Run run;
    Explore explore;
    u32 fuel_percent;
};

Engine *engine_new(const Project *p, const ContractDb *contracts, IrUnit *unit, const EngineOptions *options)
{
    Engine *e = mem_zalloc(1, sizeof *e);
    Run *r = &e->run;
    r->project = p;
    r->contracts = contracts;
    r->unit = unit;
    r->facts = options ? options->facts : NULL;
    e->fuel_percent = options && options->fuel_percent ? options->fuel_percent : 100;
    arena_init(&r->arena);
    values_init(&r->values, &r->arena, &unit->types);
    objects_init(&r->objects);
    r->explore = &e->explore;
    map_init(&e->explore.plans);
    map_init(&e->explore.contracts);
    map_init(&e->explore.logs);
    map_init(&e->explore.globals);
    map_init(&e->explore.bodies);
    for (u32 i = 0; i < unit->n_functions; i++)
        if (unit->functions[i]->entry) {
            u32 *slot = map_slot(&e->explore.bodies, unit->functions[i]->entry, 0);
            *slot = *slot ? BODY_SEVERAL : i + 1;
        }
    return e;
}

static void forget_joins(Run *r)
{
    for (u32 i = 0; i < r->joins.n; i++)
        vec_release(&r->joins.at[i].syms);
    r->joins.n = 0;
}

void engine_free(Engine *e)
{
    if (!e)
        return;
    Run *r = &e->run;
    Explore *ex = &e->explore;
    forget_joins(r);
    vec_release(&r->joins);
    values_release(&r->values);
    objects_release(&r->objects);
    arena_release(&r->arena);
    for (u32 i = 0; i < ex->plan_list.n; i++)
        plan_free(ex->plan_list.at[i]);
    vec_release(&ex->plan_list);
    vec_release(&ex->contract_list);
    vec_release(&ex->made);
    map_release(&ex->plans);
    map_release(&ex->contracts);
    map_release(&ex->logs);
    map_release(&ex->globals);
    map_release(&ex->bodies);
    mem_free(e);
}

/* Plans of functions that may be entered are kept, those of others belong to their own run. */
Plan *explore_plan(Run *r, const IrFunction *f)
{
    Explore *ex = r->explore;
    u32 *slot = map_slot(&ex->plans, (u64)(uintptr_t)f, 0);
    if (!*slot) {
        Plan *p = plan_new(f);
        vec_push(&ex->plan_list, p);
        *slot = ex->plan_list.n;
    }
    return ex->plan_list.at[*slot - 1];
}

u32 eng_new_edit(Run *r)
{
    return ++r->next_edit;
}

void eng_send(Run *r, Event *ev)
{
    if (!r->explore->quiet && r->sink)
        r->sink(r->sink_ctx, ev);
}

/* ---- one run ---- */

static void reset(Engine *e, const IrFunction *f, EventSink *sink, void *sink_ctx)
{
    Run *r = &e->run;
    Explore *ex = &e->explore;
    forget_joins(r);
    values_reset(&r->values);
    objects_reset(&r->objects);
    arena_reset(&r->arena);
    r->f = f;
    r->sink = sink;
    r->sink_ctx = sink_ctx;
    r->next_edit = 0;
    r->joined_mode = false;
    r->stats = (RunStats){0};
    r->fuel = (LIMIT_FUEL_BASE + (u64)LIMIT_FUEL_PER_INST * f->n_insts) * e->fuel_percent / 100;
    r->fuel = MAX(r->fuel, 1);
    ex->walk = NULL;
    ex->quiet = 0;
    ex->again = NULL;
    ex->const_left = r->fuel / 2;
    ex->enter_left = r->fuel / 3;
    ex->scan_left = LIMIT_EXIT_CELLS;
    ex->reached = arena_zalloc(&r->arena, f->n_blocks + 1);
    map_clear(&ex->globals);
    ex->made.n = 0;
    ex->made_from = 1;
}

/* Instructions that control could reach as far as the graph says, but no state did. */
static void send_unreached(Run *r, const Plan *p)
{
    const IrFunction *f = r->f;
    for (u32 b = 0; b < f->n_blocks; b++) {
        if (!cfg_reachable(p->cfg, b) || r->explore->reached[b])
            continue;
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_BRANCH && i->op != II_SWITCH && i->op != II_CALL && i->op != II_LOAD &&
                i->op != II_STORE)
                continue;
            Event ev = {
                .kind = EV_UNREACHED, .f = f, .block = f->blocks[b], .inst = i, .node = i->node, .run = r};
            eng_send(r, &ev);
        }
    }
}

Run *engine_function(Engine *e, const IrFunction *f, EventSink *sink, void *sink_ctx)
{
    Run *r = &e->run;
    reset(e, f, sink, sink_ctx);
    if (!f->n_blocks)
        return r;
    Plan *p = explore_plan(r, f);
    State *s = st_new(r, st_frame(r, NULL, f, NULL, 0));
    Walk w = {.r = r, .plan = p};
    exec_parameters(r, s);
    explore_function(&w, s);
    vec_release(&w.returns);
    vec_release(&w.results);
    if (!r->stats.out_of_fuel)
        send_unreached(r, p);
    if (!p->small) {
        Explore *ex = &e->explore;
        u32 at = map_get(&ex->plans, (u64)(uintptr_t)f, 0);
        ex->plan_list.at[at - 1] = NULL;
        map_put(&ex->plans, (u64)(uintptr_t)f, 0);
        plan_free(p);
    }
    return r;
}
