/*
 * Expressions. low_exp gives a place or a value; side effects and control flow inside go to the current block.
 * Chains of binary operators are walked with a stack of our own, since generated code makes them arbitrarily long.
 */
#include <string.h>

#include "lower/low.h"

/* Operands of a chain after which the value so far is kept in a variable, so that trees stay shallow for all readers. */
enum { CHAIN_SPILL = 200 };

bool low_enter_depth(Lower *l)
{
    if (l->depth >= LIMIT_LOWER_DEPTH) {
        l->ir->n_depth_limited++;
        return false;
    }
    l->depth++;
    return true;
}

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
static const IrExp *var_object(Lower *l, IrVar *v, NodeId node)
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
    if (flags & IX_DECAY)
        t = type_decayed(l->tt, place->type);
    else if (place->kind == IE_DEREF)
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

static bool is_null_constant(const IrExp *e)
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
        if (type_unqualified(l->tt, r->fields[i].type) == type_unqualified(l->tt, to) || derives(l, r->fields[i].type, to))
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
        TypeId a = type_unqualified(l->tt, type_of(l->tt, v->type)), b = type_unqualified(l->tt, type_of(l->tt, to));
        if (a == b && type_get(l->tt, v->type)->quals == 0) { /* only qualifiers differ */
            if (v->type == to)
                return v;
        } else if (l->cxx && type_kind(l->tt, a) == TY_RECORD && type_kind(l->tt, b) == TY_RECORD && derives(l, a, b)) {
            style = CAST_BASE;
        }
    }
    return low_cast(l, v, to, node, IX_IMPLICIT, style);
}

/* ---- operators ---- */

static TypeId truth_type(const Lower *l)
{
    return l->cxx ? TYPE_BOOL : TYPE_INT;
}

static const IrExp *fold(Lower *l, IrBinop op, TypeId operands, TypeId result, const IrExp *a, const IrExp *b, NodeId node)
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
        result = op == BIN_CMP3 ? TYPE_UNKNOWN : truth_type(l);
        if (pa && is_null_constant(b))
            b = low_cast(l, b, a->type, b->node, IX_IMPLICIT, CAST_IMPLICIT);
        else if (pb && is_null_constant(a))
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

static const u8 binop_of_token[TK_COUNT] = {
    [TK_PLUS] = BIN_ADD + 1,   [TK_MINUS] = BIN_SUB + 1, [TK_STAR] = BIN_MUL + 1,  [TK_SLASH] = BIN_DIV + 1,
    [TK_PERCENT] = BIN_REM + 1, [TK_SHL] = BIN_SHL + 1,  [TK_SHR] = BIN_SHR + 1,   [TK_AMP] = BIN_AND + 1,
    [TK_PIPE] = BIN_OR + 1,    [TK_CARET] = BIN_XOR + 1, [TK_EQEQ] = BIN_EQ + 1,   [TK_NE] = BIN_NE + 1,
    [TK_LT] = BIN_LT + 1,      [TK_LE] = BIN_LE + 1,     [TK_GT] = BIN_GT + 1,     [TK_GE] = BIN_GE + 1,
    [TK_SPACESHIP] = BIN_CMP3 + 1,
    [TK_PLUS_ASSIGN] = BIN_ADD + 1,   [TK_MINUS_ASSIGN] = BIN_SUB + 1, [TK_STAR_ASSIGN] = BIN_MUL + 1,
    [TK_SLASH_ASSIGN] = BIN_DIV + 1,  [TK_PERCENT_ASSIGN] = BIN_REM + 1, [TK_AMP_ASSIGN] = BIN_AND + 1,
    [TK_PIPE_ASSIGN] = BIN_OR + 1,    [TK_CARET_ASSIGN] = BIN_XOR + 1, [TK_SHL_ASSIGN] = BIN_SHL + 1,
    [TK_SHR_ASSIGN] = BIN_SHR + 1,
};

/* One step of a chain: acc op rhs. */
static const IrExp *combine(Lower *l, NodeId n, const IrExp *acc, NodeId left, NodeId right)
{
    u8 op = nd(l, n)->op;
    if (l->cxx) {
        const IrExp *rhs = low_exp(l, right);
        const IrExp *call = low_operator(l, sym_str(token_sym_of_kind((TokenKind)op)), acc, rhs, left, right, n);
        if (call)
            return call;
        acc = low_to_value(l, acc, left);
        rhs = low_to_value(l, rhs, right);
        return low_binop(l, (IrBinop)(binop_of_token[op] - 1), acc, rhs, n);
    }
    const IrExp *rhs = low_value(l, right);
    return low_binop(l, (IrBinop)(binop_of_token[op] - 1), acc, rhs, n);
}

static bool is_logic(u8 op)
{
    return op == TK_AMPAMP || op == TK_PIPEPIPE;
}

/* An expression whose value is dropped though nothing but its value matters. */
static void discard(Lower *l, const IrExp *e, NodeId n, u32 flags)
{
    if (e->kind == IE_TEMP || (e->kind == IE_DEREF && e->a->kind == IE_TEMP)) {
        TempId t = e->kind == IE_TEMP ? e->temp : e->a->temp;
        IrInst *def = l->fn->temps.at[t];
        if (def->op == II_CALL || def->op == II_UNKNOWN) {
            def->flags |= (u16)(IIF_DISCARDED | flags);
            return;
        }
    }
    if (e->type == TYPE_VOID && !ir_is_place(e))
        return;
    const IrVar *v = ir_is_place(e) ? ir_place_root(e) : NULL;
    if (v && v->kind == IV_SYNTH) /* an object made only for its constructor */
        return;
    IrInst *i = low_emit(l, II_EVAL, n);
    i->flags = (u16)flags;
    i->value = e;
}

