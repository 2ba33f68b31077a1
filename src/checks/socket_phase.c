/*
 * CWE-666: operations on a socket out of their order. An address is bound before the socket listens or connects, and it listens
 * before it accepts; a call that comes too early or too late only fails, and the service is not there or not where it should be.
 */
#include <string.h>

#include "checks/check.h"
#include "checks/util_ir.h"

typedef enum Phase { PHASE_NONE, PHASE_BIND, PHASE_CONNECT, PHASE_LISTEN, PHASE_ACCEPT } Phase;

static Phase phase_of(const IrCall *call)
{
    static const struct {
        const char *name;
        Phase phase;
    } table[] = {{"bind", PHASE_BIND},     {"connect", PHASE_CONNECT}, {"listen", PHASE_LISTEN},
                 {"accept", PHASE_ACCEPT}, {"accept4", PHASE_ACCEPT},  {"WSAAccept", PHASE_ACCEPT}};
    if (!call->name || call->n_args < 2 || call->kind != IC_DIRECT)
        return PHASE_NONE;
    const char *name = sym_str(call->name);
    for (u32 i = 0; i < LENGTH(table); i++)
        if (strcmp(table[i].name, name) == 0)
            return table[i].phase;
    return PHASE_NONE;
}

/* The local variable that an argument is read from, and that read. */
static const IrVar *variable_of(const IrFunction *f, const IrExp *arg, const IrInst **load)
{
    const IrExp *e = ir_skip_casts(arg);
    *load = e->kind == IE_TEMP ? ir_temp_def(f, e->temp) : NULL;
    bool plain = *load && (*load)->op == II_LOAD && (*load)->place->kind == IE_VAR;
    return plain ? (*load)->place->var : NULL;
}

/* The one definition of the variable that reaches a read of it: *def is NULL for the value at the function's entry. */
static bool one_definition(CheckCtx *c, const IrInst *load, const IrInst **def)
{
    const Reach *reach = check_reach(c);
    u32 at;
    if (reach_of(reach, util_block_of(c->function, load), load, &at, 1) != 1)
        return false;
    *def = reach->defs[at];
    return true;
}

/* Is `i` a call for which the socket of the other call, with the same value, is the argument `k`? */
static bool is_given(CheckCtx *c, const IrInst *i, u32 k, const IrVar *socket, const IrInst *def)
{
    const IrInst *load, *other;
    return variable_of(c->function, i->call->args[k], &load) == socket && one_definition(c, load, &other) &&
           other == def;
}

/* An operation that a bind must not follow, on the same socket, on every way to `at`. */
static const IrInst *done_before(CheckCtx *c, const IrInst *at, const IrVar *socket, const IrInst *def)
{
    const IrFunction *f = c->function;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i != at && i->op == II_CALL && phase_of(i->call) > PHASE_BIND &&
                is_given(c, i, 0, socket, def) && util_dominates(c, i, at))
                return i;
    return NULL;
}

/* Does something between two calls, in the order in which they are written, change the address or ask the system to share it? */
static bool changed_between(const IrFunction *f, const IrVar *address, const IrInst *from, const IrInst *to)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            bool setting =
                i->op == II_CALL && i->call->name && strcmp(sym_str(i->call->name), "setsockopt") == 0;
            if (setting || (i->op == II_UNKNOWN && i->id > from->id && i->id < to->id))
                return true;
            if (i->id > from->id && i->id < to->id && i->op != II_LOAD && i->op != II_SCOPE_BEGIN &&
                i->op != II_SCOPE_END && util_inst_mentions(i, address))
                return true;
        }
    return false;
}

/* The bind of another socket to the same address, on every way to this one. */
static const IrInst *bound_before(CheckCtx *c, const IrInst *at, const IrVar *socket)
{
    const IrFunction *f = c->function;
    const IrVar *address = util_pointee_root(f, at->call->args[1]);
    for (u32 b = 0; address && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrInst *load;
            const IrVar *other = i != at && i->op == II_CALL && phase_of(i->call) == PHASE_BIND
                                     ? variable_of(f, i->call->args[0], &load)
                                     : NULL;
            if (other && other != socket && i->id < at->id &&
                util_pointee_root(f, i->call->args[1]) == address &&
                ir_skip_casts(i->call->args[1])->kind == IE_ADDR && util_dominates(c, i, at) &&
                !changed_between(f, address, i, at))
                return i;
        }
    return NULL;
}

