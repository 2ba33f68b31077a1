/*
 * States (st_): everything that a path knows: memory, attributes of objects, constraints, history. Persistent values in the arena of a run:
 * st_fork copies a few words. Used by engine/; checks ask through event.h and the functions marked (checks).
 */
#ifndef ENGINE_STATE_H
#define ENGINE_STATE_H

#include "contract/contract.h"
#include "engine/object.h"
#include "engine/store.h"

typedef struct Run Run; /* run.h */

/* ---- activations ---- */

typedef struct Frame {
    const struct Frame *caller; /* NULL: the analysed function */
    const IrFunction *f;
    const IrInst *call; /* in caller->f; NULL for the analysed function */
    u64 context; /* 0 for the analysed function; distinguishes activations in keys of symbols and objects */
    u32 depth;
    u32 temps; /* keys of its temps begin here; set by st_frame */
} Frame;

/* ---- memory ---- */

typedef enum Content {
    CONTENT_UNDEF, /* nobody wrote it */
    CONTENT_FILL,  /* every byte is `fill` (zeroed memory: 0) */
    CONTENT_SOME,  /* written or there before: one symbol per place and version, tainted as `taint` says */
} Content;

/* `bytes` bytes at `off` hold `value`. */
typedef struct Cell {
    Val off;   /* off */
    u32 bytes; /* 0: not known (unknown type) */
    Val value;
} Cell;

/* The bytes [off, off + len) got new content at some time; newer ones hide older ones, cells made later hide all. */
typedef struct Span {
    Val off, len;     /* len 0: to the end */
    u8 content;       /* Content */
    u8 origin;        /* SOME: SymOrigin of its symbols */
    bool maybe_undef; /* SOME: perhaps nobody wrote it */
    u32 version;      /* distinguishes symbols of SOME: id of the instruction and generation, mixed */
    Val fill;         /* FILL: the byte, an int value; SOME: symbol that stands for what was written, or 0 */
    TaintMask taint;
    ObjId
        src; /* SOME: copied: place p has the symbols of place src_off + (p - off) of that object; 0: its own */
    Val src_off;
    const struct Span *older;
} Span;

enum {
    OS_FREED = 1,        /* given back: freed_by */
    OS_DEAD = 2,         /* its scope ended or its function returned */
    OS_ESCAPED = 4,      /* code that is not followed may know its address: calls may change it and free it */
    OS_OWNED = 8,        /* made on this path and not given to anybody: to be freed here */
    OS_MAYBE_FREED = 16, /* on some joined path, or by an unknown callee */
    OS_LOCKED = 32,
    OS_MAYBE_LOCKED = 64,
    OS_SECRET = 128,       /* holds a secret */
    OS_WIPED = 256,        /* a secret that was overwritten */
    OS_READONLY = 512,     /* string literals and const objects */
    OS_GROWN = 1024,       /* got an element on this path */
    OS_PENDING = 2048,     /* input was announced there and not yet taken (peeks) */
    OS_MAYBE_OWNED = 4096, /* with OWNED: on some joined paths only; whether it is lost is not known */
    OS_LENT = 8192,        /* a lock that the path gave back without having taken it: its caller holds it */
};

/* An object on a path. Immutable once its state was forked; st_write gives a copy of one's own. */
typedef struct ObjState {
    u32 edit;
    u32 flags;    /* OS_ */
    Val size;     /* bytes (off), 0: not known */
    Val min_size; /* it is at least so large (off), 0: not known; for proofs when size is 0 */
    Val count;    /* containers: number of elements, 0: not known */
    u32 n_cells, cap_cells, n_spans;
    u32 cells_edit; /* that made the array: private to state*.c, as version and plain */
    u32 version;    /* changes with the content, so that symbols for unknown content are fresh */
    bool plain;     /* all cells have constant offsets and known sizes and do not overlap */
    u8 str_width;   /* bytes of an element of the known string */
    i8 str_ended;   /* as StringFact.ended */
    Cell *
        cells; /* newest last; they do not overlap for certain, unless one may alias another (then the older one was dropped) */
    const Span *spans; /* newest first; the last is the initial content */
    /* Knowledge of one string in it: the first terminator at or behind str_off is str_len elements further. 0: none. */
    Val str_off, str_len;
    TaintMask taint;     /* of the content as a whole */
    Val taint_source;    /* INPUT symbol that stands for it, or 0 */
    TaintMask sanitized; /* bit set by kind of sink (taint.h) for which the content is fit */
    TaintMask
        examined; /* kinds of sinks for which the code has looked at the content: whether it is fit is open */
    bool obscure; /* a call put something of unknown origin into it (a parameter's content, say) */
    const IrInst *made_by, *freed_by, *written_by; /* last of each, for texts and paths */
    const IrFunction *freed_in;
    Sym freed_family;
    u32 lock_count;
    const IrInst *locked_by;
} ObjState;

