/* Contract: TLS of mbedTLS. */
typedef struct mbedtls_ssl_context mbedtls_ssl_context;
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_x509_crt mbedtls_x509_crt;
typedef struct mbedtls_x509_crl mbedtls_x509_crl;
typedef struct mbedtls_pk_context mbedtls_pk_context;
typedef struct mbedtls_ctr_drbg_context mbedtls_ctr_drbg_context;
typedef struct mbedtls_entropy_context mbedtls_entropy_context;
typedef struct mbedtls_net_context { int fd; } mbedtls_net_context;
enum {
    MBEDTLS_SSL_VERIFY_NONE = 0, MBEDTLS_SSL_VERIFY_OPTIONAL = 1, MBEDTLS_SSL_VERIFY_REQUIRED = 2,
    MBEDTLS_SSL_IS_CLIENT = 0, MBEDTLS_SSL_IS_SERVER = 1, MBEDTLS_SSL_TRANSPORT_STREAM = 0,
    MBEDTLS_SSL_TRANSPORT_DATAGRAM = 1, MBEDTLS_SSL_PRESET_DEFAULT = 0, MBEDTLS_SSL_MAJOR_VERSION_3 = 3,
    MBEDTLS_SSL_MINOR_VERSION_0 = 0, MBEDTLS_SSL_MINOR_VERSION_1 = 1, MBEDTLS_SSL_MINOR_VERSION_2 = 2,
    MBEDTLS_SSL_MINOR_VERSION_3 = 3, MBEDTLS_ERR_SSL_WANT_READ = -0x6900, MBEDTLS_ERR_SSL_WANT_WRITE = -0x6880,
    MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY = -0x7880, MBEDTLS_NET_PROTO_TCP = 0, MBEDTLS_NET_PROTO_UDP = 1
};
[[stoa::opens(*ssl, mbedtls_ssl)]] void mbedtls_ssl_init(mbedtls_ssl_context *ssl);
[[stoa::closes(ssl, mbedtls_ssl)]] void mbedtls_ssl_free(mbedtls_ssl_context *ssl);
[[stoa::opens(*conf, mbedtls_ssl_config)]] void mbedtls_ssl_config_init(mbedtls_ssl_config *conf);
[[stoa::closes(conf, mbedtls_ssl_config)]] void mbedtls_ssl_config_free(mbedtls_ssl_config *conf);
[[stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_ssl_config_defaults(mbedtls_ssl_config *conf, int endpoint, int transport, int preset);
[[stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_ssl_setup(mbedtls_ssl_context *ssl, const mbedtls_ssl_config *conf);
[[stoa::misuse(mode == MBEDTLS_SSL_VERIFY_NONE, 295, "the certificate of the other side is not verified, so anybody can stand in for it", "MBEDTLS_SSL_VERIFY_REQUIRED")]]
[[stoa::misuse(mode == MBEDTLS_SSL_VERIFY_OPTIONAL, 295, "the connection goes on when the certificate is not valid", "MBEDTLS_SSL_VERIFY_REQUIRED, or test mbedtls_ssl_get_verify_result")]]
void mbedtls_ssl_conf_authmode(mbedtls_ssl_config *conf, int mode);
[[stoa::misuse(mode == MBEDTLS_SSL_VERIFY_NONE, 295, "the certificate of the other side is not verified, so anybody can stand in for it", "MBEDTLS_SSL_VERIFY_REQUIRED")]]
void mbedtls_ssl_set_hs_authmode(mbedtls_ssl_context *ssl, int mode);
[[stoa::callback(verify, later, argument)]] void mbedtls_ssl_conf_verify(mbedtls_ssl_config *conf, int (*verify)(void *, mbedtls_x509_crt *, int, unsigned int *), void *argument);
[[stoa::escapes(chain), stoa::escapes(crl), stoa::nullable(crl)]] void mbedtls_ssl_conf_ca_chain(mbedtls_ssl_config *conf, mbedtls_x509_crt *chain, mbedtls_x509_crl *crl);
[[stoa::must_check, stoa::escapes(certificate), stoa::escapes(key), stoa::error_if(result != 0)]] int mbedtls_ssl_conf_own_cert(mbedtls_ssl_config *conf, mbedtls_x509_crt *certificate, mbedtls_pk_context *key);
[[stoa::credential(key, psk), stoa::reads(key, size), stoa::reads(identity, identity_size), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_ssl_conf_psk(mbedtls_ssl_config *conf, const unsigned char *key, size_t size, const unsigned char *identity, size_t identity_size);
[[stoa::credential(key, psk), stoa::reads(key, size), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_ssl_set_hs_psk(mbedtls_ssl_context *ssl, const unsigned char *key, size_t size);
[[stoa::callback(random, later, argument)]] void mbedtls_ssl_conf_rng(mbedtls_ssl_config *conf, int (*random)(void *, unsigned char *, size_t), void *argument);
[[stoa::misuse(major == 3 && minor < 3, 327, "TLS before 1.2 is broken", "MBEDTLS_SSL_MINOR_VERSION_3")]] void mbedtls_ssl_conf_min_version(mbedtls_ssl_config *conf, int major, int minor);
void mbedtls_ssl_conf_ciphersuites(mbedtls_ssl_config *conf, const int *suites);
[[stoa::must_check("the name of the other side is not verified"), stoa::nullable(name), stoa::error_if(result != 0)]]
[[stoa::misuse(name == NULL, 297, "the name in the certificate is not compared", "pass the name of the host")]]
int mbedtls_ssl_set_hostname(mbedtls_ssl_context *ssl, const char *name);
[[stoa::callback(send, later, pointer), stoa::callback(receive, later, pointer)]] void mbedtls_ssl_set_bio(mbedtls_ssl_context *ssl, void *pointer, int (*send)(void *, const unsigned char *, size_t), int (*receive)(void *, unsigned char *, size_t), int (*receive_timeout)(void *, unsigned char *, size_t, unsigned int));
[[stoa::must_check("the connection is not secured"), stoa::blocks, stoa::error_if(result != 0)]] int mbedtls_ssl_handshake(mbedtls_ssl_context *ssl);
[[stoa::must_check("the certificate is not verified"), stoa::error_if(result != 0)]] unsigned int mbedtls_ssl_get_verify_result(const mbedtls_ssl_context *ssl);
[[stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, network), stoa::must_check, stoa::consumes(ssl), stoa::blocks, stoa::error_if(result < 0)]] int mbedtls_ssl_read(mbedtls_ssl_context *ssl, unsigned char *buffer, size_t size);
[[stoa::reads(buffer, size), stoa::must_check("the peer may not get what was to be sent"), stoa::blocks, stoa::error_if(result < 0)]] int mbedtls_ssl_write(mbedtls_ssl_context *ssl, const unsigned char *buffer, size_t size);
[[stoa::peeks(ssl)]] size_t mbedtls_ssl_get_bytes_avail(const mbedtls_ssl_context *ssl);
int mbedtls_ssl_close_notify(mbedtls_ssl_context *ssl);
[[stoa::error_if(result != 0)]] int mbedtls_ssl_session_reset(mbedtls_ssl_context *ssl);
[[stoa::returns_within(ssl), stoa::may_return_null("the peer sent no certificate"), stoa::taints(result, network)]] const mbedtls_x509_crt *mbedtls_ssl_get_peer_cert(const mbedtls_ssl_context *ssl);
[[stoa::opens(*certificate, mbedtls_x509_crt)]] void mbedtls_x509_crt_init(mbedtls_x509_crt *certificate);
[[stoa::closes(certificate, mbedtls_x509_crt)]] void mbedtls_x509_crt_free(mbedtls_x509_crt *certificate);
[[stoa::must_check, stoa::reads(data, size), stoa::error_if(result != 0)]] int mbedtls_x509_crt_parse(mbedtls_x509_crt *chain, const unsigned char *data, size_t size);
[[stoa::must_check, stoa::string(path), stoa::error_if(result != 0)]] int mbedtls_x509_crt_parse_file(mbedtls_x509_crt *chain, const char *path);
[[stoa::opens(*key, mbedtls_pk)]] void mbedtls_pk_init(mbedtls_pk_context *key);
[[stoa::closes(key, mbedtls_pk)]] void mbedtls_pk_free(mbedtls_pk_context *key);
[[stoa::must_check, stoa::credential(key, key), stoa::reads(key, size), stoa::nullable(password), stoa::credential(password, password), stoa::error_if(result != 0)]] int mbedtls_pk_parse_key(mbedtls_pk_context *ctx, const unsigned char *key, size_t size, const unsigned char *password, size_t password_size);
[[stoa::opens(*net, mbedtls_net)]] void mbedtls_net_init(mbedtls_net_context *net);
[[stoa::closes(net, mbedtls_net)]] void mbedtls_net_free(mbedtls_net_context *net);
[[stoa::must_check, stoa::string(host), stoa::string(port), stoa::blocks, stoa::error_if(result != 0)]] int mbedtls_net_connect(mbedtls_net_context *net, const char *host, const char *port, int protocol);
[[stoa::must_check, stoa::nullable(address), stoa::string(port), stoa::error_if(result != 0)]] int mbedtls_net_bind(mbedtls_net_context *net, const char *address, const char *port, int protocol);
[[stoa::must_check, stoa::new_peer(*client), stoa::blocks, stoa::error_if(result != 0)]] int mbedtls_net_accept(mbedtls_net_context *bound, mbedtls_net_context *client, void *address, size_t size, size_t *address_size);
[[stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, network), stoa::must_check, stoa::blocks, stoa::error_if(result < 0)]] int mbedtls_net_recv(void *net, unsigned char *buffer, size_t size);
[[stoa::reads(buffer, size), stoa::exposes(buffer, network), stoa::must_check, stoa::error_if(result < 0)]] int mbedtls_net_send(void *net, const unsigned char *buffer, size_t size);
void mbedtls_strerror(int error, char *buffer, size_t size);
[[stoa::callback(set, later, data), stoa::callback(get, later, data)]] void mbedtls_ssl_set_timer_cb(mbedtls_ssl_context *ssl, void *data, void (*set)(void *, unsigned int, unsigned int), int (*get)(void *));
