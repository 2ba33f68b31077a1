/*
 * Accesses to memory (exec_access): their questions, in the order null, freed, bounds, content; the event; and what the path may assume
 * afterwards. Called by exec_inst.c and the parts of exec_contract.c.
 */
#include "base/limits.h"
#include "engine/explore.h"

Event exec_event(Run *r, State *s, const Where *at, EventKind kind)
{
    Event ev = {.kind = kind,
                .f = at->f,
                .block = at->block,
                .inst = at->inst,
                .exp = at->exp,
                .node = at->node   ? at->node
                        : at->inst ? at->inst->node
                                   : 0,
                .run = r,
                .state = s};
    return ev;
}

/* A round that goes wrong is a round of the loop all the same: without it the loop would never reach its end. */
static bool of_a_round(const Run *r, const Question *q)
{
    return (q->answer == ANSWER_MAY || q->answer == ANSWER_YES) && val_sym_of(&r->values, q->cond, SO_TRIP);
}

void exec_assume_not(Run *r, State *s, const Question *q)
{
    if (q->answer == ANSWER_NONE || q->answer == ANSWER_NO || !q->cond || st_test(r, s, q->cond) >= 0 ||
        of_a_round(r, q))
        return;
    Store before = s->store;
    if (!st_assume(r, s, q->cond, false))
        s->store = before;
}

/* ---- bounds ---- */

/* Why the size of an object is not known. */
static EngineWhy why_no_size(const Run *r, ObjId o)
{
    const Obj *x = obj(&r->objects, o);
    switch (x->kind) {
    case OBJ_POINTEE: return x->base ? ask_why(r, x->base) : WHY_CALLER;
    case OBJ_ALLOC:
    case OBJ_HANDLE: return WHY_VALUE;
    default: return WHY_TYPE;
    }
}

/* The arrays inside of an object that the place went through: each has its own bounds. */
static void ask_inner(Run *r, const State *s, const PlaceInfo *info, EvAccess *a)
{
    Values *vs = &r->values;
    for (u32 i = 0; i < info->n_bounds; i++) {
        const PlaceBound *b = &info->bound[i];
        Interval iv = st_range(r, s, b->index);
        VType t = val_type(vs, b->index);
        if (a->before.answer <= ANSWER_NO && iv.lo < 0)
            a->before = eng_ask(r, s, val_cmp(vs, BIN_LT, b->index, val_int(vs, t, 0)));
        if (a->beyond.answer <= ANSWER_NO && iv.hi >= (i128)b->count && vtype_max(t) >= (i128)b->count)
            a->beyond = eng_ask(r, s, val_cmp(vs, BIN_GE, b->index, val_int(vs, t, (i64)b->count)));
    }
}

/* Is a global defined in several ways, as the configuration decides? Then its size is that of one of them. Asked of what seems wrong only. */
static bool many_sizes(const Run *r, ObjId o)
{
    const Obj *x = obj(&r->objects, o);
    const Index *ix = &r->project->index;
    if (x->kind != OBJ_GLOBAL || !x->global->entry)
        return false;
    const IndexEntry *me = &ix->entries.at[x->global->entry];
    u32 budget = LIMIT_FACT_OVERLOADS;
    for (u32 i = index_first(ix, me->name); i && budget--; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        if (e != me && e->kind == me->kind && e->unit == me->unit && e->scope == me->scope &&
            e->presence != me->presence)
            return true;
    }
    return false;
}

static void doubt_size(Run *r, const State *s, EvAccess *a)
{
    bool before = a->before.answer == ANSWER_YES || a->before.answer == ANSWER_MAY;
    bool beyond = a->beyond.answer == ANSWER_YES || a->beyond.answer == ANSWER_MAY;
    if ((!before && !beyond) || !a->obj || obj(&r->objects, a->obj)->kind != OBJ_GLOBAL)
        return;
    /* A table that is empty in this configuration is not asked for anything. */
    i64 size;
    Val known = st_size(r, s, a->obj);
    bool empty = known && val_const(&r->values, known, &size) && size == 0;
    if (before && empty)
        a->before = ask_unknown(WHY_CONFIGURATION, 0);
    if (beyond && (empty || many_sizes(r, a->obj)))
        a->beyond = ask_unknown(WHY_CONFIGURATION, 0);
}

static bool proved_inside(const EvAccess *a)
{
    return a->before.answer == ANSWER_NO && a->beyond.answer == ANSWER_NO;
}

