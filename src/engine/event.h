/*
 * Events (ev_): what the engine tells checks while it executes, each with the questions that it has already asked of the state. Sent in the
 * order of exploration, which is deterministic; the same instruction is executed in several states, and checks/watch.c adds up.
 */
#ifndef ENGINE_EVENT_H
#define ENGINE_EVENT_H

#include "engine/state.h"

typedef enum Answer {
    ANSWER_NONE,    /* was not asked: does not apply */
    ANSWER_NO,      /* cannot hold in any concrete run of this path */
    ANSWER_YES,     /* holds in every one */
    ANSWER_MAY,     /* holds for some values of symbols that are free: nothing in the program stops it */
    ANSWER_UNKNOWN, /* depends on what is not known: why */
} Answer;

/* "Does this bad thing happen here?" */
typedef struct Question {
    u8 answer; /* Answer */
    u8 why;    /* EngineWhy, for UNKNOWN */
    Val cond; /* condition under which it happens, for the solver and for texts; 0 when there is none (always) */
    Val sym; /* UNKNOWN, MAY: the symbol that decides it; may be 0 */
} Question;

// clang-format off
#define EVENTS(X)                                                                                     \
    X(ACCESS)   /* memory is read or written, by a LOAD, a STORE or a callee's contract */            \
    X(FREE)     /* memory or another resource is given back */                                        \
    X(LOST)     /* the last reference to something owned goes away, or the function ends with it */   \
    X(ARITH)    /* an integer BINOP or NEG is computed */                                             \
    X(CONVERT)  /* an integer is converted to another width or sign */                                \
    X(BRANCH)   /* BRANCH and SWITCH */                                                               \
    X(CALL)     /* before a call takes effect; arguments are evaluated */                             \
    X(RESULT)   /* after a call, its result known, for each outcome */                                \
    X(DEMAND)   /* a contract's `requires` or `no_overlap` is asked */                                \
    X(SINK)     /* a value reaches an argument that must not be tainted */                            \
    X(ESCAPE)   /* the address of a local outlives it: returned, or left in memory that lives on */   \
    X(LOCK)     /* a lock is taken or given back */                                                   \
    X(SCOPE)    /* a variable dies */                                                                 \
    X(ROUND)    /* a loop's head is reached again */                                                  \
    X(EXIT)     /* the analysed function ends: by RETURN, or by falling out */                        \
    X(UNREACHED) /* after the run, for each BRANCH, CALL, LOAD, STORE ... that no state reached: state NULL */
// clang-format on

typedef enum EventKind {
    EV_NONE,
#define X(name) EV_##name,
    EVENTS(X)
#undef X
        EV_COUNT
} EventKind;

typedef enum Lost {
    LOST_OVERWRITTEN, /* the only pointer to it got another value */
    LOST_SCOPE,       /* the only pointer's scope ended */
    LOST_RETURN,      /* the function returns */
    LOST_EXIT,        /* main returns, or the process ends: usually harmless */
    LOST_DISCARDED,   /* the call's result was not used */
} Lost;

typedef struct EvAccess {
    bool write;
    bool string;              /* a contract demands a terminated string here */
    u8 width;                 /* string: bytes of an element; 0: 1 */
    bool null_ok;             /* the callee takes null: `null` is not asked, and nothing is assumed of it */
    Val ptr;                  /* the pointer; 0 for a named object */
    ObjId obj;                /* 0: not known */
    Val off, len;             /* bytes (off); len 0: not known */
    const ContractFact *fact; /* reads, writes, string ... of the callee; NULL: direct access */
    i32 arg;                  /* then the argument */
    const IrExp *place;       /* direct access: the place as written */
    Question null;            /* the pointer is null */
    Question before, beyond;  /* begins before the object, ends behind it */
    Question freed;           /* the object was given back, or its scope ended */
    Question undef;           /* reads: nobody wrote it */
    Question unended;         /* string: no terminator inside the object */
    Question readonly;        /* writes: a string literal or a const object */
} EvAccess;

