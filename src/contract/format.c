/*
 * Parsing of format strings. See format.h.
 */
#include "contract/format.h"

#include <ctype.h>
#include <string.h>

static i32 number(const char *s, u32 n, u32 *i)
{
    i32 v = 0;
    while (*i < n && isdigit((unsigned char)s[*i])) {
        if (v < 1000000)
            v = v * 10 + (s[*i] - '0');
        ++*i;
    }
    return v;
}

static u8 length_of(const char *s, u32 n, u32 *i)
{
    if (*i >= n)
        return FL_NONE;
    char c = s[*i], d = *i + 1 < n ? s[*i + 1] : 0;
    switch (c) {
    case 'h': *i += d == 'h' ? 2 : 1; return d == 'h' ? FL_HH : FL_H;
    case 'l': *i += d == 'l' ? 2 : 1; return d == 'l' ? FL_LL : FL_L;
    case 'q': ++*i; return FL_LL;
    case 'z':
    case 'Z': ++*i; return FL_Z;
    case 'j': ++*i; return FL_J;
    case 't': ++*i; return FL_T;
    case 'L': ++*i; return FL_LDOUBLE;
    default: return FL_NONE;
    }
}

static bool add(Format *f, FormatConversion v)
{
    if (f->n == FORMAT_CONVERSIONS)
        return false;
    f->at[f->n++] = v;
    return true;
}

void format_printf(const char *s, u32 n, Format *out)
{
    memset(out, 0, sizeof *out);
    for (u32 i = 0; i < n;) {
        if (s[i] != '%') {
            out->literal++;
            i++;
            continue;
        }
        FormatConversion v = {.at = i++, .width = -1, .precision = -1};
        for (; i < n && s[i] && strchr("-+ #0'I", s[i]); i++) {
            v.prefixed |= s[i] == '#';
            v.sign |= s[i] == '+' || s[i] == ' ';
        }
        if (i < n && s[i] == '*') {
            i++;
            v.has_width = true;
            if (!add(out, (FormatConversion){.conv = '*', .at = v.at, .n = 1}))
                return;
        } else if (i < n && isdigit((unsigned char)s[i])) {
            v.width = number(s, n, &i);
            v.has_width = true;
            if (i < n && s[i] == '$')
                return;
        }
        if (i < n && s[i] == '.') {
            i++;
            v.has_precision = true;
            if (i < n && s[i] == '*') {
                i++;
                if (!add(out, (FormatConversion){.conv = '*', .of_precision = true, .at = v.at, .n = 1}))
                    return;
            } else {
                v.precision = number(s, n, &i);
            }
        }
        v.length = length_of(s, n, &i);
        if (i >= n)
            return;
        v.conv = s[i++];
        v.n = i - v.at;
        if (v.conv == '%') {
            out->literal++;
            continue;
        }
        if (v.conv == 'm') {
            out->open = true;
            continue;
        }
        if (!strchr("diouxXcCsSfFeEgGaApn", v.conv) || !add(out, v))
            return;
    }
    out->understood = true;
}

void format_scanf(const char *s, u32 n, Format *out)
{
    memset(out, 0, sizeof *out);
    for (u32 i = 0; i < n;) {
        if (s[i++] != '%') {
            out->literal++;
            continue;
        }
        FormatConversion v = {.at = i - 1, .width = -1, .precision = -1};
        if (i < n && s[i] == '*') {
            v.suppressed = true;
            i++;
        }
        if (i < n && isdigit((unsigned char)s[i])) {
            v.width = number(s, n, &i);
            v.has_width = true;
            if (i < n && s[i] == '$')
                return;
        }
        if (i < n && (s[i] == 'm' || (s[i] == 'a' && i + 1 < n && strchr("sS[", s[i + 1])))) {
            v.allocates = true;
            i++;
        }
        v.length = length_of(s, n, &i);
        if (i >= n)
            return;
        v.conv = s[i++];
        if (v.conv == '%')
            continue;
        if (v.conv == '[') {
            if (i < n && s[i] == '^')
                i++;
            if (i < n && s[i] == ']')
                i++;
            while (i < n && s[i] != ']')
                i++;
            if (i++ >= n)
                return;
        } else if (!strchr("diouxXcCsSfFeEgGaApn", v.conv)) {
            return;
        }
        v.n = i - v.at;
        if (!v.suppressed && !add(out, v))
            return;
    }
    out->understood = true;
}
