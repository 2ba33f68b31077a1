/*
 * Initialisers: braces with their elision and designators (C11 6.7.9), strings, constructors. An aggregate gets a ZERO
 * store when its list does not give all parts, then one store for each given scalar.
 */
#include "lower/low.h"

enum { RANGE_MAX = 1024 }; /* stores made for [a ... b] = x */

/* The items of a list in order, those inside #if alternatives included. */
typedef struct Cursor {
    NodeId at;
    bool in_alt; /* some items exist only under a condition: positions are not certain */
    u32 depth;
    NodeId resume[16], branch[16];
} Cursor;

static void settle(const Lower *l, Cursor *c)
{
    for (;;) {
        if (c->at && kind(l, c->at) == N_ALT && c->depth < LENGTH(c->resume)) {
            c->in_alt = true;
            c->resume[c->depth] = next(l, c->at);
            c->branch[c->depth] = first(l, c->at);
            c->at = c->branch[c->depth] ? first(l, c->branch[c->depth]) : 0;
            c->depth++;
        } else if (!c->at && c->depth) {
            NodeId b = c->branch[c->depth - 1];
            b = b ? next(l, b) : 0;
            if (b) {
                c->branch[c->depth - 1] = b;
                c->at = first(l, b);
            } else {
                c->at = c->resume[--c->depth];
            }
        } else if (c->at && (kind(l, c->at) == N_NONE || kind(l, c->at) == N_ALT)) {
            c->at = next(l, c->at);
        } else {
            return;
        }
    }
}

static Cursor cursor(const Lower *l, NodeId list)
{
    Cursor c = {.at = first(l, list)};
    settle(l, &c);
    return c;
}

static void advance(const Lower *l, Cursor *c)
{
    c->at = next(l, c->at);
    settle(l, c);
}

static bool is_aggregate(Lower *l, TypeId t)
{
    TypeKind k = type_kind(l->tt, t);
    if (k == TY_ARRAY)
        return true;
    const Record *r = type_record(l->tt, t);
    return r && r->state == RECORD_COMPLETE && !r->has_ctor;
}

static bool is_char_array(Lower *l, TypeId t)
{
    if (type_kind(l->tt, t) != TY_ARRAY)
        return false;
    TypeId e = type_unqualified(l->tt, type_of(l->tt, t));
    return type_is_char(l->tt, e) || e == TYPE_WCHAR || e == TYPE_CHAR16 || e == TYPE_CHAR32 ||
           e == TYPE_INT || e == TYPE_USHORT;
}

static NodeId string_item(const Lower *l, NodeId n)
{
    for (u32 i = 0; i < 8 && n; i++) {
        if (kind(l, n) == N_STRING)
            return n;
        if (kind(l, n) == N_PAREN || (kind(l, n) == N_INIT_LIST && first(l, n) && !next(l, first(l, n))))
            n = first(l, n);
        else
            return 0;
    }
    return 0;
}

/* Could the expression be a whole record, so that no braces are elided? */
static bool may_be_record(Lower *l, NodeId n)
{
    switch (kind(l, n)) {
    case N_NUMBER:
    case N_CHAR:
    case N_STRING:
    case N_BOOL_LIT:
    case N_NULLPTR:
    case N_SIZEOF_EXPR:
    case N_SIZEOF_TYPE: return false;
    case N_PAREN: return may_be_record(l, first(l, n));
    case N_BINARY: return l->cxx;
    case N_UNARY: return nd(l, n)->op == TK_STAR || l->cxx;
    case N_CAST: {
        TypeId t = low_type_name(l, first(l, n));
        return !type_is_scalar(l->tt, t);
    }
    default: {
        TypeId t = low_type_of_exp(l, n, NULL);
        return !type_is_scalar(l->tt, type_decayed(l->tt, t));
    }
    }
}

static void fill(Lower *l, const IrExp *place, TypeId type, Cursor *c, bool braced, NodeId node);

static const IrExp *element_place(Lower *l, const IrExp *place, u64 i, NodeId node)
{
    return low_index(l, place, low_int(l, type_size_t(l->tt), i, 0), node);
}

static const IrExp *field_place(Lower *l, const IrExp *place, const Record *r, u32 i, NodeId node)
{
    return low_field(l, place, i, r->fields[i].name, r->fields[i].type, node);
}

static void scalar(Lower *l, const IrExp *place, TypeId type, NodeId item)
{
    low_init(l, place, type, item, item);
}

