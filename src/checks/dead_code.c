/*
 * CWE-561: statements right behind a jump, which nothing can reach. What is written to please compilers and readers (a
 * `break` behind a `return`, a `return` behind `exit()`) is left alone.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/shape.h"

/* The first instruction of an unreached block that does something the user wrote. */
static const IrInst *first_written(const Unit *u, const IrBlock *b)
{
    for (const IrInst *i = b->first; i; i = i->next) {
        if (!i->node || i->flags & IIF_IMPLICIT || flow_from_macro(u, i->node))
            continue;
        switch (i->op) {
        case II_STORE:
        case II_CALL:
        case II_EVAL:
        case II_SWITCH:
        case II_THROW: return i;
        case II_BRANCH:
            /* while (0) behind a return closes a macro-like block */
            if (i->why == BR_IF || i->why == BR_FOR)
                return i;
            break;
        case II_UNKNOWN: return NULL;
        default: break;
        }
    }
    return NULL;
}

/* The innermost statement around a token, or 0. */
static NodeId statement_of(const Tree *t, NodeId body, u32 tok)
{
    NodeId at = body, found = 0;
    for (u32 depth = 0; depth < 4000; depth++) {
        NodeId next = 0;
        for (NodeId k = tree_first(t, at); k; k = tree_next(t, k))
            if (tree_node(t, k)->begin <= tok && tok < tree_node(t, k)->end)
                next = k;
        if (!next)
            break;
        NodeKind kind = tree_kind(t, next);
        if (kind == N_EXPR_STMT || kind == N_DECL || kind == N_IF || kind == N_FOR || kind == N_SWITCH ||
            kind == N_MACRO_STMT)
            found = next;
        at = next;
    }
    return found;
}

/* Does the statement itself say that nothing gets there, or only complete a pair for the compiler? */
static bool says_unreachable(CheckCtx *c, const IrInst *i, const char *code)
{
    if (i->op == II_CALL && contract_has(check_contract(c, i->call), CA_ASSERTS))
        return true;
    return strcasestr(code, "not reached") || strcasestr(code, "notreached") ||
           strcasestr(code, "unreachable") || strncmp(code, "va_end", 6) == 0;
}

/* The jump behind which block k starts: the nearest one before it in source order. */
static const IrInst *jump_before(const IrFunction *f, u32 k)
{
    for (u32 n = 0; n < 6 && k > 0; n++) {
        const IrInst *last = f->blocks[--k]->last;
        if (last->op == II_THROW || last->op == II_UNREACHABLE || last->op == II_RETURN ||
            (last->op == II_GOTO && last->flags & (IIF_BREAK | IIF_CONTINUE | IIF_USER_GOTO)))
            return last;
    }
    return NULL;
}

/* Does the jump come from a macro, or stand in an argument of something named like one? A macro may catch it. */
static bool kept_by_macro(const CheckCtx *c, NodeId body, NodeId dead, const IrInst *jump)
{
    const Tree *t = &c->unit->tree;
    if (!jump->node)
        return false;
    u32 tok = tree_node(t, jump->node)->tok;
    if (c->unit->toks.at[tok].exp)
        return true;
    NodeId stmt = statement_of(t, body, tok), call = stmt ? tree_first(t, stmt) : 0;
    if (stmt && stmt == dead)
        return true; /* it is an operand of the very statement */
    return call && tree_kind(t, call) == N_CALL && tree_kind(t, tree_first(t, call)) == N_NAME &&
           shape_constant(c->unit, tree_first(t, call));
}

/* Does the statement follow a loop without a condition? Such clean-up waits for a way out that nobody has written yet. */
static bool behind_endless_loop(const CheckCtx *c, const IrFunction *f, NodeId stmt)
{
    const Tree *t = &c->unit->tree;
    for (u32 i = 0; i < f->n_loops; i++)
        if (f->loops[i].no_cond && f->loops[i].node &&
            tree_node(t, f->loops[i].node)->end == tree_node(t, stmt)->begin)
            return true;
    return false;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    const Cfg *cfg = NULL;
    for (u32 k = 0; k < f->n_blocks; k++) {
        const IrBlock *b = f->blocks[k];
        if (!(b->flags & IBF_ORPHAN))
            continue;
        if (!cfg)
            cfg = check_cfg(c);
        const IrInst *i = first_written(c->unit, b);
        if (!i)
            continue;
        Site site = check_site_inst(c, i);
        if (cfg_reachable(cfg, b->id) || f->flags & IFN_TEMPLATE) {
            check_safe(site);
            continue;
        }
        if (b->presence != PRESENCE_TRUE || b->flags & IBF_COLD_CONFIG || flow_incomplete(c, f)) {
            check_undecided(site, UNDECIDED_CONFIGURATION);
            continue;
        }
        NodeId body = f->body ? f->body : f->node;
        NodeId stmt = statement_of(&c->unit->tree, body, tree_node(&c->unit->tree, i->node)->tok);
        /* A declaration without effect, or a result for compilers that miss one. */
        if (!stmt || (tree_kind(&c->unit->tree, stmt) == N_DECL && i->op != II_CALL)) {
            check_safe(site);
            continue;
        }
        const IrInst *before = jump_before(f, k);
        if (before && kept_by_macro(c, body, stmt, before)) {
            check_undecided(site, UNDECIDED_MACRO);
            continue;
        }
        const char *code = check_code(c, stmt);
        if (says_unreachable(c, i, code)) {
            check_safe(site);
            continue;
        }
        Finding *out = check_violated(check_site(c, stmt), code);
        if (behind_endless_loop(c, f, stmt))
            finding_message(finding_severity(out, SEV_NOTE),
                            "`%s` is never carried out: the loop before it does not end.", code);
        /* What follows exit() is written for symmetry more often than by mistake. */
        if (before && before->op == II_UNREACHABLE)
            finding_severity(out, SEV_NOTE);
    }
}

const CheckInfo check_dead_code = {
    .id = "dead-code",
    .cwe = 561,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Code that nothing can reach",
    .sites = "statements behind a jump",
    .message = "`{0}` is never carried out: control leaves before it.",
    .reason =
        "Somebody wrote this to be done. If it releases, checks or records something, that does not happen.",
    .repair = "Move the statement before the jump, make the jump conditional, or remove the statement.",
    .references = (const char *const[]){"CERT C MSC07-C", NULL},
    .on_function = on_function,
};
