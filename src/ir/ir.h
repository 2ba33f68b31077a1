/*
 * The intermediate representation (ir_): per function a graph of blocks of instructions over pure expressions, in
 * the manner of Infer's SIL and of QBE. Made by lower/, read by engine, checks and dumps.
 *
 * How to read it
 * - Memory is explicit. A local variable is memory; its value is fetched by a LOAD into a temp. Each temp is assigned by
 *   exactly one instruction (ir_temp_def finds it), so an expression tree stands for one value. Values that come from two
 *   sides (?:, && and || as values) go through a synthetic variable (IV_SYNTH).
 * - Expressions are either *places* (VAR GLOBAL DEREF FIELD INDEX: ir_is_place) or *values* (all others). A place's type is the
 *   object's. LOAD and STORE take a place; ADDR makes a pointer value of one. Values have no reference type, no array type
 *   and no function type; records are values too (copied as a whole).
 * - Operands of BINOP and UNOP have the types that C's conversions give them; every conversion is a CAST, with IX_IMPLICIT when
 *   the user did not write it. What the user wrote is found below: ir_skip_implicit. Conversions that only add or drop
 *   qualifiers of a pointee are left out.
 * - Evaluation order is the order of instructions; where C leaves it open, left to right.
 * - while (1), for (;;) and do ... while (0) have no branch.
 * - && || ?: and , are control flow (BRANCH with its `why`), also inside if and while conditions.
 * - An `#if` whose condition is not known is a chain of BRANCHes on CONFIG values (why BR_CONFIG).
 * - What could not be lowered is an UNKNOWN instruction that lists what it may touch; its result is an UNKNOWN expression.
 * - Nothing here is ever NULL where it is not said to be.
 *
 * Every expression and instruction has the NodeId of the tree node it comes from (in the tree of IrUnit.unit); the node gives
 * the tokens, and these give the places, as spelled and as written (unit_spelling_loc, unit_written_loc).
 *
 * All of it lives in the arena of its IrUnit. An IrUnit belongs to one thread at a time (its types are laid out on
 * first demand); Project and Unit are only read.
 */
#ifndef IR_IR_H
#define IR_IR_H

#include "ir/type.h"
#include "syntax/project.h"

typedef u32
    BlockId; /* index into IrFunction.blocks; the entry is 0, so that 0 also means "no block" for targets that may lack */
typedef u32 TempId; /* index into IrFunction.temp_def; 0: none */

typedef struct IrExp IrExp;
typedef struct IrInst IrInst;
typedef struct IrFunction IrFunction;
typedef struct IrUnit IrUnit;

/* ------------------------------------------------------------------ variables */

typedef enum IrVarKind {
    IV_LOCAL,
    IV_PARAM,
    IV_THIS,    /* the object pointer of a method: a pointer, never null */
    IV_STATIC,  /* static local: one object for all calls; initialised before the first */
    IV_SYNTH,   /* made by lowering: value of ?: && ||, a class temporary, range of a range-for */
    IV_CAPTURE, /* in a lambda: the captured copy (or a reference to the outer variable: type TY_REF) */
} IrVarKind;

enum {
    IVF_ADDRESS_TAKEN =
        1, /* its address is a value somewhere in the function (arrays and records included when they decay or
                              are passed by reference); without it every access is a LOAD or STORE through its VAR */
    IVF_VOLATILE = 2,
    IVF_CAPTURED = 4, /* by a lambda: by value; by reference sets IVF_ADDRESS_TAKEN too */
    IVF_THREAD = 8,
    IVF_REGISTER = 16,
    IVF_INIT = 32,      /* declared with an initialiser (or constructed) */
    IVF_UNDER_ALT = 64, /* declared under a presence condition, or in the argument of an unknown macro */
    IVF_CLEANUP = 128,  /* __attribute__((cleanup)) */
    IVF_CATCH = 256,    /* declared by a catch clause */
    IVF_MAYBE_REF =
        512, /* given to a C++ function or to a macro that nobody declares, which may take it by reference and write it */
    IVF_ARRAY_PARAM = 1024 /* parameter declared as an array */
};

