/*
 * Results of calls by contract: values and their ranges, pointers and what they point to. See
 * exec_contract.h.
 */
#include "engine/exec_contract.h"
#include "engine/explore.h"

/* alternatives null and v, decided by whatever tests it first. */
static Val or_null(ContractRun *cr, Val v, bool is_free)
{
    Run *r = cr->r;
    /* A join of two alternatives: the condition that tests it decides it, as it does for joined paths. Its
     * number is part of the symbol's key. */
    if (!r->joins.n)
        vec_push(&r->joins, (JoinInfo){0});
    u32 join = r->joins.n;
    SymInfo info = sym_info(SO_JOIN, vtype_ptr);
    info.open = !is_free;
    info.join = join;
    info.n_alts = 2;
    info.alts = arena_array(&r->arena, Val, 2);
    info.alts[0] = val_null(&r->values);
    info.alts[1] = v;
    Val sym = cr_symbol(cr, USE_CHOICE, join, info);
    JoinInfo made = {.n = 2};
    vec_push(&made.syms, sym);
    vec_push(&r->joins, made);
    return sym;
}

/* ---- results ---- */

/* Bounds of the result that a condition gives by constants alone; they may be declared of the symbol. */
static void constant_bounds(ContractRun *cr, ContractExprId id, i128 *lo, i128 *hi, u32 depth)
{
    const ContractExpr *e = id ? contract_expr(cr->db, id) : NULL;
    if (!e || depth > 16)
        return;
    if (e->op == CE_LAND) {
        constant_bounds(cr, e->a, lo, hi, depth + 1);
        constant_bounds(cr, e->b, lo, hi, depth + 1);
        return;
    }
    const ContractExpr *x = e->op >= CE_EQ && e->op <= CE_GE ? contract_expr(cr->db, e->a) : NULL;
    if (!x || x->op != CE_TARGET || x->target.arg != CT_RESULT || x->target.deref)
        return;
    const ContractExpr *y = contract_expr(cr->db, e->b);
    i128 v;
    if (y && y->op == CE_NEG) {
        const ContractExpr *z = contract_expr(cr->db, y->a);
        if (!z || z->op != CE_NUMBER)
            return;
        v = -(i128)z->value;
    } else if (y && (y->op == CE_NUMBER || (y->op == CE_CONSTANT && y->known))) {
        v = y->value;
    } else {
        return;
    }
    if (e->op == CE_GE || e->op == CE_GT || e->op == CE_EQ)
        *lo = MAX(*lo, v + (e->op == CE_GT));
    if (e->op == CE_LE || e->op == CE_LT || e->op == CE_EQ)
        *hi = MIN(*hi, v - (e->op == CE_LT));
}

/* What of a contract concerns the result. */
typedef struct ResultFacts {
    const ContractFact *allocates, *opens, *arg, *within, *propagates, *copies, *random;
    bool is_static, ensures;
    TaintMask taint;
    ContractExprId equals; /* ENSURES(result == equals) */
    i128 lo, hi;
} ResultFacts;

static bool about_result(const ContractFact *f)
{
    return f->target[0].arg == CT_RESULT && !f->target[0].deref;
}

static bool expr_mentions_result(ContractRun *cr, ContractExprId id, u32 depth)
{
    const ContractExpr *e = id ? contract_expr(cr->db, id) : NULL;
    if (!e || depth > 40)
        return false;
    if (e->op == CE_TARGET)
        return e->target.arg == CT_RESULT;
    return expr_mentions_result(cr, e->a, depth + 1) || expr_mentions_result(cr, e->b, depth + 1);
}

static void note_ensures(ContractRun *cr, ContractExprId id, ResultFacts *out)
{
    if (!expr_mentions_result(cr, id, 0))
        return;
    out->ensures = true;
    constant_bounds(cr, id, &out->lo, &out->hi, 0);
    const ContractExpr *e = contract_expr(cr->db, id);
    const ContractExpr *x = e->op == CE_EQ ? contract_expr(cr->db, e->a) : NULL;
    if (x && x->op == CE_TARGET && x->target.arg == CT_RESULT && !x->target.deref)
        out->equals = e->b;
}

