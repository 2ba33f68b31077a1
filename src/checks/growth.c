/*
 * Containers and tables that outlive the function and that a peer can fill:
 * without a limit (770), or with elements that stay when the step that makes them useful fails (459). The
 * sites are the calls that let them grow.
 */
#include "checks/util_family.h"

static const u16 family[] = {UTIL_CHECK(unlimited_growth), UTIL_CHECK(incomplete_cleanup), UTIL_CHECK_NONE};

static const u8 events[] = {EV_CALL, EV_RESULT, EV_EXIT, EV_ACCESS, EV_NONE};

enum { CHAIN_DEPTH = 6, ELEMENTS = 6, MODEST_TABLE = 64 << 20 };

/* A call that put an element into a container which lives on. */
typedef struct Grow {
    const IrFunction *f;
    const IrInst *inst;
    ObjId container;
    const IrExp *place;       /* the container as written at the call, or NULL */
    ObjId elements[ELEMENTS]; /* what was given besides the container; 0: nothing */
    const IrVar
        *vars[ELEMENTS]; /* the same as variables, when it was read from one or is taken by reference */
    struct Grow *next;
} Grow;

/* A later step that got the element and can fail. */
typedef struct StepCall {
    const Grow *grow;
    const IrFunction *f;
    const IrInst *inst;
    ContractExprId error_if;
    Val result;
    struct StepCall *next;
} StepCall;

typedef struct Growth {
    const IrFunction *f; /* whose run it is */
    Grow *grows;
    StepCall *steps;
} Growth;

static Growth *growth_of(CheckCtx *c, const Event *ev)
{
    Growth *g = check_unit_data(c, sizeof(Growth));
    if (g->f != ev->run->f)
        *g = (Growth){.f = ev->run->f};
    return g;
}

static bool lives_on(const Event *ev, ObjId o)
{
    u8 kind = obj(&ev->run->objects, o)->kind;
    return kind == OBJ_GLOBAL || kind == OBJ_POINTEE;
}

static const ContractFact *first_fact(CheckCtx *c, const Contract *k, ContractAttr attr)
{
    u32 i = 0;
    return k ? contract_next(c->contracts, k, attr, &i) : NULL;
}

/* The value of a fact's target at a call, and its expression. */
static Val target_value(const EvCall *e, i32 arg, const IrExp **exp)
{
    *exp = NULL;
    if (arg == CT_THIS) {
        *exp = e->call->receiver;
        return e->receiver;
    }
    if (arg < 0 || (u32)arg >= e->call->n_args)
        return 0;
    *exp = e->call->args[arg];
    return e->args[arg];
}

/* The place whose address a value is, or from which it was loaded. */
static const IrExp *place_behind(const IrFunction *f, const IrExp *e)
{
    if (!e)
        return NULL;
    e = ir_skip_casts(e);
    return e->kind == IE_ADDR ? e->a : ir_loaded_place(f, e);
}

/* ---- is there a limit? ---- */

typedef struct Look {
    ObjId container;
    Val count;
    const IrFunction *f;
    const IrExp *place;
} Look;

/* Is the call one that was made on the container, as c.size()? */
static bool asks(const Look *l, const SymInfo *info)
{
    if (!info->inst || info->inst->op != II_CALL || !info->f || !l->place)
        return false;
    const IrExp *place = place_behind(info->f, info->inst->call->receiver);
    for (u32 i = 0; !place && i < info->inst->call->n_args && i < 2; i++)
        place = place_behind(info->f, info->inst->call->args[i]);
    return place && place->kind == l->place->kind &&
           util_place_name(info->f, place) == util_place_name(l->f, l->place);
}

static bool is_count(void *look, Val sym, const SymInfo *info)
{
    const Look *l = look;
    return sym == l->count || (info->origin == SO_LENGTH && info->obj == l->container) || asks(l, info);
}

static bool limited(const Event *ev, ObjId container, const IrExp *place)
{
    Look l = {container, st_obj(ev->run, ev->state, container)->count, ev->f, place};
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ASSUME && val_find_sym(&ev->run->values, s->v, is_count, &l))
            return true;
    return false;
}

/* Does another function of the unit ask for the number of elements of a container of that name? Then the
 * limit may be there. */
