/*
 * Accesses outside of an object, direct or by a callee's contract. Each access is a site of one of the checks
 * of bounds_texts.c, chosen by what is done (read, write), to what (stack, heap, other), on which side, and
 * by the mistake that leads there.
 */
#include "checks/bounds.h"

const u8 bounds_events[] = {EV_ACCESS, EV_NONE};

const u16 bounds_family[] = {UTIL_CHECK(out_of_bounds_write),  UTIL_CHECK(stack_buffer_overflow),
                             UTIL_CHECK(heap_buffer_overflow), UTIL_CHECK(buffer_underwrite),
                             UTIL_CHECK(out_of_bounds_read),   UTIL_CHECK(buffer_overread),
                             UTIL_CHECK(buffer_underread),     UTIL_CHECK(access_outside),
                             UTIL_CHECK(untrusted_index),      UTIL_CHECK(untrusted_offset),
                             UTIL_CHECK(allocation_too_small), UTIL_CHECK(off_by_one),
                             UTIL_CHECK(string_not_ended),     UTIL_CHECK_NONE};

/* What the verdict is about: the bytes [off, off + len) of `size` bytes. For an index, one element of the
 * array. */
typedef struct Extent {
    CheckCtx *c;
    const Event *ev;
    const EvAccess *a;
    Val off, len; /* len 0: not known */
    Val size;     /* or 0 */
    i64 holds;    /* the same as a number, or -1 */
    i64 elem;     /* bytes of an element, at least 1 */
    bool index;   /* a direct access by [] */
    bool part;    /* of an array inside of the object */
    bool write;
} Extent;

/* A variable or its member by name cannot be missed. */
static bool by_name(const EvAccess *a)
{
    const IrExp *e = a->place;
    if (a->fact || !e)
        return false;
    while (e->kind == IE_FIELD)
        e = e->a;
    return e->kind == IE_VAR || e->kind == IE_GLOBAL || e->kind == IE_OBJECT;
}

static const IrExp *index_place(const EvAccess *a)
{
    const IrExp *e = a->fact ? NULL : a->place;
    while (e && e->kind == IE_FIELD)
        e = e->a;
    return e && e->kind == IE_INDEX ? e : NULL;
}

/* Adds up the offsets of the members on the way from a place down to `stop`, or to what is no member (*stop
 * NULL). */
static bool member_offset(TypeTable *tt, const IrExp *e, const IrExp **stop, i64 *sum)
{
    for (; e->kind == IE_FIELD && e != *stop; e = e->a) {
        const Record *r = type_record(tt, e->a->type);
        if (!r || !r->layout_known || e->field >= r->n_fields || r->fields[e->field].offset > INT32_MAX)
            return false;
        *sum += (i64)r->fields[e->field].offset;
    }
    bool fits = !*stop || e == *stop;
    *stop = e;
    return fits;
}

/* The element of an array or of a block that [] names; false: the place is too winding. */
static bool element_of(Extent *x, const IrExp *index)
{
    TypeTable *tt = &x->ev->run->unit->types;
    Values *vs = &x->ev->run->values;
    const Type *array = type_get(tt, index->a->type);
    const IrExp *top = index, *root = NULL;
    i64 skipped = 0;
    u64 bytes;
    u64 count = array->kind == TY_ARRAY && array->bound == BOUND_KNOWN ? array->count : 0;
    if (!type_sizeof(tt, index->type, &bytes) || bytes == 0 || bytes > INT32_MAX || count > INT32_MAX ||
        !member_offset(tt, x->a->place, &top, &skipped))
        return false;
    if (count && (!member_offset(tt, index->a, &root, &skipped) || root->kind == IE_INDEX))
        return false;
    x->elem = (i64)bytes;
    x->off = val_off_sub(vs, x->a->off, val_off(vs, skipped));
    x->len = val_off(vs, x->elem);
    if (count) {
        x->part = index->a->kind == IE_FIELD;
        x->size = val_off(vs, x->elem * (i64)count);
    }
    return true;
}

