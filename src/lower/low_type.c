/*
 * Types from specifiers and declarators, and from declarations found through the index, which may lie in other units:
 * these are read in their own unit's tree and scope (low_enter). Records are made without their fields, which
 * low_complete_record fills in when somebody asks.
 */
#include <string.h>

#include "lower/low.h"

Where low_enter(Lower *l, u32 unit, Sym scope)
{
    Where w = {l->src, l->scope, l->cls, l->locals};
    l->src = l->p->units.at[unit];
    l->t = &l->src->tree;
    l->scope = scope;
    l->locals = false;
    return w;
}

void low_leave(Lower *l, Where w)
{
    l->src = w.src;
    l->t = &l->src->tree;
    l->scope = w.scope;
    l->cls = w.cls;
    l->locals = w.locals;
}

/* ---- attributes ---- */

bool low_attr_is(Sym attr, const char *name)
{
    const char *s = sym_str(attr);
    u32 n = sym_len(attr), k = (u32)strlen(name);
    if (n == k + 4 && s[0] == '_' && s[1] == '_' && s[n - 1] == '_' && s[n - 2] == '_')
        s += 2, n -= 4;
    return n == k && memcmp(s, name, k) == 0;
}

NodeId low_find_attr(const Lower *l, NodeId parent, const char *name)
{
    for (NodeId c = first(l, parent); c; c = next(l, c))
        if (kind(l, c) == N_ATTR && low_attr_is(nd(l, c)->a, name))
            return c;
    return 0;
}

bool low_has_attr(const Lower *l, NodeId parent, const char *name)
{
    return low_find_attr(l, parent, name) != 0;
}

/* ---- specifiers ---- */

static TypeId basic_type(const Lower *l, u32 bt)
{
    bool uns = bt & BT_UNSIGNED;
    if (bt & BT_VOID)
        return TYPE_VOID;
    if (bt & BT_BOOL)
        return TYPE_BOOL;
    if (bt & BT_CHAR)
        return uns ? TYPE_UCHAR : bt & BT_SIGNED ? TYPE_SCHAR : TYPE_CHAR;
    if (bt & BT_FLOAT)
        return bt & BT_COMPLEX ? TYPE_CFLOAT : TYPE_FLOAT;
    if (bt & BT_DOUBLE || (bt & BT_COMPLEX && !(bt & (BT_INT | BT_SHORT | BT_LONG))))
        return bt & BT_LONG ? (bt & BT_COMPLEX ? TYPE_CLDOUBLE : TYPE_LDOUBLE)
                            : (bt & BT_COMPLEX ? TYPE_CDOUBLE : TYPE_DOUBLE);
    if (bt & BT_FLOAT128)
        return TYPE_FLOAT128;
    if (bt & BT_INT128)
        return uns ? TYPE_UINT128 : TYPE_INT128;
    if (bt & BT_WCHAR)
        return TYPE_WCHAR;
    if (bt & BT_CHAR8)
        return TYPE_CHAR8;
    if (bt & BT_CHAR16)
        return TYPE_CHAR16;
    if (bt & BT_CHAR32)
        return TYPE_CHAR32;
    if (bt & BT_SHORT)
        return uns ? TYPE_USHORT : TYPE_SHORT;
    if (bt & BT_LONG2)
        return uns ? TYPE_ULLONG : TYPE_LLONG;
    if (bt & BT_LONG)
        return uns ? TYPE_ULONG : TYPE_LONG;
    (void)l;
    return uns ? TYPE_UINT : TYPE_INT;
}

static u8 quals_of(u32 flags)
{
    return (u8)((flags & SP_CONST ? TQ_CONST : 0) | (flags & SP_VOLATILE ? TQ_VOLATILE : 0) |
                (flags & SP_RESTRICT ? TQ_RESTRICT : 0) | (flags & SP_ATOMIC ? TQ_ATOMIC : 0));
}

/* __attribute__((mode(SI))) and the like. */
static TypeId mode_type(Lower *l, NodeId attr, TypeId t)
{
    NodeId arg = first(l, attr);
    if (!arg || kind(l, arg) != N_NAME)
        return t;
    static const struct {
        const char *name;
        u32 bytes;
    } modes[] = {{"QI", 1}, {"HI", 2}, {"SI", 4}, {"DI", 8}, {"TI", 16}, {"byte", 1}};
    for (u32 i = 0; i < LENGTH(modes); i++)
        if (low_attr_is(nd(l, arg)->a, modes[i].name))
            return type_int_of_size(l->tt, modes[i].bytes, type_is_signed(l->tt, t));
    return type_is_integer(l->tt, t) ? TYPE_UNKNOWN : t;
}

