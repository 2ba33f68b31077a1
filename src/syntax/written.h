/*
 * The written view of a range of unit tokens: what the user typed instead of what macros made of it.
 */
#ifndef SYNTAX_WRITTEN_H
#define SYNTAX_WRITTEN_H

#include "syntax/unit.h"

/* Appends the written view of tokens [begin, end) to u->toks, ended by a TK_EOF, and gives its range without that TK_EOF.
 * A macro invocation partly inside the range is taken whole. False when nothing in the range was expanded (the views agree). */
bool written_view(Unit *u, u32 begin, u32 end, u32 *out_begin, u32 *out_end);

#endif