/* x++ and x += 1 read first; what is wrong with them is the write. */
static bool writes(const Event *ev)
{
    enum { NEAR = 8 };
    const IrInst *i = ev->inst;
    if (ev->access.write || !i || i->op != II_LOAD)
        return ev->access.write;
    NodeId node = i->place->node;
    u32 n = 0;
    for (i = i->next; i && n < NEAR; i = i->next, n++)
        if (i->op == II_STORE && i->flags & IIF_COMPOUND && i->place->node == node)
            return true;
    return false;
}

static Extent extent_of(CheckCtx *c, const Event *ev)
{
    const EvAccess *a = &ev->access;
    Run *r = ev->run;
    TypeTable *tt = &r->unit->types;
    Extent x = {
        .c = c, .ev = ev, .a = a, .off = a->off, .len = a->len, .holds = -1, .elem = 1, .write = writes(ev)};
    x.size = a->obj ? st_size(r, ev->state, a->obj) : 0;
    const IrExp *index = index_place(a);
    if (index) {
        x.index = element_of(&x, index);
    } else {
        u64 bytes = 0;
        TypeId t = a->obj ? obj(&r->objects, a->obj)->type : TYPE_UNKNOWN;
        if (!a->fact && a->place)
            t = a->place->type;
        else if (a->arg >= 0 && ev->inst && ev->inst->op == II_CALL && (u32)a->arg < ev->inst->call->n_args) {
            TypeId p = ir_skip_casts(ev->inst->call->args[a->arg])->type;
            if (type_kind(tt, p) == TY_PTR && !type_is_unknown(tt, type_of(tt, p)) &&
                type_of(tt, p) != TYPE_VOID)
                t = type_of(tt, p);
        }
        if (type_kind(tt, t) == TY_ARRAY)
            t = type_of(tt, t);
        if (t != TYPE_UNKNOWN && type_sizeof(tt, t, &bytes) && bytes > 0 && bytes < INT32_MAX)
            x.elem = (i64)bytes;
    }
    Interval range = {0, -1};
    if (x.size)
        range = st_range(r, ev->state, x.size);
    if (x.size && range.lo == range.hi && range.lo >= 0 && range.lo <= INT64_MAX)
        x.holds = (i64)range.lo;
    return x;
}

/* ---- the mistake ---- */

/* Is the value that decides it from outside, with nothing on the path that limits it? */
static bool untested(const Event *ev, const Question *q)
{
    const SymInfo *info = q->answer == ANSWER_MAY && q->sym ? val_sym_info(&ev->run->values, q->sym) : NULL;
    if (!info || !info->taint)
        return false;
    Interval declared = {info->lo, info->hi}, now = st_range(ev->run, ev->state, q->sym);
    return now.lo <= declared.lo && now.hi >= declared.hi;
}

/* The result of a call that brings input: fscanf(f, "%d", &n) == 1. Who sends the input decides what it is. */
static bool tells_of_input(void *ctx, Val sym, const SymInfo *info)
{
    (void)sym;
    return info->origin == SO_LIBRARY && info->inst && info->inst->op == II_CALL &&
           contract_has(check_contract(ctx, info->inst->call), CA_TAINTS);
}

/*
 * Does it take a number of rounds that no test in the loop bounds, and whose end no input decides? Then
 * something else ends the loop in time: a value that gets smaller, an element that is known to be there.
 */
static bool endless_rounds(const Extent *x, const Question *q)
{
    enum { MANY = 1 << 28 };
    const Event *ev = x->ev;
    const Values *vs = &ev->run->values;
    const SymInfo *info = q->answer == ANSWER_MAY && q->sym ? val_sym_info(vs, q->sym) : NULL;
    if (!info || info->origin != SO_TRIP || st_range(ev->run, ev->state, q->sym).hi < MANY)
        return false;
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ASSUME && s->v &&
            (val_node(vs, s->v)->taint || val_find_sym(vs, s->v, tells_of_input, x->c)))
            return false;
    return true;
}

/* How far the access reaches behind the object at most: false when that is not known. */
static bool excess(const Extent *x, i128 *bytes)
{
    Run *r = x->ev->run;
    if (!x->size || !x->a->len)
        return false;
    StoreCtx ctx = st_ctx(r);
    Val end = val_off_add(&r->values, x->a->off, x->a->len);
    return cs_upper_diff(&ctx, &x->ev->state->store, end, x->size, bytes);
}

