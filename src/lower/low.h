/*
 * What the files of lower/ share: the state of one unit's lowering and of the function at hand.
 * Private to lower/.
 */
#ifndef LOWER_LOW_H
#define LOWER_LOW_H

#include "base/limits.h"
#include "lower/lower.h"

/* ---- scopes ---- */

typedef struct ScopeVar {
    IrVar *var;
    struct ScopeVar *older;
} ScopeVar;

/* A block scope. Scopes form a tree that outlives their lowering, so that a goto can tell which variables it leaves. */
typedef struct Scope {
    struct Scope *parent;
    ScopeVar *vars; /* newest first */
    u32 depth;
    u32 undo; /* height of Lower.undo at its start */
} Scope;

typedef enum BindKind { BIND_NONE, BIND_VAR, BIND_TYPE, BIND_CONST, BIND_GLOBAL } BindKind;

typedef struct Fn Fn;

/* What a name means inside a function. */
typedef struct Binding {
    u8 kind;
    bool has_value; /* VAR: a const integer whose value is known */
    TypeId type;    /* TYPE: the type; CONST: of the enumerator */
    Fn *fn;         /* VAR: the function it lives in */
    Scope *scope;
    i64 value;
    union {
        IrVar *var;
        IrGlobal *global;
    };
} Binding;

typedef struct Undo {
    u64 key;
    u32 old;
} Undo;

/* ---- the function at hand ---- */

typedef struct LowBlock {
    IrBlock b; /* first: an IrBlock is a LowBlock here; b.id is the order of making until fn_finish */
    u32 refs;  /* edges to it */
    bool placed;
} LowBlock;

/* Where break and continue go. */
typedef struct Jump {
    struct Jump *outer;
    LowBlock *on_break, *on_continue; /* on_continue NULL in a switch */
    Scope *scope;
} Jump;

typedef struct SwitchCtx {
    struct SwitchCtx *outer;
    VEC(IrCase) cases;
    LowBlock *other;
    NodeId default_node;
    TypeId type; /* of the promoted value */
} SwitchCtx;

typedef struct LowLabel {
    LowBlock *block;
    Scope *scope; /* NULL until defined */
    bool defined;
} LowLabel;

typedef struct PendingGoto {
    LowBlock *block; /* its terminator is made by fn_finish */
    Scope *scope;
    u32 label;
    NodeId node;
} PendingGoto;

struct Fn {
    Fn *parent;     /* the function in which this lambda stands, or the one that was interrupted */
    bool is_lambda; /* names of the parent's variables are captured */
    IrFunction *f;
    LowBlock *cur; /* NULL behind a terminator */
    Scope *scope;
    Jump *jump;
    SwitchCtx *sw;
    VEC(LowBlock *) blocks;
    VEC(IrBlock *) placed;
    VEC(IrInst *) temps;
    VEC(IrVar *) vars;
    VEC(IrLoop) loops;
    VEC(LowLabel) labels;
    VEC(PendingGoto) gotos;
    VEC(IrExp *) label_exps;
    VEC(IrVar *) captures;
    VEC(LowBlock *) after_placed; /* scratch of fn_finish */
    Map label_of;                 /* Sym -> index into labels */
    LowBlock *landing;
    PresenceId presence;
    u32 loop;           /* innermost source loop, index + 1 */
    u8 capture_default; /* TK_ASSIGN, TK_AMP or 0 */
    bool ret_auto;
    u32 alt_depth;
    u32 unwound; /* instructions made by low_scope_unwind */
    Fn *free;    /* next of the list of unused ones */
};

/* ---- the unit at hand ---- */

/* What declares a name outside functions. */
typedef struct EntryInfo {
    TypeId type; /* of the entity (a typedef: what it names) */
    u8 state;    /* 0 not asked yet, 1 being computed, 2 known */
    bool is_noreturn, noreturn_known;
} EntryInfo;

/* An enum whose values are being computed; later ones may name earlier ones. */
typedef struct EnumWalk {
    struct EnumWalk *outer;
    VEC(Enumerator) values;
    i64 next;
    bool known, negative, wide, uncertain;
} EnumWalk;

