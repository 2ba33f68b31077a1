/* Contract: TLS of OpenSSL. */
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
typedef struct ssl_session_st SSL_SESSION;
typedef struct ssl_cipher_st SSL_CIPHER;
typedef int (*SSL_verify_cb)(int ok, X509_STORE_CTX *store);
enum {
    SSL_VERIFY_NONE = 0, SSL_VERIFY_PEER = 1, SSL_VERIFY_FAIL_IF_NO_PEER_CERT = 2, SSL_VERIFY_CLIENT_ONCE = 4,
    SSL_FILETYPE_PEM = 1, SSL_FILETYPE_ASN1 = 2, SSL_ERROR_NONE = 0, SSL_ERROR_SSL = 1, SSL_ERROR_WANT_READ = 2,
    SSL_ERROR_WANT_WRITE = 3, SSL_ERROR_WANT_X509_LOOKUP = 4, SSL_ERROR_SYSCALL = 5, SSL_ERROR_ZERO_RETURN = 6,
    SSL3_VERSION = 0x0300, TLS1_VERSION = 0x0301, TLS1_1_VERSION = 0x0302, TLS1_2_VERSION = 0x0303,
    TLS1_3_VERSION = 0x0304, DTLS1_BAD_VER = 0x0100, DTLS1_VERSION = 0xFEFF, DTLS1_2_VERSION = 0xFEFD, SSL_OP_NO_SSLv2 = 0, SSL_OP_NO_SSLv3 = 0x02000000, SSL_OP_NO_TLSv1 = 0x04000000,
    SSL_OP_NO_TLSv1_1 = 0x10000000, SSL_OP_NO_TLSv1_2 = 0x08000000, SSL_OP_NO_COMPRESSION = 0x00020000,
    SSL_OP_ALL = 0x80000850, SSL_OP_COOKIE_EXCHANGE = 0x00002000, SSL_OP_NO_QUERY_MTU = 0x00001000,
    SSL_OP_NO_RENEGOTIATION = 0x40000000, SSL_OP_NO_TICKET = 0x00004000, SSL_MODE_ENABLE_PARTIAL_WRITE = 1, SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER = 2,
    SSL_MODE_AUTO_RETRY = 4, SSL_SENT_SHUTDOWN = 1, SSL_RECEIVED_SHUTDOWN = 2, SSL_TLSEXT_ERR_OK = 0,
    SSL_TLSEXT_ERR_NOACK = 3
};
int SSL_library_init(void);
void SSL_load_error_strings(void);
int OPENSSL_init_ssl(unsigned long options, const void *settings);
const SSL_METHOD *TLS_method(void);
const SSL_METHOD *TLS_client_method(void);
const SSL_METHOD *TLS_server_method(void);
const SSL_METHOD *SSLv23_method(void);
const SSL_METHOD *SSLv23_client_method(void);
const SSL_METHOD *SSLv23_server_method(void);
const SSL_METHOD *DTLS_method(void);
const SSL_METHOD *DTLS_client_method(void);
const SSL_METHOD *DTLS_server_method(void);
const SSL_METHOD *DTLSv1_2_method(void);
const SSL_METHOD *DTLSv1_2_client_method(void);
const SSL_METHOD *DTLSv1_2_server_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "DTLS_method with SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION)")]] const SSL_METHOD *DTLSv1_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "DTLS_client_method with SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION)")]] const SSL_METHOD *DTLSv1_client_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "DTLS_server_method with SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION)")]] const SSL_METHOD *DTLSv1_server_method(void);
const SSL_METHOD *TLSv1_2_method(void);
const SSL_METHOD *TLSv1_2_client_method(void);
const SSL_METHOD *TLSv1_2_server_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *SSLv2_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_client_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *SSLv2_client_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_server_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *SSLv2_server_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *SSLv3_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_client_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *SSLv3_client_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_server_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *SSLv3_server_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *TLSv1_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_client_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *TLSv1_client_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_server_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *TLSv1_server_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *TLSv1_1_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_client_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *TLSv1_1_client_method(void);
[[stoa::dangerous(327, "this version of the protocol is broken", "TLS_server_method with SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)")]] const SSL_METHOD *TLSv1_1_server_method(void);
[[stoa::allocates(result, SSL_CTX), stoa::error_if(result == NULL)]] SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
[[stoa::frees(ctx, SSL_CTX)]] void SSL_CTX_free(SSL_CTX *ctx);
[[stoa::error_if(result != 1)]] int SSL_CTX_up_ref(SSL_CTX *ctx);
[[stoa::misuse(mode == SSL_VERIFY_NONE, 295, "the certificate of the other side is not verified, so anybody can stand in for it", "pass SSL_VERIFY_PEER and load the trusted certificates")]]
[[stoa::callback(verify, later)]]
void SSL_CTX_set_verify(SSL_CTX *ctx, int mode, SSL_verify_cb verify);
[[stoa::misuse(mode == SSL_VERIFY_NONE, 295, "the certificate of the other side is not verified, so anybody can stand in for it", "pass SSL_VERIFY_PEER")]]
[[stoa::callback(verify, later)]]
void SSL_set_verify(SSL *ssl, int mode, SSL_verify_cb verify);
[[stoa::callback(verify, later, argument)]] void SSL_CTX_set_cert_verify_callback(SSL_CTX *ctx, int (*verify)(X509_STORE_CTX *, void *), void *argument);
void SSL_CTX_set_verify_depth(SSL_CTX *ctx, int depth);
int SSL_CTX_get_verify_mode(const SSL_CTX *ctx);
[[stoa::must_check("without it nothing tells whether the certificate was valid"), stoa::error_if(result != 0)]] long SSL_get_verify_result(const SSL *ssl);
[[stoa::must_check("no certificate is trusted then"), stoa::nullable(file, folder), stoa::sink(file, path), stoa::error_if(result != 1)]] int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *folder);
[[stoa::must_check("no certificate is trusted then"), stoa::error_if(result != 1)]] int SSL_CTX_set_default_verify_paths(SSL_CTX *ctx);
[[stoa::must_check, stoa::string(file), stoa::error_if(result != 1)]] int SSL_CTX_use_certificate_file(SSL_CTX *ctx, const char *file, int type);
[[stoa::must_check, stoa::string(file), stoa::error_if(result != 1)]] int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
[[stoa::must_check, stoa::string(file), stoa::error_if(result != 1)]] int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
[[stoa::must_check, stoa::string(file), stoa::error_if(result != 1)]] int SSL_CTX_use_RSAPrivateKey_file(SSL_CTX *ctx, const char *file, int type);
[[stoa::error_if(result != 1)]] int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *certificate);
[[stoa::error_if(result != 1)]] int SSL_CTX_use_PrivateKey(SSL_CTX *ctx, EVP_PKEY *key);
[[stoa::must_check("the key need not belong to the certificate"), stoa::error_if(result != 1)]] int SSL_CTX_check_private_key(const SSL_CTX *ctx);
[[stoa::must_check("the library's list stays in force"), stoa::string(list), stoa::error_if(result != 1)]]
[[stoa::misuse(list == "NULL" || list == "eNULL" || list == "aNULL" || list == "ALL:NULL" || list == "ALL:eNULL" || list == "ALL:aNULL", 327, "the list allows connections without encryption or authentication", "leave the library's list, or HIGH:!aNULL:!eNULL")]]
[[stoa::misuse(list == "RC4" || list == "RC4-MD5" || list == "RC4-SHA" || list == "DES-CBC-SHA" || list == "DES-CBC3-SHA" || list == "EXPORT" || list == "EXP" || list == "LOW", 327, "the list allows broken ciphers only", "leave the library's list, or HIGH:!aNULL:!eNULL")]]
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *list);
[[stoa::must_check("the library's list stays in force"), stoa::string(list), stoa::error_if(result != 1)]]
[[stoa::misuse(list == "NULL" || list == "eNULL" || list == "aNULL", 327, "the list allows connections without encryption or authentication", "leave the library's list, or HIGH:!aNULL:!eNULL")]]
int SSL_set_cipher_list(SSL *ssl, const char *list);
[[stoa::string(list), stoa::error_if(result != 1)]] int SSL_CTX_set_ciphersuites(SSL_CTX *ctx, const char *list);
[[stoa::must_check("older versions stay allowed"), stoa::error_if(result != 1)]]
[[stoa::misuse(version > 0 && version < 771, 327, "TLS before 1.2 is broken", "pass TLS1_2_VERSION or higher")]]
[[stoa::misuse(version == DTLS1_VERSION, 327, "DTLS before 1.2 is broken", "pass DTLS1_2_VERSION")]]
int SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version);
[[stoa::error_if(result != 1), stoa::misuse(version > 0 && version < 771, 327, "TLS from 1.2 on is shut out", "pass 0 or TLS1_3_VERSION")]]
[[stoa::misuse(version == DTLS1_VERSION, 327, "DTLS from 1.2 on is shut out", "pass 0 or DTLS1_2_VERSION")]]
int SSL_CTX_set_max_proto_version(SSL_CTX *ctx, int version);
[[stoa::error_if(result != 1), stoa::misuse(version > 0 && version < 771, 327, "TLS before 1.2 is broken", "pass TLS1_2_VERSION or higher")]]
[[stoa::misuse(version == DTLS1_VERSION, 327, "DTLS before 1.2 is broken", "pass DTLS1_2_VERSION")]]
int SSL_set_min_proto_version(SSL *ssl, int version);
unsigned long SSL_CTX_set_options(SSL_CTX *ctx, unsigned long options);
unsigned long SSL_CTX_clear_options(SSL_CTX *ctx, unsigned long options);
unsigned long SSL_set_options(SSL *ssl, unsigned long options);
long SSL_CTX_set_mode(SSL_CTX *ctx, long mode);
long SSL_CTX_ctrl(SSL_CTX *ctx, int command, long number, void *pointer);
long SSL_ctrl(SSL *ssl, int command, long number, void *pointer);
[[stoa::callback(password, later)]] void SSL_CTX_set_default_passwd_cb(SSL_CTX *ctx, int (*password)(char *, int, int, void *));
[[stoa::credential(data, password), stoa::escapes(data)]] void SSL_CTX_set_default_passwd_cb_userdata(SSL_CTX *ctx, void *data);
[[stoa::callback(psk, later)]] void SSL_CTX_set_psk_client_callback(SSL_CTX *ctx, unsigned int (*psk)(SSL *, const char *, char *, unsigned int, unsigned char *, unsigned int));
[[stoa::callback(psk, later)]] void SSL_CTX_set_psk_server_callback(SSL_CTX *ctx, unsigned int (*psk)(SSL *, const char *, unsigned char *, unsigned int));
[[stoa::allocates(result, SSL), stoa::error_if(result == NULL)]] SSL *SSL_new(SSL_CTX *ctx);
[[stoa::frees(ssl, SSL)]] void SSL_free(SSL *ssl);
[[stoa::error_if(result != 1)]] int SSL_clear(SSL *ssl);
[[stoa::uses(fd, fd), stoa::error_if(result != 1)]] int SSL_set_fd(SSL *ssl, int fd);
int SSL_get_fd(const SSL *ssl);
[[stoa::takes(rbio, BIO), stoa::takes(wbio, BIO)]] void SSL_set_bio(SSL *ssl, BIO *rbio, BIO *wbio);
[[stoa::must_check("the connection is not secured"), stoa::blocks, stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int SSL_connect(SSL *ssl);
[[stoa::must_check("the connection is not secured"), stoa::new_peer(ssl), stoa::blocks, stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int SSL_accept(SSL *ssl);
[[stoa::must_check("the connection is not secured"), stoa::blocks, stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int SSL_do_handshake(SSL *ssl);
void SSL_set_connect_state(SSL *ssl);
void SSL_set_accept_state(SSL *ssl);
[[stoa::must_check, stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, network), stoa::ensures(result <= size), stoa::consumes(ssl), stoa::blocks, stoa::error_if(result <= 0)]] int SSL_read(SSL *ssl, void *buffer, int size);
[[stoa::must_check, stoa::writes_up_to(buffer, size, *count), stoa::taints(buffer, network), stoa::consumes(ssl), stoa::blocks, stoa::error_if(result != 1)]] int SSL_read_ex(SSL *ssl, void *buffer, size_t size, size_t *count);
[[stoa::must_check, stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, network), stoa::ensures(result <= size), stoa::error_if(result <= 0)]] int SSL_peek(SSL *ssl, void *buffer, int size);
[[stoa::must_check("the peer may not get what was to be sent"), stoa::reads(buffer, size), stoa::ensures(result <= size), stoa::blocks, stoa::error_if(result <= 0)]] int SSL_write(SSL *ssl, const void *buffer, int size);
[[stoa::must_check("the peer may not get what was to be sent"), stoa::reads(buffer, size), stoa::blocks, stoa::error_if(result != 1)]] int SSL_write_ex(SSL *ssl, const void *buffer, size_t size, size_t *count);
[[stoa::peeks(ssl), stoa::ensures(result >= 0)]] int SSL_pending(const SSL *ssl);
[[stoa::error_if(result < 0)]] int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int result_of_call);
int SSL_get_shutdown(const SSL *ssl);
[[stoa::allocates(result, X509), stoa::may_return_null("the peer sent no certificate"), stoa::taints(result, network)]] X509 *SSL_get_peer_certificate(const SSL *ssl);
[[stoa::allocates(result, X509), stoa::may_return_null("the peer sent no certificate"), stoa::taints(result, network)]] X509 *SSL_get1_peer_certificate(const SSL *ssl);
[[stoa::returns_within(ssl), stoa::may_return_null("the peer sent no certificate"), stoa::taints(result, network)]] X509 *SSL_get0_peer_certificate(const SSL *ssl);
[[stoa::must_check("the name of the other side is not verified"), stoa::error_if(result != 1)]] int SSL_set1_host(SSL *ssl, const char *name);
void SSL_set_hostflags(SSL *ssl, unsigned int flags);
[[stoa::error_if(result != 1)]] int SSL_set_tlsext_host_name(SSL *ssl, const char *name);
[[stoa::returns_within(ssl)]] X509_VERIFY_PARAM *SSL_get0_param(SSL *ssl);
[[stoa::returns_within(ssl), stoa::may_return_null("no name was sent"), stoa::taints(result, network)]] const char *SSL_get_servername(const SSL *ssl, int type);
[[stoa::returns_within(ssl)]] const char *SSL_get_version(const SSL *ssl);
[[stoa::may_return_null("there is no connection yet")]] const SSL_CIPHER *SSL_get_current_cipher(const SSL *ssl);
const char *SSL_CIPHER_get_name(const SSL_CIPHER *cipher);
const char *SSL_get_cipher(const SSL *ssl);
[[stoa::allocates(result, SSL_SESSION), stoa::may_return_null("there is no session")]] SSL_SESSION *SSL_get1_session(SSL *ssl);
[[stoa::returns_within(ssl), stoa::may_return_null("there is no session")]] SSL_SESSION *SSL_get_session(const SSL *ssl);
[[stoa::frees(session, SSL_SESSION)]] void SSL_SESSION_free(SSL_SESSION *session);
[[stoa::error_if(result != 1)]] int SSL_set_session(SSL *ssl, SSL_SESSION *session);
[[stoa::escapes(data), stoa::error_if(result != 1)]] int SSL_set_ex_data(SSL *ssl, int index, void *data);
void *SSL_get_ex_data(const SSL *ssl, int index);
[[stoa::error_if(result != 0)]] int SSL_CTX_set_alpn_protos(SSL_CTX *ctx, const unsigned char *protocols, unsigned int size);
[[stoa::returns_within(ctx)]] X509_STORE *SSL_CTX_get_cert_store(const SSL_CTX *ctx);
SSL_CTX *SSL_get_SSL_CTX(const SSL *ssl);
struct bio_addr_st;
typedef struct bio_addr_st BIO_ADDR;
[[stoa::must_check("nobody knows whether the cookie was right"), stoa::new_peer(ssl), stoa::blocks, stoa::error_if(result <= 0)]] int DTLSv1_listen(SSL *ssl, BIO_ADDR *peer);
[[stoa::error_if(result < 0)]] int DTLSv1_handle_timeout(SSL *ssl);
[[stoa::writes_up_to(left, 16)]] int DTLSv1_get_timeout(SSL *ssl, struct timeval *left);
void DTLS_set_timer_cb(SSL *ssl, unsigned int (*timer)(SSL *, unsigned int));
long SSL_set_mtu(SSL *ssl, long size);
long DTLS_set_link_mtu(SSL *ssl, long size);
[[stoa::callback(make, later)]] void SSL_CTX_set_cookie_generate_cb(SSL_CTX *ctx, int (*make)(SSL *, unsigned char *, unsigned int *));
[[stoa::callback(verify, later)]] void SSL_CTX_set_cookie_verify_cb(SSL_CTX *ctx, int (*verify)(SSL *, const unsigned char *, unsigned int));
[[stoa::takes(bio, BIO)]] void SSL_set0_rbio(SSL *ssl, BIO *bio);
[[stoa::takes(bio, BIO)]] void SSL_set0_wbio(SSL *ssl, BIO *bio);
[[stoa::returns_within(ssl), stoa::may_return_null("no stream was set")]] BIO *SSL_get_rbio(const SSL *ssl);
[[stoa::returns_within(ssl), stoa::may_return_null("no stream was set")]] BIO *SSL_get_wbio(const SSL *ssl);
[[stoa::escapes(data), stoa::error_if(result != 1)]] int SSL_set_app_data(SSL *ssl, void *data);
void *SSL_get_app_data(const SSL *ssl);
[[stoa::nullable(hint), stoa::string(hint), stoa::error_if(result != 1)]] int SSL_CTX_use_psk_identity_hint(SSL_CTX *ctx, const char *hint);
[[stoa::returns_within(ssl), stoa::may_return_null("no pre-shared key was used"), stoa::taints(result, network)]] const char *SSL_get_psk_identity(const SSL *ssl);
[[stoa::returns_within(ssl), stoa::may_return_null("no hint was sent"), stoa::taints(result, network)]] const char *SSL_get_psk_identity_hint(const SSL *ssl);
const char *SSL_get_cipher_name(const SSL *ssl);
int SSL_is_init_finished(const SSL *ssl);
int SSL_in_init(const SSL *ssl);
