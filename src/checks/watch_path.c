/*
 * The path of a finding: which steps of a state's history bear on the defect, and the input that triggers it. What each step says is in
 * watch_step.c. See watch_priv.h; called by watch.c once per finding.
 * The choice is a dynamic slice, backwards from the values that the event is about: B. Korel, J. Laski, Dynamic Program Slicing, 1988.
 */
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "checks/watch_priv.h"
#include "engine/model.h"

enum {
    STEPS_MAX = 20000,   /* of a path that are looked at, the newest */
    SAME_BRANCH_MAX = 2, /* steps of one branch, the newest: a loop's condition is not told for each round */
    GUARDS_MAX = 8,      /* branches that are told of only because the defect stands inside them */
    WITNESS_MAX = 6,     /* values in the sentence about the input */
    LOADS_DEPTH = 12,
    PLACE_MEMBERS = 6, /* members of members that are compared */
    DECIDED_MAX = 200, /* conditions in which a branch's is looked for */
};

/* ---- what bears on the defect ---- */

static void want_obj(PathSlice *s, ObjId o)
{
    for (u32 i = 0; i < s->n_objs; i++)
        if (s->objs[i] == o)
            return;
    if (o && s->n_objs < PATH_INTERESTS)
        s->objs[s->n_objs++] = o;
}

static bool obj_wanted(const PathSlice *s, ObjId o)
{
    for (u32 i = 0; i < s->n_objs; i++)
        if (s->objs[i] == o)
            return true;
    return false;
}

/* Two places of which it is not certain that they are different. */
static bool may_be_same(const PathSlice *s, Val a, Val b)
{
    i64 x, y;
    const Values *vs = &s->run->values;
    return !a || !b || a == b || !val_const(vs, a, &x) || !val_const(vs, b, &y) || x == y;
}

/* Position plus 1, or 0. off 0: any part. */
static u32 content_wanted(const PathSlice *s, ObjId o, Val off)
{
    for (u32 i = 0; o && i < s->n_contents; i++)
        if (s->contents[i].obj == o && may_be_same(s, s->contents[i].off, off))
            return i + 1;
    return 0;
}

static void want_content(PathSlice *s, ObjId o, Val off)
{
    for (u32 i = 0; i < s->n_contents; i++)
        if (s->contents[i].obj == o && (s->contents[i].off == off || !s->contents[i].off))
            return;
    if (o && s->n_contents < PATH_INTERESTS)
        s->contents[s->n_contents++] = (PathContent){o, off};
}

static void want(PathSlice *s, Val v);

/* A ValSymFn. The address of an object is a question about the object, a value that was read from it one about its content. */
static void want_sym(void *ctx, Val sym)
{
    PathSlice *s = ctx;
    for (u32 i = 0; i < s->n_syms; i++)
        if (s->syms[i] == sym)
            return;
    if (s->n_syms == PATH_INTERESTS)
        return;
    s->syms[s->n_syms++] = sym;
    Val there = path_alternative(s->run, sym, s->witness->choices, s->witness->n_choices);
    if (there != sym) /* a joined value: on this history it is another one */
        want(s, there);
    const SymInfo *info = val_sym_info(&s->run->values, sym);
    if (!info || !info->obj)
        return;
    if (info->origin == SO_BASE || info->origin == SO_UNDEF)
        want_obj(s, info->obj);
    else
        want_content(s, info->obj, info->off);
}

static void want(PathSlice *s, Val v)
{
    const Values *vs = &s->run->values;
    if (!v)
        return;
    val_each_sym(vs, v, want_sym, s);
    if (val_kind(vs, v) == VK_ADDR)
        want_obj(s, val_node(vs, v)->a);
}

static bool is_wanted(void *slice, Val sym, const SymInfo *info)
{
    (void)info;
    const PathSlice *s = slice;
    for (u32 i = 0; i < s->n_syms; i++)
        if (s->syms[i] == sym)
            return true;
    return false;
}

