// Buffers from C and from C++.
#include <cstdio>
#include <cstdlib>
#include <cstring>

int checksum(const char *s);

int sum_copy(const char *s)
{
    char *copy = strdup(s);
    if (!copy)
        return -1;
    int n = checksum(copy);
    delete copy; // expect: CWE-762
    return n;
}

int sum_copy_checked(const char *s)
{
    char *copy = strdup(s);
    if (!copy)
        return -1;
    int n = checksum(copy);
    free(copy);
    return n;
}

int sum_array(const char *s)
{
    char *copy = new char[64];
    strncpy(copy, s, 63);
    copy[63] = '\0';
    int n = checksum(copy);
    delete copy; // expect: CWE-762
    return n;
}

int sum_array_checked(const char *s)
{
    char *copy = new char[64];
    strncpy(copy, s, 63);
    copy[63] = '\0';
    int n = checksum(copy);
    delete[] copy;
    return n;
}

int sum_one(int v)
{
    int *cell = new int(v & 15);
    int n = *cell;
    free(cell); // expect: CWE-762
    return n;
}

int sum_one_checked(int v)
{
    int *cell = new int(v & 15);
    int n = *cell;
    delete cell;
    return n;
}
