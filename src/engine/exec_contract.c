/*
 * Applies contracts to calls: the order of their facts, and their demands. Called by exec_call.c; what their
 * words mean is in exec_contract_value.c, the facts are in exec_result.c, exec_make.c, exec_effect.c,
 * exec_free.c, exec_sink.c, exec_lock.c, exec_format.c.
 */
#include "engine/exec_contract.h"

#include <pthread.h>

/* ---- names ---- */

static pthread_once_t names_once = PTHREAD_ONCE_INIT;
static ExecNames names;

static void names_fill(void)
{
    names = (ExecNames){
        .printf_ = contract_kind(CA_FORMAT, "printf"),
        .wprintf_ = contract_kind(CA_FORMAT, "wprintf"),
        .scanf_ = contract_kind(CA_FORMAT, "scanf"),
        .wscanf_ = contract_kind(CA_FORMAT, "wscanf"),
        .named_log = {.attr = CA_SINK, .kind = contract_kind(CA_SINK, "log"), .cwe = 117},
        .sink_size = contract_kind(CA_SINK, "size"),
        .sink_loop = contract_kind(CA_SINK, "loop"),
        .sink_program = contract_kind(CA_SINK, "program"),
        .sink_argument = contract_kind(CA_SINK, "argument"),
        .format = {.attr = CA_SINK, .kind = contract_kind(CA_SINK, "format"), .cwe = 134},
        .command = {.attr = CA_SINK, .kind = contract_kind(CA_SINK, "command"), .cwe = 78},
        .locks_shared = contract_kind(CA_LOCKS, "shared"),
        .locks_file = contract_kind(CA_LOCKS, "file"),
        .unlocks_file = contract_kind(CA_UNLOCKS, "file"),
        .callback_now = contract_kind(CA_CALLBACK, "now"),
        .lines = taint_bit(contract_kind(CA_SINK, "log")) | taint_bit(contract_kind(CA_SINK, "header")),
        .alloca_ = intern_str("alloca"),
        .cxx_new = intern_str("cxx_new"),
        .cxx_new_array = intern_str("cxx_new_array"),
        .malloc_ = intern_str("malloc"),
        .nothrow_t = intern_str("nothrow_t"),
        .va_list_ = intern_str("va_list"),
        .stdin_ = intern_str("stdin"),
        .stdout_ = intern_str("stdout"),
        .stderr_ = intern_str("stderr"),
    };
}

const ExecNames *exec_names(void)
{
    pthread_once(&names_once, names_fill);
    return &names;
}

/* ---- demands ---- */

bool cr_access(ContractRun *cr, const ContractFact *f, i32 arg, Spot p, bool write, bool string, Val len,
               bool null_ok)
{
    if (!p.ptr)
        return true;
    Values *vs = &cr->r->values;
    if (!val_type(vs, p.ptr).ptr)
        return true; /* a number: a descriptor, a string class by value */
    i64 n;
    if (len && val_const(vs, len, &n) && n == 0 && f->attr != CA_NONNULL && f->attr != CA_USES)
        null_ok = true; /* nothing is touched */
    if (null_ok && cr_is_null(cr, p.ptr))
        return true;
    if (string && len) { /* at most so many elements are read */
        StringFact sf = p.obj ? st_string(cr->r, cr->s, p.obj, p.off, p.width) : (StringFact){.ended = -1};
        bool inside = sf.room && sf.ended < 0 &&
                      st_test(cr->r, cr->s, val_cmp(vs, BIN_LE, len, val_off_mul(vs, sf.room, p.width))) == 1;
        if (sf.ended == 0 || inside)
            string = false;
        else
            len = 0;
    }
    EvAccess a = {.write = write,
                  .string = string,
                  .width = (u8)p.width,
                  .null_ok = null_ok,
                  .ptr = p.ptr,
                  .obj = p.obj,
                  .off = p.off,
                  .len = len,
                  .fact = f,
                  .arg = arg};
    Where at = cr_at(cr, arg);
    return exec_access(cr->r, cr->s, &at, &a);
}

