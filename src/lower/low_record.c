/*
 * Fields of records and values of enums, read from the tree of their unit when somebody asks for them.
 */
#include <string.h>

#include "lower/low.h"

typedef VEC(Field) FieldVec;

static void add_members(Lower *l, Record *r, FieldVec *fields, NodeId member, u32 flags);

static void add_field(Lower *l, Record *r, FieldVec *fields, Specs s, NodeId init_decl, u32 flags)
{
    NodeId dtor = first(l, init_decl), init = dtor ? next(l, dtor) : 0, width = init ? next(l, init) : 0;
    Declared d;
    TypeId t = low_declarator(l, s.type, dtor, &d);
    if (type_kind(l->tt, t) == TY_FUNC) { /* a method, or what looks like one */
        if (d.name && d.name == r->tag && !(nd(l, d.func)->flags & DF_DELETED))
            r->has_ctor = true;
        if (d.name_node && kind(l, d.name_node) == N_DESTRUCTOR_NAME &&
            !(nd(l, d.func)->flags & DF_DEFAULTED))
            r->has_dtor = true;
        return;
    }
    Field f = {.name = d.name, .type = t, .node = init_decl, .flags = (u16)flags};
    if (s.flags & SP_MUTABLE)
        f.flags |= FIELD_MUTABLE;
    if (some(l, width)) {
        i64 w = 0;
        TypeId wt;
        f.flags |= FIELD_BITFIELD;
        if (!low_const(l, width, &w, &wt) || w < 0 || w > 64)
            f.type = TYPE_UNKNOWN;
        else
            f.bit_width = (u8)w;
    }
    vec_push(fields, f);
}

static void add_decl_member(Lower *l, Record *r, FieldVec *fields, NodeId m, u32 flags)
{
    NodeId specs = first(l, m);
    if (!specs || kind(l, specs) != N_SPECS)
        return;
    u32 sf = nd(l, specs)->flags;
    if (sf & SP_VIRTUAL)
        r->has_virtual = true;
    if (sf & (SP_TYPEDEF | SP_FRIEND))
        return;
    bool is_static = sf & (SP_STATIC | SP_EXTERN);
    Specs s = low_specs(l, specs);
    NodeId d = next(l, specs);
    if (!d && !is_static) { /* struct { ... }; */
        TypeId t = s.type;
        for (NodeId c = first(l, specs); c; c = next(l, c))
            if (kind(l, c) == N_RECORD && type_kind(l->tt, t) == TY_RECORD &&
                (nd(l, c)->flags & REC_DEFINED) && !nd(l, c)->a)
                vec_push(fields, ((Field){.type = t, .node = c, .flags = (u16)(flags | FIELD_ANON)}));
        return;
    }
    for (; d; d = next(l, d))
        if (kind(l, d) == N_INIT_DECL && !is_static)
            add_field(l, r, fields, s, d, flags);
}

static void add_func_member(Lower *l, Record *r, NodeId m)
{
    NodeId specs = first(l, m);
    if (nd(l, specs)->flags & SP_VIRTUAL)
        r->has_virtual = true;
    NodeId d = next(l, specs);
    for (u32 i = 0; d && i < 64; i++) {
        if (kind(l, d) == N_D_NAME) {
            NodeId name = some(l, first(l, d));
            if (nd(l, m)->flags & FN_DELETED)
                return;
            if (name && kind(l, name) == N_DESTRUCTOR_NAME)
                r->has_dtor |= !(nd(l, m)->flags & FN_DEFAULTED);
            else if (nd(l, d)->a && nd(l, d)->a == r->tag)
                r->has_ctor |= !(nd(l, m)->flags & FN_DEFAULTED);
            return;
        }
        d = first(l, d);
    }
}

static void add_members(Lower *l, Record *r, FieldVec *fields, NodeId member, u32 flags)
{
    for (NodeId m = member; m; m = next(l, m)) {
        switch (kind(l, m)) {
        case N_DECL: add_decl_member(l, r, fields, m, flags); break;
        case N_FUNC: add_func_member(l, r, m); break;
        case N_TEMPLATE: {
            NodeId inner = next(l, first(l, m));
            if (inner && kind(l, inner) == N_FUNC)
                add_func_member(l, r, inner);
            break;
        }
        case N_ALT:
            if (!low_enter_depth(l))
                break;
            for (NodeId b = first(l, m); b; b = next(l, b))
                add_members(l, r, fields, first(l, b), flags | FIELD_ALT);
            l->depth--;
            break;
        case N_UNREAD:
        case N_MACRO_DECL: /* may declare anything */
            vec_push(fields, ((Field){.type = TYPE_UNKNOWN, .node = m, .flags = (u16)flags}));
            break;
        default: break;
        }
    }
}

