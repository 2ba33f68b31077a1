/*
 * What functions demand, do and return (contract_): facts read from the [[stoa::...]] attributes of the embedded contract
 * headers and of the project's own declarations, and from the GCC and Clang attributes that say the same. Made once
 * after parsing; then read-only, and read by lowering, engine and checks. The vocabulary: attributes.h, docs/contracts.md.
 */
#ifndef CONTRACT_CONTRACT_H
#define CONTRACT_CONTRACT_H

#include "contract/attributes.h"
#include "syntax/project.h"

typedef enum ContractAttr {
    CA_NONE,
#define X(name, spelling, arguments, cwes, text) CA_##name,
    CONTRACT_ATTRIBUTES(X)
#undef X
        CA_COUNT
} ContractAttr;

/* One row of the vocabulary. */
typedef struct ContractAttrInfo {
    const char *name, *arguments, *cwes, *text;
} ContractAttrInfo;

extern const ContractAttrInfo contract_attrs[CA_COUNT];

/* A kind word of an attribute. Ids are positions in CONTRACT_KINDS, from 1; 0 is none. */
typedef struct ContractKindInfo {
    u8 attr; /* ContractAttr */
    const char *name;
    u32 cwe; /* 0: the check decides */
    const char *text;
} ContractKindInfo;

/* Kind by attribute and word, or 0; NULL for id 0. Kinds are few: look them up once, compare ids. */
u8 contract_kind(ContractAttr attr, const char *name);
const ContractKindInfo *contract_kind_info(u8 kind);

/* What a fact is about: parameter 0 .. n-1, or one of these. */
enum { CT_NONE = -1, CT_RESULT = -2, CT_THIS = -3, CT_VARARGS = -4 };

typedef struct ContractTarget {
    i16 arg;   /* index from 0 (may lie behind the named parameters: argN), or CT_ */
    u16 deref; /* number of * written before it */
} ContractTarget;

/* ---- expressions over arguments and result ---- */

typedef u32 ContractExprId; /* 0: none */

typedef enum ContractOp {
    CE_NUMBER,    /* value */
    CE_TARGET,    /* target's value (deref: what it points to) */
    CE_CONSTANT,  /* sym: an enumerator's last name; value when `known` */
    CE_TEXT,      /* sym: a string; only compared with a target (letter case aside) */
    CE_UNBOUNDED, /* a length that the input decides */
    CE_ERRNO,     /* errno after the call */
    CE_STRLEN,    /* elements before the terminator of target's string */
    CE_COUNT,     /* elements that the container `target` holds */
    CE_SIZEOF,    /* size of what target points to */
    CE_NEG,
    CE_NOT,
    CE_COMPL,
    CE_ADD,
    CE_SUB,
    CE_MUL,
    CE_DIV,
    CE_MOD,
    CE_AND,
    CE_OR,
    CE_XOR,
    CE_SHL,
    CE_SHR,
    CE_MIN,
    CE_MAX,
    CE_EQ,
    CE_NE,
    CE_LT,
    CE_LE,
    CE_GT,
    CE_GE,
    CE_LAND,
    CE_LOR,
} ContractOp;

typedef struct ContractExpr {
    u8 op;
    bool known; /* CE_CONSTANT: value is known */
    ContractTarget target;
    ContractExprId a, b; /* operands; always smaller ids than the expression's own */
    Sym sym;
    i64 value;
} ContractExpr;

/* ---- facts and contracts ---- */

/* One attribute. Which parts are set follows from the attribute's arguments; repeated targets (nonnull(a, b), propagates(a,
 * b, c)) make one fact each. */
typedef struct ContractFact {
    u8 attr; /* ContractAttr */
    u8 kind; /* id of a kind, or 0 */
    u16 cwe;
    ContractTarget target[2]; /* CT_NONE when not given */
    ContractExprId expr[2];   /* conditions and numbers in the order written */
    Sym family;               /* of a resource: equal Syms belong together */
    Sym text[2];              /* texts in the order written */
} ContractFact;

typedef struct Contract {
    Sym name;     /* last component */
    Sym cls;      /* last component of the class, or 0 */
    Sym scope;    /* all of it, namespaces included, or 0 */
    u16 n_params; /* named parameters, `this` not counted */
    u16 min_args; /* without those that have defaults */
    bool variadic;
    bool is_static;    /* internal linkage: only for its own unit */
    bool from_library; /* declared by an embedded contract header */
    u64 has[2];        /* bit set by ContractAttr: the attributes present */
    u32 first, n;      /* facts, in source order */
    u32 entry; /* first declaration in the project's index; 0 when only an attribute elsewhere names the function */
    u32 unit; /* of that declaration */
    u32 next; /* next contract of the same name, or 0 */
} Contract;

