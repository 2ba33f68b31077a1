/*
 * CWE-1071: braces and semicolons where code seems to be missing: an empty block, an `if` whose work is all in its else, an empty
 * else, a lone `;`, and loops that do nothing but count. A comment in the braces says that it is meant.
 */
#include "checks/flow.h"
#include "checks/shape.h"
#include "checks/util_names.h"

/* The source text that node n covers lies in one file and was written there, not by a macro. */
static bool as_written(CheckCtx *c, NodeId n, Slice *text)
{
    const Node *node = tree_node(&c->unit->tree, n);
    if (node->begin >= node->end || c->unit->toks.at[node->begin].exp || c->unit->toks.at[node->end - 1].exp)
        return false;
    Place p = check_place(c, n);
    FileId file = p.loc ? src_file_of(&c->project->src, p.loc) : 0;
    if (!file || p.end <= p.loc ||
        p.end > src_file(&c->project->src, file)->base + src_file(&c->project->src, file)->size)
        return false;
    const SourceFile *f = src_file(&c->project->src, file);
    *text = (Slice){f->text + (p.loc - f->base), p.end - p.loc};
    return true;
}

static bool blank(char ch)
{
    return ch == ' ' || (ch >= '\t' && ch <= '\r');
}

/* `{ }` with nothing but white space inside: no comment, no #if whose code this configuration leaves out. */
static bool is_bare_block(CheckCtx *c, NodeId n)
{
    Slice s;
    if (tree_kind(&c->unit->tree, n) != N_COMPOUND || tree_first(&c->unit->tree, n) || !as_written(c, n, &s))
        return false;
    for (size_t i = 1; i + 1 < s.n; i++)
        if (!blank(s.s[i]))
            return false;
    return s.n >= 2;
}

/* The `;` stands alone on its line, behind the end of a statement or the begin of a block: not behind a macro that is nothing in
 * this configuration, nor after a directive, and without a comment that explains it. */
static bool is_bare_semicolon(CheckCtx *c, NodeId n)
{
    Slice s;
    if (!as_written(c, n, &s))
        return false;
    Loc at = check_place(c, n).loc;
    ShapeLine line = shape_line(c, at);
    if (!line.is_first)
        return false;
    Slice own = src_line(&c->project->src, line.file, line.line);
    for (size_t i = line.indent.n + 1; i < own.n; i++)
        if (!blank(own.s[i]))
            return false;
    /* Back over lines that hold nothing or a comment that ends there. */
    for (u32 back = line.line - 1; back > 0 && back + 4 > line.line; back--) {
        Slice before = src_line(&c->project->src, line.file, back);
        size_t end = before.n, begin = 0;
        while (end > 0 && blank(before.s[end - 1]))
            end--;
        while (begin < end && blank(before.s[begin]))
            begin++;
        if (begin == end)
            continue;
        if (before.s[begin] == '#')
            return false;
        if (end - begin >= 2 && before.s[end - 2] == '*' && before.s[end - 1] == '/')
            continue;
        return before.s[end - 1] == ';' || before.s[end - 1] == '{';
    }
    return false;
}

static void on_block(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId outer = check_ancestor(c, 0);
    bool labelled = outer && tree_kind(t, outer) == N_LABEL && tree_kind(t, n) == N_COMPOUND;
    if (!outer || (tree_kind(t, outer) != N_COMPOUND && !labelled))
        return;
    Site site = check_site(c, n);
    if (tree_kind(t, n) == N_EMPTY ? !is_bare_semicolon(c, n) : !is_bare_block(c, n))
        check_safe(site);
    else if (tree_kind(t, n) == N_EMPTY)
        finding_message(check_violated(site), "This `;` is a statement that does nothing.");
    else
        check_violated(site);
}

/* Can the condition be left out without a difference, and is it none that asks whether something failed (empty-error-branch)? */
static bool asks_for_nothing(CheckCtx *c, NodeId cond)
{
    const Node *n = tree_node(&c->unit->tree, cond);
    if (!shape_pure(c->unit, cond))
        return false;
    for (u32 i = n->begin; i < n->end; i++) {
        const Token *t = &c->unit->toks.at[i];
        if (t->exp || (t->kind == TK_IDENT &&
                       util_name_has_any(sym_str(t->sym),
                                         "ret rc rv err error errno status retval retcode errcode null")))
            return false;
    }
    return true;
}

static void on_if(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId cond = tree_child(t, n, 1), then = tree_child(t, n, 2), other = tree_child(t, n, 3);
    NodeId outer = check_ancestor(c, 0);
    /* In a chain of else-ifs, an empty case says that there is nothing to do in it. */
    bool chained = outer && tree_kind(t, outer) == N_IF;
    if (!cond || !then)
        return;
    Site site = check_site(c, n);
    site.end = MIN(site.end, tree_node(t, then)->end);
    bool has_else = other && tree_kind(t, other) != N_NONE;
    if (has_else && tree_kind(t, other) != N_IF && !chained && is_bare_block(c, then) &&
        !is_bare_block(c, other))
        finding_message(check_violated(site),
                        "All that `%s` decides stands in the else; its own block is empty.",
                        check_code(c, cond));
    else if (has_else && !chained && is_bare_block(c, other) && !is_bare_block(c, then))
        finding_message(check_violated(check_site(c, other)), "The else of `%s` is empty.",
                        check_code(c, cond));
    else if (!has_else && !chained && is_bare_block(c, then) && asks_for_nothing(c, cond))
        finding_message(check_violated(site), "Nothing depends on `%s`: its block is empty.",
                        check_code(c, cond));
    else
        check_safe(site);
}

