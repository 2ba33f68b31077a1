/*
 * States: forks, temps, steps, and the objects of a path with their initial content; see state.h. Content of memory is in state_memory.c,
 * strings in state_string.c, what calls may change in state_escape.c, conditions in state_assume.c, joins in state_join.c.
 */
#include "engine/state_priv.h"

/* ---- states ---- */

static u32 new_edit(Run *r)
{
    return ++r->next_edit;
}

const Frame *st_frame(Run *r, const Frame *caller, const IrFunction *f, const IrInst *call, u64 context)
{
    Frame *fr = arena_new(&r->arena, Frame);
    fr->caller = caller;
    fr->f = f;
    fr->call = call;
    fr->context = context;
    fr->depth = caller ? caller->depth + 1 : 0;
    /* As on a stack: small keys keep the map of temps flat, and a frame's temps are dropped when it ends. */
    fr->temps = caller ? caller->temps + caller->f->n_temps : 0;
    return fr;
}

State *st_new(Run *r, const Frame *frame)
{
    State *s = arena_new(&r->arena, State);
    s->edit = new_edit(r);
    s->frame = frame;
    cs_init(&s->store);
    return s;
}

State *st_fork(Run *r, State *s)
{
    State *copy = arena_alloc(&r->arena, sizeof *copy);
    *copy = *s;
    s->edit = new_edit(r);
    copy->edit = new_edit(r);
    r->stats.forks++;
    return copy;
}

void st_step(Run *r, State *s, Step step)
{
    Step *made = arena_alloc(&r->arena, sizeof *made);
    *made = step;
    made->frame = s->frame;
    made->before = s->path;
    s->path = made;
    s->n_steps++;
}

Val st_temp(const State *s, TempId t)
{
    return (Val)(uintptr_t)pmap_get(s->temps, s->frame->temps + t);
}

void st_set_temp(Run *r, State *s, TempId t, Val v)
{
    pmap_set(&r->arena, &s->temps, s->edit, s->frame->temps + t, (void *)(uintptr_t)v);
}

void st_drop_temps(Run *r, State *s, TempId from, TempId to)
{
    for (TempId t = from; t < to; t++)
        pmap_set(&r->arena, &s->temps, s->edit, s->frame->temps + t, NULL);
}

StoreCtx st_ctx(Run *r)
{
    return (StoreCtx){&r->values, &r->arena};
}

/* ---- objects by what they are ---- */

ObjId st_var_obj(Run *r, const State *s, const IrVar *v)
{
    if (v->kind == IV_STATIC && v->global)
        return st_global_obj(r, v->global);
    Obj info = {.kind = OBJ_VAR,
                .never_null = true,
                .type = v->type,
                .var = v,
                .f = s->frame->f,
                .context = s->frame->context};
    return obj_get(&r->objects, (u64)(uintptr_t)v, &info);
}

ObjId st_global_obj(Run *r, const IrGlobal *g)
{
    Obj info = {
        .kind = g->is_function ? OBJ_FUNC : OBJ_GLOBAL, .never_null = true, .type = g->type, .global = g};
    return obj_get(&r->objects, (u64)(uintptr_t)g, &info);
}

ObjId st_string_obj(Run *r, const IrString *str, TypeId type)
{
    Obj info = {.kind = OBJ_STRING, .never_null = true, .type = type, .str = str};
    return obj_get(&r->objects, (u64)(uintptr_t)str, &info);
}

static u64 bytes_of(Run *r, TypeId t)
{
    u64 size;
    return type_kind(&r->unit->types, t) != TY_VOID && type_sizeof(&r->unit->types, t, &size) ? size : 0;
}

Val st_pointee(Run *r, Val pointer, TypeId type)
{
    const SymInfo *from = val_sym_info(&r->values, pointer);
    bool is_this = from && from->origin == SO_PARAM && from->var && from->var->kind == IV_THIS;
    Obj info = {.kind = OBJ_POINTEE, .elements = true, .never_null = is_this, .base = pointer, .type = type};
    ObjId o = obj_get(&r->objects, pointer, &info);
    /* The first use may have been through a pointer to void. */
    Obj *known = &r->objects.at.at[o];
    if (!known->initial && bytes_of(r, known->type) < bytes_of(r, type))
        known->type = type;
    return val_addr(&r->values, o, val_off(&r->values, 0));
}

