/*
 * Widening of loops: one state that stands for all rounds from the second on, and the test whether it does; see state.h. The trip symbol counts
 * the completed rounds from the loop's entry, so that it is at least 2, and what grows by c in each round is its value at the entry + trip * c.
 * What is kept here is a guess from three states; it is st_widen_check that makes it a fact, by induction. The constraints are those of
 * the second round: they are about symbols, which do not change, and every later round has passed through it.
 */
#include "engine/state_priv.h"

enum { KEY_WIDE = 0x57494401, KEY_TRIP = 0x54524901, WRITTEN_RANGES = 4 };

static const i64 max_trips = (i64)1 << 62;
enum { FIRST_TRIP = 2 };

typedef struct Widen {
    Run *r;
    State *states[3]; /* entry, after one round, after two */
    State *out;
    const IrInst *head;
    Val trip; /* made at the first use */
    u32 version;
    const WidenPlaces *no_linear;
} Widen;

static u32 listed(const WidenPlaces *p, ObjId o, Val off)
{
    u32 n = 0;
    for (u32 i = 0; i < p->n; i++)
        n += p->at[i].obj == o && p->at[i].off == off;
    return n;
}

static void list_place(WidenPlaces *p, ObjId o, Val off)
{
    WidenPlace place = {o, off};
    vec_push(p, place);
}

static Val trip_of(Widen *w)
{
    if (w->trip)
        return w->trip;
    const State *s = w->states[2];
    SymInfo info = sym_info(SO_TRIP, vtype_off);
    info.lo = FIRST_TRIP;
    info.hi = max_trips;
    info.f = s->frame->f;
    info.inst = w->head;
    w->trip =
        val_sym(&w->r->values, map_mix(s->frame->context + KEY_TRIP), w->head->id, 0, s->generation, &info);
    return w->trip;
}

/* ---- values ---- */

/* start + (trip - from) * c as a mathematical integer. */
static Val linear_sum(Widen *w, Val start, i64 from, i64 c)
{
    Values *vs = &w->r->values;
    Val rounds = from ? val_off_sub(vs, trip_of(w), val_off(vs, from)) : trip_of(w);
    return val_off_add(vs, start, val_off_mul(vs, rounds, c));
}

/* Does the growth by c per round go on? At least both rounds that were seen say so; the entry may lack a value. */
static bool steady(Widen *w, const Val *v, bool entry, i64 *c)
{
    i64 before;
    if (!st_offset_diff(w->r, w->out, v[2], v[1], c) || *c == 0 || *c > INT32_MAX || *c < INT32_MIN)
        return false;
    return !entry || (st_offset_diff(w->r, w->out, v[1], v[0], &before) && before == *c);
}

/* Do the three look like a line? */
static bool is_linear(Widen *w, const Val *v)
{
    const Values *vs = &w->r->values;
    i64 c;
    ValNode a = *val_node(vs, v[1]), b = *val_node(vs, v[2]);
    return a.kind != VK_UNDEF && b.kind != VK_UNDEF && a.type.width && a.type.width == b.type.width &&
           (a.kind == VK_ADDR) == (b.kind == VK_ADDR) && (a.kind == VK_ADDR || steady(w, v, false, &c));
}

