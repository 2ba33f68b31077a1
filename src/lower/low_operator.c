/*
 * Overloaded operators of C++, also of classes that were not seen.
 */
#include <string.h>

#include "lower/low.h"

static bool has_operator(Lower *l, TypeId t, Sym name)
{
    const Record *r = type_record(l->tt, t);
    return r && r->qualified && low_lookup_in(l, r->qualified, name, LOOK_FUNC);
}

/* Does the builtin operator apply to a type that was never seen? `n > 0` speaks for a number, `a == b` says nothing. */
static bool looks_scalar(const Lower *l, const IrExp *other)
{
    return other && type_is_arithmetic(l->tt, other->type);
}

/* Is an expression of unknown type a stream, rather than a number to be shifted? */
static bool is_stream(const Lower *l, const IrExp *a, const IrExp *b)
{
    if (type_kind(l->tt, a->type) != TY_UNKNOWN)
        return false;
    if (type_is_pointer(l->tt, b->type) || b->kind == IE_STRING || low_is_class(l, b->type))
        return true;
    if (a->kind == IE_UNKNOWN && (a->flags & IX_MACRO_NAME))
        return strstr(sym_str(a->name), "::") != NULL;
    if (a->kind != IE_TEMP)
        return false;
    const IrInst *def = l->fn->temps.at[a->temp];
    return def->op == II_CALL && def->call->kind == IC_OPERATOR &&
           (strcmp(sym_str(def->call->name), "operator<<") == 0 ||
            strcmp(sym_str(def->call->name), "operator>>") == 0);
}

/* May an operand be given to a parameter of an operator function, without conversion by a constructor? */
static bool operand_fits(Lower *l, TypeId param, TypeId arg)
{
    param = type_unqualified(l->tt, type_deref_ref(l->tt, param));
    TypeKind p = type_kind(l->tt, param), a = type_kind(l->tt, arg);
    if (param == arg || p == TY_UNKNOWN || a == TY_UNKNOWN)
        return true;
    if (p == TY_NAMED)
        return a == TY_NAMED ? type_get(l->tt, param)->named->name == type_get(l->tt, arg)->named->name
                             : type_get(l->tt, param)->flags & TF_TEMPLATE_PARAM;
    if (p == TY_RECORD && a == TY_RECORD) {
        u32 path[16];
        return type_compatible(l->tt, param, arg) ||
               type_find_field(l->tt, arg, type_get(l->tt, param)->record->tag, path, LENGTH(path));
    }
    return p != TY_RECORD && a != TY_RECORD && a != TY_NAMED;
}

/* A free operator function for the operands, or 0. */
static u32 free_operator(Lower *l, Sym name, const TypeId *types, u32 n)
{
    u32 budget = 64, best = 0;
    for (u32 e = index_first(&l->p->index, name); e && budget--; e = low_entry(l, e)->next) {
        const IndexEntry *x = low_entry(l, e);
        if ((x->kind != DK_FUNCTION && x->kind != DK_PROTOTYPE) || (best && x->kind == DK_PROTOTYPE))
            continue;
        const FuncType *ft = type_func_of(l->tt, low_entry_type(l, e));
        if (!ft || ft->n_params != n)
            continue;
        bool fits = true;
        for (u32 i = 0; i < n && fits; i++)
            fits = operand_fits(l, ft->params[i], types[i]);
        if (fits)
            best = e;
    }
    return best;
}

