/*
 * Values of expressions and addresses of places (exec_value, exec_place). Called by exec_inst.c, exec_call.c and exec_global.c.
 */
#include "base/limits.h"
#include "engine/explore.h"

/* ---- symbols for what is not modelled ---- */

Val exec_opaque(Run *r, const State *s, const Where *at, SymOrigin origin, u32 slot, VType t)
{
    SymInfo info = sym_info(origin, t);
    info.f = at->f;
    info.inst = at->inst;
    info.node = at->exp && at->exp->node ? at->exp->node : at->node;
    return val_sym(&r->values, s->frame->context, at->inst ? at->inst->id : 0, slot, s->generation, &info);
}

/* Of an expression; `from`: a value that it was computed from (its taint stays), or 0. */
static Val opaque_of(Run *r, State *s, const Where *at, const IrExp *e, SymOrigin origin, Val from)
{
    SymInfo info = sym_info(origin, vtype_of(&r->unit->types, e->type));
    info.f = at->f;
    info.inst = at->inst;
    info.node = e->node;
    if (from) {
        info.was = origin == SO_HAVOC ? 0 : from;
        info.taint = val_node(&r->values, from)->taint;
    }
    u32 slot = (u32)map_mix(((u64)e->node << 8 | e->kind) ^ (u64)from << 32) | 0x80000000u;
    return val_sym(&r->values, s->frame->context, at->inst->id, slot, s->generation, &info);
}

Val exec_type_size(Run *r, TypeId t)
{
    TypeTable *tt = &r->unit->types;
    TypeKind k = type_kind(tt, t);
    u64 size;
    if (k == TY_VOID || k == TY_FUNC)
        return val_off(&r->values, 1);
    if (type_sizeof(tt, t, &size) && size < (u64)1 << 40)
        return val_off(&r->values, (i64)size);
    SymInfo info = sym_info(SO_LAYOUT, vtype_off);
    info.lo = 1;
    info.hi = (i128)1 << 30;
    return val_sym(&r->values, KEY_LAYOUT, type_unqualified(tt, t), 0, 0, &info);
}

/* The same constant wherever its name is mentioned. */
static Val named_constant(Run *r, const IrExp *e)
{
    SymInfo info = sym_info(SO_CONFIG, vtype_of(&r->unit->types, e->type));
    info.name = e->name;
    return val_sym(&r->values, KEY_NAME, e->name, 0, 0, &info);
}

static Val config(Run *r, const IrExp *e)
{
    SymInfo info = sym_info(SO_CONFIG, vtype_int);
    info.lo = 0;
    info.hi = 1;
    info.node = e->node;
    return val_sym(&r->values, KEY_CONFIG, (u32)e->num, 0, 0, &info);
}

/* ---- pointers ---- */

static bool same_target(const Run *r, const State *s, Val a, Val b)
{
    ObjId oa, ob;
    Val fa, fb;
    return a == b ||
           (st_points_to(r, s, a, &oa, &fa) && st_points_to(r, s, b, &ob, &fb) && oa == ob && fa == fb);
}

/* s goes on with these alternatives of a joined pointer. What it was asked (is it null?) holds of their target. */
static bool take_target(Run *r, State *s, Val ptr, u32 join, u32 mask, Val target)
{
    Val null = val_cmp(&r->values, BIN_EQ, ptr, val_null(&r->values));
    int asked = val_type(&r->values, ptr).ptr ? st_test(r, s, null) : -1;
    if (!st_choose(r, s, join, mask, asked >= 0))
        return false;
    return asked < 0 || target == ptr || st_assume(r, s, st_is_null(r, s, target), asked == 1);
}

/* That a pointer is null is no fact of the path when the alternative was chosen inside of a callee, by what nobody here knows, or by chance. */
static void doubt_null(Run *r, State *s, const SymInfo *info, Val target)
{
    i64 n;
    bool guessed = info->join < r->joins.n && r->joins.at[info->join].guessed;
    if ((guessed || info->open) && val_const(&r->values, target, &n))
        st_weaken(s, guessed ? WHY_CALLEE : WHY_VALUE);
}

