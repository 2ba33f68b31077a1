/* Is the request's token the right one? */
#include <string.h>
#include <openssl/crypto.h>

int token_matches(const char *input, const char *api_token)
{
    return strncmp(input, api_token, strlen(input)) == 0; // expect: CWE-187
}

int password_matches(const char *given, const char *password)
{
    size_t n = strlen(given);
    return memcmp(given, password, n) == 0; // expect: CWE-187
}

int token_matches_repaired(const char *input, const char *api_token)
{
    size_t n = strlen(api_token);
    return strlen(input) == n && CRYPTO_memcmp(input, api_token, n) == 0;
}

int is_comment(const char *line)
{
    return strncmp(line, "//", strlen("//")) == 0;
}
