/*
 * Loops (docs/engine.md): rounds one by one as long as the ways out are decided, else two of them, then widening, the generic round
 * and a narrowing pass. Called by explore.c.
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "engine/explore.h"

/* ---- forgetting ---- */

static u32 version_of(const Walk *w, const State *s, u32 loop)
{
    return (u32)map_mix((u64)w->plan->loops[loop - 1].head << 32 ^ s->generation) | 1;
}

static void forget_object(Walk *w, State *s, ObjId o, u32 loop)
{
    st_fill(w->r, s, o, val_off(&w->r->values, 0), 0, CONTENT_SOME, 0, 0, version_of(w, s, loop));
}

static void forget_var(Walk *w, State *s, const IrVar *v, u32 loop, u8 *done)
{
    Run *r = w->r;
    if (done[v->id])
        return;
    done[v->id] = 1;
    ObjId o = v->kind == IV_STATIC && v->global ? st_global_obj(r, v->global) : st_var_obj(r, s, v);
    TypeTable *tt = &r->unit->types;
    if (!type_is_scalar(tt, v->type)) {
        forget_object(w, s, o, loop);
        return;
    }
    const IrBlock *head = w->plan->f->blocks[w->plan->loops[loop - 1].head];
    SymInfo info = sym_info(SO_WIDE, vtype_of(tt, v->type));
    info.f = w->plan->f;
    info.inst = head->first;
    info.var = v;
    st_store(r, s, o, val_off(&r->values, 0), v->type,
             val_sym(&r->values, s->frame->context, head->first->id, 0x10000 + v->id, s->generation, &info));
}

typedef struct Shared {
    Run *r;
    VEC(ObjId) objs;
} Shared;

/* Objects that a store through a pointer or a call may reach. */
static bool collect_shared(void *ctx, u32 key, void *value)
{
    Shared *c = ctx;
    const Obj *o = obj(&c->r->objects, key);
    (void)value;
    if (o->kind != OBJ_FUNC && o->kind != OBJ_STRING &&
        (o->kind != OBJ_VAR || !o->var || (o->var->flags & IVF_ADDRESS_TAKEN)))
        vec_push(&c->objs, key);
    return true;
}

void explore_forget(Walk *w, State *s, u32 loop)
{
    const Plan *p = w->plan;
    const PlanLoop *l = &p->loops[loop - 1];
    u8 *done = mem_zalloc(p->f->n_vars + 1, 1);
    for (u32 at = l->begin; at < l->end; at++)
        for (const IrInst *i = p->f->blocks[p->order[at]]->first; i; i = i->next) {
            if (i->op == II_STORE) {
                IrVar *v = ir_place_root(i->place);
                IrGlobal *g = ir_place_global(i->place);
                if (v)
                    forget_var(w, s, v, loop, done);
                else if (g)
                    forget_object(w, s, st_global_obj(w->r, g), loop);
            } else if (i->op == II_UNKNOWN) {
                for (u32 k = 0; k < i->unknown->n_vars; k++)
                    forget_var(w, s, i->unknown->vars[k], loop, done);
            }
        }
    mem_free(done);
    if (!l->effects)
        return;
    Shared c = {.r = w->r};
    pmap_each(s->objs, collect_shared, &c);
    for (u32 i = 0; i < c.objs.n; i++) {
        forget_object(w, s, c.objs.at[i], loop);
        ObjState *os = st_write_obj(w->r, s, c.objs.at[i]);
        if (os->flags & OS_OWNED)
            os->flags = (os->flags & ~(u32)OS_OWNED) | OS_MAYBE_FREED;
    }
    vec_release(&c.objs);
}

/* ---- one pass through the body ---- */

static const IrInst *head_inst(const Walk *w, u32 loop)
{
    return w->plan->f->blocks[w->plan->loops[loop - 1].head]->first;
}

/* Executes the loop once, from the states in `in` (which is emptied); run says what is wanted of it. */
static void pass(Walk *w, u32 loop, StateList *in, LoopRun *run, Val trip, bool first)
{
    const PlanLoop *l = &w->plan->loops[loop - 1];
    StateList *head = &w->plan->waiting[l->head];
    for (u32 i = 0; i < in->n; i++) {
        if (!first)
            st_step(w->r, in->at[i], (Step){.kind = STEP_ROUND, .inst = head_inst(w, loop), .v = trip});
        vec_push(head, in->at[i]);
    }
    in->n = 0;
    LoopRun *before = w->runs[loop - 1];
    w->runs[loop - 1] = run;
    explore_region(w, l->begin, l->end, loop);
    w->runs[loop - 1] = before;
}

