/*
 * Shared by watch.c (verdicts), watch_path.c and watch_step.c (paths and witnesses of findings) and watch_text.c (slots); nobody else
 * includes it.
 */
#ifndef CHECKS_WATCH_PRIV_H
#define CHECKS_WATCH_PRIV_H

#include "base/str.h"
#include "checks/watch.h"
#include "engine/solver.h"

/* Adds the steps of the event's path that bear on the defect, the defect itself, and the input that triggers it. cond: what must hold
 * besides the path, or 0. witness: values for the symbols, n 0 when there are none. The finding has its other texts. */
void watch_path(CheckCtx *c, const Event *ev, Val cond, const Witness *witness, Finding *f);

/* ---- shared by watch_path.c and watch_step.c ---- */

enum { PATH_INTERESTS = 64 }; /* symbols, objects, variables that one path is searched for */

/* A variable of an activation, or a global (context 0). */
typedef struct PathPlace {
    const void *what;
    u64 context;
    const IrExp *place; /* the part of it that was read; NULL: all */
    bool weak;          /* matters only if its value mentions what matters */
} PathPlace;

/* Another assignment to a variable that a kept step assigned to. */
typedef struct PathStore {
    NodeId node;
    u32 step; /* the kept one */
} PathStore;

/* Bytes of an object whose value matters. */
typedef struct PathContent {
    ObjId obj;
    Val off; /* the part that begins here; 0: any */
} PathContent;

/* A finding's path in the making. */
typedef struct PathSlice {
    CheckCtx *c;
    const Event *ev;
    Run *run;
    const Witness *witness;
    Finding *finding;
    StepList steps; /* newest first */
    VEC(u8) kept;   /* by steps */
    Val syms[PATH_INTERESTS];
    ObjId objs[PATH_INTERESTS];
    PathContent contents[PATH_INTERESTS]; /* it matters what they contain, not only which objects they are */
    PathPlace vars[PATH_INTERESTS];
    PathStore stores[PATH_INTERESTS];
    u32 n_syms, n_objs, n_contents, n_vars, n_stores;
    Sb text, values;
} PathSlice;

/* Puts what a step says into s->text, and "n = 4, size = 3" into s->values; false: there is nothing to say. */
bool path_describe(PathSlice *s, const Step *step);
/* The same for the event itself, the last step. cond: as in watch_path. */
void path_describe_event(PathSlice *s, Val cond);

/* ---- watch_text.c ---- */

/* What a reader would call a symbol: "len", "header[1]", "m->len", "result of recv"; false: nothing. depth: 0. */
bool watch_add_sym(Run *r, Val sym, u32 depth, Sb *out);
/* Decimal digits of any value; "10", "at most 4096", "0 to 15", "any value" for values of a type. */
void watch_add_number(Sb *out, i128 n);
void watch_add_range(Sb *out, Interval range, VType type);

#endif