/* One state for each target that is still possible; s goes on with the first. */
static Val decide_join(Run *r, State *s, Val ptr, StateList *more)
{
    const SymInfo *info = val_sym_info(&r->values, ptr);
    u32 mask = ask_alternatives(s, info), join = info->join, rest = mask;
    Val *alts = info->alts, first = 0;
    State *base = NULL;
    while (rest) {
        u32 k = (u32)__builtin_ctz(rest), same = 0;
        for (u32 i = k; i < 32 && rest >> i; i++)
            if ((rest >> i & 1) && (!alts[i] || !alts[k] || same_target(r, s, alts[i], alts[k])))
                same |= 1u << i;
        rest &= ~same;
        Val target = alts[k] ? alts[k] : ptr;
        if (!first && !rest) {
            take_target(r, s, ptr, join, same, target);
            return target;
        }
        if (!base)
            base = st_fork(r, s);
        State *one = st_fork(r, base);
        if (!take_target(r, one, ptr, join, same, target))
            continue;
        doubt_null(r, one, val_sym_info(&r->values, ptr), target);
        if (first) {
            vec_push(more, one);
            r->stats.forks++;
        } else {
            *s = *one;
            first = target;
        }
    }
    return first ? first : ptr;
}

bool exec_resolve(Run *r, State *s, Val ptr, TypeId pointee, ObjId *o, Val *off, StateList *more)
{
    for (u32 i = 0; i < 4; i++) {
        ptr = ask_decided(r, s, ptr);
        if (st_points_to(r, s, ptr, o, off))
            return true;
        const SymInfo *info = val_kind(&r->values, ptr) == VK_SYM ? val_sym_info(&r->values, ptr) : NULL;
        if (!info || !ask_alternatives(s, info))
            break;
        if (!more)
            return false;
        Val one = decide_join(r, s, ptr, more);
        if (one == ptr)
            break;
        ptr = one;
    }
    ValKind k = val_kind(&r->values, ptr);
    if (k == VK_INT || k == VK_UNDEF || k == VK_FLOAT || k == VK_RECORD || k == VK_NONE || k == VK_ADDR)
        return false;
    return st_points_to(r, s, st_pointee(r, ptr, pointee), o, off);
}

Val exec_truth(Run *r, const State *s, Val v)
{
    const ValNode *n = val_node(&r->values, v);
    if (n->kind == VK_ADDR && !val_is_null(&r->values, n->b))
        return val_int(&r->values, vtype_int, 1); /* nothing inside of an object is at null */
    if (n->type.ptr || n->kind == VK_ADDR)
        return val_not(&r->values, st_is_null(r, s, v));
    if (n->kind == VK_FLOAT)
        return val_int(&r->values, vtype_int, n->real != 0);
    return v;
}

static Val offset_of_index(Run *r, Val index, TypeId elem)
{
    Val size = exec_type_size(r, elem), i = val_cast(&r->values, vtype_off, index);
    i64 n;
    if (val_const(&r->values, size, &n))
        return val_off_mul(&r->values, i, n);
    return val_binop(&r->values, BIN_MUL, vtype_off, i, size);
}

static Val pointer_add(Run *r, State *s, const Where *at, const IrExp *e, Val p, Val index)
{
    TypeTable *tt = &r->unit->types;
    TypeId elem = type_of(tt, e->a->type);
    ObjId o;
    Val off, by = offset_of_index(r, index, type_kind(tt, e->a->type) == TY_PTR ? elem : TYPE_UNKNOWN);
    if (!exec_resolve(r, s, p, elem, &o, &off, r->explore->again))
        return val_is_null(&r->values, by) ? p : opaque_of(r, s, at, e, SO_OPAQUE, p);
    off = e->op == BIN_PTRSUB ? val_off_sub(&r->values, off, by) : val_off_add(&r->values, off, by);
    Val result = val_addr(&r->values, o, off);
    exec_pointer_arith(r, s, at, e, p, index, result);
    return result;
}

