/*
 * The end of the analysed function (exec_exit): what was made and is given back nowhere, and addresses of locals that live on. Called by
 * explore.c and for calls that end the process.
 */
#include "base/limits.h"
#include "base/mem.h"
#include "engine/explore.h"

typedef struct Marks {
    Run *r;
    State *s;
    u8 *seen; /* by object */
    u32 n;    /* objects when it was made */
    VEC(ObjId) todo;
    Map joins; /* symbols seen */
    bool gave_up;
} Marks;

static void mark(Marks *m, ObjId o)
{
    if (o < m->n && !m->seen[o]) {
        m->seen[o] = 1;
        vec_push(&m->todo, o);
    }
}

static void mark_value(Marks *m, Val v, u32 depth)
{
    const Values *vs = &m->r->values;
    const ValNode *n = v ? val_node(vs, v) : NULL;
    if (!n)
        return;
    if (n->kind == VK_ADDR)
        mark(m, n->a);
    if ((n->kind == VK_CAST || n->kind == VK_UNOP || n->kind == VK_BINOP) && depth < 8) {
        Val a = n->a, b = n->kind == VK_BINOP ? n->b : 0;
        mark_value(m, a, depth + 1);
        mark_value(m, b, depth + 1);
        return;
    }
    const SymInfo *i = n->kind == VK_SYM ? val_sym_info(vs, v) : NULL;
    if (i && i->origin == SO_JOIN && depth < 64 && !map_has(&m->joins, v)) {
        map_put(&m->joins, v, 1);
        for (u32 k = 0; k < i->n_alts; k++)
            if (i->alts[k] && i->alts[k] != v)
                mark_value(m, i->alts[k], depth + 1);
    }
}

/* Handles are values, not addresses: the number itself says that somebody still has it. */
static void mark_number(Marks *m, Val v, u32 depth)
{
    enum { DEPTH = 3 };
    Explore *ex = m->r->explore;
    const Values *vs = &m->r->values;
    while (v && val_kind(vs, v) == VK_CAST) /* a descriptor may be kept in another integer type */
        v = val_node(vs, v)->a;
    const SymInfo *info = v && val_kind(vs, v) == VK_SYM ? val_sym_info(vs, v) : NULL;
    if (info && info->origin == SO_JOIN && depth < DEPTH)
        for (u32 k = 0; k < info->n_alts; k++)
            mark_number(m, info->alts[k], depth + 1);
    for (u32 i = 0; v && i < ex->made.n; i++)
        if (obj(&m->r->objects, ex->made.at[i])->base == v)
            mark(m, ex->made.at[i]);
}

static bool mark_root(void *ctx, u32 key, void *value)
{
    Marks *m = ctx;
    const ObjState *os = value;
    const Obj *o = obj(&m->r->objects, key);
    bool is_static = o->kind == OBJ_VAR && o->var && o->var->kind == IV_STATIC;
    if (o->kind == OBJ_GLOBAL || o->kind == OBJ_POINTEE || is_static || os->flags & OS_ESCAPED)
        mark(m, key);
    return true;
}

static void follow(Marks *m)
{
    Explore *ex = m->r->explore;
    for (u32 i = 0; i < m->todo.n; i++) {
        const ObjState *os = pmap_get(m->s->objs, m->todo.at[i]);
        if (!os)
            continue;
        if (ex->scan_left < os->n_cells) {
            m->gave_up = true;
            return;
        }
        ex->scan_left -= os->n_cells;
        for (u32 k = 0; k < os->n_cells; k++) {
            mark_value(m, os->cells[k].value, 0);
            if (ex->made.n)
                mark_number(m, os->cells[k].value, 0);
        }
        for (const Span *p = os->spans; p; p = p->older)
            if (p->src)
                mark(m, p->src);
    }
}

/* Objects that calls have made, of all paths so far. */
static void collect_made(Run *r)
{
    Explore *ex = r->explore;
    for (; ex->made_from < r->objects.at.n; ex->made_from++) {
        const Obj *o = obj(&r->objects, ex->made_from);
        if ((o->kind == OBJ_ALLOC && !o->stack && !o->borrowed) || o->kind == OBJ_HANDLE)
            vec_push(&ex->made, ex->made_from);
    }
}

