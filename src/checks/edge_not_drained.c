/*
 * CWE-670: a descriptor that epoll watches by edges (EPOLLET) is read once for each wake-up. The edge comes when something arrives,
 * and never again for what was there already; so what the one read leaves waits until a peer happens to send more. Sites are reads and
 * accepts that an event loop of the same unit leads to; where it watches by levels, the system reminds it.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_ir.h"

enum { EVENT_IN = 1, FLAG_PEEK = 2, CTL_MOD = 3, CALL_DEPTH = 8, COUNTER_BYTES = 8 };
#define EVENT_EDGE 0x80000000ll

static bool is_named(const IrInst *i, const char *name)
{
    return i->op == II_CALL && util_calls(i->call, name);
}

static bool waits(const IrInst *i)
{
    return is_named(i, "epoll_wait") || is_named(i, "epoll_pwait") || is_named(i, "epoll_pwait2");
}

/* How the unit registers what it reads from. */
typedef struct Regime {
    bool edges, levels, unknown, rearms, loops;
    const IrInst *edge; /* a store of EPOLLET, and its function */
    const IrFunction *edge_in;
} Regime;

/* The bits that surely are in a value, although others may not be known. */
static bool has_bits(CheckCtx *c, const IrExp *e, i64 bits, bool *known)
{
    i64 v;
    e = ir_skip_casts(e);
    if (ir_exp_const(c->ir, e, &v))
        return v & bits;
    if (e->kind == IE_BINOP && e->op == BIN_OR) {
        bool a = has_bits(c, e->a, bits, known), b = has_bits(c, e->b, bits, known);
        return a || b;
    }
    *known = false;
    return false;
}

static void look_at(CheckCtx *c, const IrFunction *f, const IrInst *i, Regime *r)
{
    if (waits(i))
        r->loops = true;
    if (is_named(i, "epoll_ctl") && i->call->n_args == 4) {
        i64 op;
        if (!ir_exp_const(c->ir, ir_skip_casts(i->call->args[1]), &op))
            r->unknown = true;
        else if (op == CTL_MOD)
            r->rearms = true;
    }
    if (i->op != II_STORE || i->place->kind != IE_FIELD || !i->place->name ||
        strcmp(sym_str(i->place->name), "events") != 0)
        return;
    bool known = true, in = has_bits(c, i->value, EVENT_IN, &known),
         edge = has_bits(c, i->value, EVENT_EDGE, &known);
    if (edge && in) {
        r->edges = true;
        r->edge = i;
        r->edge_in = f;
    } else if (in && known) {
        r->levels = true;
    } else if (!known) {
        r->unknown = true;
    }
}

/* ---- which functions the event loop leads to ---- */

static i32 index_of(const IrUnit *u, const IrCall *call)
{
    const IrGlobal *g = call->kind == IC_DIRECT ? call->callee : NULL;
    for (u32 k = 0; g && g->is_function && g->entry && k < u->n_functions; k++)
        if (u->functions[k]->entry == g->entry)
            return (i32)k;
    return -1;
}

static void mark_called(const IrUnit *u, u32 k, u8 *reached, u32 depth)
{
    if (reached[k] || depth > CALL_DEPTH)
        return;
    reached[k] = 1;
    const IrFunction *f = u->functions[k];
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            i32 to = i->op == II_CALL ? index_of(u, i->call) : -1;
            if (to >= 0)
                mark_called(u, (u32)to, reached, depth + 1);
        }
}

/* ---- is a call repeated until nothing is left? ---- */

typedef struct Graph {
    Cfg *cfg;
    Dom *dom;
    Loops *loops;
} Graph;

static Graph graph_of(const IrFunction *f)
{
    Graph g = {.cfg = cfg_new(f)};
    g.dom = dom_new(g.cfg);
    g.loops = loops_new(g.cfg, g.dom);
    return g;
}

static void graph_release(Graph *g)
{
    loops_free(g->loops);
    dom_free(g->dom);
    cfg_free(g->cfg);
}