static void read_record(Lower *l, TypeTable *tt, Record *r)
{
    FieldVec fields = {0};
    NodeId c = first(l, r->node);
    if (c) /* the name, or N_NONE */
        c = next(l, c);
    for (; c && kind(l, c) == N_BASE; c = next(l, c)) {
        NodeId name = first(l, c);
        TypeId t = low_named_type(l, name);
        u32 fl = FIELD_BASE;
        if (nd(l, c)->flags & BASE_VIRTUAL) {
            r->has_virtual = true;
            fl |= FIELD_ALT; /* its place depends on the most derived class */
        }
        const Record *b = type_record(tt, t);
        if (b && b->has_virtual)
            r->has_virtual = true;
        vec_push(&fields, ((Field){.name = low_name_sym(l, name), .type = t, .flags = (u16)fl, .node = c}));
    }
    if (fields.n) { /* names in the members are looked up in the bases, too */
        Field *bases = arena_array(&tt->arena, Field, fields.n);
        memcpy(bases, fields.at, fields.n * sizeof *bases);
        r->fields = bases;
        r->n_fields = r->n_bases = fields.n;
    }
    add_members(l, r, &fields, c, 0);
    Field *all = arena_array(&tt->arena, Field, fields.n);
    if (fields.n) {
        memcpy(all, fields.at, fields.n * sizeof *all);
        r->fields = all;
        r->n_fields = fields.n;
        Field *last = &r->fields[fields.n - 1];
        if (type_is_flexible(tt, r, fields.n - 1))
            last->flags |= FIELD_FLEXIBLE;
    }
    vec_release(&fields);
    bool packed = false;
    u32 align = 0;
    if (r->owner) {
        NodeId specs = (NodeId)((const Node *)r->owner - l->t->nodes.at);
        packed = low_has_attr(l, specs, "packed");
        NodeId a = low_find_attr(l, specs, "aligned");
        i64 v;
        TypeId vt;
        if (a && first(l, a) && low_const(l, first(l, a), &v, &vt) && v > 0 && v <= 1 << 20)
            align = (u32)v;
        else if (a)
            align = 16;
    }
    type_layout(tt, r, packed, align);
}

void low_complete_record(void *ctx, TypeTable *tt, Record *r)
{
    Lower *l = ctx;
    const Unit *u = l->p->units.at[r->unit];
    if (!(u->tree.nodes.at[r->node].flags & REC_DEFINED) || !low_enter_depth(l)) {
        r->state = RECORD_INCOMPLETE;
        return;
    }
    bool locals =
        l->locals && u == l->src && !r->entry && l->fn; /* a class inside a function sees its names */
    Sym scope = r->qualified ? r->qualified : r->scope;
    Where w = low_enter(l, r->unit, scope);
    l->locals = locals;
    read_record(l, tt, r);
    low_leave(l, w);
    l->depth--;
}

static void add_enumerators(Lower *l, EnumWalk *w, NodeId n)
{
    for (; n; n = next(l, n)) {
        if (kind(l, n) == N_ALT && low_enter_depth(l)) {
            w->uncertain = true;
            for (NodeId b = first(l, n); b; b = next(l, b))
                add_enumerators(l, w, first(l, b));
            w->known = false; /* which of them count is not known */
            l->depth--;
        }
        if (kind(l, n) == N_UNREAD)
            w->known = false;
        if (kind(l, n) != N_ENUMERATOR)
            continue;
        NodeId value = some(l, first(l, n));
        if (value) {
            i64 v = 0;
            TypeId t = TYPE_INT;
            w->known = low_const(l, value, &v, &t);
            w->next = v;
            if (w->known && !type_is_signed(l->tt, t) && (u64)v > 0x7fffffffu)
                w->wide |= (u64)v > 0xffffffffu;
        }
        if (w->known) {
            w->negative |= w->next < 0;
            w->wide |= w->next > 0xffffffffll || w->next < -0x80000000ll;
        }
        vec_push(&w->values, ((Enumerator){nd(l, n)->a, w->known ? w->next : 0, w->known, n}));
        w->next = (i64)((u64)w->next + 1);
    }
}

void low_complete_enum(void *ctx, TypeTable *tt, EnumType *e)
{
    Lower *l = ctx;
    if (!low_enter_depth(l))
        return;
    bool same = l->src->index == e->unit && l->locals && !e->entry && l->fn;
    Where w = low_enter(l, e->unit, e->scope);
    l->locals = same;
    NodeId c = first(l, e->node); /* name? */
    NodeId under = c ? next(l, c) : 0;
    EnumWalk walk = {.outer = l->enums, .known = true};
    l->enums = &walk;
    if (under)
        add_enumerators(l, &walk, next(l, under));
    l->enums = walk.outer;
    e->uncertain = walk.uncertain;
    if (some(l, under))
        e->underlying = type_unqualified(tt, low_type_name(l, under));
    else if (!e->is_class)
        e->underlying = walk.wide       ? (walk.negative ? TYPE_LONG : TYPE_ULONG)
                        : walk.negative ? TYPE_INT
                                        : TYPE_UINT;
    e->n_values = walk.values.n;
    e->values = arena_array(&tt->arena, Enumerator, walk.values.n);
    if (walk.values.n)
        memcpy(e->values, walk.values.at, walk.values.n * sizeof *walk.values.at);
    vec_release(&walk.values);
    low_leave(l, w);
    l->depth--;
}
