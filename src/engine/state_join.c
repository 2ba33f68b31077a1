/*
 * The join of states: one that stands for all of them. Values that differ become JOIN symbols that remember their alternatives, so that a
 * condition on one decides the others; see state.h. The cost is that of the difference, as maps share what is equal.
 */
#include "engine/state_priv.h"

enum { KEY_JOIN = 0x4a4f4901, JOINED_SYMBOLS = 64, TIED_SYMBOLS = 24, JOIN_NESTING = 3 };

/* ---- values ---- */

typedef struct Join {
    Run *r;
    State *const *states;
    u32 n;
    u32 pick;      /* the state whose history is kept */
    u32 id;        /* index into Run.joins; 0: not made yet */
    u32 version;   /* of content that is unknown after this join */
    Store *stores; /* per state, with the joined symbols tied to their alternatives */
    u32 n_tied;
} Join;

/* Ids begin with 1: JOIN symbols without kept alternatives have 0. */
static u32 join_id(Join *j)
{
    Run *r = j->r;
    if (j->id)
        return j->id;
    if (!r->joins.n)
        vec_push(&r->joins, (JoinInfo){0});
    j->id = r->joins.n;
    vec_push(&r->joins, (JoinInfo){.n = j->n});
    return j->id;
}

/* Lets each store know what the symbol is in its state, so that what all of them know about it survives the join. */
static void tie(Join *j, Val sym, const Val *vals)
{
    Run *r = j->r;
    StoreCtx c = st_ctx(r);
    if (j->n_tied++ >= TIED_SYMBOLS)
        return;
    VType t = val_type(&r->values, sym);
    if (!t.width || t.loose)
        return;
    for (u32 i = 0; i < j->n; i++) {
        const ValNode n = *val_node(&r->values, vals[i]);
        if (n.kind == VK_UNDEF) {
            continue;
        } else if (n.kind == VK_ADDR) {
            int null = cs_test(&c, &j->stores[i], st_is_null(r, j->states[i], vals[i]));
            if (null >= 0)
                cs_assume(&c, &j->stores[i], val_cmp(&r->values, BIN_EQ, sym, val_null(&r->values)),
                          null == 1);
        } else if (n.type.width == t.width) {
            cs_assume(&c, &j->stores[i], val_cmp(&r->values, BIN_EQ, sym, vals[i]), true);
        }
    }
}

static bool same_alternatives(const SymInfo *info, const Val *vals, u32 n)
{
    return info->n_alts == n && memcmp(info->alts, vals, sizeof *vals * n) == 0;
}

/* The different values behind joins of joins: at most JOIN_ALTERNATIVES, else 0. */
static u32 leaves(const Run *r, Val v, Val *out, u32 n, u32 depth)
{
    const SymInfo *info = val_kind(&r->values, v) == VK_SYM ? val_sym_info(&r->values, v) : NULL;
    /* Alternatives of no join (what was perhaps written) are none that a path takes: they stay what they are. */
    if (info && info->origin == SO_JOIN && info->join && info->n_alts && depth < 2 * JOIN_NESTING) {
        for (u32 i = 0; i < info->n_alts && n; i++)
            n = leaves(r, info->alts[i], out, n, depth + 1);
        return n;
    }
    for (u32 i = 1; i < n; i++)
        if (out[i] == v)
            return n;
    if (n > JOIN_ALTERNATIVES)
        return 0;
    out[n] = v;
    return n + 1;
}

/*
 * Joins of joins of joins cost more than they tell: which alternative belongs to which is given up. What pointers may point to is kept.
 */
static Val join_deep(Join *j, SymInfo info, const Val *vals)
{
    Run *r = j->r;
    Val out[JOIN_ALTERNATIVES + 1];
    u32 n = 1;
    bool undef = false;
    for (u32 i = 0; i < j->n; i++)
        undef |= st_perhaps_undefined(r, vals[i]);
    for (u32 i = 0; info.type.ptr && i < j->n && n; i++)
        n = leaves(r, vals[i], out, n, 0);
    info.join = 0;
    info.alts = NULL;
    info.n_alts = 0;
    u32 version = st_mix(join_id(j), r->joins.at[j->id].syms.n);
    if (info.type.ptr && n > 1) {
        info.join = r->joins.n;
        vec_push(&r->joins, (JoinInfo){.n = n - 1});
        info.alts = out + 1;
        info.n_alts = n - 1;
    } else if (undef) {
        return st_maybe_undef(r, info.type, info.obj, info.off, version);
    }
    return val_sym(&r->values, map_mix((u64)KEY_JOIN << 32 | j->id), r->joins.at[j->id].syms.n, 1, 0, &info);
}

