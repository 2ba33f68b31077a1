/*
 * CWE-483: statements that look as if a condition or a loop governed them, and stand outside of it: a `;` behind the
 * condition, a second statement without braces that is indented like the first, an `else` of another `if`.
 */
#include "checks/flow.h"
#include "checks/shape.h"

static NodeId body_of(const Tree *t, NodeId n)
{
    switch (tree_kind(t, n)) {
    case N_IF: return tree_child(t, n, 2);
    case N_WHILE: return tree_child(t, n, 1);
    case N_FOR: return tree_child(t, n, 3);
    case N_FOR_RANGE: return tree_child(t, n, 3);
    default: return 0;
    }
}

static NodeId else_of(const Tree *t, NodeId n)
{
    NodeId other = tree_kind(t, n) == N_IF ? tree_child(t, n, 3) : 0;
    return other && tree_kind(t, other) != N_NONE ? other : 0;
}

/* Where the token was written, or 0 when a macro made it. */
static Loc plain_loc(const Unit *u, u32 tok)
{
    return u->toks.at[tok].exp ? 0 : u->toks.at[tok].loc;
}

/* The statement behind n in its block, or 0; labels have none of their own. */
static NodeId following(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId parent = check_ancestor(c, 0);
    if (!parent || tree_kind(t, parent) != N_COMPOUND)
        return 0;
    return tree_next(t, n);
}

/* ---- if (x); ---- */

static bool is_empty_body(CheckCtx *c, NodeId n, NodeId body)
{
    const Unit *u = c->unit;
    const Node *empty = tree_node(&u->tree, body);
    if (empty->kind != N_EMPTY || empty->begin == 0 || u->toks.at[empty->begin].kind != TK_SEMI)
        return false;
    Loc semi = plain_loc(u, empty->begin), close = plain_loc(u, empty->begin - 1);
    if (!semi || !close || u->toks.at[empty->begin - 1].kind != TK_RPAREN || semi < close)
        return false;
    if (!shape_only_blanks(c, close + 1, semi))
        return false;
    /* Conditions that work, like while (*d++ = *s++); or for (...; step); need no body. */
    return tree_kind(&u->tree, n) == N_IF || following(c, n);
}

static void on_empty(CheckCtx *c, NodeId n, NodeId body)
{
    const Tree *t = &c->unit->tree;
    NodeId next = following(c, n);
    Site site = check_site(c, n);
    bool block = next && tree_kind(t, next) == N_COMPOUND && plain_loc(c->unit, tree_node(t, next)->begin);
    if (tree_kind(t, n) != N_IF && !block)
        return check_safe(site);
    if (tree_kind(t, n) == N_IF && else_of(t, n))
        return check_safe(site);
    finding_related(
        finding_message(check_violated(site),
                        block ? "The `;` ends the statement, so that the block below it always runs, once."
                              : "The `;` is all that the condition governs."),
        check_place(c, body), "the empty statement");
}

/* ---- indentation ---- */

/* The body of the innermost statement at the end of n that has no braces, or 0. */
static NodeId last_unbraced(const Tree *t, NodeId n)
{
    NodeId body = 0;
    for (NodeId at = n; at;) {
        NodeId part = else_of(t, at);
        if (!part)
            part = body_of(t, at);
        if (!part)
            break;
        body = part;
        at = part;
    }
    return body && tree_kind(t, body) != N_COMPOUND ? body : 0;
}

static bool readable(const Tree *t, NodeId n)
{
    switch (tree_kind(t, n)) {
    case N_ALT:
    case N_UNREAD:
    case N_CASE:
    case N_DEFAULT:
    case N_LABEL:
    case N_EMPTY:
    case N_MACRO_STMT: return false;
    default: return true;
    }
}

static bool jumps(const Tree *t, NodeId n)
{
    NodeKind k = tree_kind(t, n);
    return k == N_RETURN || k == N_BREAK || k == N_CONTINUE || k == N_GOTO;
}

/* assert(...) and the like, which are no part of what the program does. */
static bool asserts(CheckCtx *c, NodeId n)
{
    const Token *t = &c->unit->toks.at[tree_node(&c->unit->tree, n)->begin];
    return t->kind == TK_IDENT && c->contracts &&
           contract_has(contract_lookup(c->contracts, t->sym), CA_ASSERTS);
}

static const char *const guard_words[] = {"if", "for", "while", NULL};

