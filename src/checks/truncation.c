/*
 * CWE-196, CWE-197, CWE-681: numbers that another type cannot hold: cut off at the top, turned negative. Only what outsiders or chance
 * decide, or what is so in every run, and only plain values: shifting and masking first says that the rest is not wanted.
 */
#include "checks/util_event.h"

static bool plain(const IrExp *cast)
{
    const IrExp *e = ir_skip_implicit(cast->a);
    return e->kind == IE_TEMP;
}

static void judge(CheckCtx *c, const Event *ev, bool turns_negative)
{
    const EvConvert *v = &ev->convert;
    if (v->changes.answer == ANSWER_NONE || v->from.loose || v->to.loose || v->from.ptr || v->to.ptr ||
        !ev->exp || !ev->exp->node || ev->exp->kind != IE_CAST || v->to.width == 1 || v->from.width == 1)
        return;
    bool cuts = v->to.width < v->from.width;
    bool negates = !v->from.sgn && v->to.sgn && v->to.width <= v->from.width;
    if (turns_negative ? !negates || cuts : !cuts)
        return;
    /* A cast to an unsigned type that is written out is how bytes are taken from a number. */
    bool wanted = !v->implicit && (!v->to.sgn || (turns_negative && !util_event_chosen(ev, v->value)));
    if (wanted || !plain(ev->exp)) {
        if (v->changes.answer == ANSWER_NO)
            watch_safe(c, ev);
        return;
    }
    /* All bits set, in any width: the usual way to say "none", "unknown", "as large as possible". */
    i64 number;
    VType wide = val_type(&ev->run->values, v->value);
    if (val_const(&ev->run->values, v->value, &number) && (number == -1 || number == vtype_max(wide)))
        return watch_safe(c, ev);
    /* getc() gives a byte as an int: that a plain char has another sign is no loss. */
    Interval range = st_range(ev->run, ev->state, v->value);
    if (!turns_negative && v->to.width == 8 && range.lo >= INT8_MIN && range.hi <= UINT8_MAX)
        return watch_safe(c, ev);
    /* -1 that went through an unsigned type stays -1: INVALID_SOCKET and its like. */
    if (!v->from.sgn && v->to.sgn && range.lo == range.hi && range.lo == vtype_max(v->from))
        return watch_safe(c, ev);
    Question q = util_event_outside(ev, &v->changes, v->value, 0);
    const char *from = util_event_chosen(ev, v->value)
                           ? check_text(c, "; %s decides it", util_event_source(ev, v->value))
                           : "";
    watch_answer(c, ev, &q, watch_code(c, ev, ev->exp->node), watch_range(c, ev, v->value), from,
                 check_text(c, "%s integer of %u bits", v->to.sgn ? "a signed" : "an unsigned", v->to.width));
}

static void on_cut(CheckCtx *c, const Event *ev)
{
    judge(c, ev, false);
}

static void on_negative(CheckCtx *c, const Event *ev)
{
    judge(c, ev, true);
}

static const u8 events[] = {EV_CONVERT, EV_NONE};

const CheckInfo check_truncation = {
    .id = "truncation",
    .cwe = 197,
    .related = {681},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A number is cut off by a narrower type",
    .sites = "conversions to narrower integers",
    .message = "`{0}`, which is {1}{2}, does not fit {3}.",
    .reason =
        "Only the lower bits survive. A test that was made on the wide number says nothing about the narrow one, and a large length becomes a small "
        "one with which memory is allocated.",
    .repair = "Keep the wider type, or test that the number fits before it is converted.",
    .references = (const char *const[]){"CERT C INT31-C", NULL},
    .events = events,
    .on_event = on_cut,
};

const CheckInfo check_unsigned_to_signed = {
    .id = "unsigned-to-signed",
    .cwe = 196,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A large unsigned number becomes negative",
    .sites = "conversions of unsigned integers to signed ones of the same width",
    .message = "`{0}`, which is {1}{2}, does not fit {3} and becomes negative.",
    .reason =
        "The upper half of the unsigned numbers turns into negative ones: they pass tests of a maximum and index in front of arrays.",
    .repair =
        "Keep the unsigned type, or test that the number is at most the greatest of the signed type before the conversion.",
    .references = (const char *const[]){"CERT C INT31-C", NULL},
    .events = events,
    .on_event = on_negative,
};
