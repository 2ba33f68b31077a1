/*
 * Conditions with one outcome. See condition.h. Facts are looked for in the blocks right above a condition only, through which
 * control must come and in which nothing is stored or called; everything else is the engine's.
 */
#include "checks/condition.h"

#include <string.h>

#include "checks/flow.h"
#include "checks/shape.h"
#include "checks/util_ir.h"

enum { CHAIN_MAX = 48 };

typedef enum ConditionWhy {
    CONDITION_OPEN,    /* both outcomes are possible, as far as is known */
    CONDITION_RANGE,   /* the constant lies outside of, or at the end of what the type holds */
    CONDITION_SELF,    /* something is compared with itself */
    CONDITION_IMPLIED, /* a condition just tested decides it */
    CONDITION_NUMBERS, /* a number is compared with a number, or something with itself plus a number */
    CONDITION_VALUE,   /* the one value that reaches the variable decides it */
} ConditionWhy;

typedef struct Condition {
    bool site;            /* false: nothing that these checks examine, such as while (1) */
    bool truth;           /* with why other than CONDITION_OPEN: of the condition as the user wrote it */
    u8 why;               /* ConditionWhy */
    bool doubtful;        /* a macro, a type's size or unread code may be behind it */
    u8 doubt;             /* Undecided */
    const IrInst *from;   /* CONDITION_IMPLIED: the branch that decides it */
    const IrExp *operand; /* CONDITION_RANGE, CONDITION_VALUE: what is compared */
} Condition;

/* ---- comparisons with constants ---- */

typedef struct Compare {
    const IrExp *operand;
    const IrExp *constant; /* NULL for a plain truth value */
    IrBinop op;            /* EQ NE LT LE GT GE */
    i64 k;
} Compare;

/* Does the comparison take place in a type that keeps the operand's value? int compared as unsigned does not. */
static bool keeps_value(const TypeTable *tt, const IrExp *e)
{
    TypeId from = ir_skip_implicit(e)->type, to = e->type;
    if (!type_is_integer(tt, from) || !type_is_integer(tt, to))
        return false;
    if (type_is_signed(tt, from))
        return type_is_signed(tt, to) && type_width(tt, to) >= type_width(tt, from);
    return type_width(tt, to) > type_width(tt, from) ||
           (type_width(tt, to) == type_width(tt, from) && !type_is_signed(tt, to));
}

static bool compare_of(const CheckCtx *c, const IrExp *cond, Compare *out)
{
    const TypeTable *tt = &c->ir->types;
    cond = ir_skip_implicit(cond);
    if (!ir_is_comparison(cond)) {
        if (!type_is_integer(tt, cond->type))
            return false;
        *out = (Compare){.operand = cond, .op = BIN_NE, .k = 0};
        return true;
    }
    const IrExp *a = cond->a, *b = cond->b;
    IrBinop op = (IrBinop)cond->op;
    i64 k;
    if (!ir_exp_const(c->ir, b, &k)) {
        if (!ir_exp_const(c->ir, a, &k))
            return false;
        const IrExp *t = a;
        a = b;
        b = t;
        op = ir_op_swapped(op);
    }
    if (!keeps_value(tt, a) || (k < 0 && !type_is_signed(tt, b->type)))
        return false; /* also unsigned constants above 2^63 */
    *out = (Compare){.operand = ir_skip_implicit(a), .constant = b, .op = op, .k = k};
    return true;
}

/* Numbers for which a comparison holds: lo..hi, or all but one. */
typedef struct Set {
    bool all_but; /* all but lo */
    i64 lo, hi;
} Set;

/* False: empty. */
static bool set_of(IrBinop op, i64 k, Set *out)
{
    *out = (Set){false, INT64_MIN, INT64_MAX};
    switch (op) {
    case BIN_EQ: out->lo = out->hi = k; break;
    case BIN_NE: *out = (Set){true, k, k}; break;
    case BIN_LT:
        if (k == INT64_MIN)
            return false;
        out->hi = k - 1;
        break;
    case BIN_LE: out->hi = k; break;
    case BIN_GT:
        if (k == INT64_MAX)
            return false;
        out->lo = k + 1;
        break;
    default: out->lo = k; break;
    }
    return true;
}

