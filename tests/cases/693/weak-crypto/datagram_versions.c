/* Versions of DTLS. */
#include <openssl/ssl.h>

SSL_CTX *open_old(void)
{
    return SSL_CTX_new(DTLSv1_server_method()); // expect: CWE-327
}

int allow_old(SSL_CTX *ctx)
{
    return SSL_CTX_set_min_proto_version(ctx, DTLS1_VERSION); // expect: CWE-327
}

int only_old(SSL_CTX *ctx)
{
    return SSL_CTX_set_max_proto_version(ctx, DTLS1_VERSION); // expect: CWE-327
}

int allow_old_here(SSL *ssl)
{
    return SSL_set_min_proto_version(ssl, DTLS1_VERSION); // expect: CWE-327
}

int allow_new(SSL_CTX *ctx)
{
    return SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION);
}

int any_from_here(SSL_CTX *ctx)
{
    return SSL_CTX_set_max_proto_version(ctx, 0);
}
