/*
 * CWE-563: values that are computed or returned, stored to a local variable and never read. Constants are no findings:
 * they set a safe start or clear a pointer.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/util_ir.h"

/* Is the variable mentioned in its function's source more often than in what was reviewed: in code of another configuration, or
 * in the argument of a macro that drops it? */
static bool mentioned_elsewhere(const CheckCtx *c, const IrVar *var)
{
    const Unit *u = c->unit;
    const Node *fn = tree_node(&u->tree, c->function->node);
    if (fn->begin >= fn->end || fn->end > u->n_stream)
        return true;
    Loc from = unit_written_loc(u, fn->begin), to = unit_written_loc(u, fn->end - 1);
    FileId file = src_file_of(&c->project->src, from);
    const LexedFile *lexed = file < c->project->lexed.n ? c->project->lexed.at[file] : NULL;
    if (!lexed || to < from)
        return true;
    u32 seen = 0, written = 0;
    for (u32 t = fn->begin; t < fn->end; t++)
        seen += u->toks.at[t].sym == var->name && u->toks.at[t].kind == TK_IDENT;
    Loc base = src_file(&c->project->src, file)->base;
    u32 lo = 0, hi = lexed->toks.n;
    while (lo < hi) {
        u32 mid = lo + (hi - lo) / 2;
        if (lexed->toks.at[mid].off < from - base)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < lexed->toks.n && lexed->toks.at[lo].off <= to - base; lo++)
        written += lexed->toks.at[lo].sym == var->name;
    return written > seen;
}

typedef enum Worth { WORTH_NOTHING, WORTH_VALUE, WORTH_RESULT } Worth;

/* Does losing the value lose anything? */
static Worth worth(const IrFunction *f, const IrExp *value)
{
    const IrExp *e = ir_skip_casts(value);
    if (ir_result_of_call(f, e))
        return WORTH_RESULT;
    if (e->kind == IE_TEMP)
        return WORTH_NOTHING; /* a copy */
    return e->kind == IE_BINOP || e->kind == IE_UNOP ? WORTH_VALUE : WORTH_NOTHING;
}

typedef struct TempUse {
    TempId temp;
    bool found;
} TempUse;

static void find_temp(void *ctx, const IrExp *e)
{
    TempUse *use = ctx;
    const IrExp *sub[2];
    use->found = use->found || (e->kind == IE_TEMP && e->temp == use->temp);
    u32 n = use->found ? 0 : ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        find_temp(ctx, sub[i]);
}

/* Is the value itself used behind the store, as in `if ((n = f()) < 0)`? */
static bool used_as_value(const IrInst *store)
{
    const IrExp *e = ir_skip_casts(store->value);
    if (e->kind != IE_TEMP)
        return store->flags & IIF_CONDITION;
    TempUse use = {.temp = e->temp};
    for (const IrInst *i = store->next; i && !use.found; i = i->next)
        ir_inst_exps(i, find_temp, &use);
    return use.found;
}

/* Does the argument of what may be a macro set the variable? Then that store may be skipped, and the value before it read. */
static bool set_in_unknown_argument(CheckCtx *c, const IrVar *var)
{
    for (u32 b = 0; b < c->function->n_blocks; b++)
        for (const IrInst *i = c->function->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == var &&
                util_in_unknown_argument(c, i))
                return true;
    return false;
}

