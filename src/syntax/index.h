/*
 * Project-wide index of declarations by name (index_): filled after all units are parsed, in unit order, read-only
 * afterwards. Lowering resolves types, functions, variables and enumerators through it; the contract headers
 * are unit 0, so what they declare is found in the same way.
 */
#ifndef SYNTAX_INDEX_H
#define SYNTAX_INDEX_H

#include "base/map.h"
#include "base/vec.h"
#include "syntax/unit.h"

typedef enum DeclKind {
    DK_TYPEDEF,    /* node: INIT_DECL (typedef) or ALIAS */
    DK_RECORD,     /* node: RECORD with REC_DEFINED */
    DK_ENUM,       /* node: ENUM with ENUM_DEFINED */
    DK_ENUMERATOR, /* node: ENUMERATOR; decl: its ENUM */
    DK_FUNCTION,   /* node: FUNC (definition) */
    DK_PROTOTYPE,  /* node: INIT_DECL whose declarator is a function */
    DK_VARIABLE, /* node: INIT_DECL at file, namespace or class scope (static members, fields are not here) */
} DeclKind;

typedef struct IndexEntry {
    Sym name;  /* last component */
    Sym scope; /* "" or "ns::Class": the enclosing namespaces and classes, also of an out-of-line definition */
    u8 kind;   /* DeclKind */
    u8 is_static; /* internal linkage: visible only in its own unit (or from the header that holds it) */
    u8 in_header; /* written in a header */
    u8 is_template;
    u32 unit;
    NodeId node;
    NodeId decl;         /* enclosing DECL (its first child is the SPECS), ENUM of an enumerator, or 0 */
    PresenceId presence; /* of that unit's table: when the declaration exists */
    u32 next;            /* next entry of the same name, or 0 */
} IndexEntry;

typedef struct Index {
    VEC(IndexEntry) entries; /* at[0] unused; entries of one name are chained in unit and source order */
    Map first, last;         /* Sym -> entry */
} Index;

void index_init(Index *ix);
void index_release(Index *ix);
/* Adds everything that the unit declares at file, namespace and class scope. Called in unit order by one thread. */
void index_add_unit(Index *ix, const Unit *u);
/* The name under which a name node's entity is entered: its last component; "~T" for a destructor, "operator+", "operator()",
 * "operator new", and "operator conversion" for every conversion function. 0 for none. */
Sym index_name_of(const Tree *t, NodeId name);
/* First entry of a name, or 0; then entries.at[i].next. */
u32 index_first(const Index *ix, Sym name);
/* First entry of a unit: entries stand in unit order. entries.n: there is none behind it. */
u32 index_first_of(const Index *ix, u32 unit);
/* The entry that `unit` sees for a name of one of the kinds (bit mask 1 << DeclKind): its own first, then non-static or in a
 * header, project units before contracts; a definition before a prototype. scope 0: any. Returns 0 if there is none. */
u32 index_lookup(const Index *ix, const Unit *unit, Sym name, Sym scope, u32 kinds);

#endif