static bool counted_elsewhere(CheckCtx *c, const Event *ev, const IrExp *place)
{
    const IrUnit *u = ev->run->unit;
    Sym name = place ? util_place_name(ev->f, place) : 0;
    if (!name || u->n_insts > LIMIT_SCAN_UNIT_INSTS)
        return true;
    for (u32 k = 0; k < u->n_functions; k++) {
        const IrFunction *f = u->functions[k];
        for (u32 b = 0; b < f->n_blocks; b++)
            for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
                const IrExp *on = i->op == II_CALL && i->temp ? place_behind(f, i->call->receiver) : NULL;
                const Contract *contract =
                    on && util_place_name(f, on) == name ? check_contract(c, i->call) : NULL;
                for (u32 n = 0; contract && n < contract->n; n++) {
                    const ContractFact *fact = contract_fact(c->contracts, contract, n);
                    const ContractExpr *e =
                        fact->attr == CA_ENSURES ? contract_expr(c->contracts, fact->expr[0]) : NULL;
                    if (e && e->op == CE_EQ &&
                        (contract_expr(c->contracts, e->a)->op == CE_COUNT ||
                         contract_expr(c->contracts, e->b)->op == CE_COUNT))
                        return true;
                }
            }
    }
    return false;
}

/* The call on this path by which somebody whom nobody knows came in, or NULL.
 */
static const IrInst *peer_on_path(CheckCtx *c, const Event *ev, const IrFunction **f)
{
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->inst && s->inst->op == II_CALL &&
            contract_has(check_contract(c, s->inst->call), CA_NEW_PEER)) {
            *f = s->frame->f;
            return s->inst;
        }
    /* Conditions on its result are steps of the branch, not of the call. */
    for (const Step *s = ev->state->path; s; s = s->before) {
        if (s->kind != STEP_ASSUME || !s->v)
            continue;
        const ValNode *n = val_node(&ev->run->values, s->v);
        Val sides[] = {s->v, n->kind == VK_BINOP || n->kind == VK_UNOP ? n->a : 0,
                       n->kind == VK_BINOP ? n->b : 0};
        for (u32 i = 0; i < LENGTH(sides); i++) {
            const SymInfo *info = sides[i] ? val_sym_info(&ev->run->values, sides[i]) : NULL;
            if (info && info->inst && info->inst->op == II_CALL &&
                contract_has(check_contract(c, info->inst->call), CA_NEW_PEER)) {
                *f = info->f;
                return info->inst;
            }
        }
    }
    return NULL;
}

static void unlimited(CheckCtx *c, const Event *ev, ObjId container, const IrExp *place)
{
    const IrFunction *peer_f = NULL;
    const IrInst *peer = peer_on_path(c, ev, &peer_f);
    if (!util_as(c, UTIL_CHECK(unlimited_growth)))
        return;
    if (!peer)
        return watch_undecided(c, ev, WHY_CALLER);
    if (limited(ev, container, place))
        return watch_safe(c, ev);
    if (counted_elsewhere(c, ev, place))
        return watch_undecided(c, ev, WHY_CALLER);
    Sym name = util_place_name(ev->f, place);
    Finding *f =
        watch_violated(c, ev, 0, name ? check_text(c, "`%s`", sym_str(name)) : watch_object(c, ev, container),
                       util_callee(ev->inst->call), util_callee(peer->call));
    if (!f)
        return;
    finding_related(f, watch_place_of(c, peer_f, peer), "here anybody can come in");
    /* Each connection costs its maker one too, and the process has only so many descriptors. */
    if (contract_has(check_contract(c, peer->call), CA_OPENS))
        finding_severity(f, SEV_LOW);
}

/* ---- growth ---- */

static void remember(CheckCtx *c, const Event *ev, Growth *g, ObjId container, const IrExp *place)
{
    for (const Grow *p = g->grows; p; p = p->next)
        if (p->inst == ev->inst && p->container == container)
            return;
    Grow *grow = arena_new(check_arena(c), Grow);
    *grow = (Grow){.f = ev->f, .inst = ev->inst, .container = container, .place = place, .next = g->grows};
    u32 n = 0;
    for (u32 i = 0; i < ev->call.call->n_args && n < ELEMENTS; i++) {
        ObjId o;
        Val off;
        if (ev->call.args[i] && st_points_to(ev->run, ev->state, ev->call.args[i], &o, &off) &&
            o != container)
            grow->elements[n++] = o;
    }
    n = 0;
    for (u32 i = 0; i < ev->call.call->n_args && n < ELEMENTS; i++) {
        const IrExp *e = place_behind(ev->f, ev->call.call->args[i]);
        if (e && e->kind == IE_VAR && e != place)
            grow->vars[n++] = e->var;
    }
    g->grows = grow;
}

