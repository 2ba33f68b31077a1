/*
 * What joins of states say of an object: its attributes, and the spans of its content (its cells are in state_join.c and state_coarse.c). Called by
 * these; see state_priv.h.
 */
#include "engine/state_priv.h"

/* ---- attributes ---- */

void st_join_attributes(Run *r, const ObjState *const *os, const bool *touched, u32 n, ObjState *out)
{
    (void)r;
    enum {
        IN_ALL = OS_FREED | OS_DEAD | OS_OWNED | OS_LOCKED | OS_WIPED | OS_GROWN | OS_PENDING,
        IN_ANY = OS_ESCAPED | OS_MAYBE_FREED | OS_MAYBE_LOCKED | OS_SECRET | OS_READONLY | OS_MAYBE_OWNED,
    };
    u32 all = ~0u, any = 0, seen = 0;
    TaintMask sanitized = ~(TaintMask)0;
    bool first = true;
    ObjState is = *out;
    is.taint = 0;
    is.examined = 0;
    is.obscure = false;
    is.taint_source = VAL_NONE;
    for (u32 i = 0; i < n; i++) {
        const ObjState *x = os[i];
        is.taint |= x->taint;
        is.examined |= x->examined;
        is.obscure |= x->obscure;
        if (x->taint)
            sanitized &= x->sanitized;
        if (!is.taint_source)
            is.taint_source = x->taint_source;
        if (!touched[i])
            continue;
        seen++;
        all &= x->flags;
        any |= x->flags;
        if (first) {
            is.made_by = x->made_by, is.freed_by = x->freed_by, is.written_by = x->written_by;
            is.freed_in = x->freed_in, is.freed_family = x->freed_family;
            is.lock_count = x->lock_count, is.locked_by = x->locked_by;
        }
        first = false;
        if (!is.made_by)
            is.made_by = x->made_by;
        if (!is.freed_by) {
            is.freed_by = x->freed_by, is.freed_in = x->freed_in, is.freed_family = x->freed_family;
        }
        if (!is.written_by)
            is.written_by = x->written_by;
        if (!is.locked_by)
            is.locked_by = x->locked_by;
        if (is.lock_count != x->lock_count)
            is.lock_count = 0;
    }
    if (!seen) {
        all = os[0]->flags;
        any = all;
    }
    u32 some = any & ~all;
    u32 flags = (all & IN_ALL) | (any & IN_ANY);
    if (some & (OS_FREED | OS_DEAD))
        flags |= OS_MAYBE_FREED;
    if (some & OS_LOCKED)
        flags |= OS_MAYBE_LOCKED;
    /* Owned on some paths, or made on some only: it may have to be freed; which ones is not known any more. */
    if ((some & OS_OWNED) || ((any & OS_OWNED) && seen < n))
        flags |= OS_OWNED | OS_MAYBE_OWNED;
    if (flags & OS_FREED)
        flags &= ~(u32)OS_MAYBE_FREED;
    is.flags = flags;
    is.sanitized = is.taint ? sanitized : 0;
    *out = is;
}

/* ---- content ---- */

/* The newest list of spans that all have in common, from its newest one on; NULL: none. */
static const Span *common_spans(const ObjState *const *os, u32 n)
{
    u32 least = os[0]->n_spans;
    const Span *at[JOIN_ALTERNATIVES];
    for (u32 i = 0; i < n; i++) {
        at[i] = os[i]->spans;
        least = MIN(least, os[i]->n_spans);
    }
    for (u32 i = 0; i < n; i++)
        for (u32 k = os[i]->n_spans; k > least; k--)
            at[i] = at[i]->older;
    for (; at[0]; least--) {
        bool same = true;
        for (u32 i = 1; i < n && same; i++)
            same = at[i] == at[0];
        if (same)
            return at[0];
        for (u32 i = 0; i < n; i++)
            at[i] = at[i]->older;
    }
    return NULL;
}

