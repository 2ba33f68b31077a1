/*
 * Results that must be looked at (must_check in the contracts, warn_unused_result in the project) and are dropped. A cast to
 * void says that it is meant. Changes of privileges have their own check.
 */
#include "checks/check.h"

#include <string.h>

#include "base/str.h"
#include "checks/util_format.h"
#include "checks/util_ir.h"

enum { FOLLOW_MAX = 80, FLOCK_UNLOCK = 8 };

/* Waiting calls with nothing to wait for are sleeps, whose result says nothing. */
static bool only_sleeps(CheckCtx *c, const IrCall *call, const Contract *k)
{
    i64 v;
    return contract_has(k, CA_BLOCKS) && call->n_args >= 3 && util_int(c, call->args[0], &v) && v == 0;
}

/* Gives something back or to its default: that cannot fail, or nothing follows from it. */
static bool only_resets(CheckCtx *c, const IrCall *call)
{
    i64 v;
    if (call->n_args == 0 || !util_int(c, call->args[call->n_args - 1], &v))
        return false;
    const char *name = sym_str(call->name);
    return (strstr(name, "_set_") && v == 0) || (strcmp(name, "flock") == 0 && (v & FLOCK_UNLOCK));
}

/* The variable that the call fills: what it reads from outside, or a structure. */
static IrVar *filled(CheckCtx *c, const CheckCall *call)
{
    static const ContractAttr attrs[] = {CA_TAINTS, CA_WRITES};
    IrVar *v = NULL;
    for (u32 a = 0; !v && c->function && a < LENGTH(attrs); a++) {
        const ContractFact *fact;
        for (u32 i = 0; !v && (fact = contract_next(c->contracts, call->contract, attrs[a], &i));) {
            const IrExp *to = util_call_arg(call->call, fact->target[0].arg);
            v = to ? util_pointee_root(c->function, to) : NULL;
        }
    }
    return v;
}

/* Does an assignment give a member its value just before, as in `st.st_mode = 0; stat(path, &st);`? Then that is what the program
 * goes on with when the call fails. */
static bool has_fallback(CheckCtx *c, const CheckCall *call)
{
    const IrVar *v = filled(c, call);
    if (!v || v->kind != IV_LOCAL || util_too_large(c))
        return false;
    for (u32 b = 0; b < c->function->n_blocks; b++)
        for (const IrInst *i = c->function->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE && i->place->kind == IE_FIELD && !(i->flags & (IIF_INIT | IIF_IMPLICIT)) &&
                ir_place_root(i->place) == v && util_dominates(c, i, call->inst))
                return true;
    return false;
}

/* A datagram that nobody wants is taken without waiting, into memory that nobody looks at afterwards. */
static bool only_drains(CheckCtx *c, const CheckCall *call)
{
    enum { DONT_WAIT = 64 };
    const IrFunction *f = c->function;
    i64 flags;
    if (!f || strcmp(util_callee(call->call), "recv") != 0 || call->call->n_args != 4 || util_too_large(c) ||
        !util_int(c, call->call->args[3], &flags) || !(flags & DONT_WAIT))
        return false;
    const IrInst *i = call->inst->next;
    for (u32 steps = 0; i && steps < FOLLOW_MAX; steps++) {
        if (i->op == II_GOTO) { /* `continue` and what leads to the end */
            if (i->flags & IIF_CONTINUE)
                return true;
            i = f->blocks[i->target]->first;
            continue;
        }
        if (i->op != II_SCOPE_END)
            return i->op == II_RETURN;
        i = i->next;
    }
    return false;
}

/* Is what the call fills read before it is filled again? If not, as with lines that are skipped and keys that are waited
 * for, a failure changes nothing. */
static bool data_is_used(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    const IrVar *v = filled(c, call);
    if (!v || v->kind != IV_LOCAL || util_too_large(c))
        return true;
    const IrInst *i = call->inst->next;
    for (u32 steps = 0; i && steps < FOLLOW_MAX; steps++) {
        if (i->op == II_GOTO) {
            i = f->blocks[i->target]->first;
            continue;
        }
        if (util_inst_mentions(i, v))
            return !(i->op == II_CALL && i->call->n_args &&
                     contract_has(check_contract(c, i->call), CA_TAINTS));
        i = i->next;
    }
    /* Nothing near; is it read anywhere after? */
    const u8 *later = util_blocks_after(c, call->inst);
    for (u32 b = 0; b < f->n_blocks; b++)
        for (i = f->blocks[b]->first; i; i = i->next)
            if (i != call->inst && i->op != II_SCOPE_BEGIN && i->op != II_SCOPE_END &&
                util_inst_mentions(i, v) && (later[b] || (b == call->block->id && i->id > call->inst->id)))
                return true;
    return false;
}

/* The variables that a scanf stores into, if it finds what the format asks for. */
static bool is_scan(CheckCtx *c, const CheckCall *call, i32 *first)
{
    i32 format;
    return (util_format_of_call(c, call, "scanf", &format, first) ||
            util_format_of_call(c, call, "wscanf", &format, first)) &&
           *first > 0;
}

