/*
 * CWE-562: the address of something that dies with the function outlives it: it is returned, stays in memory
 * that lives on, or is kept by a lambda that holds references. What is returned is a site, as is each store
 * that leaves such an address behind.
 */
#include "checks/util_family.h"

static bool dies(const IrVar *var, const IrExp *place, const TypeTable *tt)
{
    if (var->kind != IV_LOCAL && var->kind != IV_PARAM && var->kind != IV_SYNTH)
        return false;
    if (var->flags & IVF_THREAD || type_kind(tt, var->type) == TY_REF)
        return false;
    return place->kind != IE_STRING;
}

/* The variable that a pointer leads to, when it dies with the function. */
static const IrVar *dying(const Event *ev, Val value, ObjId *o)
{
    Val off;
    if (!st_points_to(ev->run, ev->state, value, o, &off))
        return NULL;
    const Obj *info = obj(&ev->run->objects, *o);
    const IrVar *var = info->kind == OBJ_VAR ? info->var : NULL;
    return var && !(var->flags & IVF_THREAD) && type_kind(&ev->run->unit->types, var->type) != TY_REF ? var
                                                                                                      : NULL;
}

static const char *shown(CheckCtx *c, const IrVar *var)
{
    return var->name ? check_text(c, "`%s`", sym_str(var->name)) : "a temporary object";
}

static void on_exit_of_function(CheckCtx *c, const Event *ev)
{
    const TypeTable *tt = &ev->run->unit->types;
    TypeKind ret = type_kind(tt, ev->run->f->ret);
    if ((ret != TY_PTR && ret != TY_REF) || !ev->exit.value || !ev->inst || ev->inst->op != II_RETURN ||
        !ev->inst->value || ev->inst->flags & (IIF_IMPLICIT | IIF_CO))
        return;
    ObjId o = 0;
    const IrVar *var = dying(ev, ev->exit.value, &o);
    /* What a function returns that nobody declares may be a reference to something that lives on. */
    if (var && var->kind == IV_SYNTH && (type_is_unknown(tt, var->type) || ev->run->f->flags & IFN_TEMPLATE))
        return watch_undecided(c, ev, WHY_TYPE);
    if (!var) {
        if (o || val_is_null(&ev->run->values, ev->exit.value))
            watch_safe(c, ev);
        else
            watch_undecided(c, ev, WHY_VALUE);
        return;
    }
    Finding *f = watch_violated(c, ev, 0, shown(c, var));
    if (f && var->node)
        finding_related(f, check_place(c, var->node), "it is declared here");
}

/* The address is still in memory that lives on when the function ends: the store that put it there is the
 * site. */
static void on_escape(CheckCtx *c, const Event *ev)
{
    const Obj info = *obj(&ev->run->objects, ev->escape.obj);
    if (!ev->escape.where || info.kind != OBJ_VAR || ev->run->f->flags & IFN_MAIN ||
        info.var->flags & IVF_THREAD)
        return;
    for (const Step *s = ev->state->path; s; s = s->before) {
        ObjId o;
        Val off;
        if (s->kind != STEP_ASSIGN || s->obj != ev->escape.where || s->frame->caller || !s->inst ||
            !st_points_to(ev->run, ev->state, s->v, &o, &off) || o != ev->escape.obj)
            continue;
        WatchSite at = {s->frame->f, s->inst->node};
        if (ev->state->havoc &&
            s->inst->place->kind != IE_GLOBAL) /* callees may have put something else in the same place */
            return watch_undecided_at(c, ev, at, WHY_CALLEE);
        Finding *f = watch_violated_at(c, ev, at, 0, shown(c, info.var));
        if (!f)
            return;
        finding_severity(f, SEV_MEDIUM);
        finding_message(f, "The address of %s is left in %s, which outlives it.", shown(c, info.var),
                        watch_object(c, ev, ev->escape.where));
        finding_repair(f, "Take the address out again before the function ends, or allocate the object.");
        if (info.var->node)
            finding_related(f, check_place(c, info.var->node), "it is declared here");
        return;
    }
}

static void on_event(CheckCtx *c, const Event *ev)
{
    if (ev->kind == EV_EXIT)
        on_exit_of_function(c, ev);
    else
        on_escape(c, ev);
}

/* Closures are no pointers: what they hold is seen where they are made. */
static void on_lambda(CheckCtx *c, Site site, const IrExp *closure)
{
    for (u32 i = 0; i < closure->n_args; i++) {
        const IrExp *arg = closure->args[i];
        IrVar *var = arg->kind == IE_ADDR ? ir_place_root(arg->a) : NULL;
        if (var && dies(var, arg->a, &c->ir->types)) {
            finding_message(
                check_violated(site, sym_str(var->name)),
                "The lambda that is returned holds a reference to `%s`, which dies with the function.",
                sym_str(var->name));
            return;
        }
    }
    check_safe(site);
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        if (!last || last->op != II_RETURN || !last->value || !last->node ||
            last->flags & (IIF_IMPLICIT | IIF_CO))
            continue;
        const IrExp *value = ir_skip_implicit(last->value);
        if (value->kind == IE_LAMBDA)
            on_lambda(c, check_site_inst(c, last), value);
    }
}

static const u8 events[] = {EV_EXIT, EV_ESCAPE, EV_NONE};

const CheckInfo check_return_stack_address = {
    .id = "return-stack-address",
    .cwe = 562,
    .related = {825},
    .severity = SEV_HIGH,
    .confidence = CONF_VERY_HIGH,
    .title = "The address of a local variable is returned",
    .sites = "returns of pointers, references and lambdas, and stores that leave an address behind",
    .message = "The returned address is that of {0}, which dies with the function.",
    .reason =
        "The next call reuses the memory. Whoever reads through the pointer sees other data, and whoever writes through it changes another function's variables or its return address.",
    .repair = "Return the object by value, let the caller give the memory, or allocate it.",
    .references = (const char *const[]){"CERT C DCL30-C", NULL},
    .on_function = on_function,
    .events = events,
    .on_event = on_event,
};