typedef struct IrVar {
    Sym name;      /* 0: unnamed parameter or synthetic */
    u32 id;        /* index into IrFunction.vars */
    u8 kind;       /* IrVarKind */
    bool repeated; /* an earlier variable of the function has the same name */
    u16 flags;     /* IVF_ */
    TypeId
        type; /* a variable of type TY_REF holds an address: its VAR place (type: the pointer to the referent) is loaded and DEREFed */
    NodeId node;     /* INIT_DECL, PARAM, CAPTURE ...; 0 for `this` */
    u32 scope_depth; /* 0: parameters; 1: the body ... */
    const IrExp *
        vla_bound; /* BOUND_VARIABLE: the number of elements (of the outermost dimension), a value computed before; else NULL */
    struct IrGlobal *global; /* IV_STATIC: its storage and initialiser; else NULL */
    struct IrVar *outer;     /* IV_CAPTURE: the variable of the enclosing function, or NULL (init-capture) */
} IrVar;

/* A function or an object with static storage that the unit mentions; one per entity. */
typedef struct IrGlobal {
    Sym name;  /* last component */
    Sym scope; /* "ns::Class" of the resolved declaration, else the qualifier as written; 0: none */
    u32 id;    /* index into IrUnit.globals */
    u32 entry; /* IndexEntry that it resolved to (the definition when one was seen), or 0: nobody declares it */
    TypeId type; /* TYPE_UNKNOWN when nobody declares it; never TY_REF: see is_ref */
    NodeId node; /* its declaration in this unit's tree, or 0 */
    bool is_function;
    bool is_static; /* internal linkage or static local */
    bool is_const;  /* the object itself is const */
    bool is_extern; /* only declared in what was read */
    bool is_thread;
    bool is_ref;       /* a reference: type is the pointer, and it is loaded and DEREFed */
    bool defined_here; /* this unit's tree holds the definition */
    IrFunction *owner; /* static local: its function; else NULL */
    IrFunction *
        init; /* instructions that initialise it, NULL: zero or elsewhere. STOREs to GLOBAL places of it, in order, the
                          first being ZERO for a list that does not give all; IFN_GLOBAL_INIT */
} IrGlobal;

/* ------------------------------------------------------------------ expressions */

typedef enum IrExpKind {
    /* values */
    IE_UNKNOWN, /* nothing is known of it */
    IE_INT, /* num, wrapped to its type (integers, bool, enums, pointers: null is IE_INT 0 of pointer type) */
    IE_FLOAT, /* real */
    IE_ZERO, /* all members zero: only as the value of a STORE to an aggregate, or of a value-initialised class */
    IE_STRING, /* str: array object of characters with static storage; a place of array type (so it decays by ADDR) */
    IE_TEMP, /* temp */
    IE_ADDR, /* a: place; type: pointer. IX_DECAY: array to pointer to its first element, or function to pointer */
    IE_UNOP,   /* op: IrUnop; a */
    IE_BINOP,  /* op: IrBinop; a, b */
    IE_CAST,   /* a: value; type: the target; op: IrCastStyle. Type TYPE_VOID: value discarded by the user */
    IE_SIZEOF, /* size: what it measures; num is the value when IX_KNOWN. type: size_t */
    IE_CONFIG, /* num: PresenceId of the unit's table; type: int, 0 or 1, the same in all of a run */
    IE_LABEL,  /* num: BlockId of &&label */
    IE_TYPE,   /* a type given as argument to a macro or builtin that was not seen: type is that type */
    IE_MEMPTR, /* &Class::member: global (method) or name; type TY_MEMPTR or unknown */
    IE_LAMBDA, /* closure object: lambda is its body; captures are the values of lambda->captures, args[i] */
    /* places */
    IE_VAR,    /* var */
    IE_GLOBAL, /* global: an object or a function */
    IE_DEREF,  /* a: pointer value */
    IE_FIELD, /* a: place of a record; field: index, or IR_NO_FIELD when the record's definition was not seen; name */
    IE_INDEX,  /* a: place of array type or value of pointer type; b: index value (an integer, promoted) */
    IE_OBJECT, /* a: a record *value* (a temp) whose member is taken, as in f().x: read only */
} IrExpKind;