static void send_rounds(Walk *w, u32 loop, const StateList *back, u32 rounds, Val trip)
{
    const PlanLoop *l = &w->plan->loops[loop - 1];
    if (!l->source || w->r->explore->quiet)
        return;
    const IrBlock *b = w->plan->f->blocks[l->head];
    Where at = {w->plan->f, b, b->first, NULL, w->plan->f->loops[l->source - 1].node};
    for (u32 i = 0; i < back->n; i++) {
        Event ev = exec_event(w->r, back->at[i], &at, EV_ROUND);
        ev.round = (EvRound){&w->plan->f->loops[l->source - 1], rounds, trip};
        eng_send(w->r, &ev);
    }
}

static void copy_states(Run *r, const StateList *from, StateList *to)
{
    to->n = 0;
    for (u32 i = 0; i < from->n; i++)
        vec_push(to, st_fork(r, from->at[i]));
}

static State *one_of(Run *r, const StateList *l)
{
    return l->n == 1 ? l->at[0] : st_join(r, l->at, l->n);
}

/* ---- the rounds behind the first ones ---- */

/* Was each block of the loop reached by the rounds so far? Else what it changes is not known to widening. */
static bool all_reached(const Walk *w, const PlanLoop *l, const u8 *reached)
{
    for (u32 at = l->begin; at < l->end; at++)
        if (!reached[at - l->begin])
            return false;
    return w->plan->n_order > 0;
}

/* The number of rounds is as free as what ends them. When that is the text of a string, the symbol names its object. */
static void judge_trip(Run *r, Val trip, Val unfree, Val ended)
{
    if (trip && ended && val_kind(&r->values, trip) == VK_SYM)
        r->values.syms.at[val_node(&r->values, trip)->sym].obj = val_sym_info(&r->values, ended)->obj;
    if (!trip || !unfree || val_kind(&r->values, trip) != VK_SYM)
        return;
    SymInfo *i = &r->values.syms.at[val_node(&r->values, trip)->sym];
    i->free = false;
    i->was = unfree;
}

static void generic_rounds(Walk *w, u32 loop, State *entry, State *first, StateList *second, bool quiet,
                           u32 rounds, Val unfree, Val ended)
{
    Run *r = w->r;
    Explore *ex = r->explore;
    const PlanLoop *l = &w->plan->loops[loop - 1];
    WidenPlaces no_linear = {0};
    StateList in = {0}, copies = {0};
    State *back = NULL;
    copy_states(r, second, &copies);
    State *last = one_of(r, &copies);
    bool fits = false;
    quiet = quiet || !l->tested;
    for (u32 attempt = 0; !fits; attempt++) {
        Val trip = 0;
        bool give_up = attempt >= LIMIT_GENERIC_ROUNDS || r->joined_mode;
        r->stats.widenings++;
        State *g = st_widen(r, entry, first, last, head_inst(w, loop), &trip, &no_linear);
        if (give_up) {
            explore_forget(w, g, loop);
            st_weaken(g, r->joined_mode ? WHY_BUDGET : WHY_LOOP);
        }
        judge_trip(r, trip, unfree, ended);
        State *widened = st_fork(r, g), *again = st_fork(r, g);
        LoopRun run = {.drop_cond_exits = l->tested, .drop_exits = quiet, .unfree = unfree};
        vec_push(&in, g);
        ex->quiet += quiet;
        pass(w, loop, &in, &run, trip, false);
        ex->quiet -= quiet;
        judge_trip(r, trip, run.unfree, run.ended);
        if (run.back.n)
            explore_merge(r, &run.back, 1);
        back = run.back.n ? run.back.at[0] : NULL;
        fits = give_up || !back || st_widen_check(r, widened, back, trip, &no_linear);
        if (fits && l->tested && quiet) { /* now that it is known to hold, for everybody to hear */
            run.back.n = 0;
            run.drop_exits = false;
            vec_push(&in, again);
            pass(w, loop, &in, &run, trip, false);
            if (run.back.n)
                explore_merge(r, &run.back, 1);
            back = run.back.n ? run.back.at[0] : NULL;
        }
        if (fits && back) {
            StateList came = {&back, 1, 1};
            send_rounds(w, loop, &came, rounds + 1, trip);
        }
        vec_release(&run.back);
    }
    /* The ways out: of the second round, and of what came back from the generic one. */
    LoopRun out = {.drop_back = true, .only_cond = l->tested};
    for (u32 i = 0; i < second->n; i++)
        vec_push(&in, second->at[i]);
    if (back)
        vec_push(&in, back);
    ex->quiet += l->tested;
    pass(w, loop, &in, &out, 0, true);
    ex->quiet -= l->tested;
    vec_release(&out.back);
    vec_release(&in);
    vec_release(&copies);
    vec_release(&no_linear);
}