static const IrExp *binary(Lower *l, NodeId n)
{
    u32 base = l->stack.n;
    NodeId x = n;
    while (kind(l, x) == N_BINARY && !is_logic(nd(l, x)->op)) {
        vec_push(&l->stack, x);
        x = first(l, x);
    }
    NodeId left = x;
    u32 since = 0;
    bool comma_first = nd(l, vec_last(&l->stack))->op == TK_COMMA;
    const IrExp *acc;
    if (comma_first) {
        low_effect(l, left);
        acc = NULL;
    } else {
        acc = low_exp(l, left);
    }
    while (l->stack.n > base) {
        NodeId op = vec_pop(&l->stack);
        NodeId right = next(l, first(l, op));
        if (nd(l, op)->op == TK_COMMA) {
            if (acc)
                discard(l, low_to_value(l, acc, left), left, 0);
            /* Not the last: only its effects count, unless an operator takes it (parenthesised, so never here). */
            bool last = l->stack.n == base;
            if (last) {
                acc = low_exp(l, right);
            } else if (nd(l, vec_last(&l->stack))->op == TK_COMMA) {
                low_effect(l, right);
                acc = NULL;
            } else {
                acc = low_exp(l, right);
            }
        } else {
            if (!l->cxx || !low_is_class(l, acc->type))
                acc = low_to_value(l, acc, left);
            acc = combine(l, op, acc, left, right);
            if (++since == CHAIN_SPILL && !ir_is_place(acc)) {
                acc = low_load(l, low_spill(l, acc, acc->type, op), op);
                since = 0;
            }
        }
        left = op;
    }
    return acc ? acc : low_unknown_exp(l, TYPE_VOID, n);
}

/* && and || as a value. */
static const IrExp *logic_value(Lower *l, NodeId n)
{
    TypeId t = truth_type(l);
    LowBlock *yes = low_block(l), *no = low_block(l), *join = low_block(l);
    const IrExp *p = low_spill(l, NULL, t, n);
    low_cond(l, n, yes, no, nd(l, n)->op == TK_AMPAMP ? BR_AND : BR_OR, n);
    low_start(l, yes);
    if (l->fn->cur)
        low_store(l, p, low_int(l, t, 1, n), n, IIF_IMPLICIT);
    low_goto(l, join, n, 0);
    low_start(l, no);
    if (l->fn->cur)
        low_store(l, p, low_int(l, t, 0, n), n, IIF_IMPLICIT);
    low_start(l, join);
    return low_load(l, p, n);
}

static TypeId common_type(Lower *l, TypeId a, TypeId b, const IrExp *ea, const IrExp *eb)
{
    if (a == b)
        return a;
    TypeId u = type_usual(l->tt, a, b);
    if (u != TYPE_UNKNOWN)
        return u;
    if (type_is_pointer(l->tt, a) && (is_null_constant(eb) || type_is_unknown(l->tt, b) || type_kind(l->tt, b) == TY_NULLPTR))
        return a;
    if (type_is_pointer(l->tt, b) && (is_null_constant(ea) || type_is_unknown(l->tt, a) || type_kind(l->tt, a) == TY_NULLPTR))
        return b;
    if (type_is_pointer(l->tt, a) && type_is_pointer(l->tt, b)) {
        if (type_kind(l->tt, type_of(l->tt, a)) == TY_VOID)
            return a;
        if (type_kind(l->tt, type_of(l->tt, b)) == TY_VOID)
            return b;
        return type_get(l->tt, type_of(l->tt, a))->quals ? a : b;
    }
    if (type_is_unknown(l->tt, a) && type_kind(l->tt, b) == TY_RECORD)
        return b;
    if (type_is_unknown(l->tt, b) && type_kind(l->tt, a) == TY_RECORD)
        return a;
    return type_kind(l->tt, a) == TY_VOID || type_kind(l->tt, b) == TY_VOID ? TYPE_VOID : TYPE_UNKNOWN;
}

static const IrExp *conditional(Lower *l, NodeId n, bool effect)
{
    const Node *x = nd(l, n);
    NodeId c = x->first, then = next(l, c), other = next(l, then);
    i64 cv;
    TypeId ct;
    if (some(l, then) && low_const(l, c, &cv, &ct)) {
        if (!effect)
            return low_exp(l, cv ? then : other);
        low_effect(l, cv ? then : other);
        return low_unknown_exp(l, TYPE_VOID, n);
    }
    LowBlock *yes = low_block(l), *no = low_block(l), *join = low_block(l);
    const IrExp *a = NULL, *b;
    if (some(l, then)) {
        low_cond(l, c, yes, no, BR_COND, n);
    } else { /* a ?: b */
        a = low_value(l, c);
        low_branch(l, a, yes, no, BR_COND, c, n, 0);
    }
    low_start(l, yes);
    if (effect && some(l, then))
        low_effect(l, then);
    else if (!a)
        a = low_value(l, then);
    LowBlock *end_yes = l->fn->cur;
    l->fn->cur = NULL;
    low_start(l, no);
    b = NULL;
    if (effect)
        low_effect(l, other);
    else
        b = low_value(l, other);
    LowBlock *end_no = l->fn->cur;
    l->fn->cur = NULL;
    const IrExp *p = NULL;
    if (!effect) {
        TypeId t = common_type(l, a->type, b->type, a, b);
        if (!end_yes && end_no) /* one side throws or never returns */
            t = b->type;
        else if (end_yes && !end_no)
            t = a->type;
        if (type_kind(l->tt, t) != TY_VOID) {
            p = low_spill(l, NULL, t, n);
            if (end_yes) {
                l->fn->cur = end_yes;
                low_store(l, p, low_convert(l, a, t, then), n, IIF_IMPLICIT);
            }
            if (end_no) {
                l->fn->cur = end_no;
                low_store(l, p, low_convert(l, b, t, other), n, IIF_IMPLICIT);
            }
        }
    }
    l->fn->cur = end_yes;
    low_goto(l, join, n, 0);
    l->fn->cur = end_no;
    low_goto(l, join, n, 0);
    low_start(l, join);
    return p ? low_load(l, p, n) : low_unknown_exp(l, TYPE_VOID, n);
}

/* ---- assignment ---- */

