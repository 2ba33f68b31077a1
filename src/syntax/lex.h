/*
 * The tokenizer (lex_): one pass over a file's bytes, once per file and run. Also finds what the
 * preprocessor needs to know of the file as a whole: directives, conditional groups, include guard.
 */
#ifndef SYNTAX_LEX_H
#define SYNTAX_LEX_H

#include "base/vec.h"
#include "base/arena.h"
#include "syntax/macro.h"
#include "syntax/names.h"
#include "syntax/token.h"

typedef struct Comment {
    u32 off, len;
} Comment;

typedef enum DirectiveKind {
    DIR_IF,
    DIR_IFDEF,
    DIR_IFNDEF,
    DIR_ELIF,
    DIR_ELIFDEF,
    DIR_ELIFNDEF,
    DIR_ELSE,
    DIR_ENDIF,
    DIR_DEFINE,
    DIR_UNDEF,
    DIR_INCLUDE,
    DIR_INCLUDE_NEXT,
    DIR_IMPORT,
    DIR_PRAGMA,
    DIR_OTHER
} DirectiveKind;

typedef struct Directive {
    u8 kind;
    bool open; /* DIR_IF..: every branch of the group is balanced at an edge, so all may be kept */
    u32 tok;   /* file token of the # */
    u32 end;   /* file token behind the line */
    u32 next; /* conditional directives: index of the next one of the same group (0 behind #endif, or unterminated) */
    u32 endif; /* conditional directives: index of the group's #endif, or n_directives when missing */
    u32 macro; /* DIR_DEFINE: index into LexedFile.macros + 1, or 0 for a malformed one */
} Directive;

typedef struct LexedFile {
    FileId file;
    VEC(FileToken) toks;       /* ends with a TK_EOF; directive lines are included */
    VEC(Comment) comments;     /* in order */
    VEC(Directive) directives; /* in order */
    VEC(MacroDef) macros;      /* every #define of the file, parsed once and shared by all units */
    Arena arena;               /* bodies and parameters of the macros */
    Sym guard;                 /* include guard's macro, or 0 */
    bool pragma_once;
    bool
        only_if_included; /* contract header: its macros exist only where the header is included (bool, and, or) */
    u32 depth_errors; /* unterminated groups, stray #else ... */
} LexedFile;

LexedFile *lex_file(const SourceSet *s, FileId f);
void lex_free(LexedFile *lf);

/* Marks in `facts` the names that the file's tokens declare as types, templates, macros. By one thread, in file order. */
void lex_harvest_names(const LexedFile *lf, Lang lang, NameFacts *facts);

/* Obeys the `#pragma stoa` lines of a contract header: `only_if_included`, and `macro KIND NAME...` with KIND attribute,
 * statement, loop or type. */
void lex_contract_pragmas(LexedFile *lf, NameFacts *facts);

/* Lexes a few bytes (macro pasting, -D options): appends to out; offsets count from 0. Returns the number of tokens. */
typedef VEC(FileToken) FileTokens;
u32 lex_bytes(const char *text, u32 size, FileTokens *out);

#endif
