/*
 * Macro expansion; see pp_priv.h. The algorithm is the standard's: arguments are expanded on their own, put into the body,
 * and the result is read again with the macro disabled; a name met while disabled is never
 * expanded later. Contexts that are exhausted while looking for a "(" are left first, as GCC does.
 */
#include "syntax/pp_priv.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"

typedef struct Args {
    u32 n;
    u32 *from;         /* n + 1 positions in pp->build: argument i is [from[i], from[i + 1] - (i + 1 < n)) */
    const Token **raw; /* copies in the scratch arena */
    u32 *raw_n;
    const Token **full; /* expanded, or NULL until needed */
    u32 *full_n;
} Args;

Token pp_file_to_token(const FileState *fs, const FileToken *t)
{
    u8 flags = (u8)((t->flags & FT_BOL ? UT_BOL : 0) | (t->flags & FT_SPACE ? UT_SPACE : 0));
    return (Token){.loc = fs->sf->base + t->off, .sym = t->sym, .kind = t->kind, .flags = flags};
}

static void pop_context(Pp *pp)
{
    Context c = vec_pop(&pp->contexts);
    if (c.macro) {
        MacroSlot *m = pp_slot(pp, c.macro);
        if (m->disabled)
            m->disabled--;
    }
}

static Token context_token(Context *c)
{
    Token t = *c->cur++;
    if (c->exp)
        t.exp = c->exp;
    if (!c->begun) {
        t.flags |= c->space;
        c->begun = true;
    }
    return t;
}

static Token next_raw(Pp *pp)
{
    while (pp->contexts.n > pp->barrier) {
        Context *c = &vec_last(&pp->contexts);
        if (c->cur < c->end)
            return context_token(c);
        pop_context(pp);
    }
    if (pp->walled)
        return (Token){.kind = TK_EOF};
    return pp_file_token(pp);
}

/* Is the next token a "("? Leaves exhausted contexts. */
static bool next_is_lparen(Pp *pp)
{
    while (pp->contexts.n > pp->barrier) {
        Context *c = &vec_last(&pp->contexts);
        if (c->cur < c->end)
            return c->cur->kind == TK_LPAREN;
        pop_context(pp);
    }
    if (pp->walled)
        return false;
    const FileState *fs = pp->fs;
    if (fs->d < fs->lf->directives.n && fs->lf->directives.at[fs->d].tok == fs->i)
        return false;
    return fs->lf->toks.at[fs->i].kind == TK_LPAREN;
}

static void push_context(Pp *pp, const Token *toks, u32 n, Sym macro, u32 exp, u8 space)
{
    Context c = {toks, n ? toks + n : toks, macro, exp, space & (UT_SPACE | UT_BOL), false};
    vec_push(&pp->contexts, c);
    if (macro)
        pp_slot(pp, macro)->disabled++;
}

static bool is_usable(const Pp *pp, const MacroSlot *m)
{
    const MacroDef *d = m->def;
    if (!d || m->banned)
        return false;
    if (m->uncertain || m->cond != PRESENCE_TRUE) {
        /* Under an unknown condition: not where there is a function of that name as well, which the macro replaces in some
         * configurations; a renaming only towards a function that the project declares. */
        const NameFacts *names = &pp->project->names;
        if (pp->in_if || (d->flags & (MF_STUB | MF_SELF)) ||
            ((d->flags & MF_FUNCTION) && names_have(names, d->name, NF_FUNCTION)))
            return false;
        return !(d->flags & MF_RENAMES) || (names_have(names, d->body[0].sym, NF_FUNCTION) &&
                                            !names_have(names, d->name, NF_FUNCTION | NF_TYPE));
    }
    return pp->exact || pp->in_if || !(d->flags & MF_SELF);
}

static const Token *keep(Pp *pp, u32 from)
{
    u32 n = pp->build.n - from;
    Token *copy = arena_alloc(&pp->scratch, n * sizeof *copy);
    if (n)
        memcpy(copy, pp->build.at + from, n * sizeof *copy);
    return copy;
}

