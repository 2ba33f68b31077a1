/* Contract: ciphers, digests and random numbers of mbedTLS. */
typedef struct mbedtls_md_info_t mbedtls_md_info_t;
typedef struct mbedtls_md_context_t mbedtls_md_context_t;
typedef struct mbedtls_aes_context mbedtls_aes_context;
typedef struct mbedtls_gcm_context mbedtls_gcm_context;
typedef struct mbedtls_des_context mbedtls_des_context;
typedef struct mbedtls_arc4_context mbedtls_arc4_context;
typedef struct mbedtls_rsa_context mbedtls_rsa_context;
typedef enum { MBEDTLS_MD_NONE = 0, MBEDTLS_MD_MD5 = 3, MBEDTLS_MD_SHA1 = 5, MBEDTLS_MD_SHA256 = 9 } mbedtls_md_type_t;
#define MBEDTLS_AES_ENCRYPT 1
#define MBEDTLS_AES_DECRYPT 0
[[stoa::writes(digest, 16), stoa::reads(data, size), stoa::weak(328, "collisions of MD5 are easily made", "mbedtls_sha256"), stoa::error_if(result != 0)]] int mbedtls_md5(const unsigned char *data, size_t size, unsigned char digest[16]);
[[stoa::writes(digest, 16), stoa::reads(data, size), stoa::weak(328, "collisions of MD5 are easily made", "mbedtls_sha256"), stoa::error_if(result != 0)]] int mbedtls_md5_ret(const unsigned char *data, size_t size, unsigned char digest[16]);
[[stoa::writes(digest, 20), stoa::reads(data, size), stoa::weak(328, "collisions of SHA-1 have been made", "mbedtls_sha256"), stoa::error_if(result != 0)]] int mbedtls_sha1(const unsigned char *data, size_t size, unsigned char digest[20]);
[[stoa::writes(digest, 20), stoa::reads(data, size), stoa::weak(328, "collisions of SHA-1 have been made", "mbedtls_sha256"), stoa::error_if(result != 0)]] int mbedtls_sha1_ret(const unsigned char *data, size_t size, unsigned char digest[20]);
[[stoa::writes(digest, 32), stoa::reads(data, size), stoa::error_if(result != 0)]] int mbedtls_sha256(const unsigned char *data, size_t size, unsigned char digest[32], int is224);
[[stoa::writes_up_to(digest, 64), stoa::reads(data, size), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_md(const mbedtls_md_info_t *info, const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::credential(key, key), stoa::reads(key, key_size), stoa::reads(data, size), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_md_hmac(const mbedtls_md_info_t *info, const unsigned char *key, size_t key_size, const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::may_return_null("this digest is not built in"), stoa::misuse(type == MBEDTLS_MD_MD5 || type == MBEDTLS_MD_SHA1, 328, "collisions of this digest can be made", "MBEDTLS_MD_SHA256")]] const mbedtls_md_info_t *mbedtls_md_info_from_type(mbedtls_md_type_t type);
[[stoa::opens(*ctx, mbedtls_aes)]] void mbedtls_aes_init(mbedtls_aes_context *ctx);
[[stoa::closes(ctx, mbedtls_aes)]] void mbedtls_aes_free(mbedtls_aes_context *ctx);
[[stoa::credential(key, key), stoa::reads(key, bits / 8), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_aes_setkey_enc(mbedtls_aes_context *ctx, const unsigned char *key, unsigned int bits);
[[stoa::credential(key, key), stoa::reads(key, bits / 8), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_aes_setkey_dec(mbedtls_aes_context *ctx, const unsigned char *key, unsigned int bits);
[[stoa::reads(in, 16), stoa::writes(out, 16), stoa::weak(327, "equal blocks stay equal in ECB mode, so patterns of the text remain", "mbedtls_gcm_crypt_and_tag"), stoa::error_if(result != 0)]] int mbedtls_aes_crypt_ecb(mbedtls_aes_context *ctx, int mode, const unsigned char in[16], unsigned char out[16]);
[[stoa::reads(in, size), stoa::writes(out, size), stoa::reads(iv, 16), stoa::credential(iv, iv), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_aes_crypt_cbc(mbedtls_aes_context *ctx, int mode, size_t size, unsigned char iv[16], const unsigned char *in, unsigned char *out);
[[stoa::credential(key, key), stoa::reads(key, bits / 8), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_gcm_setkey(mbedtls_gcm_context *ctx, int cipher, const unsigned char *key, unsigned int bits);
[[stoa::must_check("the text may have been changed on its way"), stoa::reads(iv, iv_size), stoa::reads(in, size), stoa::writes(out, size), stoa::error_if(result != 0)]] int mbedtls_gcm_auth_decrypt(mbedtls_gcm_context *ctx, size_t size, const unsigned char *iv, size_t iv_size, const unsigned char *extra, size_t extra_size, const unsigned char *tag, size_t tag_size, const unsigned char *in, unsigned char *out);
[[stoa::dangerous(327, "DES keys of 56 bits can be searched", "AES-256-GCM"), stoa::credential(key, key), stoa::error_if(result != 0)]] int mbedtls_des_setkey_enc(mbedtls_des_context *ctx, const unsigned char key[8]);
[[stoa::dangerous(327, "RC4 is broken", "AES-256-GCM"), stoa::credential(key, key)]] void mbedtls_arc4_setup(mbedtls_arc4_context *ctx, const unsigned char *key, unsigned int size);
[[stoa::misuse(bits < 2048, 326, "RSA keys below 2048 bits can be broken", "2048 bits or more"), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_rsa_gen_key(mbedtls_rsa_context *ctx, int (*random)(void *, unsigned char *, size_t), void *argument, unsigned int bits, int exponent);
[[stoa::opens(*ctx, mbedtls_ctr_drbg)]] void mbedtls_ctr_drbg_init(mbedtls_ctr_drbg_context *ctx);
[[stoa::closes(ctx, mbedtls_ctr_drbg)]] void mbedtls_ctr_drbg_free(mbedtls_ctr_drbg_context *ctx);
[[stoa::must_check("the generator is not seeded"), stoa::callback(entropy, now, argument), stoa::error_if(result != 0)]] int mbedtls_ctr_drbg_seed(mbedtls_ctr_drbg_context *ctx, int (*entropy)(void *, unsigned char *, size_t), void *argument, const unsigned char *custom, size_t size);
[[stoa::random(buffer, strong), stoa::writes(buffer, size), stoa::must_check("the bytes are not random"), stoa::error_if(result != 0)]] int mbedtls_ctr_drbg_random(void *ctx, unsigned char *buffer, size_t size);
void mbedtls_entropy_init(mbedtls_entropy_context *ctx);
void mbedtls_entropy_free(mbedtls_entropy_context *ctx);
[[stoa::random(buffer, strong), stoa::writes(buffer, size), stoa::must_check, stoa::error_if(result != 0)]] int mbedtls_entropy_func(void *ctx, unsigned char *buffer, size_t size);
[[stoa::wipes(area, size), stoa::writes(area, size), stoa::fills(area, 0, size)]] void mbedtls_platform_zeroize(void *area, size_t size);
