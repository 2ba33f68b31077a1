/*
 * CWE-476 and CWE-690: null pointers that are dereferenced, directly or by a callee. 690 is the one that
 * comes from a call whose failure nobody tested; 476 every other. Each access through a pointer is a site of
 * one of them.
 */
#include "checks/flow.h"
#include "checks/util_family.h"

static const u16 family[] = {UTIL_CHECK(null_dereference), UTIL_CHECK(unchecked_null), UTIL_CHECK_NONE};

static const u8 events[] = {EV_ACCESS, EV_NONE};

/* The call that made the pointer, or NULL. */
static const IrInst *maker(const Event *ev)
{
    const Values *vs = &ev->run->values;
    Val base = ev->access.ptr;
    if (ev->access.obj) {
        const Obj *o = obj(&ev->run->objects, ev->access.obj);
        if (o->kind == OBJ_ALLOC)
            return o->inst;
        base = o->base;
    }
    const SymInfo *info = base ? val_sym_info(vs, base) : NULL;
    static const u16 origins = 1 << SO_LIBRARY | 1 << SO_RESULT | 1 << SO_INPUT | 1 << SO_JOIN;
    if (!info || !(origins >> info->origin & 1) || !info->inst || info->inst->op != II_CALL)
        return NULL;
    return info->inst;
}

/* Has the path asked whether the pointer is null? */
static bool asked(const Event *ev)
{
    const Values *vs = &ev->run->values;
    Val base = ev->access.obj ? obj(&ev->run->objects, ev->access.obj)->base : 0, ptr = ev->access.ptr;
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ASSUME && ((base && val_mentions(vs, s->v, base)) ||
                                       (val_kind(vs, ptr) == VK_SYM && val_mentions(vs, s->v, ptr))))
            return true;
    return false;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvAccess *a = &ev->access;
    if (a->null.answer == ANSWER_NONE || !util_leads(c, family))
        return;
    const IrInst *call = maker(ev);
    bool from_call = call && call->op == II_CALL;
    if (!util_bad(&a->null)) {
        if (util_as(c, from_call ? UTIL_CHECK(unchecked_null) : UTIL_CHECK(null_dereference)))
            watch_answer(c, ev, &a->null, NULL);
        return;
    }
    /* What the callee's memory holds is no result: nobody says that it may be null. */
    const Val base = a->obj ? obj(&ev->run->objects, a->obj)->base : a->ptr;
    const SymInfo *info = base ? val_sym_info(&ev->run->values, base) : NULL;
    if (from_call && info && info->obj && info->origin != SO_JOIN && info->origin != SO_BASE &&
        a->null.answer == ANSWER_MAY) {
        if (util_as(c, UTIL_CHECK(unchecked_null)))
            watch_undecided(c, ev, WHY_CALLEE);
        return;
    }
    /* Macros are written for every caller: their tests are not this one's. */
    if (flow_from_macro(c->unit, ev->node)) {
        if (util_as(c, UTIL_CHECK(null_dereference)))
            watch_undecided(c, ev, WHY_VALUE);
        return;
    }
    UtilTold *told = util_told(c, ev);
    /* The same null pointer, used again: null constants are all one value, told apart by what they were read
     * from. */
    const IrExp *value = a->place && a->place->kind == IE_FIELD ? a->place->a : a->place;
    Sym name = value ? util_place_name(ev->f, value) : 0;
    u64 key = util_key(SUBJECT_NULL, a->ptr, name), named = util_key(SUBJECT_NULL, UINT32_MAX, name);
    u64 made = util_key(SUBJECT_NULL, from_call ? call->id : UINT32_MAX, UINT64_MAX);
    if (util_was_told(told, key) || (name && util_was_told(told, named)) ||
        (from_call && util_was_told(told, made)))
        return;
    const char *ptr = watch_value(c, ev, a->ptr), *written = name ? sym_str(name) : ptr;
    Finding *f;
    if (from_call && !asked(ev)) {
        if (!util_as(c, UTIL_CHECK(unchecked_null)))
            return;
        f = watch_answer(c, ev, &a->null, util_callee(call->call), util_accessor(c, ev), written);
        if (f && !contract_has(check_contract(c, call->call), CA_ALLOCATES))
            finding_severity(f, SEV_MEDIUM);
    } else {
        if (!util_as(c, UTIL_CHECK(null_dereference)))
            return;
        f = watch_answer(c, ev, &a->null, written, util_accessor(c, ev));
    }
    if (!f)
        return;
    util_tell(c, told, key);
    if (name)
        util_tell(c, told, named);
    if (from_call)
        util_tell(c, told, made);
}

const CheckInfo check_null_dereference = {
    .id = "null-dereference",
    .cwe = 476,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A null pointer is dereferenced",
    .sites = "accesses through pointers that no call returned",
    .message = "`{0}` is null here, and {1} goes through it.",
    .reason =
        "The program crashes here. Who can bring about the case stops the service; where low addresses are mapped, more is possible.",
    .repair =
        "Test `{0}` before this place, leave the way on which it is null earlier, or give it a value on every way.",
    .references = (const char *const[]){"CERT C EXP34-C", NULL},
    .events = events,
    .on_event = on_event,
};

const CheckInfo check_unchecked_null = {
    .id = "unchecked-null",
    .cwe = 690,
    .related = {476, 252},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "The result of a call is dereferenced, and may be null",
    .sites = "accesses through pointers that calls returned",
    .message = "`{0}` may have returned null, and {1} goes through `{2}` without a test.",
    .reason =
        "When the call fails (no memory, no such entry, no such file) the program crashes here. Who can bring about that failure stops the service.",
    .repair =
        "Test the result of `{0}` before it is used, and leave the function with an error when it is null.",
    .references = (const char *const[]){"CERT C EXP34-C", "CERT C ERR33-C", NULL},
    .events = events,
    .on_event = on_event,
};