/* v / size, when every part of the sum is a multiple. */
static Val divide(Run *r, Val v, i64 size, u32 depth)
{
    const ValNode n = *val_node(&r->values, v);
    i64 c;
    if (size == 1)
        return v;
    if (val_const(&r->values, v, &c))
        return c % size == 0 ? val_off(&r->values, c / size) : 0;
    if (n.kind != VK_BINOP || depth > 16)
        return 0;
    if (n.op == BIN_MUL) {
        if (val_const(&r->values, n.b, &c) && c % size == 0)
            return val_off_mul(&r->values, n.a, c / size);
        if (val_const(&r->values, n.a, &c) && c % size == 0)
            return val_off_mul(&r->values, n.b, c / size);
        return 0;
    }
    if (n.op != BIN_ADD && n.op != BIN_SUB)
        return 0;
    Val a = divide(r, n.a, size, depth + 1), b = a ? divide(r, n.b, size, depth + 1) : 0;
    if (!a || !b)
        return 0;
    return n.op == BIN_ADD ? val_off_add(&r->values, a, b) : val_off_sub(&r->values, a, b);
}

static Val pointer_diff(Run *r, State *s, const Where *at, const IrExp *e, Val a, Val b)
{
    Values *vs = &r->values;
    ObjId oa, ob;
    Val fa, fb;
    TypeId elem = type_of(&r->unit->types, e->a->type);
    if (!exec_resolve(r, s, a, elem, &oa, &fa, r->explore->again) ||
        !exec_resolve(r, s, b, elem, &ob, &fb, r->explore->again) || oa != ob)
        return opaque_of(r, s, at, e, SO_OPAQUE, 0);
    Val diff = val_off_sub(vs, fa, fb), size = exec_type_size(r, elem), q = 0;
    i64 n;
    if (val_const(vs, size, &n))
        q = divide(r, diff, n, 0);
    if (!q)
        q = val_binop(vs, BIN_DIV, vtype_off, diff, size);
    return val_cast(vs, vtype_of(&r->unit->types, e->type), q);
}

/* Has the object an address of its own, which no other object has? */
static bool has_identity(const Obj *o)
{
    return o->kind == OBJ_VAR || o->kind == OBJ_GLOBAL || o->kind == OBJ_FUNC;
}

static Val compare_pointers(Run *r, State *s, IrBinop op, Val a, Val b)
{
    Values *vs = &r->values;
    bool equality = op == BIN_EQ || op == BIN_NE;
    if (equality && (val_is_null(vs, a) || val_is_null(vs, b))) {
        Val null = st_is_null(r, s, val_is_null(vs, b) ? a : b);
        return op == BIN_EQ ? null : val_not(vs, null);
    }
    ObjId oa, ob;
    Val fa, fb;
    bool pa = st_points_to(r, s, a, &oa, &fa), pb = st_points_to(r, s, b, &ob, &fb);
    /* One of them was used as a pointer before, the other is that pointer itself. */
    if (pa != pb && val_kind(vs, pa ? b : a) == VK_SYM) {
        ObjId o = pa ? oa : ob;
        if (obj(&r->objects, o)->kind == OBJ_POINTEE && obj(&r->objects, o)->base == (pa ? b : a)) {
            if (pa) {
                ob = oa;
                fb = val_off(vs, 0);
            } else {
                oa = ob;
                fa = val_off(vs, 0);
            }
            pa = pb = true;
        }
    }
    if (pa && pb && oa == ob)
        return val_cmp(vs, op, fa, fb);
    if (pa && pb && equality) {
        const Obj *x = obj(&r->objects, oa), *y = obj(&r->objects, ob);
        bool apart =
            (has_identity(x) && (has_identity(y) || y->kind == OBJ_ALLOC || y->kind == OBJ_STRING)) ||
            (has_identity(y) && (x->kind == OBJ_ALLOC || x->kind == OBJ_STRING));
        if (apart)
            return val_int(vs, vtype_int, op == BIN_NE);
    }
    return val_cmp(vs, op, a, b);
}

/* ---- operators ---- */

static bool is_integer(VType t)
{
    return t.width != 0 && !t.ptr;
}

static Val convert(Run *r, Val v, VType t)
{
    VType from = val_type(&r->values, v);
    return from.width == t.width && from.sgn == t.sgn && !from.ptr ? v : val_cast(&r->values, t, v);
}