static bool mentions_wanted(PathSlice *s, Val v)
{
    return val_find_sym(&s->run->values, v, is_wanted, s);
}

/* The members from the root of a place on, outermost first, up to what is no member; how many. */
static u32 members(const IrExp *place, const IrExp *out[PLACE_MEMBERS])
{
    u32 n = 0, depth = 0;
    for (const IrExp *e = place; e && depth < LOADS_DEPTH; e = e->a, depth++) {
        if (e->kind == IE_VAR || e->kind == IE_GLOBAL) {
            break;
        } else if (e->kind != IE_FIELD) {
            n = 0; /* an element, or behind a pointer: what stands inside of it is not compared */
            if (e->kind != IE_INDEX)
                break;
        } else {
            for (u32 k = MIN(n, PLACE_MEMBERS - 1u); k > 0; k--)
                out[k] = out[k - 1];
            out[0] = e;
            n = MIN(n + 1, (u32)PLACE_MEMBERS);
        }
    }
    return n;
}

static bool is_struct(const PathSlice *s, TypeId t)
{
    const Record *record = type_record(&s->run->unit->types, t);
    return record && record->keyword != KW_UNION;
}

/* Two places in one variable: are they different members of it? */
static bool apart(const PathSlice *s, const IrExp *a, const IrExp *b)
{
    const IrExp *x[PLACE_MEMBERS], *y[PLACE_MEMBERS];
    u32 n = MIN(members(a, x), members(b, y));
    for (u32 i = 0; i < n; i++)
        if (x[i]->field != y[i]->field)
            return is_struct(s, x[i]->a->type);
    return false;
}

static void want_place(PathSlice *s, const void *what, u64 context, const IrExp *place, bool weak)
{
    for (u32 i = 0; i < s->n_vars; i++)
        if (s->vars[i].what == what && s->vars[i].context == context && !apart(s, s->vars[i].place, place)) {
            s->vars[i].weak &= weak;
            return;
        }
    if (what && s->n_vars < PATH_INTERESTS)
        s->vars[s->n_vars++] = (PathPlace){what, context, place, weak};
}

