/*
 * Questions about the IR that checks share. See util_ir.h. All of it is bounded: definitions are followed a fixed number of
 * steps, and an answer that is not found within them is "not known".
 */
#include "checks/util_ir.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"

enum { FOLLOW_MAX = 8, GUARD_EXP_MAX = 24, GUARDS_MAX = 64 };

/* ---- order ---- */

const IrBlock *util_block_of(const IrFunction *f, const IrInst *i)
{
    /* Instruction numbers ascend in block order, so the last block that starts at or before i holds it. */
    u32 lo = 0, hi = f->n_blocks;
    while (hi - lo > 1) {
        u32 mid = lo + (hi - lo) / 2;
        if (f->blocks[mid]->first->id <= i->id)
            lo = mid;
        else
            hi = mid;
    }
    return f->blocks[lo];
}

const IrFunction *util_body_of(const IrUnit *u, const IrGlobal *g)
{
    for (u32 i = 0; i < u->n_functions; i++)
        if (u->functions[i]->name == g->name && !u->functions[i]->parent &&
            (u->functions[i]->entry == g->entry || u->functions[i]->node == g->node))
            return u->functions[i];
    return NULL;
}

/* Blocks that lie along edges from the instruction's block; `at` and `edges` give a block's edges in one direction. */
static const u8 *blocks_along(CheckCtx *c, const IrInst *i, const u32 *at, const u32 *edges, u32 n_blocks)
{
    u8 *found = arena_zalloc(c->scratch, n_blocks);
    u32 *queue = arena_alloc(c->scratch, (n_blocks + 1) * sizeof *queue), n = 1;
    queue[0] = util_block_of(c->function, i)->id;
    for (u32 k = 0; k < n; k++)
        for (u32 e = at[queue[k]]; e < at[queue[k] + 1]; e++)
            if (!found[edges[e]]) {
                found[edges[e]] = 1;
                if (edges[e] != queue[0])
                    queue[n++] = edges[e];
            }
    return found;
}

const u8 *util_blocks_before(CheckCtx *c, const IrInst *i)
{
    const Cfg *cfg = check_cfg(c);
    return blocks_along(c, i, cfg->pred_at, cfg->pred, cfg->n);
}

const u8 *util_blocks_after(CheckCtx *c, const IrInst *i)
{
    const Cfg *cfg = check_cfg(c);
    return blocks_along(c, i, cfg->succ_at, cfg->succ, cfg->n);
}

bool util_dominates(CheckCtx *c, const IrInst *a, const IrInst *b)
{
    const IrBlock *from = util_block_of(c->function, a), *to = util_block_of(c->function, b);
    if (from == to)
        return a->id < b->id;
    return dom_dominates(check_dom(c), from->id, to->id);
}

bool util_in_unknown_argument(CheckCtx *c, const IrInst *store)
{
    const Tree *t = &c->unit->tree;
    if (!store->node)
        return false;
    u32 tok = tree_node(t, store->node)->tok;
    for (const IrInst *i = store->next; i; i = i->next)
        if (i->op == II_CALL && i->node && (i->call->flags & ICF_UNRESOLVED || i->call->kind == IC_MACRO) &&
            tree_node(t, i->node)->begin < tok && tok < tree_node(t, i->node)->end)
            return true;
    return false;
}

bool util_makes_new(CheckCtx *c, const IrInst *call)
{
    static const char *const names[] = {"mkdir", "mkdirat", "mkfifo", "mknod", "symlink", "symlinkat"};
    const char *name = util_callee(call->call);
    for (u32 k = 0; k < LENGTH(names); k++)
        if (strcmp(name, names[k]) == 0)
            return true;
    const char *code = call->node ? check_code(c, call->node) : "";
    return strstr(code, "O_EXCL") || strstr(code, "O_NOFOLLOW");
}

/* ---- names and identities ---- */

static Sym value_name(const IrFunction *f, const IrExp *value, u32 depth);

static Sym place_name(const IrFunction *f, const IrExp *place, u32 depth)
{
    if (depth > FOLLOW_MAX)
        return 0;
    switch (place->kind) {
    case IE_VAR: return place->var->name;
    case IE_GLOBAL: return place->global->name;
    case IE_FIELD: return place->name;
    case IE_INDEX:
        return ir_is_place(place->a) ? place_name(f, place->a, depth + 1)
                                     : value_name(f, place->a, depth + 1);
    case IE_DEREF: return value_name(f, place->a, depth + 1);
    default: return 0;
    }
}