/* The pointer that an address stands for when it is the start of what a pointer of unknown origin points to: the same value, as
 * loads give one or the other. */
static Val base_of_address(const Run *r, Val v)
{
    const ValNode *n = v ? val_node(&r->values, v) : NULL;
    if (!n || n->kind != VK_ADDR || !val_is_null(&r->values, n->b))
        return v;
    const Obj *o = obj(&r->objects, n->a);
    return o->kind == OBJ_POINTEE && o->base ? o->base : v;
}

/* One value for vals[0..n); 0: there is none (values of different kinds, or absent in a state). */
static Val join_values(Join *j, const Val *vals, ObjId o, Val off)
{
    Run *r = j->r;
    Values *vs = &r->values;
    bool same = true;
    u32 like = j->n;
    for (u32 i = 0; i < j->n; i++) {
        if (!vals[i])
            return VAL_NONE;
        same = same && (vals[i] == vals[0] || base_of_address(r, vals[i]) == base_of_address(r, vals[0]));
        ValKind k = val_kind(vs, vals[i]);
        if (k == VK_RECORD && !same)
            return VAL_NONE;
        if (k != VK_UNDEF && like == j->n)
            like = i;
    }
    for (u32 i = 0; i < j->n && same; i++)
        if (val_kind(vs, vals[i]) == VK_ADDR)
            return vals[i];
    if (same)
        return vals[0];
    if (like == j->n) /* never written in any */
        return vals[0];
    VType t = val_type(vs, vals[like]);
    for (u32 i = 0; i < j->n; i++)
        if (val_kind(vs, vals[i]) != VK_UNDEF && val_type(vs, vals[i]).width != t.width)
            return VAL_NONE;
    u32 id = join_id(j);
    JoinInfo *info_of_join = &r->joins.at[id];
    for (u32 i = 0; i < info_of_join->syms.n && i < JOINED_SYMBOLS; i++) {
        const SymInfo *known = val_sym_info(vs, info_of_join->syms.at[i]);
        if (same_alternatives(known, vals, j->n) && known->type.sgn == t.sgn && known->type.ptr == t.ptr)
            return info_of_join->syms.at[i];
    }
    SymInfo info = sym_info(SO_JOIN, t);
    info.join = id;
    info.alts = (Val *)vals;
    info.n_alts = j->n;
    info.obj = o;
    info.off = off;
    const Obj *ob = o ? obj(&r->objects, o) : NULL;
    info.var = ob && ob->kind == OBJ_VAR ? ob->var : NULL;
    if (t.width) {
        StoreCtx c = st_ctx(r);
        Interval hull = {0, -1};
        for (u32 i = 0; i < j->n; i++) {
            if (val_kind(vs, vals[i]) == VK_UNDEF) {
                hull = iv_of_type(t);
                break;
            }
            Interval one = cs_range(&c, &j->states[i]->store, vals[i]);
            hull = iv_empty(hull) ? one : iv_hull(hull, one);
        }
        if (!iv_empty(hull)) {
            info.lo = hull.lo;
            info.hi = hull.hi;
        }
    }
    u32 nesting = 0;
    for (u32 i = 0; i < j->n; i++) {
        const SymInfo *alt = val_sym_info(vs, vals[i]);
        info.taint |= val_node(vs, vals[i])->taint;
        nesting = MAX(nesting, alt ? alt->nesting : 0);
    }
    if (nesting >= JOIN_NESTING) {
        Val deep = join_deep(j, info, vals);
        vec_push(&r->joins.at[id].syms, deep);
        return deep;
    }
    Val sym = val_sym(vs, map_mix((u64)KEY_JOIN << 32 | id), r->joins.at[id].syms.n, 0, 0, &info);
    vec_push(&r->joins.at[id].syms, sym);
    tie(j, sym, vals);
    return sym;
}

