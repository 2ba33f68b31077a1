/*
 * CWE-573: DTLS without the timer that its specification asks for. TCP repeats what was lost, UDP does not; so each side of a handshake
 * has to send its last flight again after a second, two, four ... Libraries do it by themselves only when they may wait, and leave it to
 * the program when it waits for several descriptors. Sites are the calls that ask for DTLS.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_ir.h"

typedef enum Library { LIB_OPENSSL, LIB_GNUTLS, LIB_MBEDTLS, LIB_COUNT } Library;

static const char *const timers[LIB_COUNT] = {"DTLSv1_handle_timeout", "gnutls_dtls_get_timeout",
                                              "mbedtls_ssl_set_timer_cb"};

static const struct {
    const char *name;
    u8 library;
    bool server; /* asks for DTLS; the other names are what gives it a timer */
} names[] = {
    {"DTLS_method", LIB_OPENSSL, true},
    {"DTLS_server_method", LIB_OPENSSL, true},
    {"DTLS_client_method", LIB_OPENSSL, true},
    {"DTLSv1_2_method", LIB_OPENSSL, true},
    {"DTLSv1_2_server_method", LIB_OPENSSL, true},
    {"DTLSv1_2_client_method", LIB_OPENSSL, true},
    {"DTLSv1_handle_timeout", LIB_OPENSSL, false},
    {"BIO_set_nbio", LIB_COUNT, false},
    {"gnutls_init", LIB_GNUTLS, true},
    {"gnutls_dtls_get_timeout", LIB_GNUTLS, false},
    {"gnutls_handshake_set_timeout", LIB_GNUTLS, false},
    {"mbedtls_ssl_config_defaults", LIB_MBEDTLS, true},
    {"mbedtls_ssl_set_timer_cb", LIB_MBEDTLS, false},
};

/* SSL_ctrl(ssl, 74, ...), BIO_ctrl(bio, 33, ...): what the macros for timers come down to. */
enum { CTRL_HANDLE_TIMEOUT = 74, CTRL_RECV_TIMEOUT = 33, GNUTLS_DATAGRAM_FLAG = 4, MBEDTLS_DATAGRAM = 1 };

typedef struct Wanted {
    NodeId call;
    u8 library;
    bool sure; /* its flags are known */
    const char *callee;
    struct Wanted *next;
} Wanted;

typedef struct UnitDtls {
    bool timer[LIB_COUNT];
    bool multiplexes; /* waits for several descriptors, or reads without waiting */
    Wanted *first, **last;
} UnitDtls;

static bool argument(CheckCtx *c, const IrCall *call, u32 k, i64 *v)
{
    return k < call->n_args && util_int(c, call->args[k], v);
}

/* Is it DTLS that this call asks for? -1: not known. */
static int asks_for_datagrams(CheckCtx *c, const IrCall *call, Library library)
{
    i64 v;
    switch (library) {
    case LIB_GNUTLS: return argument(c, call, 1, &v) ? (v & GNUTLS_DATAGRAM_FLAG) != 0 : -1;
    case LIB_MBEDTLS: return argument(c, call, 2, &v) ? v == MBEDTLS_DATAGRAM : -1;
    default: return 1;
    }
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    UnitDtls *d = check_unit_data(c, sizeof *d);
    const char *name = sym_str(call->call->name);
    i64 v;
    if (call->call->receiver)
        return; /* another class's method of that name */
    for (u32 i = 0; i < LENGTH(names); i++) {
        if (strcmp(names[i].name, name) != 0)
            continue;
        if (!names[i].server) {
            if (names[i].library < LIB_COUNT)
                d->timer[names[i].library] = true;
            else
                d->multiplexes = true;
            return;
        }
        int datagrams = asks_for_datagrams(c, call->call, (Library)names[i].library);
        if (!call->inst->node || datagrams == 0)
            return;
        Wanted *w = arena_new(check_arena(c), Wanted);
        *w = (Wanted){.call = call->inst->node,
                      .library = names[i].library,
                      .sure = datagrams == 1,
                      .callee = util_callee(call->call)};
        if (!d->last)
            d->last = &d->first;
        *d->last = w;
        d->last = &w->next;
        return;
    }
    if (strcmp(name, "SSL_ctrl") == 0 || strcmp(name, "BIO_ctrl") == 0) {
        if (!argument(c, call->call, 1, &v) || v == CTRL_HANDLE_TIMEOUT || v == CTRL_RECV_TIMEOUT)
            d->timer[LIB_OPENSSL] = true;
    } else {
        d->multiplexes = true;
    }
}

static void on_project_end(CheckCtx *c)
{
    UnitDtls all = {0};
    for (u32 u = 0; u < c->project->units.n; u++) {
        const UnitDtls *d = check_unit_data_of(c, u);
        for (u32 l = 0; d && l < LIB_COUNT; l++)
            all.timer[l] = all.timer[l] || d->timer[l];
        all.multiplexes = all.multiplexes || (d && d->multiplexes);
    }
    for (u32 u = 0; u < c->project->units.n; u++) {
        const UnitDtls *d = check_unit_data_of(c, u);
        if (!d || !d->first)
            continue;
        check_enter_unit(c, u);
        for (const Wanted *w = d->first; w; w = w->next) {
            Site site = check_site(c, w->call);
            if (all.timer[w->library])
                check_safe(site);
            else if (!w->sure)
                check_undecided(site, UNDECIDED_VALUE);
            else if (!all.multiplexes && w->library != LIB_MBEDTLS)
                check_undecided(site, UNDECIDED_OTHER_UNIT); /* calls that wait send again by themselves */
            else
                check_violated(site, w->callee, timers[w->library]);
        }
    }
}

static const char *const callees[] = {
    "DTLS_method", "DTLS_server_method", "DTLS_client_method", "DTLSv1_2_method", "DTLSv1_2_server_method",
    "DTLSv1_2_client_method", "DTLSv1_handle_timeout", "BIO_set_nbio", "gnutls_init",
    "gnutls_dtls_get_timeout", "gnutls_handshake_set_timeout", "mbedtls_ssl_config_defaults",
    "mbedtls_ssl_set_timer_cb", "SSL_ctrl", "BIO_ctrl",
    /* waiting for several descriptors, and what takes the library's own waiting away */
    "epoll_wait", "epoll_pwait", "poll", "ppoll", "select", "pselect", "kevent", "uv_run", "ev_run",
    "event_base_dispatch", "event_base_loop", "sd_event_loop", "g_main_loop_run", NULL};
static const char *const references[] = {"RFC 6347, section 4.2.4", "RFC 9147, section 5.8", NULL};

const CheckInfo check_dtls_timer = {
    .id = "dtls-timer",
    .cwe = 573,
    .related = {755, 1088},
    .severity = SEV_LOW,
    .confidence = CONF_MEDIUM,
    .title = "DTLS without a timer for what is lost",
    .sites = "calls that ask for DTLS",
    .message =
        "`{0}` makes it DTLS, and nothing in the program calls `{1}`, so what is lost of a handshake is not sent again.",
    .reason =
        "One lost datagram in the wrong place, and the handshake hangs on both sides: the peer waits for a flight that nobody repeats, and the half-made session stays. Whoever can drop or delay single packets keeps clients out at no cost.",
    .repair =
        "Ask the library how long it wants to wait, let the event loop wait no longer than that, and call `{1}` for every session whose time is over.",
    .references = references,
    .callees = callees,
    .on_call = on_call,
    .on_project_end = on_project_end,
};
