/* A client that sends readings over DTLS and waits for two descriptors. */
#include <openssl/ssl.h>
#include <poll.h>

int meter_read(int fd, char *text, int room);

int meter_run(int input, int server)
{
    SSL_CTX *ctx = SSL_CTX_new(DTLS_client_method()); // expect: CWE-573
    if (!ctx)
        return -1;
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_set_default_verify_paths(ctx) != 1) {
        SSL_CTX_free(ctx);
        return -1;
    }
    SSL *ssl = SSL_new(ctx);
    SSL_CTX_free(ctx);
    if (!ssl)
        return -1;
    int done = SSL_set1_host(ssl, "meters.example") == 1 && SSL_set_fd(ssl, server) == 1 ? 0 : -1;
    while (done == 0) {
        struct pollfd fds[] = {{.fd = input, .events = POLLIN}, {.fd = server, .events = POLLIN}};
        char text[64];
        if (poll(fds, 2, 1000) < 0) {
            done = -1;
        } else if (SSL_is_init_finished(ssl) && fds[0].revents & POLLIN) {
            int n = meter_read(input, text, (int)sizeof text);
            if (n <= 0 || n > (int)sizeof text || SSL_write(ssl, text, n) != n)
                done = 1;
        } else if (!SSL_is_init_finished(ssl)) {
            int n = SSL_connect(ssl);
            if (n != 1 && SSL_get_error(ssl, n) != SSL_ERROR_WANT_READ)
                done = -1;
        }
    }
    SSL_free(ssl);
    return done;
}
