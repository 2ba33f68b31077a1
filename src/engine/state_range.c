/*
 * Relations between parts of objects, and what is certain about the content of one: the reading half of memory; see state_priv.h. Constant
 * offsets are compared as numbers before anything symbolic is tried.
 */
#include "engine/state_priv.h"

/* ---- ranges ---- */

Range st_range_of(const Run *r, Val off, Val len)
{
    Range w = {.off = off, .n = -1};
    w.fixed = val_const(&r->values, off, &w.at);
    i64 n;
    if (!len) {
        w.open = true;
    } else if (val_const(&r->values, len, &n)) {
        w.n = n;
        w.open = n < 0; /* as a size_t it is larger than every object */
        if (n < 0)
            w.n = -1;
    } else {
        w.len = len;
    }
    return w;
}

Range st_range_bytes(const Run *r, Val off, u32 bytes)
{
    Range w = {.off = off, .n = bytes ? (i64)bytes : -1};
    w.fixed = val_const(&r->values, off, &w.at);
    return w;
}

bool st_offset_diff(Run *r, const State *s, Val a, Val b, i64 *d)
{
    i64 x, y;
    if (a == b) {
        *d = 0;
        return true;
    }
    bool ca = val_const(&r->values, a, &x), cb = val_const(&r->values, b, &y);
    if (ca && cb)
        return !__builtin_sub_overflow(x, y, d);
    StoreCtx c = st_ctx(r);
    Linear la = cs_linear(&c, &s->store, a), lb = cs_linear(&c, &s->store, b);
    if (la.n != lb.n)
        return false;
    for (u32 i = 0; i < la.n; i++)
        if (la.t[i].term != lb.t[i].term || la.t[i].coef != lb.t[i].coef)
            return false;
    i128 k = la.k - lb.k;
    if (k < INT64_MIN || k > INT64_MAX)
        return false;
    *d = (i64)k;
    return true;
}

bool st_offset_le(Run *r, const State *s, Val a, Val b, i64 slack)
{
    i64 x, y;
    if (a == b)
        return slack >= 0;
    if (val_const(&r->values, a, &x) && val_const(&r->values, b, &y))
        return (i128)x <= (i128)y + slack;
    i128 bound;
    StoreCtx c = st_ctx(r);
    return cs_upper_diff(&c, &s->store, a, b, &bound) && bound <= slack;
}

/* Offsets of two members of one record whose layout is not known: the same but for two different LAYOUT symbols. */
static bool different_members(Run *r, const State *s, Val a, Val b)
{
    StoreCtx c = st_ctx(r);
    Linear x = cs_linear(&c, &s->store, a), y = cs_linear(&c, &s->store, b);
    Val only_a = VAL_NONE, only_b = VAL_NONE;
    if (x.n != y.n || x.k != y.k)
        return false;
    u32 i = 0, j = 0;
    while (i < x.n || j < y.n) {
        if (i < x.n && j < y.n && x.t[i].term == y.t[j].term) {
            if (x.t[i].coef != y.t[j].coef)
                return false;
            i++, j++;
            continue;
        }
        bool from_a = j >= y.n || (i < x.n && x.t[i].term < y.t[j].term);
        Val *only = from_a ? &only_a : &only_b;
        if (*only || (from_a ? x.t[i].coef : y.t[j].coef) != 1)
            return false;
        *only = from_a ? x.t[i++].term : y.t[j++].term;
    }
    if (!only_a || !only_b)
        return false;
    const SymInfo *p = val_sym_info(&r->values, only_a), *q = val_sym_info(&r->values, only_b);
    return p && q && p->origin == SO_LAYOUT && q->origin == SO_LAYOUT;
}

/* Does a end before b begins, for certain? */
static bool ends_before(Run *r, const State *s, const Range *a, const Range *b)
{
    if (a->open)
        return false;
    if (a->n >= 0)
        return st_offset_le(r, s, a->off, b->off, -a->n);
    return a->len && st_offset_le(r, s, val_off_add(&r->values, a->off, a->len), b->off, 0);
}

