/* Pre-shared key of a sensor, with mbed TLS. */
#include <mbedtls/ssl.h>
#include <string.h>

static const unsigned char sensor_psk[16] = {0x1a, 0x2b, 0x3c, 0x4d, 0x5e, 0x6f, 0x70, 0x81,
                                             0x92, 0xa3, 0xb4, 0xc5, 0xd6, 0xe7, 0xf8, 0x09};

int sensor_config(mbedtls_ssl_config *conf)
{
    const char *identity = "sensor";
    return mbedtls_ssl_conf_psk(conf, sensor_psk, sizeof sensor_psk, // expect: CWE-798
                                (const unsigned char *)identity, strlen(identity));
}

int sensor_config_repaired(mbedtls_ssl_config *conf, const unsigned char *psk, size_t size)
{
    const char *identity = "sensor";
    return mbedtls_ssl_conf_psk(conf, psk, size, (const unsigned char *)identity, strlen(identity));
}
