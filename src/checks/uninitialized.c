/*
 * CWE-457 and CWE-824: reads of memory that nobody wrote: local variables, members, elements, blocks from
 * malloc. 824 is the read of a pointer that is followed at once. What the engine cannot see (macros, code
 * under conditions of the preprocessor) leaves it undecided.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/util_family.h"

static const u16 family[] = {UTIL_CHECK(uninitialized), UTIL_CHECK(uninitialized_pointer), UTIL_CHECK_NONE};

static const u8 events[] = {EV_ACCESS, EV_NONE};

/* Is the value of the load only thrown away, as (void)x? */
static bool discarded(const IrInst *load)
{
    for (const IrInst *i = load->next; i; i = i->next)
        if (i->op == II_EVAL && ir_skip_casts(i->value)->kind == IE_TEMP &&
            ir_skip_casts(i->value)->temp == load->temp)
            return true;
    return false;
}

/* int x = x; silences compilers. */
static bool initialises_itself(const IrInst *load)
{
    const IrInst *next = load->next;
    return next && next->op == II_STORE && next->flags & IIF_INIT && next->place->kind == IE_VAR &&
           next->place->var == load->place->var;
}

static bool returns_twice(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; f->n_calls && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && contract_has(check_contract(c, i->call), CA_RETURNS_TWICE))
                return true;
    return false;
}

/* May a call that nobody declares be a macro that writes to the variable, or a macro's text hold its address?
 * */
static bool perhaps_written(CheckCtx *c, const IrFunction *f, const IrVar *var)
{
    u64 size;
    /* A part of a scalar: the type is another one in this configuration. Of an unknown type: nobody knows
     * which part. */
    bool scalar = type_is_scalar(&c->ir->types, var->type) || !type_sizeof(util_types(c), var->type, &size);
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_STORE && i->place->kind != IE_VAR && scalar && ir_place_root(i->place) == var)
                return true; /* a part of it: the type is another one in this
                        configuration */
            if (i->op != II_CALL || !(i->call->flags & (ICF_UNRESOLVED | ICF_MAY_BE_MACRO)))
                continue;
            for (u32 k = 0; k < i->call->n_args; k++) {
                const IrExp *place =
                    i->call->places ? i->call->places[k] : ir_loaded_place(f, i->call->args[k]);
                if (place && place->kind == IE_VAR && place->var == var)
                    return true;
            }
        }
    Loc loc = unit_spelling_loc(c->unit, tree_node(&c->unit->tree, f->node)->tok);
    FileId file = src_file_of(&c->project->src, loc);
    const LexedFile *lexed = file && file < c->project->lexed.n ? c->project->lexed.at[file] : NULL;
    if (!lexed)
        return true;
    Sym amp = token_sym_of_kind(TK_AMP);
    for (u32 k = 0; k < lexed->directives.n; k++) {
        const Directive *d = &lexed->directives.at[k];
        for (u32 i = d->tok + 1; d->kind == DIR_DEFINE && i < d->end && i < lexed->toks.n; i++)
            if (lexed->toks.at[i].sym == var->name && lexed->toks.at[i - 1].sym == amp)
                return true;
    }
    return false;
}

static const IrExp *base_of(const IrExp *place)
{
    while (place && place->kind == IE_FIELD)
        place = place->a;
    return place && (place->kind == IE_DEREF || place->kind == IE_INDEX) ? ir_skip_casts(place->a) : NULL;
}

/* Is the pointer that was read followed by one of the next instructions? */
static bool followed(const IrInst *load)
{
    enum { NEAR = 8 };
    u32 n = 0;
    if (load->op != II_LOAD)
        return false;
    for (const IrInst *i = load->next; i && n < NEAR; i = i->next, n++) {
        const IrExp *base = i->op == II_LOAD || i->op == II_STORE ? base_of(i->place) : NULL;
        if (base && base->kind == IE_TEMP && base->temp == load->temp)
            return true;
    }
    return false;
}

/* The variable that a direct read goes to, or a part of it; NULL through a pointer. */
static const IrVar *root_of(const Event *ev)
{
    if (ev->access.place && !ev->access.fact)
        return ir_place_root(ev->access.place);
    return NULL;
}

/* What va_start does is between the compiler and its header. */
static bool is_va_list(const TypeTable *tt, TypeId t)
{
    while (type_kind(tt, t) == TY_ARRAY)
        t = type_of(tt, t);
    const Type *type = type_get(tt, t);
    Sym name = type->kind == TY_NAMED ? type->named->name : type->kind == TY_RECORD ? type->record->tag : 0;
    return name && strstr(sym_str(name), "va_list");
}

/* Was the whole record given to a callee by its address, in the function? A contract need not say all that it
 * does to it. */
static bool lent(const IrFunction *f, const IrVar *var)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            for (u32 k = 0; i->op == II_CALL && k < i->call->n_args; k++) {
                const IrExp *arg = ir_skip_casts(i->call->args[k]);
                if (arg->kind == IE_ADDR && arg->a->kind == IE_VAR && arg->a->var == var)
                    return true;
            }
    return false;
}

static bool is_site(const Event *ev)
{
    const EvAccess *a = &ev->access;
    if (a->write || a->undef.answer == ANSWER_NONE || !a->obj)
        return false;
    const Obj *o = obj(&ev->run->objects, a->obj);
    if (o->kind == OBJ_VAR && is_va_list(&ev->run->unit->types, o->var->type))
        return false;
    if (o->kind == OBJ_VAR)
        return o->var->kind == IV_LOCAL && !(o->var->flags & (IVF_INIT | IVF_VOLATILE)) && o->var->name;
    return o->kind == OBJ_ALLOC;
}

