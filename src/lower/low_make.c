/*
 * Makers of expressions, loads and stores; conversions; builtin binary operators with their folding.
 */
#include <string.h>

#include "lower/low.h"

/* ---- makers ---- */

IrExp *low_new_exp(Lower *l, IrExpKind k, TypeId type, NodeId node)
{
    IrExp *e = arena_alloc(l->arena, sizeof *e);
    *e = (IrExp){.kind = (u8)k, .type = type, .node = node};
    return e;
}

const IrExp *low_int(Lower *l, TypeId type, u64 value, NodeId node)
{
    IrExp *e = low_new_exp(l, IE_INT, type, node);
    e->num = type_wrap(l->tt, type, value);
    return e;
}

const IrExp *low_unknown_exp(Lower *l, TypeId type, NodeId node)
{
    return low_new_exp(l, IE_UNKNOWN, type, node);
}

const IrExp *low_var_place(Lower *l, IrVar *v, NodeId node)
{
    TypeId t = v->type;
    if (type_kind(l->tt, t) == TY_REF)
        t = type_ptr(l->tt, type_of(l->tt, t));
    IrExp *e = low_new_exp(l, IE_VAR, t, node);
    e->var = v;
    return e;
}

/* The object that a variable's name means: the referent for a reference. */
const IrExp *low_var_object(Lower *l, IrVar *v, NodeId node)
{
    if (v->kind == IV_STATIC && v->global) {
        IrExp *g = low_new_exp(l, IE_GLOBAL, v->global->type, node);
        g->global = v->global;
        return v->global->is_ref ? low_deref(l, low_load(l, g, node), node) : g;
    }
    const IrExp *e = low_var_place(l, v, node);
    if (type_kind(l->tt, v->type) != TY_REF)
        return e;
    return low_deref(l, low_load(l, e, node), node);
}

const IrExp *low_field(Lower *l, const IrExp *base, u32 field, Sym name, TypeId type, NodeId node)
{
    /* Members of const objects are const, unless mutable. */
    u8 quals = type_get(l->tt, base->type)->quals;
    if (field != IR_NO_FIELD && quals) {
        const Record *r = type_record(l->tt, base->type);
        if (r && (r->fields[field].flags & FIELD_MUTABLE))
            quals &= (u8)~TQ_CONST;
    }
    IrExp *e = low_new_exp(l, IE_FIELD, type_qualified(l->tt, type, quals & (TQ_CONST | TQ_VOLATILE)), node);
    e->a = base;
    e->field = field;
    e->name = name;
    return e;
}

const IrExp *low_deref(Lower *l, const IrExp *p, NodeId node)
{
    if (p->kind == IE_ADDR && !(p->flags & IX_DECAY))
        return p->a;
    TypeId t = type_kind(l->tt, p->type) == TY_PTR ? type_of(l->tt, p->type) : TYPE_UNKNOWN;
    IrExp *e = low_new_exp(l, IE_DEREF, t, node);
    e->a = p;
    return e;
}

const IrExp *low_index(Lower *l, const IrExp *base, const IrExp *index, NodeId node)
{
    TypeKind k = type_kind(l->tt, base->type);
    TypeId t = k == TY_ARRAY || k == TY_PTR ? type_of(l->tt, base->type) : TYPE_UNKNOWN;
    IrExp *e = low_new_exp(l, IE_INDEX, t, node);
    e->a = base;
    e->b = index;
    return e;
}

const IrExp *low_addr(Lower *l, const IrExp *place, NodeId node, u32 flags)
{
    TypeId t;
    if (flags & IX_DECAY) {
        if (place->kind == IE_DEREF && type_kind(l->tt, place->type) == TY_FUNC)
            return place->a;
        t = type_decayed(l->tt, place->type);
    } else if (place->kind == IE_DEREF)
        return place->a;
    else
        t = type_ptr(l->tt, place->type);
    IrVar *v = ir_place_root(place);
    if (v)
        v->flags |= IVF_ADDRESS_TAKEN;
    IrExp *e = low_new_exp(l, IE_ADDR, t, node);
    e->flags = (u16)flags;
    e->a = place;
    return e;
}

