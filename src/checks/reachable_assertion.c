/*
 * CWE-617: assertions that somebody outside can make fail.
 */
#include "checks/util_event.h"

/* assert(a && b): its parts were tested just before. */
static bool decided_outside(const Event *ev)
{
    for (const Step *s = ev->state->path; s; s = s->before) {
        if (s->kind == STEP_ASSIGN || s->kind == STEP_JOIN)
            continue;
        if (s->kind != STEP_ASSUME || !s->inst || s->inst->op != II_BRANCH ||
            (s->inst->why != BR_AND && s->inst->why != BR_OR && s->inst->why != BR_COND))
            return false;
        if (util_event_chosen(ev, s->v))
            return true;
    }
    return false;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvCall *call = &ev->call;
    const ContractFact *fact =
        call->contract ? contract_about(c->contracts, call->contract, CA_ASSERTS, 0) : NULL;
    u32 i = 0;
    if (!fact && call->contract)
        fact = contract_next(c->contracts, call->contract, CA_ASSERTS, &i);
    if (!fact || fact->target[0].arg < 0 || (u32)fact->target[0].arg >= call->call->n_args)
        return;
    Val asserted = call->args[fact->target[0].arg];
    Question q = eng_ask(ev->run, ev->state, val_not(&ev->run->values, asserted));
    bool chosen = util_event_chosen(ev, asserted) || decided_outside(ev);
    if (q.answer == ANSWER_MAY && !chosen)
        q = (Question){.answer = ANSWER_UNKNOWN, .why = WHY_CALLEE};
    if (q.answer == ANSWER_YES && !chosen) {
        watch_undecided(
            c, ev,
            WHY_VALUE); /* it states that this place is never reached: whether it is, it does not tell */
        return;
    }
    NodeId node = call->call->arg_nodes[fact->target[0].arg];
    watch_answer(c, ev, &q, node ? watch_code(c, ev, node) : "the condition",
                 util_event_chosen(ev, asserted) ? util_event_source(ev, asserted) : "outside");
}

static const u8 events[] = {EV_CALL, EV_NONE};

const CheckInfo check_reachable_assertion = {
    .id = "reachable-assertion",
    .cwe = 617,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Somebody outside can make an assertion fail",
    .sites = "assertions",
    .message = "The assertion `{0}` fails for values that come from {1}.",
    .reason =
        "An assertion that fails ends the process. It is meant for what the program itself guarantees; where input decides it, whoever sends the "
        "input ends the service, and in a build without assertions nothing tests the value at all.",
    .repair = "Test the value with an ordinary condition and handle the failure: refuse the input and go on.",
    .references = (const char *const[]){"CERT C MSC11-C", NULL},
    .events = events,
    .on_event = on_event,
};
