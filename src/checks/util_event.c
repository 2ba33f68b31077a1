/*
 * Questions that several checks ask of the engine's events (util_event_).
 */
#include "checks/util_event.h"

static bool is_chosen(void *run, Val sym, const SymInfo *info)
{
    (void)sym;
    const Run *r = run;
    /* The number of arguments: the system bounds it, and programs count it down. */
    bool argc = info->origin == SO_INPUT && info->var && info->var->kind == IV_PARAM && !info->type.ptr;
    return (info->taint && !argc) || (info->origin == SO_LIBRARY && info->name &&
                                      contract_has(contract_lookup(r->contracts, info->name), CA_RANDOM));
}

bool util_event_chosen(const Event *ev, Val v)
{
    return val_find_sym(&ev->run->values, v, is_chosen, ev->run);
}

const char *util_event_source(const Event *ev, Val v)
{
    TaintMask taint = val_node(&ev->run->values, v)->taint;
    return taint ? taint_text(taint) : "a random number";
}

Question util_event_outside(const Event *ev, const Question *q, Val a, Val b)
{
    Question out = *q;
    if (q->answer == ANSWER_MAY && !(a && util_event_chosen(ev, a)) && !(b && util_event_chosen(ev, b))) {
        out.answer = ANSWER_UNKNOWN;
        out.why = WHY_CALLEE;
    }
    return out;
}

typedef struct Search {
    const IrExp *wanted;
    const IrExp *parent; /* found */
    bool found;
} Search;

enum { SEARCH_DEPTH = 64 };

static void search(Search *s, const IrExp *e, const IrExp *parent, u32 depth)
{
    if (s->found || depth > SEARCH_DEPTH)
        return;
    if (e == s->wanted) {
        s->found = true;
        s->parent = parent;
        return;
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        search(s, sub[i], e, depth + 1);
}

static void search_root(void *ctx, const IrExp *e)
{
    search(ctx, e, NULL, 0);
}

const IrExp *util_event_parent(const Event *ev, const IrExp *e)
{
    Search s = {.wanted = e};
    if (e && ev->inst)
        ir_inst_exps(ev->inst, search_root, &s);
    return s.parent;
}

i32 util_event_arg(const Event *ev, const IrExp *e)
{
    if (!e || !ev->inst || ev->inst->op != II_CALL)
        return -1;
    const IrCall *call = ev->inst->call;
    for (u32 i = 0; i < call->n_args; i++) {
        Search s = {.wanted = e};
        search(&s, call->args[i], NULL, 0);
        if (s.found)
            return (i32)i;
    }
    return -1;
}

static bool mentions(const ContractDb *db, ContractExprId id, i32 arg, u32 depth)
{
    if (!id || depth > SEARCH_DEPTH)
        return false;
    const ContractExpr *e = contract_expr(db, id);
    if (e->op == CE_TARGET)
        return e->target.arg == arg && e->target.deref == 0;
    return mentions(db, e->a, arg, depth + 1) || mentions(db, e->b, arg, depth + 1);
}

static bool counts(CheckCtx *c, const Event *ev, i32 arg, const u8 *attrs)
{
    const Contract *k = arg >= 0 ? check_contract(c, ev->inst->call) : NULL;
    for (u32 i = 0; k && i < k->n; i++) {
        const ContractFact *fact = contract_fact(c->contracts, k, i);
        for (const u8 *a = attrs; *a != CA_NONE; a++)
            if (fact->attr == *a && (mentions(c->contracts, fact->expr[0], arg, 0) ||
                                     mentions(c->contracts, fact->expr[1], arg, 0)))
                return true;
    }
    return false;
}

bool util_event_is_length(CheckCtx *c, const Event *ev, i32 arg)
{
    static const u8 attrs[] = {
        CA_ALLOCATES, CA_REALLOCATES, CA_READS, CA_WRITES,        CA_WRITES_UP_TO,        CA_COPIES,
        CA_FILLS,     CA_STRING,      CA_WIPES, CA_WRITES_STRING, CA_WRITES_STRING_UP_TO, CA_NONE};
    return counts(c, ev, arg, attrs);
}

bool util_event_is_allocation(CheckCtx *c, const Event *ev, i32 arg)
{
    static const u8 attrs[] = {CA_ALLOCATES, CA_REALLOCATES, CA_NONE};
    return counts(c, ev, arg, attrs) ||
           (ev->inst->op == II_CALL && ev->inst->call->kind == IC_NEW && arg == 0);
}