static ResultFacts result_facts(ContractRun *cr, VType t)
{
    ResultFacts out = {.lo = vtype_min(t), .hi = vtype_max(t)};
    if (t.width == 64 && !t.sgn && !t.ptr)
        out.hi = INT64_MAX; /* numbers of bytes and elements; -1 as an error widens it again */
    for (u32 i = 0; i < cr->c->n; i++) {
        const ContractFact *f = &cr->facts[i];
        switch (f->attr) {
        case CA_ALLOCATES: out.allocates = about_result(f) ? f : out.allocates; break;
        case CA_OPENS: out.opens = about_result(f) ? f : out.opens; break;
        case CA_RETURNS_ARG: out.arg = f; break;
        case CA_RETURNS_WITHIN: out.within = f; break;
        case CA_RETURNS_STATIC: out.is_static = true; break;
        case CA_PROPAGATES: out.propagates = about_result(f) ? f : out.propagates; break;
        case CA_COPIES: out.copies = about_result(f) ? f : out.copies; break;
        case CA_RANDOM: out.random = about_result(f) ? f : out.random; break;
        case CA_TAINTS:
            if (about_result(f))
                out.taint |= taint_bit(f->kind);
            break;
        case CA_ENSURES: note_ensures(cr, f->expr[0], &out); break;
        case CA_ERROR_IF: {
            /* Where -1 alone is the failure, nothing below it comes. */
            const ContractExpr *e = contract_expr(cr->db, f->expr[0]);
            i128 lo = vtype_min(vtype_off), hi = vtype_max(vtype_off);
            constant_bounds(cr, f->expr[0], &lo, &hi, 0);
            if (e && e->op == CE_EQ && lo == -1 && hi == -1 && !t.sgn)
                out.hi = vtype_max(t);
            else if (e && e->op == CE_EQ && lo == -1 && hi == -1 && cr->c->from_library)
                out.lo = MAX(out.lo, -1);
            break;
        }
        default: break;
        }
    }
    return out;
}

static void union_origins(ContractRun *cr, ContractAttr attr, Origin *out)
{
    for (u32 i = 0; i < cr->c->n; i++) {
        const ContractFact *f = &cr->facts[i];
        if (f->attr != attr || !about_result(f))
            continue;
        Origin o = cr_origin_of(cr, f->target[1]);
        cr_origin_join(out, &o);
    }
}

static Val allocated(ContractRun *cr, const ResultFacts *rf)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    const ContractFact *f = rf->allocates;
    bool maybe_null = contract_may_return_null(cr->db, cr->c);
    Val size = f->expr[0] ? cr_eval(cr, f->expr[0], NULL) : 0;
    TypeId ret = cr->call->ret;
    bool zeroed = contract_has(cr->c, CA_ZEROED);
    Val v =
        cr_allocate(cr, USE_RESULT, f->family, cr_element_of(cr, ret), size, zeroed, !maybe_null, maybe_null);
    Spot to = cr_spot_of(cr, v, ret);
    if (!maybe_null && to.obj && contract_has(cr->c, CA_ERROR_IF)) { /* MAP_FAILED is no null pointer */
        cr->result = v;
        r->objects.at.at[to.obj].failed = cr_failed(cr);
    }
    if (rf->copies) {
        Spot from = cr_spot(cr, rf->copies->target[1]);
        if (from.obj && size) {
            st_copy(r, cr->s, to.obj, to.off, from.obj, from.off, size, cr->version);
            Val len = rf->copies->expr[0] ? 0 : cr_strlen(cr, from);
            if (len &&
                st_test(r, cr->s,
                        val_cmp(vs, BIN_LE, val_off_mul(vs, val_off_add(vs, len, val_off(vs, 1)), from.width),
                                size)) == 1) {
                ObjState *os = st_write_obj(r, cr->s, to.obj);
                os->str_off = to.off;
                os->str_len = len;
                os->str_width = (u8)from.width;
                os->str_ended = 1;
            }
            Origin o = cr_origin_of_content(r, cr->s, from.obj, from.off);
            ObjState *os = st_write_obj(r, cr->s, to.obj);
            os->taint |= o.taint;
            os->taint_source = o.source;
            os->obscure |= o.obscure;
            os->sanitized = o.sanitized;
            os->examined = o.examined;
            st_step(r, cr->s,
                    (Step){.kind = STEP_COPY, .inst = cr->site->at.inst, .obj = to.obj, .obj2 = from.obj});
            return v;
        }
    }
    if (zeroed || (cr->c->from_library && !rf->copies && !rf->propagates && !rf->taint && size &&
                   !cr_about(cr, CA_TAINTS, (ContractTarget){CT_RESULT, 0})))
        return v; /* raw memory */
    Origin o = {.obscure = rf->copies != NULL, .why = WHY_VALUE};
    union_origins(cr, CA_PROPAGATES, &o);
    union_origins(cr, CA_COPIES, &o);
    if (rf->taint) {
        o.taint |= rf->taint;
        o.source = cr_source(cr, CT_RESULT, rf->taint, to.obj);
    }
    if (!size || rf->propagates || rf->copies || rf->taint)
        cr_write_bytes(cr, to, 0, &o);
    return v;
}