#define IR_NO_FIELD 0xffffffffu

/* Flags of expressions. */
enum {
    IX_IMPLICIT = 1,   /* CAST: by conversion rules, not written by the user */
    IX_DECAY = 2,      /* ADDR: of an array or function used as a value */
    IX_KNOWN = 4,      /* SIZEOF: num is valid */
    IX_ENUMERATOR = 8, /* INT: written as an enumerator (alone); name_sym of the node is its name */
    IX_CHAR = 16,      /* INT: written as a character constant */
    IX_BOOL = 32,      /* INT: written as true or false */
    IX_NULL = 64,      /* INT: written as nullptr, NULL or (void *)0 */
    IX_FOLDED = 128,   /* INT: computed by lowering from a constant expression; node is the whole of it */
    IX_ALIGNOF = 256,  /* SIZEOF: an alignment */
    IX_ARROW = 512,    /* FIELD: written with -> ; DEREF below it is of the operator */
    IX_MACRO_NAME =
        1024, /* UNKNOWN: a name that nobody declares (probably a constant of an unseen header): name, as written: "EPROTO",
                             "QSslSocket::VerifyNone" */
    IX_DEPENDENT = 2048,      /* UNKNOWN: the value depends on something lost (UNREAD) */
    IX_INCOMPLETE_INT = 4096, /* INT of more than 64 bits: num holds the low half */
    IX_BINDING =
        8192, /* ADDR: of an object bound to a reference parameter or variable; of an object of class or unknown type given to
                           a C++ function that nobody declares, which may copy it or take it by reference */
    IX_OFFSETOF = 16384 /* SIZEOF: an offsetof; num when known */
};

/* Operator, C spelling. */
// clang-format off
#define IR_UNOPS(X) X(NEG, "-") X(BITNOT, "~") X(NOT, "!") X(REAL, "__real__ ") X(IMAG, "__imag__ ")
// clang-format on
// clang-format off
#define IR_BINOPS(X)                                                                                              \
    X(ADD, "+") X(SUB, "-") X(MUL, "*") X(DIV, "/") X(REM, "%") X(SHL, "<<") X(SHR, ">>") X(AND, "&") X(OR, "|")   \
    X(XOR, "^") X(EQ, "==") X(NE, "!=") X(LT, "<") X(LE, "<=") X(GT, ">") X(GE, ">=") X(CMP3, "<=>")               \
    X(PTRADD, "+")  /* pointer a + integer b, in elements of the pointee */                                        \
    X(PTRSUB, "-")  /* pointer a - integer b, in elements */                                                       \
    X(PTRDIFF, "-") /* pointer - pointer, in elements; type ptrdiff_t */
// clang-format on

typedef enum IrUnop {
#define X(name, text) UN_##name,
    IR_UNOPS(X)
#undef X
        UN_COUNT
} IrUnop;

typedef enum IrBinop {
#define X(name, text) BIN_##name,
    IR_BINOPS(X)
#undef X
        BIN_COUNT
} IrBinop;

/* How a cast was written. The kind of conversion follows from the types of both sides. */
typedef enum IrCastStyle {
    CAST_IMPLICIT, /* with IX_IMPLICIT: promotion, usual arithmetic conversion, assignment, argument, return */
    CAST_C,        /* (T)x, T(x) */
    CAST_STATIC,
    CAST_REINTERPRET,
    CAST_CONST,
    CAST_DYNAMIC,
    CAST_BASE, /* pointer to derived -> pointer to base, implicit */
} IrCastStyle;

/* A string literal: bytes as they are in memory, in the target's little-endian order for wide ones. */
typedef struct IrString {
    const char *bytes;
    u32 n_bytes;  /* without the terminating null */
    u32 length;   /* characters without the terminating null */
    u8 char_size; /* 1, 2 or 4 */
    bool partial; /* names between the literals (PRIu64) could not be resolved: one '?' stands for each */
    Sym spelling; /* the bytes of a narrow literal as a Sym, for quick comparison; 0 for wide ones */
} IrString;

