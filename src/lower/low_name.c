/*
 * Names, members and elements: from the source's words to places.
 */
#include <string.h>

#include "lower/low.h"

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
        return low_to_place(l, e, b);
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

const IrExp *low_member_access(Lower *l, NodeId n)
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

const IrExp *low_subscript(Lower *l, NodeId n)
{
    NodeId b = first(l, n), i = next(l, b);
    const IrExp *base = low_exp(l, b);
    if (l->cxx && low_is_class(l, base->type)) {
        const IrExp *idx = i ? low_exp(l, i) : NULL;
        const IrExp *call = low_operator(l, "[]", base, idx, b, i, n);
        if (call)
            return call;
        return low_index(l, low_to_value(l, base, b),
                         idx ? low_to_value(l, idx, i) : low_unknown_exp(l, TYPE_UNKNOWN, n), n);
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
    IrExp *e = low_new_exp(
        l, IE_STRING,
        type_array(l->tt, type_qualified(l->tt, TYPE_CHAR, TQ_CONST), BOUND_KNOWN, str->length + 1u), n);
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
        return v ? low_var_object(l, v, n) : low_unknown_exp(l, b->type, n);
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
        (strcmp(t, "__func__") == 0 || strcmp(t, "__FUNCTION__") == 0 ||
         strcmp(t, "__PRETTY_FUNCTION__") == 0))
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
            const IrExp *self = type_kind(l->tt, l->cls) == TY_RECORD && type_record(l->tt, l->cls)->n_fields
                                    ? low_this(l, n)
                                    : NULL;
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