/* The variables from which an expression's value was loaded. */
static void want_loads(PathSlice *s, const Frame *frame, const IrExp *e, bool weak, u32 depth)
{
    if (!e || depth > LOADS_DEPTH)
        return;
    if (e->kind == IE_TEMP) {
        const IrInst *def = ir_temp_def(frame->f, e->temp);
        if (!def || def->op != II_LOAD)
            return;
        const IrVar *var = ir_place_root(def->place);
        const IrGlobal *global = ir_place_global(def->place);
        if (var)
            want_place(s, var, frame->context, def->place, weak);
        else if (global)
            want_place(s, global, 0, def->place, weak);
        e = def->place;
        depth++;
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        want_loads(s, frame, sub[i], weak, depth + 1);
}

/* Is the object a variable of which this part (NULL: all) is being followed? Returns its position plus 1. */
static u32 place_wanted(const PathSlice *s, ObjId id, const IrExp *place)
{
    const Obj *o = obj(&s->run->objects, id);
    const void *what = o->kind == OBJ_VAR      ? (const void *)o->var
                       : o->kind == OBJ_GLOBAL ? (const void *)o->global
                                               : NULL;
    u64 context = o->kind == OBJ_VAR ? o->context : 0;
    for (u32 i = 0; what && i < s->n_vars; i++)
        if (s->vars[i].what == what && s->vars[i].context == context && !apart(s, s->vars[i].place, place))
            return i + 1;
    return 0;
}

static void want_event(PathSlice *s, Val cond)
{
    const Event *ev = s->ev;
    const Frame *frame = ev->state->frame;
    want(s, cond);
    switch (ev->kind) {
    case EV_ACCESS:
        want_obj(s, ev->access.obj);
        want(s, ev->access.off);
        want(s, ev->access.len);
        want(s, ev->access.ptr);
        want_loads(s, frame, ev->access.place, false, 0);
        if (ev->access.undef.answer >= ANSWER_YES || ev->access.string)
            want_content(s, ev->access.obj, ev->access.len && ev->access.string ? 0 : ev->access.off);
        break;
    case EV_FREE:
        want_obj(s, ev->freed.obj);
        want(s, ev->freed.ptr);
        break;
    case EV_LOST: want_obj(s, ev->lost.obj); break;
    case EV_ARITH:
        want(s, ev->arith.a);
        want(s, ev->arith.b);
        break;
    case EV_CONVERT: want(s, ev->convert.value); break;
    case EV_BRANCH: want(s, ev->branch.cond); break;
    case EV_SINK:
        want_obj(s, ev->sink.obj);
        want_content(s, ev->sink.obj, 0);
        want(s, ev->sink.source);
        want(s, ev->sink.value);
        break;
    case EV_ESCAPE:
        want_obj(s, ev->escape.obj);
        want_obj(s, ev->escape.where);
        break;
    case EV_LOCK: want_obj(s, ev->lock.obj); break;
    case EV_ROUND: want(s, ev->round.trip); break;
    case EV_EXIT: want(s, ev->exit.value); break;
    default: break;
    }
    if (frame->f != ev->f)
        return;
    if (ev->exp)
        want_loads(s, frame, ev->exp, false, 0);
    if (ev->inst &&
        ev->inst->op == II_CALL) /* lengths and the like; which argument is concerned does not always show */
        for (u32 i = 0; i < ev->inst->call->n_args; i++)
            want_loads(s, frame, ev->inst->call->args[i], true, 0);
}

/* ---- the slice ---- */

/* A branch that lowering made for the unknown argument of a macro: nobody wrote its condition. */
static bool is_opaque(const Step *step)
{
    return step->inst && step->inst->op == II_BRANCH && step->inst->why == BR_MACRO;
}

/* Was the same assumed before (steps are newest first)? Then this one decides nothing. */
static bool decided_before(const PathSlice *s, u32 at)
{
    const Step *step = s->steps.at[at];
    for (u32 i = at + 1, seen = 0; i < s->steps.n && seen < DECIDED_MAX; i++) {
        const Step *older = s->steps.at[i];
        seen += older->kind == STEP_ASSUME;
        if (older->kind == STEP_ASSUME && older->v == step->v && older->flag == step->flag &&
            !is_opaque(older))
            return true;
    }
    return false;
}

static u32 same_branch(const PathSlice *s, u32 newer_than, const Step *step)
{
    u32 n = 0;
    for (u32 i = 0; i < newer_than && n < SAME_BRANCH_MAX; i++)
        n += s->kept.at[i] && s->steps.at[i]->kind == STEP_ASSUME && s->steps.at[i]->inst == step->inst;
    return n;
}

/* A variable got the value that matters: what it had before does not, but where the value came from does. */
static bool keep_assign(PathSlice *s, const Step *step)
{
    const Values *vs = &s->run->values;
    u32 at = place_wanted(s, step->obj, step->inst->op == II_STORE ? step->inst->place : NULL);
    if (at) {
        PathPlace place = s->vars[at - 1];
        ValKind kind = step->v ? val_kind(vs, step->v) : VK_NONE;
        s->vars[at - 1] = s->vars[--s->n_vars];
        if (place.weak && kind != VK_INT && !mentions_wanted(s, step->v) &&
            !(kind == VK_ADDR && obj_wanted(s, val_node(vs, step->v)->a)))
            return false;
    } else {
        u32 content = content_wanted(s, step->obj, step->v2);
        if (!content)
            return false;
        if (step->v2 && s->contents[content - 1].off == step->v2)
            s->contents[content - 1] = s->contents[--s->n_contents];
    }
    want(s, step->v);
    if (step->inst->op == II_STORE)
        want_loads(s, step->frame, step->inst->value, false, 0);
    return true;
}

/* In the caller, a parameter's value is that of the argument. */
static void enter_backwards(PathSlice *s, const Step *step)
{
    const Frame *frame = step->frame;
    const IrCall *call = frame->call ? frame->call->call : NULL;
    for (u32 k = 0; call && frame->caller && k < frame->f->n_params && k < call->n_args; k++)
        for (u32 i = 0; i < s->n_vars; i++)
            if (s->vars[i].what == frame->f->params[k] && s->vars[i].context == frame->context) {
                bool weak = s->vars[i].weak;
                s->vars[i] = s->vars[--s->n_vars];
                want_loads(s, frame->caller, call->args[k], weak, 0);
                break;
            }
}

/* Content that came as a whole: what was there before does not matter any more. */
static bool keep_content(PathSlice *s, const Step *step)
{
    u32 at = content_wanted(s, step->obj, 0);
    if (!at)
        return false;
    for (; at; at = content_wanted(s, step->obj, 0))
        s->contents[at - 1] = s->contents[--s->n_contents];
    want_content(s, step->obj2, 0);
    return true;
}

/* A call that fills something from outside has written to it as well: the former says more. */
static bool is_input_too(const PathSlice *s, u32 write)
{
    const Step *step = s->steps.at[write];
    for (u32 i = write + 1; i < s->steps.n && s->steps.at[i]->inst == step->inst; i++)
        if (s->steps.at[i]->kind == STEP_INPUT && s->steps.at[i]->obj == step->obj)
            return true;
    return false;
}

static bool keep_step(PathSlice *s, u32 i)
{
    const Step *step = s->steps.at[i];
    if (step->kind == STEP_ENTER)
        enter_backwards(s, step);
    if (!step->inst)
        return false;
    switch ((StepKind)step->kind) {
    case STEP_ASSUME:
        return mentions_wanted(s, step->v) && !is_opaque(step) && same_branch(s, i, step) < SAME_BRANCH_MAX &&
               !decided_before(s, i);
    case STEP_ASSIGN: return keep_assign(s, step);
    case STEP_MAKE:
    case STEP_FREE:
    case STEP_DIE:
    case STEP_LOCK:
    case STEP_UNLOCK:
    case STEP_LOSE: return obj_wanted(s, step->obj);
    case STEP_INPUT: return mentions_wanted(s, step->v) || keep_content(s, step);
    case STEP_RESULT:
    case STEP_ROUND: return mentions_wanted(s, step->v);
    case STEP_WRITE: return !is_input_too(s, i) && keep_content(s, step);
    case STEP_COPY: return keep_content(s, step);
    case STEP_ENTER: /* decided last: what they enclose is not known yet */
    case STEP_LEAVE:
    case STEP_JOIN:
    case STEP_COUNT: break;
    }
    return false;
}

static void note_frames(const Frame **frames, u32 *n, const Frame *f)
{
    for (; f && *n < PATH_INTERESTS; f = f->caller) {
        for (u32 i = 0; i < *n; i++)
            if (frames[i] == f) /* and its callers with it */
                return;
        frames[(*n)++] = f;
    }
}

/* Calls are told of when something inside them is, or when the path ends inside. */
static void keep_calls(PathSlice *s)
{
    const Frame *frames[PATH_INTERESTS];
    u32 n = 0;
    note_frames(frames, &n, s->ev->state->frame);
    for (u32 i = 0; i < s->steps.n; i++)
        if (s->kept.at[i])
            note_frames(frames, &n, s->steps.at[i]->frame);
    for (u32 i = 0; i < s->steps.n; i++) {
        const Step *step = s->steps.at[i];
        for (u32 k = 0; k < n && step->kind == STEP_ENTER && step->frame->call; k++)
            s->kept.at[i] |= frames[k] == step->frame;
    }
}

/* ---- branches that decide whether the defect is reached ---- */

static bool encloses(const PathSlice *s, NodeId outer, NodeId inner)
{
    const Tree *t = &s->c->unit->tree;
    if (!outer || !inner)
        return false;
    const Node *o = tree_node(t, outer), *i = tree_node(t, inner);
    return o->begin <= i->begin && i->end <= o->end && i->begin < i->end;
}

/* The nodes of all assignments to the variable that a kept step assigned to: a branch around one of them that was not taken left
 * the variable as it is. */
static void note_stores(PathSlice *s, u32 kept)
{
    const Step *step = s->steps.at[kept];
    const IrFunction *f = step->frame->f;
    const IrVar *var = step->inst->op == II_STORE ? ir_place_root(step->inst->place) : NULL;
    if (!var || f->n_insts > LIMIT_SCAN_INSTS)
        return;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE && i != step->inst && ir_place_root(i->place) == var &&
                s->n_stores < PATH_INTERESTS)
                s->stores[s->n_stores++] = (PathStore){i->node, kept};
}