static Sym value_name(const IrFunction *f, const IrExp *value, u32 depth)
{
    if (depth > FOLLOW_MAX)
        return 0;
    value = ir_skip_casts(value);
    if (value->kind == IE_ADDR)
        return place_name(f, value->a, depth + 1);
    if (value->kind == IE_BINOP && (value->op == BIN_PTRADD || value->op == BIN_PTRSUB))
        return value_name(f, value->a, depth + 1);
    if (value->kind == IE_UNKNOWN && value->flags & IX_MACRO_NAME)
        return value->name;
    const IrExp *place = f ? ir_loaded_place(f, value) : NULL;
    return place ? place_name(f, place, depth + 1) : 0;
}

Sym util_place_name(const IrFunction *f, const IrExp *place)
{
    return place_name(f, place, 0);
}

Sym util_value_name(const IrFunction *f, const IrExp *value)
{
    return value_name(f, value, 0);
}

IrVar *util_pointee_root(const IrFunction *f, const IrExp *value)
{
    for (u32 i = 0; i < FOLLOW_MAX; i++) {
        value = ir_skip_casts(value);
        if (value->kind == IE_ADDR) {
            IrVar *root = ir_place_root(value->a);
            if (root)
                return root;
            const IrExp *p = value->a; /* &p[i], &p->x: what p points to */
            while (p->kind == IE_FIELD || (p->kind == IE_INDEX && ir_is_place(p->a)))
                p = p->a;
            if (p->kind != IE_DEREF && p->kind != IE_INDEX)
                return NULL;
            value = p->a;
        } else if (value->kind == IE_BINOP && (value->op == BIN_PTRADD || value->op == BIN_PTRSUB)) {
            value = value->a;
        } else {
            const IrExp *place = f ? ir_loaded_place(f, value) : NULL;
            return place && place->kind == IE_VAR ? place->var : NULL;
        }
    }
    return NULL;
}

const IrExp *util_pointee(const IrExp *value)
{
    value = ir_skip_casts(value);
    if (value->kind != IE_ADDR)
        return NULL;
    const IrExp *place = value->a;
    if (place->kind == IE_INDEX && ir_is_place(place->a) &&
        !(value->flags & IX_DECAY)) { /* &a[0]; a row that decays stays */
        const IrExp *index = ir_skip_casts(place->b);
        if (index->kind != IE_INT || index->num != 0)
            return NULL;
        place = place->a;
    }
    return place;
}

bool util_pointee_size(CheckCtx *c, const IrExp *value, u64 *bytes)
{
    const IrExp *place = util_pointee(value);
    return place && type_sizeof(util_types(c), place->type, bytes) && *bytes > 0;
}

/* ---- constants ---- */

/* The one STORE that initialises an object as a whole, or NULL. */
static const IrInst *only_store(const IrFunction *init)
{
    const IrInst *found = NULL;
    for (u32 b = 0; b < init->n_blocks; b++)
        for (const IrInst *i = init->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE) {
                if (found)
                    return NULL;
                found = i;
            }
    return found;
}

static Sym last_name(Sym name)
{
    const char *s = sym_str(name), *last = s;
    for (s = strstr(s, "::"); s; s = strstr(s, "::"))
        last = s += 2;
    return last == sym_str(name) ? name : intern_str(last);
}

static bool value_of(CheckCtx *c, const IrExp *e, ContractValue *out, u32 depth);

/* The value of a variable where a LOAD reads it, when exactly one assignment reaches it. */
static bool value_of_load(CheckCtx *c, const IrInst *load, ContractValue *out, u32 depth)
{
    const IrExp *place = load->place;
    if (place->kind == IE_GLOBAL) {
        const IrGlobal *g = place->global;
        const IrInst *store = g->is_const && g->init ? only_store(g->init) : NULL;
        if (!store || store->place->kind != IE_GLOBAL)
            return false;
        /* Only what needs no further definitions: those of an initialiser are in another function. */
        return store->value->kind != IE_TEMP && value_of(c, store->value, out, depth + 1);
    }
    if (place->kind != IE_VAR || !c->function || load->id >= c->function->n_insts)
        return false;
    u32 def;
    const Reach *reach = check_reach(c);
    if (reach_of(reach, util_block_of(c->function, load), load, &def, 1) != 1)
        return false;
    const IrInst *store = reach->defs[def];
    return store && store->op == II_STORE && !util_in_unknown_argument(c, store) &&
           value_of(c, store->value, out, depth + 1);
}

