/*
 * DTLS associations on top of OpenSSL. Every call that can fail ends in one of three: go on, closed by the peer,
 * closed by us with a reason; a client in state CLIENT_CLOSED is removed by server.c.
 */
#include "association.h"

#include <string.h>
#include <openssl/crypto.h>
#include <openssl/err.h>

#include "log.h"
#include "server.h"
#include "tls.h"

enum {
    PAYLOAD_MAX = 1232, /* of a datagram: an IPv6 packet of minimum size without its headers */
    BAD_MESSAGES_MAX = 8
};

/* ---- the BIO: one datagram in, many out */

static int bio_write(BIO *bio, const char *bytes, int size)
{
    Client *client = BIO_get_data(bio);
    BIO_clear_retry_flags(bio);
    if (size <= 0)
        return 0;
    /* A datagram that the system does not take is lost like one on the wire: DTLS repeats what matters. */
    (void)server_send(client->server, &client->route, bytes, (size_t)size);
    return size;
}

static int bio_read(BIO *bio, char *out, int room)
{
    Client *client = BIO_get_data(bio);
    BIO_clear_retry_flags(bio);
    if (!client->input) {
        BIO_set_retry_read(bio);
        return -1;
    }
    if (room < 0 || client->input_size > (size_t)room) {
        client->input = NULL;
        return 0;
    }
    int size = (int)client->input_size;
    memcpy(out, client->input, client->input_size);
    client->input = NULL;
    return size;
}

static long bio_ctrl(BIO *bio, int command, long number, void *pointer)
{
    (void)bio;
    (void)number;
    (void)pointer;
    switch (command) {
    case BIO_CTRL_FLUSH: return 1;
    case BIO_CTRL_DGRAM_QUERY_MTU:
    case BIO_CTRL_DGRAM_GET_FALLBACK_MTU: return PAYLOAD_MAX;
    default: return 0;
    }
}

BIO_METHOD *association_method_new(void)
{
    /* No index of its own: nobody looks for it by type, and OpenSSL has few. */
    BIO_METHOD *method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "datagrams of one client");
    if (method && (BIO_meth_set_write(method, bio_write) != 1 || BIO_meth_set_read(method, bio_read) != 1 ||
                   BIO_meth_set_ctrl(method, bio_ctrl) != 1)) {
        BIO_meth_free(method);
        method = NULL;
    }
    return method;
}

/* ---- cookies: server.c has checked the hello's, OpenSSL only has to have read the same */

static int refuse_cookie(SSL *ssl, unsigned char *cookie, unsigned *size)
{
    (void)ssl;
    (void)cookie;
    *size = 0;
    return 0;
}

static int verify_cookie(SSL *ssl, const unsigned char *cookie, unsigned size)
{
    const Client *client = SSL_get_app_data(ssl);
    return size == sizeof client->cookie && CRYPTO_memcmp(cookie, client->cookie, sizeof client->cookie) == 0;
}

void association_prepare(SSL_CTX *ctx)
{
    SSL_CTX_set_cookie_generate_cb(ctx, refuse_cookie);
    SSL_CTX_set_cookie_verify_cb(ctx, verify_cookie);
}

/* ---- the association */

static void close_for(Client *client, const char *reason)
{
    client->state = CLIENT_CLOSED;
    client->reason = reason;
}

/* The earlier of the deadline and of OpenSSL's retransmission timer. */
static uint64_t next_due(const Client *client, uint64_t now_ms)
{
    struct timeval left;
    if (client->state == CLIENT_CLOSED)
        return now_ms;
    if (DTLSv1_get_timeout(client->ssl, &left) != 1)
        return client->deadline;
    uint64_t due = now_ms + (uint64_t)left.tv_sec * 1000 + ((uint64_t)left.tv_usec + 999) / 1000;
    return due < client->deadline ? due : client->deadline;
}

bool association_begin(Client *client, const Hello *hello, uint64_t now_ms)
{
    Server *server = client->server;
    BIO_ADDR *peer = BIO_ADDR_new();
    BIO *bio = BIO_new(server->bio_method);
    client->ssl = SSL_new(server->config.tls);
    client->deadline = now_ms + server->config.handshake_ms;
    memcpy(client->random, hello->random, sizeof client->random);
    memcpy(client->cookie, hello->cookie, sizeof client->cookie);
    bool ok = peer && bio && client->ssl && SSL_set_app_data(client->ssl, client) == 1;
    if (ok) {
        BIO_set_data(bio, client);
        BIO_set_init(bio, 1);
        SSL_set_bio(client->ssl, bio, bio);
        bio = NULL; /* the SSL's from now on */
        SSL_set_accept_state(client->ssl);
        ERR_clear_error();
        ok = SSL_set_mtu(client->ssl, PAYLOAD_MAX) > 0 && DTLSv1_listen(client->ssl, peer) == 1;
    }
    if (!ok)
        close_for(client, client->ssl ? tls_failure(client->ssl) : "out of memory");
    BIO_free(bio);
    BIO_ADDR_free(peer);
    client->input = NULL;
    return ok;
}

