/*
 * libFuzzer target for the datagram path: the input is a list of steps that real clients, liars and the clock take in
 * turn against one server. Randomness is replaced, so that an input always does the same. Beyond what the sanitizers
 * find, a run ends in an error when the server's books don't balance, when it answers with more than it was sent by a
 * stranger, or when at the end it does not serve a good client.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <openssl/rand.h>

#include "log.h"
#include "message.h"
#include "rig.h"

enum { MAX_CLIENTS = 6, PER_SOURCE = 4, STEPS_MAX = 200, CHANGES_MAX = 7 };

/* What is left of the fuzzer's input; numbers read 0 beyond its end. */
typedef struct Input {
    const uint8_t *at;
    size_t left;
} Input;

static uint8_t next(Input *in)
{
    if (in->left == 0)
        return 0;
    in->left--;
    return *in->at++;
}

static unsigned next_wide(Input *in)
{
    unsigned high = next(in);
    return high << 8 | next(in);
}

static void must(int ok, const char *what)
{
    if (ok)
        return;
    (void)fprintf(stderr, "fuzz_datagram: %s\n", what);
    abort();
}

/* ---- a source of "random" numbers that begins anew with each input */

static uint64_t random_state;

static int random_bytes(unsigned char *out, int size)
{
    for (int i = 0; i < size; i++) {
        random_state ^= random_state << 13;
        random_state ^= random_state >> 7;
        random_state ^= random_state << 17;
        out[i] = (unsigned char)(random_state >> 32);
    }
    return 1;
}

static int random_status(void)
{
    return 1;
}

static void replace_randomness(void)
{
    static const RAND_METHOD method = {NULL, random_bytes, NULL, NULL, random_bytes, random_status};
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    must(RAND_set_rand_method(&method) == 1, "RAND_set_rand_method");
#pragma GCC diagnostic pop
}

/* ---- steps */

static Address address_of(uint8_t n)
{
    return rig_address((uint8_t)(1 + n % 4), (uint16_t)(1000 + n % 8));
}

/* Up to CHANGES_MAX octets changed, the length perhaps too. */
static size_t change(Input *in, uint8_t *bytes, size_t size, size_t room)
{
    unsigned n = next(in) & CHANGES_MAX;
    for (unsigned i = 0; i < n && size > 0; i++) {
        size_t at = next_wide(in) % size;
        bytes[at] = next(in);
    }
    uint8_t length = next(in);
    if (length & 0x80) {
        size = (size_t)(length & 0x7f) * size / 127;
    } else if (length & 0x40) {
        while (size < room && in->left > 0 && (length-- & 0x3f))
            bytes[size++] = next(in);
    }
    return size;
}

static void deliver(Rig *r, Input *in, RigClient *c, bool changed)
{
    static uint8_t bytes[4096];
    RigDatagram d;
    if (!c->ssl || !rig_take(&c->out, &d))
        return;
    size_t size = d.size < sizeof bytes ? d.size : sizeof bytes;
    memcpy(bytes, d.bytes, size);
    free(d.bytes);
    if (changed)
        size = change(in, bytes, size, sizeof bytes);
    rig_to_server(r, c->address, bytes, size);
}

static void raw(Rig *r, Input *in, Address from)
{
    static uint8_t bytes[2048];
    size_t size = next_wide(in) % sizeof bytes, sent = r->sent;
    size = size < in->left ? size : in->left;
    memcpy(bytes, in->at, size);
    in->at += size;
    in->left -= size;
    bool known = clients_find(&r->server.clients, &from) != NULL;
    rig_to_server(r, from, bytes, size);
    must(known || r->sent - sent <= size, "a stranger got more than he sent");
}

static void step(Rig *r, Input *in)
{
    uint8_t what = next(in), who = next(in);
    RigClient *c = &r->clients[who % 4];
    RigDatagram d;
    uint8_t bytes[64];
    switch (what % 10) {
    case 0: raw(r, in, address_of(who)); break;
    case 1: (void)rig_begin(r, who % 4, address_of((uint8_t)(who >> 2)), (what & 0x80) == 0); break;
    case 2: deliver(r, in, c, false); break;
    case 3: deliver(r, in, c, true); break;
    case 4:
        if (rig_take(&c->out, &d))
            free(d.bytes);
        break;
    case 5:
        if (c->ssl)
            rig_act(c);
        break;
    case 6:
        r->now += (uint64_t)who * 100;
        (void)server_tick(&r->server, r->now);
        break;
    case 7: rig_settle(r); break;
    case 8:
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = i < (who & 63u) ? next(in) : 0;
        if (c->ssl && SSL_is_init_finished(c->ssl))
            (void)rig_write(c, bytes, (who & 63u) + 1);
        break;
    case 9:
        /* Two datagrams as one, or the second first. */
        if (c->out.n >= 2) {
            RigDatagram first = c->out.items[0];
            c->out.items[0] = c->out.items[1];
            c->out.items[1] = first;
        }
        break;
    default: break;
    }
}

/* The table's parts agree with each other. */
static void check_books(const Rig *r)
{
    const Clients *t = &r->server.clients;
    must(t->n <= MAX_CLIENTS, "more clients than allowed");
    for (size_t i = 0; i < t->n; i++) {
        const Client *c = t->heap[i];
        must(c->heap_index == i && (i == 0 || t->heap[(i - 1) / 2]->due <= c->due),
             "the heap is out of order");
        must(clients_find(t, &c->route.peer) == c, "a client is not found at its address");
        must(c->state != CLIENT_CLOSED && c->due <= c->deadline, "a client that is over is still there");
        size_t same = 0;
        for (size_t j = 0; j < t->n; j++)
            same += address_same_source(&t->heap[j]->route.peer, &c->route.peer);
        must(same <= PER_SOURCE, "more clients of one source than allowed");
    }
}

/* After everything that happened, all old clients expire and a good one is served. */
static void check_service(Rig *r)
{
    uint8_t bytes[MESSAGE_SIZE_MAX];
    const Message hello = {MESSAGE_TEXT, 2, 1, (const uint8_t *)"hi"};
    r->now += 1000 * 1000;
    (void)server_tick(&r->server, r->now);
    must(r->server.clients.n == 0, "clients outlive their deadlines");
    RigClient *c = rig_begin(r, 5, rig_address(9, 9), true);
    rig_settle(r);
    must(SSL_is_init_finished(c->ssl) && rig_write(c, bytes, message_write(bytes, sizeof bytes, &hello)),
         "a good client cannot connect");
    rig_settle(r);
    must(rig_read(c, bytes, sizeof bytes) == MESSAGE_HEADER_SIZE, "a good client gets no acknowledgement");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Rig *r;
    Input in = {data, size};
    random_state = 0x9e3779b97f4a7c15u;
    if (!r) {
        log_set_level(LOG_ERROR);
        replace_randomness();
        r = rig_new(MAX_CLIENTS, PER_SOURCE);
    } else {
        rig_restart(r, MAX_CLIENTS, PER_SOURCE);
    }
    uint8_t prelude = next(&in);
    for (size_t i = 0; i < (prelude & 1u) + (prelude >> 1 & 1u); i++)
        (void)rig_begin(r, i, address_of((uint8_t)i), true);
    if (prelude & 4)
        rig_settle(r);
    for (int i = 0; i < STEPS_MAX && in.left > 0; i++) {
        step(r, &in);
        check_books(r);
    }
    check_service(r);
    return 0;
}