static const IrExp *to_place(Lower *l, const IrExp *e, NodeId node)
{
    if (ir_is_place(e))
        return e;
    IrExp *o = low_new_exp(l, IE_OBJECT, e->type, node);
    o->a = e;
    return o;
}

static const IrExp *assign(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId ln = x->first, rn = next(l, ln);
    u8 op = x->op;
    if (op == TK_ASSIGN) {
        const IrExp *place = to_place(l, low_exp(l, ln), ln);
        if (rn && kind(l, rn) == N_INIT_LIST) {
            low_init(l, place, place->type, rn, n);
            return place;
        }
        if (l->cxx && low_is_class(l, place->type)) {
            const IrExp *rhs = low_exp(l, rn);
            const IrExp *call = low_operator(l, "=", place, rhs, ln, rn, n);
            if (call)
                return call;
            low_store(l, place, low_to_value(l, rhs, rn), n, 0);
            return place;
        }
        const IrExp *v = low_convert(l, low_value(l, rn), place->type, rn);
        low_store(l, place, v, n, 0);
        return type_kind(l->tt, place->type) == TY_RECORD ? place : v;
    }
    const IrExp *place = to_place(l, low_exp(l, ln), ln);
    const IrExp *rhs = NULL;
    if (l->cxx && low_is_class(l, place->type)) {
        rhs = low_exp(l, rn);
        const IrExp *call = low_operator(l, sym_str(token_sym_of_kind((TokenKind)op)), place, rhs, ln, rn, n);
        if (call)
            return call;
        rhs = low_to_value(l, rhs, rn);
    } else {
        rhs = low_value(l, rn);
    }
    const IrExp *old = low_load(l, place, ln);
    const IrExp *v = low_binop(l, (IrBinop)(binop_of_token[op] - 1), old, rhs, n);
    v = low_convert(l, v, place->type, n);
    low_store(l, place, v, n, IIF_COMPOUND);
    return v;
}

static const IrExp *step(Lower *l, NodeId n, bool postfix)
{
    NodeId x = first(l, n);
    u8 op = nd(l, n)->op;
    const IrExp *place = to_place(l, low_exp(l, x), x);
    if (l->cxx && low_is_class(l, place->type)) {
        const IrExp *zero = postfix ? low_int(l, TYPE_INT, 0, 0) : NULL;
        const IrExp *call = low_operator(l, op == TK_PLUSPLUS ? "++" : "--", place, zero, x, 0, n);
        if (call)
            return call;
    }
    const IrExp *old = low_load(l, place, x);
    const IrExp *v;
    if (type_kind(l->tt, old->type) == TY_BOOL) {
        v = low_int(l, TYPE_BOOL, op == TK_PLUSPLUS, n);
    } else {
        v = low_binop(l, op == TK_PLUSPLUS ? BIN_ADD : BIN_SUB, old, low_int(l, TYPE_INT, 1, 0), n);
        v = low_convert(l, v, place->type, n);
    }
    low_store(l, place, v, n, IIF_COMPOUND | (postfix ? IIF_POSTFIX : 0));
    return postfix ? old : l->cxx ? place : v;
}

/* ---- unary operators ---- */

static bool names_member(Lower *l, NodeId n)
{
    return l->cxx && kind(l, n) == N_QUALIFIED;
}

static const IrExp *member_pointer(Lower *l, NodeId n, NodeId name)
{
    NodeId last;
    Sym scope;
    u32 e = low_lookup_name(l, name, LOOK_VALUE, &last, &scope);
    TypeId cls = scope ? low_class_of_scope(l, scope, true) : 0;
    if (e) {
        const IndexEntry *x = low_entry(l, e);
        if (x->kind == DK_VARIABLE || x->kind == DK_ENUMERATOR || !sym_len(x->scope) ||
            !low_class_of_scope(l, x->scope, true) || low_is_static_member(l, e))
            return NULL;
    } else if (!cls) {
        return NULL;
    }
    Sym s = last ? low_name_sym(l, last) : 0;
    TypeId of = e ? low_entry_type(l, e) : TYPE_UNKNOWN;
    if (!e && cls) {
        u32 path[8];
        TypeId c = cls;
        u32 len = type_find_field(l->tt, cls, s, path, LENGTH(path));
        for (u32 i = 0; i < len; i++) {
            const Record *r = type_record(l->tt, c);
            of = r->fields[path[i]].type;
            c = of;
        }
    }
    IrExp *m = low_new_exp(l, IE_MEMPTR, type_memptr(l->tt, of, cls ? cls : TYPE_UNKNOWN), n);
    m->name = s;
    m->global = e ? low_global_of_entry(l, e) : NULL;
    return m;
}

