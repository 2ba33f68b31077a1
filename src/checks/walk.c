/*
 * The driver (check_run_): one walk over a unit's tree and one over its IR serve all selected checks. Called by
 * review/ through run.h; checks see only check.h.
 */
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "checks/run.h"
#include "engine/callee.h"
#include "lower/lower.h"

/* ---- who wants what ---- */

static void add_callee(CheckRun *r, u32 check, const char *pattern)
{
    CalleeInterest interest = {.pattern = pattern, .check = check};
    u32 index = r->callees.n;
    if (strpbrk(pattern, "*?")) {
        vec_push(&r->callee_patterns, index);
    } else {
        const char *last = pattern;
        for (const char *s = strstr(last, "::"); s; s = strstr(last, "::"))
            last = s + 2;
        u32 *slot = map_slot(&r->callee_first, intern_str(last), 0);
        interest.next = *slot;
        *slot = index + 1;
    }
    vec_push(&r->callees, interest);
}

/* Of a family, the first that is selected gets the events. */
static bool gets_events(const CheckRun *r, u32 check)
{
    const u16 *member = check_info(check)->family;
    while (member && !r->selected[*member])
        member++;
    return !member || *member == check;
}

static void add_interests(CheckRun *r, u32 check)
{
    const CheckInfo *info = check_info(check);
    if (info->on_unit)
        vec_push(&r->on_unit, check);
    if (info->on_node && info->nodes)
        for (const u8 *kind = info->nodes; *kind != N_NONE; kind++)
            vec_push(&r->by_node[*kind], check);
    if (info->on_function)
        vec_push(&r->on_function, check);
    if (info->on_global)
        vec_push(&r->on_global, check);
    if (info->on_unit_end)
        vec_push(&r->on_unit_end, check);
    if (info->on_project_end)
        vec_push(&r->on_project_end, check);
    if (info->on_event && info->events) {
        for (const u8 *kind = info->events; *kind != EV_NONE && gets_events(r, check); kind++)
            vec_push(&r->by_event[*kind], check);
        r->wants_ir = r->wants_events = true;
    }
    if (info->on_call) {
        r->wants_calls = true;
        if (!info->callees && !info->attrs)
            vec_push(&r->on_every_call, check);
        if (info->attrs)
            vec_push(&r->on_attr_call, check);
        for (const char *const *name = info->callees; name && *name; name++)
            add_callee(r, check, *name);
    }
    r->wants_ir = r->wants_ir || info->on_function || info->on_call || info->on_global || info->on_unit_end;
}

CheckRun *check_run_new(Project *p, const ContractDb *contracts, const bool *selected)
{
    CheckRun *r = mem_zalloc(1, sizeof *r);
    r->project = p;
    r->contracts = contracts;
    r->selected = selected;
    r->n_checks = check_count();
    r->n_units = p->units.n;
    r->units = mem_zalloc(r->n_units ? r->n_units : 1, sizeof *r->units);
    map_init(&r->callee_first);
    for (u32 i = 0; i < r->n_checks; i++)
        if (selected[i])
            add_interests(r, i);
    for (u32 i = 0; i < r->n_units; i++) {
        ledger_init(&r->units[i].ledger, r->n_checks);
        arena_init(&r->units[i].arena);
        r->units[i].data = mem_zalloc(r->n_checks, sizeof *r->units[i].data);
    }
    return r;
}

static void release_passes(CheckUnit *s)
{
    live_free(s->live);
    reach_free(s->reach);
    loops_free(s->loops);
    dom_free(s->dom);
    dom_free(s->postdom);
    cfg_free(s->cfg);
    s->live = NULL;
    s->reach = NULL;
    s->loops = NULL;
    s->dom = s->postdom = NULL;
    s->cfg = NULL;
}

void check_run_free(CheckRun *r)
{
    if (!r)
        return;
    for (u32 i = 0; i < r->n_units; i++) {
        CheckUnit *s = &r->units[i];
        ledger_release(&s->ledger);
        vec_release(&s->findings);
        scope_release(&s->scopes);
        arena_release(&s->arena);
        mem_free(s->data);
    }
    mem_free(r->units);
    for (u32 i = 0; i < N_COUNT; i++)
        vec_release(&r->by_node[i]);
    for (u32 i = 0; i < EV_COUNT; i++)
        vec_release(&r->by_event[i]);
    vec_release(&r->on_unit);
    vec_release(&r->on_function);
    vec_release(&r->on_every_call);
    vec_release(&r->on_attr_call);
    vec_release(&r->on_global);
    vec_release(&r->on_unit_end);
    vec_release(&r->on_project_end);
    vec_release(&r->callees);
    vec_release(&r->callee_patterns);
    map_release(&r->callee_first);
    mem_free(r);
}