/* Does a value depend on a number of events that the waiting call gave? */
static bool counts_events(const IrFunction *f, const IrExp *e, u32 depth)
{
    if (depth > CALL_DEPTH)
        return false;
    const IrInst *def = e->kind == IE_TEMP ? ir_temp_def(f, e->temp) : NULL;
    if (def && waits(def))
        return true;
    if (def && def->op == II_LOAD && def->place->kind == IE_VAR) {
        for (u32 b = 0; b < f->n_blocks; b++)
            for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
                if (i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == def->place->var) {
                    const IrInst *call = ir_result_of_call(f, ir_skip_casts(i->value));
                    if (call && waits(call))
                        return true;
                }
        return false;
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (counts_events(f, sub[i], depth + 1))
            return true;
    return false;
}

/* The loop that waits for events, or the one over the events that it got: neither repeats what it does for one of them. */
static bool is_event_loop(const IrFunction *f, const Loop *l)
{
    for (u32 k = 0; k < l->n_blocks; k++) {
        const IrBlock *b = f->blocks[l->blocks[k]];
        for (const IrInst *i = b->first; i; i = i->next)
            if (waits(i))
                return true;
        if (b->last->op == II_BRANCH && b->id == l->head && counts_events(f, b->last->cond, 0))
            return true;
    }
    return false;
}

static bool repeated(const IrFunction *f, const Graph *g, BlockId block)
{
    for (u32 l = g->loops->of[block]; l; l = g->loops->loops[l - 1].parent)
        if (!is_event_loop(f, &g->loops->loops[l - 1]))
            return true;
    return false;
}

/* Is function k called in a loop, by somebody whom its result may tell that there is more? `known` remembers the answers: 1 no,
 * 2 yes; who is asked about while the question is open calls itself in a circle, which repeats, too. */
static bool caller_repeats(const IrUnit *u, u32 k, u8 *known)
{
    enum { NO = 1, YES = 2 };
    if (known[k])
        return known[k] == YES;
    known[k] = YES;
    for (u32 n = 0; n < u->n_functions; n++) {
        const IrFunction *f = u->functions[n];
        bool calls = false, again = false;
        Graph g = {0};
        for (u32 b = 0; b < f->n_blocks && !again; b++)
            for (const IrInst *i = f->blocks[b]->first; i && !again; i = i->next) {
                if (i->op != II_CALL || index_of(u, i->call) != (i32)k)
                    continue;
                if (!g.cfg)
                    g = graph_of(f);
                calls = true;
                again = repeated(f, &g, b);
            }
        if (g.cfg)
            graph_release(&g);
        if (again || (calls && caller_repeats(u, n, known)))
            return true;
    }
    known[k] = NO;
    return false;
}

/* ---- sites ---- */

/* Is the descriptor one that the function opened for itself, a file say? */
static bool own_descriptor(CheckCtx *c, const IrFunction *f, const IrExp *fd)
{
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(fd));
    if (!place || place->kind != IE_VAR)
        return false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrInst *call = i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == place->var
                                     ? ir_result_of_call(f, ir_skip_casts(i->value))
                                     : NULL;
            if (call && contract_has(check_contract(c, call->call), CA_OPENS))
                return true;
        }
    return false;
}

/* Does the unit give epoll a descriptor of this name? */
static bool is_watched(const IrUnit *u, Sym name)
{
    for (u32 k = 0; name && k < u->n_functions; k++)
        for (u32 b = 0; b < u->functions[k]->n_blocks; b++)
            for (const IrInst *i = u->functions[k]->blocks[b]->first; i; i = i->next)
                if (is_named(i, "epoll_ctl") && i->call->n_args == 4 &&
                    util_value_name(u->functions[k], i->call->args[2]) == name)
                    return true;
    return false;
}

/* A call that takes input from a descriptor; `sure`: one of the event loop, as far as its kind and its name tell. */
static bool is_input(CheckCtx *c, const IrFunction *f, const IrInst *i, bool *sure)
{
    static const struct {
        const char *name;
        u8 n_args, flags; /* flags: the argument with MSG_PEEK, or 0 */
    } inputs[] = {{"recv", 4, 3},   {"recvfrom", 6, 3}, {"recvmsg", 3, 2},
                  {"accept", 3, 0}, {"accept4", 4, 0},  {"read", 3, 0}};
    i64 n;
    u32 k = 0;
    while (k < LENGTH(inputs) && !is_named(i, inputs[k].name))
        k++;
    if (k == LENGTH(inputs) || i->call->n_args != inputs[k].n_args ||
        (inputs[k].flags && ir_exp_const(c->ir, i->call->args[inputs[k].flags], &n) && n & FLAG_PEEK))
        return false;
    /* timerfd, eventfd: one number, and that is all */
    bool counter = is_named(i, "read") && ir_exp_const(c->ir, i->call->args[2], &n) && n == COUNTER_BYTES;
    *sure = strncmp(inputs[k].name, "accept", 6) == 0 ||
            (!counter && is_watched(c->ir, util_value_name(f, i->call->args[0])));
    return true;
}

