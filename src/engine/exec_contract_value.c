/*
 * What a contract's words mean at a call: symbols, targets, numbers and conditions. See exec_contract.h.
 */
#include "engine/exec_contract.h"
#include "engine/taint.h"

/* ---- symbols ---- */

Val cr_symbol(ContractRun *cr, SymUse use, u32 index, SymInfo info)
{
    const Where *at = &cr->site->at;
    info.f = at->f;
    info.inst = at->inst;
    if (!info.name && info.origin != SO_LENGTH && info.origin != SO_OPAQUE)
        info.name = cr->call->name;
    /* What is declared of a symbol is part of its key, so that two states that make it differently have two
     * symbols. */
    u64 h = map_mix((u64)use << 40 ^ (u64)index << 8 ^ info.origin);
    h = map_mix(h ^ info.taint ^ (u64)info.free << 40 ^ (u64)info.type.width << 42 ^
                (u64)info.type.sgn << 50 ^ (u64)info.type.ptr << 51);
    h = map_mix(h ^ (u64)info.lo);
    h = map_mix(h ^ (u64)info.hi);
    return val_sym(&cr->r->values, cr->s->frame->context, at->inst->id, (u32)h, cr->s->generation, &info);
}

Val cr_number(ContractRun *cr, SymUse use, u32 index, SymOrigin origin, bool is_free, TaintMask taint,
              i128 lo, i128 hi)
{
    SymInfo info = sym_info(origin, vtype_off);
    info.free = is_free;
    info.taint = taint;
    info.lo = MAX(lo, info.lo);
    info.hi = MIN(hi, info.hi);
    return cr_symbol(cr, use, index, info);
}

bool cr_is_free(ContractRun *cr, Val v)
{
    const Values *vs = &cr->r->values;
    return val_find_sym(vs, v, NULL, NULL) && !val_sym_unfree(vs, v);
}

Where cr_at(const ContractRun *cr, i32 arg)
{
    Where at = cr->site->at;
    if (arg >= 0 && (u32)arg < cr->call->n_args) {
        at.exp = cr->call->args[arg];
        if (cr->call->arg_nodes && cr->call->arg_nodes[arg])
            at.node = cr->call->arg_nodes[arg];
    }
    return at;
}

bool cr_assume(ContractRun *cr, Val cond, bool truth)
{
    if (!cond)
        return true;
    int t = st_test(cr->r, cr->s, cond);
    if (t >= 0)
        return (t == 1) == truth;
    return st_assume(cr->r, cr->s, cond, truth);
}

bool cr_is_null(ContractRun *cr, Val ptr)
{
    return ptr && st_test(cr->r, cr->s, st_is_null(cr->r, cr->s, ptr)) == 1;
}

/* ---- targets ---- */

TypeId cr_type_of(ContractRun *cr, ContractTarget t)
{
    TypeTable *tt = &cr->r->unit->types;
    TypeId type = TYPE_UNKNOWN;
    if (t.arg >= 0 && (u32)t.arg < cr->call->n_args) {
        if (cr->type && (u32)t.arg < cr->type->n_params)
            type = cr->type->params[t.arg];
        if (type_is_unknown(tt, type) || type_kind(tt, type) == TY_REF) /* of the object that is bound */
            type = cr->call->args[t.arg]->type;
    } else if (t.arg == CT_RESULT) {
        type = cr->call->ret;
    } else if (t.arg == CT_THIS && cr->call->cls) {
        type = type_ptr(tt, cr->call->cls);
    }
    for (u32 i = 0; i < t.deref; i++)
        type = type_of(tt, type);
    return type;
}

/* Where a pointer value points to, without deciding between joined alternatives. */
static bool points_to(ContractRun *cr, Val ptr, TypeId pointee, ObjId *o, Val *off)
{
    if (!ptr || !val_type(&cr->r->values, ptr).ptr)
        return false;
    if (st_points_to(cr->r, cr->s, ptr, o, off))
        return true;
    const SymInfo *i = val_sym_info(&cr->r->values, ptr);
    if (!i || i->origin == SO_JOIN || i->origin == SO_UNDEF || val_kind(&cr->r->values, ptr) != VK_SYM)
        return false;
    StateList none = {0};
    bool ok = exec_resolve(cr->r, cr->s, ptr, pointee, o, off, &none);
    vec_release(&none);
    return ok;
}

Val cr_value(ContractRun *cr, ContractTarget t)
{
    Val v = 0;
    if (t.arg >= 0)
        v = (u32)t.arg < cr->call->n_args ? cr->site->args[t.arg] : 0;
    else if (t.arg == CT_RESULT)
        v = cr->result;
    else if (t.arg == CT_THIS)
        v = cr->site->receiver;
    for (u16 i = 0; v && i < t.deref; i++) {
        ContractTarget below = {t.arg, (u16)(i + 1)};
        TypeId type = cr_type_of(cr, below);
        ObjId o;
        Val off;
        if (!points_to(cr, v, type, &o, &off) || cr_is_null(cr, v))
            return 0;
        v = st_load(cr->r, cr->s, o, off, type);
    }
    return v;
}

