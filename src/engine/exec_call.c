/*
 * Calls (exec_call): by contract, by entering a small function of the same unit, or not followed; and instructions that could not be read.
 * Called by exec_inst.c.
 */
#include <string.h>

#include "base/limits.h"
#include "engine/explore.h"

/* ---- what is called ---- */

const Contract *exec_contract_of(Run *r, const IrCall *call)
{
    Explore *ex = r->explore;
    if (!r->contracts)
        return NULL;
    u32 *slot = map_slot(&ex->contracts, (u64)(uintptr_t)call, 0);
    if (!*slot) {
        vec_push(&ex->contract_list, callee_contract(r->project, r->contracts, r->unit, call));
        *slot = ex->contract_list.n;
    }
    return ex->contract_list.at[*slot - 1];
}

static const IrFunction *body_of(const Run *r, u32 entry)
{
    u32 at = entry ? map_get(&r->explore->bodies, entry, 0) : 0;
    return at && at != BODY_SEVERAL ? r->unit->functions[at - 1] : NULL;
}

/* The function that a pointer points to. */
static const IrGlobal *pointed_function(Run *r, const State *s, Val target)
{
    ObjId o;
    Val off;
    if (!target || !st_points_to(r, s, target, &o, &off))
        return NULL;
    const Obj *x = obj(&r->objects, o);
    return x->kind == OBJ_FUNC ? x->global : NULL;
}

bool exec_may_throw(const Run *r, const IrCall *call)
{
    if (r->unit->unit->lang != LANG_CXX)
        return false;
    switch (call->kind) {
    case IC_DTOR:
    case IC_DELETE:
    case IC_MACRO:
    case IC_BUILTIN: return false;
    case IC_DIRECT: {
        const Contract *c = exec_contract_of((Run *)r, call);
        return !(c && c->from_library && !c->cls && !sym_len(c->scope));
    }
    default: return true;
    }
}

/* ---- entering ---- */

#define ENTERED_RETURNS 4 /* states in which a function returns to the analysed one; one to others */

static TypeId stored_type(Run *r, const IrVar *v)
{
    TypeTable *tt = &r->unit->types;
    return type_kind(tt, v->type) == TY_REF ? type_ptr(tt, type_of(tt, v->type)) : v->type;
}

static void give_parameter(Run *r, State *s, const CallSite *site, const IrVar *v, Val value, u32 index)
{
    TypeId t = stored_type(r, v);
    if (!value)
        value = exec_opaque(r, s, &site->at, SO_UNREAD, 0x1000 + index, vtype_of(&r->unit->types, t));
    st_store(r, s, st_var_obj(r, s, v), val_off(&r->values, 0), t, value);
}

/* The variables of a function that returned are gone. */
static void end_frame(Run *r, State *s, const IrFunction *f)
{
    for (u32 i = 0; i < f->n_vars; i++) {
        const IrVar *v = f->vars[i];
        if (v->kind == IV_STATIC)
            continue;
        ObjId o = st_var_obj(r, s, v);
        if (v->flags & (IVF_ADDRESS_TAKEN | IVF_CAPTURED | IVF_MAYBE_REF))
            st_write_obj(r, s, o)->flags |= OS_DEAD;
        else if (pmap_get(s->objs, o))
            pmap_set(&r->arena, &s->objs, s->edit, o, NULL);
    }
    st_drop_temps(r, s, 1, f->n_temps);
}

static bool may_enter(Run *r, const State *s, const CallSite *site, const IrFunction *f)
{
    if (!f || r->joined_mode || s->frame->depth >= LIMIT_ENTERED_DEPTH ||
        f->n_insts > (r->explore->enter_left ? LIMIT_ENTERED_INSTS : LIMIT_ENTERED_ALWAYS))
        return false;
    if (site->call->n_args < f->n_params || site->call->flags & (ICF_VIRTUAL | ICF_AMBIGUOUS))
        return false;
    for (const Frame *fr = s->frame; fr; fr = fr->caller)
        if (fr->f == f)
            return false;
    /* Of two functions of one name the other configuration's may be meant. */
    if (presence_implied(&r->unit->unit->presence, site->at.f->presence, f->presence) == 0 ||
        presence_implied(&r->unit->unit->presence, site->at.block->presence, f->presence) == 0)
        return false;
    const Plan *p = explore_plan(r, f);
    return p->small && !p->busy;
}