/* One element or member from the cursor. place NULL: only moves the cursor. */
static void one(Lower *l, const IrExp *place, TypeId type, Cursor *c, NodeId node)
{
    NodeId item = c->at;
    NodeKind k = kind(l, item);
    bool elide = k != N_INIT_LIST && k != N_DESIGNATED && is_aggregate(l, type) &&
                 !(is_char_array(l, type) && string_item(l, item));
    if (elide && type_kind(l->tt, type) == TY_RECORD)
        elide = !may_be_record(l, item);
    if (elide && low_enter_depth(l)) {
        NodeId before = c->at;
        fill(l, place, type, c, false, node);
        l->depth--;
        if (c->at == before) /* nothing fits into it (an empty struct) */
            advance(l, c);
        return;
    }
    if (place)
        scalar(l, place, type, item);
    advance(l, c);
}

/* Place and type that the designators after the first lead to, from the place of the first. */
static const IrExp *designate(Lower *l, const IrExp *place, TypeId *type, NodeId d, NodeId value)
{
    for (; d && d != value; d = next(l, d)) {
        const Node *x = nd(l, d);
        NodeId index = some(l, x->first);
        if (x->a && !index) {
            u32 path[16];
            u32 len = type_find_field(l->tt, *type, x->a, path, LENGTH(path));
            if (!len) {
                place = low_field(l, place, IR_NO_FIELD, x->a, TYPE_UNKNOWN, d);
                *type = TYPE_UNKNOWN;
            }
            for (u32 i = 0; i < len; i++) {
                const Record *r = type_record(l->tt, *type);
                place = field_place(l, place, r, path[i], d);
                *type = r->fields[path[i]].type;
            }
        } else {
            place = low_index(l, place, index ? low_value(l, index) : low_unknown_exp(l, TYPE_UNKNOWN, d), d);
            *type = type_kind(l->tt, *type) == TY_ARRAY ? type_of(l->tt, *type) : TYPE_UNKNOWN;
        }
    }
    return place;
}

static NodeId last_child(const Lower *l, NodeId n)
{
    NodeId c = first(l, n);
    while (c && next(l, c))
        c = next(l, c);
    return c;
}

static void designated(Lower *l, const IrExp *place, TypeId type, Cursor *c, u64 *position)
{
    NodeId item = c->at, d = first(l, item), value = last_child(l, item);
    advance(l, c);
    if (!d || d == value)
        return;
    const Node *x = nd(l, d);
    NodeId lo = some(l, x->first), hi = lo ? some(l, next(l, lo)) : 0;
    if (x->a && !lo) {
        u32 path[16];
        u32 len = type_find_field(l->tt, type, x->a, path, LENGTH(path));
        *position = len ? path[0] + 1u : *position + 1;
        if (place) {
            const IrExp *p = designate(l, place, &type, d, value);
            scalar(l, p, type, value);
        }
        return;
    }
    i64 from = 0, to;
    TypeId t;
    bool known = lo && low_const(l, lo, &from, &t) && from >= 0;
    to = from;
    if (known && hi && (!low_const(l, hi, &to, &t) || to < from))
        to = from;
    TypeId elem = type_kind(l->tt, type) == TY_ARRAY ? type_of(l->tt, type) : TYPE_UNKNOWN;
    *position = known ? (u64)to + 1 : *position + 1;
    if (!place)
        return;
    if (!known) {
        const IrExp *p = designate(l, place, &type, d, value);
        scalar(l, p, type, value);
        return;
    }
    for (i64 i = from; i <= to && i - from < RANGE_MAX; i++) {
        TypeId et = elem;
        const IrExp *p = designate(l, element_place(l, place, (u64)i, item), &et, next(l, d), value);
        scalar(l, p, et, value);
    }
}

