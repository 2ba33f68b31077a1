/* Connections of a broker, mbed TLS. */
#include <mbedtls/ssl.h>
#include <stdlib.h>

struct link {
    mbedtls_ssl_context ssl;
    int ready;
    struct link *next;
};

struct broker {
    struct link *links;
    unsigned long failures;
};

void broker_drop(struct broker *b, struct link *l);

void broker_greet(struct broker *b, struct link *l)
{
    int result = mbedtls_ssl_handshake(&l->ssl); // expect: CWE-459
    if (result == MBEDTLS_ERR_SSL_WANT_READ || result == MBEDTLS_ERR_SSL_WANT_WRITE)
        return;
    if (result != 0) {
        b->failures++;
        return;
    }
    l->ready = 1;
}

void broker_greet_and_drop(struct broker *b, struct link *l)
{
    int result = mbedtls_ssl_handshake(&l->ssl);
    if (result == MBEDTLS_ERR_SSL_WANT_READ || result == MBEDTLS_ERR_SSL_WANT_WRITE)
        return;
    if (result != 0) {
        b->failures++;
        broker_drop(b, l);
        return;
    }
    l->ready = 1;
}

/* The broker goes through its links at once. */
void broker_sweep(struct broker *b);
void broker_greet_and_sweep(struct broker *b, struct link *l)
{
    int result = mbedtls_ssl_handshake(&l->ssl);
    if (result == 0)
        l->ready = 1;
    else if (result != MBEDTLS_ERR_SSL_WANT_READ && result != MBEDTLS_ERR_SSL_WANT_WRITE)
        broker_sweep(b);
}
