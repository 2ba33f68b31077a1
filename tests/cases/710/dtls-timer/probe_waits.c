/* A client that waits in the library: it sends again by itself. */
#include <openssl/ssl.h>

int probe(SSL *ssl)
{
    return SSL_connect(ssl) == 1 ? 0 : -1;
}

SSL_CTX *probe_context(void)
{
    return SSL_CTX_new(DTLS_client_method());
}
