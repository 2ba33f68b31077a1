/*
 * Presence conditions; see presence.h. Formulas are hash-consed; the simplifications are the ones that real code needs:
 * double negation, constants, x and not x, and (p and a) or (p and not a).
 */
#include "syntax/presence.h"

#include <string.h>

#include "base/map.h"

static u32 hash_node(PresenceNode n)
{
    return (u32)map_mix(((u64)n.a << 32 | n.b) ^ (u64)n.op << 61);
}

static void rehash(Presence *p, u32 cap)
{
    if (cap > p->room) {
        mem_free(p->slots);
        p->slots = mem_zalloc(cap, sizeof *p->slots);
        p->room = cap;
    } else {
        memset(p->slots, 0, cap * sizeof *p->slots);
    }
    p->cap = cap;
    for (u32 id = 0; id < p->nodes.n; id++) {
        u32 i = hash_node(p->nodes.at[id]) & (cap - 1);
        while (p->slots[i])
            i = (i + 1) & (cap - 1);
        p->slots[i] = id + 1;
    }
}

static PresenceId make(Presence *p, PresenceOp op, u32 a, u32 b)
{
    if ((p->nodes.n + 1) * 2 > p->cap) {
        u32 cap = MAX(p->cap, 8u) * 4; /* the table may have been taken back while there were many nodes */
        while (cap < (p->nodes.n + 1) * 2)
            cap *= 2;
        rehash(p, cap);
    }
    PresenceNode n = {(u8)op, a, b};
    u32 i = hash_node(n) & (p->cap - 1);
    for (; p->slots[i]; i = (i + 1) & (p->cap - 1)) {
        PresenceNode k = p->nodes.at[p->slots[i] - 1];
        if (k.op == n.op && k.a == a && k.b == b)
            return p->slots[i] - 1;
    }
    vec_push(&p->nodes, n);
    p->slots[i] = p->nodes.n;
    return p->nodes.n - 1;
}

void presence_init(Presence *p)
{
    memset(p, 0, sizeof *p);
    make(p, PO_CONST, 1, 0); /* PRESENCE_TRUE */
    make(p, PO_CONST, 0, 0); /* PRESENCE_FALSE */
}

void presence_release(Presence *p)
{
    vec_release(&p->nodes);
    mem_free(p->slots);
    p->slots = NULL;
    p->cap = p->room = 0;
}

void presence_reset(Presence *p)
{
    p->nodes.n = 2;
    rehash(p, MIN(MAX(p->cap, 64u), 4096u));
}

void presence_extract(const Presence *from, u32 *map, Presence *to)
{
    for (u32 id = from->nodes.n; id-- > 2;) { /* operands have smaller ids */
        PresenceNode n = from->nodes.at[id];
        if (map[id] && (n.op == PO_NOT || n.op == PO_AND || n.op == PO_OR)) {
            map[n.a] = 1;
            if (n.op != PO_NOT)
                map[n.b] = 1;
        }
    }
    map[PRESENCE_TRUE] = PRESENCE_TRUE;
    map[PRESENCE_FALSE] = PRESENCE_FALSE;
    for (u32 id = 2; id < from->nodes.n; id++) {
        if (!map[id])
            continue;
        PresenceNode n = from->nodes.at[id];
        if (n.op == PO_NOT || n.op == PO_AND || n.op == PO_OR)
            n.a = map[n.a];
        if (n.op == PO_AND || n.op == PO_OR)
            n.b = map[n.b];
        map[id] = make(to, (PresenceOp)n.op, n.a, n.b);
    }
}

void presence_extend(Presence *p, const PresenceNode *nodes, u32 n)
{
    u32 cap = MAX(p->cap, 64u);
    while (cap < n * 2)
        cap *= 2;
    if (cap > p->cap)
        rehash(p, cap);
    for (u32 i = p->nodes.n; i < n; i++)
        make(p, (PresenceOp)nodes[i].op, nodes[i].a, nodes[i].b);
}

PresenceId presence_defined(Presence *p, Sym name)
{
    return make(p, PO_DEFINED, name, 0);
}

PresenceId presence_expr(Presence *p, Sym text)
{
    return make(p, PO_EXPR, text, 0);
}

