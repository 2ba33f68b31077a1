/*
 * The server's OpenSSL context: who it is, whom it admits. Reads all files that hold secrets, once. Called by main.
 */
#ifndef SUS_TLS_H
#define SUS_TLS_H

#include <stdbool.h>
#include <stddef.h>
#include <openssl/ssl.h>

enum { TLS_ERROR_SIZE = 512 }; /* no less than secret.h's */

typedef struct TlsConfig {
    const char *cert; /* PEM files; the certificate with its chain */
    const char *key;
    const char *ca;
    const char *crl;          /* or NULL */
    const char *psk_file;     /* or NULL: certificates only */
    const char *const *names; /* that certificates of clients may bear; none: any */
    size_t n_names;
} TlsConfig;

/*
 * A context for DTLS 1.2 that admits no client without a valid certificate or a key from `psk_file`. NULL on an error:
 * `error` then says what is wrong with which file. Freed with tls_context_free, which wipes the keys.
 */
SSL_CTX *tls_context_new(const TlsConfig *config, char error[TLS_ERROR_SIZE]);
void tls_context_free(SSL_CTX *ctx);

/* Writes what a client has proved to be to `out` of `room` chars, ended: certificate's name or PSK identity, may be "". */
void tls_peer_name(SSL *ssl, char *out, size_t room);

/* Why the handshake of `ssl` failed, from its verification and OpenSSL's queue of errors, which is emptied. */
const char *tls_failure(const SSL *ssl);

#endif