/* Paths on which the callee tested what nobody here knows are one: the caller has not asked for that test. */
static void merge_returns(Run *r, StateList *l, bool analysed)
{
    StateList guessed = {0};
    u32 n = 0;
    for (u32 i = 0; i < l->n; i++) {
        if (l->at[i]->flags & SF_GUESSED)
            vec_push(&guessed, l->at[i]);
        else
            l->at[n++] = l->at[i];
    }
    l->n = n;
    if (guessed.n)
        explore_merge(r, &guessed, 1);
    if (l->n)
        explore_merge(r, l, analysed ? ENTERED_RETURNS - 1 : 1);
    for (u32 i = 0; i < guessed.n; i++) {
        if (analysed)
            guessed.at[i]->flags &= ~SF_GUESSED;
        vec_push(l, guessed.at[i]);
    }
    vec_release(&guessed);
}

static void escape(Run *r, State *s, Val v, bool read_only, const IrInst *at);

static void enter(Run *r, State *s, const CallSite *site, const IrFunction *f, StateList *out)
{
    const IrInst *inst = site->at.inst;
    const Frame *caller = s->frame;
    u64 context = map_mix(caller->context ^ ((u64)inst->id << 32 | s->generation)) | 1;
    s->generation++;
    for (u32 i = f->n_params; i < site->call->n_args; i++) { /* what va_arg finds is not followed */
        escape(r, s, site->args[i], true, inst);
        st_hand_over(r, s, site->args[i]);
    }
    s->frame = st_frame(r, caller, f, inst, context);
    st_step(r, s, (Step){.kind = STEP_ENTER, .inst = inst});
    for (u32 i = 0; i < f->n_params; i++)
        give_parameter(r, s, site, f->params[i], site->args[i], i);
    if (f->this_var)
        give_parameter(r, s, site, f->this_var, site->receiver, f->n_params);
    Walk w = {.r = r, .plan = explore_plan(r, f), .entered = true};
    u64 before = r->stats.steps;
    explore_function(&w, s);
    if (!caller->depth) { /* the inner ones are part of it */
        u64 used = r->stats.steps - before;
        r->explore->enter_left -= MIN(used, r->explore->enter_left);
    }
    for (u32 i = 0; i < w.returns.n; i++) {
        State *back = w.returns.at[i];
        st_step(r, back, (Step){.kind = STEP_LEAVE, .inst = inst, .v = w.results.at[i]});
        end_frame(r, back, f);
        back->frame = caller;
        if (inst->temp) {
            Val v = w.results.at[i];
            if (!v)
                v = exec_opaque(r, back, &site->at, SO_UNREAD, 0, vtype_of(&r->unit->types, site->call->ret));
            st_set_temp(r, back, inst->temp, v);
        }
    }
    merge_returns(r, &w.returns, caller->depth == 0);
    for (u32 i = 0; i < w.returns.n; i++)
        vec_push(out, w.returns.at[i]);
    vec_release(&w.returns);
    vec_release(&w.results);
}

/* ---- not followed ---- */

static void escape(Run *r, State *s, Val v, bool read_only, const IrInst *at)
{
    ObjId o;
    Val off;
    if (!v)
        return;
    const SymInfo *i = val_kind(&r->values, v) == VK_SYM ? val_sym_info(&r->values, v) : NULL;
    if (st_points_to(r, s, v, &o, &off)) {
        st_escape(r, s, o, read_only, at);
        return;
    }
    u32 mask = i ? ask_alternatives(s, i) : 0;
    const Val *alts = i ? i->alts : NULL;
    for (u32 k = 0; k < 32 && mask >> k; k++)
        if ((mask >> k & 1) && alts[k] && st_points_to(r, s, alts[k], &o, &off))
            st_escape(r, s, o, read_only, at);
}

static bool points_to_const(const TypeTable *tt, TypeId t)
{
    TypeKind k = type_kind(tt, t);
    return (k == TY_PTR || k == TY_REF) && type_get(tt, type_of(tt, t))->quals & TQ_CONST;
}

