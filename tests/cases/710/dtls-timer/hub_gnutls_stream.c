/* Over TCP, where nothing is lost, there is no timer to keep. */
#include <gnutls/gnutls.h>
#include <poll.h>

int hub_add(gnutls_session_t *session)
{
    return gnutls_init(session, GNUTLS_SERVER | GNUTLS_NONBLOCK);
}

int hub_wait(struct pollfd *fds, nfds_t n)
{
    return poll(fds, n, 1000);
}
