/* Totals of an invoice whose quantities are typed in or read from a file. */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int with_shipping(FILE *order)
{
    int total = 0;
    if (fscanf(order, "%d", &total) != 1)
        return -1;
    return total + 250; // expect: CWE-190
}

int with_shipping_checked(FILE *order)
{
    int total = 0;
    if (fscanf(order, "%d", &total) != 1)
        return -1;
    if (total < 0 || total > 1000000)
        return -1;
    return total + 250;
}

int line_price(const char *quantity)
{
    const char *text = getenv(quantity);
    if (text == NULL)
        return 0;
    int n = atoi(text);
    return n * 499; // expect: CWE-190
}

int line_price_checked(const char *quantity)
{
    const char *text = getenv(quantity);
    if (text == NULL)
        return 0;
    int n = atoi(text);
    if (n < 0 || n > INT_MAX / 499)
        return 0;
    return n * 499;
}

int next_number(void)
{
    int last = INT_MAX;
    return last + 1; // expect: CWE-190
}

/* Computed in a type that is wide enough. */
int64_t area(FILE *order)
{
    int width = 0, height = 0;
    if (fscanf(order, "%d %d", &width, &height) != 2)
        return -1;
    return (int64_t)width * height;
}