/* The callee is not followed: escape, havoc, a RESULT symbol as result. */
static Val not_followed(Run *r, State *s, const CallSite *site)
{
    const IrCall *call = site->call;
    TypeTable *tt = &r->unit->types;
    const FuncType *type = type_func_of(tt, call->type);
    const IrInst *inst = site->at.inst;
    for (u32 i = 0; i < call->n_args; i++)
        escape(r, s, site->args[i], type && i < type->n_params && points_to_const(tt, type->params[i]), inst);
    for (u32 i = 0; i < call->n_args; i++)
        st_hand_over(r, s, site->args[i]);
    type = type_func_of(tt, call->type);
    escape(r, s, site->receiver, type && type->is_const, inst);
    for (u32 i = 0; call->places && i < call->n_args; i++)
        if (call->places[i])
            escape(r, s, exec_place(r, s, &site->at, call->places[i]), false, inst);
    st_havoc_escaped(r, s, inst);
    SymInfo info = sym_info(SO_RESULT, vtype_of(tt, call->ret));
    info.f = site->at.f;
    info.inst = inst;
    info.name = call->name;
    const Type *callee = type_get(tt, call->type);
    if (callee->kind == TY_FUNC && type_kind(tt, callee->of) == TY_REF)
        info.lo = 1; /* references are never null */
    return val_sym(&r->values, s->frame->context, inst->id, 0, s->generation, &info);
}

void exec_unread(Run *r, State *s, const Where *at)
{
    const IrUnknown *u = at->inst->unknown;
    Values *vs = &r->values;
    u32 version = (u32)map_mix((u64)at->inst->id << 32 ^ s->generation) | 1;
    for (u32 i = 0; i < (u->all ? at->f->n_vars : u->n_vars); i++) {
        const IrVar *v = u->all ? at->f->vars[i] : u->vars[i];
        ObjId o = st_var_obj(r, s, v);
        if (v->flags & (IVF_ADDRESS_TAKEN | IVF_MAYBE_REF))
            st_escape(r, s, o, false, at->inst);
        /* What it pointed to may be kept elsewhere now. */
        if (type_kind(&r->unit->types, v->type) == TY_PTR && (st_obj(r, s, o)->n_cells || !u->all))
            escape(r, s, st_load(r, s, o, val_off(vs, 0), v->type), false, at->inst);
        st_fill(r, s, o, val_off(vs, 0), 0, CONTENT_SOME,
                exec_opaque(r, s, at, SO_UNREAD, 0x8000 + v->id, vtype_of(&r->unit->types, TYPE_CHAR)), 0,
                version);
    }
    for (u32 i = 0; i < u->n_globals; i++)
        if (!u->globals[i]->is_function)
            st_escape(r, s, st_global_obj(r, u->globals[i]), false, at->inst);
    st_havoc_escaped(r, s, at->inst);
    if (at->inst->temp)
        explore_set_temp(r, s, at->inst->temp,
                         exec_opaque(r, s, at, SO_UNREAD, 0, vtype_of(&r->unit->types, TYPE_UNKNOWN)));
}

/* ---- which way ---- */

static void send_call(Run *r, State *s, const CallSite *site, EventKind kind, bool entered)
{
    if (r->explore->quiet)
        return;
    Event ev = exec_event(r, s, &site->at, kind);
    TempId t = site->at.inst->temp;
    ev.call = (EvCall){.call = site->call,
                       .contract = site->contract,
                       .args = site->args,
                       .receiver = site->receiver,
                       .result = kind == EV_RESULT && t ? st_temp(s, t) : 0,
                       .entered = entered};
    eng_send(r, &ev);
}

static void finish(Run *r, State *s, const CallSite *site, Val result, StateList *out)
{
    if (site->at.inst->temp && result)
        st_set_temp(r, s, site->at.inst->temp, result);
    vec_push(out, s);
}

static void operators(Run *r, State *s, const CallSite *site, StateList *out)
{
    const IrCall *call = site->call;
    TypeTable *tt = &r->unit->types;
    bool array = call->flags & ICF_ARRAY;
    if (call->kind == IC_NEW) {
        Val size = call->n_args ? val_cast(&r->values, vtype_off, site->args[0]) : 0;
        finish(r, s, site, exec_new(r, s, &site->at, type_of(tt, call->ret), size, array), out);
        return;
    }
    static const char *const families[] = {"cxx_new", "cxx_new_array"};
    const char *family = families[array];
    if (call->n_args)
        exec_free(r, s, &site->at, site->args[0], intern_str(family), false, 0);
    finish(r, s, site, 0, out);
}

static bool never_returns(const Run *r, const IrCall *call)
{
    if (call->flags & ICF_NORETURN)
        return true;
    return call->entry && r->facts && !(call->flags & (ICF_VIRTUAL | ICF_AMBIGUOUS)) &&
           facts_never_returns(r->facts, call->entry);
}

