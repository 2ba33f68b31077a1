/*
 * tool-proxy: a UDP relay that loses, doubles, reorders and delays datagrams, and can move a client to another address.
 * For the tests. What happens to the n-th datagram of a client and direction depends on the seed alone.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "tool.h"

enum { CLIENTS_MAX = 4096, EVENTS = 64 };

static const double reorder_seconds =
    0.05; // the longest that a datagram waits for the next one to overtake it

typedef enum Direction { TO_SERVER, TO_CLIENT } Direction;

typedef struct Client {
    ToolAddress address;
    int upstream;
    unsigned long sent; // datagrams of the client
    ToolRandom random[2];
} Client;

/* A datagram under way; the list is in no order. */
typedef struct Parcel {
    struct Parcel *next;
    Client *client;
    Direction direction;
    double due;
    bool held; // until the next one of its client and direction has passed, or it is due
    size_t size;
    uint8_t bytes[];
} Parcel;

typedef struct Proxy {
    const char *listen, *to;
    unsigned long seed, loss, duplicate, reorder, delay_ms, rebind_after;
    ToolAddress server;
    int fd, epoll;
    Client *clients;
    size_t client_count;
    Parcel *parcels;
    unsigned long received, forwarded, lost, duplicated, reordered, rebound, turned_away;
} Proxy;

static void watch(const Proxy *p, int fd, Client *client)
{
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = client};

    if (epoll_ctl(p->epoll, EPOLL_CTL_ADD, fd, &event))
        tool_fail("epoll_ctl: %s", strerror(errno));
}

static void open_upstream(Proxy *p, Client *client)
{
    int fd = tool_socket(p->server.as.any.sa_family, NULL, &p->server);

    if (fd < 0)
        tool_fail("a socket towards %s: %s", p->to, strerror(errno));
    if (client->upstream >= 0) // only now, so that the new one cannot be given the same port
        close(client->upstream);
    client->upstream = fd;
    watch(p, fd, client);
}

/* The client with this address, a new one if there is none yet; NULL if there are too many. */
static Client *client_of(Proxy *p, const ToolAddress *address)
{
    for (size_t i = 0; i < p->client_count; i++)
        if (p->clients[i].address.size == address->size &&
            memcmp(&p->clients[i].address.as, &address->as, address->size) == 0)
            return &p->clients[i];
    if (p->client_count == CLIENTS_MAX)
        return NULL;
    Client *client = &p->clients[p->client_count++];
    *client = (Client){.address = *address, .upstream = -1};
    for (int i = 0; i < 2; i++)
        client->random[i].state = (uint64_t)p->seed << 32 | p->client_count << 1 | (unsigned)i;
    open_upstream(p, client);
    return client;
}

static void forward(Proxy *p, const Parcel *parcel)
{
    Client *client = parcel->client;

    // A datagram that cannot be sent is lost, as on any path.
    if (parcel->direction == TO_SERVER)
        send(client->upstream, parcel->bytes, parcel->size, 0);
    else
        sendto(p->fd, parcel->bytes, parcel->size, 0, &client->address.as.any, client->address.size);
    p->forwarded++;
}

/* Forwards what is due, the earliest first; returns the seconds until the next one, at most one second. */
static double forward_due(Proxy *p)
{
    for (;;) {
        Parcel **first = NULL;
        for (Parcel **at = &p->parcels; *at; at = &(*at)->next)
            if (!first || (*at)->due < (*first)->due)
                first = at;
        double left = first ? (*first)->due - tool_now() : 1;
        if (!first || left > 0)
            return left < 1 ? left : 1;
        Parcel *parcel = *first;
        *first = parcel->next;
        forward(p, parcel);
        // What it has overtaken follows at once.
        for (Parcel *other = p->parcels; other; other = other->next)
            if (other->held && other->client == parcel->client && other->direction == parcel->direction &&
                !parcel->held) {
                other->held = false;
                other->due = 0;
            }
        free(parcel);
    }
}

static void enqueue(Proxy *p, Client *client, Direction direction, const uint8_t *bytes, size_t size)
{
    ToolRandom *random = &client->random[direction];
    // All three are drawn always, so that one rate does not change what another one does.
    bool lost = tool_random_share(random, p->loss);
    bool twice = tool_random_share(random, p->duplicate);
    bool held = tool_random_share(random, p->reorder);

    p->received++;
    p->lost += lost;
    p->duplicated += !lost && twice;
    p->reordered += !lost && held;
    for (int copy = 0; !lost && copy <= twice; copy++) {
        Parcel *parcel = malloc(sizeof *parcel + size);
        if (!parcel)
            tool_fail("no memory");
        *parcel = (Parcel){.next = p->parcels, .client = client, .direction = direction, .size = size};
        parcel->held = held && copy == 0; // of two only one waits, so both reordering and doubling are seen
        parcel->due = tool_now() + (double)p->delay_ms / 1000 + (parcel->held ? reorder_seconds : 0);
        if (size)
            memcpy(parcel->bytes, bytes, size);
        p->parcels = parcel;
        forward_due(p); // keeps the order of those without a delay
    }
}

