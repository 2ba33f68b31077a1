/*
 * Integer constant expressions straight from the tree, and literals. Used where the language wants a constant (array
 * bounds, enumerators, case labels, widths), also for declarations in other units' trees.
 */
#include <stdlib.h>
#include <string.h>

#include "lower/low.h"

/* ---- literals ---- */

bool low_number(Lower *l, Sym spelling, u64 *value, double *real, bool *is_float, TypeId *type)
{
    const char *s = sym_str(spelling);
    u32 n = sym_len(spelling);
    char buf[128];
    u32 m = 0;
    if (n >= sizeof buf)
        return false;
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
        *type = suffix == 'f' ? TYPE_FLOAT : suffix == 'l' ? TYPE_LDOUBLE : suffix == 'q' ? TYPE_FLOAT128 : TYPE_DOUBLE;
        return true;
    }
    u32 base = hex ? 16 : bin ? 2 : buf[0] == '0' ? 8 : 10, i = hex || bin ? 2 : 0;
    u64 v = 0;
    bool overflow = false, any = false;
    for (; i < m; i++) {
        char c = (char)(buf[i] | 32);
        u32 digit = c >= '0' && c <= '9' ? (u32)(c - '0') : c >= 'a' && c <= 'f' && hex ? (u32)(c - 'a' + 10) : 99;
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
    static const TypeId order[][2] = {{TYPE_INT, TYPE_UINT}, {TYPE_LONG, TYPE_ULONG}, {TYPE_LLONG, TYPE_ULLONG}};
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
        *type = s[0] == 'L' ? TYPE_WCHAR : s[0] == 'u' ? TYPE_CHAR16 : TYPE_CHAR32;
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
    *type = type_array(l->tt, l->cxx ? type_qualified(l->tt, ct, TQ_CONST) : ct, BOUND_KNOWN, (u64)str->length + 1);
    return str;
}

/* ---- arithmetic ---- */

bool low_fold_binary(const TypeTable *tt, IrBinop op, TypeId t, i64 a, i64 b, i64 *out)
{
    bool sign = type_is_signed(tt, t);
    u32 width = type_width(tt, t);
    if (!width || width > 64)
        return false;
    __int128 v;
    u64 ua = (u64)a, ub = (u64)b;
    if (!sign && width < 64) {
        ua &= ((u64)1 << width) - 1;
        ub &= ((u64)1 << width) - 1;
    }
    __int128 x = sign ? (__int128)a : (__int128)ua, y = sign ? (__int128)b : (__int128)ub;
    switch (op) {
    case BIN_ADD: v = x + y; break;
    case BIN_SUB: v = x - y; break;
    case BIN_MUL:
        if (sign) {
            i64 p;
            if (__builtin_mul_overflow(a, b, &p))
                return false;
            v = p;
        } else {
            v = (__int128)(ua * ub);
        }
        break;
    case BIN_DIV:
    case BIN_REM:
        if (y == 0)
            return false;
        v = op == BIN_DIV ? x / y : x % y;
        if (op == BIN_REM && sign && y == -1 && a == (i64)type_wrap(tt, t, (u64)1 << (width - 1)))
            return false;
        break;
    case BIN_SHL:
    case BIN_SHR:
        if (b < 0 || b >= (i64)width || (sign && a < 0 && op == BIN_SHL))
            return false;
        v = op == BIN_SHL ? (__int128)((unsigned __int128)(sign ? (u64)a : ua) << b) : x >> b;
        break;
    case BIN_AND: v = (__int128)(i64)(ua & ub); break;
    case BIN_OR: v = (__int128)(i64)(ua | ub); break;
    case BIN_XOR: v = (__int128)(i64)(ua ^ ub); break;
    case BIN_EQ: *out = x == y; return true;
    case BIN_NE: *out = x != y; return true;
    case BIN_LT: *out = x < y; return true;
    case BIN_LE: *out = x <= y; return true;
    case BIN_GT: *out = x > y; return true;
    case BIN_GE: *out = x >= y; return true;
    default: return false;
    }
    u64 w = type_wrap(tt, t, (u64)v);
    if (sign && op != BIN_AND && op != BIN_OR && op != BIN_XOR && (__int128)(i64)w != v)
        return false; /* overflow: not a constant, and worth a look as an expression */
    *out = (i64)w;
    return true;
}

