/*
 * Conditions on a path: what the store is told, and what follows for joined values and for values that a call may have changed; see state.h.
 */
#include "engine/state_priv.h"

/* ---- conditions over symbols ---- */

static Val pointer_is_null(Run *r, Val ptr, IrBinop op)
{
    Values *vs = &r->values;
    const ValNode n = *val_node(vs, ptr);
    const Obj *o = obj(&r->objects, n.a);
    if (o->never_null || !o->base)
        return val_int(vs, vtype_int, op == BIN_NE);
    return val_cmp(vs, op, o->base,
                   val_type(vs, o->base).ptr ? val_null(vs) : val_int(vs, val_type(vs, o->base), 0));
}

/* The same for an address as the code compares it: &p->member is no null pointer in any program that has a meaning. */
static Val address_is_null(Run *r, Val address, IrBinop op)
{
    Values *vs = &r->values;
    Val off = val_node(vs, address)->b;
    i64 n;
    bool behind = val_const(vs, off, &n) ? n > 0 : val_sym_of(vs, off, SO_LAYOUT) != VAL_NONE;
    return behind ? val_int(vs, vtype_int, op == BIN_NE) : pointer_is_null(r, address, op);
}

/* Addresses below casts that keep them as they are. */
static Val plain_pointer(const Values *vs, Val v)
{
    while (val_kind(vs, v) == VK_CAST && val_type(vs, v).width == 64)
        v = val_node(vs, v)->a;
    return v;
}

static bool has_place(const Obj *o)
{
    return o->kind == OBJ_VAR || o->kind == OBJ_GLOBAL || o->kind == OBJ_STRING || o->kind == OBJ_FUNC;
}

/* MAP_FAILED and its like: it is the address itself that has this number. */
static Val with_number(Run *r, Val cond, IrBinop op, Val ptr, Val number)
{
    Values *vs = &r->values;
    const ValNode p = *val_node(vs, ptr);
    Val base = obj(&r->objects, p.a)->base;
    i64 k;
    if (!base || !val_is_null(vs, p.b) || !val_const(vs, number, &k))
        return cond;
    return val_cmp(vs, op, base, val_int(vs, val_type(vs, base), k));
}

static bool is_start(const Values *vs, Val address)
{
    return val_is_null(vs, val_node(vs, address)->b);
}

static Val compared(Run *r, Val cond, IrBinop op, Val a, Val b)
{
    Values *vs = &r->values;
    Val x = plain_pointer(vs, a), y = plain_pointer(vs, b);
    bool ax = val_kind(vs, x) == VK_ADDR, ay = val_kind(vs, y) == VK_ADDR;
    if (!ax && !ay)
        return cond;
    if (ax && ay) {
        const ValNode p = *val_node(vs, x), q = *val_node(vs, y);
        if (p.a == q.a)
            return val_cmp(vs, op, p.b, q.b);
        if ((op == BIN_EQ || op == BIN_NE) && has_place(obj(&r->objects, p.a)) &&
            has_place(obj(&r->objects, q.a)) && val_is_null(vs, p.b) && val_is_null(vs, q.b))
            return val_int(vs, vtype_int, op == BIN_NE);
        return cond;
    }
    if (op != BIN_EQ && op != BIN_NE)
        return cond;
    Val address = ax && val_is_null(vs, y) ? x : ay && val_is_null(vs, x) ? y : VAL_NONE;
    if (address)
        return address_is_null(r, address, op);
    return ax ? with_number(r, cond, op, x, y) : with_number(r, cond, op, y, x);
}

Val st_cond(Run *r, Val cond)
{
    Values *vs = &r->values;
    const ValNode n = *val_node(vs, cond);
    switch ((ValKind)n.kind) {
    case VK_ADDR: return is_start(vs, cond) ? pointer_is_null(r, cond, BIN_NE) : val_int(vs, vtype_int, 1);
    case VK_CAST: {
        Val below = st_cond(r, n.a);
        if (below == n.a)
            return cond;
        /* A truth value of an address: conversions to narrower integers than a pointer are not followed, except to bool. */
        return n.type.width == 1 || n.type.width >= 64 ? below : cond;
    }
    case VK_UNOP: {
        if (n.op != UN_NOT)
            return cond;
        Val below = st_cond(r, n.a);
        return below == n.a ? cond : val_not(vs, below);
    }
    case VK_BINOP:
        switch (n.op) {
        case BIN_EQ:
        case BIN_NE:
        case BIN_LT:
        case BIN_LE:
        case BIN_GT:
        case BIN_GE: return compared(r, cond, (IrBinop)n.op, n.a, n.b);
        case BIN_AND:
        case BIN_OR: {
            if (n.type.width > 32 || n.size > LIMIT_VALUE_SIZE)
                return cond;
            ValKind ka = val_kind(vs, n.a), kb = val_kind(vs, n.b);
            if ((ka != VK_BINOP && ka != VK_UNOP) || (kb != VK_BINOP && kb != VK_UNOP))
                return cond;
            Val a = st_cond(r, n.a), b = st_cond(r, n.b);
            return a == n.a && b == n.b ? cond : n.op == BIN_AND ? val_and(vs, a, b) : val_or(vs, a, b);
        }
        default: return cond;
        }
    default: return cond;
    }
}