/* ---- calling back ---- */

bool check_enter(CheckCtx *c, u32 check)
{
    const CheckInfo *info = check_info(check);
    if (c->unit &&
        ((info->c_only && c->unit->lang != LANG_C) || (info->cxx_only && c->unit->lang != LANG_CXX)))
        return false;
    c->check = check;
    c->info = info;
    return true;
}

void check_leave(CheckCtx *c)
{
    if (c->scratch->used)
        arena_reset(c->scratch);
}

typedef VEC(u32) CheckList;

/* Calls `callback` of each check in a list with the arguments behind it. */
#define EACH_CHECK(c, list, callback, ...)           \
    for (u32 each_ = 0; each_ < (list)->n; each_++)  \
        if (check_enter((c), (list)->at[each_])) {   \
            (c)->info->callback((c), ##__VA_ARGS__); \
            check_leave(c);                          \
        }

/* ---- the tree ---- */

static void visit(CheckCtx *c, NodeId n)
{
    NodeKind kind = tree_kind(&c->unit->tree, n);
    EACH_CHECK(c, &c->run->by_node[kind], on_node, n)
}

/* Depth first without recursion: operators that associate to the left make trees as deep as an expression is long. */
static void walk_tree(CheckCtx *c)
{
    const Tree *t = &c->unit->tree;
    VEC(NodeId) path = {0};
    if (!t->root)
        return;
    vec_push(&path, t->root);
    while (path.n) {
        NodeId n = vec_last(&path);
        c->state->path = path.at;
        c->state->path_n = path.n;
        visit(c, n);
        if (tree_first(t, n)) {
            vec_push(&path, tree_first(t, n));
            continue;
        }
        while (path.n) {
            NodeId next = path.n > 1 ? tree_next(t, vec_last(&path)) : 0;
            (void)vec_pop(&path);
            if (next) {
                vec_push(&path, next);
                break;
            }
        }
    }
    c->state->path = NULL;
    c->state->path_n = 0;
    vec_release(&path);
}

/* ---- calls ---- */

const Contract *check_contract(CheckCtx *c, const IrCall *call)
{
    return callee_contract(c->project, c->contracts, c->ir, call);
}

static bool qualified_match(const char *pattern, const char *scope, const char *name)
{
    Sb b;
    sb_init(&b);
    if (*scope) {
        sb_adds(&b, scope);
        sb_adds(&b, "::");
    }
    sb_adds(&b, name);
    bool found = false;
    /* The pattern may leave out outer scopes: try it against each tail that starts at a component. */
    for (const char *tail = b.s; tail && !found; tail = strstr(tail, "::") ? strstr(tail, "::") + 2 : NULL)
        found = str_glob(pattern, tail);
    sb_release(&b);
    return found;
}

static bool callee_match(const IrCall *call, Sym name, const char *pattern)
{
    return qualified_match(pattern, name == call->written ? "" : sym_str(call->scope), sym_str(name));
}

typedef struct CallWalk {
    CheckCtx *c;
    u32 *last_call; /* by check: number of the last call it was given, so that it gets each once */
    u32 n_calls;
    const CheckCall *call;
} CallWalk;

static void deliver(CallWalk *w, u32 check)
{
    if (w->last_call[check] == w->n_calls)
        return;
    w->last_call[check] = w->n_calls;
    if (check_enter(w->c, check)) {
        w->c->info->on_call(w->c, w->call);
        check_leave(w->c);
    }
}

static void deliver_by_name(CallWalk *w, Sym name)
{
    const CheckRun *r = w->c->run;
    if (!name)
        return;
    for (u32 i = map_get(&r->callee_first, name, 0); i; i = r->callees.at[i - 1].next) {
        const CalleeInterest *interest = &r->callees.at[i - 1];
        if (!strstr(interest->pattern, "::") || callee_match(w->call->call, name, interest->pattern))
            deliver(w, interest->check);
    }
    for (u32 i = 0; i < r->callee_patterns.n; i++) {
        const CalleeInterest *interest = &r->callees.at[r->callee_patterns.at[i]];
        if (w->last_call[interest->check] != w->n_calls &&
            callee_match(w->call->call, name, interest->pattern))
            deliver(w, interest->check);
    }
}

static void visit_call(CallWalk *w, const IrBlock *block, const IrInst *inst)
{
    CheckCtx *c = w->c;
    const CheckRun *r = c->run;
    CheckCall call = {.block = block, .inst = inst, .call = inst->call};
    call.contract = check_contract(c, inst->call);
    w->call = &call;
    w->n_calls++;
    for (u32 i = 0; i < r->on_every_call.n; i++)
        deliver(w, r->on_every_call.at[i]);
    for (u32 i = 0; i < r->on_attr_call.n && call.contract; i++)
        for (const u8 *attr = check_info(r->on_attr_call.at[i])->attrs; *attr != CA_NONE; attr++)
            if (contract_has(call.contract, *attr))
                deliver(w, r->on_attr_call.at[i]);
    deliver_by_name(w, inst->call->name);
    if (inst->call->written != inst->call->name)
        deliver_by_name(w, inst->call->written);
}

/* ---- the IR ---- */

static void walk_calls(CallWalk *w, const IrFunction *f)
{
    if (!w->c->run->wants_calls)
        return;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL)
                visit_call(w, f->blocks[b], i);
}

