/*
 * Literals: numbers with their suffixes, characters and strings with escapes and encodings.
 */
#include <stdlib.h>
#include <string.h>

#include "lower/low.h"

bool low_number(Lower *l, Sym spelling, u64 *value, double *real, bool *is_float, TypeId *type)
{
    const char *s = sym_str(spelling);
    u32 n = sym_len(spelling);
    char buf[128];
    u32 m = 0;
    if (n >= sizeof buf)
        return false;
    if (n <= 9 && s[0] > '0') { /* the most common form */
        u32 v = 0, i = 0;
        for (; i < n && s[i] >= '0' && s[i] <= '9'; i++)
            v = v * 10 + (u32)(s[i] - '0');
        if (i == n) {
            *is_float = false;
            *value = v;
            *type = TYPE_INT;
            return true;
        }
    }
    bool hex = n > 2 && s[0] == '0' && (s[1] | 32) == 'x';
    bool bin = n > 2 && s[0] == '0' && (s[1] | 32) == 'b';
    *is_float = false;
    for (u32 i = 0; i < n; i++) {
        char c = s[i];
        if (c == '\'')
            continue;
        if (c == '.' || (!hex && !bin && (c | 32) == 'e') || (hex && (c | 32) == 'p'))
            *is_float = true;
        buf[m++] = c;
    }
    buf[m] = 0;
    if (*is_float) {
        char *end;
        *real = strtod(buf, &end);
        char suffix = (char)(*end | 32);
        *type = suffix == 'f'   ? TYPE_FLOAT
                : suffix == 'l' ? TYPE_LDOUBLE
                : suffix == 'q' ? TYPE_FLOAT128
                                : TYPE_DOUBLE;
        return true;
    }
    u32 base = hex ? 16 : bin ? 2 : buf[0] == '0' ? 8 : 10, i = hex || bin ? 2 : 0;
    u64 v = 0;
    bool overflow = false, any = false;
    for (; i < m; i++) {
        char c = (char)(buf[i] | 32);
        u32 digit = c >= '0' && c <= '9'          ? (u32)(c - '0')
                    : c >= 'a' && c <= 'f' && hex ? (u32)(c - 'a' + 10)
                                                  : 99;
        if (buf[i] >= '0' && buf[i] <= '9')
            digit = (u32)(buf[i] - '0');
        if (digit >= base)
            break;
        overflow |= v > (~(u64)0 - digit) / base;
        v = v * base + digit;
        any = true;
    }
    u32 longs = 0;
    bool uns = false, sized = false;
    for (; i < m; i++) {
        switch (buf[i] | 32) {
        case 'u': uns = true; break;
        case 'l': longs++; break;
        case 'z': sized = true; break;
        case 'i': /* i64, ui64 of Microsoft; GNU imaginary */
            if (strcmp(buf + i + 1, "64") == 0) {
                longs = 2;
                i = m;
            }
            break;
        case 'f': /* 1f is no C, but is written in C++ as 1.f; hex digits never come here */
            *is_float = true;
            *real = (double)v;
            *type = TYPE_FLOAT;
            return true;
        default: return any && buf[i] == '_'; /* user-defined literal */
        }
    }
    if (!any)
        return false;
    static const TypeId order[][2] = {
        {TYPE_INT, TYPE_UINT}, {TYPE_LONG, TYPE_ULONG}, {TYPE_LLONG, TYPE_ULLONG}};
    *value = v;
    *type = TYPE_ULLONG;
    if (sized) {
        *type = uns ? type_size_t(l->tt) : type_ptrdiff_t(l->tt);
        return !overflow;
    }
    for (u32 r = MIN(longs, 2u); r < 3; r++) {
        u32 bits = type_width(l->tt, order[r][0]);
        if (!uns && (v >> (bits - 1)) == 0) {
            *type = order[r][0];
            return !overflow;
        }
        if ((uns || base != 10) && (bits == 64 || (v >> bits) == 0)) {
            *type = order[r][1];
            return !overflow;
        }
    }
    return !overflow;
}

