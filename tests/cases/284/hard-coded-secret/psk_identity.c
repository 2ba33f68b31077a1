/* Who one is may stand in a program; the key may not. */
#include <gnutls/gnutls.h>

static const char psk_identity[] = "sensor-17";
static const char psk_hint[] = "sensors of building 4";

int set_psk(gnutls_psk_client_credentials_t credentials, const gnutls_datum_t *key)
{
    return gnutls_psk_set_client_credentials(credentials, psk_identity, key, GNUTLS_PSK_KEY_HEX);
}

const char *hint(void)
{
    return psk_hint;
}
