/*
 * CWE-1088: a server that waits for its peers without any limit in time. Sites are the calls of an event loop that wait forever; whether
 * something else in the program keeps time (timers, alarms, timeouts of sockets, a look at the clock after each event) is asked of the
 * whole project, and whether it keeps anything for its peers at all.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_ir.h"

/* Calls that wait for several descriptors; the argument that limits the time, and what there means "forever". */
static const struct {
    const char *name;
    u8 arg;
    bool pointer; /* NULL rather than a negative number */
} waiting[] = {{"epoll_wait", 3, false}, {"epoll_pwait", 3, false}, {"poll", 2, false},
               {"ppoll", 2, true},       {"select", 4, true},       {"pselect", 4, true},
               {"epoll_pwait2", 3, true}};

/* Options of sockets that make the system end or examine silent connections. */
enum { KEEPALIVE = 9, RECEIVE_TIMEOUT = 20, SEND_TIMEOUT = 21, USER_TIMEOUT = 18 };

typedef struct Endless {
    NodeId call;
    const char *callee;
    struct Endless *next;
} Endless;

typedef struct UnitWaits {
    bool is_program, keeps_time;
    bool peers;    /* anybody may come in */
    bool sessions; /* and something is kept for them: a connection, or a session of a TLS library */
    Endless *first, **last;
} UnitWaits;

static UnitWaits *waits(CheckCtx *c)
{
    return check_unit_data(c, sizeof(UnitWaits));
}

static bool is_in(const char *name, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(*list, name) == 0)
            return true;
    return false;
}

/* Is the value only written down, or made a seed? Then nobody measures with it. */
static bool only_shown(const CheckCtx *c, const IrInst *clock)
{
    static const char *const shows[] = {"srand",    "srandom", "srand48", "localtime", "gmtime", "ctime",
                                        "strftime", "printf",  "fprintf", "syslog",    NULL};
    const IrFunction *f = c->function;
    if (!clock->temp || !f)
        return false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            for (u32 a = 0; i->op == II_CALL && a < i->call->n_args; a++)
                if (ir_result_of_call(f, ir_skip_casts(i->call->args[a])) == clock)
                    return i->call->name && is_in(sym_str(i->call->name), shows);
    return false;
}

static const char *const clocks[] = {"time", "clock_gettime", "gettimeofday", NULL};
static const char *const makers[] = {"SSL_new", "gnutls_init", "mbedtls_ssl_setup", "wolfSSL_new", NULL};

static void on_wait(CheckCtx *c, const CheckCall *call, u32 w)
{
    const IrCall *ir = call->call;
    i64 v;
    UnitWaits *u = waits(c);
    bool known = waiting[w].arg < ir->n_args && util_int(c, ir->args[waiting[w].arg], &v);
    if (!known || ir->receiver || (waiting[w].pointer ? v != 0 : v >= 0)) {
        u->keeps_time = true;
        return;
    }
    if (!call->inst->node)
        return;
    Endless *e = arena_new(check_arena(c), Endless);
    *e = (Endless){.call = call->inst->node, .callee = util_callee(ir)};
    if (!u->last)
        u->last = &u->first;
    *u->last = e;
    u->last = &e->next;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    UnitWaits *u = waits(c);
    const char *name = sym_str(call->call->name);
    i64 v;
    if (contract_has(call->contract, CA_NEW_PEER)) {
        u->peers = true;
        u->sessions = u->sessions || contract_has(call->contract, CA_OPENS);
        return;
    }
    for (u32 w = 0; w < LENGTH(waiting); w++)
        if (strcmp(waiting[w].name, name) == 0) {
            on_wait(c, call, w);
            return;
        }
    if (is_in(name, makers))
        u->sessions = true;
    else if (is_in(name, clocks))
        u->keeps_time = u->keeps_time || !only_shown(c, call->inst);
    else if (strcmp(name, "setsockopt") == 0)
        u->keeps_time = u->keeps_time || call->call->n_args < 3 || !util_int(c, call->call->args[2], &v) ||
                        v == KEEPALIVE || v == RECEIVE_TIMEOUT || v == SEND_TIMEOUT || v == USER_TIMEOUT;
    else
        u->keeps_time = true;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (f->flags & IFN_MAIN)
        waits(c)->is_program = true;
}

static void on_project_end(CheckCtx *c)
{
    UnitWaits all = {0};
    for (u32 n = 0; n < c->project->units.n; n++) {
        const UnitWaits *u = check_unit_data_of(c, n);
        if (!u)
            continue;
        all.is_program = all.is_program || u->is_program;
        all.keeps_time = all.keeps_time || u->keeps_time;
        all.peers = all.peers || u->peers;
        all.sessions = all.sessions || u->sessions;
    }
    for (u32 n = 0; n < c->project->units.n; n++) {
        const UnitWaits *u = check_unit_data_of(c, n);
        if (!u || !u->first)
            continue;
        check_enter_unit(c, n);
        for (const Endless *e = u->first; e; e = e->next) {
            Site site = check_site(c, e->call);
            if (!all.peers || !all.sessions)
                check_safe(site);
            else if (all.keeps_time)
                check_undecided(site, UNDECIDED_OTHER_UNIT); /* for whom, is not known */
            else if (!all.is_program)
                check_undecided(site, UNDECIDED_CALLER);
            else
                check_violated(site, e->callee);
        }
    }
}

static const u8 attrs[] = {CA_NEW_PEER, CA_NONE};
static const char *const callees[] = {
    "epoll_wait", "epoll_pwait", "epoll_pwait2", "poll", "ppoll", "select", "pselect", "SSL_new",
    "gnutls_init", "mbedtls_ssl_setup", "wolfSSL_new", "time", "clock_gettime", "gettimeofday", "setsockopt",
    /* what keeps time without being asked */
    "timerfd_create", "timerfd_settime", "timer_create", "timer_settime", "setitimer", "alarm", "ualarm",
    "sleep", "usleep", "nanosleep", "clock_nanosleep", "sigtimedwait", "pthread_cond_timedwait",
    "sem_timedwait", "event_add", "evtimer_new", "uv_timer_start", "ev_timer_start", "g_timeout_add",
    "SSL_CTX_set_timeout", "gnutls_handshake_set_timeout", "DTLSv1_get_timeout", "times", "clock", NULL};

const CheckInfo check_endless_wait = {
    .id = "endless-wait",
    .cwe = 1088,
    .related = {772, 400},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "A server waits for its peers without any limit in time",
    .sites = "calls that wait for peers forever",
    .message =
        "`{0}` waits without a limit, and nothing in the program keeps time: what a peer began and never ends stays forever.",
    .reason =
        "A peer that connects, or begins a handshake, and then falls silent holds what the program keeps for it until the program ends. Enough of them, which cost their maker next to nothing, and there is no room for anybody else.",
    .repair =
        "Give each peer a deadline for its handshake and for its silence, pass `{0}` the time until the nearest one, and drop those whose time is over.",
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
    .on_function = on_function,
    .on_project_end = on_project_end,
};