Specs low_specs(Lower *l, NodeId specs)
{
    const Node *s = nd(l, specs);
    Specs out = {.type = TYPE_UNKNOWN, .flags = s->flags, .noreturn = s->flags & SP_NORETURN};
    if (s->kind != N_SPECS || !low_enter_depth(l))
        return out;
    bool have = false;
    TypeId t = TYPE_UNKNOWN;
    u32 bt = s->a;
    if (bt & ~(u32)BT_AUTO) {
        t = basic_type(l, bt);
        have = true;
    }
    for (NodeId c = s->first; c; c = next(l, c)) {
        switch (kind(l, c)) {
        case N_TYPE_REF:
            if (!have)
                t = low_named_type(l, first(l, c));
            have = true;
            break;
        case N_RECORD:
            t = low_record_type(l, c);
            if (type_kind(l->tt, t) == TY_RECORD && !type_get(l->tt, t)->record->owner &&
                !type_get(l->tt, t)->record->entry)
                type_get(l->tt, t)->record->owner = s; /* its attributes, for the layout */
            have = true;
            break;
        case N_ENUM:
            t = low_enum_type(l, c);
            have = true;
            break;
        case N_TYPEOF: {
            NodeId x = first(l, c);
            have = true;
            if (x && kind(l, x) == N_TYPE_NAME)
                t = low_type_name(l, x);
            else if (x && kind(l, x) == N_NAME && nd(l, x)->op == KW_AUTO)
                out.is_auto = true;
            else if (x)
                t = low_type_of_exp(l, x, NULL);
            break;
        }
        case N_ATOMIC_TYPE:
            t = type_qualified(l->tt, low_type_name(l, first(l, c)), TQ_ATOMIC);
            have = true;
            break;
        case N_ATTR: {
            Sym a = nd(l, c)->a;
            if (low_attr_is(a, "noreturn"))
                out.noreturn = true;
            else if (low_attr_is(a, "cleanup"))
                out.cleanup = true;
            else if (low_attr_is(a, "mode"))
                t = mode_type(l, c, t);
            else if (low_attr_is(a, "vector_size"))
                t = TYPE_UNKNOWN, have = true;
            break;
        }
        default: break;
        }
    }
    if (!have) {
        if (bt & BT_AUTO || s->flags & SP_AUTO) {
            out.is_auto = l->cxx || (bt & BT_AUTO);
            t = out.is_auto ? TYPE_UNKNOWN : TYPE_INT; /* C: `auto x` is an int */
        } else if (s->flags & SP_IMPLICIT_INT) {
            t = TYPE_INT;
        }
    } else if (bt & BT_AUTO) {
        out.is_auto = t == TYPE_UNKNOWN;
    }
    out.type = type_qualified(l->tt, t, quals_of(s->flags));
    l->depth--;
    return out;
}

/* ---- declarators ---- */

TypeId low_param_adjust(Lower *l, TypeId t)
{
    TypeKind k = type_kind(l->tt, t);
    if (k == TY_ARRAY)
        return type_ptr(l->tt, type_of(l->tt, t));
    if (k == TY_FUNC)
        return type_ptr(l->tt, t);
    return t;
}

static TypeId func_type(Lower *l, TypeId ret, NodeId dfunc)
{
    const Node *d = nd(l, dfunc);
    NodeId params = next(l, d->first);
    NodeId trailing = params ? next(l, params) : 0;
    if (some(l, trailing) && kind(l, trailing) == N_TYPE_NAME)
        ret = low_type_name(l, trailing);
    TypeId fixed[16], *at = fixed;
    u32 n = 0, cap = LENGTH(fixed);
    bool unprototyped = !l->cxx && l->src->lang == LANG_C;
    if (d->flags & DF_IDENT_LIST) {
        return type_func(l->tt, ret, NULL, 0, false, true, false);
    }
    for (NodeId p = params ? first(l, params) : 0; p; p = next(l, p)) {
        if (kind(l, p) != N_PARAM)
            continue;
        unprototyped = false;
        Specs s = low_specs(l, first(l, p));
        Declared dd;
        TypeId t = low_declarator(l, s.type, next(l, first(l, p)), &dd);
        if (type_kind(l->tt, t) == TY_VOID && !dd.name)
            continue;
        if (n == cap) {
            TypeId *more = arena_array(l->arena, TypeId, cap * 2);
            memcpy(more, at, n * sizeof *at);
            at = more;
            cap *= 2;
        }
        at[n++] = type_unqualified(l->tt, low_param_adjust(l, t));
    }
    bool variadic = d->flags & DF_VARIADIC;
    return type_func(l->tt, ret, at, n, variadic, unprototyped && !variadic, d->flags & DF_CONST);
}