static Val float_binop(Run *r, State *s, const Where *at, const IrExp *e, Val a, Val b)
{
    Values *vs = &r->values;
    const ValNode *x = val_node(vs, a), *y = val_node(vs, b);
    if (e->op == BIN_DIV)
        exec_arith(r, s, at, e, vtype_of(&r->unit->types, e->type), a, b, 0);
    if (x->kind == VK_FLOAT && y->kind == VK_FLOAT) {
        double p = x->real, q = y->real;
        switch ((IrBinop)e->op) {
        case BIN_ADD: return val_float(vs, p + q);
        case BIN_SUB: return val_float(vs, p - q);
        case BIN_MUL: return val_float(vs, p * q);
        case BIN_DIV:
            if (q != 0)
                return val_float(vs, p / q);
            break;
        case BIN_EQ: return val_int(vs, vtype_int, p == q);
        case BIN_NE: return val_int(vs, vtype_int, p != q);
        case BIN_LT: return val_int(vs, vtype_int, p < q);
        case BIN_LE: return val_int(vs, vtype_int, p <= q);
        case BIN_GT: return val_int(vs, vtype_int, p > q);
        case BIN_GE: return val_int(vs, vtype_int, p >= q);
        default: break;
        }
    }
    SymInfo info = sym_info(SO_OPAQUE, vtype_of(&r->unit->types, e->type));
    info.f = at->f;
    info.inst = at->inst;
    info.node = e->node;
    info.taint = val_node(vs, a)->taint | val_node(vs, b)->taint;
    u32 slot = (u32)map_mix(((u64)e->node << 8 | e->kind) ^ (u64)a << 32 ^ (u64)b << 40) | 0x80000000u;
    Val unknown = val_sym(vs, s->frame->context, at->inst->id, slot, s->generation, &info);
    return info.type.width ? exec_float_compare(r, (IrBinop)e->op, a, b, unknown) : unknown;
}

static Val binop(Run *r, State *s, const Where *at, const IrExp *e)
{
    Values *vs = &r->values;
    Val a = exec_value(r, s, at, e->a), b = exec_value(r, s, at, e->b);
    IrBinop op = (IrBinop)e->op;
    if (op == BIN_PTRADD || op == BIN_PTRSUB)
        return pointer_add(r, s, at, e, a, b);
    if (op == BIN_PTRDIFF)
        return pointer_diff(r, s, at, e, a, b);
    VType ta = val_type(vs, a), tb = val_type(vs, b), t = vtype_of(&r->unit->types, e->type);
    bool compares = ir_op_compares(op);
    if (compares && (ta.ptr || tb.ptr))
        return compare_pointers(r, s, op, a, b);
    if (!is_integer(ta) || !is_integer(tb)) {
        if (ta.width == 0 || tb.width == 0)
            return float_binop(r, s, at, e, a, b);
        if (op == BIN_ADD || op == BIN_SUB) /* types were lost: perhaps pointer arithmetic */
            return opaque_of(r, s, at, e, SO_OPAQUE, a);
    }
    if (op == BIN_CMP3)
        return opaque_of(r, s, at, e, SO_OPAQUE, 0);
    if (compares)
        return val_cmp(vs, op, a, b);
    if (!is_integer(t))
        return opaque_of(r, s, at, e, SO_OPAQUE, a);
    a = convert(r, a, t);
    if (op != BIN_SHL && op != BIN_SHR)
        b = convert(r, b, t);
    Val result = val_binop(vs, op, t, a, b);
    if (op <= BIN_SHR)
        exec_arith(r, s, at, e, t, a, b, result);
    return result;
}

static Val unop(Run *r, State *s, const Where *at, const IrExp *e)
{
    Values *vs = &r->values;
    Val a = exec_value(r, s, at, e->a);
    VType t = vtype_of(&r->unit->types, e->type), ta = val_type(vs, a);
    if (e->op == UN_NOT)
        return ta.ptr || ta.width ? val_not(vs, exec_truth(r, s, a)) : opaque_of(r, s, at, e, SO_OPAQUE, a);
    if (!is_integer(ta) || !is_integer(t) || (e->op != UN_NEG && e->op != UN_BITNOT)) {
        if (e->op == UN_NEG && val_kind(vs, a) == VK_FLOAT)
            return val_float(vs, -val_node(vs, a)->real);
        return opaque_of(r, s, at, e, SO_OPAQUE, a);
    }
    a = convert(r, a, t);
    Val result = val_unop(vs, (IrUnop)e->op, t, a);
    if (e->op == UN_NEG)
        exec_arith(r, s, at, e, t, a, 0, result);
    return result;
}