static u32 new_expansion(Pp *pp, const Token *name, const MacroDef *def, u32 first)
{
    Expansion e = {.macro = def->name, .parent = name->exp, .loc = name->loc, .def = def->loc};
    if (!name->exp && first != UINT32_MAX) {
        e.file = pp->fs->lf->file;
        e.first = e.last = first;
    }
    vec_push(&pp->unit->expansions, e);
    return pp->unit->expansions.n - 1;
}

/* Reads the arguments behind the "(" into pp->build. False at the end of the input. */
static bool collect_args(Pp *pp, const MacroDef *def, u32 exp, Args *args)
{
    VEC(u32) from = {0};
    vec_push(&from, pp->build.n);
    u32 depth = 0;
    bool ok = false;
    bool outer = pp->in_args;
    pp->in_args = true;
    for (;;) {
        Token t = next_raw(pp);
        if (t.kind == TK_EOF)
            break;
        if (t.kind == TK_LPAREN) {
            depth++;
        } else if (t.kind == TK_RPAREN) {
            if (depth-- == 0) {
                ok = true;
                break;
            }
        } else if (t.kind == TK_COMMA && depth == 0 &&
                   !((def->flags & MF_VARIADIC) && from.n >= def->n_params)) {
            vec_push(&pp->build, t); /* kept, so that a failed call can be given back whole */
            vec_push(&from, pp->build.n);
            continue;
        } else if (t.kind == TK_IDENT) {
            MacroSlot *m = pp_slot(pp, t.sym);
            if (m->disabled)
                t.flags |= UT_NO_EXPAND;
        }
        if (!t.exp) {
            t.exp = exp;
            t.flags |= UT_FROM_ARG;
        }
        vec_push(&pp->build, t);
        if (++pp->made > LIMIT_EXPANSION_TOKENS)
            break;
    }
    pp->in_args = outer;
    args->n = from.n;
    vec_push(&from, pp->build.n);
    args->from = arena_alloc(&pp->scratch, from.n * sizeof(u32));
    memcpy(args->from, from.at, from.n * sizeof(u32));
    vec_release(&from);
    return ok;
}

static void copy_args(Pp *pp, Args *a)
{
    void *room = arena_zalloc(&pp->scratch, a->n * (2 * sizeof(Token *) + 2 * sizeof(u32)));
    a->raw = room;
    a->full = a->raw + a->n;
    a->raw_n = (u32 *)(a->full + a->n);
    a->full_n = a->raw_n + a->n;
    for (u32 i = 0; i < a->n; i++) {
        u32 end = a->from[i + 1] - (i + 1 < a->n);
        u32 n = a->raw_n[i] = end - a->from[i];
        Token *copy = arena_alloc(&pp->scratch, n * sizeof *copy);
        if (n)
            memcpy(copy, pp->build.at + a->from[i], n * sizeof *copy);
        a->raw[i] = copy;
    }
}

static void expand_into_build(Pp *pp);

void pp_expand_list(Pp *pp, const Token *toks, u32 n, u32 *begin)
{
    u32 barrier = pp->barrier;
    bool walled = pp->walled;
    *begin = pp->build.n;
    pp->barrier = pp->contexts.n;
    pp->walled = true;
    push_context(pp, toks, n, 0, 0, 0);
    expand_into_build(pp);
    pp->barrier = barrier;
    pp->walled = walled;
}

/* Most arguments name no macro: nothing to expand in them. */
static bool names_macro(Pp *pp, const Token *toks, u32 n)
{
    for (u32 i = 0; i < n; i++)
        if (toks[i].kind == TK_IDENT && pp_slot(pp, toks[i].sym)->def)
            return true;
    return false;
}

static void full_arg(Pp *pp, Args *a, u32 i)
{
    if (a->full[i])
        return;
    if (pp->depth >= LIMIT_MACRO_DEPTH || !names_macro(pp, a->raw[i], a->raw_n[i])) {
        a->full[i] = a->raw[i];
        a->full_n[i] = a->raw_n[i];
        return;
    }
    u32 from;
    pp->depth++;
    pp_expand_list(pp, a->raw[i], a->raw_n[i], &from);
    pp->depth--;
    a->full_n[i] = pp->build.n - from;
    a->full[i] = keep(pp, from);
    pp->build.n = from;
}