/* What a sizeof measures. */
typedef struct IrSizeof {
    TypeId of;            /* the type measured (of the operand, not decayed) */
    const IrExp *operand; /* place or value of `sizeof expr` (not evaluated), NULL for sizeof(type) */
    bool of_pointer;      /* the operand is an expression of pointer type */
    bool of_array_param;  /* the operand is a parameter declared as an array */
} IrSizeof;

struct IrExp {
    u8 kind;   /* IrExpKind */
    u8 op;     /* IrUnop, IrBinop, IrCastStyle */
    u16 flags; /* IX_ */
    TypeId type;
    NodeId node; /* 0: none (parts made by lowering) */
    union {
        u32 field;  /* FIELD: index into the record's fields */
        u32 n_args; /* LAMBDA */
    };
    union {
        u64 num; /* INT, SIZEOF (bytes), CONFIG, LABEL */
        double real;
        TempId temp;
        const IrExp *a;
        IrVar *var;
        IrGlobal *global; /* GLOBAL, MEMPTR (or NULL) */
        const IrString *str;
        IrFunction *lambda;
    };
    union {
        const IrExp *b;
        Sym name; /* FIELD: the member; UNKNOWN with IX_MACRO_NAME; MEMPTR */
        const IrSizeof *size;
        /* LAMBDA: values (by copy) or ADDRs (by reference) of the captured, in order of lambda->captures */
        const IrExp *const *args;
    };
};

/* ------------------------------------------------------------------ instructions */

// clang-format off
#define IR_OPS(X)                                                                          \
    X(NOP, "nop")                                                                          \
    X(LOAD, "load")       /* temp = place */                                               \
    X(STORE, "store")     /* place = value */                                              \
    X(EVAL, "eval")       /* an expression without effect whose value is discarded */      \
    X(CALL, "call")       /* temp (or none) = call */                                      \
    X(SCOPE_BEGIN, "begin") /* var comes to life, its content indeterminate */             \
    X(SCOPE_END, "end")   /* var dies */                                                   \
    X(UNKNOWN, "unknown") /* temp (or none) = something; may read and write touched */     \
    /* terminators */                                                                      \
    X(GOTO, "goto")                                                                        \
    X(BRANCH, "branch")                                                                    \
    X(SWITCH, "switch")                                                                    \
    X(INDIRECT_GOTO, "goto*") /* value; may reach every block whose label's address is taken */ \
    X(RETURN, "return")   /* value or NULL */                                              \
    X(THROW, "throw")     /* value or NULL (rethrow); goes to the block's landing, else leaves the function */ \
    X(LANDING, "landing") /* an exception arrives: to a handler by type, else on to the outer landing or out */ \
    X(UNREACHABLE, "unreachable") /* behind a call that never returns */
// clang-format on

typedef enum IrOp {
#define X(name, text) II_##name,
    IR_OPS(X)
#undef X
        II_COUNT
} IrOp;

enum { II_FIRST_TERMINATOR = II_GOTO };

/* Why a branch is there. */
// clang-format off
#define IR_BRANCH_WHYS(X)                                                             \
    X(IF, "if") X(WHILE, "while") X(DO, "do") X(FOR, "for")                            \
    X(AND, "&&")     /* as part of a larger condition or value */                      \
    X(OR, "||")                                                                        \
    X(COND, "?:")                                                                      \
    X(RANGE, "range-for")   /* opaque: another element? */                             \
    X(MACRO_LOOP, "macro loop") /* opaque: unknown iterator macro */                   \
    X(CONFIG, "#if")                                                                   \
    X(MACRO, "macro argument") /* opaque: does the unknown macro keep the statement that is its argument? */ \
    X(STATIC_INIT, "static init") /* opaque: first time here? */                       \
    X(IMPLICIT, "implicit") /* made by lowering: delete of null, dynamic_cast */
// clang-format on

typedef enum IrWhy {
#define X(name, text) BR_##name,
    IR_BRANCH_WHYS(X)
#undef X
        BR_COUNT
} IrWhy;

