/*
 * Shared parts of checks on the engine's events. See util_family.h.
 */
#include "checks/util_family.h"

#include "base/str.h"
#include "checks/run.h"

/* ---- families ---- */

bool util_as(CheckCtx *c, u16 check)
{
    if (!c->run->selected[check])
        return false;
    c->check = check;
    c->info = check_info(check);
    return true;
}

/* ---- what was told ---- */

typedef struct ToldEntry {
    u64 key;
    struct ToldEntry *next;
} ToldEntry;

struct UtilTold {
    const IrFunction *f; /* the entries belong to its run */
    ToldEntry *first;
};

UtilTold *util_told(CheckCtx *c, const Event *ev)
{
    /* One memory for all families: a defect of one kind explains those of others. */
    u32 check = c->check;
    c->check = UTIL_CHECK(use_after_free);
    UtilTold *told = check_unit_data(c, sizeof(UtilTold));
    c->check = check;
    if (told->f != ev->run->f)
        *told = (UtilTold){.f = ev->run->f};
    return told;
}

bool util_was_told(const UtilTold *told, u64 key)
{
    for (const ToldEntry *e = told->first; e; e = e->next)
        if (e->key == key)
            return true;
    return false;
}

void util_tell(CheckCtx *c, UtilTold *told, u64 key)
{
    ToldEntry *e = arena_new(check_arena(c), ToldEntry);
    *e = (ToldEntry){.key = key, .next = told->first};
    told->first = e;
}

u64 util_key(UtilSubject subject, u64 a, u64 b)
{
    u64 h = ((a << 4 | subject) + 0x9e3779b97f4a7c15ull) * 0xbf58476d1ce4e5b9ull;
    return (h ^ (h >> 29) ^ b) * 0x94d049bb133111ebull;
}

/* ---- objects ---- */

void util_related_object(CheckCtx *c, const Event *ev, Finding *f, ObjId o)
{
    if (!f || !o)
        return;
    const Obj info = *obj(&ev->run->objects, o);
    switch (info.kind) {
    case OBJ_VAR:
        if (info.var->node)
            finding_related(f, check_place(c, info.var->node), "%s is declared here", watch_object(c, ev, o));
        break;
    case OBJ_GLOBAL:
        if (info.global->node)
            finding_related(f, check_place(c, info.global->node), "%s is declared here",
                            watch_object(c, ev, o));
        break;
    case OBJ_ALLOC:
    case OBJ_HANDLE:
        if (info.inst) {
            const char *size = watch_size(c, ev, o);
            finding_related(f, watch_place_of(c, info.f, info.inst),
                            *size ? "it is made here: %s" : "it is made here%s", size);
        }
        break;
    default: break;
    }
}

bool util_made_with(CheckCtx *c, const Event *ev, ObjId o, ContractAttr attr)
{
    const IrInst *inst = obj(&ev->run->objects, o)->inst;
    if (!inst || inst->op != II_CALL)
        return false;
    if (inst->call->kind == IC_NEW || inst->call->kind == IC_CTOR)
        return attr == CA_ALLOCATES;
    return contract_has(check_contract(c, inst->call), attr);
}

WatchSite util_made_at(const Event *ev, ObjId o, const IrInst **inst)
{
    const Obj *info = obj(&ev->run->objects, o);
    *inst = info->inst;
    for (const Step *s = ev->state->path; s; s = s->before) {
        if (s->kind != STEP_MAKE || s->obj != o)
            continue;
        const Frame *frame = s->frame;
        while (frame->caller) {
            *inst = frame->call;
            frame = frame->caller;
        }
        return (WatchSite){frame->f, (*inst)->node};
    }
    return (WatchSite){info->f, info->inst ? info->inst->node : 0};
}

/* ---- texts ---- */

const char *util_accessor(CheckCtx *c, const Event *ev)
{
    if (ev->inst && ev->inst->op == II_CALL && ev->access.fact)
        return check_text(c, "`%s`", util_callee(ev->inst->call));
    return check_text(c, "`%s`", watch_code(c, ev, ev->node));
}