Val st_is_null(Run *r, const State *s, Val ptr)
{
    Values *vs = &r->values;
    ObjId o;
    Val off;
    i64 num;
    if (val_const(vs, ptr, &num))
        return val_int(vs, vtype_int, num == 0);
    if (st_points_to(r, s, ptr, &o, &off))
        return pointer_is_null(r, val_addr(vs, o, off), BIN_EQ);
    ValKind k = val_kind(vs, ptr);
    if (!val_type(vs, ptr).width || k == VK_UNDEF)
        return val_int(vs, vtype_int, 0);
    return val_cmp(vs, BIN_EQ, ptr, val_type(vs, ptr).ptr ? val_null(vs) : val_int(vs, val_type(vs, ptr), 0));
}

/* ---- joined values ---- */

u32 st_alternatives(const Run *r, const State *s, Val v)
{
    const SymInfo *info = val_sym_info(&r->values, v);
    if (!info || info->origin != SO_JOIN || !info->n_alts || val_kind(&r->values, v) != VK_SYM)
        return 0;
    return info->join ? st_live_alternatives(s, info->join, info->n_alts) : st_all_alternatives(info->n_alts);
}

static void set_mask(Run *r, State *s, u32 join, u32 mask)
{
    /* Newer entries hide older ones. */
    JoinMask *m = arena_alloc(&r->arena, sizeof *m);
    *m = (JoinMask){join, mask, s->joins};
    s->joins = m;
    if (join && join < r->joins.n && mask && !(mask & ~r->joins.at[join].weak))
        st_weaken(s, r->joins.at[join].why);
}

typedef struct Choice {
    const Values *vs;
    u32 join, alt;
    bool values_only;
} Choice;

static Val choose(void *ctx, Val sym)
{
    const Choice *c = ctx;
    const SymInfo *info = val_sym_info(c->vs, sym);
    if (info->origin != SO_JOIN || info->join != c->join || c->alt >= info->n_alts || !info->alts[c->alt])
        return sym;
    Val alt = info->alts[c->alt];
    ValKind k = val_kind(c->vs, alt);
    bool value = k != VK_UNDEF && k != VK_RECORD && val_type(c->vs, alt).width == info->type.width;
    return value || !c->values_only ? alt : sym;
}

Val st_on_path(Run *r, Val v, u32 join, u32 alternative, bool values_only)
{
    Choice c = {&r->values, join, alternative, values_only};
    return val_substitute(&r->values, v, choose, &c);
}

typedef struct SymWalk {
    const Run *r;
    Val joins[8], syms[8];
    u32 n_joins, n_syms;
    bool havoc;
} SymWalk;

static void see_sym(void *ctx, Val sym)
{
    SymWalk *w = ctx;
    const SymInfo *info = val_sym_info(&w->r->values, sym);
    if (!info)
        return;
    w->havoc |= info->origin == SO_HAVOC && info->was;
    if (w->n_syms < LENGTH(w->syms))
        w->syms[w->n_syms++] = sym;
    if (info->origin != SO_JOIN || !info->join || w->n_joins == LENGTH(w->joins))
        return;
    for (u32 i = 0; i < w->n_joins; i++)
        if (val_sym_info(&w->r->values, w->joins[i])->join == info->join)
            return;
    w->joins[w->n_joins++] = sym;
}

static Val before_call(void *ctx, Val sym)
{
    const Run *r = ctx;
    const SymInfo *info = val_sym_info(&r->values, sym);
    if (!info || info->origin != SO_HAVOC || !info->was)
        return sym;
    VType t = val_type(&r->values, info->was);
    return t.width == info->type.width ? info->was : sym;
}

/* Would the condition have had the other outcome before a call that may have changed the values in it? */
static bool against_before(Run *r, const Store *store, Val cond, bool truth)
{
    StoreCtx c = st_ctx(r);
    for (u32 depth = 0; depth < ASSUME_DEPTH; depth++) {
        Val before = val_substitute(&r->values, cond, before_call, r);
        if (before == cond)
            return false;
        cond = st_cond(r, before);
        int known = cs_test(&c, store, cond);
        if (known >= 0)
            return known != (truth ? 1 : 0);
    }
    return false;
}

