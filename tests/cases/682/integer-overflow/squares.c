/* Distances of points that are typed in, and the arithmetic of a small hash. */
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int square(void)
{
    int x = 0;
    if (scanf("%d", &x) != 1)
        return -1;
    return x * x; // expect: CWE-190
}

int square_of_small(void)
{
    int x = 0;
    if (scanf("%d", &x) != 1)
        return -1;
    if (x > INT_MIN && abs(x) < (long)sqrt((double)INT_MAX))
        return x * x;
    return -1;
}

int64_t square_of_long(void)
{
    int64_t x = 0;
    char line[32];
    if (fgets(line, sizeof(line), stdin) == NULL)
        return -1;
    x = strtoll(line, NULL, 10); // expect: CWE-391
    if (llabs(x) <= sqrtl(LLONG_MAX))
        return x * x;
    return -1;
}

uint32_t inverse_of_25(void)
{
    const uint32_t inverse_of_5 = 0xcccccccd;
    return inverse_of_5 * inverse_of_5;
}

uint64_t magnitude_of_least(void)
{
    return 0 - (uint64_t)INT64_MIN;
}
