/*
 * The program: opens sockets, gives up its privileges, then waits for datagrams, signals and the clock until it is
 * told to stop.
 */
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>

#include "log.h"
#include "net.h"
#include "options.h"
#include "server.h"
#include "tls.h"

enum { EXIT_STOPPED = 0, EXIT_SYSTEM = 1, EXIT_USAGE = 2, EVENTS = OPTIONS_LISTEN_MAX + 1 };

typedef struct Program {
    Options options;
    Server server;
    NetSocket sockets[OPTIONS_LISTEN_MAX];
    size_t n_sockets;
    NetBatch *batch;
    uid_t uid; /* whom to become */
    gid_t gid;
    int epoll;
    int signals;
    bool stop;
} Program;

static uint64_t now_ms(void)
{
    struct timespec t = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static bool send_datagram(void *ctx, const Route *route, const void *bytes, size_t size)
{
    const Program *p = ctx;
    return net_send(&p->sockets[route->socket], route, bytes, size);
}

static bool refuse(const char *what)
{
    log_line(LOG_ERROR, "%s: %s", what, strerror(errno));
    return false;
}

static bool watch(const Program *p, int fd, uint32_t index)
{
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = index};
    return epoll_ctl(p->epoll, EPOLL_CTL_ADD, fd, &event) == 0;
}

/* Signals come as datagrams do, through a descriptor. A log that nobody reads any more is no reason to end. */
static int open_signals(void)
{
    static const int taken[] = {SIGTERM, SIGINT, SIGHUP, SIGUSR1};
    sigset_t set;
    bool ok = sigemptyset(&set) == 0 && signal(SIGPIPE, SIG_IGN) != SIG_ERR;
    for (size_t i = 0; ok && i < sizeof taken / sizeof taken[0]; i++)
        ok = sigaddset(&set, taken[i]) == 0;
    return ok && sigprocmask(SIG_BLOCK, &set, NULL) == 0 ? signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK)
                                                         : -1;
}

static bool open_everything(Program *p)
{
    char text[NET_ADDRESS_TEXT];
    p->epoll = epoll_create1(EPOLL_CLOEXEC);
    p->signals = open_signals();
    if (p->epoll < 0 || p->signals < 0 || !watch(p, p->signals, OPTIONS_LISTEN_MAX))
        return refuse("epoll and signals");
    for (size_t i = 0; i < p->options.n_listen; i++) {
        if (net_open(&p->sockets[i], &p->options.listen[i]) < 0)
            return refuse(address_text(text, &p->options.listen[i]));
        p->n_sockets++;
        if (!watch(p, p->sockets[i].fd, (uint32_t)i))
            return refuse("epoll");
    }
    p->batch = net_batch_new();
    return p->batch || refuse("memory");
}

/* Whom to become: the user that was named, or `nobody` in place of root. False after a message. */
static bool find_user(Program *p)
{
    const char *name = p->options.user ? p->options.user : geteuid() == 0 ? "nobody" : NULL;
    const struct passwd *user = name ? getpwnam(name) : NULL;
    if (name && (!user || user->pw_uid == 0)) {
        (void)fprintf(stderr, "secure-udp-server: --user %s: %s; see --help\n", name,
                      user ? "is root, whose privileges are to be given up" : "no such user");
        return false;
    }
    p->uid = user ? user->pw_uid : geteuid();
    p->gid = user ? user->pw_gid : getegid();
    return true;
}

/* From here on the process may do nothing that any user may not do, for good; nor does it leave its memory in a file. */
static bool give_up_privileges(uid_t uid, gid_t gid)
{
    const struct rlimit none = {0, 0};
    if (geteuid() == 0 &&
        (setgroups(1, &gid) < 0 || setresgid(gid, gid, gid) < 0 || setresuid(uid, uid, uid) < 0))
        return refuse("giving up root's privileges");
    errno = EPERM;
    if (getuid() != uid || geteuid() != uid || getegid() != gid || (uid != 0 && setuid(0) == 0))
        return refuse("becoming another user");
    return (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
            setrlimit(RLIMIT_CORE, &none) == 0) ||
           refuse("limits");
}

