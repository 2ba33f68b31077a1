/*
 * #if arithmetic over known and unknown names; see pp_priv.h. A value is a known integer or a presence
 * formula. Comparisons and sums that involve an unknown name become one opaque atom that is named by its text.
 */
#include "syntax/pp_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"

typedef struct Value {
    bool known, is_unsigned;
    i64 v;
    PresenceId p; /* when not known: is it non-zero? */
} Value;

typedef struct Eval {
    Pp *pp;
    const Token *t;
    u32 n, i, depth;
    bool failed;
} Eval;

static Value number(i64 v)
{
    return (Value){.known = true, .v = v};
}

static Value formula(Eval *e, PresenceId p)
{
    int k = p <= PRESENCE_FALSE ? p == PRESENCE_TRUE : presence_implied(&e->pp->presence, e->pp->assume, p);
    if (k >= 0)
        return number(k);
    return (Value){.p = p};
}

/* The tokens [from, to) as one atom. */
static Value opaque(Eval *e, u32 from, u32 to)
{
    Sb b;
    sb_init(&b);
    for (u32 i = from; i < to && i < e->n; i++) {
        if (i > from && b.s[b.n - 1] != '(' && e->t[i].kind != TK_RPAREN && e->t[i].kind != TK_LPAREN)
            sb_addc(&b, ' ');
        sb_addn(&b, sym_str(e->t[i].sym), sym_len(e->t[i].sym));
    }
    Value v = formula(e, presence_expr(&e->pp->presence, intern_bytes(b.s, b.n)));
    sb_release(&b);
    return v;
}

static PresenceId truth(const Value *v)
{
    return v->known ? (v->v ? PRESENCE_TRUE : PRESENCE_FALSE) : v->p;
}

static TokenKind peek(const Eval *e)
{
    return e->i < e->n ? (TokenKind)e->t[e->i].kind : TK_EOF;
}

static Value parse_number(Eval *e, const char *s)
{
    char clean[72];
    u32 n = 0;
    for (const char *c = s; *c && n + 1 < sizeof clean; c++)
        if (*c != '\'')
            clean[n++] = *c;
    clean[n] = 0;
    bool binary = clean[0] == '0' && (clean[1] == 'b' || clean[1] == 'B');
    char *end;
    u64 v = binary ? strtoull(clean + 2, &end, 2) : strtoull(clean, &end, 0);
    bool is_unsigned = false;
    for (; *end; end++) {
        if (*end == 'u' || *end == 'U')
            is_unsigned = true;
        else if (*end != 'l' && *end != 'L' && *end != 'z' && *end != 'Z')
            e->failed = true; /* a floating constant */
    }
    return (Value){.known = true, .is_unsigned = is_unsigned || v > INT64_MAX, .v = (i64)v};
}

static i64 char_value(const char *s)
{
    const char *q = strchr(s, '\'');
    if (!q)
        return 0;
    u32 v = 0, n = 0; /* an int: of several characters the last four count */
    for (q++; *q && *q != '\''; q++) {
        i64 c = (u8)*q;
        if (*q == '\\' && q[1]) {
            static const char from[] = "abfnrtve0", to[] = "\a\b\f\n\r\t\v\033\0";
            q++;
            const char *at = memchr(from, *q, sizeof from - 1);
            if (*q == 'x') {
                char *end;
                c = (i64)strtoul(q + 1, &end, 16);
                q = end - 1;
            } else if (*q >= '0' && *q <= '7') {
                c = 0;
                for (int k = 0; k < 3 && *q >= '0' && *q <= '7'; k++)
                    c = c * 8 + (*q++ - '0');
                q--;
            } else {
                c = at ? to[at - from] : (u8)*q;
            }
        }
        v = v << 8 | ((u32)c & 255);
        n++;
    }
    return n == 1 ? (i8)v : (i32)v;
}

static Value parse_ternary(Eval *e);