enum {
    IIF_INIT =
        1, /* STORE: initialisation in a declaration (or of a member by a constructor), not an assignment */
    IIF_IMPLICIT =
        2, /* made by lowering without anything written: implicit constructor, destructor, base call, copy of a param */
    IIF_COMPOUND = 4,      /* STORE: of += and the like, ++, --: the value is BINOP of the place's LOAD */
    IIF_POSTFIX = 8,       /* STORE: of x++ */
    IIF_DISCARDED = 16,    /* CALL, UNKNOWN: the result is not used */
    IIF_VOID_CAST = 32,    /* CALL, EVAL: the user wrote (void) */
    IIF_CONDITION = 64,    /* STORE: an assignment that is itself used as a condition */
    IIF_FALLTHROUGH = 128, /* GOTO: from one switch case into the next */
    IIF_BACK = 256,        /* GOTO: of a source loop to its header */
    IIF_BREAK = 512,
    IIF_CONTINUE = 1024,
    IIF_USER_GOTO = 2048, /* GOTO: the statement behind it */
    IIF_CO = 4096,        /* RETURN: co_return */
    IIF_OF_DECL = 8192,   /* BRANCH: the condition is a declaration */
    IIF_NOT =
        16384 /* BRANCH: the user's condition stood under an odd number of ! , which swapped the targets */
};

typedef enum IrCallKind {
    IC_DIRECT,   /* a function by name */
    IC_INDIRECT, /* through `target`, a value of pointer type */
    IC_METHOD,   /* member function; receiver is the object's address */
    IC_CTOR,     /* constructor; receiver is the address of the object being made */
    IC_DTOR,
    IC_OPERATOR, /* overloaded operator, name "operator+": receiver for a member, NULL otherwise (then all operands are args) */
    IC_NEW, /* operator new (name "operator new" or "operator new[]"): args[0] is the size; type: pointer to the object */
    IC_DELETE,  /* operator delete; args[0] is the pointer */
    IC_MACRO,   /* an unknown statement-like or loop macro: the arguments may be read and written */
    IC_BUILTIN, /* va_arg ("va_arg", args: list, IE_TYPE), asm ("asm") */
} IrCallKind;

enum {
    ICF_UNRESOLVED = 1,    /* nobody declares it */
    ICF_VIRTUAL = 2,       /* may go to an override */
    ICF_AMBIGUOUS = 4,     /* several overloads fit; entry is the first */
    ICF_WRITTEN_WHOLE = 8, /* `written` is a function-like macro whose whole expansion is this call */
    ICF_MAY_BE_MACRO = 16, /* unresolved, and the name looks like a macro's (all upper case) */
    ICF_NORETURN = 32,
    ICF_ARRAY = 64,      /* new[] or delete[] */
    ICF_TYPE_ARGS = 128, /* some arguments are types or statements: surely a macro */
    ICF_BRACED = 256,    /* constructor called with {} */
    ICF_MAYBE_METHOD =
        512 /* unresolved, inside a method of a class that was not seen whole: perhaps a member; receiver is `this` */
};

typedef struct IrCall {
    u8 kind; /* IrCallKind */
    u8 pad;
    u16 flags; /* ICF_ */
    Sym name; /* callee as expanded, last component: "memcpy", "~Foo", "operator<<"; 0 for an indirect call through no name */
    Sym written; /* as the user wrote it when a macro produced the callee's name: the macro's name; else 0. Contracts match either */
    Sym scope; /* class or namespace: of the resolved entry, else of the receiver's type, else as written; 0: none */
    u32 entry; /* IndexEntry resolved to (a definition before a prototype), or 0. Its unit may be another one, or 0: a contract */
    IrGlobal *callee; /* IC_DIRECT and others with an entry or a name: the function's global; else NULL */
    TypeId type;      /* the callee's function type, or TYPE_UNKNOWN */
    TypeId
        ret; /* type of the result: a reference is given as pointer, and the uses DEREF it; TYPE_UNKNOWN if not known */
    TypeId cls; /* METHOD, CTOR, DTOR, member OPERATOR, NEW, DELETE: the class (may be TY_NAMED); else 0 */
    const IrExp *target;   /* IC_INDIRECT: pointer value; else NULL */
    const IrExp *receiver; /* address of the object, or NULL */
    const IrExp *
        *args; /* converted to the parameters' types where these are known; by-reference ones are addresses */
    const IrExp **
        places; /* for a callee that nobody declares (in C++, or perhaps a macro): by argument, the place its value was read
                              from, which may be taken by reference and written; NULL entries for others. NULL when there are none */
    NodeId *arg_nodes; /* the expression as written, one per arg */
    u32 n_args;
    NodeId name_node; /* the callee's name or expression */
} IrCall;