const IrExp *low_load(Lower *l, const IrExp *place, NodeId node)
{
    IrInst *i = low_emit(l, II_LOAD, node);
    i->place = place;
    IrExp *e = low_new_exp(l, IE_TEMP, type_unqualified(l->tt, place->type), node);
    e->temp = low_temp(l, i);
    return e;
}

IrInst *low_store(Lower *l, const IrExp *place, const IrExp *value, NodeId node, u32 flags)
{
    IrInst *i = low_emit(l, II_STORE, node);
    i->flags = (u16)flags;
    i->place = place;
    i->value = value;
    return i;
}

const IrExp *low_spill(Lower *l, const IrExp *value, TypeId type, NodeId node)
{
    IrVar *v = low_var(l, 0, type_unqualified(l->tt, type), IV_SYNTH, node);
    const IrExp *p = low_var_place(l, v, node);
    if (value)
        low_store(l, p, value, node, IIF_IMPLICIT | IIF_INIT);
    return p;
}

const IrExp *low_to_value(Lower *l, const IrExp *e, NodeId node)
{
    if (!ir_is_place(e))
        return e;
    switch (type_kind(l->tt, e->type)) {
    case TY_ARRAY:
    case TY_FUNC: return low_addr(l, e, node, IX_DECAY);
    case TY_VOID: return low_unknown_exp(l, TYPE_VOID, node);
    default: break;
    }
    if (e->kind == IE_STRING)
        return low_addr(l, e, node, IX_DECAY);
    if (e->kind == IE_GLOBAL && e->global->is_function) /* of a function nobody declares */
        return low_addr(l, e, node, IX_DECAY);
    if (e->kind == IE_OBJECT)
        return e->a;
    return low_load(l, e, node);
}

const IrExp *low_bound_addr(Lower *l, const IrExp *e, NodeId node)
{
    if (e->kind == IE_OBJECT)
        e = e->a;
    if (!ir_is_place(e))
        e = low_spill(l, e, e->type, node);
    return low_addr(l, e, node, IX_BINDING);
}

/* ---- conversions ---- */

bool low_is_null(const IrExp *e)
{
    return e->kind == IE_INT && e->num == 0;
}

const IrExp *low_cast(Lower *l, const IrExp *e, TypeId to, NodeId node, u32 flags, IrCastStyle style)
{
    to = type_unqualified(l->tt, to);
    if (e->type == to && (flags & IX_IMPLICIT))
        return e;
    if (e->kind == IE_INT) {
        bool from_int = type_is_integer(l->tt, e->type), to_int = type_is_integer(l->tt, to);
        bool fits = to_int && from_int && type_wrap(l->tt, to, e->num) == e->num &&
                    (type_is_signed(l->tt, to) == type_is_signed(l->tt, e->type) || (i64)e->num >= 0);
        if (fits || (type_kind(l->tt, to) == TY_PTR && e->num == 0)) {
            IrExp *c = low_new_exp(l, IE_INT, to, node);
            c->num = e->num;
            c->flags = e->flags;
            if (!to_int)
                c->flags |= IX_NULL;
            else if (!(flags & IX_IMPLICIT))
                c->flags |= IX_FOLDED;
            return c;
        }
    }
    IrExp *c = low_new_exp(l, IE_CAST, to, node);
    c->op = (u8)style;
    c->flags = (u16)flags;
    c->a = e;
    return c;
}

static bool derives(Lower *l, TypeId from, TypeId to)
{
    const Record *r = type_record(l->tt, from);
    for (u32 i = 0; r && i < r->n_bases; i++)
        if (type_unqualified(l->tt, r->fields[i].type) == type_unqualified(l->tt, to) ||
            derives(l, r->fields[i].type, to))
            return true;
    return false;
}