static Val linear_value(Widen *w, const Val *v)
{
    Values *vs = &w->r->values;
    StoreCtx ctx = st_ctx(w->r);
    ValNode n[3];
    for (u32 i = 0; i < 3; i++)
        n[i] = *val_node(vs, v[i]);
    bool entry = n[0].kind != VK_UNDEF;
    i64 c;
    if (n[1].kind == VK_ADDR && n[2].kind == VK_ADDR && n[1].a == n[2].a) {
        Val offs[3] = {n[0].b, n[1].b, n[2].b};
        entry = n[0].kind == VK_ADDR && n[0].a == n[2].a;
        if (!steady(w, offs, entry, &c))
            return VAL_NONE;
        return val_addr(vs, n[2].a, linear_sum(w, entry ? offs[0] : offs[1], !entry, c));
    }
    VType t = n[2].type;
    if (!t.width || t.width > 64 || t.ptr || t.loose || t.width == 1 || n[1].kind == VK_UNDEF ||
        n[2].kind == VK_UNDEF || n[1].type.width != t.width || n[1].type.ptr ||
        (entry && n[0].type.width != t.width) || !steady(w, v, entry, &c))
        return VAL_NONE;
    Val sum = linear_sum(w, val_cast(vs, vtype_off, entry ? v[0] : v[1]), !entry, c);
    /* The sum is meant as long as it does not leave the type; that it does not in the next round either is for st_widen_check to show. */
    Val least = t.sgn && t.width == 64 ? VAL_NONE : val_off(vs, (i64)vtype_min(t));
    if (least && !cs_assume(&ctx, &w->out->store, val_cmp(vs, BIN_GE, sum, least), true))
        return VAL_NONE;
    if (t.width < 64 &&
        !cs_assume(&ctx, &w->out->store, val_cmp(vs, BIN_LE, sum, val_off(vs, (i64)vtype_max(t))), true))
        return VAL_NONE;
    return val_cast(vs, t, sum);
}

static Val wide_value(Widen *w, ObjId o, Val off, const Val *v, bool bounded, bool undef)
{
    Run *r = w->r;
    Values *vs = &r->values;
    u32 like = 3;
    for (u32 i = 3; i-- > 0 && like == 3;)
        if (v[i] && val_kind(vs, v[i]) != VK_UNDEF)
            like = i;
    if (like == 3)
        return VAL_NONE;
    VType t = val_type(vs, v[like]);
    for (u32 i = 0; i < 3; i++)
        if (v[i]) {
            st_lose_track(r, w->out, v[i]);
            undef = undef || (i > 0 && st_perhaps_undefined(r, v[i]));
        }
    if (val_kind(vs, v[like]) == VK_RECORD)
        return VAL_NONE;
    if (undef)
        return st_maybe_undef(r, t, o, off, w->version);
    SymInfo info = sym_info(SO_WIDE, t);
    info.f = w->out->frame->f;
    info.inst = w->head;
    info.obj = o;
    info.off = off;
    const Obj *ob = obj(&r->objects, o);
    info.var = ob->kind == OBJ_VAR ? ob->var : NULL;
    for (u32 i = 0; i < 3; i++)
        info.taint |= v[i] ? val_node(vs, v[i])->taint : 0;
    if (bounded && t.width && !t.ptr) {
        StoreCtx c = st_ctx(r);
        Interval one = cs_range(&c, &w->states[1]->store, v[1]),
                 two = cs_range(&c, &w->states[2]->store, v[2]);
        Interval hull = iv_hull(one, two);
        if (val_kind(vs, v[0]) != VK_UNDEF && val_type(vs, v[0]).width == t.width) {
            Interval zero = cs_range(&c, &w->states[0]->store, v[0]);
            /* What moved in one round only may move again. */
            if (one.lo < zero.lo)
                hull.lo = vtype_min(t);
            if (one.hi > zero.hi)
                hull.hi = vtype_max(t);
            hull = iv_hull(hull, zero);
        }
        info.lo = two.lo < one.lo ? vtype_min(t) : hull.lo;
        info.hi = two.hi > one.hi ? vtype_max(t) : hull.hi;
    }
    return val_sym(vs, map_mix((u64)KEY_WIDE << 32 | w->version), o, off, 0, &info);
}

