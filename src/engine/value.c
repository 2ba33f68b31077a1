/*
 * The table of symbolic values: hash-consing, symbols, and walks over values; see value.h. The makers that fold and simplify are in
 * value_make.c, texts in value_text.c.
 */
#include "engine/value.h"

#include <string.h>

#include "base/limits.h"
#include "engine/value_private.h"

const VType vtype_int = {.width = 32, .sgn = true};
const VType vtype_size = {.width = 64};
const VType vtype_ptr = {.width = 64, .ptr = true};
const VType vtype_off = {.width = 64, .sgn = true};

/* Above this size a table that is mostly empty is given back rather than cleared again and again. */
enum { KEPT_SLOTS = 4096, KEPT_LOAD = 8 };

static const bool origin_free[SO_COUNT] = {
#define X(name, free, why) [SO_##name] = free,
    SYM_ORIGINS(X)
#undef X
};

/* ------------------------------------------------------------------ the table */

static void add_none(Values *vs)
{
    vec_push(&vs->nodes, (ValNode){.kind = VK_NONE});
    vec_push(&vs->chain, 0);
}

void values_init(Values *vs, Arena *arena, TypeTable *types)
{
    memset(vs, 0, sizeof *vs);
    vs->arena = arena;
    vs->types = types;
    add_none(vs);
}

void values_release(Values *vs)
{
    vec_release(&vs->nodes);
    vec_release(&vs->syms);
    vec_release(&vs->records);
    vec_release(&vs->chain);
    map_release(&vs->index);
    map_release(&vs->sym_index);
}

static void map_reuse(Map *m)
{
    if (m->cap > KEPT_SLOTS && m->n < m->cap / KEPT_LOAD)
        map_release(m);
    else
        map_clear(m);
}

void values_reset(Values *vs)
{
    vec_clear(&vs->nodes);
    vec_clear(&vs->syms);
    vec_clear(&vs->records);
    vec_clear(&vs->chain);
    map_reuse(&vs->index);
    map_reuse(&vs->sym_index);
    vs->store_edit = 0;
    add_none(vs);
}

static u64 payload(const ValNode *n)
{
    u64 bits = 0;
    switch ((ValKind)n->kind) {
    case VK_INT: return (u64)n->num;
    case VK_FLOAT: memcpy(&bits, &n->real, sizeof bits); return bits;
    case VK_RECORD: return n->record;
    default: return (u64)n->b << 32 | n->a;
    }
}

Val val_intern(Values *vs, const ValNode *n)
{
    u64 bits = payload(n);
    u64 head = (u64)n->kind | (u64)n->op << 8 | (u64)n->type.width << 16 | (u64)n->type.sgn << 24 |
               (u64)n->type.ptr << 25 | (u64)n->type.loose << 26;
    u32 *first = map_slot(&vs->index, bits * 0x9e3779b97f4a7c15ull + head * 0xd1b54a32d192ed03ull, 0);
    for (Val v = *first; v; v = vs->chain.at[v]) {
        const ValNode *known = &vs->nodes.at[v];
        if (known->kind == n->kind && known->op == n->op && vtype_same(known->type, n->type) &&
            known->type.loose == n->type.loose && payload(known) == bits)
            return v;
    }
    Val made = vs->nodes.n;
    vec_push(&vs->nodes, *n);
    vec_push(&vs->chain, *first);
    *first = made;
    return made;
}

Val val_record(Values *vs, const void *contents, Val off, u64 size)
{
    /* Equal records need not have equal ids: each stands for a copy that is made once. */
    ValNode n = {.kind = VK_RECORD, .size = 1, .record = vs->records.n};
    vec_push(&vs->records, ((ValRecord){contents, off, size}));
    return val_intern(vs, &n);
}

const void *val_record_of(const Values *vs, Val v, Val *off, u64 *size)
{
    const ValNode *n = val_node(vs, v);
    if (n->kind != VK_RECORD)
        return NULL;
    const ValRecord *r = &vs->records.at[n->record];
    *off = r->off;
    *size = r->size;
    return r->contents;
}

/* ------------------------------------------------------------------ types */

