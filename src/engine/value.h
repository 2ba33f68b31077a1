/*
 * Symbolic values (val_): expressions over symbols, hash-consed in one table per run of the engine, so that equal expressions have equal
 * ids. A value is exact: what C computes, in bit-vectors of the types' widths; the solver translates it as it is. What is
 * known about symbols is not here but in the constraint store of a state (store.h). Used by all of engine/, and by checks for texts.
 */
#ifndef ENGINE_VALUE_H
#define ENGINE_VALUE_H

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "ir/ir.h"

typedef u32 Val; /* index into Values.nodes; 0: none */
enum { VAL_NONE = 0 };
typedef u32 ObjId; /* index into Objects.at (object.h); 0: none */

__extension__ typedef __int128
    i128; /* holds every value of every integer type, sums and products of two of them */

/* The part of a type that arithmetic needs. */
typedef struct VType {
    u8 width; /* bits of an integer or pointer (bool: 1); 0: no integer (floating, record, void) */
    bool sgn; /* signed */
    bool ptr; /* a pointer (width 64, unsigned) */
    bool
        loose; /* the C type is not known: width and sign are a guess (64, signed), and no finding may rest on them */
} VType;

typedef enum ValKind {
    VK_NONE,
    VK_INT,   /* num: the value, wrapped to the type (as type_wrap does); null pointers too */
    VK_FLOAT, /* real */
    VK_SYM,   /* sym: index into Values.syms */
    VK_ADDR, /* pointer to byte `b` (a value, signed 64 bits) of object `a` (ObjId); see object.h for which can be null */
    VK_UNOP, /* op: IrUnop NEG, BITNOT, NOT; a */
    VK_BINOP, /* op: IrBinop; a, b of one type, except shifts. Comparisons: result int. Pointers are compared by
                  EQ NE LT LE GT GE; pointer arithmetic never is a BINOP but a VK_ADDR */
    VK_CAST,   /* a: an integer of another width or sign, a pointer, or a floating value */
    VK_RECORD, /* a record or array as a value: index into Values.records */
    VK_UNDEF,  /* indeterminate: memory that nobody wrote. sym: a VK_SYM's info says where it lives */
} ValKind;

/* Where a symbol comes from: name, may it take every value of its range whatever the caller and the rest of the program do, why a
 * question about it stays open otherwise. */
// clang-format off
#define SYM_ORIGINS(X)                                                                                                   \
    X(PARAM, false, CALLER)    /* initial value of a parameter */                                                        \
    X(MEMORY, false, CALLER)   /* initial content of a global, of what a parameter points to, ... : obj, off */           \
    X(RESULT, false, CALLEE)   /* result of a call without a contract, or that its contract does not bound */            \
    X(LIBRARY, true, CALLEE)   /* result of, or written by, a library function: any value that its contract allows */    \
    X(INPUT, true, VALUE)      /* from outside (taint says from where): an attacker chooses it */                         \
    X(HAVOC, false, CALLEE)    /* memory after a call that may have written it; was: its value before */                  \
    X(JOIN, false, LOOP)       /* of several joined states: alts */                                                      \
    X(WIDE, false, LOOP)       /* of a variable that a loop changes in no linear way */                                   \
    X(TRIP, true, LOOP)        /* number of completed rounds of a loop, from 0 */                                         \
    X(BASE, false, CALLER)     /* address of an object (object.h: Obj.base) */                                            \
    X(LENGTH, false, MEMORY)   /* length of a string, number of elements of a container */                                \
    X(LAYOUT, false, TYPE)     /* size of a type or offset of a member that is not known */                               \
    X(CONFIG, false, CONFIGURATION)                                                                                      \
    X(OPAQUE, false, VALUE)    /* an operation that is not modelled; a cut of a value that grew too large */              \
    X(UNDEF, false, VALUE)     /* content of memory that nobody wrote */                                                  \
    X(UNREAD, false, UNREAD)   /* the IR's UNKNOWN */
