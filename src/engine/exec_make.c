/*
 * Objects that calls make by contract: blocks, streams, descriptors, what operator new gives. See
 * exec_contract.h and exec.h.
 */
#include "engine/exec_contract.h"

/* ---- objects ---- */

/* A fresh object of this call in its first state. */
static ObjId make_object(ContractRun *cr, u64 what, Obj info)
{
    Run *r = cr->r;
    const Where *at = &cr->site->at;
    info.f = at->f;
    info.inst = at->inst;
    info.maker = cr->call->written ? cr->call->written : cr->call->name;
    ObjId o = obj_get(&r->objects, what, &info);
    ObjState *os = st_write_obj(r, cr->s, o);
    os->flags = info.stack || info.borrowed ? 0 : OS_OWNED;
    os->count = 0;
    os->taint = os->sanitized = os->examined = 0;
    os->taint_source = 0;
    os->obscure = false;
    os->made_by = at->inst;
    os->freed_by = os->written_by = os->locked_by = NULL;
    os->freed_in = NULL;
    os->freed_family = 0;
    os->lock_count = 0;
    return o;
}

static void set_content(ContractRun *cr, ObjId o, Val size, Content content, Val fill, TaintMask taint)
{
    Run *r = cr->r;
    st_fill(r, cr->s, o, val_off(&r->values, 0), 0, content, fill, taint, cr->version);
    ObjState *os = st_write_obj(r, cr->s, o);
    os->size = size;
    os->min_size = 0;
    os->str_off = os->str_len = 0;
}

static u64 object_key(const ContractRun *cr, u32 index)
{
    return (u64)cr->site->at.inst->id << 16 | index;
}

static Val base_symbol(ContractRun *cr, u32 index, i128 lo, bool is_free)
{
    SymInfo info = sym_info(SO_LIBRARY, vtype_ptr);
    info.lo = lo;
    info.free = is_free;
    return cr_symbol(cr, USE_BASE, index, info);
}

Val cr_allocate(ContractRun *cr, u32 index, Sym family, TypeId element, Val size, bool zeroed, i128 base_lo,
                bool base_free)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    Obj info = {.kind = OBJ_ALLOC,
                .stack = family && family == exec_names()->alloca_,
                .elements = true,
                .base = base_symbol(cr, index, base_lo, base_free),
                .type = element,
                .family = family,
                .context = cr->s->frame->context,
                .generation = cr->s->generation};
    ObjId o = make_object(cr, object_key(cr, index), info);
    set_content(cr, o, size, zeroed ? CONTENT_FILL : CONTENT_UNDEF, zeroed ? val_int(vs, vtype_int, 0) : 0,
                0);
    st_step(r, cr->s, (Step){.kind = STEP_MAKE, .inst = cr->site->at.inst, .obj = o, .v = size});
    return val_addr(vs, o, val_off(vs, 0));
}

/* The element type of what a pointer of this type points to, TYPE_UNKNOWN for void and unknown. */
TypeId cr_element_of(ContractRun *cr, TypeId pointer)
{
    TypeId e = type_of(&cr->r->unit->types, pointer);
    return type_kind(&cr->r->unit->types, e) == TY_VOID ? TYPE_UNKNOWN : e;
}

/* An object whose inside is the library's business: FILE, DIR, storage of getenv. */
Val cr_opaque(ContractRun *cr, u32 index, Sym family, TypeId pointer, i128 lo, bool is_free, bool borrowed)
{
    Run *r = cr->r;
    Obj info = {.kind = OBJ_ALLOC,
                .elements = true,
                .borrowed = borrowed,
                .base = base_symbol(cr, index, lo, is_free),
                .type = cr_element_of(cr, pointer),
                .family = family,
                .context = cr->s->frame->context,
                .generation = cr->s->generation};
    ObjId o = make_object(cr, object_key(cr, index), info);
    set_content(cr, o, 0, CONTENT_SOME, 0, 0);
    if (!borrowed)
        st_step(r, cr->s, (Step){.kind = STEP_MAKE, .inst = cr->site->at.inst, .obj = o});
    return val_addr(&r->values, o, val_off(&r->values, 0));
}

ObjId cr_handle(ContractRun *cr, Val number, Sym family)
{
    Run *r = cr->r;
    const ValNode *n = val_node(&r->values, number);
    while (n->kind == VK_CAST) {
        number = n->a;
        n = val_node(&r->values, number);
    }
    Obj info = {.kind = OBJ_HANDLE, .base = number, .family = family};
    return obj_get(&r->objects, number, &info);
}

ObjId cr_resource(ContractRun *cr, Val v, ContractTarget t, Sym family)
{
    Run *r = cr->r;
    TypeTable *tt = &r->unit->types;
    VType type = val_type(&r->values, v);
    ObjId o;
    Val off;
    if (!type.ptr)
        return type.width ? cr_handle(cr, v, family) : 0;
    if (!st_points_to(r, cr->s, v, &o, &off))
        return 0;
    const Obj *x = obj(&r->objects, o);
    const Record *rec = type_record(tt, type_of(tt, cr_type_of(cr, t)));
    bool embedded =
        x->kind == OBJ_VAR || x->kind == OBJ_GLOBAL || (rec && rec->layout_known && rec->n_fields);
    return embedded && x->family != family ? cr_handle(cr, v, family) : 0;
}

