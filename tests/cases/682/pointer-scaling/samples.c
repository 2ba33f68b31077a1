/* Ring of audio samples. */
#include <stdint.h>
#include <string.h>

struct ring {
    int32_t *samples;
    size_t capacity;
    size_t head;
};

int32_t ring_get(const struct ring *r, size_t i)
{
    return *(r->samples + i * sizeof(int32_t)); // expect: CWE-468
}

int32_t *ring_next(int32_t *at)
{
    return at + sizeof(*at); // expect: CWE-468
}

/* Near misses: counted in elements, or in bytes on bytes. */
int32_t *ring_end(const struct ring *r, size_t bytes)
{
    return r->samples + bytes / sizeof(int32_t);
}

const char *record_at(const char *base, size_t i)
{
    return base + i * sizeof(struct ring);
}

int32_t last(const int32_t (*table)[4])
{
    const int32_t *row = table[0];
    return row[sizeof(table[0]) / sizeof(row[0]) - 1];
}

int32_t third(void)
{
    int32_t numbers[4] = {10, 20, 30, 40};
    char *bytes = (char *)numbers;
    return (int32_t)*(bytes + 2); // expect: CWE-468
}

int32_t third_repaired(void)
{
    int32_t numbers[4] = {10, 20, 30, 40};
    char *bytes = (char *)numbers;
    int32_t n;
    memcpy(&n, bytes + 2 * sizeof n, sizeof n);
    return n;
}

/* A byte is what is wanted. */
unsigned char low_byte(void)
{
    int32_t numbers[4] = {10, 20, 30, 40};
    unsigned char *bytes = (unsigned char *)numbers;
    return *(bytes + 2);
}
