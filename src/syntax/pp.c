/*
 * Files, directives and conditional groups; see pp_priv.h. A file is entered for its text once per unit (and for
 * the directives only, when another unit owns its text).
 */
#include "syntax/pp_priv.h"

#include <string.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/str.h"

/* ---- output ---- */

void pp_output(Pp *pp, Token t)
{
    Unit *u = pp->unit;
    if (u->toks.n >= LIMIT_UNIT_TOKENS) {
        if (u->toks.n == LIMIT_UNIT_TOKENS) {
            Token mark = {.kind = TK_OTHER, .sym = intern_bytes("?", 1), .loc = t.loc};
            vec_push(&u->toks, mark);
            pp_skip_note(pp, SKIP_LIMIT, t.loc, 1);
            diag_add(pp->project->diags, DIAG_WARNING, src_file(&pp->project->src, u->main)->path, 0,
                     "more than %u tokens after expansion; the rest of the file was not reviewed",
                     LIMIT_UNIT_TOKENS);
        }
        return;
    }
    if (t.kind == TK_IDENT)
        t.kind = (u8)token_kind_of_word(t.sym, u->lang);
    t.flags &= (u8)~UT_NO_EXPAND;
    t.pad = 0;
    vec_push(&u->toks, t);
}

static void output_marker(Pp *pp, TokenKind kind, PresenceId cond, Loc loc)
{
    Token t = {.loc = loc, .sym = cond, .kind = (u8)kind};
    vec_push(&pp->unit->toks, t);
}

void pp_skip_note(Pp *pp, UnitSkip why, Loc loc, u32 tokens)
{
    Skip s = {why, loc, tokens};
    if (tokens)
        vec_push(&pp->unit->skips, s);
}

static Loc directive_loc(const FileState *fs, const Directive *d)
{
    return fs->sf->base + fs->lf->toks.at[d->tok].off;
}

/* ---- conditional groups ---- */

/* Number of text tokens in the branch that directive d begins. */
static u32 branch_text(const LexedFile *lf, const Directive *d)
{
    u32 end = d->next ? lf->directives.at[d->next].tok : lf->toks.n - 1;
    u32 n = end - d->end;
    for (const Directive *k = d + 1; k < lf->directives.at + lf->directives.n && k->tok < end; k++)
        n -= k->end - k->tok;
    return n;
}

/* Does the branch consist of an #error? Then nobody compiles it. */
static bool branch_is_error(const Pp *pp, const LexedFile *lf, u32 d)
{
    const Directive *dir = &lf->directives.at[d];
    const Directive *k = dir + 1;
    return k < lf->directives.at + lf->directives.n && k->kind == DIR_OTHER && k->tok == dir->end &&
           k->tok + 1 < k->end && lf->toks.at[k->tok + 1].sym == pp->s_error;
}

static void skip_to(FileState *fs, u32 d)
{
    fs->d = d;
    fs->i = d < fs->lf->directives.n ? fs->lf->directives.at[d].tok : fs->lf->toks.n - 1;
}

static void end_group(Pp *pp, const Directive *d)
{
    CondGroup g = vec_pop(&pp->groups);
    pp->assume = g.outer;
    if (!g.first_marker)
        return;
    Unit *u = pp->unit;
    u32 i = g.first_marker - 1;
    while (i < u->toks.n && u->toks.at[i].kind >= TK_PP_IF && u->toks.at[i].kind <= TK_PP_ENDIF)
        i++;
    if (i == u->toks.n) /* no text in any branch */
        u->toks.n = g.first_marker - 1;
    else
        output_marker(pp, TK_PP_ENDIF, 0, directive_loc(pp->fs, d));
}

static void skip_branch(Pp *pp, u32 d, UnitSkip why)
{
    FileState *fs = pp->fs;
    const Directive *dir = &fs->lf->directives.at[d];
    if (fs->emit)
        pp_skip_note(pp, why, directive_loc(fs, dir), branch_text(fs->lf, dir));
}

