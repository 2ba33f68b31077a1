/*
 * A server for text messages over DTLS: what its two files share. server.c has the socket and the clients, dtls.c what
 * is set up once for OpenSSL.
 */
#ifndef SERVER_H
#define SERVER_H

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <stdint.h>

#define COOKIE_SECRET_SIZE 16

struct client {
    struct sockaddr_in6 address;
    char name[INET6_ADDRSTRLEN + 8]; /* address and port, for the log */
    SSL *ssl;
    int fd;
    int established;
    struct client *next;
};

struct server {
    int fd;
    int queue;
    SSL_CTX *ctx;
    struct client *clients;
};

/* Set up by dtls_setup, used for the cookies of new clients. */
struct cookie_state {
    unsigned char secret[COOKIE_SECRET_SIZE];
    unsigned long made;
};

SSL_CTX *dtls_setup(const char *cert_file, const char *key_file);
void dtls_teardown(SSL_CTX *ctx);
BIO *dtls_writer(struct client *c);
void dtls_errors(const char *what);

#endif