static const IrExp *unary(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId o = x->first;
    switch (x->op) {
    case TK_AMP: {
        NodeId inner = o;
        while (kind(l, inner) == N_PAREN)
            inner = first(l, inner);
        if (names_member(l, inner)) {
            const IrExp *m = member_pointer(l, n, inner);
            if (m)
                return m;
        }
        const IrExp *e = low_exp(l, o);
        if (!ir_is_place(e)) {
            if (e->type != TYPE_UNKNOWN && l->cxx && low_is_class(l, e->type))
                return low_bound_addr(l, e, n);
            return e->kind == IE_UNKNOWN ? e : low_unknown_exp(l, type_ptr(l->tt, e->type), n);
        }
        return low_addr(l, e, n, 0);
    }
    case TK_STAR: {
        const IrExp *e = low_exp(l, o);
        if (l->cxx && low_is_class(l, e->type)) {
            const IrExp *call = low_operator(l, "*", e, NULL, o, 0, n);
            if (call)
                return call;
        }
        if (type_kind(l->tt, e->type) == TY_FUNC)
            return e;
        e = low_to_value(l, e, o);
        TypeKind k = type_kind(l->tt, e->type);
        if (k == TY_PTR && type_kind(l->tt, type_of(l->tt, e->type)) == TY_FUNC && e->kind == IE_ADDR)
            return e->a;
        return low_deref(l, e, n);
    }
    case TK_PLUSPLUS:
    case TK_MINUSMINUS: return step(l, n, false);
    case KW_EXTENSION: return low_exp(l, o);
    case TK_NOT: {
        const IrExp *e = low_exp(l, o);
        if (l->cxx && type_kind(l->tt, e->type) == TY_RECORD) {
            const IrExp *call = low_operator(l, "!", e, NULL, o, 0, n);
            if (call)
                return call;
        }
        e = low_to_value(l, e, o);
        if (e->kind == IE_INT)
            return low_int(l, truth_type(l), e->num == 0, n);
        IrExp *u = low_new_exp(l, IE_UNOP, truth_type(l), n);
        u->op = UN_NOT;
        u->a = e;
        return u;
    }
    case TK_PLUS:
    case TK_MINUS:
    case TK_TILDE:
    case KW_REAL:
    case KW_IMAG: {
        const IrExp *e = low_exp(l, o);
        if (l->cxx && low_is_class(l, e->type)) {
            const IrExp *call = low_operator(l, sym_str(token_sym_of_kind((TokenKind)x->op)), e, NULL, o, 0, n);
            if (call)
                return call;
        }
        e = low_to_value(l, e, o);
        if (x->op == KW_REAL || x->op == KW_IMAG) {
            IrExp *u = low_new_exp(l, IE_UNOP, TYPE_UNKNOWN, n);
            u->op = x->op == KW_REAL ? UN_REAL : UN_IMAG;
            u->a = e;
            return u;
        }
        TypeId t = type_is_arithmetic(l->tt, e->type) ? type_promoted(l->tt, e->type) : TYPE_UNKNOWN;
        e = low_convert(l, e, t, o);
        if (x->op == TK_PLUS)
            return e;
        if (e->kind == IE_INT && type_is_integer(l->tt, t)) {
            i64 v;
            if (x->op == TK_TILDE ? (v = (i64)type_wrap(l->tt, t, ~e->num), true)
                                  : low_fold_binary(l->tt, BIN_SUB, t, 0, (i64)e->num, &v)) {
                IrExp *c = low_new_exp(l, IE_INT, t, n);
                c->num = (u64)v;
                c->flags = IX_FOLDED;
                return c;
            }
        }
        if (e->kind == IE_FLOAT && x->op == TK_MINUS) {
            IrExp *c = low_new_exp(l, IE_FLOAT, e->type, n);
            c->real = -e->real;
            return c;
        }
        IrExp *u = low_new_exp(l, IE_UNOP, t, n);
        u->op = x->op == TK_MINUS ? UN_NEG : UN_BITNOT;
        u->a = e;
        return u;
    }
    default: /* co_await */ {
        const IrExp *e = low_value(l, o);
        discard(l, e, n, 0);
        l->fn->f->flags |= IFN_COROUTINE;
        return low_unknown_exp(l, TYPE_UNKNOWN, n);
    }
    }
}

/* ---- members and elements ---- */

const IrExp *low_member(Lower *l, const IrExp *base, Sym name, NodeId node)
{
    u32 path[16];
    u32 len = type_find_field(l->tt, base->type, name, path, LENGTH(path));
    if (!len)
        return NULL;
    for (u32 i = 0; i < len; i++) {
        const Record *r = type_record(l->tt, base->type);
        base = low_field(l, base, path[i], r->fields[path[i]].name, r->fields[path[i]].type, node);
        if (l->cxx && type_kind(l->tt, base->type) == TY_REF) { /* a member that is a reference */
            TypeId referent = type_of(l->tt, base->type);
            IrExp *slot = (IrExp *)base;
            slot->type = type_ptr(l->tt, referent);
            base = low_deref(l, low_load(l, base, node), node);
        }
    }
    return base;
}

/* The object before . or behind -> */
static const IrExp *member_base(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId b = x->first;
    const IrExp *e = low_exp(l, b);
    if (x->op == TK_DOT || x->op == TK_DOTSTAR)
        return to_place(l, e, b);
    if (l->cxx && low_is_class(l, e->type)) {
        const IrExp *p = low_operator(l, "->", e, NULL, b, 0, n);
        if (p)
            return low_deref(l, low_to_value(l, p, n), n);
    }
    IrExp *d = (IrExp *)low_deref(l, low_to_value(l, e, b), n);
    if (d->kind == IE_DEREF)
        d->flags |= IX_ARROW;
    return d;
}

static const IrExp *member(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId name = next(l, x->first);
    const IrExp *base = member_base(l, n);
    if (x->op == TK_DOTSTAR || x->op == TK_ARROWSTAR) {
        const IrExp *m = low_value(l, name);
        TypeId t = type_kind(l->tt, m->type) == TY_MEMPTR ? type_of(l->tt, m->type) : TYPE_UNKNOWN;
        return low_field(l, base, IR_NO_FIELD, 0, t, n);
    }
    NodeId last = name;
    if (kind(l, name) == N_QUALIFIED)
        for (NodeId c = first(l, name); c; c = next(l, c))
            last = c;
    Sym s = low_name_sym(l, last);
    IrExp *f = (IrExp *)low_member(l, base, s, n);
    if (!f && l->cxx) {
        const Record *r = type_record(l->tt, base->type);
        u32 e = r && r->qualified ? low_lookup_in(l, r->qualified, s, LOOK_VALUE) : 0;
        if (e && low_entry(l, e)->kind != DK_FUNCTION && low_entry(l, e)->kind != DK_PROTOTYPE)
            return low_entry_exp(l, e, n);
    }
    if (!f)
        f = (IrExp *)low_field(l, base, IR_NO_FIELD, s, TYPE_UNKNOWN, n);
    if (x->op == TK_ARROW && f->kind == IE_FIELD)
        f->flags |= IX_ARROW;
    return f;
}