typedef struct IrCase {
    i64 lo, hi;    /* lo == hi unless a GNU range */
    bool known;    /* false: the value could not be evaluated; hi and lo are 0 */
    bool from_alt; /* under a presence condition */
    BlockId block;
    NodeId node; /* CASE */
    Sym name;    /* the enumerator or unknown constant written, or 0 */
} IrCase;

typedef struct IrSwitch {
    const IrExp *value;
    TypeId enum_type; /* of the value before promotion, or 0 */
    IrCase *cases;    /* in source order */
    u32 n_cases;
    BlockId other;       /* default, or behind the switch */
    NodeId default_node; /* DEFAULT, or 0 when there is none */
    BlockId exit;        /* behind the switch */
} IrSwitch;

typedef struct IrHandler {
    TypeId type; /* as declared; TYPE_VOID for catch (...) */
    IrVar *var;  /* or NULL */
    BlockId block;
    NodeId node; /* CATCH */
} IrHandler;

typedef struct IrLanding {
    IrHandler *handlers;
    u32 n_handlers;
    BlockId outer; /* landing of the enclosing try, or 0: leaves the function */
} IrLanding;

typedef struct IrUnknown {
    IrVar **
        vars; /* variables of the function that are named in it: may be read and written, or their address kept */
    u32 n_vars;
    IrGlobal **globals; /* known functions and objects named in it */
    u32 n_globals;
    Sym *names; /* all identifiers in it, in order of appearance, each once; at most 256 */
    u32 n_names;
    bool all;        /* too many to list: anything may be touched */
    bool may_exit;   /* tokens such as return, break, goto, throw: control may leave here */
    const char *why; /* static text: "unread statement", "asm", "nested too deeply" */
} IrUnknown;

struct IrInst {
    u8 op;       /* IrOp */
    u8 why;      /* BRANCH: IrWhy */
    u16 flags;   /* IIF_ */
    u32 id;      /* number inside the function, ascending in block order */
    NodeId node; /* 0: none */
    TempId temp; /* result, or 0 */
    IrInst *next;
    union {
        struct {
            const IrExp *place, *value;
        }; /* LOAD: place. STORE: both. EVAL, RETURN, THROW, INDIRECT_GOTO: value */
        IrCall *call;
        IrVar *var; /* SCOPE_BEGIN, SCOPE_END */
        struct {
            const IrExp *cond;   /* BRANCH: scalar value; IE_UNKNOWN when opaque */
            BlockId then, other; /* targets when it is not zero, zero */
            NodeId stmt;         /* the IF, WHILE, FOR, COND, ... node it belongs to */
        };
        BlockId target; /* GOTO */
        IrSwitch *sw;
        IrLanding *landing;
        IrUnknown *unknown;
    };
};

enum {
    IBF_CASE = 1,       /* starts with a case or default label */
    IBF_LABEL = 2,      /* starts with a user's label */
    IBF_LABEL_ADDR = 4, /* the address of that label is taken */
    IBF_LOOP_HEAD = 8,  /* header of a source loop: see IrFunction.loops */
    IBF_ORPHAN =
        16, /* starts behind a return, break, goto ... with no label: written code that nothing reaches */
    IBF_LANDING = 32,
    IBF_HANDLER = 64,
    IBF_COLD_CONFIG = 128 /* inside an ALT_BRANCH */
};

typedef struct IrBlock {
    BlockId id;
    u16 flags; /* IBF_ */
    u16 pad;
    u32 n_insts;
    IrInst *first, *last; /* last is the terminator; a finished block has at least one instruction */
    BlockId landing;      /* where an exception thrown inside goes (a LANDING block), or 0 */
    BlockId fall_from;    /* case label: block that falls through into it, or 0 */
    u32 loop;             /* IBF_LOOP_HEAD: index into IrFunction.loops */
    PresenceId presence;  /* innermost ALT_BRANCH's condition, or PRESENCE_TRUE */
} IrBlock;

