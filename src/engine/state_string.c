/*
 * Strings in memory: where the first terminator behind a place is; see state.h. An object remembers one string; what writes do to it is decided
 * here too.
 */
#include "engine/state_priv.h"

enum { KEY_LENGTH = 0x4c454e01 };

static const i64 max_length = (i64)1 << 62;

/* A length that is not known, for this content of the object. */
static Val length_symbol(Run *r, ObjId o, const ObjState *os, Val off, u32 width, i64 lo, i64 hi)
{
    SymInfo info = sym_info(SO_LENGTH, vtype_off);
    info.lo = lo;
    info.hi = hi;
    info.obj = o;
    info.off = off;
    info.taint = os->taint;
    return val_sym(&r->values, map_mix((u64)KEY_LENGTH << 32 | os->version), o, off, width, &info);
}

static void assume(Run *r, State *s, IrBinop op, Val a, Val b)
{
    StoreCtx c = st_ctx(r);
    cs_assume(&c, &s->store, val_cmp(&r->values, op, a, b), true);
}

/* The place of the known string's terminator. */
static Val terminator(Run *r, const ObjState *os)
{
    return val_off_add(&r->values, os->str_off, val_off_mul(&r->values, os->str_len, os->str_width));
}

void st_string_written(Run *r, State *s, ObjId o, ObjState *os, const Range *w, Val value)
{
    Values *vs = &r->values;
    Val end = terminator(r, os), width = val_off(vs, os->str_width), v = value;
    Range text = st_range_of(r, os->str_off, val_off_add(vs, val_off_sub(vs, end, os->str_off), width));
    if (st_apart(r, s, &text, w))
        return;
    i64 num;
    bool element = w->n == os->str_width && os->str_width == 1 && v && val_const(vs, v, &num);
    if (element && num != 0 && st_offset_le(r, s, os->str_off, w->off, 0) &&
        st_offset_le(r, s, w->off, end, -1))
        return; /* another character before the terminator */
    if (element && num == 0) {
        if (st_offset_le(r, s, os->str_off, w->off, 0) && st_offset_le(r, s, w->off, end, 0)) {
            os->str_len = val_off_sub(vs, w->off, os->str_off);
            os->str_ended = 1;
            return;
        }
        /* A terminator more, somewhere: the string can only have become shorter. */
        Val shorter = length_symbol(r, o, os, os->str_off, 1, 0, max_length);
        assume(r, s, BIN_LE, shorter, os->str_len);
        os->str_len = shorter;
        return;
    }
    os->str_off = os->str_len = VAL_NONE;
}

static StringFact remember(Run *r, State *s, ObjId o, Val off, u32 width, StringFact f)
{
    if (f.ended == 1 && f.room && !val_const(&r->values, f.len, &(i64){0}))
        assume(r, s, BIN_LT, f.len, f.room);
    ObjState *os = st_write_obj(r, s, o);
    os->str_off = off;
    os->str_len = f.len;
    os->str_width = (u8)width;
    os->str_ended = (i8)f.ended;
    return f;
}

/* What the remembered string says of one that begins inside it. */
static bool known_string(Run *r, State *s, const ObjState *os, Val off, u32 width, StringFact *f)
{
    if (!os->str_off || os->str_width != width)
        return false;
    if (off == os->str_off) {
        f->ended = os->str_ended;
        f->len = os->str_len;
        return true;
    }
    i64 d;
    bool fixed = st_offset_diff(r, s, off, os->str_off, &d);
    if (fixed && (d < 0 || d % width))
        return false;
    if (!fixed && (width != 1 || !st_offset_le(r, s, os->str_off, off, 0)))
        return false;
    if (!st_offset_le(r, s, off, terminator(r, os), 0))
        return false;
    Val skipped = fixed ? val_off(&r->values, d / width) : val_off_sub(&r->values, off, os->str_off);
    f->ended = os->str_ended;
    f->len = val_off_sub(&r->values, os->str_len, skipped);
    return true;
}

/* One element at a constant place: 0, 1 (not zero), BYTE_UNKNOWN or BYTE_UNDEF. */
static i32 element_at(Run *r, ObjId o, const ObjState *os, i64 at, u32 width)
{
    bool unknown = false, undef = false;
    for (u32 i = 0; i < width; i++) {
        i32 b = st_byte(r, o, os, at + i);
        if (b > 0)
            return 1;
        unknown |= b == BYTE_UNKNOWN;
        undef |= b == BYTE_UNDEF;
    }
    return undef ? BYTE_UNDEF : unknown ? BYTE_UNKNOWN : 0;
}