static const IrExp *subscript(Lower *l, NodeId n)
{
    NodeId b = first(l, n), i = next(l, b);
    const IrExp *base = low_exp(l, b);
    if (l->cxx && low_is_class(l, base->type)) {
        const IrExp *idx = i ? low_exp(l, i) : NULL;
        const IrExp *call = low_operator(l, "[]", base, idx, b, i, n);
        if (call)
            return call;
        return low_index(l, low_to_value(l, base, b), idx ? low_to_value(l, idx, i) : low_unknown_exp(l, TYPE_UNKNOWN, n), n);
    }
    if (type_kind(l->tt, base->type) != TY_ARRAY || !ir_is_place(base))
        base = low_to_value(l, base, b);
    const IrExp *idx = i ? low_value(l, i) : low_unknown_exp(l, TYPE_UNKNOWN, n);
    if (type_is_integer(l->tt, base->type) && type_is_pointer(l->tt, idx->type)) { /* 3[a] */
        const IrExp *swap = base;
        base = idx;
        idx = swap;
    }
    if (type_is_integer(l->tt, idx->type))
        idx = low_convert(l, idx, type_promoted(l->tt, idx->type), i);
    return low_index(l, base, idx, n);
}

/* ---- names ---- */

static bool all_upper(Sym s)
{
    const char *p = sym_str(s);
    bool letter = false;
    for (; *p; p++) {
        if (*p >= 'a' && *p <= 'z')
            return false;
        letter |= *p >= 'A' && *p <= 'Z';
    }
    return letter;
}

const IrExp *low_entry_exp(Lower *l, u32 entry, NodeId n)
{
    const IndexEntry *e = low_entry(l, entry);
    if (e->kind == DK_ENUMERATOR) {
        const Tree *tree = &l->p->units.at[e->unit]->tree;
        TypeId et = 0;
        if (e->decl && tree_kind(tree, e->decl) == N_ENUM) {
            Where w = low_enter(l, e->unit, e->scope);
            et = low_enum_type(l, e->decl);
            low_leave(l, w);
        }
        const EnumType *en = et ? type_enum(l->tt, et) : NULL;
        for (u32 i = 0; en && i < en->n_values; i++)
            if (en->values[i].node == e->node && en->values[i].known) {
                i64 v = en->values[i].value;
                TypeId t = l->cxx ? et : v == (i32)v ? TYPE_INT : en->underlying;
                IrExp *c = low_new_exp(l, IE_INT, t, n);
                c->num = (u64)v;
                c->flags = IX_ENUMERATOR;
                return c;
            }
        IrExp *u = low_new_exp(l, IE_UNKNOWN, et && l->cxx ? et : TYPE_INT, n);
        u->flags = IX_MACRO_NAME;
        u->name = e->name;
        return u;
    }
    IrGlobal *g = low_global_of_entry(l, entry);
    IrExp *x = low_new_exp(l, IE_GLOBAL, g->type, n);
    x->global = g;
    return g->is_ref ? low_deref(l, low_load(l, x, n), n) : x;
}

static const IrExp *string_of(Lower *l, Sym s, NodeId n)
{
    IrString *str = arena_new(l->arena, IrString);
    str->bytes = sym_str(s);
    str->n_bytes = str->length = sym_len(s);
    str->char_size = 1;
    str->spelling = s;
    IrExp *e = low_new_exp(l, IE_STRING, type_array(l->tt, type_qualified(l->tt, TYPE_CHAR, TQ_CONST), BOUND_KNOWN, str->length + 1u), n);
    e->str = str;
    return e;
}

/* Text of a qualified name as written, without template arguments. */
static Sym full_name(Lower *l, NodeId n)
{
    if (kind(l, n) != N_QUALIFIED)
        return low_name_sym(l, n);
    Sym s = 0;
    for (NodeId c = first(l, n); c; c = next(l, c))
        s = low_scope_join(s, low_name_sym(l, c));
    return s;
}

static const IrExp *local_name(Lower *l, const Binding *b, NodeId n)
{
    switch (b->kind) {
    case BIND_VAR: {
        IrVar *v = low_bound_var(l, b);
        return v ? var_object(l, v, n) : low_unknown_exp(l, b->type, n);
    }
    case BIND_CONST: {
        IrExp *c = low_new_exp(l, IE_INT, l->cxx ? b->type : TYPE_INT, n);
        c->num = (u64)b->value;
        c->flags = IX_ENUMERATOR;
        if (!b->has_value)
            c->kind = IE_UNKNOWN;
        return c;
    }
    case BIND_GLOBAL: {
        IrExp *g = low_new_exp(l, IE_GLOBAL, b->global->type, n);
        g->global = b->global;
        return g;
    }
    default: return low_unknown_exp(l, TYPE_UNKNOWN, n);
    }
}

static const IrExp *builtin_name(Lower *l, Sym s, NodeId n)
{
    const char *t = sym_str(s);
    if (s == l->sym_null) {
        IrExp *e = low_new_exp(l, IE_INT, type_ptr(l->tt, TYPE_VOID), n);
        e->flags = IX_NULL;
        return e;
    }
    if (t[0] == '_' && t[1] == '_' &&
        (strcmp(t, "__func__") == 0 || strcmp(t, "__FUNCTION__") == 0 || strcmp(t, "__PRETTY_FUNCTION__") == 0))
        return string_of(l, l->fn->f->name, n);
    if (strcmp(t, "true") == 0 || strcmp(t, "false") == 0) {
        IrExp *e = low_new_exp(l, IE_INT, TYPE_BOOL, n);
        e->num = t[0] == 't';
        e->flags = IX_BOOL;
        return e;
    }
    return NULL;
}

