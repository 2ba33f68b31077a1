/* Blocks that grow and shrink with what arrives. */
#include <arpa/inet.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>

struct buffer {
    unsigned char *bytes;
    size_t size;
};

/* The peer says how long the next message is, and may say 0. */
int buffer_fit(struct buffer *b, int fd)
{
    uint16_t announced;
    if (recv(fd, &announced, sizeof announced, MSG_WAITALL) != sizeof announced)
        return -1;
    size_t size = ntohs(announced);
    unsigned char *fitting = realloc(b->bytes, size); // expect: CWE-439
    if (!fitting)
        return -1;
    b->bytes = fitting;
    b->size = size;
    return 0;
}

/* As a way to free it. */
void buffer_empty(struct buffer *b)
{
    b->bytes = realloc(b->bytes, 0); // expect: CWE-439
    b->size = 0;
}

struct table {
    uint64_t *rows;
    unsigned n;
};

int table_resize(struct table *t, int fd)
{
    unsigned char n;
    if (recv(fd, &n, 1, 0) != 1)
        return -1;
    uint64_t *rows = reallocarray(t->rows, n, sizeof *rows); // expect: CWE-439
    if (!rows)
        return -1;
    t->rows = rows;
    t->n = n;
    return 0;
}

/* Nothing is handled apart. */
int buffer_fit_any(struct buffer *b, int fd)
{
    uint16_t announced;
    if (recv(fd, &announced, sizeof announced, MSG_WAITALL) != sizeof announced)
        return -1;
    size_t size = ntohs(announced);
    if (size == 0) {
        free(b->bytes);
        *b = (struct buffer){0};
        return 0;
    }
    unsigned char *fitting = realloc(b->bytes, size);
    if (!fitting)
        return -1;
    b->bytes = fitting;
    b->size = size;
    return 0;
}

/* There is room for a terminator at least. */
int buffer_fit_text(struct buffer *b, int fd)
{
    uint16_t announced;
    if (recv(fd, &announced, sizeof announced, MSG_WAITALL) != sizeof announced)
        return -1;
    size_t size = (size_t)ntohs(announced) + 1;
    unsigned char *fitting = realloc(b->bytes, size);
    if (!fitting)
        return -1;
    b->bytes = fitting;
    b->size = size;
    return 0;
}

/* A new block of whatever size. */
void *buffer_first(int fd)
{
    unsigned char n;
    if (recv(fd, &n, 1, 0) != 1)
        return NULL;
    return realloc(NULL, n);
}

/* What callers want is their matter. */
int table_set(struct table *t, unsigned n)
{
    if (n > 1000)
        return -1;
    uint64_t *rows = realloc(t->rows, n * sizeof *rows);
    if (!rows)
        return -1;
    t->rows = rows;
    t->n = n;
    return 0;
}
