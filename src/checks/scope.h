/*
 * Which function, class or namespace holds a token, and under which presence condition the token exists (scope_).
 * Made on the first finding of a unit; used by checks/site.c only.
 */
#ifndef CHECKS_SCOPE_H
#define CHECKS_SCOPE_H

#include "base/arena.h"
#include "syntax/unit.h"

typedef struct Scope {
    NodeId node; /* FUNC, RECORD or NAMESPACE */
    u32 begin, end;
    u32 parent;       /* index + 1 of the enclosing scope, or 0 */
    const char *name; /* qualified; NULL until asked for */
} Scope;

typedef struct PresenceMark {
    u32 tok;         /* from this token on ... */
    PresenceId when; /* ... this holds, until the next mark */
    Loc directive;   /* the innermost #if, #elif or #else; 0: none */
} PresenceMark;

typedef struct Scopes {
    bool made;
    VEC(Scope) scopes; /* by begin, outer ones before inner ones */
    VEC(PresenceMark) marks;
} Scopes;

void scope_release(Scopes *s);
/* Qualified name of the innermost function around the token, or NULL at file scope. In `arena`. */
const char *scope_function(Scopes *s, const Unit *u, u32 tok, Arena *arena);
/* The condition under which a token of the unit's stream exists, and the place of the innermost directive that makes it so
 * (0 if it always exists). May add to the unit's presence table. */
PresenceId scope_presence(Scopes *s, Unit *u, u32 tok, Loc *directive);

#endif
