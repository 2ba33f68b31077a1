/*
 * Memory of a state: loads, stores, fills and copies; see state.h. How places are compared and what is read from them is in state_range.c.
 */
#include "engine/state_priv.h"

#include <stdlib.h>

enum { INITIAL_CELLS = 32, FEW_CELLS = 12, ADDR_DEPTH = 64, ADDR_JOINS = 64, SYMBOLIC_CELLS = 10 };

/* ---- addresses inside values ---- */

typedef struct AddrWalk {
    const Run *r;
    StAddrFn *fn;
    void *ctx;
    u32 n_seen;
    Val seen[ADDR_JOINS]; /* joins share parts: each is looked into once */
} AddrWalk;

static void each_addr(AddrWalk *w, Val v, u32 depth)
{
    const Run *r = w->r;
    if (!v || depth > ADDR_DEPTH)
        return;
    const ValNode n = *val_node(&r->values, v);
    switch ((ValKind)n.kind) {
    case VK_ADDR: w->fn(w->ctx, n.a); return;
    case VK_UNOP:
    case VK_CAST: each_addr(w, n.a, depth + 1); return;
    case VK_BINOP:
        each_addr(w, n.a, depth + 1);
        each_addr(w, n.b, depth + 1);
        return;
    case VK_SYM: {
        const SymInfo *info = val_sym_info(&r->values, v);
        if (info->origin != SO_JOIN || w->n_seen == ADDR_JOINS)
            return;
        for (u32 i = 0; i < w->n_seen; i++)
            if (w->seen[i] == v)
                return;
        w->seen[w->n_seen++] = v;
        for (u32 i = 0; i < info->n_alts; i++)
            each_addr(w, info->alts[i], depth + 1);
        return;
    }
    case VK_RECORD: {
        Val off;
        u64 size;
        const Snapshot *snap = val_record_of(&r->values, v, &off, &size);
        for (u32 i = 0; i < snap->os->n_cells; i++)
            if (val_kind(&r->values, snap->os->cells[i].value) != VK_RECORD)
                each_addr(w, snap->os->cells[i].value, depth + 1);
        return;
    }
    default: return;
    }
}

void st_each_addr(const Run *r, Val v, StAddrFn *fn, void *ctx)
{
    ValKind k = val_kind(&r->values, v);
    if (k == VK_ADDR)
        fn(ctx, val_node(&r->values, v)->a);
    if (k == VK_ADDR || k == VK_INT || k == VK_NONE)
        return;
    AddrWalk w;
    w.r = r;
    w.fn = fn;
    w.ctx = ctx;
    w.n_seen = 0;
    each_addr(&w, v, 0);
}

typedef struct LoseWalk {
    Run *r;
    State *s;
} LoseWalk;

static void lose_object(void *ctx, ObjId o)
{
    LoseWalk *w = ctx;
    if (!(st_obj(w->r, w->s, o)->flags & OS_ESCAPED))
        st_write_obj(w->r, w->s, o)->flags |= OS_ESCAPED;
}

void st_lose_track(Run *r, State *s, Val v)
{
    LoseWalk w = {r, s};
    ValKind k = val_kind(&r->values, v);
    if (k != VK_INT && k != VK_FLOAT)
        st_each_addr(r, v, lose_object, &w);
}

/* ---- cells ---- */

static bool cell_plain(const Run *r, Val off, u32 bytes)
{
    i64 at;
    return bytes && val_const(&r->values, off, &at);
}

/* A cell whose place may have been overwritten: what it held is not followed further. */
static void forget_cell(Run *r, State *s, ObjState *os, const Cell *c, bool before_undef)
{
    const Values *vs = &r->values;
    TaintMask taint = val_node(vs, c->value)->taint;
    bool undef = before_undef || st_perhaps_undefined(r, c->value);
    st_lose_track(r, s, c->value);
    Val len = c->bytes ? val_off(&r->values, c->bytes) : VAL_NONE;
    st_push_span(r, os,
                 (Span){.off = c->off,
                        .len = len,
                        .content = CONTENT_SOME,
                        .origin = SO_OPAQUE,
                        .maybe_undef = undef,
                        .version = os->version,
                        .fill = taint ? st_taint_symbol(r, c->value) : VAL_NONE,
                        .taint = taint});
}