/* ---- loops ---- */

static void joined_round(Walk *w, u32 loop, StateList *in)
{
    Run *r = w->r;
    explore_merge(r, in, 1);
    explore_forget(w, in->at[0], loop);
    LoopRun run = {0};
    pass(w, loop, in, &run, 0, false);
    const IrBlock *head = w->plan->f->blocks[w->plan->loops[loop - 1].head];
    const Where at = {w->plan->f, head, head->first, NULL, head->first->node};
    for (u32 i = 0; i < run.back.n && !w->entered; i++)
        exec_abandon(r, run.back.at[i], &at);
    vec_release(&run.back);
}

/* Cycles with several ways in: whoever enters stands for all rounds. */
static void irreducible_loop(Walk *w, u32 loop)
{
    const PlanLoop *l = &w->plan->loops[loop - 1];
    for (u32 at = l->begin; at < l->end; at++) {
        StateList *waiting = &w->plan->waiting[w->plan->order[at]];
        if (!waiting->n)
            continue;
        explore_merge(w->r, waiting, 1);
        explore_forget(w, waiting->at[0], loop);
        st_weaken(waiting->at[0], WHY_LOOP);
    }
    explore_region(w, l->begin, l->end, loop);
}

#define SYMBOLIC_TRIPS 4 /* rounds whose ways out constraints decide, before they count */

static bool still_constant(Run *r, const LoopRun *run, u32 rounds, u64 steps)
{
    if (run->undecided || rounds >= LIMIT_CONST_TRIPS || steps > r->explore->const_left)
        return false;
    if (run->symbolic && rounds >= SYMBOLIC_TRIPS)
        return false;
    if (run->has_distance && run->step && run->distance / run->step > LIMIT_CONST_TRIPS)
        return false;
    r->explore->const_left -= steps;
    return true;
}

/* Which blocks of the loop were executed since then? */
static void note_reached(const Walk *w, const PlanLoop *l, u32 since, u8 *reached)
{
    for (u32 at = l->begin; at < l->end; at++)
        reached[at - l->begin] |= w->executed[w->plan->order[at]] >= since;
}

void explore_loop(Walk *w, u32 loop)
{
    Run *r = w->r;
    Plan *p = w->plan;
    const PlanLoop *l = &p->loops[loop - 1];
    if (l->irreducible) {
        irreducible_loop(w, loop);
        return;
    }
    StateList now = {0}, kept[2] = {{0}, {0}};
    StateList *head = &p->waiting[l->head];
    now = *head;
    *head = (StateList){0};
    if (!now.n) { /* nothing but what an edge back without a loop brought */
        explore_region(w, l->begin, l->end, loop);
        vec_release(&now);
        return;
    }
    explore_merge(r, &now, LIMIT_STATES);
    u8 *reached = mem_zalloc(l->end - l->begin, 1);
    LoopRun run = {0};
    for (u32 rounds = 0, counted = 0; now.n;) {
        if (r->joined_mode) {
            joined_round(w, loop, &now);
            break;
        }
        StateList oldest = kept[0];
        kept[0] = kept[1];
        kept[1] = oldest;
        copy_states(r, &now, &kept[1]);
        run.undecided = run.symbolic = false;
        run.entering = rounds == 0;
        run.back.n = 0;
        u64 before = r->stats.steps;
        u32 stamp = ++w->clock;
        pass(w, loop, &now, &run, 0, rounds == 0);
        note_reached(w, l, stamp, reached);
        rounds++;
        StateList swap = now;
        now = run.back;
        run.back = swap;
        if (!now.n)
            break;
        explore_merge(r, &now, LIMIT_STATES);
        send_rounds(w, loop, &now, rounds, 0);
        counted += !still_constant(r, &run, rounds, r->stats.steps - before);
        if (counted >= 2 && rounds >= 2 && !r->joined_mode) {
            generic_rounds(w, loop, one_of(r, &kept[0]), one_of(r, &kept[1]), &now,
                           !all_reached(w, l, reached), rounds, run.unfree, run.ended);
            break;
        }
    }
    mem_free(reached);
    vec_release(&run.back);
    vec_release(&now);
    vec_release(&kept[0]);
    vec_release(&kept[1]);
}
