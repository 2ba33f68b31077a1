/*
 * The OpenSSL context, and pre-shared keys. Secrets come from files that nobody else can read, and are wiped.
 */
#include "tls.h"

#include <stdio.h>
#include <string.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "log.h"
#include "secret.h"

enum {
    IDENTITY_MAX = 128,
    PSKS_MAX = 256,
    CHAIN_DEPTH = 4,
    SEND_FRAGMENT_MAX =
        2048 /* more than any record of ours: each client has a buffer of this size, not of 16 KiB */
};

#define CIPHERS "ECDHE+AESGCM:ECDHE+CHACHA20"
#define CIPHERS_PSK CIPHERS ":ECDHE-PSK-CHACHA20-POLY1305"

typedef struct Entry {
    char identity[IDENTITY_MAX + 1]; /* filled up with 0 */
    Psk psk;
} Entry;

typedef struct Psks {
    size_t n;
    Entry all[PSKS_MAX];
} Psks;

static bool is_listed(const Psks *psks, const Entry *wanted)
{
    for (size_t i = 0; i < psks->n; i++)
        if (memcmp(psks->all[i].identity, wanted->identity, sizeof wanted->identity) == 0)
            return true;
    return false;
}

/* One line, "identity:hexadecimal key"; it ends at `end`. */
static bool read_entry(Entry *out, const char *line, const char *end)
{
    const char *colon = secret_read_psk(&out->psk, line, end);
    if (!colon || colon - line > IDENTITY_MAX)
        return false;
    memcpy(out->identity, line, (size_t)(colon - line));
    return true;
}

static Psks *read_psks(const char *path, char error[TLS_ERROR_SIZE])
{
    Secret file;
    if (!secret_read(&file, path, error))
        return NULL;
    Psks *psks = OPENSSL_zalloc(sizeof *psks);
    unsigned number = 0;
    const char *wrong = psks ? NULL : "out of memory";
    for (const char *line = file.bytes, *end; !wrong && *line; line = *end ? end + 1 : end) {
        end = line + strcspn(line, "\n");
        number++;
        if (line == end || *line == '#')
            continue;
        if (psks->n == PSKS_MAX)
            wrong = "more keys than the server takes";
        else if (!read_entry(&psks->all[psks->n], line, end))
            wrong = "not \"identity:key\" with a key of 16 to 64 octets in hexadecimal";
        else if (is_listed(psks, &psks->all[psks->n]))
            wrong = "an identity that stands there already";
        else
            psks->n++;
    }
    if (!wrong && psks->n == 0)
        wrong = "no key in it";
    secret_release(&file);
    if (wrong) {
        (void)snprintf(error, TLS_ERROR_SIZE, "%s:%u: %s", path, number, wrong);
        OPENSSL_clear_free(psks, sizeof *psks);
        return NULL;
    }
    return psks;
}

/*
 * OpenSSL's question for the key of an identity. All keys are looked at, and an unknown identity gets a random key, so
 * neither time nor alert tells which identities exist (RFC 4279, 2).
 */
static unsigned find_psk(SSL *ssl, const char *identity, unsigned char *key, unsigned room)
{
    const Psks *psks = SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl));
    size_t length = strnlen(identity, IDENTITY_MAX + 1);
    if (!psks || length > IDENTITY_MAX || room < PSK_MAX || RAND_priv_bytes(key, PSK_MIN) != 1)
        return 0;
    char wanted[IDENTITY_MAX + 1] = {0};
    memcpy(wanted, identity, length);
    unsigned size = 0;
    for (size_t i = 0; i < psks->n; i++) {
        const Entry *entry = &psks->all[i];
        if (CRYPTO_memcmp(entry->identity, wanted, sizeof wanted) == 0) {
            memcpy(key, entry->psk.key, entry->psk.size);
            size = (unsigned)entry->psk.size;
        }
    }
    char quoted[LOG_QUOTE_SIZE];
    if (size == 0)
        log_line(LOG_INFO, "unknown identity name=%s", log_quote(quoted, identity, length));
    return size > 0 ? size : PSK_MIN;
}

static bool load_key(SSL_CTX *ctx, const char *path, char error[TLS_ERROR_SIZE])
{
    EVP_PKEY *key = secret_read_key(path, error);
    if (!key)
        return false;
    bool ok = SSL_CTX_use_PrivateKey(ctx, key) == 1 && SSL_CTX_check_private_key(ctx) == 1;
    EVP_PKEY_free(key);
    if (!ok)
        (void)snprintf(error, TLS_ERROR_SIZE, "%s: the key does not fit the certificate", path);
    return ok;
}

static bool fail_file(char error[TLS_ERROR_SIZE], const char *path, const char *what)
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    (void)snprintf(error, TLS_ERROR_SIZE, "%s: %s (%s)", path, what, reason ? reason : "no reason given");
    return false;
}

