/*
 * Sites and verdicts, and the places and texts that a check asks for. See check.h; the walk itself is in walk.c.
 */
#include <string.h>

#include "base/str.h"
#include "checks/run.h"

enum { CODE_MAX = 120, CODE_SOURCE_MAX = 2000, PRESENCE_MAX = 120 };

FileId check_file_of(CheckCtx *c, Loc loc)
{
    CheckUnit *state = c->state;
    if (loc == 0)
        return c->unit ? c->unit->main : 0;
    if (loc >= state->file_from && loc < state->file_to)
        return state->file;
    FileId file = src_file_of(&c->project->src, loc);
    if (file) {
        state->file = file;
        state->file_from = src_file(&c->project->src, file)->base;
        state->file_to = state->file_from + src_file(&c->project->src, file)->size + 1;
    }
    return file;
}

/* ---- places ---- */

static Loc written_loc(const Unit *u, u32 tok)
{
    const Token *t = &u->toks.at[tok];
    return t->exp ? unit_written_loc(u, tok) : t->loc;
}

/* Behind the last byte that the user wrote for the token, given where it starts. */
static Loc written_end(const CheckCtx *c, u32 tok, Loc start)
{
    const Unit *u = c->unit;
    const Token *t = &u->toks.at[tok];
    if (t->exp == 0 || start == t->loc)
        return start + sym_len(t->sym);
    const Expansion *e = &u->expansions.at[unit_outer_expansion(u, tok)];
    const Project *p = c->project;
    if (e->loc != start || e->file >= p->lexed.n || !p->lexed.at[e->file] ||
        e->last >= p->lexed.at[e->file]->toks.n)
        return start + sym_len(e->macro);
    const FileToken *last = &p->lexed.at[e->file]->toks.at[e->last];
    return src_file(&p->src, e->file)->base + last->off + last->len;
}

Place check_place_tokens(CheckCtx *c, u32 begin, u32 end)
{
    Place place = {0};
    if (!c->unit || begin >= end || end > c->unit->toks.n)
        return place;
    place.loc = written_loc(c->unit, begin);
    if (place.loc == 0)
        return place;
    Loc last = written_loc(c->unit, end - 1);
    if (last)
        place.end = written_end(c, end - 1, last);
    /* A range that starts in a macro or another file than it ends in is pointed to by its start alone. */
    FileId file = check_file_of(c, place.loc);
    const SourceFile *f = src_file(&c->project->src, file);
    if (place.end <= place.loc || place.end > f->base + f->size)
        place.end = written_end(c, begin, place.loc);
    return place;
}

Place check_place_token(CheckCtx *c, u32 tok)
{
    return check_place_tokens(c, tok, tok + 1);
}

Place check_place(CheckCtx *c, NodeId n)
{
    const Node *node = tree_node(&c->unit->tree, n);
    if (node->begin >= node->end)
        return check_place_token(c, node->tok);
    return check_place_tokens(c, node->begin, node->end);
}

static NodeId inst_node(const CheckCtx *c, const IrInst *i)
{
    if (i->node)
        return i->node;
    return c->function ? c->function->node : c->unit->tree.root;
}

Place check_place_inst(CheckCtx *c, const IrInst *i)
{
    return check_place(c, inst_node(c, i));
}

/* ---- texts ---- */

Arena *check_arena(CheckCtx *c)
{
    return &c->state->arena;
}

const char *check_text(CheckCtx *c, const char *fmt, ...)
{
    Sb b;
    sb_init(&b);
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&b, fmt, ap);
    va_end(ap);
    const char *text = arena_strndup(check_arena(c), b.s, b.n);
    sb_release(&b);
    return text;
}

/* Skips one comment, or one splice; 0 when there is none. */
static u32 skip_gap(const char *s, u32 n)
{
    if (n >= 2 && s[0] == '/' && s[1] == '/') {
        const char *end = memchr(s, '\n', n);
        return end ? (u32)(end - s) : n;
    }
    if (n >= 2 && s[0] == '/' && s[1] == '*') {
        const char *end = n > 3 ? memmem(s + 2, n - 2, "*/", 2) : NULL;
        return end ? (u32)(end + 2 - s) : n;
    }
    if (n >= 2 && s[0] == '\\' && (s[1] == '\n' || s[1] == '\r'))
        return 2;
    return 0;
}

