/* Encrypts entries of a store and derives its key, with OpenSSL. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

static const unsigned char start[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

int entry_begin(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, start); // expect: CWE-329
}

int entry_begin_repaired(EVP_CIPHER_CTX *ctx, const unsigned char *key, unsigned char iv[16])
{
    if (RAND_bytes(iv, 16) != 1)
        return 0;
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv);
}

int store_key(const char *password, unsigned char out[32])
{
    const unsigned char *salt = (const unsigned char *)"store salt 2017";
    return PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, 15, 600000, EVP_sha256(), 32, out); // expect: CWE-329
}

int store_key_repaired(const char *password, const unsigned char salt[16], unsigned char out[32])
{
    return PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, 16, 600000, EVP_sha256(), 32, out);
}
