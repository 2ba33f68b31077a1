/*
 * Words of identifiers. See util_names.h. The lists are deliberately short: a name must say "secret" to a reader who
 * knows nothing else of the program ("key" alone does not, it is what maps have).
 */
#include "checks/util_names.h"

#include <ctype.h>
#include <string.h>

enum { WORD_MAX = 24, WORDS_MAX = 12 };

typedef struct Words {
    char at[WORDS_MAX][WORD_MAX];
    u32 n;
} Words;

static void split(const char *name, Words *w)
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

static bool any_listed(const Words *w, const char *words)
{
    for (u32 i = 0; i < w->n; i++)
        if (listed(w->at[i], words))
            return true;
    return false;
}

bool util_name_has(const char *name, const char *word)
{
    return util_name_has_any(name, word);
}

bool util_name_has_any(const char *name, const char *words)
{
    Words w;
    split(name, &w);
    return any_listed(&w, words);
}

/* Words that turn the name of a secret into the name of something about it. */
static const char about_it[] =
    "prompt len length size max min count num number file filename path dir name names field label msg message url uri header "
    "headers id ids type types option options opt opts arg args usage help hint policy env attr attribute tag fmt format template "
    "error err errors column regex pattern prefix suffix separator delim flag flags state status mode callback cb fn func "
    "function handler param params check checker verify valid expired required needed strength public pub print "
    "schema index idx pos offset bits alg algorithm oid nid usage info desc description title text keyword keywords "
    "set has is get use ask dialog widget edit line input entry screen page begin end start table list map word words bucket";

UtilSecret util_secret_name(const char *name)
{
    Words w;
    split(name, &w);
    if (w.n == 0 || any_listed(&w, about_it))
        return SECRET_NO;
    if (any_listed(&w, "password passwd passphrase passwort pwd pword userpass userpassword rootpass "
                       "adminpass dbpass passcode"))
        return SECRET_PASSWORD;
    if (w.n == 1 && any_listed(&w, "pass pw"))
        return SECRET_PASSWORD;
    if (any_listed(
            &w,
            "psk privkey secretkey privatekey cryptokey aeskey hmackey sessionkey masterkey cipherkey enckey"))
        return SECRET_KEY;
    if (any_listed(&w, "apikey authtoken accesstoken"))
        return SECRET_TOKEN;
    if (any_listed(&w, "key") &&
        any_listed(&w, "secret private priv aes des hmac cipher crypto encryption encrypt decrypt session "
                       "master signing sign shared preshared rsa mac root"))
        return SECRET_KEY;
    if (any_listed(&w, "key token") && any_listed(&w, "api auth access bearer csrf oauth refresh"))
        return SECRET_TOKEN;
    if (any_listed(&w, "secret secrets credential credentials"))
        return SECRET_KEY;
    return SECRET_NO;
}

const char *util_secret_word(UtilSecret s)
{
    switch (s) {
    case SECRET_PASSWORD: return "password";
    case SECRET_TOKEN: return "token";
    default: return "key";
    }
}