VType vtype_of(TypeTable *tt, TypeId t)
{
    t = type_deref_ref(tt, t);
    switch (type_kind(tt, t)) {
    case TY_ENUM:
        type_enum(tt, t); /* lays it out: the width follows from its values */
        __attribute__((fallthrough));
    case TY_BOOL:
    case TY_INT: {
        u32 width = type_width(tt, t);
        /* Integers of 128 bits are not modelled: like floating values they are opaque. */
        return width > 64 ? (VType){0} : (VType){.width = (u8)width, .sgn = type_is_signed(tt, t)};
    }
    case TY_PTR:
    case TY_NULLPTR:
    case TY_ARRAY:
    case TY_FUNC: return vtype_ptr; /* arrays and functions as values are their addresses */
    case TY_UNKNOWN:
    case TY_NAMED: return (VType){.width = 64, .sgn = true, .loose = true};
    default: return (VType){0};
    }
}

i128 vtype_min(VType t)
{
    if (!t.width)
        return -((i128)1 << 100);
    return t.sgn ? -((i128)1 << (t.width - 1)) : 0;
}

i128 vtype_max(VType t)
{
    if (!t.width)
        return (i128)1 << 100;
    return ((i128)1 << (t.width - t.sgn)) - 1;
}

bool vtype_contains(VType outer, VType inner)
{
    return vtype_min(outer) <= vtype_min(inner) && vtype_max(outer) >= vtype_max(inner);
}

/* ------------------------------------------------------------------ symbols */

SymInfo sym_info(SymOrigin origin, VType type)
{
    return (SymInfo){.origin = (u8)origin,
                     .free = origin_free[origin],
                     .type = type,
                     .lo = vtype_min(type),
                     .hi = vtype_max(type)};
}

Val val_sym(Values *vs, u64 context, u32 inst, u32 slot, u32 generation, const SymInfo *info)
{
    /* Type and origin belong to the key: a place that is asked for again as another type must not get the first one's symbol. */
    u64 what = (u64)info->origin | (u64)info->type.width << 8 | (u64)info->type.sgn << 16 |
               (u64)info->type.ptr << 17 | (u64)info->type.loose << 18;
    u64 key = map_mix(context + 0x9e3779b97f4a7c15ull) ^ ((u64)inst << 32 | slot);
    key = map_mix(key) ^ ((u64)generation << 32 | what);
    u32 *known = map_slot(&vs->sym_index, key, 0);
    if (*known)
        return *known;
    Val made = vs->nodes.n;
    *known = made;
    ValNode n = {.kind = info->origin == SO_UNDEF ? VK_UNDEF : VK_SYM,
                 .type = info->type,
                 .size = 1,
                 .taint = info->taint,
                 .sym = vs->syms.n};
    vec_push(&vs->nodes, n);
    vec_push(&vs->chain, 0);
    SymInfo copy = *info;
    copy.lo = MAX(copy.lo, vtype_min(info->type));
    copy.hi = MIN(copy.hi, vtype_max(info->type));
    if (copy.n_alts) {
        copy.alts = arena_array(vs->arena, Val, copy.n_alts);
        memcpy(copy.alts, info->alts, copy.n_alts * sizeof *copy.alts);
        copy.nesting = 1;
        copy.perhaps_undef = false;
        for (u32 i = 0; i < copy.n_alts; i++) {
            const SymInfo *alt = copy.alts[i] ? val_sym_info(vs, copy.alts[i]) : NULL;
            if (!alt)
                continue;
            copy.perhaps_undef |= alt->origin == SO_UNDEF || alt->perhaps_undef;
            copy.nesting = (u8)MAX(copy.nesting, MIN(alt->nesting + 1, 255));
        }
    }
    vec_push(&vs->syms, copy);
    return made;
}

Val val_opaque(Values *vs, VType t, u32 op, Val a, Val b, TaintMask taint, Val was)
{
    SymInfo info = sym_info(SO_OPAQUE, t);
    info.taint = taint;
    info.was = was;
    return val_sym(vs, map_mix(~(u64)op), a, b, 0, &info);
}

const SymInfo *val_sym_info(const Values *vs, Val v)
{
    const ValNode *n = val_node(vs, v);
    return n->kind == VK_SYM || n->kind == VK_UNDEF ? &vs->syms.at[n->sym] : NULL;
}

/* ------------------------------------------------------------------ questions and walks */

bool val_const(const Values *vs, Val v, i64 *num)
{
    const ValNode *n = val_node(vs, v);
    if (n->kind != VK_INT)
        return false;
    *num = n->num;
    return true;
}

bool val_is_null(const Values *vs, Val v)
{
    const ValNode *n = val_node(vs, v);
    return n->kind == VK_INT && n->num == 0;
}

