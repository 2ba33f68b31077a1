/* Options of a command line. */
#include <math.h>
#include <stddef.h>

int bad_format(int format)
{
    if (format != 'x' || format != 'd') // expect: CWE-571
        return 1;
    return 0;
}

int outside(int port)
{
    if (port > 0 || port < 65536) // expect: CWE-571
        return 0;
    return 1;
}

int enough(size_t left)
{
    if (left >= 0) // expect: CWE-571
        return 1;
    return 0;
}

int same(const int *a, size_t i)
{
    if (a[i] == a[i]) // expect: CWE-571
        return 1;
    return 0;
}

/* Near misses. */
int good_format(int format)
{
    if (format != 'x' && format != 'd')
        return 0;
    return 1;
}

int inside(int port)
{
    return port > 0 && port < 65536 ? 1 : 0;
}

int is_number(double x)
{
    return x == x ? 1 : 0;
}

int pairs(const char *text)
{
    int n = 0;
    while (text[0] && text[1]) {
        if (*text++ == *text++)
            n++;
    }
    return n;
}

int forever(int (*step)(void))
{
    while (1) {
        if (step() != 0)
            return 1;
    }
}

/* Whether the assignment is carried out is for the macro to say. */
int size_of_file(int fd)
{
    int failed = file_size(fd);
    SimulateFailure(failed = 1);
    if (failed != 0)
        return -1;
    return 0;
}
