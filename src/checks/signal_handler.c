/*
 * CWE-479: signal handlers that call functions which must not run between any two instructions of the program. Handlers are
 * found by signal(), sigaction() and stores to sa_handler and sa_sigaction; their calls are followed inside the unit.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/util_ir.h"

enum { HANDLER_MAX = 64, WORK_MAX = 512 };

typedef struct Handlers {
    struct {
        const IrGlobal *function;
        NodeId where; /* registration */
    } at[HANDLER_MAX];
    u32 n;
} Handlers;

static void add_handler(CheckCtx *c, const IrExp *value, NodeId where)
{
    value = ir_skip_casts(value);
    if (value->kind != IE_ADDR || value->a->kind != IE_GLOBAL || !value->a->global->is_function)
        return;
    Handlers *h = check_unit_data(c, sizeof *h);
    for (u32 i = 0; i < h->n; i++)
        if (h->at[i].function == value->a->global)
            return;
    if (h->n < HANDLER_MAX) {
        h->at[h->n].function = value->a->global;
        h->at[h->n++].where = where;
    }
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u8 signal = contract_kind(CA_CALLBACK, "signal");
    u32 i = 0;
    for (const ContractFact *fact; (fact = contract_next(c->contracts, call->contract, CA_CALLBACK, &i));) {
        const IrExp *arg = fact->kind == signal ? util_call_arg(call->call, fact->target[0].arg) : NULL;
        if (arg && fact->target[0].deref == 0)
            add_handler(c, arg, call->inst->node);
    }
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE && i->place->kind == IE_FIELD && i->node) {
                const char *name = sym_str(i->place->name);
                if (strcmp(name, "sa_handler") == 0 || strcmp(name, "sa_sigaction") == 0)
                    add_handler(c, i->value, i->node);
            }
}

typedef enum Safety { SAFE, UNSAFE, OPEN } Safety;

static Safety safety(CheckCtx *c, const IrCall *call)
{
    const Contract *k = check_contract(c, call);
    if (call->kind == IC_BUILTIN || strncmp(util_callee(call), "va_", 3) == 0)
        return SAFE;
    if (!k || !k->from_library)
        return OPEN;
    if (contract_has(k, CA_SIGNAL_SAFE) || contract_has(k, CA_PURE) || contract_has(k, CA_CONSTANT))
        return SAFE;
    return UNSAFE;
}

typedef struct Work {
    const IrFunction *function;
    const IrInst *call; /* by which it was reached; NULL: the handler */
} Work;

typedef struct Found {
    const IrInst *call; /* first unsafe one */
    const IrFunction *in;
    const IrInst *through;
    u32 n; /* unsafe ones */
    bool open;
} Found;

/* Follows the calls of a handler as far as their bodies stand in the unit. */
static Found follow(CheckCtx *c, const IrFunction *first)
{
    Found found = {0};
    Work *list = arena_array(c->scratch, Work, WORK_MAX);
    u32 n = 0;
    list[n++] = (Work){first, NULL};
    for (u32 at = 0; at < n; at++) {
        const IrFunction *f = list[at].function;
        for (u32 b = 0; b < f->n_blocks; b++)
            for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
                if (i->op != II_CALL || !i->node)
                    continue;
                const IrCall *call = i->call;
                const IrFunction *callee =
                    call->callee && call->kind == IC_DIRECT ? util_body_of(c->ir, call->callee) : NULL;
                if (callee) {
                    bool known = n >= WORK_MAX;
                    found.open = found.open || known;
                    for (u32 k = 0; k < n && !known; k++)
                        known = list[k].function == callee;
                    if (!known)
                        list[n++] = (Work){callee, at == 0 ? i : list[at].call};
                    continue;
                }
                Safety s = safety(c, call);
                found.open = found.open || s == OPEN;
                if (s == UNSAFE && found.n++ == 0) {
                    found.call = i;
                    found.in = f;
                    found.through = list[at].call;
                }
            }
    }
    return found;
}

static void on_handler(CheckCtx *c, const IrGlobal *handler, NodeId where)
{
    const IrFunction *first = util_body_of(c->ir, handler);
    if (!first)
        return;
    Found found = follow(c, first);
    if (found.n == 0) {
        Site site = check_site(c, first->node);
        if (found.open)
            check_undecided(site, UNDECIDED_CALLEE);
        else
            check_safe(site);
        return;
    }
    Finding *out =
        check_violated(check_site(c, found.call->node), util_callee(found.call->call), sym_str(handler->name),
                       found.n > 1 ? check_text(c, " (and %u more)", found.n - 1) : "");
    finding_step(out, check_place(c, where), 0, NULL, "`%s` is made the handler of a signal",
                 sym_str(handler->name));
    if (found.through)
        finding_step(out, check_place(c, found.through->node), 1, NULL, "the handler calls `%s`",
                     util_callee(found.through->call));
    finding_step(out, check_place(c, found.call->node), found.through ? 2 : 1, NULL, "`%s` calls `%s`",
                 sym_str(found.in->name), util_callee(found.call->call));
}

static void on_unit_end(CheckCtx *c)
{
    const Handlers *h = check_unit_data(c, sizeof(Handlers));
    for (u32 i = 0; i < h->n; i++)
        on_handler(c, h->at[i].function, h->at[i].where);
}

static const u8 attrs[] = {CA_CALLBACK, CA_NONE};

const CheckInfo check_signal_handler = {
    .id = "signal-handler",
    .cwe = 479,
    .related = {828},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A signal handler calls a function that is not safe there",
    .sites = "signal handlers",
    .message = "The signal handler `{1}` gets to a call of `{0}`{2}, which is not safe in handlers.",
    .reason =
        "A signal interrupts the program anywhere, inside `malloc` or `printf` too. Running such a function a second time meets half "
        "changed data: memory is corrupted or the program waits for its own lock. Attackers have used this with signals that they "
        "can cause from outside, such as a timeout.",
    .repair =
        "Only set a `volatile sig_atomic_t` flag or write a byte to a pipe, and do the work in the main loop; or use `signalfd`.",
    .references = (const char *const[]){"CERT C SIG30-C", "POSIX.1-2017 2.4.3", NULL},
    .attrs = attrs,
    .on_call = on_call,
    .on_function = on_function,
    .on_unit_end = on_unit_end,
};
