/*
 * The tolerant recursive-descent parser for C and C++ (parse_). Called by syntax/project.c once
 * per unit, after preprocessing.
 */
#ifndef SYNTAX_PARSE_H
#define SYNTAX_PARSE_H

#include "syntax/names.h"
#include "syntax/unit.h"

/* Parses u->toks[0 .. n_stream) into u->tree. Never fails: what cannot be read becomes UNREAD nodes, as small as
 * possible, and is counted (u->n_statements, u->n_unread, u->skips). Work is linear in the tokens; nesting deeper than
 * LIMIT_PARSE_DEPTH becomes UNREAD. `names` tells what is known of names in the whole project. */
void parse_unit(Unit *u, const NameFacts *names);

/* Tables that a worker keeps from unit to unit; for one thread at a time. */
typedef struct ParseScratch ParseScratch;
ParseScratch *parse_scratch_new(void);
void parse_scratch_free(ParseScratch *scratch); /* NULL is allowed */
/* The same as parse_unit, faster for many small units. */
void parse_unit_with(Unit *u, const NameFacts *names, ParseScratch *scratch);

#endif