// clang-format on

typedef enum SymOrigin {
#define X(name, free, why) SO_##name,
    SYM_ORIGINS(X)
#undef X
        SO_COUNT
} SymOrigin;

/* Why a question has no answer. checks/watch.c maps these to the ledger's reasons. */
typedef enum EngineWhy {
    WHY_VALUE,
    WHY_CALLER,
    WHY_CALLEE,
    WHY_MEMORY,
    WHY_LOOP,
    WHY_TYPE,
    WHY_CONFIGURATION,
    WHY_UNREAD,
    WHY_ESCAPES,
    WHY_BUDGET,
    WHY_COUNT
} EngineWhy;

typedef u32 TaintMask; /* bit set by the kind's position among CONTRACT_KINDS of TAINTS: see engine/taint.h */

typedef struct SymInfo {
    u8 origin; /* SymOrigin */
    bool free; /* by origin at first; a maker may clear it */
    VType type;
    TaintMask taint;
    const IrFunction *f; /* function and instruction at which it was made, or NULL: at the run's start */
    const IrInst *inst;
    NodeId node;      /* what to show for it; 0: inst's */
    ObjId obj;        /* MEMORY, UNDEF: object and offset; BASE: the object */
    Val off;          /* MEMORY, UNDEF */
    const IrVar *var; /* PARAM, or the variable in which it was found, for texts; may be NULL */
    Sym name;         /* callee of RESULT, LIBRARY, INPUT; member; configuration; 0: none */
    Val was; /* HAVOC: the value before, or 0. A path that decides the two differently is weak (state.h) */
    i128 lo, hi; /* declared range; by default that of the type */
    u32 join;    /* JOIN: which join (state.h), 0 when its alternatives were not kept */
    Val *alts;   /* JOIN: value by alternative */
    bool open;   /* JOIN: not of several paths; which alternative comes is not known (does strchr find it?) */
    u32 n_alts;
    u8 nesting;         /* JOIN: joins inside of alternatives, counted by val_sym */
    bool perhaps_undef; /* JOIN: some alternative is indeterminate, at any depth; set by val_sym */
} SymInfo;

typedef struct ValNode {
    u8 kind, op;
    VType type;
    u16 size;        /* nodes below, capped; above LIMIT_VALUE_SIZE makers cut */
    TaintMask taint; /* of all symbols below */
    union {
        i64 num;
        double real;
        u32 sym, record;
        struct {
            Val a, b;
        };
    };
} ValNode;

typedef struct ValRecord {
    const void *contents;
    Val off;
    u64 size;
} ValRecord;

typedef struct Values {
    Arena *arena;
    VEC(ValNode) nodes;
    VEC(SymInfo) syms;
    VEC(ValRecord) records;
    Map index; /* hash of a node -> first of its chain */
    VEC(u32) chain;
    Map sym_index; /* hash of a symbol's key -> Val */
    TypeTable *types;
    u64 work;       /* facts that joins of stores have compared, to be paid for with fuel */
    u32 store_edit; /* private to store.c: the last edit (pmap.h) given to a store's facts */
} Values;

void values_init(Values *vs, Arena *arena, TypeTable *types);
void values_release(Values *vs);
void values_reset(Values *vs); /* forgets all values, keeps the memory */

static inline const ValNode *val_node(const Values *vs, Val v)
{
    return &vs->nodes.at[v]; /* holds until the next value is made */
}
static inline ValKind val_kind(const Values *vs, Val v)
{
    return (ValKind)vs->nodes.at[v].kind;
}
static inline VType val_type(const Values *vs, Val v)
{
    return vs->nodes.at[v].type;
}
/* Info of a VK_SYM or VK_UNDEF, else NULL. Holds until the next symbol is made. */
const SymInfo *val_sym_info(const Values *vs, Val v);

