/* Totals of an order. */
#include <stddef.h>

struct line {
    long price;
    int count;
};

long total(const struct line *lines, size_t n)
{
    long sum;
    for (size_t i = 0; i < n; i++)
        sum += lines[i].price * lines[i].count; // expect: CWE-457
    return sum;
}

int discount(const struct line *l)
{
    int percent;
    if (percent > 50) // expect: CWE-457
        return 50;
    percent = l->count > 10 ? 10 : 0;
    return percent;
}

long average(const struct line *lines)
{
    long sum = 0, n;
    sum += lines->price;
    return sum / n; // expect: CWE-457
}

/* Near misses. */
int parse(const char *text, int *out);

int read_count(const char *text)
{
    int count;
    if (parse(text, &count) != 0)
        return -1;
    return count;
}

int largest(const struct line *lines, size_t n)
{
    int best = 0, current;
    for (size_t i = 0; i < n; i++) {
        current = lines[i].count;
        if (current > best)
            best = current;
    }
    return best;
}

void ignore(void)
{
    int unused;
    (void)unused;
}
