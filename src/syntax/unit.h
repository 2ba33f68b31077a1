/*
 * One unit: a main file (or a header nobody includes) with the headers it owns, preprocessed and
 * parsed. Made by syntax/, read by lower/ and checks. Everything in it lives until unit_release.
 */
#ifndef SYNTAX_UNIT_H
#define SYNTAX_UNIT_H

#include "base/arena.h"
#include "syntax/presence.h"
#include "syntax/token.h"
#include "syntax/tree.h"

/* One macro invocation that was expanded. */
typedef struct Expansion {
    Sym macro;
    u32 parent;      /* expansion in whose result the invocation stood; 0: written in a file */
    Loc loc;         /* where the macro's name is written */
    FileId file;     /* for parent == 0: file of the invocation */
    u32 first, last; /* for parent == 0: the invocation's tokens in that file, first..last inclusive */
    Loc def;         /* where the macro is defined (place of its name); 0: built in */
} Expansion;

/* Why tokens were left out of the stream, for "what this review did not cover". */
#define UNIT_SKIPS(X)                                                     \
    X(FALSE_CONDITION, "under a condition known to be false")             \
    X(UNBALANCED_SPLIT, "other branch of an #if that splits a construct") \
    X(LIMIT, "beyond a limit of the preprocessor")                        \
    X(UNREAD, "could not be parsed")

typedef enum UnitSkip {
#define X(name, text) SKIP_##name,
    UNIT_SKIPS(X)
#undef X
        SKIP_COUNT
} UnitSkip;

typedef struct Skip {
    UnitSkip why;
    Loc loc;    /* first token */
    u32 tokens; /* how many */
} Skip;

/* Tokens of the stream that were read again as written; see written.h. */
typedef struct WrittenView {
    u32 at;         /* first token of the range in the stream */
    u32 begin, end; /* its written tokens */
} WrittenView;

typedef struct Unit {
    struct Project *project;
    u32 index; /* position among the project's units */
    FileId main;
    Lang lang;
    Arena arena;
    VEC(Token) toks;           /* ends with TK_EOF; tokens of written views are appended behind it */
    u32 n_stream;              /* tokens up to and with the TK_EOF */
    VEC(Expansion) expansions; /* at[0] unused */
    Presence presence;
    Tree tree;
    VEC(Skip) skips;
    VEC(WrittenView) views; /* in the order of their tokens; those that did not help are among them */
    u32 n_statements;       /* statements tried, unread ones included */
    u32 n_unread;           /* statements (and declarations) that could not be read */
    u32 n_written_bodies;   /* statements read from the written view because expansion broke them */
} Unit;

void unit_init(Unit *u, struct Project *p, u32 index, FileId main, Lang lang);
void unit_release(Unit *u);
/* The arrays grow no more: gives back what they have too much. */
void unit_settle(Unit *u);

/* Place where the user wrote what became the token: the invocation of the outermost macro, or the token itself. */
Loc unit_written_loc(const Unit *u, u32 tok);
/* Place of the token's own spelling. */
static inline Loc unit_spelling_loc(const Unit *u, u32 tok)
{
    return u->toks.at[tok].loc;
}
/* The outermost expansion the token comes from, or 0. */
u32 unit_outer_expansion(const Unit *u, u32 tok);
/* Source-like text of the tokens [begin, end), on one line, at most max bytes (then "..."). Arena string of u. */
const char *unit_text(Unit *u, u32 begin, u32 end, u32 max);

#endif
