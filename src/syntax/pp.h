/*
 * The lenient preprocessor (pp_): turns one main file and the headers it includes into a unit's token stream. Called by
 * project.c. See pp_priv.h for how it is built.
 */
#ifndef SYNTAX_PP_H
#define SYNTAX_PP_H

#include "syntax/lex.h"
#include "syntax/project.h"
#include "syntax/unit.h"

typedef struct Pp Pp; /* one per worker thread, reused from unit to unit */

Pp *pp_new(const Project *p);
void pp_free(Pp *pp);

/* Fills u->toks, expansions, presence and skips from u->main and the files that the unit owns. `owned_loose`: owned files that
 * the includes may fail to reach under the known conditions; they are read at the end. */
void pp_run(Pp *pp, Unit *u, const Flags *flags, const FileId *owned_loose, u32 n_owned_loose);

/* The macros that are defined when the unit ends, for unit 0: they become known to all other units. */
struct MacroBase *pp_macro_base(const Pp *pp);
void pp_macro_base_free(struct MacroBase *b);

#endif