/* One character or escape of a literal at *s; its code point or value, *raw when it is a plain byte or a numeric escape. */
static u32 read_char(const char **s, const char *end, bool *raw)
{
    *raw = true;
    u8 c = (u8) * (*s)++;
    if (c != '\\' || *s >= end)
        return c;
    c = (u8) * (*s)++;
    switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'v': return 11;
    case 'e':
    case 'E': return 27;
    case 'x':
    case 'u':
    case 'U': {
        u32 v = 0, max = c == 'x' ? 16 : c == 'u' ? 4 : 8;
        bool brace = *s < end && **s == '{';
        if (brace)
            (*s)++, max = 16;
        for (u32 i = 0; i < max && *s < end; i++, (*s)++) {
            char d = (char)(**s | 32);
            if (**s >= '0' && **s <= '9')
                v = v * 16 + (u32)(**s - '0');
            else if (d >= 'a' && d <= 'f')
                v = v * 16 + (u32)(d - 'a' + 10);
            else
                break;
        }
        if (brace && *s < end && **s == '}')
            (*s)++;
        *raw = c == 'x';
        return v;
    }
    default:
        if (c >= '0' && c <= '7') {
            u32 v = c - '0';
            for (u32 i = 0; i < 2 && *s < end && **s >= '0' && **s <= '7'; i++)
                v = v * 8 + (u32)(*(*s)++ - '0');
            return v;
        }
        return c;
    }
}

/* Encoding prefix: length of it; char type. */
static u32 literal_prefix(const Lower *l, const char *s, u32 n, TypeId *type, bool *is_raw)
{
    u32 i = 0;
    *is_raw = false;
    *type = TYPE_CHAR;
    if (n > 2 && s[0] == 'u' && s[1] == '8') {
        *type = l->cxx ? TYPE_CHAR8 : TYPE_CHAR;
        i = 2;
    } else if (n > 1 && (s[0] == 'L' || s[0] == 'u' || s[0] == 'U') && s[1] != 0) {
        if (l->cxx)
            *type = s[0] == 'L' ? TYPE_WCHAR : s[0] == 'u' ? TYPE_CHAR16 : TYPE_CHAR32;
        else if (s[0] == 'L') /* in C these types are typedefs */
            *type = type_int_of_size(l->tt, l->tt->target->wchar_size, l->tt->target->wchar_signed);
        else
            *type = s[0] == 'u' ? TYPE_USHORT : TYPE_UINT;
        i = 1;
    }
    if (i < n && s[i] == 'R') {
        *is_raw = true;
        i++;
    }
    return i;
}

bool low_char(Lower *l, Sym spelling, u64 *value, TypeId *type)
{
    const char *s = sym_str(spelling);
    u32 n = sym_len(spelling);
    bool raw;
    TypeId ct;
    u32 i = literal_prefix(l, s, n, &ct, &raw);
    const char *end = s + n, *p = s + i;
    while (end > p && end[-1] != '\'')
        end--; /* a user-defined suffix */
    if (p >= end || *p != '\'')
        return false;
    p++;
    end--;
    if (p >= end)
        return false;
    u64 v = 0;
    u32 count = 0;
    while (p < end) {
        bool byte;
        u32 c = read_char(&p, end, &byte);
        v = ct == TYPE_CHAR ? v << 8 | (c & 0xff) : c;
        count++;
    }
    if (ct == TYPE_CHAR && count == 1)
        v = type_wrap(l->tt, TYPE_CHAR, v);
    *type = ct == TYPE_CHAR ? (l->cxx && count == 1 ? TYPE_CHAR : TYPE_INT) : ct;
    *value = type_wrap(l->tt, *type, v);
    return true;
}

static void put_unit(Sb *b, u32 v, u32 size)
{
    for (u32 i = 0; i < size; i++)
        sb_addc(b, (char)(v >> (8 * i)));
}

static void put_code_point(Sb *b, u32 c, u32 size)
{
    if (size == 4 || (size == 2 && c < 0x10000)) {
        put_unit(b, c, size);
    } else if (size == 2) {
        c -= 0x10000;
        put_unit(b, 0xd800 | (c >> 10 & 0x3ff), 2);
        put_unit(b, 0xdc00 | (c & 0x3ff), 2);
    } else if (c < 0x80) {
        sb_addc(b, (char)c);
    } else if (c < 0x800) {
        sb_addc(b, (char)(0xc0 | c >> 6));
        sb_addc(b, (char)(0x80 | (c & 0x3f)));
    } else if (c < 0x10000) {
        sb_addc(b, (char)(0xe0 | c >> 12));
        sb_addc(b, (char)(0x80 | (c >> 6 & 0x3f)));
        sb_addc(b, (char)(0x80 | (c & 0x3f)));
    } else {
        sb_addc(b, (char)(0xf0 | (c >> 18 & 7)));
        sb_addc(b, (char)(0x80 | (c >> 12 & 0x3f)));
        sb_addc(b, (char)(0x80 | (c >> 6 & 0x3f)));
        sb_addc(b, (char)(0x80 | (c & 0x3f)));
    }
}