/* One value for all rounds; `part`: of a larger object, of which each round may write another place. */
static Val widen_values(Widen *w, ObjId o, Val off, const Val *v, bool part)
{
    if (!v[0] || !v[1] || !v[2])
        return VAL_NONE;
    u32 failed = listed(w->no_linear, o, off);
    if (v[1] == v[2] && (v[0] == v[1] ? true : failed == 0) && !failed)
        return v[2];
    if (!failed && part && v[0] != v[2] && (v[1] == v[0] || val_kind(&w->r->values, v[1]) == VK_UNDEF))
        return v[2]; /* written in the second round, as others were in the first */
    Val linear = failed ? VAL_NONE : linear_value(w, v);
    if (linear)
        return linear;
    /* Bounds are a guess too, the next one; in the end it can be anything. */
    u32 tried = failed && is_linear(w, v) ? failed - 1 : failed;
    return wide_value(w, o, off, v, tried == 0, tried > 1);
}

/* ---- content ---- */

static bool has_cell(const ObjState *os, const Cell *c)
{
    for (u32 i = 0; i < os->n_cells; i++)
        if (os->cells[i].off == c->off && os->cells[i].bytes == c->bytes)
            return true;
    return false;
}

static bool undef_below(const ObjState *os)
{
    for (const Span *sp = os->spans; sp; sp = sp->older)
        if (sp->content == CONTENT_UNDEF || sp->maybe_undef)
            return true;
    return false;
}

/* What each round writes next to what the one before wrote is, by all rounds together, a range. */
static bool written_range(Widen *w, ObjId o, const ObjState *const *os, const Cell *two, Span *out)
{
    Values *vs = &w->r->values;
    for (u32 i = 0; i < os[1]->n_cells; i++) {
        const Cell *one = &os[1]->cells[i];
        i64 c;
        if (has_cell(os[0], one) || one->bytes != two->bytes || !one->bytes ||
            listed(w->no_linear, o, one->off) || !st_offset_diff(w->r, w->out, two->off, one->off, &c) ||
            (c != one->bytes && -c != one->bytes))
            continue;
        Val trip = trip_of(w);
        Val rounds = val_off_sub(vs, trip, val_off(vs, 1));
        i32 a = st_repeated_byte(w->r, one->value, one->bytes),
            b = st_repeated_byte(w->r, two->value, two->bytes);
        TaintMask taint = val_node(vs, one->value)->taint | val_node(vs, two->value)->taint;
        *out = (Span){.off = c > 0 ? one->off : val_off_add(vs, one->off, val_off_mul(vs, rounds, c)),
                      .len = val_off_mul(vs, trip, one->bytes),
                      .content = a >= 0 && a == b ? CONTENT_FILL : CONTENT_SOME,
                      .origin = SO_WIDE,
                      .version = st_mix(w->version, one->off),
                      .fill = a >= 0 && a == b ? val_int(vs, vtype_int, a) : VAL_NONE,
                      .taint = taint};
        if (taint)
            out->fill = st_taint_symbol(w->r, val_node(vs, two->value)->taint ? two->value : one->value);
        return true;
    }
    return false;
}