bool st_apart(Run *r, const State *s, const Range *a, const Range *b)
{
    if (a->fixed && b->fixed && (a->n >= 0 || !a->len) && (b->n >= 0 || !b->len))
        return (a->n >= 0 && (i128)a->at + a->n <= b->at) || (b->n >= 0 && (i128)b->at + b->n <= a->at);
    if (a->off == b->off)
        return a->n == 0 || b->n == 0;
    return ends_before(r, s, a, b) || ends_before(r, s, b, a) || different_members(r, s, a->off, b->off);
}

bool st_covers(Run *r, const State *s, const Range *a, const Range *b)
{
    if (!st_offset_le(r, s, a->off, b->off, 0))
        return false;
    if (a->open)
        return true;
    if (b->open)
        return false;
    if (a->off == b->off) {
        if (a->n < 0 && !a->len && b->n < 0 && !b->len) /* both of unknown type: the same place */
            return true;
        if (a->len && a->len == b->len)
            return true;
    }
    if (b->n < 0 && !b->len)
        return false;
    if (a->n >= 0 && b->n >= 0) {
        i64 slack;
        return !__builtin_sub_overflow(a->n, b->n, &slack) && st_offset_le(r, s, b->off, a->off, slack);
    }
    if (a->n < 0 && !a->len)
        return false;
    Val a_end = a->n >= 0 ? a->off : val_off_add(&r->values, a->off, a->len);
    Val b_end = b->n >= 0 ? b->off : val_off_add(&r->values, b->off, b->len);
    i64 slack = (a->n >= 0 ? a->n : 0) - (b->n >= 0 ? b->n : 0);
    return st_offset_le(r, s, b_end, a_end, slack);
}

const Span *st_span_at(Run *r, const State *s, const ObjState *os, const Range *w, bool *clean)
{
    *clean = true;
    const Span *sp = os->spans;
    for (; sp->older; sp = sp->older) {
        Range range = st_range_of(r, sp->off, sp->len);
        if (st_apart(r, s, &range, w))
            continue;
        if (st_covers(r, s, &range, w))
            return sp;
        *clean = false;
    }
    return sp;
}

/* ---- symbols for content ---- */

/* Parts of keys of the symbols that memory makes, so that no others are like them. */
enum { KEY_CONTENT = 0x4d454d01, KEY_UNCERTAIN = 0x4d454d02, KEY_UNDEF = 0x4d454d03, KEY_PUN = 0x4d454d04 };

static inline u64 key_context(u32 purpose, u32 version)
{
    return map_mix((u64)purpose << 32 | version);
}

static Val undefined(Run *r, VType t, ObjId o, Val off)
{
    SymInfo info = sym_info(SO_UNDEF, t);
    info.obj = o;
    info.off = off;
    return val_sym(&r->values, key_context(KEY_UNDEF, 0), o, off, 0, &info);
}

/* `other`, or what nobody wrote. */
static Val or_undefined(Run *r, Val other, VType t, ObjId o, Val off, u32 version)
{
    Val alts[2] = {other, undefined(r, t, o, off)};
    SymInfo info = sym_info(SO_JOIN, t);
    info.obj = o;
    info.off = off;
    info.alts = alts;
    info.n_alts = 2;
    info.taint = val_node(&r->values, other)->taint;
    return val_sym(&r->values, key_context(KEY_UNDEF, version), o, off, 2, &info);
}

Val st_maybe_undef(Run *r, VType t, ObjId o, Val off, u32 version)
{
    SymInfo other = sym_info(SO_OPAQUE, t);
    other.obj = o;
    other.off = off;
    return or_undefined(r, val_sym(&r->values, key_context(KEY_UNDEF, version), o, off, 1, &other), t, o, off,
                        version);
}

Val st_if_defined(const Run *r, Val v)
{
    const SymInfo *info = v ? val_sym_info(&r->values, v) : NULL;
    bool split = info && info->origin == SO_JOIN && !info->join && info->n_alts == 2 && info->alts[0] &&
                 info->alts[1] && val_kind(&r->values, info->alts[1]) == VK_UNDEF;
    return split ? info->alts[0] : v;
}

static bool is_tainted(void *ctx, Val sym, const SymInfo *info)
{
    (void)ctx, (void)sym;
    return info->taint;
}

