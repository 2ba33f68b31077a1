/* Attributes of a message whose owner is another module: what its pointers lead to is known only through the tests of this code. */
#include <stddef.h>

struct message {
    const unsigned char data[32];
    size_t used;
};

struct attribute {
    int type;
    int length;
};

/* Tests the length against the wrong limit. */
int checksum(const struct message *m, size_t from)
{
    if (from < 40)
        return -1;
    return m->data[from]; // expect: CWE-125
}

int checksum_checked(const struct message *m, size_t from)
{
    if (from >= sizeof(m->data))
        return -1;
    return m->data[from];
}

/* The last place is 31. */
int last(const struct message *m)
{
    return m->data[36]; // expect: CWE-125
}

int last_checked(const struct message *m)
{
    return m->data[31];
}

/* A negative index after the test of an upper limit alone. */
int at(const struct message *m, int i)
{
    if (i < 0)
        i = -2;
    else
        i = 0;
    if (i == 0)
        return 0;
    return m->data[i + 64]; // expect: CWE-125
}

int at_checked(const struct message *m, int i)
{
    if (i < 0)
        i = -2;
    else
        i = 0;
    return m->data[i + 2];
}