Spot cr_spot_of(ContractRun *cr, Val ptr, TypeId pointer_type)
{
    TypeTable *tt = &cr->r->unit->types;
    Spot p = {.ptr = ptr, .pointee = type_of(tt, pointer_type), .width = 1};
    TypeKind k = type_kind(tt, p.pointee);
    u64 size;
    if (k == TY_INT && type_sizeof(tt, p.pointee, &size) && size <= 4)
        p.width = (u32)size;
    if (ptr && !cr_is_null(cr, ptr) && !points_to(cr, ptr, p.pointee, &p.obj, &p.off))
        p.obj = 0;
    return p;
}

Spot cr_spot(ContractRun *cr, ContractTarget t)
{
    return cr_spot_of(cr, cr_value(cr, t), cr_type_of(cr, t));
}

const ContractFact *cr_about(const ContractRun *cr, ContractAttr attr, ContractTarget t)
{
    if (!contract_has(cr->c, attr))
        return NULL;
    for (u32 i = 0; i < cr->c->n; i++)
        if (cr->facts[i].attr == attr && cr_same_target(cr->facts[i].target[0], t))
            return &cr->facts[i];
    return NULL;
}

/* Bytes from a place to the end of the array that is a member there (d_name of what readdir gives), or 0. An array of one element may
 * stand for a longer one. */
static u64 member_room(ContractRun *cr, Spot p)
{
    TypeTable *tt = &cr->r->unit->types;
    TypeId t = obj(&cr->r->objects, p.obj)->type;
    const Record *rec = type_kind(tt, t) == TY_RECORD ? type_record(tt, t) : NULL;
    i64 at;
    if (!rec || !rec->layout_known || !val_const(&cr->r->values, p.off, &at) || at < 0)
        return 0;
    for (u32 i = 0; i < rec->n_fields; i++) {
        const Field *f = &rec->fields[i];
        u64 size, from = f->offset;
        if (type_kind(tt, f->type) == TY_ARRAY && type_sizeof(tt, f->type, &size) && size > p.width &&
            (u64)at >= from && (u64)at - from < size)
            return from + size - (u64)at;
    }
    return 0;
}

Val cr_strlen(ContractRun *cr, Spot p)
{
    if (!p.obj)
        return 0;
    Run *r = cr->r;
    StringFact f = st_string(r, cr->s, p.obj, p.off, p.width);
    const SymInfo *i = val_sym_info(&r->values, f.len);
    if (!i || i->origin != SO_LENGTH || i->free)
        return f.len;
    Origin from = cr_origin_of_content(r, cr->s, p.obj, p.off);
    if (!from.taint)
        return f.len;
    /* Whoever sends the content chooses where it ends, as far as there is room. */
    TaintMask started =
        taint_bit(contract_kind(CA_TAINTS, "arguments")) | taint_bit(contract_kind(CA_TAINTS, "environment"));
    i128 most = from.taint & ~started ? vtype_max(vtype_off) / 2 : LIMIT_ARGUMENT_BYTES;
    u64 member = member_room(cr, p);
    if (member && p.width)
        most = MIN(most, (i128)(member / p.width) - 1);
    Val len = cr_number(cr, USE_LENGTH, p.obj, SO_LENGTH, true, from.taint, 0, most);
    if (f.room)
        cr_assume(cr, val_cmp(&r->values, BIN_LT, len, f.room), true);
    ObjState *os = st_write_obj(r, cr->s, p.obj);
    os->str_off = p.off;
    os->str_len = len;
    return len;
}

/* ---- numbers and conditions ---- */

Val cr_min_max(ContractRun *cr, u32 index, bool max, Val a, Val b)
{
    Values *vs = &cr->r->values;
    if (!a || !b)
        return max ? 0 : a ? a : b; /* an upper bound is still one when the other side is not known */
    int t = st_test(cr->r, cr->s, val_cmp(vs, BIN_LE, a, b));
    if (t >= 0)
        return (t == 1) == max ? b : a;
    Interval ia = st_range(cr->r, cr->s, a), ib = st_range(cr->r, cr->s, b);
    i64 c;
    bool is_free = (cr_is_free(cr, a) || val_const(vs, a, &c)) && (cr_is_free(cr, b) || val_const(vs, b, &c));
    TaintMask taint = val_node(vs, a)->taint | val_node(vs, b)->taint;
    Val m =
        cr_number(cr, USE_EXPR, index, SO_OPAQUE, is_free, taint, vtype_min(vtype_off), vtype_max(vtype_off));
    StoreCtx ctx = st_ctx(cr->r);
    Interval range = max ? (Interval){MAX(ia.lo, ib.lo), MAX(ia.hi, ib.hi)}
                         : (Interval){MIN(ia.lo, ib.lo), MIN(ia.hi, ib.hi)};
    cs_restrict(&ctx, &cr->s->store, m, range);
    cr_assume(cr, val_cmp(vs, max ? BIN_GE : BIN_LE, m, a), true);
    cr_assume(cr, val_cmp(vs, max ? BIN_GE : BIN_LE, m, b), true);
    return m;
}