/* ---- history ---- */

// clang-format off
#define STEPS(X)                                                                         \
    X(ASSUME)  /* v: condition, flag: its truth; inst: the branch */                      \
    X(ASSIGN)  /* obj at off v2 got value v */                                           \
    X(MAKE)    /* obj came to life by inst, v: its size */                               \
    X(FREE)    /* obj was given back */                                                  \
    X(INPUT)   /* v: symbol that came from outside; or obj's content did */               \
    X(RESULT)  /* v: result of a call that bears on it */                                \
    X(WRITE)   /* obj's bytes were written by a call */                                  \
    X(COPY)    /* obj got content from obj2 */                                           \
    X(ENTER)   /* a call was entered: frame is the callee's */                            \
    X(LEAVE)                                                                             \
    X(ROUND)   /* the next round of a loop begins; v: its trip symbol when generic */     \
    X(JOIN)    /* other paths were joined here */                                        \
    X(DIE)     /* obj's scope ended */                                                   \
    X(LOCK) X(UNLOCK)                                                                    \
    X(LOSE)    /* obj is reachable no more */
// clang-format on

typedef enum StepKind {
#define X(name) STEP_##name,
    STEPS(X)
#undef X
        STEP_COUNT
} StepKind;

typedef struct Step {
    u8 kind; /* StepKind */
    bool flag;
    u32 join; /* JOIN: index into Run.joins */
    const Frame *frame;
    const IrInst *inst; /* of frame->f */
    ObjId obj, obj2;
    Val v, v2;
    const struct Step *before;
} Step;

/* ---- states ---- */

enum {
    SF_WEAK =
        1, /* the path may be infeasible for a reason that the engine cannot see: nothing on it is a finding; why says it */
    SF_JOINED = 2, /* stands for several paths: its history is that of one of them */
    SF_BUDGET = 4, /* made when the fuel was out */
    SF_GUESSED =
        8, /* inside of an entered function: a branch was taken that depends on what nobody here knows */
};

/* Alternatives of a join that are still possible on this path. */
typedef struct JoinMask {
    u32 join;
    u32 mask;
    const struct JoinMask *next;
} JoinMask;

typedef struct State {
    u32 edit;
    u16 flags;      /* SF_ */
    u8 why;         /* EngineWhy of SF_WEAK */
    u32 generation; /* rounds of loops and calls entered so far: part of the keys of symbols and objects */
    u32 havoc; /* version of what the last call that is not followed left in objects not touched yet; 0: none */
    const IrInst *havoc_at; /* that call */
    PMap objs;              /* ObjId -> ObjState * */
    PMap temps;             /* of all frames: st_temp */
    PMap loops;             /* private to explore.c */
    Store store;
    const JoinMask *joins;
    const Frame *frame;
    const Step *path; /* newest first */
    u32 n_steps;
} State;

/* A frame in the run's arena; caller NULL: the analysed function (call NULL, context 0). */
const Frame *st_frame(Run *r, const Frame *caller, const IrFunction *f, const IrInst *call, u64 context);
/* A state that knows nothing but its frame. */
State *st_new(Run *r, const Frame *frame);
/* A copy; both get new edits. */
State *st_fork(Run *r, State *s);
static inline void st_weaken(State *s, EngineWhy why)
{
    if (!(s->flags & SF_WEAK))
        s->why = (u8)why;
    s->flags |= SF_WEAK;
}
void st_step(Run *r, State *s, Step step); /* frame is filled in */

