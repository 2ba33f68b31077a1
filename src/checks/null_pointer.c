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

/* The symbol that decides whether the pointer is null, or 0. */
static Val base_of(const Event *ev)
{
    const Values *vs = &ev->run->values;
    ObjId o = ev->access.obj;
    if (!o && val_kind(vs, ev->access.ptr) == VK_ADDR)
        o = val_node(vs, ev->access.ptr)->a;
    return o ? obj(&ev->run->objects, o)->base : 0;
}

/* Has the path asked whether the pointer is null? */
static bool asked(const Event *ev)
{
    const Values *vs = &ev->run->values;
    Val base = base_of(ev), ptr = ev->access.ptr;
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ASSUME && ((base && val_mentions(vs, s->v, base)) ||
                                       (val_kind(vs, ptr) == VK_SYM && val_mentions(vs, s->v, ptr))))
            return true;
    return false;
}

/* Does the branch belong to an assertion, or to the body of a macro? Such tests are written for what must not be, or for every caller:
 * they do not show that the code expects null. */
static bool is_idle_test(CheckCtx *c, const Step *s)
{
    const Tree *t = &c->unit->tree;
    const IrInst *branch = s->inst;
    if (!branch || branch->op != II_BRANCH || !branch->node)
        return false;
    if (branch->stmt && flow_from_macro(c->unit, branch->stmt))
        return true;
    if (branch->why != BR_AND && branch->why != BR_OR && branch->why != BR_COND)
        return false;
    const IrFunction *f = s->frame->f;
    u32 tok = tree_node(t, branch->node)->tok;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_CALL || !i->call->n_args || !i->call->arg_nodes || !i->call->arg_nodes[0])
                continue;
            const Node *arg = tree_node(t, i->call->arg_nodes[0]);
            if (tok >= arg->begin && tok < arg->end && contract_has(check_contract(c, i->call), CA_ASSERTS))
                return true;
        }
    return false;
}

/* Is the pointer null on this path only because an assertion or a macro has looked at it? */
static bool only_asserted(CheckCtx *c, const Event *ev)
{
    enum { LOOKED_AT = 64 }; /* tests */
    const Values *vs = &ev->run->values;
    Val base = base_of(ev), ptr = ev->access.ptr;
    u32 idle = 0;
    for (const Step *s = ev->state->path; s && idle < LOOKED_AT; s = s->before) {
        if (s->kind != STEP_ASSUME || !((base && val_mentions(vs, s->v, base)) ||
                                        (val_kind(vs, ptr) == VK_SYM && val_mentions(vs, s->v, ptr))))
            continue;
        if (!is_idle_test(c, s))
            return false;
        idle++;
    }
    return idle > 0;
}

/* Does the way on which it is null hang on the configuration: a macro that is a name in other builds, a variable that is set under a
 * condition of the preprocessor? */
static bool hangs_on_configuration(const Event *ev)
{
    i64 n;
    const Values *vs = &ev->run->values;
    if (ev->access.fact || !val_const(vs, ev->access.ptr, &n))
        return false;
    const IrExp *e = ev->access.place;
    while (e && (e->kind == IE_FIELD || (e->kind == IE_INDEX && ir_is_place(e->a))))
        e = e->a;
    e = e && (e->kind == IE_DEREF || e->kind == IE_INDEX) ? ir_skip_casts(e->a) : NULL;
    if (!e)
        return false;
    if (e->kind == IE_INT)
        return true;
    const IrExp *from = ir_loaded_place(ev->f, e);
    return from && from->kind == IE_VAR && flow_set_by_config(ev->f, from->var);
}

/* That a function which was entered tests what it is given says nothing of what this caller gives. */
static bool tested_in_callee(const Event *ev)
{
    const Values *vs = &ev->run->values;
    Val base = base_of(ev);
    for (const Step *s = ev->state->path; s && base; s = s->before)
        if (s->kind == STEP_ASSUME && val_mentions(vs, s->v, base))
            return s->frame->depth != 0;
    return false;
}

static bool is_unknown(void *ctx, Val sym, const SymInfo *i)
{
    (void)ctx, (void)sym;
    return !i->free && i->origin != SO_CONFIG && i->origin != SO_PARAM && i->origin != SO_JOIN;
}

