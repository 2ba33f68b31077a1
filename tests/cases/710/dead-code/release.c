/* Releasing what was reserved. */
#include <stdlib.h>

struct pool {
    int used;
    void *memory;
};

void notify(struct pool *p);

int pool_close(struct pool *p)
{
    free(p->memory);
    p->memory = NULL;
    return 0;
    notify(p); // expect: CWE-561
}

int pool_find(const struct pool *pools, int n)
{
    int found = -1;
    for (int i = 0; i < n; i++) {
        if (pools[i].used) {
            found = i;
            break;
            found = -2; // expect: CWE-561
        }
    }
    return found;
}

/* Near misses. */
int pool_kind(int code)
{
    switch (code) {
    case 1:
        return 10;
        break;
    case 2:
        return 20;
        break;
    }
    return 0;
}

int pool_fail(struct pool *p)
{
    notify(p);
    exit(1);
    return -1;
}

int pool_retry(struct pool *p)
{
again:
    if (p->used)
        return 1;
    goto next;
next:
    p->used++;
    goto again;
}

void pool_serve(struct pool *p)
{
    while (1) {
        notify(p);
    }
    free(p->memory); // expect: CWE-561
}
