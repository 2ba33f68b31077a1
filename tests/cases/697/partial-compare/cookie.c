/* Cookies, tags and signatures that are compared with what was computed for them. */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

void cookie_compute(const void *address, size_t address_size, unsigned char out[32]);
void tag_compute(const void *bytes, size_t n, unsigned char out[16]);

/* One octet is enough for a right one. */
bool cookie_is_ours(const void *address, size_t address_size, const unsigned char *cookie, size_t cookie_size)
{
    unsigned char expected[32];
    cookie_compute(address, address_size, expected);
    return memcmp(expected, cookie, cookie_size) == 0; // expect: CWE-187
}

struct frame {
    const unsigned char *body;
    size_t body_size;
    unsigned char tag[64];
    size_t tag_size;
};

bool frame_is_genuine(const struct frame *f)
{
    unsigned char computed[16];
    tag_compute(f->body, f->body_size, computed);
    return memcmp(f->tag, computed, f->tag_size) == 0; // expect: CWE-187
}

int signature_verify(const unsigned char *signature, unsigned size, const void *bytes, size_t n)
{
    unsigned char mac[16];
    tag_compute(bytes, n, mac);
    if (memcmp(signature, mac, size) != 0) // expect: CWE-187
        return -1;
    return 0;
}

/* The size is tested before. */
bool cookie_is_ours_whole(const void *address, size_t address_size, const unsigned char *cookie, size_t cookie_size)
{
    unsigned char expected[32];
    if (cookie_size != sizeof expected)
        return false;
    cookie_compute(address, address_size, expected);
    return memcmp(expected, cookie, cookie_size) == 0;
}

/* The number of octets is the program's own. */
bool frame_is_genuine_whole(const struct frame *f)
{
    unsigned char computed[16];
    tag_compute(f->body, f->body_size, computed);
    return f->tag_size == sizeof computed && memcmp(f->tag, computed, sizeof computed) == 0;
}

/* Nothing secret: is it the same body? */
bool body_is_known(const unsigned char *body, size_t body_size)
{
    unsigned char first[256] = {0};
    return body_size <= sizeof first && memcmp(body, first, body_size) == 0;
}

bool mac_matches(const unsigned char *mac, const unsigned char *computed, size_t mac_size)
{
    return memcmp(mac, computed, mac_size) == 0;
}
