/* Hashes of passwords, with OpenSSL. */
#include <openssl/md5.h>
#include <openssl/evp.h>
#include <string.h>

void password_hash(const char *password, unsigned char out[MD5_DIGEST_LENGTH])
{
    MD5((const unsigned char *)password, strlen(password), out); // expect: CWE-328
}

int password_hash_repaired(const char *password, const unsigned char *salt, unsigned char out[32])
{
    return PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, 16, 600000, EVP_sha256(), 32, out);
}

/* A sum that tells apart versions of a file; nobody relies on it. */
void cache_sum(const unsigned char *page, size_t n, unsigned char out[MD5_DIGEST_LENGTH])
{
    MD5(page, n, out);
}