/* ---- objects ---- */

/* Has each state a cell of just this place? Only then a place that is not constant is worth a look at all of them. */
static bool cell_everywhere(const Join *j, const ObjState *const *os, const Cell *c)
{
    for (u32 p = 0; p < j->n; p++) {
        bool found = false;
        for (u32 q = 0; q < os[p]->n_cells && !found; q++)
            found = os[p]->cells[q].off == c->off && os[p]->cells[q].bytes == c->bytes;
        if (!found)
            return false;
    }
    return true;
}

/* Values of one place in all states; false: a cell of it has no counterpart that can be said. */
static void join_cells(Join *j, ObjId o, const ObjState *const *os, State *into, ObjState *out)
{
    Run *r = j->r;
    Val vals[JOIN_ALTERNATIVES];
    for (u32 i = 0; i < j->n; i++) {
        for (u32 k = 0; k < os[i]->n_cells; k++) {
            Cell c = os[i]->cells[k];
            bool done = false;
            for (u32 p = 0; p < i && !done; p++) /* a state before had this place too */
                for (u32 q = 0; q < os[p]->n_cells && !done; q++)
                    done = os[p]->cells[q].off == c.off && os[p]->cells[q].bytes == c.bytes;
            if (done)
                continue;
            VType t = val_type(&r->values, c.value);
            bool everywhere = cell_everywhere(j, os, &c);
            i64 at;
            for (u32 p = 0; p < j->n; p++) {
                bool sure;
                vals[p] = VAL_NONE;
                if (p == i || everywhere || val_const(&r->values, c.off, &at))
                    vals[p] =
                        p == i ? c.value : st_peek_value(r, j->states[p], o, os[p], c.off, c.bytes, t, &sure);
            }
            Val v = join_values(j, vals, o, c.off);
            if (v) {
                if (val_kind(&r->values, v) == VK_UNDEF)
                    continue;
                Range w = st_range_bytes(r, c.off, c.bytes);
                for (u32 q = 0; q < out->n_cells && out->plain && i; q++) {
                    Range other = st_range_bytes(r, out->cells[q].off, out->cells[q].bytes);
                    out->plain = st_apart(r, into, &other, &w);
                }
                st_add_cell(r, into, o, out, c.off, c.bytes, v);
                continue;
            }
            bool undef = false;
            TaintMask taint = 0;
            for (u32 p = 0; p < j->n; p++) {
                undef = undef || !vals[p] || st_perhaps_undefined(r, vals[p]);
                taint |= vals[p] ? val_node(&r->values, vals[p])->taint : 0;
                if (vals[p])
                    st_lose_track(r, into, vals[p]);
            }
            st_push_span(r, out,
                         (Span){.off = c.off,
                                .len = c.bytes ? val_off(&r->values, c.bytes) : VAL_NONE,
                                .content = CONTENT_SOME,
                                .origin = SO_OPAQUE,
                                .maybe_undef = undef,
                                .version = st_mix(j->version, c.off),
                                .taint = taint});
        }
    }
}

/* A size, a count or a length in all states, when all know it. */
static Val join_number(Join *j, const ObjState *const *os, size_t field, ObjId o)
{
    Val vals[JOIN_ALTERNATIVES];
    for (u32 i = 0; i < j->n; i++)
        memcpy(&vals[i], (const char *)os[i] + field, sizeof vals[i]);
    return join_values(j, vals, o, VAL_NONE);
}

