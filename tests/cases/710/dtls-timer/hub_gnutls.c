/* A hub for DTLS, GnuTLS below an event loop of libev. */
#include <gnutls/gnutls.h>
#include <stdlib.h>

struct ev_loop;
int ev_run(struct ev_loop *loop, int flags);
void hub_watch(struct ev_loop *loop, gnutls_session_t session);

int hub_add(struct ev_loop *loop)
{
    gnutls_session_t session;
    if (gnutls_init(&session, GNUTLS_SERVER | GNUTLS_DATAGRAM | GNUTLS_NONBLOCK) < 0) // expect: CWE-573
        return -1;
    hub_watch(loop, session);
    return 0;
}

int hub_run(struct ev_loop *loop)
{
    return ev_run(loop, 0);
}
