/*
 * What is made and never given back: memory (401), files, descriptors and folders (775), other resources
 * (772). The site is the call that made it; where the function itself entered a small function that did, its
 * own call.
 */
#include "checks/util_family.h"

#include <string.h>

static const u16 family[] = {UTIL_CHECK(memory_leak), UTIL_CHECK(descriptor_leak), UTIL_CHECK(resource_leak),
                             UTIL_CHECK_NONE};

static const u8 events[] = {EV_LOST, EV_NONE};

static u16 check_of(CheckCtx *c, const Event *ev, ObjId o)
{
    static const char *const descriptors[] = {"fd",     "FILE",   "DIR",  "HANDLE", "SOCKET",
                                              "handle", "socket", "pipe", "gzFile"};
    const Obj *info = obj(&ev->run->objects, o);
    if (info->kind == OBJ_ALLOC && !util_made_with(c, ev, o, CA_OPENS))
        return UTIL_CHECK(memory_leak);
    const char *name = info->family ? sym_str(info->family) : "";
    for (u32 i = 0; i < LENGTH(descriptors); i++)
        if (strcmp(name, descriptors[i]) == 0)
            return UTIL_CHECK(descriptor_leak);
    return UTIL_CHECK(resource_leak);
}

static const char *how(Lost lost)
{
    switch (lost) {
    case LOST_OVERWRITTEN: return "the last pointer or number that leads to it gets another value";
    case LOST_SCOPE: return "the last variable that leads to it goes out of scope";
    case LOST_DISCARDED: return "the result is not kept";
    default: return "the function ends and nobody can give it back any more";
    }
}

/* Does the resource live in memory that is not this function's own, as a member of what a parameter points to? Then whoever owns the
 * memory gives it back. */
static bool lives_elsewhere(CheckCtx *c, const IrInst *made)
{
    const Contract *k = made->op == II_CALL ? check_contract(c, made->call) : NULL;
    u32 i = 0;
    for (const ContractFact *fact; k && (fact = contract_next(c->contracts, k, CA_OPENS, &i));) {
        i32 arg = fact->target[0].arg;
        if (arg < 0 || (u32)arg >= made->call->n_args)
            continue;
        const IrExp *e = ir_skip_casts(made->call->args[arg]);
        const IrVar *root = e->kind == IE_ADDR ? ir_place_root(e->a) : NULL;
        if (!root)
            return true;
    }
    return false;
}

/* close(0); open(...): the lowest number is wanted, for whoever comes after. */
static bool takes_standard_number(const Event *ev)
{
    for (const Step *s = ev->state->path; s; s = s->before) {
        i64 n;
        const Obj *o = s->kind == STEP_FREE ? obj(&ev->run->objects, s->obj) : NULL;
        if (o && o->kind == OBJ_HANDLE && o->base && val_const(&ev->run->values, o->base, &n) && n >= 0 &&
            n <= 2)
            return true;
    }
    return false;
}

/* Was it kept in a member of something whose address callees were given? They may give it back through that. */
static bool lent(const Event *ev, ObjId o)
{
    Val base = obj(&ev->run->objects, o)->base;
    if (!ev->state->havoc)
        return false;
    for (const Step *s = ev->state->path; s; s = s->before) {
        ObjId to;
        Val off;
        if (s->kind != STEP_ASSIGN || !s->inst || s->inst->op != II_STORE ||
            (s->inst->place->kind == IE_VAR && !(st_obj(ev->run, ev->state, s->obj)->flags & OS_ESCAPED)))
            continue;
        if ((base && s->v == base) || (st_points_to(ev->run, ev->state, s->v, &to, &off) && to == o) ||
            (base && val_mentions(&ev->run->values, s->v, base)))
            return true;
    }
    return false;
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const EvLost *e = &ev->lost;
    Sym of = e->obj ? obj(&ev->run->objects, e->obj)->family : 0;
    const char *family_name = of ? sym_str(of) : "";
    if (strcmp(family_name, "va_list") == 0 || strcmp(family_name, "thread") == 0 ||
        strcmp(family_name, "thrd") == 0)
        return; /* they end by themselves */
    if (e->lost.answer == ANSWER_NONE || !e->obj || !util_as(c, check_of(c, ev, e->obj)))
        return;
    const IrInst *made;
    WatchSite at = util_made_at(ev, e->obj, &made);
    if (!at.f || !made)
        return;
    /* Placement new makes nothing that could be given back. */
    if (made->op == II_CALL && made->call->kind == IC_NEW && made->call->n_args >= 2 &&
        type_is_pointer(&ev->run->unit->types, ir_skip_implicit(made->call->args[1])->type))
        return;
    /* freopen gives the stream that it was given. */
    if (made->op == II_CALL && contract_has(check_contract(c, made->call), CA_CLOSES))
        return;
    if (e->how == LOST_EXIT || e->lost.answer == ANSWER_NO)
        return watch_safe_at(c, ev, at);
    if (e->lost.answer == ANSWER_UNKNOWN)
        return watch_undecided_at(c, ev, at, (EngineWhy)e->lost.why);
    if (lives_elsewhere(c, made))
        return watch_undecided_at(c, ev, at, WHY_CALLER);
    if (lent(ev, e->obj) || takes_standard_number(ev))
        return watch_undecided_at(c, ev, at, WHY_CALLEE);
    const Obj info = *obj(&ev->run->objects, e->obj);
    Sym release = info.family ? contract_release_of(c->contracts, info.family) : 0;
    const char *with = made->op == II_CALL && made->call->kind == IC_NEW
                           ? made->call->flags & ICF_ARRAY ? "delete[]" : "delete"
                       : release ? sym_str(release)
                                 : "the function that belongs to it";
    Finding *f =
        watch_violated_at(c, ev, at, e->lost.cond, watch_object(c, ev, e->obj), how((Lost)e->how), with);
    if (f && ev->inst && e->how != LOST_DISCARDED)
        finding_related(f, watch_place_of(c, ev->f, ev->inst), "here %s", how((Lost)e->how));
}

#define LEAK(name, id_, cwe_, title_, sites_, reason_, ...)                   \
    const CheckInfo check_##name = {                                          \
        .id = id_,                                                            \
        .cwe = cwe_,                                                          \
        .related = {__VA_ARGS__},                                             \
        .severity = SEV_MEDIUM,                                               \
        .confidence = CONF_HIGH,                                              \
        .title = title_,                                                      \
        .sites = sites_,                                                      \
        .message = "{0} is never given back on a way from here: {1}.",        \
        .reason = reason_,                                                    \
        .repair = "Call `{2}` on every way that leaves the function, errors " \
                  "included, or hand it on to somebody who does.",            \
        .references = references,                                             \
        .events = events,                                                     \
        .family = family,                                                     \
        .on_event = on_event,                                                 \
    };

static const char *const references[] = {"CERT C MEM31-C", "CERT C FIO42-C", NULL};

LEAK(
    memory_leak, "memory-leak", 401, "Allocated memory is lost", "calls that allocate memory",
    "Each time the way is taken the process grows by the block. Who can bring it about often enough stops the service.",
    772, 771)
LEAK(
    descriptor_leak, "descriptor-leak", 775, "A file or descriptor is never closed",
    "calls that open files, folders and descriptors",
    "A process may have only so many open files. Who can bring the way about often enough keeps the service from opening more: connections are refused, files cannot be read.",
    772, 773, 404)
LEAK(
    resource_leak, "resource-leak", 772, "A resource is never given back",
    "calls that make resources other than memory and files",
    "Each time the way is taken the resource is held for nothing. Who can bring it about often enough stops the service.",
    404, 771)