/* Acts on what a call of OpenSSL returned that did not do its work. */
static void judge(Client *client, int result)
{
    switch (SSL_get_error(client->ssl, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE: break;
    case SSL_ERROR_ZERO_RETURN: close_for(client, "peer"); break;
    default:
        /* OpenSSL has sent the alert. */
        close_for(client, client->state == CLIENT_HANDSHAKE ? tls_failure(client->ssl) : "error");
        SSL_set_quiet_shutdown(client->ssl, 1);
    }
}

static void shake_hands(Client *client, uint64_t now_ms)
{
    char address[NET_ADDRESS_TEXT], name[LOG_QUOTE_SIZE];
    int result = SSL_accept(client->ssl);
    if (result != 1) {
        judge(client, result);
        return;
    }
    client->state = CLIENT_OPEN;
    client->deadline = now_ms + client->server->config.idle_ms;
    client->server->counts.established++;
    tls_peer_name(client->ssl, client->name, sizeof client->name);
    log_line(LOG_INFO, "established address=%s version=%s cipher=%s name=%s auth=%s",
             address_text(address, &client->route.peer), SSL_get_version(client->ssl),
             SSL_get_cipher_name(client->ssl), log_quote(name, client->name, strlen(client->name)),
             SSL_get_psk_identity(client->ssl) ? "psk" : "certificate");
}

static void acknowledge(Client *client, uint32_t sequence)
{
    uint8_t bytes[MESSAGE_HEADER_SIZE];
    size_t size = message_write(bytes, sizeof bytes, &(Message){.type = MESSAGE_ACK, .sequence = sequence});
    int result = SSL_write(client->ssl, bytes, (int)size);
    if (result <= 0)
        judge(client, result);
}

static void take_message(Client *client, const uint8_t *bytes, size_t size)
{
    char address[NET_ADDRESS_TEXT], text[LOG_QUOTE_SIZE];
    Message message;
    if (!message_read(&message, bytes, size) || message.type != MESSAGE_TEXT) {
        if (++client->bad_messages >= BAD_MESSAGES_MAX)
            close_for(client, "misbehaviour");
        return;
    }
    MessageAge age = message_window_see(&client->window, message.sequence);
    if (age == MESSAGE_TOO_OLD)
        return;
    if (age == MESSAGE_NEW)
        log_line(LOG_INFO, "message address=%s seq=%lu bytes=%u text=%s",
                 address_text(address, &client->route.peer), (unsigned long)message.sequence,
                 (unsigned)message.length, log_quote(text, message.payload, message.length));
    acknowledge(client, message.sequence);
}

/* Takes all messages of a datagram. Only what was authenticated keeps the association alive. */
static void take_messages(Client *client, uint64_t now_ms)
{
    uint8_t plain[SSL3_RT_MAX_PLAIN_LENGTH]; /* a record is read whole or torn */
    int result = 1;
    while (client->state == CLIENT_OPEN && (result = SSL_read(client->ssl, plain, sizeof plain)) > 0) {
        client->deadline = now_ms + client->server->config.idle_ms;
        take_message(client, plain, (size_t)result);
        OPENSSL_cleanse(plain, (size_t)result);
    }
    if (client->state == CLIENT_OPEN)
        judge(client, result);
}

uint64_t association_input(Client *client, uint64_t now_ms)
{
    ERR_clear_error();
    if (client->state == CLIENT_HANDSHAKE)
        shake_hands(client, now_ms);
    if (client->state == CLIENT_OPEN)
        take_messages(client, now_ms);
    client->input = NULL;
    return next_due(client, now_ms);
}

uint64_t association_timer(Client *client, uint64_t now_ms)
{
    ERR_clear_error();
    if (now_ms >= client->deadline)
        close_for(client, client->state == CLIENT_HANDSHAKE ? "the handshake took too long" : "idle");
    else if (DTLSv1_handle_timeout(client->ssl) < 0)
        judge(client, -1);
    return next_due(client, now_ms);
}

void association_end(Client *client)
{
    if (client->ssl && SSL_is_init_finished(client->ssl)) {
        ERR_clear_error();
        (void)SSL_shutdown(client->ssl); /* one close_notify; nobody waits for the answer */
    }
    SSL_free(client->ssl);
    client->ssl = NULL;
    ERR_clear_error();
}
