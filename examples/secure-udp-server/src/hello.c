/*
 * Record headers, ClientHello and cookies: everything that a stranger's datagram passes before it may cost memory.
 * Reads with a cursor that cannot leave the datagram. Called by server.c and by the fuzz target.
 */
#include "hello.h"

#include <string.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/params.h>
#include <openssl/rand.h>

enum {
    RECORD_HEADER = 13,
    RECORD_FRAGMENT_MAX = (1 << 14) + 2048, /* RFC 5246, 6.2.3 */
    TYPE_CHANGE_CIPHER_SPEC = 20,
    TYPE_HANDSHAKE = 22,
    TYPE_DATA = 23,
    HANDSHAKE_HEADER = 12,
    CLIENT_HELLO = 1,
    HELLO_VERIFY_REQUEST = 3,
    SESSION_ID_MAX = 32,
    KEY_SIZE = 32,
    KEY_LIFE_MS = 60 * 1000,
    DTLS_1_0 = 0xfeff,
    DTLS_1_2 = 0xfefd
};

/* Octets that are still to be read; `ok` turns false when more was asked for than there is. */
typedef struct Cursor {
    const uint8_t *at;
    size_t left;
    bool ok;
} Cursor;

/* The next `n` octets, or NULL. */
static const uint8_t *take(Cursor *c, size_t n)
{
    if (!c->ok || n > c->left) {
        c->ok = false;
        return NULL;
    }
    const uint8_t *at = c->at;
    c->at += n;
    c->left -= n;
    return at;
}

/* The next `n` (at most 4) octets as a number, big endian; 0 if they are missing. */
static uint32_t take_number(Cursor *c, size_t n)
{
    const uint8_t *p = take(c, n);
    uint32_t value = 0;
    for (size_t i = 0; p && i < n; i++)
        value = value << 8 | p[i];
    return value;
}

typedef struct Record {
    unsigned type;
    unsigned epoch;
    const uint8_t *sequence;
    Cursor fragment;
} Record;

static bool take_record(Cursor *c, Record *out)
{
    out->type = take_number(c, 1);
    unsigned version = take_number(c, 2);
    out->epoch = take_number(c, 2);
    out->sequence = take(c, 6);
    size_t length = take_number(c, 2);
    const uint8_t *fragment = take(c, length);
    if (!fragment || length == 0 || length > RECORD_FRAGMENT_MAX)
        return false;
    out->fragment = (Cursor){fragment, length, true};
    return out->type >= TYPE_CHANGE_CIPHER_SPEC && out->type <= TYPE_DATA && out->epoch <= 1 &&
           (version == DTLS_1_2 || version == DTLS_1_0) && (out->type != TYPE_DATA || out->epoch == 1);
}

bool hello_records_valid(const uint8_t *bytes, size_t size)
{
    Cursor c = {bytes, size, true};
    Record record;
    while (c.left > 0)
        if (!take_record(&c, &record))
            return false;
    return size > 0;
}

bool hello_read(Hello *out, const uint8_t *bytes, size_t size)
{
    Cursor c = {bytes, size, true};
    Record record;
    if (size < HELLO_VERIFY_SIZE || !take_record(&c, &record) || c.left > 0 ||
        record.type != TYPE_HANDSHAKE || record.epoch != 0)
        return false;

    Cursor *m = &record.fragment;
    unsigned type = take_number(m, 1);
    size_t length = take_number(m, 3);
    (void)take_number(m, 2); /* the message's sequence: OpenSSL judges it */
    unsigned offset = take_number(m, 3);
    size_t fragment_length = take_number(m, 3);
    if (!m->ok || type != CLIENT_HELLO || offset != 0 || fragment_length != length || length != m->left)
        return false;

    out->record_sequence = record.sequence;
    out->body = m->at;
    (void)take_number(m, 2); /* the version: OpenSSL answers an old one with an alert */
    out->random = take(m, HELLO_RANDOM_SIZE);
    size_t session_id = take_number(m, 1);
    (void)take(m, session_id);
    out->body_size = (size_t)(m->at - out->body);
    out->cookie_size = take_number(m, 1);
    out->cookie = take(m, out->cookie_size);
    out->offers = m->at;
    size_t suites = take_number(m, 2);
    (void)take(m, suites);
    size_t methods = take_number(m, 1);
    (void)take(m, methods);
    out->offers_size = (size_t)(m->at - out->offers);
    if (!m->ok || session_id > SESSION_ID_MAX || suites < 2 || suites % 2 != 0 || methods == 0)
        return false;
    return m->left == 0 || (take_number(m, 2) == m->left && m->ok);
}