/* stdin and its like are open when the program starts. */
static bool is_standard_stream(ContractRun *cr, Val ptr)
{
    Run *r = cr->r;
    const ExecNames *n = exec_names();
    const ValNode *v = val_node(&r->values, ptr);
    Val base = v->kind == VK_ADDR ? obj(&r->objects, v->a)->base : ptr;
    const SymInfo *i = base ? val_sym_info(&r->values, base) : NULL;
    if (!i || !i->obj || (i->origin != SO_MEMORY && i->origin != SO_HAVOC))
        return false;
    const Obj *o = obj(&r->objects, i->obj);
    return o->kind == OBJ_GLOBAL &&
           (o->global->name == n->stdin_ || o->global->name == n->stdout_ || o->global->name == n->stderr_);
}

static bool takes_null(const ContractRun *cr, const ContractFact *f)
{
    if (cr_about(cr, CA_NONNULL, f->target[0]))
        return false;
    return f->attr == CA_USES || cr_about(cr, CA_NULLABLE, f->target[0]);
}

/* uses of a resource that a number names: is it still open? */
static bool use_handle(ContractRun *cr, const ContractFact *f, ObjId o, Val v)
{
    Run *r = cr->r;
    const ObjState *os = st_obj(r, cr->s, o);
    Where at = cr_at(cr, f->target[0].arg);
    Event ev = exec_event(r, cr->s, &at, EV_ACCESS);
    ev.access = (EvAccess){.null_ok = true, .obj = o, .fact = f, .arg = f->target[0].arg};
    ev.access.freed.answer = ANSWER_NO;
    /* Whoever opens something behind close(0) gets the same number again. */
    bool reused = val_kind(&r->values, v) == VK_INT;
    if (os->flags & OS_FREED && !reused)
        ev.access.freed.answer = ANSWER_YES;
    else if (os->flags & (OS_FREED | OS_MAYBE_FREED))
        ev.access.freed = (Question){.answer = ANSWER_UNKNOWN, .why = WHY_CALLEE};
    if (val_type(&r->values, v).ptr && !takes_null(cr, f)) {
        ev.access.null_ok = false;
        ev.access.ptr = v;
        ev.access.null = eng_ask(r, cr->s, st_is_null(r, cr->s, v));
    }
    eng_send(r, &ev);
    exec_assume_not(r, cr->s, &ev.access.null);
    return ev.access.null.answer != ANSWER_YES;
}

static void demand_condition(ContractRun *cr, const ContractFact *f, Val broken)
{
    if (!broken)
        return;
    Where at = cr_at(cr, f->target[0].arg);
    Event ev = exec_event(cr->r, cr->s, &at, EV_DEMAND);
    ev.demand = (EvDemand){.call = cr->call, .contract = cr->c, .fact = f};
    ev.demand.broken = eng_ask(cr->r, cr->s, broken);
    eng_send(cr->r, &ev);
    exec_assume_not(cr->r, cr->s, &ev.demand.broken);
}

/* A length that a negative number became when it was converted to an unsigned one: beyond the end of
 * everything. */
static bool demand_length(ContractRun *cr, const ContractFact *f, Spot p, bool write, Val len)
{
    Run *r = cr->r;
    Val huge = len && cr->is_unsigned && p.obj ? val_cmp(&r->values, BIN_LT, len, val_off(&r->values, 0)) : 0;
    if (!huge || st_test(r, cr->s, huge) == 0)
        return true;
    Where at = cr_at(cr, f->target[0].arg);
    Event ev = exec_event(r, cr->s, &at, EV_ACCESS);
    ev.access = (EvAccess){.write = write,
                           .null_ok = true,
                           .ptr = p.ptr,
                           .obj = p.obj,
                           .off = p.off,
                           .len = len,
                           .fact = f,
                           .arg = f->target[0].arg};
    ev.access.beyond = eng_ask(r, cr->s, huge);
    eng_send(r, &ev);
    exec_assume_not(r, cr->s, &ev.access.beyond);
    return ev.access.beyond.answer != ANSWER_YES;
}