const IrExp *low_name(Lower *l, NodeId n)
{
    NodeKind k = kind(l, n);
    Sym s = low_name_sym(l, n);
    if (k != N_QUALIFIED) {
        Binding *b = low_local(l, s);
        if (b && b->kind != BIND_TYPE)
            return local_name(l, b, n);
        if (l->cxx && l->cls) {
            const IrExp *self = type_kind(l->tt, l->cls) == TY_RECORD && type_record(l->tt, l->cls)->n_fields ? low_this(l, n) : NULL;
            if (self) {
                const IrExp *f = low_member(l, low_deref(l, self, n), s, n);
                if (f)
                    return f;
            }
        }
    }
    NodeId last;
    Sym scope;
    u32 e = low_lookup_name(l, n, LOOK_VALUE, &last, &scope);
    if (e)
        return low_entry_exp(l, e, n);
    if (k != N_QUALIFIED) {
        const IrExp *b = builtin_name(l, s, n);
        if (b)
            return b;
    }
    if (k == N_QUALIFIED || all_upper(s)) {
        if (k == N_QUALIFIED && l->cls && scope) { /* Base::member */
            TypeId c = low_class_of_scope(l, scope, false);
            const IrExp *self = c ? low_this(l, n) : NULL;
            const IrExp *f = self ? low_member(l, low_deref(l, self, n), s, n) : NULL;
            if (f)
                return f;
        }
        IrExp *u = low_new_exp(l, IE_UNKNOWN, TYPE_UNKNOWN, n);
        u->flags = IX_MACRO_NAME;
        u->name = full_name(l, n);
        return u;
    }
    if (l->cls) { /* a member of a class (or of a base) whose definition was not seen */
        const IrExp *self = low_this(l, n);
        if (self)
            return low_field(l, low_deref(l, self, n), IR_NO_FIELD, s, TYPE_UNKNOWN, n);
    }
    IrGlobal *g = low_global_of_name(l, s, 0);
    IrExp *x = low_new_exp(l, IE_GLOBAL, g->type, n);
    x->global = g;
    return x;
}

/* ---- the rest ---- */

TypeId low_type_of_exp(Lower *l, NodeId n, const IrExp **place)
{
    if (!l->fn) { /* at file scope: in a function that is thrown away */
        bool locals = l->locals;
        low_fn_begin(l, n, false);
        l->locals = false;
        const IrExp *e = low_exp(l, n);
        TypeId t = e->type;
        if (place)
            *place = e;
        u32 insts = l->ir->n_insts, unknown = l->ir->n_unknown;
        low_fn_end(l);
        l->ir->n_insts = insts;
        l->ir->n_unknown = unknown;
        l->locals = locals;
        return t;
    }
    Fn *fn = l->fn;
    LowBlock *cur = fn->cur;
    u32 placed = fn->placed.n, gotos = fn->gotos.n, loops = fn->loops.n;
    Scope *scope = fn->scope;
    ScopeVar *vars = scope->vars;
    LowBlock *scratch = low_block(l);
    scratch->placed = true;
    fn->cur = scratch;
    const IrExp *e = low_exp(l, n);
    if (place)
        *place = e;
    fn->cur = cur;
    fn->placed.n = placed;
    fn->gotos.n = gotos;
    fn->loops.n = loops;
    scope->vars = vars;
    return e->type;
}

static const IrExp *size_of(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    IrSizeof *so = arena_new(l->arena, IrSizeof);
    IrExp *e = low_new_exp(l, IE_SIZEOF, type_size_t(l->tt), n);
    e->size = so;
    if (x->kind == N_SIZEOF_TYPE) {
        so->of = low_type_name(l, x->first);
    } else {
        NodeId o = x->first;
        while (kind(l, o) == N_PAREN)
            o = first(l, o);
        if (kind(l, o) == N_PACK) {
            so->of = TYPE_UNKNOWN;
            return e;
        }
        so->of = low_type_of_exp(l, o, &so->operand);
        so->of_pointer = type_is_pointer(l->tt, so->of);
        const IrExp *p = so->operand;
        so->of_array_param = p->kind == IE_VAR && (p->var->flags & IVF_ARRAY_PARAM);
    }
    u64 size;
    u32 align;
    if (x->op == KW_ALIGNOF) {
        e->flags |= IX_ALIGNOF;
        if (type_alignof(l->tt, so->of, &align)) {
            e->flags |= IX_KNOWN;
            e->num = align;
        }
    } else if (type_sizeof(l->tt, so->of, &size)) {
        e->flags |= IX_KNOWN;
        e->num = size;
    }
    return e;
}

static const IrExp *generic(Lower *l, NodeId n)
{
    NodeId c = first(l, n), fallback = 0;
    TypeId t = type_decayed(l->tt, low_type_of_exp(l, c, NULL));
    for (NodeId a = next(l, c); a; a = next(l, a)) {
        NodeId tn = first(l, a);
        if (!some(l, tn))
            fallback = next(l, tn);
        else if (type_compatible(l->tt, type_unqualified(l->tt, low_type_name(l, tn)), t) && !type_is_unknown(l->tt, t))
            return low_exp(l, next(l, tn));
    }
    return fallback ? low_exp(l, fallback) : low_unknown_exp(l, TYPE_UNKNOWN, n);
}

static const IrExp *number(Lower *l, NodeId n)
{
    u64 v = 0;
    double real = 0;
    bool is_float;
    TypeId t = TYPE_UNKNOWN;
    if (!low_number(l, nd(l, n)->a, &v, &real, &is_float, &t))
        return low_unknown_exp(l, t, n);
    IrExp *e = low_new_exp(l, is_float ? IE_FLOAT : IE_INT, t, n);
    if (is_float)
        e->real = real;
    else
        e->num = type_wrap(l->tt, t, v);
    return e;
}

static const IrExp *va_arg_exp(Lower *l, NodeId n)
{
    NodeId list = first(l, n), tn = next(l, list);
    TypeId t = low_type_name(l, tn);
    const IrExp *e = low_exp(l, list);
    IrCall *c = low_new_call(l, IC_BUILTIN, intern_str("va_arg"), 2);
    c->args[0] = ir_is_place(e) ? low_addr(l, e, list, type_kind(l->tt, e->type) == TY_ARRAY ? IX_DECAY : IX_BINDING) : e;
    c->args[1] = low_new_exp(l, IE_TYPE, t, tn);
    c->arg_nodes[0] = list;
    c->arg_nodes[1] = tn;
    c->ret = t;
    return low_emit_call(l, c, n, 0);
}

