/*
 * CWE-615: passwords, keys and tokens in comments. Whoever gets the source has them, in every old version, too.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "checks/util_comment.h"
#include "checks/util_literal.h"

enum { COMMENT_READ = 4000, VALUE_MIN = 6, VALUE_MAX = 64 };

static const char *const words[] = {"password", "passwd", "passphrase",   "pwd",       "secret",
                                    "api_key",  "apikey", "access_token", "auth_token"};

/* The word at text[i], if it is the end of a name there ("db_password"); its length, or 0. */
static u32 word_at(const char *text, u32 n, u32 i)
{
    if (i > 0 && isalpha((unsigned char)text[i - 1]))
        return 0;
    for (u32 w = 0; w < LENGTH(words); w++) {
        u32 len = (u32)strlen(words[w]);
        if (i + len <= n && strncasecmp(text + i, words[w], len) == 0 &&
            (i + len == n || !(isalnum((unsigned char)text[i + len]) || text[i + len] == '_')))
            return len;
    }
    return 0;
}

/* A value is what no sentence, expression or name of a constant looks like: letters and digits mixed, and nothing that belongs to code. */
static bool is_value(const char *s, u32 n, bool quoted)
{
    u32 letters = 0, digits = 0, lower = 0, hex = 0;
    for (u32 i = 0; i < n; i++) {
        unsigned char ch = (unsigned char)s[i];
        if (!isalnum(ch) && (ch < 33 || ch > 126 || strchr("<>(){}[]\\/`\"'", ch)))
            return false;
        letters += isalpha(ch) != 0;
        lower += islower(ch) != 0;
        digits += isdigit(ch) != 0;
        hex += isxdigit(ch) != 0;
    }
    if (n < VALUE_MIN || n > VALUE_MAX || letters < 2 || digits == 0 || s[0] == '%' || s[0] == '$' ||
        s[0] == '&' || s[0] == '-')
        return false;
    if (!quoted &&
        (lower == 0 || memchr(s, ':', n) || memchr(s, ';', n) || memchr(s, '=', n) || memmem(s, n, "->", 2)))
        return false; /* a macro, or code */
    /* An identifier with a number behind it (buffer2), and names of algorithms and character sets. */
    u32 tail = 0;
    while (tail < n && isdigit((unsigned char)s[n - 1 - tail]))
        tail++;
    if (digits == tail && tail < 3 && !quoted)
        return false;
    return !(n > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') && hex + 1 >= n && n < 12);
}

/* Behind the word: = or : and a value, perhaps in quotes. Its begin and length, or false. */
static bool value_behind(const char *text, u32 n, u32 i, u32 *begin, u32 *len)
{
    while (i < n && (text[i] == ' ' || text[i] == '\t' || text[i] == '"' || text[i] == '\''))
        i++;
    if (i + 1 >= n || (text[i] != '=' && text[i] != ':') || text[i + 1] == text[i] ||
        (i > 0 && strchr("!<>", text[i - 1])))
        return false;
    i++;
    while (i < n && (text[i] == ' ' || text[i] == '\t'))
        i++;
    char quote = i < n && (text[i] == '"' || text[i] == '\'') ? text[i] : 0;
    *begin = quote ? ++i : i;
    while (i < n && text[i] != '\n' &&
           (quote ? text[i] != quote : !isspace((unsigned char)text[i]) && text[i] != ','))
        i++;
    *len = i - *begin;
    while (!quote && *len > 0 && strchr(".;)", text[*begin + *len - 1]))
        --*len;
    if (!quote && *len > 2 && memcmp(text + *begin + *len - 2, "*/", 2) == 0)
        *len -= 2;
    return is_value(text + *begin, *len, quote != 0);
}

static void on_comment(CheckCtx *c, Loc loc, const char *text, u32 size)
{
    u32 n = MIN(size, (u32)COMMENT_READ), begin = 0, len = 0, at = 0, word = 0;
    bool found = false;
    for (at = 0; at < n && !found; at += found ? 0 : 1) {
        word = isalpha((unsigned char)text[at]) ? word_at(text, n, at) : 0;
        found = word && value_behind(text, n, at + word, &begin, &len);
    }
    Site site = check_site_at(c, (Place){loc + (found ? at : 0), loc + (found ? begin + len : size)});
    UtilLiteral value = {.bytes = found ? check_text(c, "%.*s", (int)len, text + begin) : NULL, .n = len};
    if (!found || util_literal_is_placeholder(&value))
        check_safe(site);
    else
        check_violated(site, check_text(c, "%.*s", (int)word, text + at));
}

static void on_unit(CheckCtx *c)
{
    util_each_comment(c, on_comment);
}

const CheckInfo check_credentials_in_comment = {
    .id = "credentials-in-comment",
    .cwe = 615,
    .related = {798},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "A secret in a comment",
    .sites = "comments",
    .message = "This comment tells a `{0}`.",
    .reason =
        "Source code is read by more people than the secret is meant for, and stays in every copy and every old version. If it opens "
        "anything, it does so for all of them.",
    .repair = "Change the secret where it is used, and remove it here.",
    .on_unit = on_unit,
};
