/* Contract: streams of OpenSSL, and keys and certificates as text. */
typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef int pem_password_cb(char *buffer, int size, int writing, void *data);
enum { BIO_NOCLOSE = 0, BIO_CLOSE = 1 };
[[stoa::allocates(result, BIO), stoa::error_if(result == NULL)]] BIO *BIO_new(const BIO_METHOD *type);
[[stoa::frees(bio, BIO)]] int BIO_free(BIO *bio);
[[stoa::frees(bio, BIO)]] void BIO_free_all(BIO *bio);
[[stoa::frees(bio, BIO)]] void BIO_vfree(BIO *bio);
[[stoa::allocates(result, BIO), stoa::string(path), stoa::string(mode), stoa::sink(path, path), stoa::error_if(result == NULL)]] BIO *BIO_new_file(const char *path, const char *mode);
[[stoa::allocates(result, BIO), stoa::error_if(result == NULL)]] BIO *BIO_new_fp(FILE *stream, int close);
[[stoa::allocates(result, BIO), stoa::error_if(result == NULL), stoa::escapes(data)]] BIO *BIO_new_mem_buf(const void *data, int size);
[[stoa::allocates(result, BIO), stoa::uses(fd, fd), stoa::error_if(result == NULL)]] BIO *BIO_new_socket(int fd, int close);
[[stoa::allocates(result, BIO), stoa::string(address), stoa::error_if(result == NULL)]] BIO *BIO_new_connect(const char *address);
[[stoa::allocates(result, BIO), stoa::error_if(result == NULL)]] BIO *BIO_new_ssl_connect(SSL_CTX *ctx);
const BIO_METHOD *BIO_s_mem(void);
const BIO_METHOD *BIO_s_file(void);
const BIO_METHOD *BIO_s_socket(void);
const BIO_METHOD *BIO_f_base64(void);
const BIO_METHOD *BIO_f_md(void);
[[stoa::returns_arg(bio), stoa::escapes(next)]] BIO *BIO_push(BIO *bio, BIO *next);
BIO *BIO_pop(BIO *bio);
[[stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, input), stoa::must_check, stoa::ensures(result <= size), stoa::error_if(result <= 0)]] int BIO_read(BIO *bio, void *buffer, int size);
[[stoa::writes_string_up_to(buffer, size), stoa::taints(buffer, input), stoa::must_check, stoa::error_if(result <= 0)]] int BIO_gets(BIO *bio, char *buffer, int size);
[[stoa::reads(buffer, size), stoa::error_if(result <= 0)]] int BIO_write(BIO *bio, const void *buffer, int size);
[[stoa::string(text), stoa::error_if(result <= 0)]] int BIO_puts(BIO *bio, const char *text);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::error_if(result < 0)]] int BIO_printf(BIO *bio, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::writes_string_up_to(buffer, size), stoa::propagates(buffer, varargs), stoa::error_if(result < 0)]] int BIO_snprintf(char *buffer, size_t size, const char *format, ...);
long BIO_ctrl(BIO *bio, int command, long number, void *pointer);
int BIO_flush(BIO *bio);
long BIO_get_mem_data(BIO *bio, char **data);
void BIO_set_flags(BIO *bio, int flags);
[[stoa::allocates(result, X509), stoa::nullable(out, password, data), stoa::credential(data, password), stoa::error_if(result == NULL)]] X509 *PEM_read_bio_X509(BIO *bio, X509 **out, pem_password_cb *password, void *data);
[[stoa::allocates(result, X509), stoa::nullable(out, password, data), stoa::credential(data, password), stoa::error_if(result == NULL)]] X509 *PEM_read_X509(FILE *stream, X509 **out, pem_password_cb *password, void *data);
[[stoa::allocates(result, EVP_PKEY), stoa::nullable(out, password, data), stoa::credential(data, password), stoa::error_if(result == NULL)]] EVP_PKEY *PEM_read_bio_PrivateKey(BIO *bio, EVP_PKEY **out, pem_password_cb *password, void *data);
[[stoa::allocates(result, EVP_PKEY), stoa::nullable(out, password, data), stoa::credential(data, password), stoa::error_if(result == NULL)]] EVP_PKEY *PEM_read_PrivateKey(FILE *stream, EVP_PKEY **out, pem_password_cb *password, void *data);
[[stoa::allocates(result, EVP_PKEY), stoa::nullable(out, password, data), stoa::credential(data, password), stoa::error_if(result == NULL)]] EVP_PKEY *PEM_read_bio_PUBKEY(BIO *bio, EVP_PKEY **out, pem_password_cb *password, void *data);
[[stoa::allocates(result, EVP_PKEY), stoa::nullable(out, password, data), stoa::credential(data, password), stoa::error_if(result == NULL)]] EVP_PKEY *PEM_read_PUBKEY(FILE *stream, EVP_PKEY **out, pem_password_cb *password, void *data);
[[stoa::error_if(result != 1)]] int PEM_write_bio_X509(BIO *bio, const X509 *certificate);
[[stoa::nullable(cipher, key, password, data), stoa::credential(key, password), stoa::error_if(result != 1)]]
[[stoa::misuse(cipher == NULL, 312, "the private key is stored unencrypted", "pass a cipher such as EVP_aes_256_cbc and a passphrase")]]
int PEM_write_bio_PrivateKey(BIO *bio, const EVP_PKEY *pkey, const EVP_CIPHER *cipher, const unsigned char *key, int size, pem_password_cb *password, void *data);
[[stoa::nullable(cipher, key, password, data), stoa::credential(key, password), stoa::error_if(result != 1)]]
[[stoa::misuse(cipher == NULL, 312, "the private key is stored unencrypted", "pass a cipher such as EVP_aes_256_cbc and a passphrase")]]
int PEM_write_PrivateKey(FILE *stream, const EVP_PKEY *pkey, const EVP_CIPHER *cipher, const unsigned char *key, int size, pem_password_cb *password, void *data);
