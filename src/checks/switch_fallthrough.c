/*
 * CWE-484: a case that runs into the next one and does not say that it means to. Comments, attributes and the look of
 * the code say so: labels in a row, a next case that only leaves, steps of a countdown that all have the same form.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/shape.h"

static const char *const fall_words[] = {"fall",    "thru",        "through",    "no break",
                                         "nobreak", "not reached", "notreached", "drop",
                                         "pass",    "intentional", "deliberate", NULL};

/* A part of a switch's body between two labels. */
typedef struct Section {
    NodeId label, next; /* CASE or DEFAULT at both ends; next 0 for the last */
    NodeId first, last; /* its statements; 0: none */
    u32 n;
    bool split; /* alternatives of an #if stand inside */
} Section;

typedef struct Sections {
    Section *at;
    u32 n, max;
} Sections;

static void open_section(Sections *s, NodeId label)
{
    if (s->n)
        s->at[s->n - 1].next = label;
    if (s->n < s->max)
        s->at[s->n++] = (Section){.label = label};
}

static void add_statement(const Tree *t, Sections *s, NodeId n)
{
    while (n && (tree_kind(t, n) == N_CASE || tree_kind(t, n) == N_DEFAULT)) {
        open_section(s, n);
        NodeId stmt = tree_kind(t, n) == N_CASE ? tree_child(t, n, 2) : tree_first(t, n);
        n = stmt && tree_kind(t, stmt) != N_NONE ? stmt : 0;
    }
    if (!n || !s->n)
        return;
    Section *in = &s->at[s->n - 1];
    if (!in->first)
        in->first = n;
    in->last = n;
    in->n++;
    if (tree_kind(t, n) != N_ALT)
        return;
    /* Labels inside alternatives end the section for some configurations only. */
    in->split = true;
    for (NodeId branch = tree_first(t, n); branch; branch = tree_next(t, branch))
        for (NodeId k = tree_first(t, branch); k; k = tree_next(t, k))
            if (tree_kind(t, k) == N_CASE || tree_kind(t, k) == N_DEFAULT) {
                add_statement(t, s, k);
                s->at[s->n - 1].split = true;
            }
}

static u32 count_labels(const Tree *t, NodeId body)
{
    u32 n = 0;
    u32 end = tree_node(t, body)->end;
    for (NodeId k = tree_first(t, body); k; k = tree_next(t, k)) {
        n++;
        for (NodeId at = k; at && (tree_kind(t, at) == N_CASE || tree_kind(t, at) == N_DEFAULT);
             at = tree_kind(t, at) == N_CASE ? tree_child(t, at, 2) : tree_first(t, at))
            n++;
        if (tree_kind(t, k) == N_ALT)
            n += end - tree_node(t, k)->begin; /* at most as many labels as tokens */
    }
    return n;
}

/* Statements that leave the switch at once and do nothing else: falling into them does no harm. */
static bool only_leaves(const Unit *u, const Section *s)
{
    const Tree *t = &u->tree;
    if (!s->first)
        return false;
    switch (tree_kind(t, s->first)) {
    case N_RETURN: return !tree_first(t, s->first) || shape_pure(u, tree_first(t, s->first));
    case N_BREAK:
    case N_GOTO:
    case N_CONTINUE: return true;
    default: return false;
    }
}

/* Two sections of the same form: the same tokens but for names and numbers. */
static bool same_form(const Unit *u, const Section *a, const Section *b)
{
    u32 x = tree_node(&u->tree, a->first)->begin, y = tree_node(&u->tree, b->first)->begin;
    u32 end = tree_node(&u->tree, a->last)->end, other = tree_node(&u->tree, b->last)->end;
    for (; x < end && y < other; x++, y++)
        if (u->toks.at[x].kind != u->toks.at[y].kind)
            return false;
    /* the next one may go on, or end with a break */
    return x == end && x > tree_node(&u->tree, a->first)->begin;
}

static bool leaves(const Unit *u, const Section *s)
{
    switch (tree_kind(&u->tree, s->last)) {
    case N_RETURN:
    case N_BREAK:
    case N_GOTO:
    case N_CONTINUE: return true;
    default: return false;
    }
}