static bool value_of(CheckCtx *c, const IrExp *e, ContractValue *out, u32 depth)
{
    if (depth > FOLLOW_MAX)
        return false;
    const IrExp *bare = ir_skip_casts(e);
    if (bare->kind == IE_INT && bare->flags & IX_ENUMERATOR && bare->node)
        out->constant = last_name(tree_node(&c->unit->tree, bare->node)->a);
    if (ir_exp_const(c->ir, e, &out->value)) {
        out->known = true;
        return true;
    }
    if (bare->kind == IE_UNKNOWN && bare->flags & IX_MACRO_NAME && bare->name) {
        out->constant = last_name(bare->name);
        return true;
    }
    const IrString *s = ir_exp_string(bare);
    if (s) {
        out->text = s->bytes;
        return true;
    }
    if (bare->kind != IE_TEMP || !c->function)
        return false;
    const IrInst *def = ir_temp_def(c->function, bare->temp);
    return def && def->op == II_LOAD && value_of_load(c, def, out, depth);
}

/* A constant behind a value: a constant expression, the name of a constant that nobody declares, a string literal, the one
 * definition that reaches a local variable, the initialiser of a const object. False: not a constant, or not known to
 * be one. */
static bool constant_value(CheckCtx *c, const IrExp *e, ContractValue *out)
{
    memset(out, 0, sizeof *out);
    return value_of(c, e, out, 0);
}

bool util_int(CheckCtx *c, const IrExp *e, i64 *out)
{
    ContractValue v;
    if (!constant_value(c, e, &v) || !v.known)
        return false;
    *out = v.value;
    return true;
}

/* ---- what a call shows ---- */

const IrExp *util_call_arg(const IrCall *call, i32 arg)
{
    if (arg == CT_THIS)
        return call->receiver;
    return arg >= 0 && (u32)arg < call->n_args ? call->args[arg] : NULL;
}

const char *util_callee(const IrCall *call)
{
    bool whole = call->written && (call->flags & ICF_WRITTEN_WHOLE || !call->name);
    Sym name = whole ? call->written : call->name;
    return name ? sym_str(name) : "the callee";
}

bool util_calls(const IrCall *call, const char *name)
{
    return call->name && !call->receiver && strcmp(sym_str(call->name), name) == 0;
}

const char *util_arg_code(CheckCtx *c, const IrCall *call, i32 arg)
{
    if (arg < 0 || (u32)arg >= call->n_args || !call->arg_nodes[arg])
        return "";
    return check_code(c, call->arg_nodes[arg]);
}

const char *util_advice(CheckCtx *c, const ContractFact *fact)
{
    static const char *const nouns[] = {"a", "an", "the", "one", "another", "its", "your"};
    const char *s = sym_str(fact->text[1]);
    u32 word = (u32)strcspn(s, " ,:");
    bool thing = fact->attr != CA_MISUSE || word == 0;
    for (u32 i = 0; i < word; i++)
        thing = thing || !islower((unsigned char)s[i]); /* a name in code, or a number */
    for (u32 i = 0; i < LENGTH(nouns); i++)
        thing = thing || (strlen(nouns[i]) == word && strncmp(s, nouns[i], word) == 0);
    if (fact->attr != CA_MISUSE &&
        (str_starts(s, "ignore ") || str_starts(s, "leave ") || str_starts(s, "pass ")))
        thing = false;
    return thing ? check_text(c, "Use %s", s) : check_text(c, "%c%s", toupper((unsigned char)s[0]), s + 1);
}