static void on_indent(CheckCtx *c, NodeId n)
{
    const Unit *u = c->unit;
    const Tree *t = &u->tree;
    NodeId body = last_unbraced(t, n), next = following(c, n);
    if (!body || !next)
        return;
    Site site = check_site(c, n);
    if (!readable(t, body) || !readable(t, next))
        return check_safe(site);
    /* else-if chains are nested in the tree; what counts is the line on which the last guard stands. */
    Loc guard_loc = plain_loc(u, tree_node(t, n)->begin);
    Loc body_loc = plain_loc(u, tree_node(t, body)->begin),
        next_loc = plain_loc(u, tree_node(t, next)->begin);
    if (!guard_loc || !body_loc || !next_loc)
        return check_safe(site);
    ShapeLine guard = shape_line(c, guard_loc), first = shape_line(c, body_loc),
              second = shape_line(c, next_loc);
    bool misleads = guard.is_first && first.is_first && second.is_first && guard.file == second.file &&
                    first.line > guard.line && second.line > first.line && shape_same_indent(first, second) &&
                    shape_deeper(first, guard);
    /* if (x) a(); b(); on one line of its own: the second looks as conditional as the first. A jump ends what was conditional. */
    bool on_line = guard.is_first && guard.file == second.file && first.line == guard.line &&
                   second.line == first.line && !jumps(t, body) && !jumps(t, next) && !asserts(c, next);
    if (on_line)
        finding_related(
            finding_message(check_violated(check_site(c, next)),
                            "`%s` stands on the condition's line as if it belonged to it, and always runs.",
                            check_code(c, next)),
            check_place(c, n), "the statement that it seems to belong to");
    else if (!misleads)
        check_safe(site);
    else if (shape_directive_between(c, guard, second) ||
             shape_comment_says(c, body_loc, next_loc, guard_words))
        check_undecided(
            site, UNDECIDED_CONFIGURATION); /* the guard of the second may be left out or commented out */
    else
        finding_related(
            finding_message(check_violated(check_site(c, next)),
                            "`%s` is indented as if it belonged to the condition above it, and always runs.",
                            check_code(c, next)),
            check_place(c, n), "the statement that it seems to belong to");
}

/* if (a) if (b) x; else y; with the else below the first if. */
static void on_dangling(CheckCtx *c, NodeId n)
{
    const Unit *u = c->unit;
    const Tree *t = &u->tree;
    NodeId inner = tree_kind(t, n) == N_IF && !else_of(t, n) ? body_of(t, n) : 0;
    NodeId other = inner && tree_kind(t, inner) == N_IF ? else_of(t, inner) : 0;
    if (!other || tree_node(t, other)->begin == 0)
        return;
    Site site = check_site(c, n);
    u32 word = tree_node(t, other)->begin - 1;
    Loc outer_loc = plain_loc(u, tree_node(t, n)->begin),
        inner_loc = plain_loc(u, tree_node(t, inner)->begin);
    Loc else_loc = plain_loc(u, word);
    if (u->toks.at[word].kind != KW_ELSE || !outer_loc || !inner_loc || !else_loc)
        return check_safe(site);
    ShapeLine outer = shape_line(c, outer_loc), in = shape_line(c, inner_loc), at = shape_line(c, else_loc);
    if (outer.is_first && in.is_first && at.is_first && shape_same_indent(at, outer) &&
        shape_deeper(in, outer) && !shape_directive_between(c, outer, at))
        finding_message(check_violated(check_site_tokens(c, word, word + 1, word)),
                        "This `else` is indented like the outer `if`, and belongs to the inner one.");
    else
        check_safe(site);
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId body = body_of(t, n);
    if (!body)
        return;
    if (is_empty_body(c, n, body))
        return on_empty(c, n, body);
    on_indent(c, n);
    on_dangling(c, n);
}

static const u8 nodes[] = {N_IF, N_WHILE, N_FOR, N_FOR_RANGE, N_NONE};

const CheckInfo check_block_delimitation = {
    .id = "block-delimitation",
    .cwe = 483,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "The indentation shows other blocks than the compiler sees",
    .sites = "conditions and loops without braces",
    .message = "The statement does not govern what it seems to.",
    .reason =
        "Whoever reads the code takes a check for done, or a step for conditional, that is not: the compiler goes by braces and "
        "semicolons alone.",
    .repair = "Put the statements that belong together into braces, or correct the indentation.",
    .references = (const char *const[]){"CERT C EXP15-C", NULL},
    .nodes = nodes,
    .on_node = on_node,
};