/* Whom the context admits: certificates of the CA, not revoked, with an allowed name. */
static bool set_admission(SSL_CTX *ctx, const TlsConfig *config, char error[TLS_ERROR_SIZE])
{
    X509_VERIFY_PARAM *param = SSL_CTX_get0_param(ctx);
    X509_STORE *store = SSL_CTX_get_cert_store(ctx);
    STACK_OF(X509_NAME) *authorities = SSL_load_client_CA_file(config->ca);
    if (!authorities || SSL_CTX_load_verify_file(ctx, config->ca) != 1) {
        sk_X509_NAME_pop_free(authorities, X509_NAME_free);
        return fail_file(error, config->ca, "no CA certificate in PEM");
    }
    SSL_CTX_set_client_CA_list(ctx, authorities);
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
    SSL_CTX_set_verify_depth(ctx, CHAIN_DEPTH);
    if (config->crl) {
        X509_LOOKUP *lookup = X509_STORE_add_lookup(store, X509_LOOKUP_file());
        if (!lookup || X509_load_crl_file(lookup, config->crl, X509_FILETYPE_PEM) < 1 ||
            X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL) != 1)
            return fail_file(error, config->crl, "no revocation list in PEM");
    }
    X509_VERIFY_PARAM_set_hostflags(param,
                                    X509_CHECK_FLAG_NO_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    for (size_t i = 0; i < config->n_names; i++)
        if (X509_VERIFY_PARAM_add1_host(param, config->names[i], 0) != 1)
            return fail_file(error, config->names[i], "not a name");
    return true;
}

static bool set_up(SSL_CTX *ctx, const TlsConfig *config, char error[TLS_ERROR_SIZE])
{
    if (SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION) != 1 ||
        SSL_CTX_set_max_proto_version(ctx, DTLS1_2_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(ctx, config->psk_file ? CIPHERS_PSK : CIPHERS) != 1 ||
        SSL_CTX_set1_groups_list(ctx, "X25519:P-256:P-384") != 1 ||
        SSL_CTX_set_max_send_fragment(ctx, SEND_FRAGMENT_MAX) != 1)
        return fail_file(error, "OpenSSL", "refuses DTLS 1.2 with the server's cipher suites");
    SSL_CTX_set_options(ctx, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION |
                                 SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_QUERY_MTU);
    SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
    if (SSL_CTX_use_certificate_chain_file(ctx, config->cert) != 1)
        return fail_file(error, config->cert, "no certificate in PEM");
    if (!load_key(ctx, config->key, error) || !set_admission(ctx, config, error))
        return false;
    if (config->psk_file) {
        Psks *psks = read_psks(config->psk_file, error);
        if (!psks)
            return false;
        SSL_CTX_set_app_data(ctx, psks);
        SSL_CTX_set_psk_server_callback(ctx, find_psk);
    }
    return true;
}

SSL_CTX *tls_context_new(const TlsConfig *config, char error[TLS_ERROR_SIZE])
{
    ERR_clear_error();
    SSL_CTX *ctx = SSL_CTX_new(DTLS_server_method());
    if (!ctx) {
        (void)fail_file(error, "OpenSSL", "makes no context");
    } else if (!set_up(ctx, config, error)) {
        tls_context_free(ctx);
        ctx = NULL;
    }
    ERR_clear_error();
    return ctx;
}

void tls_context_free(SSL_CTX *ctx)
{
    if (!ctx)
        return;
    OPENSSL_clear_free(SSL_CTX_get_app_data(ctx), sizeof(Psks));
    SSL_CTX_free(ctx);
}

/* The first DNS name of a certificate; one with a NUL inside ends there. */
static void first_name(const X509 *cert, char *out, size_t room)
{
    GENERAL_NAMES *names = X509_get_ext_d2i(cert, NID_subject_alt_name, NULL, NULL);
    for (int i = 0; i < sk_GENERAL_NAME_num(names); i++) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_DNS) {
            const ASN1_STRING *text = name->d.dNSName;
            (void)snprintf(out, room, "%.*s", ASN1_STRING_length(text),
                           (const char *)ASN1_STRING_get0_data(text));
            break;
        }
    }
    GENERAL_NAMES_free(names);
}

void tls_peer_name(SSL *ssl, char *out, size_t room)
{
    const char *identity = SSL_get_psk_identity(ssl);
    const char *matched = X509_VERIFY_PARAM_get0_peername(SSL_get0_param(ssl));
    X509 *cert = SSL_get0_peer_certificate(ssl);
    out[0] = '\0';
    if (identity || matched)
        (void)snprintf(out, room, "%s", identity ? identity : matched);
    else if (cert)
        first_name(cert, out, room);
}

const char *tls_failure(const SSL *ssl)
{
    unsigned long first = ERR_peek_error();
    ERR_clear_error();
    long verify = SSL_get_verify_result(ssl);
    if (verify != X509_V_OK)
        return X509_verify_cert_error_string(verify);
    const char *reason = first ? ERR_reason_error_string(first) : NULL;
    return reason ? reason : "the connection was given up";
}
