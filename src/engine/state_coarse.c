/*
 * The join when the fuel is out (st_join_coarse): every block is executed once more at most and nothing becomes a finding, so that it has to be
 * cheap and sound and little more. What all states say in the same words is kept, small differences become ranges, the rest is forgotten.
 * Shared by state*.c; called by st_join.
 */
#include "engine/state_priv.h"

enum {
    KEY_COARSE = 0x434f4101,
    MATCHED_CELLS = 12, /* cells of one object that are looked for in another order */
    COARSE_TARGETS = 6, /* objects that a joined pointer is known to point to */
    COARSE_NESTING = 6, /* joins inside of joins that are followed for it */
};

typedef struct Coarse {
    Run *r;
    State *const *states;
    u32 n;
    State *into;
    u32 version; /* of content that is unknown after this join, and the key of its symbols */
    u32 made;    /* symbols so far */
} Coarse;

/* ---- values ---- */

static u32 targets(const Run *r, Val v, Val *out, u32 n, u32 depth)
{
    const SymInfo *info = val_sym_info(&r->values, v);
    if (info && info->origin == SO_JOIN && info->n_alts && depth < COARSE_NESTING) {
        for (u32 i = 0; i < info->n_alts && n <= COARSE_TARGETS; i++)
            n = targets(r, info->alts[i], out, n, depth + 1);
        return n;
    }
    for (u32 i = 0; i < n; i++)
        if (out[i] == v)
            return n;
    if (n < COARSE_TARGETS)
        out[n] = v;
    return n + 1;
}

static void lose_all(Coarse *j, const Val *vals)
{
    for (u32 i = 0; i < j->n; i++)
        if (vals[i])
            st_lose_track(j->r, j->into, vals[i]);
}

/* One value for all; VAL_NONE: there is none, and what the values pointed to has escaped. */
static Val coarse_value(Coarse *j, const Val *vals, ObjId o, Val off)
{
    Run *r = j->r;
    Values *vs = &r->values;
    bool same = true, undef = false, ok = true;
    for (u32 i = 0; i < j->n && ok; i++) {
        ok = vals[i] != VAL_NONE;
        same = same && vals[i] == vals[0];
    }
    if (ok && same)
        return vals[0];
    VType t = {0};
    bool typed = false;
    for (u32 i = 0; i < j->n && ok; i++) {
        const ValNode *n = val_node(vs, vals[i]);
        undef = undef || st_perhaps_undefined(r, vals[i]);
        if (n->kind == VK_UNDEF)
            continue;
        if (!typed)
            t = n->type;
        ok = n->kind != VK_RECORD && n->type.width == t.width;
        typed = true;
    }
    if (ok && !typed) /* never written in any */
        return vals[0];
    if (!ok) {
        lose_all(j, vals);
        return VAL_NONE;
    }
    if (undef) {
        lose_all(j, vals);
        return st_maybe_undef(r, t, o, off, st_mix(j->version, j->made++));
    }
    SymInfo info = sym_info(SO_JOIN, t);
    info.obj = o;
    info.off = off;
    for (u32 i = 0; i < j->n; i++)
        info.taint |= val_node(vs, vals[i])->taint;
    Val alts[COARSE_TARGETS];
    if (t.ptr) {
        u32 n = 0;
        for (u32 i = 0; i < j->n && n <= COARSE_TARGETS; i++)
            n = targets(r, vals[i], alts, n, 0);
        if (n > COARSE_TARGETS) {
            lose_all(j, vals);
        } else if (n > 1) {
            if (!r->joins.n)
                vec_push(&r->joins, (JoinInfo){0});
            info.join = r->joins.n;
            vec_push(&r->joins, (JoinInfo){.n = n});
            info.alts = alts;
            info.n_alts = n;
        }
    } else if (t.width) {
        StoreCtx c = st_ctx(r);
        lose_all(j, vals); /* an address as a number */
        Interval hull = cs_range(&c, &j->states[0]->store, vals[0]);
        for (u32 i = 1; i < j->n; i++)
            if (vals[i] != vals[i - 1])
                hull = iv_hull(hull, cs_range(&c, &j->states[i]->store, vals[i]));
        if (!iv_empty(hull)) {
            info.lo = hull.lo;
            info.hi = hull.hi;
        }
    }
    return val_sym(vs, map_mix((u64)KEY_COARSE << 32 | j->version), j->made++, 0, 0, &info);
}