static bool demand_reading(ContractRun *cr, const ContractFact *f)
{
    Values *vs = &cr->r->values;
    ContractTarget t = f->target[0];
    if (f->attr == CA_REQUIRES) {
        Val ok = cr_cond(cr, f->expr[0]);
        if (ok)
            demand_condition(cr, f, val_not(vs, ok));
        return true;
    }
    Val v = cr_value(cr, t), len = 0;
    if (!v)
        return true;
    if (f->attr == CA_USES && f->family == exec_names()->va_list_)
        return true; /* may be an array, a pointer or a structure; whether va_end is called is not followed */
    ObjId resource = f->attr == CA_USES ? cr_resource(cr, v, t, f->family) : 0;
    if (resource)
        return use_handle(cr, f, resource, v);
    if (f->attr == CA_NONNULL &&
        (cr_about(cr, CA_USES, t) || cr_about(cr, CA_READS, t) || cr_about(cr, CA_STRING, t)))
        return true; /* asked there */
    Spot p = cr_spot(cr, t);
    if (f->attr == CA_USES && is_standard_stream(cr, v))
        return true;
    if (f->attr == CA_USES && !p.obj && cr_about(cr, CA_NONNULL, t) == NULL)
        return true; /* a handle of pointer type */
    bool string = f->attr == CA_STRING;
    cr->is_unsigned = false;
    if (f->attr == CA_NONNULL || f->attr == CA_USES)
        len = val_off(vs, 0);
    else if (f->expr[0] && (len = cr_eval(cr, f->expr[0], NULL)) && string)
        len = val_off_mul(vs, len, p.width);
    if (string && !type_is_unknown(&cr->r->unit->types, p.pointee) &&
        type_kind(&cr->r->unit->types, p.pointee) == TY_RECORD)
        return true; /* a string class */
    bool writes = contract_has(cr->c, CA_WRITES) || contract_has(cr->c, CA_WRITES_UP_TO);
    if (f->attr == CA_READS && !writes && !demand_length(cr, f, p, false, len))
        return true;
    return cr_access(cr, f, t.arg, p, false, string, len, takes_null(cr, f));
}

static bool demand_room(ContractRun *cr, const ContractFact *f)
{
    Values *vs = &cr->r->values;
    Spot p = cr_spot(cr, f->target[0]);
    if (!p.ptr)
        return true;
    cr->is_unsigned = false;
    Val len = cr_eval(cr, f->expr[0], NULL);
    if (!demand_length(cr, f, p, true, len))
        return true;
    if (len && f->attr == CA_WRITES_STRING)
        len = val_off_add(vs, len, val_off(vs, 1));
    if (len && (f->attr == CA_WRITES_STRING || f->attr == CA_WRITES_STRING_UP_TO))
        len = val_off_mul(vs, len, p.width);
    return cr_access(cr, f, f->target[0].arg, p, true, false, len, takes_null(cr, f));
}

static void demand_apart(ContractRun *cr, const ContractFact *f)
{
    Values *vs = &cr->r->values;
    Spot a = cr_spot(cr, f->target[0]), b = cr_spot(cr, f->target[1]);
    Val n = cr_eval(cr, f->expr[0], NULL);
    if (!n || !a.obj || a.obj != b.obj)
        return;
    demand_condition(cr, f,
                     val_and(vs, val_cmp(vs, BIN_LT, a.off, val_off_add(vs, b.off, n)),
                             val_cmp(vs, BIN_LT, b.off, val_off_add(vs, a.off, n))));
}

/* ---- the order of facts ---- */

