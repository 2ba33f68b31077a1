/* A client that fetches its updates over TLS, with OpenSSL. */
#include <openssl/ssl.h>

SSL_CTX *update_context(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == NULL)
        return NULL;
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL); // expect: CWE-295
    return ctx;
}

SSL_CTX *update_context_repaired(const char *authorities)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == NULL)
        return NULL;
    if (SSL_CTX_load_verify_locations(ctx, authorities, NULL) != 1) {
        SSL_CTX_free(ctx);
        return NULL;
    }
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    return ctx;
}

/* The mode comes through a variable that has one value. */
void session_mode(SSL *ssl)
{
    int mode = SSL_VERIFY_NONE;
    SSL_set_verify(ssl, mode, NULL); // expect: CWE-295
}

/* Who calls it decides: not for this function to say. */
void session_mode_given(SSL *ssl, int mode)
{
    SSL_set_verify(ssl, mode, NULL);
}

static int accept_all(int verified, X509_STORE_CTX *store)
{
    (void)verified;
    (void)store;
    return 1;
}

static int accept_verified(int verified, X509_STORE_CTX *store)
{
    (void)store;
    return verified;
}

void callback(SSL_CTX *ctx)
{
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, accept_all); // expect: CWE-295
}

void callback_repaired(SSL_CTX *ctx)
{
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, accept_verified);
}