static void add_spelling(Sb *b, const Token *t)
{
    sb_addn(b, sym_str(t->sym), sym_len(t->sym));
}

static Token stringify(const Token *toks, u32 n, Loc loc, u32 exp)
{
    Sb b;
    sb_init(&b);
    sb_addc(&b, '"');
    for (u32 i = 0; i < n; i++) {
        if (i && (toks[i].flags & (UT_SPACE | UT_BOL)))
            sb_addc(&b, ' ');
        const char *s = sym_str(toks[i].sym);
        bool literal = toks[i].kind == TK_STRING || toks[i].kind == TK_CHAR;
        for (u32 k = 0; k < sym_len(toks[i].sym); k++) {
            if (literal && (s[k] == '"' || s[k] == '\\'))
                sb_addc(&b, '\\');
            sb_addc(&b, s[k]);
        }
    }
    sb_addc(&b, '"');
    Token t = {.loc = loc, .sym = intern_bytes(b.s, b.n), .exp = exp, .kind = TK_STRING, .flags = UT_PASTED};
    sb_release(&b);
    return t;
}

/* Joins the last token of build with t. What makes no single token stays two. */
static void paste(Pp *pp, Token t, u32 from)
{
    if (pp->build.n <= from) {
        vec_push(&pp->build, t);
        return;
    }
    Token *left = &vec_last(&pp->build);
    Sb b;
    sb_init(&b);
    add_spelling(&b, left);
    add_spelling(&b, &t);
    FileTokens made = {0};
    if (lex_bytes(b.s, (u32)b.n, &made) == 1 && made.at[0].len == b.n) {
        left->sym = made.at[0].sym;
        left->kind = made.at[0].kind;
        left->flags = (u8)((left->flags & (UT_SPACE | UT_BOL)) | UT_PASTED);
    } else {
        vec_push(&pp->build, t);
    }
    vec_release(&made);
    sb_release(&b);
}

typedef struct Subst {
    Pp *pp;
    const MacroDef *def;
    Args *args;
    u32 exp, from;
    bool glue;        /* the next thing is pasted to the last */
    bool placemarker; /* the left operand of the paste was empty */
} Subst;

static void add_list(Subst *s, const Token *toks, u32 n, u8 first_flags)
{
    Pp *pp = s->pp;
    u32 i = 0;
    if (pp->exhausted ||
        pp->made + n > LIMIT_EXPANSION_TOKENS) { /* the outermost invocation is given up: make nothing more */
        pp->exhausted = true;
        return;
    }
    if (n && s->glue && !s->placemarker) {
        Token t = toks[0];
        t.flags = (u8)((t.flags & ~(UT_SPACE | UT_BOL)) | (first_flags & UT_SPACE));
        paste(pp, t, s->from);
        i = 1;
    }
    if (i < n) {
        vec_reserve(&pp->build, pp->build.n + n - i);
        Token *to = pp->build.at + pp->build.n;
        memcpy(to, toks + i, (n - i) * sizeof *to);
        if (i == 0)
            to->flags = (u8)((to->flags & ~(UT_SPACE | UT_BOL)) | (first_flags & UT_SPACE));
        pp->build.n += n - i;
        pp->made += n - i;
    }
    s->glue = false;
    s->placemarker = n == 0;
}

static u32 matching(const MacroDef *def, u32 open, u32 end)
{
    u32 depth = 0;
    for (u32 i = open; i < end; i++) {
        if (def->body[i].kind == TK_LPAREN)
            depth++;
        else if (def->body[i].kind == TK_RPAREN && --depth == 0)
            return i;
    }
    return end;
}