typedef struct Lower {
    const Project *p;
    const Unit *u;   /* the unit that is lowered */
    const Unit *src; /* the unit whose tree is being read: u, or another one while its types are imported */
    const Tree *t;   /* of src */
    IrUnit *ir;
    TypeTable *tt;
    Arena *arena;
    bool cxx; /* of u */
    bool
        locals; /* names of the function at hand are visible (not while reading another declaration's type) */
    Sym scope;  /* "ns::Class" around what is being read, or 0 */
    TypeId cls; /* class of the method at hand, or 0 */
    u32 depth;  /* of recursion over the tree */
    Fn *fn;
    Fn *unused;
    Map names;             /* Sym, or Sym + TAG_KEY for C's tags -> index into bindings */
    VEC(Binding) bindings; /* at[0] unused */
    u32 kept_bindings;     /* those that outlive the function at hand: template parameters */
    VEC(Undo) undo;
    Map entry_of_node; /* node of u -> entry */
    Map lookups;       /* cache of low_lookup */
    Map info_of_entry; /* entry -> index into infos */
    VEC(EntryInfo) infos;
    Map global_of_entry, global_of_name;
    Map parent_scopes; /* Sym of a scope -> Sym of the enclosing one */
    Map namespaces;    /* Sym of every namespace seen in u */
    VEC(IrFunction *) functions;
    VEC(IrFunction *) lambdas; /* of the function at hand, and methods of its local classes: put behind it */
    VEC(IrGlobal *) globals;
    VEC(NodeId) stack; /* scratch for left-deep chains */
    Sym sym_null, sym_lambda;
    u32 const_depth;
    EnumWalk *enums;
    Map var_names; /* Sym -> serial of the last function with a variable of that name */
    u32 serial;
} Lower;

#define TAG_KEY ((u64)1 << 32)

/* State that changes while a declaration elsewhere is read. */
typedef struct Where {
    const Unit *src;
    Sym scope;
    TypeId cls;
    bool locals;
} Where;

Where low_enter(Lower *l, u32 unit, Sym scope);
void low_leave(Lower *l, Where w);

static inline const Node *nd(const Lower *l, NodeId n)
{
    return &l->t->nodes.at[n];
}
static inline NodeKind kind(const Lower *l, NodeId n)
{
    return (NodeKind)l->t->nodes.at[n].kind;
}
static inline NodeId first(const Lower *l, NodeId n)
{
    return l->t->nodes.at[n].first;
}
static inline NodeId next(const Lower *l, NodeId n)
{
    return l->t->nodes.at[n].next;
}
/* First child, unless it was left out. */
static inline NodeId some(const Lower *l, NodeId n)
{
    return n && kind(l, n) != N_NONE ? n : 0;
}

/* ---- low_fn.c: functions, blocks, instructions ---- */

/* Starts a function (its IrFunction, scopes, entry block); low_fn_end finishes, and appends it to the unit unless it is an initialiser. */
Fn *low_fn_begin(Lower *l, NodeId node, bool is_lambda);
IrFunction *low_fn_end(Lower *l);
LowBlock *low_block(Lower *l);
/* Falls from the current block into b and goes on there; a block that nothing reaches is not made. */
void low_start(Lower *l, LowBlock *b);
/* Same, but b is made in any case (labels, case labels). */
void low_start_always(Lower *l, LowBlock *b);
/* Makes sure that there is a current block; starts one that nothing reaches behind a terminator. */
void low_here(Lower *l);
IrInst *low_emit(Lower *l, IrOp op, NodeId node);
TempId low_temp(Lower *l, IrInst *i);
void low_goto(Lower *l, LowBlock *target, NodeId node, u32 flags);
void low_branch(Lower *l, const IrExp *cond, LowBlock *then, LowBlock *other, IrWhy why, NodeId node,
                NodeId stmt, u32 flags);
/* An UNKNOWN instruction for a node that could not be lowered; its value has the type given (TYPE_VOID: none). */
const IrExp *low_unknown(Lower *l, NodeId node, TypeId type, const char *why);
IrVar *low_var(Lower *l, Sym name, TypeId type, IrVarKind kind, NodeId node);

/* ---- low_scope.c: names ---- */

void low_scope_push(Lower *l);
/* Ends the lives of its variables (if there is a current block) and forgets its names. */
void low_scope_pop(Lower *l, NodeId node);
/* Ends the lives of the variables of all scopes inside `outer` without leaving them. */
void low_scope_unwind(Lower *l, Scope *from, Scope *outer, NodeId node);
Binding *low_bind(Lower *l, u64 key, BindKind kind);
/* Binds a name outside functions (template parameters); low_unbind forgets what was bound since undo.n was `undo`. */
Binding *low_bind_outside(Lower *l, u64 key, BindKind kind);
void low_unbind(Lower *l, u32 undo);
Binding *low_bind_var(Lower *l, IrVar *v);
/* Adds a variable to the current scope and emits SCOPE_BEGIN. */
void low_declare(Lower *l, IrVar *v, NodeId node);
/* Meaning inside the function, or NULL. */
Binding *low_local(Lower *l, u64 key);
/* The variable of a VAR binding as seen in the function at hand: captured if it belongs to an enclosing one. NULL if it cannot be. */
IrVar *low_bound_var(Lower *l, const Binding *b);

