/* Buffers for packets. */
#include <stdlib.h>
#include <string.h>

struct packet {
    unsigned length;
    unsigned char data[1500];
};

struct packet *packet_new(void)
{
    struct packet *p = malloc(sizeof(p)); // expect: CWE-467
    return p;
}

struct packet *packet_new_repaired(void)
{
    struct packet *p = malloc(sizeof(*p));
    return p;
}

void packet_clear(struct packet *p)
{
    memset(p, 0, sizeof(p)); // expect: CWE-467
}

void packet_clear_repaired(struct packet *p)
{
    memset(p, 0, sizeof(*p));
}

void checksum_clear(unsigned char digest[20])
{
    memset(digest, 0, sizeof(digest)); // expect: CWE-467
}

void checksum_clear_repaired(unsigned char digest[20])
{
    memset(digest, 0, 20);
}

/* An array of pointers: the size of one is what each element takes. */
struct packet **queue_new(size_t n)
{
    struct packet *sample;
    return calloc(n, sizeof(sample));
}