/* Does what is known say that it ends just one element behind the object at most? Then the loop's own test lets it in: i <= n. */
static bool one_too_many(const Extent *x)
{
    i128 over;
    return x->elem > 0 && excess(x, &over) && over == x->elem;
}

/* Does the size of the block forget the terminator, or the size of an element? */
static bool too_small(const Extent *x, i128 over)
{
    Run *r = x->ev->run;
    const Obj *o = obj(&r->objects, x->a->obj);
    if (o->kind != OBJ_ALLOC || o->stack || !x->size)
        return false;
    if (over == x->elem && val_sym_of(&r->values, x->size, SO_LENGTH))
        return true;
    if (x->elem < 2 || !x->a->len)
        return false;
    StoreCtx ctx = st_ctx(r);
    Val end = val_off_add(&r->values, x->a->off, x->a->len), need = val_off_mul(&r->values, x->size, x->elem);
    i128 least;
    return cs_upper_diff(&ctx, &x->ev->state->store, need, end, &least) && least <= 0 &&
           cs_upper_diff(&ctx, &x->ev->state->store, end, need, &least) && least <= 0;
}

/* Does the code itself stop one element too late? An index that a loop counts up passes the first bad element
 * in any case: there it is the loop's test that tells, `i <= n`. */
static bool stops_late(const Extent *x)
{
    const IrFunction *f = x->ev->f;
    const IrExp *place = x->index ? index_place(x->a) : NULL;
    const IrExp *counted = place ? ir_loaded_place(f, place->b) : NULL;
    i64 num;
    if (!counted || counted->kind != IE_VAR || !val_const(&x->ev->run->values, x->a->off, &num))
        return true;
    if (f->n_insts > LIMIT_SCAN_INSTS)
        return false;
    for (u32 b = 0; b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        const IrExp *cond = last && last->op == II_BRANCH ? ir_skip_implicit(last->cond) : NULL;
        if (!cond || cond->kind != IE_BINOP || (cond->op != BIN_LE && cond->op != BIN_GE))
            continue;
        const IrExp *side = ir_loaded_place(f, ir_skip_implicit(cond->op == BIN_LE ? cond->a : cond->b));
        if (side && side->kind == IE_VAR && side->var == counted->var)
            return true;
    }
    return false;
}

static u16 beyond_of_object(const Extent *x)
{
    if (!x->a->obj)
        return x->write ? UTIL_CHECK(out_of_bounds_write) : UTIL_CHECK(out_of_bounds_read);
    const Obj *o = obj(&x->ev->run->objects, x->a->obj);
    if (!x->write)
        return o->kind == OBJ_POINTEE ? UTIL_CHECK(out_of_bounds_read) : UTIL_CHECK(buffer_overread);
    if (o->kind == OBJ_VAR || o->stack)
        return UTIL_CHECK(stack_buffer_overflow);
    return o->kind == OBJ_ALLOC ? UTIL_CHECK(heap_buffer_overflow) : UTIL_CHECK(out_of_bounds_write);
}

static u16 check_of(const Extent *x)
{
    const EvAccess *a = x->a;
    bool before = util_bad(&a->before), beyond = util_bad(&a->beyond);
    if ((before && untested(x->ev, &a->before)) || (beyond && untested(x->ev, &a->beyond))) {
        if (x->index)
            return UTIL_CHECK(untrusted_index);
        if (!a->fact && !index_place(a))
            return UTIL_CHECK(untrusted_offset);
    }
    if (before && beyond)
        return UTIL_CHECK(access_outside);
    if (before)
        return x->write ? UTIL_CHECK(buffer_underwrite) : UTIL_CHECK(buffer_underread);
    i128 over;
    if (beyond && excess(x, &over) && over > 0) {
        if (x->write && too_small(x, over))
            return UTIL_CHECK(allocation_too_small);
        if (over == x->elem && stops_late(x))
            return UTIL_CHECK(off_by_one);
    }
    return beyond_of_object(x);
}

/* Has the path gone through a round that stands for all further ones? */
static bool in_generic_round(const Event *ev)
{
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ROUND && s->v)
            return true;
    return false;
}

/* The same inside of a function that was entered. */
static bool in_callees_round(const Event *ev)
{
    const Frame *frame = ev->state->frame;
    if (!frame->depth)
        return false;
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ROUND && s->frame == frame)
            return true;
    return false;
}