static Val opened(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    TypeId ret = cr->call->ret;
    VType t = vtype_of(&r->unit->types, ret);
    bool null = contract_may_return_null(cr->db, cr->c);
    if (t.ptr) {
        Val v = cr_opaque(cr, USE_RESULT, f->family, ret, !null, null, false);
        if (!null && contract_has(cr->c, CA_ERROR_IF)) { /* INVALID_HANDLE_VALUE */
            cr->result = v;
            Spot p = cr_spot_of(cr, v, ret);
            r->objects.at.at[p.obj].failed = cr_failed(cr);
        }
        return v;
    }
    if (!t.width)
        return 0;
    SymInfo info = sym_info(SO_LIBRARY, t);
    if (t.sgn && cr->c->from_library)
        info.lo = -1; /* descriptors are not negative, and -1 is the failure */
    cr->result = cr_symbol(cr, USE_RESULT, 0, info);
    cr_open_handle(cr, cr->result, f->family, cr_failed(cr));
    st_step(r, cr->s, (Step){.kind = STEP_RESULT, .inst = cr->site->at.inst, .v = cr->result});
    (void)vs;
    return cr->result;
}

/* Is it memory that the caller sees, rather than the inside of a container or a handle? */
static bool in_characters(ContractRun *cr, const ContractFact *f)
{
    TypeTable *tt = &cr->r->unit->types;
    TypeId pointee = type_of(tt, cr_type_of(cr, f->target[0]));
    TypeKind k = type_kind(tt, pointee);
    return k == TY_VOID || type_is_scalar(tt, pointee) || (k == TY_UNKNOWN && f->target[0].arg >= 0);
}

/* Is what the call looks for no empty text and not the terminator, so that it lies before the terminator
 * when it is found? */
static bool looks_for_content(ContractRun *cr, i32 in)
{
    Values *vs = &cr->r->values;
    for (u32 i = 0; i < cr->call->n_args; i++) {
        ContractTarget t = {.arg = (i16)i};
        Val v = (i32)i == in ? 0 : cr_value(cr, t);
        i64 n;
        if (v && !val_type(vs, v).ptr && val_const(vs, v, &n))
            return (n & 0xff) != 0;
        if (v && cr_about(cr, CA_STRING, t)) {
            Val len = cr_strlen(cr, cr_spot(cr, t));
            return len && st_range(cr->r, cr->s, len).lo > 0;
        }
    }
    return false;
}

/* A pointer into what an argument points to. */
static Val pointer_within(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    Spot p = cr_spot(cr, f->target[0]);
    if (!p.obj)
        return 0;
    Val most = 0;
    bool before_end = false;
    if (cr_about(cr, CA_STRING, f->target[0])) {
        most = cr_strlen(cr, p);
        most = most ? val_off_mul(vs, most, p.width) : 0;
        before_end =
            most && contract_may_return_null(cr->db, cr->c) && looks_for_content(cr, f->target[0].arg);
    } else {
        const ContractFact *area = cr_about(cr, CA_READS, f->target[0]);
        if (!area)
            area = cr_about(cr, CA_WRITES_UP_TO, f->target[0]);
        Val n = area ? cr_eval(cr, area->expr[0], NULL) : 0;
        most = n ? val_off_sub(vs, n, val_off(vs, 1)) : 0;
    }
    Origin o = cr_origin_of_content(r, cr->s, p.obj, p.off);
    bool chosen = o.taint != 0;
    Val k = cr_number(cr, USE_WITHIN, (u32)f->target[0].arg, SO_OPAQUE, chosen, o.taint, 0, (i128)1 << 62);
    bool null = !contract_has(cr->c, CA_RETURNS_NONNULL) && contract_may_return_null(cr->db, cr->c);
    i64 n;
    if (most && val_const(vs, most, &n) && n < 0)
        return null ? val_null(vs) : 0; /* no room for it */
    if (most && st_test(r, cr->s, val_cmp(vs, BIN_GE, most, val_off(vs, 0))) == 1)
        cr_assume(cr, val_cmp(vs, BIN_LE, k, most), true);
    /* The text may be empty; then nothing is found, and the position says nothing. */
    i128 last = before_end ? st_range(r, cr->s, most).hi - p.width : -1;
    if (before_end && val_kind(vs, k) == VK_SYM)
        vs->syms.at[val_node(vs, k)->sym].obj = p.obj; /* a place in its text: exec_access.c */
    /* What is found lies before the terminator, and that inside of the object. */
    Val room = before_end ? st_size(r, cr->s, p.obj) : 0;
    i128 inside = room ? st_range(r, cr->s, room).hi - st_range(r, cr->s, p.off).lo - 2 * p.width : -1;
    if (inside >= 0 && (last < 0 || inside < last))
        last = inside;
    if (last >= 0) {
        StoreCtx ctx = st_ctx(r);
        cs_restrict(&ctx, &cr->s->store, k, (Interval){0, last});
    }
    Val at = val_addr(vs, p.obj, val_off_add(vs, p.off, p.width > 1 ? val_off_mul(vs, k, p.width) : k));
    if (p.width > 1 && most)
        cr_assume(cr, val_cmp(vs, BIN_LE, val_off_mul(vs, k, p.width), most), true);
    if (!null)
        return at;
    return or_null(cr, at, chosen);
}

