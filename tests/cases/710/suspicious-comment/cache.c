/* A cache of answers. */
#include <stdlib.h>
#include <string.h>

struct entry {
    char key[32];
    char *value;
};

static struct entry entries[64];
static unsigned count;

/* expect below: CWE-546 */
/* FIXME: two threads can be in here at the same time, a race condition */
void cache_put(const char *key, const char *value)
{
    struct entry *e = &entries[count++ % 64];
    strncpy(e->key, key, sizeof e->key - 1);
    free(e->value);
    e->value = strdup(value);
}

/* BUG FIXES of release 2 are listed in NEWS; see the bug tracker for what is open. */
const char *cache_get(const char *key)
{
    for (unsigned i = 0; i < 64; i++)
        // HACK: the key may have been cut; expect: CWE-546
        if (strncmp(entries[i].key, key, 31) == 0)
            return entries[i].value;
    return NULL;
}

/*
 * Empties the cache.
 * TODO: give the memory back, too; expect: CWE-546
 */
void cache_clear(void)
{
    count = 0;
}

/* LATER VERSIONS of the protocol have longer keys. This one writes todo lists, and a fixme word inside a sentence says nothing. */
unsigned cache_count(void)
{
    return count;
}