static bool guards(const PathSlice *s, const Step *branch, u32 at)
{
    NodeId stmt = branch->inst->stmt;
    if (branch->frame->f == s->ev->f && encloses(s, stmt, s->ev->inst ? s->ev->inst->node : s->ev->node))
        return true;
    for (u32 i = 0; i < at; i++)
        if (s->kept.at[i] && s->steps.at[i]->frame == branch->frame && s->steps.at[i]->kind != STEP_ASSUME &&
            encloses(s, stmt, s->steps.at[i]->inst->node))
            return true;
    for (u32 k = 0; k < s->n_stores; k++)
        if (s->stores[k].step > at && encloses(s, stmt, s->stores[k].node)) /* steps are newest first */
            return true;
    return false;
}

/* Which way a branch went matters when something of the path stands inside its statement, or when a value would have been replaced
 * there. Guards that only lead out of the function early are left out. */
static void keep_guards(PathSlice *s)
{
    u32 n = 0;
    s->n_vars = s->n_contents = 0; /* what was looked for was found, or is older than the path */
    for (u32 i = 0; i < s->steps.n; i++)
        if (s->kept.at[i] && s->steps.at[i]->kind == STEP_ASSIGN)
            note_stores(s, i);
    for (u32 i = 0; i < s->steps.n && n < GUARDS_MAX; i++) {
        const Step *step = s->steps.at[i];
        if (step->kind == STEP_ASSIGN && step->inst && !s->kept.at[i] && keep_assign(s, step)) {
            s->kept.at[i] = true;
            note_stores(s, i);
        }
        if (step->kind == STEP_ENTER)
            enter_backwards(s, step);
        if (step->kind != STEP_ASSUME || s->kept.at[i] || !step->inst || step->inst->op != II_BRANCH ||
            is_opaque(step) || same_branch(s, i, step) > 0 || !guards(s, step, i))
            continue;
        s->kept.at[i] = true;
        want(s, step->v); /* for the values shown with it */
        if (path_value(s->run, step->v, s->witness->choices, s->witness->n_choices) != step->v)
            want_loads(s, step->frame, step->inst->cond, false, 0); /* earlier branches decided this one */
        n++;
    }
}

