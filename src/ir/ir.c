/*
 * Questions about the IR that need no pass; see ir.h.
 */
#include "ir/ir.h"

#include <string.h>

#include "base/limits.h"
#include "base/mem.h"

void ir_unit_free(IrUnit *u)
{
    if (!u)
        return;
    if (u->release)
        u->release(u);
    type_table_release(&u->types);
    arena_release(&u->arena);
    mem_free(u);
}

const IrExp *ir_skip_implicit(const IrExp *e)
{
    while (e->kind == IE_CAST && (e->flags & IX_IMPLICIT))
        e = e->a;
    return e;
}

const IrExp *ir_skip_casts(const IrExp *e)
{
    while (e->kind == IE_CAST)
        e = e->a;
    return e;
}

IrBinop ir_op_inverse(IrBinop op)
{
    static const u8 inverse[] = {BIN_NE, BIN_EQ, BIN_GE, BIN_GT, BIN_LE, BIN_LT};
    return (IrBinop)inverse[op - BIN_EQ];
}

IrBinop ir_op_swapped(IrBinop op)
{
    static const u8 swapped[] = {BIN_EQ, BIN_NE, BIN_GT, BIN_GE, BIN_LT, BIN_LE};
    return (IrBinop)swapped[op - BIN_EQ];
}

/* ---- constants ---- */

/* The operation in a type of `width` bits; all in 128 bits, so that overflow shows. */
static bool eval_binary(const TypeTable *tt, const IrExp *e, i64 a, i64 b, i64 *out)
{
    TypeId t = ir_op_compares((IrBinop)e->op) ? e->a->type : e->type;
    if (!type_is_integer(tt, t) && !(type_is_pointer(tt, t) && ir_op_compares((IrBinop)e->op)))
        return false;
    u32 width = type_is_pointer(tt, t) ? 64 : type_width(tt, t);
    bool sign = type_is_signed(tt, t);
    if (!width || width > 64)
        return false;
    u64 mask = width == 64 ? ~(u64)0 : ((u64)1 << width) - 1;
    __int128 x = sign ? (__int128)a : (__int128)((u64)a & mask),
             y = sign ? (__int128)b : (__int128)((u64)b & mask), v;
    switch ((IrBinop)e->op) {
    case BIN_ADD: v = x + y; break;
    case BIN_SUB: v = x - y; break;
    case BIN_MUL: v = sign ? x * y : (__int128)(((u64)x * (u64)y) & mask); break;
    case BIN_DIV:
    case BIN_REM:
        if (y == 0)
            return false;
        v = e->op == BIN_DIV ? x / y : x % y;
        break;
    case BIN_SHL:
    case BIN_SHR:
        if (b < 0 || b >= (i64)width || (sign && a < 0 && e->op == BIN_SHL))
            return false;
        v = e->op == BIN_SHL ? (__int128)((unsigned __int128)x << b) : x >> b;
        break;
    case BIN_AND: v = x & y; break;
    case BIN_OR: v = x | y; break;
    case BIN_XOR: v = x ^ y; break;
    case BIN_EQ: *out = x == y; return true;
    case BIN_NE: *out = x != y; return true;
    case BIN_LT: *out = x < y; return true;
    case BIN_LE: *out = x <= y; return true;
    case BIN_GT: *out = x > y; return true;
    case BIN_GE: *out = x >= y; return true;
    default: return false;
    }
    u64 w = type_wrap(tt, t, (u64)v);
    if (sign && (__int128)(i64)w != v)
        return false;
    *out = (i64)w;
    return true;
}

bool ir_exp_const(const IrUnit *u, const IrExp *e, i64 *value)
{
    return ir_exp_eval(u, e, NULL, NULL, value);
}

