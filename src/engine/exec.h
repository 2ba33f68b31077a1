/*
 * Shared by the files that execute instructions (exec_*.c) and explore*.c; nobody else includes it. An instruction is executed in one state,
 * which it changes; where it has several outcomes, the further states go to a list.
 */
#ifndef ENGINE_EXEC_H
#define ENGINE_EXEC_H

#include "engine/run.h"

typedef VEC(State *) StateList;

/* Where an event happens. */
typedef struct Where {
    const IrFunction *f;
    const IrBlock *block;
    const IrInst *inst;
    const IrExp *exp; /* or NULL */
    NodeId node;      /* of exp, else of inst */
} Where;

typedef struct CallSite {
    Where at;
    const IrCall *call;
    const Contract *contract; /* or NULL */
    Val *args;                /* call->n_args; places bound to references are addresses */
    Val receiver;             /* or 0 */
} CallSite;

/* ---- exec_exp.c: values and places ---- */

/* Value of an expression in s; sends ARITH and CONVERT and makes the assumptions that follow. Never VAL_NONE. */
Val exec_value(Run *r, State *s, const Where *at, const IrExp *e);
/* Truth value (0 or 1, or a condition) of a scalar value. */
Val exec_truth(Run *r, const State *s, Val v);
/* Address of a place, without an access: a VK_ADDR, or a pointer value that has no object. */
Val exec_place(Run *r, State *s, const Where *at, const IrExp *place);
/* A pointer value for use: JOIN pointers of several objects are decided by forking (the other alternatives go to `more`, which may be
 * NULL: then they are not decided), pointers of unknown origin get their object. False: it has no object in any case (null, a
 * number, not decided). */
bool exec_resolve(Run *r, State *s, Val ptr, TypeId pointee, ObjId *o, Val *off, StateList *more);
/* Size of a type in bytes as an off: a constant, or the LAYOUT symbol of a type whose size is not known. void and functions: 1. */
Val exec_type_size(Run *r, TypeId t);
/* A symbol without any knowledge, keyed by the instruction and `slot`. */
Val exec_opaque(Run *r, const State *s, const Where *at, SymOrigin origin, u32 slot, VType t);

/* What the evaluation of a place passed, for the questions of an access. */
typedef struct PlaceBound {
    Val index; /* off */
    u64 count;
} PlaceBound;

#define PLACE_BOUNDS 4
typedef struct PlaceInfo {
    Val ptr;      /* the pointer that was followed last; 0: the place is inside a named object */
    bool indexed; /* the offset depends on an index or on ptr */
    bool bit_field;
    u32 n_bounds; /* arrays inside of the object that were indexed */
    PlaceBound bound[PLACE_BOUNDS];
    Val outer_off; /* n_bounds: the outermost of these arrays as a whole */
    u64 outer_size;
    Val unit_off; /* bit_field: offset of its storage unit, or 0 */
} PlaceInfo;
Val exec_place_info(Run *r, State *s, const Where *at, const IrExp *place, PlaceInfo *info);

/* ---- exec_arith.c: the questions of arithmetic and conversions ---- */

void exec_arith(Run *r, State *s, const Where *at, const IrExp *e, VType t, Val a, Val b, Val result);
void exec_convert(Run *r, State *s, const Where *at, const IrExp *e, VType to, Val a, Val result);
/* Pointer arithmetic whose result is ptr. */
void exec_pointer_arith(Run *r, State *s, const Where *at, const IrExp *e, Val a, Val b, Val result);

/* ---- exec_access.c: every read and write of memory ---- */

/* Fills in the questions of an access whose write, string, ptr, obj, off, len, fact, arg, place are set, sends the event, and assumes
 * that no defect happened where that is possible. False: the path ends here. */
bool exec_access(Run *r, State *s, const Where *at, EvAccess *access);
/* The same for a LOAD or STORE of type t; reads give the value in *value. */
bool exec_access_place(Run *r, State *s, const Where *at, EvAccess *access, const PlaceInfo *info, TypeId t,
                       Val *value);
Event exec_event(Run *r, State *s, const Where *at, EventKind kind);
/* After a question was asked: the path goes on as if it had not happened, unless that contradicts the path. */
void exec_assume_not(Run *r, State *s, const Question *q);

/* ---- exec_inst.c ---- */

/* Executes an instruction that is no terminator. The states in *again have to execute it again, those in *on go on behind it; false:
 * s itself does not go on. */
bool exec_inst(Run *r, State *s, const Where *at, StateList *again, StateList *on);

/* A way out of a block. */
typedef struct Edge {
    State *s;
    BlockId to;
} Edge;
typedef VEC(Edge) EdgeList;

/* Executes a terminator. *cond: what was asked (0: nothing). States that leave the function by RETURN are given to explore.c. */
void exec_terminator(Run *r, State *s, const Where *at, EdgeList *out, Val *cond, StateList *again);

/* ---- exec_global.c ---- */

/* Gives an object that keeps its initialiser its content, at its first use on a path. */
void exec_use_global(Run *r, State *s, const IrGlobal *g, ObjId o);
/* Parameters of main, and those that attributes describe. */
void exec_parameters(Run *r, State *s);

/* ---- exec_call.c: which way a call goes ---- */

/* Executes a call; appends the states in which it returned to out, the result's temp set in each. None: it never returns. */
void exec_call(Run *r, State *s, const Where *at, StateList *out);
/* UNKNOWN instructions: what they list is havocked. */
void exec_unread(Run *r, State *s, const Where *at);
/* May an exception come out of the call? */
bool exec_may_throw(const Run *r, const IrCall *call);

/* ---- exec_contract.c and its parts (exec_effect.c, exec_free.c, exec_sink.c, exec_lock.c) ---- */

/* Applies a contract: demands, effects, result; outcomes are appended to out (more than one only where a failure has to be told apart, as with realloc). */
void exec_contract(Run *r, State *s, const CallSite *site, StateList *out);
/* Contract of a call, looked up once per unit; or NULL. */
const Contract *exec_contract_of(Run *r, const IrCall *call);
/* A call without a contract whose name says that it writes to a log: sends SINK for its tainted arguments. */
void exec_named_log(Run *r, State *s, const CallSite *site);
/* Releases what ptr points to by an operator or function of that family: delete, free. Sends FREE. */
void exec_free(Run *r, State *s, const Where *at, Val ptr, Sym family, bool closes, i32 arg);

/* Allocation by operator new: the address of a fresh object of `size` bytes (off; 0: not known) and element type t. Never null unless
 * std::nothrow is given. */
Val exec_new(Run *r, State *s, const Where *at, TypeId t, Val size, bool array);

/* ---- exec_lost.c ---- */

/* At the end of the analysed function: LOST and ESCAPE for what remains. value: the result or 0. */
void exec_exit(Run *r, State *s, const Where *at, Val value, bool process);
/* Nobody follows the path from here on, for want of fuel: sends LOST for what it has made, so that no ledger forgets it. */
void exec_abandon(Run *r, State *s, const Where *at);

/* ---- callee.c ---- */

#include "engine/callee.h"

#endif
