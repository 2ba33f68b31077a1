/*
 * CWE-426: commands for a shell that begin with a bare name, so that PATH decides which file runs. Who calls execvp and its like asks
 * for just that.
 */
#include <string.h>

#include "base/str.h"
#include "checks/check.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"

/* What a shell does by itself, or which only sets the stage for what follows. */
static const char *const builtins[] = {"cd",     "echo",  "exit", "set",   "export", "test", "true",
                                       "false",  "if",    "for",  "while", "exec",   "eval", "read",
                                       "ulimit", "umask", "kill", "trap",  "printf", "unset"};

/* The command's first word is a program that is looked for in PATH. */
static bool is_bare(const char *s, u32 n)
{
    u32 begin = 0;
    while (begin < n && s[begin] == ' ')
        begin++;
    u32 end = begin;
    while (end < n && (s[end] == '_' || s[end] == '-' || s[end] == '.' || s[end] == '+' ||
                       (s[end] >= '0' && s[end] <= '9') || (s[end] >= 'a' && s[end] <= 'z') ||
                       (s[end] >= 'A' && s[end] <= 'Z')))
        end++;
    /* Another character in the word: a path, a variable, an assignment, a format. */
    if (end == begin || s[begin] == '.' ||
        (end < n && s[end] != ' ' && s[end] != ';' && s[end] != '|' && s[end] != '&'))
        return false;
    for (u32 i = 0; i < LENGTH(builtins); i++)
        if (strlen(builtins[i]) == end - begin && memcmp(builtins[i], s + begin, end - begin) == 0)
            return false;
    return true;
}

/* Does a call put text into the array that is no literal as a whole? Then the command is not known. */
static bool is_changed(CheckCtx *c, const IrVar *v)
{
    const IrFunction *f = c->function;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const Contract *k = i->op == II_CALL ? check_contract(c, i->call) : NULL;
            for (u32 n = 0; i->op == II_CALL && n < i->call->n_args; n++) {
                if (util_pointee_root(f, i->call->args[n]) != v)
                    continue;
                if (!k || !k->from_library)
                    return true;
                bool whole = contract_has(k, CA_COPIES) || contract_has(k, CA_FILLS);
                bool writes = contract_about(c->contracts, k, CA_PROPAGATES, (i32)n) ||
                              contract_about(c->contracts, k, CA_TAINTS, (i32)n) ||
                              contract_about(c->contracts, k, CA_WRITES_STRING, (i32)n) ||
                              contract_about(c->contracts, k, CA_WRITES_UP_TO, (i32)n) ||
                              contract_about(c->contracts, k, CA_WRITES_STRING_UP_TO, (i32)n);
                if (writes && !whole)
                    return true;
            }
        }
    return false;
}

/* The literal that is the command: directly, or copied into the array of the function that is given, before the call. */
static bool command_of(CheckCtx *c, const IrExp *value, const IrInst *at, UtilLiteral *out,
                       const IrInst **copy)
{
    const IrFunction *f = c->function;
    *copy = NULL;
    const IrVar *v = util_pointee_root(f, value);
    if (v && (util_too_large(c) || is_changed(c, v)))
        return false;
    /* What comes through a variable may be changed by another name. */
    if (util_literal(c, value, out) && out->bytes && !out->through && is_bare(out->bytes, out->n))
        return true;
    const u8 *before = v && v->kind == IV_LOCAL ? util_blocks_before(c, at) : NULL;
    const IrBlock *own = util_block_of(f, at);
    for (u32 b = 0; before && b < f->n_blocks; b++)
        for (const IrInst *i = before[b] || b == own->id ? f->blocks[b]->first : NULL; i && i != at;
             i = i->next) {
            const Contract *k = i->op == II_CALL ? check_contract(c, i->call) : NULL;
            u32 n = 0;
            const ContractFact *fact =
                contract_has(k, CA_COPIES) ? contract_next(c->contracts, k, CA_COPIES, &n) : NULL;
            const IrExp *to = fact ? util_call_arg(i->call, fact->target[0].arg) : NULL;
            const IrExp *from = fact ? util_call_arg(i->call, fact->target[1].arg) : NULL;
            if (to && from && util_pointee_root(f, to) == v && util_literal(c, from, out) && out->bytes &&
                is_bare(out->bytes, out->n)) {
                *copy = i;
                return true;
            }
        }
    return false;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u8 command = contract_kind(CA_SINK, "command");
    const ContractFact *fact;
    for (u32 i = 0; c->function && (fact = contract_next(c->contracts, call->contract, CA_SINK, &i));) {
        const IrExp *value = fact->kind == command ? util_call_arg(call->call, fact->target[0].arg) : NULL;
        if (!value)
            continue;
        Site site = check_site_inst(c, call->inst);
        UtilLiteral l;
        const IrInst *copy;
        if (!command_of(c, value, call->inst, &l, &copy)) {
            check_safe(site);
            return;
        }
        Finding *f =
            check_violated(site, util_callee(call->call), check_text(c, "%.*s", (int)MIN(l.n, 60u), l.bytes));
        if (copy)
            finding_related(f, check_place_inst(c, copy), "the command");
        return;
    }
}

static const u8 attrs[] = {CA_SINK, CA_NONE};
static const char *const references[] = {"CERT C ENV33-C", "CERT C ENV03-C", NULL};

const CheckInfo check_relative_program = {
    .id = "relative-program",
    .cwe = 426,
    .related = {427},
    .severity = SEV_NOTE,
    .confidence = CONF_HIGH,
    .title = "Command whose program is looked for in PATH",
    .sites = "commands given to a shell",
    .message = "`{0}` starts `{1}`, and PATH decides which file that is.",
    .reason =
        "Whoever sets the environment, or may write to a folder of PATH, has a program of their own started with the rights of this "
        "one. That matters where these are higher than the caller's: set-user-ID, services, anything started by root.",
    .repair = "Write the full path of the program, or set PATH to a fixed value first.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