static void take_signals(Program *p)
{
    struct signalfd_siginfo info;
    while (read(p->signals, &info, sizeof info) == (ssize_t)sizeof info) {
        if (info.ssi_signo == SIGUSR1)
            server_log_status(&p->server);
        else
            p->stop = true;
    }
}

/* Takes all that waits at a socket. Signals and timers get their turn between batches, so that no flood can starve them. */
static void drain(Program *p, int index)
{
    Datagram datagrams[NET_BATCH];
    int n;
    while (!p->stop && (n = net_receive(&p->sockets[index], index, p->batch, datagrams)) != 0) {
        if (n < 0) {
            if (errno == EINTR)
                continue;
            log_line(LOG_ERROR, "receiving: %s", strerror(errno));
            return;
        }
        uint64_t now = now_ms();
        for (int i = 0; i < n; i++)
            server_datagram(&p->server, &datagrams[i], now);
        (void)server_tick(&p->server, now);
        take_signals(p);
    }
}

static bool serve(Program *p)
{
    while (!p->stop) {
        struct epoll_event events[EVENTS];
        uint64_t now = now_ms(), due = server_tick(&p->server, now);
        uint64_t wait = due == UINT64_MAX ? UINT64_MAX : due > now ? due - now : 0;
        int n = epoll_wait(p->epoll, events, EVENTS, wait > 60000 ? 60000 : (int)wait);
        if (n < 0 && errno != EINTR)
            return refuse("waiting");
        for (int i = 0; i < n; i++) {
            if (events[i].data.u32 == OPTIONS_LISTEN_MAX)
                take_signals(p);
            else
                drain(p, (int)events[i].data.u32);
        }
    }
    return true;
}

static bool run(Program *p, SSL_CTX *tls)
{
    char text[NET_ADDRESS_TEXT];
    const Options *o = &p->options;
    const ServerConfig config = {.tls = tls,
                                 .send = send_datagram,
                                 .send_ctx = p,
                                 .max_clients = o->max_clients,
                                 .per_source = o->per_source,
                                 .handshake_ms = (uint64_t)o->handshake_seconds * 1000,
                                 .idle_ms = (uint64_t)o->idle_seconds * 1000,
                                 .hello_rate = o->hello_rate};
    bool ok = open_everything(p) && give_up_privileges(p->uid, p->gid);
    if (ok) {
        ok = server_init(&p->server, &config, now_ms()) || refuse("memory");
        for (size_t i = 0; ok && i < p->n_sockets; i++)
            log_line(LOG_NOTICE, "listening address=%s", address_text(text, &p->sockets[i].local));
        if (ok)
            log_line(LOG_NOTICE, "ready clients=0/%lu", o->max_clients);
        ok = ok && serve(p);
        server_release(&p->server);
    }
    net_batch_free(p->batch);
    for (size_t i = 0; i < p->n_sockets; i++)
        net_close(&p->sockets[i]);
    if (p->signals >= 0)
        (void)close(p->signals);
    if (p->epoll >= 0)
        (void)close(p->epoll);
    return ok;
}

int main(int argc, char **argv)
{
    static Program program = {.epoll = -1, .signals = -1};
    char error[TLS_ERROR_SIZE];
    if (!options_read(&program.options, argc, argv))
        return EXIT_USAGE;
    if (program.options.help)
        return options_print_help() ? EXIT_STOPPED : EXIT_SYSTEM;
    if (!find_user(&program))
        return EXIT_USAGE;
    log_set_level(program.options.log);
    SSL_CTX *tls = tls_context_new(&program.options.tls, error);
    if (!tls) {
        (void)fprintf(stderr, "secure-udp-server: %s\n", error);
        return EXIT_USAGE;
    }
    bool ok = run(&program, tls);
    tls_context_free(tls);
    return ok ? EXIT_STOPPED : EXIT_SYSTEM;
}