typedef enum Phase {
    PH_NONE,
    PH_READ,   /* demands on what is read */
    PH_FORMAT, /* demands of conversions, and what scanf writes */
    PH_ROOM,   /* demands on what is written */
    PH_SINK,
    PH_EFFECT,
    PH_LOCK,
    PH_RELEASE,
} Phase;

static const u8 phase_of[CA_COUNT] = {
    [CA_NONNULL] = PH_READ,       [CA_READS] = PH_READ,
    [CA_STRING] = PH_READ,        [CA_USES] = PH_READ,
    [CA_REQUIRES] = PH_READ,      [CA_FORMAT] = PH_FORMAT,
    [CA_WRITES] = PH_ROOM,        [CA_WRITES_UP_TO] = PH_ROOM,
    [CA_WRITES_STRING] = PH_ROOM, [CA_WRITES_STRING_UP_TO] = PH_ROOM,
    [CA_NO_OVERLAP] = PH_ROOM,    [CA_SINK] = PH_SINK,
    [CA_ALLOCATES] = PH_EFFECT,   [CA_OPENS] = PH_EFFECT,
    [CA_TAINTS] = PH_EFFECT,      [CA_PROPAGATES] = PH_EFFECT,
    [CA_COPIES] = PH_EFFECT,      [CA_SANITIZES] = PH_EFFECT,
    [CA_ESCAPES] = PH_EFFECT,     [CA_CALLBACK] = PH_EFFECT,
    [CA_SECRET] = PH_EFFECT,      [CA_WIPES] = PH_EFFECT,
    [CA_GROWS] = PH_EFFECT,       [CA_SHRINKS] = PH_EFFECT,
    [CA_PEEKS] = PH_EFFECT,       [CA_CONSUMES] = PH_EFFECT,
    [CA_LOCKS] = PH_LOCK,         [CA_UNLOCKS] = PH_LOCK,
    [CA_TRY_LOCKS] = PH_LOCK,     [CA_WAITS] = PH_LOCK,
    [CA_FREES] = PH_RELEASE,      [CA_CLOSES] = PH_RELEASE,
    [CA_TAKES] = PH_RELEASE,
};

static bool demand(ContractRun *cr, const ContractFact *f)
{
    const ExecNames *n = exec_names();
    switch (phase_of[f->attr]) {
    case PH_READ: return demand_reading(cr, f);
    case PH_FORMAT:
        if (f->kind == n->printf_ || f->kind == n->wprintf_)
            return cr_format(cr, f);
        if (f->kind == n->scanf_ || f->kind == n->wscanf_)
            return cr_scan(cr, f);
        return true;
    case PH_ROOM:
        if (f->attr == CA_NO_OVERLAP)
            demand_apart(cr, f);
        else
            return demand_room(cr, f);
        return true;
    default: return true;
    }
}

/* The outcome is complete: its result is known, and what the contract ensures holds. */
static void finish(ContractRun *cr, State *s, StateList *out)
{
    State *before = cr->s;
    cr->s = s;
    if (s && cr_ensure(cr)) {
        const IrInst *inst = cr->site->at.inst;
        if (inst->temp && cr->result)
            st_set_temp(cr->r, s, inst->temp, cr->result);
        vec_push(out, s);
    }
    cr->s = before;
}

