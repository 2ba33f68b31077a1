/*
 * The table of clients: two chained hash tables that share their nodes (by address, by source) and a binary heap.
 */
#include "clients.h"

#include <stdlib.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

bool clients_init(Clients *c, size_t max, size_t per_source)
{
    size_t buckets = 64;
    while (buckets < max)
        buckets *= 2;
    *c = (Clients){.max = max, .per_source = per_source, .mask = buckets - 1};
    c->buckets[0] = calloc(buckets, sizeof *c->buckets[0]);
    c->buckets[1] = calloc(buckets, sizeof *c->buckets[1]);
    c->heap = calloc(max, sizeof *c->heap);
    return c->buckets[0] && c->buckets[1] && c->heap &&
           RAND_bytes((unsigned char *)&c->key, sizeof c->key) == 1;
}

void clients_release(Clients *c)
{
    free(c->buckets[0]);
    free(c->buckets[1]);
    free(c->heap);
    *c = (Clients){0};
}

Client *clients_find(const Clients *c, const Address *address)
{
    Client *client = c->buckets[0][address_hash(address, c->key, false) & c->mask];
    while (client && !address_same(&client->route.peer, address))
        client = client->next[0];
    return client;
}

const char *clients_limit(const Clients *c, const Address *address)
{
    if (c->n >= c->max)
        return "clients";
    size_t count = 0;
    for (const Client *other = c->buckets[1][address_hash(address, c->key, true) & c->mask]; other;
         other = other->next[1])
        if (address_same_source(&other->route.peer, address) && ++count >= c->per_source)
            return "source";
    return NULL;
}

static void put(Clients *c, size_t index, Client *client)
{
    c->heap[index] = client;
    client->heap_index = index;
}

/* Moves a client whose `due` may break the heap's order to its place. */
static void settle(Clients *c, Client *client)
{
    size_t i = client->heap_index;
    while (i > 0 && c->heap[(i - 1) / 2]->due > client->due) {
        put(c, i, c->heap[(i - 1) / 2]);
        i = (i - 1) / 2;
    }
    for (;;) {
        size_t child = 2 * i + 1;
        if (child + 1 < c->n && c->heap[child + 1]->due < c->heap[child]->due)
            child++;
        if (child >= c->n || c->heap[child]->due >= client->due)
            break;
        put(c, i, c->heap[child]);
        i = child;
    }
    put(c, i, client);
}

Client *clients_add(Clients *c, const Route *route, uint64_t due)
{
    Client *client = c->n < c->max ? OPENSSL_zalloc(sizeof *client) : NULL;
    if (!client)
        return NULL;
    client->route = *route;
    client->due = due;
    for (int i = 0; i < 2; i++) {
        client->hashes[i] = address_hash(&route->peer, c->key, i == 1);
        Client **bucket = &c->buckets[i][client->hashes[i] & c->mask];
        client->next[i] = *bucket;
        *bucket = client;
    }
    client->heap_index = c->n++;
    settle(c, client);
    return client;
}

void clients_remove(Clients *c, Client *client)
{
    for (int i = 0; i < 2; i++) {
        Client **link = &c->buckets[i][client->hashes[i] & c->mask];
        while (*link != client)
            link = &(*link)->next[i];
        *link = client->next[i];
    }
    Client *last = c->heap[--c->n];
    if (last != client) {
        put(c, client->heap_index, last);
        settle(c, last);
    }
    OPENSSL_clear_free(client, sizeof *client);
}

Client *clients_first(const Clients *c)
{
    return c->n > 0 ? c->heap[0] : NULL;
}

void clients_set_due(Clients *c, Client *client, uint64_t due)
{
    client->due = due;
    settle(c, client);
}
