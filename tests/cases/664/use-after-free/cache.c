/* A cache of records in a list. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
    char *key;
    size_t size;
    struct record *next;
};

void account(struct record *r);

/* The next pointer is read from the record that was freed. */
void drop_all(struct record *list)
{
    while (list != NULL) {
        free(list->key);
        free(list);
        list = list->next; // expect: CWE-416
    }
}

void drop_all_checked(struct record *list)
{
    while (list != NULL) {
        struct record *next = list->next;
        free(list->key);
        free(list);
        list = next;
    }
}

/* The message names what is gone. */
int evict(struct record *r, int verbose)
{
    char *key = strdup(r->key);
    if (key == NULL)
        return -1;
    free(key);
    if (verbose)
        printf("evicted %s\n", key); // expect: CWE-416
    return 0;
}

int evict_checked(struct record *r, int verbose)
{
    char *key = strdup(r->key);
    if (key == NULL)
        return -1;
    if (verbose)
        printf("evicted %s\n", key);
    free(key);
    return 0;
}

/* An error frees the record and goes on. */
struct record *make(size_t size)
{
    struct record *r = calloc(1, sizeof(*r));
    if (r == NULL)
        return NULL;
    r->key = malloc(size);
    if (r->key == NULL)
        free(r);
    r->size = size; // expect: CWE-416
    return r;
}

struct record *make_checked(size_t size)
{
    struct record *r = calloc(1, sizeof(*r));
    if (r == NULL)
        return NULL;
    r->key = malloc(size);
    if (r->key == NULL) {
        free(r);
        return NULL;
    }
    r->size = size;
    return r;
}

/* Somebody else counts what is no longer there. */
void forget(void)
{
    struct record *r = calloc(1, sizeof(*r));
    if (r == NULL)
        return;
    free(r);
    account(r); // expect: CWE-416
}

void forget_checked(void)
{
    struct record *r = calloc(1, sizeof(*r));
    if (r == NULL)
        return;
    account(r);
    free(r);
    r = NULL;
}
