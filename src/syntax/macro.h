/*
 * Macro definitions (macro_): parsed once per #define when a file is lexed, immutable afterwards,
 * shared by all units. Used by the preprocessor.
 */
#ifndef SYNTAX_MACRO_H
#define SYNTAX_MACRO_H

#include "base/arena.h"
#include "syntax/token.h"

enum {
    MF_FUNCTION = 1,
    MF_VARIADIC = 2,
    MF_PASTES = 4, /* has ## or # or __VA_OPT__: needs the slow substitution */
    MF_SELF = 8,   /* mentions its own name */
    MF_RENAMES =
        16, /* the body is one other identifier, or that identifier called with the macro's own parameters */
    MF_STUB = 32,      /* nothing is left of an invocation: empty, 0, ((void)0), do {} while (0) */
    MF_BUILTIN = 64,   /* __LINE__ and the like; body_n holds the BuiltinMacro */
    MF_PLAIN = 256,    /* object-like, and no word in the body: nothing in it can be a macro */
    MF_ATTRIBUTE = 128 /* the body is only attributes and specifiers */
};

/* Token.pad of a body token: 0, or parameter number + 1. Operators # and ## of the body keep their kinds. */
typedef struct MacroDef {
    Sym name;
    Loc loc;           /* place of the name in its #define */
    const Token *body; /* kinds of words are TK_IDENT: keywords are told per language when emitted */
    u32 body_n;
    u16 flags, n_params;
    const Sym *params; /* the variadic one, if any, is the last: __VA_ARGS__ or its GNU name */
} MacroDef;

struct LexedFile;

/* Parses the #define whose name stands at file token `at` (its line ends before `end`) into *out; body and parameters go to the arena.
 * False when it is malformed (no name, bad parameter list). */
bool macro_parse(const FileToken *toks, u32 at, u32 end, Loc base, Arena *arena, MacroDef *out);

#endif
