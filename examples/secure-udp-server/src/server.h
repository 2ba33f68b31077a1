/*
 * The server without sockets, clocks and signals: datagrams and the time go in, datagrams come out through a function.
 * Called by main, the unit test and the fuzz target.
 */
#ifndef SUS_SERVER_H
#define SUS_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <openssl/ssl.h>

#include "clients.h"
#include "hello.h"
#include "net.h"

/* Sends a datagram from route->local to route->peer; false if it was lost. */
typedef bool ServerSend(void *ctx, const Route *route, const void *bytes, size_t size);

typedef struct ServerConfig {
    SSL_CTX *tls; /* lent, from tls_context_new */
    ServerSend *send;
    void *send_ctx;
    size_t max_clients;
    size_t per_source;
    uint64_t handshake_ms;
    uint64_t idle_ms;
    uint64_t hello_rate; /* first hellos answered, and cookies checked, per second */
} ServerConfig;

/* So much of something per second: what is left of the present second. */
typedef struct Budget {
    uint64_t until; /* ms */
    uint64_t left;
} Budget;

typedef struct ServerCounts {
    uint64_t datagrams, dropped, hellos, established, refused;
} ServerCounts;

typedef struct Server {
    ServerConfig config;
    Clients clients;
    HelloKeys keys;
    BIO_METHOD *bio_method;
    Budget answers;
    Budget checks;
    ServerCounts counts;
} Server;

/* False without memory or randomness; release is allowed then, too. `now_ms` counts from any moment and never back. */
bool server_init(Server *s, const ServerConfig *config, uint64_t now_ms);
/* Ends all associations, with an alert to each, and frees everything. */
void server_release(Server *s);

/* Takes one datagram, whatever is in it. */
void server_datagram(Server *s, const Datagram *d, uint64_t now_ms);
/* Does what is due. Returns when there is something to do next, UINT64_MAX for never. */
uint64_t server_tick(Server *s, uint64_t now_ms);

void server_log_status(const Server *s);
/* For association.c. */
bool server_send(Server *s, const Route *route, const void *bytes, size_t size);

#endif