/* Does a bound that is not constant depend on run-time values (and not on unknown macros)? */
static bool all_known(const IrExp *e, u32 depth)
{
    if (e->kind == IE_UNKNOWN || depth > 64)
        return false;
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (!all_known(sub[i], depth + 1))
            return false;
    return true;
}

static TypeId array_type(Lower *l, TypeId of, NodeId darray, Declared *d)
{
    NodeId size = next(l, first(l, darray));
    if (!some(l, size))
        return type_array(l->tt, of, nd(l, darray)->flags & DA_UNSPECIFIED ? BOUND_VARIABLE : BOUND_NONE, 0);
    i64 v;
    TypeId vt;
    if (low_const(l, size, &v, &vt)) {
        if (v < 0 && type_is_signed(l->tt, vt))
            return type_array(l->tt, of, BOUND_OPAQUE, 0);
        return type_array(l->tt, of, BOUND_KNOWN, (u64)v);
    }
    if (!l->locals || !l->fn)
        return type_array(l->tt, of, BOUND_OPAQUE, 0);
    const IrExp *bound = low_value(l, size);
    if (!all_known(bound, 0))
        return type_array(l->tt, of, BOUND_OPAQUE, 0);
    d->vla_bound = bound;
    return type_array(l->tt, of, BOUND_VARIABLE, 0);
}

TypeId low_declarator(Lower *l, TypeId t, NodeId dtor, Declared *d)
{
    *d = (Declared){0};
    for (u32 i = 0; dtor && i < LIMIT_PARSE_DEPTH * 2; i++) {
        const Node *x = nd(l, dtor);
        NodeId inner = x->first;
        switch (x->kind) {
        case N_D_NAME:
            d->d_name = dtor;
            d->name = x->a;
            d->name_node = some(l, x->first);
            return t;
        case N_D_BINDING: d->d_name = dtor; return t;
        case N_D_PTR:
            t = type_qualified(l->tt, type_ptr(l->tt, t), quals_of(x->flags));
            d->func = 0;
            d->has_array = false;
            d->vla_bound = NULL;
            break;
        case N_D_REF:
            t = type_ref(l->tt, t, x->op == TK_AMPAMP);
            d->func = 0;
            d->has_array = false;
            break;
        case N_D_MEMPTR: {
            NodeId cls = next(l, inner);
            t = type_memptr(l->tt, t, cls ? low_named_type(l, cls) : TYPE_UNKNOWN);
            d->func = 0;
            d->has_array = false;
            break;
        }
        case N_D_ARRAY:
            t = array_type(l, t, dtor, d);
            d->func = 0;
            d->has_array = true;
            break;
        case N_D_FUNC:
            t = func_type(l, t, dtor);
            d->func = dtor;
            d->has_array = false;
            break;
        case N_D_PAREN: break;
        default: return t;
        }
        dtor = inner;
    }
    return t;
}

TypeId low_type_name(Lower *l, NodeId n)
{
    if (!n || kind(l, n) != N_TYPE_NAME || !low_enter_depth(l))
        return TYPE_UNKNOWN;
    Specs s = low_specs(l, first(l, n));
    Declared d;
    TypeId t = low_declarator(l, s.type, next(l, first(l, n)), &d);
    l->depth--;
    return t;
}

/* ---- named types ---- */

static TypeId template_args(Lower *l, NodeId id, Sym name, Sym scope)
{
    TypeId args[8];
    u32 n = 0;
    for (NodeId c = next(l, first(l, id)); c && n < LENGTH(args); c = next(l, c))
        args[n++] = kind(l, c) == N_TYPE_NAME ? low_type_name(l, c) : TYPE_UNKNOWN;
    return type_named(l->tt, name, scope, 0, args, n);
}

