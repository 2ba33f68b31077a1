/*
 * Control and data flow for checks. See flow.h.
 */
#include "checks/flow.h"

#include "checks/util_ir.h"

/* ---- expressions ---- */

typedef struct ExpWalk {
    CheckCtx *c;
    const IrInst *inst;
    FlowExpFn *fn;
} ExpWalk;

static void walk_exp(ExpWalk *w, const IrExp *e)
{
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        walk_exp(w, sub[i]);
    w->fn(w->c, w->inst, e);
}

static void walk_operand(void *ctx, const IrExp *e)
{
    ExpWalk *w = ctx;
    /* x op= y is a LOAD and a STORE of the same place, which the LOAD has shown already. */
    if (w->inst->op == II_STORE && w->inst->flags & IIF_COMPOUND && e == w->inst->place)
        return;
    walk_exp(w, e);
}

void flow_each_exp(CheckCtx *c, const IrFunction *f, FlowExpFn *fn)
{
    ExpWalk w = {.c = c, .fn = fn};
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            w.inst = i;
            ir_inst_exps(i, walk_operand, &w);
        }
}

/* ---- blocks ---- */

bool flow_constant_branch(const CheckCtx *c, const IrInst *branch, BlockId *taken)
{
    i64 value;
    if (branch->op != II_BRANCH || !ir_exp_const(c->ir, branch->cond, &value))
        return false;
    *taken = value ? branch->then : branch->other;
    return true;
}

const u64 *flow_feasible(CheckCtx *c)
{
    const IrFunction *f = c->function;
    const Cfg *cfg = check_cfg(c);
    u64 *seen = arena_array(c->scratch, u64, f->n_blocks / 64 + 1);
    BlockId *stack = arena_array(c->scratch, BlockId, f->n_blocks + 1);
    u32 n = 0;
    stack[n++] = 0;
    seen[0] = 1;
    while (n) {
        BlockId b = stack[--n];
        BlockId only = 0;
        const IrInst *last = f->blocks[b]->last;
        bool constant = last && flow_constant_branch(c, last, &only);
        for (u32 k = cfg->succ_at[b]; k < cfg->succ_at[b + 1]; k++) {
            BlockId s = cfg->succ[k];
            bool skipped =
                constant && s != only && (s == f->blocks[b]->last->then || s == f->blocks[b]->last->other);
            if (skipped || bits_has(seen, s))
                continue;
            seen[s >> 6] |= 1ull << (s & 63);
            stack[n++] = s;
        }
    }
    return seen;
}

bool flow_incomplete(const CheckCtx *c, const IrFunction *f)
{
    if (f->n_unknown || f->flags & IFN_INCOMPLETE)
        return true;
    const Node *node = tree_node(&c->unit->tree, f->node);
    if (node->begin >= node->end || node->end > c->unit->toks.n)
        return true;
    Loc from = unit_written_loc(c->unit, node->begin), to = unit_written_loc(c->unit, node->end - 1);
    for (u32 i = 0; i < c->unit->skips.n; i++)
        if (c->unit->skips.at[i].loc >= from && c->unit->skips.at[i].loc <= to)
            return true;
    return false;
}

/* ---- macros ---- */

bool flow_set_by_config(const IrFunction *f, const IrVar *var)
{
    for (u32 b = 0; b < f->n_blocks; b++) {
        if (!(f->blocks[b]->flags & IBF_COLD_CONFIG))
            continue;
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE && ir_place_root(i->place) == var)
                return true;
    }
    return false;
}

bool flow_from_macro(const Unit *u, NodeId n)
{
    const Token *t = &u->toks.at[tree_node(&u->tree, n)->tok];
    return t->exp && !(t->flags & UT_FROM_ARG);
}

/* ---- calls ---- */

FlowCall flow_call(CheckCtx *c, const IrCall *call)
{
    const Contract *k = check_contract(c, call);
    if (call->flags & ICF_NORETURN || contract_has(k, CA_NORETURN))
        return FLOW_LEAVES;
    if (!k || !k->from_library || contract_has(k, CA_CALLBACK))
        return FLOW_UNKNOWN;
    if (contract_has(k, CA_BLOCKS))
        return FLOW_BLOCKS;
    return FLOW_RETURNS;
}

bool flow_never_returns(const CheckCtx *c, const IrCall *call)
{
    const IrFunction *body = NULL;
    if (call->kind != IC_DIRECT || !call->callee)
        return false;
    for (u32 i = 0; i < c->ir->n_functions && !body; i++) {
        const IrFunction *f = c->ir->functions[i];
        if (!f->parent && f->name == call->callee->name &&
            (f->entry == call->callee->entry || f->node == call->callee->node))
            body = f;
    }
    if (!body || body->n_unknown || body->flags & IFN_INCOMPLETE)
        return false;
    Cfg *cfg = cfg_new(body);
    bool returns = false;
    for (u32 b = 0; b < body->n_blocks && !returns; b++)
        returns = cfg_reachable(cfg, b) && body->blocks[b]->last && body->blocks[b]->last->op == II_RETURN;
    cfg_free(cfg);
    return !returns;
}

/* ---- ranges ---- */

bool flow_range(const CheckCtx *c, const IrExp *e, FlowRange *out)
{
    const TypeTable *tt = &c->ir->types;
    e = ir_skip_implicit(e);
    TypeKind kind = type_kind(tt, e->type);
    if (kind == TY_BOOL) {
        *out = (FlowRange){0, 1, false};
        return true;
    }
    if (kind != TY_INT)
        return false; /* enums: which type holds them is the compiler's choice */
    u32 width = type_width(tt, e->type);
    if (width == 0 || width > 64)
        return false;
    if (type_unqualified(tt, e->type) == TYPE_CHAR) {
        *out = (FlowRange){-128, 255, false};
    } else if (type_is_signed(tt, e->type)) {
        out->lo = width == 64 ? INT64_MIN : -((i64)1 << (width - 1));
        out->hi = width == 64 ? INT64_MAX : ((i64)1 << (width - 1)) - 1;
        out->above = false;
    } else {
        out->lo = 0;
        out->hi = width == 64 ? INT64_MAX : ((i64)1 << width) - 1;
        out->above = width == 64;
    }
    return true;
}