const IrExp *low_convert(Lower *l, const IrExp *v, TypeId to, NodeId node)
{
    to = type_unqualified(l->tt, to);
    TypeKind k = type_kind(l->tt, to), from = type_kind(l->tt, v->type);
    if (v->type == to || k == TY_UNKNOWN || k == TY_NAMED || k == TY_VOID || k == TY_ARRAY || k == TY_FUNC ||
        k == TY_RECORD || k == TY_REF || k == TY_MEMPTR || from == TY_VOID)
        return v;
    if (from == TY_RECORD || v->kind == IE_LAMBDA || v->kind == IE_ZERO)
        return v; /* a conversion function, or an error */
    IrCastStyle style = CAST_IMPLICIT;
    if (k == TY_PTR && from == TY_PTR) {
        TypeId a = type_unqualified(l->tt, type_of(l->tt, v->type)),
               b = type_unqualified(l->tt, type_of(l->tt, to));
        if (a == b) /* only qualifiers differ */
            return v;
        if (l->cxx && type_kind(l->tt, a) == TY_RECORD && type_kind(l->tt, b) == TY_RECORD &&
            derives(l, a, b)) {
            style = CAST_BASE;
        }
    }
    return low_cast(l, v, to, node, IX_IMPLICIT, style);
}

/* ---- binary operators ---- */

TypeId low_truth_type(const Lower *l)
{
    return l->cxx ? TYPE_BOOL : TYPE_INT;
}

static const IrExp *fold(Lower *l, IrBinop op, TypeId operands, TypeId result, const IrExp *a, const IrExp *b,
                         NodeId node)
{
    i64 v;
    if (a->kind != IE_INT || b->kind != IE_INT || !type_is_integer(l->tt, operands) ||
        !low_fold_binary(l->tt, op, operands, (i64)a->num, (i64)b->num, &v))
        return NULL;
    IrExp *e = low_new_exp(l, IE_INT, result, node);
    e->num = type_wrap(l->tt, result, (u64)v);
    e->flags = IX_FOLDED;
    return e;
}

const IrExp *low_binop(Lower *l, IrBinop op, const IrExp *a, const IrExp *b, NodeId node)
{
    TypeTable *tt = l->tt;
    bool pa = type_is_pointer(tt, a->type), pb = type_is_pointer(tt, b->type);
    bool compare = op >= BIN_EQ && op <= BIN_CMP3;
    TypeId result = TYPE_UNKNOWN, operands = TYPE_UNKNOWN;
    if (compare) {
        result = op == BIN_CMP3 ? TYPE_UNKNOWN : low_truth_type(l);
        if (pa && low_is_null(b))
            b = low_cast(l, b, a->type, b->node, IX_IMPLICIT, CAST_IMPLICIT);
        else if (pb && low_is_null(a))
            a = low_cast(l, a, b->type, a->node, IX_IMPLICIT, CAST_IMPLICIT);
        else if (!pa && !pb)
            operands = type_usual(tt, a->type, b->type);
    } else if (op == BIN_ADD && (pa || pb)) {
        if (pb && !pa) {
            const IrExp *swap = a;
            a = b;
            b = swap;
        }
        op = BIN_PTRADD;
        result = a->type;
    } else if (op == BIN_SUB && pa) {
        op = pb ? BIN_PTRDIFF : BIN_PTRSUB;
        result = pb ? type_ptrdiff_t(tt) : a->type;
        if (!pb && type_is_unknown(tt, b->type)) /* unknown - could be a pointer as well */
            result = TYPE_UNKNOWN;
    } else if (op == BIN_SHL || op == BIN_SHR) {
        if (type_is_integer(tt, a->type))
            result = type_promoted(tt, a->type);
        a = low_convert(l, a, result, a->node);
        if (type_is_integer(tt, b->type))
            b = low_convert(l, b, type_promoted(tt, b->type), b->node);
    } else {
        operands = result = type_usual(tt, a->type, b->type);
        if (op == BIN_SUB && type_is_unknown(tt, a->type))
            result = TYPE_UNKNOWN;
    }
    if (operands != TYPE_UNKNOWN) {
        a = low_convert(l, a, operands, a->node);
        b = low_convert(l, b, operands, b->node);
    }
    TypeId fold_type = op == BIN_SHL || op == BIN_SHR ? result : operands;
    const IrExp *folded = fold_type != TYPE_UNKNOWN ? fold(l, op, fold_type, result, a, b, node) : NULL;
    if (folded)
        return folded;
    IrExp *e = low_new_exp(l, IE_BINOP, result, node);
    e->op = (u8)op;
    e->a = a;
    e->b = b;
    return e;
}
