/* Handshakes that go on with every datagram, GnuTLS. */
#include <gnutls/gnutls.h>
#include <stdbool.h>
#include <stdio.h>

struct visitor {
    gnutls_session_t session;
    bool welcome, refused;
    struct visitor *next;
};

/* Keeps visitors whose handshake has failed for good. */
void visitor_continue(struct visitor *v)
{
    int result = gnutls_handshake(v->session); // expect: CWE-459
    if (result == GNUTLS_E_SUCCESS) {
        v->welcome = true;
    } else if (gnutls_error_is_fatal(result)) {
        fprintf(stderr, "handshake: %s\n", gnutls_strerror(result));
    }
}

/* Marks them, and whoever goes through the list takes them out. */
void visitor_continue_marked(struct visitor *v)
{
    int result = gnutls_handshake(v->session);
    if (result == GNUTLS_E_SUCCESS)
        v->welcome = true;
    else if (gnutls_error_is_fatal(result))
        v->refused = true;
}

/* Tells the caller. */
int visitor_continue_told(struct visitor *v)
{
    int result = gnutls_handshake(v->session);
    if (result == GNUTLS_E_SUCCESS)
        v->welcome = true;
    else if (gnutls_error_is_fatal(result))
        return -1;
    return 0;
}
