/* What OpenSSL needs once: the context with certificate and pre-shared key, cookies, and datagrams as a BIO. */
#include "server.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <syslog.h>
#include <time.h>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

static const char psk_identity[] = "sensor";
static const char psk_hex[] = "1a2b3c4d5e6f708192a3b4c5d6e7f809";

static struct cookie_state *cookies;
static BIO_METHOD *writer_method;

void dtls_errors(const char *what)
{
    unsigned long code;
    while ((code = ERR_get_error()) != 0)
        syslog(LOG_ERR, "%s: %s", what, ERR_reason_error_string(code));
}

/* ---- cookies ---- */

static int make_cookie(SSL *ssl, unsigned char *cookie, unsigned int *size)
{
    const struct client *c = SSL_get_app_data(ssl);
    cookies->made++;
    return HMAC(EVP_sha256(), cookies->secret, COOKIE_SECRET_SIZE, (const unsigned char *)&c->address,
                sizeof c->address, cookie, size) != NULL;
}

static int check_cookie(SSL *ssl, const unsigned char *cookie, unsigned int size)
{
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned int mac_size;
    if (!make_cookie(ssl, mac, &mac_size))
        return 0;
    return memcmp(cookie, mac, size) == 0;
}

static void new_cookie_secret(struct cookie_state *state)
{
    srand(time(NULL));
    for (int i = 0; i < COOKIE_SECRET_SIZE; i++)
        state->secret[i] = rand() & 0xff;
}

/* ---- pre-shared key ---- */

static unsigned int give_psk(SSL *ssl, const char *identity, unsigned char *psk, unsigned int room)
{
    unsigned char key[32];
    size_t size = 0;
    (void)ssl;
    syslog(LOG_INFO, "pre-shared key wanted for '%s'", identity);
    if (strcmp(identity, psk_identity) != 0)
        return 0;
    if (!OPENSSL_hexstr2buf_ex(key, sizeof key, &size, psk_hex, '\0') || size > room)
        return 0;
    memcpy(psk, key, size);
    memset(key, 0, sizeof key);
    return size;
}

/* ---- datagrams ---- */

static int write_datagram(BIO *bio, const char *data, int size)
{
    struct client *c = BIO_get_data(bio);
    sendto(c->fd, data, size, 0, (const struct sockaddr *)&c->address, sizeof c->address);
    return size;
}

static long control_datagram(BIO *bio, int command, long number, void *pointer)
{
    (void)bio;
    (void)number;
    (void)pointer;
    switch (command) {
    case BIO_CTRL_FLUSH: return 1;
    case BIO_CTRL_DGRAM_QUERY_MTU: return 1400;
    case BIO_CTRL_DGRAM_GET_MTU_OVERHEAD: return 48;
    default: return 0;
    }
}

BIO *dtls_writer(struct client *c)
{
    BIO *bio = BIO_new(writer_method);
    if (bio) {
        BIO_set_data(bio, c);
        BIO_set_init(bio, 1);
    }
    return bio;
}

/* ---- the context ---- */

SSL_CTX *dtls_setup(const char *cert_file, const char *key_file)
{
    SSL_CTX *ctx = SSL_CTX_new(DTLS_server_method());
    if (!ctx)
        return NULL;
    SSL_CTX_set_min_proto_version(ctx, DTLS1_VERSION); /* the old sensors */
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
    if (SSL_CTX_use_certificate_chain_file(ctx, cert_file) != 1 ||
        SSL_CTX_use_PrivateKey_file(ctx, key_file, SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(ctx) != 1) {
        SSL_CTX_free(ctx);
        return NULL;
    }
    SSL_CTX_use_psk_identity_hint(ctx, "sensors of building 4");
    SSL_CTX_set_psk_server_callback(ctx, give_psk);

    cookies = calloc(1, sizeof *cookies);
    writer_method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "datagrams of one client");
    if (!cookies || !writer_method) {
        dtls_teardown(ctx);
        return NULL;
    }
    new_cookie_secret(cookies);
    SSL_CTX_set_options(ctx, SSL_OP_COOKIE_EXCHANGE);
    SSL_CTX_set_cookie_generate_cb(ctx, make_cookie);
    SSL_CTX_set_cookie_verify_cb(ctx, check_cookie);
    BIO_meth_set_write(writer_method, write_datagram);
    BIO_meth_set_ctrl(writer_method, control_datagram);
    return ctx;
}

void dtls_teardown(SSL_CTX *ctx)
{
    if (cookies)
        syslog(LOG_INFO, "%lu cookies made", cookies->made);
    free(cookies);
    cookies = NULL;
    BIO_meth_free(writer_method);
    writer_method = NULL;
    SSL_CTX_free(ctx);
}