/* Of few cells at constant places, after others are gone: are they all apart? */
static bool none_overlap(Run *r, const State *s, const ObjState *os)
{
    if (os->n_cells > FEW_CELLS)
        return false;
    for (u32 i = 1; i < os->n_cells; i++)
        for (u32 k = 0; k < i; k++) {
            Range a = st_range_bytes(r, os->cells[i].off, os->cells[i].bytes);
            Range b = st_range_bytes(r, os->cells[k].off, os->cells[k].bytes);
            if (!st_apart(r, s, &a, &b))
                return false;
        }
    return true;
}

/* Before [w) is written: drops the cells that are not apart from it, and string knowledge. `keep`: index of a cell that will be
 * overwritten in place, or -1; returns its new index. */
static i32 clear(Run *r, State *s, ObjId o, ObjState *os, const Range *w, i32 keep)
{
    (void)o;
    if (!os->n_cells)
        return -1;
    st_own_cells(r, os, 0);
    u32 n = 0;
    i32 kept = -1;
    bool plain = true;
    for (u32 i = 0; i < os->n_cells; i++) {
        Cell c = os->cells[i];
        if ((i32)i == keep) {
            kept = (i32)n;
        } else {
            Range cell = st_range_bytes(r, c.off, c.bytes);
            if (!st_apart(r, s, &cell, w)) {
                if (!st_covers(r, s, w, &cell))
                    forget_cell(r, s, os, &c, false);
                continue;
            }
        }
        plain = plain && cell_plain(r, c.off, c.bytes);
        os->cells[n++] = c;
    }
    os->n_cells = n;
    os->plain = plain && (os->plain || none_overlap(r, s, os));
    return kept;
}

