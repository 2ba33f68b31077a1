/*
 * Token kinds: spellings, keyword tables per language and names for messages; see token.h.
 */
#include "syntax/token.h"

#include <pthread.h>
#include <string.h>

enum { IN_C = 1, IN_CXX = 2, IN_BOTH = 3 };

static const char *const fixed[] = {
#define X(name, spelling) spelling,
    TOKEN_PUNCTUATORS(X)
#undef X
#define X(name, spelling, langs) spelling,
        TOKEN_KEYWORDS(X)
#undef X
#define X(spelling, kind, langs) spelling,
            TOKEN_ALIASES(X)
#undef X
};

static const u8 languages[] = {
#define X(name, spelling) 0,
    TOKEN_PUNCTUATORS(X)
#undef X
#define X(name, spelling, langs) IN_##langs,
        TOKEN_KEYWORDS(X)
#undef X
#define X(spelling, kind, langs) IN_##langs,
            TOKEN_ALIASES(X)
#undef X
};

static const u8 kinds[] = {
#define X(name, spelling) TK_##name,
    TOKEN_PUNCTUATORS(X)
#undef X
#define X(name, spelling, langs) KW_##name,
        TOKEN_KEYWORDS(X)
#undef X
#define X(spelling, kind, langs) kind,
            TOKEN_ALIASES(X)
#undef X
};

u8 token_word_kinds[2][TOKEN_FIXED];
_Static_assert(LENGTH(fixed) < TOKEN_FIXED, "table of words");

static void reserve(void)
{
    intern_reserve(fixed, LENGTH(fixed));
    for (u32 lang = 0; lang < 2; lang++)
        for (u32 s = 0; s < TOKEN_FIXED; s++) {
            bool word = s && s - 1 < LENGTH(fixed) && languages[s - 1] & (lang == LANG_C ? IN_C : IN_CXX);
            token_word_kinds[lang][s] = word ? kinds[s - 1] : TK_IDENT;
        }
}

void token_init(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, reserve);
}

const char *token_kind_name(TokenKind k)
{
    switch (k) {
    case TK_EOF: return "end of file";
    case TK_IDENT: return "identifier";
    case TK_NUMBER: return "number";
    case TK_CHAR: return "character constant";
    case TK_STRING: return "string literal";
    case TK_OTHER: return "stray character";
    case TK_PP_IF: return "#if";
    case TK_PP_ELSE: return "#else";
    case TK_PP_ENDIF: return "#endif";
    case TK_PRAGMA: return "#pragma";
    default: return k < TK_COUNT ? fixed[k - TK_FIXED_FIRST] : "?";
    }
}