static void widen_content(Widen *w, ObjId o, const ObjState *const *os, ObjState *out)
{
    Run *r = w->r;
    Values *vs = &r->values;
    i64 size;
    u32 bytes_of_object =
        out->size && val_const(vs, out->size, &size) && size > 0 && size < INT32_MAX ? (u32)size : 0;
    Span ranges[WRITTEN_RANGES];
    u32 n_ranges = 0;
    bool whole = false;
    for (u32 i = 0; i < os[2]->n_cells; i++) {
        const Cell *c = &os[2]->cells[i];
        if (has_cell(os[1], c))
            continue;
        if (n_ranges < WRITTEN_RANGES && written_range(w, o, os, c, &ranges[n_ranges]))
            n_ranges++;
        else if (c->bytes != bytes_of_object || !bytes_of_object)
            whole = true;
    }
    for (u32 i = 0; i < w->no_linear->n && !whole; i++) {
        const WidenPlace *p = &w->no_linear->at[i];
        if (p->obj != o || !p->off)
            continue;
        bool cell = false;
        for (u32 k = 0; k < os[2]->n_cells && !cell; k++)
            cell = os[2]->cells[k].off == p->off && has_cell(os[1], &os[2]->cells[k]);
        whole = !cell;
    }
    const ObjState *rounds[2] = {os[1], os[2]};
    st_join_spans(r, rounds, 2, w->version, out);
    if (whole) {
        st_push_span(r, out,
                     (Span){.off = val_off(vs, 0),
                            .content = CONTENT_SOME,
                            .origin = SO_WIDE,
                            .maybe_undef = undef_below(out),
                            .version = w->version,
                            .taint = os[2]->taint,
                            .fill = os[2]->taint_source});
        if (obj(&r->objects, o)->kind != OBJ_POINTEE) { /* nothing below shows through */
            Span *top = (Span *)out->spans;
            top->older = NULL;
            out->n_spans = 1;
        }
    }
    for (u32 i = 0; i < n_ranges; i++)
        st_push_span(r, out, ranges[i]);
    out->cells = NULL;
    out->n_cells = out->cap_cells = 0;
    out->plain = true;
    for (u32 g = 3; g-- > 0;) {
        for (u32 i = 0; i < os[g]->n_cells; i++) {
            Cell c = os[g]->cells[i];
            bool done = false;
            for (u32 k = g + 1; k < 3 && !done; k++)
                done = has_cell(os[k], &c);
            if (done || val_kind(vs, c.value) == VK_RECORD)
                continue;
            VType t = val_type(vs, c.value);
            Val v[3];
            for (u32 k = 0; k < 3; k++) {
                bool sure;
                v[k] = k == g ? c.value : st_peek_value(r, w->states[k], o, os[k], c.off, c.bytes, t, &sure);
            }
            bool part = c.bytes != bytes_of_object || !bytes_of_object;
            if (g == 2 && part &&
                listed(w->no_linear, o, c.off)) /* what was there before the loop is gone too */
                st_push_span(
                    r, out,
                    (Span){.off = c.off,
                           .len = val_off(vs, c.bytes),
                           .content = CONTENT_SOME,
                           .origin = SO_WIDE,
                           .maybe_undef = st_perhaps_undefined(r, v[1]) || st_perhaps_undefined(r, v[2]),
                           .version = st_mix(w->version, c.off),
                           .taint = val_node(vs, c.value)->taint});
            if (g < 2 || (part && listed(w->no_linear, o, c.off)))
                continue; /* lost in a later round, or proved to be unsteady: what the spans say */
            Val value = widen_values(w, o, c.off, v, part);
            if (!value || val_kind(vs, value) == VK_UNDEF)
                continue;
            Range place = st_range_bytes(r, c.off, c.bytes);
            for (u32 q = 0; q < out->n_cells && out->plain && !os[2]->plain; q++) {
                Range other = st_range_bytes(r, out->cells[q].off, out->cells[q].bytes);
                out->plain = st_apart(r, w->out, &other, &place);
            }
            st_add_cell(r, w->out, o, out, c.off, c.bytes, value);
        }
    }
}

static Val widen_number(Widen *w, const ObjState *const *os, size_t field, ObjId o)
{
    Val v[3];
    for (u32 i = 0; i < 3; i++)
        memcpy(&v[i], (const char *)os[i] + field, sizeof v[i]);
    if (v[0] == v[1] && v[1] == v[2])
        return v[2];
    if (!v[0] || !v[1] || !v[2] || listed(w->no_linear, o, VAL_NONE))
        return VAL_NONE;
    if (v[1] == v[2])
        return v[2];
    return linear_value(w, v);
}

