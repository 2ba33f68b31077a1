/*
 * Shared by the files of contract/ only: the database's insides and the reader's state.
 */
#ifndef CONTRACT_CONTRACT_PRIV_H
#define CONTRACT_CONTRACT_PRIV_H

#include "base/map.h"
#include "base/vec.h"
#include "contract/contract.h"

typedef struct ContractBase {
    Sym base;
    u32 next; /* next base of the same class, or 0 */
} ContractBase;

/* A deallocator that GCC's malloc attribute names, for a function that need not have a contract yet. */
typedef struct ContractDealloc {
    Sym function; /* stands in the ALLOCATES fact as its family until all contracts are read */
    u32 arg;      /* from 0 */
} ContractDealloc;

struct ContractDb {
    const Project *p;
    VEC(Contract) contracts;     /* at[0] unused */
    VEC(ContractFact) facts;     /* at[0] unused */
    VEC(ContractExpr) exprs;     /* at[0] unused */
    VEC(Sym) params;             /* names of parameters */
    VEC(u32) param_first;        /* by contract: where its n_params names begin */
    VEC(ContractBase) base_list; /* at[0] unused */
    VEC(i64) constant_values;
    VEC(ContractDealloc) deallocs;
    Map first, last; /* Sym -> contract */
    Map by_entry;    /* index entry -> contract */
    Map bases;       /* class -> base_list */
    Map constants;   /* enumerator -> constant_values; of the contract headers and of units with attributes */
    Map releases;    /* family -> Sym of function */
    Map common; /* method << 8 | arguments -> contract of what all classes' methods of that name say, or 0 */
    Map attrs;  /* Sym of an attribute's name -> ContractAttr */
    Map kinds;  /* attr << 32 | Sym -> kind */
    Map constant_units; /* units whose enumerators were read */
};

enum {
    CONTRACT_MAX_PARAMS = 64,
    CONTRACT_EXPR_DEPTH = 40,
    CONTRACT_BASE_DEPTH = 16,
    CONTRACT_COMMON_ARGS = 6
};

/* State while the attributes of one declaration are read. */
typedef struct Reader {
    ContractDb *db;
    const Unit *u;
    const Tree *t;
    Sym function;
    Sym params[CONTRACT_MAX_PARAMS];
    bool pointer[CONTRACT_MAX_PARAMS];
    u32 n_params;
    u32 min_args;
    bool variadic;
    bool is_method;
    i32 at_param;            /* parameter the attribute stands at, or CT_NONE */
    VEC(ContractFact) facts; /* found so far */
} Reader;

/* What a declaration's attributes say; r->facts is the caller's to release. False when it declares no function. */
bool reader_declaration(Reader *r, const IndexEntry *e);
/* One attribute node. */
void reader_attribute(Reader *r, NodeId attr);
/* A GNU, Clang, standard or declspec attribute; `name` without underscores around it. */
void gnu_attribute(Reader *r, const char *name, NodeId first_arg);
/* A word such as _Nonnull that stands at a parameter or the result. */
void gnu_word(Reader *r, const char *name);

void reader_message(Reader *r, NodeId at, const char *fmt, ...) PRINTF_LIKE(3, 4);
ContractFact reader_fact(ContractAttr attr);
void reader_push(Reader *r, const ContractFact *f);
ContractExprId reader_expr(Reader *r, NodeId n);
bool reader_target(Reader *r, NodeId n, ContractTarget *out);
/* The plain word that a node is (also when it was taken for a type), or 0. */
Sym reader_word(const Tree *t, NodeId n);
/* The characters of a string literal node. */
Sym reader_text(const Unit *u, NodeId n);
ContractExprId db_expr(ContractDb *db, ContractExpr e);

/* Spelling of an integer or character constant; false when it is none. */
bool contract_number(const char *s, i64 *out);
/* The last part of "ns::Class". */
Sym db_last_component(Sym scope);
/* Contract of the entity that an index entry declares, or 0; `overloads`: the number of parameters must agree. */
u32 db_find_entity(const ContractDb *db, const IndexEntry *e, u32 n_params, bool overloads);
/* Does the project itself define a function of that name with external linkage? */
bool db_project_defines(const ContractDb *db, Sym name);
/* The library's contract of a global function, or 0. */
u32 db_library_contract(const ContractDb *db, Sym name);
/* Can it be called with that many arguments? */
bool db_takes(const Contract *c, u32 argc);
/* Name of the n-th parameter of a contract, or 0. */
Sym db_param(const ContractDb *db, const Contract *c, u32 n);
/* Value of an enumerator that the unit's attributes may name. */
bool db_constant(ContractDb *db, const Unit *u, Sym name, i64 *out);

#endif