static bool is_text_position(void *text, Val sym, const SymInfo *i)
{
    (void)sym;
    return i->obj == *(const ObjId *)text && (i->origin == SO_TRIP || i->origin == SO_OPAQUE);
}

/* Does the text of a string that has its terminator decide how far the offset goes: a search, a loop over spaces? How the text ends is not
 * known well enough to say that the place lies behind it. */
static bool walks_text(Run *r, const State *s, ObjId o, Val off)
{
    return val_find_sym(&r->values, off, is_text_position, &o) && explore_is_ended(r, s, o);
}

/* Begins before, ends behind the object as a whole. */
static void ask_bounds(Run *r, const State *s, EvAccess *a, Val off, Val len)
{
    Values *vs = &r->values;
    const ObjState *os = st_obj(r, s, a->obj);
    Val size = st_size(r, s, a->obj), end = len ? val_off_add(vs, off, len) : 0;
    a->before = a->beyond = ask_no();
    i64 k_off, k_end, k_size;
    if (size && end && val_const(vs, off, &k_off) && val_const(vs, end, &k_end) &&
        val_const(vs, size, &k_size) && k_off >= 0 && k_end <= k_size)
        return;
    /* Nothing is touched. */
    Interval iv = st_range(r, s, off), n = len ? st_range(r, s, len) : (Interval){0, 0};
    if (len && n.hi <= 0)
        return;
    if (iv.lo < 0) {
        Val before = val_cmp(vs, BIN_LT, off, val_off(vs, 0));
        if (len && n.lo <= 0)
            before = val_and(vs, before, val_cmp(vs, BIN_GT, len, val_off(vs, 0)));
        a->before = eng_ask(r, s, before);
        if (!size && a->before.answer != ANSWER_NO && obj(&r->objects, a->obj)->kind == OBJ_POINTEE)
            a->before =
                ask_unknown(why_no_size(r, a->obj), 0); /* it may point into the middle of something */
    }
    if (!end) {
        a->beyond = ask_unknown(WHY_VALUE, 0);
        return;
    }
    Interval e = st_range(r, s, end);
    if (size) {
        if (e.hi <= st_range(r, s, size).lo)
            return;
        Val beyond = val_cmp(vs, BIN_GT, end, size);
        if (n.lo <= 0)
            beyond = val_and(vs, beyond, val_cmp(vs, BIN_GT, len, val_off(vs, 0)));
        a->beyond = eng_ask(r, s, beyond);
        if (a->beyond.answer == ANSWER_MAY && walks_text(r, s, a->obj, off))
            a->beyond = ask_unknown(WHY_MEMORY, 0);
        return;
    }
    if (os->min_size && (e.hi <= st_range(r, s, os->min_size).lo ||
                         st_test(r, s, val_cmp(vs, BIN_LE, end, os->min_size)) == 1))
        return;
    a->beyond = ask_unknown(why_no_size(r, a->obj), obj(&r->objects, a->obj)->base);
}

static void ask_place_bounds(Run *r, const State *s, EvAccess *a, const PlaceInfo *info)
{
    Values *vs = &r->values;
    if (info->bit_field) {
        ask_bounds(r, s, a, info->unit_off, val_off(vs, 1));
        return;
    }
    if (!info->n_bounds) {
        ask_bounds(r, s, a, a->off, a->len);
        return;
    }
    /* Inside of the arrays: then it is enough that the outermost of them lies inside of the object. */
    a->before = a->beyond = ask_no();
    ask_inner(r, s, info, a);
    if (proved_inside(a))
        ask_bounds(r, s, a, info->outer_off, val_off(vs, (i64)info->outer_size));
}

/* ---- content ---- */

#define UNDEFINED_ALTERNATIVES 64 /* of one value */

