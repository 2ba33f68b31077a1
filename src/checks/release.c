/*
 * What is wrong with giving something back: twice (415, 1341), what is no block of the heap (590), not its
 * start (761), by the wrong function (762). Each release is a site of double-free or double-close; of the
 * others when they apply.
 */
#include <string.h>

#include "checks/util_family.h"

static const u16 family[] = {UTIL_CHECK(double_free),        UTIL_CHECK(double_close),
                             UTIL_CHECK(free_of_non_heap),   UTIL_CHECK(free_not_at_start),
                             UTIL_CHECK(mismatched_release), UTIL_CHECK_NONE};

static const u8 events[] = {EV_FREE, EV_NONE};

static const char *freer(CheckCtx *c, const Event *ev)
{
    if (ev->inst && ev->inst->op == II_CALL)
        return ev->inst->call->kind == IC_DELETE ? ev->inst->call->flags & ICF_ARRAY ? "delete[]" : "delete"
                                                 : util_callee(ev->inst->call);
    return watch_code(c, ev, ev->node);
}

static const char *maker(const Event *ev, ObjId o)
{
    const Obj *info = obj(&ev->run->objects, o);
    const IrInst *inst = info->inst;
    if (inst && inst->op == II_CALL && inst->call->kind == IC_NEW)
        return inst->call->flags & ICF_ARRAY ? "new[]" : "new";
    return info->maker ? sym_str(info->maker) : "another function";
}

static void report(CheckCtx *c, const Event *ev, UtilTold *told, u16 check, const Question *q)
{
    const EvFree *e = &ev->freed;
    u64 key = q == &e->twice ? util_key(SUBJECT_LIFE, e->obj, 0) : util_key(SUBJECT_RELEASE, e->obj, check);
    if (util_was_told(told, key) || !util_as(c, check))
        return;
    Finding *f = watch_answer(c, ev, q, freer(c, ev),
                              e->obj ? watch_object(c, ev, e->obj) : watch_value(c, ev, e->ptr),
                              e->obj ? maker(ev, e->obj) : "", e->ptr ? watch_value(c, ev, e->ptr) : "");
    if (!f)
        return;
    util_tell(c, told, key);
    const ObjState *s = e->obj ? st_obj(ev->run, ev->state, e->obj) : NULL;
    if (q == &e->twice && s && s->freed_by && s->freed_in)
        finding_related(f, watch_place_of(c, s->freed_in, s->freed_by), "it was given back here before");
    else
        util_related_object(c, ev, f, e->obj);
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvFree *e = &ev->freed;
    static const char list[] = "va_list"; /* named by nothing that tells two of them apart */
    if (e->family && strcmp(sym_str(e->family), list) == 0)
        return;
    UtilTold *told = util_told(c, ev);
    /* freopen and its like: what is closed is open again, under the same name. */
    bool reopens =
        ev->inst && ev->inst->op == II_CALL && contract_has(check_contract(c, ev->inst->call), CA_OPENS);
    const struct {
        const Question *q;
        u16 check;
    } defects[] = {
        {&e->twice, e->closes ? UTIL_CHECK(double_close) : UTIL_CHECK(double_free)},
        {&e->not_heap, UTIL_CHECK(free_of_non_heap)},
        {&e->wrong_family, UTIL_CHECK(mismatched_release)},
        {&e->not_start, UTIL_CHECK(free_not_at_start)},
    };
    /* One release has one defect: the first that is shown. */
    for (u32 i = 0; i < LENGTH(defects); i++)
        if (util_bad(defects[i].q) && !(reopens && defects[i].q == &e->twice))
            return report(c, ev, told, defects[i].check, defects[i].q);
    for (u32 i = 0; i < LENGTH(defects); i++)
        if (!util_bad(defects[i].q) && util_as(c, defects[i].check))
            watch_answer(c, ev, defects[i].q, NULL);
}

const CheckInfo check_double_free = {
    .id = "double-free",
    .cwe = 415,
    .related = {1341, 825},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Memory is freed twice",
    .sites = "calls that free memory",
    .message = "`{0}` frees {1} a second time.",
    .reason =
        "The allocator puts the block into its lists twice and gives it to two owners. Who controls one of them controls the other's pointers.",
    .repair =
        "Free it in one place only, and set the pointer to null behind it when other ways lead to a second release.",
    .references = (const char *const[]){"CERT C MEM30-C", "CERT C MEM31-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_double_close = {
    .id = "double-close",
    .cwe = 1341,
    .related = {675, 672},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A resource is given back twice",
    .sites = "calls that close files, descriptors and other resources",
    .message = "`{0}` gives {1} back a second time.",
    .reason =
        "For a stream or a handle it is a double free. For a descriptor the number may stand for another file by then, which is closed under its user's feet.",
    .repair =
        "Close it in one place only, and set the variable to null or -1 behind it when other ways lead to a second one.",
    .references = (const char *const[]){"CERT C FIO46-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_free_of_non_heap = {
    .id = "free-of-non-heap",
    .cwe = 590,
    .related = {763},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Something is freed that no allocator made",
    .sites = "calls that free memory",
    .message = "`{0}` is given {1}, which was never allocated.",
    .reason =
        "The allocator takes the bytes before it for its own bookkeeping. The program crashes, or the allocator hands out memory of the stack or of constants later.",
    .repair =
        "Free only what an allocator returned; remember with a flag or a second pointer whether it did.",
    .references = (const char *const[]){"CERT C MEM34-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_free_not_at_start = {
    .id = "free-not-at-start",
    .cwe = 761,
    .related = {763},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "A pointer into a block is freed instead of its start",
    .sites = "calls that free memory",
    .message = "`{0}` is given `{3}`, which no longer points to the start of {1}.",
    .reason =
        "The allocator takes the bytes before the pointer, which are data, for its own bookkeeping. Who controls the data controls the allocator.",
    .repair = "Keep the pointer that the allocator returned, move a copy of it, and free the original.",
    .references = (const char *const[]){"CERT C MEM34-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_mismatched_release = {
    .id = "mismatched-release",
    .cwe = 762,
    .related = {763, 404},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A resource is given back by the wrong function",
    .sites = "calls that free memory and close resources",
    .message = "`{0}` gives back {1}, which `{2}` made.",
    .reason =
        "The two keep different books. Destructors are not run or run too often, the heap is damaged, or the resource leaks.",
    .repair =
        "Use the function that belongs to `{2}`: `free` for `malloc`, `delete` for `new`, `delete[]` for `new[]`, `fclose` for `fopen`.",
    .references = (const char *const[]){"CERT C++ MEM51-CPP", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};
