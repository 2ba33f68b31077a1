/*
 * Addresses and UDP sockets: reading command line addresses, receiving in batches, answering from the address that was
 * asked. Called by main (sockets) and by everything that names a peer (addresses), the client and the tests' tools too.
 */
#ifndef SUS_NET_H
#define SUS_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <netinet/in.h>
#include <sys/socket.h>

enum {
    NET_DATAGRAM_MAX = 18 * 1024 + 256, /* a DTLS record of the largest size, with its header */
    NET_BATCH = 32,
    NET_ADDRESS_TEXT = 80 /* "[address%scope]:port" and its end */
};

/* One end of a conversation. IPv4 is kept as ::ffff:a.b.c.d; `port` in the host's order, `scope` 0 but for link-local. */
typedef struct Address {
    uint8_t ip[16];
    uint32_t scope;
    uint16_t port;
} Address;

/* Both ends of a conversation and the socket that carries it (an index that only the sender understands). */
typedef struct Route {
    Address peer;
    Address local;
    int socket;
} Route;

/* A received datagram. `bytes` are lent until the next receiving; `truncated`: it was larger than NET_DATAGRAM_MAX. */
typedef struct Datagram {
    Route route;
    const uint8_t *bytes;
    size_t size;
    bool truncated;
} Datagram;

/* "127.0.0.1:4433" or "[::1]:4433", no names. False if it is not one. */
bool address_parse(Address *out, const char *text);
/* Writes the same form to `out` of NET_ADDRESS_TEXT chars and returns it. */
char *address_text(char *out, const Address *a);
/* The same for the system's calls. Returns its size there. */
socklen_t address_to_system(struct sockaddr_storage *out, const Address *a);
bool address_same(const Address *a, const Address *b);
/* What limits count by: an IPv4 address, or the 64 bits of an IPv6 prefix. */
bool address_same_source(const Address *a, const Address *b);
/* A hash under `key`, which the peers do not know; `source`: equal for all of one source. */
uint64_t address_hash(const Address *a, uint64_t key, bool source);

typedef struct NetSocket {
    int fd;
    Address local;
} NetSocket;

/* Opens and binds; `local` then holds the port. -1: errno says why. The descriptor is closed on exec, never blocks. */
int net_open(NetSocket *s, const Address *local);
void net_close(NetSocket *s);

/* Room for one batch of datagrams, half a megabyte: allocate once. */
typedef struct NetBatch NetBatch;
NetBatch *net_batch_new(void);
void net_batch_free(NetBatch *b);

/*
 * Takes up to NET_BATCH datagrams from `s`, whose `route.socket` becomes `index`. Returns how many, 0 when none waits,
 * -1 on an error (errno) after which the socket may be asked again.
 */
int net_receive(const NetSocket *s, int index, NetBatch *b, Datagram out[NET_BATCH]);
/* Sends from route->local to route->peer. False if the datagram was lost on the way out; DTLS repeats what matters. */
bool net_send(const NetSocket *s, const Route *route, const void *bytes, size_t size);

#endif