/* Is the byte at a constant offset of an object undefined for certain? */
static int undefined_at(const Run *r, const ObjState *os, Val off)
{
    const Values *vs = &r->values;
    i64 at, from, len;
    if (!os->n_cells && os->spans && !os->spans->older)
        return os->spans->content == CONTENT_UNDEF ? 1 : os->spans->maybe_undef ? -1 : 0;
    if (os->str_off == off && os->str_ended == 1)
        return 0; /* a string was written there */
    bool defined = !os->n_cells;
    for (const Span *p = os->spans; p && defined; p = p->older)
        defined = p->content != CONTENT_UNDEF && !p->maybe_undef;
    if (defined)
        return 0;
    if (!val_const(vs, off, &at))
        return -1;
    for (u32 i = os->n_cells; i-- > 0;) {
        if (!val_const(vs, os->cells[i].off, &from))
            return -1;
        if (at >= from && (os->cells[i].bytes == 0 || at < from + os->cells[i].bytes))
            return os->cells[i].bytes == 0 ? -1 : val_kind(vs, os->cells[i].value) == VK_UNDEF;
    }
    for (const Span *p = os->spans; p; p = p->older) {
        if (!val_const(vs, p->off, &from))
            return -1;
        if (p->len && !val_const(vs, p->len, &len))
            return -1;
        if (at < from || (p->len && at >= from + len))
            continue;
        return p->maybe_undef ? -1 : p->content == CONTENT_UNDEF;
    }
    return -1;
}

static Question undefined_in(Run *r, const State *s, Val v, u32 *budget)
{
    ValKind k = val_kind(&r->values, v);
    if (k == VK_UNDEF)
        return ask_yes(s);
    const SymInfo *i = k == VK_SYM ? val_sym_info(&r->values, v) : NULL;
    if (!i || (i->origin != SO_UNDEF && !i->perhaps_undef))
        return ask_no();
    if (i->origin == SO_UNDEF)
        return ask_unknown(WHY_LOOP, v);
    if (*budget == 0)
        return ask_unknown(WHY_BUDGET, v);
    u32 mask = ask_alternatives(s, i), join = i->join;
    bool open = i->open || (join < r->joins.n && r->joins.at[join].guessed);
    const Val *alts = i->alts;
    Question worst = mask ? ask_no() : ask_unknown(WHY_LOOP, v);
    for (u32 n = 0; n < 32 && mask >> n; n++) {
        if (!(mask >> n & 1) || !alts[n] || alts[n] == v || *budget == 0)
            continue;
        --*budget;
        Question q = undefined_in(r, s, alts[n], budget);
        if (q.answer == ANSWER_YES && open)
            q = ask_unknown(WHY_VALUE, v);
        if (q.answer != ANSWER_NO && join < r->joins.n && r->joins.at[join].weak >> n & 1)
            q = ask_unknown(r->joins.at[join].why, v);
        if (q.answer == ANSWER_YES)
            q.answer = ANSWER_MAY;
        if (q.answer == ANSWER_MAY || (q.answer == ANSWER_UNKNOWN && worst.answer != ANSWER_MAY))
            worst = q;
    }
    return worst;
}

static Question undefined_value(Run *r, const State *s, Val v)
{
    u32 budget = UNDEFINED_ALTERNATIVES;
    return undefined_in(r, s, v, &budget);
}

/* A member of a record whose definition was not seen: if it is an array, nothing is read but its address taken. */
static bool unseen_member(const IrExp *place)
{
    for (; place->kind == IE_FIELD; place = place->a)
        if (place->field == IR_NO_FIELD)
            return true;
    return false;
}

static void ask_lifetime(Run *r, const State *s, EvAccess *a)
{
    u32 flags = st_obj(r, s, a->obj)->flags;
    if (flags & (OS_FREED | OS_DEAD))
        a->freed = ask_yes(s);
    else if (flags & OS_MAYBE_FREED)
        a->freed = ask_unknown(WHY_CALLEE, 0);
    else
        a->freed = ask_no();
}

static void ask_string(Run *r, State *s, EvAccess *a)
{
    if (!a->string || !a->obj)
        return;
    const ObjState *os = st_obj(r, s, a->obj);
    if (!a->len && os->str_off != a->off && undefined_at(r, os, a->off) == 1) {
        a->unended = ask_unknown(WHY_VALUE, 0); /* `undef` says what is wrong */
        return;
    }
    StringFact f = st_string(r, s, a->obj, a->off, a->width ? a->width : 1);
    if (f.ended == 1)
        a->unended = ask_no();
    else if (f.ended == 0)
        a->unended = ask_yes(s);
    else if (st_obj(r, s, a->obj)->taint && f.room) {
        a->unended = ask_yes(s); /* whoever sends the content may leave the terminator out */
        if (a->unended.answer == ANSWER_YES)
            a->unended.answer = ANSWER_MAY;
    } else
        a->unended =
            ask_unknown(why_no_size(r, a->obj) == WHY_TYPE ? WHY_VALUE : why_no_size(r, a->obj), f.len);
}

