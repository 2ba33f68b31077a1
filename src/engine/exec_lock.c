/*
 * Locks by contract: taken, given back, tried, given back while waiting. See exec_contract.h.
 */
#include "engine/exec_contract.h"
#include "engine/explore.h"

/* Whether somebody else can have changed the lock before the function began. */
static bool known_from_start(Run *r, ObjId o)
{
    const Obj *x = obj(&r->objects, o);
    if (x->kind == OBJ_HANDLE && val_kind(&r->values, x->base) == VK_ADDR)
        x = obj(&r->objects, val_node(&r->values, x->base)->a);
    return x->kind == OBJ_VAR || x->kind == OBJ_ALLOC;
}

/*
 * The object that stands for a lock. A lock inside of something larger is known by its address, as the
 * object that it lies in may hold several.
 */
static ObjId lock_of(ContractRun *cr, ContractTarget t, Sym family)
{
    Run *r = cr->r;
    Val v = cr_value(cr, t);
    if (!v)
        return 0;
    if (!val_type(&r->values, v).ptr)
        return val_type(&r->values, v).width ? cr_handle(cr, v, family) : 0;
    Spot p = cr_spot_of(cr, v, cr_type_of(cr, t));
    if (!p.obj)
        return 0;
    const Obj *o = obj(&r->objects, p.obj);
    TypeTable *tt = &r->unit->types;
    i64 n;
    bool whole = val_const(&r->values, p.off, &n) && n == 0 &&
                 (o->kind == OBJ_POINTEE || type_unqualified(tt, o->type) == type_unqualified(tt, p.pointee));
    if (whole)
        return p.obj;
    Val at = val_addr(&r->values, p.obj, p.off);
    Obj info = {.kind = OBJ_HANDLE, .base = at, .type = p.pointee};
    return obj_get(&r->objects, at, &info);
}

static Question held_already(ContractRun *cr, const ContractFact *f, ObjId o)
{
    const ObjState *os = st_obj(cr->r, cr->s, o);
    /* Without a kind the lock may be taken again by its owner. */
    if (!f->kind || f->kind == exec_names()->locks_shared || f->kind == exec_names()->locks_file)
        return ask_no();
    if (os->flags & OS_LOCKED)
        return ask_yes(cr->s);
    if (os->flags & OS_MAYBE_LOCKED)
        return ask_unknown(WHY_LOOP, 0);
    return known_from_start(cr->r, o) || os->locked_by ? ask_no() : ask_unknown(WHY_CALLER, 0);
}

static Question not_held(ContractRun *cr, ObjId o)
{
    const ObjState *os = st_obj(cr->r, cr->s, o);
    if (os->flags & OS_LOCKED)
        return ask_no();
    if (os->flags & OS_MAYBE_LOCKED)
        return ask_unknown(WHY_LOOP, 0);
    return known_from_start(cr->r, o) || os->locked_by ? ask_yes(cr->s) : ask_unknown(WHY_CALLER, 0);
}

static void send(ContractRun *cr, const ContractFact *f, ObjId o, bool take, i32 arg, Question wrong)
{
    Where at = cr_at(cr, arg);
    Event ev = exec_event(cr->r, cr->s, &at, EV_LOCK);
    ev.lock = (EvLock){.fact = f, .obj = o, .take = take, .wrong = wrong};
    eng_send(cr->r, &ev);
}

static void set_locked(ContractRun *cr, State *s, ObjId o, bool locked)
{
    ObjState *os = st_write_obj(cr->r, s, o);
    if (locked) {
        os->lock_count++;
    } else if (os->lock_count) {
        os->lock_count--;
    }
    if (!locked && !os->locked_by && !known_from_start(cr->r, o))
        os->flags |= OS_LENT;
    os->flags &= ~(u32)(OS_LOCKED | OS_MAYBE_LOCKED);
    if (os->lock_count)
        os->flags |= OS_LOCKED;
    os->locked_by = cr->site->at.inst;
    st_step(cr->r, s, (Step){.kind = locked ? STEP_LOCK : STEP_UNLOCK, .inst = cr->site->at.inst, .obj = o});
}

State *cr_lock(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    ContractTarget t = f->attr == CA_WAITS ? f->target[1] : f->target[0];
    ObjId o = lock_of(cr, t, f->family);
    if (!o)
        return NULL;
    if (f->attr == CA_WAITS) { /* given back and taken again before it returns */
        Question wrong = not_held(cr, o);
        if (!st_obj(r, cr->s, o)->locked_by)
            wrong = ask_unknown(WHY_CALLER, 0); /* a guard may have been given one that is held */
        send(cr, f, o, false, t.arg, wrong);
        return NULL;
    }
    if (f->attr == CA_UNLOCKS) {
        if (cr->call->kind == IC_DTOR && t.arg == CT_THIS && !st_obj(r, cr->s, o)->locked_by)
            return NULL; /* the end of a guard: it gives back what its constructor was given, if anything */
        send(cr, f, o, false, t.arg, not_held(cr, o));
        set_locked(cr, cr->s, o, false);
        return NULL;
    }
    Question wrong = f->attr == CA_TRY_LOCKS ? ask_no() : held_already(cr, f, o);
    send(cr, f, o, true, t.arg, wrong);
    if (wrong.answer == ANSWER_YES)
        st_write_obj(r, cr->s, o)->lock_count = 0; /* the path goes on as if it had not been held */
    if (cr->call->kind == IC_CTOR && t.arg != CT_THIS)
        return NULL; /* a guard: gives it back by itself */
    Val failed = cr_failed(cr);
    State *without = NULL;
    if (failed && !(cr->site->at.inst->flags & IIF_DISCARDED)) {
        int known = st_test(r, cr->s, failed);
        if (known == 1)
            return NULL;
        if (known < 0) {
            without = st_fork(r, cr->s);
            if (!st_assume(r, without, failed, true))
                without = NULL;
            if (!st_assume(r, cr->s, failed, false))
                return without;
        }
    } else if (f->attr == CA_TRY_LOCKS) {
        st_write_obj(r, cr->s, o)->flags |= OS_MAYBE_LOCKED; /* nobody asked whether it worked */
        return NULL;
    }
    set_locked(cr, cr->s, o, true);
    return without;
}