/* ---- initial states ---- */

bool st_global_fixed(Run *r, const IrGlobal *g)
{
    return g->is_const || (r->facts && facts_never_written(r->facts, r->unit, g));
}

/* Can code that is not followed know the object from the start, because a global or a callee's result points to it? */
static bool known_elsewhere(Run *r, const Obj *o)
{
    const SymInfo *base = o->base ? val_sym_info(&r->values, o->base) : NULL;
    for (u32 depth = 0; base && depth < 8; depth++) {
        if (base->origin == SO_RESULT || base->origin == SO_HAVOC)
            return true;
        if (base->origin != SO_MEMORY || !base->obj)
            return false;
        const Obj *holder = obj(&r->objects, base->obj);
        if (holder->kind == OBJ_GLOBAL)
            return true;
        if (holder->kind != OBJ_POINTEE || !holder->base)
            return false;
        base = val_sym_info(&r->values, holder->base);
    }
    return base != NULL;
}

static const ObjState *initial_state(Run *r, ObjId id)
{
    Values *vs = &r->values;
    TypeTable *tt = &r->unit->types;
    const Obj *o = obj(&r->objects, id);
    ObjState *os = arena_new(&r->arena, ObjState);
    Span *span = arena_new(&r->arena, Span);
    span->off = val_off(vs, 0);
    span->content = CONTENT_SOME;
    span->origin = SO_MEMORY;
    os->spans = span;
    os->n_spans = 1;
    os->plain = true;
    u64 size = 0;
    bool known = type_sizeof(tt, o->type, &size);
    switch ((ObjKind)o->kind) {
    case OBJ_VAR:
        if (o->var->kind == IV_PARAM || o->var->kind == IV_THIS || o->var->kind == IV_CAPTURE)
            span->origin = SO_PARAM;
        else
            span->content = CONTENT_UNDEF;
        if (known)
            os->size = val_off(vs, (i64)size);
        break;
    case OBJ_GLOBAL:
        if (known)
            os->size = val_off(vs, (i64)size);
        if (o->global->is_const)
            os->flags |= OS_READONLY;
        break;
    case OBJ_STRING:
        os->flags |= OS_READONLY;
        os->size = val_off(vs, (i64)o->str->n_bytes + o->str->char_size);
        break;
    case OBJ_ALLOC:
    case OBJ_HANDLE: span->content = CONTENT_UNDEF; break;
    case OBJ_POINTEE:
        if (known && size > 0 && type_kind(tt, o->type) != TY_VOID)
            os->min_size = val_off(vs, (i64)size);
        if (known_elsewhere(r, o))
            os->flags |= OS_ESCAPED;
        break;
    case OBJ_FUNC:
    case OBJ_NONE: break;
    }
    r->objects.at.at[id].initial = os;
    return os;
}

static const ObjState *initial_of(Run *r, ObjId o)
{
    const ObjState *known = obj(&r->objects, o)->initial;
    return known ? known : initial_state(r, o);
}

/* Does a call that is not followed change the object, although the path never touched it? */
static bool open_to_calls(Run *r, ObjId id, const ObjState *initial)
{
    const Obj *o = obj(&r->objects, id);
    if (o->kind == OBJ_GLOBAL)
        return !st_global_fixed(r, o->global) && !(o->global->owner && o->global->owner == r->f);
    return o->kind == OBJ_POINTEE && (initial->flags & OS_ESCAPED);
}