/* ---- constant expressions ---- */

enum { CONST_DEPTH_MAX = 300 };

static bool binop_of(u8 op, IrBinop *out)
{
    switch (op) {
#define CASE(tk, b) case tk: *out = b; return true
        CASE(TK_PLUS, BIN_ADD);
        CASE(TK_MINUS, BIN_SUB);
        CASE(TK_STAR, BIN_MUL);
        CASE(TK_SLASH, BIN_DIV);
        CASE(TK_PERCENT, BIN_REM);
        CASE(TK_SHL, BIN_SHL);
        CASE(TK_SHR, BIN_SHR);
        CASE(TK_AMP, BIN_AND);
        CASE(TK_PIPE, BIN_OR);
        CASE(TK_CARET, BIN_XOR);
        CASE(TK_EQEQ, BIN_EQ);
        CASE(TK_NE, BIN_NE);
        CASE(TK_LT, BIN_LT);
        CASE(TK_LE, BIN_LE);
        CASE(TK_GT, BIN_GT);
        CASE(TK_GE, BIN_GE);
#undef CASE
    default: return false;
    }
}

static bool convert(Lower *l, i64 *v, TypeId *t, TypeId to)
{
    if (!type_is_integer(l->tt, to)) {
        if (!type_is_pointer(l->tt, to))
            return false;
    }
    *v = (i64)type_wrap(l->tt, to, (u64)*v);
    *t = to;
    return true;
}

static bool eval(Lower *l, NodeId n, i64 *v, TypeId *t);

static bool eval_entry(Lower *l, u32 e, i64 *v, TypeId *t)
{
    const IndexEntry *x = low_entry(l, e);
    if (x->kind == DK_ENUMERATOR) {
        const Tree *tree = &l->p->units.at[x->unit]->tree;
        if (!x->decl || tree_kind(tree, x->decl) != N_ENUM)
            return false;
        Where w = low_enter(l, x->unit, x->scope);
        TypeId et = low_enum_type(l, x->decl);
        low_leave(l, w);
        const EnumType *en = type_enum(l->tt, et);
        for (u32 i = 0; en && i < en->n_values; i++)
            if (en->values[i].node == x->node) {
                *v = en->values[i].value;
                *t = l->cxx ? et : TYPE_INT;
                if (!l->cxx && (*v > 0x7fffffff || *v < -0x80000000ll))
                    *t = en->underlying;
                return en->values[i].known;
            }
        return false;
    }
    if (x->kind != DK_VARIABLE || !x->decl)
        return false;
    /* const int n = 5; */
    TypeId vt = low_entry_type(l, e);
    if (!type_is_integer(l->tt, vt) || !(type_get(l->tt, vt)->quals & TQ_CONST))
        return false;
    Where w = low_enter(l, x->unit, x->scope);
    NodeId init = kind(l, x->node) == N_INIT_DECL ? some(l, next(l, first(l, x->node))) : 0;
    bool ok = init && kind(l, init) != N_INIT_LIST && kind(l, init) != N_ARGS && eval(l, init, v, t) && convert(l, v, t, vt);
    low_leave(l, w);
    return ok;
}

static bool eval_name(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    if (kind(l, n) == N_NAME) {
        Binding *b = low_local(l, nd(l, n)->a);
        if (b) {
            if (b->kind == BIND_CONST || (b->kind == BIND_VAR && b->has_value)) {
                *v = b->value;
                *t = type_unqualified(l->tt, b->type);
                return true;
            }
            return false;
        }
    }
    NodeId last;
    Sym scope;
    u32 e = low_lookup_name(l, n, LOOK_VALUE, &last, &scope);
    return e && eval_entry(l, e, v, t);
}

