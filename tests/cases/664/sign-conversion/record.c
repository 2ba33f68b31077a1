/* Copies of records whose length is sent along as a number with a sign. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int copy_note(FILE *f, char *to, const char *from)
{
    int n = 0;
    if (fscanf(f, "%d", &n) != 1)
        return -1;
    memcpy(to, from, n); // expect: CWE-195
    return n;
}

int copy_note_checked(FILE *f, char *to, const char *from)
{
    int n = 0;
    if (fscanf(f, "%d", &n) != 1 || n < 0 || n > 256)
        return -1;
    memcpy(to, from, n);
    return n;
}

/* The result of a read that failed is -1. */
void relay(int in, int out)
{
    char buffer[512];
    ssize_t n = read(in, buffer, sizeof buffer);
    if (write(out, buffer, n) < 0) // expect: CWE-195
        perror("write");
}

void relay_checked(int in, int out)
{
    char buffer[512];
    ssize_t n = read(in, buffer, sizeof buffer);
    if (n > 0 && write(out, buffer, n) < 0)
        perror("write");
}

void clear_rest(char *buffer)
{
    int left = -1;
    memset(buffer, 0, left); // expect: CWE-195
}

void clear_rest_checked(char *buffer, int used)
{
    int left = 64 - used;
    if (left < 0 || left > 64)
        return;
    memset(buffer, 0, left);
}