/* Initialises an array, struct or union from a cursor: the whole list when braced, else as much as it takes. */
static void fill(Lower *l, const IrExp *place, TypeId type, Cursor *c, bool braced, NodeId node)
{
    u64 i = 0;
    if (type_kind(l->tt, type) == TY_ARRAY) {
        const Type ty = *type_get(l->tt, type);
        u64 n = ty.bound == BOUND_KNOWN ? ty.count : ~(u64)0;
        while (c->at && (i < n || braced)) {
            if (kind(l, c->at) == N_DESIGNATED) {
                if (!braced)
                    return;
                designated(l, place, type, c, &i);
                continue;
            }
            /* More items than elements: an error in the source, but each is written where it would go. */
            one(l, place ? element_place(l, place, i, c->at) : NULL, ty.of, c, node);
            i++;
        }
        return;
    }
    const Record *r = type_record(l->tt, type);
    bool is_union = r->keyword == KW_UNION;
    while (c->at) {
        if (kind(l, c->at) == N_DESIGNATED) {
            if (!braced)
                return;
            designated(l, place, type, c, &i);
            continue;
        }
        while (i < r->n_fields && !r->fields[i].name && (r->fields[i].flags & FIELD_BITFIELD))
            i++;
        if (i >= r->n_fields || (is_union && i > 0)) {
            if (!braced)
                return;
            if (place)
                low_effect(l, c->at); /* an item too many */
            advance(l, c);
            continue;
        }
        one(l, place ? field_place(l, place, r, (u32)i, c->at) : NULL, r->fields[i].type, c, node);
        i++;
        if (!braced && (i >= r->n_fields || is_union))
            return;
    }
}

/* Does the list give every part, so that no ZERO is needed? */
static bool gives_all(Lower *l, TypeId type, NodeId list)
{
    u64 need;
    const Record *r = NULL;
    TypeId elem = TYPE_UNKNOWN;
    if (type_kind(l->tt, type) == TY_ARRAY) {
        const Type *ty = type_get(l->tt, type);
        if (ty->bound != BOUND_KNOWN)
            return false;
        need = ty->count;
        elem = ty->of;
    } else {
        r = type_record(l->tt, type);
        if (!r || r->keyword == KW_UNION)
            return false;
        need = r->n_fields;
    }
    bool elem_aggregate = !r && is_aggregate(l, elem);
    u64 i = 0;
    for (NodeId c = first(l, list); c && i < need; c = next(l, c), i++) {
        NodeKind k = kind(l, c);
        if (k == N_DESIGNATED || k == N_ALT)
            return false;
        if ((r ? is_aggregate(l, r->fields[i].type) : elem_aggregate) && k != N_INIT_LIST)
            return false;
    }
    return i >= need;
}

static void from_list(Lower *l, const IrExp *place, TypeId type, NodeId list, NodeId node)
{
    if (is_char_array(l, type) && string_item(l, list)) {
        low_store(l, place, low_exp(l, string_item(l, list)), node, IIF_INIT);
        return;
    }
    if (is_aggregate(l, type)) {
        if (!gives_all(l, type, list))
            low_store(l, place, low_new_exp(l, IE_ZERO, type_unqualified(l->tt, type), list), list, IIF_INIT);
        Cursor c = cursor(l, list);
        fill(l, place, type, &c, true, node);
        return;
    }
    NodeId item = first(l, list);
    if (l->cxx && (low_is_class(l, type) || type_kind(l->tt, type) == TY_UNKNOWN)) {
        low_construct_at(l, place, type, item, node, ICF_BRACED, IIF_INIT);
        return;
    }
    if (type_is_scalar(l->tt, type) || !item) {
        if (!item)
            low_store(l, place,
                      type_is_scalar(l->tt, type) ? low_int(l, type_unqualified(l->tt, type), 0, list)
                                                  : low_new_exp(l, IE_ZERO, type, list),
                      list, IIF_INIT);
        else
            low_init(l, place, type, item, node);
        return;
    }
    /* A record whose members are not known: members by name where they are designated. */
    low_store(l, place, low_new_exp(l, IE_ZERO, type_unqualified(l->tt, type), list), list, IIF_INIT);
    Cursor c = cursor(l, list);
    u64 position = 0;
    while (c.at) {
        if (kind(l, c.at) == N_DESIGNATED) {
            designated(l, place, type, &c, &position);
            continue;
        }
        if (!next(l, first(l, list)) && kind(l, c.at) == N_NUMBER) /* the universal {0} */
            return;
        scalar(l, low_field(l, place, IR_NO_FIELD, 0, TYPE_UNKNOWN, c.at), TYPE_UNKNOWN, c.at);
        advance(l, &c);
    }
}

