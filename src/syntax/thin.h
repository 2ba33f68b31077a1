/*
 * Contract headers without the functions that a project never names (thin_): most runs use a few of their many functions, and the others
 * would only be tokenized, parsed and read for nothing. Used by syntax/project.c.
 */
#ifndef SYNTAX_THIN_H
#define SYNTAX_THIN_H

#include "base/base.h"

/* Makes all words of the header's directives known to the pool of spellings, for macros may name functions. Of all headers, before any is
 * thinned. */
void thin_note_macros(const char *text, u32 size);

typedef void ThinWord(void *ctx, u32 sym);

/* Overwrites with spaces each function prototype whose name the pool of spellings does not know; line ends stay, so that every place does.
 * Kept is what other declarations may need: types, variables, macros, and the functions that release resources. Calls fn (may be NULL) for
 * each known word in what was removed. */
void thin_header(char *text, u32 size, ThinWord *fn, void *ctx);

#endif
