/*
 * Text given to a shell. Fixed commands are safe; a command with text from outside in it is a finding; what this
 * function does not show is undecided. Sinks are the contracts' sink(..., command), and exec* of a shell with -c.
 */
#include "checks/check.h"

#include <string.h>

#include "base/str.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_origin.h"

static void judge(CheckCtx *c, const CheckCall *call, i32 arg)
{
    const IrExp *command = util_call_arg(call->call, arg);
    if (!command)
        return;
    Site site = check_site_inst(c, call->inst);
    UtilOrigin o = util_origin(c, command, call->inst);
    switch (o.kind) {
    case ORIGIN_FIXED: check_safe(site); return;
    case ORIGIN_UNKNOWN: check_undecided(site, o.why); return;
    case ORIGIN_CHECKED: check_undecided(site, UNDECIDED_VALUE); return;
    case ORIGIN_OUTSIDE: break;
    }
    Finding *f = check_violated(site, util_arg_code(c, call->call, arg), o.from, util_callee(call->call));
    finding_witness(f, "text from %s that holds `; id` or `$(id)` runs `id` too", o.from);
    util_origin_steps(c, f, &o, call->inst, "the shell reads the text as a command");
}

static bool is_shell(const UtilLiteral *l)
{
    static const char *const shells[] = {"sh", "bash", "dash", "ksh", "zsh", "csh", "cmd.exe", "cmd"};
    const char *base = l->bytes ? strrchr(l->bytes, '/') : NULL;
    base = base ? base + 1 : l->bytes;
    for (u32 i = 0; base && i < LENGTH(shells); i++)
        if (strcmp(base, shells[i]) == 0)
            return true;
    return false;
}

/* execl("/bin/sh", "sh", "-c", command, NULL) */
static void judge_exec(CheckCtx *c, const CheckCall *call)
{
    UtilLiteral l;
    if (call->call->n_args < 4 || !util_literal(c, call->call->args[0], &l) || !is_shell(&l))
        return;
    for (u32 i = 1; i + 1 < call->call->n_args; i++)
        if (util_literal(c, call->call->args[i], &l) && l.bytes &&
            (strcmp(l.bytes, "-c") == 0 || strcmp(l.bytes, "/c") == 0)) {
            judge(c, call, (i32)i + 1);
            return;
        }
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u8 wanted = contract_kind(CA_SINK, "command");
    const ContractFact *fact;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_SINK, &i));)
        if (fact->kind == wanted && fact->target[0].arg >= 0) {
            judge(c, call, fact->target[0].arg);
            return;
        }
    if (call->call->name && str_starts(sym_str(call->call->name), "execl"))
        judge_exec(c, call);
}

static const u8 attrs[] = {CA_SINK, CA_NONE};
static const char *const callees[] = {"execl", "execlp", "execle", NULL};
static const char *const references[] = {
    "CERT C STR02-C", "CERT C ENV33-C",
    "https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html", NULL};

const CheckInfo check_command_injection = {
    .id = "command-injection",
    .cwe = 78,
    .related = {77, 88},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Text from outside in a shell command",
    .sites = "commands given to a shell",
    .message = "`{0}`, which holds text from {1}, is given to a shell by `{2}`.",
    .reason =
        "The shell gives a meaning to `;`, `|`, `$()`, quotes and line breaks. Whoever decides the text adds commands of their own, "
        "which run with the rights of this program.",
    .repair =
        "Start the program without a shell: `fork` and `execv` (or `posix_spawn`) with one array element per argument, and `--` "
        "before arguments that come from outside.",
    .references = references,
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
};
