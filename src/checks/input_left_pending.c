/*
 * CWE-754: input that was announced stays where it is on some way out of the function that is there to take
 * it. The source announces nothing further until it is taken, so the peer that sends such input silences the
 * service.
 */
#include <string.h>

#include "checks/util_assume.h"
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

/* ---- datagrams whose size is asked first: ioctl(FIONREAD), recv(MSG_PEEK) ---- */

enum { FLAG_PEEK = 2, FLAG_TRUNC = 32, REQUEST_SIZE = 0x541B, REQUEST_SIZE_WINDOWS = 0x4004667F };

static bool named_constant(const IrExp *e, const char *name)
{
    e = ir_skip_casts(e);
    return e->kind == IE_UNKNOWN && e->flags & IX_MACRO_NAME && e->name &&
           strcmp(sym_str(e->name), name) == 0;
}

/* recv and recvfrom that leave the datagram where it is. */
static bool only_looks(CheckCtx *c, const IrCall *call, i64 *flags)
{
    return (util_calls(call, "recv") || util_calls(call, "recvfrom")) && call->n_args >= 4 &&
           util_int(c, call->args[3], flags) && *flags & FLAG_PEEK;
}

static bool asks_size(CheckCtx *c, const IrCall *call)
{
    i64 request;
    return (util_calls(call, "ioctl") || util_calls(call, "ioctlsocket")) && call->n_args == 3 &&
           (named_constant(call->args[1], "FIONREAD") ||
            (util_int(c, call->args[1], &request) &&
             (request == REQUEST_SIZE || request == REQUEST_SIZE_WINDOWS)));
}

/* The variable that stands for a descriptor: itself, or the one through which its structure is reached. */
static const IrVar *root_of(const IrFunction *f, const IrExp *fd)
{
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(fd));
    while (place && (place->kind == IE_FIELD || place->kind == IE_DEREF))
        place = place->kind == IE_FIELD ? place->a : ir_loaded_place(f, ir_skip_casts(place->a));
    return place && place->kind == IE_VAR ? place->var : NULL;
}

typedef struct Socket {
    const IrExp *fd;
    const IrVar *root;
} Socket;

/* Takes the datagram, or may do so: a call that gets the descriptor, or what holds it. */
static bool may_take(CheckCtx *c, const IrInst *i, void *ctx)
{
    const Socket *s = ctx;
    i64 flags;
    if (i->op == II_UNKNOWN || i->op == II_THROW)
        return true;
    if (i->op != II_CALL || only_looks(c, i->call, &flags) || asks_size(c, i->call))
        return false;
    const Contract *k = check_contract(c, i->call);
    if (i->call->flags & ICF_NORETURN || contract_has(k, CA_NORETURN))
        return true;
    for (u32 a = 0; a < i->call->n_args; a++) {
        const IrExp *e = ir_skip_casts(i->call->args[a]);
        if (ir_exp_same(c->function, e, ir_skip_casts(s->fd)) ||
            (s->root && root_of(c->function, e) == s->root &&
             (e->kind != IE_TEMP || type_kind(util_types(c), e->type) == TY_PTR)) ||
            (s->root && e->kind == IE_ADDR && ir_place_root(e->a) == s->root))
            return true;
    }
    return i->call->receiver != NULL;
}

/* Does the function receive datagrams from there, with the address of who sent them? Of a stream, no bytes are no input. */
static bool takes_datagrams(CheckCtx *c, const IrExp *fd)
{
    const IrFunction *f = c->function;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            i64 flags, null;
            if (i->op == II_CALL && util_calls(i->call, "recvfrom") && i->call->n_args == 6 &&
                !only_looks(c, i->call, &flags) && !(util_int(c, i->call->args[4], &null) && null == 0) &&
                ir_exp_same(f, ir_skip_casts(i->call->args[0]), ir_skip_casts(fd)))
                return true;
        }
    return false;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    i64 flags = 0;
    bool size = f && asks_size(c, call->call), look = f && !size && only_looks(c, call->call, &flags);
    if (!size && !look)
        return;
    Site site = check_site_inst(c, call->inst);
    const IrExp *fd = call->call->args[0];
    if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
        return;
    }
    if (!takes_datagrams(c, fd)) {
        check_undecided(site, UNDECIDED_CALLER);
        return;
    }
    /* The call works, and there is an empty datagram. */
    const IrExp *out = size ? ir_skip_casts(call->call->args[2]) : NULL;
    const IrVar *filled = out && out->kind == IE_ADDR && out->a->kind == IE_VAR ? out->a->var : NULL;
    const UtilAssume assume[] = {{.call = call->inst, .value = 0}, {.var = filled, .value = 0}};
    Socket s = {fd, root_of(f, fd)};
    const IrInst *end = util_assume_tested(c, size ? &assume[1] : assume, 1)
                            ? util_assume_walk(c, call->inst, assume, filled ? 2 : 1, may_take, &s)
                            : NULL;
    if (!end) {
        check_safe(site);
        return;
    }
    Finding *found = check_violated(site, util_callee(call->call), "0");
    finding_message(found, "When `%s` tells of a datagram without content, %s and leaves it where it is.",
                    util_callee(call->call), end == call->inst ? "the loop goes on" : "the function ends");
    finding_step(found, check_place_inst(c, call->inst), 0, NULL,
                 "an empty datagram is there, and its size is 0");
    if (end == call->inst)
        finding_step(found, check_place_inst(c, end), 0, NULL, "it is still there, and is asked about again");
    else if (end->node)
        finding_step(found, check_place_inst(c, end), 0, NULL,
                     "here the function ends, and it is still there");
    finding_reason(
        found,
        "The next call finds the same datagram again, and what arrived behind it is never reached: one such "
        "datagram, which anybody can send, stops the reading until somebody else takes it.");
    finding_witness(found, "one UDP datagram without any content");
}

static const char *const callees[] = {"ioctl", "ioctlsocket", "recv", "recvfrom", NULL};

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
    .callees = callees,
    .on_call = on_call,
    .events = events,
    .on_event = on_event,
};