static void on_grow(CheckCtx *c, const Event *ev)
{
    const ContractFact *fact = first_fact(c, ev->call.contract, CA_GROWS);
    const IrExp *exp;
    ObjId container;
    Val off, v = fact ? target_value(&ev->call, fact->target[0].arg, &exp) : 0;
    if (!v || !st_points_to(ev->run, ev->state, v, &container, &off) || !lives_on(ev, container))
        return;
    Growth *g = growth_of(c, ev);
    const IrExp *place = place_behind(ev->f, exp);
    remember(c, ev, g, container, place);
    unlimited(c, ev, container, place);
}

/* realloc of a table that lives on, to a size that depends on a number which lives on too. */
static void on_realloc(CheckCtx *c, const Event *ev)
{
    const ContractFact *fact = first_fact(c, ev->call.contract, CA_REALLOCATES);
    const IrExp *exp;
    Val block = fact ? target_value(&ev->call, fact->target[0].arg, &exp) : 0;
    ObjId o;
    Val off, size = 0;
    if (!block || !st_points_to(ev->run, ev->state, block, &o, &off) || !lives_on(ev, o))
        return;
    for (u32 i = 0; i < ev->call.call->n_args; i++)
        if ((i32)i != fact->target[0].arg && ev->call.args[i] &&
            (!size ||
             st_range(ev->run, ev->state, ev->call.args[i]).hi > st_range(ev->run, ev->state, size).hi))
            size = ev->call.args[i];
    if (!size || !util_as(c, UTIL_CHECK(unlimited_growth)))
        return;
    if (st_range(ev->run, ev->state, size).hi <= MODEST_TABLE)
        return watch_safe(c, ev);
    const IrFunction *peer_f = NULL;
    const IrInst *peer = peer_on_path(c, ev, &peer_f);
    if (!peer)
        return watch_undecided(c, ev, WHY_CALLER);
    Finding *f = watch_violated(c, ev, 0, watch_object(c, ev, o), util_callee(ev->inst->call),
                                util_callee(peer->call));
    if (!f)
        return;
    finding_related(f, watch_place_of(c, peer_f, peer), "here anybody can come in");
    if (contract_has(check_contract(c, peer->call), CA_OPENS))
        finding_severity(f, SEV_LOW);
}

/* ---- lists: element->next = head; head = element ---- */

/* Does a function of the unit, or one that it calls, allocate? */
static bool allocates(CheckCtx *c, const IrUnit *u, const IrCall *call, u32 depth)
{
    if (contract_has(check_contract(c, call), CA_ALLOCATES))
        return true;
    const IrGlobal *g = call->kind == IC_DIRECT ? call->callee : NULL;
    const IrFunction *f = g && g->is_function && g->entry && depth < CHAIN_DEPTH ? util_body_of(u, g) : NULL;
    for (u32 b = 0; f && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && i->call->callee != g && allocates(c, u, i->call, depth + 1))
                return true;
    return false;
}

/* Was the object made on the way here: 1; is it the result of a call that nobody sees into: -1; 0: it was there before, and only
 * moves. */
static int is_new(CheckCtx *c, const Event *ev, ObjId element)
{
    const Obj *o = obj(&ev->run->objects, element);
    if (o->kind == OBJ_ALLOC)
        return 1;
    Val base = o->base;
    while (base && val_kind(&ev->run->values, base) == VK_CAST)
        base = val_node(&ev->run->values, base)->a;
    const SymInfo *info = base ? val_sym_info(&ev->run->values, base) : NULL;
    if (!info || info->origin != SO_RESULT || !info->inst || info->inst->op != II_CALL)
        return 0;
    return ev->run->unit->n_insts <= LIMIT_SCAN_UNIT_INSTS && allocates(c, ev->run->unit, info->inst->call, 0)
               ? 1
               : -1;
}

/* Is the new element linked to what the head was until now? */
static bool linked(const Event *ev, ObjId element, Val head)
{
    const ObjState *os = st_obj(ev->run, ev->state, element);
    for (u32 i = 0; i < os->n_cells; i++)
        if (os->cells[i].value == head)
            return true;
    return false;
}

typedef struct Counted {
    const Event *ev;
    bool lasting, called; /* a number that lives on, one that a function of the program gave */
} Counted;

static void count_symbol(void *counted, Val sym)
{
    Counted *k = counted;
    const SymInfo *info = val_sym_info(&k->ev->run->values, sym);
    if (!info || val_type(&k->ev->run->values, sym).ptr)
        return;
    k->lasting = k->lasting || (info->origin == SO_MEMORY && info->obj && lives_on(k->ev, info->obj));
    k->called = k->called || info->origin == SO_RESULT || info->origin == SO_HAVOC ||
                info->origin == SO_WIDE || info->origin == SO_TRIP;
}