static void widen_object(Widen *w, ObjId o)
{
    Run *r = w->r;
    const ObjState *os[3];
    bool touched[3];
    u8 kind = obj(&r->objects, o)->kind;
    for (u32 i = 0; i < 3; i++) {
        touched[i] = pmap_get(w->states[i]->objs, o) != NULL;
        os[i] = st_obj(r, w->states[i], o);
    }
    bool born = kind == OBJ_ALLOC || kind == OBJ_HANDLE;
    if (born && !touched[0]) /* made inside: the last one as it is */
        return;
    if (os[1]->flags & os[2]->flags & OS_DEAD)
        return;
    ObjState *out = arena_alloc(&r->arena, sizeof *out);
    *out = *os[2];
    out->edit = w->out->edit;
    out->cells_edit = 0;
    pmap_set(&r->arena, &w->out->objs, w->out->edit, o, out);
    for (u32 i = 0; i < 3; i++)
        touched[i] = touched[i] || !(born || kind == OBJ_VAR);
    st_join_attributes(r, os + 1, touched + 1, 2, out);
    widen_content(w, o, os, out);
    out->size = widen_number(w, os, offsetof(ObjState, size), o);
    out->min_size = widen_number(w, os, offsetof(ObjState, min_size), o);
    out->count = widen_number(w, os, offsetof(ObjState, count), o);
    bool text = os[1]->str_off == os[2]->str_off && os[1]->str_width == os[2]->str_width &&
                os[0]->str_off == os[2]->str_off && os[1]->str_ended == os[2]->str_ended;
    if (text && out->str_off)
        out->str_len = widen_number(w, os, offsetof(ObjState, str_len), o);
    if (!text || !out->str_len)
        out->str_off = out->str_len = VAL_NONE;
    if (!listed(w->no_linear, o, VAL_NONE))
        return;
    /* Rounds differ in what they do with the object as a whole. */
    out->flags |= OS_ESCAPED;
    if (!(out->flags & OS_FREED) || (os[1]->flags ^ os[2]->flags) & OS_FREED)
        out->flags |= OS_MAYBE_FREED;
    if (out->flags & OS_LOCKED || out->locked_by)
        out->flags |= OS_MAYBE_LOCKED;
    if (out->flags & OS_OWNED)
        out->flags |= OS_MAYBE_OWNED;
    out->flags &= ~(u32)(OS_LOCKED | OS_FREED);
    out->obscure = true;
    out->str_off = out->str_len = VAL_NONE;
}

State *st_widen(Run *r, State *entry, State *first, State *second, const IrInst *head, Val *trip,
                const WidenPlaces *no_linear)
{
    static const WidenPlaces none = {0};
    Widen w = {
        .r = r, .states = {entry, first, second}, .head = head, .no_linear = no_linear ? no_linear : &none};
    w.version = st_mix(st_mix(head->id, second->generation), w.no_linear->n + 1) ^
                (u32)map_mix(second->frame->context + KEY_WIDE);
    State *s = arena_alloc(&r->arena, sizeof *s);
    *s = *second;
    second->edit = ++r->next_edit;
    s->edit = ++r->next_edit;
    w.out = s;
    /* Attributes that were found unsteady may belong to objects in which the three states do not differ. */
    Keys keys = {0};
    st_different(w.states, 3, false, &keys);
    for (u32 i = 0; i < keys.n; i++)
        widen_object(&w, keys.at[i]);
    for (u32 i = 0; i < w.no_linear->n; i++) {
        bool done = false;
        for (u32 k = 0; k < keys.n && !done; k++)
            done = keys.at[k] == w.no_linear->at[i].obj;
        for (u32 k = 0; k < i && !done; k++)
            done = w.no_linear->at[k].obj == w.no_linear->at[i].obj;
        if (!done)
            widen_object(&w, w.no_linear->at[i].obj);
    }
    st_different(w.states, 3, true, &keys);
    for (u32 i = 0; i < keys.n; i++)
        pmap_set(&r->arena, &s->temps, s->edit, keys.at[i], NULL);
    vec_release(&keys);
    *trip = trip_of(&w);
    return s;
}

/* ---- the check ---- */

typedef struct Check {
    Run *r;
    const State *widened;
    State *back;
    Val trip, next; /* next: trip + 1 */
    WidenPlaces *out;
} Check;

static Val next_round(void *ctx, Val sym)
{
    Check *k = ctx;
    return sym == k->trip ? k->next : sym;
}

static Val shifted(Check *k, Val v)
{
    return v ? val_substitute(&k->r->values, v, next_round, k) : VAL_NONE;
}