/* Is every (1) or no (0) number of `known` in `tested`? -1: neither. */
static int set_implies(Set known, Set tested)
{
    if (known.all_but && tested.all_but)
        return known.lo == tested.lo ? 1 : -1;
    if (known.all_but)
        return tested.lo == tested.hi && tested.lo == known.lo ? 0 : -1;
    if (tested.all_but) {
        if (tested.lo < known.lo || tested.lo > known.hi)
            return 1;
        return known.lo == known.hi ? 0 : -1;
    }
    if (tested.lo <= known.lo && known.hi <= tested.hi)
        return 1;
    return known.hi < tested.lo || tested.hi < known.lo ? 0 : -1;
}

static int range_decides(const FlowRange *r, u8 op, i64 k)
{
    Set tested;
    if (!set_of(op, k, &tested))
        return -1;
    Set all = {false, r->lo, r->hi};
    int v = set_implies(all, tested);
    if (!r->above)
        return v;
    /* There are values above hi: only what holds or fails at both ends of an endless range is certain. */
    if (v == 1)
        return tested.all_but || tested.hi == INT64_MAX ? 1 : -1;
    return v == 0 && tested.hi != INT64_MAX ? 0 : -1;
}

/* ---- are two readings the same? ---- */

static bool quiet(const IrInst *i)
{
    return i->op == II_LOAD || i->op == II_EVAL || i->op == II_NOP || i->op == II_SCOPE_BEGIN ||
           i->op == II_SCOPE_END;
}

typedef struct Reads {
    const CheckCtx *c;
    u32 n, first; /* number of loads; lowest id */
    bool odd;     /* something else than loads of plain memory */
    u32 depth;
} Reads;