static bool mentions_place(const IrFunction *f, const IrExp *e, Sym name, u32 depth)
{
    enum { DEPTH = 16 };
    if (!e || depth > DEPTH)
        return false;
    const IrExp *place = ir_loaded_place(f, e);
    if (place && util_place_name(f, place) == name)
        return true;
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (mentions_place(f, sub[i], name, depth + 1))
            return true;
    return false;
}

/* The last branch in front of an instruction that tests the pointer of this name; 0: none. */
static u32 last_test(const IrFunction *f, const IrInst *before, Sym name)
{
    u32 id = 0;
    for (u32 b = 0; b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        if (last && last->op == II_BRANCH && last->id < before->id && last->id > id &&
            mentions_place(f, last->cond, name, 0))
            id = last->id;
    }
    return id;
}

/*
 * The pointer was set to null or tested, and what happened since hangs on other conditions that nobody here knows: whether they can be
 * so when it is null (that the list is empty, say, and the count is not) is for the code that makes the values to say.
 */
static bool behind_unknown_ways(const Event *ev, Sym name)
{
    const Values *vs = &ev->run->values;
    i64 n;
    bool constant = val_const(vs, ev->access.ptr, &n);
    if (!name || !ev->inst || ev->state->frame->depth)
        return false;
    u32 test = last_test(ev->f, ev->inst, name);
    for (const Step *s = ev->state->path; s; s = s->before) {
        if (s->kind == STEP_ASSUME && s->inst && s->frame->f == ev->f) {
            if (s->inst->id == test)
                return false;
            if ((s->inst->id > test || s->inst->id > ev->inst->id) &&
                val_find_sym(vs, s->v, is_unknown, NULL))
                return true;
        } else if (constant && s->kind == STEP_ASSIGN && val_is_null(vs, s->v)) {
            const Obj *o = obj(&ev->run->objects, s->obj);
            if (o->kind == OBJ_VAR && o->var->name == name)
                return false;
        }
    }
    return false;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvAccess *a = &ev->access;
    if (a->null.answer == ANSWER_NONE)
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
    /* A macro and a function of one name: which of them it is hangs on the configuration. */
    Sym written = from_call && call->op == II_CALL ? call->call->written : 0;
    if (written && index_first(&c->project->index, written)) {
        if (util_as(c, UTIL_CHECK(unchecked_null)))
            watch_undecided(c, ev, WHY_CONFIGURATION);
        return;
    }
    const Contract *made_by = from_call ? check_contract(c, call->call) : NULL;
    /* Attributes of a project's own function say that it allocates, not that it comes back without memory. */
    bool own =
        from_call && call->op == II_CALL && call->call->kind != IC_NEW && !(made_by && made_by->from_library);
    if (own && !contract_has(made_by, CA_MAY_RETURN_NULL)) {
        if (util_as(c, UTIL_CHECK(unchecked_null)))
            watch_undecided(c, ev, WHY_CALLEE);
        return;
    }
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
    if (hangs_on_configuration(ev)) {
        if (util_as(c, UTIL_CHECK(null_dereference)))
            watch_undecided(c, ev, WHY_CONFIGURATION);
        return;
    }
    if (only_asserted(c, ev)) {
        if (util_as(c, UTIL_CHECK(null_dereference)))
            watch_undecided(c, ev, WHY_CALLER);
        return;
    }
    if (tested_in_callee(ev)) {
        if (util_as(c, UTIL_CHECK(null_dereference)))
            watch_undecided(c, ev, WHY_CALLER);
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
    if (!from_call && behind_unknown_ways(ev, name)) {
        if (util_as(c, UTIL_CHECK(null_dereference)))
            watch_undecided(c, ev, WHY_CALLER);
        return;
    }
    const char *ptr = watch_value(c, ev, a->ptr), *shown = name ? sym_str(name) : ptr;
    Finding *f;
    if (from_call && !asked(ev)) {
        if (!util_as(c, UTIL_CHECK(unchecked_null)))
            return;
        f = watch_answer(c, ev, &a->null, util_callee(call->call), util_accessor(c, ev), shown);
        if (f && !contract_has(check_contract(c, call->call), CA_ALLOCATES))
            finding_severity(f, SEV_MEDIUM);
    } else {
        if (!util_as(c, UTIL_CHECK(null_dereference)))
            return;
        f = watch_answer(c, ev, &a->null, shown, util_accessor(c, ev));
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
    .family = family,
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
    .family = family,
    .on_event = on_event,
};