/* A pointer to a class as one to its base: the base's place inside of it. */
static Val to_base(Run *r, State *s, const IrExp *e, Val v)
{
    TypeTable *tt = &r->unit->types;
    const Record *rec = type_record(tt, type_of(tt, e->a->type));
    const Record *base = type_record(tt, type_of(tt, e->type));
    ObjId o;
    Val off;
    if (!rec || !base || !rec->layout_known)
        return v;
    for (u32 i = 1; i < rec->n_bases; i++)
        if (type_record(tt, rec->fields[i].type) == base && rec->fields[i].offset &&
            exec_resolve(r, s, v, type_of(tt, e->a->type), &o, &off, r->explore->again))
            return val_addr(&r->values, o,
                            val_off_add(&r->values, off, val_off(&r->values, (i64)rec->fields[i].offset)));
    return v;
}

static Val cast(Run *r, State *s, const Where *at, const IrExp *e)
{
    Values *vs = &r->values;
    TypeTable *tt = &r->unit->types;
    Val a = exec_value(r, s, at, e->a);
    VType from = val_type(vs, a), to = vtype_of(tt, e->type);
    TypeKind k = type_kind(tt, e->type);
    if (k == TY_VOID || val_kind(vs, a) == VK_RECORD || k == TY_RECORD)
        return a;
    if (to.ptr && (from.ptr || to.loose))
        return e->op == CAST_BASE || e->op == CAST_STATIC ? to_base(r, s, e, a) : a;
    if (k == TY_BOOL)
        return from.ptr || from.width ? val_cmp(vs, BIN_NE, exec_truth(r, s, a), val_int(vs, vtype_int, 0))
                                      : opaque_of(r, s, at, e, SO_OPAQUE, a);
    if (to.width == 0) {
        i64 n;
        if (val_const(vs, a, &n))
            return val_float(vs, from.sgn ? (double)n : (double)(u64)n);
        return val_kind(vs, a) == VK_FLOAT ? a : opaque_of(r, s, at, e, SO_OPAQUE, a);
    }
    if (from.width == 0) {
        const ValNode *n = val_node(vs, a);
        if (n->kind == VK_FLOAT && n->real > -9e18 && n->real < 9e18)
            return val_int(vs, to, (i64)n->real);
        return opaque_of(r, s, at, e, SO_OPAQUE, a);
    }
    if (from.loose && !from.ptr && k == TY_UNKNOWN)
        return a;
    Val result = val_cast(vs, to, a);
    if (!to.ptr && !from.ptr)
        exec_convert(r, s, at, e, to, a, result);
    return result;
}

static Val size_of(Run *r, State *s, const IrExp *e)
{
    Values *vs = &r->values;
    VType t = vtype_of(&r->unit->types, e->type);
    if (e->flags & IX_KNOWN)
        return val_int(vs, t, (i64)e->num);
    const IrExp *operand = e->size ? e->size->operand : NULL;
    if (operand && operand->kind == IE_VAR && operand->var->vla_bound) {
        Val size = st_size(r, s, st_var_obj(r, s, operand->var));
        if (size)
            return val_cast(vs, t, size);
    }
    return val_cast(vs, t, exec_type_size(r, e->size ? e->size->of : TYPE_UNKNOWN));
}

static Val lambda(Run *r, State *s, const Where *at, const IrExp *e)
{
    for (u32 i = 0; i < e->n_args; i++) {
        ObjId o;
        Val off, v = exec_value(r, s, at, e->args[i]);
        if (e->args[i]->kind == IE_ADDR && st_points_to(r, s, v, &o, &off))
            st_escape(r, s, o, true, at->inst);
    }
    return opaque_of(r, s, at, e, SO_OPAQUE, 0);
}

