/*
 * Backward search for the origin of a text inside one function. See util_origin.h. Definitions are collected without
 * regard to conditions (any that may run before the use counts), so OUTSIDE means "on some way"; that the program looks
 * at the text in between is recognised by branches on its content and makes it ORIGIN_CHECKED.
 */
#include "checks/util_origin.h"

#include <string.h>

#include "base/str.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"

enum { ORIGIN_DEPTH = 12, ORIGIN_VARS = 16 };

typedef struct Search {
    CheckCtx *c;
    const IrFunction *f;
    UtilOrigin best;
    const IrInst *way[ORIGIN_DEPTH + 1];
    u32 n_way;
    const IrVar *seen[ORIGIN_VARS];
    u32 n_seen;
} Search;

/* Given util_blocks_before(at), and the block of a. */
static bool precedes(Search *s, const u8 *before, u32 block, const IrInst *a, const IrInst *at)
{
    return before[block] || (a->id < at->id && util_block_of(s->f, at)->id == block);
}

static void add(Search *s, UtilOriginKind kind, Undecided why, const IrInst *source, const char *from,
                const char *name)
{
    if (kind <= s->best.kind)
        return;
    s->best.kind = kind;
    s->best.why = why;
    s->best.source = source;
    s->best.from = from;
    s->best.source_name = name;
    s->best.n_steps = 0;
    for (u32 i = 0; i < s->n_way && i < ORIGIN_STEPS; i++)
        s->best.steps[s->best.n_steps++] = s->way[i];
}

static void unknown(Search *s, Undecided why)
{
    add(s, ORIGIN_UNKNOWN, why, NULL, NULL, NULL);
}

/* Variables by which users name programs of their own choice; running them is what they are for. */
static bool names_users_program(CheckCtx *c, const IrCall *call)
{
    static const char *const names[] = {"EDITOR", "VISUAL",   "PAGER",      "BROWSER",
                                        "SHELL",  "MANPAGER", "GIT_EDITOR", "COMSPEC"};
    UtilLiteral l;
    if (call->n_args != 1 || !util_literal(c, call->args[0], &l) || !l.bytes)
        return false;
    for (u32 i = 0; i < LENGTH(names); i++)
        if (strcmp(l.bytes, names[i]) == 0)
            return true;
    return false;
}

static const char *kind_text(u8 kind)
{
    static const struct {
        const char *kind, *text;
    } texts[] = {
        {"network", "a peer on the network"},
        {"file", "a file"},
        {"environment", "the environment"},
        {"arguments", "the command line"},
        {"console", "standard input"},
        {"database", "a database"},
        {"system", "names that other users choose"},
        {"input", "a stream or descriptor"},
    };
    const ContractKindInfo *info = contract_kind_info(kind);
    for (u32 i = 0; info && i < LENGTH(texts); i++)
        if (strcmp(info->name, texts[i].kind) == 0)
            return texts[i].text;
    return "outside the program";
}

static void of_value(Search *s, const IrExp *e, const IrInst *at, u32 depth);
static void of_var(Search *s, const IrVar *v, const IrInst *at, u32 depth);

/* Numbers cannot carry a command, a path or a conversion. */
static bool carries_text(const Search *s, TypeId t)
{
    const TypeTable *tt = &s->c->ir->types;
    return !type_is_arithmetic(tt, t) || type_is_char(tt, t);
}

static void of_args(Search *s, const IrCall *call, ContractTarget from, const IrInst *at, u32 depth,
                    const Contract *k)
{
    if (from.arg == CT_VARARGS) {
        for (u32 i = k->n_params; i < call->n_args; i++)
            of_value(s, call->args[i], at, depth + 1);
        return;
    }
    const IrExp *arg = util_call_arg(call, from.arg);
    if (arg)
        of_value(s, arg, at, depth + 1);
}

/* Overloaded operators mean what they do for strings: a + b and a += b hold the text of both, a = b that of b. */
static bool of_operator(Search *s, const IrInst *i, i32 target, u32 depth)
{
    const IrCall *call = i->call;
    const char *op =
        sym_str(call->name) + (str_starts(sym_str(call->name), "operator") ? strlen("operator") : 0);
    bool assigns = strcmp(op, "=") == 0 || strcmp(op, "+=") == 0 || strcmp(op, "<<") == 0;
    bool assigned = assigns && (target == CT_THIS || (!call->receiver && target == 0));
    if (!assigned && !(target == CT_RESULT && (assigns || strcmp(op, "+") == 0)))
        return assigns || target != CT_RESULT; /* an operand that is only read */
    if (call->receiver && target == CT_RESULT)
        of_value(s, call->receiver, i, depth + 1);
    for (u32 a = assigned && target == 0; a < call->n_args; a++)
        of_value(s, call->args[a], i, depth + 1);
    return true;
}

