/*
 * Buffered output, word wrapping and clean text. See out.h.
 */
#include "report/out.h"

#include <stdio.h>
#include <string.h>

enum { FLUSH_AT = 1 << 16, WRAP_COLUMN = 100 };

void out_init(Out *o, OutWrite *write, void *ctx, bool colour)
{
    *o = (Out){.write = write, .ctx = ctx, .colour = colour};
    sb_init(&o->buffer);
}

static void flush(Out *o)
{
    if (!o->failed && o->buffer.n && !o->write(o->ctx, o->buffer.s, o->buffer.n))
        o->failed = true;
    sb_reset(&o->buffer);
}

bool out_finish(Out *o)
{
    flush(o);
    sb_release(&o->buffer);
    return !o->failed;
}

void out_bytes(Out *o, const char *s, size_t n)
{
    sb_addn(&o->buffer, s, n);
    if (o->buffer.n >= FLUSH_AT)
        flush(o);
}

void out_s(Out *o, const char *s)
{
    out_bytes(o, s, strlen(s));
}

void out_c(Out *o, char c, u32 times)
{
    sb_pad(&o->buffer, c, times);
}

void out_f(Out *o, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&o->buffer, fmt, ap);
    va_end(ap);
    if (o->buffer.n >= FLUSH_AT)
        flush(o);
}

void out_style(Out *o, OutStyle style)
{
    static const char *const sgr[] = {
#define X(name, sgr) "\033[" sgr "m",
        OUT_STYLES(X)
#undef X
    };
    if (o->colour)
        out_s(o, sgr[style]);
}

void out_wrapped(Out *o, u32 first, u32 indent, const char *text)
{
    u32 column = first;
    bool start = true;
    while (*text == ' ')
        text++;
    while (*text) {
        size_t n = strcspn(text, " \n");
        u32 width = clean_columns(text, n);
        if (!start && column + 1 + width > WRAP_COLUMN) {
            out_c(o, '\n', 1);
            out_c(o, ' ', indent);
            column = indent;
        } else if (!start) {
            out_c(o, ' ', 1);
            column++;
        }
        out_bytes(o, text, n);
        column += width;
        start = false;
        text += n;
        while (*text == ' ' || *text == '\n')
            text++;
    }
    out_c(o, '\n', 1);
}

/* ---- clean text ---- */

u32 utf8_decode(const char *s, size_t n, u32 *code_point, bool *valid)
{
    static const u32 smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    u8 lead = (u8)s[0];
    *valid = true;
    *code_point = lead;
    if (lead < 0x80)
        return 1;
    u32 length = lead >= 0xf0 && lead < 0xf8 ? 4 : lead >= 0xe0 ? 3 : 2;
    *valid = false;
    if (lead < 0xc2 || lead >= 0xf5 || length > n)
        return 1;
    u32 value = lead & (0x7f >> length);
    for (u32 i = 1; i < length; i++) {
        if (((u8)s[i] & 0xc0) != 0x80)
            return 1;
        value = value << 6 | ((u8)s[i] & 0x3f);
    }
    if (value < smallest[length] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000))
        return 1;
    *valid = true;
    *code_point = value;
    return length;
}

static void add_code_point(Sb *out, u32 c)
{
    if (c < 0x80) {
        sb_addc(out, (char)c);
    } else if (c < 0x800) {
        sb_addc(out, (char)(0xc0 | c >> 6));
        sb_addc(out, (char)(0x80 | (c & 0x3f)));
    } else {
        sb_addc(out, (char)(0xe0 | c >> 12));
        sb_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
        sb_addc(out, (char)(0x80 | (c & 0x3f)));
    }
}

static bool reorders(u32 c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
           c == 0x61c;
}

void clean_add(Sb *out, const char *s, size_t n, u32 flags)
{
    enum { REPLACEMENT = 0xfffd, PICTURES = 0x2400, PICTURE_DELETE = 0x2421 };
    for (size_t i = 0; i < n;) {
        u32 c;
        bool valid;
        u32 length = utf8_decode(s + i, n - i, &c, &valid);
        if (c == '\t' || c == '\n') {
            bool keep = flags & (c == '\t' ? CLEAN_TABS : CLEAN_NEWLINES);
            sb_addc(out, keep ? (char)c : ' ');
        } else if (c == '`' && (flags & CLEAN_QUOTES)) {
            sb_addc(out, '\'');
        } else if (c < 0x20) {
            add_code_point(out, PICTURES + c);
        } else if (c == 0x7f) {
            add_code_point(out, PICTURE_DELETE);
        } else if ((c >= 0x80 && c < 0xa0) || reorders(c)) {
            add_code_point(out, REPLACEMENT);
        } else if (!valid) {
            add_code_point(out, c);
        } else {
            sb_addn(out, s + i, length);
        }
        i += length;
    }
}

u32 clean_columns(const char *s, size_t n)
{
    u32 columns = 0;
    for (size_t i = 0; i < n; i++)
        columns += ((u8)s[i] & 0xc0) != 0x80;
    return columns;
}

const char *number_text(u64 n, char *text)
{
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
    char *out = text;
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            *out++ = ',';
        *out++ = digits[i];
    }
    *out = '\0';
    return text;
}