static void choose(PathSlice *s)
{
    path_linear(s->run, s->ev->state, s->witness->choices, s->witness->n_choices, STEPS_MAX, &s->steps);
    for (u32 i = 0; i < s->steps.n; i++) {
        vec_push(&s->kept, 0);
        s->kept.at[i] = keep_step(s, i);
    }
    keep_guards(s);
    keep_calls(s);
    u32 n = 0;
    for (u32 i = 0; i < s->steps.n; i++)
        n += s->kept.at[i];
    /* Both ends matter more than the middle: where the values come from, and what was done with them last. */
    u32 seen = 0, first = LIMIT_PATH_STEPS / 2;
    for (u32 i = 0; i < s->steps.n && n > LIMIT_PATH_STEPS - 1; i++)
        if (s->kept.at[i] && ++seen > first && seen <= first + n - (LIMIT_PATH_STEPS - 1))
            s->kept.at[i] = false;
}

/* ---- putting it together ---- */

/* One thing is told once, though it may have been executed in several rounds; the last values count. */
static bool is_repeat(const PathSlice *s, Place at)
{
    FindingStep *last = s->finding->last_step;
    if (!last || last->at.loc != at.loc || strcmp(last->text, s->text.n ? s->text.s : "") != 0)
        return false;
    last->values = s->values.n ? arena_strndup(s->finding->arena, s->values.s, s->values.n) : NULL;
    return true;
}