bool ir_exp_eval(const IrUnit *u, const IrExp *e, IrAskValue *ask, void *ctx, i64 *value)
{
    i64 a, b;
    const TypeTable *tt = &u->types;
    switch (e->kind) {
    case IE_INT: *value = (i64)e->num; return !(e->flags & IX_INCOMPLETE_INT);
    case IE_SIZEOF: *value = (i64)e->num; return e->flags & IX_KNOWN;
    case IE_CAST:
        if (!type_is_integer(tt, e->type) && !type_is_pointer(tt, e->type))
            return false;
        if (e->a->kind == IE_FLOAT) {
            if (!(e->a->real > -9e18 && e->a->real < 9e18))
                return false;
            a = (i64)e->a->real;
            *value = (i64)type_wrap(tt, e->type, (u64)a);
            return type_kind(tt, e->type) == TY_BOOL || *value == a; /* out of range is undefined */
        }
        if (!ir_exp_eval(u, e->a, ask, ctx, &a))
            return false;
        *value = (i64)type_wrap(tt, e->type, (u64)a);
        return true;
    case IE_UNOP:
        if (!ir_exp_eval(u, e->a, ask, ctx, &a) || (!type_is_integer(tt, e->type)))
            return false;
        if (e->op == UN_NOT) {
            *value = !a;
            return true;
        }
        if (e->op == UN_BITNOT) {
            *value = (i64)type_wrap(tt, e->type, ~(u64)a);
            return true;
        }
        if (e->op != UN_NEG)
            return false;
        *value = (i64)type_wrap(tt, e->type, 0 - (u64)a);
        return !type_is_signed(tt, e->type) || a == 0 || (*value < 0) != (a < 0);
    case IE_BINOP:
        return ir_exp_eval(u, e->a, ask, ctx, &a) && ir_exp_eval(u, e->b, ask, ctx, &b) &&
               eval_binary(tt, e, a, b, value);
    default: return ask && ask(ctx, e, value);
    }
}

/* ---- looking through temps and places ---- */

const IrExp *ir_loaded_place(const IrFunction *f, const IrExp *e)
{
    e = ir_skip_implicit(e);
    if (e->kind != IE_TEMP)
        return NULL;
    const IrInst *i = f->temp_def[e->temp];
    return i->op == II_LOAD ? i->place : NULL;
}

const IrInst *ir_result_of_call(const IrFunction *f, const IrExp *e)
{
    e = ir_skip_implicit(e);
    if (e->kind != IE_TEMP)
        return NULL;
    const IrInst *i = f->temp_def[e->temp];
    return i->op == II_CALL ? i : NULL;
}

static const IrExp *root(const IrExp *p)
{
    for (;;) {
        if (p->kind == IE_FIELD)
            p = p->a;
        else if (p->kind == IE_INDEX && ir_is_place(p->a))
            p = p->a;
        else
            return p;
    }
}

IrVar *ir_place_root(const IrExp *place)
{
    const IrExp *r = root(place);
    return r->kind == IE_VAR ? r->var : NULL;
}

IrGlobal *ir_place_global(const IrExp *place)
{
    const IrExp *r = root(place);
    return r->kind == IE_GLOBAL ? r->global : NULL;
}

static bool same(const IrFunction *f, const IrExp *a, const IrExp *b, u32 depth)
{
    if (a == b)
        return true;
    if (depth > 200 || a->kind != b->kind)
        return false;
    switch (a->kind) {
    case IE_INT: return a->num == b->num && a->type == b->type;
    case IE_FLOAT: return memcmp(&a->real, &b->real, sizeof a->real) == 0 && a->type == b->type;
    case IE_TEMP: {
        if (a->temp == b->temp)
            return true;
        const IrInst *x = f->temp_def[a->temp], *y = f->temp_def[b->temp];
        return x->op == II_LOAD && y->op == II_LOAD && same(f, x->place, y->place, depth + 1);
    }
    case IE_ADDR:
    case IE_DEREF:
    case IE_OBJECT: return same(f, a->a, b->a, depth + 1);
    case IE_UNOP: return a->op == b->op && same(f, a->a, b->a, depth + 1);
    case IE_CAST: return a->type == b->type && same(f, a->a, b->a, depth + 1);
    case IE_BINOP:
    case IE_INDEX: return a->op == b->op && same(f, a->a, b->a, depth + 1) && same(f, a->b, b->b, depth + 1);
    case IE_FIELD: return a->field == b->field && a->name == b->name && same(f, a->a, b->a, depth + 1);
    case IE_VAR: return a->var == b->var;
    case IE_GLOBAL: return a->global == b->global;
    case IE_CONFIG: return a->num == b->num;
    case IE_SIZEOF: return a->size->of == b->size->of && a->flags == b->flags && a->num == b->num;
    case IE_STRING:
        return a->str->char_size == b->str->char_size && a->str->n_bytes == b->str->n_bytes &&
               memcmp(a->str->bytes, b->str->bytes, a->str->n_bytes) == 0;
    case IE_UNKNOWN: return (a->flags & IX_MACRO_NAME) && (b->flags & IX_MACRO_NAME) && a->name == b->name;
    default: return false;
    }
}

