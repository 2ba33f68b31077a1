/* Takes apart records of a stream. */
#include <limits.h>
#include <stddef.h>
#include <stdint.h>

struct stream {
    const unsigned char *at, *end;
};

int record_fits(const struct stream *s, size_t n)
{
    if (s->at + n < s->at) // expect: CWE-733
        return 0;
    return s->at + n <= s->end;
}

int record_fits_repaired(const struct stream *s, size_t n)
{
    return n <= (size_t)(s->end - s->at);
}

int total(int a, int b, int *sum)
{
    if (a + b < a) // expect: CWE-733
        return -1;
    *sum = a + b;
    return 0;
}

int total_repaired(int a, int b, int *sum)
{
    if (b > 0 && a > INT_MAX - b)
        return -1;
    *sum = a + b;
    return 0;
}

/* Unsigned sums wrap by the rules of the language. */
int total_unsigned(uint32_t a, uint32_t b, uint32_t *sum)
{
    if (a + b < a)
        return -1;
    *sum = a + b;
    return 0;
}