Val exec_value(Run *r, State *s, const Where *at, const IrExp *e)
{
    Values *vs = &r->values;
    TypeTable *tt = &r->unit->types;
    switch (e->kind) {
    case IE_INT: {
        VType t = vtype_of(tt, e->type);
        return t.width ? val_int(vs, t, (i64)e->num) : opaque_of(r, s, at, e, SO_OPAQUE, 0);
    }
    case IE_FLOAT: return val_float(vs, e->real);
    case IE_ZERO: {
        VType t = vtype_of(tt, e->type);
        return t.width && !type_is_unknown(tt, e->type) ? val_int(vs, t, 0)
                                                        : opaque_of(r, s, at, e, SO_OPAQUE, 0);
    }
    case IE_TEMP: {
        Val v = explore_temp(r, s, e->temp);
        return v ? ask_decided(r, s, v) : opaque_of(r, s, at, e, SO_UNREAD, 0);
    }
    case IE_ADDR: return exec_place(r, s, at, e->a);
    case IE_STRING: return exec_place(r, s, at, e);
    case IE_UNOP: return unop(r, s, at, e);
    case IE_BINOP: return binop(r, s, at, e);
    case IE_CAST: return cast(r, s, at, e);
    case IE_SIZEOF: return size_of(r, s, e);
    case IE_CONFIG: return config(r, e);
    case IE_LAMBDA: return lambda(r, s, at, e);
    case IE_UNKNOWN:
        if (e->flags & IX_MACRO_NAME && e->name)
            return named_constant(r, e);
        return opaque_of(r, s, at, e, SO_UNREAD, 0);
    default: return opaque_of(r, s, at, e, SO_OPAQUE, 0);
    }
}

/* ---- places ---- */

static Val field_offset(Run *r, const IrExp *e, bool *bit_field, Val *unit)
{
    TypeTable *tt = &r->unit->types;
    const Record *rec = type_record(tt, e->a->type);
    const Field *f =
        rec && e->field != IR_NO_FIELD && e->field < rec->n_fields ? &rec->fields[e->field] : NULL;
    *bit_field = f && f->flags & FIELD_BITFIELD;
    if (f && rec->layout_known) {
        *unit = val_off(&r->values, (i64)f->offset);
        if (!*bit_field)
            return *unit;
    } else if (f && (e->field == 0 || rec->keyword == KW_UNION) && !(f->flags & FIELD_ALT) &&
               !rec->has_virtual) {
        return val_off(&r->values, 0);
    }
    /* Members whose places are not known are told apart by name; so are bit-fields of one unit. */
    SymInfo info = sym_info(SO_LAYOUT, vtype_off);
    info.lo = f && rec->layout_known ? (i128)f->offset : 0;
    info.hi = f && rec->layout_known ? info.lo + 15 : (i128)1 << 24;
    info.name = e->name;
    info.free = false;
    u32 slot = e->field != IR_NO_FIELD ? e->field + 1 : (u32)map_mix(e->name) | 0x80000000u;
    return val_sym(&r->values, KEY_LAYOUT, type_unqualified(tt, e->a->type), slot, 0, &info);
}

static bool is_flexible(TypeTable *tt, const IrExp *array)
{
    if (array->kind != IE_FIELD)
        return false;
    const Record *rec = type_record(tt, array->a->type);
    return !rec || array->field == IR_NO_FIELD || type_is_flexible(tt, rec, array->field);
}

/* a[i] of an array inside of an object: the array has bounds of its own. */
static void note_bound(Run *r, const IrExp *e, Val array, Val index, PlaceInfo *info)
{
    TypeTable *tt = &r->unit->types;
    const Type *t = type_get(tt, e->a->type);
    u64 count = t->count, size;
    if (t->kind != TY_ARRAY || t->bound != BOUND_KNOWN || info->n_bounds == PLACE_BOUNDS ||
        is_flexible(tt, e->a))
        return;
    if (info->n_bounds == 0) {
        if (!type_sizeof(tt, e->a->type, &size) || val_kind(&r->values, array) != VK_ADDR)
            return;
        info->outer_off = val_node(&r->values, array)->b;
        info->outer_size = size;
    }
    info->bound[info->n_bounds++] = (PlaceBound){index, count};
}

static Val place_at(Run *r, State *s, const Where *at, const IrExp *e, PlaceInfo *info);

