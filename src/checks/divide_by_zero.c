/*
 * CWE-369: divisions and remainders by a number that is zero, or that an outsider can make zero.
 */
#include "checks/flow.h"
#include "checks/util_event.h"

/* #define SIZE(e) ((e) == -1 ? 0 : 1 << (e)): macros ask for every user, which is no sign that this one can be so. */
static bool chosen_by_macro(CheckCtx *c, const Event *ev)
{
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ASSUME && s->inst && s->inst->op == II_BRANCH && s->inst->why == BR_COND &&
            s->inst->node && flow_from_macro(c->unit, s->inst->node))
            return true;
    return false;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvArith *a = &ev->arith;
    if ((a->op != BIN_DIV && a->op != BIN_REM) || a->zero.answer == ANSWER_NONE || !ev->exp || !ev->exp->node)
        return;
    if (flow_from_macro(c->unit, ev->exp->node) && a->zero.answer == ANSWER_YES) {
        watch_undecided(c, ev, WHY_VALUE); /* assertions at compile time divide by zero on purpose */
        return;
    }
    if (!a->type.width && a->zero.answer == ANSWER_YES && !util_event_chosen(ev, a->b)) {
        watch_undecided(c, ev, WHY_VALUE); /* floating point has infinities, and some programs want them */
        return;
    }
    if (a->zero.answer == ANSWER_YES && chosen_by_macro(c, ev)) {
        watch_undecided(c, ev, WHY_VALUE);
        return;
    }
    Question q = util_event_outside(ev, &a->zero, a->b, 0);
    const char *how = q.answer == ANSWER_YES ? "is zero here" : "can be zero";
    const char *from =
        util_event_chosen(ev, a->b) ? check_text(c, ": %s decides it", util_event_source(ev, a->b)) : "";
    watch_answer(c, ev, &q, watch_code(c, ev, ev->exp->node), watch_code(c, ev, ev->exp->b->node), how, from);
}

static const u8 events[] = {EV_ARITH, EV_NONE};

const CheckInfo check_divide_by_zero = {
    .id = "divide-by-zero",
    .cwe = 369,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Division by zero",
    .sites = "divisions and remainders",
    .message = "`{0}` divides by `{1}`, which {2}{3}.",
    .reason =
        "Dividing an integer by zero is undefined; on most processors it ends the program, which is all that somebody who can choose the "
        "divisor needs to stop a service. With floating-point numbers the result is infinite, or none.",
    .repair = "Test the divisor before the division, and say what shall happen when it is zero.",
    .references = (const char *const[]){"CERT C INT33-C", NULL},
    .events = events,
    .on_event = on_event,
};