void cr_open_handle(ContractRun *cr, Val number, Sym family, Val failed)
{
    Run *r = cr->r;
    Obj info = {.kind = OBJ_HANDLE, .base = number, .family = family, .failed = failed};
    ObjId o = make_object(cr, number, info);
    set_content(cr, o, 0, CONTENT_SOME, 0, 0);
    st_step(r, cr->s, (Step){.kind = STEP_MAKE, .inst = cr->site->at.inst, .obj = o, .v = number});
}

/* The block that a call replaces (getline) is no longer the caller's. */
static void replace_block(ContractRun *cr, Val old, Sym family)
{
    Run *r = cr->r;
    ObjId o;
    Val off;
    if (!old || !val_type(&r->values, old).ptr || !st_points_to(r, cr->s, old, &o, &off))
        return;
    const Obj *x = obj(&r->objects, o);
    if (x->kind != OBJ_ALLOC || x->family != family)
        return;
    ObjState *os = st_write_obj(r, cr->s, o);
    os->flags = (os->flags & ~(u32)OS_OWNED) | OS_MAYBE_FREED;
}

void cr_make_at(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    ContractTarget t = f->target[0], where = {t.arg, (u16)(t.deref - 1)};
    Spot p = cr_spot(cr, where);
    if (!p.obj || obj(&r->objects, p.obj)->kind == OBJ_STRING)
        return;
    TypeId type = cr_type_of(cr, t);
    VType vt = vtype_of(&r->unit->types, type);
    u32 index = (u32)USE_TARGET << 8 | ((u32)t.arg & 0xff);
    Val failed = cr_failed(cr), v;
    if (f->attr == CA_OPENS && (vt.width == 0 || type_record(&r->unit->types, type))) {
        /* Inside of the caller's structure: who gives it back, and when it is lost, is not followed. */
        ObjId o = cr_resource(cr, cr_value(cr, where), where, f->family);
        if (o) {
            ObjState *os = st_write_obj(r, cr->s, o);
            os->flags &= ~(u32)(OS_FREED | OS_MAYBE_FREED);
            os->made_by = cr->site->at.inst;
        }
        return;
    }
    if (f->attr == CA_OPENS && vt.width && !vt.ptr) {
        SymInfo info = sym_info(SO_LIBRARY, vt);
        info.lo = MAX(info.lo, 0);
        v = cr_symbol(cr, USE_TARGET, (u32)t.arg, info);
        cr_open_handle(cr, v, f->family, failed);
    } else if (f->attr == CA_OPENS) {
        v = cr_opaque(cr, index, f->family, type, failed ? 1 : 0, !failed, false);
    } else {
        const ContractExpr *e = f->expr[0] ? contract_expr(cr->db, f->expr[0]) : NULL;
        Val size;
        if (e && e->op == CE_TARGET && e->target.deref) { /* the callee stores the size too */
            size = cr_number(cr, USE_SIZE, (u32)t.arg, SO_LIBRARY, false, 0, 1, (i128)1 << 62);
            ContractTarget at = {e->target.arg, (u16)(e->target.deref - 1)};
            Spot n = cr_spot(cr, at);
            if (n.obj && vtype_of(&r->unit->types, n.pointee).width)
                st_store(r, cr->s, n.obj, n.off, n.pointee,
                         val_cast(vs, vtype_of(&r->unit->types, n.pointee), size));
        } else {
            size = e ? cr_eval(cr, f->expr[0], NULL) : 0;
        }
        replace_block(cr, cr_value(cr, t), f->family);
        v = cr_allocate(cr, index, f->family, cr_element_of(cr, type), size, contract_has(cr->c, CA_ZEROED),
                        failed ? 1 : 0, !failed);
        ObjId o;
        Val off;
        if (!size && st_points_to(r, cr->s, v, &o, &off))
            set_content(cr, o, 0, CONTENT_SOME, 0, 0);
    }
    ObjId o;
    Val off;
    if (failed && val_type(vs, v).ptr && st_points_to(r, cr->s, v, &o, &off))
        r->objects.at.at[o].failed =
            failed; /* a symbol of this call decides it, so it is the same in every state */
    st_store(r, cr->s, p.obj, p.off, type, v);
}

/* ---- operator new ---- */

static bool wants_nothrow(ContractRun *cr)
{
    TypeTable *tt = &cr->r->unit->types;
    for (u32 i = 1; i < cr->call->n_args; i++) {
        TypeId t = type_deref_ref(tt, cr->call->args[i]->type);
        if (type_kind(tt, t) == TY_PTR)
            t = type_of(tt, t);
        t = type_unqualified(tt, t);
        if (type_kind(tt, t) == TY_NAMED && type_get(tt, t)->named->name == exec_names()->nothrow_t)
            return true;
        const Record *rec = type_record(tt, t);
        if (rec && rec->tag == exec_names()->nothrow_t)
            return true;
    }
    return false;
}

Val exec_new(Run *r, State *s, const Where *at, TypeId t, Val size, bool array)
{
    CallSite site = {.at = *at, .call = at->inst->call};
    ContractRun cr = {.r = r, .s = s, .site = &site, .call = at->inst->call, .db = r->contracts};
    cr.version = (u32)map_mix((u64)at->inst->id << 32 ^ s->generation ^ s->frame->context);
    bool nothrow = wants_nothrow(&cr);
    const ExecNames *n = exec_names();
    return cr_allocate(&cr, 0, array ? n->cxx_new_array : n->cxx_new, t, size, false, !nothrow, nothrow);
}
