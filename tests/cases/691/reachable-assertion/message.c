/* Messages of a peer: the first byte is the kind, the second the length. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { KINDS = 8 };

int kind_of(int s)
{
    unsigned char kind = 0;
    if (recv(s, &kind, 1, 0) != 1)
        return -1;
    assert(kind < KINDS); // expect: CWE-617
    return kind;
}

int kind_checked(int s)
{
    unsigned char kind = 0;
    if (recv(s, &kind, 1, 0) != 1)
        return -1;
    if (kind >= KINDS)
        return -1;
    assert(kind < KINDS);
    return kind;
}

int level(void)
{
    const char *text = getenv("DEBUG_LEVEL");
    if (text == NULL)
        return 0;
    int n = atoi(text);
    assert(n >= 0); // expect: CWE-617
    return n;
}

int count(FILE *f)
{
    int n = 0;
    if (fscanf(f, "%d", &n) != 1)
        return -1;
    assert(n != 0 && n < 1000); // expect: CWE-617
    return n;
}

/* What callers must see to. */
int weight(const int *table, int n)
{
    assert(table != NULL && n > 0);
    return table[n - 1];
}

int masked(int s)
{
    unsigned char kind = 0;
    if (recv(s, &kind, 1, 0) != 1)
        return -1;
    kind &= KINDS - 1;
    assert(kind < KINDS);
    return kind;
}
