/*
 * Uses of what is gone: freed memory (416), variables whose scope has ended (825), closed resources (672) and
 * descriptors (910). Accesses, calls that are given such a pointer, and functions that return one are sites
 * of the check that fits the object.
 */
#include "checks/util_family.h"

static const u16 family[] = {UTIL_CHECK(use_after_free), UTIL_CHECK(expired_pointer),
                             UTIL_CHECK(use_after_close), UTIL_CHECK(expired_descriptor), UTIL_CHECK_NONE};

static const u8 events[] = {EV_ACCESS, EV_CALL, EV_EXIT, EV_NONE};

static u16 check_of(CheckCtx *c, const Event *ev, ObjId o)
{
    if (!o)
        return UTIL_CHECK(use_after_free);
    const Obj *info = obj(&ev->run->objects, o);
    switch (info->kind) {
    case OBJ_VAR: return UTIL_CHECK(expired_pointer);
    case OBJ_HANDLE: return UTIL_CHECK(expired_descriptor);
    case OBJ_ALLOC:
        return util_made_with(c, ev, o, CA_OPENS) ? UTIL_CHECK(use_after_close) : UTIL_CHECK(use_after_free);
    default: break;
    }
    const ObjState *s = st_obj(ev->run, ev->state, o);
    const IrInst *by = s->freed_by;
    if (by && by->op == II_CALL && contract_has(check_contract(c, by->call), CA_CLOSES))
        return UTIL_CHECK(use_after_close);
    return UTIL_CHECK(use_after_free);
}

/* Where it was given back: the first of the two places that a reader needs. */
static void related_end(CheckCtx *c, const Event *ev, Finding *f, ObjId o)
{
    const ObjState *s = st_obj(ev->run, ev->state, o);
    if (s->freed_by && s->freed_in)
        finding_related(f, watch_place_of(c, s->freed_in, s->freed_by), "it is given back here");
    else
        util_related_object(c, ev, f, o);
}

static void violated(CheckCtx *c, const Event *ev, UtilTold *told, ObjId o, const Question *q,
                     const char *what)
{
    u64 key = util_key(SUBJECT_LIFE, o, 0);
    if (util_was_told(told, key) || !util_as(c, check_of(c, ev, o)))
        return;
    Finding *f = watch_answer(c, ev, q, what, watch_object(c, ev, o));
    if (!f)
        return;
    related_end(c, ev, f, o);
    util_tell(c, told, key);
}

/* Does the call that is executed give this argument back? */
static bool releases(CheckCtx *c, const Event *ev, i32 arg)
{
    if (!ev->access.fact || !ev->inst || ev->inst->op != II_CALL)
        return false;
    const Contract *k = check_contract(c, ev->inst->call);
    return k && (contract_about(c->contracts, k, CA_FREES, arg) ||
                 contract_about(c->contracts, k, CA_CLOSES, arg) ||
                 contract_about(c->contracts, k, CA_REALLOCATES, arg));
}

static void on_access(CheckCtx *c, const Event *ev)
{
    const EvAccess *a = &ev->access;
    /* What gives a thing back does not use it: release.c. */
    if (a->freed.answer == ANSWER_NONE || releases(c, ev, a->arg))
        return;
    if (util_bad(&a->freed))
        violated(c, ev, util_told(c, ev), a->obj, &a->freed, check_text(c, "%s uses", util_accessor(c, ev)));
    else if (util_as(c, check_of(c, ev, a->obj)))
        watch_answer(c, ev, &a->freed, NULL);
}

/* Is the object gone for certain? Then a question with the answer YES. */
static bool is_gone(const Event *ev, ObjId o)
{
    u32 flags = st_obj(ev->run, ev->state, o)->flags;
    return flags & OS_FREED && !(flags & OS_MAYBE_FREED);
}

static const Question gone = {.answer = ANSWER_YES};

/* A pointer to freed memory that goes to a function of the project which is not entered: it is made to be
 * used there. */
static void on_call(CheckCtx *c, const Event *ev)
{
    if (ev->call.contract || ev->call.entered || ev->call.call->kind == IC_MACRO ||
        ev->call.call->kind == IC_DELETE)
        return;
    for (u32 i = 0; i < ev->call.call->n_args; i++) {
        ObjId o;
        Val off;
        if (ev->call.args[i] && st_points_to(ev->run, ev->state, ev->call.args[i], &o, &off) &&
            is_gone(ev, o))
            return violated(c, ev, util_told(c, ev), o, &gone,
                            check_text(c, "`%s` is given", util_callee(ev->call.call)));
    }
}

static void on_exit_of_function(CheckCtx *c, const Event *ev)
{
    ObjId o;
    Val off;
    if (!ev->exit.value || !ev->inst || ev->exit.process ||
        !st_points_to(ev->run, ev->state, ev->exit.value, &o, &off) ||
        obj(&ev->run->objects, o)->kind == OBJ_VAR || !is_gone(ev, o))
        return;
    violated(c, ev, util_told(c, ev), o, &gone, "The function returns a pointer to");
}

static void on_event(CheckCtx *c, const Event *ev)
{
    switch (ev->kind) {
    case EV_ACCESS: on_access(c, ev); break;
    case EV_CALL: on_call(c, ev); break;
    default: on_exit_of_function(c, ev); break;
    }
}

const CheckInfo check_use_after_free = {
    .id = "use-after-free",
    .cwe = 416,
    .related = {825, 672},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Memory is used after it was freed",
    .sites = "accesses to memory that can be freed",
    .message = "{0} {1} after it was freed.",
    .reason =
        "The allocator may have given the memory to somebody else. Who can place data there decides what is read, or has a pointer overwritten: it is a common way to run foreign code.",
    .repair = "Free the memory behind its last use, and set the pointer to null when it stays reachable.",
    .references = (const char *const[]){"CERT C MEM30-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_expired_pointer = {
    .id = "expired-pointer",
    .cwe = 825,
    .related = {562, 672},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "A variable is used after its scope has ended",
    .sites = "accesses to local variables through pointers",
    .message = "{0} {1} after its scope has ended.",
    .reason =
        "The memory is reused for other variables; what is read is not what was stored, and what is written changes something else.",
    .repair = "Declare the variable in the scope in which the pointer is used.",
    .references = (const char *const[]){"CERT C DCL30-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_use_after_close = {
    .id = "use-after-close",
    .cwe = 672,
    .related = {416, 910},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A resource is used after it was given back",
    .sites = "uses of resources that can be closed",
    .message = "{0} {1} after it was given back.",
    .reason =
        "What stood behind it is freed memory or belongs to somebody else by now: data goes to the wrong place, or the program crashes.",
    .repair = "Give the resource back behind its last use.",
    .references = (const char *const[]){"CERT C FIO46-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_expired_descriptor = {
    .id = "expired-descriptor",
    .cwe = 910,
    .related = {672},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A descriptor is used after it was closed",
    .sites = "uses of descriptors",
    .message = "{0} {1} after it was closed.",
    .reason =
        "The number may stand for another file or connection by now, opened by another thread: data goes to, or comes from, the wrong one.",
    .repair = "Close the descriptor behind its last use, and set the variable to -1.",
    .references = (const char *const[]){"CERT C FIO46-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};
