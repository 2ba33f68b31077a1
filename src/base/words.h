/*
 * Words of identifiers (words_): parted by _ and by changes of letter case, in small letters. Used wherever a name says
 * what a thing is for.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/base.h"

enum { WORD_MAX = 24, WORDS_MAX = 12 }; /* longer words and further ones are left out */

typedef struct Words {
    char at[WORDS_MAX][WORD_MAX];
    u32 n;
} Words;

/* "setHTTPKey" is set, http, key. */
void words_split(const char *name, Words *w);
/* Is one of the words of a list, parted by single spaces, among those of the name? */
bool words_any(const Words *w, const char *words);
bool words_has(const char *name, const char *words);

#endif