static bool eval_sizeof(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    NodeId x = first(l, n);
    bool align = nd(l, n)->op == KW_ALIGNOF;
    TypeId of = kind(l, n) == N_SIZEOF_TYPE ? low_type_name(l, x) : low_type_of_exp(l, x, NULL);
    u64 size;
    u32 al;
    *t = type_size_t(l->tt);
    if (align) {
        if (!type_alignof(l->tt, of, &al))
            return false;
        *v = al;
        return true;
    }
    if (!type_sizeof(l->tt, of, &size))
        return false;
    *v = (i64)size;
    return true;
}

/* Offset of a member designator a.b[3].c inside a type. */
static bool eval_designator(Lower *l, NodeId n, TypeId base, u64 *off, TypeId *t, u32 depth)
{
    if (depth > 64)
        return false;
    *off = 0;
    NodeKind k = kind(l, n);
    NodeId name = n;
    if (k == N_MEMBER || k == N_INDEX) {
        if (!eval_designator(l, first(l, n), base, off, t, depth + 1))
            return false;
        name = next(l, first(l, n));
        base = *t;
        if (k == N_INDEX) {
            i64 i;
            TypeId it;
            u64 size;
            if (type_kind(l->tt, base) != TY_ARRAY || !low_const(l, name, &i, &it) || i < 0 ||
                !type_sizeof(l->tt, type_of(l->tt, base), &size) || (u64)i > (1u << 30))
                return false;
            *t = type_of(l->tt, base);
            *off += (u64)i * size;
            return true;
        }
    }
    u32 path[16];
    u32 len = type_find_field(l->tt, base, low_name_sym(l, name), path, LENGTH(path));
    if (!len)
        return false;
    for (u32 i = 0; i < len; i++) {
        const Record *r = type_record(l->tt, base);
        if (!r || !r->layout_known || path[i] >= r->n_fields)
            return false;
        *off += r->fields[path[i]].offset;
        base = r->fields[path[i]].type;
    }
    *t = base;
    return true;
}

static bool eval_binary(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    const Node *x = nd(l, n);
    NodeId ln = x->first, rn = next(l, ln);
    i64 a, b;
    TypeId ta, tb;
    if (x->op == TK_AMPAMP || x->op == TK_PIPEPIPE) {
        if (!eval(l, ln, &a, &ta))
            return false;
        *t = l->cxx ? TYPE_BOOL : TYPE_INT;
        if ((a != 0) == (x->op == TK_PIPEPIPE)) {
            *v = a != 0;
            return true;
        }
        if (!eval(l, rn, &b, &tb))
            return false;
        *v = b != 0;
        return true;
    }
    IrBinop op;
    if (!binop_of(x->op, &op) || !eval(l, ln, &a, &ta) || !eval(l, rn, &b, &tb))
        return false;
    if (type_is_pointer(l->tt, ta) || type_is_pointer(l->tt, tb))
        return false;
    TypeId c = op == BIN_SHL || op == BIN_SHR ? type_promoted(l->tt, ta) : type_usual(l->tt, ta, tb);
    if (type_kind(l->tt, c) == TY_ENUM)
        c = type_enum(l->tt, c)->underlying;
    if (!type_is_integer(l->tt, c))
        return false;
    if (!convert(l, &a, &ta, c) || ((op != BIN_SHL && op != BIN_SHR) && !convert(l, &b, &tb, c)))
        return false;
    *t = op >= BIN_EQ && op <= BIN_GE ? (l->cxx ? TYPE_BOOL : TYPE_INT) : c;
    return low_fold_binary(l->tt, op, c, a, b, v);
}

