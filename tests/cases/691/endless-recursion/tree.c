/* A tree of names. */
#include <stddef.h>
#include <string.h>

struct tree {
    struct tree *left, *right;
    const char *name;
};

int tree_depth(const struct tree *t)
{
    int left = t->left != NULL ? 1 : 0;
    return left + tree_depth(t->right); // expect: CWE-674
}

int tree_depth_repaired(const struct tree *t)
{
    if (!t)
        return 0;
    int left = tree_depth_repaired(t->left), right = tree_depth_repaired(t->right);
    return 1 + (left > right ? left : right);
}

/* The wrapper calls itself instead of what it wraps. */
const char *tree_name(const struct tree *t)
{
    return tree_name(t); // expect: CWE-674
}

const struct tree *tree_find(const struct tree *t, const char *name)
{
    if (strcmp(t->name, name) < 0)
        return tree_find(t->left, name); // expect: CWE-674
    else
        return tree_find(t->right, name);
}

const struct tree *tree_find_repaired(const struct tree *t, const char *name)
{
    int order = strcmp(t->name, name);
    if (order == 0)
        return t;
    return tree_find_repaired(order < 0 ? t->left : t->right, name);
}

int tree_next(struct tree **t);

/* The other function may be the one that ends it, as it would with longjmp. */
void tree_walk(struct tree *t)
{
    tree_next(&t);
    tree_walk(t);
}

int tree_count(const struct tree *t)
{
    return t ? 1 + tree_count(t->left) + tree_count(t->right) : 0;
}

void library_prune(struct tree *t);

#ifdef OWN_PRUNE
#define prune_tree own_prune
#else
#define prune_tree library_prune
#endif

/* With one of the two settings, this is a function of its own; the library has the other. */
void prune_tree(struct tree *t)
{
    library_prune(t);
}