/* Source text on one line: white space and comments become one space; at most CODE_MAX bytes, then "...". */
static void add_one_line(Sb *out, const char *s, u32 n)
{
    size_t start = out->n;
    bool gap = false;
    char quote = 0;
    for (u32 i = 0; i < n && out->n - start <= CODE_MAX;) {
        u32 skip = quote ? 0 : skip_gap(s + i, n - i);
        bool blank = !quote && (s[i] == ' ' || (s[i] >= '\t' && s[i] <= '\r'));
        if (skip || blank) {
            i += skip ? skip : 1;
            gap = true;
            continue;
        }
        if (gap && out->n > start)
            sb_addc(out, ' ');
        gap = false;
        if (quote && s[i] == '\\' && i + 1 < n)
            sb_addc(out, s[i++]);
        else if (quote && s[i] == quote)
            quote = 0;
        else if (!quote && (s[i] == '"' || s[i] == '\''))
            quote = s[i];
        sb_addc(out, s[i++]);
    }
    if (out->n - start > CODE_MAX) {
        out->n = start + CODE_MAX - 3;
        while (out->n > start && ((u8)out->s[out->n] & 0xc0) == 0x80) /* not inside a character */
            out->n--;
        sb_adds(out, "...");
    }
}

const char *check_code_tokens(CheckCtx *c, u32 begin, u32 end)
{
    Place place = check_place_tokens(c, begin, end);
    if (place.loc == 0 || place.end <= place.loc || place.end - place.loc > CODE_SOURCE_MAX)
        return unit_text(c->unit, begin, end, CODE_MAX);
    const SourceFile *f = src_file(&c->project->src, check_file_of(c, place.loc));
    Sb b;
    sb_init(&b);
    add_one_line(&b, f->text + (place.loc - f->base), place.end - place.loc);
    const char *text = arena_strndup(check_arena(c), b.s, b.n);
    sb_release(&b);
    return text;
}

const char *check_code(CheckCtx *c, NodeId n)
{
    const Node *node = tree_node(&c->unit->tree, n);
    return check_code_tokens(c, node->begin, node->end);
}

const char *check_function_name(CheckCtx *c, u32 tok)
{
    return scope_function(&c->state->scopes, c->unit, tok, check_arena(c));
}

NodeId check_ancestor(const CheckCtx *c, u32 k)
{
    const CheckUnit *state = c->state;
    return state->path && k + 1 < state->path_n ? state->path[state->path_n - 2 - k] : 0;
}

/* ---- data ---- */

void *check_unit_data(CheckCtx *c, size_t size)
{
    void **slot = &c->state->data[c->check];
    if (!*slot)
        *slot = arena_zalloc(&c->state->arena, size);
    return *slot;
}

void *check_unit_data_of(CheckCtx *c, u32 unit)
{
    return unit < c->run->n_units ? c->run->units[unit].data[c->check] : NULL;
}

void check_enter_unit(CheckCtx *c, u32 unit)
{
    c->unit = c->project->units.at[unit];
    c->state = &c->run->units[unit];
}

/* ---- sites ---- */

Site check_site_tokens(CheckCtx *c, u32 begin, u32 end, u32 tok)
{
    return (Site){.ctx = c, .begin = begin, .end = end, .tok = tok};
}

Site check_site(CheckCtx *c, NodeId n)
{
    const Node *node = tree_node(&c->unit->tree, n);
    if (node->begin >= node->end)
        return check_site_tokens(c, node->tok, node->tok + 1, node->tok);
    return check_site_tokens(c, node->begin, node->end, node->begin);
}

Site check_site_inst(CheckCtx *c, const IrInst *i)
{
    return check_site(c, inst_node(c, i));
}

Site check_site_at(CheckCtx *c, Place at)
{
    return (Site){.ctx = c, .at = at};
}

static LedgerCell *cell_of(Site *s)
{
    CheckCtx *c = s->ctx;
    if (s->begin < s->end)
        s->at.loc = written_loc(c->unit, s->tok);
    return ledger_cell(&c->state->ledger, c->check, check_file_of(c, s->at.loc));
}

void check_safe(Site s)
{
    cell_of(&s)->safe++;
}

void check_undecided(Site s, Undecided why)
{
    cell_of(&s)->undecided[why]++;
}