/* Does it leave a variable without any value that is read afterwards, when the text is not as expected? */
static bool leaves_unset(CheckCtx *c, const CheckCall *call, i32 first)
{
    const IrFunction *f = c->function;
    if (!f || util_too_large(c))
        return false;
    const u8 *later = util_blocks_after(c, call->inst);
    for (u32 k = (u32)first; k < call->call->n_args; k++) {
        const IrVar *v = util_pointee_root(f, call->call->args[k]);
        bool set = false, read = false;
        if (!v || v->kind != IV_LOCAL || v->flags & IVF_INIT ||
            ir_skip_casts(call->call->args[k])->kind != IE_ADDR)
            continue;
        for (u32 b = 0; b < f->n_blocks; b++)
            for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
                if (i == call->inst || !util_inst_mentions(i, v) || i->op == II_SCOPE_BEGIN ||
                    i->op == II_SCOPE_END)
                    continue;
                bool behind = later[b] || (b == call->block->id && i->id > call->inst->id);
                set = set || !behind || (i->op == II_STORE && ir_place_root(i->place) == v);
                read = read || (behind && i->op == II_LOAD && ir_place_root(i->place) == v);
            }
        if (read && !set)
            return true;
    }
    return false;
}

/* What nobody can do anything about: text for a terminal. */
static bool to_terminal(CheckCtx *c, const IrCall *call, const Contract *k)
{
    i64 fd;
    return contract_about(c->contracts, k, CA_USES, 0) && call->n_args && util_int(c, call->args[0], &fd) &&
           (fd == 1 || fd == 2);
}

/* Does a macro spell the call? Its user does not see that there is a result. */
static bool in_macro(CheckCtx *c, const IrInst *i)
{
    const Token *t = i->node ? &c->unit->toks.at[tree_node(&c->unit->tree, i->node)->tok] : NULL;
    return t && t->exp && !(t->flags & UT_FROM_ARG);
}

/* Sent for what it does and not for what it says, or only if there is room right now. */
static bool only_signals(CheckCtx *c, const IrCall *call)
{
    enum { DONT_WAIT = 64 };
    i64 v;
    return strcmp(util_callee(call), "send") == 0 && call->n_args == 4 &&
           ((util_int(c, call->args[2], &v) && v <= 1) || (util_int(c, call->args[3], &v) && v & DONT_WAIT));
}

/* One byte through a pipe only wakes the other side up. */
static bool only_wakes(CheckCtx *c, const IrCall *call, const Contract *k)
{
    i64 n;
    return call->n_args >= 3 && contract_about(c->contracts, k, CA_USES, 0) &&
           util_int(c, call->args[2], &n) && n == 1;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    if (contract_has(call->contract, CA_PRIVILEGE) || only_sleeps(c, call->call, call->contract))
        return;
    u32 i = 0;
    const ContractFact *fact = contract_next(c->contracts, call->contract, CA_MUST_CHECK, &i);
    Site site = check_site_inst(c, call->inst);
    if (!(call->inst->flags & IIF_DISCARDED) || call->inst->flags & (IIF_VOID_CAST | IIF_IMPLICIT)) {
        check_safe(site);
        return;
    }
    if (in_macro(c, call->inst)) {
        check_undecided(site, UNDECIDED_MACRO);
        return;
    }
    if (has_fallback(c, call) || only_drains(c, call) || only_signals(c, call->call)) {
        check_safe(site);
        return;
    }
    i32 first = -1;
    bool scan = is_scan(c, call, &first), unset = scan && leaves_unset(c, call, first);
    const char *then = unset                   ? "the variables stay without a value"
                       : fact && fact->text[0] ? sym_str(fact->text[0])
                       : scan                  ? "the variables keep what they held before"
                                               : "the program goes on as if it had worked";
    Finding *f = check_violated(site, util_callee(call->call), check_code(c, call->inst->node), then);
    /* Where the contract does not say what goes wrong, little does. */
    if (unset)
        return;
    if (!fact || !fact->text[0] || to_terminal(c, call->call, call->contract) ||
        only_wakes(c, call->call, call->contract) || only_resets(c, call->call) || !data_is_used(c, call))
        finding_severity(f, SEV_NOTE);
}

static const u8 attrs[] = {CA_MUST_CHECK, CA_NONE};
static const char *const references[] = {"CERT C ERR33-C", "CERT C EXP12-C", NULL};

const CheckInfo check_ignored_result = {
    .id = "ignored-result",
    .cwe = 252,
    .related = {754},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Result that tells of a failure is ignored",
    .sites = "calls whose result must be checked",
    .message = "The result of `{0}` is ignored; when the call fails, {2}.",
    .reason =
        "Failures of this call happen in practice: a full disk, a closed connection, a limit, an attacker who provokes them. What follows "
        "then works on data that is not there.",
    .repair =
        "Test the result of `{1}` and handle the failure; where it truly does not matter, say so with a cast to void and a comment.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