static const char *number(CheckCtx *c, i128 v)
{
    i128 limit = (i128)INT64_MAX;
    if (v > limit || v < -limit)
        return v > 0 ? "a huge number" : "a huge negative number";
    return check_text(c, "%lld", (long long)v);
}

const char *util_interval(CheckCtx *c, Interval iv, i64 unit)
{
    i128 lo = iv.lo / unit, hi = iv.hi / unit;
    bool any_lo = lo <= INT32_MIN, any_hi = hi >= INT32_MAX;
    if (lo == hi)
        return number(c, lo);
    if (any_lo && any_hi)
        return "any value";
    if (any_hi)
        return check_text(c, "%s or more", number(c, lo));
    if (any_lo || lo == 0)
        return check_text(c, "at most %s", number(c, hi));
    return check_text(c, "%s to %s", number(c, lo), number(c, hi));
}

/* ---- results ---- */

enum { COND_DEPTH = 16 };

typedef struct ResultTest {
    const ContractDb *db;
    const Event *ev;
    Val result;
} ResultTest;

/* Value of an operand: the result, or a number. 0: neither. */
static Val operand(const ResultTest *t, ContractExprId id, VType type)
{
    Values *vs = &t->ev->run->values;
    const ContractExpr *e = contract_expr(t->db, id);
    switch (e->op) {
    case CE_NUMBER: return val_int(vs, type, e->value);
    case CE_CONSTANT: return e->known ? val_int(vs, type, e->value) : 0;
    case CE_TARGET: return e->target.arg == CT_RESULT && e->target.deref == 0 ? t->result : 0;
    case CE_NEG: {
        const ContractExpr *n = contract_expr(t->db, e->a);
        return n->op == CE_NUMBER ? val_int(vs, type, -n->value) : 0;
    }
    default: return 0;
    }
}

static int compare(const ResultTest *t, const ContractExpr *e)
{
    static const u8 ops[] = {[CE_EQ] = BIN_EQ, [CE_NE] = BIN_NE, [CE_LT] = BIN_LT,
                             [CE_LE] = BIN_LE, [CE_GT] = BIN_GT, [CE_GE] = BIN_GE};
    Run *r = t->ev->run;
    VType type = val_type(&r->values, t->result);
    Val a = operand(t, e->a, type), b = operand(t, e->b, type);
    if (!a || !b || !type.width)
        return -1;
    if (type.ptr) { /* null or not */
        if ((e->op != CE_EQ && e->op != CE_NE) || !val_is_null(&r->values, b))
            return -1;
        int null = st_test(r, t->ev->state, st_is_null(r, t->ev->state, a));
        return null < 0 || e->op == CE_EQ ? null : !null;
    }
    return st_test(r, t->ev->state, val_cmp(&r->values, (IrBinop)ops[e->op], a, b));
}

static int test(const ResultTest *t, ContractExprId id, u32 depth)
{
    if (depth == 0 || id == 0)
        return -1;
    const ContractExpr *e = contract_expr(t->db, id);
    int x, y;
    switch (e->op) {
    case CE_LAND:
        x = test(t, e->a, depth - 1);
        y = test(t, e->b, depth - 1);
        return x == 0 || y == 0 ? 0 : x == 1 && y == 1 ? 1 : -1;
    case CE_LOR:
        x = test(t, e->a, depth - 1);
        y = test(t, e->b, depth - 1);
        return x == 1 || y == 1 ? 1 : x == 0 && y == 0 ? 0 : -1;
    case CE_NOT: x = test(t, e->a, depth - 1); return x < 0 ? x : !x;
    case CE_EQ:
    case CE_NE:
    case CE_LT:
    case CE_LE:
    case CE_GT:
    case CE_GE: return compare(t, e);
    default: return -1;
    }
}

int util_result_test(CheckCtx *c, const Event *ev, ContractExprId cond, Val result)
{
    if (!result)
        return -1;
    const ResultTest t = {c->contracts, ev, result};
    return test(&t, cond, COND_DEPTH);
}
