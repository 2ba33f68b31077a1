/*
 * What is known about spellings in the whole project before any unit is parsed (names_): gathered by a scan
 * of each file's tokens and from the contracts. It settles casts, declarations and template brackets.
 * Read-only while units are parsed.
 */
#ifndef SYNTAX_NAMES_H
#define SYNTAX_NAMES_H

#include "base/intern.h"

enum {
    NF_TYPE =
        1, /* typedef, class, struct tag (C++), enum tag (C++), using-alias somewhere in the project or contracts */
    NF_TEMPLATE = 2,    /* class, function or alias template */
    NF_ATTR_MACRO = 4,  /* macro that stands for an attribute or specifier, or for nothing */
    NF_STMT_MACRO = 8,  /* macro that is a whole statement or declaration without ; */
    NF_LOOP_MACRO = 16, /* macro that is followed by a loop body */
    NF_TYPE_MACRO = 32, /* object-like macro that stands for a type */
    NF_FUNC_MACRO = 64, /* a function-like macro of that name is defined somewhere in the project */
    NF_VALUE = 128,     /* seen declared as a variable, function or enumerator at file scope */
    NF_FUNCTION = 512,  /* declared as a function at file scope, whatever the configuration */
    NF_MACRO = 256      /* #defined or #undefined somewhere in the project, or by a -D of any command */
};

typedef struct NameFacts {
    u16 *bits; /* indexed by Sym */
    u32 n;
} NameFacts;

static inline bool names_have(const NameFacts *f, Sym s, u16 bit)
{
    return s < f->n && (f->bits[s] & bit);
}

/* Grows the table to cover s and sets the bit. Only before units are parsed. */
void names_add(NameFacts *f, Sym s, u16 bit);
void names_release(NameFacts *f);

#endif