/* All that waits at the socket of the clients, or at the upstream socket of one client. */
static void receive(Proxy *p, Client *client)
{
    static uint8_t bytes[TOOL_DATAGRAM_MAX];

    for (;;) {
        ToolAddress from = {.size = sizeof from.as.storage};
        ssize_t size =
            recvfrom(client ? client->upstream : p->fd, bytes, sizeof bytes, 0, &from.as.any, &from.size);
        if (size < 0 && errno == ECONNREFUSED)
            continue; // the server is not there; DTLS repeats what matters
        if (size < 0)
            return;
        if (client) {
            enqueue(p, client, TO_CLIENT, bytes, (size_t)size);
            continue;
        }
        Client *sender = client_of(p, &from);
        if (!sender) {
            p->turned_away++;
            continue;
        }
        if (p->rebind_after && sender->sent++ == p->rebind_after) {
            open_upstream(p, sender);
            p->rebound++;
        }
        enqueue(p, sender, TO_SERVER, bytes, (size_t)size);
    }
}

static void open_listener(Proxy *p)
{
    ToolAddress local = tool_address(p->listen);

    p->fd = tool_socket(local.as.any.sa_family, &local, NULL);
    if (p->fd < 0 || getsockname(p->fd, &local.as.any, &local.size))
        tool_fail("%s: %s", p->listen, strerror(errno));
    watch(p, p->fd, NULL);
    // IPv4 and IPv6 have the port at the same place.
    printf("listening %.*s:%u\n", (int)(strrchr(p->listen, ':') - p->listen), p->listen,
           (unsigned)ntohs(local.as.v4.sin_port));
    fflush(stdout);
}

int main(int argc, char **argv)
{
    Proxy p = {.seed = 1};
    const ToolOption options[] = {
        {"listen", TOOL_NEEDED, &p.listen, 0, "ADDRESS:PORT for the clients; port 0: any, which is printed"},
        {"to", TOOL_NEEDED, &p.to, 0, "ADDRESS:PORT of the server"},
        {"seed", TOOL_NUMBER, &p.seed, UINT32_MAX, "where the generator begins (1)"},
        {"loss", TOOL_NUMBER, &p.loss, 100, "percent of the datagrams that are lost (0)"},
        {"duplicate", TOOL_NUMBER, &p.duplicate, 100, "percent that come twice (0)"},
        {"reorder", TOOL_NUMBER, &p.reorder, 100, "percent that the next one overtakes (0)"},
        {"delay-ms", TOOL_NUMBER, &p.delay_ms, 60000, "milliseconds that each one takes (0)"},
        {"rebind-after", TOOL_NUMBER, &p.rebind_after, UINT32_MAX,
         "N: after N datagrams a client moves to another port"},
    };

    tool_options(argc, argv, "a UDP relay with faults", options, sizeof options / sizeof *options);
    tool_catch_signals();
    tool_allow_files(CLIENTS_MAX);
    p.server = tool_address(p.to);
    p.clients = calloc(CLIENTS_MAX, sizeof *p.clients);
    p.epoll = epoll_create1(EPOLL_CLOEXEC);
    if (!p.clients || p.epoll < 0)
        tool_fail("%s", strerror(errno));
    open_listener(&p);

    while (!tool_stopped) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(p.epoll, events, EVENTS, (int)(forward_due(&p) * 1000) + 1);
        for (int i = 0; i < count; i++)
            receive(&p, events[i].data.ptr);
    }
    printf("clients=%zu\nreceived=%lu\nforwarded=%lu\n", p.client_count, p.received, p.forwarded);
    printf("lost=%lu\nduplicated=%lu\nreordered=%lu\nrebound=%lu\nturned_away=%lu\n", p.lost, p.duplicated,
           p.reordered, p.rebound, p.turned_away);
    for (Parcel *parcel; (parcel = p.parcels);) {
        p.parcels = parcel->next;
        free(parcel);
    }
    for (size_t i = 0; i < p.client_count; i++)
        close(p.clients[i].upstream);
    close(p.fd);
    close(p.epoll);
    free(p.clients);
    return tool_end(true);
}
