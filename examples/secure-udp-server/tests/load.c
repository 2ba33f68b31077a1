/*
 * tool-load: many DTLS clients in one process. Each has its own socket, certificate and association; they send texts
 * and wait for each acknowledgement, or only stay. For the tests and the measurement; prints key=value lines.
 */
#include <errno.h>
#include <openssl/err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "message.h"
#include "tool.h"

enum {
    EVENTS = 256,
    RAW_SIZE = 32 /* octets of a text of --echo raw, with the newline */
};

static const double tick_seconds = 0.05; // how often timers are looked at
static const double resend_first = 0.25;
static const double resend_last = 4;
// Until the next attempt when nobody listens, as while s_server goes from one client to the next.
static const double refused_again = 0.02;
static const double refused_last = 5; // how long such attempts go on

typedef enum State { IDLE, REFUSED, HANDSHAKING, UP, TALKING, DONE, CLOSED, FAILED } State;

typedef struct Client {
    SSL *ssl;
    int fd;
    State state;
    uint32_t sent;           // texts, the present one included
    double resend_at, delay; // of the present text
    bool refused;            // nobody listens any more; what was sent before that may still wait to be read
    double begun;            // the present attempt at a handshake
} Client;

typedef struct Load {
    const char *connect, *ca, *cert, *key, *name, *echo;
    unsigned long clients, parallel, messages, sources, seconds;
    bool hold, sequential, raw;
    ToolAddress server;
    SSL_CTX *context;
    Client *all;
    int epoll;
    size_t started, handshaking, talking;
    unsigned long established, failed, acked, resent, closed, refused;
    double handshake_seconds, echo_seconds, last_tick;
    double refused_since; // 0: not since the last success
} Load;

static void stop(Load *l, Client *c, State state, const char *reason)
{
    if (reason && l->failed + l->closed < 10) // the first few tell enough
        fprintf(stderr, "tool-load: client %zu: %s\n", (size_t)(c - l->all), reason);
    l->handshaking -= c->state == HANDSHAKING || c->state == REFUSED;
    l->talking -= c->state == TALKING;
    l->failed += state == FAILED;
    l->closed += state == CLOSED;
    c->state = state;
    SSL_free(c->ssl);
    c->ssl = NULL;
    if (c->fd >= 0)
        close(c->fd);
    c->fd = -1;
}

/* ---- handshakes ---- */

/* After a refusal: servers that are gone for all are not waited for by each. */
static bool may_try_again(Load *l)
{
    if (l->refused_since == 0)
        l->refused_since = tool_now();
    return tool_now() - l->refused_since < refused_last;
}

static void go_on_with_handshake(Load *l, Client *c)
{
    ERR_clear_error();
    errno = 0;
    int result = SSL_connect(c->ssl);
    bool refused = errno == ECONNREFUSED;
    int error = SSL_get_error(c->ssl, result);
    long verified = SSL_get_verify_result(c->ssl);

    if (result == 1) {
        c->state = UP;
        l->handshaking--;
        l->established++;
        l->refused_since = 0;
        if (l->sequential)
            l->handshake_seconds += tool_now() - c->begun;
    } else if (error == SSL_ERROR_SYSCALL && refused && may_try_again(l)) {
        SSL_free(c->ssl);
        c->ssl = NULL;
        close(c->fd);
        c->fd = -1;
        c->state = REFUSED;
        l->refused++;
    } else if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
        stop(l, c, FAILED,
             verified == X509_V_OK ? tool_tls_error() : X509_verify_cert_error_string(verified));
    }
}

/* The address that the client with this number sends from: one of --sources addresses from 127.64.0.1 on. */
static ToolAddress source_of(const Load *l, size_t number)
{
    uint32_t index = (uint32_t)(number % l->sources);

    return tool_loopback(UINT32_C(0x400000) + (index / 250 << 8) + index % 250 + 1);
}

