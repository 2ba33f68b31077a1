/*
 * CWE-789: sizes of allocations that come from outside and that nothing on the
 * path keeps small.
 */
#include "checks/util_family.h"

#include <string.h>

enum { MODEST_SIZE = 64 << 20 }; /* bytes that one request may reasonably take */

static const u8 events[] = {EV_SINK, EV_NONE};

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvSink *s = &ev->sink;
    const ContractKindInfo *kind = s->fact ? contract_kind_info(s->fact->kind) : NULL;
    if (!kind || strcmp(kind->name, "size") != 0)
        return;
    if (s->tainted.answer == ANSWER_NO || s->tainted.answer == ANSWER_UNKNOWN) {
        watch_answer(c, ev, &s->tainted, NULL);
        return;
    }
    Interval range = st_range(ev->run, ev->state, s->value);
    if (!s->value || range.hi <= MODEST_SIZE)
        return watch_safe(c, ev);
    /* calloc(count, size): a fixed size does not make the count small, but a
   * limit of both does. */
    Val cond = val_cmp(&ev->run->values, BIN_GT, s->value, val_off(&ev->run->values, MODEST_SIZE));
    if (!val_type(&ev->run->values, s->value).sgn)
        cond = val_cmp(&ev->run->values, BIN_GT, s->value,
                       val_int(&ev->run->values, val_type(&ev->run->values, s->value), MODEST_SIZE));
    NodeId node = s->arg >= 0 && (u32)s->arg < s->call->n_args ? s->call->arg_nodes[s->arg] : ev->node;
    Finding *f =
        watch_violated(c, ev, cond, util_callee(s->call), node ? watch_code(c, ev, node) : "the size",
                       taint_text(s->taint), watch_range(c, ev, s->value));
    (void)f;
}

const CheckInfo check_allocation_size = {
    .id = "allocation-size",
    .cwe = 789,
    .related = {770, 1284},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "The size of an allocation comes from outside and has no limit",
    .sites = "sizes given to allocations",
    .message = "`{0}` allocates `{1}` bytes or elements, a number from {2} "
               "without a limit ({3}).",
    .reason = "A few bytes of input take gigabytes: the process is killed, or every "
              "other allocation fails. With sizes that wrap, the block is "
              "smaller than what is put into it.",
    .repair = "Compare the number with the largest that the format allows "
              "before the allocation, and refuse the input when it is larger.",
    .references = (const char *const[]){"CERT C MEM11-C", NULL},
    .events = events,
    .on_event = on_event,
};
