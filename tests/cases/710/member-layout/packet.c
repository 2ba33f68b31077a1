/* Header of a packet. */
#include <stdint.h>

struct header {
    uint8_t version;
    uint32_t length;
    uint16_t parts[4];
};

uint32_t header_length(struct header *h)
{
    return *(uint32_t *)(&h->version + 1); // expect: CWE-188
}

int second(int a, int b)
{
    return *(&a + 1) + b; // expect: CWE-188
}

/* Near misses. */
uint16_t header_part(struct header *h, int i)
{
    return *(&h->parts[0] + i);
}

uint8_t header_byte(const struct header *h, unsigned i)
{
    const uint8_t *bytes = (const uint8_t *)h;
    return bytes[i];
}

uint32_t header_next(const struct header *h)
{
    return (h + 1)->length;
}

/* The sign of a number, through its bytes. */
long negate(long n)
{
    union {
        long number;
        struct {
            unsigned char low, middle, high, top;
        } bytes;
    } u;
    u.number = n;
    u.bytes.top |= 0x80; // expect: CWE-188
    return u.number;
}

long negate_repaired(long n)
{
    return n | (long)(1ul << 63);
}

/* Here nobody reads the number again. */
int top_of(long n)
{
    union {
        long number;
        unsigned char bytes[8];
    } u;
    u.number = n;
    u.bytes[7] &= 0x7f;
    return u.bytes[7];
}
