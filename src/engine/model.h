/*
 * What must hold on a path, and values for symbols under which it does (model_). For one or two symbols and comparisons, trying a few
 * values is hundreds of times faster than a solver; what it finds is exact, what it does not find says nothing. Used by
 * solver.c and its backends, and by checks/watch_path.c for the values of a witness.
 */
#ifndef ENGINE_MODEL_H
#define ENGINE_MODEL_H

#include "engine/solver.h"

typedef struct PathCond {
    Val v;
    bool truth;
} PathCond;

/* Everything that a run must meet: conditions, and which facts of the state's store, and of those of the joined paths that were chosen, concern their
 * symbols. */
typedef struct PathConds {
    Run *run;
    const State *state;
    const PathChoice *choices; /* the caller's */
    u32 n_choices;
    Val question; /* the condition of the defect, or 0; in it, too, joined values are those of the choices */
    bool
        joined; /* steps before a join were left out: they are those of one of several paths, of which none was chosen */
    bool
        blurred; /* a condition is about a joined value of which no alternatives were kept: it fits any history */
    VEC(const Store *) stores; /* the state's, and those of the choices */
    VEC(PathCond) at;          /* in order of execution, the question last; each once */
    VEC(Val) syms; /* in order of first mention; those that differences of the store tie to them come last */
    VEC(const DiffFact *) diffs; /* of the store, between these symbols */
} PathConds;

/* The conditions of the history with these choices. Behind joins that are not among them: what all histories there have in common. */
void path_conds_init(PathConds *p, Run *r, const State *s, Val question, const PathChoice *choices, u32 n);
void path_conds_release(PathConds *p);
/* The alternative that was chosen of a join; -1: none. */
i32 path_choice(const PathChoice *choices, u32 n, u32 join);
/* A value on a history: joined ones below it are replaced by those of the alternatives chosen. */
Val path_value(Run *r, Val v, const PathChoice *choices, u32 n);
/* The same for a condition, in the form of st_cond. */
Val path_cond(Run *r, Val cond, const PathChoice *choices, u32 n);
/* What a joined value is on a history: the alternative chosen, also when it is indeterminate or a record; other values unchanged. */
Val path_alternative(const Run *r, Val v, const PathChoice *choices, u32 n);
/* What all stores know of a symbol. */
Interval path_range(const PathConds *p, Val sym);
/* Adds that the calls that are not followed changed nothing of what the conditions mention: HAVOC symbols are what they were. Returns
 * how many conditions that are; they are the last of p->at. */
u32 path_conds_unchanged(PathConds *p);

/* Value of v, computed as C does (wrapped to v's type), when its symbols have the witness's values and joined ones are those of its choices. False: a
 * symbol has none, v is no integer, or C does not define the result. */
bool model_eval(const Run *r, const Witness *w, Val v, i128 *out);

/* Looks for values that meet all conditions; prefers small ones. Bounded work. False: none found. The witness is in the arena. */
bool model_guess(const PathConds *p, Arena *arena, Witness *out);

#endif