_Static_assert(CA_COUNT <= 128, "Contract.has is a bit set of attributes");

typedef struct ContractDb ContractDb;

/* Reads the contracts of all declarations in the index. Wrong attributes are left out, each with a message that names
 * place and remedy (in p->diags). */
ContractDb *contract_db_new(const Project *p);
void contract_db_free(ContractDb *db);

/* The contract of a function outside of classes by its plain name: the library's global one, else the first that the project
 * declares with external linkage. NULL when there is none. A project that defines a function of that name means its own:
 * see contract_of_entry. */
const Contract *contract_lookup(const ContractDb *db, Sym name);
/* The same for a function of a namespace or class written with its scope: ("std", "move"). */
const Contract *contract_lookup_in(const ContractDb *db, Sym scope, Sym name);
/* A method by its class (last component; base classes that the contracts know are searched too) and number of arguments.
 * cls 0: not known; then the answer is the method of the only class that has one of that name, or a contract (its cls is then the
 * first of them) of what the methods of all such classes have in common; NULL when they have nothing in common, or when the
 * project has methods of that name without a contract. Constructors: method == cls. */
const Contract *contract_lookup_method(const ContractDb *db, Sym cls, Sym method, u32 argc);
/* Of one declaration in the index: all attributes of all declarations of that entity, or NULL when it has none. */
const Contract *contract_of_entry(const ContractDb *db, u32 entry);

static inline bool contract_has(const Contract *c, ContractAttr attr)
{
    return c && (c->has[attr / 64] >> (attr % 64) & 1);
}

/* Fact i (< c->n) of a contract. */
const ContractFact *contract_fact(const ContractDb *db, const Contract *c, u32 i);
/* First fact of that attribute at or after *i, and moves *i behind it; NULL at the end. Start with *i == 0. */
const ContractFact *contract_next(const ContractDb *db, const Contract *c, ContractAttr attr, u32 *i);
/* First fact of that attribute about argument `arg` (CT_ values too, any deref), or NULL. */
const ContractFact *contract_about(const ContractDb *db, const Contract *c, ContractAttr attr, i32 arg);
const ContractExpr *contract_expr(const ContractDb *db, ContractExprId e);

/* Does the contract say that the argument must not be null: by nonnull, or because it is read or written and not nullable? */
bool contract_demands_nonnull(const ContractDb *db, const Contract *c, i32 arg);
/* May the result be null: by may_return_null, or by an error_if that null satisfies? */
bool contract_may_return_null(const ContractDb *db, const Contract *c);
/* Name of the first function that frees or closes the family ("free", "fclose"), or 0. */
Sym contract_release_of(const ContractDb *db, Sym family);
/* "result < 0", "strlen(src) + 1"; parameter names as declared. */
void contract_expr_text(const ContractDb *db, const Contract *c, ContractExprId e, Sb *out);

/* ---- evaluation on what a call shows ---- */

/* The value of a target as far as the caller knows it. */
typedef struct ContractValue {
    bool known; /* value is set */
    i64 value;
    Sym constant; /* last component when the argument is written as a plain name (an enumerator without its header), or 0 */
    const char *text; /* when it is a string literal: its characters; else NULL */
} ContractValue;

/* Fills *out; false: nothing known. query: CE_TARGET, CE_STRLEN, CE_COUNT, CE_SIZEOF or CE_ERRNO of that target. */
typedef bool ContractValueOf(void *ctx, ContractOp query, ContractTarget target, ContractValue *out);

/* Truth of a condition: 1, 0, or -1 not known. Arithmetic wraps at 64 bits; division by zero is not known. */
int contract_test(const ContractDb *db, ContractExprId e, ContractValueOf *value_of, void *ctx);
/* Value of an expression; false: not known. */
bool contract_eval(const ContractDb *db, ContractExprId e, ContractValueOf *value_of, void *ctx, i64 *out);

/* ---- variables and fields ---- */

/* What attributes say of a variable, field or parameter. Names are as written, 0 when absent. */
typedef struct ContractObject {
    Sym guarded_by; /* lock (guarded_by, pt_guarded_by) */
    Sym counted_by; /* member that holds the number of elements */
    Sym cleanup;    /* function called at the end of the scope */
    bool nonstring; /* a char array that is no string */
    bool nonnull;
    bool secret;  /* [[stoa::secret]] */
    bool tainted; /* [[stoa::taints(...)]] */
} ContractObject;

/* Of an INIT_DECL or PARAM with the DECL around it (0 for a PARAM). */
ContractObject contract_of_object(const Unit *u, NodeId decl, NodeId node);

#endif
