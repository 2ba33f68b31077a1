/* Pointers that some way leaves without a value. */
#include <stddef.h>

struct node {
    int key;
    struct node *left, *right;
};

int side_key(struct node *n, int side)
{
    struct node *child;
    if (side < 0)
        child = n->left;
    else if (side > 0)
        child = n->right;
    return child->key; // expect: CWE-824
}

int side_key_checked(struct node *n, int side)
{
    struct node *child;
    if (side < 0)
        child = n->left;
    else
        child = n->right;
    return child ? child->key : 0;
}

void set_key(int key)
{
    struct node *n;
    n->key = key; // expect: CWE-824
}

void set_key_checked(int key)
{
    struct node place = {0, NULL, NULL};
    struct node *n = &place;
    n->key = key;
}

int first(const int *values, size_t n)
{
    const int *p;
    if (n > 0)
        p = values;
    return *p; // expect: CWE-824
}

int first_checked(const int *values, size_t n)
{
    const int *p;
    if (n == 0)
        return 0;
    p = values;
    return *p;
}
