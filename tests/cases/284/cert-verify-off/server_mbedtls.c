/* TLS of a small device, with mbed TLS. */
#include <mbedtls/ssl.h>

int device_config(mbedtls_ssl_config *conf)
{
    int ret = mbedtls_ssl_config_defaults(conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
    if (ret != 0)
        return ret;
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_NONE); // expect: CWE-295
    return 0;
}

int device_config_repaired(mbedtls_ssl_config *conf, mbedtls_x509_crt *authorities)
{
    int ret = mbedtls_ssl_config_defaults(conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
    if (ret != 0)
        return ret;
    mbedtls_ssl_conf_ca_chain(conf, authorities, NULL);
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    return 0;
}
