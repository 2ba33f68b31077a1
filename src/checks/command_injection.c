/*
 * CWE-78: text from outside that a shell reads: commands of system() and its like, and of exec* of a shell with -c. Fixed commands are safe; where
 * text comes from is followed by the engine (EV_SINK).
 */
#include "checks/util_event.h"

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvSink *s = &ev->sink;
    if (!s->fact || s->fact->kind != contract_kind(CA_SINK, "command"))
        return;
    const char *callee = sym_str(s->call->written ? s->call->written : s->call->name);
    NodeId node = s->arg >= 0 && (u32)s->arg < s->call->n_args ? s->call->arg_nodes[s->arg] : ev->node;
    const char *from = taint_text(s->taint);
    Finding *f = watch_answer(c, ev, &s->tainted, node ? watch_code(c, ev, node) : "the text", from, callee);
    if (f)
        finding_witness(f, "text from %s that holds `; id` or `$(id)` runs `id` too", from);
}

static const u8 events[] = {EV_SINK, EV_NONE};
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
    .events = events,
    .on_event = on_event,
};