static void on_dead_store(void *ctx, const IrBlock *b, const IrInst *store, const IrVar *var)
{
    CheckCtx *c = ctx;
    const IrFunction *f = c->function;
    if (var->kind != IV_LOCAL || !var->name || !store->node || store->flags & IIF_IMPLICIT ||
        var->flags & (IVF_MAYBE_REF | IVF_CLEANUP | IVF_CATCH | IVF_VOLATILE | IVF_CAPTURED))
        return;
    Site site = check_site_inst(c, store);
    Worth w = worth(f, store->value);
    if (w == WORTH_NOTHING || used_as_value(store) || store->flags & (IIF_COMPOUND | IIF_POSTFIX) ||
        !cfg_reachable(check_cfg(c), b->id))
        return check_safe(site);
    if (f->flags & IFN_TEMPLATE)
        return check_undecided(site, UNDECIDED_TEMPLATE);
    if (flow_from_macro(c->unit, store->node))
        return check_undecided(site, UNDECIDED_MACRO);
    if (flow_incomplete(c, f) || mentioned_elsewhere(c, var) || b->presence != PRESENCE_TRUE ||
        var->flags & IVF_UNDER_ALT)
        return check_undecided(site, UNDECIDED_CONFIGURATION);
    const IrInst *call = ir_result_of_call(f, ir_skip_casts(store->value));
    if (set_in_unknown_argument(c, var))
        return check_undecided(site, UNDECIDED_MACRO);
    if (call && call->call->flags & ICF_MAY_BE_MACRO)
        return check_undecided(site, UNDECIDED_MACRO);
    Finding *out = check_violated(site, sym_str(var->name), check_code(c, store->node));
    if (w == WORTH_RESULT)
        finding_message(out, "What `%s` returns is stored in `%s` and never read.",
                        call ? util_callee(call->call) : "the call", sym_str(var->name));
    else
        finding_severity(out, SEV_NOTE);
}

/* ---- variables that nobody reads at all ---- */

/* What stores do to the variables of a function besides: bits by variable. */
typedef struct Variables {
    u64 *read;     /* or its address taken, or named in what was not read */
    u64 *reported; /* a store to it loses a computed value, which is a finding of its own */
    u32 *written;  /* by variable: how often a store that the user wrote names it */
} Variables;

static void mark(u64 *bits, const IrVar *v)
{
    bits[v->id >> 6] |= 1ull << (v->id & 63);
}

static void mark_reads(void *ctx, const IrExp *e)
{
    u64 *read = ctx;
    const IrExp *sub[2];
    if (e->kind == IE_VAR)
        mark(read, e->var);
    for (u32 i = 0; e->kind == IE_LAMBDA && i < e->n_args; i++)
        mark_reads(ctx, e->args[i]);
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        mark_reads(ctx, sub[i]);
}

/* The parts of a store that read: its value and the indices and pointers of its place, not what it writes to. */
static void mark_store(u64 *read, const IrInst *i)
{
    const IrExp *p = i->place;
    mark_reads(read, i->value);
    while (p->kind == IE_FIELD || (p->kind == IE_INDEX && ir_is_place(p->a))) {
        if (p->kind == IE_INDEX && p->b)
            mark_reads(read, p->b);
        p = p->a;
    }
    if (p->kind != IE_VAR)
        mark_reads(read, p);
}

static Variables look_at_all(CheckCtx *c, const IrFunction *f)
{
    Variables v = {arena_array(c->scratch, u64, f->n_vars / 64 + 1),
                   arena_array(c->scratch, u64, f->n_vars / 64 + 1),
                   arena_array(c->scratch, u32, f->n_vars + 1)};
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_SCOPE_BEGIN || i->op == II_SCOPE_END)
                continue;
            if (i->op != II_STORE) {
                ir_inst_exps(i, mark_reads, v.read);
                continue;
            }
            mark_store(v.read, i);
            const IrVar *root = ir_place_root(i->place);
            if (!root)
                continue;
            v.written[root->id] += !(i->flags & (IIF_INIT | IIF_IMPLICIT));
            if (used_as_value(i))
                mark(v.read, root);
            if (worth(f, i->value) != WORTH_NOTHING)
                mark(v.reported, root);
        }
    return v;
}

/* Values that do nothing when they come and go: no class with a constructor or destructor, which a guard has. */
static bool is_inert(const CheckCtx *c, TypeId t)
{
    const TypeTable *tt = &c->ir->types;
    for (u32 depth = 0; depth < 8 && type_kind(tt, t) == TY_ARRAY; depth++)
        t = type_of(tt, t);
    switch (type_kind(tt, t)) {
    case TY_BOOL:
    case TY_INT:
    case TY_FLOAT:
    case TY_ENUM:
    case TY_PTR: return true;
    case TY_NAMED: /* of a header that is not there */
    case TY_RECORD: return c->unit->lang == LANG_C;
    default: return false;
    }
}

