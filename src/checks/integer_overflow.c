/*
 * CWE-190, CWE-191, CWE-680: arithmetic whose result does not fit its type. Signed: in every concrete run of a path, or for values that
 * come from outside or from chance. Unsigned arithmetic wraps by definition: it counts where what is outside decides an operand that
 * nobody bounded.
 */
#include "checks/util_event.h"

typedef enum Class { CLASS_NONE, CLASS_OVER, CLASS_UNDER, CLASS_SIZE } Class;

/* i--, n-- > 0: the value before is what counts, and that an unsigned counter ends at its maximum is the idiom. */
static bool counts_down(const Event *ev)
{
    return ev->inst->op == II_STORE && ev->inst->flags & IIF_COMPOUND && ev->arith.op == BIN_SUB &&
           ev->inst->flags & IIF_POSTFIX;
}

static Class class_of(CheckCtx *c, const Event *ev)
{
    const EvArith *a = &ev->arith;
    if (a->pointer || a->overflow.answer == ANSWER_NONE || a->type.loose || !ev->exp || !ev->exp->node)
        return CLASS_NONE;
    i64 k;
    switch (a->op) {
    case BIN_ADD:
        return val_const(&ev->run->values, a->b, &k) && a->type.sgn && k < 0 ? CLASS_UNDER : CLASS_OVER;
    case BIN_MUL:
        return util_event_is_allocation(c, ev, util_event_arg(ev, ev->exp)) ? CLASS_SIZE : CLASS_OVER;
    case BIN_SUB: return CLASS_UNDER;
    case BIN_COUNT: return CLASS_OVER; /* - of the least value */
    default: return CLASS_NONE;
    }
}

static bool is_written_zero(const IrExp *e)
{
    while (e->kind == IE_CAST)
        e = e->a;
    return e->kind == IE_INT && e->num == 0;
}

/* A large odd constant that is not the type's maximum: of a hash, a generator of random numbers, an inverse. */
static bool is_multiplier(const Event *ev, Val v)
{
    i64 k;
    u8 width = ev->arith.type.width;
    if (!val_const(&ev->run->values, v, &k) || width < 16 || width > 64 || !(k & 1))
        return false;
    u64 max = width == 64 ? UINT64_MAX : ((u64)1 << width) - 1, u = (u64)k & max;
    return u >> (width / 2 - 1) && u != max && u != max / 2;
}

/* Was the operand a signed number before the arithmetic made it unsigned? */
static bool from_signed(const Event *ev, const IrExp *e)
{
    if (e->kind != IE_CAST || !(e->flags & IX_IMPLICIT))
        return false;
    VType t = vtype_of(&ev->run->unit->types, e->a->type);
    return t.width && t.sgn && !t.loose;
}

/* Constants make hash functions and masks wrap on purpose: an unsigned result counts when an outside value takes part. */
static bool wraps_on_purpose(const Event *ev)
{
    const EvArith *a = &ev->arith;
    i64 x, y;
    if (a->type.sgn)
        return false;
    if (counts_down(ev))
        return true;
    bool chosen = util_event_chosen(ev, a->a) || util_event_chosen(ev, a->b);
    bool by_one = val_const(&ev->run->values, a->b, &x) && (x == 1 || x == -1);
    if (by_one && ev->f->n_loops && !chosen)
        return true; /* a counter: how often it was counted up and down is decided by what is not known here */
    if (a->op == BIN_SUB && ev->exp->kind == IE_BINOP && is_written_zero(ev->exp->a))
        return true; /* 0 - n: the negative of an unsigned number */
    if (a->op == BIN_MUL && (is_multiplier(ev, a->a) || is_multiplier(ev, a->b)))
        return true;
    if (a->op == BIN_ADD && ev->exp->kind == IE_BINOP &&
        ((from_signed(ev, ev->exp->a) && val_const(&ev->run->values, a->a, &x)) ||
         (from_signed(ev, ev->exp->b) && val_const(&ev->run->values, a->b, &y))))
        return true; /* n + -1 */
    bool constants = val_const(&ev->run->values, a->a, &x) && val_const(&ev->run->values, a->b, &y);
    for (const Step *step = ev->state->path; constants && step; step = step->before)
        if (step->kind == STEP_ROUND)
            return true; /* a counter: how often it was counted up and down is decided by what is not known here */
    return !constants && !util_event_chosen(ev, a->a) && !util_event_chosen(ev, a->b);
}

