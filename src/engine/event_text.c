/*
 * Events as lines of text (ev_text), for `stoa dump --states` and tests.
 */
#include "engine/explore.h"

static const char *const kinds[EV_COUNT] = {"none",
#define X(name) #name,
                                            EVENTS(X)
#undef X
};

static const char *const whys[WHY_COUNT] = {
    [WHY_VALUE] = "value",
    [WHY_CALLER] = "caller",
    [WHY_CALLEE] = "callee",
    [WHY_MEMORY] = "memory",
    [WHY_LOOP] = "loop",
    [WHY_TYPE] = "type",
    [WHY_CONFIGURATION] = "configuration",
    [WHY_UNREAD] = "unread",
    [WHY_ESCAPES] = "escapes",
    [WHY_BUDGET] = "budget",
};

static void question(const Event *ev, const char *name, const Question *q, Sb *out)
{
    static const char *const answers[] = {"", "no", "yes", "may", "unknown"};
    if (q->answer == ANSWER_NONE)
        return;
    sb_addf(out, " %s=%s", name, answers[q->answer]);
    if (q->answer == ANSWER_UNKNOWN)
        sb_addf(out, ":%s", whys[q->why]);
    if (q->cond && q->answer != ANSWER_NO) {
        sb_addc(out, '(');
        val_text(&ev->run->values, q->cond, out);
        sb_addc(out, ')');
    }
}

static void value(const Event *ev, const char *name, Val v, Sb *out)
{
    if (!v)
        return;
    sb_addf(out, " %s=", name);
    val_text(&ev->run->values, v, out);
}

static void object(const Event *ev, ObjId o, Sb *out)
{
    sb_addc(out, ' ');
    if (o)
        obj_text(&ev->run->objects, &ev->run->values, o, out);
    else
        sb_addc(out, '?');
}

static void access(const Event *ev, Sb *out)
{
    const EvAccess *a = &ev->access;
    sb_adds(out, a->write ? " write" : " read");
    object(ev, a->obj, out);
    value(ev, "off", a->off, out);
    value(ev, "len", a->len, out);
    question(ev, "null", &a->null, out);
    question(ev, "before", &a->before, out);
    question(ev, "beyond", &a->beyond, out);
    question(ev, "freed", &a->freed, out);
    question(ev, "undef", &a->undef, out);
    question(ev, "unended", &a->unended, out);
    question(ev, "readonly", &a->readonly, out);
}

static void details(const Event *ev, Sb *out)
{
    switch (ev->kind) {
    case EV_ACCESS: access(ev, out); break;
    case EV_FREE:
        object(ev, ev->freed.obj, out);
        question(ev, "twice", &ev->freed.twice, out);
        question(ev, "not_start", &ev->freed.not_start, out);
        question(ev, "not_heap", &ev->freed.not_heap, out);
        question(ev, "wrong_family", &ev->freed.wrong_family, out);
        question(ev, "undef", &ev->freed.undef, out);
        break;
    case EV_LOST:
        object(ev, ev->lost.obj, out);
        question(ev, "lost", &ev->lost.lost, out);
        if (ev->lost.how == LOST_EXIT)
            sb_adds(out, " at exit");
        break;
    case EV_ARITH:
        value(ev, "result", ev->arith.result, out);
        question(ev, "overflow", &ev->arith.overflow, out);
        question(ev, "zero", &ev->arith.zero, out);
        question(ev, "range", &ev->arith.range, out);
        break;
    case EV_CONVERT:
        value(ev, "value", ev->convert.value, out);
        question(ev, "changes", &ev->convert.changes, out);
        question(ev, "negative", &ev->convert.negative, out);
        break;
    case EV_BRANCH:
        value(ev, "cond", ev->branch.cond, out);
        sb_addf(out, " decided=%d", ev->branch.decided);
        break;
    case EV_CALL:
    case EV_RESULT:
        sb_addf(out, " %s", sym_str(ev->call.call->name));
        value(ev, "result", ev->call.result, out);
        if (ev->call.entered)
            sb_adds(out, " entered");
        break;
    case EV_DEMAND: question(ev, "broken", &ev->demand.broken, out); break;
    case EV_SINK: question(ev, "tainted", &ev->sink.tainted, out); break;
    case EV_ESCAPE:
        object(ev, ev->escape.obj, out);
        if (ev->escape.where)
            object(ev, ev->escape.where, out);
        break;
    case EV_LOCK: question(ev, "wrong", &ev->lock.wrong, out); break;
    case EV_ROUND:
        sb_addf(out, " rounds=%u", ev->round.rounds);
        value(ev, "trip", ev->round.trip, out);
        break;
    case EV_EXIT:
        value(ev, "value", ev->exit.value, out);
        if (ev->exit.process)
            sb_adds(out, " process");
        break;
    case EV_SCOPE: sb_addf(out, " %s", sym_str(ev->scope->name)); break;
    default: break;
    }
}

void ev_text(const Event *ev, Sb *out)
{
    const IrUnit *u = ev->f->unit;
    Loc loc = ev->node ? ir_loc(u, ev->node) : ev->f->node ? ir_loc(u, ev->f->node) : 0;
    Position at = src_position(&u->project->src, loc);
    sb_addf(out, "%u:%u %s", at.line, at.column, kinds[ev->kind]);
    details(ev, out);
    if (ev->state && ev->state->flags & SF_WEAK)
        sb_addf(out, " [weak %s]", whys[ev->state->why]);
}
