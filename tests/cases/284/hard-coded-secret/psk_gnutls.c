/* Pre-shared keys of a sensor's connection, with GnuTLS. */
#include <gnutls/gnutls.h>
#include <string.h>

int sensor_credentials(gnutls_psk_client_credentials_t cred)
{
    gnutls_datum_t key = {(unsigned char *)"9e32cf7786321a828ef7668f09fb35db", 32};
    return gnutls_psk_set_client_credentials(cred, "sensor", &key, GNUTLS_PSK_KEY_HEX); // expect: CWE-798
}

int sensor_credentials_repaired(gnutls_psk_client_credentials_t cred, const char *hex)
{
    gnutls_datum_t key = {(unsigned char *)hex, (unsigned)strlen(hex)};
    return gnutls_psk_set_client_credentials(cred, "sensor", &key, GNUTLS_PSK_KEY_HEX);
}
