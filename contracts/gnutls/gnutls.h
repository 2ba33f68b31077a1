/* Contract: GnuTLS. */
typedef struct gnutls_session_int *gnutls_session_t;
typedef struct gnutls_certificate_credentials_st *gnutls_certificate_credentials_t;
typedef struct gnutls_psk_client_credentials_st *gnutls_psk_client_credentials_t;
typedef struct gnutls_psk_server_credentials_st *gnutls_psk_server_credentials_t;
typedef struct gnutls_anon_client_credentials_st *gnutls_anon_client_credentials_t;
typedef struct gnutls_anon_server_credentials_st *gnutls_anon_server_credentials_t;
typedef struct gnutls_x509_crt_int *gnutls_x509_crt_t;
typedef struct gnutls_x509_privkey_int *gnutls_x509_privkey_t;
typedef struct gnutls_priority_st *gnutls_priority_t;
typedef struct gnutls_cipher_hd_st *gnutls_cipher_hd_t;
typedef struct gnutls_hash_hd_st *gnutls_hash_hd_t;
typedef struct gnutls_hmac_hd_st *gnutls_hmac_hd_t;
typedef void *gnutls_transport_ptr_t;
typedef struct { unsigned char *data; unsigned int size; } gnutls_datum_t;
typedef enum { GNUTLS_CERT_IGNORE = 0, GNUTLS_CERT_REQUEST = 1, GNUTLS_CERT_REQUIRE = 2 } gnutls_certificate_request_t;
typedef enum { GNUTLS_CRD_CERTIFICATE = 1, GNUTLS_CRD_ANON = 2, GNUTLS_CRD_SRP = 3, GNUTLS_CRD_PSK = 4 } gnutls_credentials_type_t;
typedef enum { GNUTLS_X509_FMT_DER = 0, GNUTLS_X509_FMT_PEM = 1 } gnutls_x509_crt_fmt_t;
typedef enum { GNUTLS_SHUT_RDWR = 0, GNUTLS_SHUT_WR = 1 } gnutls_close_request_t;
typedef enum { GNUTLS_PSK_KEY_RAW = 0, GNUTLS_PSK_KEY_HEX = 1 } gnutls_psk_key_flags;
typedef enum { GNUTLS_RND_NONCE = 0, GNUTLS_RND_RANDOM = 1, GNUTLS_RND_KEY = 2 } gnutls_rnd_level_t;
typedef enum { GNUTLS_CIPHER_NULL = 1, GNUTLS_CIPHER_ARCFOUR_128 = 2, GNUTLS_CIPHER_3DES_CBC = 3, GNUTLS_CIPHER_AES_128_CBC = 4, GNUTLS_CIPHER_AES_256_CBC = 5, GNUTLS_CIPHER_ARCFOUR_40 = 6, GNUTLS_CIPHER_AES_128_GCM = 10, GNUTLS_CIPHER_AES_256_GCM = 11, GNUTLS_CIPHER_RC2_40_CBC = 17, GNUTLS_CIPHER_DES_CBC = 18 } gnutls_cipher_algorithm_t;
typedef enum { GNUTLS_DIG_MD5 = 2, GNUTLS_DIG_SHA1 = 3, GNUTLS_DIG_MD2 = 5, GNUTLS_DIG_SHA256 = 6, GNUTLS_DIG_SHA384 = 7, GNUTLS_DIG_SHA512 = 8 } gnutls_digest_algorithm_t;
typedef enum { GNUTLS_MAC_MD5 = 2, GNUTLS_MAC_SHA1 = 3, GNUTLS_MAC_SHA256 = 6 } gnutls_mac_algorithm_t;
enum {
    GNUTLS_SERVER = 1, GNUTLS_CLIENT = 2, GNUTLS_DATAGRAM = 4, GNUTLS_NONBLOCK = 8, GNUTLS_E_SUCCESS = 0, GNUTLS_E_AGAIN = -28,
    GNUTLS_E_INTERRUPTED = -52, GNUTLS_VERIFY_DISABLE_CA_SIGN = 1, GNUTLS_VERIFY_ALLOW_X509_V1_CA_CRT = 8,
    GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5 = 32, GNUTLS_VERIFY_DISABLE_TIME_CHECKS = 64
};
int gnutls_global_init(void);
void gnutls_global_deinit(void);
[[stoa::returns_static]] const char *gnutls_strerror(int error);
[[stoa::opens(*session, gnutls_session), stoa::must_check, stoa::error_if(result < 0)]] int gnutls_init(gnutls_session_t *session, unsigned int flags);
[[stoa::closes(session, gnutls_session)]] void gnutls_deinit(gnutls_session_t session);
[[stoa::must_check("the connection is not secured"), stoa::blocks, stoa::error_if(result < 0)]] int gnutls_handshake(gnutls_session_t session);
[[stoa::error_if(result < 0)]] int gnutls_bye(gnutls_session_t session, gnutls_close_request_t how);
[[stoa::reads(data, size), stoa::must_check("the peer may not get what was to be sent"), stoa::blocks, stoa::error_if(result < 0)]] ssize_t gnutls_record_send(gnutls_session_t session, const void *data, size_t size);
[[stoa::writes_up_to(data, size, result), stoa::taints(data, network), stoa::must_check, stoa::ensures(result <= size), stoa::consumes(session), stoa::blocks, stoa::error_if(result < 0)]] ssize_t gnutls_record_recv(gnutls_session_t session, void *data, size_t size);
[[stoa::peeks(session)]] size_t gnutls_record_check_pending(gnutls_session_t session);
[[stoa::misuse(request == GNUTLS_CERT_IGNORE, 295, "the certificate of the other side is not asked for", "GNUTLS_CERT_REQUIRE")]] void gnutls_certificate_server_set_request(gnutls_session_t session, gnutls_certificate_request_t request);
[[stoa::misuse((flags & 1) != 0 || (flags & 64) != 0, 295, "parts of the verification of certificates are switched off", "leave the flags out")]] void gnutls_certificate_set_verify_flags(gnutls_certificate_credentials_t credentials, unsigned int flags);
[[stoa::must_check("the certificate is not verified"), stoa::writes(status, 4), stoa::error_if(result < 0)]] int gnutls_certificate_verify_peers2(gnutls_session_t session, unsigned int *status);
[[stoa::must_check("the certificate is not verified"), stoa::writes(status, 4), stoa::error_if(result < 0), stoa::misuse(hostname == NULL, 297, "the name in the certificate is not compared", "pass the name of the host")]] int gnutls_certificate_verify_peers3(gnutls_session_t session, const char *hostname, unsigned int *status);
[[stoa::misuse(hostname == NULL, 297, "the name in the certificate is not compared", "pass the name of the host")]] void gnutls_session_set_verify_cert(gnutls_session_t session, const char *hostname, unsigned int flags);
[[stoa::callback(verify, later)]] void gnutls_certificate_set_verify_function(gnutls_certificate_credentials_t credentials, int (*verify)(gnutls_session_t));
[[stoa::opens(*credentials, gnutls_certificate_credentials), stoa::must_check, stoa::error_if(result < 0)]] int gnutls_certificate_allocate_credentials(gnutls_certificate_credentials_t *credentials);
[[stoa::closes(credentials, gnutls_certificate_credentials)]] void gnutls_certificate_free_credentials(gnutls_certificate_credentials_t credentials);
[[stoa::must_check("no certificate is trusted then"), stoa::error_if(result < 0)]] int gnutls_certificate_set_x509_system_trust(gnutls_certificate_credentials_t credentials);
[[stoa::string(file), stoa::must_check, stoa::error_if(result <= 0)]] int gnutls_certificate_set_x509_trust_file(gnutls_certificate_credentials_t credentials, const char *file, gnutls_x509_crt_fmt_t format);
[[stoa::string(certificate), stoa::string(key), stoa::must_check, stoa::error_if(result < 0)]] int gnutls_certificate_set_x509_key_file(gnutls_certificate_credentials_t credentials, const char *certificate, const char *key, gnutls_x509_crt_fmt_t format);
[[stoa::string(certificate), stoa::string(key), stoa::credential(password, password), stoa::nullable(password), stoa::must_check, stoa::error_if(result < 0)]] int gnutls_certificate_set_x509_key_file2(gnutls_certificate_credentials_t credentials, const char *certificate, const char *key, gnutls_x509_crt_fmt_t format, const char *password, unsigned int flags);
[[stoa::error_if(result < 0)]] int gnutls_credentials_set(gnutls_session_t session, gnutls_credentials_type_t type, void *credentials);
[[stoa::opens(*credentials, gnutls_psk_client), stoa::error_if(result < 0)]] int gnutls_psk_allocate_client_credentials(gnutls_psk_client_credentials_t *credentials);
[[stoa::closes(credentials, gnutls_psk_client)]] void gnutls_psk_free_client_credentials(gnutls_psk_client_credentials_t credentials);
[[stoa::credential(key, psk), stoa::string(user), stoa::error_if(result < 0)]] int gnutls_psk_set_client_credentials(gnutls_psk_client_credentials_t credentials, const char *user, const gnutls_datum_t *key, gnutls_psk_key_flags flags);
[[stoa::opens(*credentials, gnutls_psk_server), stoa::error_if(result < 0)]] int gnutls_psk_allocate_server_credentials(gnutls_psk_server_credentials_t *credentials);
[[stoa::callback(find, later)]] void gnutls_psk_set_server_credentials_function(gnutls_psk_server_credentials_t credentials, int (*find)(gnutls_session_t, const char *, gnutls_datum_t *));
[[stoa::dangerous(306, "nobody is authenticated, so anybody can stand in the middle", "certificates or a PSK"), stoa::error_if(result < 0)]] int gnutls_anon_allocate_client_credentials(gnutls_anon_client_credentials_t *credentials);
[[stoa::dangerous(306, "nobody is authenticated, so anybody can stand in the middle", "certificates or a PSK"), stoa::error_if(result < 0)]] int gnutls_anon_allocate_server_credentials(gnutls_anon_server_credentials_t *credentials);
[[stoa::error_if(result < 0)]] int gnutls_set_default_priority(gnutls_session_t session);
[[stoa::string(priorities), stoa::must_check, stoa::error_if(result < 0)]]
[[stoa::misuse(priorities == "NORMAL:+ANON-DH" || priorities == "PERFORMANCE:+ANON-DH" || priorities == "EXPORT" || priorities == "NORMAL:+VERS-SSL3.0" || priorities == "LEGACY", 327, "the priorities allow broken or unauthenticated connections", "gnutls_set_default_priority, or NORMAL")]]
int gnutls_priority_set_direct(gnutls_session_t session, const char *priorities, const char **error_at);
[[stoa::string(name), stoa::reads(name, size), stoa::error_if(result < 0)]] int gnutls_server_name_set(gnutls_session_t session, unsigned int type, const void *name, size_t size);
void gnutls_transport_set_int(gnutls_session_t session, int fd);
void gnutls_transport_set_ptr(gnutls_session_t session, gnutls_transport_ptr_t pointer);
void gnutls_session_set_ptr(gnutls_session_t session, void *pointer);
void *gnutls_session_get_ptr(gnutls_session_t session);
[[stoa::opens(*certificate, gnutls_x509_crt), stoa::must_check, stoa::error_if(result < 0)]] int gnutls_x509_crt_init(gnutls_x509_crt_t *certificate);
[[stoa::closes(certificate, gnutls_x509_crt)]] void gnutls_x509_crt_deinit(gnutls_x509_crt_t certificate);
[[stoa::must_check, stoa::error_if(result < 0)]] int gnutls_x509_crt_import(gnutls_x509_crt_t certificate, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);
[[stoa::must_check("the name of the other side is not verified"), stoa::error_if(result == 0)]] unsigned int gnutls_x509_crt_check_hostname(gnutls_x509_crt_t certificate, const char *name);
[[stoa::returns_within(session), stoa::may_return_null("the peer sent no certificate"), stoa::taints(result, network)]] const gnutls_datum_t *gnutls_certificate_get_peers(gnutls_session_t session, unsigned int *count);
[[stoa::allocates(result, gnutls, size), stoa::error_if(result == NULL)]] void *gnutls_malloc(size_t size);
[[stoa::frees(block, gnutls)]] void gnutls_free(void *block);
[[stoa::random(buffer, strong), stoa::writes(buffer, size), stoa::must_check("the bytes are not random"), stoa::error_if(result < 0)]] int gnutls_rnd(gnutls_rnd_level_t level, void *buffer, size_t size);
[[stoa::reads(data, size), stoa::must_check, stoa::error_if(result < 0), stoa::misuse(algorithm == GNUTLS_DIG_MD5 || algorithm == GNUTLS_DIG_SHA1 || algorithm == GNUTLS_DIG_MD2, 328, "collisions of this digest can be made", "GNUTLS_DIG_SHA256")]] int gnutls_hash_fast(gnutls_digest_algorithm_t algorithm, const void *data, size_t size, void *digest);
[[stoa::opens(*hash, gnutls_hash), stoa::error_if(result < 0), stoa::misuse(algorithm == GNUTLS_DIG_MD5 || algorithm == GNUTLS_DIG_SHA1 || algorithm == GNUTLS_DIG_MD2, 328, "collisions of this digest can be made", "GNUTLS_DIG_SHA256")]] int gnutls_hash_init(gnutls_hash_hd_t *hash, gnutls_digest_algorithm_t algorithm);
[[stoa::closes(hash, gnutls_hash), stoa::nullable(digest)]] void gnutls_hash_deinit(gnutls_hash_hd_t hash, void *digest);
[[stoa::credential(key, key), stoa::reads(key, key_size), stoa::reads(data, size), stoa::error_if(result < 0)]] int gnutls_hmac_fast(gnutls_mac_algorithm_t algorithm, const void *key, size_t key_size, const void *data, size_t size, void *digest);
[[stoa::opens(*cipher, gnutls_cipher), stoa::credential(key, key), stoa::credential(iv, iv), stoa::must_check, stoa::error_if(result < 0)]]
[[stoa::misuse(algorithm == GNUTLS_CIPHER_NULL || algorithm == GNUTLS_CIPHER_ARCFOUR_128 || algorithm == GNUTLS_CIPHER_ARCFOUR_40 || algorithm == GNUTLS_CIPHER_DES_CBC || algorithm == GNUTLS_CIPHER_3DES_CBC || algorithm == GNUTLS_CIPHER_RC2_40_CBC, 327, "this cipher is broken or its blocks are too short", "GNUTLS_CIPHER_AES_256_GCM")]]
int gnutls_cipher_init(gnutls_cipher_hd_t *cipher, gnutls_cipher_algorithm_t algorithm, const gnutls_datum_t *key, const gnutls_datum_t *iv);
[[stoa::closes(cipher, gnutls_cipher)]] void gnutls_cipher_deinit(gnutls_cipher_hd_t cipher);
[[stoa::constant]] int gnutls_error_is_fatal(int error);
unsigned int gnutls_dtls_get_timeout(gnutls_session_t session);
void gnutls_dtls_set_timeouts(gnutls_session_t session, unsigned int first, unsigned int total);
void gnutls_dtls_set_mtu(gnutls_session_t session, unsigned int size);
void gnutls_handshake_set_timeout(gnutls_session_t session, unsigned int milliseconds);