static IrBinop binop_of(u8 op)
{
    static const u8 ops[] = {
        [CE_ADD] = BIN_ADD, [CE_SUB] = BIN_SUB, [CE_MUL] = BIN_MUL, [CE_DIV] = BIN_DIV,
        [CE_MOD] = BIN_REM, [CE_AND] = BIN_AND, [CE_OR] = BIN_OR,   [CE_XOR] = BIN_XOR,
        [CE_SHL] = BIN_SHL, [CE_SHR] = BIN_SHR, [CE_EQ] = BIN_EQ,   [CE_NE] = BIN_NE,
        [CE_LT] = BIN_LT,   [CE_LE] = BIN_LE,   [CE_GT] = BIN_GT,   [CE_GE] = BIN_GE,
    };
    return (IrBinop)ops[op];
}

static Val eval_product(ContractRun *cr, Val a, Val b)
{
    Values *vs = &cr->r->values;
    i64 k;
    if (val_const(vs, a, &k))
        return val_off_mul(vs, b, k);
    if (val_const(vs, b, &k))
        return val_off_mul(vs, a, k);
    return val_binop(vs, BIN_MUL, vtype_off, a, b);
}

static Val eval_sizeof(ContractRun *cr, ContractTarget t)
{
    TypeTable *tt = &cr->r->unit->types;
    u64 size;
    TypeId pointee = type_of(tt, cr_type_of(cr, t));
    return type_sizeof(tt, pointee, &size) && size && size < (u64)1 << 62 ? val_off(&cr->r->values, (i64)size)
                                                                          : 0;
}

static Val eval_count(ContractRun *cr, ContractTarget t)
{
    Spot p = cr_spot(cr, t);
    if (!p.obj)
        return 0;
    Val known = st_obj(cr->r, cr->s, p.obj)->count;
    if (known)
        return known;
    Val n = cr_number(cr, USE_COUNT, p.obj, SO_LENGTH, false, 0, 0, (i128)1 << 62);
    st_write_obj(cr->r, cr->s, p.obj)->count = n;
    return n;
}

/* Where what the call brings in comes from. */
static TaintMask all_taints(const ContractRun *cr)
{
    TaintMask m = 0;
    for (u32 i = 0; contract_has(cr->c, CA_TAINTS) && i < cr->c->n; i++)
        if (cr->facts[i].attr == CA_TAINTS)
            m |= taint_bit(cr->facts[i].kind);
    return m;
}

Val cr_eval(ContractRun *cr, ContractExprId id, bool *unbounded)
{
    Values *vs = &cr->r->values;
    const ContractExpr *e = id ? contract_expr(cr->db, id) : NULL;
    if (!e)
        return 0;
    Val a, b;
    switch ((ContractOp)e->op) {
    case CE_NUMBER: return val_off(vs, e->value);
    case CE_CONSTANT: return e->known ? val_off(vs, e->value) : 0;
    case CE_TEXT:
    case CE_ERRNO: return 0;
    case CE_TARGET:
        if (e->target.arg == CT_RESULT && !e->target.deref && cr->length)
            return cr->length;
        a = cr_value(cr, e->target);
        if (!a || !val_type(vs, a).width)
            return 0;
        cr->is_unsigned |= val_type(vs, a).width == 64 && !val_type(vs, a).sgn && !val_type(vs, a).ptr;
        return val_cast(vs, vtype_off, a);
    case CE_UNBOUNDED:
        if (unbounded)
            *unbounded = true;
        return cr_number(cr, USE_EXPR, id, SO_INPUT, true, all_taints(cr), 0, (i128)1 << 62);
    case CE_STRLEN: return cr_strlen(cr, cr_spot(cr, e->target));
    case CE_COUNT: return eval_count(cr, e->target);
    case CE_SIZEOF: return eval_sizeof(cr, e->target);
    case CE_NEG: a = cr_eval(cr, e->a, unbounded); return a ? val_off_sub(vs, val_off(vs, 0), a) : 0;
    case CE_COMPL: a = cr_eval(cr, e->a, unbounded); return a ? val_unop(vs, UN_BITNOT, vtype_off, a) : 0;
    case CE_NOT:
    case CE_EQ:
    case CE_NE:
    case CE_LT:
    case CE_LE:
    case CE_GT:
    case CE_GE:
    case CE_LAND:
    case CE_LOR: a = cr_cond(cr, id); return a ? val_cast(vs, vtype_off, a) : 0;
    default: break;
    }
    a = cr_eval(cr, e->a, unbounded);
    b = cr_eval(cr, e->b, unbounded);
    if (e->op == CE_MIN || e->op == CE_MAX)
        return cr_min_max(cr, id, e->op == CE_MAX, a, b);
    if (!a || !b)
        return 0;
    switch (e->op) {
    case CE_ADD: return val_off_add(vs, a, b);
    case CE_SUB: return val_off_sub(vs, a, b);
    case CE_MUL: return eval_product(cr, a, b);
    default: return val_binop(vs, binop_of(e->op), vtype_off, a, b);
    }
}