static void skip_parens(Eval *e)
{
    u32 depth = 0;
    while (e->i < e->n) {
        u8 k = e->t[e->i++].kind;
        if (k == TK_LPAREN)
            depth++;
        else if (k == TK_RPAREN && --depth == 0)
            return;
    }
    e->failed = true;
}

static Value parse_defined(Eval *e)
{
    bool paren = peek(e) == TK_LPAREN;
    e->i += paren;
    if (peek(e) != TK_IDENT) {
        e->failed = true;
        return number(0);
    }
    Sym s = e->t[e->i++].sym;
    if (paren) {
        if (peek(e) != TK_RPAREN)
            e->failed = true;
        else
            e->i++;
    }
    return formula(e, pp_slot_cond(e->pp, s, pp_slot(e->pp, s)));
}

/* __has_include ( "x" ) or ( <x> ): known true when the header is at hand, else not known. */
static Value parse_has_include(Eval *e, u32 from)
{
    u32 open = e->i;
    skip_parens(e);
    if (e->failed)
        return number(0);
    Sb b;
    sb_init(&b);
    for (u32 i = open + 1; i + 1 < e->i; i++)
        sb_addn(&b, sym_str(e->t[i].sym), sym_len(e->t[i].sym));
    bool found = false;
    if (b.n > 2) {
        b.s[b.n - 1] = 0;
        found = (b.s[0] == '<' && project_is_system_header(b.s + 1)) ||
                project_file_by_suffix(e->pp->project, b.s + 1);
    }
    sb_release(&b);
    if (found)
        return number(1);
    return e->pp->exact ? number(0) : opaque(e, from, e->i);
}

static Value parse_word(Eval *e)
{
    u32 from = e->i;
    const Token *t = &e->t[e->i++];
    Pp *pp = e->pp;
    if (t->sym == pp->s_defined)
        return parse_defined(e);
    if ((t->sym == pp->s_has_include || t->sym == pp->s_has_include_next) && peek(e) == TK_LPAREN)
        return parse_has_include(e, from);
    if (pp->unit->lang == LANG_CXX && t->sym == token_sym_of_kind(KW_TRUE))
        return number(1);
    MacroSlot *m = pp_slot(pp, t->sym);
    PresenceId cond = pp_slot_cond(pp, t->sym, m);
    if (cond == PRESENCE_FALSE || token_kind_of_word(t->sym, pp->unit->lang) != TK_IDENT) {
        if (peek(e) == TK_LPAREN && !pp->exact) { /* __has_attribute(x), SOME_PREREQ(4, 3) */
            skip_parens(e);
            return opaque(e, from, e->i);
        }
        return number(0);
    }
    if (peek(e) == TK_LPAREN)
        skip_parens(e);
    return opaque(e, from, e->i);
}

static Value parse_unary(Eval *e)
{
    if (++e->depth > LIMIT_IF_OPERANDS) {
        e->failed = true;
        return number(0);
    }
    u32 from = e->i;
    TokenKind k = peek(e);
    Value v = number(0);
    switch (k) {
    case TK_NOT:
        e->i++;
        v = parse_unary(e);
        v = v.known ? number(!v.v) : formula(e, presence_not(&e->pp->presence, v.p));
        break;
    case TK_MINUS:
    case TK_PLUS:
    case TK_TILDE:
        e->i++;
        v = parse_unary(e);
        if (!v.known)
            v = opaque(e, from, e->i);
        else
            v.v = k == TK_MINUS ? (i64)(0 - (u64)v.v) : k == TK_TILDE ? ~v.v : v.v;
        break;
    case TK_LPAREN:
        e->i++;
        v = parse_ternary(e);
        while (peek(e) == TK_COMMA && !e->failed) {
            e->i++;
            v = parse_ternary(e);
        }
        if (peek(e) == TK_RPAREN)
            e->i++;
        else
            e->failed = true;
        break;
    case TK_NUMBER: v = parse_number(e, sym_str(e->t[e->i++].sym)); break;
    case TK_CHAR: v = number(char_value(sym_str(e->t[e->i++].sym))); break;
    case TK_IDENT: v = parse_word(e); break;
    default: e->failed = true;
    }
    e->depth--;
    return v;
}