/* Content of what a pointer result points to. */
static void result_content(ContractRun *cr, Val v, const ResultFacts *rf)
{
    Run *r = cr->r;
    Spot p = cr_spot_of(cr, v, cr->call->ret);
    Origin o = {0};
    union_origins(cr, CA_PROPAGATES, &o);
    if (!p.obj || (!rf->taint && !rf->propagates))
        return;
    if (rf->taint) {
        o.taint |= rf->taint;
        o.source = cr_source(cr, CT_RESULT, rf->taint, p.obj);
    }
    TypeTable *tt = &r->unit->types;
    TypeKind k = type_kind(tt, p.pointee);
    if (k == TY_INT) {
        /* A string of unknown length; where it comes from outside, whoever sends it chooses the length. */
        SymOrigin origin = o.taint || o.obscure ? SO_LENGTH : SO_LIBRARY;
        Val len = cr_number(cr, USE_LENGTH, 0, origin, o.taint != 0, o.taint, 0, (i128)1 << 30);
        cr_write_string(cr, p, len, &o);
        ObjState *os = st_write_obj(r, cr->s, p.obj);
        if (obj(&r->objects, p.obj)->kind == OBJ_ALLOC && !os->size)
            os->size = val_off_mul(&r->values, val_off_add(&r->values, len, val_off(&r->values, 1)), p.width);
    } else {
        cr_write_bytes(cr, p, 0, &o);
    }
}

static Val pointer_result(ContractRun *cr, const ResultFacts *rf)
{
    Run *r = cr->r;
    bool null = !contract_has(cr->c, CA_RETURNS_NONNULL) && contract_may_return_null(cr->db, cr->c);
    TypeTable *tt = &r->unit->types;
    const Type *callee = type_get(tt, cr->call->type);
    bool nonnull = contract_has(cr->c, CA_RETURNS_NONNULL) ||
                   (callee->kind == TY_FUNC && type_kind(tt, callee->of) == TY_REF);
    Val v;
    if (rf->is_static) {
        v = cr_opaque(cr, USE_RESULT, 0, cr->call->ret, !null, null, true);
    } else {
        SymInfo info = sym_info(null || nonnull ? SO_LIBRARY : SO_RESULT, vtype_ptr);
        info.lo = nonnull;
        info.free = null;
        v = cr_symbol(cr, USE_RESULT, 0, info);
        v = st_pointee(r, v, type_of(tt, cr->call->ret));
    }
    result_content(cr, v, rf);
    return v;
}

static Val number_result(ContractRun *cr, VType t, const ResultFacts *rf)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    if (rf->equals) {
        Val v = cr_eval(cr, rf->equals, NULL);
        if (v)
            return val_cast(vs, t, v);
    }
    Origin from = {0};
    if (rf->propagates)
        union_origins(cr, CA_PROPAGATES, &from);
    TaintMask taint = rf->taint | from.taint;
    /* Bounded from both sides by its contract, or chosen outside: every value of the range has to be
     * reckoned with. */
    /* A length that is known to be one of memory that is not known is bounded by that memory, not by the
     * contract. */
    bool free_ = taint || (rf->ensures && !rf->equals) || rf->random;
    SymInfo info = sym_info(taint                                       ? SO_INPUT
                            : free_ || contract_has(cr->c, CA_ERROR_IF) ? SO_LIBRARY
                                                                        : SO_RESULT,
                            t);
    info.free = free_;
    info.taint = taint;
    if (rf->lo <= rf->hi && t.width) {
        info.lo = MAX(info.lo, rf->lo);
        info.hi = MIN(info.hi, rf->hi);
        if (info.lo > info.hi) {
            info.lo = vtype_min(t);
            info.hi = vtype_max(t);
        }
    }
    Val folded = t.width || t.ptr ? 0 : exec_float_call(r, cr->site, &info);
    if (folded)
        return folded;
    Val v = cr_symbol(cr, USE_RESULT, info.was, info);
    bool input = taint != 0;
    st_step(r, cr->s, (Step){.kind = input ? STEP_INPUT : STEP_RESULT, .inst = cr->site->at.inst, .v = v});
    return v;
}