static bool is_pure_result(void *run, Val sym, const SymInfo *i)
{
    (void)sym;
    const Run *r = run;
    const Contract *k =
        i->origin == SO_LIBRARY && i->name && !i->taint ? contract_lookup(r->contracts, i->name) : NULL;
    return contract_has(k, CA_PURE) || contract_has(k, CA_CONSTANT);
}

/* What strlen or abs gives follows from what it was given, of which the contract tells the bounds only. */
static bool rests_on_pure_result(const Event *ev, const Question *q)
{
    return q->answer == ANSWER_MAY && val_find_sym(&ev->run->values, q->cond, is_pure_result, ev->run);
}

/* A type that another configuration declares with another size: the object by that type, the access by this
 * one. */
static bool other_configuration(const Extent *x)
{
    Run *r = x->ev->run;
    const EvAccess *a = x->a;
    const Obj *o = obj(&r->objects, a->obj);
    if (!a->obj || o->kind != OBJ_VAR || !val_is_null(&r->values, a->off))
        return false;
    if (!a->fact)
        return o->f != x->ev->f && !x->index;
    const ContractExpr *e = a->fact->expr[0] ? contract_expr(r->contracts, a->fact->expr[0]) : NULL;
    return e && e->op == CE_NUMBER && type_kind(&r->unit->types, o->var->type) == TY_RECORD;
}

/* What another check says of the same place, and better: an unbounded copy, a format that does not fit its argument, a length that a
 * conversion made of a negative number, a neighbouring variable reached from this one's address. */
static bool said_elsewhere(const Extent *x, const Question *q)
{
    const Event *ev = x->ev;
    const EvAccess *a = x->a;
    const IrCall *call = a->fact && ev->inst && ev->inst->op == II_CALL ? ev->inst->call : NULL;
    if (call) {
        const Contract *k = check_contract(x->c, call);
        const ContractFact *format =
            k ? contract_about(x->c->contracts, k, CA_FORMAT, a->fact->target[0].arg) : NULL;
        if (q->answer == ANSWER_MAY && contract_has(k, CA_DANGEROUS))
            return true;
        if (a->fact->attr == CA_FORMAT || format)
            return x->write;
        if (!a->len || st_range(ev->run, ev->state, a->len).lo >= 0)
            return false;
        Val end = val_off_add(&ev->run->values, a->off, a->len);
        return !x->size || st_range(ev->run, ev->state, end).hi <= x->holds;
    }
    const IrExp *base = a->place && a->place->kind == IE_DEREF ? ir_skip_casts(a->place->a) : NULL;
    return base && base->kind == IE_BINOP && base->a->kind == IE_ADDR && !(base->a->flags & IX_DECAY) &&
           base->a->a->kind == IE_VAR;
}

/* Why the answer may come from what the engine does not follow exactly; WHY_COUNT: it does not. */
static EngineWhy doubt(const Extent *x, const Question *q)
{
    enum { MANY = 1 << 28 };
    const Event *ev = x->ev;
    bool last = q == &x->a->beyond && one_too_many(x);
    if (!last && endless_rounds(x, q))
        return WHY_LOOP;
    if (other_configuration(x))
        return WHY_CONFIGURATION;
    if (!last && x->size && x->holds < 0 && in_generic_round(ev))
        return WHY_LOOP; /* the size is that of another round */
    if (q->answer != ANSWER_MAY)
        return WHY_COUNT;
    const SymInfo *info = q->sym ? val_sym_info(&ev->run->values, q->sym) : NULL;
    if (info && (info->origin == SO_LENGTH || info->origin == SO_OPAQUE) && !info->taint &&
        st_range(ev->run, ev->state, q->sym).hi >= MANY)
        return WHY_MEMORY;
    if (in_callees_round(ev))
        return WHY_LOOP; /* what ends the rounds is for the callee's own review */
    if (q == &x->a->beyond && rests_on_pure_result(ev, q))
        return WHY_VALUE;
    return WHY_COUNT;
}

