/*
 * Shared by the files that execute instructions (exec_*.c) and explore.c; nobody else includes it. An Exec is one instruction being executed in one state.
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
/* Address of a place, without an access: a VK_ADDR, or a pointer value that has no object. */
Val exec_place(Run *r, State *s, const Where *at, const IrExp *place);
/* A pointer value for use: JOIN pointers of several objects are decided by forking (the other alternatives go to `more`), pointers
 * of unknown origin get their object. False: it has no object in any case (null, a number). */
bool exec_resolve(Run *r, State *s, Val ptr, TypeId pointee, ObjId *o, Val *off, StateList *more);

/* ---- exec_access.c: every read and write of memory ---- */

/* Fills in the questions of an access whose write, string, ptr, obj, off, len, fact, arg, place are set, sends the event, and assumes
 * that no defect happened where that is possible. False: the path ends here. */
bool exec_access(Run *r, State *s, const Where *at, EvAccess *access);
Event exec_event(Run *r, State *s, const Where *at, EventKind kind);
/* After a question was asked: the path goes on as if it had not happened, unless that contradicts the path. */
void exec_assume_not(Run *r, State *s, const Question *q);

/* ---- exec_call.c: which way a call goes ---- */

/* Executes a call; appends the states in which it returned to out, the result's temp set in each. None: it never returns. */
void exec_call(Run *r, State *s, const Where *at, StateList *out);
/* The callee is not followed: escape, havoc, a RESULT symbol as result. */
Val exec_unknown(Run *r, State *s, const CallSite *site);
/* UNKNOWN instructions: what they list is havocked. */
void exec_unread(Run *r, State *s, const Where *at);

/* ---- exec_contract.c and its parts (exec_effect.c, exec_free.c, exec_sink.c, exec_lock.c) ---- */

/* Applies a contract: demands, effects, result; outcomes are appended to out (more than one only where a failure has to be told apart, as with realloc). */
void exec_contract(Run *r, State *s, const CallSite *site, StateList *out);
/* Value of a contract's expression in this state, as off; result: the call's result or 0. VAL_NONE: not known. UNBOUNDED: *unbounded is set. */
Val exec_contract_value(Run *r, State *s, const CallSite *site, Val result, ContractExprId e,
                        bool *unbounded);
/* A contract's condition as a truth value; VAL_NONE: not known. */
Val exec_contract_cond(Run *r, State *s, const CallSite *site, Val result, ContractExprId e);
/* Releases what ptr points to by an operator or function of that family: delete, free. Sends FREE. */
void exec_free(Run *r, State *s, const Where *at, Val ptr, Sym family, bool closes, i32 arg);

/* ---- exec_lost.c ---- */

/* At the end of the analysed function: LOST and ESCAPE for what remains. value: the result or 0. */
void exec_exit(Run *r, State *s, const Where *at, Val value, bool process);

/* ---- callee.c ---- */

#include "engine/callee.h"

#endif
