/*
 * Parsing of format strings. See util_format.h.
 */
#include "checks/util_format.h"

#include <ctype.h>
#include <string.h>

#include "checks/util_ir.h"
#include "checks/util_literal.h"

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

static bool add(UtilFormat *f, UtilConversion v)
{
    if (f->n == FORMAT_CONVERSIONS)
        return false;
    f->at[f->n++] = v;
    return true;
}

void util_format_printf(const char *s, u32 n, UtilFormat *out)
{
    memset(out, 0, sizeof *out);
    for (u32 i = 0; i < n;) {
        if (s[i] != '%') {
            out->literal++;
            i++;
            continue;
        }
        UtilConversion v = {.at = i++, .width = -1, .precision = -1};
        while (i < n && strchr("-+ #0'I", s[i]) && s[i])
            i++;
        if (i < n && s[i] == '*') {
            i++;
            v.has_width = true;
            if (!add(out, (UtilConversion){.conv = '*', .at = v.at, .n = 1}))
                return;
        } else if (i < n && isdigit((unsigned char)s[i])) {
            v.width = number(s, n, &i);
            v.has_width = true;
            if (i < n && s[i] == '$')
                return;
        }
        if (i < n && s[i] == '.') {
            i++;
            if (i < n && s[i] == '*') {
                i++;
                if (!add(out, (UtilConversion){.conv = '*', .at = v.at, .n = 1}))
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
        if (v.conv == 'm')
            continue;
        if (!strchr("diouxXcCsSfFeEgGaApn", v.conv) || !add(out, v))
            return;
    }
    out->understood = true;
}

void util_format_scanf(const char *s, u32 n, UtilFormat *out)
{
    memset(out, 0, sizeof *out);
    for (u32 i = 0; i < n;) {
        if (s[i++] != '%') {
            out->literal++;
            continue;
        }
        UtilConversion v = {.at = i - 1, .width = -1, .precision = -1};
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

bool util_format_of_call(CheckCtx *c, const CheckCall *call, const char *kind, i32 *format, i32 *first)
{
    const ContractFact *fact;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_FORMAT, &i));) {
        const ContractKindInfo *info = contract_kind_info(fact->kind);
        if (!info || (kind && strcmp(info->name, kind) != 0) || fact->target[0].arg < 0)
            continue;
        const ContractExpr *e = fact->expr[0] ? contract_expr(c->contracts, fact->expr[0]) : NULL;
        *format = fact->target[0].arg;
        if (e && e->op == CE_NUMBER)
            *first = e->value > 0 ? (i32)e->value - 1 : -1;
        else
            *first = call->contract->variadic ? (i32)call->contract->n_params : -1;
        return (u32)*format < call->call->n_args;
    }
    return false;
}

i64 util_format_max(CheckCtx *c, const UtilConversion *v, const IrExp *arg)
{
    i64 most = -1;
    u64 size;
    UtilLiteral l;
    switch (v->conv) {
    case '*': return 0;
    case 'c': most = 1; break;
    case 'd':
    case 'i':
    case 'u':
        most = v->length == FL_HH ? 4 : v->length == FL_H ? 6 : v->length == FL_NONE ? 11 : 20;
        most = v->precision > most ? v->precision + 1 : most;
        break;
    case 'o': most = v->length == FL_NONE ? 12 : 23; break;
    case 'x':
    case 'X':
        most = v->length == FL_HH ? 2 : v->length == FL_H ? 4 : v->length == FL_NONE ? 8 : 16;
        most += 2; /* 0x of the # flag */
        break;
    case 'p': most = 20; break;
    case 'e':
    case 'E':
    case 'g':
    case 'G': most = 12 + (v->precision > 6 ? v->precision : 6); break;
    case 's':
        if (v->precision >= 0)
            most = v->precision;
        else if (util_literal(c, arg, &l) && l.bytes)
            most = l.n;
        else if (util_pointee_size(c, arg, &size))
            most = (i64)size - 1;
        break;
    default: break; /* %f writes up to 300 digits */
    }
    if (most >= 0 && v->width > most)
        most = v->width;
    return v->has_width && v->width < 0 ? -1 : most;
}