static bool assume(Run *r, State *s, Val cond, bool truth, u32 depth);

/*
 * `rc = NO_MEMORY; ... if (rc == 0)`, with a name that nobody declares: that it has just this value is no more than possible, for what is given
 * a name of its own is mostly something else. Is the one symbol such a name?
 */
static bool stored_unread(const Run *r, const SymWalk *w)
{
    const SymInfo *info = w->n_syms == 1 ? val_sym_info(&r->values, w->syms[0]) : NULL;
    return info && info->origin == SO_CONFIG && info->name;
}

/* Would the condition need a name's value to be just one number? */
static bool needs_unread(Run *r, Val cond, bool truth)
{
    SymWalk w = {.r = r};
    val_each_sym(&r->values, cond, see_sym, &w);
    if (!stored_unread(r, &w))
        return false;
    const ValNode *n = val_node(&r->values, cond);
    for (; n->kind == VK_UNOP && n->op == UN_NOT; n = val_node(&r->values, n->a))
        truth = !truth;
    if (n->kind == VK_BINOP && (n->op == BIN_EQ || n->op == BIN_NE))
        return truth == (n->op == BIN_EQ);
    bool compares = n->kind == VK_BINOP && ir_op_compares((IrBinop)n->op);
    return !truth && !compares;
}

/* What is read from a text and is not 0 does not lie behind its end: then a pointer that was moved on while there was something ends there. */
static void inside_string(Run *r, State *s, Val sym)
{
    Values *vs = &r->values;
    const SymInfo *info = val_kind(vs, sym) == VK_SYM ? val_sym_info(vs, sym) : NULL;
    if (!info || !info->obj || !info->off || info->type.width != 8)
        return;
    Val off = info->off, end = VAL_NONE;
    const Obj *o = obj(&r->objects, info->obj);
    if (o->kind == OBJ_STRING && o->str->char_size == 1 && !o->str->partial) {
        end = val_off(vs, o->str->n_bytes);
    } else {
        const ObjState *os = st_obj(r, s, info->obj);
        if (os->str_off && os->str_len && os->str_width == 1 && val_is_null(vs, os->str_off))
            end = os->str_len;
    }
    StoreCtx c = st_ctx(r);
    if (!end || cs_test(&c, &s->store, sym) != 1)
        return;
    Store before = s->store;
    if (!cs_assume(&c, &s->store, val_cmp(vs, BIN_LT, off, end), true))
        s->store = before;
}

/* One alternative of a join is left: its symbols are these values. */
static bool decide(Run *r, State *s, u32 join, u32 alt)
{
    StoreCtx c = st_ctx(r);
    if (join >= r->joins.n)
        return true;
    for (u32 i = 0; i < r->joins.at[join].syms.n; i++) {
        Val sym = r->joins.at[join].syms.at[i];
        const SymInfo *info = val_sym_info(&r->values, sym);
        if (alt >= info->n_alts)
            continue;
        Val v = info->alts[alt];
        ValNode n = *val_node(&r->values, v);
        if (n.kind == VK_UNDEF || n.kind == VK_RECORD || !n.type.width || n.type.width != info->type.width)
            continue;
        Val same;
        bool truth = true;
        if (n.kind == VK_ADDR) {
            Val null = pointer_is_null(r, v, BIN_EQ);
            int known = cs_test(&c, &s->store, null);
            same = val_cmp(&r->values, BIN_EQ, sym, val_null(&r->values));
            if (known < 0) { /* what the path has asked of the joined pointer holds of this one */
                int asked = cs_test(&c, &s->store, same);
                if (asked >= 0 && !cs_assume(&c, &s->store, null, asked == 1))
                    return false;
                continue;
            }
            truth = known == 1;
        } else {
            same = val_cmp(&r->values, BIN_EQ, sym, v);
        }
        if (!cs_assume(&c, &s->store, same, truth))
            return false;
    }
    return true;
}

static bool narrow_joins(Run *r, State *s, const SymWalk *w, Val cond, bool truth, u32 depth)
{
    StoreCtx c = st_ctx(r);
    for (u32 j = 0; j < w->n_joins; j++) {
        u32 mask = st_alternatives(r, s, w->joins[j]);
        const SymInfo *info = val_sym_info(&r->values, w->joins[j]);
        u32 join = info->join, left = mask, doubtful = 0;
        if (!(mask & (mask - 1)))
            continue; /* decided before */
        Val only = VAL_NONE;
        for (u32 rest = mask; rest; rest &= rest - 1) {
            u32 alt = (u32)__builtin_ctz(rest);
            Val chosen = st_cond(r, st_on_path(r, cond, join, alt, true));
            int known = chosen == cond ? -1 : cs_test(&c, &s->store, chosen);
            if (known == (truth ? 0 : 1))
                left &= ~(1u << alt);
            else
                only = chosen;
            if (known < 0 && chosen != cond && needs_unread(r, chosen, truth))
                doubtful |= 1u << alt;
        }
        if (left & ~doubtful)
            left &= ~doubtful;
        if (left == mask)
            continue;
        if (!left)
            return false;
        set_mask(r, s, join, left);
        if (left & (left - 1))
            continue;
        if (!decide(r, s, join, (u32)__builtin_ctz(left)))
            return false;
        if (only && only != cond && !assume(r, s, only, truth, depth + 1))
            return false;
    }
    return true;
}

