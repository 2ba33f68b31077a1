/*
 * CWE-1164: assignments of something to itself. `x = x;` with a plain name is an old way to say that a variable is not used, or to
 * keep a compiler from calling it uninitialised; only where the variable has a value that is used besides is it reported.
 */
#include "checks/flow.h"
#include "checks/shape.h"
#include "checks/util_ir.h"

/* Is it `name = name` in the file, and not what macros made of other text? */
static bool written_so(const Unit *u, NodeId n)
{
    const Tree *t = &u->tree;
    if (tree_kind(t, n) != N_ASSIGN || tree_kind(t, tree_child(t, n, 0)) != N_NAME ||
        tree_kind(t, tree_child(t, n, 1)) != N_NAME)
        return false;
    for (u32 i = tree_node(t, n)->begin; i < tree_node(t, n)->end; i++)
        if (u->toks.at[i].exp)
            return false;
    return true;
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId left = tree_child(t, n, 0), right = tree_child(t, n, 1);
    if (tree_node(t, n)->op != TK_ASSIGN || !shape_same(c->unit, left, right))
        return;
    Site site = check_site(c, n);
    NodeKind kind = tree_kind(t, left);
    if (kind == N_NAME && written_so(c->unit, n))
        return; /* on_function */
    if (kind == N_NAME || !shape_pure(c->unit, left))
        check_safe(site);
    else if (flow_from_macro(c->unit, n) || c->unit->toks.at[tree_node(t, n)->begin].exp)
        check_undecided(site, UNDECIDED_MACRO);
    else if (c->unit->lang == LANG_CXX)
        check_undecided(site, UNDECIDED_TYPE); /* operator= may do something; volatile members too */
    else
        check_violated(site, check_code(c, left));
}

/* x = x, as a STORE of the variable's own LOAD. */
static const IrInst *own_load(const IrFunction *f, const IrInst *i)
{
    if (i->op != II_STORE || i->place->kind != IE_VAR ||
        i->flags & (IIF_INIT | IIF_IMPLICIT | IIF_COMPOUND) || i->value->kind != IE_TEMP)
        return NULL;
    const IrInst *load = ir_temp_def(f, i->value->temp);
    return load && load->op == II_LOAD && load->place->kind == IE_VAR && load->place->var == i->place->var
               ? load
               : NULL;
}

/* Does the variable have a value of its own there, and is it used elsewhere than here? */
static bool is_in_use(CheckCtx *c, const IrBlock *b, const IrInst *store, const IrInst *load)
{
    const IrFunction *f = c->function;
    const IrVar *v = store->place->var;
    const Reach *reach = check_reach(c);
    u32 defs[8];
    i32 n = reach_of(reach, b, load, defs, LENGTH(defs));
    if (v->kind != IV_LOCAL || v->flags & IVF_VOLATILE || n <= 0 || n > (i32)LENGTH(defs))
        return false;
    for (i32 k = 0; k < n; k++)
        if (!reach->defs[defs[k]] || reach->defs[defs[k]]->op != II_STORE)
            return false;
    for (u32 k = 0; k < f->n_blocks; k++)
        for (const IrInst *i = f->blocks[k]->first; i; i = i->next)
            if (i->op == II_LOAD && i != load && i->place->kind == IE_VAR && i->place->var == v)
                return true;
    return false;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrInst *load = own_load(f, i);
            if (!load || !i->node || !written_so(c->unit, i->node))
                continue;
            Site site = check_site(c, i->node);
            if (util_too_large(c))
                check_undecided(site, UNDECIDED_BUDGET);
            else if (is_in_use(c, f->blocks[b], i, load))
                check_violated(site, sym_str(i->place->var->name));
            else
                check_safe(site);
        }
}

static const u8 nodes[] = {N_ASSIGN, N_NONE};

const CheckInfo check_self_assign = {
    .id = "self-assign",
    .cwe = 1164,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Something is assigned to itself",
    .sites = "assignments with the same text on both sides",
    .message = "`{0}` is assigned to itself.",
    .reason =
        "The assignment does nothing. Mostly one side should name another object, for example the parameter of the same name, so "
        "that a value is not taken over.",
    .repair = "Write the object that is meant, or remove the assignment.",
    .nodes = nodes,
    .on_node = on_node,
    .on_function = on_function,
};
