struct node {
    struct node *next;
    struct list *owner;
};
struct list {
    struct node *head;
    int n;
};
int depth(struct node *n)
{
    return n ? 1 + depth(n->next) + n->owner->head->owner->n : 0;
}
