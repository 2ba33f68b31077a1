/*
 * The table of clients: bounded, found by address, limited by source, ordered by when each must be looked at next.
 * A client enters when it has proved its address and leaves when its association ends. Called by server.c and
 * association.c.
 */
#ifndef SUS_CLIENTS_H
#define SUS_CLIENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <openssl/ssl.h>

#include "hello.h"
#include "message.h"
#include "net.h"

enum { CLIENT_NAME_SIZE = 129 };

typedef enum ClientState { CLIENT_HANDSHAKE, CLIENT_OPEN, CLIENT_CLOSED } ClientState;

typedef struct Client {
    Route route;
    ClientState state;
    SSL *ssl; /* association.c */
    uint8_t
        random[HELLO_RANDOM_SIZE]; /* of the hello that began it: tells its repetition from a new beginning */
    uint8_t cookie[HELLO_COOKIE_SIZE];
    const uint8_t *input; /* the datagram that is being read, lent */
    size_t input_size;
    struct Server *server;
    const char *reason; /* CLIENT_CLOSED: why */
    MessageWindow window;
    unsigned bad_messages;
    char name[CLIENT_NAME_SIZE]; /* what it proved to be; not neutralized */
    uint64_t deadline;           /* ms: the handshake's end, or that of idleness */
    uint64_t due;                /* ms: the earlier of the deadline and of the retransmission timer */
    /* the table's own */
    size_t heap_index;
    uint64_t hashes[2];
    struct Client *next[2];
} Client;

typedef struct Clients {
    size_t n;
    size_t max;
    size_t per_source;
    size_t mask; /* number of buckets - 1 */
    uint64_t key;
    Client **buckets[2]; /* by address, by source */
    Client **heap;       /* n of max, the smallest `due` first */
} Clients;

/* False without memory or randomness; release is allowed then, too. */
bool clients_init(Clients *c, size_t max, size_t per_source);
/* The clients must be gone. */
void clients_release(Clients *c);

/* The client at an address, or NULL. */
Client *clients_find(const Clients *c, const Address *address);

/* What stands against a new client at `address`: "clients", "source", or NULL. */
const char *clients_limit(const Clients *c, const Address *address);

/* A new client, zeroed but for route and due, in the table. NULL without memory. The caller has asked clients_limit. */
Client *clients_add(Clients *c, const Route *route, uint64_t due);
/* Takes it out of the table, wipes and frees it; its SSL must be gone. */
void clients_remove(Clients *c, Client *client);

/* The client that is due first, or NULL. */
Client *clients_first(const Clients *c);
void clients_set_due(Clients *c, Client *client, uint64_t due);

#endif
