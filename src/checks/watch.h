/*
 * Verdicts of checks that listen to the engine (watch_). An instruction is executed in many states; the site's one verdict is the worst of them:
 * violated, else undecided, else safe. A violation counts when its path is not weak and the solver does not refute it; then its finding gets the
 * path and the input that triggers it by itself (watch_path.c). Called by checks' on_event; the rest of the interface is check.h.
 *
 *     static void on_event(CheckCtx *c, const Event *ev)
 *     {
 *         if (ev->access.null.answer != ANSWER_NONE)
 *             watch_answer(c, ev, &ev->access.null, watch_value(c, ev, ev->access.ptr));
 *     }
 *     static const u8 events[] = {EV_ACCESS, EV_NONE};
 */
#ifndef CHECKS_WATCH_H
#define CHECKS_WATCH_H

#include "checks/check.h"
#include "engine/run.h"
#include "engine/taint.h"

/* The verdict that follows from a question: NO safe, YES and MAY violated, UNKNOWN undecided, NONE nothing. Returns the new
 * finding, to be decorated (finding_related ...), or NULL when there is none. The slots are as in check_violated. */
#define watch_answer(c, ev, question, ...) \
    watch_answer_((c), (ev), (question), (const char *const[CHECK_SLOTS + 1]){NULL, ##__VA_ARGS__})
Finding *watch_answer_(CheckCtx *c, const Event *ev, const Question *q,
                       const char *const slots[CHECK_SLOTS + 1]);

void watch_safe(CheckCtx *c, const Event *ev);
void watch_undecided(CheckCtx *c, const Event *ev, EngineWhy why);
/* cond: what must hold besides the path for the defect to happen, for the solver; 0: nothing. */
#define watch_violated(c, ev, cond, ...) \
    watch_violated_((c), (ev), (cond), (const char *const[CHECK_SLOTS + 1]){NULL, ##__VA_ARGS__})
Finding *watch_violated_(CheckCtx *c, const Event *ev, Val cond, const char *const slots[CHECK_SLOTS + 1]);

/* The same for a site that is not the event's own node: the allocation of what leaks, say. `f` is the function that holds the node. */
typedef struct WatchSite {
    const IrFunction *f;
    NodeId node;
} WatchSite;
void watch_safe_at(CheckCtx *c, const Event *ev, WatchSite at);
void watch_undecided_at(CheckCtx *c, const Event *ev, WatchSite at, EngineWhy why);
#define watch_violated_at(c, ev, at, cond, ...) \
    watch_violated_at_((c), (ev), (at), (cond), (const char *const[CHECK_SLOTS + 1]){NULL, ##__VA_ARGS__})
Finding *watch_violated_at_(CheckCtx *c, const Event *ev, WatchSite at, Val cond,
                            const char *const slots[CHECK_SLOTS + 1]);

/* ---- texts for slots; they live as long as the review ---- */

const char *watch_value(CheckCtx *c, const Event *ev, Val v);    /* "len", "10", "len + 1" */
const char *watch_object(CheckCtx *c, const Event *ev, ObjId o); /* "`buf`", "the block from `malloc`" */
const char *watch_range(CheckCtx *c, const Event *ev,
                        Val v); /* "10", "at most 4096", "0 to 15", "any value" */
/* "`buf` holds 10 bytes", "the block from `malloc` holds n bytes"; "" when not known. */
const char *watch_size(CheckCtx *c, const Event *ev, ObjId o);
const char *watch_code(CheckCtx *c, const Event *ev, NodeId n); /* source text of a node of the unit */
Place watch_place_of(CheckCtx *c, const IrFunction *f, const IrInst *i);

/* Did a person write this (rather than lowering), and is it no part of an unknown macro? Most checks ignore what was not. */
bool watch_written(const Event *ev);

#endif