static const IrExp *cast(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId o = next(l, x->first);
    TypeId t = low_type_name(l, x->first);
    IrCastStyle style = CAST_C;
    if (x->kind == N_CXX_CAST)
        style = x->op == KW_STATIC_CAST        ? CAST_STATIC
                : x->op == KW_REINTERPRET_CAST ? CAST_REINTERPRET
                : x->op == KW_CONST_CAST       ? CAST_CONST
                                               : CAST_DYNAMIC;
    if (type_kind(l->tt, t) == TY_REF) { /* cast of a place: through its address */
        const IrExp *p = low_bound_addr(l, low_exp(l, o), o);
        return low_deref(l, low_cast(l, p, type_ptr(l->tt, type_of(l->tt, t)), n, 0, style), n);
    }
    if (type_kind(l->tt, t) == TY_VOID) {
        const IrExp *e = low_exp(l, o);
        discard(l, e, n, IIF_VOID_CAST);
        return low_unknown_exp(l, TYPE_VOID, n);
    }
    const IrExp *e = low_exp(l, o);
    if (l->cxx && low_is_class(l, t) && low_is_class(l, e->type))
        return e;
    return low_cast(l, low_to_value(l, e, o), t, n, 0, style);
}

static const IrExp *exp_inner(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    switch (x->kind) {
    case N_NAME:
    case N_QUALIFIED:
    case N_TEMPLATE_ID:
    case N_OPERATOR_NAME:
    case N_DESTRUCTOR_NAME:
    case N_CONVERSION_NAME: return low_name(l, n);
    case N_NUMBER: return number(l, n);
    case N_CHAR: {
        u64 v;
        TypeId t;
        if (!low_char(l, x->a, &v, &t))
            return low_unknown_exp(l, TYPE_UNKNOWN, n);
        IrExp *e = low_new_exp(l, IE_INT, t, n);
        e->num = v;
        e->flags = IX_CHAR;
        return e;
    }
    case N_STRING: {
        TypeId t;
        const IrString *s = low_string(l, n, &t);
        IrExp *e = low_new_exp(l, IE_STRING, t, n);
        e->str = s;
        return e;
    }
    case N_BOOL_LIT: {
        IrExp *e = low_new_exp(l, IE_INT, TYPE_BOOL, n);
        e->num = x->op == KW_TRUE;
        e->flags = IX_BOOL;
        return e;
    }
    case N_NULLPTR: {
        IrExp *e = low_new_exp(l, IE_INT, TYPE_NULLPTR, n);
        e->flags = IX_NULL;
        return e;
    }
    case N_THIS: {
        const IrExp *t = low_this(l, n);
        return t ? t : low_unknown_exp(l, TYPE_UNKNOWN, n);
    }
    case N_UNARY: return unary(l, n);
    case N_POSTFIX: return step(l, n, true);
    case N_BINARY: return is_logic(x->op) ? logic_value(l, n) : binary(l, n);
    case N_ASSIGN: return assign(l, n);
    case N_COND: return conditional(l, n, false);
    case N_CALL: return low_call(l, n);
    case N_INDEX: return subscript(l, n);
    case N_MEMBER: return member(l, n);
    case N_CAST:
    case N_CXX_CAST: return cast(l, n);
    case N_CONSTRUCT: return low_construct(l, n);
    case N_COMPOUND_LIT: {
        TypeId t = low_type_name(l, x->first);
        NodeId list = next(l, x->first);
        t = low_complete_array(l, t, list);
        const IrExp *p = low_spill(l, NULL, t, n);
        low_init(l, p, t, list, n);
        return p;
    }
    case N_SIZEOF_EXPR:
    case N_SIZEOF_TYPE: return size_of(l, n);
    case N_OFFSETOF: {
        i64 v;
        TypeId t;
        IrSizeof *so = arena_new(l->arena, IrSizeof);
        so->of = low_type_name(l, x->first);
        IrExp *e = low_new_exp(l, IE_SIZEOF, type_size_t(l->tt), n);
        e->size = so;
        e->flags = IX_OFFSETOF;
        if (low_const(l, n, &v, &t)) {
            e->flags |= IX_KNOWN;
            e->num = (u64)v;
        }
        return e;
    }
    case N_VA_ARG: return va_arg_exp(l, n);
    case N_GENERIC: return generic(l, n);
    case N_STMT_EXPR: return low_stmt_exp(l, n);
    case N_LABEL_ADDR: {
        IrExp *e = low_new_exp(l, IE_LABEL, type_ptr(l->tt, TYPE_VOID), n);
        u32 *slot = map_slot(&l->fn->label_of, x->a, 0xffffffffu);
        if (*slot == 0xffffffffu) {
            *slot = l->fn->labels.n;
            vec_push(&l->fn->labels, ((LowLabel){low_block(l), NULL, false}));
        }
        LowBlock *b = l->fn->labels.at[*slot].block;
        b->b.flags |= IBF_LABEL_ADDR;
        e->num = b->b.id;
        vec_push(&l->fn->label_exps, e);
        return e;
    }
    case N_LAMBDA: return low_lambda(l, n);
    case N_NEW: return low_new(l, n);
    case N_DELETE: return low_delete(l, n);
    case N_THROW: low_throw(l, n); return low_unknown_exp(l, TYPE_VOID, n);
    case N_NOEXCEPT:
    case N_REQUIRES: return low_unknown_exp(l, TYPE_BOOL, n);
    case N_TYPEID: return low_unknown_exp(l, TYPE_UNKNOWN, n);
    case N_TYPE_NAME: return low_new_exp(l, IE_TYPE, low_type_name(l, n), n);
    case N_PACK: return x->first ? low_exp(l, x->first) : low_unknown_exp(l, TYPE_UNKNOWN, n);
    case N_FOLD:
        for (NodeId c = x->first; c; c = next(l, c))
            if (kind(l, c) != N_NONE)
                discard(l, low_value(l, c), c, 0);
        return low_unknown_exp(l, TYPE_UNKNOWN, n);
    case N_YIELD:
        l->fn->f->flags |= IFN_COROUTINE;
        if (x->first)
            discard(l, low_value(l, x->first), n, 0);
        return low_unknown_exp(l, TYPE_UNKNOWN, n);
    case N_INIT_LIST: { /* an argument {a, b}: an object of a type that only the callee knows */
        const IrExp *p = low_spill(l, NULL, TYPE_UNKNOWN, n);
        low_init(l, p, TYPE_UNKNOWN, n, n);
        return p;
    }
    case N_NONE: return low_unknown_exp(l, TYPE_VOID, n);
    case N_UNREAD: return low_unknown(l, n, TYPE_UNKNOWN, "unread expression");
    default: return low_unknown(l, n, TYPE_UNKNOWN, "not an expression");
    }
}