/* A sum must be in its type after the next round too, for that is what the widened state takes for granted. */
static bool stays_in_type(Check *k, Val is)
{
    Run *r = k->r;
    Values *vs = &r->values;
    ValNode n = *val_node(vs, is);
    VType t = n.type;
    Val sum = n.kind == VK_CAST ? n.a : is;
    if (t.sgn && t.width == 64)
        return true;
    StoreCtx c = st_ctx(r);
    Interval range = cs_range(&c, &k->back->store, sum);
    if (range.lo < vtype_min(t) && !st_offset_le(r, k->back, val_off(vs, (i64)vtype_min(t)), sum, 0))
        return false;
    return t.width == 64 || range.hi <= vtype_max(t) ||
           st_offset_le(r, k->back, sum, val_off(vs, (i64)vtype_max(t)), 0);
}

/* Are all values of `back` at this place among those that `is`, the widened value of the next round, stands for? */
static bool fits(Check *k, Val is, Val was, Val back)
{
    Run *r = k->r;
    Values *vs = &r->values;
    StoreCtx c = st_ctx(r);
    if (is == back && is == was)
        return true;
    if (!is || !back)
        return is == back;
    ValNode n = *val_node(vs, is), b = *val_node(vs, back);
    if (n.kind == VK_SYM) {
        const SymInfo *info = val_sym_info(vs, is);
        i128 lo = info->lo, hi = info->hi;
        if (info->origin == SO_JOIN && !info->join) /* perhaps undefined: everything */
            return true;
        if (info->origin == SO_WIDE) {
            if (st_perhaps_undefined(r, back) || b.type.width != n.type.width || (b.taint & ~n.taint))
                return false;
            if (!n.type.width || n.type.ptr)
                return true;
            Interval range = cs_range(&c, &k->back->store, back);
            return range.lo >= lo && range.hi <= hi;
        }
    }
    if (n.kind == VK_ADDR && b.kind == VK_ADDR && n.a == b.a) {
        i64 d;
        return st_offset_diff(r, k->back, n.b, b.b, &d) && d == 0;
    }
    if (is == was && is == back)
        return true;
    if (b.kind == VK_UNDEF || n.kind == VK_UNDEF || b.type.width != n.type.width || !n.type.width)
        return is == back;
    if (is != was && !stays_in_type(k, is))
        return false;
    if (is == back)
        return true;
    i64 d;
    if (st_offset_diff(r, k->back, is, back, &d))
        return d == 0;
    return cs_test(&c, &k->back->store, val_cmp(vs, BIN_EQ, is, back)) == 1;
}

/* The widened object as it should be after one more round. */
static ObjState shifted_object(Check *k, const ObjState *os)
{
    ObjState out = *os;
    Run *r = k->r;
    out.edit = out.cells_edit = 0;
    Cell *cells = os->n_cells ? arena_alloc(&r->arena, sizeof *cells * os->n_cells) : NULL;
    for (u32 i = 0; i < os->n_cells; i++)
        cells[i] = (Cell){shifted(k, os->cells[i].off), os->cells[i].bytes, shifted(k, os->cells[i].value)};
    out.cells = cells;
    out.cap_cells = os->n_cells;
    const Span *list[OBJECT_SPANS + 1];
    u32 n = 0, deepest = 0;
    for (const Span *sp = os->spans; sp && n < LENGTH(list); sp = sp->older) {
        list[n++] = sp;
        if (shifted(k, sp->off) != sp->off || (sp->len && shifted(k, sp->len) != sp->len))
            deepest = n;
    }
    if (deepest) {
        const Span *below = list[deepest - 1]->older;
        for (u32 i = deepest; i-- > 0;) {
            Span *copy = arena_alloc(&r->arena, sizeof *copy);
            *copy = *list[i];
            copy->off = shifted(k, copy->off);
            copy->len = shifted(k, copy->len);
            copy->older = below;
            below = copy;
        }
        out.spans = below;
    }
    return out;
}

