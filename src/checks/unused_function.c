/*
 * CWE-561: static functions that nobody in the project mentions. A mention is any token of the same spelling outside of the
 * function and its declarations, in any file, in any configuration, in macros too, or made by pasting.
 */
#include "checks/flow.h"

typedef struct Candidate {
    NodeId node; /* FUNC */
    Sym name;
    FileId file;
    u32 begin, end; /* bytes of the definition in the file */
    u32 n_prototypes;
} Candidate;

typedef struct UnitCandidates {
    Candidate *at;
    u32 n;
} UnitCandidates;

/* Attributes (even unknown ones) may say that the function is used from elsewhere. */
static bool plain_specifiers(const Tree *t, NodeId specs)
{
    for (NodeId k = tree_first(t, specs); k; k = tree_next(t, k))
        if (tree_kind(t, k) == N_ATTR || tree_kind(t, k) == N_MACRO_SPEC)
            return false;
    return true;
}

static bool has_attribute(const Tree *t, NodeId dtor)
{
    for (u32 depth = 0; dtor && depth < 64; depth++) {
        if (tree_kind(t, dtor) == N_D_FUNC && tree_child(t, dtor, 3))
            return true;
        dtor = tree_first(t, dtor);
    }
    return false;
}

static void on_unit(CheckCtx *c)
{
    const Unit *u = c->unit;
    const Tree *t = &u->tree;
    const Index *ix = &c->project->index;
    UnitCandidates *data = NULL;
    u32 max = 0;
    /* Functions of the main file, at file scope: anything else is visible in other places too. */
    for (NodeId n = tree_first(t, t->root); n; n = tree_next(t, n)) {
        if (tree_kind(t, n) != N_FUNC)
            continue;
        NodeId specs = tree_first(t, n), dtor = tree_child(t, n, 1);
        u32 flags = tree_node(t, specs)->flags;
        if (!(flags & SP_STATIC) || flags & (SP_INLINE | SP_CONSTEXPR) || !plain_specifiers(t, specs) ||
            has_attribute(t, dtor))
            continue;
        u32 tok = tree_node(t, n)->tok, begin = tree_node(t, n)->begin, end = tree_node(t, n)->end;
        if (end > u->n_stream || u->toks.at[tok].kind != TK_IDENT || u->toks.at[tok].exp ||
            u->toks.at[begin].exp || u->toks.at[end - 1].exp ||
            src_file_of(&c->project->src, u->toks.at[tok].loc) != u->main)
            continue;
        if (!data) {
            data = check_unit_data(c, sizeof *data);
            for (NodeId k = n; k; k = tree_next(t, k))
                max += tree_kind(t, k) == N_FUNC;
            data->at = arena_array(check_arena(c), Candidate, max);
        }
        Loc base = src_file(&c->project->src, u->main)->base;
        Candidate *k = &data->at[data->n++];
        *k = (Candidate){
            n, u->toks.at[tok].sym, u->main, u->toks.at[begin].loc - base, u->toks.at[end - 1].loc - base, 0};
        for (u32 e = index_first(ix, k->name); e; e = ix->entries.at[e].next)
            if (ix->entries.at[e].kind == DK_PROTOTYPE && ix->entries.at[e].unit == u->index)
                k->n_prototypes++;
    }
}

/* How often each candidate's name is written outside of a definition of that name; count by slot. */
static void count_mentions(const Project *p, const Map *slots, u32 *count)
{
    for (u32 f = 1; f < p->lexed.n; f++) {
        const LexedFile *lexed = p->lexed.at[f];
        if (!lexed || src_file(&p->src, f)->role == ROLE_CONTRACT)
            continue;
        for (u32 i = 0; i < lexed->toks.n; i++) {
            const FileToken *tok = &lexed->toks.at[i];
            u32 slot = tok->kind == TK_IDENT ? map_get(slots, tok->sym, 0) : 0;
            if (slot)
                count[slot - 1]++;
        }
    }
    for (u32 i = 1; i < p->units.n; i++) {
        const Unit *u = p->units.at[i];
        for (u32 k = 0; k < u->n_stream; k++) {
            u32 slot = u->toks.at[k].flags & UT_PASTED ? map_get(slots, u->toks.at[k].sym, 0) : 0;
            if (slot)
                count[slot - 1]++;
        }
    }
}

/* Mentions inside the definition itself: its name, and calls of itself. */
static u32 own_mentions(const Project *p, const Candidate *k)
{
    const LexedFile *lexed = p->lexed.at[k->file];
    u32 lo = 0, hi = lexed->toks.n, n = 0;
    while (lo < hi) {
        u32 mid = lo + (hi - lo) / 2;
        if (lexed->toks.at[mid].off < k->begin)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < lexed->toks.n && lexed->toks.at[lo].off <= k->end; lo++)
        n += lexed->toks.at[lo].sym == k->name;
    return n;
}

static void on_project_end(CheckCtx *c)
{
    const Project *p = c->project;
    VEC(u32) count = {0};
    Map slots;
    map_init(&slots);
    for (u32 i = 1; i < p->units.n; i++) {
        const UnitCandidates *data = check_unit_data_of(c, i);
        for (u32 k = 0; data && k < data->n; k++)
            if (!map_has(&slots, data->at[k].name)) {
                vec_push(&count, 0);
                map_put(&slots, data->at[k].name, count.n);
            }
    }
    if (count.n)
        count_mentions(p, &slots, count.at);
    for (u32 i = 1; i < p->units.n; i++) {
        const UnitCandidates *data = check_unit_data_of(c, i);
        if (!data || !data->n)
            continue;
        check_enter_unit(c, i);
        for (u32 k = 0; k < data->n; k++) {
            const Candidate *it = &data->at[k];
            u32 tok = tree_node(&c->unit->tree, it->node)->tok;
            Site site = check_site_tokens(c, tok, tok + 1, tok);
            u32 mentions = count.at[map_get(&slots, it->name, 0) - 1];
            if (mentions > own_mentions(p, it) + it->n_prototypes)
                check_safe(site);
            else
                check_violated(site, sym_str(it->name));
        }
    }
    vec_release(&count);
    map_release(&slots);
}

const CheckInfo check_unused_function = {
    .id = "unused-function",
    .cwe = 561,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A static function that nobody uses",
    .sites = "static functions",
    .message = "Nothing in the project calls `{0}` or takes its address.",
    .reason =
        "Code that is never run is not tested, and is read as if it did something. Where it is a check or a clean-up, its call "
        "was probably forgotten.",
    .repair = "Call it where it is needed, or remove it.",
    .references = (const char *const[]){"CERT C MSC07-C", NULL},
    .on_unit = on_unit,
    .on_project_end = on_project_end,
};