/* ---- objects ---- */

/* The value of a cell's place where another state has a cell of just that place, probably at the same index. */
static Val counterpart(const ObjState *os, const Cell *c, u32 index)
{
    if (index < os->n_cells && os->cells[index].off == c->off && os->cells[index].bytes == c->bytes)
        return os->cells[index].value;
    if (os->n_cells <= MATCHED_CELLS)
        for (u32 k = 0; k < os->n_cells; k++)
            if (os->cells[k].off == c->off && os->cells[k].bytes == c->bytes)
                return os->cells[k].value;
    return VAL_NONE;
}

/* Cells that all have; true: some had others. */
static bool coarse_cells(Coarse *j, ObjId o, const ObjState *const *os, ObjState *out)
{
    Run *r = j->r;
    u32 kept = 0, found[JOIN_ALTERNATIVES] = {0};
    Cell *cells = os[0]->n_cells ? arena_alloc(&r->arena, sizeof *cells * os[0]->n_cells) : NULL;
    for (u32 k = 0; k < os[0]->n_cells; k++) {
        Cell c = os[0]->cells[k];
        Val vals[JOIN_ALTERNATIVES];
        bool all = true;
        vals[0] = c.value;
        for (u32 i = 1; i < j->n; i++) {
            vals[i] = counterpart(os[i], &c, k);
            all = all && vals[i];
        }
        if (!all) {
            st_lose_track(r, j->into, c.value);
            continue;
        }
        for (u32 i = 0; i < j->n; i++)
            found[i]++;
        c.value = coarse_value(j, vals, o, c.off);
        if (c.value)
            cells[kept++] = c;
    }
    bool lost = kept != os[0]->n_cells;
    for (u32 i = 1; i < j->n; i++) {
        if (found[i] == os[i]->n_cells)
            continue;
        lost = true;
        for (u32 k = 0; k < os[i]->n_cells; k++)
            st_lose_track(r, j->into, os[i]->cells[k].value);
    }
    out->cells = cells;
    out->n_cells = out->cap_cells = kept;
    out->cells_edit = out->edit;
    return lost;
}

/* Anything that was in it in one of the states, wherever no cell says more. */
static Span anything(Coarse *j, const ObjState *const *os)
{
    Run *r = j->r;
    Span all = {
        .off = val_off(&r->values, 0), .content = CONTENT_SOME, .origin = SO_OPAQUE, .version = j->version};
    for (u32 i = 0; i < j->n; i++) {
        if (i && os[i] == os[i - 1])
            continue;
        for (const Span *sp = os[i]->spans; sp; sp = sp->older) {
            all.taint |= sp->taint;
            all.maybe_undef |= sp->maybe_undef || sp->content == CONTENT_UNDEF;
            if (sp->taint && !all.fill && sp->content == CONTENT_SOME)
                all.fill = sp->fill;
        }
        for (u32 k = 0; k < os[i]->n_cells; k++) {
            Val v = os[i]->cells[k].value;
            TaintMask taint = val_node(&r->values, v)->taint;
            all.taint |= taint;
            all.maybe_undef |= st_perhaps_undefined(r, v);
            if (taint && !all.fill)
                all.fill = st_taint_symbol(r, v);
        }
    }
    return all;
}

static Val coarse_number(Coarse *j, const ObjState *const *os, size_t field, ObjId o)
{
    Val vals[JOIN_ALTERNATIVES];
    for (u32 i = 0; i < j->n; i++)
        memcpy(&vals[i], (const char *)os[i] + field, sizeof vals[i]);
    return coarse_value(j, vals, o, VAL_NONE);
}

