/*
 * Format strings that are no literals: fit are literals and what is made of them, a finding is text from outside. Which
 * argument is a format stands in the contracts and in the project's own format attributes.
 */
#include "checks/check.h"

#include "checks/util_format.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_origin.h"

static void on_call(CheckCtx *c, const CheckCall *call)
{
    i32 format, first;
    UtilLiteral l;
    if (!util_format_of_call(c, call, NULL, &format, &first))
        return;
    const IrExp *e = call->call->args[format];
    Site site = check_site_inst(c, call->inst);
    if (util_literal(c, e, &l)) {
        check_safe(site);
        return;
    }
    UtilOrigin o = util_origin(c, e, call->inst);
    switch (o.kind) {
    case ORIGIN_FIXED: check_safe(site); return;
    case ORIGIN_UNKNOWN: check_undecided(site, o.why); return;
    case ORIGIN_CHECKED: check_undecided(site, UNDECIDED_VALUE); return;
    case ORIGIN_OUTSIDE: break;
    }
    const char *code = util_arg_code(c, call->call, format);
    Finding *f = check_violated(site, code, o.from, util_callee(call->call));
    finding_witness(f, "text from %s that holds `%%n` or `%%s`", o.from);
    util_origin_steps(c, f, &o, call->inst, "the text is read as a format");
    if (first >= 0 && (u32)first >= call->call->n_args && call->call->arg_nodes[format])
        finding_edit(f,
                     (Place){.loc = check_place(c, call->call->arg_nodes[format]).loc,
                             .end = check_place(c, call->call->arg_nodes[format]).loc},
                     "\"%s\", ");
}

static const u8 attrs[] = {CA_FORMAT, CA_NONE};
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
    .attrs = attrs,
    .on_call = on_call,
};