Val st_taint_symbol(Run *r, Val v)
{
    return v && val_node(&r->values, v)->taint ? val_find_sym(&r->values, v, is_tainted, NULL) : VAL_NONE;
}

/* A library's pointer that its contract calls nonnull: stdin. */
static bool never_null_global(const Run *r, const IrGlobal *g)
{
    const IndexEntry *e = g->entry ? &r->project->index.entries.at[g->entry] : NULL;
    return e && !e->unit && !g->is_function &&
           contract_of_object(r->project->units.at[0], e->decl, e->node).nonnull;
}

/* A symbol for what a span of SOME holds at a place. `was`: a HAVOC symbol's value before. */
static Val some_value(Run *r, const Span *sp, ObjId o, Val off, VType t, Val was)
{
    Values *vs = &r->values;
    if (sp->src) {
        Val inside = val_off_sub(vs, off, sp->off);
        off = val_off_add(vs, sp->src_off, inside);
        o = sp->src;
    }
    const Obj *ob = obj(&r->objects, o);
    SymInfo info = sym_info((SymOrigin)sp->origin, t);
    const SymInfo *like = sp->fill ? val_sym_info(vs, sp->fill) : NULL;
    if (like) {
        info.free = like->free;
        info.f = like->f;
        info.inst = like->inst;
        info.node = like->node;
        info.name = like->name;
        info.var = like->var;
    } else if (ob->kind == OBJ_VAR) {
        info.var = ob->var;
    }
    info.taint = sp->taint;
    info.obj = o;
    info.off = off;
    info.was = was;
    if (t.ptr && ob->kind == OBJ_GLOBAL && never_null_global(r, ob->global))
        info.lo = 1;
    if (ob->kind == OBJ_STRING && ob->str->char_size == 1 && t.width == 8) {
        /* Somewhere in a literal: one of its bytes or the terminator. */
        for (u32 i = 0; i < ob->str->n_bytes; i++) {
            i128 c = t.sgn ? (i128)(i8)ob->str->bytes[i] : (i128)(u8)ob->str->bytes[i];
            i128 lo = i ? MIN(info.lo, c) : MIN(c, 0), hi = i ? MAX(info.hi, c) : MAX(c, 0);
            info.lo = lo;
            info.hi = hi;
        }
        if (!ob->str->n_bytes)
            info.lo = info.hi = 0;
    }
    return val_sym(vs, key_context(KEY_CONTENT, sp->version), o, off, 0, &info);
}

/* A symbol for a place whose content may come from several writes; `undef`: or from none. */
static Val uncertain_value(Run *r, ObjId o, const ObjState *os, Val off, VType t, TaintMask taint, Val source,
                           bool undef)
{
    SymInfo info = sym_info(SO_OPAQUE, t);
    const SymInfo *from = source ? val_sym_info(&r->values, source) : NULL;
    if (from) {
        info.f = from->f;
        info.inst = from->inst;
        info.node = from->node;
        info.name = from->name;
    }
    info.taint = taint;
    info.obj = o;
    info.off = off;
    Val v = val_sym(&r->values, key_context(KEY_UNCERTAIN, os->version), o, off, 0, &info);
    return undef ? or_undefined(r, v, t, o, off, os->version) : v;
}

/* ---- values of places ---- */

static Val part_of(Run *r, Val v, i64 at, u32 bytes, VType t);

bool st_perhaps_undefined(const Run *r, Val v)
{
    const SymInfo *info = val_sym_info(&r->values, v);
    return info && (info->origin == SO_UNDEF || info->perhaps_undef);
}

/* Bytes of a joined value that is perhaps undefined, so that it stays visible which alternatives are. VAL_NONE: cannot be said. */
static Val part_of_join(Run *r, Val v, i64 at, u32 bytes, VType t)
{
    Values *vs = &r->values;
    SymInfo info = *val_sym_info(vs, v);
    Val alts[JOIN_ALTERNATIVES];
    for (u32 i = 0; i < info.n_alts; i++) {
        Val alt = info.alts[i];
        const SymInfo *undef = val_kind(vs, alt) == VK_UNDEF ? val_sym_info(vs, alt) : NULL;
        alts[i] = undef ? undefined(r, t, undef->obj, undef->off) : part_of(r, alt, at, bytes, t);
        if (!alts[i])
            return VAL_NONE;
    }
    info.alts = alts;
    info.type = t;
    info.lo = vtype_min(t);
    info.hi = vtype_max(t);
    Val made = val_sym(vs, key_context(KEY_PUN, info.join), v, (u32)at, bytes, &info);
    if (info.join) {
        JoinInfo *join = &r->joins.at[info.join];
        bool known = false;
        for (u32 i = 0; i < join->syms.n && !known; i++)
            known = join->syms.at[i] == made;
        if (!known)
            vec_push(&join->syms, made);
    }
    return made;
}