static void substitute(Subst *s, u32 i, u32 end)
{
    Pp *pp = s->pp;
    const MacroDef *def = s->def;
    const Token *body = def->body;
    for (; i < end; i++) {
        Token t = body[i];
        bool before_paste = i + 1 < end && body[i + 1].kind == TK_HASHHASH;
        if (t.kind == TK_HASHHASH && i > 0 && i + 1 < end) {
            s->glue = true;
            continue;
        }
        t.exp = s->exp;
        if (t.kind == TK_HASH && (def->flags & MF_FUNCTION) && i + 1 < end && body[i + 1].pad) {
            u32 p = body[i + 1].pad - 1u;
            Token str = stringify(s->args->raw[p], s->args->raw_n[p], t.loc, s->exp);
            add_list(s, &str, 1, t.flags);
            i++;
            continue;
        }
        if (t.kind == TK_IDENT && t.sym == pp->s_va_opt && (def->flags & MF_VARIADIC) && i + 1 < end &&
            body[i + 1].kind == TK_LPAREN) {
            u32 close = matching(def, i + 1, end), last = def->n_params - 1u;
            full_arg(pp, s->args, last);
            if (s->args->full_n[last] && s->args->raw_n[last])
                substitute(s, i + 2, close);
            else
                add_list(s, NULL, 0, 0);
            i = close;
            continue;
        }
        if (!t.pad) {
            t.pad = 0;
            add_list(s, &t, 1, t.flags);
            continue;
        }
        u32 p = t.pad - 1u;
        bool variadic = (def->flags & MF_VARIADIC) && p + 1 == def->n_params;
        if (s->glue && variadic && pp->build.n > s->from && vec_last(&pp->build).kind == TK_COMMA && i >= 2 &&
            body[i - 2].kind == TK_COMMA) { /* GNU: , ## __VA_ARGS__ */
            s->glue = false;
            if (s->args->raw_n[p] == 0)
                pp->build.n--;
            s->placemarker = false;
            add_list(s, s->args->raw[p], s->args->raw_n[p], t.flags);
            s->placemarker = false;
            continue;
        }
        if (s->glue || before_paste) {
            bool glued = s->glue;
            add_list(s, s->args->raw[p], s->args->raw_n[p], t.flags);
            if (glued && s->args->raw_n[p] == 0)
                s->placemarker = s->placemarker && pp->build.n == s->from;
        } else {
            full_arg(pp, s->args, p);
            add_list(s, s->args->full[p], s->args->full_n[p], t.flags);
        }
    }
}

static bool enter_builtin(Pp *pp, const Token *name, const MacroDef *def, u32 first)
{
    Sb b;
    sb_init(&b);
    TokenKind kind = TK_NUMBER;
    const SourceSet *src = &pp->project->src;
    Loc at = pp->fs && (!name->exp || (name->flags & UT_FROM_ARG)) ? name->loc : 0;
    if (!at && pp->fs)
        at = pp->fs->sf->base + pp->fs->lf->toks.at[MIN(pp->last_file_tok, pp->fs->lf->toks.n - 1)].off;
    switch ((BuiltinMacro)def->body_n) {
    case BM_LINE: sb_addf(&b, "%u", at ? src_position(src, at).line : 1); break;
    case BM_COUNTER:
        sb_addf(&b, "%u", pp->counter++);
        pp->prefix = 0;
        break;
    case BM_INCLUDE_LEVEL: sb_addf(&b, "%u", pp->fs ? pp->fs->depth : 0); break;
    case BM_FILE:
    case BM_BASE_FILE: {
        const SourceFile *f = def->body_n == BM_FILE && pp->fs ? pp->fs->sf : src_file(src, pp->unit->main);
        sb_addc(&b, '"');
        for (const char *c = f->path; *c; c++) {
            if (*c == '"' || *c == '\\')
                sb_addc(&b, '\\');
            sb_addc(&b, *c);
        }
        sb_addc(&b, '"');
        kind = TK_STRING;
        break;
    }
    /* a review must not depend on the day it is made on */
    case BM_DATE:
        sb_adds(&b, "\"Jan  1 1970\"");
        kind = TK_STRING;
        break;
    case BM_TIME:
        sb_adds(&b, "\"00:00:00\"");
        kind = TK_STRING;
        break;
    case BM_PRAGMA: { /* _Pragma("text") */
        if (!next_is_lparen(pp)) {
            sb_release(&b);
            return false;
        }
        u32 from = pp->build.n;
        Args a = {0};
        MacroDef one = {.n_params = 1, .flags = MF_VARIADIC | MF_FUNCTION};
        next_raw(pp);
        collect_args(pp, &one, 0, &a);
        for (u32 i = from; i < pp->build.n; i++)
            add_spelling(&b, &pp->build.at[i]);
        pp->build.n = from;
        kind = TK_PRAGMA;
        break;
    }
    }
    Token *t = arena_new(&pp->scratch, Token);
    *t = (Token){.loc = name->loc, .sym = intern_bytes(b.s, b.n), .kind = (u8)kind, .flags = name->flags};
    t->exp = new_expansion(pp, name, def, first);
    t->flags |= UT_NO_EXPAND;
    sb_release(&b);
    push_context(pp, t, 1, 0, 0, 0);
    return true;
}

