/*
 * One review's run of the checks (check_run_): what walk.c, site.c and scope.c share, and the interface for review/.
 * Checks do not include it.
 */
#ifndef CHECKS_RUN_H
#define CHECKS_RUN_H

#include "base/map.h"
#include "checks/check.h"
#include "checks/scope.h"
#include "engine/event.h"
#include "engine/run.h"

/* What the checks found in one unit. Written by the one thread that runs the unit. */
typedef struct CheckUnit {
    Ledger ledger;
    VEC(Finding *) findings; /* in the order of verdicts */
    Arena arena;             /* findings and unit data */
    void **data;             /* by check: check_unit_data */
    u32 n_functions, n_unknown_insts;
    u32 n_out_of_fuel; /* functions of the files under review whose symbolic execution used up its fuel */

    /* Only while the unit is being run. */
    Loc file_from, file_to; /* places of the file asked for last, and the file */
    FileId file;
    Scopes scopes;
    NodeId *path; /* nodes from the root to the visited one; NULL outside on_node */
    u32 path_n;
    Cfg *cfg;
    Dom *dom, *postdom;
    Loops *loops;
    Live *live;
    Reach *reach;
    struct Watch *watch; /* private to watch.c */
} CheckUnit;

/* Which checks want a call of some name: the checks with an exact name are chained, patterns are tried one by one. */
typedef struct CalleeInterest {
    const char *pattern;
    u32 check;
    u32 next; /* index + 1 of the next interest with the same last component */
} CalleeInterest;

typedef struct CheckRun {
    Project *project;
    const ContractDb *contracts;
    const bool *selected; /* by check; borrowed */
    u32 n_checks;
    CheckUnit *units; /* by unit index */
    u32 n_units;

    EngineOptions engine; /* set by review/ before the first unit; its facts are borrowed */
    bool no_solver;       /* likewise */

    VEC(u32) by_node[N_COUNT]; /* checks with on_node for the kind */
    VEC(u32) by_event[EV_COUNT];
    VEC(u32) on_unit, on_function, on_every_call, on_attr_call, on_global, on_unit_end, on_project_end;
    VEC(CalleeInterest) callees;
    Map callee_first;         /* Sym of the last component -> index + 1 into callees */
    VEC(u32) callee_patterns; /* indices into callees of patterns with * or ? */
    bool wants_calls, wants_ir, wants_events;
} CheckRun;

/* selected: by check index; it, the project and the contracts must live as long as the run. */
CheckRun *check_run_new(Project *p, const ContractDb *contracts, const bool *selected);
void check_run_free(CheckRun *r);
/* Lowers the unit and runs all selected checks on it. Different units may run on different threads at once. */
void check_run_unit(CheckRun *r, u32 unit);
/* The checks' callbacks at the end of the project; by one thread, after all units. */
void check_run_end(CheckRun *r);

/* ---- shared by walk.c, site.c and watch.c ---- */

/* File of a place, remembering the last answer. */
FileId check_file_of(CheckCtx *c, Loc loc);
/* Makes a check current; false when it does not want the unit's language. */
bool check_enter(CheckCtx *c, u32 check);
void check_leave(CheckCtx *c);
/* The two halves of check_violated_: the finding with its texts, which nobody knows yet; then its place in the list and in the ledger. */
Finding *check_make_finding(Site s, const char *const slots[CHECK_SLOTS + 1]);
void check_add_finding(Site s, Finding *f);

/* Executes the unit's functions, gives the events to the checks that want them, and enters their verdicts in the ledger. */
void watch_unit(CheckCtx *c);

#endif