/* A value of the same bytes as another type. */
static Val as_type(Run *r, Val v, VType t)
{
    Values *vs = &r->values;
    ValNode n = *val_node(vs, v);
    if (n.kind == VK_RECORD || t.loose)
        return v;
    if (n.type.width == t.width && n.type.sgn == t.sgn && n.type.ptr == t.ptr && !n.type.loose)
        return v;
    if (n.kind == VK_UNDEF) {
        const SymInfo *info = val_sym_info(vs, v);
        return undefined(r, t, info->obj, info->off);
    }
    if (n.kind == VK_SYM && t.width && t.width <= 64 && n.type.width && st_perhaps_undefined(r, v)) {
        Val joined = part_of_join(r, v, 0, (t.width + 7u) / 8, t);
        return joined ? joined : st_maybe_undef(r, t, 0, v, t.width);
    }
    if (t.width && n.type.width)
        return val_cast(vs, t, v);
    if (n.kind == VK_INT && n.num == 0 && !t.width)
        return val_float(vs, 0.0);
    SymInfo info = sym_info(SO_OPAQUE, t);
    info.taint = n.taint;
    return val_sym(vs, key_context(KEY_PUN, 0), v, t.width, t.sgn, &info);
}

/* Bytes [at, at + bytes) of a value of `size` bytes; little-endian. VAL_NONE: cannot be said. */
static Val part_of(Run *r, Val v, i64 at, u32 bytes, VType t)
{
    Values *vs = &r->values;
    VType whole = val_type(vs, v);
    ValKind kind = val_kind(vs, v);
    if (!whole.width || whole.ptr || !t.width || kind == VK_UNDEF || kind == VK_ADDR || at < 0 ||
        at + bytes > 8)
        return VAL_NONE;
    if (kind == VK_SYM && st_perhaps_undefined(r, v))
        return part_of_join(r, v, at, bytes, t);
    VType plain = {.width = whole.width};
    Val u = val_cast(vs, plain, v);
    if (at) {
        if ((u32)at * 8 >= whole.width)
            return VAL_NONE;
        u = val_binop(vs, BIN_SHR, plain, u, val_int(vs, vtype_int, at * 8));
    }
    VType bits = {.width = (u8)(bytes * 8)};
    return as_type(r, val_cast(vs, bits, u), t);
}

static Val fill_value(Run *r, const Span *sp, ObjId o, Val off, u32 bytes, VType t)
{
    Values *vs = &r->values;
    i64 byte;
    if (val_const(vs, sp->fill, &byte)) {
        u64 pattern = (u64)(byte & 0xff) * 0x0101010101010101ull;
        if (t.ptr && !(byte & 0xff))
            return val_null(vs);
        if (t.width && bytes <= 8 && (bytes || !(byte & 0xff)))
            return val_int(vs, t, (i64)pattern);
        if (!t.width && !(byte & 0xff))
            return val_float(vs, 0.0);
    } else if (bytes == 1 && t.width) {
        return val_cast(vs, t, sp->fill);
    }
    Span some = {.off = sp->off, .origin = SO_OPAQUE, .version = sp->version, .taint = sp->taint};
    return some_value(r, &some, o, off, t, VAL_NONE);
}

static i32 literal_byte(const IrString *str, i64 at)
{
    if (at < 0 || at >= (i64)str->n_bytes + str->char_size || str->partial)
        return BYTE_UNKNOWN;
    return at < str->n_bytes ? (u8)str->bytes[at] : 0;
}

