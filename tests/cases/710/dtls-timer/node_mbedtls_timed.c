/* The node with the timer that it needs. */
#include <mbedtls/ssl.h>

void node_timer_set(void *timer, unsigned int soon, unsigned int last);
int node_timer_get(void *timer);

int node_configure(mbedtls_ssl_config *config, mbedtls_ssl_context *ssl, void *timer)
{
    mbedtls_ssl_set_timer_cb(ssl, timer, node_timer_set, node_timer_get);
    return mbedtls_ssl_config_defaults(config, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_DATAGRAM,
                                       MBEDTLS_SSL_PRESET_DEFAULT);
}
