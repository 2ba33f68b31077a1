/*
 * Private to the files that explore and execute (run.c, ask.c, plan.c, explore*.c, exec_*.c): the plan of a function and the walk through one
 * activation of it.
 */
#ifndef ENGINE_EXPLORE_H
#define ENGINE_EXPLORE_H

#include "engine/exec.h"

/* ---- plan.c: what is known of a function before it is executed ---- */

typedef struct PlanLoop {
    BlockId head;
    u32 begin, end; /* positions in Plan.order; the head is at begin */
    u32 parent;     /* index + 1, or 0 */
    bool irreducible;
    bool tested;  /* its condition stands at its head: Plan.cond marks the blocks of the condition */
    bool effects; /* has calls or stores through pointers: may change any memory that is shared */
    u32 source;   /* index + 1 into IrFunction.loops, or 0 */
    u32 n_insts;
} PlanLoop;

enum { TEMP_STORED = 1 /* in State.temps */, TEMP_FAR = 2 /* used outside of its block */ };

/* One per function and Engine. Only one walk uses it at a time, as functions that call themselves are not entered. */
typedef struct Plan {
    const IrFunction *f;
    Cfg *cfg;
    u32 *order; /* reachable blocks: the blocks of each loop stand together, its head first */
    u32 *pos;   /* by block, or CFG_UNREACHABLE */
    u32 n_order;
    PlanLoop *loops;
    u32 n_loops;
    u32 *loop_of;          /* by block: index + 1 of the innermost loop, or 0 */
    u32 *cond;             /* by block: index + 1 of the loop to whose condition it belongs, or 0 */
    u8 *temp;              /* by temp: TEMP_ */
    u32 *temps_at, *temps; /* by block: the temps it assigns */
    bool small;            /* may be entered at calls */
    /* scratch of the walk */
    StateList *waiting; /* by block */
    Val *values;        /* by temp, those that are not TEMP_STORED */
    u8 *visits;         /* by block: by edges back that belong to no loop */
    bool busy;
    Arena arena;
} Plan;

Plan *plan_new(const IrFunction *f);
void plan_free(Plan *p);
/* Index + 1 of the loop whose body is directly inside `outer` (index + 1, or 0) and that holds the block; `outer` itself when there is none. */
u32 plan_loop_below(const Plan *p, u32 outer, BlockId b);
bool plan_loop_has(const Plan *p, u32 loop, BlockId b);

/* ---- explore.c ---- */

/* One loop being run. */
typedef struct LoopRun {
    StateList back; /* came back to the head */
    bool undecided; /* some way out was not decided by what is known */
    bool symbolic;  /* some way out was decided by constraints, not by constants */
    Val unfree;     /* symbol that is not free and decides a way out other than by comparing numbers, or 0 */
    Val ended;      /* content of a string with a terminator that decides a way out, or 0 */
    bool drop_cond_exits, drop_exits, drop_back; /* what is not wanted of this pass */
    bool only_cond;                              /* states that reach the body are dropped */
    bool entering;                               /* the first round */
    i64 distance, step; /* of the operands of the condition when both are constants */
    bool has_distance;
} LoopRun;

/* A state inside of a block. */
typedef struct WalkItem {
    State *s;
    const IrInst *at;
    Val *temps; /* of the block, so far; NULL: none yet */
} WalkItem;

typedef struct Walk {
    struct Walk *outer; /* of the caller */
    Run *r;
    Plan *plan;
    LoopRun **runs; /* by loop; NULL when it is not being run */
    StateList returns;
    VEC(Val) results; /* of returns; 0: none */
    bool entered;     /* not the analysed function */
    u32 *executed;    /* by block: the clock when it was executed last */
    u32 clock;
    /* scratch of one block */
    VEC(WalkItem) items;
    StateList again, on, thrown;
    EdgeList edges;
} Walk;

#define BODY_SEVERAL 0xffffffffu /* under different conditions */

typedef struct Explore {
    Walk *walk;
    u32 quiet;        /* no events are sent */
    StateList *again; /* of the instruction at hand; NULL: no forks */
    u64 const_left;   /* steps that rounds of constant loops may still use */
    u64 enter_left;   /* steps that functions that were entered may still use */
    u64 scan_left;    /* cells that the ends of the function may still look through */
    u8 *reached;      /* by block of the analysed function */
    Map plans;        /* function -> index + 1 */
    VEC(Plan *) plan_list;
    Map contracts; /* call -> index + 1 */
    VEC(const Contract *) contract_list;
    Map bodies;      /* IndexEntry -> index + 1 of its definition in the unit; BODY_SEVERAL */
    Map logs;        /* name of a callee -> does it say that it logs: 1 no, 2 yes */
    Map globals;     /* IrGlobal.id -> 1: its initial content is known to the states */
    u32 made_from;   /* objects looked at for `made` */
    VEC(ObjId) made; /* ALLOC and HANDLE */
} Explore;

/* Explores an activation from its entry; the analysed function (entered false) sends EXIT at its ends, of others the states that
 * returned are collected in w->returns. */
void explore_function(Walk *w, State *entry);
void explore_return(Run *r, State *s, const Where *at, Val value);
/* Executes the blocks at positions [begin, end) of the order, which are those directly inside `loop` (index + 1, or 0) and its inner loops. */
void explore_region(Walk *w, u32 begin, u32 end, u32 loop);
/* Merges the states that wait at a block; in joined mode into one. */
void explore_merge(Run *r, StateList *l, u32 limit);
Plan *explore_plan(Run *r, const IrFunction *f);
/* Does the object hold the terminator of a string? */
bool explore_is_ended(const Run *r, const State *s, ObjId o);
/* exec_inst.c */
Val explore_temp(Run *r, const State *s, TempId t);
void explore_set_temp(Run *r, State *s, TempId t, Val v);

/* ---- explore_loop.c ---- */

void explore_loop(Walk *w, u32 loop);
/* Forgets what the instructions of a loop may change. */
void explore_forget(Walk *w, State *s, u32 loop);

/* ---- ask.c ---- */

Question ask_no(void);
Question ask_yes(const State *s);
Question ask_unknown(EngineWhy why, Val sym);
EngineWhy ask_why(const Run *r, Val sym);
/* The alternatives of a JOIN symbol that are possible in s, as bits; 0: it has none. */
u32 ask_alternatives(const State *s, const SymInfo *info);
/* The value that a JOIN symbol of which one alternative is left stands for; other values unchanged. */
Val ask_decided(const Run *r, const State *s, Val v);

/* ---- exec_float.c ---- */

/* The truth of a comparison of floating values of which one is a constant; `unknown`: a symbol for it, also when nothing is known of it. */
Val exec_float_compare(Run *r, IrBinop op, Val a, Val b, Val unknown);
/* Is the floating value zero? */
Question exec_float_zero(Run *r, const State *s, Val b);
/* A library function of one floating argument: its value when the argument is a constant, else 0; *info, of the symbol for its result, says what it is of. */
Val exec_float_call(Run *r, const CallSite *site, SymInfo *info);

/* Contexts of symbols that do not depend on an activation. */
enum {
    KEY_LAYOUT = 0x4c41594f,
    KEY_CONFIG = 0x434f4e46,
    KEY_NAME = 0x4e414d45,
    KEY_MAIN = 0x4d41494e,
    KEY_NONZERO = 0x4e5a4552
};

#endif