/* From directive d (an #if, #elif or #else of the topmost group) on: enters the first branch that may be read. */
static void select_branch(Pp *pp, u32 d)
{
    FileState *fs = pp->fs;
    Presence *p = &pp->presence;
    for (;;) {
        const Directive *dir = d < fs->lf->directives.n ? &fs->lf->directives.at[d] : NULL;
        CondGroup *g = &vec_last(&pp->groups);
        if (!dir || dir->kind == DIR_ENDIF) {
            skip_to(fs, d);
            if (dir) {
                end_group(pp, dir);
                fs->d = d + 1;
                fs->i = dir->end;
            } else {
                pp->assume = g->outer;
                pp->groups.n--;
            }
            return;
        }
        u32 next = dir->next ? dir->next : fs->lf->directives.n;
        if (g->final) {
            if (g->split)
                skip_branch(pp, d, SKIP_UNBALANCED_SPLIT);
            d = next;
            continue;
        }
        PresenceId before = presence_and(p, g->outer, g->neg);
        pp->assume = before;
        PresenceId c = dir->kind == DIR_ELSE || g->guard ? PRESENCE_TRUE : pp_condition(pp, dir);
        g = &vec_last(&pp->groups);
        if (c > PRESENCE_FALSE && !pp->exact && branch_is_error(pp, fs->lf, d))
            c = PRESENCE_FALSE;
        if (c == PRESENCE_FALSE) {
            skip_branch(pp, d, SKIP_FALSE_CONDITION);
            d = next;
            continue;
        }
        bool open = dir->open && fs->emit && !pp->in_args;
        bool keep_all = open || !fs->emit;
        PresenceId local = presence_and(p, g->neg, c);
        if (c == PRESENCE_TRUE && g->neg == PRESENCE_TRUE) { /* simply true */
            for (u32 k = next; k < fs->lf->directives.n && fs->lf->directives.at[k].next;
                 k = fs->lf->directives.at[k].next)
                skip_branch(pp, k, SKIP_FALSE_CONDITION);
            g->final = true;
            pp->assume = g->outer;
            skip_to(fs, d);
            fs->i = dir->end;
            fs->d = d + 1;
            return;
        }
        if (!keep_all && branch_text(fs->lf, dir) > 0) {
            if (dir->kind != DIR_ELSE && pp_is_unlikely(pp, c)) {
                skip_branch(pp, d, SKIP_UNBALANCED_SPLIT);
                g->neg = presence_and(p, g->neg, presence_not(p, c));
                d = next;
                continue;
            }
            g->final = g->split = true;
        }
        pp->assume = presence_and(p, g->outer, local);
        if (open) {
            output_marker(pp, g->first_marker ? TK_PP_ELSE : TK_PP_IF, local, directive_loc(fs, dir));
            if (!g->first_marker)
                g->first_marker = pp->unit->toks.n;
        }
        g->neg = presence_and(p, g->neg, presence_not(p, c));
        if (c == PRESENCE_TRUE)
            g->final = true;
        fs->i = dir->end;
        fs->d = d + 1;
        return;
    }
}

static void begin_group(Pp *pp, u32 d, bool guard)
{
    if (pp->groups.n >= LIMIT_IF_DEPTH) { /* absurd nesting: leave the whole group out */
        FileState *fs = pp->fs;
        const Directive *dir = &fs->lf->directives.at[d];
        skip_branch(pp, d, SKIP_LIMIT);
        skip_to(fs, dir->endif);
        if (dir->endif < fs->lf->directives.n) {
            fs->i = fs->lf->directives.at[dir->endif].end;
            fs->d = dir->endif + 1;
        }
        return;
    }
    CondGroup g = {.outer = pp->assume, .neg = PRESENCE_TRUE, .guard = guard};
    vec_push(&pp->groups, g);
    select_branch(pp, d);
}

/* ---- includes ---- */

static void read_file(Pp *pp, FileId f, bool emit);

