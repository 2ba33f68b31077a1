/*
 * CWE-466: functions that return a pointer before the start or more than one element behind the end of an
 * object.
 */
#include "checks/util_family.h"

static const u8 events[] = {EV_EXIT, EV_NONE};

static void on_event(CheckCtx *c, const Event *ev)
{
    Run *r = ev->run;
    ObjId o;
    Val off;
    if (!ev->exit.value || !ev->inst || ev->inst->op != II_RETURN || !ev->inst->value || ev->exit.process ||
        type_kind(&r->unit->types, r->f->ret) != TY_PTR ||
        !st_points_to(r, ev->state, ev->exit.value, &o, &off))
        return;
    Val size = st_size(r, ev->state, o);
    u8 kind = obj(&r->objects, o)->kind;
    if (!size || !off || kind == OBJ_FUNC || kind == OBJ_HANDLE)
        return;
    i64 at;
    if (val_const(&r->values, off, &at) && at == 0)
        return watch_safe(c, ev);
    Val outside = val_or(&r->values, val_cmp(&r->values, BIN_LT, off, val_off(&r->values, 0)),
                         val_cmp(&r->values, BIN_GT, off, size));
    Question q = eng_ask(r, ev->state, outside);
    if (!util_bad(&q)) {
        watch_answer(c, ev, &q, NULL);
        return;
    }
    Finding *f = watch_answer(c, ev, &q, watch_object(c, ev, o),
                              util_interval(c, st_range(r, ev->state, off), 1), watch_size(c, ev, o));
    util_related_object(c, ev, f, o);
}

const CheckInfo check_pointer_outside_returned = {
    .id = "pointer-outside-returned",
    .cwe = 466,
    .related = {119, 823},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A pointer that lies outside of its object is returned",
    .sites = "returns of pointers into objects of known size",
    .message = "The returned pointer lies outside of {0}: its offset in bytes is {1}, and {2}.",
    .reason = "The caller takes it for a pointer into the object, and reads or changes what lies next to it.",
    .repair = "Test the offset before the pointer is made, and return null when it does not fit.",
    .references = (const char *const[]){"CERT C ARR30-C", NULL},
    .events = events,
    .on_event = on_event,
};