/* Comparison of an argument with a constant that nobody defined: as far as the argument is written as such a
 * name too. */
static Val named_equal(ContractRun *cr, const ContractExpr *x, const ContractExpr *named)
{
    if (x->op != CE_TARGET || x->target.deref || x->target.arg < 0 || (u32)x->target.arg >= cr->call->n_args)
        return 0;
    const IrExp *e = ir_skip_implicit(cr->call->args[x->target.arg]);
    if (e->kind != IE_UNKNOWN || !(e->flags & IX_MACRO_NAME))
        return 0;
    return val_int(&cr->r->values, vtype_int, e->name == named->sym);
}

static Val cond_compare(ContractRun *cr, const ContractExpr *e)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    const ContractExpr *x = contract_expr(cr->db, e->a), *y = contract_expr(cr->db, e->b);
    if (!x || !y)
        return 0;
    if (e->op == CE_EQ || e->op == CE_NE) {
        Val named = 0, v;
        if (y->op == CE_CONSTANT && !y->known)
            named = named_equal(cr, x, y);
        if (named)
            return e->op == CE_EQ ? named : val_not(vs, named);
        if (x->op == CE_TARGET && y->op == CE_NUMBER && y->value == 0 && (v = cr_value(cr, x->target)) &&
            val_type(vs, v).ptr) {
            Val null = st_is_null(r, cr->s, v);
            return e->op == CE_EQ ? null : val_not(vs, null);
        }
    }
    Val length = cr->length; /* conditions are about the result itself */
    cr->length = 0;
    Val a = x->op == CE_TARGET ? cr_value(cr, x->target) : 0, b = 0;
    i64 num;
    if (a && val_type(vs, a).ptr && (b = cr_eval(cr, e->b, NULL)) && val_const(vs, b, &num)) {
        b = val_int(vs, val_type(vs, a), num); /* (void *)-1 */
    } else {
        a = cr_eval(cr, e->a, NULL);
        b = a ? cr_eval(cr, e->b, NULL) : 0;
    }
    cr->length = length;
    return a && b ? val_cmp(vs, binop_of(e->op), a, b) : 0;
}

Val cr_cond(ContractRun *cr, ContractExprId id)
{
    Values *vs = &cr->r->values;
    const ContractExpr *e = id ? contract_expr(cr->db, id) : NULL;
    if (!e)
        return 0;
    Val a, b;
    switch ((ContractOp)e->op) {
    case CE_LAND:
    case CE_LOR:
        a = cr_cond(cr, e->a);
        b = cr_cond(cr, e->b);
        if (!a || !b)
            return 0;
        return e->op == CE_LAND ? val_and(vs, a, b) : val_or(vs, a, b);
    case CE_NOT: a = cr_cond(cr, e->a); return a ? val_not(vs, a) : 0;
    case CE_EQ:
    case CE_NE:
    case CE_LT:
    case CE_LE:
    case CE_GT:
    case CE_GE: return cond_compare(cr, e);
    case CE_TARGET:
        a = cr_value(cr, e->target);
        if (a && val_type(vs, a).ptr)
            return val_not(vs, st_is_null(cr->r, cr->s, a));
        break;
    default: break;
    }
    a = cr_eval(cr, id, NULL);
    return a ? val_cmp(vs, BIN_NE, a, val_off(vs, 0)) : 0;
}

Val cr_failed(ContractRun *cr)
{
    Val failed = 0;
    if (!contract_has(cr->c, CA_ERROR_IF))
        return 0;
    for (u32 i = 0; i < cr->c->n; i++) {
        if (cr->facts[i].attr != CA_ERROR_IF)
            continue;
        Val one = cr_cond(cr, cr->facts[i].expr[0]);
        if (!one)
            return 0;
        failed = failed ? val_or(&cr->r->values, failed, one) : one;
    }
    return failed;
}
