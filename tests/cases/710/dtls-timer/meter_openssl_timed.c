/* The library is told when its time is over. */
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/time.h>

SSL_CTX *meter_context(void)
{
    return SSL_CTX_new(DTLS_client_method());
}

int meter_wait(SSL *ssl, struct pollfd *fds, nfds_t n)
{
    struct timeval left;
    int wait = DTLSv1_get_timeout(ssl, &left) ? (int)(left.tv_sec % 60 * 1000 + left.tv_usec / 1000) : 1000;
    int ready = poll(fds, n, wait);
    if (ready == 0 && DTLSv1_handle_timeout(ssl) < 0)
        return -1;
    return ready;
}
