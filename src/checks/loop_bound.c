/*
 * CWE-606: loops whose number of rounds comes from outside and that nobody bounded.
 */
#include "checks/util_event.h"

enum { MANY_ROUNDS = 1 << 20 }; /* what a loop over real input may take without being an attack */

/* i < n with n from outside: the side that does not change with the rounds. */
static Val bound_of(const Event *ev, Val cond, Val trip)
{
    const Values *vs = &ev->run->values;
    const ValNode *n = val_node(vs, cond);
    if (n->kind != VK_BINOP || !ir_op_compares((IrBinop)n->op))
        return 0;
    Val a = n->a, b = n->b;
    if (val_mentions(vs, a, trip) && !val_mentions(vs, b, trip))
        return b;
    return val_mentions(vs, b, trip) && !val_mentions(vs, a, trip) ? a : 0;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    bool loop = ev->inst && ev->inst->op == II_BRANCH &&
                (ev->inst->why == BR_FOR || ev->inst->why == BR_WHILE || ev->inst->why == BR_DO);
    if (!loop || !ev->inst->cond->node)
        return;
    Val trip = val_sym_of(&ev->run->values, ev->branch.cond, SO_TRIP);
    Val bound = trip ? bound_of(ev, ev->branch.cond, trip) : 0;
    if (!bound && ev->state->flags & SF_BUDGET && ev->branch.decided < 0)
        watch_undecided(c, ev, WHY_BUDGET); /* rounds are not counted any more */
    if (!bound)
        return;
    TaintMask taint = val_node(&ev->run->values, bound)->taint;
    taint &=
        ~taint_bit(contract_kind(CA_TAINTS, "arguments")); /* the system limits what a command line holds */
    Interval range = st_range(ev->run, ev->state, bound);
    if (!taint || range.hi <= MANY_ROUNDS) {
        watch_safe(c, ev);
        return;
    }
    watch_violated(c, ev, val_cmp(&ev->run->values, BIN_GT, bound, val_off(&ev->run->values, MANY_ROUNDS)),
                   watch_value(c, ev, bound), taint_text(taint));
}

static const u8 events[] = {EV_BRANCH, EV_NONE};

const CheckInfo check_loop_bound = {
    .id = "loop-bound",
    .cwe = 606,
    .related = {400, 834},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "A number from outside is the limit of a loop",
    .sites = "loops that count up to a value",
    .message = "The loop runs up to `{0}`, which comes from {1} and has no upper limit.",
    .reason =
        "Whoever sends the number decides how long the program is busy: one message is enough to stop a service for minutes.",
    .repair = "Refuse numbers above what the protocol or format needs before the loop.",
    .events = events,
    .on_event = on_event,
};