static int precedence(TokenKind k)
{
    switch (k) {
    case TK_STAR:
    case TK_SLASH:
    case TK_PERCENT: return 10;
    case TK_PLUS:
    case TK_MINUS: return 9;
    case TK_SHL:
    case TK_SHR: return 8;
    case TK_LT:
    case TK_GT:
    case TK_LE:
    case TK_GE: return 7;
    case TK_EQEQ:
    case TK_NE: return 6;
    case TK_AMP: return 5;
    case TK_CARET: return 4;
    case TK_PIPE: return 3;
    case TK_AMPAMP: return 2;
    case TK_PIPEPIPE: return 1;
    default: return 0;
    }
}

static Value arith(TokenKind op, Value a, Value b, bool *undefined)
{
    bool u = a.is_unsigned || b.is_unsigned;
    u64 x = (u64)a.v, y = (u64)b.v;
    Value r = {.known = true, .is_unsigned = u};
    switch (op) {
    case TK_STAR: r.v = (i64)(x * y); break;
    case TK_PLUS: r.v = (i64)(x + y); break;
    case TK_MINUS: r.v = (i64)(x - y); break;
    case TK_SLASH:
    case TK_PERCENT:
        if (y == 0 || (!u && a.v == INT64_MIN && b.v == -1)) {
            *undefined = true;
            break;
        }
        if (op == TK_SLASH)
            r.v = u ? (i64)(x / y) : a.v / b.v;
        else
            r.v = u ? (i64)(x % y) : a.v % b.v;
        break;
    case TK_SHL:
        r.v = y < 64 ? (i64)(x << y) : 0;
        r.is_unsigned = a.is_unsigned;
        break;
    case TK_SHR:
        r.is_unsigned = a.is_unsigned;
        r.v = y > 63 ? 0 : a.is_unsigned ? (i64)(x >> y) : a.v >> y;
        break;
    case TK_LT: r = number(u ? x < y : a.v < b.v); break;
    case TK_GT: r = number(u ? x > y : a.v > b.v); break;
    case TK_LE: r = number(u ? x <= y : a.v <= b.v); break;
    case TK_GE: r = number(u ? x >= y : a.v >= b.v); break;
    case TK_EQEQ: r = number(x == y); break;
    case TK_NE: r = number(x != y); break;
    case TK_AMP: r.v = (i64)(x & y); break;
    case TK_CARET: r.v = (i64)(x ^ y); break;
    default: r.v = (i64)(x | y); break;
    }
    return r;
}

static Value parse_binary(Eval *e, int min)
{
    u32 from = e->i;
    Value a = parse_unary(e);
    for (;;) {
        TokenKind op = peek(e);
        int prec = precedence(op);
        if (!prec || prec < min || e->failed)
            return a;
        e->i++;
        if (++e->depth > LIMIT_IF_OPERANDS) {
            e->failed = true;
            return a;
        }
        Value b = parse_binary(e, prec + 1);
        e->depth--;
        Presence *p = &e->pp->presence;
        if (op == TK_AMPAMP) {
            a = formula(e, presence_and(p, truth(&a), truth(&b)));
        } else if (op == TK_PIPEPIPE) {
            a = formula(e, presence_or(p, truth(&a), truth(&b)));
        } else if (a.known && b.known) {
            bool undefined = false;
            a = arith(op, a, b, &undefined);
            if (undefined)
                a = opaque(e, from, e->i);
        } else {
            a = opaque(e, from, e->i);
        }
    }
}