/* A UTF-8 sequence of the source as code point; a byte that starts none stands for itself. */
static u32 read_utf8(const char **s, const char *end)
{
    u8 c = (u8) * (*s)++;
    u32 more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;
    u32 v = more == 3 ? c & 7u : more == 2 ? c & 15u : more == 1 ? c & 31u : c;
    if (*s + more > end)
        return c;
    for (u32 i = 0; i < more; i++) {
        if (((u8)(*s)[i] & 0xc0) != 0x80)
            return c;
        v = v << 6 | ((u8)(*s)[i] & 0x3f);
    }
    *s += more;
    return v;
}

static void decode(Sb *b, const char *p, const char *end, bool is_raw, u32 size)
{
    if (is_raw) { /* "delim( ... )delim" */
        const char *open = memchr(p, '(', (size_t)(end - p));
        if (!open || open - p > 17 || end - open < (open - p) + 2)
            return;
        end -= (open - p) + 1;
        p = open + 1;
        if (size == 1) {
            sb_addn(b, p, end > p ? (size_t)(end - p) : 0);
            return;
        }
        while (p < end)
            put_code_point(b, read_utf8(&p, end), size);
        return;
    }
    while (p < end) {
        if (size == 1 && *p != '\\') {
            const char *stop = memchr(p, '\\', (size_t)(end - p));
            if (!stop)
                stop = end;
            sb_addn(b, p, (size_t)(stop - p));
            p = stop;
        } else if (*p != '\\') {
            put_code_point(b, read_utf8(&p, end), size);
        } else {
            bool byte;
            u32 c = read_char(&p, end, &byte);
            if (byte)
                put_unit(b, c, size);
            else
                put_code_point(b, c, size);
        }
    }
}

const IrString *low_string(Lower *l, NodeId n, TypeId *type)
{
    const Node *x = nd(l, n);
    IrString *str = arena_new(l->arena, IrString);
    TypeId ct = TYPE_CHAR;
    bool is_raw;
    for (u32 i = x->begin; i < x->end; i++) { /* a prefix on any part holds for all */
        const Token *t = &l->src->toks.at[i];
        TypeId c;
        if (t->kind == TK_STRING) {
            literal_prefix(l, sym_str(t->sym), sym_len(t->sym), &c, &is_raw);
            if (c != TYPE_CHAR)
                ct = c;
        }
    }
    u32 size = (u32)type_get(l->tt, ct)->count;
    Sb b;
    sb_init(&b);
    for (u32 i = x->begin; i < x->end; i++) {
        const Token *t = &l->src->toks.at[i];
        if (t->kind != TK_STRING) {
            if (t->kind == TK_IDENT) {
                put_unit(&b, '?', size);
                str->partial = true;
            }
            continue;
        }
        const char *s = sym_str(t->sym);
        u32 len = sym_len(t->sym);
        TypeId c;
        u32 skip = literal_prefix(l, s, len, &c, &is_raw);
        const char *p = s + skip, *end = s + len;
        while (end > p && end[-1] != '"')
            end--;
        if (end - p < 2 || *p != '"')
            continue;
        decode(&b, p + 1, end - 1, is_raw, size);
    }
    str->n_bytes = (u32)b.n;
    str->char_size = (u8)size;
    str->length = str->n_bytes / size;
    str->bytes = arena_strndup(l->arena, b.n ? b.s : "", b.n);
    if (size == 1)
        str->spelling = intern_bytes(str->bytes, b.n);
    sb_release(&b);
    *type = type_array(l->tt, l->cxx ? type_qualified(l->tt, ct, TQ_CONST) : ct, BOUND_KNOWN,
                       (u64)str->length + 1);
    return str;
}
