/*
 * CWE-667, CWE-764, CWE-765: locks that stay taken when the function ends on one path while another gives them back, that are taken twice, and
 * that are given back without being held.
 */
#include "checks/util_event.h"
#include "checks/util_ir.h"

static Finding *taken_at(CheckCtx *c, const Event *ev, Finding *f, ObjId lock)
{
    const ObjState *os = st_obj(ev->run, ev->state, lock);
    if (f && os->locked_by)
        finding_related(f, watch_place_of(c, ev->run->f, os->locked_by), "taken here");
    return f;
}

static void on_take(CheckCtx *c, const Event *ev)
{
    if (ev->lock.take)
        taken_at(c, ev, watch_answer(c, ev, &ev->lock.wrong, watch_object(c, ev, ev->lock.obj)),
                 ev->lock.obj);
}

static void on_give(CheckCtx *c, const Event *ev)
{
    if (!ev->lock.take)
        watch_answer(c, ev, &ev->lock.wrong, watch_object(c, ev, ev->lock.obj));
}

/* Functions whose business it is to take a lock for their caller never give it back; those that forget it do so on other paths. */
typedef struct Leaving {
    CheckCtx *c;
    const Event *ev;
} Leaving;

static bool unlocks_in(CheckCtx *c, const IrInst *from)
{
    for (const IrInst *i = from; i; i = i->next)
        if (i->op == II_CALL && contract_has(check_contract(c, i->call), CA_UNLOCKS))
            return true;
    return false;
}

/* Does some way from the call that takes the lock lead to one that gives a lock back? A callback that takes on one side and gives back on
 * the other does as its caller says. */
static bool gives_back(CheckCtx *c, const IrFunction *f, const IrInst *taken)
{
    enum { EDGES = 64 };
    const IrBlock *start = util_block_of(f, taken);
    if (unlocks_in(c, taken->next))
        return true;
    u8 *seen = arena_zalloc(c->scratch, f->n_blocks);
    BlockId *work = arena_array(c->scratch, BlockId, f->n_blocks + 1), out[EDGES];
    u32 n = 0;
    for (const IrBlock *b = start; b; b = n ? f->blocks[work[--n]] : NULL) {
        if (b != start && unlocks_in(c, b->first))
            return true;
        u32 edges = ir_successors(f, b, out, EDGES);
        for (u32 i = 0; i < edges && i < EDGES; i++)
            if (!seen[out[i]]) {
                seen[out[i]] = 1;
                work[n++] = out[i];
            }
    }
    return false;
}

/* Was a lock given back since, whichever it was? */
static bool gave_something(const Event *ev, const IrInst *taken)
{
    for (const Step *s = ev->state->path; s && !(s->kind == STEP_LOCK && s->inst == taken); s = s->before)
        if (s->kind == STEP_UNLOCK)
            return true;
    return false;
}

static bool leave_with(void *ctx, u32 key, void *value)
{
    Leaving *l = ctx;
    const ObjState *os = value;
    const Event *ev = l->ev;
    if (!os->locked_by || !os->locked_by->node)
        return true;
    WatchSite at = {.f = ev->run->f, .node = os->locked_by->node};
    if (os->flags & OS_MAYBE_LOCKED)
        watch_undecided_at(l->c, ev, at, WHY_LOOP);
    else if (!(os->flags & OS_LOCKED))
        watch_safe_at(l->c, ev, at);
    else if (os->flags & OS_LENT) /* given back for a while, and taken again for the caller */
        watch_safe_at(l->c, ev, at);
    else if (gave_something(ev, os->locked_by))
        watch_undecided_at(l->c, ev, at, WHY_CALLEE); /* perhaps this lock, by another name */
    else if (!gives_back(l->c, ev->run->f, os->locked_by))
        watch_undecided_at(l->c, ev, at, WHY_CALLER);
    else
        watch_violated_at(l->c, ev, at, 0, watch_object(l->c, ev, key));
    return true;
}

static void on_exit(CheckCtx *c, const Event *ev)
{
    Leaving l = {.c = c, .ev = ev};
    if (!ev->exit.process)
        pmap_each(ev->state->objs, leave_with, &l);
}

static const u8 lock_events[] = {EV_LOCK, EV_NONE};
static const u8 exit_events[] = {EV_EXIT, EV_NONE};
static const char *const references[] = {"CERT C POS51-C", "CERT C CON31-C", NULL};

const CheckInfo check_lock_held = {
    .id = "lock-held",
    .cwe = 667,
    .related = {413, 832},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A path leaves the function with the lock held",
    .sites = "calls that take a lock",
    .message = "{0}, taken here, is still held when the function returns on one of its paths.",
    .reason =
        "Other paths of the same function give it back. After the one that does not, every thread that wants the lock waits forever.",
    .repair =
        "Give the lock back on every way out: one exit behind a label, or a guard whose end of scope unlocks it.",
    .references = references,
    .events = exit_events,
    .on_event = on_exit,
};

const CheckInfo check_double_lock = {
    .id = "double-lock",
    .cwe = 764,
    .related = {667, 833},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A lock is taken that is already held",
    .sites = "calls that take a lock",
    .message = "{0} is already held when it is taken here.",
    .reason =
        "An ordinary lock is not recursive: the thread waits for itself, or, for a spin lock, burns the processor forever.",
    .repair = "Remove one of the two, or make the part between a function that demands the lock to be held.",
    .references = references,
    .events = lock_events,
    .on_event = on_take,
};

const CheckInfo check_double_unlock = {
    .id = "double-unlock",
    .cwe = 765,
    .related = {667, 832},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A lock is given back that is not held",
    .sites = "calls that give a lock back",
    .message = "{0} is not held when it is given back here.",
    .reason =
        "Giving back a lock that is not held is undefined; in practice another thread's lock is broken, and two of them work on the same data at once.",
    .repair = "Give the lock back once for each time it was taken, on the path that took it.",
    .references = references,
    .events = lock_events,
    .on_event = on_give,
};
