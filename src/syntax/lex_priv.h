/*
 * Shared by the files of the tokenizer only.
 */
#ifndef SYNTAX_LEX_PRIV_H
#define SYNTAX_LEX_PRIV_H

#include "syntax/lex.h"

/* After the tokens: links conditional groups, decides which may be kept whole, finds the include guard, parses
 * the #defines. */
void lex_directives(LexedFile *lf, const SourceFile *sf);

#endif
