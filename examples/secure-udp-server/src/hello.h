/*
 * What can be said of a datagram before anything is spent on it: DTLS record headers, the first message of a
 * handshake, and the stateless cookie that proves a peer's address (RFC 6347, 4.1, 4.2.1). Called by server.c.
 */
#ifndef SUS_HELLO_H
#define SUS_HELLO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <openssl/evp.h>

#include "net.h"

enum { HELLO_COOKIE_SIZE = 32, HELLO_RANDOM_SIZE = 32, HELLO_VERIFY_SIZE = 60 };

/*
 * True if the datagram is a sequence of whole records that a DTLS 1.2 client may send: known content type and version,
 * epoch 0 or 1, no empty and no oversized fragment, data only encrypted, nothing behind the last record.
 */
bool hello_records_valid(const uint8_t *bytes, size_t size);

/* A ClientHello in one piece. All pointers are into the datagram. */
typedef struct Hello {
    const uint8_t *record_sequence; /* 6 octets */
    const uint8_t *body;            /* client version, random, session: up to the cookie's length */
    size_t body_size;
    const uint8_t *random; /* HELLO_RANDOM_SIZE octets */
    const uint8_t *cookie;
    size_t cookie_size;    /* 0: a first hello */
    const uint8_t *offers; /* cipher suites and compression methods */
    size_t offers_size;
} Hello;

/*
 * Reads a datagram that holds one record with one unfragmented ClientHello and nothing else. False if it is anything
 * else, or smaller than the answer would be (so that nobody can use the answers to amplify a flood).
 */
bool hello_read(Hello *out, const uint8_t *bytes, size_t size);

/* Keys for cookies: the present and the one before it, renewed each minute. */
typedef struct HelloKeys {
    EVP_MAC *mac;
    EVP_MAC_CTX *present;
    EVP_MAC_CTX *previous;
    uint64_t renew_at; /* ms */
} HelloKeys;

/* False if the library refuses; release is allowed then, too. */
bool hello_keys_init(HelloKeys *k, uint64_t now_ms);
void hello_keys_release(HelloKeys *k);
/* To be called now and then, at least before hello_cookie_valid after a pause. */
void hello_keys_renew(HelloKeys *k, uint64_t now_ms);

/*
 * Writes a HelloVerifyRequest to `out` of HELLO_VERIFY_SIZE octets, with a cookie for this hello from this route.
 * False if the library refuses.
 */
bool hello_verify_request(HelloKeys *k, uint8_t *out, const Hello *hello, const Route *route);
/* True if the hello bears a cookie of ours for just this hello from just this route, at most two minutes old. */
bool hello_cookie_valid(HelloKeys *k, const Hello *hello, const Route *route);

#endif
