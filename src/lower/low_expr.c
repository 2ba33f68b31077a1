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

/* ---- operators ---- */

const u8 low_binop_of_token[TK_COUNT] = {
    [TK_PLUS] = BIN_ADD + 1,
    [TK_MINUS] = BIN_SUB + 1,
    [TK_STAR] = BIN_MUL + 1,
    [TK_SLASH] = BIN_DIV + 1,
    [TK_PERCENT] = BIN_REM + 1,
    [TK_SHL] = BIN_SHL + 1,
    [TK_SHR] = BIN_SHR + 1,
    [TK_AMP] = BIN_AND + 1,
    [TK_PIPE] = BIN_OR + 1,
    [TK_CARET] = BIN_XOR + 1,
    [TK_EQEQ] = BIN_EQ + 1,
    [TK_NE] = BIN_NE + 1,
    [TK_LT] = BIN_LT + 1,
    [TK_LE] = BIN_LE + 1,
    [TK_GT] = BIN_GT + 1,
    [TK_GE] = BIN_GE + 1,
    [TK_SPACESHIP] = BIN_CMP3 + 1,
    [TK_PLUS_ASSIGN] = BIN_ADD + 1,
    [TK_MINUS_ASSIGN] = BIN_SUB + 1,
    [TK_STAR_ASSIGN] = BIN_MUL + 1,
    [TK_SLASH_ASSIGN] = BIN_DIV + 1,
    [TK_PERCENT_ASSIGN] = BIN_REM + 1,
    [TK_AMP_ASSIGN] = BIN_AND + 1,
    [TK_PIPE_ASSIGN] = BIN_OR + 1,
    [TK_CARET_ASSIGN] = BIN_XOR + 1,
    [TK_SHL_ASSIGN] = BIN_SHL + 1,
    [TK_SHR_ASSIGN] = BIN_SHR + 1,
};

/* One step of a chain: acc op rhs. */
static const IrExp *combine(Lower *l, NodeId n, const IrExp *acc, NodeId left, NodeId right)
{
    u8 op = nd(l, n)->op;
    if (l->cxx) {
        const IrExp *rhs = low_exp(l, right);
        const IrExp *call =
            low_operator(l, sym_str(token_sym_of_kind((TokenKind)op)), acc, rhs, left, right, n);
        if (call)
            return call;
        acc = low_to_value(l, acc, left);
        rhs = low_to_value(l, rhs, right);
        return low_binop(l, (IrBinop)(low_binop_of_token[op] - 1), acc, rhs, n);
    }
    const IrExp *rhs = low_value(l, right);
    return low_binop(l, (IrBinop)(low_binop_of_token[op] - 1), acc, rhs, n);
}

bool low_is_logic(u8 op)
{
    return op == TK_AMPAMP || op == TK_PIPEPIPE;
}

/* An expression whose value is dropped though nothing but its value matters. */
void low_discard(Lower *l, const IrExp *e, NodeId n, u32 flags)
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
    while (kind(l, x) == N_BINARY && !low_is_logic(nd(l, x)->op)) {
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
                low_discard(l, low_to_value(l, acc, left), left, 0);
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
    TypeId t = low_truth_type(l), ct;
    i64 v;
    if (low_const(l, n, &v, &ct)) {
        IrExp *e = (IrExp *)low_int(l, t, (u64)v, n);
        e->flags = IX_FOLDED;
        return e;
    }
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
    if (type_is_pointer(l->tt, a) &&
        (low_is_null(eb) || type_is_unknown(l->tt, b) || type_kind(l->tt, b) == TY_NULLPTR))
        return a;
    if (type_is_pointer(l->tt, b) &&
        (low_is_null(ea) || type_is_unknown(l->tt, a) || type_kind(l->tt, a) == TY_NULLPTR))
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

const IrExp *low_conditional(Lower *l, NodeId n, bool effect)
{
    const Node *x = nd(l, n);
    NodeId c = x->first, then = next(l, c), other = next(l, then);
    i64 cv;
    TypeId ct;
    if (some(l, then) && low_const(l, c, &cv, &ct)) {
        if (!effect) {
            NodeId taken = cv ? then : other;
            const IrExp *e = low_value(l, taken), *not_taken;
            low_type_of_exp(l, cv ? other : then, &not_taken);
            TypeId t = common_type(l, e->type, type_decayed(l->tt, not_taken->type), e, not_taken);
            return type_kind(l->tt, t) == TY_VOID ? e : low_convert(l, e, t, taken);
        }
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
        else if (type_compatible(l->tt, type_unqualified(l->tt, low_type_name(l, tn)), t) &&
                 !type_is_unknown(l->tt, t))
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
    c->args[0] = ir_is_place(e)
                     ? low_addr(l, e, list, type_kind(l->tt, e->type) == TY_ARRAY ? IX_DECAY : IX_BINDING)
                     : e;
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
        low_discard(l, e, n, IIF_VOID_CAST);
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
    case N_UNARY: return low_unary(l, n);
    case N_POSTFIX: return low_step(l, n, true);
    case N_BINARY: return low_is_logic(x->op) ? logic_value(l, n) : binary(l, n);
    case N_ASSIGN: return low_assign(l, n);
    case N_COND: return low_conditional(l, n, false);
    case N_CALL: return low_call(l, n);
    case N_INDEX: return low_subscript(l, n);
    case N_MEMBER: return low_member_access(l, n);
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
        Fn *at = l->fn;
        if (at->f->flags & IFN_GLOBAL_INIT && at->parent) /* a static table of labels */
            l->fn = at->parent;
        u32 label = low_label(l, x->a);
        LowBlock *b = l->fn->labels.at[label].block;
        b->b.flags |= IBF_LABEL_ADDR;
        e->num = b->b.id;
        vec_push(&l->fn->label_exps, e);
        l->fn = at;
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
                low_discard(l, low_value(l, c), c, 0);
        return low_unknown_exp(l, TYPE_UNKNOWN, n);
    case N_YIELD:
        l->fn->f->flags |= IFN_COROUTINE;
        if (x->first)
            low_discard(l, low_value(l, x->first), n, 0);
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