const IrExp *low_operator(Lower *l, const char *op, const IrExp *a, const IrExp *b, NodeId na, NodeId nb,
                          NodeId node)
{
    TypeId ta = type_unqualified(l->tt, a->type), tb = b ? type_unqualified(l->tt, b->type) : 0;
    bool ca = low_is_class(l, ta), cb = b && low_is_class(l, tb);
    bool shift = strcmp(op, "<<") == 0 || strcmp(op, ">>") == 0;
    bool stream = shift && !ca && is_stream(l, a, b);
    if (!ca && !cb && !stream)
        return NULL;
    char buf[40];
    size_t n = strlen(op);
    memcpy(buf, "operator", 8);
    memcpy(buf + 8, op, n + 1);
    Sym name = intern_bytes(buf, n + 8);
    bool seen_a = ca && type_kind(l->tt, ta) == TY_RECORD, seen_b = cb && type_kind(l->tt, tb) == TY_RECORD;
    bool assign = strcmp(op, "=") == 0;
    if (assign) { /* a copy unless the class declares what it does */
        if (!ca || !has_operator(l, ta, name))
            return NULL;
    } else if (!seen_a && !seen_b && !stream) {
        bool access = strcmp(op, "->") == 0 || strcmp(op, "*") == 0 || strcmp(op, "[]") == 0;
        if (!(access && ca && (!b || op[0] == '['))) {
            if (!b || (!shift && (looks_scalar(l, ca ? b : a) || type_is_pointer(l->tt, ca ? tb : ta))))
                if (!b || b->kind != IE_STRING)
                    return NULL;
            if (shift && !ca && !stream)
                return NULL;
            if (ca && cb && ta == tb && (op[0] == '-' || op[0] == '&' || op[0] == '|') && !op[1])
                return NULL; /* two values of one unseen type: more often numbers */
        }
    }
    IrCall *c = low_new_call(l, IC_OPERATOR, name, 0);
    c->name_node = node;
    c->ret = TYPE_UNKNOWN;
    /* A member of the left operand's class, else a free function of both. */
    Sym scope = 0;
    if (seen_a)
        scope = type_get(l->tt, ta)->record->qualified;
    u32 e = scope ? low_lookup_in(l, scope, name, LOOK_FUNC) : 0;
    bool is_member = e != 0 || !b || assign || strcmp(op, "[]") == 0, ambiguous = false;
    if (e) {
        e = low_overload(l, e, b ? 1 : 0, &ambiguous);
    } else {
        TypeId types[2] = {ta, tb};
        e = free_operator(l, name, types, b ? 2 : 1);
        if (e)
            is_member = false;
    }
    const IrExp *args[2];
    NodeId nodes[2];
    u32 k = 0;
    if (is_member) {
        c->receiver = low_bound_addr(l, a, na);
        c->cls = ta;
    } else {
        args[k] = a;
        nodes[k++] = na;
    }
    if (b) {
        args[k] = b;
        nodes[k++] = nb;
    }
    c->n_args = k;
    c->args = arena_array(l->arena, const IrExp *, k);
    c->arg_nodes = arena_array(l->arena, NodeId, k);
    for (u32 i = 0; i < k; i++) {
        c->arg_nodes[i] = nodes[i];
        c->args[i] =
            ir_is_place(args[i]) && (low_is_class(l, args[i]->type) || type_is_unknown(l->tt, args[i]->type))
                ? low_bound_addr(l, args[i], nodes[i])
                : low_to_value(l, args[i], nodes[i]);
        if (c->args[i]->kind == IE_TEMP && ir_is_place(args[i]) &&
            !(type_get(l->tt, args[i]->type)->quals & TQ_CONST)) {
            IrVar *v = ir_place_root(args[i]);
            if (v)
                v->flags |= IVF_MAYBE_REF; /* std::cin >> n */
            if (!c->places)
                c->places = arena_array(l->arena, const IrExp *, k);
            c->places[i] = args[i];
        }
    }
    if (e) {
        low_call_resolve(l, c, e);
        c->flags |= ambiguous ? ICF_AMBIGUOUS : 0;
        c->places = NULL;
    } else {
        c->flags |= ICF_UNRESOLVED;
        Sym s;
        low_class_name(l, ca ? ta : tb, &s);
        c->scope = s;
        if (op[0] == '=' || op[0] == '!' || op[0] == '<' || op[0] == '>') {
            if (!shift && !assign)
                c->ret = TYPE_BOOL;
        } else if (op[n - 1] == '=' || (n == 1 && (op[0] == '+' || op[0] == '-' || op[0] == '/') && b)) {
            c->ret = ca ? ta : tb; /* by custom */
        }
        if (op[n - 1] == '=' && c->ret == ta && n >= 2)
            c->ret = type_ref(l->tt, ta, false);
        if (shift && ca)
            c->ret = type_ref(l->tt, ta, false);
    }
    return low_emit_call(l, c, node, 0);
}
