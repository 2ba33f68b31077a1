/*
 * What identifiers say (util_name_): their words, and whether they name a secret. Called by checks only.
 */
#ifndef CHECKS_UTIL_NAMES_H
#define CHECKS_UTIL_NAMES_H

#include "base/intern.h"

typedef enum UtilSecret { SECRET_NO, SECRET_PASSWORD, SECRET_KEY, SECRET_TOKEN } UtilSecret;

/* Is one of the words, parted by single spaces, among those of a name? A name's words are parted by _ and by changes of letter case; case is
 * ignored. */
bool util_name_has_any(const char *name, const char *words);
/* What kind of secret a variable, field or parameter of this name holds. Names of things about a secret (its length, the prompt
 * for it, the file it is in) are SECRET_NO. */
UtilSecret util_secret_name(const char *name);
static inline UtilSecret util_secret_sym(Sym name)
{
    return name ? util_secret_name(sym_str(name)) : SECRET_NO;
}

#endif