/* Does a range that all rounds wrote together go on growing? */
static bool range_goes_on(Check *k, const ObjState *back, const Span *sp)
{
    Run *r = k->r;
    Values *vs = &r->values;
    Val len = shifted(k, sp->len), off = shifted(k, sp->off);
    if (len == sp->len && off == sp->off)
        return true;
    i64 grown, d;
    if (!st_offset_diff(r, k->back, len, sp->len, &grown) || grown <= 0)
        return false;
    Val fresh = st_offset_diff(r, k->back, off, sp->off, &d) && d == 0 ? val_off_add(vs, off, sp->len) : off;
    bool found = false;
    for (u32 i = 0; i < back->n_cells && !found; i++) {
        const Cell *c = &back->cells[i];
        i64 at;
        if (c->bytes != grown || !st_offset_diff(r, k->back, c->off, fresh, &at) || at != 0)
            continue;
        if (sp->content == CONTENT_FILL) {
            i64 byte;
            found = val_const(vs, sp->fill, &byte) &&
                    st_repeated_byte(k->r, c->value, c->bytes) == (i32)(byte & 0xff);
        } else {
            found = !st_perhaps_undefined(r, c->value) && !(val_node(vs, c->value)->taint & ~sp->taint);
        }
    }
    /* And nothing else was written into it that it does not allow. */
    for (const Span *q = back->spans; found && q && q != sp; q = q->older)
        found = sp->content == CONTENT_SOME && q->content != CONTENT_UNDEF && !q->maybe_undef;
    return found;
}

static void check_object(Check *k, ObjId o)
{
    Run *r = k->r;
    Values *vs = &r->values;
    bool known = pmap_get(k->widened->objs, o) != NULL;
    u8 kind = obj(&r->objects, o)->kind;
    if (!known && (kind == OBJ_ALLOC || kind == OBJ_HANDLE))
        return;
    const ObjState *is = st_obj(r, k->widened, o), *back = st_obj(r, k->back, o);
    if (is->flags & back->flags & OS_DEAD)
        return;
    enum {
        GAINED = OS_FREED | OS_MAYBE_FREED | OS_LOCKED | OS_MAYBE_LOCKED | OS_ESCAPED,
        LOST = OS_FREED | OS_LOCKED
    };
    u32 gained = back->flags & ~is->flags & GAINED, lost = is->flags & ~back->flags & LOST;
    if (is->flags & OS_MAYBE_FREED)
        gained &= ~(u32)OS_FREED;
    if (is->flags & OS_MAYBE_LOCKED)
        gained &= ~(u32)OS_LOCKED;
    if ((is->flags & OS_OWNED) && !(is->flags & OS_MAYBE_OWNED) && !(back->flags & OS_OWNED))
        lost |= OS_OWNED;
    bool numbers = fits(k, shifted(k, is->size), is->size, back->size) &&
                   fits(k, shifted(k, is->min_size), is->min_size, back->min_size) &&
                   (!is->count || fits(k, shifted(k, is->count), is->count, back->count));
    bool text = !is->str_off || (is->str_off == back->str_off && is->str_ended == back->str_ended &&
                                 fits(k, shifted(k, is->str_len), is->str_len, back->str_len));
    /* A size that is not known stands for every size. */
    if (!is->size && !is->min_size)
        numbers = true;
    bool taint = !(back->taint & ~is->taint) || is->obscure;
    if (gained || lost || !numbers || !text || !taint)
        list_place(k->out, o, VAL_NONE);
    ObjState next = shifted_object(k, is);
    for (u32 i = 0; i < is->n_cells; i++) {
        bool sure;
        Cell c = next.cells[i];
        Val v = st_peek_value(r, k->back, o, back, c.off, c.bytes, val_type(vs, c.value), &sure);
        if (!fits(k, c.value, is->cells[i].value, v))
            list_place(k->out, o, is->cells[i].off);
    }
    /* What was written where the widened object has no cell must be covered by one of its spans. */
    for (u32 i = 0; i < back->n_cells; i++) {
        const Cell *c = &back->cells[i];
        if (has_cell(is, c) || has_cell(&next, c))
            continue;
        Range place = st_range_bytes(r, c->off, c->bytes);
        bool clean, covered = false;
        const Span *sp = st_span_at(r, k->back, &next, &place, &clean);
        bool undef = st_perhaps_undefined(r, c->value);
        if (clean && sp->content == CONTENT_SOME && sp->origin == SO_WIDE)
            covered = !undef || sp->maybe_undef;
        else if (clean && sp->content == CONTENT_FILL)
            covered = st_repeated_byte(k->r, c->value, c->bytes) >= 0 &&
                      c->value == st_peek_value(r, k->back, o, &next, c->off, c->bytes,
                                                val_type(vs, c->value), &clean);
        bool sure;
        if (!covered) /* only read, or written with what was there */
            covered = c->value ==
                      st_peek_value(r, k->back, o, &next, c->off, c->bytes, val_type(vs, c->value), &sure);
        if (!covered)
            list_place(k->out, o, c->off);
    }
    for (const Span *sp = is->spans; sp; sp = sp->older)
        if (sp->len && !range_goes_on(k, back, sp))
            list_place(k->out, o, sp->off);
    /* New spans over content that is not WIDE. */
    for (const Span *sp = back->spans; sp && sp != is->spans; sp = sp->older) {
        Range range = st_range_of(r, sp->off, sp->len);
        bool clean;
        const Span *below = st_span_at(r, k->back, &next, &range, &clean);
        bool wide = clean && below->content == CONTENT_SOME && below->origin == SO_WIDE &&
                    (below->maybe_undef || (sp->content != CONTENT_UNDEF && !sp->maybe_undef));
        if (!wide) {
            list_place(k->out, o, sp->off);
            break;
        }
    }
}