/* A fresh random key, already inside of the authenticator: the octets stay nowhere else. */
static EVP_MAC_CTX *new_key(EVP_MAC *mac)
{
    uint8_t key[KEY_SIZE];
    char digest[] = "SHA256";
    OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                           OSSL_PARAM_construct_end()};
    EVP_MAC_CTX *ctx = EVP_MAC_CTX_new(mac);
    if (ctx && (RAND_priv_bytes(key, sizeof key) != 1 || EVP_MAC_init(ctx, key, sizeof key, params) != 1)) {
        EVP_MAC_CTX_free(ctx);
        ctx = NULL;
    }
    OPENSSL_cleanse(key, sizeof key);
    return ctx;
}

bool hello_keys_init(HelloKeys *k, uint64_t now_ms)
{
    *k = (HelloKeys){.mac = EVP_MAC_fetch(NULL, "HMAC", NULL), .renew_at = now_ms + KEY_LIFE_MS};
    if (!k->mac)
        return false;
    k->present = new_key(k->mac);
    k->previous = new_key(k->mac);
    return k->present && k->previous;
}

void hello_keys_release(HelloKeys *k)
{
    EVP_MAC_CTX_free(k->present);
    EVP_MAC_CTX_free(k->previous);
    EVP_MAC_free(k->mac);
    *k = (HelloKeys){0};
}

void hello_keys_renew(HelloKeys *k, uint64_t now_ms)
{
    if (now_ms < k->renew_at)
        return;
    EVP_MAC_CTX *fresh = new_key(k->mac);
    if (!fresh)
        return; /* the present key serves on until there is randomness again */
    EVP_MAC_CTX_free(k->previous);
    k->previous = k->present;
    k->present = fresh;
    k->renew_at = now_ms + KEY_LIFE_MS;
}

/* The cookie of a hello: an authenticator over the route and over all that the second hello must repeat. */
static bool make_cookie(EVP_MAC_CTX *key, uint8_t out[HELLO_COOKIE_SIZE], const Hello *hello,
                        const Route *route)
{
    uint8_t ends[2 * (sizeof route->peer.ip + 2)];
    uint8_t *p = ends;
    for (int i = 0; i < 2; i++) {
        const Address *a = i == 0 ? &route->peer : &route->local;
        memcpy(p, a->ip, sizeof a->ip);
        p += sizeof a->ip;
        *p++ = (uint8_t)(a->port >> 8);
        *p++ = (uint8_t)a->port;
    }
    size_t size = 0;
    return EVP_MAC_init(key, NULL, 0, NULL) == 1 && EVP_MAC_update(key, ends, sizeof ends) == 1 &&
           EVP_MAC_update(key, hello->body, hello->body_size) == 1 &&
           EVP_MAC_update(key, hello->offers, hello->offers_size) == 1 &&
           EVP_MAC_final(key, out, &size, HELLO_COOKIE_SIZE) == 1 && size == HELLO_COOKIE_SIZE;
}

static uint8_t *put_number(uint8_t *p, uint32_t value, size_t n)
{
    for (size_t i = n; i > 0; i--, value >>= 8)
        p[i - 1] = (uint8_t)value;
    return p + n;
}

bool hello_verify_request(HelloKeys *k, uint8_t *out, const Hello *hello, const Route *route)
{
    enum { BODY = 2 + 1 + HELLO_COOKIE_SIZE };
    _Static_assert(RECORD_HEADER + HANDSHAKE_HEADER + BODY == HELLO_VERIFY_SIZE,
                   "size of a HelloVerifyRequest");
    uint8_t *p = out;
    p = put_number(p, TYPE_HANDSHAKE, 1);
    p = put_number(p, DTLS_1_0, 2); /* whatever will be agreed on: RFC 6347, 4.2.1 */
    p = put_number(p, 0, 2);
    memcpy(p, hello->record_sequence, 6);
    p = put_number(p + 6, HANDSHAKE_HEADER + BODY, 2);
    p = put_number(p, HELLO_VERIFY_REQUEST, 1);
    p = put_number(p, BODY, 3);
    p = put_number(p, 0, 2);
    p = put_number(p, 0, 3);
    p = put_number(p, BODY, 3);
    p = put_number(p, DTLS_1_0, 2);
    p = put_number(p, HELLO_COOKIE_SIZE, 1);
    return make_cookie(k->present, p, hello, route);
}

bool hello_cookie_valid(HelloKeys *k, const Hello *hello, const Route *route)
{
    uint8_t expected[HELLO_COOKIE_SIZE];
    if (hello->cookie_size != HELLO_COOKIE_SIZE)
        return false;
    EVP_MAC_CTX *keys[] = {k->present, k->previous};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (make_cookie(keys[i], expected, hello, route) &&
            CRYPTO_memcmp(expected, hello->cookie, HELLO_COOKIE_SIZE) == 0)
            return true;
    return false;
}