static int by_offset(const void *a, const void *b)
{
    const Range *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

/* Makes room: the older half of the cells becomes spans. */
static void evict(Run *r, State *s, ObjState *os)
{
    Values *vs = &r->values;
    Range parts[LIMIT_OBJECT_CELLS];
    u32 n_parts = 0, half = os->n_cells / 2;
    TaintMask taint = 0;
    Val source = VAL_NONE;
    bool undef = false, zero = true;
    st_own_cells(r, os, 0);
    os->version = st_mix(os->version, half);
    for (u32 i = 0; i < half; i++) {
        const Cell *c = &os->cells[i];
        st_lose_track(r, s, c->value);
        if (!cell_plain(r, c->off, c->bytes)) {
            Cell copy = *c;
            forget_cell(r, s, os, &copy, false);
            continue;
        }
        const ValNode *n = val_node(vs, c->value);
        taint |= n->taint;
        undef = undef || st_perhaps_undefined(r, c->value);
        zero = zero && n->kind == VK_INT && n->num == 0;
        if (n->taint && !source)
            source = st_taint_symbol(r, c->value);
        parts[n_parts++] = st_range_bytes(r, c->off, c->bytes);
    }
    qsort(parts, n_parts, sizeof *parts, by_offset);
    for (u32 i = 0; i < n_parts;) {
        i128 end = (i128)parts[i].at + parts[i].n;
        u32 j = i + 1;
        for (; j < n_parts && parts[j].at <= end; j++)
            end = MAX(end, (i128)parts[j].at + parts[j].n);
        st_push_span(r, os,
                     (Span){.off = parts[i].off,
                            .len = val_off(vs, (i64)(end - parts[i].at)),
                            .content = zero ? CONTENT_FILL : CONTENT_SOME,
                            .origin = SO_OPAQUE,
                            .maybe_undef = undef,
                            .version = os->version,
                            .fill = zero ? val_int(vs, vtype_int, 0) : source,
                            .taint = taint});
        i = j;
    }
    memmove(os->cells, os->cells + half, sizeof *os->cells * (os->n_cells - half));
    os->n_cells -= half;
    for (u32 i = 0; i < os->n_cells && os->plain; i++)
        os->plain = cell_plain(r, os->cells[i].off, os->cells[i].bytes);
}

/* Cells whose places are not constant have to be compared with everything else: only a few are kept, the oldest goes. */
static void evict_symbolic(Run *r, State *s, ObjState *os)
{
    u32 n = 0, oldest = os->n_cells;
    for (u32 i = os->n_cells; i-- > 0;)
        if (!cell_plain(r, os->cells[i].off, os->cells[i].bytes)) {
            n++;
            oldest = i;
        }
    if (n < SYMBOLIC_CELLS)
        return;
    st_own_cells(r, os, 0);
    Cell c = os->cells[oldest];
    memmove(os->cells + oldest, os->cells + oldest + 1, (os->n_cells - oldest - 1) * sizeof *os->cells);
    os->n_cells--;
    forget_cell(r, s, os, &c, false);
}

void st_add_cell(Run *r, State *s, ObjId o, ObjState *os, Val off, u32 bytes, Val value)
{
    (void)o;
    if (os->n_cells >= LIMIT_OBJECT_CELLS)
        evict(r, s, os);
    if (!os->plain && !cell_plain(r, off, bytes))
        evict_symbolic(r, s, os);
    st_own_cells(r, os, 1);
    os->cells[os->n_cells++] = (Cell){off, bytes, value};
    os->plain = os->plain && cell_plain(r, off, bytes);
}

/* ---- loads ---- */

static u32 size_of_type(Run *r, TypeId t)
{
    u64 size;
    return type_sizeof(&r->unit->types, t, &size) && size <= UINT32_MAX &&
                   type_kind(&r->unit->types, t) != TY_VOID
               ? (u32)size
               : 0;
}

static bool is_aggregate(Run *r, TypeId t)
{
    TypeKind k = type_kind(&r->unit->types, t);
    return k == TY_RECORD || k == TY_ARRAY || k == TY_COMPLEX;
}

/* The object as it is now, so that it stays so: the next write to it takes a copy. */
static const ObjState *frozen(Run *r, const State *s, ObjId o)
{
    ObjState *os = (ObjState *)st_obj(r, s, o);
    os->edit = 0;
    os->cells_edit = UINT32_MAX;
    return os;
}

static Val load_record(Run *r, State *s, ObjId o, Val off, TypeId t)
{
    Snapshot *snap = arena_new(&r->arena, Snapshot);
    snap->o = o;
    snap->os = frozen(r, s, o);
    return val_record(&r->values, snap, off, size_of_type(r, t));
}

/* A value as whoever loads it wants it: decided joins replaced, pointers of unknown origin with what they point to. */
static Val loaded(Run *r, State *s, Val v, TypeId t)
{
    for (u32 depth = 0; depth < ASSUME_DEPTH && val_kind(&r->values, v) == VK_SYM; depth++) {
        u32 mask = st_alternatives(r, s, v);
        if (!mask)
            break;
        if (mask & (mask - 1))
            return v;
        v = val_sym_info(&r->values, v)->alts[__builtin_ctz(mask)];
    }
    const TypeTable *tt = &r->unit->types;
    if (val_kind(&r->values, v) == VK_SYM && val_type(&r->values, v).ptr && type_kind(tt, t) == TY_PTR &&
        type_kind(tt, type_of(tt, t)) != TY_FUNC)
        return st_pointee(r, v, type_of(tt, t));
    return v;
}

Val st_load(Run *r, State *s, ObjId o, Val off, TypeId t)
{
    if (is_aggregate(r, t))
        return load_record(r, s, o, off, t);
    VType vt = vtype_of(&r->unit->types, t);
    u32 bytes = size_of_type(r, t);
    const ObjState *os = st_obj(r, s, o);
    if (os->n_cells && os->cells[0].off == off && os->cells[0].bytes == bytes) {
        Val v = os->cells[0].value;
        const ValNode *n = val_node(&r->values, v);
        if (n->type.width == vt.width && n->type.sgn == vt.sgn && n->type.ptr == vt.ptr && !n->type.loose)
            return n->kind == VK_SYM ? loaded(r, s, v, t) : v;
    }
    bool sure;
    u32 cells = os->n_cells;
    Val v = st_peek_value(r, s, o, os, off, bytes, vt, &sure);
    ValKind kind = val_kind(&r->values, v);
    if (!sure && kind != VK_UNDEF) {
        ObjState *mine = st_write_obj(r, s, o);
        st_add_cell(r, s, o, mine, off, bytes, v);
        mine->plain = false; /* it may overlap others: all of them are true */
    } else if (os == obj(&r->objects, o)->initial && cells == os->n_cells && cells < INITIAL_CELLS && bytes &&
               kind == VK_SYM && cell_plain(r, off, bytes) && os->plain) {
        /* Initial content is the same on all paths: remembered there, for speed alone. */
        bool there = false;
        for (u32 i = 0; i < cells; i++)
            there |= os->cells[i].off == off && os->cells[i].bytes == bytes;
        bool apart = true;
        Range w = st_range_bytes(r, off, bytes);
        for (u32 i = 0; i < cells && apart; i++) {
            Range c = st_range_bytes(r, os->cells[i].off, os->cells[i].bytes);
            apart = st_apart(r, s, &c, &w);
        }
        if (!there && apart) {
            ObjState *all = (ObjState *)os;
            Cell *more = arena_alloc(&r->arena, sizeof *more * (cells + 1));
            if (cells)
                memcpy(more, all->cells, sizeof *more * cells);
            more[cells] = (Cell){off, bytes, loaded(r, s, v, t)};
            all->cells = more;
            all->n_cells = all->cap_cells = cells + 1;
        }
    }
    return loaded(r, s, v, t);
}

/* ---- stores ---- */

/* Keeps the taint of an object as a whole when `w` gets content of that taint. */
static void note_taint(Run *r, ObjState *os, bool whole, TaintMask taint, Val source)
{
    if (whole) {
        os->taint = taint;
        os->taint_source = taint ? source : VAL_NONE;
        os->sanitized = os->examined = 0;
        os->obscure = false;
    } else if (taint) {
        os->taint |= taint;
        os->sanitized = os->examined = 0;
        if (source)
            os->taint_source = source;
    }
    (void)r;
}

static bool is_whole(const Run *r, const ObjState *os, const Range *w)
{
    i64 size;
    if (!w->fixed || w->at != 0)
        return false;
    if (os->size && w->len && os->size == w->len)
        return true;
    return os->size && w->n >= 0 && val_const(&r->values, os->size, &size) && size <= w->n;
}

static void copy_range(Run *r, State *s, ObjId to, Val to_off, const Snapshot *from, Val from_off, Val len,
                       u32 version);

static void store_record(Run *r, State *s, ObjId o, Val off, TypeId t, Val v)
{
    Values *vs = &r->values;
    u32 bytes = size_of_type(r, t);
    Val from_off;
    u64 size;
    if (val_kind(vs, v) == VK_RECORD) {
        const Snapshot *snap = val_record_of(vs, v, &from_off, &size);
        u64 n = bytes && size ? MIN(bytes, size) : MAX(bytes, size);
        copy_range(r, s, o, off, snap, from_off, n ? val_off(vs, (i64)n) : VAL_NONE, st_mix(v, off));
        return;
    }
    Content content = val_kind(vs, v) == VK_UNDEF ? CONTENT_UNDEF : CONTENT_SOME;
    st_fill(r, s, o, off, bytes ? val_off(vs, bytes) : VAL_NONE, content,
            content == CONTENT_SOME ? v : VAL_NONE, val_node(vs, v)->taint, st_mix(v, off));
}

void st_store(Run *r, State *s, ObjId o, Val off, TypeId t, Val v)
{
    const Values *vs = &r->values;
    const ValNode *n = val_node(vs, v);
    if (n->kind == VK_RECORD || is_aggregate(r, t)) {
        store_record(r, s, o, off, t, v);
        return;
    }
    TaintMask taint = n->taint;
    u32 bytes = size_of_type(r, t);
    ObjState *os = st_write_obj(r, s, o);
    os->version = st_mix(os->version ^ off, v);
    if (os->n_cells == 1 && os->cells[0].off == off && os->cells[0].bytes == bytes && !os->str_off &&
        !(os->taint | taint)) {
        if (os->cells_edit != os->edit)
            st_own_cells(r, os, 0);
        os->cells[0].value = v;
        return;
    }
    Range w = st_range_bytes(r, off, bytes);
    if (os->str_off)
        st_string_written(r, s, o, os, &w, v);
    if (os->taint | taint)
        note_taint(r, os, bytes && is_whole(r, os, &w), taint, taint ? st_taint_symbol(r, v) : VAL_NONE);
    i32 at = -1;
    for (u32 i = os->n_cells; i-- > 0 && at < 0;)
        if (os->cells[i].off == off && os->cells[i].bytes == bytes)
            at = (i32)i;
    if (at < 0 || !os->plain)
        at = clear(r, s, o, os, &w, at);
    if (at < 0) {
        st_add_cell(r, s, o, os, off, bytes, v);
        return;
    }
    st_own_cells(r, os, 0);
    os->cells[at].value = v;
}

static u8 origin_of_fill(const Run *r, Val fill, TaintMask taint)
{
    const SymInfo *info = fill ? val_sym_info(&r->values, fill) : NULL;
    if (!info)
        return taint ? SO_INPUT : SO_HAVOC;
    switch (info->origin) {
    case SO_PARAM:
    case SO_MEMORY:
    case SO_RESULT:
    case SO_LIBRARY:
    case SO_INPUT:
    case SO_CONFIG:
    case SO_UNREAD: return info->origin;
    default: return taint ? SO_INPUT : SO_OPAQUE;
    }
}

void st_fill(Run *r, State *s, ObjId o, Val off, Val len, Content content, Val fill, TaintMask taint,
             u32 version)
{
    ObjState *os = st_write_obj(r, s, o);
    Range w = st_range_of(r, off, len);
    if (w.n == 0)
        return;
    os->version = st_mix(os->version ^ off, version);
    bool whole = is_whole(r, os, &w) || (w.open && w.fixed && w.at == 0);
    note_taint(r, os, whole, taint, fill);
    if (os->str_off)
        st_string_written(r, s, o, os, &w, VAL_NONE);
    if (whole && obj(&r->objects, o)->kind != OBJ_POINTEE) {
        os->n_cells = 0;
        os->plain = true;
        os->spans = NULL;
        os->n_spans = 0;
    } else {
        clear(r, s, o, os, &w, -1);
    }
    st_push_span(r, os,
                 (Span){.off = off,
                        .len = w.open ? VAL_NONE : len,
                        .content = (u8)content,
                        .origin = content == CONTENT_SOME ? origin_of_fill(r, fill, taint) : SO_OPAQUE,
                        .version = version,
                        .fill = fill,
                        .taint = taint});
}

/* ---- copies ---- */

/* The content of [src) as spans of the target: pushes them from the oldest to the newest. */
static void copy_spans(Run *r, State *s, ObjState *os, Val to_off, const Snapshot *from, Val from_off,
                       const Range *src, Val len, u32 version)
{
    Values *vs = &r->values;
    const Span *list[OBJECT_SPANS + 1];
    u32 n = 0;
    bool followed = true;
    Span mixed = {
        .off = to_off, .len = len, .content = CONTENT_SOME, .origin = SO_OPAQUE, .version = version};
    for (const Span *sp = from->os->spans; sp; sp = sp->older) {
        Range range = st_range_of(r, sp->off, sp->len);
        if (sp->older && st_apart(r, s, &range, src))
            continue;
        bool last = !sp->older || st_covers(r, s, &range, src);
        mixed.taint |= sp->taint;
        mixed.maybe_undef |= sp->maybe_undef || sp->content == CONTENT_UNDEF;
        if (sp->taint && !mixed.fill && sp->content == CONTENT_SOME)
            mixed.fill = sp->fill;
        if (!last && !(st_covers(r, s, src, &range) && !range.open))
            followed = false;
        list[n++] = sp;
        if (last || n == LENGTH(list))
            break;
    }
    if (!followed) {
        st_push_span(r, os, mixed);
        return;
    }
    for (u32 i = n; i-- > 0;) {
        Span span = *list[i];
        bool base = i == n - 1;
        Val start = base ? from_off : span.off;
        if (span.content == CONTENT_SOME) {
            span.src_off = span.src ? val_off_add(vs, span.src_off, val_off_sub(vs, start, span.off)) : start;
            span.src = span.src ? span.src : from->o;
        }
        span.off = base ? to_off : val_off_add(vs, to_off, val_off_sub(vs, span.off, from_off));
        if (base)
            span.len = len;
        st_push_span(r, os, span);
    }
}

static void copy_range(Run *r, State *s, ObjId to, Val to_off, const Snapshot *from, Val from_off, Val len,
                       u32 version)
{
    Values *vs = &r->values;
    Range src = st_range_of(r, from_off, len), dst = st_range_of(r, to_off, len);
    if (src.n == 0)
        return;
    Cell cells[LIMIT_OBJECT_CELLS];
    u32 n_cells = 0;
    TaintMask taint = from->os->taint;
    for (u32 i = 0; i < from->os->n_cells && n_cells < LIMIT_OBJECT_CELLS; i++) {
        const Cell *c = &from->os->cells[i];
        Range cell = st_range_bytes(r, c->off, c->bytes);
        if (!st_covers(r, s, &src, &cell)) {
            if (!st_apart(r, s, &src, &cell)) {
                st_lose_track(r, s, c->value);
                taint |= val_node(vs, c->value)->taint;
            }
            continue;
        }
        Val off = val_off_add(vs, to_off, val_off_sub(vs, c->off, from_off));
        cells[n_cells++] = (Cell){off, c->bytes, c->value};
    }
    ObjState *os = st_write_obj(r, s, to);
    os->version = st_mix(os->version ^ to_off, version);
    bool whole = is_whole(r, os, &dst);
    const ObjState *was = from->os;
    bool had = os->taint != 0;
    note_taint(r, os, whole, taint, was->taint_source);
    if (was->taint) {
        os->sanitized = had && !whole ? os->sanitized & was->sanitized : was->sanitized;
        os->examined |= was->examined;
    }
    os->obscure |= was->obscure;
    os->flags |= was->flags & OS_SECRET;
    if (os->str_off)
        st_string_written(r, s, to, os, &dst, VAL_NONE);
    clear(r, s, to, os, &dst, -1);
    copy_spans(r, s, os, to_off, from, from_off, &src, len, version);
    bool undef_below = false;
    for (const Span *sp = os->spans; sp; sp = sp->older)
        undef_below |= sp->content == CONTENT_UNDEF || sp->maybe_undef;
    /* Cells of the source that the range covers only perhaps are not copied: the target has them or what it had before. */
    for (u32 i = 0; i < was->n_cells; i++) {
        const Cell *c = &was->cells[i];
        Range cell = st_range_bytes(r, c->off, c->bytes);
        if (st_covers(r, s, &src, &cell) || st_apart(r, s, &src, &cell))
            continue;
        Val off = val_off_add(vs, to_off, val_off_sub(vs, c->off, from_off));
        Cell there = {off, c->bytes, c->value};
        forget_cell(r, s, os, &there, undef_below);
    }
    for (u32 i = 0; i < n_cells; i++)
        st_add_cell(r, s, to, os, cells[i].off, cells[i].bytes, cells[i].value);
    os->plain = os->plain && (was->plain || n_cells < 2);
    i64 d;
    if (!os->str_off && was->str_off && st_offset_diff(r, s, was->str_off, from_off, &d) && d >= 0) {
        Val end = val_off_add(vs, val_off_mul(vs, was->str_len, was->str_width), val_off(vs, d));
        if (!len || st_offset_le(r, s, end, len, -(i64)was->str_width)) {
            os->str_off = val_off_add(vs, to_off, val_off(vs, d));
            os->str_len = was->str_len;
            os->str_width = was->str_width;
            os->str_ended = was->str_ended;
        }
    }
}

void st_copy(Run *r, State *s, ObjId to, Val to_off, ObjId from, Val from_off, Val len, u32 version)
{
    Snapshot snap = {from, frozen(r, s, from)};
    copy_range(r, s, to, to_off, &snap, from_off, len, version);
}
