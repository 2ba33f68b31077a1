/* Keys in local variables. */
#include <stdlib.h>
#include <string.h>

[[stoa::secret(key)]] int derive_key(unsigned char *key, size_t size);
int seal(const unsigned char *key, size_t size);

int seal_state(void)
{
    unsigned char key[32] = {0}; // expect: CWE-226
    if (derive_key(key, sizeof(key)) != 0)
        return -1;
    return seal(key, sizeof(key));
}

int seal_state_checked(void)
{
    unsigned char key[32] = {0};
    int ok = derive_key(key, sizeof(key)) == 0 ? seal(key, sizeof(key)) : -1;
    explicit_bzero(key, sizeof(key));
    return ok;
}

/* One of two ways wipes. */
int seal_twice(int again)
{
    unsigned char key[16] = {0}; // expect: CWE-226
    if (derive_key(key, sizeof(key)) != 0)
        return -1;
    if (again) {
        int ok = seal(key, sizeof(key));
        explicit_bzero(key, sizeof(key));
        return ok;
    }
    return 0;
}

int seal_twice_checked(int again)
{
    unsigned char key[16] = {0};
    int ok = derive_key(key, sizeof(key));
    if (ok == 0 && again)
        ok = seal(key, sizeof(key));
    explicit_bzero(key, sizeof(key));
    return ok;
}

struct material {
    unsigned char key[16], salt[8];
};

int session(void)
{
    struct material m = {{0}, {0}}; // expect: CWE-226
    if (derive_key(m.key, sizeof(m.key)) != 0)
        return -1;
    return seal(m.key, sizeof(m.key));
}

int session_checked(void)
{
    struct material m = {{0}, {0}};
    int ok = derive_key(m.key, sizeof(m.key)) == 0 ? seal(m.key, sizeof(m.key)) : -1;
    explicit_bzero(&m, sizeof(m));
    return ok;
}