static void join_object(Join *j, ObjId o, State *into)
{
    Run *r = j->r;
    const ObjState *os[JOIN_ALTERNATIVES];
    bool touched[JOIN_ALTERNATIVES];
    bool same = true;
    const Obj *ob = obj(&r->objects, o);
    /* Made on the way: a path that never met it has nothing to say of it. Others are there from the start. */
    bool born = ob->kind == OBJ_ALLOC || ob->kind == OBJ_HANDLE;
    bool scoped = ob->kind == OBJ_VAR;
    const ObjState *content[JOIN_ALTERNATIVES];
    const ObjState *living = NULL;
    for (u32 i = 0; i < j->n; i++) {
        touched[i] = pmap_get(j->states[i]->objs, o) != NULL;
        os[i] = st_obj(r, j->states[i], o);
        same = same && st_same_object(os[i], os[0]);
        if (touched[i] && !living)
            living = os[i];
    }
    if (same && living) {
        pmap_set(&r->arena, &into->objs, into->edit, o, (void *)living);
        /* Shared by two states now: whoever writes takes a copy. */
        ((ObjState *)living)->edit = 0;
        ((ObjState *)living)->cells_edit = UINT32_MAX;
        return;
    }
    /* Where an object does not exist, its content is whatever it is elsewhere. */
    for (u32 i = 0; i < j->n; i++)
        content[i] = born && !touched[i] && living ? living : os[i];
    for (u32 i = 0; i < j->n; i++)
        touched[i] = touched[i] || !(born || scoped);
    ObjState *out = arena_alloc(&r->arena, sizeof *out);
    *out = *content[j->pick];
    out->edit = into->edit;
    out->cells_edit = 0;
    out->cells = NULL;
    out->n_cells = out->cap_cells = 0;
    out->plain = content[0]->plain;                   /* its cells come first, as they are */
    const ObjState *before = pmap_get(into->objs, o); /* other objects of this join may have let it escape */
    pmap_set(&r->arena, &into->objs, into->edit, o, out);
    st_join_attributes(r, os, touched, j->n, out);
    out->flags |= before ? before->flags & OS_ESCAPED : 0;
    u32 version = st_mix(j->version, o);
    bool same_version = true, same_text = true;
    for (u32 i = 1; i < j->n; i++) {
        same_version = same_version && content[i]->version == content[0]->version;
        same_text = same_text && content[i]->str_off == content[0]->str_off &&
                    content[i]->str_width == content[0]->str_width;
    }
    out->spans = content[0]->spans;
    out->n_spans = content[0]->n_spans;
    st_join_spans(r, content, j->n, same_version ? content[0]->version : version, out);
    join_cells(j, o, content, into, out);
    out->size = join_number(j, content, offsetof(ObjState, size), o);
    out->min_size = join_number(j, content, offsetof(ObjState, min_size), o);
    out->count = join_number(j, content, offsetof(ObjState, count), o);
    out->str_off = same_text ? content[0]->str_off : VAL_NONE;
    if (out->str_off) {
        out->str_width = content[0]->str_width;
        out->str_len = join_number(j, content, offsetof(ObjState, str_len), o);
        out->str_ended = content[0]->str_ended;
        for (u32 i = 1; i < j->n; i++)
            if (content[i]->str_ended != out->str_ended)
                out->str_ended = -1;
        if (!out->str_len)
            out->str_off = VAL_NONE;
    }
}

/* ---- the rest of a state ---- */

static void join_temps(Join *j, State *into)
{
    Keys keys = {0};
    st_different(j->states, j->n, true, &keys);
    for (u32 k = 0; k < keys.n; k++) {
        Val vals[JOIN_ALTERNATIVES];
        for (u32 i = 0; i < j->n; i++)
            vals[i] = (Val)(uintptr_t)pmap_get(j->states[i]->temps, keys.at[k]);
        Val v = join_values(j, vals, 0, VAL_NONE);
        pmap_set(&j->r->arena, &into->temps, into->edit, keys.at[k], (void *)(uintptr_t)v);
    }
    vec_release(&keys);
}