static bool eval_unary(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    u8 op = nd(l, n)->op;
    if (op == TK_AMP || op == TK_STAR || op == TK_PLUSPLUS || op == TK_MINUSMINUS || !eval(l, first(l, n), v, t))
        return false;
    switch (op) {
    case TK_NOT:
        *v = !*v;
        *t = l->cxx ? TYPE_BOOL : TYPE_INT;
        return true;
    case KW_EXTENSION: return true;
    case TK_PLUS:
    case TK_MINUS:
    case TK_TILDE: {
        TypeId c = type_promoted(l->tt, *t);
        if (type_kind(l->tt, c) == TY_ENUM)
            c = type_enum(l->tt, c)->underlying;
        if (!convert(l, v, t, c))
            return false;
        if (op == TK_MINUS)
            return low_fold_binary(l->tt, BIN_SUB, c, 0, *v, v);
        if (op == TK_TILDE)
            *v = (i64)type_wrap(l->tt, c, ~(u64)*v);
        return true;
    }
    default: return false;
    }
}

static bool eval(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    if (!n || l->const_depth > CONST_DEPTH_MAX)
        return false;
    l->const_depth++;
    bool ok = false;
    const Node *x = nd(l, n);
    switch (x->kind) {
    case N_PAREN: ok = eval(l, x->first, v, t); break;
    case N_NUMBER: {
        double real;
        bool is_float;
        u64 u;
        ok = low_number(l, x->a, &u, &real, &is_float, t);
        if (ok && is_float) {
            ok = real > -9e18 && real < 9e18;
            u = ok ? (u64)(i64)real : 0;
            *t = TYPE_LLONG; /* only ever converted to an integer type */
        }
        *v = ok ? (i64)u : 0;
        break;
    }
    case N_CHAR: {
        u64 u;
        ok = low_char(l, x->a, &u, t);
        *v = ok ? (i64)u : 0;
        break;
    }
    case N_BOOL_LIT:
        *v = x->op == KW_TRUE;
        *t = TYPE_BOOL;
        ok = true;
        break;
    case N_NAME:
    case N_QUALIFIED: ok = eval_name(l, n, v, t); break;
    case N_UNARY: ok = eval_unary(l, n, v, t); break;
    case N_BINARY: ok = eval_binary(l, n, v, t); break;
    case N_COND: {
        i64 c;
        TypeId ct;
        NodeId then = next(l, x->first), other = next(l, then);
        if (!eval(l, x->first, &c, &ct))
            break;
        if (!some(l, then)) {
            *v = c;
            *t = ct;
            ok = c || eval(l, other, v, t);
        } else {
            TypeId common = TYPE_UNKNOWN;
            i64 dummy;
            TypeId to;
            ok = eval(l, c ? then : other, v, t);
            if (ok && eval(l, c ? other : then, &dummy, &to))
                common = type_usual(l->tt, *t, to);
            if (ok && common != TYPE_UNKNOWN && type_is_integer(l->tt, common))
                ok = convert(l, v, t, common);
        }
        break;
    }
    case N_CAST:
    case N_CXX_CAST: {
        TypeId to = low_type_name(l, x->first);
        ok = eval(l, next(l, x->first), v, t) && convert(l, v, t, type_unqualified(l->tt, to));
        break;
    }
    case N_CONSTRUCT: {
        NodeId args = next(l, x->first);
        NodeId a = args ? first(l, args) : 0;
        TypeId to = low_type_name(l, x->first);
        ok = a && !next(l, a) && eval(l, a, v, t) && convert(l, v, t, type_unqualified(l->tt, to));
        break;
    }
    case N_SIZEOF_EXPR:
    case N_SIZEOF_TYPE: ok = eval_sizeof(l, n, v, t); break;
    case N_OFFSETOF: {
        u64 off;
        TypeId ft;
        ok = next(l, x->first) && eval_designator(l, next(l, x->first), low_type_name(l, x->first), &off, &ft, 0);
        *v = ok ? (i64)off : 0;
        *t = type_size_t(l->tt);
        break;
    }
    default: break;
    }
    l->const_depth--;
    return ok;
}

bool low_const(Lower *l, NodeId n, i64 *value, TypeId *type)
{
    *value = 0;
    *type = TYPE_INT;
    return eval(l, n, value, type);
}
