/*
 * The solver (solver_): judges the one path of a finding, exactly, and gives values that trigger it: by trying a few (model.h), else by Z3. Called by
 * checks/watch.c only. A resource limit ends it, never a clock, so that its answers are repeatable. Without Z3 (built without, or --no-solver) what trying does
 * not settle is SOLVED_UNKNOWN.
 * L. de Moura, N. Bjørner: Z3, 2008.
 */
#ifndef ENGINE_SOLVER_H
#define ENGINE_SOLVER_H

#include "engine/state.h"

typedef enum Solved {
    SOLVED_FEASIBLE,
    SOLVED_INFEASIBLE, /* no input takes this path and makes cond true: no finding */
    SOLVED_DOUBTFUL,   /* only if something holds of which the path says nothing: Witness.why */
    SOLVED_UNKNOWN,    /* resource limit, or no solver */
} Solved;

typedef struct WitnessValue {
    Val sym;
    i64 value; /* wrapped to the symbol's type */
} WitnessValue;

/* Which of the paths that were joined a history goes on with. */
typedef struct PathChoice {
    u32 join; /* index into Run.joins */
    u32 alt;
} PathChoice;

typedef struct Witness {
    WitnessValue *
        at; /* in the arena given; symbols that bear on the path or on cond, in order of first mention on the path */
    u32 n;
    const PathChoice
        *choices; /* in the arena given: the history that was found possible, its newest join first */
    u32 n_choices;
    u8 why; /* EngineWhy of SOLVED_DOUBTFUL: a call that is not followed changed something (CALLEE), a joined value of which it is not known
             * any more where it came from has the right value (LOOP), or a joined path was weak for this reason */
} Witness;

/* What must hold at the end of the path. */
typedef struct PathQuestion {
    Val cond;      /* 0: nothing */
    Val undefined; /* a value that must be indeterminate on the history taken, or 0 */
} PathQuestion;

/* The steps of one history of a state, newest first: behind each join of the choices that of the alternative chosen, behind others the
 * state's own. Steps that only mark joins are left out; at most `limit` of them. */
typedef VEC(const Step *) StepList;
void path_linear(const Run *r, const State *s, const PathChoice *choices, u32 n, u32 limit, StepList *out);

typedef struct Solver Solver; /* one per thread */
Solver *solver_new(bool enabled);
void solver_free(Solver *s);
/*
 * Is there a run that takes the path of `state` (all ASSUME steps; declared ranges of symbols; objects' addresses distinct and not
 * null) and on which the question's conditions hold? Prefers small values for the witness.
 * A state that was joined has several histories; one that is possible by itself is looked for, the state's own first. INFEASIBLE: all were
 * refuted. When there are too many of them, only what all of them assumed counts, and the witness has no choices.
 */
Solved solver_path(Solver *s, Run *r, const State *state, PathQuestion q, Arena *arena, Witness *out);
bool solver_available(void);

#endif
