/*
 * Where a datagram goes: to the association of its address, to a stranger's cookie exchange, or nowhere. The order of
 * the questions is that of their cost; memory is given only to who has proved an address.
 */
#include "server.h"

#include <string.h>

#include "association.h"
#include "log.h"

bool server_init(Server *s, const ServerConfig *config, uint64_t now_ms)
{
    *s = (Server){.config = *config, .bio_method = association_method_new()};
    association_prepare(config->tls);
    return clients_init(&s->clients, config->max_clients, config->per_source) &&
           hello_keys_init(&s->keys, now_ms) && s->bio_method;
}

bool server_send(Server *s, const Route *route, const void *bytes, size_t size)
{
    return s->config.send(s->config.send_ctx, route, bytes, size);
}

static void drop(Server *s, const Datagram *d, const char *reason)
{
    char address[NET_ADDRESS_TEXT];
    s->counts.dropped++;
    if (log_wants(LOG_DEBUG))
        log_line(LOG_DEBUG, "dropped address=%s reason=\"%s\"", address_text(address, &d->route.peer),
                 reason);
}

static bool budget_take(Budget *b, uint64_t rate, uint64_t now_ms)
{
    if (now_ms >= b->until)
        *b = (Budget){now_ms + 1000, rate};
    if (b->left == 0)
        return false;
    b->left--;
    return true;
}

/* Ends an association; nothing of it is left. */
static void end_client(Server *s, Client *client, const char *reason)
{
    char address[NET_ADDRESS_TEXT];
    bool refused = !client->ssl || !SSL_is_init_finished(client->ssl);
    s->counts.refused += refused;
    log_line(LOG_INFO, refused ? "refused address=%s reason=\"%s\"" : "closed address=%s reason=%s",
             address_text(address, &client->route.peer), reason);
    association_end(client);
    clients_remove(&s->clients, client);
}

/* After the association has acted: it is due again, or over. */
static void settle_client(Server *s, Client *client, uint64_t due)
{
    if (client->state == CLIENT_CLOSED)
        end_client(s, client, client->reason);
    else
        clients_set_due(&s->clients, client, due);
}

static void begin(Server *s, const Datagram *d, const Hello *hello, uint64_t now_ms)
{
    char address[NET_ADDRESS_TEXT];
    /* Whoever holds a fresh cookie is at this address: a client that lost its memory may begin anew. */
    Client *old = clients_find(&s->clients, &d->route.peer);
    if (old)
        end_client(s, old, "replaced");
    const char *limit = clients_limit(&s->clients, &d->route.peer);
    Client *client = limit ? NULL : clients_add(&s->clients, &d->route, now_ms);
    if (!client) {
        s->counts.dropped++;
        log_line(LOG_INFO, "limit reason=%s address=%s", limit ? limit : "memory",
                 address_text(address, &d->route.peer));
        return;
    }
    client->server = s;
    client->input = d->bytes;
    client->input_size = d->size;
    uint64_t due = now_ms;
    if (association_begin(client, hello, now_ms))
        due = association_input(client, now_ms);
    settle_client(s, client, due);
}

/* A hello that belongs to no association: its sender proves the address before it costs more than an answer. */
static void greet(Server *s, const Datagram *d, const Hello *hello, uint64_t now_ms)
{
    uint8_t answer[HELLO_VERIFY_SIZE];
    hello_keys_renew(&s->keys, now_ms);
    s->counts.hellos++;
    if (hello->cookie_size > 0) {
        if (!budget_take(&s->checks, s->config.hello_rate, now_ms)) {
            drop(s, d, "more cookies than the server checks in a second");
            return;
        }
        if (hello_cookie_valid(&s->keys, hello, &d->route)) {
            begin(s, d, hello, now_ms);
            return;
        }
    }
    if (!budget_take(&s->answers, s->config.hello_rate, now_ms))
        drop(s, d, "more hellos than the server answers in a second");
    else if (hello_verify_request(&s->keys, answer, hello, &d->route))
        (void)server_send(s, &d->route, answer, sizeof answer);
}

void server_datagram(Server *s, const Datagram *d, uint64_t now_ms)
{
    Hello hello;
    s->counts.datagrams++;
    if (d->truncated || !hello_records_valid(d->bytes, d->size)) {
        drop(s, d, "not DTLS");
        return;
    }
    Client *client = clients_find(&s->clients, &d->route.peer);
    bool greets = hello_read(&hello, d->bytes, d->size);
    /* A hello with a cookie and the random of the association's first one is that one, repeated: OpenSSL's business. */
    bool repeated = client && greets && hello.cookie_size > 0 &&
                    memcmp(hello.random, client->random, sizeof client->random) == 0;
    if (greets && !repeated) {
        greet(s, d, &hello, now_ms);
    } else if (client) {
        client->input = d->bytes;
        client->input_size = d->size;
        settle_client(s, client, association_input(client, now_ms));
    } else {
        drop(s, d, "no association");
    }
}

uint64_t server_tick(Server *s, uint64_t now_ms)
{
    Client *client;
    while ((client = clients_first(&s->clients)) != NULL && client->due <= now_ms) {
        uint64_t due = association_timer(client, now_ms);
        /* OpenSSL's clock is another one: what it does not yet hold for due is asked again in a moment. */
        settle_client(s, client, due > now_ms ? due : now_ms + 1);
    }
    return client ? client->due : UINT64_MAX;
}

void server_log_status(const Server *s)
{
    size_t shaking = 0;
    for (size_t i = 0; i < s->clients.n; i++)
        shaking += s->clients.heap[i]->state == CLIENT_HANDSHAKE;
    const ServerCounts *c = &s->counts;
    log_line(
        LOG_NOTICE,
        "status clients=%zu handshaking=%zu established=%llu refused=%llu datagrams=%llu dropped=%llu hellos=%llu",
        s->clients.n, shaking, (unsigned long long)c->established, (unsigned long long)c->refused,
        (unsigned long long)c->datagrams, (unsigned long long)c->dropped, (unsigned long long)c->hellos);
}

void server_release(Server *s)
{
    size_t n = s->clients.n;
    Client *client;
    while ((client = clients_first(&s->clients)) != NULL)
        end_client(s, client, "shutdown");
    clients_release(&s->clients);
    hello_keys_release(&s->keys);
    BIO_meth_free(s->bio_method);
    s->bio_method = NULL;
    log_line(LOG_NOTICE, "stopped clients=%zu", n);
}
