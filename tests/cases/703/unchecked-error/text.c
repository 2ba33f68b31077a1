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

void limit_set(int room, long n);

void limit_read(void)
{
    const char *text = getenv("LIMIT");
    if (text == NULL)
        return;
    long n = strtol(text, NULL, 10); // expect: CWE-391
    limit_set(1, n);
}

void limit_read_repaired(void)
{
    const char *text = getenv("LIMIT");
    char *end;
    if (text == NULL)
        return;
    errno = 0;
    long n = strtol(text, &end, 10);
    if (errno == 0 && *end == '\0')
        limit_set(1, n);
}

/* What is no number is 0, and what does not fit is out of range as well. */
void limit_read_in_range(void)
{
    const char *text = getenv("LIMIT");
    if (text == NULL)
        return;
    long n = strtol(text, NULL, 10);
    if (n >= 1 && n <= 65535)
        limit_set(1, n);
}

/* Other code may have looked at the text before. */
long digits_of(const char *text)
{
    return strtol(text, NULL, 10);
}

void name_convert(wchar_t *to, const char *text)
{
    size_t n;
    if ((n = mbstowcs(to, text, 32)) == (size_t)-1)
        n = 0;
    to[n] = L'\0';
}