enum {
    LOOK_TYPE,  /* a type name: typedefs, and in C++ records and enums */
    LOOK_TAG,   /* struct, union, class, enum tag */
    LOOK_VALUE, /* functions, variables, enumerators */
    LOOK_FUNC,
    LOOK_CLASS, /* what can be a scope: records, enums, typedefs */
    LOOK_COUNT
};
/* Index entry of an unqualified name in the current scope, its enclosing ones, then globally; or 0. */
u32 low_lookup(Lower *l, Sym name, u32 what);
/* Entry in exactly one scope; 0 is the global one. */
u32 low_lookup_exact(Lower *l, Sym scope, Sym name, u32 what);
/* Entry of a member of exactly that scope (a record's also in its bases), or 0. */
u32 low_lookup_in(Lower *l, Sym scope, Sym name, u32 what);
/* Entry of a QUALIFIED, NAME, TEMPLATE_ID ...; *last gets the node of the last component, *scope the qualifier as written (or 0). */
u32 low_lookup_name(Lower *l, NodeId name, u32 what, NodeId *last, Sym *scope);
/* Sym of the last component ("~T" for DESTRUCTOR_NAME, "operator+" ...), 0 for none. */
Sym low_name_sym(Lower *l, NodeId name);
Sym low_scope_join(Sym outer, Sym inner);
Sym low_scope_parent(Lower *l, Sym scope);
static inline const IndexEntry *low_entry(const Lower *l, u32 e)
{
    return &l->p->index.entries.at[e];
}
EntryInfo *low_entry_info(Lower *l, u32 entry);
TypeId low_entry_type(Lower *l, u32 entry); /* in low_type.c */
bool low_entry_noreturn(Lower *l, u32 entry);
IrGlobal *low_global_of_entry(Lower *l, u32 entry);
IrGlobal *low_global_of_name(Lower *l, Sym name, Sym scope);
IrGlobal *low_global_new(Lower *l, Sym name, TypeId type, NodeId node);

/* ---- low_type.c, low_record.c: types from the tree ---- */

typedef struct Declared {
    Sym name;
    NodeId name_node; /* child of D_NAME, or 0 */
    NodeId d_name;    /* D_NAME or D_BINDING, or 0 */
    NodeId func;      /* the D_FUNC that makes it a function, or 0 */
    const IrExp *vla_bound;
    bool has_array; /* outermost is an array */
} Declared;

typedef struct Specs {
    TypeId type;
    u32 flags;    /* SP_ */
    bool is_auto; /* to be deduced from the initialiser */
    bool noreturn;
    bool cleanup;
} Specs;

Specs low_specs(Lower *l, NodeId specs);
TypeId low_declarator(Lower *l, TypeId base, NodeId dtor, Declared *d);
TypeId low_type_name(Lower *l, NodeId type_name); /* of TYPE_NAME */
/* Type named by a name node; TY_NAMED when nobody declares it. */
TypeId low_named_type(Lower *l, NodeId name);
/* The record (or enum, typedef) type of an index entry. */
TypeId low_type_of_entry(Lower *l, u32 entry);
TypeId low_record_type(Lower *l, NodeId record); /* RECORD node of src, with or without body */
TypeId low_enum_type(Lower *l, NodeId node);
TypeId low_param_adjust(Lower *l, TypeId t);
void low_complete_record(void *ctx, TypeTable *tt, Record *r);
void low_complete_enum(void *ctx, TypeTable *tt, EnumType *e);
/* Class type of a scope such as "ns::Class", or 0 when the scope is a namespace. */
TypeId low_class_of_scope(Lower *l, Sym scope, bool assume_class);
NodeId low_find_attr(const Lower *l, NodeId parent, const char *name);
bool low_has_attr(const Lower *l, NodeId parent, const char *name);
bool low_attr_is(Sym attr, const char *name);

/* ---- low_const.c, low_literal.c: constants ---- */

/* Value and type of an integer constant expression; false when it is not one or cannot be evaluated. */
bool low_const(Lower *l, NodeId n, i64 *value, TypeId *type);
/* Literals. Value of NUMBER: an integer (float_value untouched) or a floating one (*is_float). */
bool low_number(Lower *l, Sym spelling, u64 *value, double *real, bool *is_float, TypeId *type);
bool low_char(Lower *l, Sym spelling, u64 *value, TypeId *type);
const IrString *low_string(Lower *l, NodeId n, TypeId *type);
/* Folds an operation on constants of the type; false when its result is not defined. */
bool low_fold_binary(const TypeTable *tt, IrBinop op, TypeId operands, i64 a, i64 b, i64 *out);