static void apply(Run *r, State *s, const CallSite *site, StateList *out)
{
    const Contract *c = site->contract;
    ContractRun cr = {.r = r, .s = s, .site = site, .call = site->call, .c = c, .db = r->contracts};
    cr.facts = c->n ? contract_fact(r->contracts, c, 0) : NULL;
    cr.type = type_func_of(&r->unit->types, site->call->type);
    cr.version = (u32)map_mix((u64)site->at.inst->id << 32 ^ s->generation ^ s->frame->context);
    u32 phases = 0;
    const ContractFact *reallocates = NULL, *asserts = NULL;
    for (u32 i = 0; i < c->n; i++) {
        phases |= 1u << phase_of[cr.facts[i].attr];
        if (cr.facts[i].attr == CA_REALLOCATES)
            reallocates = &cr.facts[i];
        if (cr.facts[i].attr == CA_ASSERTS)
            asserts = &cr.facts[i];
    }
    for (u8 phase = PH_READ; phase <= PH_ROOM; phase++)
        for (u32 i = 0; phases >> phase & 1 && i < c->n; i++)
            if (phase_of[cr.facts[i].attr] == phase && !demand(&cr, &cr.facts[i]))
                return;
    for (u32 i = 0; phases & (1u << PH_SINK | 1u << PH_FORMAT) && i < c->n; i++)
        if (cr.facts[i].attr == CA_SINK)
            cr_sink(&cr, &cr.facts[i]);
        else if (cr.facts[i].attr == CA_FORMAT)
            cr_format_sink(&cr, &cr.facts[i]);
    if (contract_has(c, CA_COMPARES) || contract_has(c, CA_PURE) || contract_has(c, CA_CONSTANT))
        cr_examine(&cr);
    if (contract_has(c, CA_NORETURN)) {
        exec_exit(r, s, &site->at, 0, true);
        return;
    }
    if (asserts) {
        Val v = cr_value(&cr, asserts->target[0]);
        if (v && !cr_assume(&cr, v, true))
            return;
    }

    State *failed = NULL;
    if (reallocates)
        failed = cr_reallocate(&cr, reallocates);
    else
        cr_result(&cr);
    if (failed) {
        Val result = cr.result;
        cr.result = val_null(&r->values);
        finish(&cr, failed, out);
        cr.result = result;
    }
    cr_unmentioned(&cr);
    for (u32 i = 0; phases >> PH_ROOM & 1 && i < c->n; i++)
        if (phase_of[cr.facts[i].attr] == PH_ROOM && cr.facts[i].attr != CA_NO_OVERLAP)
            cr_effect(&cr, &cr.facts[i]);
    for (u32 i = 0; phases >> PH_EFFECT & 1 && i < c->n; i++)
        if (phase_of[cr.facts[i].attr] == PH_EFFECT)
            cr_effect(&cr, &cr.facts[i]);
    for (u32 i = 0; phases >> PH_LOCK & 1 && i < c->n; i++) {
        if (phase_of[cr.facts[i].attr] != PH_LOCK)
            continue;
        State *without = cr_lock(&cr, &cr.facts[i]);
        if (without)
            finish(&cr, without, out);
    }
    for (u32 i = 0; phases >> PH_RELEASE & 1 && i < c->n; i++)
        if (phase_of[cr.facts[i].attr] == PH_RELEASE)
            cr_release(&cr, &cr.facts[i]);
    finish(&cr, s, out);
}

/* Pointers that stand for several objects are decided before anything is asked of them. */
static bool resolve_arguments(Run *r, State *s, const CallSite *site, StateList *more)
{
    TypeTable *tt = &r->unit->types;
    for (u32 i = 0; i <= site->call->n_args; i++) {
        bool last = i == site->call->n_args;
        Val v = last ? site->receiver : site->args[i];
        ObjId o;
        Val off;
        if (!v || !val_type(&r->values, v).ptr || val_kind(&r->values, v) == VK_ADDR ||
            val_is_null(&r->values, v))
            continue;
        TypeId pointee = last ? site->call->cls : type_of(tt, site->call->args[i]->type);
        exec_resolve(r, s, v, pointee, &o, &off, more);
        if (s->store.bottom)
            return false;
    }
    return true;
}

enum { RESOLVED_STATES = 32 }; /* into which joined arguments of one call are taken apart */

void exec_contract(Run *r, State *s, const CallSite *site, StateList *out)
{
    StateList todo = {0};
    vec_push(&todo, s);
    for (u32 i = 0; i < todo.n && i < RESOLVED_STATES; i++) {
        State *one = todo.at[i];
        if (resolve_arguments(r, one, site, &todo))
            apply(r, one, site, out);
    }
    vec_release(&todo);
}