/* VType of a C type: enums by their underlying type, unknown types loose. */
VType vtype_of(TypeTable *tt, TypeId t);
extern const VType vtype_int, vtype_size, vtype_ptr, vtype_off; /* off: signed, 64 bits */
/* Least and greatest value of an integer type. */
i128 vtype_min(VType t);
i128 vtype_max(VType t);

/* ---- makers. They fold constants and simplify what is equal in every state (x + 0, x - x, (x + 1) + 2, !(a < b), casts that change
 * nothing, double casts). Division by zero and shifts out of range are not folded. Results that would be larger than
 * LIMIT_VALUE_SIZE become an OPAQUE symbol of the same taint. ---- */
Val val_int(Values *vs, VType t, i64 num); /* wraps */
Val val_float(Values *vs, double real);
Val val_null(Values *vs);
Val val_addr(Values *vs, ObjId obj, Val off);
Val val_unop(Values *vs, IrUnop op, VType t, Val a);
Val val_binop(Values *vs, IrBinop op, VType t, Val a, Val b);
Val val_cast(Values *vs, VType t, Val a);
/* a `op` b for EQ NE LT LE GT GE, as int. Operands of different types are first cast to off. */
Val val_cmp(Values *vs, IrBinop op, Val a, Val b);
Val val_not(Values *vs, Val cond);
Val val_and(Values *vs, Val a, Val b); /* of truth values (0 or 1, int) */
Val val_or(Values *vs, Val a, Val b);
/* Sums and products of offsets and sizes, as off (mathematical integers for all practical sizes). */
Val val_off_add(Values *vs, Val a, Val b);
Val val_off_sub(Values *vs, Val a, Val b);
Val val_off_mul(Values *vs, Val a, i64 factor);
Val val_off(Values *vs, i64 num);
/* A record value; `contents` is state.h's and only stored. */
Val val_record(Values *vs, const void *contents, Val off, u64 size);
const void *val_record_of(const Values *vs, Val v, Val *off, u64 *size);

/*
 * A symbol. Equal keys give the same symbol: the key is (context, inst, slot, generation) with
 *   context     the activation: 0 for the analysed function, else the hash of the calls entered (state.h: Frame.context)
 *   inst        id of the instruction, slot: which of its effects
 *   generation  how often this path has been there (state.h: State.generation), so that rounds of a loop differ
 * so that a symbol does not depend on the order in which paths are explored.
 */
Val val_sym(Values *vs, u64 context, u32 inst, u32 slot, u32 generation, const SymInfo *info);
/* SymInfo filled with the defaults of an origin and type. */
SymInfo sym_info(SymOrigin origin, VType type);

bool val_const(const Values *vs, Val v, i64 *num); /* VK_INT */
bool val_is_null(const Values *vs, Val v);         /* the constant null pointer or 0 */
/* Calls fn for each symbol in v, each at most once per visit. */
typedef void ValSymFn(void *ctx, Val sym);
void val_each_sym(const Values *vs, Val v, ValSymFn *fn, void *ctx);
bool val_mentions(const Values *vs, Val v, Val sym);
/* The first symbol in v, from the left, of which `test` is true (NULL: of any), or VAL_NONE. A symbol that is there twice is asked twice. `info`
 * is the symbol's, never NULL, and holds until the test makes a symbol. */
typedef bool ValSymTest(void *ctx, Val sym, const SymInfo *info);
Val val_find_sym(const Values *vs, Val v, ValSymTest *test, void *ctx);
/* The first one of this origin; the first one that is not free. */
Val val_sym_of(const Values *vs, Val v, SymOrigin origin);
Val val_sym_unfree(const Values *vs, Val v);
/* v with every symbol replaced by what `map` returns (the symbol itself: unchanged). */
typedef Val ValMapFn(void *ctx, Val sym);
Val val_substitute(Values *vs, Val v, ValMapFn *map, void *ctx);

/* C-like text for reports: names of variables for symbols ("len", "result of recv"), numbers, "len + 1". */
void val_text(const Values *vs, Val v, Sb *out);

#endif