/* What a call puts into its argument `target` (or gives as its result). False: nothing that the contract tells. */
static bool of_effect(Search *s, const IrInst *i, i32 target, u32 depth)
{
    static const ContractAttr flows[] = {CA_COPIES, CA_PROPAGATES, CA_RETURNS_ARG, CA_RETURNS_WITHIN};
    const ContractDb *db = s->c->contracts;
    const Contract *k = check_contract(s->c, i->call);
    bool told = false;
    if (!k)
        return i->call->kind == IC_OPERATOR && of_operator(s, i, target, depth);
    const ContractFact *fact;
    bool vararg = target >= (i32)k->n_params;
    for (u32 n = 0; (fact = contract_next(db, k, CA_TAINTS, &n));)
        if (fact->target[0].arg == target || (vararg && fact->target[0].arg == CT_VARARGS)) {
            if (fact->kind == contract_kind(CA_TAINTS, "environment") && names_users_program(s->c, i->call))
                unknown(s, UNDECIDED_VALUE);
            else
                add(s, ORIGIN_OUTSIDE, 0, i, kind_text(fact->kind), util_callee(i->call));
            told = true;
        }
    for (u32 a = 0; a < LENGTH(flows); a++)
        for (u32 n = 0; (fact = contract_next(db, k, flows[a], &n));) {
            bool unary = flows[a] == CA_RETURNS_ARG || flows[a] == CA_RETURNS_WITHIN;
            if (unary ? target != CT_RESULT
                      : fact->target[0].arg != target && !(vararg && fact->target[0].arg == CT_VARARGS))
                continue;
            told = true;
            of_args(s, i->call, fact->target[unary ? 0 : 1], i, depth, k);
        }
    if (target == CT_RESULT && contract_has(k, CA_ALLOCATES))
        told = true; /* fresh memory: what is stored into it is found elsewhere */
    if (target >= 0 && (contract_about(db, k, CA_READS, target) || contract_about(db, k, CA_STRING, target) ||
                        contract_about(db, k, CA_FILLS, target) || contract_about(db, k, CA_FREES, target)))
        told = true;
    return told;
}

static void of_call_result(Search *s, const IrInst *i, u32 depth)
{
    s->way[s->n_way++] = i;
    if (!of_effect(s, i, CT_RESULT, depth))
        unknown(s, i->call->kind == IC_INDIRECT ? UNDECIDED_INDIRECT : UNDECIDED_CALLEE);
    s->n_way--;
}

static void of_place(Search *s, const IrExp *place, const IrInst *at, u32 depth)
{
    switch (place->kind) {
    case IE_STRING: return;
    case IE_VAR: of_var(s, place->var, at, depth); return;
    case IE_GLOBAL: {
        const IrGlobal *g = place->global;
        const Type *t = type_get(&s->c->ir->types, g->type);
        if (g->is_function || g->is_const ||
            (t->kind == TY_ARRAY && type_get(&s->c->ir->types, t->of)->quals & TQ_CONST))
            return;
        unknown(s, UNDECIDED_VALUE);
        return;
    }
    case IE_INDEX:
        if (ir_is_place(place->a))
            of_place(s, place->a, at, depth);
        else
            of_value(s, place->a, at, depth + 1);
        return;
    case IE_DEREF: of_value(s, place->a, at, depth + 1); return;
    case IE_FIELD: {
        const IrVar *root = ir_place_root(place);
        if (root && root->kind == IV_LOCAL)
            of_var(s, root, at, depth);
        else
            unknown(s, UNDECIDED_VALUE);
        return;
    }
    default: unknown(s, UNDECIDED_VALUE);
    }
}

static void of_value(Search *s, const IrExp *e, const IrInst *at, u32 depth)
{
    if (depth > ORIGIN_DEPTH || s->n_way > ORIGIN_DEPTH - 1) {
        unknown(s, UNDECIDED_BUDGET);
        return;
    }
    e = ir_skip_casts(e);
    if (!carries_text(s, e->type))
        return;
    switch (e->kind) {
    case IE_INT:
    case IE_FLOAT:
    case IE_ZERO:
    case IE_STRING:
    case IE_SIZEOF:
    case IE_CONFIG:
    case IE_LABEL:
    case IE_TYPE: return;
    case IE_UNKNOWN: /* a name in capitals that nobody declares is a macro, and most of these are literals: not known */
        unknown(s, e->flags & IX_MACRO_NAME ? UNDECIDED_MACRO : UNDECIDED_UNREAD);
        return;
    case IE_ADDR: of_place(s, e->a, at, depth); return;
    case IE_TEMP: {
        const IrInst *def = ir_temp_def(s->f, e->temp);
        if (def->op == II_LOAD)
            of_place(s, def->place, def, depth);
        else if (def->op == II_CALL)
            of_call_result(s, def, depth);
        else
            unknown(s, UNDECIDED_UNREAD);
        return;
    }
    case IE_BINOP:
        of_value(s, e->a, at, depth + 1);
        if (e->op == BIN_ADD)
            of_value(s, e->b, at, depth + 1);
        return;
    default: unknown(s, UNDECIDED_VALUE);
    }
}

