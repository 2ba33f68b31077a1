/*
 * Words of identifiers (words_). See words.h.
 */
#include "base/words.h"

#include <ctype.h>
#include <string.h>

void words_split(const char *name, Words *w)
{
    w->n = 0;
    u32 len = 0;
    char word[WORD_MAX];
    for (const char *s = name;; s++) {
        bool upper = isupper((unsigned char)*s) != 0;
        /* A capital starts a word behind a small letter, and before one: "setHTTPKey" is set, http, key. */
        bool starts = upper && s > name && (islower((unsigned char)s[-1]) || islower((unsigned char)s[1]));
        if (len && (!isalpha((unsigned char)*s) || starts)) {
            if (w->n < WORDS_MAX && len < WORD_MAX) {
                memcpy(w->at[w->n], word, len);
                w->at[w->n++][len] = 0;
            }
            len = 0;
        }
        if (!*s)
            return;
        if (isalpha((unsigned char)*s)) {
            if (len < WORD_MAX)
                word[len] = (char)tolower((unsigned char)*s);
            len++;
        }
    }
}

static bool listed(const char *word, const char *words)
{
    size_t n = strlen(word);
    for (const char *s = words; (s = strstr(s, word)); s += n)
        if ((s == words || s[-1] == ' ') && (s[n] == ' ' || s[n] == 0))
            return true;
    return false;
}

bool words_any(const Words *w, const char *words)
{
    for (u32 i = 0; i < w->n; i++)
        if (listed(w->at[i], words))
            return true;
    return false;
}

bool words_has(const char *name, const char *words)
{
    Words w;
    words_split(name, &w);
    return words_any(&w, words);
}