/* Did the path compare a number of elements with something? 1: one that lives on; -1: one that may be such a number. */
static int list_limited(const Event *ev)
{
    const Values *vs = &ev->run->values;
    int found = 0;
    for (const Step *s = ev->state->path; s; s = s->before) {
        if (s->kind != STEP_ASSUME || !s->v)
            continue;
        const ValNode *n = val_node(vs, s->v);
        if (n->kind == VK_UNOP && n->op == UN_NOT)
            n = val_node(vs, n->a);
        if (n->kind != VK_BINOP || n->op < BIN_LT || n->op > BIN_GE || val_type(vs, n->a).ptr)
            continue;
        Counted k = {.ev = ev};
        val_each_sym(vs, n->a, count_symbol, &k);
        val_each_sym(vs, n->b, count_symbol, &k);
        if (k.lasting)
            return 1;
        found = k.called ? -1 : found;
    }
    return found;
}

static void on_store(CheckCtx *c, const Event *ev)
{
    const IrInst *i = ev->inst;
    ObjId element;
    Val off;
    if (!ev->access.write || !i || i->op != II_STORE || i->place->kind == IE_VAR || !ev->access.obj ||
        !lives_on(ev, ev->access.obj) || type_kind(&ev->run->unit->types, i->place->type) != TY_PTR)
        return;
    const IrExp *from = ir_loaded_place(ev->f, ir_skip_casts(i->value));
    if (!from || from->kind != IE_VAR)
        return;
    State copy = *ev->state; /* a load may remember what it found */
    copy.edit = eng_new_edit(ev->run);
    Val v = st_load(ev->run, &copy, st_var_obj(ev->run, ev->state, from->var), val_off(&ev->run->values, 0),
                    from->type);
    if (!v || !st_points_to(ev->run, ev->state, v, &element, &off))
        return;
    Val head = st_load(ev->run, &copy, ev->access.obj, ev->access.off, i->place->type);
    if (!head || !linked(ev, element, head))
        return;
    int fresh = is_new(c, ev, element);
    if (!fresh || !util_as(c, UTIL_CHECK(unlimited_growth)))
        return;
    const IrFunction *peer_f = NULL;
    const IrInst *peer = peer_on_path(c, ev, &peer_f);
    int limit = list_limited(ev);
    if (!peer || limit < 0 || fresh < 0)
        return watch_undecided(c, ev, WHY_CALLER);
    if (limit > 0)
        return watch_safe(c, ev);
    Sym name = util_place_name(ev->f, i->place);
    Finding *f = watch_violated(c, ev, 0, name ? check_text(c, "`%s`", sym_str(name)) : "the list",
                                watch_code(c, ev, i->node), util_callee(peer->call));
    if (!f)
        return;
    finding_related(f, watch_place_of(c, peer_f, peer), "here anybody can come in");
    if (contract_has(check_contract(c, peer->call), CA_OPENS))
        finding_severity(f, SEV_LOW);
}

/* ---- failing steps ---- */

/* Was the value taken out of the container, as in c.back().get()? */
static bool out_of(const IrFunction *f, const IrExp *e, const IrFunction *grow_f, const IrExp *container)
{
    for (u32 depth = 0; e && depth < CHAIN_DEPTH; depth++) {
        const IrExp *place = place_behind(f, e);
        if (place && place->kind == container->kind &&
            util_place_name(f, place) == util_place_name(grow_f, container))
            return true;
        const IrInst *call = ir_result_of_call(f, e);
        if (!call && place && place->kind == IE_DEREF)
            call = ir_result_of_call(f, place->a);
        e = call ? call->call->receiver : NULL;
    }
    return false;
}

static bool gets_element(const Event *ev, const Grow *grow, Val v, const IrExp *exp)
{
    ObjId o = 0;
    Val off, base = v;
    if (v && st_points_to(ev->run, ev->state, v, &o, &off)) {
        for (u32 i = 0; i < ELEMENTS && grow->elements[i]; i++)
            if (grow->elements[i] == o)
                return true;
        base = obj(&ev->run->objects, o)->base;
    }
    const IrExp *from = place_behind(ev->f, exp);
    for (u32 i = 0; from && from->kind == IE_VAR && i < ELEMENTS && grow->vars[i]; i++)
        if (grow->vars[i] == from->var && from->var->kind != IV_THIS)
            return true;
    while (base && val_kind(&ev->run->values, base) == VK_CAST)
        base = val_node(&ev->run->values, base)->a;
    const SymInfo *info = base ? val_sym_info(&ev->run->values, base) : NULL;
    if (!grow->place)
        return false;
    if (info && info->inst && info->inst->op == II_CALL && info->f &&
        out_of(info->f, info->inst->call->receiver, grow->f, grow->place))
        return true;
    return out_of(ev->f, exp, grow->f, grow->place);
}

