/*
 * CWE-194, CWE-195, CWE-839: negative numbers that become large unsigned ones, where they are a length, a size or an index. Which of the three:
 * a test of the upper bound alone makes it 839, a type narrower than int 194, everything else 195.
 */
#include "checks/util_event.h"

typedef enum Class { CLASS_NONE, CLASS_SIGN, CLASS_EXTENSION, CLASS_RANGE } Class;

/* The conversion is the argument, or an addend or factor of it. */
static bool counts_something(CheckCtx *c, const Event *ev)
{
    i32 arg = util_event_arg(ev, ev->exp);
    return arg >= 0 && util_event_is_length(c, ev, arg);
}

/* By a test of what came from outside; what a library promises of its results is no test. */
static bool bounded_above(const Event *ev)
{
    const EvConvert *v = &ev->convert;
    return util_event_chosen(ev, v->value) && st_range(ev->run, ev->state, v->value).hi < vtype_max(v->from);
}

static Class class_of(CheckCtx *c, const Event *ev)
{
    const EvConvert *v = &ev->convert;
    if (!v->from.sgn || v->to.sgn || v->to.ptr || v->to.width < 16 || v->to.width < v->from.width ||
        v->from.loose || v->negative.answer == ANSWER_NONE || !ev->exp || !ev->exp->node)
        return CLASS_NONE;
    if (!counts_something(c, ev))
        return CLASS_NONE;
    const IrExp *parent = util_event_parent(ev, ev->exp);
    i32 arg = util_event_arg(ev, ev->exp);
    if (parent && parent->kind == IE_BINOP && parent->op == BIN_MUL && util_event_is_allocation(c, ev, arg))
        return CLASS_NONE; /* the product wraps: allocation-overflow */
    if (v->negative.answer != ANSWER_YES && bounded_above(ev))
        return CLASS_RANGE;
    return v->from.width < 32 ? CLASS_EXTENSION : CLASS_SIGN;
}

static void judge(CheckCtx *c, const Event *ev, Class wanted)
{
    if (ev->kind != EV_CONVERT || class_of(c, ev) != wanted)
        return;
    const EvConvert *v = &ev->convert;
    /* Libraries' results are negative when they failed; what is computed of them is another matter. */
    const SymInfo *info = val_sym_info(&ev->run->values, v->value);
    bool failed = info && info->origin == SO_LIBRARY;
    Question q = failed ? v->negative : util_event_outside(ev, &v->negative, v->value, 0);
    const char *from = util_event_chosen(ev, v->value)
                           ? check_text(c, "; %s decides it", util_event_source(ev, v->value))
                           : "";
    const char *callee = ev->inst->op == II_CALL ? sym_str(ev->inst->call->name) : "";
    watch_answer(c, ev, &q, watch_code(c, ev, ev->exp->node), watch_range(c, ev, v->value), from, callee);
}

static void on_sign(CheckCtx *c, const Event *ev)
{
    judge(c, ev, CLASS_SIGN);
}

static void on_extension(CheckCtx *c, const Event *ev)
{
    judge(c, ev, CLASS_EXTENSION);
}

static void on_range(CheckCtx *c, const Event *ev)
{
    judge(c, ev, CLASS_RANGE);
}

static const u8 events[] = {EV_CONVERT, EV_NONE};
static const char *const references[] = {"CERT C INT31-C", NULL};

const CheckInfo check_sign_conversion = {
    .id = "sign-conversion",
    .cwe = 195,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "A negative number becomes a length",
    .sites = "signed numbers that become lengths and sizes",
    .message =
        "`{0}`, which is {1}{2}, becomes the unsigned length of `{3}`: negative numbers turn into very large ones.",
    .reason =
        "A length or size is unsigned. A negative number, often the sign of an error or of a number nobody tested, becomes one close to the "
        "greatest there is: copies run far beyond their buffers, allocations fail.",
    .repair =
        "Test that the number is not negative before it is used as a length, or keep it in an unsigned type from the start.",
    .references = references,
    .events = events,
    .on_event = on_sign,
};

const CheckInfo check_sign_extension = {
    .id = "sign-extension",
    .cwe = 194,
    .related = {195},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "A negative number of a narrow type becomes a length",
    .sites = "numbers of types narrower than int that become lengths and sizes",
    .message = "`{0}`, which is {1}{2}, is extended with its sign and becomes the unsigned length of `{3}`.",
    .reason =
        "On the way to the wider type the sign is copied into all upper bits: -1 in a `short` or `char` becomes the greatest length there is.",
    .repair =
        "Read such fields into unsigned types, or test that they are not negative before they are used as a length.",
    .references = references,
    .events = events,
    .on_event = on_extension,
};

const CheckInfo check_range_without_minimum = {
    .id = "range-without-minimum",
    .cwe = 839,
    .related = {195},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "A signed length is tested against its maximum only",
    .sites = "signed lengths whose maximum was tested",
    .message =
        "`{0}`, which is {1}{2}, passes the test of its maximum when it is negative, and is then the unsigned length of `{3}`.",
    .reason =
        "The test looks complete, but negative numbers pass it, and as an unsigned length they are larger than every limit.",
    .repair = "Test the minimum as well (`if (n < 0 || n > MAX)`), or make the variable unsigned.",
    .references = references,
    .events = events,
    .on_event = on_range,
};
