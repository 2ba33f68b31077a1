/* Contract: digests, ciphers, signatures and key derivation of OpenSSL. */
typedef struct evp_md_st EVP_MD;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct engine_st ENGINE;
enum {
    EVP_MAX_MD_SIZE = 64, EVP_MAX_KEY_LENGTH = 64, EVP_MAX_IV_LENGTH = 16, EVP_MAX_BLOCK_LENGTH = 32,
    EVP_CTRL_AEAD_SET_IVLEN = 9, EVP_CTRL_AEAD_GET_TAG = 16, EVP_CTRL_AEAD_SET_TAG = 17, EVP_CTRL_GCM_SET_IVLEN = 9,
    EVP_CTRL_GCM_GET_TAG = 16, EVP_CTRL_GCM_SET_TAG = 17, EVP_PKEY_RSA = 6, EVP_PKEY_EC = 408
};
[[stoa::weak(328, "collisions of MD2 are easily made", "EVP_sha256")]] const EVP_MD *EVP_md2(void);
[[stoa::weak(328, "collisions of MD4 are easily made", "EVP_sha256")]] const EVP_MD *EVP_md4(void);
[[stoa::weak(328, "collisions of MD5 are easily made", "EVP_sha256")]] const EVP_MD *EVP_md5(void);
[[stoa::weak(328, "collisions of MDC2 are easily made", "EVP_sha256")]] const EVP_MD *EVP_mdc2(void);
[[stoa::weak(328, "collisions of SHA-1 have been made", "EVP_sha256")]] const EVP_MD *EVP_sha1(void);
const EVP_MD *EVP_sha224(void);
const EVP_MD *EVP_sha256(void);
const EVP_MD *EVP_sha384(void);
const EVP_MD *EVP_sha512(void);
const EVP_MD *EVP_sha3_256(void);
const EVP_MD *EVP_sha3_512(void);
const EVP_MD *EVP_ripemd160(void);
const EVP_MD *EVP_blake2b512(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_ecb(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_cbc(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_cfb64(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_ofb(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_ede(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_ede_cbc(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_ede3_cbc(void);
[[stoa::dangerous(327, "DES is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_des_ede3_ecb(void);
[[stoa::dangerous(327, "DESX is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_desx_cbc(void);
[[stoa::dangerous(327, "RC2 is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_rc2_cbc(void);
[[stoa::dangerous(327, "RC2 is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_rc2_ecb(void);
[[stoa::dangerous(327, "RC4 is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_rc4(void);
[[stoa::dangerous(327, "RC4 is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_rc4_40(void);
[[stoa::dangerous(327, "Blowfish is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_bf_cbc(void);
[[stoa::dangerous(327, "Blowfish is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_bf_ecb(void);
[[stoa::dangerous(327, "IDEA is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_idea_cbc(void);
[[stoa::dangerous(327, "CAST5 is broken or its blocks are too short", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_cast5_cbc(void);
[[stoa::dangerous(327, "equal blocks stay equal in ECB mode, so patterns of the text remain", "EVP_aes_128_gcm")]] const EVP_CIPHER *EVP_aes_128_ecb(void);
const EVP_CIPHER *EVP_aes_128_cbc(void);
const EVP_CIPHER *EVP_aes_128_ctr(void);
const EVP_CIPHER *EVP_aes_128_gcm(void);
const EVP_CIPHER *EVP_aes_128_ccm(void);
const EVP_CIPHER *EVP_aes_128_cfb128(void);
const EVP_CIPHER *EVP_aes_128_ofb(void);
const EVP_CIPHER *EVP_aes_128_xts(void);
[[stoa::dangerous(327, "equal blocks stay equal in ECB mode, so patterns of the text remain", "EVP_aes_192_gcm")]] const EVP_CIPHER *EVP_aes_192_ecb(void);
const EVP_CIPHER *EVP_aes_192_cbc(void);
const EVP_CIPHER *EVP_aes_192_ctr(void);
const EVP_CIPHER *EVP_aes_192_gcm(void);
const EVP_CIPHER *EVP_aes_192_ccm(void);
const EVP_CIPHER *EVP_aes_192_cfb128(void);
const EVP_CIPHER *EVP_aes_192_ofb(void);
[[stoa::dangerous(327, "equal blocks stay equal in ECB mode, so patterns of the text remain", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_aes_256_ecb(void);
const EVP_CIPHER *EVP_aes_256_cbc(void);
const EVP_CIPHER *EVP_aes_256_ctr(void);
const EVP_CIPHER *EVP_aes_256_gcm(void);
const EVP_CIPHER *EVP_aes_256_ccm(void);
const EVP_CIPHER *EVP_aes_256_cfb128(void);
const EVP_CIPHER *EVP_aes_256_ofb(void);
const EVP_CIPHER *EVP_aes_256_xts(void);
const EVP_CIPHER *EVP_chacha20_poly1305(void);
[[stoa::dangerous(311, "this cipher does not encrypt", "EVP_aes_256_gcm")]] const EVP_CIPHER *EVP_enc_null(void);
[[stoa::string(name), stoa::may_return_null("there is no such digest"), stoa::misuse(name == "md2" || name == "md4" || name == "md5" || name == "sha1", 328, "collisions of this digest can be made", "name sha256")]]
const EVP_MD *EVP_get_digestbyname(const char *name);
[[stoa::string(name), stoa::may_return_null("there is no such cipher"), stoa::misuse(name == "des" || name == "des-cbc" || name == "des-ecb" || name == "des3" || name == "rc4" || name == "rc2" || name == "bf-cbc" || name == "aes-128-ecb" || name == "aes-256-ecb", 327, "this cipher or mode is broken", "name aes-256-gcm")]]
const EVP_CIPHER *EVP_get_cipherbyname(const char *name);
[[stoa::allocates(result, EVP_MD_CTX), stoa::error_if(result == NULL)]] EVP_MD_CTX *EVP_MD_CTX_new(void);
[[stoa::frees(ctx, EVP_MD_CTX)]] void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
[[stoa::allocates(result, EVP_MD_CTX), stoa::error_if(result == NULL)]] EVP_MD_CTX *EVP_MD_CTX_create(void);
[[stoa::frees(ctx, EVP_MD_CTX)]] void EVP_MD_CTX_destroy(EVP_MD_CTX *ctx);
int EVP_MD_size(const EVP_MD *type);
[[stoa::must_check, stoa::error_if(result != 1)]] int EVP_DigestInit(EVP_MD_CTX *ctx, const EVP_MD *type);
[[stoa::must_check, stoa::error_if(result != 1)]] int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *engine);
[[stoa::reads(data, size), stoa::error_if(result != 1)]] int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *data, size_t size);
[[stoa::writes_up_to(digest, 64), stoa::nullable(size), stoa::error_if(result != 1)]] int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *digest, unsigned int *size);
[[stoa::writes_up_to(digest, 64), stoa::nullable(size), stoa::error_if(result != 1)]] int EVP_DigestFinal(EVP_MD_CTX *ctx, unsigned char *digest, unsigned int *size);
[[stoa::reads(data, size), stoa::writes_up_to(digest, 64), stoa::nullable(digest_size), stoa::error_if(result != 1)]] int EVP_Digest(const void *data, size_t size, unsigned char *digest, unsigned int *digest_size, const EVP_MD *type, ENGINE *engine);
[[stoa::allocates(result, EVP_CIPHER_CTX), stoa::error_if(result == NULL)]] EVP_CIPHER_CTX *EVP_CIPHER_CTX_new(void);
[[stoa::frees(ctx, EVP_CIPHER_CTX)]] void EVP_CIPHER_CTX_free(EVP_CIPHER_CTX *ctx);
int EVP_CIPHER_CTX_reset(EVP_CIPHER_CTX *ctx);
[[stoa::error_if(result <= 0)]] int EVP_CIPHER_CTX_ctrl(EVP_CIPHER_CTX *ctx, int command, int number, void *pointer);
[[stoa::error_if(result != 1)]] int EVP_CIPHER_CTX_set_key_length(EVP_CIPHER_CTX *ctx, int size);
int EVP_CIPHER_CTX_set_padding(EVP_CIPHER_CTX *ctx, int on);
int EVP_CIPHER_key_length(const EVP_CIPHER *cipher);
int EVP_CIPHER_iv_length(const EVP_CIPHER *cipher);
int EVP_CIPHER_block_size(const EVP_CIPHER *cipher);
[[stoa::credential(key, key), stoa::credential(iv, iv), stoa::nullable(key, iv), stoa::must_check, stoa::error_if(result != 1)]] int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher, ENGINE *engine, const unsigned char *key, const unsigned char *iv);
[[stoa::credential(key, key), stoa::credential(iv, iv), stoa::nullable(key, iv), stoa::must_check, stoa::error_if(result != 1)]] int EVP_DecryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher, ENGINE *engine, const unsigned char *key, const unsigned char *iv);
[[stoa::credential(key, key), stoa::credential(iv, iv), stoa::nullable(key, iv), stoa::must_check, stoa::error_if(result != 1)]] int EVP_EncryptInit(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher, const unsigned char *key, const unsigned char *iv);
[[stoa::credential(key, key), stoa::credential(iv, iv), stoa::nullable(key, iv), stoa::must_check, stoa::error_if(result != 1)]] int EVP_DecryptInit(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher, const unsigned char *key, const unsigned char *iv);
[[stoa::credential(key, key), stoa::credential(iv, iv), stoa::nullable(key, iv), stoa::must_check, stoa::error_if(result != 1)]] int EVP_CipherInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher, ENGINE *engine, const unsigned char *key, const unsigned char *iv, int encrypt);
[[stoa::reads(in, in_size), stoa::writes(size, 4), stoa::nullable(out), stoa::writes_up_to(out, in_size, *size), stoa::error_if(result != 1)]] int EVP_EncryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *size, const unsigned char *in, int in_size);
[[stoa::reads(in, in_size), stoa::writes(size, 4), stoa::nullable(out), stoa::writes_up_to(out, in_size, *size), stoa::error_if(result != 1)]] int EVP_DecryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *size, const unsigned char *in, int in_size);
[[stoa::reads(in, in_size), stoa::writes(size, 4), stoa::nullable(out), stoa::error_if(result != 1)]] int EVP_CipherUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *size, const unsigned char *in, int in_size);
[[stoa::writes(size, 4), stoa::must_check, stoa::error_if(result != 1)]] int EVP_EncryptFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *size);
[[stoa::writes(size, 4), stoa::must_check("the text may have been changed on its way"), stoa::error_if(result != 1)]] int EVP_DecryptFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *size);
[[stoa::writes(size, 4), stoa::must_check, stoa::error_if(result != 1)]] int EVP_CipherFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *size);
[[stoa::allocates(result, EVP_PKEY), stoa::error_if(result == NULL)]] EVP_PKEY *EVP_PKEY_new(void);
[[stoa::frees(key, EVP_PKEY)]] void EVP_PKEY_free(EVP_PKEY *key);
[[stoa::allocates(result, EVP_PKEY_CTX), stoa::error_if(result == NULL)]] EVP_PKEY_CTX *EVP_PKEY_CTX_new(EVP_PKEY *key, ENGINE *engine);
[[stoa::allocates(result, EVP_PKEY_CTX), stoa::error_if(result == NULL)]] EVP_PKEY_CTX *EVP_PKEY_CTX_new_id(int id, ENGINE *engine);
[[stoa::frees(ctx, EVP_PKEY_CTX)]] void EVP_PKEY_CTX_free(EVP_PKEY_CTX *ctx);
[[stoa::error_if(result <= 0), stoa::misuse(bits < 2048, 326, "RSA keys below 2048 bits can be broken", "2048 bits or more")]] int EVP_PKEY_CTX_set_rsa_keygen_bits(EVP_PKEY_CTX *ctx, int bits);
[[stoa::must_check, stoa::error_if(result <= 0)]] int EVP_PKEY_keygen_init(EVP_PKEY_CTX *ctx);
[[stoa::must_check, stoa::error_if(result <= 0), stoa::allocates(*key, EVP_PKEY)]] int EVP_PKEY_keygen(EVP_PKEY_CTX *ctx, EVP_PKEY **key);
[[stoa::must_check("the signature is not verified"), stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int EVP_VerifyFinal(EVP_MD_CTX *ctx, const unsigned char *signature, unsigned int size, EVP_PKEY *key);
[[stoa::must_check("the signature is not verified"), stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int EVP_DigestVerifyFinal(EVP_MD_CTX *ctx, const unsigned char *signature, size_t size);
[[stoa::must_check("the signature is not verified"), stoa::ensures(result >= -1 && result <= 1), stoa::error_if(result != 1)]] int EVP_DigestVerify(EVP_MD_CTX *ctx, const unsigned char *signature, size_t size, const unsigned char *data, size_t data_size);
[[stoa::must_check("the signature is not verified"), stoa::ensures(result >= -2 && result <= 1), stoa::error_if(result != 1)]] int EVP_PKEY_verify(EVP_PKEY_CTX *ctx, const unsigned char *signature, size_t size, const unsigned char *data, size_t data_size);
[[stoa::error_if(result != 1)]] int EVP_DigestSignInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **key_ctx, const EVP_MD *type, ENGINE *engine, EVP_PKEY *key);
[[stoa::error_if(result != 1)]] int EVP_DigestVerifyInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **key_ctx, const EVP_MD *type, ENGINE *engine, EVP_PKEY *key);
[[stoa::error_if(result != 1)]] int EVP_DigestSignFinal(EVP_MD_CTX *ctx, unsigned char *signature, size_t *size);
[[stoa::credential(password, password), stoa::credential(salt, salt), stoa::reads(salt, salt_size), stoa::writes(key, key_size), stoa::secret(key), stoa::must_check, stoa::error_if(result != 1)]]
[[stoa::misuse(rounds < 1000, 916, "so few rounds let passwords be guessed quickly", "600,000 rounds or more, or EVP_PBE_scrypt")]]
int PKCS5_PBKDF2_HMAC(const char *password, int password_size, const unsigned char *salt, int salt_size, int rounds, const EVP_MD *type, int key_size, unsigned char *key);
[[stoa::credential(password, password), stoa::credential(salt, salt), stoa::reads(salt, salt_size), stoa::writes(key, key_size), stoa::secret(key), stoa::must_check, stoa::error_if(result != 1)]]
[[stoa::misuse(rounds < 1000, 916, "so few rounds let passwords be guessed quickly", "1,300,000 rounds or more, or EVP_PBE_scrypt")]]
int PKCS5_PBKDF2_HMAC_SHA1(const char *password, int password_size, const unsigned char *salt, int salt_size, int rounds, int key_size, unsigned char *key);
[[stoa::credential(password, password), stoa::credential(salt, salt), stoa::nullable(password, salt), stoa::writes(key, key_size), stoa::must_check, stoa::error_if(result != 1)]]
int EVP_PBE_scrypt(const char *password, size_t password_size, const unsigned char *salt, size_t salt_size, unsigned long n, unsigned long r, unsigned long p, unsigned long memory, unsigned char *key, size_t key_size);
[[stoa::credential(data, password), stoa::credential(salt, salt), stoa::nullable(salt, data), stoa::reads(data, size), stoa::error_if(result == 0)]]
[[stoa::weak(916, "keys from passwords need a slow derivation", "EVP_PBE_scrypt or PKCS5_PBKDF2_HMAC")]]
int EVP_BytesToKey(const EVP_CIPHER *cipher, const EVP_MD *type, const unsigned char *salt, const unsigned char *data, int size, int rounds, unsigned char *key, unsigned char *iv);
[[stoa::writes_string(out, (size + 2) / 3 * 4), stoa::reads(in, size), stoa::propagates(out, in)]] int EVP_EncodeBlock(unsigned char *out, const unsigned char *in, int size);
[[stoa::writes_up_to(out, size / 4 * 3, result), stoa::reads(in, size), stoa::propagates(out, in), stoa::error_if(result < 0)]] int EVP_DecodeBlock(unsigned char *out, const unsigned char *in, int size);
void OpenSSL_add_all_algorithms(void);
int EVP_add_cipher(const EVP_CIPHER *cipher);
void EVP_cleanup(void);