/* ---- low_make.c, low_expr.c, low_unary.c, low_name.c, low_effect.c: expressions ---- */

IrExp *low_new_exp(Lower *l, IrExpKind k, TypeId type, NodeId node);
const IrExp *low_int(Lower *l, TypeId type, u64 value, NodeId node);
const IrExp *low_unknown_exp(Lower *l, TypeId type, NodeId node);
const IrExp *low_var_place(Lower *l, IrVar *v, NodeId node);
const IrExp *low_field(Lower *l, const IrExp *base, u32 field, Sym name, TypeId type, NodeId node);
/* Member of an object by name, through unnamed members and bases; NULL when its class has none of that name. */
const IrExp *low_member(Lower *l, const IrExp *base, Sym name, NodeId node);
const IrExp *low_deref(Lower *l, const IrExp *pointer, NodeId node);
const IrExp *low_index(Lower *l, const IrExp *base, const IrExp *index, NodeId node);
/* Address of a place; marks its variable. */
const IrExp *low_addr(Lower *l, const IrExp *place, NodeId node, u32 flags);
const IrExp *low_load(Lower *l, const IrExp *place, NodeId node);
IrInst *low_store(Lower *l, const IrExp *place, const IrExp *value, NodeId node, u32 flags);
/* Place or value of an expression. */
const IrExp *low_exp(Lower *l, NodeId n);
/* Value: loads, decays. */
const IrExp *low_value(Lower *l, NodeId n);
const IrExp *low_to_value(Lower *l, const IrExp *e, NodeId node);
/* The address of an expression's object, a temporary being made for values: for references and receivers. */
const IrExp *low_bound_addr(Lower *l, const IrExp *e, NodeId node);
const IrExp *low_binop(Lower *l, IrBinop op, const IrExp *a, const IrExp *b, NodeId node);
const IrExp *low_cast(Lower *l, const IrExp *e, TypeId to, NodeId node, u32 flags, IrCastStyle style);
/* Implicit conversion to a type, as by assignment. */
const IrExp *low_convert(Lower *l, const IrExp *value, TypeId to, NodeId node);
/* The value as a condition: a scalar. */
void low_cond(Lower *l, NodeId n, LowBlock *then, LowBlock *other, IrWhy why, NodeId stmt);
/* For its effects only. */
void low_effect(Lower *l, NodeId n);
/* Type of an expression without evaluating it; *place gets the place or value (its temps are in no block). */
TypeId low_type_of_exp(Lower *l, NodeId n, const IrExp **place);
/* Value of a variable that is declared by an unresolved or resolved name; place or value. */
const IrExp *low_name(Lower *l, NodeId n);
const IrExp *low_entry_exp(Lower *l, u32 entry, NodeId n);
TypeId low_truth_type(const Lower *l); /* of comparisons: int in C, bool in C++ */
bool low_is_null(const IrExp *e);      /* the constant 0 */
bool low_is_logic(u8 op);              /* && || */
/* The object that a variable's name means: the referent for a reference. */
const IrExp *low_var_object(Lower *l, IrVar *v, NodeId node);
extern const u8 low_binop_of_token[]; /* by token kind: IrBinop + 1, or 0; also of compound assignments */
const IrExp *low_unary(Lower *l, NodeId n);              /* UNARY */
const IrExp *low_step(Lower *l, NodeId n, bool postfix); /* ++ -- */
const IrExp *low_assign(Lower *l, NodeId n);             /* ASSIGN */
/* A place for any expression: values become read-only OBJECTs. */
const IrExp *low_to_place(Lower *l, const IrExp *e, NodeId node);
/* An opaque condition. */
const IrExp *low_opaque(Lower *l, NodeId node);
const IrExp *low_conditional(Lower *l, NodeId n, bool effect); /* COND */
const IrExp *low_member_access(Lower *l, NodeId n);            /* MEMBER */
const IrExp *low_subscript(Lower *l, NodeId n);                /* INDEX */
/* An expression whose value is dropped though nothing but its value matters. Flags: IIF_VOID_CAST. */
void low_discard(Lower *l, const IrExp *e, NodeId n, u32 flags);
/* A synthetic variable with a value stored in it; its place. */
const IrExp *low_spill(Lower *l, const IrExp *value, TypeId type, NodeId node);
bool low_enter_depth(Lower *l); /* false at the limit; else l->depth must be decremented afterwards */

