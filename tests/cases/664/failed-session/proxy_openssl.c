/* TLS towards a backend and from clients, OpenSSL over connections that do not wait. */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <unistd.h>

struct connection {
    SSL *ssl;
    int fd;
    int established;
};

static void show_errors(const char *peer)
{
    unsigned long code = ERR_get_error();
    if (code != 0)
        fprintf(stderr, "%s: error %lx\n", peer, code);
}

void proxy_step(struct connection *c, const char *peer)
{
    int n = SSL_do_handshake(c->ssl); // expect: CWE-459
    if (n == 1) {
        c->established = 1;
        return;
    }
    switch (SSL_get_error(c->ssl, n)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE: return;
    default: show_errors(peer);
    }
}

void proxy_step_and_close(struct connection *c, const char *peer)
{
    int n = SSL_do_handshake(c->ssl);
    if (n == 1) {
        c->established = 1;
        return;
    }
    switch (SSL_get_error(c->ssl, n)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE: return;
    default:
        show_errors(peer);
        SSL_free(c->ssl);
        c->ssl = NULL;
        close(c->fd);
        c->fd = -1;
    }
}

/* Only the two ways on which it goes on are left without a word: the failure ends the program. */
void proxy_step_or_exit(struct connection *c)
{
    int n = SSL_connect(c->ssl);
    int error = n == 1 ? SSL_ERROR_NONE : SSL_get_error(c->ssl, n);
    if (error == SSL_ERROR_NONE)
        c->established = 1;
    else if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE)
        _exit(1);
}