/* `p = malloc(64)`: the step before has told of the call. */
static bool told_by_call(const Step *step, const IrInst *last)
{
    return step->kind == STEP_ASSIGN && last && step->inst->op == II_STORE &&
           ir_result_of_call(step->frame->f, ir_skip_casts(step->inst->value)) == last;
}

static void add_steps(PathSlice *s)
{
    const IrInst *last = NULL;
    for (u32 i = s->steps.n; i-- > 0;) {
        const Step *step = s->steps.at[i];
        if (!s->kept.at[i] || told_by_call(step, last) || !path_describe(s, step))
            continue;
        bool enters = step->kind == STEP_ENTER; /* told of where the call stands */
        const Frame *frame = enters ? step->frame->caller : step->frame;
        last = enters ? step->frame->call : step->inst;
        Place at = watch_place_of(s->c, frame->f, last);
        if (at.loc && !is_repeat(s, at))
            finding_step(s->finding, at, frame->depth, s->values.n ? s->values.s : NULL, "%s", s->text.s);
    }
}

/* Can a user choose it, or recognise it at least? */
static bool is_input(const SymInfo *info)
{
    switch ((SymOrigin)info->origin) {
    case SO_PARAM:
    case SO_INPUT:
    case SO_LIBRARY:
    case SO_RESULT:
    case SO_TRIP: return !info->type.ptr;
    default: return false;
    }
}

/* "`argc` = 2, `header[1]` = 255, in round 3" */
static void add_witness(PathSlice *s)
{
    Sb b;
    sb_init(&b);
    u32 n = 0;
    for (u32 i = 0; i < s->witness->n && n < WITNESS_MAX; i++) {
        Val sym = s->witness->at[i].sym;
        const SymInfo *info = val_sym_info(&s->run->values, sym);
        i128 value;
        bool wanted = false;
        for (u32 k = 0; k < s->n_syms && !wanted; k++)
            wanted = s->syms[k] == sym;
        if (!wanted || !info || !is_input(info) || !model_eval(s->run, s->witness, sym, &value))
            continue;
        size_t before = b.n;
        bool trip = info->origin == SO_TRIP;
        sb_adds(&b, n ? ", " : "");
        sb_adds(&b, trip ? "in round " : "`");
        if (!trip && !watch_add_sym(s->run, sym, 0, &b)) {
            b.n = before;
            b.s[before] = '\0';
            continue;
        }
        sb_adds(&b, trip ? "" : "` = ");
        watch_add_number(&b, trip ? value + 1 : value);
        n++;
    }
    if (n)
        finding_witness(s->finding, "%s", b.s);
    sb_release(&b);
}

void watch_path(CheckCtx *c, const Event *ev, Val cond, const Witness *witness, Finding *f)
{
    PathSlice s = {.c = c, .ev = ev, .run = ev->run, .witness = witness, .finding = f};
    sb_init(&s.text);
    sb_init(&s.values);
    want_event(&s, cond);
    choose(&s);
    add_steps(&s);
    path_describe_event(&s, cond);
    /* A path of one step says nothing that the finding does not say, unless it has values. */
    if (f->steps || s.values.n) {
        NodeId node = ev->inst && ev->inst->node ? ev->inst->node : ev->node ? ev->node : ev->f->node;
        finding_step(f, check_place(c, node), ev->state->frame->depth, s.values.n ? s.values.s : NULL, "%s",
                     s.text.n ? s.text.s : "here");
    }
    add_witness(&s);
    sb_release(&s.text);
    sb_release(&s.values);
    vec_release(&s.steps);
    vec_release(&s.kept);
}