/* A loop as written (loops made by goto are found by ir/loops.c only). */
typedef struct IrLoop {
    NodeId node;  /* FOR, WHILE, DO, FOR_RANGE, MACRO_LOOP */
    BlockId head; /* evaluates the condition (DO: the body's start) */
    BlockId body;
    BlockId cond; /* first block of the condition (DO: at the end) */
    BlockId step; /* FOR: the step's block; where continue goes */
    BlockId exit; /* behind the loop; the head when nothing leads there */
    u32 parent;   /* enclosing loop's index + 1, or 0 */
    bool no_cond; /* for (;;), while (1): the condition is missing or a constant other than 0 */
} IrLoop;

enum {
    IFN_STATIC = 1,
    IFN_VARIADIC = 2,
    IFN_NORETURN = 4, /* declared so */
    IFN_INLINE = 8,
    IFN_METHOD = 16, /* has `this` */
    IFN_CTOR = 32,
    IFN_DTOR = 64,
    IFN_OPERATOR = 128,
    IFN_VIRTUAL = 256,
    IFN_TEMPLATE = 512, /* lowered once for all arguments: types may be unknown */
    IFN_LAMBDA = 1024,
    IFN_GLOBAL_INIT = 2048,
    IFN_MAIN = 4096,
    IFN_TRY_BODY = 8192,
    IFN_INCOMPLETE = 16384, /* the body could not be read as a whole, or a limit was reached */
    IFN_CONST_METHOD = 32768,
    IFN_KNR = 65536,
    IFN_NOEXCEPT = 131072,
    IFN_COROUTINE = 262144,
    IFN_DEFAULTED = 524288
};

struct IrFunction {
    IrUnit *unit;
    u32 index; /* in IrUnit.functions; for initialisers in IrUnit.n_functions.. they have index 0xffffffff */
    Sym name; /* last component; "~Foo", "operator=="; "lambda" for lambdas; the variable's name for initialisers */
    Sym scope;     /* "ns::Class" or 0 */
    Sym qualified; /* "ns::Class::name" */
    u32 entry;     /* IndexEntry of this definition, or 0 (lambdas, initialisers) */
    NodeId node;   /* FUNC, LAMBDA or INIT_DECL */
    NodeId body;   /* COMPOUND, TRY or 0 */
    FileId file;   /* where the name is written */
    PresenceId presence;
    u32 flags;      /* IFN_ */
    TypeId type;    /* TY_FUNC */
    TypeId ret;     /* its result; a reference stays TY_REF here, while RETURN gives the address */
    TypeId cls;     /* methods: the class (TY_RECORD or TY_NAMED), else 0 */
    IrVar **params; /* without `this` */
    u32 n_params;
    IrVar *this_var; /* or NULL */
    IrVar **vars;    /* all variables, parameters first */
    u32 n_vars;
    IrBlock **blocks; /* by BlockId; in source order as far as possible */
    u32 n_blocks;
    IrInst **temp_def; /* by TempId; [0] is NULL */
    u32 n_temps;
    u32 n_insts;
    u32 n_unknown; /* UNKNOWN instructions */
    u32 n_calls;
    IrLoop *loops;
    u32 n_loops;
    IrFunction *parent; /* lambdas: the enclosing function; else NULL */
    IrVar **captures;   /* lambdas: IV_CAPTURE variables */
    u32 n_captures;
    IrGlobal *init_of; /* IFN_GLOBAL_INIT */
};

struct IrUnit {
    const Project *project;
    const Unit *unit;
    Arena arena;
    TypeTable types;
    IrFunction **functions; /* definitions in source order, each lambda behind the function it stands in */
    u32 n_functions;
    IrGlobal **globals; /* in order of first mention */
    u32 n_globals;
    u32 n_insts, n_unknown;     /* sums over functions and initialisers */
    u32 n_depth_limited;        /* nodes given up because of LIMIT_LOWER_DEPTH */
    void *lowering;             /* private to lower/: kept for laying out types on demand */
    void (*release)(IrUnit *u); /* frees `lowering` */
};