static void of_param(Search *s, const IrVar *v)
{
    if (s->f->flags & IFN_MAIN)
        add(s, ORIGIN_OUTSIDE, 0, NULL, "the command line", v->name ? sym_str(v->name) : "argv");
    else
        unknown(s, UNDECIDED_OTHER_UNIT);
}

/* All that may have been written to a variable, or to the memory it stands for, before `at`. */
static void of_var(Search *s, const IrVar *v, const IrInst *at, u32 depth)
{
    for (u32 i = 0; i < s->n_seen; i++)
        if (s->seen[i] == v)
            return;
    if (s->n_seen == ORIGIN_VARS) {
        unknown(s, UNDECIDED_BUDGET);
        return;
    }
    s->seen[s->n_seen++] = v;
    switch (v->kind) {
    case IV_PARAM: of_param(s, v); break;
    case IV_THIS:
    case IV_CAPTURE: unknown(s, UNDECIDED_VALUE); return;
    case IV_STATIC:
        if (!(v->global && v->global->is_const))
            unknown(s, UNDECIDED_VALUE);
        break;
    default: break;
    }
    const u8 *before = util_blocks_before(s->c, at);
    for (u32 b = 0; b < s->f->n_blocks; b++)
        for (const IrInst *i = s->f->blocks[b]->first; i; i = i->next) {
            if (i == at || (i->op != II_STORE && i->op != II_CALL && i->op != II_UNKNOWN))
                continue;
            if (i->op == II_STORE) {
                bool own = ir_place_root(i->place) == v;
                bool through = !own && (i->place->kind == IE_INDEX || i->place->kind == IE_DEREF) &&
                               !ir_is_place(i->place->a) && util_pointee_root(s->f, i->place->a) == v;
                if ((own || through) && precedes(s, before, b, i, at)) {
                    s->way[s->n_way++] = i;
                    of_value(s, i->value, i, depth + 1);
                    s->n_way--;
                }
                continue;
            }
            if (i->op == II_UNKNOWN) {
                for (u32 n = 0; n < i->unknown->n_vars; n++)
                    if (i->unknown->vars[n] == v && precedes(s, before, b, i, at))
                        unknown(s, UNDECIDED_UNREAD);
                continue;
            }
            const IrCall *call = i->call;
            for (i32 a = call->receiver ? CT_THIS : 0; a < (i32)call->n_args; a = a < 0 ? 0 : a + 1) {
                const IrExp *arg = util_call_arg(call, a);
                if (util_pointee_root(s->f, arg) != v || !precedes(s, before, b, i, at))
                    continue;
                s->way[s->n_way++] = i;
                if (!of_effect(s, i, a, depth)) {
                    const Type *t = type_get(&s->c->ir->types, ir_skip_implicit(arg)->type);
                    bool may_write =
                        t->kind != TY_PTR || !(type_get(&s->c->ir->types, t->of)->quals & TQ_CONST);
                    if (may_write && !check_contract(s->c, call) && a >= 0)
                        unknown(s, UNDECIDED_CALLEE);
                }
                s->n_way--;
            }
        }
}

/* ---- does the program look at the text before it uses it? ---- */

static bool seen_var(const Search *s, const IrVar *v)
{
    for (u32 i = 0; v && i < s->n_seen; i++)
        if (s->seen[i] == v)
            return true;
    return false;
}

/* Functions that tell no more than that there is a text. */
static bool only_measures(Sym name)
{
    static const char *const names[] = {"strlen", "strnlen", "fgets", "getenv", "read",
                                        "recv",   "sscanf",  "scanf", "fscanf", "feof"};
    for (u32 i = 0; i < LENGTH(names); i++)
        if (strcmp(sym_str(name), names[i]) == 0)
            return true;
    return false;
}

/* Ends of lines and of texts: whoever looks for them trims, and does not judge. */
static bool is_layout(CheckCtx *c, const IrExp *e)
{
    i64 v;
    return ir_exp_const(c->ir, e, &v) && (v == 0 || v == '\n' || v == '\r' || v == ' ' || v == '\t');
}