/* A countdown runs through sections of one form. Where most sections of that form end with a break, the break of this one was
 * forgotten. */
static bool exception_among_its_like(const Unit *u, const Sections *all, const Section *s)
{
    u32 breaks = 0, falls = 0;
    for (u32 i = 0; i < all->n; i++) {
        const Section *other = &all->at[i];
        if (!other->first || other->n > 8 || !same_form(u, s, other))
            continue;
        bool ends = leaves(u, other) || !other->next;
        breaks += ends;
        falls += !ends;
    }
    return falls == 1 && breaks >= 2;
}

/* Both add to the same object: x ^= ...; x ^= ...; */
static bool accumulates(const Unit *u, const Section *a, const Section *b)
{
    const Tree *t = &u->tree;
    if (tree_kind(t, a->last) != N_EXPR_STMT || tree_kind(t, b->first) != N_EXPR_STMT)
        return false;
    NodeId x = tree_first(t, a->last), y = tree_first(t, b->first);
    return x && y && tree_kind(t, x) == N_ASSIGN && tree_kind(t, y) == N_ASSIGN &&
           tree_node(t, x)->op != TK_ASSIGN && tree_node(t, x)->op == tree_node(t, y)->op &&
           shape_same(u, tree_first(t, x), tree_first(t, y));
}

/* Does the next case at once give another value to what this one has just set? Nobody means that. */
static bool overwrites(const Unit *u, const Section *a, const Section *b)
{
    const Tree *t = &u->tree;
    if (tree_kind(t, a->last) != N_EXPR_STMT || tree_kind(t, b->first) != N_EXPR_STMT)
        return false;
    NodeId x = tree_first(t, a->last), y = tree_first(t, b->first);
    if (!x || !y || tree_kind(t, x) != N_ASSIGN || tree_kind(t, y) != N_ASSIGN ||
        tree_node(t, y)->op != TK_ASSIGN || !shape_same(u, tree_first(t, x), tree_first(t, y)) ||
        !shape_pure(u, tree_first(t, y)))
        return false;
    const Node *to = tree_node(t, tree_first(t, y)), *value = tree_node(t, tree_child(t, y, 1));
    for (u32 tok = value->begin; tok < value->end; tok++)
        if (u->toks.at[tok].sym == u->toks.at[to->end - 1].sym)
            return false; /* the new value depends on the old one */
    return true;
}

static bool marked(const CheckCtx *c, const Section *s)
{
    const Unit *u = c->unit;
    const Node *last = tree_node(&u->tree, s->last), *next = tree_node(&u->tree, s->next);
    u32 from = last->end > last->begin + 40 ? last->end - 40 : last->begin;
    for (u32 tok = from; tok < last->end; tok++) {
        const char *text = sym_str(u->toks.at[tok].sym);
        if (u->toks.at[tok].kind == TK_IDENT && (strcasestr(text, "fall") || strcasestr(text, "unreachable")))
            return true;
        if (u->toks.at[tok].exp &&
            strcasestr(sym_str(u->expansions.at[unit_outer_expansion(u, tok)].macro), "fall"))
            return true;
    }
    Loc begin = unit_written_loc(u, from), end = unit_written_loc(u, next->begin);
    if (!begin || !end)
        return false;
    /* A comment behind the label, on its line, counts too. */
    Position at = src_position(&c->project->src, end);
    Slice line = src_line(&c->project->src, at.file, at.line);
    return shape_comment_says(c, begin, end + (line.n >= at.column ? line.n - at.column + 1 : 0), fall_words);
}

static const IrBlock *block_of_label(const IrFunction *f, const IrSwitch *sw, NodeId label)
{
    if (label == sw->default_node)
        return f->blocks[sw->other];
    for (u32 i = 0; i < sw->n_cases; i++)
        if (sw->cases[i].node == label)
            return f->blocks[sw->cases[i].block];
    return NULL;
}

/* Is the last thing that the section does a call which does not come back? */
static bool ends_in_exit(const CheckCtx *c, const IrBlock *from)
{
    const IrInst *call = NULL;
    for (const IrInst *i = from->first; i; i = i->next)
        call = i->op == II_CALL ? i : call;
    return call && flow_never_returns(c, call->call);
}