static void on_switch(CheckCtx *c, NodeId n)
{
    NodeId value = tree_child(&c->unit->tree, n, 1), body = tree_child(&c->unit->tree, n, 2);
    Site site = check_site(c, n);
    if (!value || !body || !is_bare_block(c, body))
        check_safe(site);
    else
        finding_message(check_violated(site), "The switch over `%s` has no cases.", check_code(c, value));
}

static void on_node(CheckCtx *c, NodeId n)
{
    if (tree_kind(&c->unit->tree, n) == N_IF)
        on_if(c, n);
    else if (tree_kind(&c->unit->tree, n) == N_SWITCH)
        on_switch(c, n);
    else
        on_block(c, n);
}

/* ---- loops that only count ---- */

static bool plain_place(const IrExp *place)
{
    return place->kind == IE_VAR &&
           (place->var->kind == IV_LOCAL || place->var->kind == IV_PARAM || place->var->kind == IV_SYNTH) &&
           !(place->var->flags &
             (IVF_VOLATILE | IVF_ADDRESS_TAKEN | IVF_CAPTURED | IVF_MAYBE_REF | IVF_THREAD));
}

/* Operands that need no memory but that of plain variables. */
static bool plain_value(const IrExp *e)
{
    const IrExp *sub[2];
    switch (e->kind) {
    case IE_INT:
    case IE_FLOAT:
    case IE_SIZEOF:
    case IE_TEMP: return true;
    case IE_UNOP:
    case IE_BINOP:
    case IE_CAST: break;
    default: return false;
    }
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (!plain_value(sub[i]))
            return false;
    return true;
}

static bool plain_inst(const IrInst *i)
{
    switch (i->op) {
    case II_NOP:
    case II_SCOPE_BEGIN:
    case II_SCOPE_END:
    case II_GOTO: return true;
    case II_LOAD: return plain_place(i->place);
    case II_STORE: return plain_place(i->place) && plain_value(i->value);
    case II_EVAL: return plain_value(i->value);
    case II_BRANCH: return i->why != BR_CONFIG && plain_value(i->cond);
    default: return false;
    }
}

/* Does the branch compare the variable itself with a number? A loop that looks for the lowest set bit or the next power of two
 * computes something. */
static bool ends_at_number(const CheckCtx *c, const IrInst *branch)
{
    const IrExp *e = ir_skip_implicit(branch->cond);
    i64 limit;
    return ir_is_comparison(e) && ir_skip_implicit(e->a)->kind == IE_TEMP &&
           ir_exp_const(c->ir, e->b, &limit);
}

/* Adding a number to one variable and comparing it is all that the loop's blocks do. */
static bool only_counts(const CheckCtx *c, const Loop *loop)
{
    const IrFunction *f = c->function;
    const IrVar *counter = NULL;
    bool ends = false;
    i64 step;
    for (u32 b = 0; b < loop->n_blocks; b++)
        for (const IrInst *i = f->blocks[loop->blocks[b]]->first; i; i = i->next) {
            if (!plain_inst(i))
                return false;
            if (i->op == II_BRANCH && !ends_at_number(c, i))
                return false;
            ends = ends || i->op == II_BRANCH;
            if (i->op != II_STORE)
                continue;
            const IrExp *value = ir_skip_implicit(i->value);
            if ((counter && counter != i->place->var) || value->kind != IE_BINOP ||
                (value->op != BIN_ADD && value->op != BIN_SUB) || !ir_exp_const(c->ir, value->b, &step))
                return false;
            counter = i->place->var;
        }
    return counter && ends;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    const Tree *t = &c->unit->tree;
    const Loops *loops = f->n_loops ? check_loops(c) : NULL;
    for (u32 l = 0; loops && l < loops->n; l++) {
        const Loop *loop = &loops->loops[l];
        const IrLoop *source = loop->source ? &f->loops[loop->source - 1] : NULL;
        NodeKind kind = source && source->node ? tree_kind(t, source->node) : N_NONE;
        if (kind != N_FOR && kind != N_WHILE && kind != N_DO)
            continue;
        NodeId body = tree_child(t, source->node, kind == N_FOR ? 3 : kind == N_WHILE ? 1 : 0);
        if (!body || flow_from_macro(c->unit, source->node))
            continue;
        Site site = check_site(c, source->node);
        if (is_bare_block(c, body) && only_counts(c, loop))
            finding_repair(
                finding_severity(finding_message(check_violated(site), "This loop does nothing but count."),
                                 SEV_LOW),
                "Write the missing body, or assign the final value. To wait, call a function that waits: compilers remove "
                "a loop like this one.");
        else
            check_safe(site);
    }
}

static const u8 nodes[] = {N_IF, N_SWITCH, N_COMPOUND, N_EMPTY, N_NONE};
static const char *const references[] = {"CERT C MSC12-C", NULL};

const CheckInfo check_empty_code = {
    .id = "empty-code",
    .cwe = 1071,
    .related = {1164},
    .severity = SEV_NOTE,
    .confidence = CONF_HIGH,
    .title = "Empty block or statement",
    .sites = "conditions, counting loops, and blocks and semicolons that stand by themselves",
    .message = "This block is empty.",
    .reason =
        "It does nothing, so either it is left over, or what should stand here was never written: a case that nobody handles, a check "
        "that was taken out for a test.",
    .repair = "Remove it, or write what is missing. If it is meant, a comment in its place says so.",
    .references = references,
    .nodes = nodes,
    .on_node = on_node,
    .on_function = on_function,
};