/* Whole records are copied with the holes and members that nobody needs; a callee may read no more than what
 * was filled in. So it is only what nobody touched at all that counts. */
static bool untouched(const Event *ev)
{
    const EvAccess *a = &ev->access;
    const TypeTable *tt = &ev->run->unit->types;
    if (!a->fact && a->place && type_is_scalar(tt, a->place->type))
        return true;
    const ObjState *s = st_obj(ev->run, ev->state, a->obj);
    return s->n_cells == 0 && (!s->spans || !s->spans->older);
}

/* Why it may be written in a way that is not seen: a reason, or WHY_COUNT. */
static EngineWhy doubt(CheckCtx *c, const Event *ev)
{
    const Obj *o = obj(&ev->run->objects, ev->access.obj);
    const IrVar *var = o->kind == OBJ_VAR ? o->var : NULL;
    if (flow_incomplete(c, ev->f) || returns_twice(c, ev->f))
        return WHY_CONFIGURATION;
    if (var && var->flags & (IVF_MAYBE_REF | IVF_UNDER_ALT))
        return WHY_CONFIGURATION;
    if (var && o->f && type_kind(&c->ir->types, var->type) == TY_RECORD && lent(o->f, var))
        return WHY_CALLEE;
    if (ev->f->flags & IFN_TEMPLATE)
        return WHY_TYPE;
    if (flow_from_macro(c->unit, ev->node))
        return WHY_UNREAD;
    if (var && o->f == ev->f && flow_set_by_config(ev->f, var))
        return WHY_CONFIGURATION;
    if (var && o->f == ev->f && (ev->f->n_insts > LIMIT_SCAN_INSTS || perhaps_written(c, ev->f, var)))
        return WHY_UNREAD;
    return WHY_COUNT;
}

/* An element of an array that a loop wrote other elements of: how far it came is known only as far as bounds go. */
static bool filled_in_rounds(const Event *ev)
{
    const EvAccess *a = &ev->access;
    if (!a->obj || !a->place || a->place->kind != IE_INDEX)
        return false;
    const ObjState *os = st_obj(ev->run, ev->state, a->obj);
    if (!os->n_cells && (!os->spans || !os->spans->older))
        return false;
    for (const Step *s = ev->state->path; s; s = s->before)
        if (s->kind == STEP_ROUND && s->v)
            return true;
    return false;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvAccess *a = &ev->access;
    if (!is_site(ev))
        return;
    const IrInst *load = ev->inst;
    bool direct = load && load->op == II_LOAD;
    u16 check = direct && type_is_pointer(&ev->run->unit->types, load->place->type) && followed(load)
                    ? UTIL_CHECK(uninitialized_pointer)
                    : UTIL_CHECK(uninitialized);
    if (!util_bad(&a->undef)) {
        if (util_as(c, check))
            watch_answer(c, ev, &a->undef, NULL);
        return;
    }
    UtilTold *told = util_told(c, ev);
    const IrVar *root = root_of(ev);
    u64 key = util_key(SUBJECT_CONTENT, a->obj,
                       root && root->type && type_is_scalar(&ev->run->unit->types, root->type) ? 0 : a->off);
    if (util_was_told(told, key) || !util_as(c, check))
        return;
    if (!untouched(ev))
        return watch_undecided(c, ev, WHY_MEMORY);
    if (direct && (discarded(load) || initialises_itself(load)))
        return watch_safe(c, ev);
    EngineWhy why = filled_in_rounds(ev) ? WHY_LOOP : doubt(c, ev);
    if (why != WHY_COUNT)
        return watch_undecided(c, ev, why);
    const char *what =
        direct ? check_text(c, "`%s`", watch_code(c, ev, ev->node)) : watch_object(c, ev, a->obj);
    Finding *f = watch_answer(c, ev, &a->undef, what,
                              direct ? "read" : check_text(c, "read by %s", util_accessor(c, ev)));
    if (!f)
        return;
    util_tell(c, told, key);
    const Obj info = *obj(&ev->run->objects, a->obj);
    if (info.kind == OBJ_VAR && info.var->node)
        finding_related(f, check_place(c, info.var->node), "declared here without a value");
    else
        util_related_object(c, ev, f, a->obj);
}

const CheckInfo check_uninitialized = {
    .id = "uninitialized",
    .cwe = 457,
    .related = {908},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Memory is read before it has a value",
    .sites = "reads of local variables that are declared without a value, and of allocated blocks",
    .message = "{0} is {1} here, and nothing has set it on this way.",
    .reason =
        "What it holds is left over from another call: secrets, addresses, or data that an attacker has put there. Decisions and lengths that depend on it are theirs.",
    .repair = "Give it a value where it is declared or allocated, or on every way to this place.",
    .references = (const char *const[]){"CERT C EXP33-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_uninitialized_pointer = {
    .id = "uninitialized-pointer",
    .cwe = 824,
    .related = {457},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "A pointer is followed before it has a value",
    .sites = "reads of pointers that are followed at once",
    .message = "{0} is followed here, and nothing has set it on this way.",
    .reason =
        "Where it leads is left over from another call. What is written goes to a place that an attacker may have chosen; in the best case the program crashes.",
    .repair = "Set the pointer where it is declared, or on every way to this place.",
    .references = (const char *const[]){"CERT C EXP33-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};