typedef struct EvFree {
    bool closes; /* `closes` rather than `frees` */
    i32 arg;
    Val ptr;
    ObjId obj;             /* 0: not known, or null */
    Sym family;            /* of the callee */
    Question twice;        /* was given back before */
    Question not_start;    /* points inside the object */
    Question not_heap;     /* no object of the heap: a variable, a literal */
    Question wrong_family; /* made by another family's function */
    Question undef;        /* the pointer itself was never written */
} EvFree;

typedef struct EvLost {
    ObjId obj;
    u8 how;        /* Lost */
    Question lost; /* NO: was freed, handed on, null or its making failed */
} EvLost;

typedef struct EvArith {
    u8 op; /* IrBinop; BIN_COUNT for NEG */
    VType type;
    Val a, b, result;
    Question overflow; /* signed: out of range; unsigned: wraps */
    Question zero;     /* division, remainder by 0 */
    Question range;    /* shift count negative or too large; signed minimum / -1 */
    bool
        pointer; /* pointer arithmetic: overflow asks whether the result lies outside of [begin, end] of the object */
} EvArith;

typedef struct EvConvert {
    VType from, to;
    bool implicit;
    Val value, result;
    Question changes;  /* the value is not the same afterwards */
    Question negative; /* it is negative */
} EvConvert;

typedef struct EvBranch {
    Val cond;    /* SWITCH: the value */
    int decided; /* 1, 0: only this way in this state; -1 both */
} EvBranch;

typedef struct EvCall {
    const IrCall *call;
    const Contract *contract; /* or NULL */
    const Val *args;          /* call->n_args values */
    Val receiver;             /* or 0 */
    Val result;               /* RESULT: or 0 */
    bool entered;             /* the body was executed */
} EvCall;

typedef struct EvDemand {
    const IrCall *call;
    const Contract *contract;
    const ContractFact *fact; /* requires, no_overlap */
    Question broken;          /* it does not hold */
} EvDemand;

typedef struct EvSink {
    const IrCall *call;
    const Contract *contract;
    const ContractFact *fact; /* sink */
    i32 arg;
    Val value;        /* the argument */
    ObjId obj;        /* what it points to, or 0 */
    TaintMask taint;  /* where it comes from; 0: nothing untrusted is known to reach it */
    Val source;       /* INPUT symbol, or 0 */
    Question tainted; /* YES: untrusted and not neutralized; NO: a constant, or neutralized; UNKNOWN */
} EvSink;

typedef struct EvEscape {
    ObjId obj;   /* the local */
    ObjId where; /* that holds its address, or 0: the function's result */
    Val value;
} EvEscape;

typedef struct EvLock {
    const ContractFact *fact; /* locks, unlocks, try_locks */
    ObjId obj;
    bool take;
    Question wrong; /* take: is held already; give back: is not held */
} EvLock;

typedef struct EvRound {
    const IrLoop *loop;
    u32 rounds; /* completed */
    Val trip;   /* generic round: its symbol; else 0 */
} EvRound;

typedef struct EvExit {
    Val value;    /* result or 0 */
    bool process; /* by exit() and the like */
} EvExit;

typedef struct Event {
    EventKind kind;
    const IrFunction *f; /* that holds inst: a callee when a call was entered */
    const IrBlock *block;
    const IrInst *inst; /* NULL for EXIT at the end of a body */
    const IrExp *exp;   /* the expression concerned, or NULL: the instruction */
    NodeId node;        /* of exp or inst */
    Run *run;
    State *state;
    union {
        EvAccess access;
        EvFree freed;
        EvLost lost;
        EvArith arith;
        EvConvert convert;
        EvBranch branch;
        EvCall call;
        EvDemand demand;
        EvSink sink;
        EvEscape escape;
        EvLock lock;
        EvRound round;
        EvExit exit;
        const IrVar *scope;
    };
} Event;

typedef void EventSink(void *ctx, const Event *ev);

/* One line: place, kind, what it is about, and the answers. */
void ev_text(const Event *ev, Sb *out);

#endif