/* Is the name written where nothing is evaluated, as in sizeof, or where a constant decided that nothing runs? */
static bool is_named_otherwise(const CheckCtx *c, const IrVar *v, u32 written)
{
    const Unit *u = c->unit;
    const Node *fn = tree_node(&u->tree, c->function->node);
    u32 seen = 0;
    for (u32 t = fn->begin; t < fn->end; t++) {
        u8 before = t ? u->toks.at[t - 1].kind : 0; /* a member of that name is another thing */
        seen += u->toks.at[t].sym == v->name && u->toks.at[t].kind == TK_IDENT && before != TK_DOT &&
                before != TK_ARROW;
    }
    return seen > 1 + written;
}

/* Is it said in the declaration, by an attribute, a macro or its name, that the variable need not be used? */
static bool is_excused(const CheckCtx *c, const IrVar *v)
{
    enum { NEAR = 32 };
    const Unit *u = c->unit;
    const Node *n = tree_node(&u->tree, v->node);
    u32 from = n->begin, to = n->end;
    for (u32 k = 0; k < NEAR && from > 0; k++, from--) {
        u8 kind = u->toks.at[from - 1].kind;
        if (kind == TK_SEMI || kind == TK_LBRACE || kind == TK_RBRACE)
            break;
    }
    for (u32 k = 0; k < NEAR && to < u->n_stream && u->toks.at[to].kind != TK_SEMI; k++)
        to++;
    for (u32 t = from; t < to; t++)
        if (strcasestr(sym_str(u->toks.at[t].sym), "unused") || u->toks.at[t].kind == KW_ATTRIBUTE ||
            (u->toks.at[t].kind == TK_LBRACKET && t + 1 < to && u->toks.at[t + 1].kind == TK_LBRACKET))
            return true;
    return strcasestr(sym_str(v->name), "dummy") || strcasestr(sym_str(v->name), "ignore") ||
           sym_str(v->name)[0] == '_';
}

static void unread_variables(CheckCtx *c, const IrFunction *f)
{
    if (flow_incomplete(c, f) || f->flags & IFN_TEMPLATE || util_too_large(c))
        return;
    Variables all = look_at_all(c, f);
    for (u32 k = 0; k < f->n_vars; k++) {
        const IrVar *v = f->vars[k];
        if (v->kind != IV_LOCAL || !v->name || !v->node || bits_has(all.read, v->id) ||
            bits_has(all.reported, v->id) ||
            v->flags & (IVF_ADDRESS_TAKEN | IVF_MAYBE_REF | IVF_CLEANUP | IVF_CATCH | IVF_VOLATILE |
                        IVF_CAPTURED | IVF_UNDER_ALT) ||
            !is_inert(c, v->type) || flow_from_macro(c->unit, v->node) ||
            tree_kind(&c->unit->tree, v->node) != N_INIT_DECL || is_excused(c, v) ||
            is_named_otherwise(c, v, all.written[v->id]) || mentioned_elsewhere(c, v))
            continue;
        Finding *out = check_violated(check_site(c, v->node), sym_str(v->name));
        finding_message(out, "The variable `%s` is never read.", sym_str(v->name));
        finding_repair(out, "Use it where it was meant to be used, or remove it.");
    }
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (!f->n_vars)
        return;
    live_dead_stores(check_live(c), on_dead_store, c);
    unread_variables(c, f);
}

const CheckInfo check_unused_value = {
    .id = "unused-value",
    .cwe = 563,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A value is stored and never read",
    .sites = "stores that are overwritten or forgotten before anybody reads them",
    .message = "The value that `{1}` gives `{0}` is never read.",
    .reason =
        "A result that is stored is meant to be looked at. Where it tells of an error, the error goes unnoticed; where it "
        "overwrites another value, that one may have been meant.",
    .repair =
        "Test or use the value, or do not store it; `(void)` before the call says that the result does not matter.",
    .references = (const char *const[]){"CERT C MSC13-C", NULL},
    .on_function = on_function,
};