static void computed_include(Pp *pp, const Directive *d, Sb *name)
{
    const FileState *fs = pp->fs;
    u32 from = pp->build.n;
    for (u32 i = d->tok + 2; i < d->end; i++) {
        Token t = pp_file_to_token(fs, &fs->lf->toks.at[i]);
        vec_push(&pp->build, t);
    }
    u32 n = pp->build.n - from, begin, n_exp = pp->unit->expansions.n;
    Token *raw = arena_alloc(&pp->scratch, n * sizeof *raw);
    if (n)
        memcpy(raw, pp->build.at + from, n * sizeof *raw);
    pp->build.n = from;
    pp->enters = pp->made = 0;
    pp->exhausted = false;
    pp_expand_list(pp, raw, n, &begin);
    for (u32 i = begin; i < pp->build.n; i++)
        sb_addn(name, sym_str(pp->build.at[i].sym), sym_len(pp->build.at[i].sym));
    pp->build.n = begin;
    pp->unit->expansions.n = n_exp;
    arena_reset(&pp->scratch);
}

static Visit *visit_of(Pp *pp, FileId f)
{
    if (f >= pp->n_visits) {
        u32 n = MAX(f + 1, pp->project->src.files.n);
        pp->visits = mem_realloc(pp->visits, n * sizeof *pp->visits);
        memset(pp->visits + pp->n_visits, 0, (n - pp->n_visits) * sizeof *pp->visits);
        pp->n_visits = n;
    }
    Visit *v = &pp->visits[f];
    if (v->epoch != pp->epoch) {
        *v = (Visit){.epoch = pp->epoch};
        vec_push(&pp->seen, f);
    }
    return v;
}

static void read_once(Pp *pp, FileId f)
{
    Visit *v = visit_of(pp, f);
    if (v->times && (v->under == PRESENCE_TRUE || v->times >= LIMIT_REPLAYS ||
                     presence_implied(&pp->presence, pp->assume, v->under) == 1))
        return;
    bool emit = !v->times && project_unit_owns(pp->project, pp->unit, f);
    u64 before = pp->prefix;
    bool at_start = before && !emit && !v->times && pp->assume == PRESENCE_TRUE && pp->fs && !pp->fs->up;
    if (at_start && pp_snapshot_restore(pp, f))
        return;
    bool emitted = pp->emitted;
    pp->emitted = false;
    v->under = pp->assume;
    v->times++;
    read_file(pp, f, emit);
    if (at_start && !pp->emitted)
        pp_snapshot_save(pp, before, f);
    else if (at_start || emit)
        pp->prefix = 0;
    pp->emitted |= emitted | emit;
}

static void include_file(Pp *pp, FileId f)
{
    const LexedFile *lf = pp->project->lexed.at[f];
    if (!lf || pp->fs->depth >= LIMIT_INCLUDE_DEPTH || ++pp->n_includes > LIMIT_INCLUDES)
        return;
    if (lf->guard || lf->pragma_once) {
        read_once(pp, f);
        return;
    }
    u32 nested = 0;
    for (const FileState *k = pp->fs; k; k = k->up)
        nested += k->lf->file == f;
    if (nested > LIMIT_SELF_INCLUDES)
        return;
    visit_of(pp, f)->times++;
    pp->emitted |= pp->fs->emit;
    if (!pp->fs->up)
        pp->prefix = 0;
    read_file(pp, f, pp->fs->emit);
}

static void do_include(Pp *pp, u32 d)
{
    FileState *fs = pp->fs;
    const Directive *dir = &fs->lf->directives.at[d];
    if (pp->in_args)
        return;
    FileId f = project_include_target(pp->project, pp->flags, fs->lf->file, d);
    if (!f && dir->tok + 2 < dir->end && fs->lf->toks.at[dir->tok + 2].kind == TK_IDENT) {
        Sb name;
        sb_init(&name);
        computed_include(pp, dir, &name);
        if (name.n > 2 && (name.s[0] == '"' || name.s[0] == '<')) {
            name.s[name.n - 1] = 0;
            f = project_file_by_suffix(pp->project, name.s + 1);
        }
        sb_release(&name);
    }
    if (f) {
        include_file(pp, f);
        return;
    }
    pp->unresolved = true;
    if (pp->prefix && !fs->up &&
        dir->tok + 2 < dir->end) /* the same for all units that miss the same header here */
        pp->prefix = map_mix(pp->prefix ^ sym_hash(fs->lf->toks.at[dir->tok + 2].sym)) | 1;
    if (dir->tok + 2 < dir->end && fs->lf->toks.at[dir->tok + 2].kind == TK_STRING) {
        const char *text = sym_str(fs->lf->toks.at[dir->tok + 2].sym);
        char name[64];
        size_t n = strlen(text);
        if (n > 2 && n < sizeof name) {
            memcpy(name, text + 1, n - 2);
            name[n - 2] = 0;
            f = project_contract_on_demand(pp->project, name);
            if (f)
                read_file(pp, f, false);
        }
    }
}