typedef struct Linears {
    Check *k;
    Keys *keys;
} Linears;

/* What grows by itself in the widened state must grow, so it is looked at even if the body did not touch it. */
static bool see_linear(void *ctx, u32 key, void *value)
{
    Linears *l = ctx;
    const ObjState *os = value;
    const Values *vs = &l->k->r->values;
    Val trip = l->k->trip;
    bool found = (os->size && val_mentions(vs, os->size, trip)) ||
                 (os->count && val_mentions(vs, os->count, trip)) ||
                 (os->str_off && val_mentions(vs, os->str_len, trip));
    for (u32 i = 0; i < os->n_cells && !found; i++)
        found = val_mentions(vs, os->cells[i].value, trip) || val_mentions(vs, os->cells[i].off, trip);
    for (const Span *sp = os->spans; sp && !found; sp = sp->older)
        found = val_mentions(vs, sp->off, trip) || (sp->len && val_mentions(vs, sp->len, trip));
    if (found)
        vec_push(l->keys, key);
    return true;
}

bool st_widen_check(Run *r, const State *widened, const State *back, Val trip, WidenPlaces *no_linear)
{
    u32 before = no_linear->n;
    /* Asking may make the store's sums; nothing of the state changes that anybody sees. */
    State scratch = *back;
    Check k = {.r = r, .widened = widened, .back = &scratch, .trip = trip, .out = no_linear};
    k.next = val_off_add(&r->values, trip, val_off(&r->values, 1));
    State *both[2] = {(State *)widened, (State *)back};
    Keys keys = {0};
    st_different(both, 2, false, &keys);
    Linears linears = {&k, &keys};
    u32 n = keys.n;
    pmap_each(widened->objs, see_linear, &linears);
    for (u32 i = 0; i < keys.n; i++) {
        bool done = false;
        for (u32 j = 0; j < n && i >= n && !done; j++)
            done = keys.at[j] == keys.at[i];
        if (!done)
            check_object(&k, keys.at[i]);
    }
    vec_release(&keys);
    return no_linear->n == before;
}
