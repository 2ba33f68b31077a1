/* One of each row that FORMAT.md describes, in C; selftest.py holds clang's rows against sample.c.tsv. */
#include "sample.h"

typedef unsigned long word;
struct node { struct node *next; int v[4]; int (*fn)(int); };
struct node table[3];

static int twice(int x) { return x * 2; }
static int old_style(a, b)
    int a, b;
{
    return (a + b) - (-a);
}
GUARDED(int, guarded, (struct node *n)) { return n->fn(n->v[1]); }

int expressions(struct node *n, int k, int *p)
{
    int sum = (int)k + (k ? twice(k) : ~k);
    sum += sizeof(word) + sizeof (sum) + sizeof *p;
    p[k++] = (table[0].v)[2] /* between */ , --k;
    struct node *q = &(struct node){ .v = { 1, (word) 2 } };
    (*n->fn)(3);
    (twice)(*p ?: 4);
    TWICE_OF(twice(k));
    LOCKED(n) sum = twice(EIGHT) * k;
    if (k == 1
#ifdef SOMETHING
        || k == 2
#endif
    )
        return old_style(k, sum);
    n->next->next = q = (void *)(n + 1);
    return k * sum << 1 && !n, k;
}
