/*
 * CWE-134: format strings that hold text from outside. Which argument is a format stands in the contracts and in the project's own format
 * attributes; where text comes from is followed by the engine (EV_SINK).
 */
#include "checks/util_event.h"

/* Does nothing follow the format that it could take? Then the text was meant to be printed as it is. */
static bool is_alone(const EvSink *s)
{
    return s->contract && s->contract->variadic && (u32)s->arg + 1 == s->call->n_args;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvSink *s = &ev->sink;
    if (!s->fact || s->fact->kind != contract_kind(CA_SINK, "format"))
        return;
    const char *callee = sym_str(s->call->written ? s->call->written : s->call->name);
    NodeId node = s->arg >= 0 && (u32)s->arg < s->call->n_args ? s->call->arg_nodes[s->arg] : 0;
    const char *from = taint_text(s->taint);
    Finding *f = watch_answer(c, ev, &s->tainted, node ? watch_code(c, ev, node) : "the text", from, callee);
    if (!f)
        return;
    finding_witness(f, "text from %s that holds `%%n` or `%%s`", from);
    if (is_alone(s) && node && ev->f == ev->run->f) {
        Loc loc = check_place(c, node).loc;
        finding_edit(f, (Place){.loc = loc, .end = loc}, "\"%s\", ");
    }
}

static const u8 events[] = {EV_SINK, EV_NONE};
static const char *const references[] = {"CERT C FIO30-C", NULL};

const CheckInfo check_format_string = {
    .id = "format-string",
    .cwe = 134,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Text from outside as a format string",
    .sites = "format strings",
    .message = "`{0}`, which holds text from {1}, is the format string of `{2}`.",
    .reason =
        "Each `%` in it makes the function take an argument that was never passed: `%x` and `%s` show what is on the stack, `%n` "
        "writes to memory. Whoever decides the text can read and change the program's memory.",
    .repair = "Make the format a literal and the text its argument: `\"%s\", {0}`.",
    .references = references,
    .events = events,
    .on_event = on_event,
};