/* Does a test on the path say of a symbol that it is `limit` at most? */
static bool tested_up_to(const Event *ev, Val sym, i128 limit)
{
    const Values *vs = &ev->run->values;
    for (const Step *s = ev->state->path; s; s = s->before) {
        const ValNode *n = s->kind == STEP_ASSUME && s->v ? val_node(vs, s->v) : NULL;
        i64 k;
        if (!n || n->kind != VK_BINOP || n->op < BIN_LT || n->op > BIN_GE)
            continue;
        u8 op = n->op;
        Val a = n->a;
        if (val_const(vs, n->a, &k)) {
            op = ir_op_swapped(op);
            a = n->b;
        } else if (!val_const(vs, n->b, &k)) {
            continue;
        }
        while (val_kind(vs, a) == VK_CAST)
            a = val_node(vs, a)->a;
        op = s->flag ? op : ir_op_inverse(op);
        if (a == sym && ((op == BIN_LE && k == limit) || (op == BIN_LT && (i128)k - 1 == limit)))
            return true;
    }
    return false;
}

/*
 * The code itself limits an index that its caller chooses, and lets in just the first one that there is not: if (n > 5) return;
 * a[n] with five elements. *q becomes the question that is answered by that. The question of the event is open for its caller's sake.
 */
static bool lets_one_more_in(const Extent *x, Question *q)
{
    const Event *ev = x->ev;
    Run *r = ev->run;
    const Question *open = &x->a->beyond;
    if (!open->sym || !x->index || x->holds < x->elem || ev->state->flags & (SF_WEAK | SF_BUDGET) ||
        in_generic_round(ev) || st_range(r, ev->state, x->off).hi != x->holds ||
        !tested_up_to(ev, open->sym, x->holds / x->elem))
        return false;
    *q = (Question){.answer = ANSWER_MAY,
                    .cond = val_cmp(&r->values, BIN_EQ, x->off, val_off(&r->values, x->holds)),
                    .sym = open->sym};
    return true;
}

/* ---- texts ---- */

/* A clause that puts the numbers side by side: "the index is 10, and `a` has elements 0 to 9". */
static const char *numbers(const Extent *x)
{
    CheckCtx *c = x->c;
    const Event *ev = x->ev;
    const char *name = watch_object(c, ev, x->a->obj), *size = watch_size(c, ev, x->a->obj);
    if (x->index) {
        Interval index = st_range(ev->run, ev->state, x->off);
        if (x->part)
            name = check_text(c, "`%s`", watch_code(c, ev, index_place(x->a)->a->node));
        const char *at = util_interval(c, index, x->elem);
        const char *be = index.lo / x->elem == index.hi / x->elem ? "is" : "can be";
        if (x->holds >= x->elem)
            return check_text(c, "the index %s %s, and %s has elements 0 to %lld", be, at, name,
                              (long long)(x->holds / x->elem - 1));
        return check_text(c, *size ? "the index %s %s, and %s" : "the index %s %s%s", be, at, size);
    }
    if (!x->a->off)
        return size;
    Interval off = st_range(ev->run, ev->state, x->a->off);
    Interval len = {0, 0};
    if (x->a->len)
        len = st_range(ev->run, ev->state, x->a->len);
    const char *where = "";
    if (off.lo != 0 || off.hi != 0)
        where = check_text(c, off.lo == off.hi ? " from offset %s" : " from an offset of %s",
                           util_interval(c, off, 1));
    const char *many = x->a->len ? util_interval(c, len, 1) : "an unknown number of";
    if (len.lo != len.hi && len.hi >= INT32_MAX)
        many = watch_value(c, ev, x->a->len);
    return check_text(c, "%s bytes%s%s%s", many, where, *size ? ", and " : "", size);
}

static const char *shown(const Extent *x)
{
    return x->a->obj ? watch_object(x->c, x->ev, x->a->obj) : watch_value(x->c, x->ev, x->a->ptr);
}

/* ---- verdicts ---- */

static bool is_number(const Event *ev, Val v)
{
    Interval iv = st_range(ev->run, ev->state, v);
    return iv.lo == iv.hi;
}

/* Was it written at places that are not known as numbers? One of them may hold the terminator. */
static bool written_somewhere(const Event *ev, ObjId o)
{
    const ObjState *s = st_obj(ev->run, ev->state, o);
    for (u32 i = 0; i < s->n_cells; i++)
        if (!is_number(ev, s->cells[i].off))
            return true;
    for (const Span *p = s->spans; p; p = p->older)
        if (!is_number(ev, p->off) || (p->len && !is_number(ev, p->len)))
            return true;
    return false;
}

