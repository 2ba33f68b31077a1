/*
 * CWE-789: sizes of allocations that come from outside and that nothing on the path keeps small.
 */
#include "checks/util_family.h"

#include <string.h>

enum { MODEST_SIZE = 256 << 20 }; /* bytes that one request may reasonably take */

static const u8 events[] = {EV_SINK, EV_CALL, EV_NONE};

static void judge(CheckCtx *c, const Event *ev, const IrCall *call, i32 arg, Val size, TaintMask taint)
{
    Values *vs = &ev->run->values;
    if (!size || st_range(ev->run, ev->state, size).hi <= MODEST_SIZE)
        return watch_safe(c, ev);
    /* Large only when a small negative number is converted: the conversion is what is wrong. */
    const ValNode n = *val_node(vs, size);
    if (n.kind == VK_CAST && val_type(vs, n.a).sgn && st_range(ev->run, ev->state, n.a).hi <= MODEST_SIZE)
        return;
    VType t = val_type(vs, size);
    Val cond = val_cmp(vs, BIN_GT, size, t.width ? val_int(vs, t, MODEST_SIZE) : val_off(vs, MODEST_SIZE));
    NodeId node = arg >= 0 && (u32)arg < call->n_args ? call->arg_nodes[arg] : 0;
    const char *code = node ? watch_code(c, ev, node) : "";
    watch_violated(c, ev, cond, util_callee(call), *code ? code : watch_value(c, ev, size), taint_text(taint),
                   watch_range(c, ev, size));
}

/* new T[n] has no contract; its size is the first argument. */
static void on_new(CheckCtx *c, const Event *ev)
{
    const EvCall *e = &ev->call;
    if (e->call->kind != IC_NEW || !(e->call->flags & ICF_ARRAY) || e->call->n_args == 0 || !e->args[0])
        return;
    TaintMask taint = val_node(&ev->run->values, e->args[0])->taint;
    if (taint)
        judge(c, ev, e->call, 0, e->args[0], taint);
    else
        watch_safe(c, ev);
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvSink *s = &ev->sink;
    if (ev->kind == EV_CALL)
        return on_new(c, ev);
    const ContractKindInfo *kind = s->fact ? contract_kind_info(s->fact->kind) : NULL;
    if (!kind || strcmp(kind->name, "size") != 0)
        return;
    if (util_bad(&s->tainted))
        judge(c, ev, s->call, s->arg, s->value, s->taint);
    else
        watch_answer(c, ev, &s->tainted, NULL);
}

const CheckInfo check_allocation_size = {
    .id = "allocation-size",
    .cwe = 789,
    .related = {770, 1284},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "The size of an allocation comes from outside and has no limit",
    .sites = "sizes given to allocations",
    .message = "`{0}` allocates `{1}` bytes or elements, a number from {2} without a limit ({3}).",
    .reason =
        "A few bytes of input take gigabytes: the process is killed, or every other allocation fails. With sizes that wrap, the block is smaller than what is put into it.",
    .repair =
        "Compare the number with the largest that the format allows before the allocation, and refuse the input when it is larger.",
    .references = (const char *const[]){"CERT C MEM11-C", NULL},
    .events = events,
    .on_event = on_event,
};
