/* Moving figures of a load monitor. */
#include <stddef.h>

struct figures {
    long sum;
    long samples;
    long peak;
};

long mean(const struct figures *f)
{
    if (f->samples == 0)
        return 0;
    return f->sum / f->samples;
}

long mean_of_window(const long *window, size_t n)
{
    long total = 0;
    int seconds = 0;
    for (size_t i = 0; i < n; i++)
        total += window[i];
    return total / seconds; // expect: CWE-369
}

long per_minute(const struct figures *f)
{
    int seconds = 0;
    seconds = 60;
    return f->sum / seconds;
}

double ratio(const struct figures *f)
{
    double none = 0.0;
    return (double)f->peak / none;
}

int bucket(unsigned hash)
{
    enum { BUCKETS = 16 / 32 };
    return (int)(hash % BUCKETS); // expect: CWE-369
}

long per_window(long sum)
{
    int windows = 0;
    if (windows != 0)
        return sum / windows;
    return 0;
}