bool val_is_truth(const Values *vs, Val v)
{
    const ValNode *n = val_node(vs, v);
    if (!vtype_same(n->type, vtype_int))
        return false;
    switch ((ValKind)n->kind) {
    case VK_INT: return n->num == 0 || n->num == 1;
    case VK_UNOP: return n->op == UN_NOT;
    case VK_CAST: return vtype_is_bool(val_type(vs, n->a));
    case VK_BINOP:
        if (n->op == BIN_AND || n->op == BIN_OR)
            return val_is_truth(vs, n->a) && val_is_truth(vs, n->b);
        return ir_op_compares((IrBinop)n->op);
    default: return false;
    }
}

/* The operands of a node that are values: at most two. */
static u32 operands(const ValNode *n, Val out[2])
{
    switch ((ValKind)n->kind) {
    case VK_ADDR: out[0] = n->b; return 1;
    case VK_UNOP:
    case VK_CAST: out[0] = n->a; return 1;
    case VK_BINOP:
        out[0] = n->a;
        out[1] = n->b;
        return 2;
    default: return 0;
    }
}

typedef struct SymList {
    u32 n;
    Val at[LIMIT_VALUE_SIZE + 1]; /* no value has more leaves */
} SymList;

static void collect(const Values *vs, Val v, SymList *out)
{
    const ValNode *n = val_node(vs, v);
    if (n->kind == VK_SYM || n->kind == VK_UNDEF) {
        for (u32 i = 0; i < out->n; i++)
            if (out->at[i] == v)
                return;
        if (out->n < LENGTH(out->at))
            out->at[out->n++] = v;
        return;
    }
    Val sub[2];
    u32 k = operands(n, sub);
    for (u32 i = 0; i < k; i++)
        collect(vs, sub[i], out);
}

void val_each_sym(const Values *vs, Val v, ValSymFn *fn, void *ctx)
{
    SymList list;
    list.n = 0;
    collect(vs, v, &list);
    for (u32 i = 0; i < list.n; i++)
        fn(ctx, list.at[i]);
}

bool val_mentions(const Values *vs, Val v, Val sym)
{
    if (v == sym)
        return true;
    if (v < sym) /* operands are older than what is made of them */
        return false;
    Val sub[2];
    u32 k = operands(val_node(vs, v), sub);
    for (u32 i = 0; i < k; i++)
        if (val_mentions(vs, sub[i], sym))
            return true;
    return false;
}

Val val_find_sym(const Values *vs, Val v, ValSymTest *test, void *ctx)
{
    const ValNode *n = val_node(vs, v);
    if (n->kind == VK_SYM || n->kind == VK_UNDEF)
        return !test || test(ctx, v, &vs->syms.at[n->sym]) ? v : VAL_NONE;
    Val sub[2], found = VAL_NONE;
    u32 k = operands(n, sub);
    for (u32 i = 0; i < k && !found; i++)
        found = val_find_sym(vs, sub[i], test, ctx);
    return found;
}

static bool has_origin(void *origin, Val sym, const SymInfo *info)
{
    (void)sym;
    return info->origin == *(const SymOrigin *)origin;
}

Val val_sym_of(const Values *vs, Val v, SymOrigin origin)
{
    return val_find_sym(vs, v, has_origin, &origin);
}

static bool is_unfree(void *ctx, Val sym, const SymInfo *info)
{
    (void)ctx, (void)sym;
    return !info->free;
}

Val val_sym_unfree(const Values *vs, Val v)
{
    return val_find_sym(vs, v, is_unfree, NULL);
}

Val val_substitute(Values *vs, Val v, ValMapFn *map, void *ctx)
{
    ValNode n = *val_node(vs, v); /* a copy: makers move the table */
    if (n.kind == VK_SYM || n.kind == VK_UNDEF)
        return map(ctx, v);
    Val sub[2] = {0}, old[2] = {0};
    u32 k = operands(&n, old);
    bool same = true;
    for (u32 i = 0; i < k; i++) {
        sub[i] = val_substitute(vs, old[i], map, ctx);
        same &= sub[i] == old[i];
    }
    if (same)
        return v;
    switch ((ValKind)n.kind) {
    case VK_ADDR: return val_addr(vs, n.a, sub[0]);
    case VK_UNOP: return val_unop(vs, (IrUnop)n.op, n.type, sub[0]);
    case VK_CAST: return val_cast(vs, n.type, sub[0]);
    default: return val_binop(vs, (IrBinop)n.op, n.type, sub[0], sub[1]);
    }
}