static Question ask_lost(Run *r, const State *s, ObjId id, u32 flags, bool reachable)
{
    const Obj *o = obj(&r->objects, id);
    Values *vs = &r->values;
    if (flags & (OS_FREED | OS_ESCAPED) || !(flags & OS_OWNED) || reachable)
        return ask_no();
    /* The standard streams are opened to be there, for code that knows their numbers. */
    enum { LAST_STANDARD = 2 };
    if (o->kind == OBJ_HANDLE && o->base && !val_type(vs, o->base).ptr &&
        st_range(r, s, o->base).hi <= LAST_STANDARD)
        return ask_no();
    Question q = ask_yes(s);
    if (o->failed)
        q = eng_ask(r, s, val_not(vs, o->failed));
    else if (o->kind == OBJ_ALLOC && o->base)
        q = eng_ask(r, s, val_cmp(vs, BIN_NE, o->base, val_int(vs, val_type(vs, o->base), 0)));
    if (flags & (OS_MAYBE_FREED | OS_MAYBE_OWNED) && q.answer != ANSWER_NO)
        q = ask_unknown(WHY_MEMORY, 0);
    return q;
}

static void send_lost(Run *r, State *s, const Where *at, Val value, bool process)
{
    Explore *ex = r->explore;
    collect_made(r);
    bool any = false;
    for (u32 i = 0; i < ex->made.n && !any; i++)
        any = pmap_get(s->objs, ex->made.at[i]) != NULL;
    if (!any)
        return;
    Marks m = {.r = r, .s = s, .n = r->objects.at.n};
    m.seen = mem_zalloc(m.n, 1);
    map_init(&m.joins);
    pmap_each(s->objs, mark_root, &m);
    mark_value(&m, value, 0);
    mark_number(&m, value, 0);
    if (value && val_kind(&r->values, value) == VK_RECORD)
        m.gave_up = true; /* what it holds is given to the caller */
    follow(&m);
    for (u32 i = 0; i < ex->made.n; i++) {
        ObjId o = ex->made.at[i];
        const ObjState *os = pmap_get(s->objs, o);
        if (!os || !(os->flags & (OS_OWNED | OS_FREED)))
            continue;
        Event ev = exec_event(r, s, at, EV_LOST);
        ev.lost = (EvLost){.obj = o, .how = process || r->f->flags & IFN_MAIN ? LOST_EXIT : LOST_RETURN};
        ev.lost.lost = ask_lost(r, s, o, os->flags, m.seen[o]);
        if (m.gave_up && ev.lost.lost.answer != ANSWER_NO)
            ev.lost.lost = ask_unknown(WHY_MEMORY, 0);
        eng_send(r, &ev);
    }
    mem_free(m.seen);
    vec_release(&m.todo);
    map_release(&m.joins);
}

/* ---- addresses of locals ---- */

static bool is_local(const Run *r, ObjId o)
{
    const Obj *x = obj(&r->objects, o);
    return (x->kind == OBJ_VAR && x->var && x->var->kind != IV_STATIC && x->context == 0) ||
           (x->kind == OBJ_ALLOC && x->stack && x->context == 0);
}

static void send_escape(Run *r, State *s, const Where *at, ObjId o, ObjId where, Val value)
{
    Event ev = exec_event(r, s, at, EV_ESCAPE);
    ev.escape = (EvEscape){o, where, value};
    eng_send(r, &ev);
}

typedef struct Holders {
    Run *r;
    State *s;
    const Where *at;
} Holders;

static bool look_into(void *ctx, u32 key, void *value)
{
    Holders *h = ctx;
    Run *r = h->r;
    const ObjState *os = value;
    const Obj *o = obj(&r->objects, key);
    if ((o->kind != OBJ_GLOBAL && o->kind != OBJ_POINTEE) || r->explore->scan_left < os->n_cells)
        return true;
    r->explore->scan_left -= os->n_cells;
    for (u32 k = 0; k < os->n_cells; k++) {
        const ValNode *n = val_node(&r->values, os->cells[k].value);
        if (n->kind == VK_ADDR && is_local(r, n->a))
            send_escape(r, h->s, h->at, n->a, key, os->cells[k].value);
    }
    return true;
}

void exec_exit(Run *r, State *s, const Where *at, Val value, bool process)
{
    if (r->explore->quiet)
        return;
    ObjId o;
    Val off;
    if (!process) {
        if (value && st_points_to(r, s, value, &o, &off) && is_local(r, o))
            send_escape(r, s, at, o, 0, value);
        Holders h = {r, s, at};
        if (r->explore->scan_left)
            pmap_each(s->objs, look_into, &h);
    }
    send_lost(r, s, at, value, process);
    Event ev = exec_event(r, s, at, EV_EXIT);
    ev.exit = (EvExit){value, process};
    eng_send(r, &ev);
}

void exec_abandon(Run *r, State *s, const Where *at)
{
    if (!r->explore->quiet)
        send_lost(r, s, at, 0, false);
}