i32 st_byte(Run *r, ObjId o, const ObjState *os, i64 at)
{
    const Values *vs = &r->values;
    for (u32 i = os->n_cells; i-- > 0;) {
        const Cell *c = &os->cells[i];
        i64 cell_at;
        if (!val_const(vs, c->off, &cell_at))
            continue;
        if (at < cell_at || (i128)at >= (i128)cell_at + c->bytes)
            continue;
        const ValNode *n = val_node(vs, c->value);
        if (n->kind == VK_INT && at - cell_at < 8)
            return (i32)((u64)n->num >> (8 * (at - cell_at)) & 0xff);
        return n->kind == VK_UNDEF ? BYTE_UNDEF : BYTE_UNKNOWN;
    }
    if (!os->plain) /* a cell of unknown place may have overwritten what a span says */
        return BYTE_UNKNOWN;
    for (const Span *sp = os->spans; sp; sp = sp->older) {
        if (sp->older) {
            i64 from, len;
            if (!val_const(vs, sp->off, &from))
                return BYTE_UNKNOWN;
            if (sp->len && !val_const(vs, sp->len, &len)) {
                if (at < from)
                    continue;
                return BYTE_UNKNOWN;
            }
            if (at < from || (sp->len && len >= 0 && (i128)at >= (i128)from + len))
                continue;
        }
        i64 v;
        if (sp->content == CONTENT_UNDEF)
            return BYTE_UNDEF;
        if (sp->content == CONTENT_FILL)
            return val_const(vs, sp->fill, &v) ? (i32)(v & 0xff) : BYTE_UNKNOWN;
        ObjId from = sp->src ? sp->src : o;
        if (obj(&r->objects, from)->kind == OBJ_STRING && sp->version == 0) {
            i64 start, src = 0;
            if (!val_const(vs, sp->off, &start) || (sp->src && !val_const(vs, sp->src_off, &src)))
                return BYTE_UNKNOWN;
            return literal_byte(obj(&r->objects, from)->str, src + (at - start));
        }
        return BYTE_UNKNOWN;
    }
    return BYTE_UNKNOWN;
}

i32 st_repeated_byte(const Run *r, Val v, u32 bytes)
{
    i64 num;
    if (!val_const(&r->values, v, &num) || !bytes || bytes > 8)
        return -1;
    u64 pattern = ((u64)num & 0xff) * 0x0101010101010101ull;
    u64 mask = bytes == 8 ? ~0ull : (1ull << (8 * bytes)) - 1;
    return ((u64)num & mask) == (pattern & mask) ? (i32)(num & 0xff) : -1;
}

/* From bytes that are all known. */
static Val composed_value(Run *r, ObjId o, const ObjState *os, i64 at, u32 bytes, VType t)
{
    if (!t.width || !bytes || bytes > 8)
        return VAL_NONE;
    u64 num = 0;
    for (u32 i = 0; i < bytes; i++) {
        i64 place;
        if (__builtin_add_overflow(at, (i64)i, &place))
            return VAL_NONE;
        i32 b = st_byte(r, o, os, place);
        if (b < 0)
            return VAL_NONE;
        num |= (u64)b << (8 * i);
    }
    if (t.ptr && num)
        return VAL_NONE;
    return t.ptr ? val_null(&r->values) : val_int(&r->values, t, (i64)num);
}