PresenceId presence_not(Presence *p, PresenceId x)
{
    if (x <= PRESENCE_FALSE)
        return x == PRESENCE_TRUE ? PRESENCE_FALSE : PRESENCE_TRUE;
    if (p->nodes.at[x].op == PO_NOT)
        return p->nodes.at[x].a;
    return make(p, PO_NOT, x, 0);
}

static bool opposite(const Presence *p, PresenceId x, PresenceId y)
{
    const PresenceNode *a = &p->nodes.at[x], *b = &p->nodes.at[y];
    return (a->op == PO_NOT && a->a == y) || (b->op == PO_NOT && b->a == x);
}

PresenceId presence_and(Presence *p, PresenceId x, PresenceId y)
{
    if (x == PRESENCE_TRUE || x == y)
        return y;
    if (y == PRESENCE_TRUE)
        return x;
    if (x == PRESENCE_FALSE || y == PRESENCE_FALSE || opposite(p, x, y))
        return PRESENCE_FALSE;
    int known = presence_implied(p, x, y);
    if (known >= 0)
        return known ? x : PRESENCE_FALSE;
    return make(p, PO_AND, x, y);
}

PresenceId presence_or(Presence *p, PresenceId x, PresenceId y)
{
    if (x == PRESENCE_FALSE || x == y)
        return y;
    if (y == PRESENCE_FALSE)
        return x;
    if (x == PRESENCE_TRUE || y == PRESENCE_TRUE || opposite(p, x, y))
        return PRESENCE_TRUE;
    PresenceNode a = p->nodes.at[x], b = p->nodes.at[y];
    for (PresenceId d = x; p->nodes.at[d].op == PO_OR; d = p->nodes.at[d].a) { /* (... or q) or y */
        PresenceId q = p->nodes.at[d].b, rest = p->nodes.at[d].a;
        if (q == y || rest == y)
            return x;
        if (opposite(p, q, y) || (p->nodes.at[rest].op != PO_OR && opposite(p, rest, y)))
            return PRESENCE_TRUE;
    }
    if (a.op == PO_AND && b.op == PO_AND && a.a == b.a) /* (p and q) or (p and r) */
        return presence_and(p, a.a, presence_or(p, a.b, b.b));
    return make(p, PO_OR, x, y);
}

int presence_implied(const Presence *p, PresenceId given, PresenceId x)
{
    if (x <= PRESENCE_FALSE)
        return x == PRESENCE_TRUE;
    /* given is a chain of conjunctions: look at each conjunct */
    for (u32 steps = 0; steps < 256; steps++) {
        PresenceNode g = p->nodes.at[given];
        PresenceId c = g.op == PO_AND ? g.b : given;
        if (c == x)
            return 1;
        if (opposite(p, c, x))
            return 0;
        if (g.op != PO_AND)
            break;
        given = g.a;
    }
    return -1;
}

static void text(const Presence *p, PresenceId x, Sb *out, int tight, u32 depth)
{
    PresenceNode n = p->nodes.at[x];
    if (depth > 64) {
        sb_adds(out, "...");
        return;
    }
    switch (n.op) {
    case PO_CONST: sb_adds(out, n.a ? "always" : "never"); break;
    case PO_DEFINED: sb_addf(out, "%s is defined", sym_str(n.a)); break;
    case PO_EXPR: sb_adds(out, sym_str(n.a)); break;
    case PO_NOT:
        if (p->nodes.at[n.a].op == PO_DEFINED) {
            sb_addf(out, "%s is not defined", sym_str(p->nodes.at[n.a].a));
        } else {
            sb_adds(out, "not (");
            text(p, n.a, out, 0, depth + 1);
            sb_addc(out, ')');
        }
        break;
    default: {
        int mine = n.op == PO_AND ? 2 : 1;
        if (tight && tight != mine)
            sb_addc(out, '(');
        text(p, n.a, out, mine, depth + 1);
        sb_adds(out, n.op == PO_AND ? " and " : " or ");
        text(p, n.b, out, mine, depth + 1);
        if (tight && tight != mine)
            sb_addc(out, ')');
    }
    }
}

void presence_text(const Presence *p, PresenceId x, Sb *out)
{
    text(p, x, out, 0, 0);
}
