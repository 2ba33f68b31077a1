/*
 * What attributes say of variables, fields and parameters; see contract_of_object in contract.h. Reads the tree on
 * demand, without the database.
 */
#include <string.h>

#include "base/limits.h"
#include "contract/contract_priv.h"

static void one_attribute(const Tree *t, const char *name, NodeId arg, bool stoa, ContractObject *o)
{
    Sym word = arg ? reader_word(t, arg) : 0;
    char bare[48];
    size_t n = strlen(name);
    if (n > 4 && n < sizeof bare && strncmp(name, "__", 2) == 0 && strcmp(name + n - 2, "__") == 0) {
        memcpy(bare, name + 2, n - 4);
        bare[n - 4] = 0;
        name = bare;
    }
    if (stoa && strcmp(name, "secret") == 0)
        o->secret = true;
    else if (stoa && strcmp(name, "taints") == 0)
        o->tainted = true;
    else if (strcmp(name, "nonnull") == 0 || strcmp(name, "_Nonnull") == 0)
        o->nonnull = true;
    else if (strcmp(name, "nonstring") == 0)
        o->nonstring = true;
    else if (strcmp(name, "cleanup") == 0)
        o->cleanup = word;
    else if (strcmp(name, "guarded_by") == 0 || strcmp(name, "pt_guarded_by") == 0)
        o->guarded_by = word;
    else if (strcmp(name, "counted_by") == 0 || strcmp(name, "__counted_by") == 0 ||
             strcmp(name, "sized_by") == 0)
        o->counted_by = word;
}

/* Macros that projects put around the attributes, when they stand unexpanded. */
static void one_macro(const Tree *t, const char *name, NodeId arg, ContractObject *o)
{
    size_t n = strlen(name);
    if (n >= 10 && strcmp(name + n - 10, "GUARDED_BY") == 0 && arg)
        o->guarded_by = reader_word(t, arg);
    else if (strcmp(name, "__counted_by") == 0 && arg)
        o->counted_by = reader_word(t, arg);
    else if (strcmp(name, "_Nonnull") == 0)
        o->nonnull = true;
}

static void list(const Tree *t, NodeId first, ContractObject *o)
{
    for (NodeId n = first; n; n = tree_next(t, n)) {
        const Node *x = tree_node(t, n);
        if (x->kind == N_MACRO_SPEC) {
            one_macro(t, sym_str(x->a), x->first, o);
        } else if (x->kind == N_ATTR) {
            NodeId arg = x->first;
            bool stoa = false;
            if ((x->flags & ATTR_SCOPED) && arg) {
                stoa = strcmp(sym_str(reader_word(t, arg)), "stoa") == 0;
                arg = tree_next(t, arg);
            }
            one_attribute(t, sym_str(x->a), arg, stoa, o);
        }
    }
}

ContractObject contract_of_object(const Unit *u, NodeId decl, NodeId node)
{
    const Tree *t = &u->tree;
    ContractObject o = {0};
    if (decl && tree_first(t, decl))
        list(t, tree_first(t, tree_first(t, decl)), &o);
    if (!node)
        return o;
    list(t, tree_first(t, node), &o);
    NodeId dtor = tree_first(t, node);
    if (tree_kind(t, node) == N_PARAM && dtor) {
        list(t, tree_first(t, dtor), &o); /* SPECS */
        dtor = tree_next(t, dtor);
    }
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        NodeKind k = tree_kind(t, dtor);
        if (k < N_D_NAME || k > N_D_BINDING || k == N_D_NAME)
            break;
        NodeId inner = tree_first(t, dtor);
        if (k == N_D_PTR && inner)
            list(t, tree_next(t, inner), &o);
        dtor = inner;
    }
    return o;
}