/* Behind this place all bytes are alike, or nothing is known of them. */
static i64 interesting_end(const Run *r, ObjId o, const ObjState *os)
{
    const Values *vs = &r->values;
    i64 end = 0, at, n;
    for (u32 i = 0; i < os->n_cells; i++)
        if (val_const(vs, os->cells[i].off, &at) && at < INT32_MAX)
            end = MAX(end, at + os->cells[i].bytes);
    for (const Span *sp = os->spans; sp; sp = sp->older) {
        if (val_const(vs, sp->off, &at) && at >= 0 && at < INT32_MAX) {
            end = MAX(end, at);
            if (sp->len && val_const(vs, sp->len, &n) && n >= 0 && n < INT32_MAX)
                end = MAX(end, at + n);
        }
        ObjId from = sp->src ? sp->src : o;
        if (obj(&r->objects, from)->kind == OBJ_STRING && val_const(vs, sp->off, &at) && at < INT32_MAX)
            end = MAX(end, at + (i64)obj(&r->objects, from)->str->n_bytes + 4);
    }
    return end;
}

typedef struct Scan {
    i64 nonzero; /* elements from the start that are certainly not zero */
    i64 zero;    /* first element that is certainly zero, or -1 */
    bool end;    /* all elements up to the object's end are certainly not zero */
} Scan;

static Scan scan(Run *r, ObjId o, const ObjState *os, i64 at, u32 width)
{
    Scan sc = {0, -1, false};
    i64 size;
    bool sized = os->size && val_const(&r->values, os->size, &size);
    i64 stop = MAX(interesting_end(r, o, os), at) + 2 * (i64)width;
    bool certain = true;
    for (i64 i = 0; i < STRING_SCAN || obj(&r->objects, o)->kind == OBJ_STRING; i++) {
        i64 place = at + i * width;
        if (sized && place + width > size) {
            sc.end = certain;
            break;
        }
        i32 e = element_at(r, o, os, place, width);
        if (e == 0) {
            sc.zero = i;
            break;
        }
        certain = certain && e == 1;
        if (certain)
            sc.nonzero = i + 1;
        if (place >= stop) {
            /* The rest is like this. */
            sc.end = certain && sized;
            break;
        }
    }
    return sc;
}

/* Is what a place holds, whatever it is, not touched by any cell, and content of a span that is a constant byte? */
static bool filled_with(Run *r, State *s, const ObjState *os, const Range *w, bool *zero)
{
    for (u32 i = 0; i < os->n_cells; i++) {
        Range cell = st_range_bytes(r, os->cells[i].off, os->cells[i].bytes);
        if (!st_apart(r, s, &cell, w))
            return false;
    }
    bool clean;
    i64 byte;
    const Span *sp = st_span_at(r, s, os, w, &clean);
    if (!clean || sp->content != CONTENT_FILL || !val_const(&r->values, sp->fill, &byte))
        return false;
    *zero = (byte & 0xff) == 0;
    return true;
}

/* The least element that is certainly zero, as a value, found by comparing places; exact: all before are certainly not. */
static Val symbolic_zero(Run *r, State *s, const ObjState *os, Val off, u32 width, bool *exact)
{
    Values *vs = &r->values;
    Val best = VAL_NONE;
    *exact = false;
    bool zero;
    Range first = st_range_bytes(r, off, width);
    if (filled_with(r, s, os, &first, &zero) && zero) {
        *exact = true;
        return val_off(vs, 0);
    }
    for (u32 i = 0; i < os->n_cells; i++) {
        const Cell *c = &os->cells[i];
        i64 num, d;
        if (c->bytes != width || !val_const(vs, c->value, &num) || num != 0)
            continue;
        bool fixed = st_offset_diff(r, s, c->off, off, &d);
        if (fixed ? d < 0 || d % width : width != 1 || !st_offset_le(r, s, off, c->off, 0))
            continue;
        Val at = fixed ? val_off(vs, d / width) : val_off_sub(vs, c->off, off);
        if (!best || st_offset_le(r, s, at, best, 0))
            best = at;
        Range before = st_range_of(r, off, val_off_sub(vs, c->off, off));
        *exact = best == at && filled_with(r, s, os, &before, &zero) && !zero;
        if (*exact)
            return best;
    }
    if (best || width != 1)
        return best;
    for (const Span *sp = os->spans; sp->older; sp = sp->older) {
        if (!sp->len)
            continue;
        Val end = val_off_add(vs, sp->off, sp->len);
        Range behind = st_range_bytes(r, end, 1);
        if (st_offset_le(r, s, off, end, 0) && filled_with(r, s, os, &behind, &zero) && zero && os->size &&
            st_offset_le(r, s, end, os->size, -1))
            return val_off_sub(vs, end, off);
    }
    return VAL_NONE;
}

