/*
 * Giving back: frees, closes, takes, reallocates by contract, and operator delete. See exec.h and
 * exec_contract.h.
 */
#include "engine/exec_contract.h"
#include "engine/explore.h"

/* ---- questions ---- */

/* The pointer is not null, as far as that matters for a defect: what has been given back once is not asked
 * again. */
static Question unless_null(Run *r, const State *s, Val ptr)
{
    Question q = ask_yes(s);
    Val null = st_is_null(r, s, ptr);
    i64 n;
    if (st_test(r, s, null) == 1)
        return ask_no();
    if (!val_const(&r->values, null, &n))
        q.cond = val_not(&r->values, null);
    return q;
}

static bool has_no_owner(const Obj *o)
{
    return o->kind == OBJ_VAR || o->kind == OBJ_GLOBAL || o->kind == OBJ_STRING || o->kind == OBJ_FUNC ||
           (o->kind == OBJ_ALLOC && (o->stack || o->borrowed));
}

static void ask_all(Run *r, const State *s, EvFree *e, ObjId id, Val off)
{
    const Obj *o = obj(&r->objects, id);
    const ObjState *os = st_obj(r, s, id);
    Val base = o->base;
    u8 kind = o->kind;
    Sym family = o->family;
    bool nobody = has_no_owner(o);
    e->twice = e->wrong_family = ask_no();
    if (os->flags & OS_FREED)
        e->twice = unless_null(r, s, e->ptr);
    else if (os->flags & OS_MAYBE_FREED)
        e->twice = ask_unknown(WHY_CALLEE, 0);
    if (nobody)
        e->not_heap = ask_yes(s);
    else
        e->not_heap = kind == OBJ_POINTEE ? ask_unknown(ask_why(r, base), base) : ask_no();
    if (kind == OBJ_ALLOC) {
        Val moved = val_cmp(&r->values, BIN_NE, off, val_off(&r->values, 0));
        e->not_start = eng_ask(r, s, moved);
        if (!nobody && family && e->family && family != e->family)
            e->wrong_family = ask_yes(s);
    } else {
        e->not_start = kind == OBJ_POINTEE ? ask_unknown(ask_why(r, base), base) : ask_no();
    }
}

static void give_back(Run *r, State *s, const Where *at, ObjId o, Sym family)
{
    u8 kind = obj(&r->objects, o)->kind;
    if (kind != OBJ_ALLOC && kind != OBJ_POINTEE && kind != OBJ_HANDLE)
        return;
    ObjState *os = st_write_obj(r, s, o);
    os->flags = (os->flags | OS_FREED) & ~(u32)(OS_OWNED | OS_MAYBE_OWNED | OS_MAYBE_FREED);
    os->freed_by = at->inst;
    os->freed_in = at->f;
    os->freed_family = family;
    st_step(r, s, (Step){.kind = STEP_FREE, .inst = at->inst, .obj = o});
}

/* The value of a joined pointer or number: each object that it may name is perhaps given back. */
static void give_back_perhaps(Run *r, State *s, Val v)
{
    const SymInfo *i = val_kind(&r->values, v) == VK_SYM ? val_sym_info(&r->values, v) : NULL;
    for (u32 k = 0; i && i->origin == SO_JOIN && k < i->n_alts; k++) {
        ObjId o = 0;
        Val off, alt = i->alts[k];
        if (!alt)
            continue;
        if (!st_points_to(r, s, alt, &o, &off)) {
            Obj info = {.kind = OBJ_HANDLE, .base = alt};
            o = obj_get(&r->objects, alt, &info);
            i = val_sym_info(&r->values, v);
        }
        u8 kind = obj(&r->objects, o)->kind;
        if (kind != OBJ_ALLOC && kind != OBJ_HANDLE)
            continue;
        ObjState *os = st_write_obj(r, s, o);
        os->flags = (os->flags | OS_MAYBE_FREED) & ~(u32)(OS_OWNED | OS_MAYBE_OWNED);
    }
}

/* A pointer of unknown origin gets its object, joins are left alone. */
static bool object_of(Run *r, State *s, Val ptr, ObjId *o, Val *off)
{
    if (st_points_to(r, s, ptr, o, off))
        return true;
    const SymInfo *i = val_kind(&r->values, ptr) == VK_SYM ? val_sym_info(&r->values, ptr) : NULL;
    if (!i || i->origin == SO_JOIN)
        return false;
    StateList none = {0};
    bool ok = exec_resolve(r, s, ptr, TYPE_UNKNOWN, o, off, &none);
    vec_release(&none);
    return ok;
}

void exec_free(Run *r, State *s, const Where *at, Val ptr, Sym family, bool closes, i32 arg)
{
    Event ev = exec_event(r, s, at, EV_FREE);
    EvFree e = {.closes = closes, .arg = arg, .ptr = ptr, .family = family};
    ObjId o = 0;
    Val off = 0;
    e.undef = ask_no();
    if (val_kind(&r->values, ptr) == VK_UNDEF) {
        e.undef = ask_yes(s);
    } else if (st_test(r, s, st_is_null(r, s, ptr)) == 1) {
        e.twice = e.not_start = e.not_heap = e.wrong_family = ask_no();
    } else if (object_of(r, s, ptr, &o, &off)) {
        e.obj = o;
        ask_all(r, s, &e, o, off);
    } else {
        e.twice = e.not_start = e.not_heap = e.wrong_family = ask_unknown(ask_why(r, ptr), 0);
    }
    ev.freed = e;
    eng_send(r, &ev);
    if (o)
        give_back(r, s, at, o, family);
    else
        give_back_perhaps(r, s, ptr);
}