/* Is a temporary made whose destructor never returns: LogFatal(...).stream() << text? The path ends with the statement. */
static bool ends_statement(Run *r, const IrCall *call, Val receiver)
{
    ObjId o;
    Val off;
    if (call->kind != IC_CTOR || !r->facts || !call->name || !receiver ||
        val_kind(&r->values, receiver) != VK_ADDR)
        return false;
    o = val_node(&r->values, receiver)->a;
    off = val_node(&r->values, receiver)->b;
    const Obj *x = obj(&r->objects, o);
    if (x->kind != OBJ_VAR || !x->var || x->var->kind != IV_SYNTH || !val_is_null(&r->values, off))
        return false;
    char name[128] = "~";
    size_t n = sym_len(call->name);
    if (n + 2 > sizeof name)
        return false;
    memcpy(name + 1, sym_str(call->name), n);
    Sym dtor = intern_find(name, n + 1);
    const Index *ix = &r->project->index;
    u32 at = dtor ? index_first(ix, dtor) : 0;
    return at && !ix->entries.at[at].next && facts_never_returns(r->facts, at);
}

/* The result of a function elsewhere that does nothing but return a constant; 0: it is none. */
static Val constant_result(Run *r, const IrCall *call, u32 entry)
{
    VType t = vtype_of(&r->unit->types, call->ret);
    i64 v;
    if (!entry || !r->facts || !t.width || t.ptr || t.loose || call->flags & (ICF_VIRTUAL | ICF_AMBIGUOUS) ||
        !facts_returns_constant(r->facts, entry, &v))
        return 0;
    return val_int(&r->values, t, t.width == 1 ? v != 0 : v);
}

void exec_call(Run *r, State *s, const Where *at, StateList *out)
{
    const IrCall *call = at->inst->call;
    CallSite site = {.at = *at, .call = call};
    site.args = call->n_args ? arena_alloc(&r->arena, call->n_args * sizeof(Val)) : NULL;
    Val target = call->target ? exec_value(r, s, at, call->target) : 0;
    site.receiver = call->receiver ? exec_value(r, s, at, call->receiver) : 0;
    for (u32 i = 0; i < call->n_args; i++)
        site.args[i] = exec_value(r, s, at, call->args[i]);
    if (s->store.bottom)
        return;
    const IrGlobal *through = call->kind == IC_INDIRECT ? pointed_function(r, s, target) : NULL;
    u32 entry = through ? through->entry : call->entry;
    site.contract = through ? (entry && r->contracts ? contract_of_entry(r->contracts, entry) : NULL)
                            : exec_contract_of(r, call);
    send_call(r, s, &site, EV_CALL, false);
    if (ends_statement(r, call, site.receiver))
        st_weaken(s, WHY_CALLEE);
    if (!site.contract || !site.contract->from_library)
        exec_named_log(r, s, &site);
    const IrFunction *body = body_of(r, entry);
    u32 first = out->n;
    bool entered = false;
    if (call->kind == IC_NEW || call->kind == IC_DELETE) {
        operators(r, s, &site, out);
    } else if ((!site.contract || !site.contract->from_library) && may_enter(r, s, &site, body)) {
        entered = true;
        enter(r, s, &site, body, out);
    } else if (site.contract) {
        exec_contract(r, s, &site, out);
        if (call->flags & ICF_NORETURN && !contract_has(site.contract, CA_NORETURN)) {
            for (u32 i = first; i < out->n; i++)
                exec_exit(r, out->at[i], at, 0, true);
            out->n = first;
        }
    } else if (never_returns(r, call)) {
        exec_exit(r, s, at, 0, true);
        return;
    } else if (call->kind == IC_BUILTIN && call->name && strcmp(sym_str(call->name), "va_arg") == 0) {
        finish(r, s, &site, exec_opaque(r, s, at, SO_RESULT, 0, vtype_of(&r->unit->types, call->ret)), out);
    } else {
        Val constant = constant_result(r, call, entry);
        finish(r, s, &site, constant ? constant : not_followed(r, s, &site), out);
    }
    for (u32 i = first; i < out->n; i++) {
        State *back = out->at[i];
        if (at->inst->temp && !st_temp(back, at->inst->temp))
            st_set_temp(r, back, at->inst->temp,
                        exec_opaque(r, back, at, SO_RESULT, 0, vtype_of(&r->unit->types, call->ret)));
        send_call(r, back, &site, EV_RESULT, entered);
    }
}
