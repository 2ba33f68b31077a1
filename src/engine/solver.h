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
    SOLVED_DOUBTFUL, /* only if a call that is not followed changed something that it need not have changed */
    SOLVED_UNKNOWN,  /* resource limit, or no solver */
} Solved;

typedef struct WitnessValue {
    Val sym;
    i64 value; /* wrapped to the symbol's type */
} WitnessValue;

typedef struct Witness {
    WitnessValue *
        at; /* in the arena given; symbols that bear on the path or on cond, in order of first mention on the path */
    u32 n;
} Witness;

typedef struct Solver Solver; /* one per thread */
Solver *solver_new(bool enabled);
void solver_free(Solver *s);
/* Is there a run that takes the path of `state` (all ASSUME steps; declared ranges of symbols; objects' addresses distinct and not
 * null) and on which cond holds (0: no further condition)? Prefers small values for the witness. */
Solved solver_path(Solver *s, Run *r, const State *state, Val cond, Arena *arena, Witness *out);
bool solver_available(void);

#endif