static bool looks_at_text(const Search *s, const IrExp *e, u32 depth)
{
    if (depth > ORIGIN_DEPTH)
        return false;
    e = ir_skip_casts(e);
    if (ir_is_comparison(e) && is_layout(s->c, e->b)) {
        const IrExp *a = ir_skip_casts(e->a);
        const IrInst *def = a->kind == IE_TEMP ? ir_temp_def(s->f, a->temp) : NULL;
        if (def && def->op == II_LOAD)
            return false;
    }
    if (e->kind == IE_TEMP) {
        const IrInst *def = ir_temp_def(s->f, e->temp);
        if (def->op == II_LOAD) {
            const IrExp *p = def->place;
            if ((p->kind == IE_INDEX || p->kind == IE_DEREF) && type_is_char(&s->c->ir->types, p->type)) {
                const IrVar *root = p->kind == IE_INDEX && ir_is_place(p->a) ? ir_place_root(p->a)
                                                                             : util_pointee_root(s->f, p->a);
                return seen_var(s, root);
            }
            return false;
        }
        if (def->op != II_CALL || only_measures(def->call->name))
            return false;
        for (u32 i = 1; i < def->call->n_args; i++)
            if (def->call->n_args == 2 && is_layout(s->c, def->call->args[i]))
                return false; /* strchr(line, '\n') */
        const Contract *k = check_contract(s->c, def->call);
        bool compares = contract_has(k, CA_COMPARES);
        u32 n_fact = 0;
        const ContractFact *bounded = contract_next(s->c->contracts, k, CA_COMPARES, &n_fact);
        if (bounded && bounded->expr[0])
            return false; /* strncmp: what follows the prefix is anything */
        for (u32 i = 0; i < def->call->n_args; i++) {
            const IrExp *arg = def->call->args[i];
            if (seen_var(s, util_pointee_root(s->f, arg)) || looks_at_text(s, arg, depth + 1))
                return true;
            /* argv[i] given to a function of the program; comparing it with an option's name says nothing of its text. */
            const IrExp *from = ir_loaded_place(s->f, arg);
            if (from && !compares && from->kind == IE_INDEX && seen_var(s, util_pointee_root(s->f, from->a)))
                return true;
        }
        return false;
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (!ir_is_place(sub[i]) && looks_at_text(s, sub[i], depth + 1))
            return true;
    return false;
}

static bool is_checked(Search *s, const IrInst *at)
{
    const u8 *before = util_blocks_before(s->c, at);
    for (u32 b = 0; b < s->f->n_blocks; b++) {
        const IrInst *last = s->f->blocks[b]->last;
        const IrExp *cond = last->op == II_BRANCH   ? last->cond
                            : last->op == II_SWITCH ? last->sw->value
                                                    : NULL;
        if (cond && precedes(s, before, b, last, at) && looks_at_text(s, cond, 0))
            return true;
    }
    return false;
}

UtilOrigin util_origin(CheckCtx *c, const IrExp *value, const IrInst *at)
{
    Search s = {.c = c, .f = c->function};
    if (!c->function || util_too_large(c)) {
        s.best.kind = ORIGIN_UNKNOWN;
        s.best.why = c->function ? UNDECIDED_BUDGET : UNDECIDED_VALUE;
        return s.best;
    }
    of_value(&s, value, at, 0);
    if (s.best.kind == ORIGIN_OUTSIDE && is_checked(&s, at))
        s.best.kind = ORIGIN_CHECKED;
    return s.best;
}

void util_origin_steps(CheckCtx *c, Finding *f, const UtilOrigin *o, const IrInst *at,
                       const char *what_happens)
{
    if (!o->source)
        finding_step(f, check_place(c, c->function->node), 0, NULL, "`%s` comes from %s", o->source_name,
                     o->from);
    const Tree *t = &c->unit->tree;
    const Node *last = NULL;
    for (u32 i = o->n_steps; i-- > 0;) {
        const IrInst *step = o->steps[i];
        const Node *n = tree_node(t, step->node), *sink = tree_node(t, at->node);
        bool inside = (n->begin >= sink->begin && n->end <= sink->end) ||
                      (last && n->begin >= last->begin && n->end <= last->end);
        if (step == o->source)
            finding_step(f, check_place_inst(c, step), 0, NULL, "`%s` brings in text from %s", o->source_name,
                         o->from);
        else if (step == at || inside || !step->node)
            continue; /* a part of what the reader sees in the next step anyway */
        else if (step->op == II_CALL)
            finding_step(f, check_place_inst(c, step), 0, NULL, "`%s` passes the text on",
                         util_callee(step->call));
        else
            finding_step(f, check_place_inst(c, step), 0, NULL, "`%s` gets the text",
                         sym_str(util_place_name(c->function, step->place)));
        last = n;
    }
    finding_step(f, check_place_inst(c, at), 0, NULL, "%s", what_happens);
}