static void on_string(CheckCtx *c, const Event *ev, UtilTold *told)
{
    const EvAccess *a = &ev->access;
    u64 key = util_key(SUBJECT_STRING, a->obj, 0);
    if (util_bad(&a->unended) && a->obj && util_was_told(told, key))
        return;
    if (!util_as(c, UTIL_CHECK(string_not_ended)))
        return;
    if (util_bad(&a->unended) && in_generic_round(ev))
        return watch_undecided(c, ev, WHY_LOOP);
    if (util_bad(&a->unended) && a->obj && written_somewhere(ev, a->obj))
        return watch_undecided(c, ev, WHY_MEMORY);
    if (!util_bad(&a->unended)) {
        watch_answer(c, ev, &a->unended, NULL);
        return;
    }
    Finding *f = watch_answer(c, ev, &a->unended, util_accessor(c, ev),
                              a->obj ? watch_object(c, ev, a->obj) : watch_value(c, ev, a->ptr));
    if (!f)
        return;
    util_related_object(c, ev, f, a->obj);
    if (a->obj)
        util_tell(c, told, key);
}

static void report(CheckCtx *c, const Event *ev, UtilTold *told, const Extent *x, const Question *q,
                   u16 check)
{
    const EvAccess *a = &ev->access;
    /* Through the same pointer it is the same defect; so is everything behind one that is certain. */
    u64 key = util_key(SUBJECT_BOUNDS, a->obj, a->off),
        certain = util_key(SUBJECT_BOUNDS, a->obj, UINT64_MAX);
    if (util_was_told(told, key) || util_was_told(told, certain))
        return;
    if (!util_as(c, check))
        return;
    Finding *f = watch_answer(c, ev, q, util_accessor(c, ev), shown(x), numbers(x),
                              q->sym ? watch_value(c, ev, q->sym) : "the offset");
    if (!f)
        return;
    util_related_object(c, ev, f, a->obj);
    util_tell(c, told, key);
    if (q->answer == ANSWER_YES)
        util_tell(c, told, certain);
}

void bounds_on_event(CheckCtx *c, const Event *ev)
{
    const EvAccess *a = &ev->access;
    if (by_name(a))
        return;
    UtilTold *told = util_told(c, ev);
    bool outside = util_bad(&a->before) || util_bad(&a->beyond);
    if (a->string && a->unended.answer != ANSWER_NONE && !outside) {
        on_string(c, ev, told);
        if (util_bad(&a->unended) || !a->len)
            return;
    }
    if (a->before.answer == ANSWER_NONE && a->beyond.answer == ANSWER_NONE)
        return;
    bool before = util_bad(&a->before), beyond = util_bad(&a->beyond);
    if (!before && !beyond) {
        Extent x = {.c = c, .ev = ev, .a = a, .write = a->write};
        if (a->beyond.answer == ANSWER_UNKNOWN && a->beyond.why == WHY_CALLER) {
            Extent all = extent_of(c, ev);
            Question late;
            if (lets_one_more_in(&all, &late)) {
                report(c, ev, told, &all, &late, UTIL_CHECK(off_by_one));
                return;
            }
        }
        if (!util_as(c, beyond_of_object(&x)))
            return;
        if (a->before.answer == ANSWER_UNKNOWN)
            watch_undecided(c, ev, a->before.why);
        else if (a->beyond.answer == ANSWER_UNKNOWN)
            watch_undecided(c, ev, a->beyond.why);
        else
            watch_safe(c, ev);
        return;
    }
    /* A literal is no record: a conversion to a class that was not seen lies between. */
    if (a->obj && obj(&ev->run->objects, a->obj)->kind == OBJ_STRING && !a->fact &&
        a->place->kind == IE_FIELD)
        return;
    Extent x = extent_of(c, ev);
    const Question *q = before ? &a->before : &a->beyond;
    if (said_elsewhere(&x, q))
        return;
    EngineWhy why = doubt(&x, q);
    if (why != WHY_COUNT) {
        if (util_as(c, beyond_of_object(&x)))
            watch_undecided(c, ev, why);
        return;
    }
    report(c, ev, told, &x, q, check_of(&x));
}