/* Did a path that was joined know something about the condition that the join forgot? */
static bool knew_more(const Run *r, const Store *alternative, const Store *now, const SymWalk *w, u32 join)
{
    for (u32 i = 0; i < w->n_syms; i++) {
        void *was = pmap_get(alternative->facts, w->syms[i]);
        if (was && was != pmap_get(now->facts, w->syms[i]))
            return true;
        const SymInfo *info = val_sym_info(&r->values, w->syms[i]);
        if (info && info->origin == SO_JOIN && info->join == join)
            return true;
    }
    return false;
}

/*
 * The paths that were joined: those whose own knowledge refutes the condition are none of this path's past. Facts about symbols
 * stay true, whatever was written to memory since.
 */
static bool narrow_paths(Run *r, State *s, const SymWalk *w, Val cond, bool truth)
{
    StoreCtx c = st_ctx(r);
    u32 seen[RECENT_JOINS], n_seen = 0;
    for (const JoinMask *m = s->joins; m && n_seen < RECENT_JOINS; m = m->next) {
        bool old = false;
        for (u32 i = 0; i < n_seen && !old; i++)
            old = seen[i] == m->join;
        const Store *stores = m->join < r->joins.n ? r->joins.at[m->join].stores : NULL;
        if (old || !stores)
            continue;
        seen[n_seen++] = m->join;
        u32 n = r->joins.at[m->join].n, mask = m->mask & st_all_alternatives(n), left = mask;
        for (u32 rest = mask; rest; rest &= rest - 1) {
            u32 alt = (u32)__builtin_ctz(rest);
            if (alt >= n || !knew_more(r, &stores[alt], &s->store, w, m->join))
                continue;
            Val chosen = st_cond(r, st_on_path(r, cond, m->join, alt, true));
            if (cs_test(&c, &stores[alt], chosen) == (truth ? 0 : 1))
                left &= ~(1u << alt);
        }
        if (left == mask)
            continue;
        if (!left)
            return false;
        set_mask(r, s, m->join, left);
        if (!(left & (left - 1)) && !decide(r, s, m->join, (u32)__builtin_ctz(left)))
            return false;
    }
    return true;
}

static bool assume(Run *r, State *s, Val cond, bool truth, u32 depth)
{
    StoreCtx c = st_ctx(r);
    cond = st_cond(r, cond);
    i64 num;
    if (val_const(&r->values, cond, &num)) {
        if ((num != 0) == truth)
            return true;
        s->store.bottom = true;
        return false;
    }
    SymWalk w = {.r = r};
    val_each_sym(&r->values, cond, see_sym, &w);
    if (w.havoc && !(s->flags & SF_WEAK) && against_before(r, &s->store, cond, truth))
        st_weaken(s, WHY_CALLEE);
    if (!cs_assume(&c, &s->store, cond, truth))
        return false;
    if (w.n_joins && depth < ASSUME_DEPTH && !narrow_joins(r, s, &w, cond, truth, depth)) {
        s->store.bottom = true;
        return false;
    }
    if (depth == 0 && s->joins && !narrow_paths(r, s, &w, cond, truth)) {
        s->store.bottom = true;
        return false;
    }
    return true;
}

bool st_choose(Run *r, State *s, u32 join, u32 mask, bool tested)
{
    set_mask(r, s, join, mask);
    if (!tested || !join || mask & (mask - 1) || decide(r, s, join, (u32)__builtin_ctz(mask)))
        return true;
    s->store.bottom = true;
    return false;
}

bool st_assume(Run *r, State *s, Val cond, bool truth)
{
    if (!assume(r, s, cond, truth, 0))
        return false;
    SymWalk w = {.r = r};
    val_each_sym(&r->values, cond, see_sym, &w);
    if (!(s->flags & SF_WEAK) && needs_unread(r, cond, truth))
        st_weaken(s, WHY_CONFIGURATION);
    for (u32 i = 0; i < w.n_syms; i++)
        inside_string(r, s, w.syms[i]);
    return true;
}