/* The PARAMS node of the function that an entry declares, or 0; *flags are its DF_. */
static NodeId params_of(CheckCtx *c, u32 entry, const Tree **tree, u32 *flags)
{
    const IndexEntry *e = &c->project->index.entries.at[entry];
    if (e->kind != DK_FUNCTION && e->kind != DK_PROTOTYPE)
        return 0;
    const Tree *t = *tree = &c->project->units.at[e->unit]->tree;
    NodeId dtor = e->kind == DK_FUNCTION ? tree_child(t, e->node, 1) : tree_first(t, e->node);
    for (u32 depth = 0; dtor && depth < 32; depth++) {
        NodeId inner = tree_first(t, dtor);
        if (tree_kind(t, dtor) == N_D_FUNC && inner &&
            (tree_kind(t, inner) == N_D_NAME || tree_kind(t, inner) == N_D_PAREN)) {
            NodeId params = tree_next(t, inner);
            *flags = tree_node(t, dtor)->flags;
            return params && tree_kind(t, params) == N_PARAMS ? params : 0;
        }
        dtor = inner;
    }
    return 0;
}

int util_param_count(CheckCtx *c, u32 entry, u32 *n)
{
    const Tree *t;
    u32 flags;
    NodeId params = params_of(c, entry, &t, &flags);
    if (!params)
        return 0;
    if (flags & DF_VARIADIC)
        return -1;
    *n = 0;
    for (NodeId p = tree_first(t, params); p; p = tree_next(t, p), ++*n) {
        NodeKind k = tree_kind(t, p);
        if (k != N_PARAM && k != N_NAME)
            return 0; /* alternatives of an #if, or something that could not be read */
    }
    NodeId only = *n == 1 ? tree_first(t, params) : 0;
    if (*n ==
        0) /* f() has a prototype's force in C++ and C23 only, but a definition has no parameters all the same */
        return c->project->index.entries.at[entry].kind == DK_FUNCTION;
    if (only && tree_kind(t, only) == N_PARAM) {
        NodeId specs = tree_first(t, only), dtor = specs ? tree_next(t, specs) : 0;
        bool is_void = specs && tree_node(t, specs)->a == BT_VOID && !tree_first(t, specs);
        if (is_void && (!dtor || tree_kind(t, dtor) == N_NONE ||
                        (tree_kind(t, dtor) == N_D_NAME && !tree_node(t, dtor)->a)))
            *n = 0;
    }
    return 1;
}

bool util_is_unprototyped(CheckCtx *c, u32 entry)
{
    const Tree *t;
    u32 flags;
    NodeId params = params_of(c, entry, &t, &flags);
    if (!params)
        return false;
    NodeId first = tree_first(t, params);
    return (!first && !(flags & DF_VARIADIC)) || flags & DF_IDENT_LIST ||
           (first && tree_kind(t, first) == N_NAME);
}

Sym util_param_name(CheckCtx *c, const IrCall *call, u32 arg)
{
    const Tree *t;
    u32 flags;
    NodeId params = call->entry ? params_of(c, call->entry, &t, &flags) : 0;
    NodeId param = params ? tree_child(t, params, arg) : 0;
    if (!param || tree_kind(t, param) != N_PARAM)
        return 0;
    NodeId dtor = tree_child(t, param, 1);
    for (u32 depth = 0; dtor && depth < 32; depth++) {
        if (tree_kind(t, dtor) == N_D_NAME)
            return tree_node(t, dtor)->a;
        dtor = tree_first(t, dtor);
    }
    return 0;
}

bool util_mentions(const IrExp *e, const IrVar *v)
{
    if (e->kind == IE_VAR)
        return e->var == v;
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (util_mentions(sub[i], v))
            return true;
    return false;
}

typedef struct Mention {
    const IrVar *var;
    bool found;
} Mention;

static void mention(void *ctx, const IrExp *e)
{
    Mention *m = ctx;
    m->found = m->found || util_mentions(e, m->var);
}

bool util_inst_mentions(const IrInst *i, const IrVar *v)
{
    Mention m = {.var = v};
    if (i->op == II_SCOPE_BEGIN || i->op == II_SCOPE_END)
        return false;
    ir_inst_exps(i, mention, &m);
    if (i->op == II_UNKNOWN)
        for (u32 k = 0; k < i->unknown->n_vars; k++)
            m.found = m.found || i->unknown->vars[k] == v;
    return m.found;
}