static void do_pragma(Pp *pp, const Directive *d)
{
    const FileState *fs = pp->fs;
    if (!fs->emit || pp->in_args || d->tok + 2 >= d->end || fs->lf->toks.at[d->tok + 2].sym == pp->s_once)
        return;
    const FileToken *a = &fs->lf->toks.at[d->tok + 2], *b = &fs->lf->toks.at[d->end - 1];
    Token t = {.loc = fs->sf->base + a->off, .kind = TK_PRAGMA, .flags = UT_BOL};
    t.sym = intern_bytes(fs->sf->text + a->off, b->off + b->len - a->off);
    vec_push(&pp->unit->toks, t);
}

static void do_directive(Pp *pp)
{
    FileState *fs = pp->fs;
    u32 d = fs->d++;
    const Directive *dir = &fs->lf->directives.at[d];
    fs->i = dir->end;
    switch (dir->kind) {
    case DIR_IF:
    case DIR_IFDEF:
    case DIR_IFNDEF: {
        if (!fs->up)
            pp->prefix = 0;
        bool guard = fs->lf->guard && dir->kind != DIR_IFDEF && d <= 2 && dir->next &&
                     fs->lf->toks.at[fs->lf->directives.at[dir->next].end].kind == TK_EOF &&
                     fs->lf->directives.at[d + 1].kind == DIR_DEFINE;
        begin_group(pp, d, guard && fs->lf->guard);
        break;
    }
    case DIR_ELIF:
    case DIR_ELIFDEF:
    case DIR_ELIFNDEF:
    case DIR_ELSE:
    case DIR_ENDIF:
        if (pp->groups.n && (dir->endif || dir->kind == DIR_ENDIF || dir->next))
            select_branch(pp, d);
        break;
    case DIR_DEFINE:
        if (!fs->up)
            pp->prefix = 0;
        if (dir->macro)
            pp_define(pp, &fs->lf->macros.at[dir->macro - 1]);
        break;
    case DIR_UNDEF:
        if (!fs->up)
            pp->prefix = 0;
        if (dir->tok + 2 < dir->end && fs->lf->toks.at[dir->tok + 2].kind == TK_IDENT)
            pp_undefine(pp, fs->lf->toks.at[dir->tok + 2].sym);
        break;
    case DIR_INCLUDE:
    case DIR_INCLUDE_NEXT:
    case DIR_IMPORT: do_include(pp, d); break;
    case DIR_PRAGMA: do_pragma(pp, dir); break;
    default: break;
    }
}

Token pp_file_token(Pp *pp)
{
    FileState *fs = pp->fs;
    while (fs->d < fs->lf->directives.n && fs->lf->directives.at[fs->d].tok == fs->i)
        do_directive(pp);
    const FileToken *t = &fs->lf->toks.at[fs->i];
    if (t->kind != TK_EOF)
        pp->last_file_tok = fs->i++;
    return pp_file_to_token(fs, t);
}

static void read_file(Pp *pp, FileId f, bool emit)
{
    FileState fs = {
        .lf = pp->project->lexed.at[f], .sf = src_file(&pp->project->src, f), .emit = emit, .up = pp->fs};
    fs.depth = pp->fs ? pp->fs->depth + 1 : 0;
    u32 groups = pp->groups.n;
    PresenceId assume = pp->assume;
    pp->fs = &fs;
    u32 last = fs.lf->toks.n - 1; /* the TK_EOF */
    while (fs.i < last || fs.d < fs.lf->directives.n) {
        u32 next = fs.d < fs.lf->directives.n ? fs.lf->directives.at[fs.d].tok : last;
        if (fs.i < next && emit)
            pp_text_run(pp, next);
        if (fs.i < next && !emit)
            fs.i = next;
        if (fs.d < fs.lf->directives.n && fs.lf->directives.at[fs.d].tok == fs.i)
            do_directive(pp);
        else if (fs.i >= last)
            break;
    }
    while (pp->groups.n > groups) { /* unterminated */
        CondGroup g = vec_pop(&pp->groups);
        if (g.first_marker)
            output_marker(pp, TK_PP_ENDIF, 0, 0);
    }
    pp->assume = assume;
    pp->fs = fs.up;
}