static void start(Load *l, Client *c)
{
    ToolAddress source = {.size = 0};

    if (l->sources)
        source = source_of(l, (size_t)(c - l->all));
    c->fd = tool_socket(l->server.as.any.sa_family, l->sources ? &source : NULL, &l->server);
    if (c->fd < 0)
        tool_fail("socket: %s", strerror(errno));
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
    if (epoll_ctl(l->epoll, EPOLL_CTL_ADD, c->fd, &event))
        tool_fail("epoll_ctl: %s", strerror(errno));
    c->ssl = tool_association(l->context, l->name, c->fd, &l->server, NULL);
    l->handshaking += c->state == IDLE;
    c->state = HANDSHAKING;
    c->begun = tool_now();
    go_on_with_handshake(l, c);
}

/* ---- texts ---- */

static size_t write_text(const Load *l, const Client *c, uint8_t bytes[MESSAGE_SIZE_MAX])
{
    char text[RAW_SIZE + 1];

    snprintf(text, sizeof text, "%09zu %020u\n", (size_t)(c - l->all), c->sent);
    size_t length = strnlen(text, RAW_SIZE);
    if (l->raw) {
        memcpy(bytes, text, length);
        return length;
    }
    Message message = {
        .type = MESSAGE_TEXT, .length = (uint16_t)length, .sequence = c->sent, .payload = (uint8_t *)text};
    return message_write(bytes, MESSAGE_SIZE_MAX, &message);
}

static void send_text(Load *l, Client *c)
{
    uint8_t bytes[MESSAGE_SIZE_MAX];
    size_t length = write_text(l, c, bytes);

    ERR_clear_error();
    errno = 0;
    int sent = SSL_write(c->ssl, bytes, (int)length);
    c->refused |= sent <= 0 && errno == ECONNREFUSED;
    int error = SSL_get_error(c->ssl, sent);
    if (sent <= 0 && !c->refused && error != SSL_ERROR_WANT_WRITE && error != SSL_ERROR_WANT_READ) {
        stop(l, c, FAILED, tool_tls_error());
        return;
    }
    c->resend_at = tool_now() + c->delay; // one that a full socket did not take is sent again like a lost one
}

static void next_text(Load *l, Client *c)
{
    if (c->sent == l->messages) {
        c->state = DONE;
        l->talking--;
        return;
    }
    c->sent++;
    c->delay = resend_first;
    send_text(l, c);
}

static bool is_answer(const Load *l, const Client *c, const uint8_t *bytes, size_t size)
{
    uint8_t text[MESSAGE_SIZE_MAX];
    Message message;

    if (l->raw) // what went out comes back, maybe joined with an earlier echo
        return memmem(bytes, size, text, write_text(l, c, text)) != NULL;
    return message_read(&message, bytes, size) && message.type == MESSAGE_ACK && message.sequence == c->sent;
}

static void read_answers(Load *l, Client *c)
{
    uint8_t bytes[MESSAGE_SIZE_MAX];

    while (c->ssl) {
        ERR_clear_error();
        errno = 0;
        int size = SSL_read(c->ssl, bytes, sizeof bytes);
        bool refused = size <= 0 && errno == ECONNREFUSED;
        int error = SSL_get_error(c->ssl, size);
        if (size > 0) {
            if (c->state == TALKING && is_answer(l, c, bytes, (size_t)size)) {
                l->acked++;
                next_text(l, c);
            }
        } else if (error == SSL_ERROR_ZERO_RETURN) {
            stop(l, c, CLOSED, c->state == TALKING ? "closed by the server" : NULL);
        } else if (error == SSL_ERROR_SYSCALL && refused) {
            c->refused = true; // which the socket says before it gives what came earlier
        } else if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
            if (c->refused)
                stop(l, c, FAILED, "nobody listens any more");
            return;
        } else {
            stop(l, c, FAILED, tool_tls_error());
        }
    }
}

/* ---- the loop ---- */