/* Is the result compared with the room that there was, or with another number that is not known? "Less than was asked for" means that
 * nothing is left. */
static bool asks_for_more(CheckCtx *c, const IrFunction *f, const IrInst *input)
{
    for (u32 b = 0; b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        if (last->op != II_BRANCH || last->cond->kind != IE_BINOP)
            continue;
        const IrExp *sides[] = {ir_skip_casts(last->cond->a), ir_skip_casts(last->cond->b)};
        for (u32 s = 0; s < 2; s++) {
            const IrExp *place = ir_loaded_place(f, sides[s]);
            i64 v, room;
            bool about = ir_result_of_call(f, sides[s]) == input;
            for (u32 k = 0; place && place->kind == IE_VAR && !about && k < f->n_blocks; k++)
                for (const IrInst *i = f->blocks[k]->first; i; i = i->next)
                    about = about ||
                            (i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == place->var &&
                             ir_result_of_call(f, ir_skip_casts(i->value)) == input);
            bool full = !is_named(input, "accept") && !is_named(input, "accept4") &&
                        input->call->n_args >= 3 && ir_exp_const(c->ir, input->call->args[2], &room);
            if (about && (!ir_exp_const(c->ir, sides[!s], &v) || (full && v == room)))
                return true;
        }
    }
    return false;
}

static void judge(CheckCtx *c, u32 k, const Regime *r, u8 *known)
{
    const IrFunction *f = c->ir->functions[k];
    Graph g = graph_of(f);
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            bool sure;
            if (!is_input(c, f, i, &sure) || !i->node || own_descriptor(c, f, i->call->args[0]))
                continue;
            Site site = check_site_inst(c, i);
            if ((!r->edges && !r->unknown) || repeated(f, &g, b)) {
                check_safe(site);
                continue;
            }
            if (caller_repeats(c->ir, k, known))
                check_safe(site);
            else if (!sure || !r->edges || r->levels || r->unknown || r->rearms || asks_for_more(c, f, i))
                check_undecided(site, UNDECIDED_VALUE);
            else {
                Finding *out = check_violated(site, util_callee(i->call));
                if (r->edge->node)
                    finding_related(out, check_place_inst(c, r->edge), "here it is registered with EPOLLET");
            }
        }
    graph_release(&g);
}

static void on_unit_end(CheckCtx *c)
{
    const IrUnit *u = c->ir;
    Regime r = {0};
    if (u->n_insts > LIMIT_SCAN_UNIT_INSTS)
        return;
    for (u32 k = 0; k < u->n_functions; k++)
        for (u32 b = 0; b < u->functions[k]->n_blocks; b++)
            for (const IrInst *i = u->functions[k]->blocks[b]->first; i; i = i->next)
                look_at(c, u->functions[k], i, &r);
    if (!r.loops || (!r.edges && !r.levels))
        return;
    u8 *reached = arena_alloc(c->scratch, 2 * (size_t)u->n_functions), *known = reached + u->n_functions;
    memset(reached, 0, 2 * (size_t)u->n_functions);
    for (u32 k = 0; k < u->n_functions; k++) {
        bool loop = false;
        for (u32 b = 0; b < u->functions[k]->n_blocks && !loop; b++)
            for (const IrInst *i = u->functions[k]->blocks[b]->first; i && !loop; i = i->next)
                loop = waits(i);
        if (loop)
            mark_called(u, k, reached, 0);
    }
    for (u32 k = 0; k < u->n_functions; k++)
        if (reached[k])
            judge(c, k, &r, known);
}

static const char *const references[] = {"epoll(7), Linux manual: level-triggered and edge-triggered", NULL};

const CheckInfo check_edge_not_drained = {
    .id = "edge-not-drained",
    .cwe = 670,
    .related = {754, 833},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "One read for each wake-up of an edge-triggered event loop",
    .sites = "reads and accepts that an event loop with epoll leads to",
    .message = "`{0}` is called once for each wake-up, and the loop is told of each arrival only once.",
    .reason =
        "When several datagrams, connections or a long text arrive before the loop wakes up, there is one event for all of them. What the one call leaves is answered only when something more arrives, always one step behind, and the queue overflows at last: whoever sends a short burst delays or silences everybody else.",
    .repair = "Repeat the call until it fails with EAGAIN, or register the descriptor without EPOLLET.",
    .references = references,
    .on_unit_end = on_unit_end,
};