/* ---- units ---- */

/* "NAME", "NAME=value", "NAME(x)=value" or "-UNAME". */
static void command_line_define(Pp *pp, const char *text)
{
    if (text[0] == '-' && text[1] == 'U') {
        pp_undefine(pp, intern_str(text + 2));
        return;
    }
    const char *eq = strchr(text, '=');
    Sb b;
    sb_init(&b);
    if (eq)
        sb_addf(&b, "%.*s %s", (int)(eq - text), text, eq + 1);
    else
        sb_addf(&b, "%s 1", text);
    FileTokens toks = {0};
    u32 n = lex_bytes(b.s, (u32)b.n, &toks);
    MacroDef *def = arena_new(&pp->defs, MacroDef);
    if (macro_parse(toks.at, 0, n, 0, &pp->defs, def)) {
        for (u32 i = 0; i < def->body_n; i++)
            ((Token *)def->body)[i].loc = 0;
        def->loc = 0;
        pp_define(pp, def);
    }
    vec_release(&toks);
    sb_release(&b);
}

static void define_builtins(Pp *pp)
{
    static const struct {
        const char *name;
        BuiltinMacro which;
    } builtins[] = {{"__LINE__", BM_LINE},
                    {"__FILE__", BM_FILE},
                    {"__COUNTER__", BM_COUNTER},
                    {"__DATE__", BM_DATE},
                    {"__TIME__", BM_TIME},
                    {"__BASE_FILE__", BM_BASE_FILE},
                    {"__INCLUDE_LEVEL__", BM_INCLUDE_LEVEL},
                    {"_Pragma", BM_PRAGMA},
                    {"__pragma", BM_PRAGMA}};
    for (u32 i = 0; i < LENGTH(builtins); i++) {
        MacroDef *d = arena_new(&pp->defs, MacroDef);
        d->name = intern_str(builtins[i].name);
        d->flags = MF_BUILTIN;
        d->body_n = builtins[i].which;
        pp_define(pp, d);
    }
    command_line_define(pp, "__STDC__=1");
    if (pp->unit->lang == LANG_CXX)
        command_line_define(pp, "__cplusplus=202002L");
}

Pp *pp_new(const Project *p)
{
    Pp *pp = mem_zalloc(1, sizeof *pp);
    pp->project = p;
    arena_init(&pp->scratch);
    presence_init(&pp->presence);
    arena_init(&pp->defs);
    pp->s_defined = intern_str("defined");
    pp->s_has_include = intern_str("__has_include");
    pp->s_has_include_next = intern_str("__has_include_next");
    pp->s_va_opt = intern_str("__VA_OPT__");
    pp->s_error = intern_str("error");
    pp->s_once = intern_str("once");
    pp_names_init(pp);
    return pp;
}

void pp_free(Pp *pp)
{
    mem_free(pp->slots);
    mem_free(pp->visits);
    presence_release(&pp->presence);
    vec_release(&pp->map);
    mem_free(pp->unlikely);
    vec_release(&pp->touched);
    vec_release(&pp->seen);
    pp_snapshots_release(pp);
    vec_release(&pp->groups);
    vec_release(&pp->contexts);
    vec_release(&pp->build);
    arena_release(&pp->scratch);
    arena_release(&pp->defs);
    mem_free(pp);
}

