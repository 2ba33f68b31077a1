/* Contract: certificates of OpenSSL. */
typedef struct x509_st X509;
typedef struct X509_name_st X509_NAME;
typedef struct X509_req_st X509_REQ;
typedef struct X509_crl_st X509_CRL;
typedef struct x509_store_st X509_STORE;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef struct X509_VERIFY_PARAM_st X509_VERIFY_PARAM;
typedef struct asn1_string_st ASN1_STRING, ASN1_INTEGER, ASN1_TIME, ASN1_OCTET_STRING;
enum {
    X509_V_OK = 0, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT = 18, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN = 19,
    X509_V_ERR_CERT_HAS_EXPIRED = 10, X509_V_FLAG_CRL_CHECK = 4, X509_V_FLAG_CRL_CHECK_ALL = 8,
    X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS = 4
};
[[stoa::allocates(result, X509), stoa::error_if(result == NULL)]] X509 *X509_new(void);
[[stoa::frees(certificate, X509)]] void X509_free(X509 *certificate);
[[stoa::error_if(result != 1)]] int X509_up_ref(X509 *certificate);
[[stoa::allocates(result, X509), stoa::error_if(result == NULL)]] X509 *X509_dup(const X509 *certificate);
[[stoa::returns_within(certificate), stoa::taints(result, network)]] X509_NAME *X509_get_subject_name(const X509 *certificate);
[[stoa::returns_within(certificate), stoa::taints(result, network)]] X509_NAME *X509_get_issuer_name(const X509 *certificate);
[[stoa::nullable(buffer), stoa::writes_string_up_to(buffer, size), stoa::propagates(buffer, name)]] char *X509_NAME_oneline(const X509_NAME *name, char *buffer, int size);
[[stoa::writes_string_up_to(buffer, size), stoa::nullable(buffer), stoa::propagates(buffer, name), stoa::error_if(result < 0)]]
[[stoa::weak(297, "a name in a certificate may hold a NUL byte or stand more than once, so the text can mislead", "X509_check_host, or SSL_set1_host before the handshake")]]
int X509_NAME_get_text_by_NID(const X509_NAME *name, int nid, char *buffer, int size);
[[stoa::must_check("the name of the other side is not verified"), stoa::ensures(result >= -2 && result <= 1), stoa::error_if(result != 1)]] int X509_check_host(X509 *certificate, const char *name, size_t size, unsigned int flags, char **peer_name);
[[stoa::must_check, stoa::ensures(result >= -2 && result <= 1), stoa::error_if(result != 1)]] int X509_check_ip_asc(X509 *certificate, const char *address, unsigned int flags);
[[stoa::must_check("the certificate is not verified"), stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int X509_verify_cert(X509_STORE_CTX *store);
[[stoa::must_check("the signature is not verified"), stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int X509_verify(X509 *certificate, EVP_PKEY *key);
[[stoa::allocates(result, EVP_PKEY), stoa::error_if(result == NULL)]] EVP_PKEY *X509_get_pubkey(X509 *certificate);
[[stoa::returns_within(certificate)]] const ASN1_TIME *X509_get0_notAfter(const X509 *certificate);
[[stoa::error_if(result == 0)]] int X509_cmp_current_time(const ASN1_TIME *time);
[[stoa::error_if(result != 1)]] int X509_digest(const X509 *certificate, const EVP_MD *type, unsigned char *digest, unsigned int *size);
[[stoa::error_if(result == 0)]] int X509_sign(X509 *certificate, EVP_PKEY *key, const EVP_MD *type);
[[stoa::allocates(result, X509_STORE), stoa::error_if(result == NULL)]] X509_STORE *X509_STORE_new(void);
[[stoa::frees(store, X509_STORE)]] void X509_STORE_free(X509_STORE *store);
[[stoa::error_if(result != 1)]] int X509_STORE_add_cert(X509_STORE *store, X509 *certificate);
[[stoa::error_if(result != 1)]] int X509_STORE_set_flags(X509_STORE *store, unsigned long flags);
[[stoa::allocates(result, X509_STORE_CTX), stoa::error_if(result == NULL)]] X509_STORE_CTX *X509_STORE_CTX_new(void);
[[stoa::frees(ctx, X509_STORE_CTX)]] void X509_STORE_CTX_free(X509_STORE_CTX *ctx);
[[stoa::must_check, stoa::error_if(result != 1)]] int X509_STORE_CTX_init(X509_STORE_CTX *ctx, X509_STORE *store, X509 *certificate, void *chain);
int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
[[stoa::misuse(error == X509_V_OK, 295, "an error of the verification is overridden", "leave the error as it is")]] void X509_STORE_CTX_set_error(X509_STORE_CTX *ctx, int error);
[[stoa::returns_within(ctx), stoa::may_return_null("the error concerns no certificate")]] X509 *X509_STORE_CTX_get_current_cert(const X509_STORE_CTX *ctx);
[[stoa::returns_static]] const char *X509_verify_cert_error_string(long error);
[[stoa::must_check("the name of the other side is not verified"), stoa::error_if(result != 1)]] int X509_VERIFY_PARAM_set1_host(X509_VERIFY_PARAM *parameters, const char *name, size_t size);
[[stoa::allocates(result, X509_REQ), stoa::error_if(result == NULL)]] X509_REQ *X509_REQ_new(void);
[[stoa::frees(request, X509_REQ)]] void X509_REQ_free(X509_REQ *request);
[[stoa::frees(list, X509_CRL)]] void X509_CRL_free(X509_CRL *list);
[[stoa::allocates(result, X509), stoa::reads(*in, size), stoa::error_if(result == NULL)]] X509 *d2i_X509(X509 **out, const unsigned char **in, long size);
[[stoa::error_if(result < 0)]] int i2d_X509(const X509 *certificate, unsigned char **out);
[[stoa::returns_within(string), stoa::taints(result, network)]] const unsigned char *ASN1_STRING_get0_data(const ASN1_STRING *string);
[[stoa::returns_within(string), stoa::taints(result, network), stoa::obsolete("ASN1_STRING_get0_data")]] unsigned char *ASN1_STRING_data(ASN1_STRING *string);
int ASN1_STRING_length(const ASN1_STRING *string);
