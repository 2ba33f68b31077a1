/* Callbacks that get the identity of a pre-shared key just as the peer sent it. */
#include <gnutls/gnutls.h>
#include <mbedtls/ssl.h>
#include <openssl/ssl.h>
#include <string.h>
#include <syslog.h>

unsigned int find_key(const char *identity, unsigned char *key, unsigned int room);
int load_key(const char *name, gnutls_datum_t *key);
int use_key(mbedtls_ssl_context *ssl, const unsigned char *identity, size_t n);

static unsigned int openssl_key(SSL *ssl, const char *identity, unsigned char *key, unsigned int room)
{
    syslog(LOG_INFO, "%s asks for a key (%s)", identity, SSL_get_version(ssl)); // expect: CWE-117
    return find_key(identity, key, room);
}

static int gnutls_key(gnutls_session_t session, const char *name, gnutls_datum_t *key)
{
    (void)session;
    syslog(LOG_INFO, "key for %s", name); // expect: CWE-117
    return load_key(name, key);
}

static int mbedtls_key(void *context, mbedtls_ssl_context *ssl, const unsigned char *identity, size_t n)
{
    (void)context;
    if (n < 64)
        syslog(LOG_INFO, "key for %.*s", (int)n, identity); // expect: CWE-117
    return use_key(ssl, identity, n);
}

void use_callbacks(SSL_CTX *ctx, gnutls_psk_server_credentials_t credentials, mbedtls_ssl_config *config)
{
    SSL_CTX_set_psk_server_callback(ctx, openssl_key);
    gnutls_psk_set_server_credentials_function(credentials, gnutls_key);
    mbedtls_ssl_conf_psk_cb(config, mbedtls_key, NULL);
}

/* Only identities that are known are written down. */
static unsigned int known_key(SSL *ssl, const char *identity, unsigned char *key, unsigned int room)
{
    (void)ssl;
    if (strcmp(identity, "meter-1") != 0 && strcmp(identity, "meter-2") != 0)
        return 0;
    syslog(LOG_INFO, "%s asks for a key", identity);
    return find_key(identity, key, room);
}

/* Whether the characters are fit for a log has been asked. */
static unsigned int plain_key(SSL *ssl, const char *identity, unsigned char *key, unsigned int room)
{
    (void)ssl;
    for (const char *p = identity; *p; p++)
        if (*p < '0' || *p > 'z')
            return 0;
    syslog(LOG_INFO, "%s asks for a key", identity);
    return find_key(identity, key, room);
}

/* What is not from the peer. */
static unsigned int counted_key(SSL *ssl, const char *identity, unsigned char *key, unsigned int room)
{
    syslog(LOG_INFO, "a key of %u octets at most, %s", room, SSL_get_version(ssl));
    return find_key(identity, key, room);
}

void use_others(SSL_CTX *one, SSL_CTX *two, SSL_CTX *three)
{
    SSL_CTX_set_psk_server_callback(three, plain_key);
    SSL_CTX_set_psk_server_callback(one, known_key);
    SSL_CTX_set_psk_server_callback(two, counted_key);
}

/* A function of the program's own, whose callers are its own. */
void note_key(SSL *ssl, const char *identity)
{
    syslog(LOG_INFO, "%s, %s", identity, SSL_get_version(ssl));
}
