/* Pointers that are set in an inner scope and used outside of it. */
#include <stdio.h>
#include <string.h>

int send_line(const char *line);

int greet(int formal)
{
    const char *text = "hello";
    if (formal) {
        char buffer[32] = "good morning";
        text = buffer;
    }
    return (int)strlen(text); // expect: CWE-825
}

int greet_checked(int formal)
{
    const char *text = "hello";
    char buffer[32] = "good morning";
    if (formal)
        text = buffer;
    return (int)strlen(text);
}

int largest(const int *values, int n)
{
    const int *best = NULL;
    for (int i = 0; i < n && best == NULL; i++) {
        int v = values[i];
        if (v > 10)
            best = &v;
    }
    return best ? *best : 0; // expect: CWE-825
}

int largest_checked(const int *values, int n)
{
    const int *best = NULL;
    for (int i = 0; i < n && best == NULL; i++)
        if (values[i] > 10)
            best = &values[i];
    return best ? *best : 0;
}

int status(int code)
{
    int *where = NULL;
    if (code > 0) {
        int copy = code & 7;
        where = &copy;
    }
    if (where == NULL)
        return 0;
    *where += 1; // expect: CWE-825
    return 1;
}

int status_checked(int code)
{
    int *where = NULL;
    int copy = 0;
    if (code > 0) {
        copy = code & 7;
        where = &copy;
    }
    if (where == NULL)
        return 0;
    *where += 1;
    return copy;
}