/* Replaces the macro name by its expansion. False: the name stays as it is. */
static bool enter(Pp *pp, Token name, MacroSlot *slot)
{
    const MacroDef *def = slot->def;
    u32 first = !name.exp && pp->contexts.n <= pp->barrier && !pp->walled ? pp->last_file_tok : UINT32_MAX;
    if (pp->exhausted || ++pp->enters > LIMIT_EXPANSIONS || pp->made > LIMIT_EXPANSION_TOKENS) {
        pp->exhausted = true;
        return false;
    }
    if (def->flags & MF_BUILTIN)
        return enter_builtin(pp, &name, def, first);
    if (!(def->flags & MF_FUNCTION)) {
        u32 exp = new_expansion(pp, &name, def, first);
        pp->made += def->body_n;
        if (!(def->flags & MF_PASTES)) {
            push_context(pp, def->body, def->body_n, def->name, exp, name.flags);
            return true;
        }
        Subst s = {.pp = pp, .def = def, .exp = exp, .from = pp->build.n};
        substitute(&s, 0, def->body_n);
        u32 n = pp->build.n - s.from;
        const Token *result = keep(pp, s.from);
        pp->build.n = s.from;
        push_context(pp, result, n, def->name, 0, name.flags);
        return true;
    }
    if (!next_is_lparen(pp))
        return false;
    u32 from = pp->build.n;
    u32 exp = new_expansion(pp, &name, def, first);
    next_raw(pp); /* the ( */
    Args args = {0};
    bool closed = collect_args(pp, def, exp, &args);
    bool fits = args.n == def->n_params ||
                (def->n_params == 0 && args.n == 1 && args.from[1] == args.from[0]) ||
                ((def->flags & MF_VARIADIC) && args.n + 1 == def->n_params);
    if (!closed || !fits) { /* not a call of this macro: give everything back unexpanded */
        Token open = {
            .loc = name.loc, .sym = token_sym_of_kind(TK_LPAREN), .exp = name.exp, .kind = TK_LPAREN};
        Token close = open;
        close.kind = TK_RPAREN;
        close.sym = token_sym_of_kind(TK_RPAREN);
        u32 n = pp->build.n - from;
        Token *back = arena_alloc(&pp->scratch, (n + 3) * sizeof *back);
        name.flags |= UT_NO_EXPAND;
        back[0] = name;
        back[1] = open;
        for (u32 i = 0; i < n; i++) {
            back[i + 2] = pp->build.at[from + i];
            if (back[i + 2].exp == exp) {
                back[i + 2].exp = name.exp;
                back[i + 2].flags &= (u8)~UT_FROM_ARG;
            }
        }
        back[n + 2] = close;
        pp->build.n = from;
        pp->unit->expansions.n = exp; /* nothing refers to it */
        push_context(pp, back, n + 2 + closed, 0, 0, 0);
        return true;
    }
    if (first != UINT32_MAX)
        pp->unit->expansions.at[exp].last = pp->last_file_tok;
    if (args.n < def->n_params) { /* the variadic argument was left out */
        u32 *more = arena_alloc(&pp->scratch, (args.n + 2) * sizeof(u32));
        memcpy(more, args.from, (args.n + 1) * sizeof(u32));
        more[args.n]++; /* no comma to leave out */
        more[args.n + 1] = more[args.n];
        args.from = more;
        args.n++;
    }
    copy_args(pp, &args);
    pp->build.n = from;
    Subst s = {.pp = pp, .def = def, .args = &args, .exp = exp, .from = from};
    substitute(&s, 0, def->body_n);
    u32 n = pp->build.n - from;
    const Token *result = keep(pp, from);
    pp->build.n = from;
    push_context(pp, result, n, def->name, 0, name.flags);
    return true;
}