/* The unit keeps only the formulas that stand at markers. */
static void hand_over_presence(Pp *pp)
{
    Unit *u = pp->unit;
    u32 n = pp->presence.nodes.n;
    bool any = false;
    vec_clear(&pp->map);
    vec_reserve(&pp->map, n);
    memset(pp->map.at, 0, n * sizeof(u32));
    for (u32 i = 0; i < u->toks.n; i++) {
        const Token *t = &u->toks.at[i];
        if (t->kind == TK_PP_IF || t->kind == TK_PP_ELSE) {
            pp->map.at[t->sym] = 1;
            any = true;
        }
    }
    if (!any)
        return;
    presence_extract(&pp->presence, pp->map.at, &u->presence);
    for (u32 i = 0; i < u->toks.n; i++) {
        Token *t = &u->toks.at[i];
        if (t->kind == TK_PP_IF || t->kind == TK_PP_ELSE)
            t->sym = pp->map.at[t->sym];
    }
}

void pp_run(Pp *pp, Unit *u, const Flags *flags, const FileId *owned_loose, u32 n_owned_loose)
{
    pp->unit = u;
    pp->flags = flags;
    pp->epoch++;
    pp->assume = PRESENCE_TRUE;
    pp->fs = NULL;
    pp->groups.n = pp->contexts.n = pp->build.n = 0;
    pp->barrier = 0;
    pp->walled = pp->in_if = pp->in_args = pp->unresolved = pp->exhausted = false;
    pp->n_includes = pp->counter = pp->depth = pp->enters = pp->made = 0;
    pp->exact = pp->project->options.exact;
    arena_reset(&pp->defs);
    arena_reset(&pp->scratch);
    presence_reset(&pp->presence);
    Expansion none = {0};
    if (!u->expansions.n)
        vec_push(&u->expansions, none);
    pp->prefix = pp->judged = 0;
    pp->emitted = false;
    pp->touched.n = pp->seen.n = 0;
    define_builtins(pp);
    const InputOptions *io = pp->project->inputs ? &pp->project->inputs->options : NULL;
    for (u32 i = 0; flags && i < flags->n_defines; i++)
        command_line_define(pp, flags->defines[i]);
    for (u32 i = 0; io && i < io->n_defines; i++)
        command_line_define(pp, io->defines[i]);
    pp->prefix = map_mix((u64)(uintptr_t)flags + u->lang + 1) | 1;
    const LexedFile *main = pp->project->lexed.at[u->main];
    vec_reserve(&u->toks, main->toks.n + main->toks.n / 4 + 64);
    FileState root = {.lf = main, .sf = src_file(&pp->project->src, u->main), .emit = true};
    pp->fs = &root;
    for (u32 i = 0; flags && i < flags->n_forced; i++) {
        FileId f = project_file_by_suffix(pp->project, flags->forced[i]);
        if (f)
            include_file(pp, f);
    }
    pp->fs = NULL;
    visit_of(pp, u->main)->times = 1;
    read_file(pp, u->main, true);
    pp->fs = &root;
    for (u32 i = 0; i < n_owned_loose; i++) { /* headers that no known condition let in */
        if (!visit_of(pp, owned_loose[i])->times) {
            visit_of(pp, owned_loose[i])->times = 1;
            read_file(pp, owned_loose[i], true);
        }
    }
    pp->fs = NULL;
    const SourceFile *sf = src_file(&pp->project->src, u->main);
    Token eof = {.loc = sf->base + sf->size, .kind = TK_EOF, .flags = UT_BOL};
    vec_push(&u->toks, eof);
    u->n_stream = u->toks.n;
    hand_over_presence(pp);
}

struct MacroBase *pp_macro_base(const Pp *pp)
{
    struct MacroBase *b = mem_zalloc(1, sizeof *b);
    b->n = pp->n_slots;
    b->by_sym = mem_zalloc(b->n, sizeof *b->by_sym);
    for (u32 s = 1; s < pp->n_slots; s++) {
        const MacroSlot *m = &pp->slots[s];
        if (m->epoch == pp->epoch && m->def && m->cond == PRESENCE_TRUE && m->def->loc)
            b->by_sym[s] = m->def;
    }
    return b;
}

void pp_macro_base_free(struct MacroBase *b)
{
    if (!b)
        return;
    mem_free(b->by_sym);
    mem_free(b);
}
