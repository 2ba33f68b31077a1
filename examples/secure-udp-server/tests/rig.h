/*
 * A server and its clients in one process, without sockets and without waiting: what one side sends lies in a queue
 * until the test delivers, changes or drops it. Certificates are made at the start. For test_datagram.c and
 * fuzz_datagram.c.
 */
#ifndef SUS_RIG_H
#define SUS_RIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <openssl/ssl.h>

#include "server.h"

enum { RIG_QUEUE = 64, RIG_CLIENTS = 8 };

typedef struct RigDatagram {
    Address from, to;
    size_t size;
    uint8_t *bytes; /* on the heap, of exactly `size` octets, so that a sanitizer sees each step beyond */
} RigDatagram;

/* Datagrams in the order of their sending; what has no room is lost. */
typedef struct RigQueue {
    RigDatagram items[RIG_QUEUE];
    size_t n;
} RigQueue;

typedef struct RigClient {
    Address address;
    SSL *ssl; /* NULL: not begun */
    RigQueue in, out;
    RigDatagram reading;
} RigClient;

typedef struct Rig {
    Server server;
    Address server_address;
    SSL_CTX *server_tls, *client_tls;
    RigClient clients[RIG_CLIENTS];
    RigQueue stray; /* what the server sent to addresses of no client */
    uint64_t now;   /* ms; the server's clock */
    size_t sent;    /* octets that the server sent */
} Rig;

/* Contexts with a CA made for the occasion; ends the process with a message if that fails. `clients`: limits. */
Rig *rig_new(size_t max_clients, size_t per_source);
void rig_free(Rig *r);
/* Ends all associations on both sides and starts the server anew, with the same contexts. */
void rig_restart(Rig *r, size_t max_clients, size_t per_source);

/* The address 10.0.source.1, `port`. */
Address rig_address(uint8_t source, uint16_t port);

/* Client `i` begins a new association (with or without its certificate) from `address`; its hello is in `out`. */
RigClient *rig_begin(Rig *r, size_t i, Address address, bool with_certificate);
/* Lets a client's OpenSSL act on what has come in. */
void rig_act(RigClient *c);

/* Gives the server a datagram of `size` octets from an address, in a block of just that size. */
void rig_to_server(Rig *r, Address from, const void *bytes, size_t size);
/* Delivers what both sides have sent until nothing moves any more. */
void rig_settle(Rig *r);

/* Takes the oldest datagram; its bytes are then the caller's to free. False if there is none. */
bool rig_take(RigQueue *q, RigDatagram *out);
void rig_clear(RigQueue *q);

/* Sends octets as one record. Reads one record; 0 if none has come, -1 at the end of the association. */
bool rig_write(RigClient *c, const void *bytes, size_t size);
int rig_read(RigClient *c, void *out, size_t room);

#endif
