/*
 * One client's DTLS association: handshake, timers, messages in, acknowledgements out, the end. OpenSSL sees datagrams
 * through a BIO of ours, so that all clients share a socket. Called by server.c.
 */
#ifndef SUS_ASSOCIATION_H
#define SUS_ASSOCIATION_H

#include "clients.h"

/* The way of datagrams between OpenSSL and a Client; one for all associations, freed with BIO_meth_free. NULL: no memory. */
BIO_METHOD *association_method_new(void);

/* Makes OpenSSL cookie callbacks of `ctx` ours; once for each context. */
void association_prepare(SSL_CTX *ctx);

/*
 * Begins the handshake of a new client with the hello (its cookie is valid) in client->input. False if the library
 * refuses; then `reason` says why and the client can only be ended.
 */
bool association_begin(Client *client, const Hello *hello, uint64_t now_ms);

/* Lets the association read client->input and act on it; sets deadline and, as result, when it is due again. */
uint64_t association_input(Client *client, uint64_t now_ms);
/* Retransmits, or gives up what took too long; as above. */
uint64_t association_timer(Client *client, uint64_t now_ms);

/* Says goodbye where the peer can understand it, and frees what OpenSSL holds. */
void association_end(Client *client);

#endif
