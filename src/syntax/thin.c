/*
 * A rough reading of contract headers: where declarations begin and end, and which function each declares; see thin.h. What is not
 * plainly one prototype is kept.
 */
#include "syntax/thin.h"

#include <string.h>

#include "base/intern.h"

typedef struct Scan {
    char *s;
    u32 n, i;
} Scan;

enum { CH_WORD = 1, CH_DIGIT = 2, CH_OTHER = 4 }; /* CH_OTHER: means something between words */

static const u8 char_class[256] = {
    ['a' ... 'z'] = CH_WORD, ['A' ... 'Z'] = CH_WORD, ['_'] = CH_WORD,  ['0' ... '9'] = CH_DIGIT,
    ['('] = CH_OTHER,        [')'] = CH_OTHER,        ['['] = CH_OTHER, [']'] = CH_OTHER,
    ['{'] = CH_OTHER,        ['}'] = CH_OTHER,        ['#'] = CH_OTHER, [';'] = CH_OTHER,
    [','] = CH_OTHER,        ['='] = CH_OTHER,        ['/'] = CH_OTHER, ['"'] = CH_OTHER,
    ['\''] = CH_OTHER,
};

static inline bool starts_word(char c)
{
    return char_class[(u8)c] & CH_WORD;
}

static inline bool in_word(char c)
{
    return char_class[(u8)c] & (CH_WORD | CH_DIGIT);
}

/* Behind the comment or literal that begins at i, or i when there is none. */
static u32 behind_quoted(const Scan *x, u32 i)
{
    const char *s = x->s;
    char c = s[i];
    if (c == '/' && i + 1 < x->n && s[i + 1] == '/') {
        while (i < x->n && s[i] != '\n')
            i++;
        return i;
    }
    if (c == '/' && i + 1 < x->n && s[i + 1] == '*') {
        for (i += 2; i + 1 < x->n; i++)
            if (s[i] == '*' && s[i + 1] == '/')
                return i + 2;
        return x->n;
    }
    if (c != '"' && c != '\'')
        return i;
    for (u32 k = i + 1; k < x->n && s[k] != '\n'; k++) {
        if (s[k] == '\\')
            k++;
        else if (s[k] == c)
            return k + 1;
    }
    return x->n;
}

/* Behind a directive's last line. */
static u32 behind_directive(const Scan *x, u32 i)
{
    while (i < x->n && x->s[i] != '\n') {
        u32 k = x->s[i] == '/' ? behind_quoted(x, i) : i;
        i = k != i ? k : i + (x->s[i] == '\\' && i + 1 < x->n ? 2 : 1);
    }
    return MIN(i, x->n);
}

static u32 behind_word(const Scan *x, u32 i)
{
    while (i < x->n && in_word(x->s[i]))
        i++;
    return i;
}

static bool is_word(const Scan *x, u32 from, u32 to, const char *word)
{
    return to - from == strlen(word) && memcmp(x->s + from, word, to - from) == 0;
}

/* One declaration from x->i on; x->i comes to stand behind it. True when it is a prototype of a function that may go. */
static bool declaration(Scan *x)
{
    u32 depth = 0, name = 0, name_end = 0, last = 0, last_end = 0;
    bool keep = false, has_name = false, ended = false;
    for (; x->i < x->n;) {
        char c = x->s[x->i];
        if (!(char_class[(u8)c] & (CH_WORD | CH_OTHER))) {
            x->i++;
            continue;
        }
        u32 k = c == '/' || c == '"' || c == '\'' ? behind_quoted(x, x->i) : x->i;
        if (k != x->i) {
            x->i = k;
            continue;
        }
        if (starts_word(c)) {
            last = x->i;
            x->i = last_end = behind_word(x, x->i);
            if (depth == 0)
                keep |= is_word(x, last, last_end, "typedef") || is_word(x, last, last_end, "extern") ||
                        is_word(x, last, last_end, "operator");
            else if (c == 'f' ||
                     c == 'c') /* of a family, the function that releases it is named in messages */
                keep |= is_word(x, last, last_end, "frees") || is_word(x, last, last_end, "closes");
            continue;
        }
        if (c == '(' && depth == 0) {
            keep |= has_name || !last_end;
            name = last;
            name_end = last_end;
            has_name = true;
        }
        if (c == '(' || c == '[')
            depth++;
        else if (c == ')' || c == ']')
            depth -= depth > 0;
        else if (c == '{' || c == '}' || c == '#' || (depth == 0 && (c == ',' || c == '=')))
            keep = true;
        x->i++;
        ended = c == ';' && depth == 0;
        if (ended || c == '}')
            break;
    }
    return ended && !keep && has_name && !intern_find(x->s + name, name_end - name);
}

void thin_note_macros(const char *text, u32 size)
{
    Scan x = {.s = (char *)text, .n = size};
    while (x.i < x.n) { /* line by line; a comment that looks like a directive does no harm */
        while (x.i < x.n && (x.s[x.i] == ' ' || x.s[x.i] == '\t'))
            x.i++;
        u32 end = x.i < x.n && x.s[x.i] == '#' ? behind_directive(&x, x.i) : x.i;
        while (x.i < end) {
            u32 k = starts_word(x.s[x.i]) ? behind_word(&x, x.i) : x.i;
            if (k != x.i)
                (void)intern_bytes(x.s + x.i, k - x.i);
            x.i = MAX(k, x.i + 1);
        }
        const char *newline = x.i < x.n ? memchr(x.s + x.i, '\n', x.n - x.i) : NULL;
        x.i = newline ? (u32)(newline - x.s) + 1 : x.n;
    }
}

static void remove_text(Scan *x, u32 from, u32 to, ThinWord *fn, void *ctx)
{
    for (u32 i = from; fn && i < to;) {
        u32 k = behind_quoted(x, i);
        if (k == i && in_word(x->s[i])) {
            k = behind_word(x, i);
            Sym s = starts_word(x->s[i]) ? intern_find(x->s + i, k - i) : 0;
            if (s)
                fn(ctx, s);
        }
        i = MAX(k, i + 1);
    }
    for (u32 i = from; i < to; i++)
        if (x->s[i] != '\n')
            x->s[i] = ' ';
}

void thin_header(char *text, u32 size, ThinWord *fn, void *ctx)
{
    Scan x = {.s = text, .n = size};
    while (x.i < x.n) {
        char c = x.s[x.i];
        u32 k = c == '/' ? behind_quoted(&x, x.i) : x.i;
        if (c == '#')
            x.i = behind_directive(&x, x.i);
        else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ';')
            x.i++;
        else if (k != x.i)
            x.i = k;
        else {
            u32 from = x.i;
            if (declaration(&x))
                remove_text(&x, from, x.i, fn, ctx);
            else if (x.i == from)
                x.i++;
        }
    }
}