static Value parse_ternary(Eval *e)
{
    u32 from = e->i;
    Value c = parse_binary(e, 1);
    if (peek(e) != TK_QUESTION || e->failed)
        return c;
    if (++e->depth > LIMIT_IF_OPERANDS) {
        e->failed = true;
        return c;
    }
    e->i++;
    Value a = parse_ternary(e);
    if (peek(e) != TK_COLON) {
        e->failed = true;
        return c;
    }
    e->i++;
    Value b = parse_ternary(e);
    e->depth--;
    if (c.known) {
        Value chosen = c.v ? a : b;
        chosen.is_unsigned = (a.known && a.is_unsigned) || (b.known && b.is_unsigned);
        return chosen;
    }
    return opaque(e, from, e->i);
}

/* The operands of defined and __has_include are not expanded. */
static void protect_operands(Pp *pp, u32 from)
{
    for (u32 i = from; i < pp->build.n; i++) {
        Token *t = &pp->build.at[i];
        if (t->kind != TK_IDENT)
            continue;
        if (t->sym == pp->s_defined) {
            t->flags |= UT_NO_EXPAND;
            u32 k = i + 1 + (i + 1 < pp->build.n && pp->build.at[i + 1].kind == TK_LPAREN);
            if (k < pp->build.n)
                pp->build.at[k].flags |= UT_NO_EXPAND;
        } else if (strncmp(sym_str(t->sym), "__has_", 6) == 0) {
            t->flags |= UT_NO_EXPAND;
            for (u32 k = i + 1; k < pp->build.n && pp->build.at[k].kind != TK_RPAREN; k++)
                pp->build.at[k].flags |= UT_NO_EXPAND;
        }
    }
}

static PresenceId evaluate(Pp *pp, const Directive *d)
{
    const FileState *fs = pp->fs;
    u32 from = pp->build.n;
    for (u32 i = d->tok + 2; i < d->end; i++) {
        Token t = pp_file_to_token(fs, &fs->lf->toks.at[i]);
        vec_push(&pp->build, t);
    }
    protect_operands(pp, from);
    u32 n = pp->build.n - from;
    Token *raw = arena_alloc(&pp->scratch, n * sizeof *raw);
    if (n)
        memcpy(raw, pp->build.at + from, n * sizeof *raw);
    pp->build.n = from;
    u32 begin, n_exp = pp->unit->expansions.n;
    bool in_if = pp->in_if;
    pp->in_if = true;
    if (!pp->in_args)
        pp->enters = pp->made = 0, pp->exhausted = false;
    pp_expand_list(pp, raw, n, &begin);
    pp->in_if = in_if;
    pp->unit->expansions.n = n_exp;
    u32 m = pp->build.n - begin;
    Token *toks = arena_alloc(&pp->scratch, m * sizeof *toks);
    if (m)
        memcpy(toks, pp->build.at + begin, m * sizeof *toks);
    pp->build.n = begin;
    Eval e = {.pp = pp, .t = toks, .n = m};
    Value v = parse_ternary(&e);
    if (e.failed || e.i < e.n) {
        e.failed = false;
        v = m ? opaque(&e, 0, m) : number(0);
    }
    PresenceId result = truth(&v);
    if (!pp->contexts.n)
        arena_reset(&pp->scratch);
    return result;
}

/* Most conditions only combine `defined` tests. They are read from the file's tokens as they are: nothing in them can be
 * expanded. */
typedef struct Quick {
    Pp *pp;
    const FileToken *t;
    u32 i, end, depth;
    bool no; /* something else stands there: the general way must be taken */
} Quick;

static PresenceId quick_known(Quick *q, PresenceId p)
{
    if (p <= PRESENCE_FALSE)
        return p;
    int k = presence_implied(&q->pp->presence, q->pp->assume, p);
    return k < 0 ? p : k ? PRESENCE_TRUE : PRESENCE_FALSE;
}

static PresenceId quick_or(Quick *q);

