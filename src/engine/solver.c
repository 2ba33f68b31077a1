/*
 * The solver's front: easy questions are answered by trying values, the others by Z3. See solver.h.
 */
#include "engine/solver.h"

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

Solved solver_path(Solver *s, Run *r, const State *state, Val cond, Arena *arena, Witness *out)
{
    *out = (Witness){0};
    PathConds conds;
    path_conds_init(&conds, r, state, cond);
    u32 unchanged = path_conds_unchanged(&conds);
    Solved answer = SOLVED_UNKNOWN;
    if (model_guess(&conds, arena, out))
        answer = SOLVED_FEASIBLE;
    else if (s->enabled)
        answer = solver_decide(&conds, arena, out);
    if (answer == SOLVED_INFEASIBLE && unchanged) {
        conds.at.n -= unchanged;
        answer = solver_decide(&conds, arena, out) == SOLVED_INFEASIBLE ? SOLVED_INFEASIBLE : SOLVED_DOUBTFUL;
    }
    path_conds_release(&conds);
    return answer;
}
