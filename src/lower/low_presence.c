/*
 * Alternatives of an #if whose condition is not known: branches on opaque constants of the configuration.
 */
#include <string.h>

#include "lower/low.h"

static bool presence_eval(const Presence *p, PresenceId id, const PresenceId *atoms, u32 n, u32 bits,
                          u32 depth)
{
    const PresenceNode *x = &p->nodes.at[id];
    if (id == PRESENCE_TRUE || depth > 64)
        return true;
    if (id == PRESENCE_FALSE)
        return false;
    for (u32 i = 0; i < n; i++)
        if (atoms[i] == id)
            return bits >> i & 1;
    switch (x->op) {
    case PO_NOT: return !presence_eval(p, x->a, atoms, n, bits, depth + 1);
    case PO_AND:
        return presence_eval(p, x->a, atoms, n, bits, depth + 1) &&
               presence_eval(p, x->b, atoms, n, bits, depth + 1);
    case PO_OR:
        return presence_eval(p, x->a, atoms, n, bits, depth + 1) ||
               presence_eval(p, x->b, atoms, n, bits, depth + 1);
    default: return false;
    }
}

enum { ATOMS_MAX = 6 };

/* What presence_atoms takes for an atom besides the names. */
typedef enum Grain {
    GRAIN_NAMES,  /* nothing */
    GRAIN_OR,     /* disjunctions: headers that were read make long ones of what defines a name */
    GRAIN_CHOICE, /* what an alternative negates as a whole, as an #else does */
} Grain;

/* Collects the atoms of a formula; false when there are too many. */
static bool presence_atoms(const Presence *p, PresenceId id, Grain grain, PresenceId *atoms, u32 *n,
                           u32 depth)
{
    if (id <= PRESENCE_FALSE)
        return true;
    if (depth > 24)
        return false;
    for (u32 i = 0; i < *n; i++)
        if (atoms[i] == id)
            return true;
    const PresenceNode *x = &p->nodes.at[id];
    bool whole = (grain == GRAIN_OR && x->op == PO_OR) ||
                 (grain == GRAIN_CHOICE && (x->op == PO_OR || (x->op == PO_AND && depth)));
    switch (whole ? (PresenceOp)PO_EXPR : (PresenceOp)x->op) {
    case PO_CONST: return true;
    case PO_NOT: return presence_atoms(p, x->a, grain, atoms, n, depth + 1);
    case PO_AND:
    case PO_OR:
        return presence_atoms(p, x->a, grain, atoms, n, depth + 1) &&
               presence_atoms(p, x->b, grain, atoms, n, depth + 1);
    default:
        if (*n == ATOMS_MAX)
            return false;
        atoms[(*n)++] = id;
        return true;
    }
}

static bool exhaustive_at(const Presence *p, const PresenceId *ids, u32 n, Grain grain)
{
    PresenceId atoms[ATOMS_MAX];
    u32 k = 0;
    /* The last alternative is the one that negates the others. */
    for (u32 i = n; i-- > 0;)
        if (!presence_atoms(p, ids[i], grain, atoms, &k, 0))
            return false;
    for (u32 bits = 0; bits < 1u << k; bits++) {
        bool any = false;
        for (u32 i = 0; i < n && !any; i++)
            any = presence_eval(p, ids[i], atoms, k, bits, 0);
        if (!any)
            return false;
    }
    return true;
}

/* With larger atoms, which are independent of each other in this view, more combinations are tried than there are: what covers them covers all. */
bool low_presence_exhaustive(const Presence *p, const PresenceId *ids, u32 n)
{
    return exhaustive_at(p, ids, n, GRAIN_NAMES) || exhaustive_at(p, ids, n, GRAIN_OR) ||
           exhaustive_at(p, ids, n, GRAIN_CHOICE);
}

void low_alternatives(Lower *l, NodeId n)
{
    enum { MAX = 16 };
    Fn *fn = l->fn;
    PresenceId outer = fn->presence, ids[MAX];
    u32 count = 0;
    for (NodeId b = first(l, n); b; b = next(l, b)) {
        if (count < MAX)
            ids[count] = nd(l, b)->a;
        count++;
    }
    bool exhaustive = count > 1 && count <= MAX && low_presence_exhaustive(&l->u->presence, ids, count);
    LowBlock *join = low_block(l);
    bool reached = fn->cur != NULL;
    fn->alt_depth++;
    for (NodeId b = first(l, n); b; b = next(l, b)) {
        LowBlock *other = NULL;
        PresenceId id = nd(l, b)->a;
        bool last = !next(l, b);
        if (fn->cur && !(last && exhaustive) && id != PRESENCE_TRUE) {
            LowBlock *then = low_block(l);
            other = low_block(l);
            IrExp *c = low_new_exp(l, IE_CONFIG, TYPE_INT, b);
            c->num = id;
            low_branch(l, c, then, other, BR_CONFIG, b, n, 0);
            fn->presence = id;
            low_start(l, then);
        } else if (fn->cur) {
            LowBlock *then = low_block(l);
            fn->presence = id;
            low_start(l, then);
        }
        fn->presence = id;
        low_stmt_list(l, first(l, b));
        low_goto(l, join, b, 0);
        fn->presence = outer;
        fn->cur = NULL;
        if (other)
            low_start(l, other);
        else if (reached)
            reached = false; /* nothing comes past an exhaustive last branch */
    }
    fn->alt_depth--;
    low_start(l, join);
}
