/*
 * What solver.c needs of a solver; defined by the one of solver_z3.c and solver_none.c that CMake chose. Nobody else includes it.
 */
#ifndef ENGINE_SOLVER_BACKEND_H
#define ENGINE_SOLVER_BACKEND_H

#include "engine/model.h"

extern const bool solver_linked;
/* Decides the conditions exactly, within LIMIT_SOLVER_RLIMIT. Keeps nothing between questions, so that an answer depends on nothing else. */
Solved solver_decide(const PathConds *p, Arena *arena, Witness *out);

#endif