TypeId low_named_type(Lower *l, NodeId n)
{
    if (!n)
        return TYPE_UNKNOWN;
    NodeKind k = kind(l, n);
    if (k == N_NAME) {
        Binding *b = low_local(l, nd(l, n)->a);
        if (b && b->kind == BIND_TYPE)
            return b->type;
    }
    NodeId last;
    Sym scope;
    u32 e = low_lookup_name(l, n, LOOK_TYPE, &last, &scope);
    if (e)
        return low_type_of_entry(l, e);
    Sym name = last ? low_name_sym(l, last) : 0;
    /* Inside its own class, the class's name. */
    if (l->cls && !scope && type_kind(l->tt, l->cls) == TY_NAMED &&
        type_get(l->tt, l->cls)->named->name == name)
        return l->cls;
    if (last && kind(l, last) == N_TEMPLATE_ID)
        return template_args(l, last, name, scope);
    if (!l->cxx &&
        !scope) { /* C: a tag used without its keyword is an error, but a C++-like snippet may do it */
        u32 tag = low_lookup(l, name, LOOK_TAG);
        if (tag)
            return low_type_of_entry(l, tag);
    }
    return type_named(l->tt, name, scope, 0, NULL, 0);
}

static bool is_class_key(u8 op)
{
    return op == KW_STRUCT || op == KW_CLASS || op == KW_UNION;
}

static void fill_record(Lower *l, TypeId t, NodeId node, Sym scope, u32 entry)
{
    Record *r = type_get(l->tt, t)->record;
    const Node *n = nd(l, node);
    r->keyword = is_class_key(n->op) ? n->op : KW_STRUCT;
    r->tag = n->a;
    r->scope = sym_len(scope) ? scope : 0;
    r->qualified = n->a ? low_scope_join(r->scope, n->a) : r->scope;
    r->entry = entry;
    if (entry) {
        r->is_template = low_entry(l, entry)->is_template;
        NodeId decl = low_entry(l, entry)->decl;
        if (decl && first(l, decl) && kind(l, first(l, decl)) == N_SPECS)
            r->owner = nd(l, first(l, decl));
    }
}

static u32 entry_at(Lower *l, Sym name, u32 unit, NodeId node)
{
    if (!name)
        return 0;
    if (unit == l->u->index)
        return map_get(&l->entry_of_node, node, 0);
    u32 budget = 256;
    for (u32 e = index_first(&l->p->index, name); e && budget--; e = low_entry(l, e)->next)
        if (low_entry(l, e)->node == node && low_entry(l, e)->unit == unit)
            return e;
    return 0;
}

/* The type of a definition seen in the tree being read. */
static TypeId record_here(Lower *l, NodeId n)
{
    bool fresh;
    TypeId t = type_of_record(l->tt, l->src->index, n, &fresh);
    if (fresh) {
        u32 e = entry_at(l, nd(l, n)->a, l->src->index, n);
        fill_record(l, t, n, e ? low_entry(l, e)->scope : l->scope, e);
    }
    return t;
}

TypeId low_record_type(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    if (x->flags & REC_DEFINED)
        return record_here(l, n);
    NodeId name = some(l, x->first);
    if (x->a) {
        Binding *b = low_local(l, l->cxx ? x->a : x->a + TAG_KEY);
        if (b && b->kind == BIND_TYPE)
            return b->type;
    }
    NodeId last;
    Sym scope = 0;
    u32 e = name ? low_lookup_name(l, name, LOOK_TAG, &last, &scope) : low_lookup(l, x->a, LOOK_TAG);
    if (e && low_entry(l, e)->kind == DK_RECORD)
        return low_type_of_entry(l, e);
    if (name && kind(l, name) == N_TEMPLATE_ID)
        return template_args(l, name, x->a, scope);
    return type_named(l->tt, x->a, scope, x->op, NULL, 0);
}

TypeId low_enum_type(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    if (!(x->flags & ENUM_DEFINED)) {
        Binding *b = x->a ? low_local(l, l->cxx ? x->a : x->a + TAG_KEY) : NULL;
        if (b && b->kind == BIND_TYPE)
            return b->type;
        NodeId name = some(l, x->first), last;
        Sym scope = 0;
        u32 e = name ? low_lookup_name(l, name, LOOK_TAG, &last, &scope) : low_lookup(l, x->a, LOOK_TAG);
        if (e && low_entry(l, e)->kind == DK_ENUM)
            return low_type_of_entry(l, e);
        return type_named(l->tt, x->a, scope, KW_ENUM, NULL, 0);
    }
    bool fresh;
    TypeId t = type_of_enum(l->tt, l->src->index, n, &fresh);
    if (fresh) {
        EnumType *e = type_get(l->tt, t)->enumeration;
        e->tag = x->a;
        e->entry = entry_at(l, x->a, l->src->index, n);
        e->scope = e->entry ? low_entry(l, e->entry)->scope : l->scope;
        if (!sym_len(e->scope))
            e->scope = 0;
        e->is_class = x->flags & ENUM_CLASS;
        e->underlying = e->is_class ? TYPE_INT : TYPE_UINT;
    }
    return t;
}