static PresenceId quick_unary(Quick *q)
{
    if (q->i >= q->end || ++q->depth > 64) {
        q->no = true;
        return PRESENCE_FALSE;
    }
    const FileToken *t = &q->t[q->i++];
    PresenceId result = PRESENCE_FALSE;
    if (t->kind == TK_NOT) {
        result = presence_not(&q->pp->presence, quick_unary(q));
    } else if (t->kind == TK_LPAREN) {
        result = quick_or(q);
        q->no |= q->i >= q->end || q->t[q->i++].kind != TK_RPAREN;
    } else if (t->kind == TK_IDENT && t->sym == q->pp->s_defined) {
        bool paren = q->i < q->end && q->t[q->i].kind == TK_LPAREN;
        q->i += paren;
        if (q->i < q->end && q->t[q->i].kind == TK_IDENT) {
            Sym s = q->t[q->i++].sym;
            result = quick_known(q, pp_slot_cond(q->pp, s, pp_slot(q->pp, s)));
        } else {
            q->no = true;
        }
        if (paren)
            q->no |= q->i >= q->end || q->t[q->i++].kind != TK_RPAREN;
    } else {
        q->no = true;
    }
    q->depth--;
    return result;
}

static PresenceId quick_and(Quick *q)
{
    PresenceId a = quick_unary(q);
    while (!q->no && q->i < q->end && q->t[q->i].kind == TK_AMPAMP) {
        q->i++;
        PresenceId b = quick_unary(q);
        if (!q->no)
            a = quick_known(q, presence_and(&q->pp->presence, a, b));
    }
    return a;
}

static PresenceId quick_or(Quick *q)
{
    PresenceId a = quick_and(q);
    while (!q->no && q->i < q->end && q->t[q->i].kind == TK_PIPEPIPE) {
        q->i++;
        PresenceId b = quick_and(q);
        if (!q->no)
            a = quick_known(q, presence_or(&q->pp->presence, a, b));
    }
    return a;
}

/* False when the condition holds more than `defined` tests; formulas made on the way do no harm. */
static bool quick_condition(Pp *pp, const Directive *d, PresenceId *result)
{
    const FileToken *toks = pp->fs->lf->toks.at;
    for (u32 i = d->tok + 2; i < d->end; i++) { /* before any work: is there anything else? */
        u8 k = toks[i].kind;
        bool word = k == TK_IDENT && (toks[i].sym == pp->s_defined || toks[i - 1].sym == pp->s_defined ||
                                      (toks[i - 1].kind == TK_LPAREN && toks[i - 2].sym == pp->s_defined));
        if (!word && k != TK_NOT && k != TK_LPAREN && k != TK_RPAREN && k != TK_AMPAMP && k != TK_PIPEPIPE)
            return false;
    }
    Quick q = {.pp = pp, .t = toks, .i = d->tok + 2, .end = d->end};
    *result = quick_or(&q);
    return !q.no && q.i == q.end;
}

PresenceId pp_condition(Pp *pp, const Directive *d)
{
    const FileToken *toks = pp->fs->lf->toks.at;
    if (d->kind == DIR_IF || d->kind == DIR_ELIF) {
        PresenceId quick;
        return quick_condition(pp, d, &quick) ? quick : evaluate(pp, d);
    }
    u32 i = d->tok + 2;
    if (i >= d->end || toks[i].kind != TK_IDENT)
        return PRESENCE_FALSE;
    Sym s = toks[i].sym;
    PresenceId c = pp_slot_cond(pp, s, pp_slot(pp, s));
    if (d->kind == DIR_IFNDEF || d->kind == DIR_ELIFNDEF)
        c = presence_not(&pp->presence, c);
    if (c > PRESENCE_FALSE) {
        int known = presence_implied(&pp->presence, pp->assume, c);
        if (known >= 0)
            return known ? PRESENCE_TRUE : PRESENCE_FALSE;
    }
    return c;
}