static void judge(CheckCtx *c, const Event *ev, Class wanted)
{
    if (class_of(c, ev) != wanted || !watch_written(ev))
        return;
    const EvArith *a = &ev->arith;
    Question q = util_event_outside(ev, &a->overflow, a->a, a->b);
    if (wraps_on_purpose(ev) && (q.answer == ANSWER_YES || q.answer == ANSWER_MAY)) {
        watch_safe(c, ev);
        return;
    }
    bool outside = util_event_chosen(ev, a->a) || util_event_chosen(ev, a->b);
    Val from = outside && util_event_chosen(ev, a->a) ? a->a : a->b;
    const char *range = watch_range(c, ev, a->a);
    Finding *f = watch_answer(c, ev, &q, watch_code(c, ev, ev->exp->node), range,
                              outside ? check_text(c, "; %s decides it", util_event_source(ev, from)) : "",
                              a->type.sgn ? "a signed" : "an unsigned", check_text(c, "%u", a->type.width));
    if (f && !a->type.sgn && wanted != CLASS_SIZE)
        finding_severity(f, SEV_LOW);
}

static void on_over(CheckCtx *c, const Event *ev)
{
    judge(c, ev, CLASS_OVER);
}

static void on_under(CheckCtx *c, const Event *ev)
{
    judge(c, ev, CLASS_UNDER);
}

static void on_size(CheckCtx *c, const Event *ev)
{
    judge(c, ev, CLASS_SIZE);
}

static const u8 events[] = {EV_ARITH, EV_NONE};
static const char *const references[] = {"CERT C INT32-C", "CERT C INT30-C", NULL};

const CheckInfo check_integer_overflow = {
    .id = "integer-overflow",
    .cwe = 190,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Integer arithmetic overflows",
    .sites = "additions and multiplications of integers",
    .message = "`{0}` does not fit {3} integer of {4} bits: the left operand is {1}{2}.",
    .reason =
        "Overflow of signed integers is undefined: compilers drop tests that rely on it, and what they compute is a small or "
        "negative number where a large one was meant. Unsigned results start again at zero. Sizes, limits and times that "
        "were computed so are wrong from here on.",
    .repair =
        "Test the operands against the type's limits before the operation (`if (a > INT_MAX - b)`), use "
        "`__builtin_add_overflow` and its relatives, or compute in a wider type.",
    .references = references,
    .events = events,
    .on_event = on_over,
};

const CheckInfo check_integer_underflow = {
    .id = "integer-underflow",
    .cwe = 191,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Integer subtraction underflows",
    .sites = "subtractions of integers",
    .message = "`{0}` does not fit {3} integer of {4} bits: the left operand is {1}{2}.",
    .reason =
        "Below the least value of a signed type the result is undefined; an unsigned difference of a smaller and a larger number is a very "
        "large one. As a length or limit it lets everything through.",
    .repair = "Test that the left operand is large enough before the subtraction.",
    .references = references,
    .events = events,
    .on_event = on_under,
};

const CheckInfo check_allocation_overflow = {
    .id = "allocation-overflow",
    .cwe = 680,
    .related = {190, 131, 122},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "The size of an allocation overflows",
    .sites = "products that are sizes of allocations",
    .message = "`{0}`, the size of the allocation, wraps around: the left operand is {1}{2}.",
    .reason =
        "The product of a number of elements and their size can exceed what a size can hold. What is allocated is then much smaller than what "
        "the following code fills, and it overwrites whatever lies behind.",
    .repair =
        "Use `calloc` or `reallocarray`, which test the product, or bound the number of elements before the multiplication.",
    .references = (const char *const[]){"CERT C MEM07-C", "CERT C INT30-C", NULL},
    .events = events,
    .on_event = on_size,
};