/* Content of the spans at a place that no cell holds. */
static Val span_value(Run *r, const State *s, ObjId o, const ObjState *os, const Range *w, u32 bytes, VType t,
                      bool mixed, bool *sure)
{
    bool clean;
    const Span *sp = st_span_at(r, s, os, w, &clean);
    *sure = clean && !mixed;
    if (*sure) {
        switch ((Content)sp->content) {
        case CONTENT_UNDEF: return undefined(r, t, o, w->off);
        case CONTENT_FILL: return fill_value(r, sp, o, w->off, bytes, t);
        case CONTENT_SOME: break;
        }
        if (sp->maybe_undef)
            return or_undefined(r, some_value(r, sp, o, w->off, t, VAL_NONE), t, o, w->off, sp->version);
        Val was = VAL_NONE;
        if (sp->origin == SO_HAVOC && sp->older && !sp->src) {
            ObjState below = *os;
            below.spans = sp->older;
            below.n_cells = 0;
            bool known;
            was = span_value(r, s, o, &below, w, bytes, t, false, &known);
            if (val_kind(&r->values, was) == VK_UNDEF)
                was = VAL_NONE;
        }
        return some_value(r, sp, o, w->off, t, was);
    }
    TaintMask taint = 0;
    bool undef = false;
    Val source = VAL_NONE;
    const Span *written = NULL; /* the spans that may have written it */
    u32 n_written = 0;
    for (const Span *q = os->spans;; q = q->older) {
        Range range = st_range_of(r, q->off, q->len);
        if (!q->older || !st_apart(r, s, &range, w)) {
            taint |= q->taint;
            undef |= q->maybe_undef || q->content == CONTENT_UNDEF;
            if (q->taint && !source && q->content == CONTENT_SOME)
                source = q->fill;
            if (q->content != CONTENT_UNDEF) {
                written = q;
                n_written++;
            }
        }
        if (q == sp)
            break;
    }
    /* What a peer sent, if it sent so much: either that, or nothing. */
    if (n_written == 1 && undef && !mixed && written->content == CONTENT_SOME)
        return or_undefined(r, some_value(r, written, o, w->off, t, VAL_NONE), t, o, w->off, os->version);
    for (u32 i = 0; i < os->n_cells && mixed; i++) {
        TaintMask more = val_node(&r->values, os->cells[i].value)->taint;
        if (more && !source)
            source = st_taint_symbol(r, os->cells[i].value);
        taint |= more;
        undef = undef || st_perhaps_undefined(r, os->cells[i].value);
    }
    return uncertain_value(r, o, os, w->off, t, taint, source, undef);
}

/* Does a cell that perhaps overlaps the place hold the same bytes as the span there? */
static bool says_same(Run *r, const State *s, const ObjState *os, const Cell *c, const Range *w)
{
    i32 byte = st_repeated_byte(r, c->value, c->bytes);
    if (byte < 0)
        return false;
    bool clean;
    i64 fill;
    const Span *sp = st_span_at(r, s, os, w, &clean);
    return clean && sp->content == CONTENT_FILL && val_const(&r->values, sp->fill, &fill) &&
           (fill & 0xff) == byte;
}

Val st_peek_value(Run *r, const State *s, ObjId o, const ObjState *os, Val off, u32 bytes, VType t,
                  bool *sure)
{
    *sure = true;
    for (u32 i = os->n_cells; i-- > 0;)
        if (os->cells[i].off == off && os->cells[i].bytes == bytes)
            return as_type(r, os->cells[i].value, t);
    Range w = st_range_bytes(r, off, bytes);
    bool mixed = false;
    if (os->n_cells) {
        if (w.fixed && bytes) {
            Val v = composed_value(r, o, os, w.at, bytes, t);
            if (v)
                return v;
        }
        for (u32 i = os->n_cells; i-- > 0;) {
            const Cell *c = &os->cells[i];
            Range cell = st_range_bytes(r, c->off, c->bytes);
            if (st_apart(r, s, &cell, &w))
                continue;
            i64 d;
            if (st_offset_diff(r, s, off, c->off, &d)) {
                if (d == 0 && c->bytes == bytes)
                    return as_type(r, c->value, t);
                if (bytes && c->bytes && d >= 0 && d + bytes <= c->bytes) {
                    Val v = part_of(r, c->value, d, bytes, t);
                    if (v)
                        return v;
                }
            }
            mixed = mixed || !says_same(r, s, os, c, &w);
        }
    } else if (w.fixed && os->spans->origin == SO_MEMORY) {
        /* Literals and copies of them. */
        Val v = composed_value(r, o, os, w.at, bytes, t);
        if (v)
            return v;
    }
    i64 d;
    if (os->str_off && os->str_ended == 1 && bytes == os->str_width && t.width && !w.fixed) {
        Val end = val_off_add(&r->values, os->str_off, val_off_mul(&r->values, os->str_len, os->str_width));
        if (st_offset_diff(r, s, off, end, &d) && d == 0)
            return val_int(&r->values, t, 0);
    }
    return span_value(r, s, o, os, &w, bytes, t, mixed, sure);
}