static void collect_reads(Reads *r, const IrExp *e)
{
    const TypeTable *tt = &r->c->ir->types;
    if (r->odd || ++r->depth > 200) {
        r->odd = true;
        return;
    }
    switch (e->kind) {
    case IE_TEMP: {
        const IrInst *def = ir_temp_def(r->c->function, e->temp);
        if (!def || def->op != II_LOAD || type_get(tt, def->place->type)->quals & (TQ_VOLATILE | TQ_ATOMIC)) {
            r->odd = true;
            return;
        }
        if (r->n++ == 0 || def->id < r->first)
            r->first = def->id;
        collect_reads(r, def->place);
        return;
    }
    case IE_UNKNOWN:
    case IE_CONFIG:
    case IE_OBJECT:
    case IE_LAMBDA:
    case IE_LABEL:
    case IE_FLOAT: r->odd = true; return;
    case IE_GLOBAL:
        if (e->global->is_thread)
            r->odd = true;
        return;
    default: break;
    }
    if (type_kind(tt, e->type) == TY_FLOAT ||
        (ir_is_place(e) && type_get(tt, e->type)->quals & TQ_VOLATILE)) {
        r->odd = true; /* x != x asks for NaN */
        return;
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        collect_reads(r, sub[i]);
}

/* Are all loads of the expression in block b, with nothing but loads behind the first of them? */
static bool read_at_end(const CheckCtx *c, const IrBlock *b, const IrExp *e, bool *any)
{
    Reads r = {.c = c};
    collect_reads(&r, e);
    *any = r.n > 0;
    if (r.odd || (r.n && r.first < b->first->id))
        return false;
    for (const IrInst *i = b->first; i != b->last; i = i->next)
        if (r.n && i->id >= r.first && !quiet(i))
            return false;
    return true;
}

static bool all_quiet(const IrBlock *b)
{
    for (const IrInst *i = b->first; i != b->last; i = i->next)
        if (!quiet(i))
            return false;
    return true;
}

/* ---- the four reasons ---- */

static bool enumerator(const IrExp *e)
{
    return ir_skip_implicit(e)->flags & IX_ENUMERATOR;
}

static bool plain_literal(const CheckCtx *c, const IrExp *e)
{
    const Tree *t = &c->unit->tree;
    e = ir_skip_implicit(e);
    if (!e->node)
        return false;
    NodeId n = e->node;
    while (tree_kind(t, n) == N_PAREN || (tree_kind(t, n) == N_UNARY && tree_node(t, n)->op == TK_MINUS))
        n = tree_first(t, n);
    return (tree_kind(t, n) == N_NUMBER || tree_kind(t, n) == N_CHAR) && !flow_from_macro(c->unit, n);
}

static void by_range(CheckCtx *c, const Compare *cmp, Condition *out)
{
    FlowRange r;
    if (!cmp->constant || !flow_range(c, cmp->operand, &r))
        return;
    int v = range_decides(&r, cmp->op, cmp->k);
    if (v < 0)
        return;
    out->why = CONDITION_RANGE;
    out->truth = v;
    out->operand = cmp->operand;
    /* Limits named by macros or computed from sizes are meant for types that are wider elsewhere. A type without negative
     * numbers has them nowhere. */
    if (!plain_literal(c, cmp->constant) && !(cmp->k < 0 && r.lo == 0)) {
        out->doubtful = true;
        out->doubt = UNDECIDED_CONFIGURATION;
    }
    /* A call's or a template's type need not be what it seems. */
    if (c->function->flags & IFN_TEMPLATE) {
        out->doubtful = true;
        out->doubt = UNDECIDED_TEMPLATE;
    }
}

static void by_self(CheckCtx *c, const IrBlock *b, const IrExp *cond, Condition *out)
{
    cond = ir_skip_implicit(cond);
    bool any;
    if (!ir_is_comparison(cond) || !ir_exp_same(c->function, cond->a, cond->b) ||
        !read_at_end(c, b, cond, &any) || !any)
        return;
    out->why = CONDITION_SELF;
    out->truth = cond->op == BIN_EQ || cond->op == BIN_LE || cond->op == BIN_GE;
}

/* e without numbers added to it or taken off; *offset is their sum. */
static const IrExp *without_offset(const CheckCtx *c, const IrExp *e, i64 *offset)
{
    *offset = 0;
    e = ir_skip_implicit(e);
    while (e->kind == IE_BINOP && (e->op == BIN_ADD || e->op == BIN_SUB)) {
        i64 k;
        if (!ir_exp_const(c->ir, e->b, &k) || k < INT16_MIN || k > INT16_MAX || !plain_literal(c, e->b))
            break;
        *offset += e->op == BIN_ADD ? k : -k;
        e = ir_skip_implicit(e->a);
    }
    return e;
}

/* Is a constant condition a comparison of two numbers, as written? */
static bool compares_literals(const CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    i64 value;
    while (n && tree_kind(t, n) == N_PAREN)
        n = tree_first(t, n);
    if (!n || tree_kind(t, n) != N_BINARY)
        return false;
    switch (tree_node(t, n)->op) {
    case TK_EQEQ:
    case TK_NE:
    case TK_LT:
    case TK_LE:
    case TK_GT:
    case TK_GE: break;
    default: return false;
    }
    for (NodeId side = tree_first(t, n); side; side = tree_next(t, side))
        if (!shape_number(c->unit, side, &value) || flow_from_macro(c->unit, side))
            return false;
    return true;
}

/* 2 == 3, n == n - 1: nothing that could vary decides. */
static void by_numbers(CheckCtx *c, const IrBlock *b, Condition *out)
{
    const IrExp *cond = ir_skip_implicit(b->last->cond);
    i64 value, x, y;
    bool any;
    if (ir_exp_const(c->ir, cond, &value)) {
        if (!compares_literals(c, cond->node))
            return;
        out->truth = value != 0;
    } else if (!ir_is_comparison(cond)) {
        return;
    } else {
        const IrExp *l = without_offset(c, cond->a, &x), *r = without_offset(c, cond->b, &y);
        if ((cond->op != BIN_EQ && cond->op != BIN_NE) || x == y ||
            !type_is_integer(&c->ir->types, l->type) || !ir_exp_same(c->function, l, r) ||
            !read_at_end(c, b, cond, &any) || !any)
            return;
        out->truth = cond->op == BIN_NE;
    }
    out->why = CONDITION_NUMBERS;
    out->site = true;
}

/* As written: two names may stand for the same tokens. */
static bool same_text(CheckCtx *c, const IrExp *a, const IrExp *b)
{
    a = ir_skip_implicit(a);
    b = ir_skip_implicit(b);
    return a->node && b->node && strcmp(check_code(c, a->node), check_code(c, b->node)) == 0;
}

/* Do the values of two named constants, which may be others elsewhere, decide that one comparison implies the other? Two names for
 * one value, or an order of names, may be an accident of this system; that two names have two values is their sense. */
static bool by_accident(CheckCtx *c, const Compare *a, const Compare *b)
{
    if (!a->constant || !b->constant || same_text(c, a->constant, b->constant))
        return false;
    bool literal = plain_literal(c, a->constant) && plain_literal(c, b->constant);
    if (literal || (enumerator(a->constant) && enumerator(b->constant) && a->k != b->k))
        return false;
    return a->k == b->k || !(a->op == BIN_EQ || a->op == BIN_NE) || !(b->op == BIN_EQ || b->op == BIN_NE);
}

static int implied_by(CheckCtx *c, const IrExp *known, bool holds, const IrExp *tested, const Compare *cmp,
                      bool *accident)
{
    Compare before;
    Set a, b;
    if (ir_exp_same(c->function, ir_skip_implicit(known), ir_skip_implicit(tested))) {
        *accident = cmp && compare_of(c, known, &before) && by_accident(c, &before, cmp);
        return holds;
    }
    if (!cmp || !compare_of(c, known, &before) || !ir_exp_same(c->function, before.operand, cmp->operand) ||
        !set_of(holds ? before.op : ir_op_inverse(before.op), before.k, &a) || !set_of(cmp->op, cmp->k, &b))
        return -1;
    *accident = by_accident(c, &before, cmp);
    FlowRange r;
    if (!a.all_but && flow_range(c, cmp->operand, &r) && !r.above) {
        a.lo = MAX(a.lo, r.lo);
        a.hi = MIN(a.hi, r.hi);
        if (a.lo > a.hi)
            return -1; /* the block is not reached at all */
    }
    return set_implies(a, b);
}

static void by_implication(CheckCtx *c, const IrBlock *b, const Compare *cmp, Condition *out)
{
    const Cfg *cfg = check_cfg(c);
    const IrExp *tested = b->last->cond;
    bool any;
    if (!read_at_end(c, b, tested, &any) || !any)
        return;
    for (u32 k = 0; k < CHAIN_MAX && all_quiet(b); k++) {
        if (cfg->pred_at[b->id + 1] - cfg->pred_at[b->id] != 1)
            return;
        const IrBlock *p = c->function->blocks[cfg->pred[cfg->pred_at[b->id]]];
        const IrInst *last = p->last;
        if (last->op == II_BRANCH && last->then != last->other && last->why != BR_CONFIG &&
            read_at_end(c, p, last->cond, &any) && any) {
            bool accident = false;
            int v = implied_by(c, last->cond, last->then == b->id, tested, cmp, &accident);
            if (v >= 0) {
                out->doubtful = accident;
                out->doubt = UNDECIDED_CONFIGURATION;
                out->why = CONDITION_IMPLIED;
                out->truth = v;
                out->from = last;
                return;
            }
        } else if (last->op != II_BRANCH && last->op != II_GOTO) {
            return;
        }
        b = p;
    }
}

/* The local variable that is compared, or NULL. */
static IrVar *compared_variable(const CheckCtx *c, const Compare *cmp)
{
    const IrExp *place = ir_loaded_place(c->function, cmp->operand);
    return place && place->kind == IE_VAR && place->var->kind == IV_LOCAL && place->var->name ? place->var
                                                                                              : NULL;
}

/* Stores to the variable other than its initialisation. */
static u32 count_assignments(const IrFunction *f, const IrVar *var)
{
    u32 n = 0;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            n += i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == var &&
                 !(i->flags & IIF_INIT);
    return n;
}

static bool from_expansion(const CheckCtx *c, const IrExp *e)
{
    e = ir_skip_implicit(e);
    return !e->node || c->unit->toks.at[tree_node(&c->unit->tree, e->node)->tok].exp;
}

/* The value that all definitions which reach the variable give it, when each is a number written there. */
static bool reaching_value(CheckCtx *c, const IrExp *operand, i64 *value)
{
    const IrInst *load = ir_temp_def(c->function, operand->temp);
    const Reach *reach = check_reach(c);
    u32 defs[8];
    i32 n = reach_of(reach, util_block_of(c->function, load), load, defs, LENGTH(defs));
    for (i32 i = 0; i < n && i < (i32)LENGTH(defs); i++) {
        const IrInst *def = reach->defs[defs[i]];
        i64 v;
        if (!def || def->op != II_STORE || def->flags & IIF_COMPOUND || !def->node ||
            c->unit->toks.at[tree_node(&c->unit->tree, def->node)->tok].exp ||
            util_in_unknown_argument(c, def) || from_expansion(c, def->value) ||
            !ir_exp_const(c->ir, def->value, &v) ||
            !(plain_literal(c, def->value) || enumerator(def->value) ||
              ir_skip_implicit(def->value)->flags & IX_BOOL) ||
            (i > 0 && v != *value))
            return false;
        *value = v;
    }
    return n > 0 && n <= (i32)LENGTH(defs);
}

static void by_value(CheckCtx *c, const Compare *cmp, Condition *out)
{
    i64 value = 0;
    IrVar *var = compared_variable(c, cmp);
    if (!var || cmp->operand->kind != IE_TEMP || type_get(&c->ir->types, var->type)->quals & TQ_CONST ||
        !reaching_value(c, cmp->operand, &value))
        return;
    Set tested;
    if (!set_of(cmp->op, cmp->k, &tested))
        return;
    out->why = CONDITION_VALUE;
    out->truth = set_implies((Set){false, value, value}, tested);
    out->operand = cmp->operand;
    /* A variable that is set once is a name for a number; that others would be possible is what somebody may want to try. */
    if (!cmp->constant || count_assignments(c->function, var) == 0 || flow_incomplete(c, c->function)) {
        out->doubtful = true;
        out->doubt = UNDECIDED_CONFIGURATION;
    }
}

/* A loop over an unsigned counter that only this condition would end is the infinite-loop check's. */
static bool ends_loop(CheckCtx *c, const IrBlock *b)
{
    if (b->last->why != BR_FOR && b->last->why != BR_WHILE && b->last->why != BR_DO)
        return false;
    const Loops *loops = check_loops(c);
    u32 loop = loops->of[b->id];
    return loop && loops->loops[loop - 1].n_exits <= 1;
}

/* Is the condition, its operator or an argument of it, part of a macro's expansion, or does it stand in an assertion? These ask
 * what is known. */
static bool made_by_macro(const CheckCtx *c, const IrInst *branch)
{
    const Unit *u = c->unit;
    const Node *whole = branch->stmt ? tree_node(&u->tree, branch->stmt) : NULL;
    if (whole && whole->begin >= 2 && u->toks.at[whole->begin - 1].kind == TK_LPAREN &&
        u->toks.at[whole->begin - 2].kind == TK_IDENT && c->contracts &&
        contract_has(contract_lookup(c->contracts, u->toks.at[whole->begin - 2].sym), CA_ASSERTS))
        return true;
    const Node *cond = tree_node(&u->tree, branch->cond->node);
    return u->toks.at[cond->begin].exp || u->toks.at[cond->tok].exp ||
           (branch->stmt && u->toks.at[tree_node(&u->tree, branch->stmt)->tok].exp);
}

/* Judges one BRANCH of c->function that stands in block b. */
static Condition judge(CheckCtx *c, const IrBlock *b)
{
    Condition out = {.why = CONDITION_OPEN};
    const IrInst *branch = b->last;
    i64 value;
    switch (branch->why) {
    case BR_IF:
    case BR_WHILE:
    case BR_DO:
    case BR_FOR:
    case BR_AND:
    case BR_OR:
    case BR_COND: break;
    default: return out;
    }
    if (!branch->cond->node || !cfg_reachable(check_cfg(c), b->id))
        return out;
    bool constant = ir_exp_const(c->ir, branch->cond, &value);
    if (!constant || branch->why == BR_IF)
        by_numbers(c, b, &out);
    if (constant && out.why == CONDITION_OPEN)
        return out;
    if (out.why != CONDITION_OPEN) {
        if (made_by_macro(c, branch)) {
            out.doubtful = true;
            out.doubt = UNDECIDED_MACRO;
        }
        if (branch->flags & IIF_NOT)
            out.truth = !out.truth;
        return out;
    }
    Compare cmp;
    bool compares = compare_of(c, branch->cond, &cmp);
    out.site = compares || ir_is_comparison(ir_skip_implicit(branch->cond));
    if (compares)
        by_range(c, &cmp, &out);
    if (out.why == CONDITION_RANGE && out.truth && ends_loop(c, b))
        out.site = false;
    if (out.why == CONDITION_OPEN)
        by_self(c, b, branch->cond, &out);
    if (out.why == CONDITION_OPEN)
        by_implication(c, b, compares ? &cmp : NULL, &out);
    if (out.why == CONDITION_OPEN && compares && branch->why != BR_FOR && branch->why != BR_WHILE &&
        branch->why != BR_DO)
        by_value(c, &cmp, &out);
    if (out.why != CONDITION_OPEN && made_by_macro(c, branch)) {
        out.doubtful = true;
        out.doubt = UNDECIDED_MACRO;
    }
    if (branch->flags & IIF_NOT)
        out.truth = !out.truth;
    return out;
}

/* ---- report ---- */

static const char *type_name(CheckCtx *c, TypeId t)
{
    Sb b;
    sb_init(&b);
    type_text(&c->ir->types, type_unqualified(&c->ir->types, t), "", &b);
    const char *text = check_text(c, "%s", b.s);
    sb_release(&b);
    return text;
}

static void violated(CheckCtx *c, const IrBlock *b, const Condition *k)
{
    const char *code = check_code(c, b->last->cond->node), *outcome = k->truth ? "true" : "false";
    if (b->last->flags & IIF_NOT)
        code = check_text(c, ir_skip_implicit(b->last->cond)->kind == IE_BINOP ? "!(%s)" : "!%s", code);
    Finding *f = check_violated(check_site(c, b->last->cond->node), code);
    switch (k->why) {
    case CONDITION_RANGE:
        finding_message(f, "`%s` is always %s, because the compared value is of type `%s`.", code, outcome,
                        type_name(c, ir_skip_implicit(k->operand)->type));
        break;
    case CONDITION_NUMBERS:
        finding_message(f, "`%s` is always %s: only numbers decide it.", code, outcome);
        break;
    case CONDITION_SELF:
        finding_message(f, "`%s` is always %s: both sides are the same.", code, outcome);
        break;
    case CONDITION_IMPLIED:
        finding_message(f, "`%s` is always %s here: `%s`, which was tested just before, decides it.", code,
                        outcome, check_code(c, k->from->cond->node));
        finding_related(f, check_place(c, k->from->cond->node), "the condition that decides it");
        /* Asking once more what is known does no harm; being impossible does. */
        if (k->truth && b->last->why != BR_OR)
            finding_severity(f, SEV_NOTE);
        break;
    default:
        finding_message(f, "`%s` is always %s, because only one value reaches it.", code, outcome);
        break;
    }
}

void condition_report(CheckCtx *c, const IrFunction *f, bool truth)
{
    for (u32 i = 0; i < f->n_blocks; i++) {
        const IrBlock *b = f->blocks[i];
        if (!b->last || b->last->op != II_BRANCH)
            continue;
        Condition k = judge(c, b);
        if (!k.site && (k.why != CONDITION_IMPLIED && k.why != CONDITION_SELF))
            continue;
        if (k.why == CONDITION_OPEN || k.truth != truth)
            check_safe(check_site(c, b->last->cond->node));
        else if (k.doubtful)
            check_undecided(check_site(c, b->last->cond->node), (Undecided)k.doubt);
        else
            violated(c, b, &k);
    }
}
