/*
 * Secrets that are still in memory when it is given back: blocks of the heap (244) and local variables (226).
 */
#include <string.h>

#include "checks/util_family.h"
#include "checks/util_names.h"

static const u16 family[] = {UTIL_CHECK(secret_freed), UTIL_CHECK(secret_not_wiped), UTIL_CHECK_NONE};

static const u8 events[] = {EV_FREE, EV_SCOPE, EV_NONE};

/* Verdict for an object that holds a secret at the end of its life. */
static Finding *judge(CheckCtx *c, const Event *ev, ObjId o, u16 check, WatchSite at, const char *how)
{
    u32 flags = st_obj(ev->run, ev->state, o)->flags;
    if (!(flags & OS_SECRET) || !util_as(c, check))
        return NULL;
    if (flags & OS_WIPED) {
        watch_safe_at(c, ev, at);
        return NULL;
    }
    Finding *f = watch_violated_at(c, ev, at, 0, watch_object(c, ev, o), how);
    util_related_object(c, ev, f, o);
    return f;
}

static void on_variable(CheckCtx *c, const Event *ev, const IrVar *var, ObjId o, WatchSite at)
{
    /* A pointer to the secret is none; neither is a number. */
    TypeKind kind = type_kind(&ev->run->unit->types, var->type);
    if (var->name && (kind == TY_ARRAY || kind == TY_RECORD))
        judge(c, ev, o, UTIL_CHECK(secret_not_wiped), at, "goes out of scope");
}

/* ---- structures with a secret of their own inside ---- */

/* The first member of a record that is an array of bytes and named after a secret; NULL: none. */
static const Field *secret_member(TypeTable *tt, TypeId t)
{
    if (type_kind(tt, t) != TY_RECORD)
        return NULL;
    const Record *r = type_record(tt, t);
    for (u32 i = 0; r && i < r->n_fields; i++)
        if (type_kind(tt, r->fields[i].type) == TY_ARRAY &&
            type_is_char(tt, type_of(tt, r->fields[i].type)) &&
            util_secret_sym(r->fields[i].name) != SECRET_NO)
            return &r->fields[i];
    return NULL;
}

/* Does the function overwrite anything before it ends, in whatever way? Then it has thought of it. */
static bool overwrites(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_CALL)
                continue;
            const Contract *k = check_contract(c, i->call);
            if (contract_has(k, CA_WIPES) || contract_has(k, CA_FILLS) ||
                (i->call->name && util_name_has_any(sym_str(i->call->name),
                                                    "wipe wiped zero bzero zeroize cleanse clear burn clean "
                                                    "scrub memzero memset destroy")))
                return true;
        }
    return false;
}

/* A structure from elsewhere, which was in use, is freed with the secret that is part of it. What was made here and is freed here went
 * wrong before it got a secret, as a rule. */
static void on_structure(CheckCtx *c, const Event *ev)
{
    const IrCall *call = ev->inst->op == II_CALL ? ev->inst->call : NULL;
    if (!call || ev->freed.arg < 0 || (u32)ev->freed.arg >= call->n_args || call->kind == IC_DELETE ||
        obj(&ev->run->objects, ev->freed.obj)->kind != OBJ_POINTEE || ev->f->n_insts > LIMIT_SCAN_INSTS)
        return;
    TypeTable *tt = &ev->run->unit->types;
    TypeId pointer = ir_skip_casts(call->args[ev->freed.arg])->type;
    const Field *member = type_kind(tt, pointer) == TY_PTR ? secret_member(tt, type_of(tt, pointer)) : NULL;
    if (!member || !util_as(c, UTIL_CHECK(secret_freed)))
        return;
    WatchSite at = {ev->f, ev->node};
    if (st_obj(ev->run, ev->state, ev->freed.obj)->flags & OS_WIPED || overwrites(c, ev->f))
        return watch_safe_at(c, ev, at);
    watch_violated_at(c, ev, at, 0, check_text(c, "the block with `%s` in it", sym_str(member->name)),
                      util_callee(call));
}

static void on_event(CheckCtx *c, const Event *ev)
{
    if (ev->kind == EV_FREE) {
        if (ev->freed.obj && !ev->freed.closes &&
            !(st_obj(ev->run, ev->state, ev->freed.obj)->flags & OS_SECRET))
            on_structure(c, ev);
        else if (ev->freed.obj && !ev->freed.closes && obj(&ev->run->objects, ev->freed.obj)->kind != OBJ_VAR)
            judge(c, ev, ev->freed.obj, UTIL_CHECK(secret_freed), (WatchSite){ev->f, ev->node},
                  ev->inst->op == II_CALL ? util_callee(ev->inst->call) : "delete");
    } else if (ev->kind == EV_SCOPE && !ev->state->frame->caller) {
        /* The declaration is the site: a scope has as many ends as ways out. */
        on_variable(c, ev, ev->scope, st_var_obj(ev->run, ev->state, ev->scope),
                    (WatchSite){ev->f, ev->scope->node});
    }
}

const CheckInfo check_secret_freed = {
    .id = "secret-freed",
    .cwe = 244,
    .related = {226, 212},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Memory that holds a secret is freed without being wiped",
    .sites = "releases of memory that holds a secret",
    .message = "`{1}` gives {0} back with the secret still in it.",
    .reason =
        "The next owner of the memory gets the secret with it, and it shows up in core dumps and in answers that send uninitialised memory.",
    .repair = "Overwrite the block with `explicit_bzero`, `OPENSSL_cleanse` or the like before it is freed.",
    .references = (const char *const[]){"CERT C MEM03-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};

const CheckInfo check_secret_not_wiped = {
    .id = "secret-not-wiped",
    .cwe = 226,
    .related = {244, 212},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A local variable dies with a secret in it",
    .sites = "local variables that hold a secret",
    .message = "{0} {1} with the secret still in it.",
    .reason =
        "The bytes stay on the stack until something else is written there; a later call that reads or sends uninitialised memory gives them away.",
    .repair =
        "Overwrite the variable with `explicit_bzero`, `OPENSSL_cleanse` or the like on every way out of its scope.",
    .references = (const char *const[]){"CERT C MEM03-C", NULL},
    .events = events,
    .family = family,
    .on_event = on_event,
};