const ObjState *st_obj(Run *r, const State *s, ObjId o)
{
    const ObjState *os = pmap_get(s->objs, o);
    if (os)
        return os;
    os = initial_of(r, o);
    if (!s->havoc || !open_to_calls(r, o, os))
        return os;
    /* It looks untouched but calls have been made since the start; remembered, so that this is done once. */
    ObjState *changed = arena_alloc(&r->arena, sizeof *changed);
    *changed = *os;
    changed->edit = s->edit;
    changed->cells_edit = 0;
    st_havoc_content(r, s, o, changed, s->havoc, s->havoc_at);
    State *mine = (State *)s;
    pmap_set(&r->arena, &mine->objs, s->edit, o, changed);
    return changed;
}

ObjState *st_write_obj(Run *r, State *s, ObjId o)
{
    ObjState *os = (ObjState *)st_obj(r, s, o);
    if (os->edit == s->edit)
        return os;
    ObjState *copy = arena_alloc(&r->arena, sizeof *copy);
    *copy = *os;
    copy->edit = s->edit;
    copy->cells_edit = 0; /* the array is shared until a cell changes */
    pmap_set(&r->arena, &s->objs, s->edit, o, copy);
    return copy;
}

void st_set_initial(Run *r, const State *from, ObjId o)
{
    const ObjState *old = initial_of(r, o);
    ObjState *os = arena_alloc(&r->arena, sizeof *os);
    *os = *st_obj(r, from, o);
    os->edit = 0;
    os->cells_edit = 0;
    if (os->n_cells) { /* `from` may go on changing its array */
        Cell *cells = arena_alloc(&r->arena, sizeof *cells * os->n_cells);
        memcpy(cells, os->cells, sizeof *cells * os->n_cells);
        os->cells = cells;
    }
    os->cap_cells = os->n_cells;
    os->flags = old->flags;
    os->made_by = os->written_by = os->freed_by = NULL;
    r->objects.at.at[o].initial = os;
}

void st_own_cells(Run *r, ObjState *os, u32 more)
{
    u32 want = os->n_cells + more;
    if (os->cells_edit == os->edit && want <= os->cap_cells)
        return;
    u32 cap = want <= 1 ? 1 : MAX(4, want + want / 2);
    Cell *cells = arena_alloc(&r->arena, sizeof *cells * cap);
    if (os->n_cells)
        memcpy(cells, os->cells, sizeof *cells * os->n_cells);
    os->cells = cells;
    os->cap_cells = cap;
    os->cells_edit = os->edit;
}

/* Many spans: one that says only what is true of each. */
static void merge_spans(Run *r, ObjState *os)
{
    Span all = {
        .off = val_off(&r->values, 0), .content = CONTENT_SOME, .origin = SO_OPAQUE, .version = os->version};
    for (const Span *sp = os->spans; sp; sp = sp->older) {
        all.taint |= sp->taint;
        all.maybe_undef |= sp->maybe_undef || sp->content == CONTENT_UNDEF;
        if (sp->taint && !all.fill && sp->content == CONTENT_SOME)
            all.fill = sp->fill;
    }
    Span *made = arena_alloc(&r->arena, sizeof *made);
    *made = all;
    os->spans = made;
    os->n_spans = 1;
}

void st_push_span(Run *r, ObjState *os, Span span)
{
    if (os->n_spans >= OBJECT_SPANS)
        merge_spans(r, os);
    Span *made = arena_alloc(&r->arena, sizeof *made);
    *made = span;
    made->older = os->spans;
    os->spans = made;
    os->n_spans++;
}

/* ---- questions ---- */

bool st_points_to(const Run *r, const State *s, Val ptr, ObjId *o, Val *off)
{
    const Values *vs = &r->values;
    if (val_kind(vs, ptr) == VK_SYM) {
        u32 mask = st_alternatives(r, s, ptr);
        if (!mask || (mask & (mask - 1)))
            return false;
        ptr = val_sym_info(vs, ptr)->alts[__builtin_ctz(mask)];
    }
    const ValNode *n = val_node(vs, ptr);
    if (n->kind != VK_ADDR)
        return false;
    *o = n->a;
    *off = n->b;
    return true;
}

Val st_size(Run *r, const State *s, ObjId o)
{
    return st_obj(r, s, o)->size;
}