static void ask_object(Run *r, State *s, EvAccess *a)
{
    ask_lifetime(r, s, a);
    if (a->write && st_obj(r, s, a->obj)->flags & OS_READONLY)
        a->readonly = ask_yes(s);
    else if (a->write)
        a->readonly = ask_no();
}

static void ask_null(Run *r, const State *s, EvAccess *a)
{
    /* With no bytes to touch, a null pointer does no harm. */
    bool area = a->fact && (a->fact->attr == CA_READS || a->fact->attr == CA_WRITES ||
                            a->fact->attr == CA_FILLS || a->fact->attr == CA_COPIES);
    if (area && a->len && st_range(r, s, a->len).hi <= 0)
        return;
    if (a->ptr && !a->null_ok)
        a->null = eng_ask(r, s, st_is_null(r, s, a->ptr));
}

/* What holds of the path if it goes on. */
static bool assume_fine(Run *r, State *s, const EvAccess *a)
{
    if (a->ptr && !a->null_ok && st_test(r, s, st_is_null(r, s, ask_decided(r, s, a->ptr))) == 1)
        return false; /* nothing survives that */
    /* Nor does the path on which only null is left of several alternatives. */
    if (a->null.cond && a->null.answer != ANSWER_NO && !st_assume(r, s, a->null.cond, false))
        return false;
    exec_assume_not(r, s, &a->before);
    exec_assume_not(r, s, &a->beyond);
    return !s->store.bottom;
}

bool exec_access(Run *r, State *s, const Where *at, EvAccess *a)
{
    ask_null(r, s, a);
    i64 n;
    bool empty = a->len && val_const(&r->values, a->len, &n) && n == 0;
    if (a->obj && a->null.answer != ANSWER_YES) {
        ask_object(r, s, a);
        if (!empty && (a->len || !a->string)) {
            ask_bounds(r, s, a, a->off, a->len);
        } else if (!empty) { /* of a text whose length decides itself at least the first element is read */
            ask_bounds(r, s, a, a->off, val_off(&r->values, 1));
        }
        doubt_size(r, s, a);
        if (!a->write && !empty) {
            int undef = undefined_at(r, st_obj(r, s, a->obj), a->off);
            Interval len = a->len ? st_range(r, s, a->len) : (Interval){1, 1};
            a->undef = undef == 0                 ? ask_no()
                       : undef == 1 && len.lo > 0 ? ask_yes(s)
                                                  : ask_unknown(WHY_VALUE, 0);
        }
        ask_string(r, s, a);
    }
    if (!r->explore->quiet) {
        Event ev = exec_event(r, s, at, EV_ACCESS);
        ev.access = *a;
        eng_send(r, &ev);
    }
    if (a->string && a->obj && (a->unended.answer == ANSWER_UNKNOWN || a->unended.answer == ANSWER_MAY))
        st_assume_ended(r, s, a->obj, a->off, a->width ? a->width : 1);
    return assume_fine(r, s, a);
}

bool exec_access_place(Run *r, State *s, const Where *at, EvAccess *a, const PlaceInfo *info, TypeId t,
                       Val *value)
{
    bool direct = !info->ptr && !info->indexed;
    if (info->ptr)
        ask_null(r, s, a);
    if (a->obj && a->null.answer != ANSWER_YES) {
        if (!direct) {
            ask_object(r, s, a);
            ask_place_bounds(r, s, a, info);
            doubt_size(r, s, a);
        } else if (a->write && !(at->inst->flags & IIF_INIT) && st_obj(r, s, a->obj)->flags & OS_READONLY) {
            a->readonly = ask_yes(s);
        }
        if (!a->write) {
            *value = st_load(r, s, a->obj, a->off, t);
            a->undef = undefined_value(r, s, *value);
            if (a->undef.answer != ANSWER_NO && unseen_member(at->inst->place))
                a->undef = ask_unknown(WHY_TYPE, 0);
        }
    }
    if (!a->obj && a->ptr && r->joined_mode && a->null.answer != ANSWER_YES) {
        /* Which object it is was lost with the fuel: the place stays in the ledger. */
        a->before = a->beyond = a->freed = ask_unknown(WHY_BUDGET, 0);
        if (!a->write)
            a->undef = ask_unknown(WHY_BUDGET, 0);
    }
    if (!r->explore->quiet) {
        Event ev = exec_event(r, s, at, EV_ACCESS);
        ev.access = *a;
        eng_send(r, &ev);
    }
    if (!a->write && *value)
        *value = st_if_defined(r, *value);
    return direct || assume_fine(r, s, a);
}