/* ---- low_call.c: calls ---- */

const IrExp *low_call(Lower *l, NodeId n);
/* Emits a call; its value or IE_UNKNOWN of type void. Flags: IIF_. */
const IrExp *low_emit_call(Lower *l, IrCall *c, NodeId node, u32 flags);
IrCall *low_new_call(Lower *l, IrCallKind k, Sym name, u32 n_args);
/* Lowers arguments first, then their siblings, into a call, converted for its type. */
void low_call_args(Lower *l, IrCall *c, NodeId arg);
/* Picks the overload of a function for a number of arguments among the entries of its name and scope. */
u32 low_overload(Lower *l, u32 entry, u32 n_args, bool *ambiguous);
void low_call_resolve(Lower *l, IrCall *c, u32 entry);
bool low_is_static_member(Lower *l, u32 entry);
u32 low_count(const Lower *l, NodeId first);

/* ---- low_init.c: initialisers ---- */

/* Initialises a place from an expr, INIT_LIST or ARGS. */
void low_init(Lower *l, const IrExp *place, TypeId type, NodeId init, NodeId node);
/* Type of `T a[] = init`, completed. */
TypeId low_complete_array(Lower *l, TypeId type, NodeId init);

/* ---- low_cxx.c, low_operator.c, low_lambda.c, low_try.c: C++ ---- */

const IrExp *low_lambda(Lower *l, NodeId n);
const IrExp *low_new(Lower *l, NodeId n);
const IrExp *low_delete(Lower *l, NodeId n);
void low_throw(Lower *l, NodeId n);
void low_try(Lower *l, NodeId n);
void low_for_range(Lower *l, NodeId n);
const IrExp *low_construct(Lower *l, NodeId n);
/* Calls a constructor on a place. args: first of a list of expressions. */
void low_construct_at(Lower *l, const IrExp *place, TypeId type, NodeId args, NodeId node, u32 call_flags,
                      u32 inst_flags);
void low_destroy(Lower *l, const IrExp *place, TypeId type, NodeId node);
/* Overloaded operator on classes: NULL when the builtin one applies. */
const IrExp *low_operator(Lower *l, const char *op, const IrExp *a, const IrExp *b, NodeId na, NodeId nb,
                          NodeId node);
bool low_is_class(const Lower *l, TypeId t);
/* Name of a class, seen or not; *scope gets the scope of its members. */
Sym low_class_name(const Lower *l, TypeId t, Sym *scope);
void low_ctor_inits(Lower *l, NodeId inits, NodeId func);
void low_dtor_members(Lower *l, NodeId func);
void low_bindings(Lower *l, NodeId d_binding, TypeId type, NodeId init, NodeId node);
const IrExp *low_this(Lower *l, NodeId node); /* value of `this`, or NULL outside methods */

/* ---- low_stmt.c, low_decl.c, low_loop.c, low_presence.c: statements ---- */

void low_alternatives(Lower *l, NodeId n); /* ALT */
void low_init_part(Lower *l, NodeId n);    /* of if, switch, for */
void low_if(Lower *l, NodeId n);
void low_while(Lower *l, NodeId n);
void low_do(Lower *l, NodeId n);
void low_for(Lower *l, NodeId n);
void low_macro_loop(Lower *l, NodeId n);
/* The call of an unknown macro that stands as a statement or before one. */
const IrExp *low_macro_call(Lower *l, NodeId n, u32 flags);
void low_stmt(Lower *l, NodeId n);
void low_stmt_list(Lower *l, NodeId first);
void low_local_decl(Lower *l, NodeId n);
/* Index of a label of the function at hand, made when new. */
u32 low_label(Lower *l, Sym name);
/* Lowers a statement that is the argument of an unknown macro: it may be kept or not. */
void low_macro_arg(Lower *l, NodeId n);
bool low_is_stmt(const Lower *l, NodeId n);
/* Value of the last expression of a ({ }). */
const IrExp *low_stmt_exp(Lower *l, NodeId n);
/* Do the presence conditions cover all configurations? */
bool low_presence_exhaustive(const Presence *p, const PresenceId *ids, u32 n);

/* ---- lower.c ---- */

/* Lowers a function definition (FUNC) that stands in scope l->scope. */
void low_function(Lower *l, NodeId func, PresenceId presence, bool is_template);
/* Makes the initialiser of a global or static local. */
void low_global_init(Lower *l, IrGlobal *g, NodeId init, NodeId node);
void low_local_class(Lower *l, NodeId record);
/* Makes the parameters of the function at hand from its PARAMS. */
void low_params(Lower *l, NodeId params);

#endif
