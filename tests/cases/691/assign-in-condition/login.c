/* A tiny login loop. */
#include <assert.h>
#include <stdio.h>

enum { ROLE_USER, ROLE_ADMIN };

struct user {
    int role;
    int locked;
    struct user *next;
};

int is_admin(struct user *u)
{
    if (u->role = ROLE_ADMIN) // expect: CWE-481
        return 1;
    return 0;
}

int is_locked(struct user *u, int limit)
{
    if (u->locked = limit) // expect: CWE-481
        return 1;
    return u->locked == limit;
}

void check_user(struct user *u)
{
    assert(u->locked = 0); // expect: CWE-481
}

/* Near misses: the assignment is what is wanted. */
int count(struct user *u)
{
    struct user *next;
    int n = 0;
    while ((next = u->next)) {
        u = next;
        n++;
    }
    return n;
}

void copy(char *to, const char *from)
{
    while (*to++ = *from++)
        ;
}

int lines(FILE *in)
{
    int c, n = 0;
    while ((c = getc(in)) != EOF)
        n += c == '\n';
    return n;
}
