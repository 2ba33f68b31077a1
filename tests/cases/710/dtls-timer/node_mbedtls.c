/* A node that talks DTLS, mbed TLS. */
#include <mbedtls/ssl.h>

int node_configure(mbedtls_ssl_config *config)
{
    return mbedtls_ssl_config_defaults(config, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_DATAGRAM, MBEDTLS_SSL_PRESET_DEFAULT); // expect: CWE-573
}