/* Fills a template: {0} to {7}, {function}, and {{ for a brace. */
static const char *fill(CheckCtx *c, const char *template, const char *const *slots, const char *function)
{
    Sb b;
    sb_init(&b);
    for (const char *s = template ? template : ""; *s; s++) {
        if (s[0] == '{' && s[1] == '{') {
            sb_addc(&b, *++s);
        } else if (s[0] == '{' && s[1] >= '0' && s[1] < '0' + CHECK_SLOTS && s[2] == '}') {
            const char *text = slots[s[1] - '0' + 1];
            sb_adds(&b, text ? text : "");
            s += 2;
        } else if (strncmp(s, "{function}", 10) == 0) {
            sb_adds(&b, function ? function : "file scope");
            s += 9;
        } else {
            sb_addc(&b, *s);
        }
    }
    const char *text = arena_strndup(check_arena(c), b.s, b.n);
    sb_release(&b);
    return text;
}

/* The name of the function that a site is in: by the token where there is one, so that all checks agree on it. */
static const char *function_of(CheckCtx *c, const Site *s)
{
    if (s->begin < s->end && s->begin < c->unit->n_stream)
        return check_function_name(c, s->begin);
    if (c->function) {
        const IrFunction *f = c->function;
        while (f->parent)
            f = f->parent;
        return f->flags & IFN_GLOBAL_INIT ? NULL : sym_str(f->qualified);
    }
    /* Tokens of a written view lie behind the stream; the path knows the function that they are read for. */
    for (u32 k = 0; check_ancestor(c, k); k++)
        if (tree_kind(&c->unit->tree, check_ancestor(c, k)) == N_FUNC)
            return check_function_name(c, tree_node(&c->unit->tree, check_ancestor(c, k))->begin);
    return NULL;
}

/* "when HAVE_POLL is not defined"; a formula that nobody would read gives way to the directive as it is written. */
static const char *presence_of(CheckCtx *c, const Site *s)
{
    if (s->begin >= s->end)
        return NULL;
    Loc directive;
    PresenceId when = scope_presence(&c->state->scopes, c->unit, s->begin, &directive);
    if (when == PRESENCE_TRUE)
        return NULL;
    Sb b;
    sb_init(&b);
    sb_adds(&b, "when ");
    presence_text(&c->unit->presence, when, &b);
    if (b.n > PRESENCE_MAX && directive) {
        Position at = src_position(&c->project->src, directive);
        const SourceFile *f = src_file(&c->project->src, at.file);
        u32 from = directive - f->base, to = from + 2; /* # and at least two letters */
        while (to < f->size && to - from < CODE_SOURCE_MAX &&
               (f->text[to] != '\n' || f->text[to - 1] == '\\' ||
                (f->text[to - 1] == '\r' && f->text[to - 2] == '\\')))
            to++;
        sb_reset(&b);
        sb_adds(&b, "under `");
        add_one_line(&b, f->text + from, to - from);
        sb_addf(&b, "` (%s:%u)", f->path, at.line);
    }
    const char *text = arena_strndup(check_arena(c), b.s, b.n);
    sb_release(&b);
    return text;
}

Finding *check_make_finding(Site s, const char *const slots[CHECK_SLOTS + 1])
{
    CheckCtx *c = s.ctx;
    if (s.begin < s.end)
        s.at.loc = written_loc(c->unit, s.tok);
    Finding *f = arena_new(check_arena(c), Finding);
    f->arena = check_arena(c);
    f->check = c->check;
    f->unit = c->unit ? c->unit->index : 0;
    f->severity = c->info->severity;
    f->at = s.at;
    if (s.begin < s.end) {
        f->at = check_place_tokens(c, s.begin, s.end);
        const Token *t = &c->unit->toks.at[s.tok];
        if (t->exp && t->loc != s.at.loc) {
            f->spelled = (Place){t->loc, t->loc + sym_len(t->sym)};
            f->macro = sym_str(c->unit->expansions.at[unit_outer_expansion(c->unit, s.tok)].macro);
        }
        if (s.tok != s.begin)
            f->at = check_place_token(c, s.tok);
    }
    f->function = function_of(c, &s);
    f->presence = presence_of(c, &s);
    f->message = fill(c, c->info->message, slots, f->function);
    f->reason = fill(c, c->info->reason, slots, f->function);
    f->repair = fill(c, c->info->repair, slots, f->function);
    return f;
}

void check_add_finding(Site s, Finding *f)
{
    cell_of(&s)->violated++;
    vec_push(&s.ctx->state->findings, f);
}

Finding *check_violated_(Site s, const char *const slots[CHECK_SLOTS + 1])
{
    Finding *f = check_make_finding(s, slots);
    check_add_finding(s, f);
    return f;
}