static void look_at_timers(Load *l)
{
    double now = tool_now();

    if (now - l->last_tick < tick_seconds)
        return;
    l->last_tick = now;
    for (size_t i = 0; i < l->started; i++) {
        Client *c = &l->all[i];
        if (c->state == HANDSHAKING && DTLSv1_handle_timeout(c->ssl) < 0) {
            stop(l, c, FAILED, "no answer");
        } else if (c->state == REFUSED && now >= c->begun + refused_again) {
            start(l, c);
        } else if (c->state == TALKING && now >= c->resend_at) {
            c->delay = c->delay * 2 < resend_last ? c->delay * 2 : resend_last;
            l->resent++;
            send_text(l, c);
            if (c->refused)
                read_answers(l, c);
        }
    }
}

static void turn(Load *l)
{
    struct epoll_event events[EVENTS];
    int count = epoll_wait(l->epoll, events, EVENTS, (int)(tick_seconds * 1000));

    for (int i = 0; i < count; i++) {
        Client *c = events[i].data.ptr;
        if (c->state == HANDSHAKING)
            go_on_with_handshake(l, c);
        else if (c->ssl)
            read_answers(l, c);
    }
    look_at_timers(l);
}

/* Handshakes of the clients before `end`, at most --parallel under way at once. */
static void handshakes(Load *l, size_t end)
{
    double begin = tool_now();

    while (!tool_stopped && tool_now() - begin < (double)l->seconds) {
        for (; l->started < end && l->handshaking < l->parallel; l->started++)
            start(l, &l->all[l->started]);
        if (!l->handshaking && l->started == end)
            break;
        turn(l);
    }
    if (!l->sequential) // where each handshake is measured by itself
        l->handshake_seconds += tool_now() - begin;
    for (size_t i = 0; i < l->started && l->handshaking; i++)
        if (l->all[i].state == HANDSHAKING || l->all[i].state == REFUSED)
            stop(l, &l->all[i], FAILED, "the handshake came to no end in time");
}

/* Texts of all clients that are up, all at once and each with one text under way. */
static void talk(Load *l)
{
    double begin = tool_now();

    if (!l->messages)
        return;
    for (size_t i = 0; i < l->started; i++)
        if (l->all[i].state == UP) {
            l->all[i].state = TALKING;
            l->talking++;
            next_text(l, &l->all[i]);
        }
    while (l->talking && !tool_stopped && tool_now() - begin < (double)l->seconds)
        turn(l);
    l->echo_seconds += tool_now() - begin;
    for (size_t i = 0; i < l->started && l->talking; i++)
        if (l->all[i].state == TALKING)
            stop(l, &l->all[i], FAILED, "not all texts were acknowledged in time");
}

/* All stay, and notice when the server ends the association, until standard input or the process is to end. */
static void hold(Load *l)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLHUP, .data.ptr = NULL};
    char byte;

    // A plain file or /dev/null, as a job in the background has it, is not for epoll: then only a signal ends this.
    if (epoll_ctl(l->epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event) && errno != EPERM)
        tool_fail("standard input: %s", strerror(errno));
    printf("up %lu\n", l->established - l->closed);
    fflush(stdout);
    while (!tool_stopped) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(l->epoll, events, EVENTS, 1000);
        for (int i = 0; i < count; i++) {
            Client *c = events[i].data.ptr;
            if (!c && read(STDIN_FILENO, &byte, 1) == 0)
                return;
            if (c && c->ssl)
                read_answers(l, c);
        }
    }
}

static void close_all(Load *l)
{
    for (size_t i = 0; i < l->started; i++) {
        Client *c = &l->all[i];
        if (c->ssl && c->state != FAILED) {
            SSL_shutdown(c->ssl);
            stop(l, c, DONE, NULL);
        }
    }
}

