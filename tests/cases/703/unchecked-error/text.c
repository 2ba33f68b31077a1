/* Numbers and names in the character set of the user. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <wchar.h>

void show(const char *text, size_t length);

double offset(void)
{
    double d = sqrt(-2.0); // expect: CWE-391
    return d * 10;
}

double offset_tested(void)
{
    errno = 0;
    double d = sqrt(-2.0);
    if (errno == EDOM)
        return 0;
    return d * 10;
}

double scale(void)
{
    return log(0); // expect: CWE-391
}

double scale_of(double x)
{
    return x > 0 ? log(x) : 0;
}

double root(void)
{
    return sqrt(2.0);
}

void name_show(const wchar_t *name)
{
    char text[64];
    size_t n = wcstombs(text, name, sizeof text); // expect: CWE-391
    show(text, n);
}

void name_show_repaired(const wchar_t *name)
{
    char text[64];
    size_t n = wcstombs(text, name, sizeof text);
    if (n == (size_t)-1)
        return;
    show(text, n);
}

size_t name_length(const wchar_t *name)
{
    char text[64];
    size_t n = wcstombs(text, name, sizeof text);
    return n;
}

void name_store(wchar_t *to, const char *text)
{
    size_t n = mbstowcs(to, text, 32); // expect: CWE-391
    to[n] = L'\0';
}

long limit_of(const char **argv)
{
    (void)argv;
    return strtol(getenv("LIMIT"), NULL, 10); // expect: CWE-391
}

long limit_of_repaired(void)
{
    char *end;
    errno = 0;
    long n = strtol(getenv("LIMIT"), &end, 10);
    return errno || *end ? 0 : n;
}

/* Other code may have looked at the text before. */
long digits_of(const char *text)
{
    return strtol(text, NULL, 10);
}
