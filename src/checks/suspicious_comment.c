/*
 * CWE-546: comments in which the author says that the code is wrong or unfinished, by one of the marks that are customary for that (the
 * table below) at the begin of a line. Where such a comment speaks of security or memory, it is worth more than a note.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "checks/util_comment.h"

enum { COMMENT_READ = 600, SUBJECT_SHOWN = 72 };

/* A mark counts in capitals at the begin of a line of a comment, with `:`, `(name)`, `!`, `-` or words behind it. */
static const char *const marks[] = {"BUG", "FIXME", "HACK", "XXX", "KLUDGE", "TODO", "LATER"};
/* These are everyday words in capitals, too (LATER VERSIONS ...), and need the colon. */
static const char *const colon_marks[] = {"BUG", "HACK", "LATER"};

static const char *const grave[] = {
    "buffer overflow", "integer overflow", "stack overflow",   "handle overflow", "check overflow",
    "can overflow",    "may overflow",     "could overflow",   "might overflow",  "overrun",
    "use after free",  "double free",      "memory leak",      "security",        "race condition",
    "vulnerab",        "exploit",          "not thread safe",  "not thread-safe", "deadlock",
    "injection",       "uninitiali",       "dangling pointer", "segfault",        "segv"};

static bool listed(const char *const *list, u32 n, const char *s, u32 len)
{
    for (u32 i = 0; i < n; i++)
        if (strlen(list[i]) == len && memcmp(list[i], s, len) == 0)
            return true;
    return false;
}

/* Offset of the first mark in the comment's text, or n. The mark is text[at .. at + *len). */
static u32 find_mark(const char *text, u32 n, u32 *len)
{
    bool at_begin = true; /* of a line of the comment */
    for (u32 i = 0; i < n; i++) {
        if (text[i] == '\n') {
            at_begin = true;
        } else if (at_begin && isupper((unsigned char)text[i])) {
            u32 k = 0;
            while (i + k < n && isupper((unsigned char)text[i + k]))
                k++;
            char behind = i + k < n ? text[i + k] : '\n';
            bool word = !isalnum((unsigned char)behind) && behind != '_';
            bool marked = word && listed(marks, LENGTH(marks), text + i, k);
            if (marked && listed(colon_marks, LENGTH(colon_marks), text + i, k))
                marked = behind == ':' || behind == '!';
            if (marked) {
                *len = k;
                return i;
            }
            at_begin = false;
        } else if (!strchr(" \t\r/*!<-@#", text[i])) {
            at_begin = false;
        }
    }
    return n;
}

static bool is_grave(const char *text, u32 n)
{
    for (u32 w = 0; w < LENGTH(grave); w++) {
        u32 len = (u32)strlen(grave[w]);
        for (u32 i = 0; i + len <= n; i++)
            if (strncasecmp(text + i, grave[w], len) == 0)
                return true;
    }
    return false;
}

/* What the comment says behind its mark, on one line. */
static const char *subject(CheckCtx *c, const char *text, u32 n)
{
    char out[SUBJECT_SHOWN + 1];
    u32 k = 0;
    bool gap = false;
    for (u32 i = 0; i < n && k < SUBJECT_SHOWN; i++) {
        unsigned char ch = (unsigned char)text[i];
        if (ch == '\n' || (ch == '*' && i + 1 < n && text[i + 1] == '/'))
            break; /* the rest is on the next line */
        if (isspace(ch)) {
            gap = k > 0;
            continue;
        }
        if (k == 0 && strchr(":!-", ch))
            continue;
        if (ch < 32 || ch >= 127 || ch == '`')
            ch = '?';
        if (gap && k + 1 < SUBJECT_SHOWN)
            out[k++] = ' ';
        gap = false;
        out[k++] = (char)ch;
    }
    out[k] = '\0';
    return check_text(c, "%s%s", out, k == SUBJECT_SHOWN ? "..." : "");
}

static void on_comment(CheckCtx *c, Loc loc, const char *text, u32 size)
{
    u32 n = MIN(size, (u32)COMMENT_READ), len = 0, at = find_mark(text, n, &len);
    Site site = check_site_at(c, (Place){loc + (at < n ? at : 0), loc + (at < n ? at + len : size)});
    if (at == n) {
        check_safe(site);
        return;
    }
    const char *mark = check_text(c, "%.*s", (int)len, text + at);
    const char *says = subject(c, text + at + len, n - at - len);
    Finding *out = check_violated(site, mark, says[0] ? check_text(c, ": \"%s\"", says) : "");
    if (is_grave(text, n))
        finding_severity(out, SEV_LOW);
}

static void on_unit(CheckCtx *c)
{
    util_each_comment(c, on_comment);
}

const CheckInfo check_suspicious_comment = {
    .id = "suspicious-comment",
    .cwe = 546,
    .related = {1078},
    .severity = SEV_NOTE,
    .confidence = CONF_HIGH,
    .title = "Comment says that the code is wrong or unfinished",
    .sites = "comments",
    .message = "The comment says `{0}`{1}.",
    .reason =
        "Its author knew of something that is wrong or missing here. Whoever looks for a way in reads such comments first.",
    .repair =
        "Do what the comment asks for, or move it to where open work is tracked and say here how the code behaves.",
    .on_unit = on_unit,
};
