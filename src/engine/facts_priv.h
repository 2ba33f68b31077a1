/*
 * Shared by the files of the facts only: what the scan of one unit finds, and the tables that it is put into. facts.c makes
 * and merges them, facts_marks.c finds the tokens of interest and facts_scan.c walks the tree to them, facts_const.c reads initialisers, facts_return.c follows statements.
 */
#ifndef ENGINE_FACTS_PRIV_H
#define ENGINE_FACTS_PRIV_H

#include "base/map.h"
#include "engine/facts.h"

/* What a mention of an object may do to it. Which of these matter depends on the object's type: see facts_never_written. */
enum {
    FM_OBJECT = 1, /* it or a member of it is written, or its address taken */
    FM_ELEMENT =
        2, /* the same with what an index finds: of an array the object itself, of a pointer something else */
    FM_WHOLE = 4, /* its value goes somewhere: of an array that is its address */
    FM_PART = 8,  /* the same with a member or element */
    FM_ALL = 15   /* mentioned in code that could not be read */
};

/* The shape of a declared object, as far as the declaration alone says it. */
typedef struct FactShape {
    bool is_const; /* no part of it may be assigned to */
    bool odd; /* volatile, weak, in a section of its own, a reference: code may change it that nobody sees */
    bool is_function; /* or a type: no object */
} FactShape;

typedef struct FactObject {
    u32 name;    /* index into names */
    Sym scope;   /* "" or "ns::Class" */
    u32 next;    /* the next object of the same name (and, for private ones, of the same unit), or 0 */
    u32 unit;    /* private ones: the only unit that sees it; else 0 */
    u32 defined; /* unit of the definition; 0: none was read */
    NodeId init; /* its initialiser in that unit's tree, or 0 */
    u8 found;    /* FM_ bits, without those of FactName.everywhere */
    bool is_const, odd;
    bool
        always; /* private ones: no configuration lacks it, so that the name means nothing else in its unit */
    bool repeated; /* defined by several units, or initialised several times */
    bool known;    /* value is what it holds */
    i64 value;
} FactObject;

typedef struct FactName {
    Sym sym;
    u32 shared;        /* first object of that name which several units may see, or 0 */
    bool tracked;      /* an object of that name can be changed at all: mentions are looked for */
    bool private_only; /* each is private to a unit */
    u8 everywhere;     /* FM_ bits of mentions in headers and macro bodies: of every object of that name */
} FactName;

/* One name as a unit mentions it. */
typedef struct FactHit {
    u32 name;
    u8 here;      /* FM_ bits of mentions in the main file */
    u8 elsewhere; /* and in headers */
} FactHit;

/* A static variable of a function. */
typedef struct FactStatic {
    Sym sym;
    NodeId node; /* INIT_DECL */
    NodeId init; /* or 0 */
    u8 found;
    bool is_const, odd;
} FactStatic;

/* A call that stands as a statement of a function: if the callee never returned, the function might not either. */
typedef struct FactCall {
    Sym callee;
    u32 caller; /* entry */
} FactCall;

/* What the scan of one unit found. */
typedef struct FactUnit {
    VEC(FactHit) hits;
    VEC(FactStatic) statics;
    VEC(FactCall) calls;
    VEC(u32) endless; /* entries of functions that never return, by what attributes say of the others */
} FactUnit;

struct ProjectFacts {
    const Project *p;
    VEC(FactName) names;     /* at[0] unused */
    VEC(FactObject) objects; /* at[0] unused */
    u32 *object_of_entry;    /* 0: none */
    Map statics;             /* unit << 32 | INIT_DECL -> object */
    u8 *never_returns;       /* by entry */
    u32 n_entries;
    u32 n_syms;
    u32 *name_of_sym; /* while it is made */
    u8 *macro_found;  /* by Sym, while it is made: FM_ bits of mentions in macro bodies */
};

/* One thread's tables, by Sym; each entry is as before between two units. */
typedef struct FactWorker {
    u32 *name_of;     /* index into names, FACT_LOCAL for names of statics alone, 0 */
    u32 *local_of;    /* innermost local variable of a tracked name, + 1, or 0 */
    u16 *bits;        /* by name: FM_ bits here, and << 8 those elsewhere */
    VEC(u32) touched; /* names whose bits are set */
} FactWorker;

#define FACT_LOCAL 0x80000000u
/* Added to a name: only other units see objects of that name, and only text of headers can mean them. */
#define FACT_ELSEWHERE 0x40000000u

/* The D_NAME of a declarator, or 0. */
NodeId fact_declared(const Tree *t, NodeId dtor);
/* What the declarator and specifiers around a name say; init_decl may be 0. */
FactShape fact_shape(const Tree *t, NodeId specs, NodeId dtor, NodeId init_decl);
/* Does one of the node's attributes have this name, underscores around it aside? */
bool fact_has_attr(const Tree *t, NodeId parent, const char *name);

/* Where a unit's tokens mention tracked names: the walk passes over all that lies between. */
typedef struct FactMarks {
    VEC(u32) at; /* tokens, ascending */
    VEC(Sym)
    statics;    /* names of variables that functions of this unit keep; tracked as long as the marks live */
    u32 cursor; /* the mark that was found last */
} FactMarks;

void fact_marks_make(FactMarks *m, const Unit *u, FactWorker *w);
void fact_marks_release(FactMarks *m, FactWorker *w);
/* Is there a mark in the node's tokens? */
bool fact_marked(FactMarks *m, const Node *x);
/* Is the token, or the macro call that it comes from, written in the unit's main file? */
bool fact_in_main(const Unit *u, u32 tok);

void fact_scan_unit(const ProjectFacts *f, u32 unit, FactWorker *w, FactUnit *out);

/* Value of an integer constant expression in that unit's tree, before its conversion to the object's type. */
bool fact_const(const Project *p, u32 unit, NodeId exp, i64 *value);

/* Judges the functions that a unit defines: fills out->endless and out->calls. */
void fact_return_unit(const ProjectFacts *f, u32 unit, FactUnit *out);
/* Sets f->never_returns from what the units found: functions that call others that never return are judged again. */
void fact_return_project(ProjectFacts *f, const FactUnit *units);
/* Do attributes of this declaration say that the function does not return? */
bool fact_declared_noreturn(const Project *p, u32 entry);

#endif