static void coarse_object(Coarse *j, ObjId o)
{
    Run *r = j->r;
    const ObjState *os[JOIN_ALTERNATIVES], *content[JOIN_ALTERNATIVES];
    bool touched[JOIN_ALTERNATIVES];
    const Obj *ob = obj(&r->objects, o);
    /* As in a join of states that have fuel: who never met an object has nothing to say of it. */
    bool born = ob->kind == OBJ_ALLOC || ob->kind == OBJ_HANDLE, scoped = ob->kind == OBJ_VAR;
    const ObjState *living = NULL;
    for (u32 i = 0; i < j->n; i++) {
        touched[i] = pmap_get(j->states[i]->objs, o) != NULL;
        os[i] = st_obj(r, j->states[i], o);
        if (touched[i] && !living)
            living = os[i];
    }
    bool dead = living && living->flags & OS_DEAD;
    for (u32 i = 0; i < j->n; i++) {
        content[i] = born && !touched[i] && living ? living : os[i];
        touched[i] = touched[i] || !(born || scoped);
        dead = dead && (!touched[i] || os[i]->flags & OS_DEAD);
    }
    ObjState *out = arena_alloc(&r->arena, sizeof *out);
    *out = *content[0];
    out->edit = j->into->edit;
    out->cells = NULL;
    out->n_cells = out->cap_cells = 0;
    out->cells_edit = 0;
    const ObjState *before = pmap_get(j->into->objs, o);
    pmap_set(&r->arena, &j->into->objs, j->into->edit, o, out);
    st_join_attributes(r, os, touched, j->n, out);
    out->flags |=
        before ? before->flags & OS_ESCAPED : 0; /* an object joined before may have lost track of it */
    bool same_spans = !dead, same_version = true, same_text = !dead;
    for (u32 i = 1; i < j->n; i++) {
        same_spans = same_spans && content[i]->spans == content[0]->spans;
        same_version = same_version && content[i]->version == content[0]->version;
        same_text = same_text && content[i]->str_off == content[0]->str_off &&
                    content[i]->str_len == content[0]->str_len &&
                    content[i]->str_width == content[0]->str_width &&
                    content[i]->str_ended == content[0]->str_ended;
    }
    bool lost = dead || coarse_cells(j, o, content, out);
    if (lost || !same_spans || !same_version) {
        out->spans = NULL;
        out->n_spans = 0;
        out->version = j->version;
        st_push_span(r, out, anything(j, content));
    }
    if (!same_text)
        out->str_off = out->str_len = VAL_NONE;
    out->size = coarse_number(j, content, offsetof(ObjState, size), o);
    out->min_size = coarse_number(j, content, offsetof(ObjState, min_size), o);
    out->count = coarse_number(j, content, offsetof(ObjState, count), o);
}

/* ---- the state ---- */

State *st_join_coarse(Run *r, State *const *states, u32 n)
{
    u32 pick,
        version = st_mix(KEY_COARSE, r->next_edit + 1); /* the edit that s gets: each join has its own */
    State *s = st_join_start(r, states, n, version, &pick);
    Coarse j = {.r = r, .states = states, .n = n, .into = s, .version = version};
    for (u32 i = 0; i < n; i++)
        if (states[i]->joins != s->joins)
            s->joins = NULL;
    Keys keys = {0};
    st_different(states, n, false, &keys);
    for (u32 k = 0; k < keys.n; k++)
        coarse_object(&j, keys.at[k]);
    st_different(states, n, true, &keys);
    for (u32 k = 0; k < keys.n; k++) {
        Val vals[JOIN_ALTERNATIVES];
        for (u32 i = 0; i < n; i++)
            vals[i] = (Val)(uintptr_t)pmap_get(states[i]->temps, keys.at[k]);
        Val v = coarse_value(&j, vals, 0, VAL_NONE);
        pmap_set(&r->arena, &s->temps, s->edit, keys.at[k], (void *)(uintptr_t)v);
    }
    vec_release(&keys);
    StoreCtx c = st_ctx(r);
    s->store = states[0]->store;
    for (u32 i = 1; i < n; i++)
        cs_join_coarse(&c, &s->store, &states[i]->store);
    st_step(r, s, (Step){.kind = STEP_JOIN});
    return s;
}