static Val follow(Run *r, State *s, Val p, TypeId pointee, PlaceInfo *info)
{
    ObjId o;
    Val off;
    *info = (PlaceInfo){.ptr = p, .indexed = true};
    return exec_resolve(r, s, p, pointee, &o, &off, r->explore->again) ? val_addr(&r->values, o, off) : p;
}

static Val index_place(Run *r, State *s, const Where *at, const IrExp *e, PlaceInfo *info)
{
    Val base, index;
    if (ir_is_place(e->a)) {
        base = place_at(r, s, at, e->a, info);
        index = exec_value(r, s, at, e->b); /* as it was: an unsigned one cannot lie before the array */
        note_bound(r, e, base, index, info);
        index = val_cast(&r->values, vtype_off, index);
    } else {
        Val p = exec_value(r, s, at, e->a);
        index = val_cast(&r->values, vtype_off, exec_value(r, s, at, e->b));
        base = follow(r, s, p, e->type, info);
    }
    info->indexed = true;
    const ValNode *n = val_node(&r->values, base);
    if (n->kind != VK_ADDR)
        return base;
    ObjId o = n->a;
    Val off = n->b;
    return val_addr(&r->values, o, val_off_add(&r->values, off, offset_of_index(r, index, e->type)));
}

/* A record that is a value has to lie somewhere for its members to be read. */
static Val object_place(Run *r, State *s, const Where *at, const IrExp *e)
{
    SymInfo info = sym_info(SO_OPAQUE, vtype_ptr);
    info.f = at->f;
    info.inst = at->inst;
    info.lo = 1;
    Val v = exec_value(r, s, at, e->a), off;
    Val base =
        val_sym(&r->values, s->frame->context, at->inst->id, 0x40000000u + e->node, s->generation, &info);
    Val addr = st_pointee(r, base, e->type);
    ObjId o;
    if (st_points_to(r, s, addr, &o, &off))
        st_store(r, s, o, off, e->type, v);
    return addr;
}

static Val place_at(Run *r, State *s, const Where *at, const IrExp *e, PlaceInfo *info)
{
    Values *vs = &r->values;
    switch (e->kind) {
    case IE_VAR:
        if (e->var->kind == IV_STATIC && e->var->global) {
            ObjId o = st_global_obj(r, e->var->global);
            exec_use_global(r, s, e->var->global, o);
            return val_addr(vs, o, val_off(vs, 0));
        }
        return val_addr(vs, st_var_obj(r, s, e->var), val_off(vs, 0));
    case IE_GLOBAL: {
        ObjId o = st_global_obj(r, e->global);
        if (!e->global->is_function)
            exec_use_global(r, s, e->global, o);
        return val_addr(vs, o, val_off(vs, 0));
    }
    case IE_STRING: return val_addr(vs, st_string_obj(r, e->str, e->type), val_off(vs, 0));
    case IE_DEREF: return follow(r, s, exec_value(r, s, at, e->a), e->type, info);
    case IE_INDEX: return index_place(r, s, at, e, info);
    case IE_OBJECT: return object_place(r, s, at, e);
    case IE_FIELD: {
        Val base = place_at(r, s, at, e->a, info), unit = 0;
        bool bits;
        Val off = field_offset(r, e, &bits, &unit);
        const ValNode *n = val_node(vs, base);
        if (n->kind != VK_ADDR)
            return base;
        ObjId o = n->a;
        Val from = n->b;
        info->bit_field = bits;
        info->unit_off = bits ? val_off_add(vs, from, unit) : 0;
        return val_addr(vs, o, val_off_add(vs, from, off));
    }
    default: { /* no place, or a value of a type that was lost */
        *info = (PlaceInfo){.indexed = true};
        SymInfo what = sym_info(SO_OPAQUE, vtype_ptr);
        what.f = at->f;
        what.inst = at->inst;
        return val_sym(vs, s->frame->context, at->inst->id, 0x20000000u + e->node, s->generation, &what);
    }
    }
}

Val exec_place_info(Run *r, State *s, const Where *at, const IrExp *place, PlaceInfo *info)
{
    *info = (PlaceInfo){0};
    return place_at(r, s, at, place, info);
}

Val exec_place(Run *r, State *s, const Where *at, const IrExp *place)
{
    PlaceInfo info;
    return exec_place_info(r, s, at, place, &info);
}