/* A resource that a number names. */
static void close_handle(ContractRun *cr, const ContractFact *f, Val number)
{
    Run *r = cr->r;
    Where at = cr_at(cr, f->target[0].arg);
    Event ev = exec_event(r, cr->s, &at, EV_FREE);
    EvFree e = {.closes = true, .arg = f->target[0].arg, .ptr = number, .family = f->family};
    e.undef = val_kind(&r->values, number) == VK_UNDEF ? ask_yes(cr->s) : ask_no();
    const SymInfo *i = val_kind(&r->values, number) == VK_SYM ? val_sym_info(&r->values, number) : NULL;
    ObjId o = 0;
    if (i && i->origin == SO_JOIN && i->n_alts) {
        e.twice = e.wrong_family = ask_unknown(WHY_LOOP, number);
    } else if (e.undef.answer == ANSWER_NO) {
        o = cr_handle(cr, number, f->family);
        const ObjState *os = st_obj(r, cr->s, o);
        Sym family = obj(&r->objects, o)->family;
        e.obj = o;
        e.twice = e.wrong_family = ask_no();
        if (os->flags & OS_FREED)
            e.twice = ask_yes(cr->s);
        else if (os->flags & OS_MAYBE_FREED)
            e.twice = ask_unknown(WHY_CALLEE, 0);
        if (family && f->family && family != f->family && obj(&r->objects, o)->inst)
            e.wrong_family = ask_yes(cr->s);
    }
    ev.freed = e;
    eng_send(r, &ev);
    if (o)
        give_back(r, cr->s, &at, o, f->family);
    else
        give_back_perhaps(r, cr->s, number);
}

/* ---- facts ---- */

/* The callee becomes the owner. */
static void take(ContractRun *cr, const ContractFact *f, Val v)
{
    Run *r = cr->r;
    ObjId o = 0;
    Val off;
    bool pointer = val_type(&r->values, v).ptr;
    if (pointer && !object_of(r, cr->s, v, &o, &off)) {
        give_back_perhaps(r, cr->s, v);
        return;
    }
    if (!pointer)
        o = cr_handle(cr, v, f->family);
    u8 kind = obj(&r->objects, o)->kind;
    if (kind == OBJ_STRING || kind == OBJ_FUNC)
        return;
    if (pointer)
        st_escape(r, cr->s, o, true, cr->site->at.inst);
    ObjState *os = st_write_obj(r, cr->s, o);
    os->flags = (os->flags | OS_ESCAPED) & ~(u32)(OS_OWNED | OS_MAYBE_OWNED);
}

void cr_release(ContractRun *cr, const ContractFact *f)
{
    Val v = cr_value(cr, f->target[0]);
    if (!v || !val_type(&cr->r->values, v).width)
        return;
    if (f->attr == CA_TAKES) {
        if (!cr_is_null(cr, v))
            take(cr, f, v);
        return;
    }
    if (f->family == exec_names()->va_list_)
        return;
    bool closes = f->attr == CA_CLOSES, number = !val_type(&cr->r->values, v).ptr;
    if (number || (closes && cr_resource(cr, v, f->target[0], f->family))) {
        close_handle(cr, f, v);
        return;
    }
    Where at = cr_at(cr, f->target[0].arg);
    exec_free(cr->r, cr->s, &at, v, f->family, closes, f->target[0].arg);
}

State *cr_reallocate(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    Val old = cr_value(cr, f->target[0]), size = cr_eval(cr, f->expr[0], NULL);
    Where at = cr_at(cr, f->target[0].arg);
    Spot from = cr_spot(cr, f->target[0]);
    if (old) {
        Event ev = exec_event(r, cr->s, &at, EV_FREE);
        EvFree e = {.arg = f->target[0].arg, .ptr = old, .obj = from.obj, .family = f->family};
        e.undef = val_kind(vs, old) == VK_UNDEF ? ask_yes(cr->s) : ask_no();
        if (from.obj)
            ask_all(r, cr->s, &e, from.obj, from.off);
        ev.freed = e;
        eng_send(r, &ev);
    }
    State *failed = contract_may_return_null(cr->db, cr->c) ? st_fork(r, cr->s) : NULL;
    TypeId element = type_of(&r->unit->types, cr->call->ret);
    if (type_kind(&r->unit->types, element) == TY_VOID)
        element = from.obj ? obj(&r->objects, from.obj)->type : TYPE_UNKNOWN;
    cr->result = cr_allocate(cr, USE_RESULT, f->family, element, size, false, 1, false);
    Spot to = cr_spot_of(cr, cr->result, cr->call->ret);
    if (from.obj && to.obj && from.obj != to.obj) {
        Val had = st_size(r, cr->s, from.obj);
        Val len = had && size ? cr_min_max(cr, f->expr[0], false, had, size) : 0;
        if (len) {
            st_copy(r, cr->s, to.obj, to.off, from.obj, from.off, len, cr->version);
        } else {
            Origin o = cr_origin_of_content(r, cr->s, from.obj, from.off);
            o.obscure = true;
            cr_write_bytes(cr, to, 0, &o);
        }
        if (!cr_is_null(cr, old))
            give_back(r, cr->s, &at, from.obj, f->family);
    } else if (!from.obj && old && !cr_is_null(cr, old)) {
        give_back_perhaps(r, cr->s, old);
    }
    return failed;
}
