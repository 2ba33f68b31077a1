/*
 * Words of identifiers. See util_names.h. The lists are deliberately short: a name must say "secret" to a reader who
 * knows nothing else of the program ("key" alone does not, it is what maps have).
 */
#include "checks/util_names.h"

#include "base/words.h"

#include <ctype.h>
#include <string.h>

bool util_name_has_any(const char *name, const char *words)
{
    return words_has(name, words);
}

/* Words that turn the name of a secret into the name of something about it. */
static const char about_it[] =
    "prompt len length size max min count num number file filename path dir name names field label msg message url uri header "
    "headers id ids identity identities type types option options opt opts arg args usage help hint policy env attr attribute tag fmt format template "
    "error err errors column regex pattern prefix suffix separator delim flag flags state status mode callback cb fn func "
    "function handler param params check checker verify valid expired required needed strength public pub print "
    "schema index idx pos offset bits alg algorithm oid nid usage info desc description title text keyword keywords "
    "set has is get use ask dialog widget edit line input entry screen page begin end start table list map word words bucket";

UtilSecret util_secret_name(const char *name)
{
    Words w;
    words_split(name, &w);
    if (w.n == 0 || words_any(&w, about_it))
        return SECRET_NO;
    if (words_any(&w, "password passwd passphrase passwort pwd pword userpass userpassword rootpass "
                      "adminpass dbpass passcode"))
        return SECRET_PASSWORD;
    if (w.n == 1 && words_any(&w, "pass pw"))
        return SECRET_PASSWORD;
    if (words_any(
            &w,
            "psk privkey secretkey privatekey cryptokey aeskey hmackey sessionkey masterkey cipherkey enckey"))
        return SECRET_KEY;
    if (words_any(&w, "apikey authtoken accesstoken"))
        return SECRET_TOKEN;
    if (words_any(&w, "key") &&
        words_any(&w, "secret private priv aes des hmac cipher crypto encryption encrypt decrypt session "
                      "master signing sign shared preshared rsa mac root"))
        return SECRET_KEY;
    if (words_any(&w, "key token") && words_any(&w, "api auth access bearer csrf oauth refresh"))
        return SECRET_TOKEN;
    if (words_any(&w, "secret secrets credential credentials"))
        return SECRET_KEY;
    return SECRET_NO;
}