/* printf family: at most what the format gives; the declared failure stays possible. */
static Val format_result(ContractRun *cr, VType t)
{
    SymInfo info = sym_info(SO_LIBRARY, t);
    i64 n;
    info.free = val_const(&cr->r->values, cr->length, &n) || cr_is_free(cr, cr->length);
    info.lo = t.sgn ? -1 : 0;
    Val v = cr_symbol(cr, USE_RESULT, 1, info);
    cr_assume(cr, val_cmp(&cr->r->values, BIN_LE, val_cast(&cr->r->values, vtype_off, v), cr->length), true);
    st_step(cr->r, cr->s, (Step){.kind = STEP_RESULT, .inst = cr->site->at.inst, .v = v});
    return v;
}

/* scanf family: from -1 to the number of conversions. */
static Val scan_result(ContractRun *cr, VType t)
{
    SymInfo info = sym_info(SO_LIBRARY, t);
    info.lo = -1;
    info.hi = cr->scanned;
    Val v = cr_symbol(cr, USE_RESULT, 2, info);
    st_step(cr->r, cr->s, (Step){.kind = STEP_RESULT, .inst = cr->site->at.inst, .v = v});
    return v;
}

void cr_result(ContractRun *cr)
{
    Run *r = cr->r;
    TypeTable *tt = &r->unit->types;
    TypeId ret = cr->call->ret;
    if (type_kind(tt, ret) == TY_VOID)
        return;
    VType t = vtype_of(tt, ret);
    ResultFacts rf = result_facts(cr, t);
    Val v = 0;
    if (rf.allocates && rf.arg && t.ptr && !cr_is_null(cr, cr_value(cr, rf.arg->target[0])))
        rf.allocates = NULL; /* made only when no buffer is given: realpath, getcwd */
    if (rf.allocates && t.ptr) {
        v = allocated(cr, &rf);
    } else if (rf.opens) {
        v = opened(cr, rf.opens);
    } else if (rf.arg) {
        v = cr_value(cr, rf.arg->target[0]);
        if (v && t.ptr && val_type(&r->values, v).ptr && contract_may_return_null(cr->db, cr->c))
            v = or_null(cr, v, true);
        else if (v && !t.ptr && t.width && val_type(&r->values, v).width)
            v = val_cast(&r->values, t, v);
    } else if (rf.within && t.ptr && !rf.taint && in_characters(cr, rf.within)) {
        v = pointer_within(cr, rf.within);
    }
    if (!v && t.ptr)
        v = pointer_result(cr, &rf);
    if (!v && cr->length && t.width && contract_has(cr->c, CA_FORMAT))
        v = format_result(cr, t);
    if (!v && cr->scanned && t.width && contract_has(cr->c, CA_FORMAT))
        v = scan_result(cr, t);
    if (!v)
        v = number_result(cr, t, &rf);
    cr->result = v;
}

bool cr_ensure(ContractRun *cr)
{
    if (!contract_has(cr->c, CA_ENSURES))
        return true;
    /* Sizes and positions: nothing is larger than half of the address space, so that the numbers of the
     * contract do not wrap. */
    VType t = cr->result ? val_type(&cr->r->values, cr->result) : (VType){0};
    if (t.width == 64 && !t.sgn && !t.ptr && !contract_has(cr->c, CA_ERROR_IF)) {
        StoreCtx ctx = st_ctx(cr->r);
        if (!cs_restrict(&ctx, &cr->s->store, cr->result, (Interval){0, INT64_MAX}))
            return false;
    }
    for (u32 i = 0; i < cr->c->n; i++) {
        if (cr->facts[i].attr != CA_ENSURES)
            continue;
        /* Both halves of a && b hold by themselves, also when one of them cannot be told. */
        ContractExprId todo[8] = {cr->facts[i].expr[0]};
        for (u32 n = 1; n > 0;) {
            const ContractExpr *e = contract_expr(cr->db, todo[--n]);
            if (e && e->op == CE_LAND && n + 2 <= LENGTH(todo)) {
                todo[n++] = e->b;
                todo[n++] = e->a;
                continue;
            }
            if (!cr_assume(cr, cr_cond(cr, todo[n]), true))
                return false;
        }
    }
    return true;
}
