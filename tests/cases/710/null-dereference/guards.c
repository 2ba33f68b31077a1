// A spool of records: how programs keep null pointers from their uses, and two places that forget to.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct allocator {
    void *(*take)(size_t size);
    void (*give)(void *block);
};

struct record {
    struct record *next;
    char *text;
    size_t length;
};

extern struct allocator spool_allocator;
extern int spool_statistics;
extern void spool_count(void *place, size_t size);

static void counted(size_t size, void **block)
{
    void *taken = spool_allocator.take(size);
    if (taken)
        spool_count(taken, size);
    *block = taken;
}

/* Null when there is no memory, or for silly sizes. */
static void *spool_take(size_t size)
{
    void *block;
    if (size == 0 || size > 0x7fffff00)
        block = NULL;
    else if (spool_statistics)
        counted(size, &block);
    else
        block = spool_allocator.take(size);
    return block;
}

struct record *record_new(void)
{
    struct record *r = spool_take(sizeof *r);
    if (!r)
        return NULL;
    memset(r, 0, sizeof *r);
    r->length = 1;
    return r;
}

struct record *record_careless(int wanted)
{
    struct record *r = NULL;
    if (wanted)
        r = spool_take(sizeof *r);
    if (!r)
        fputs("spool: no record\n", stderr);
    r->length = 1; // expect: CWE-476
    return r;
}

#define spool_say fprintf

static void out_of_memory(void)
{
    spool_say(stderr, "spool: out of memory\n");
    exit(1);
}

static void check_memory(const void *block)
{
    if (block == NULL)
        out_of_memory();
}

char *text_copy(const char *text)
{
    char *copy = malloc(strlen(text) + 1);
    check_memory(copy);
    strcpy(copy, text);
    return copy;
}

/* An assertion says what must be, not what may happen. */
size_t record_total(const struct record *first)
{
    size_t total = 0;
    assert(first);
    for (const struct record *r = first; r; r = r->next)
        total += r->length;
    return first->length ? total : 0;
}

size_t record_next_length(const struct record *r, size_t known);

size_t record_room(const struct record *r, size_t known)
{
    assert(r != NULL || known == 0);
    known = record_next_length(r, known);
    return known ? r->length : 0;
}

size_t record_room_tested(const struct record *r, size_t known)
{
    if (r == NULL && known != 0)
        return 0;
    known = r ? known : 1;
    return known + r->length; // expect: CWE-476
}

/* The header with the codes was not there: none of them is 0 just because nobody knows it. */
int record_open(struct record **out, int (*announce)(void))
{
    struct record *r = NULL;
    int rc = announce();
    if (rc == 0) {
        r = malloc(sizeof *r);
        if (r == NULL)
            rc = SPOOL_NO_MEMORY;
    }
    if (rc == 0) {
        memset(r, 0, sizeof *r);
        r->length = 1;
    }
    *out = r;
    return rc;
}

/* Standard input is there, whatever it was compared with. */
int spool_skip(FILE *in)
{
    if (in == stdin)
        puts("reading what is typed");
    return fgetc(stdin) == EOF && stdin != NULL;
}

int spool_lines(void)
{
    char line[80];
    int n = 0;
    if (stdin == NULL)
        return 0;
    while (fgets(line, sizeof line, stdin))
        n++;
    return n;
}