static void judge(CheckCtx *c, const IrFunction *f, const IrSwitch *sw, const u64 *runs, const Sections *all,
                  const Section *s, const Section *next)
{
    const Unit *u = c->unit;
    Site site = check_site_tokens(c, tree_node(&u->tree, s->next)->begin, tree_node(&u->tree, s->next)->end,
                                  tree_node(&u->tree, s->next)->begin);
    const IrBlock *block = block_of_label(f, sw, s->next);
    if (s->split || !block)
        return check_undecided(site, UNDECIDED_CONFIGURATION);
    if (!block->fall_from || !bits_has(runs, block->fall_from) ||
        ends_in_exit(c, f->blocks[block->fall_from]))
        return check_safe(site);
    bool alone = next->first && same_form(u, s, next) && exception_among_its_like(u, all, s);
    if (only_leaves(u, next) || marked(c, s) ||
        (next->first && ((same_form(u, s, next) && !alone && !overwrites(u, s, next)) ||
                         accumulates(u, s, next) || shape_same(u, s->last, next->first))))
        return check_safe(site);
    if (flow_from_macro(u, s->next) || flow_from_macro(u, s->last))
        return check_undecided(site, UNDECIDED_MACRO);
    if (c->function->n_unknown)
        return check_undecided(site, UNDECIDED_UNREAD);
    Site at = check_site_tokens(c, tree_node(&u->tree, s->next)->begin,
                                tree_node(&u->tree, s->next)->begin + 1, tree_node(&u->tree, s->next)->begin);
    Finding *out = check_violated(
        at, check_code_tokens(c, tree_node(&u->tree, s->label)->begin, tree_node(&u->tree, s->first)->begin),
        check_code_tokens(c, tree_node(&u->tree, s->next)->begin,
                          next->first ? tree_node(&u->tree, next->first)->begin
                                      : tree_node(&u->tree, s->next)->end));
    finding_related(out, check_place(c, s->last), "control goes on from here");
    if (next->first && overwrites(u, s, next))
        finding_severity(out, SEV_MEDIUM);
    else if (alone)
        finding_severity(out, SEV_LOW);
}

static void on_switch(CheckCtx *c, const IrFunction *f, const IrInst *inst, const u64 *runs)
{
    const Tree *t = &c->unit->tree;
    NodeId body = inst->node && tree_kind(t, inst->node) == N_SWITCH ? tree_child(t, inst->node, 2) : 0;
    if (!body || tree_kind(t, body) != N_COMPOUND)
        return;
    Sections s = {.max = count_labels(t, body) + 1};
    s.at = arena_array(c->scratch, Section, s.max);
    for (NodeId k = tree_first(t, body); k; k = tree_next(t, k))
        add_statement(t, &s, k);
    for (u32 i = 0; i + 1 < s.n; i++)
        if (s.at[i].first && s.at[i].next) {
            u32 k = i + 1;
            while (k + 1 < s.n && !s.at[k].first)
                k++;
            judge(c, f, inst->sw, runs, &s, &s.at[i], &s.at[k]);
        }
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    const u64 *runs = NULL;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->last; i && i->op == II_SWITCH; i = NULL) {
            if (!runs)
                runs = flow_feasible(c);
            on_switch(c, f, i, runs);
        }
}

const CheckInfo check_switch_fallthrough = {
    .id = "switch-fallthrough",
    .cwe = 484,
    .severity = SEV_NOTE,
    .confidence = CONF_MEDIUM,
    .title = "A case runs into the next one without saying so",
    .sites = "cases with statements that another case follows",
    .message = "Control runs from `{0}` into `{1}`.",
    .reason =
        "Without `break` the statements of the next case are carried out too. When that is not meant, a value is overwritten or "
        "an action is taken that belongs to another input.",
    .repair =
        "End the case with `break`, or mark the intention with `[[fallthrough]]` (in older C a comment `fall through`).",
    .references = (const char *const[]){"CERT C MSC17-C", NULL},
    .on_function = on_function,
};