const IrExp *low_exp(Lower *l, NodeId n)
{
    while (n && kind(l, n) == N_PAREN && first(l, n))
        n = first(l, n);
    if (!n)
        return low_unknown_exp(l, TYPE_UNKNOWN, 0);
    if (!low_enter_depth(l))
        return low_unknown(l, n, TYPE_UNKNOWN, "nested too deeply");
    const IrExp *e = exp_inner(l, n);
    l->depth--;
    return e;
}

const IrExp *low_value(Lower *l, NodeId n)
{
    return low_to_value(l, low_exp(l, n), n);
}

/* ---- conditions and effects ---- */

static NodeId strip(const Lower *l, NodeId n)
{
    while (n && kind(l, n) == N_PAREN && first(l, n))
        n = first(l, n);
    return n;
}

/* a && b && c: branches for all operands, left to right. */
static void cond_chain(Lower *l, NodeId n, LowBlock *then, LowBlock *other, NodeId stmt)
{
    u8 op = nd(l, n)->op;
    IrWhy why = op == TK_AMPAMP ? BR_AND : BR_OR;
    u32 base = l->stack.n;
    NodeId x = n;
    while (kind(l, x) == N_BINARY && nd(l, x)->op == op) {
        vec_push(&l->stack, next(l, first(l, x)));
        x = strip(l, first(l, x));
    }
    for (;;) {
        bool last = l->stack.n == base;
        if (last) {
            low_cond(l, x, then, other, why, stmt);
            break;
        }
        LowBlock *more = low_block(l);
        low_cond(l, x, op == TK_AMPAMP ? more : then, op == TK_AMPAMP ? other : more, why, stmt);
        low_start(l, more);
        x = vec_pop(&l->stack);
    }
}

void low_cond(Lower *l, NodeId n, LowBlock *then, LowBlock *other, IrWhy why, NodeId stmt)
{
    u32 flags = 0;
    NodeId x = strip(l, n);
    while (x && kind(l, x) == N_UNARY && nd(l, x)->op == TK_NOT) {
        LowBlock *swap = then;
        then = other;
        other = swap;
        flags ^= IIF_NOT;
        x = strip(l, first(l, x));
    }
    if (!x || !low_enter_depth(l)) {
        low_here(l);
        low_branch(l, x ? low_unknown(l, x, TYPE_INT, "nested too deeply") : low_unknown_exp(l, TYPE_INT, 0), then, other,
                   why, n, stmt, flags);
        return;
    }
    if (kind(l, x) == N_BINARY && is_logic(nd(l, x)->op)) {
        cond_chain(l, x, then, other, stmt);
        l->depth--;
        return;
    }
    const IrExp *e = low_exp(l, x);
    if (kind(l, x) == N_ASSIGN && l->fn->cur && l->fn->cur->b.last && l->fn->cur->b.last->op == II_STORE)
        l->fn->cur->b.last->flags |= IIF_CONDITION;
    e = low_to_value(l, e, x);
    low_branch(l, e, then, other, why, x, stmt, flags);
    l->depth--;
}

void low_effect(Lower *l, NodeId n)
{
    n = strip(l, n);
    if (!n || kind(l, n) == N_NONE)
        return;
    if (!low_enter_depth(l)) {
        low_unknown(l, n, TYPE_VOID, "nested too deeply");
        return;
    }
    const Node *x = nd(l, n);
    switch (x->kind) {
    case N_COND: conditional(l, n, true); break;
    case N_ASSIGN:
    case N_POSTFIX:
    case N_DELETE:
    case N_THROW: low_exp(l, n); break;
    case N_UNARY:
        if (x->op == TK_PLUSPLUS || x->op == TK_MINUSMINUS)
            low_exp(l, n);
        else
            discard(l, low_value(l, n), n, 0);
        break;
    case N_BINARY:
        if (is_logic(x->op)) {
            LowBlock *more = low_block(l), *join = low_block(l);
            bool and = x->op == TK_AMPAMP;
            low_cond(l, x->first, and ? more : join, and ? join : more, and ? BR_AND : BR_OR, n);
            low_start(l, more);
            if (l->fn->cur)
                low_effect(l, next(l, first(l, n)));
            low_start(l, join);
        } else if (x->op == TK_COMMA) {
            u32 base = l->stack.n;
            NodeId c = n;
            while (kind(l, c) == N_BINARY && nd(l, c)->op == TK_COMMA) {
                vec_push(&l->stack, next(l, first(l, c)));
                c = strip(l, first(l, c));
            }
            low_effect(l, c);
            while (l->stack.n > base)
                low_effect(l, vec_pop(&l->stack));
        } else {
            discard(l, low_exp(l, n), n, 0);
        }
        break;
    case N_STMT_EXPR: {
        const IrExp *e = low_exp(l, n);
        (void)e;
        break;
    }
    case N_UNREAD: low_unknown(l, n, TYPE_VOID, "unread expression"); break;
    case N_CALL:
    case N_CAST:
    case N_NEW: {
        const IrExp *e = low_exp(l, n);
        if (l->fn->cur)
            discard(l, e, n, 0);
        break;
    }
    default: discard(l, low_value(l, n), n, 0); break;
    }
    l->depth--;
}