static bool like_span(const Span *a, const Span *b)
{
    return a->off == b->off && a->len == b->len && a->content == b->content && !a->src && !b->src &&
           a->maybe_undef == b->maybe_undef && (a->content != CONTENT_FILL || a->fill == b->fill);
}

static u32 count_spans(const Span *sp)
{
    u32 n = 0;
    for (; sp; sp = sp->older)
        n++;
    return n;
}

/* The spans that are newer than `stop`, from the oldest on; how many. */
static u32 newer_spans(const ObjState *os, const Span *stop, const Span **out)
{
    u32 n = 0;
    for (const Span *sp = os->spans; sp != stop && n < OBJECT_SPANS; sp = sp->older)
        n++;
    u32 i = n;
    for (const Span *sp = os->spans; i > 0; sp = sp->older)
        out[--i] = sp;
    return n;
}

/* Spans of all states that say the same but for what SOME stands for. */
static Span merged_span(const Span *const *at, u32 n, u32 version)
{
    Span span = *at[0];
    for (u32 i = 1; i < n; i++) {
        const Span *other = at[i];
        if (other->version != span.version && span.content == CONTENT_SOME) {
            span.version = version;
            if (other->origin != span.origin)
                span.origin = SO_OPAQUE;
            if (!span.fill || !span.taint)
                span.fill = other->fill;
        }
        span.taint |= other->taint;
    }
    return span;
}

void st_join_spans(Run *r, const ObjState *const *os, u32 n, u32 version, ObjState *out)
{
    bool equal = true;
    for (u32 i = 1; i < n; i++)
        equal = equal && os[i]->spans == os[0]->spans;
    out->version = version;
    if (equal)
        return;
    const Span *shared = common_spans(os, n);
    const Span *newer[JOIN_ALTERNATIVES][OBJECT_SPANS];
    u32 count[JOIN_ALTERNATIVES], least = OBJECT_SPANS;
    for (u32 i = 0; i < n; i++) {
        count[i] = newer_spans(os[i], shared, newer[i]);
        least = MIN(least, count[i]);
    }
    out->spans = shared;
    out->n_spans = count_spans(shared);
    /* What was written alike in all, first. */
    u32 alike = 0;
    for (; alike < least; alike++) {
        const Span *at[JOIN_ALTERNATIVES];
        bool like = true;
        for (u32 i = 0; i < n; i++) {
            at[i] = newer[i][alike];
            like = like && like_span(at[0], at[i]);
        }
        if (!like)
            break;
        st_push_span(r, out, merged_span(at, n, st_mix(version, alike)));
    }
    /* Then each range that any of them wrote: there it is what that one wrote or what was there before. */
    Span unknown = {.content = CONTENT_SOME, .origin = SO_OPAQUE, .version = version, .maybe_undef = false};
    for (const Span *sp = out->spans; sp; sp = sp->older)
        unknown.maybe_undef |= sp->content == CONTENT_UNDEF || sp->maybe_undef;
    const Span *list[OBJECT_SPANS];
    u32 n_list = 0;
    bool whole = !out->spans;
    for (u32 i = 0; i < n; i++)
        for (u32 k = alike; k < count[i]; k++) {
            const Span *sp = newer[i][k];
            unknown.maybe_undef |= sp->content == CONTENT_UNDEF || sp->maybe_undef;
            unknown.taint |= sp->taint;
            if (sp->taint && !unknown.fill && sp->content == CONTENT_SOME)
                unknown.fill = sp->fill;
            bool known = false;
            for (u32 q = 0; q < n_list && !known; q++)
                known = list[q]->off == sp->off && list[q]->len == sp->len;
            if (known)
                continue;
            if (n_list < OBJECT_SPANS / 2)
                list[n_list++] = sp;
            else
                whole = true;
        }
    if (whole) {
        out->spans = NULL;
        out->n_spans = 0;
        unknown.off = val_off(&r->values, 0);
        st_push_span(r, out, unknown);
        return;
    }
    for (u32 i = 0; i < n_list; i++) {
        unknown.off = list[i]->off;
        unknown.len = list[i]->len;
        st_push_span(r, out, unknown);
    }
}
