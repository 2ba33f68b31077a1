/* Encrypts the entries of a password store, with OpenSSL. */
#include <openssl/evp.h>
#include <openssl/ssl.h>

int entry_begin(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    return EVP_EncryptInit_ex(ctx, EVP_des_cbc(), NULL, key, iv); // expect: CWE-327
}

int entry_begin_rc4(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    return EVP_EncryptInit_ex(ctx, EVP_rc4(), NULL, key, NULL); // expect: CWE-327
}

int entry_begin_repaired(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv);
}