static void on_step(CheckCtx *c, const Event *ev)
{
    Growth *g = growth_of(c, ev);
    const ContractFact *error = g->grows ? first_fact(c, ev->call.contract, CA_ERROR_IF) : NULL;
    if (!error || !ev->call.result)
        return;
    for (const StepCall *s = g->steps; s; s = s->next)
        if (s->inst == ev->inst && s->result == ev->call.result)
            return;
    for (const Grow *grow = g->grows; grow; grow = grow->next) {
        if (grow->inst == ev->inst || !(st_obj(ev->run, ev->state, grow->container)->flags & OS_GROWN))
            continue;
        bool gets = ev->call.receiver && gets_element(ev, grow, ev->call.receiver, ev->call.call->receiver);
        for (u32 i = 0; !gets && i < ev->call.call->n_args; i++)
            gets = ev->call.args[i] && gets_element(ev, grow, ev->call.args[i], ev->call.call->args[i]);
        if (!gets)
            continue;
        StepCall *s = arena_new(check_arena(c), StepCall);
        *s = (StepCall){.grow = grow,
                        .f = ev->f,
                        .inst = ev->inst,
                        .error_if = error->expr[0],
                        .result = ev->call.result,
                        .next = g->steps};
        g->steps = s;
    }
}

static void on_exit_of_function(CheckCtx *c, const Event *ev)
{
    Growth *g = growth_of(c, ev);
    if (!g->steps || !util_as(c, UTIL_CHECK(incomplete_cleanup)))
        return;
    for (const StepCall *s = g->steps; s; s = s->next) {
        const Grow *grow = s->grow;
        WatchSite at = {grow->f, grow->inst->node};
        if (ev->exit.process || !(st_obj(ev->run, ev->state, grow->container)->flags & OS_GROWN) ||
            util_result_test(c, ev, s->error_if, s->result) != 1) {
            watch_safe_at(c, ev, at);
            continue;
        }
        Sym name = grow->place ? util_place_name(grow->f, grow->place) : 0;
        Finding *f = watch_violated_at(
            c, ev, at, 0, name ? check_text(c, "`%s`", sym_str(name)) : watch_object(c, ev, grow->container),
            util_callee(grow->inst->call), util_callee(s->inst->call));
        if (f)
            finding_related(f, watch_place_of(c, s->f, s->inst), "this step fails, and the element stays");
    }
}

static void on_event(CheckCtx *c, const Event *ev)
{
    if (ev->kind == EV_EXIT) {
        on_exit_of_function(c, ev);
        return;
    }
    if (ev->kind == EV_ACCESS) {
        if (ev->access.write)
            on_store(c, ev);
        return;
    }
    if (!ev->call.contract)
        return;
    if (ev->kind == EV_RESULT)
        on_step(c, ev);
    else if (contract_has(ev->call.contract, CA_GROWS))
        on_grow(c, ev);
    else if (contract_has(ev->call.contract, CA_REALLOCATES))
        on_realloc(c, ev);
}

const CheckInfo check_unlimited_growth = {
    .id = "unlimited-growth",
    .cwe = 770,
    .related = {400, 774},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "A peer can let a table grow without a limit",
    .sites = "additions to containers, tables and lists which outlive the function",
    .message = "`{1}` adds to {0} whenever `{2}` brings somebody new, and nothing limits how often.",
    .reason =
        "Anybody can come again and again, with ever new addresses: the table takes all memory, and looking something up in it takes ever longer, until the service stops.",
    .repair =
        "Compare the number of elements with a limit before one is added, refuse or drop the oldest when it is reached, and remove those that stay silent.",
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_incomplete_cleanup = {
    .id = "incomplete-cleanup",
    .cwe = 459,
    .related = {772, 404},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "An element stays in a table although the step that needed it failed",
    .sites = "calls that add elements which a later step can fail for",
    .message = "{0} keeps the element that `{1}` added when `{2}` fails.",
    .reason =
        "Each failed attempt leaves an element behind that nobody uses or removes. A peer that fails on purpose fills the table, and later code may take the half-made element for a good one.",
    .repair = "Remove the element again when `{2}` fails, or add it only after that step has succeeded.",
    .events = events,
    .family = family,
    .on_event = on_event,
};
