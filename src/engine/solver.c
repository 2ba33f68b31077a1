/*
 * The solver's front: looks for one history of a path that is possible together with the question; easy ones are answered by trying values, the
 * others by Z3. See solver.h.
 */
#include "engine/solver.h"

#include "base/limits.h"
#include "engine/run.h"
#include "engine/solver_backend.h"

struct Solver {
    bool enabled;
};

Solver *solver_new(bool enabled)
{
    Solver *s = mem_zalloc(1, sizeof *s);
    s->enabled = enabled && solver_linked;
    return s;
}

void solver_free(Solver *s)
{
    mem_free(s);
}

bool solver_available(void)
{
    return solver_linked;
}

/* One history, or what is left of it when it ends at a join that was not chosen. */
static Solved solve(Solver *s, Run *r, const State *state, Val cond, const PathChoice *choices, u32 n,
                    Arena *arena, Witness *out)
{
    *out = (Witness){0};
    PathConds conds;
    path_conds_init(&conds, r, state, cond, choices, n);
    u32 unchanged = path_conds_unchanged(&conds);
    Solved answer = SOLVED_UNKNOWN;
    if (model_guess(&conds, arena, out))
        answer = SOLVED_FEASIBLE;
    else if (s->enabled)
        answer = solver_decide(&conds, arena, out);
    if (answer == SOLVED_INFEASIBLE && unchanged) {
        conds.at.n -= unchanged;
        answer = solver_decide(&conds, arena, out) == SOLVED_INFEASIBLE ? SOLVED_INFEASIBLE : SOLVED_DOUBTFUL;
        out->why = WHY_CALLEE;
    } else if (answer == SOLVED_FEASIBLE && conds.blurred) {
        answer = SOLVED_DOUBTFUL;
        out->why = WHY_LOOP;
    }
    path_conds_release(&conds);
    return answer;
}

/* ---- histories ---- */

/* The search through the histories of a state, depth first from its end. */
typedef struct Search {
    Solver *solver;
    Run *r;
    const State *state;
    PathQuestion q;
    Arena *arena;
    PathChoice choices[LIMIT_LINE_JOINS];
    u32 n_choices;
    VEC(PathCond) conds; /* of the history so far, newest first, as they were assumed */
    u32 lines, work;
    u32 refuted;   /* so many choices, the newest, are not possible together */
    bool stopped;  /* not all histories were looked at */
    bool unknown;  /* one had no answer: `first_unknown` is the first of these */
    bool doubtful; /* one was, the first of them for this reason */
    EngineWhy why;
    Witness witness, first_unknown;
} Search;

static void keep_choices(const Search *s, Witness *w)
{
    PathChoice *choices = arena_array(s->arena, PathChoice, s->n_choices + 1);
    for (u32 i = 0; i < s->n_choices; i++)
        choices[i] = s->choices[i];
    w->choices = choices;
    w->n_choices = s->n_choices;
}

/* Is what must be indeterminate a defined value on the history so far? */
static bool is_defined(const Search *s)
{
    if (!s->q.undefined)
        return false;
    const Values *vs = &s->r->values;
    Val v = path_alternative(s->r, s->q.undefined, s->choices, s->n_choices);
    const SymInfo *info = val_sym_info(vs, v);
    return val_kind(vs, v) != VK_UNDEF && !(info && (info->perhaps_undef || info->origin == SO_UNDEF));
}

/* Does what the joined path knew contradict what was assumed after it? Cheap, and never wrong when it says so. */
static bool refuted(Search *s, const Store *store)
{
    Store with = *store;
    StoreCtx c = {&s->r->values, s->arena};
    if (is_defined(s))
        return true;
    if (with.bottom)
        return true;
    for (u32 i = s->conds.n; i-- > 0 && s->work < LIMIT_LINE_WORK; s->work++) {
        Val cond = path_cond(s->r, s->conds.at[i].v, s->choices, s->n_choices);
        if (!cs_assume(&c, &with, cond, s->conds.at[i].truth))
            return true;
    }
    return false;
}