Val st_temp(const State *s, TempId t); /* of the current frame; VAL_NONE when it was not set */
void st_set_temp(Run *r, State *s, TempId t, Val v);
/* Forgets the temps [from, to) of the current frame: cheaper forks and joins. At the end of a callee: all of them. */
void st_drop_temps(Run *r, State *s, TempId from, TempId to);

/* ---- objects ---- */

/* (checks) Never NULL: an object that the path has not touched has its initial state, which follows from its kind. */
const ObjState *st_obj(Run *r, const State *s, ObjId o);
/* One that may be changed; the pointer holds until s is forked. */
ObjState *st_write_obj(Run *r, State *s, ObjId o);

/* Takes what `from` knows of an object as its initial state on all paths that have not touched it yet: for globals whose
 * initialiser is their value on entry. `from` must not have escaped or freed it. */
void st_set_initial(Run *r, const State *from, ObjId o);

/* Object ids of variables in the current frame, globals, literals. */
ObjId st_var_obj(Run *r, const State *s, const IrVar *v);
ObjId st_global_obj(Run *r, const IrGlobal *g);
ObjId st_string_obj(Run *r, const IrString *str, TypeId type);
/* What an unknown pointer value points to, as an address (of offset 0): the pointer is kept as its base. `type`: of the pointee. */
Val st_pointee(Run *r, Val pointer_symbol, TypeId type);

/* (checks) A pointer value as object and offset; false: it has no object (null, a number, a join of several). */
bool st_points_to(const Run *r, const State *s, Val ptr, ObjId *o, Val *off);
/* (checks) Size in bytes as a value (off), or 0 when not known. */
Val st_size(Run *r, const State *s, ObjId o);

/* Reads `bytes` bytes (0: unknown) at an address as a value of type t; makes and remembers a symbol for what is not known yet. Never VAL_NONE.
 * VK_UNDEF values come out where nothing was written, JOIN symbols with a VK_UNDEF among their alternatives where perhaps nothing was. */
Val st_load(Run *r, State *s, ObjId o, Val off, TypeId t);
/* A value that is perhaps undefined, as it is when it is not: whoever reads it goes on so. Others are themselves. */
Val st_if_defined(const Run *r, Val v);
void st_store(Run *r, State *s, ObjId o, Val off, TypeId t, Val v);
/* New content for a part; len 0: to the end. Cells that it may touch are dropped (those that it covers only perhaps become unknown). */
void st_fill(Run *r, State *s, ObjId o, Val off, Val len, Content content, Val fill, TaintMask taint,
             u32 version);
/* Copies bytes, cells and spans and taint and string knowledge, as far as they can be followed. */
void st_copy(Run *r, State *s, ObjId to, Val to_off, ObjId from, Val from_off, Val len, u32 version);
/* Everything that code which is not followed may have changed: escaped objects and globals that are neither const nor known to the function alone. */
void st_havoc_escaped(Run *r, State *s, const IrInst *at);
/* The object and what is reachable from it escapes; its content is havocked unless `read_only`. */
void st_escape(Run *r, State *s, ObjId o, bool read_only, const IrInst *at);
/* Code that is not followed got a number: the descriptor that it names, if any, may be closed or kept there. */
void st_hand_over(Run *r, State *s, Val v);

/* ---- strings ---- */

typedef struct StringFact {
    Val len;   /* elements before the terminator (off); a LENGTH symbol when not known. Never 0 */
    int ended; /* is there a terminator inside the object: 1, 0, -1 not known */
    Val room;  /* elements from the start to the object's end, or 0 */
} StringFact;

