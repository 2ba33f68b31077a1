/* Contract: digests and ciphers of OpenSSL by their own names. */
#define MD5_DIGEST_LENGTH 16
#define MD4_DIGEST_LENGTH 16
#define SHA_DIGEST_LENGTH 20
#define SHA224_DIGEST_LENGTH 28
#define SHA256_DIGEST_LENGTH 32
#define SHA384_DIGEST_LENGTH 48
#define SHA512_DIGEST_LENGTH 64
#define AES_BLOCK_SIZE 16
#define AES_ENCRYPT 1
#define AES_DECRYPT 0
#define DES_ENCRYPT 1
#define DES_DECRYPT 0
#define RSA_PKCS1_PADDING 1
#define RSA_NO_PADDING 3
#define RSA_PKCS1_OAEP_PADDING 4
#define RSA_F4 65537
#define RSA_3 3
typedef struct { unsigned int words[23]; } MD5_CTX;
typedef struct { unsigned int words[23]; } MD4_CTX;
typedef struct { unsigned int words[24]; } SHA_CTX;
typedef struct { unsigned int words[28]; } SHA256_CTX;
typedef struct { unsigned long words[27]; } SHA512_CTX;
typedef struct { unsigned int words[61]; } AES_KEY;
typedef struct { unsigned int words[258]; } RC4_KEY;
typedef unsigned char DES_cblock[8];
typedef unsigned char const_DES_cblock[8];
typedef struct { unsigned long words[16]; } DES_key_schedule;
typedef struct hmac_ctx_st HMAC_CTX;
typedef struct rsa_st RSA;
typedef struct dsa_st DSA;
typedef struct dh_st DH;
typedef struct bignum_st BIGNUM;
typedef struct bn_gencb_st BN_GENCB;
[[stoa::writes(ctx, sizeof(*ctx)), stoa::weak(328, "collisions of MD4 are easily made", "SHA-256 through EVP_Digest"), stoa::error_if(result != 1)]] int MD4_Init(MD4_CTX *ctx);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int MD4_Update(MD4_CTX *ctx, const void *data, size_t size);
[[stoa::writes(digest, 16), stoa::error_if(result != 1)]] int MD4_Final(unsigned char *digest, MD4_CTX *ctx);
[[stoa::reads(data, size), stoa::writes(digest, 16), stoa::nullable(digest), stoa::propagates(digest, data), stoa::weak(328, "collisions of MD4 are easily made", "SHA-256 through EVP_Digest")]] unsigned char *MD4(const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::writes(ctx, sizeof(*ctx)), stoa::weak(328, "collisions of MD5 are easily made", "SHA-256 through EVP_Digest"), stoa::error_if(result != 1)]] int MD5_Init(MD5_CTX *ctx);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int MD5_Update(MD5_CTX *ctx, const void *data, size_t size);
[[stoa::writes(digest, 16), stoa::error_if(result != 1)]] int MD5_Final(unsigned char *digest, MD5_CTX *ctx);
[[stoa::reads(data, size), stoa::writes(digest, 16), stoa::nullable(digest), stoa::propagates(digest, data), stoa::weak(328, "collisions of MD5 are easily made", "SHA-256 through EVP_Digest")]] unsigned char *MD5(const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::writes(ctx, sizeof(*ctx)), stoa::weak(328, "collisions of SHA-1 have been made", "SHA-256 through EVP_Digest"), stoa::error_if(result != 1)]] int SHA1_Init(SHA_CTX *ctx);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int SHA1_Update(SHA_CTX *ctx, const void *data, size_t size);
[[stoa::writes(digest, 20), stoa::error_if(result != 1)]] int SHA1_Final(unsigned char *digest, SHA_CTX *ctx);
[[stoa::reads(data, size), stoa::writes(digest, 20), stoa::nullable(digest), stoa::propagates(digest, data), stoa::weak(328, "collisions of SHA-1 have been made", "SHA-256 through EVP_Digest")]] unsigned char *SHA1(const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::writes(ctx, sizeof(*ctx)), stoa::error_if(result != 1)]] int SHA224_Init(SHA256_CTX *ctx);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int SHA224_Update(SHA256_CTX *ctx, const void *data, size_t size);
[[stoa::writes(digest, 28), stoa::error_if(result != 1)]] int SHA224_Final(unsigned char *digest, SHA256_CTX *ctx);
[[stoa::reads(data, size), stoa::writes(digest, 28), stoa::nullable(digest), stoa::propagates(digest, data)]] unsigned char *SHA224(const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::writes(ctx, sizeof(*ctx)), stoa::error_if(result != 1)]] int SHA256_Init(SHA256_CTX *ctx);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int SHA256_Update(SHA256_CTX *ctx, const void *data, size_t size);
[[stoa::writes(digest, 32), stoa::error_if(result != 1)]] int SHA256_Final(unsigned char *digest, SHA256_CTX *ctx);
[[stoa::reads(data, size), stoa::writes(digest, 32), stoa::nullable(digest), stoa::propagates(digest, data)]] unsigned char *SHA256(const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::writes(ctx, sizeof(*ctx)), stoa::error_if(result != 1)]] int SHA384_Init(SHA512_CTX *ctx);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int SHA384_Update(SHA512_CTX *ctx, const void *data, size_t size);
[[stoa::writes(digest, 48), stoa::error_if(result != 1)]] int SHA384_Final(unsigned char *digest, SHA512_CTX *ctx);
[[stoa::reads(data, size), stoa::writes(digest, 48), stoa::nullable(digest), stoa::propagates(digest, data)]] unsigned char *SHA384(const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::writes(ctx, sizeof(*ctx)), stoa::error_if(result != 1)]] int SHA512_Init(SHA512_CTX *ctx);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int SHA512_Update(SHA512_CTX *ctx, const void *data, size_t size);
[[stoa::writes(digest, 64), stoa::error_if(result != 1)]] int SHA512_Final(unsigned char *digest, SHA512_CTX *ctx);
[[stoa::reads(data, size), stoa::writes(digest, 64), stoa::nullable(digest), stoa::propagates(digest, data)]] unsigned char *SHA512(const unsigned char *data, size_t size, unsigned char *digest);
[[stoa::dangerous(327, "DES keys of 56 bits can be searched", "AES-256-GCM through EVP"), stoa::credential(key, key), stoa::error_if(result != 0)]] int DES_set_key(const_DES_cblock *key, DES_key_schedule *schedule);
[[stoa::dangerous(327, "DES keys of 56 bits can be searched", "AES-256-GCM through EVP"), stoa::credential(key, key), stoa::error_if(result != 0)]] int DES_set_key_checked(const_DES_cblock *key, DES_key_schedule *schedule);
[[stoa::dangerous(327, "DES keys of 56 bits can be searched", "AES-256-GCM through EVP"), stoa::credential(key, key)]] void DES_set_key_unchecked(const_DES_cblock *key, DES_key_schedule *schedule);
[[stoa::dangerous(327, "DES keys of 56 bits can be searched", "AES-256-GCM through EVP")]] void DES_ecb_encrypt(const_DES_cblock *in, DES_cblock *out, DES_key_schedule *schedule, int encrypt);
[[stoa::dangerous(327, "DES keys of 56 bits can be searched", "AES-256-GCM through EVP")]] void DES_ncbc_encrypt(const unsigned char *in, unsigned char *out, long size, DES_key_schedule *schedule, DES_cblock *iv, int encrypt);
[[stoa::dangerous(327, "DES keys of 56 bits can be searched", "AES-256-GCM through EVP")]] void DES_cbc_encrypt(const unsigned char *in, unsigned char *out, long size, DES_key_schedule *schedule, DES_cblock *iv, int encrypt);
[[stoa::dangerous(327, "RC4 is broken", "AES-256-GCM through EVP"), stoa::credential(key, key), stoa::reads(key, size)]] void RC4_set_key(RC4_KEY *schedule, int size, const unsigned char *key);
[[stoa::dangerous(327, "RC4 is broken", "AES-256-GCM through EVP"), stoa::reads(in, size), stoa::writes(out, size)]] void RC4(RC4_KEY *schedule, size_t size, const unsigned char *in, unsigned char *out);
[[stoa::credential(key, key), stoa::reads(key, bits / 8), stoa::error_if(result != 0)]] int AES_set_encrypt_key(const unsigned char *key, int bits, AES_KEY *schedule);
[[stoa::credential(key, key), stoa::reads(key, bits / 8), stoa::error_if(result != 0)]] int AES_set_decrypt_key(const unsigned char *key, int bits, AES_KEY *schedule);
[[stoa::reads(in, 16), stoa::writes(out, 16)]] void AES_encrypt(const unsigned char *in, unsigned char *out, const AES_KEY *schedule);
[[stoa::reads(in, 16), stoa::writes(out, 16)]] void AES_decrypt(const unsigned char *in, unsigned char *out, const AES_KEY *schedule);
[[stoa::reads(in, 16), stoa::writes(out, 16), stoa::dangerous(327, "equal blocks stay equal in ECB mode, so patterns of the text remain", "AES-256-GCM through EVP")]] void AES_ecb_encrypt(const unsigned char *in, unsigned char *out, const AES_KEY *schedule, int encrypt);
[[stoa::reads(in, size), stoa::writes(out, size), stoa::reads(iv, 16), stoa::credential(iv, iv)]] void AES_cbc_encrypt(const unsigned char *in, unsigned char *out, size_t size, const AES_KEY *schedule, unsigned char *iv, int encrypt);
[[stoa::credential(key, key), stoa::reads(key, key_size), stoa::reads(data, size), stoa::writes_up_to(digest, 64), stoa::nullable(digest, digest_size), stoa::error_if(result == NULL)]] unsigned char *HMAC(const EVP_MD *type, const void *key, int key_size, const unsigned char *data, size_t size, unsigned char *digest, unsigned int *digest_size);
[[stoa::allocates(result, HMAC_CTX), stoa::error_if(result == NULL)]] HMAC_CTX *HMAC_CTX_new(void);
[[stoa::frees(ctx, HMAC_CTX)]] void HMAC_CTX_free(HMAC_CTX *ctx);
[[stoa::credential(key, key), stoa::nullable(key), stoa::must_check, stoa::error_if(result != 1)]] int HMAC_Init_ex(HMAC_CTX *ctx, const void *key, int size, const EVP_MD *type, ENGINE *engine);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int HMAC_Update(HMAC_CTX *ctx, const unsigned char *data, size_t size);
[[stoa::writes_up_to(digest, 64), stoa::error_if(result != 1)]] int HMAC_Final(HMAC_CTX *ctx, unsigned char *digest, unsigned int *size);
[[stoa::allocates(result, RSA), stoa::error_if(result == NULL)]] RSA *RSA_new(void);
[[stoa::frees(rsa, RSA)]] void RSA_free(RSA *rsa);
int RSA_size(const RSA *rsa);
[[stoa::misuse(bits < 2048, 326, "RSA keys below 2048 bits can be broken", "2048 bits or more"), stoa::must_check, stoa::error_if(result != 1)]] int RSA_generate_key_ex(RSA *rsa, int bits, BIGNUM *exponent, BN_GENCB *progress);
[[stoa::misuse(bits < 2048, 326, "RSA keys below 2048 bits can be broken", "2048 bits or more"), stoa::allocates(result, RSA), stoa::obsolete("RSA_generate_key_ex"), stoa::error_if(result == NULL)]] RSA *RSA_generate_key(int bits, unsigned long exponent, void (*progress)(int, int, void *), void *argument);
[[stoa::misuse(padding == RSA_NO_PADDING, 780, "RSA without padding lets messages be forged and guessed", "RSA_PKCS1_OAEP_PADDING"), stoa::reads(from, size), stoa::must_check, stoa::error_if(result < 0)]] int RSA_public_encrypt(int size, const unsigned char *from, unsigned char *to, RSA *rsa, int padding);
[[stoa::misuse(padding == RSA_NO_PADDING, 780, "RSA without padding lets messages be forged and guessed", "RSA_PKCS1_OAEP_PADDING"), stoa::reads(from, size), stoa::must_check, stoa::error_if(result < 0)]] int RSA_private_decrypt(int size, const unsigned char *from, unsigned char *to, RSA *rsa, int padding);
[[stoa::must_check("the signature is not verified"), stoa::reads(digest, digest_size), stoa::reads(signature, size), stoa::error_if(result != 1)]] int RSA_verify(int type, const unsigned char *digest, unsigned int digest_size, const unsigned char *signature, unsigned int size, RSA *rsa);
[[stoa::must_check("the signature is not verified"), stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int DSA_verify(int type, const unsigned char *digest, int digest_size, const unsigned char *signature, int size, DSA *dsa);
[[stoa::misuse(bits < 2048, 326, "keys below 2048 bits can be broken", "2048 bits or more"), stoa::error_if(result != 1)]] int DSA_generate_parameters_ex(DSA *dsa, int bits, const unsigned char *seed, int seed_size, int *counter, unsigned long *h, BN_GENCB *progress);
[[stoa::misuse(bits < 2048, 326, "groups below 2048 bits can be broken", "2048 bits or more"), stoa::error_if(result != 1)]] int DH_generate_parameters_ex(DH *dh, int bits, int generator, BN_GENCB *progress);
[[stoa::allocates(result, BIGNUM), stoa::error_if(result == NULL)]] BIGNUM *BN_new(void);
[[stoa::frees(number, BIGNUM)]] void BN_free(BIGNUM *number);
[[stoa::frees(number, BIGNUM)]] void BN_clear_free(BIGNUM *number);
[[stoa::error_if(result != 1)]] int BN_set_word(BIGNUM *number, unsigned long word);
[[stoa::error_if(result != 1), stoa::random(number, strong)]] int BN_rand(BIGNUM *number, int bits, int top, int bottom);
[[stoa::error_if(result != 1), stoa::random(number, weak), stoa::weak(338, "the number need not be unpredictable", "BN_rand")]] int BN_pseudo_rand(BIGNUM *number, int bits, int top, int bottom);
[[stoa::frees(dh, DH)]] void DH_free(DH *dh);
[[stoa::frees(dsa, DSA)]] void DSA_free(DSA *dsa);