/* What all know of earlier joins: an alternative stays possible when it is in one of them. */
static void join_masks(Join *j, State *into)
{
    Run *r = j->r;
    into->joins = NULL;
    u32 seen[JOINED_SYMBOLS], n_seen = 0;
    bool equal = true;
    for (u32 i = 1; i < j->n; i++)
        equal = equal && j->states[i]->joins == j->states[0]->joins;
    if (equal) {
        into->joins = j->states[0]->joins;
    } else {
        for (const JoinMask *m = j->states[0]->joins; m && n_seen < LENGTH(seen); m = m->next) {
            bool old = false;
            for (u32 k = 0; k < n_seen && !old; k++)
                old = seen[k] == m->join;
            if (old)
                continue;
            seen[n_seen++] = m->join;
            u32 mask = m->mask;
            bool all = true;
            for (u32 i = 1; i < j->n && all; i++) {
                u32 other = st_join_mask(j->states[i], m->join, 0);
                all = other != 0;
                mask |= other;
            }
            if (!all)
                continue;
            JoinMask *made = arena_alloc(&r->arena, sizeof *made);
            *made = (JoinMask){m->join, mask, into->joins};
            into->joins = made;
        }
    }
}

/* The stores and histories of the joined paths: st_assume and the solver go back to them. */
static void keep_alternatives(Join *j, State *into)
{
    Run *r = j->r;
    u32 id = join_id(j);
    JoinInfo *info = &r->joins.at[id];
    info->n = j->n;
    info->guessed = into->flags & SF_GUESSED;
    if (r->joined_mode)
        return;
    const Step **paths = arena_alloc(&r->arena, sizeof *paths * j->n);
    for (u32 i = 0; i < j->n; i++) {
        paths[i] = j->states[i]->path;
        if (j->states[i]->flags & SF_WEAK && i < JOIN_ALTERNATIVES) {
            info->weak |= 1u << i;
            info->why = j->states[i]->why;
        }
    }
    info->stores = j->stores;
    info->paths = paths;
    JoinMask *m = arena_alloc(&r->arena, sizeof *m);
    *m = (JoinMask){id, st_all_alternatives(j->n), into->joins};
    into->joins = m;
}

State *st_join_start(Run *r, State *const *states, u32 n, u32 version, u32 *pick)
{
    u32 p = 0;
    while (p < n && states[p]->flags & SF_WEAK)
        p++;
    *pick = p == n ? 0 : p;
    State *s = arena_alloc(&r->arena, sizeof *s);
    *s = *states[*pick];
    s->edit = ++r->next_edit;
    states[*pick]->edit = ++r->next_edit;
    s->flags |= SF_JOINED;
    for (u32 i = 0; i < n; i++) {
        s->generation = MAX(s->generation, states[i]->generation);
        s->flags |= states[i]->flags & (SF_BUDGET | SF_GUESSED);
        if (states[i]->havoc != s->havoc)
            s->havoc = st_mix(version, 1) | 1;
    }
    return s;
}

static State *join_some(Run *r, State *const *states, u32 n)
{
    if (r->joined_mode)
        return st_join_coarse(r, states, n);
    Store *stores = arena_alloc(&r->arena, sizeof *stores * n);
    Join j = {.r = r, .states = states, .n = n, .stores = stores};
    for (u32 i = 0; i < n; i++)
        stores[i] = states[i]->store;
    j.version = st_mix(KEY_JOIN, join_id(&j));
    State *s = st_join_start(r, states, n, j.version, &j.pick);
    Keys keys = {0};
    st_different(states, n, false, &keys);
    for (u32 k = 0; k < keys.n; k++)
        join_object(&j, keys.at[k], s);
    vec_release(&keys);
    join_temps(&j, s);
    join_masks(&j, s);
    StoreCtx c = st_ctx(r);
    s->store = stores[0];
    for (u32 i = 1; i < n; i++) {
        Store both;
        cs_join(&c, &both, &s->store, &stores[i]);
        s->store = both;
    }
    keep_alternatives(&j, s);
    st_step(r, s, (Step){.kind = STEP_JOIN, .join = j.id});
    r->stats.joins++;
    return s;
}

State *st_join(Run *r, State *const *states, u32 n)
{
    State *s = join_some(r, states, MIN(n, (u32)JOIN_ALTERNATIVES));
    for (u32 at = JOIN_ALTERNATIVES; at < n;) {
        State *part[JOIN_ALTERNATIVES];
        u32 k = 0;
        part[k++] = s;
        while (at < n && k < JOIN_ALTERNATIVES)
            part[k++] = states[at++];
        s = join_some(r, part, k);
    }
    return s;
}