static void report(const Load *l)
{
    double handshaken = l->handshake_seconds > 0 ? (double)l->established / l->handshake_seconds : 0;
    double echoed = l->echo_seconds > 0 ? (double)l->acked / l->echo_seconds : 0;

    printf("clients=%lu\nestablished=%lu\nfailed=%lu\nclosed=%lu\nrefused=%lu\n", l->clients, l->established,
           l->failed, l->closed, l->refused);
    printf("messages=%lu\nacked=%lu\nresent=%lu\n", l->clients * l->messages, l->acked, l->resent);
    printf("handshake_seconds=%.3f\necho_seconds=%.3f\n", l->handshake_seconds, l->echo_seconds);
    printf("handshakes_per_second=%.1f\nround_trips_per_second=%.1f\n", handshaken, echoed);
}

int main(int argc, char **argv)
{
    Load l = {.clients = 1, .parallel = 64, .seconds = 60, .name = "localhost", .echo = "message"};
    const ToolOption options[] = {
        {"connect", TOOL_NEEDED, &l.connect, 0, "ADDRESS:PORT of the server"},
        {"ca", TOOL_NEEDED, &l.ca, 0, "FILE: who vouches for the server"},
        {"cert", TOOL_TEXT, &l.cert, 0, "FILE: the clients' certificate"},
        {"key", TOOL_TEXT, &l.key, 0, "FILE: its key"},
        {"name", TOOL_TEXT, &l.name, 0, "NAME in the server's certificate (localhost)"},
        {"clients", TOOL_NUMBER, &l.clients, 1000000, "how many clients (1)"},
        {"parallel", TOOL_NUMBER, &l.parallel, 1000000, "handshakes under way at once (64)"},
        {"messages", TOOL_NUMBER, &l.messages, 100000000, "texts of each client, one after the other (0)"},
        {"sources", TOOL_NUMBER, &l.sources, 60000,
         "spread the clients over so many addresses (the usual one)"},
        {"seconds", TOOL_NUMBER, &l.seconds, 86400, "limit of the handshakes, and of the texts (60)"},
        {"echo", TOOL_TEXT, &l.echo, 0, "message, or raw: no header, the echo of the octets is the answer"},
        {"hold", TOOL_FLAG, &l.hold, 0, "print \"up N\" and stay until standard input or the process ends"},
        {"sequential", TOOL_FLAG, &l.sequential, 0, "one client after the other, each from start to end"},
    };

    tool_options(argc, argv, "many DTLS clients at once", options, sizeof options / sizeof *options);
    tool_catch_signals();
    if (strcmp(l.echo, "raw") != 0 && strcmp(l.echo, "message") != 0)
        tool_fail("--echo %s: message or raw", l.echo);
    if (!l.clients || !l.parallel)
        tool_fail("--clients and --parallel begin at 1");
    l.raw = strcmp(l.echo, "raw") == 0;
    l.server = tool_address(l.connect);
    if (l.sources && l.server.as.any.sa_family != AF_INET)
        tool_fail("--sources: only IPv4 has many loopback addresses");
    tool_allow_files(l.sequential ? 1 : l.clients);
    l.context = tool_context(l.ca, l.cert, l.key);
    l.all = calloc(l.clients, sizeof *l.all);
    l.epoll = epoll_create1(EPOLL_CLOEXEC);
    if (!l.all || l.epoll < 0)
        tool_fail("%s", strerror(errno));
    for (size_t i = 0; i < l.clients; i++)
        l.all[i].fd = -1;

    size_t step = l.sequential ? 1 : l.clients;
    for (size_t end = step; end <= l.clients && !tool_stopped; end += step) {
        handshakes(&l, end);
        talk(&l);
        if (l.sequential)
            close_all(&l);
    }
    bool good = l.established == l.clients && l.acked == l.clients * l.messages;
    if (l.hold && !l.sequential)
        hold(&l);
    close_all(&l);
    report(&l);
    close(l.epoll);
    free(l.all);
    SSL_CTX_free(l.context);
    return tool_end(good);
}