/* The string of elements of `width` bytes at an address. The length is remembered, so that asking again gives the same value. */
StringFact st_string(Run *r, State *s, ObjId o, Val off, u32 width);
/* From now on the string at off has this length (and its terminator is there). Content before it is SOME with that taint. */
void st_set_string(Run *r, State *s, ObjId o, Val off, u32 width, Val len, TaintMask taint, u32 version);
/* The path goes on as if the string at off had its terminator inside the object. */
void st_assume_ended(Run *r, State *s, ObjId o, Val off, u32 width);

/* ---- constraints on a path ---- */

StoreCtx st_ctx(Run *r);
/* cs_assume, and what follows for joins; weakens the path when it decides a HAVOC symbol against its value before. False: infeasible. */
bool st_assume(Run *r, State *s, Val cond, bool truth);
/* A condition in the form that the store understands: addresses compared with null are questions about the bases of their objects, addresses
 * in one object are compared by their offsets. st_assume and st_test do it by themselves. */
Val st_cond(Run *r, Val cond);
static inline int st_test(Run *r, const State *s, Val cond)
{
    StoreCtx c = st_ctx(r);
    return cs_test(&c, &s->store, st_cond(r, cond));
}
static inline Interval st_range(Run *r, const State *s, Val v)
{
    StoreCtx c = st_ctx(r);
    return cs_range(&c, &s->store, v);
}
/* Condition (a value of type int) that a pointer is null: the comparison of its object's base; the constant 0 when it cannot be. */
Val st_is_null(Run *r, const State *s, Val ptr);
/* All of a join's n alternatives, as bits. No join keeps more than 32. */
static inline u32 st_all_alternatives(u32 n)
{
    return n >= 32 ? UINT32_MAX : ((u32)1 << n) - 1;
}
/* What the path says of a join, as bits: its newest entry; `silent` when there is none. */
static inline u32 st_join_mask(const State *s, u32 join, u32 silent)
{
    for (const JoinMask *m = s->joins; m; m = m->next)
        if (m->join == join)
            return m->mask;
    return silent;
}
/* Those of a join's n alternatives that are still possible on this path, as bits. */
static inline u32 st_live_alternatives(const State *s, u32 join, u32 n)
{
    return st_join_mask(s, join, UINT32_MAX) & st_all_alternatives(n);
}
/* The same of a JOIN symbol, of any join or none: bits of SymInfo.alts; 0: v is no such symbol. */
u32 st_alternatives(const Run *r, const State *s, Val v);
/* v as it is on one of a join's paths: with that alternative in place of each of the join's symbols. `values_only`: alternatives that are no
 * value of the symbol's width (never written, a record) leave it as it is. */
Val st_on_path(Run *r, Val v, u32 join, u32 alternative, bool values_only);
/* The path goes on with these alternatives of a join. Unless the code has `tested` a value of it, that is no fact that it has shown: questions
 * about the joined values stay as open as they were. False: infeasible. */
bool st_choose(Run *r, State *s, u32 join, u32 mask, bool tested);

/* ---- joins ---- */

/* The join of n >= 2 states of one frame at one place, with the history of the first; values that differ become JOIN symbols which remember
 * their alternatives (n <= 32), so that deciding one decides the others. */
State *st_join(Run *r, State *const *states, u32 n);
/* Equal but for constraints and history? Then joining loses nothing but bounds. */
bool st_same_memory(Run *r, const State *a, const State *b);

/* What a loop changes: joins the states of its entry and of the first rounds so that the result covers all rounds from the
 * second on. Places whose value grows by the same constant in each round become start + trip * constant, one trip symbol for all
 * (it counts the completed rounds from the entry, so it is at least 2);
 * others become WIDE symbols within thresholds. keep: places (object, offset) for which a linear form did not hold before, as found by st_widen_check. */
typedef struct WidenPlace {
    ObjId obj;
    Val off;
} WidenPlace;
typedef VEC(WidenPlace) WidenPlaces;
State *st_widen(Run *r, State *entry, State *first, State *second, const IrInst *head, Val *trip,
                const WidenPlaces *no_linear);
/* Does a state that comes back to the head after the generic round fit the widened one with trip + 1? Adds places that do not. */
bool st_widen_check(Run *r, const State *widened, const State *back, Val trip, WidenPlaces *no_linear);

#endif