bool util_call_value(void *util_call, ContractOp query, ContractTarget target, ContractValue *out)
{
    const UtilCall *u = util_call;
    const IrExp *e = util_call_arg(u->call, target.arg);
    memset(out, 0, sizeof *out);
    if (!e || target.deref)
        return false;
    ContractValue v;
    u64 size;
    switch (query) {
    case CE_TARGET: return constant_value(u->ctx, e, out);
    case CE_STRLEN:
        if (!constant_value(u->ctx, e, &v) || !v.text)
            return false;
        out->known = true;
        out->value = (i64)strlen(v.text);
        return true;
    case CE_SIZEOF:
        if (!util_pointee_size(u->ctx, e, &size))
            return false;
        out->known = true;
        out->value = (i64)size;
        return true;
    default: return false;
    }
}

static bool cwe_in(const u16 *cwes, u16 cwe)
{
    for (; *cwes; cwes++)
        if (*cwes == cwe)
            return true;
    return false;
}

UtilMisuse util_misuse(CheckCtx *c, const CheckCall *call, const u16 *cwes, const ContractFact **fact)
{
    UtilMisuse worst = MISUSE_NONE;
    UtilCall shown = {.ctx = c, .call = call->call};
    const ContractFact *f;
    *fact = NULL;
    for (u32 i = 0; (f = contract_next(c->contracts, call->contract, CA_MISUSE, &i));) {
        if (!cwe_in(cwes, f->cwe))
            continue;
        int truth = contract_test(c->contracts, f->expr[0], util_call_value, &shown);
        UtilMisuse m = truth == 1 ? MISUSE_SHOWN : truth == 0 ? MISUSE_SAFE : MISUSE_UNKNOWN;
        if (m > worst) {
            worst = m;
            *fact = m > MISUSE_SAFE ? f : NULL;
        }
    }
    return worst;
}

const ContractFact *util_fact_of_cwe(CheckCtx *c, const Contract *k, ContractAttr attr, const u16 *cwes)
{
    const ContractFact *f;
    for (u32 i = 0; k && (f = contract_next(c->contracts, k, attr, &i));)
        if (cwe_in(cwes, f->cwe))
            return f;
    return NULL;
}

UtilMisuse util_judgement(CheckCtx *c, const CheckCall *call, const u16 *cwes, const ContractFact **fact)
{
    *fact = util_fact_of_cwe(c, call->contract, CA_WEAK, cwes);
    if (!*fact)
        *fact = util_fact_of_cwe(c, call->contract, CA_DANGEROUS, cwes);
    return *fact ? MISUSE_SHOWN : util_misuse(c, call, cwes, fact);
}

/* ---- guards ---- */

static bool reads_named(const IrFunction *f, const IrExp *e, UtilNameTest *wanted, u32 *budget)
{
    if (*budget == 0)
        return false;
    --*budget;
    Sym name = util_value_name(f, e);
    if (name && wanted(sym_str(name)))
        return true;
    const IrExp *bare = ir_skip_casts(e);
    if (bare->kind == IE_TEMP) {
        const IrInst *def = ir_temp_def(f, bare->temp);
        if (def && def->op == II_CALL) {
            if (def->call->name && wanted(sym_str(def->call->name)))
                return true;
            for (u32 i = 0; i < def->call->n_args; i++)
                if (reads_named(f, def->call->args[i], wanted, budget))
                    return true;
        }
        return false;
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(bare, sub);
    for (u32 i = 0; i < n; i++)
        if (!ir_is_place(sub[i]) && reads_named(f, sub[i], wanted, budget))
            return true;
    return false;
}

const IrInst *util_guard_named(CheckCtx *c, const IrInst *i, UtilNameTest *wanted)
{
    const IrFunction *f = c->function;
    const Dom *dom = check_dom(c), *post = check_postdom(c);
    BlockId b = util_block_of(f, i)->id;
    if (dom->idom[b] == DOM_NONE)
        return NULL;
    BlockId up = b;
    for (u32 steps = 0; dom->idom[up] != up && steps < GUARDS_MAX; steps++) {
        up = dom->idom[up];
        const IrInst *last = f->blocks[up]->last;
        const IrExp *cond = last->op == II_BRANCH   ? last->cond
                            : last->op == II_SWITCH ? last->sw->value
                                                    : NULL;
        if (!cond || dom_dominates(post, b, up))
            continue;
        u32 budget = GUARD_EXP_MAX;
        if (reads_named(f, cond, wanted, &budget))
            return last;
    }
    return NULL;
}