/* One token: true when it was replaced (read on), false when it goes out as *t. */
static bool replace(Pp *pp, Token *t)
{
    if (t->kind != TK_IDENT || (t->flags & UT_NO_EXPAND))
        return false;
    MacroSlot *m = pp_slot(pp, t->sym);
    if (!m->def)
        return false;
    if (m->disabled) {
        t->flags |= UT_NO_EXPAND;
        return false;
    }
    return is_usable(pp, m) && enter(pp, *t, m);
}

static void expand_into_build(Pp *pp)
{
    for (;;) {
        Token t = next_raw(pp);
        if (t.kind == TK_EOF)
            return;
        if (replace(pp, &t))
            continue;
        vec_push(&pp->build, t);
        pp->made++;
        if (pp->made > LIMIT_EXPANSION_TOKENS)
            pp->exhausted = true;
    }
}

/* Drains the contexts of one outermost invocation into the unit's stream. */
static void drain(Pp *pp, Sym macro, Loc loc)
{
    u32 before = pp->unit->toks.n;
    while (pp->contexts.n) {
        Context *c = &vec_last(&pp->contexts);
        if (c->cur == c->end) {
            pop_context(pp);
            continue;
        }
        Token t = context_token(c);
        if (replace(pp, &t))
            continue;
        pp_output(pp, t);
        if (++pp->made > LIMIT_EXPANSION_TOKENS)
            pp->exhausted = true;
        if (pp->exhausted)
            break;
    }
    if (pp->exhausted) {
        while (pp->contexts.n)
            pop_context(pp);
        pp->unit->toks.n = before;
        pp_slot(pp, macro)->banned = 1;
        pp_skip_note(pp, SKIP_LIMIT, loc, 1);
        const SourceSet *src = &pp->project->src;
        Position at = src_position(src, loc);
        diag_add(pp->project->diags, DIAG_WARNING, src_file(src, at.file)->path, at.line,
                 "the expansion of macro '%s' is larger than %u tokens and was left out; "
                 "the code that uses it is read as written",
                 sym_str(macro), LIMIT_EXPANSION_TOKENS);
    }
}

/* A constant or other body without words goes out as it is. */
static void output_plain(Pp *pp, const Token *name, const MacroDef *def, u32 at)
{
    u32 exp = new_expansion(pp, name, def, at);
    for (u32 k = 0; k < def->body_n; k++) {
        Token t = def->body[k];
        t.exp = exp;
        if (k == 0)
            t.flags |= name->flags & (UT_SPACE | UT_BOL);
        pp_output(pp, t);
    }
}

void pp_text_run(Pp *pp, u32 end)
{
    FileState *fs = pp->fs;
    const FileToken *toks = fs->lf->toks.at;
    while (fs->i < end) {
        u32 i = fs->i++;
        Token t = pp_file_to_token(fs, &toks[i]);
        if (t.kind == TK_IDENT) {
            MacroSlot *m = pp_slot(pp, t.sym);
            if (m->def && is_usable(pp, m)) {
                pp->last_file_tok = i;
                if (m->def->flags & MF_PLAIN) {
                    output_plain(pp, &t, m->def, i);
                    continue;
                }
                pp->enters = pp->made = 0;
                pp->exhausted = false;
                if (enter(pp, t, m)) {
                    drain(pp, t.sym, t.loc);
                    arena_reset(&pp->scratch);
                    continue;
                }
            }
        }
        pp_output(pp, t);
    }
}
