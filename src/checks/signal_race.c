/*
 * CWE-364: memory that a signal handler follows a global pointer into is freed while the handler is in place. The signal may come
 * between the free and the moment the pointer is cleared.
 */
#include <string.h>

#include "checks/check.h"
#include "checks/util_ir.h"

enum { POINTERS_MAX = 32 };

/* The handler that a call puts in place, or NULL: SIG_DFL, SIG_IGN, a variable, a function that was not seen. */
static const IrFunction *handler_of(CheckCtx *c, const IrCall *call)
{
    u8 signal = contract_kind(CA_CALLBACK, "signal");
    const Contract *k = check_contract(c, call);
    u32 i = 0;
    for (const ContractFact *fact; (fact = contract_next(c->contracts, k, CA_CALLBACK, &i));) {
        const IrExp *arg =
            fact->kind == signal && !fact->target[0].deref ? util_call_arg(call, fact->target[0].arg) : NULL;
        arg = arg ? ir_skip_casts(arg) : NULL;
        if (arg && arg->kind == IE_ADDR && arg->a->kind == IE_GLOBAL && arg->a->global->is_function)
            return util_body_of(c->ir, arg->a->global);
    }
    return NULL;
}

/* Does the call change which signals arrive, or what they do? */
static bool changes_signals(CheckCtx *c, const IrCall *call)
{
    static const char *const names[] = {"signal", "sigaction", "sigprocmask", "pthread_sigmask",
                                        "sigset", "sighold",   "sigblock",    "sigsetmask"};
    (void)c;
    for (u32 i = 0; call->name && i < LENGTH(names); i++)
        if (strcmp(names[i], sym_str(call->name)) == 0)
            return true;
    return false;
}

typedef struct Pointers {
    const IrGlobal *at[POINTERS_MAX];
    u32 n;
} Pointers;

/* The global whose value a pointer is. */
static const IrGlobal *global_behind(const IrFunction *f, const IrExp *value)
{
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(value));
    return place && place->kind == IE_GLOBAL && !place->global->is_const && !place->global->is_thread
               ? place->global
               : NULL;
}

/* Global pointers that the handler reads or writes through. */
static Pointers followed_by(const IrFunction *handler)
{
    Pointers out = {.n = 0};
    for (u32 b = 0; b < handler->n_blocks; b++)
        for (const IrInst *i = handler->blocks[b]->first; i; i = i->next) {
            if (i->op != II_LOAD && i->op != II_STORE)
                continue;
            const IrExp *e = i->place;
            while (e->kind == IE_FIELD || (e->kind == IE_INDEX && ir_is_place(e->a)))
                e = e->a;
            const IrGlobal *g =
                e->kind == IE_DEREF || e->kind == IE_INDEX ? global_behind(handler, e->a) : NULL;
            bool known = !g || out.n == POINTERS_MAX;
            for (u32 k = 0; k < out.n && !known; k++)
                known = out.at[k] == g;
            if (!known)
                out.at[out.n++] = g;
        }
    return out;
}

/* Does the call free what one of these pointers leads to? */
static const IrGlobal *frees(CheckCtx *c, const IrCall *call, const Pointers *p)
{
    const Contract *k = check_contract(c, call);
    u32 n = 0;
    for (const ContractFact *fact; (fact = contract_next(c->contracts, k, CA_FREES, &n));) {
        const IrExp *arg = fact->target[0].deref ? NULL : util_call_arg(call, fact->target[0].arg);
        const IrGlobal *g = arg ? global_behind(c->function, arg) : NULL;
        for (u32 i = 0; g && i < p->n; i++)
            if (p->at[i] == g)
                return g;
    }
    return NULL;
}

/* From the call that puts the handler in place onwards, as long as nothing changes the signals again. */
static void follow(CheckCtx *c, const IrInst *from, const IrFunction *handler, const Pointers *p)
{
    const IrFunction *f = c->function;
    const Cfg *cfg = check_cfg(c);
    u8 *seen = arena_zalloc(c->scratch, f->n_blocks);
    u32 *work = arena_array(c->scratch, u32, f->n_blocks + 1), n = 0;
    const IrInst *i = from->next;
    const IrBlock *b = util_block_of(f, from);
    for (;;) {
        for (; i; i = i->next) {
            if (i->op != II_CALL)
                continue;
            if (changes_signals(c, i->call))
                break;
            const IrGlobal *g = frees(c, i->call, p);
            if (!g)
                continue;
            Finding *out = check_violated(check_site_inst(c, i), sym_str(g->name), sym_str(handler->name));
            finding_step(out, check_place_inst(c, from), 0, NULL, "`%s` becomes the handler of a signal",
                         sym_str(handler->name));
            finding_step(out, check_place_inst(c, i), 0, NULL,
                         "what the handler uses is freed while it may run");
            return;
        }
        for (u32 k = i ? cfg->succ_at[b->id + 1] : cfg->succ_at[b->id]; k < cfg->succ_at[b->id + 1]; k++)
            if (!seen[cfg->succ[k]]) {
                seen[cfg->succ[k]] = 1;
                work[n++] = cfg->succ[k];
            }
        if (!n)
            break;
        b = f->blocks[work[--n]];
        i = b->first;
    }
    check_safe(check_site_inst(c, from));
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *handler = c->function ? handler_of(c, call->call) : NULL;
    if (!handler)
        return;
    Pointers p = followed_by(handler);
    if (util_too_large(c))
        check_undecided(check_site_inst(c, call->inst), UNDECIDED_BUDGET);
    else if (p.n)
        follow(c, call->inst, handler, &p);
}

static const char *const callees[] = {"signal", NULL};
static const char *const references[] = {"CERT C SIG31-C", NULL};

const CheckInfo check_signal_race = {
    .id = "signal-race",
    .cwe = 364,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Memory that a signal handler uses is freed under it",
    .sites = "signal handlers that follow global pointers",
    .message = "`{0}` is freed while `{1}`, which uses what it points to, may run at any moment.",
    .reason =
        "A signal between the free and the assignment that clears the pointer lets the handler write to memory that belongs to nobody, "
        "or to somebody else by then. Who can send the signal can choose the moment.",
    .repair =
        "Block the signal, or set it to `SIG_IGN`, around the change; or let the handler set a flag and do the work elsewhere.",
    .references = references,
    .callees = callees,
    .on_call = on_call,
};
