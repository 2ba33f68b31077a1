/*
 * Buffered output of a report (out_), and the conversion of untrusted bytes to text that is valid UTF-8 and harmless
 * to a terminal. Used by the formats of report/ and by cli/.
 */
#ifndef REPORT_OUT_H
#define REPORT_OUT_H

#include "base/str.h"

/* Takes n bytes; false when they could not be written, after which it is not called again. */
typedef bool OutWrite(void *ctx, const char *bytes, size_t n);

/* Style, SGR parameters. */
#define OUT_STYLES(X)   \
    X(PLAIN, "0")       \
    X(HEADING, "1")     \
    X(PLACE, "1")       \
    X(CRITICAL, "1;35") \
    X(HIGH, "1;31")     \
    X(MEDIUM, "1;33")   \
    X(LOW, "1;36")      \
    X(NOTE, "1;34")     \
    X(CARET, "1;32")    \
    X(FAINT, "2")

typedef enum OutStyle {
#define X(name, sgr) STYLE_##name,
    OUT_STYLES(X)
#undef X
} OutStyle;

typedef struct Out {
    Sb buffer;
    OutWrite *write;
    void *ctx;
    bool colour;
    bool failed;
} Out;

void out_init(Out *o, OutWrite *write, void *ctx, bool colour);
/* Writes what is left; false if anything could not be written. */
bool out_finish(Out *o);

void out_bytes(Out *o, const char *s, size_t n);
void out_s(Out *o, const char *s);
void out_c(Out *o, char c, u32 times);
void out_f(Out *o, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Begins a style, or ends it (STYLE_PLAIN); nothing without colour. */
void out_style(Out *o, OutStyle style);
/* Prose of many words, broken at blanks: the first line goes on at the current column `first`, all others start at `indent`. */
void out_wrapped(Out *o, u32 first, u32 indent, const char *text);

/* ---- clean text ---- */

enum {
    CLEAN_TABS = 1,     /* keep tabs (otherwise one space) */
    CLEAN_NEWLINES = 2, /* keep newlines */
    CLEAN_QUOTES = 4    /* `code` becomes 'code' */
};

/* Appends n bytes as valid UTF-8: bytes that are not become what they are in Latin-1; control characters become their pictures,
 * and characters that reorder text become U+FFFD. */
void clean_add(Sb *out, const char *s, size_t n, u32 flags);
/* Columns of a string of clean text, one per code point. */
u32 clean_columns(const char *s, size_t n);

/* One code point at s (n > 0 bytes); its length in bytes. Sets *valid to false, the length to 1 and the code point to
 * the byte for what is not UTF-8. */
u32 utf8_decode(const char *s, size_t n, u32 *code_point, bool *valid);

/* "1,234,567". `text` is the caller's buffer of at least 28 bytes, and returned. */
const char *number_text(u64 n, char *text);

#endif