/* Are all bytes from off to the object's end certainly not zero? */
static bool never_ends(Run *r, State *s, const ObjState *os, Val off)
{
    if (!os->size)
        return false;
    for (u32 i = 0; i < os->n_cells; i++) {
        i64 num;
        if (!val_const(&r->values, os->cells[i].value, &num) || os->cells[i].bytes != 1 || num == 0)
            return false;
    }
    ObjState bare = *os;
    bare.n_cells = 0;
    bool zero;
    Range rest = st_range_of(r, off, val_off_sub(&r->values, os->size, off));
    return filled_with(r, s, &bare, &rest, &zero) && !zero;
}

StringFact st_string(Run *r, State *s, ObjId o, Val off, u32 width)
{
    Values *vs = &r->values;
    const ObjState *os = st_obj(r, s, o);
    const Obj *ob = obj(&r->objects, o);
    StringFact f = {.ended = -1};
    i64 at;
    bool fixed = val_const(vs, off, &at);
    if (os->size) {
        f.room = val_off_sub(vs, os->size, off);
        if (width > 1)
            f.room = val_binop(vs, BIN_DIV, vtype_off, f.room, val_off(vs, width));
    }
    if (ob->kind == OBJ_STRING && os == ob->initial && fixed && at >= 0 && width == 1 &&
        ob->str->char_size == 1 && at <= ob->str->n_bytes) {
        const char *nul = memchr(ob->str->bytes + at, 0, ob->str->n_bytes - (size_t)at);
        i64 n = nul ? nul - (ob->str->bytes + at) : (i64)ob->str->n_bytes - at;
        f.ended = 1;
        f.len = val_off(vs, n);
        if (ob->str->partial) /* a name in it that could not be resolved has some length */
            f.len = length_symbol(r, o, os, off, width, 0, max_length);
        return f;
    }
    if (known_string(r, s, os, off, width, &f))
        return f;
    i64 lo = 0, hi = max_length;
    bool plain_unknown = os->n_cells == 0 && !os->spans->older && os->spans->content != CONTENT_FILL &&
                         !os->spans->src && ob->kind != OBJ_STRING;
    if (fixed && !plain_unknown && at > INT32_MIN && at < INT32_MAX) {
        Scan sc = scan(r, o, os, at, width);
        if (sc.zero >= 0 && sc.zero == sc.nonzero) {
            f.len = val_off(vs, sc.zero);
            f.ended = 1;
            return remember(r, s, o, off, width, f);
        }
        lo = sc.nonzero;
        if (sc.end)
            f.ended = 0;
        if (sc.zero >= 0) {
            hi = sc.zero;
            f.ended = 1;
        }
    }
    Val bound = VAL_NONE;
    if (f.ended < 0 && !plain_unknown) {
        bool exact;
        bound = symbolic_zero(r, s, os, off, width, &exact);
        if (bound) {
            f.ended = 1;
            if (exact) {
                f.len = bound;
                return remember(r, s, o, off, width, f);
            }
        } else if (width == 1 && never_ends(r, s, os, off)) {
            f.ended = 0;
        }
    }
    f.len = length_symbol(r, o, os, off, width, lo, hi);
    if (bound)
        assume(r, s, BIN_LE, f.len, bound);
    if (f.ended == 0 && f.room)
        assume(r, s, BIN_GE, f.len, f.room);
    return remember(r, s, o, off, width, f);
}

void st_set_string(Run *r, State *s, ObjId o, Val off, u32 width, Val len, TaintMask taint, u32 version)
{
    Values *vs = &r->values;
    Val bytes = val_off_mul(vs, len, width);
    const SymInfo *info = val_sym_info(vs, len);
    bool told = info && (info->origin == SO_INPUT || info->origin == SO_LIBRARY);
    st_fill(r, s, o, off, val_off_add(vs, bytes, val_off(vs, width)), CONTENT_SOME, told ? len : VAL_NONE,
            taint, version);
    ObjState *os = st_write_obj(r, s, o);
    i64 at, n;
    if (val_const(vs, off, &at) && val_const(vs, len, &n))
        st_add_cell(r, s, o, os, val_off_add(vs, off, bytes), width,
                    val_int(vs, (VType){.width = (u8)(8 * width), .sgn = width == 1}, 0));
    os->str_off = off;
    os->str_len = len;
    os->str_width = (u8)width;
    os->str_ended = 1;
}

void st_assume_ended(Run *r, State *s, ObjId o, Val off, u32 width)
{
    StringFact f = st_string(r, s, o, off, width);
    if (f.ended >= 0)
        return;
    if (f.room)
        assume(r, s, BIN_LT, f.len, f.room);
    ObjState *os = st_write_obj(r, s, o);
    if (os->str_off && os->str_width == width)
        os->str_ended = 1;
}