static void walk_ir(CheckCtx *c)
{
    CheckRun *r = c->run;
    CallWalk w = {.c = c, .last_call = mem_zalloc(r->n_checks, sizeof(u32))};
    for (u32 i = 0; i < c->ir->n_functions; i++) {
        const IrFunction *f = c->ir->functions[i];
        c->function = f;
        EACH_CHECK(c, &r->on_function, on_function, f)
        walk_calls(&w, f);
        release_passes(c->state);
    }
    for (u32 i = 0; i < c->ir->n_globals; i++) {
        const IrGlobal *g = c->ir->globals[i];
        if (g->is_function || !g->defined_here)
            continue;
        c->function = g->init;
        EACH_CHECK(c, &r->on_global, on_global, g)
        if (g->init)
            walk_calls(&w, g->init);
        release_passes(c->state);
    }
    c->function = NULL;
    mem_free(w.last_call);
}

/* Functions of the files that were asked for, as written: lambdas are part of the function they stand in. */
static u32 count_functions(CheckCtx *c)
{
    const Tree *t = &c->unit->tree;
    u32 n = 0;
    for (NodeId i = 1; i < t->nodes.n; i++)
        if (tree_kind(t, i) == N_FUNC) {
            FileId file = check_file_of(c, unit_written_loc(c->unit, tree_node(t, i)->tok));
            n += file && src_file(&c->project->src, file)->wanted;
        }
    return n;
}

void check_run_unit(CheckRun *r, u32 unit)
{
    Arena scratch;
    arena_init(&scratch);
    CheckCtx ctx = {
        .project = r->project,
        .contracts = r->contracts,
        .unit = r->project->units.at[unit],
        .scratch = &scratch,
        .run = r,
        .state = &r->units[unit],
    };
    CheckCtx *c = &ctx;
    IrUnit *ir = r->wants_ir ? lower_unit(r->project, c->unit, NULL) : NULL;
    c->ir = ir;
    c->state->n_functions = count_functions(c);
    c->state->n_unknown_insts = ir ? ir->n_unknown : 0;
    EACH_CHECK(c, &r->on_unit, on_unit)
    walk_tree(c);
    if (ir)
        walk_ir(c);
    if (ir && r->wants_events)
        watch_unit(c);
    EACH_CHECK(c, &r->on_unit_end, on_unit_end)
    ir_unit_free(ir);
    arena_release(&scratch);
}

void check_run_end(CheckRun *r)
{
    if (r->on_project_end.n == 0 || r->n_units == 0)
        return;
    Arena scratch;
    arena_init(&scratch);
    CheckCtx ctx = {.project = r->project, .contracts = r->contracts, .scratch = &scratch, .run = r};
    CheckCtx *c = &ctx;
    for (u32 i = 0; i < r->on_project_end.n; i++) {
        c->unit = NULL;
        c->state = &r->units[0]; /* the contracts have no sites of their own */
        if (check_enter(c, r->on_project_end.at[i])) {
            c->info->on_project_end(c);
            check_leave(c);
        }
    }
    arena_release(&scratch);
}

/* ---- passes on demand ---- */

const Cfg *check_cfg(CheckCtx *c)
{
    if (!c->state->cfg)
        c->state->cfg = cfg_new(c->function);
    return c->state->cfg;
}

const Dom *check_dom(CheckCtx *c)
{
    if (!c->state->dom)
        c->state->dom = dom_new(check_cfg(c));
    return c->state->dom;
}

const Dom *check_postdom(CheckCtx *c)
{
    if (!c->state->postdom)
        c->state->postdom = dom_new_post(check_cfg(c));
    return c->state->postdom;
}

const Loops *check_loops(CheckCtx *c)
{
    if (!c->state->loops)
        c->state->loops = loops_new(check_cfg(c), check_dom(c));
    return c->state->loops;
}

const Live *check_live(CheckCtx *c)
{
    if (!c->state->live)
        c->state->live = live_new(check_cfg(c));
    return c->state->live;
}

const Reach *check_reach(CheckCtx *c)
{
    if (!c->state->reach)
        c->state->reach = reach_new(check_cfg(c));
    return c->state->reach;
}