/* May the socket listen already when control gets to `at`: is there a listen before, or a function that may call it? */
static bool may_listen(CheckCtx *c, const IrInst *at, const IrVar *socket, bool *unknown)
{
    const IrFunction *f = c->function;
    const IrBlock *own = util_block_of(f, at);
    const u8 *before = util_blocks_before(c, at);
    for (u32 b = 0; b < f->n_blocks; b++) {
        if (!before[b] && b != own->id)
            continue;
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (!before[b] && i->id >= at->id)
                break;
            if (i->op == II_UNKNOWN)
                *unknown = true;
            if (i->op != II_CALL || i == at)
                continue;
            for (u32 k = 0; k < i->call->n_args; k++) {
                const IrInst *load;
                if (variable_of(f, i->call->args[k], &load) != socket)
                    continue;
                const Contract *contract = check_contract(c, i->call);
                if (phase_of(i->call) == PHASE_LISTEN)
                    return true;
                if (!contract || !contract->from_library)
                    *unknown = true;
            }
        }
    }
    return false;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    Phase phase = c->function ? phase_of(call->call) : PHASE_NONE;
    if (phase != PHASE_BIND && phase != PHASE_ACCEPT)
        return;
    Site site = check_site_inst(c, call->inst);
    const IrInst *load, *def;
    const IrVar *socket = variable_of(c->function, call->call->args[0], &load);
    if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
    } else if (!socket || !one_definition(c, load, &def)) {
        check_undecided(site, UNDECIDED_VALUE);
    } else if (phase == PHASE_BIND) {
        const IrInst *earlier = done_before(c, call->inst, socket, def), *twin = NULL;
        if (!earlier)
            twin = bound_before(c, call->inst, socket);
        if (!earlier && !twin)
            check_safe(site);
        else if (!earlier)
            finding_related(
                finding_repair(
                    finding_message(check_violated(site, sym_str(socket->name)),
                                    "`%s` is bound to the address that another socket has already.",
                                    sym_str(socket->name)),
                    "Use one socket, give each its own port, or ask for `SO_REUSEPORT` on both."),
                check_place_inst(c, twin), "the first socket is bound here");
        else
            finding_related(check_violated(site, sym_str(socket->name), util_callee(call->call),
                                           "comes after", util_callee(earlier->call), "too late"),
                            check_place_inst(c, earlier), "the earlier operation");
    } else {
        const IrInst *made =
            def && def->op == II_STORE ? ir_result_of_call(c->function, ir_skip_casts(def->value)) : NULL;
        bool unknown = !made || !made->call->name || strcmp(sym_str(made->call->name), "socket") != 0;
        if (!unknown && !may_listen(c, call->inst, socket, &unknown) && !unknown)
            finding_related(check_violated(site, sym_str(socket->name), util_callee(call->call),
                                           "comes before", "listen", "too early"),
                            check_place_inst(c, made), "the socket is made here");
        else if (unknown)
            check_undecided(site, UNDECIDED_CALLEE);
        else
            check_safe(site);
    }
}

static const char *const callees[] = {"bind", "accept", "accept4", "WSAAccept", NULL};

const CheckInfo check_socket_phase = {
    .id = "socket-phase",
    .cwe = 666,
    .related = {605},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Operations on a socket in the wrong order",
    .sites = "sockets that are bound or accept connections",
    .message = "`{1}` {2} `{3}` for `{0}`, which is {4}.",
    .reason =
        "The order is socket, bind, listen, accept; a call out of it fails. What was to run on a chosen address and port listens on "
        "one that the system picks, or not at all.",
    .repair = "Bind the address first, then call `listen`, then `accept`, and test each result.",
    .callees = callees,
    .on_call = on_call,
};
