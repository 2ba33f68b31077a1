/* Keys and passphrases that lie in blocks of the heap. */
#include <stdlib.h>
#include <string.h>

[[stoa::secret(key)]] int load_key(unsigned char *key, size_t size);
[[stoa::allocates(result, malloc), stoa::secret(result), stoa::error_if(result == NULL)]] char *ask_passphrase(void);
int open_vault(const char *passphrase);
int sign(const unsigned char *key, size_t size);

int unlock(void)
{
    char *pass = ask_passphrase();
    if (pass == NULL)
        return -1;
    int ok = open_vault(pass);
    free(pass); // expect: CWE-244
    return ok;
}

int unlock_checked(void)
{
    char *pass = ask_passphrase();
    if (pass == NULL)
        return -1;
    int ok = open_vault(pass);
    explicit_bzero(pass, strlen(pass));
    free(pass);
    return ok;
}

int sign_once(void)
{
    unsigned char *key = malloc(32);
    if (key == NULL)
        return -1;
    if (load_key(key, 32) != 0) {
        explicit_bzero(key, 32);
        free(key);
        return -1;
    }
    int ok = sign(key, 32);
    free(key); // expect: CWE-244
    return ok;
}

int sign_once_checked(void)
{
    unsigned char *key = malloc(32);
    if (key == NULL)
        return -1;
    int ok = load_key(key, 32) == 0 ? sign(key, 32) : -1;
    explicit_bzero(key, 32);
    free(key);
    return ok;
}

int try_twice(void)
{
    char *pass = ask_passphrase();
    if (pass == NULL)
        return -1;
    if (open_vault(pass) == 0) {
        explicit_bzero(pass, strlen(pass));
        free(pass);
        return 0;
    }
    free(pass); // expect: CWE-244
    return -1;
}

int try_twice_checked(void)
{
    char *pass = ask_passphrase();
    if (pass == NULL)
        return -1;
    int ok = open_vault(pass);
    explicit_bzero(pass, strlen(pass));
    free(pass);
    return ok;
}
