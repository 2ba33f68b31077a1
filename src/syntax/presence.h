/*
 * Presence conditions (presence_): boolean formulas over configuration names, under which a part
 * of a file exists. One table per unit; formulas are interned, so equal ones have equal ids.
 */
#ifndef SYNTAX_PRESENCE_H
#define SYNTAX_PRESENCE_H

#include "base/intern.h"
#include "base/str.h"
#include "base/vec.h"

typedef u32 PresenceId;
enum { PRESENCE_TRUE = 0, PRESENCE_FALSE = 1 };

typedef enum PresenceOp { PO_CONST, PO_DEFINED, PO_EXPR, PO_NOT, PO_AND, PO_OR } PresenceOp;

typedef struct PresenceNode {
    u8 op;
    u32 a, b; /* PO_DEFINED: Sym of the name; PO_EXPR: Sym of the expression's text; else PresenceIds */
} PresenceNode;

typedef struct Presence {
    VEC(PresenceNode) nodes;
    u32 *slots; /* hash table of node numbers + 1; cap entries, a power of two, or 0 until needed */
    u32 cap;
    u32 room; /* entries that slots has memory for; at least cap */
} Presence;

void presence_init(Presence *p);
void presence_release(Presence *p);
/* Back to the state behind presence_init, with the memory kept. */
void presence_reset(Presence *p);
/* Puts into `to` (freshly initialised) those formulas of `from` whose entry in `map` is set (map[id] != 0) and what they consist
 * of; afterwards map[id] is the id in `to`. map has from->nodes.n entries. */
void presence_extract(const Presence *from, u32 *map, Presence *to);
PresenceId presence_defined(Presence *p, Sym name);
/* An arithmetic condition that stays opaque, by its normalised text. */
PresenceId presence_expr(Presence *p, Sym text);
PresenceId presence_not(Presence *p, PresenceId x);
PresenceId presence_and(Presence *p, PresenceId x, PresenceId y);
PresenceId presence_or(Presence *p, PresenceId x, PresenceId y);
/* Makes the table equal to nodes[0 .. n), of which its own nodes are a prefix. */
void presence_extend(Presence *p, const PresenceNode *nodes, u32 n);
/* Is x known under the assumption that `given` holds? 1 true, 0 false, -1 not known. Linear in given. */
int presence_implied(const Presence *p, PresenceId given, PresenceId x);
/* "HAVE_POLL is defined and not (X > 2)". */
void presence_text(const Presence *p, PresenceId x, Sb *out);

#endif