/* ---- entries ---- */

TypeId low_type_of_entry(Lower *l, u32 entry)
{
    const IndexEntry *e = low_entry(l, entry);
    if (e->kind == DK_TYPEDEF)
        return low_entry_type(l, entry);
    if (e->kind != DK_RECORD && e->kind != DK_ENUM)
        return TYPE_UNKNOWN;
    Where w = low_enter(l, e->unit, e->scope);
    TypeId t;
    if (e->kind == DK_RECORD) {
        bool fresh;
        t = type_of_record(l->tt, e->unit, e->node, &fresh);
        if (fresh)
            fill_record(l, t, e->node, e->scope, entry);
    } else {
        t = low_enum_type(l, e->node);
    }
    low_leave(l, w);
    return t;
}

static TypeId compute_entry_type(Lower *l, const IndexEntry *e)
{
    NodeId n = e->node;
    switch (e->kind) {
    case DK_FUNCTION: {
        Specs s = low_specs(l, first(l, n));
        Declared d;
        return low_declarator(l, s.type, next(l, first(l, n)), &d);
    }
    case DK_TYPEDEF:
        if (kind(l, n) == N_ALIAS)
            return low_type_name(l, first(l, n));
        break;
    case DK_ENUMERATOR:
        return e->decl && kind(l, e->decl) == N_ENUM && (!l->cxx || !(nd(l, e->decl)->flags & ENUM_CLASS)) &&
                       l->src->lang == LANG_C
                   ? TYPE_INT
                   : (e->decl && kind(l, e->decl) == N_ENUM ? low_enum_type(l, e->decl) : TYPE_INT);
    case DK_RECORD:
    case DK_ENUM: return TYPE_UNKNOWN;
    default: break;
    }
    if (kind(l, n) != N_INIT_DECL || !e->decl)
        return TYPE_UNKNOWN;
    Specs s = low_specs(l, first(l, e->decl));
    Declared d;
    TypeId t = low_declarator(l, s.type, first(l, n), &d);
    NodeId attr = low_find_attr(l, n, "mode");
    if (attr)
        t = mode_type(l, attr, t);
    NodeId init = some(l, next(l, first(l, n)));
    if (e->kind == DK_VARIABLE && type_kind(l->tt, t) == TY_ARRAY &&
        type_get(l->tt, t)->bound == BOUND_NONE && init)
        t = low_complete_array(l, t, init);
    else if (e->kind == DK_VARIABLE && s.is_auto && type_is_unknown(l->tt, t) && init && l->src == l->u)
        t = low_type_of_exp(l, init, NULL);
    return t;
}

TypeId low_entry_type(Lower *l, u32 entry)
{
    EntryInfo *info = low_entry_info(l, entry);
    if (info->state)
        return info->state == 2 ? info->type : TYPE_UNKNOWN;
    info->state = 1;
    const IndexEntry *e = low_entry(l, entry);
    TypeId t = TYPE_UNKNOWN;
    if (low_enter_depth(l)) {
        Where w = low_enter(l, e->unit, e->scope);
        t = compute_entry_type(l, e);
        low_leave(l, w);
        l->depth--;
    }
    info = low_entry_info(l, entry);
    info->type = t;
    info->state = 2;
    return t;
}

TypeId low_class_of_scope(Lower *l, Sym scope, bool assume)
{
    if (!sym_len(scope))
        return 0;
    Sym up = low_scope_parent(l, scope);
    u32 skip = up ? sym_len(up) + 2 : 0;
    Sym last = intern_bytes(sym_str(scope) + skip, sym_len(scope) - skip);
    u32 e = 0;
    if (index_first(&l->p->index, last)) {
        e = low_lookup_exact(l, up, last, LOOK_CLASS);
        if (!e && !up) /* relative to the scope at hand */
            for (Sym s = l->scope; !e && s; s = low_scope_parent(l, s))
                e = low_lookup_exact(l, s, last, LOOK_CLASS);
    }
    if (e && low_entry(l, e)->kind == DK_TYPEDEF) {
        TypeId t = low_entry_type(l, e);
        return type_kind(l->tt, t) == TY_RECORD || type_kind(l->tt, t) == TY_NAMED ? t : 0;
    }
    if (e)
        return low_type_of_entry(l, e);
    if (!assume || map_has(&l->namespaces, scope))
        return 0;
    return type_named(l->tt, last, up, 0, NULL, 0);
}
