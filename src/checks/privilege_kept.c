/*
 * CWE-250: a program that must be started as root, because it binds a port below 1024, and has no call that gives the rights up again.
 * Sites are the calls of bind and getaddrinfo whose port is such a number, and all calls of bind in programs that give such rights up;
 * the verdict needs the whole project.
 */
#include <stdlib.h>
#include <string.h>

#include "checks/util_family.h"
#include "checks/util_literal.h"

enum { FIRST_FREE_PORT = 1024, PORT_AT = 2, PORTS = 32, PASSIVE = 1 };

/* A call that takes a port: a reserved one, or (port 0) one that is not known. */
typedef struct Reserved {
    NodeId call;
    i64 port;
    const char *callee;
    struct Reserved *next;
} Reserved;

typedef struct UnitRights {
    bool is_program;
    bool drops;            /* gives the rights of root up */
    bool thinks;           /* does something else with rights, or starts another program */
    const IrFunction *run; /* whose run the numbers below belong to */
    Val port[PORTS];       /* results of htons, and what was given to it */
    i64 number[PORTS];
    u32 n;
    Reserved *first, **last;
} UnitRights;

static UnitRights *rights(CheckCtx *c)
{
    return check_unit_data(c, sizeof(UnitRights));
}

static void add(CheckCtx *c, const IrInst *call, i64 port)
{
    UnitRights *r = rights(c);
    for (Reserved *p = r->first; p; p = p->next)
        if (p->call == call->node) {
            p->port = p->port ? p->port : port;
            return;
        }
    if (!call->node)
        return;
    Reserved *p = arena_new(check_arena(c), Reserved);
    *p = (Reserved){.call = call->node, .port = port, .callee = util_callee(call->call)};
    if (!r->last)
        r->last = &r->first;
    *r->last = p;
    r->last = &p->next;
}

/* ---- bind: the engine knows the address ---- */

static void on_result(CheckCtx *c, const Event *ev)
{
    UnitRights *r = rights(c);
    i64 n;
    if (!util_calls(ev->call.call, "htons") || ev->call.call->n_args != 1 || !ev->call.result ||
        !val_const(&ev->run->values, ev->call.args[0], &n))
        return;
    if (r->run != ev->run->f)
        r->n = 0;
    r->run = ev->run->f;
    for (u32 i = 0; i < r->n; i++)
        if (r->port[i] == ev->call.result)
            return;
    if (r->n == PORTS)
        return;
    r->port[r->n] = ev->call.result;
    r->number[r->n++] = n;
}

/* The port in the address whose port is at `at`: a number, or 0. */
static i64 port_of(const UnitRights *r, const ObjState *os, Val at)
{
    for (u32 i = 0; i < os->n_cells; i++)
        for (u32 k = 0; os->cells[i].off == at && k < r->n; k++)
            if (r->port[k] == os->cells[i].value)
                return r->number[k];
    return 0;
}

static void on_bind(CheckCtx *c, const Event *ev)
{
    UnitRights *r = rights(c);
    ObjId o;
    Val off;
    i64 port = 0;
    if (!util_calls(ev->call.call, "bind") || ev->call.call->n_args != 3)
        return;
    if (r->run == ev->run->f && !(ev->state->flags & (SF_BUDGET | SF_WEAK)) &&
        st_points_to(ev->run, ev->state, ev->call.args[1], &o, &off))
        port = port_of(r, st_obj(ev->run, ev->state, o),
                       val_off_add(&ev->run->values, off, val_off(&ev->run->values, PORT_AT)));
    if (port < FIRST_FREE_PORT)
        add(c, ev->inst, MAX(port, 0));
}

static void on_event(CheckCtx *c, const Event *ev)
{
    if (ev->kind == EV_RESULT)
        on_result(c, ev);
    else
        on_bind(c, ev);
}

/* ---- getaddrinfo(NULL, "443", ...) ---- */

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrCall *ir = call->call;
    UtilLiteral l;
    i64 null;
    if (!util_calls(ir, "getaddrinfo")) {
        u8 drop = contract_kind(CA_PRIVILEGE, "drop");
        const ContractFact *fact = NULL;
        for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_PRIVILEGE, &i));)
            rights(c)->drops = rights(c)->drops || fact->kind == drop;
        rights(c)->thinks = true;
        return;
    }
    if (!c->function || ir->n_args != 4 || !util_int(c, ir->args[0], &null) || null != 0 ||
        !util_literal(c, ir->args[1], &l) || !l.bytes)
        return;
    char *end;
    long port = strtol(l.bytes, &end, 10);
    if (*end == '\0' && port > 0 && port < FIRST_FREE_PORT)
        add(c, call->inst, port);
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (f->flags & IFN_MAIN)
        rights(c)->is_program = true;
}

static void on_project_end(CheckCtx *c)
{
    bool drops = false, thinks = false, is_program = false;
    for (u32 u = 0; u < c->project->units.n; u++) {
        const UnitRights *r = check_unit_data_of(c, u);
        drops = drops || (r && r->drops);
        thinks = thinks || (r && r->thinks);
        is_program = is_program || (r && r->is_program);
    }
    for (u32 u = 0; u < c->project->units.n; u++) {
        const UnitRights *r = check_unit_data_of(c, u);
        if (!r || !r->first)
            continue;
        check_enter_unit(c, u);
        for (const Reserved *p = r->first; p; p = p->next) {
            if (!p->port && !drops)
                continue; /* nothing says that it is a reserved one */
            Site site = check_site(c, p->call);
            if (drops)
                check_safe(site);
            else if (thinks || !is_program)
                check_undecided(site, thinks ? UNDECIDED_OTHER_UNIT : UNDECIDED_CALLER);
            else
                check_violated(site, p->callee, check_text(c, "%lld", (long long)p->port));
        }
    }
}

static const u8 events[] = {EV_CALL, EV_RESULT, EV_NONE};
static const u8 attrs[] = {CA_PRIVILEGE, CA_NONE};
/* Whoever calls one of these has thought of rights. */
static const char *const callees[] = {"getaddrinfo",    "setresuid",       "setreuid",
                                      "seteuid",        "setresgid",       "initgroups",
                                      "cap_set_proc",   "capset",          "prctl",
                                      "pledge",         "capng_change_id", "capng_apply",
                                      "cap_enter",      "setpcred",        "setlogincontext",
                                      "setusercontext", "unshare",         "jail",
                                      "jail_attach",    "posix_spawn",     "execve",
                                      "execv",          "execvp",          "execl",
                                      "execlp",         "execle",          NULL};
static const char *const references[] = {"Saltzer, Schroeder 1975, least privilege", "CERT C POS02-C", NULL};

const CheckInfo check_privilege_kept = {
    .id = "privilege-kept",
    .cwe = 250,
    .related = {271, 272},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "A reserved port is bound and the rights for it are never given up",
    .sites = "calls that bind a port below 1024, and any port where rights are given up",
    .message =
        "`{0}` takes port {1}, for which the program must run as root, and nothing in the program gives these rights up.",
    .reason =
        "Everything that follows, the reading of what anybody sends above all, runs with the rights of root. A flaw in it then gives an attacker the whole machine, where it could have given an account that owns nothing.",
    .repair =
        "Change to an account of its own right after `{0}` (`setgroups`, `setgid`, `setuid`, each result tested), or take a port from 1024 on, or let the service manager open the socket.",
    .references = references,
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
    .on_function = on_function,
    .on_project_end = on_project_end,
    .events = events,
    .on_event = on_event,
};
