/*
 * CWE-754: input that was announced stays where it is on some way out of the function that is there to take
 * it. The source announces nothing further until it is taken, so the peer that sends such input silences the
 * service.
 */
#include "checks/util_family.h"

static const u8 events[] = {EV_RESULT, EV_EXIT, EV_NONE};

/* A call that told of input which it leaves pending. */
typedef struct Peek {
    const IrInst *inst;
    const IrFunction *f;
    const IrBlock *block;
    ContractExprId error_if; /* 0: none */
    Val result;              /* in the last state that passed */
    ObjId source;
    struct Peek *next;
} Peek;

typedef struct Peeks {
    const IrFunction *f; /* whose run it is */
    bool takes;          /* the function has a call that takes input */
    Peek *first;
} Peeks;

static bool has_taker(CheckCtx *c, const IrFunction *f)
{
    if (f->n_insts > LIMIT_SCAN_INSTS)
        return false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && contract_has(check_contract(c, i->call), CA_CONSUMES))
                return true;
    return false;
}

static Peeks *peeks_of(CheckCtx *c, const Event *ev)
{
    Peeks *p = check_unit_data(c, sizeof(Peeks));
    if (p->f != ev->run->f)
        *p = (Peeks){.f = ev->run->f, .takes = has_taker(c, ev->run->f)};
    return p;
}

static ObjId source_of(const Event *ev, const ContractFact *fact)
{
    Val v = 0;
    if (fact->target[0].arg == CT_THIS)
        v = ev->call.receiver;
    else if (fact->target[0].arg >= 0 && (u32)fact->target[0].arg < ev->call.call->n_args)
        v = ev->call.args[fact->target[0].arg];
    ObjId o;
    Val off;
    return v && st_points_to(ev->run, ev->state, v, &o, &off) ? o : 0;
}

static void on_result(CheckCtx *c, const Event *ev)
{
    u32 k = 0;
    if (!contract_has(ev->call.contract, CA_PEEKS))
        return;
    Peeks *peeks = peeks_of(c, ev);
    if (!peeks->takes)
        return; /* it only asks, for somebody else */
    const ContractFact *fact = contract_next(c->contracts, ev->call.contract, CA_PEEKS, &k);
    ObjId source = source_of(ev, fact);
    Peek *p = peeks->first;
    while (p && (p->inst != ev->inst || p->source != source))
        p = p->next;
    if (!p) {
        p = arena_new(check_arena(c), Peek);
        k = 0;
        const ContractFact *error = contract_next(c->contracts, ev->call.contract, CA_ERROR_IF, &k);
        *p = (Peek){.inst = ev->inst,
                    .f = ev->f,
                    .block = ev->block,
                    .error_if = error ? error->expr[0] : 0,
                    .source = source,
                    .next = peeks->first};
        peeks->first = p;
    }
    p->result = ev->call.result;
}

static void on_exit_of_function(CheckCtx *c, const Event *ev)
{
    Peeks *peeks = peeks_of(c, ev);
    for (const Peek *p = peeks->first; p; p = p->next) {
        WatchSite at = {p->f, p->inst->node};
        if (!p->source || ev->exit.process || !(st_obj(ev->run, ev->state, p->source)->flags & OS_PENDING)) {
            watch_safe_at(c, ev, at);
            continue;
        }
        /* When it failed, or said that there is nothing, nothing was left. */
        Interval range = p->result ? st_range(ev->run, ev->state, p->result) : (Interval){1, 1};
        if (util_result_test(c, ev, p->error_if, p->result) == 1 || (!p->error_if && range.hi <= 0)) {
            watch_safe_at(c, ev, at);
            continue;
        }
        Finding *f = watch_violated_at(c, ev, at, 0, util_callee(p->inst->call),
                                       p->result ? watch_range(c, ev, p->result) : "not tested");
        if (f && ev->inst)
            finding_related(f, watch_place_of(c, ev->f, ev->inst),
                            "here the function ends, and the input is still there");
    }
}

static void on_event(CheckCtx *c, const Event *ev)
{
    if (ev->kind == EV_RESULT)
        on_result(c, ev);
    else
        on_exit_of_function(c, ev);
}

const CheckInfo check_input_left_pending = {
    .id = "input-left-pending",
    .cwe = 754,
    .related = {755, 400},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Input that was announced is left unread on a way out",
    .sites = "calls that tell of pending input in functions that take it",
    .message = "When `{0}` returns {1}, the function ends and leaves the input where it is.",
    .reason =
        "The source announces new input only when the old was taken. A peer that sends input of this kind (an empty datagram is enough) silences the service for everybody, for good.",
    .repair = "Take the input on every way on which there is some, and throw it away when it is of no use.",
    .events = events,
    .on_event = on_event,
};