void low_init(Lower *l, const IrExp *place, TypeId type, NodeId init, NodeId node)
{
    if (!low_enter_depth(l)) {
        low_store(l, place, low_unknown(l, init, type_unqualified(l->tt, type), "nested too deeply"), node,
                  IIF_INIT);
        return;
    }
    NodeKind k = kind(l, init);
    if (type_kind(l->tt, type) == TY_REF) { /* place holds the address */
        NodeId x = (k == N_ARGS || k == N_INIT_LIST) && first(l, init) && !next(l, first(l, init))
                       ? first(l, init)
                       : init;
        const IrExp *e = low_exp(l, x);
        TypeId to = type_of(l->tt, type);
        if (!ir_is_place(e) && type_is_scalar(l->tt, to))
            e = low_convert(l, e, to, x);
        low_store(l, place, low_bound_addr(l, e, x), node, IIF_INIT);
    } else if (k == N_ARGS) { /* T x(a, b) */
        NodeId a = first(l, init);
        bool one = a && !next(l, a);
        if (one && !low_is_class(l, type) && kind(l, a) != N_ARGS)
            low_init(l, place, type, a, node);
        else if (!a && type_is_scalar(l->tt, type))
            low_store(l, place, low_int(l, type_unqualified(l->tt, type), 0, init), node, IIF_INIT);
        else if (!a && is_aggregate(l, type))
            low_store(l, place, low_new_exp(l, IE_ZERO, type_unqualified(l->tt, type), init), node, IIF_INIT);
        else
            low_construct_at(l, place, type, a, node, 0, IIF_INIT);
    } else if (k == N_INIT_LIST) {
        from_list(l, place, type, init, node);
    } else if (type_kind(l->tt, type) == TY_ARRAY) {
        const IrExp *e = low_exp(l, init);
        if (e->kind != IE_STRING && type_kind(l->tt, e->type) != TY_ARRAY)
            e = low_unknown_exp(l, type_unqualified(l->tt, type), init);
        else if (e->kind != IE_STRING) /* a compound literal, GNU C */
            e = low_load(l, e, init);
        low_store(l, place, e, node, IIF_INIT);
    } else {
        const IrExp *e = low_exp(l, init);
        bool same = type_unqualified(l->tt, e->type) == type_unqualified(l->tt, type);
        const Record *r = l->cxx ? type_record(l->tt, type) : NULL;
        if (r && r->has_ctor && !same && !type_is_unknown(l->tt, e->type)) { /* T x = value of another type */
            l->depth--;
            IrCall *c = low_new_call(l, IC_CTOR, r->tag, 1);
            c->cls = type_unqualified(l->tt, type);
            c->scope = r->qualified;
            c->ret = TYPE_VOID;
            c->name_node = node;
            u32 en = low_lookup_in(l, r->qualified, r->tag, LOOK_FUNC);
            bool ambiguous;
            if (en)
                low_call_resolve(l, c, low_overload(l, en, 1, &ambiguous));
            else
                c->flags |= ICF_UNRESOLVED;
            c->ret = TYPE_VOID;
            c->receiver = low_addr(l, place, node, IX_BINDING);
            c->arg_nodes[0] = init;
            c->args[0] = ir_is_place(e) && low_is_class(l, e->type) ? low_bound_addr(l, e, init)
                                                                    : low_to_value(l, e, init);
            low_emit_call(l, c, node, IIF_INIT);
            return;
        }
        const IrExp *v = low_convert(l, low_to_value(l, e, init), type, init);
        low_store(l, place, v, node, IIF_INIT);
    }
    l->depth--;
}

TypeId low_complete_array(Lower *l, TypeId type, NodeId init)
{
    if (type_kind(l->tt, type) != TY_ARRAY || type_get(l->tt, type)->bound != BOUND_NONE)
        return type;
    TypeId elem = type_of(l->tt, type);
    NodeId s = is_char_array(l, type) ? string_item(l, init) : 0;
    if (s) {
        TypeId st;
        low_string(l, s, &st);
        return type_array(l->tt, elem, BOUND_KNOWN, type_get(l->tt, st)->count);
    }
    if (kind(l, init) != N_INIT_LIST)
        return type;
    Cursor c = cursor(l, init);
    u64 i = 0, max = 0;
    bool flat = !is_aggregate(l, elem);
    while (c.at) {
        if (kind(l, c.at) == N_DESIGNATED) {
            designated(l, NULL, type, &c, &i);
        } else if (flat) {
            advance(l, &c);
            i++;
        } else {
            one(l, NULL, elem, &c, init);
            i++;
        }
        max = MAX(max, i);
    }
    if (c.in_alt)
        return type_array(l->tt, elem, BOUND_OPAQUE, 0);
    return type_array(l->tt, elem, BOUND_KNOWN, max);
}