/* How many of the choices of a history that was refuted are refuted by themselves: other choices behind them are not worth a try. */
static u32 refuted_choices(Search *s)
{
    u32 low = 0, high = s->n_choices; /* high are refuted */
    while (low < high) {
        Witness w;
        u32 middle = low + (high - low) / 2;
        Solved answer = solve(s->solver, s->r, s->state, s->q.cond, s->choices, middle, s->arena, &w);
        if (answer == SOLVED_INFEASIBLE || (answer == SOLVED_DOUBTFUL && w.why == WHY_CALLEE))
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

static void note_doubt(Search *s, EngineWhy why)
{
    if (!s->doubtful)
        s->why = why;
    s->doubtful = true;
}

static bool put_line(Search *s)
{
    if (s->lines++ == LIMIT_LINES) {
        s->stopped = true;
        return true;
    }
    if (is_defined(s))
        return false;
    Witness w;
    Solved answer = solve(s->solver, s->r, s->state, s->q.cond, s->choices, s->n_choices, s->arena, &w);
    if (answer == SOLVED_FEASIBLE) {
        s->witness = w;
        keep_choices(s, &s->witness);
        return true;
    }
    if (answer == SOLVED_DOUBTFUL)
        note_doubt(s, (EngineWhy)w.why);
    if (answer == SOLVED_UNKNOWN && !s->unknown) {
        s->unknown = true;
        keep_choices(s, &s->first_unknown);
    }
    if (answer == SOLVED_INFEASIBLE || (answer == SOLVED_DOUBTFUL && w.why == WHY_CALLEE))
        s->refuted = refuted_choices(s);
    return false;
}

static bool search(Search *s, const Step *step);

/* Each of the joined paths that are still possible; the one whose history the state has comes first. */
static bool search_join(Search *s, const Step *step)
{
    const JoinInfo *join = &s->r->joins.at[step->join];
    u32 n = MIN(join->n, 32u), live = st_live_alternatives(s->state, step->join, n), own = 0;
    while (own < n && join->paths[own] != step->before)
        own++;
    u32 weak = join->weak;
    EngineWhy why = (EngineWhy)join->why;
    bool done = false;
    for (u32 i = 0; i <= n && !done; i++) {
        u32 alt = i ? i - 1 : own;
        if (alt >= n || (i && alt == own) || !(live >> alt & 1))
            continue;
        const Step *before = s->r->joins.at[step->join].paths[alt];
        const Store *stores = s->r->joins.at[step->join].stores;
        s->choices[s->n_choices++] = (PathChoice){step->join, alt};
        if (stores && refuted(s, &stores[alt])) {
            s->n_choices--;
            continue;
        }
        if (weak >> alt & 1) /* whether it is possible at all is open */
            note_doubt(s, why);
        else
            done = search(s, before);
        s->n_choices--;
        if (!done && s->refuted <= s->n_choices)
            break;
        s->refuted = UINT32_MAX;
    }
    return done;
}

/* Goes on with the steps before; true: an answer was found, or the limit is reached. */
static bool search(Search *s, const Step *step)
{
    u32 n_conds = s->conds.n;
    for (; step && step->kind != STEP_JOIN; step = step->before)
        if (step->kind == STEP_ASSUME && s->conds.n < LIMIT_SOLVER_CONDS)
            vec_push(&s->conds, ((PathCond){step->v, step->flag}));
    bool kept = step && step->join && step->join < s->r->joins.n && s->r->joins.at[step->join].paths;
    bool done = kept && s->n_choices < LIMIT_LINE_JOINS ? search_join(s, step) : put_line(s);
    s->conds.n = n_conds;
    return done;
}

Solved solver_path(Solver *solver, Run *r, const State *state, PathQuestion q, Arena *arena, Witness *out)
{
    Search s = {.solver = solver, .r = r, .state = state, .q = q, .arena = arena, .refuted = UINT32_MAX};
    if (q.cond)
        vec_push(&s.conds, ((PathCond){q.cond, true}));
    bool done = search(&s, state->path);
    vec_release(&s.conds);
    *out = s.witness;
    if (done && !s.stopped)
        return SOLVED_FEASIBLE;
    if (s.unknown) {
        *out = s.first_unknown;
        return SOLVED_UNKNOWN;
    }
    if (s.stopped)
        return solve(solver, r, state, q.cond, NULL, 0, arena, out);
    out->why = (u8)s.why;
    return s.doubtful ? SOLVED_DOUBTFUL : SOLVED_INFEASIBLE;
}