bool ir_exp_same(const IrFunction *f, const IrExp *a, const IrExp *b)
{
    return same(f, a, b, 0);
}

const IrString *ir_exp_string(const IrExp *e)
{
    e = ir_skip_casts(e);
    if (e->kind == IE_ADDR && e->a->kind == IE_STRING)
        return e->a->str;
    return e->kind == IE_STRING ? e->str : NULL;
}

u32 ir_exp_children(const IrExp *e, const IrExp *sub[2])
{
    switch (e->kind) {
    case IE_BINOP:
    case IE_INDEX:
        sub[0] = e->a;
        sub[1] = e->b;
        return 2;
    case IE_ADDR:
    case IE_UNOP:
    case IE_CAST:
    case IE_DEREF:
    case IE_FIELD:
    case IE_OBJECT: sub[0] = e->a; return 1;
    default: return 0;
    }
}

void ir_inst_exps(const IrInst *i, IrExpFn *fn, void *ctx)
{
    switch (i->op) {
    case II_LOAD: fn(ctx, i->place); break;
    case II_STORE:
        fn(ctx, i->value);
        fn(ctx, i->place);
        break;
    case II_EVAL:
    case II_INDIRECT_GOTO: fn(ctx, i->value); break;
    case II_RETURN:
    case II_THROW:
        if (i->value)
            fn(ctx, i->value);
        break;
    case II_CALL:
        if (i->call->target)
            fn(ctx, i->call->target);
        if (i->call->receiver)
            fn(ctx, i->call->receiver);
        for (u32 k = 0; k < i->call->n_args; k++)
            fn(ctx, i->call->args[k]);
        break;
    case II_BRANCH: fn(ctx, i->cond); break;
    case II_SWITCH: fn(ctx, i->sw->value); break;
    default: break;
    }
}

/* ---- graph ---- */

static void add_successor(BlockId b, BlockId *out, u32 max, u32 *n)
{
    u32 have = MIN(*n, max);
    for (u32 i = 0; i < have; i++)
        if (out[i] == b)
            return;
    if (*n < max)
        out[*n] = b;
    ++*n;
}

u32 ir_successors(const IrFunction *f, const IrBlock *b, BlockId *out, u32 max)
{
    u32 n = 0;
    const IrInst *t = b->last;
    bool calls = false;
    switch (t->op) {
    case II_GOTO: add_successor(t->target, out, max, &n); break;
    case II_BRANCH:
        add_successor(t->then, out, max, &n);
        add_successor(t->other, out, max, &n);
        break;
    case II_SWITCH:
        for (u32 i = 0; i < t->sw->n_cases; i++)
            add_successor(t->sw->cases[i].block, out, max, &n);
        add_successor(t->sw->other, out, max, &n);
        break;
    case II_INDIRECT_GOTO:
        for (u32 i = 0; i < f->n_blocks; i++)
            if (f->blocks[i]->flags & IBF_LABEL_ADDR)
                add_successor(i, out, max, &n);
        break;
    case II_THROW: calls = true; break;
    case II_LANDING: {
        for (u32 i = 0; i < t->landing->n_handlers; i++)
            add_successor(t->landing->handlers[i].block, out, max, &n);
        if (t->landing->outer)
            add_successor(t->landing->outer, out, max, &n);
        return n;
    }
    default: break;
    }
    if (b->landing) {
        for (const IrInst *i = b->first; i && !calls; i = i->next)
            calls = i->op == II_CALL || i->op == II_UNKNOWN;
        if (calls)
            add_successor(b->landing, out, max, &n);
    }
    return n;
}

/* ---- places in the source ---- */

Loc ir_loc(const IrUnit *u, NodeId node)
{
    return node ? unit_written_loc(u->unit, u->unit->tree.nodes.at[node].tok) : 0;
}