/* Frees the unit and all that it holds. NULL is allowed. */
void ir_unit_free(IrUnit *u);

/* ------------------------------------------------------------------ questions */

static inline bool ir_is_place(const IrExp *e)
{
    return e->kind >= IE_VAR || e->kind == IE_STRING;
}

static inline bool ir_is_terminator(const IrInst *i)
{
    return i->op >= II_FIRST_TERMINATOR;
}

/* The instruction that assigns a temp (of an IE_TEMP expression). */
static inline const IrInst *ir_temp_def(const IrFunction *f, TempId t)
{
    return f->temp_def[t];
}

/* The expression below conversions that the user did not write. */
const IrExp *ir_skip_implicit(const IrExp *e);
/* The same below all casts. */
const IrExp *ir_skip_casts(const IrExp *e);
/* Comparisons: EQ NE LT LE GT GE. */
static inline bool ir_op_compares(IrBinop op)
{
    return op >= BIN_EQ && op <= BIN_GE;
}
static inline bool ir_is_comparison(const IrExp *e)
{
    return e->kind == IE_BINOP && ir_op_compares((IrBinop)e->op);
}
/* The comparison that holds when this one does not (of integers), and the one with swapped operands. */
IrBinop ir_op_inverse(IrBinop op);
IrBinop ir_op_swapped(IrBinop op);
/* Value of an integer constant expression (INT, known SIZEOF and operators over them), computed in the types' widths; false if it
 * is not constant or its evaluation is undefined (division by zero, shift out of range, signed overflow). */
bool ir_exp_const(const IrUnit *u, const IrExp *e, i64 *value);
/* The same with values for what is not constant by itself (temps): `ask` gives the value of such an expression or says false. */
typedef bool IrAskValue(void *ctx, const IrExp *e, i64 *value);
bool ir_exp_eval(const IrUnit *u, const IrExp *e, IrAskValue *ask, void *ctx, i64 *value);
/* The place from which a value was fetched: for a TEMP of a LOAD its place, below implicit casts; else NULL. */
const IrExp *ir_loaded_place(const IrFunction *f, const IrExp *e);
/* The call whose result a value is (below implicit casts), or NULL. */
const IrInst *ir_result_of_call(const IrFunction *f, const IrExp *e);
/* The variable (or NULL) at the root of a place: VAR below FIELDs and INDEXes of arrays, without passing a DEREF. */
IrVar *ir_place_root(const IrExp *place);
/* Same for a global. */
IrGlobal *ir_place_global(const IrExp *place);
/* Do two expressions always have equal values, if nothing was stored in between? Loads of the same place count as equal. */
bool ir_exp_same(const IrFunction *f, const IrExp *a, const IrExp *b);
/* The string literal that a value points to the start of, or NULL. */
const IrString *ir_exp_string(const IrExp *e);
/* Calls fn for each operand expression of an instruction (places, values, arguments, receiver), in order of evaluation. */
typedef void IrExpFn(void *ctx, const IrExp *e);
void ir_inst_exps(const IrInst *i, IrExpFn *fn, void *ctx);
/* The direct subexpressions of an expression: up to two in sub[], number returned; those of LAMBDA are left out. */
u32 ir_exp_children(const IrExp *e, const IrExp *sub[2]);

/* Successors of a block, the landing included, each once: calls fn in order. */
u32 ir_successors(const IrFunction *f, const IrBlock *b, BlockId *out,
                  u32 max); /* returns how many there are, which may exceed max */

/* Place of the token that stands for a node, as written by the user (the macro invocation if any); 0 for node 0. */
Loc ir_loc(const IrUnit *u, NodeId node);

/* ------------------------------------------------------------------ text form */

/* Appends the text of a function; the grammar is in ir/print.c. Deterministic: no numbers that depend on a schedule. */
void ir_print_function(const IrUnit *u, const IrFunction *f, Sb *out);
/* One expression, in C-like syntax with temps as %n. */
void ir_print_exp(const IrUnit *u, const IrExp *e, Sb *out);
/* Globals with initialisers, then all functions. */
void ir_print_unit(const IrUnit *u, Sb *out);

#endif
