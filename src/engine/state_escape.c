/*
 * What code that is not followed may do to memory: objects escape to it, and their content becomes unknown; and the question which
 * objects are still reachable. See state.h.
 */
#include "engine/state_priv.h"

enum { KEY_HAVOC = 0x48415601 };

/* ---- havoc ---- */

static u32 call_version(const State *s, const IrInst *at)
{
    return st_mix((u32)map_mix(s->frame ? s->frame->context : 0) + (at ? at->id + 1 : 0),
                  s->generation + 0x5eed);
}

void st_havoc_content(Run *r, const State *s, ObjId o, ObjState *os, u32 version, const IrInst *at)
{
    Values *vs = &r->values;
    const Obj *ob = obj(&r->objects, o);
    os->version = st_mix(os->version, version);
    os->str_off = os->str_len = VAL_NONE;
    os->count = VAL_NONE;
    os->taint = os->sanitized = os->examined = 0;
    os->taint_source = VAL_NONE;
    if (ob->kind == OBJ_ALLOC && !ob->stack && !(os->flags & OS_FREED))
        os->flags |= OS_MAYBE_FREED; /* what belongs to the callers is taken to outlive the call */
    st_push_span(
        r, os,
        (Span){.off = val_off(vs, 0), .content = CONTENT_SOME, .origin = SO_HAVOC, .version = version});
    if (!os->n_cells)
        return;
    st_own_cells(r, os, 0);
    u32 n = 0;
    for (u32 i = 0; i < os->n_cells; i++) {
        Cell c = os->cells[i];
        ValNode node = *val_node(vs, c.value);
        if (node.kind == VK_RECORD)
            continue;
        SymInfo info = sym_info(SO_HAVOC, node.type);
        info.f = s->frame ? s->frame->f : NULL;
        info.inst = at;
        info.obj = o;
        info.off = c.off;
        info.var = ob->kind == OBJ_VAR ? ob->var : NULL;
        info.was = node.kind == VK_UNDEF ? VAL_NONE : c.value;
        c.value = val_sym(vs, map_mix((u64)KEY_HAVOC << 32 | version), o, c.off, c.bytes, &info);
        os->cells[n++] = c;
    }
    os->n_cells = n;
}

static void havoc_object(Run *r, State *s, ObjId o, u32 version, const IrInst *at)
{
    st_havoc_content(r, s, o, st_write_obj(r, s, o), version, at);
}

typedef struct Opened {
    Run *r;
    const State *s;
    Keys objs;
} Opened;

static bool open_to_calls(Run *r, ObjId id, const ObjState *os)
{
    const Obj *o = obj(&r->objects, id);
    if (os->flags & OS_DEAD)
        return false;
    if (os->flags & OS_ESCAPED)
        return o->kind != OBJ_FUNC && o->kind != OBJ_STRING && !(os->flags & OS_READONLY);
    return o->kind == OBJ_GLOBAL && !st_global_fixed(r, o->global) &&
           !(o->global->owner && o->global->owner == r->f);
}

static bool see_open(void *ctx, u32 key, void *value)
{
    Opened *w = ctx;
    if (open_to_calls(w->r, key, value))
        vec_push(&w->objs, key);
    return true;
}

/* ---- escape ---- */

typedef struct Escape {
    Run *r;
    u32 walk;
    Keys todo;
} Escape;

static void add_object(void *ctx, ObjId o)
{
    Escape *e = ctx;
    Obj *ob = &e->r->objects.at.at[o];
    if (ob->mark == e->walk || e->todo.n >= ESCAPE_OBJECTS)
        return;
    ob->mark = e->walk;
    vec_push(&e->todo, o);
}

void st_escape(Run *r, State *s, ObjId o, bool read_only, const IrInst *at)
{
    u32 version = call_version(s, at);
    Escape e = {.r = r, .walk = ++r->objects.walks};
    add_object(&e, o);
    for (u32 i = 0; i < e.todo.n; i++) {
        ObjId id = e.todo.at[i];
        ObjState *os = st_write_obj(r, s, id);
        for (u32 k = 0; k < os->n_cells; k++)
            st_each_addr(r, os->cells[k].value, add_object, &e);
        u8 kind = obj(&r->objects, id)->kind;
        os->flags |= OS_ESCAPED;
        if (read_only || kind == OBJ_FUNC)
            continue;
        os->flags &= ~(u32)(OS_OWNED | OS_MAYBE_OWNED);
        if (kind != OBJ_STRING && !(os->flags & OS_READONLY))
            havoc_object(r, s, id, version, at);
    }
    vec_release(&e.todo);
}

/* ---- numbers ---- */

void st_hand_over(Run *r, State *s, Val v)
{
    const ValNode *n = v ? val_node(&r->values, v) : NULL;
    while (n && n->kind == VK_CAST) {
        v = n->a;
        n = val_node(&r->values, v);
    }
    const SymInfo *i = n && n->kind == VK_SYM && !n->type.ptr ? val_sym_info(&r->values, v) : NULL;
    if (!i || !i->inst || i->inst->op != II_CALL || (i->origin != SO_LIBRARY && i->origin != SO_INPUT))
        return;
    Obj info = {.kind = OBJ_HANDLE, .base = v};
    ObjId o = obj_get(&r->objects, v, &info);
    if (st_obj(r, s, o)->flags & (OS_OWNED | OS_MAYBE_OWNED)) {
        ObjState *os = st_write_obj(r, s, o);
        os->flags = (os->flags | OS_ESCAPED | OS_MAYBE_FREED) & ~(u32)(OS_OWNED | OS_MAYBE_OWNED);
    }
}

void st_havoc_escaped(Run *r, State *s, const IrInst *at)
{
    u32 version = call_version(s, at);
    Opened w = {.r = r, .s = s};
    pmap_each(s->objs, see_open, &w);
    /* What open memory leads to is open too. */
    Escape e = {.r = r, .walk = ++r->objects.walks};
    for (u32 i = 0; i < w.objs.n; i++) {
        const ObjState *os = st_obj(r, s, w.objs.at[i]);
        for (u32 k = 0; k < os->n_cells; k++) {
            st_each_addr(r, os->cells[k].value, add_object, &e);
            st_hand_over(r, s, os->cells[k].value);
        }
    }
    Keys reached = e.todo;
    for (u32 i = 0; i < reached.n; i++)
        if (!(st_obj(r, s, reached.at[i])->flags & OS_ESCAPED))
            st_escape(r, s, reached.at[i], false, at);
    vec_release(&reached);
    for (u32 i = 0; i < w.objs.n; i++)
        havoc_object(r, s, w.objs.at[i], version, at);
    vec_release(&w.objs);
    s->havoc = version ? version : 1;
    s->havoc_at = at;
}
