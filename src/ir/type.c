/*
 * The table of types; see type.h. Structural types are interned by a hash over their parts, records and enums by
 * the place of their definition. Qualified variants share the payload of their unqualified type.
 */
#include "ir/type.h"

#include <string.h>

#include "base/limits.h"

static const Target targets[] = {
    {"LP64", 4, 8, 8, 4, 16, 8, true, true},
    {"ILP32", 4, 4, 4, 4, 12, 4, true, true},
    {"LLP64", 4, 4, 8, 2, 8, 8, true, false},
};

const Target *target_find(const char *name)
{
    for (u32 i = 0; i < LENGTH(targets); i++)
        if (strcmp(targets[i].name, name) == 0)
            return &targets[i];
    return NULL;
}

void type_table_init(TypeTable *tt, const Target *target, bool cxx)
{
    memset(tt, 0, sizeof *tt);
    arena_init(&tt->arena);
    map_init(&tt->index);
    tt->target = target ? target : &targets[0];
    tt->cxx = cxx;
    const Target *t = tt->target;
#define X(name, text, k, sign, size)                      \
    {                                                     \
        Type ty = {.kind = TY_##k, .count = (u64)(size)}; \
        if (TY_##k == TY_INT)                             \
            ty.is_signed = (sign);                        \
        ty.unqual = tt->types.n;                          \
        vec_push(&tt->types, ty);                         \
        vec_push(&tt->chain, 0);                          \
    }
    TYPE_BASICS(X)
#undef X
}

void type_table_release(TypeTable *tt)
{
    vec_release(&tt->types);
    vec_release(&tt->chain);
    map_release(&tt->index);
    arena_release(&tt->arena);
}

/* ---- interning ---- */

static u64 hash_parts(u64 h, u64 x)
{
    return map_mix(h * 31 + x + 0x9e3779b97f4a7c15ull);
}

static u64 hash_type(const Type *t)
{
    u64 h = hash_parts(t->kind, t->quals | (u64)t->flags << 8 | (u64)t->bound << 16);
    h = hash_parts(h, t->of | (u64)t->cls << 32);
    h = hash_parts(h, t->count);
    switch (t->kind) {
    case TY_FUNC:
        h = hash_parts(h, t->func->n_params | (u64)t->func->variadic << 32 |
                              (u64)t->func->unprototyped << 33 | (u64)t->func->is_const << 34);
        for (u32 i = 0; i < t->func->n_params; i++)
            h = hash_parts(h, t->func->params[i]);
        break;
    case TY_NAMED:
        h = hash_parts(h, t->named->name | (u64)t->named->scope << 32);
        h = hash_parts(h, t->named->keyword | (u64)t->named->n_args << 8);
        for (u32 i = 0; i < t->named->n_args; i++)
            h = hash_parts(h, t->named->args[i]);
        break;
    case TY_RECORD: h = hash_parts(h, t->record->unit | (u64)t->record->node << 32); break;
    case TY_ENUM: h = hash_parts(h, t->enumeration->unit | (u64)t->enumeration->node << 32); break;
    default: break;
    }
    return h;
}

static bool same_ids(const TypeId *a, const TypeId *b, u32 n)
{
    return n == 0 || memcmp(a, b, n * sizeof *a) == 0;
}

/* Not inlined: where the kind of one side is known, gcc 12 takes the pointers of the other kinds for reads out of bounds. */
__attribute__((noinline)) static bool same_type(const Type *a, const Type *b)
{
    if (a->kind != b->kind || a->quals != b->quals || a->flags != b->flags || a->bound != b->bound ||
        a->of != b->of || a->cls != b->cls || a->count != b->count)
        return false;
    switch (a->kind) {
    case TY_FUNC:
        return a->func->n_params == b->func->n_params && a->func->variadic == b->func->variadic &&
               a->func->unprototyped == b->func->unprototyped && a->func->is_const == b->func->is_const &&
               same_ids(a->func->params, b->func->params, a->func->n_params);
    case TY_NAMED:
        return a->named->name == b->named->name && a->named->scope == b->named->scope &&
               a->named->keyword == b->named->keyword && a->named->n_args == b->named->n_args &&
               same_ids(a->named->args, b->named->args, a->named->n_args);
    case TY_RECORD: return a->record->unit == b->record->unit && a->record->node == b->record->node;
    case TY_ENUM:
        return a->enumeration->unit == b->enumeration->unit && a->enumeration->node == b->enumeration->node;
    case TY_INT: return a->is_signed == b->is_signed;
    default: return true;
    }
}

/* The id of an equal type, or 0; *h gets the hash for add(). */
static TypeId find(const TypeTable *tt, const Type *t, u64 *h)
{
    *h = hash_type(t);
    for (TypeId i = map_get(&tt->index, *h, 0); i; i = tt->chain.at[i])
        if (same_type(&tt->types.at[i], t))
            return i;
    return 0;
}

static TypeId add(TypeTable *tt, Type *t, u64 h)
{
    TypeId id = tt->types.n;
    if (!t->quals)
        t->unqual = id;
    vec_push(&tt->types, *t);
    u32 *slot = map_slot(&tt->index, h, 0);
    vec_push(&tt->chain, *slot);
    *slot = id;
    return id;
}

static TypeId intern(TypeTable *tt, Type *t)
{
    u64 h;
    TypeId id = find(tt, t, &h);
    return id ? id : add(tt, t, h);
}

TypeId type_ptr(TypeTable *tt, TypeId of)
{
    return intern(tt, &(Type){.kind = TY_PTR, .of = of, .count = tt->target->ptr_size});
}

TypeId type_ref(TypeTable *tt, TypeId of, bool rvalue)
{
    if (type_kind(tt, of) == TY_REF) {
        rvalue = rvalue && (type_get(tt, of)->flags & TF_RVALUE);
        of = type_of(tt, of);
    }
    return intern(
        tt,
        &(Type){.kind = TY_REF, .of = of, .flags = rvalue ? TF_RVALUE : 0, .count = tt->target->ptr_size});
}

TypeId type_memptr(TypeTable *tt, TypeId of, TypeId cls)
{
    return intern(tt, &(Type){.kind = TY_MEMPTR, .of = of, .cls = cls, .count = tt->target->ptr_size});
}

TypeId type_array(TypeTable *tt, TypeId of, ArrayBound bound, u64 count)
{
    return intern(
        tt, &(Type){.kind = TY_ARRAY, .of = of, .bound = bound, .count = bound == BOUND_KNOWN ? count : 0});
}

TypeId type_func(TypeTable *tt, TypeId ret, const TypeId *params, u32 n, bool variadic, bool unprototyped,
                 bool is_const)
{
    FuncType f = {(TypeId *)params, n, variadic, unprototyped, is_const};
    Type t = {.kind = TY_FUNC, .of = ret, .func = &f};
    u64 h;
    TypeId id = find(tt, &t, &h);
    if (id)
        return id;
    t.func = arena_new(&tt->arena, FuncType);
    *t.func = f;
    t.func->params = arena_array(&tt->arena, TypeId, n);
    if (n)
        memcpy(t.func->params, params, n * sizeof *params);
    return add(tt, &t, h);
}

TypeId type_of_record(TypeTable *tt, u32 unit, NodeId node, bool *fresh)
{
    Record r = {.unit = unit, .node = node};
    Type t = {.kind = TY_RECORD, .record = &r};
    u64 h;
    TypeId id = find(tt, &t, &h);
    *fresh = !id;
    if (id)
        return id;
    t.record = arena_new(&tt->arena, Record);
    t.record->unit = unit;
    t.record->node = node;
    return add(tt, &t, h);
}

TypeId type_of_enum(TypeTable *tt, u32 unit, NodeId node, bool *fresh)
{
    EnumType e = {.unit = unit, .node = node};
    Type t = {.kind = TY_ENUM, .enumeration = &e};
    u64 h;
    TypeId id = find(tt, &t, &h);
    *fresh = !id;
    if (id)
        return id;
    t.enumeration = arena_new(&tt->arena, EnumType);
    t.enumeration->unit = unit;
    t.enumeration->node = node;
    t.enumeration->underlying = TYPE_UINT;
    return add(tt, &t, h);
}

TypeId type_named(TypeTable *tt, Sym name, Sym scope, u8 keyword, const TypeId *args, u32 n)
{
    NamedType nt = {name, scope, keyword, (TypeId *)args, n};
    Type t = {.kind = TY_NAMED, .named = &nt};
    u64 h;
    TypeId id = find(tt, &t, &h);
    if (id)
        return id;
    t.named = arena_new(&tt->arena, NamedType);
    *t.named = nt;
    t.named->args = arena_array(&tt->arena, TypeId, n);
    if (n)
        memcpy(t.named->args, args, n * sizeof *args);
    return add(tt, &t, h);
}

TypeId type_template_param(TypeTable *tt, Sym name)
{
    NamedType nt = {.name = name};
    Type t = {.kind = TY_NAMED, .flags = TF_TEMPLATE_PARAM, .named = &nt};
    u64 h;
    TypeId id = find(tt, &t, &h);
    if (id)
        return id;
    t.named = arena_new(&tt->arena, NamedType);
    *t.named = nt;
    return add(tt, &t, h);
}

TypeId type_qualified(TypeTable *tt, TypeId id, u8 quals)
{
    if (!quals)
        return id;
    Type t = *type_get(tt, id);
    if (t.kind == TY_ARRAY) {
        u32 depth = 0;
        TypeId e = id;
        while (type_kind(tt, e) == TY_ARRAY && depth++ < LIMIT_TYPE_DEPTH)
            e = type_of(tt, e);
        if (depth > LIMIT_TYPE_DEPTH)
            return id;
        return type_array(tt, type_qualified(tt, t.of, quals), (ArrayBound)t.bound, t.count);
    }
    if (t.kind == TY_FUNC || t.kind == TY_REF || (t.quals & quals) == quals)
        return id;
    t.quals |= quals;
    return intern(tt, &t);
}

TypeId type_unqualified(const TypeTable *tt, TypeId t)
{
    return tt->types.at[t].unqual;
}

TypeId type_deref_ref(const TypeTable *tt, TypeId t)
{
    return type_kind(tt, t) == TY_REF ? type_of(tt, t) : t;
}

/* ---- kinds ---- */

bool type_is_integer(const TypeTable *tt, TypeId t)
{
    TypeKind k = type_kind(tt, t);
    return k == TY_INT || k == TY_BOOL || k == TY_ENUM;
}

bool type_is_arithmetic(const TypeTable *tt, TypeId t)
{
    TypeKind k = type_kind(tt, t);
    return k == TY_INT || k == TY_BOOL || k == TY_ENUM || k == TY_FLOAT || k == TY_COMPLEX;
}

bool type_is_pointer(const TypeTable *tt, TypeId t)
{
    TypeKind k = type_kind(tt, t);
    return k == TY_PTR || k == TY_NULLPTR;
}

bool type_is_scalar(const TypeTable *tt, TypeId t)
{
    return type_is_arithmetic(tt, t) || type_is_pointer(tt, t) || type_kind(tt, t) == TY_MEMPTR;
}

bool type_is_char(const TypeTable *tt, TypeId t)
{
    t = type_unqualified(tt, t);
    return t == TYPE_CHAR || t == TYPE_SCHAR || t == TYPE_UCHAR || t == TYPE_CHAR8;
}

static TypeId integer_of(const TypeTable *tt, TypeId t)
{
    const Type *ty = type_get(tt, t);
    return ty->kind == TY_ENUM ? ty->enumeration->underlying : t;
}

bool type_is_signed(const TypeTable *tt, TypeId t)
{
    const Type *ty = type_get(tt, integer_of(tt, t));
    return ty->kind == TY_INT && ty->is_signed;
}

u32 type_width(const TypeTable *tt, TypeId t)
{
    const Type *ty = type_get(tt, integer_of(tt, t));
    return ty->kind == TY_BOOL ? 1 : ty->kind == TY_INT ? (u32)ty->count * 8 : 0;
}

const Record *type_record(TypeTable *tt, TypeId t)
{
    if (type_kind(tt, t) != TY_RECORD)
        return NULL;
    Record *r = tt->types.at[t].record;
    if (r->state == RECORD_DECLARED) {
        if (r->node && tt->complete_record) {
            r->state = RECORD_COMPLETING;
            tt->complete_record(tt->ctx, tt, r);
            if (r->state == RECORD_COMPLETING)
                r->state = RECORD_COMPLETE;
        } else {
            r->state = RECORD_INCOMPLETE;
        }
    }
    return r;
}

const EnumType *type_enum(TypeTable *tt, TypeId t)
{
    if (type_kind(tt, t) != TY_ENUM)
        return NULL;
    EnumType *e = tt->types.at[t].enumeration;
    if (!e->complete) {
        e->complete = true;
        if (e->node && tt->complete_enum)
            tt->complete_enum(tt->ctx, tt, e);
    }
    return e;
}

const FuncType *type_func_of(const TypeTable *tt, TypeId t)
{
    const Type *ty = type_get(tt, t);
    if (ty->kind == TY_PTR || ty->kind == TY_REF || ty->kind == TY_MEMPTR)
        ty = type_get(tt, ty->of);
    return ty->kind == TY_FUNC ? ty->func : NULL;
}

/* ---- fields ---- */

i32 type_field_index(const Record *r, Sym name)
{
    if (!name)
        return -1;
    for (u32 i = 0; i < r->n_fields; i++)
        if (r->fields[i].name == name && !(r->fields[i].flags & FIELD_BASE))
            return (i32)i;
    return -1;
}

static u32 find_field(TypeTable *tt, TypeId t, Sym name, u32 *path, u32 max, u32 *budget)
{
    const Record *r = type_record(tt, t);
    if (!r || !max || !*budget)
        return 0;
    (*budget)--;
    i32 own = type_field_index(r, name);
    if (own >= 0) {
        path[0] = (u32)own;
        return 1;
    }
    for (u32 i = 0; i < r->n_fields; i++)
        if (r->fields[i].flags & (FIELD_ANON | FIELD_BASE)) {
            u32 n = find_field(tt, r->fields[i].type, name, path + 1, max - 1, budget);
            if (n) {
                path[0] = i;
                return n + 1;
            }
        }
    return 0;
}

u32 type_find_field(TypeTable *tt, TypeId record, Sym name, u32 *path, u32 max)
{
    u32 budget = 1000; /* classes entered: a lattice of bases must not become exponential */
    return name ? find_field(tt, record, name, path, max, &budget) : 0;
}

bool type_is_flexible(TypeTable *tt, const Record *r, u32 field)
{
    if (field + 1 != r->n_fields || r->keyword == KW_UNION)
        return false;
    const Type *t = type_get(tt, r->fields[field].type);
    return t->kind == TY_ARRAY && (t->bound == BOUND_NONE || (t->bound == BOUND_KNOWN && t->count <= 1));
}

static bool needs_destructor(TypeTable *tt, TypeId t, u32 depth)
{
    if (depth > 32)
        return false;
    while (type_kind(tt, t) == TY_ARRAY)
        t = type_of(tt, t);
    const Record *r = type_record(tt, t);
    if (!r || r->state != RECORD_COMPLETE)
        return false;
    if (r->has_dtor)
        return true;
    for (u32 i = 0; i < r->n_fields; i++)
        if (needs_destructor(tt, r->fields[i].type, depth + 8))
            return true;
    return false;
}

bool type_needs_destructor(TypeTable *tt, TypeId t)
{
    return needs_destructor(tt, t, 0);
}

static bool compatible(TypeTable *tt, TypeId a, TypeId b, u32 depth)
{
    a = type_unqualified(tt, a);
    b = type_unqualified(tt, b);
    if (a == b || depth > 32 || type_is_unknown(tt, a) || type_is_unknown(tt, b))
        return true;
    const Type x = *type_get(tt, a), y = *type_get(tt, b);
    if (x.kind == TY_ENUM && y.kind == TY_INT)
        return !tt->cxx && type_enum(tt, a)->underlying == b;
    if (y.kind == TY_ENUM && x.kind == TY_INT)
        return !tt->cxx && type_enum(tt, b)->underlying == a;
    if (x.kind != y.kind)
        return false;
    switch (x.kind) {
    case TY_PTR:
    case TY_REF: return x.flags == y.flags && compatible(tt, x.of, y.of, depth + 1);
    case TY_MEMPTR: return compatible(tt, x.of, y.of, depth + 1);
    case TY_ARRAY:
        if (x.bound == BOUND_KNOWN && y.bound == BOUND_KNOWN && x.count != y.count)
            return false;
        return compatible(tt, x.of, y.of, depth + 1);
    case TY_FUNC:
        if (!compatible(tt, x.of, y.of, depth + 1))
            return false;
        if (x.func->unprototyped || y.func->unprototyped)
            return true;
        if (x.func->n_params != y.func->n_params || x.func->variadic != y.func->variadic)
            return false;
        for (u32 i = 0; i < x.func->n_params; i++)
            if (!compatible(tt, x.func->params[i], y.func->params[i], depth + 1))
                return false;
        return true;
    case TY_RECORD: /* two definitions with one tag: seen through two headers, or two configurations */
        return x.record->tag && x.record->tag == y.record->tag && x.record->scope == y.record->scope;
    case TY_ENUM:
        return x.enumeration->tag && x.enumeration->tag == y.enumeration->tag &&
               x.enumeration->scope == y.enumeration->scope;
    default: return false;
    }
}

bool type_compatible(TypeTable *tt, TypeId a, TypeId b)
{
    return compatible(tt, a, b, 0);
}

/* ---- conversions ---- */

TypeId type_promoted(TypeTable *tt, TypeId t)
{
    t = type_unqualified(tt, t);
    if (type_kind(tt, t) == TY_ENUM) {
        const EnumType *e = type_enum(tt, t);
        if (e->is_class)
            return t;
        t = type_unqualified(tt, e->underlying);
    }
    const Type *ty = type_get(tt, t);
    if (ty->kind == TY_BOOL)
        return TYPE_INT;
    if (ty->kind != TY_INT)
        return t;
    if (ty->count < tt->target->int_size ||
        (ty->is_signed && ty->count == tt->target->int_size && t != TYPE_LONG))
        return TYPE_INT;
    if (t == TYPE_WCHAR || t == TYPE_CHAR32)
        return ty->is_signed ? TYPE_INT : TYPE_UINT;
    return t;
}

/* Order of conversion ranks of promoted integer types: index of the signed type. */
static u32 rank(TypeId t)
{
    switch (t) {
    case TYPE_INT:
    case TYPE_UINT: return 1;
    case TYPE_LONG:
    case TYPE_ULONG: return 2;
    case TYPE_LLONG:
    case TYPE_ULLONG: return 3;
    default: return 4;
    }
}

static TypeId unsigned_of(TypeId t)
{
    switch (t) {
    case TYPE_INT: return TYPE_UINT;
    case TYPE_LONG: return TYPE_ULONG;
    case TYPE_LLONG: return TYPE_ULLONG;
    case TYPE_INT128: return TYPE_UINT128;
    default: return t;
    }
}

TypeId type_usual(TypeTable *tt, TypeId a, TypeId b)
{
    if (!type_is_arithmetic(tt, a) || !type_is_arithmetic(tt, b))
        return TYPE_UNKNOWN;
    a = type_promoted(tt, a);
    b = type_promoted(tt, b);
    if (a == b)
        return a;
    TypeKind ka = type_kind(tt, a), kb = type_kind(tt, b);
    if (ka == TY_COMPLEX || kb == TY_COMPLEX) {
        u64 sa = type_get(tt, a)->count / (ka == TY_COMPLEX ? 2 : 1),
            sb = type_get(tt, b)->count / (kb == TY_COMPLEX ? 2 : 1);
        u64 s = MAX(ka == TY_INT ? 0 : sa, kb == TY_INT ? 0 : sb);
        return s <= 4 ? TYPE_CFLOAT : s <= 8 ? TYPE_CDOUBLE : TYPE_CLDOUBLE;
    }
    if (ka == TY_FLOAT || kb == TY_FLOAT) {
        if (ka != TY_FLOAT)
            return b;
        return kb != TY_FLOAT || a > b ? a : b; /* ids of floating types ascend with rank */
    }
    if (ka == TY_ENUM || kb == TY_ENUM) /* scoped enums take part in nothing */
        return TYPE_UNKNOWN;
    bool sa = type_get(tt, a)->is_signed, sb = type_get(tt, b)->is_signed;
    if (sa == sb)
        return rank(a) > rank(b) ? a : b;
    TypeId s = sa ? a : b, u = sa ? b : a;
    if (rank(u) >= rank(s))
        return u;
    if (type_get(tt, s)->count > type_get(tt, u)->count)
        return s;
    return unsigned_of(s);
}

TypeId type_decayed(TypeTable *tt, TypeId t)
{
    t = type_unqualified(tt, type_deref_ref(tt, t));
    TypeKind k = type_kind(tt, t);
    if (k == TY_ARRAY)
        return type_ptr(tt, type_of(tt, t));
    if (k == TY_FUNC)
        return type_ptr(tt, t);
    return t;
}

TypeId type_size_t(const TypeTable *tt)
{
    return tt->target->ptr_size == 4 ? TYPE_UINT : tt->target->long_size == 8 ? TYPE_ULONG : TYPE_ULLONG;
}

TypeId type_ptrdiff_t(const TypeTable *tt)
{
    return tt->target->ptr_size == 4 ? TYPE_INT : tt->target->long_size == 8 ? TYPE_LONG : TYPE_LLONG;
}

TypeId type_int_of_size(const TypeTable *tt, u32 bytes, bool is_signed)
{
    static const TypeId order[][2] = {{TYPE_UCHAR, TYPE_SCHAR},  {TYPE_USHORT, TYPE_SHORT},
                                      {TYPE_UINT, TYPE_INT},     {TYPE_ULONG, TYPE_LONG},
                                      {TYPE_ULLONG, TYPE_LLONG}, {TYPE_UINT128, TYPE_INT128}};
    for (u32 i = 0; i < LENGTH(order); i++)
        if (type_get(tt, order[i][is_signed])->count == bytes)
            return order[i][is_signed];
    return TYPE_UNKNOWN;
}

u64 type_wrap(const TypeTable *tt, TypeId t, u64 v)
{
    const Type *ty = type_get(tt, integer_of(tt, t));
    if (ty->kind == TY_BOOL)
        return v != 0;
    if (ty->kind == TY_PTR)
        return ty->count == 4 ? (u32)v : v;
    if (ty->kind != TY_INT || ty->count >= 8 || !ty->count)
        return v;
    u32 bits = (u32)ty->count * 8;
    v &= ((u64)1 << bits) - 1;
    if (ty->is_signed && v >> (bits - 1) & 1)
        v |= ~(u64)0 << bits;
    return v;
}
