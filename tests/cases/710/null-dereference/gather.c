/* Gathers buffers for one write; logs through a macro that takes any filter, also none. */
#include <stddef.h>

struct buf {
    char *pos, *last;
};

struct chain {
    struct buf *buf;
    struct chain *next;
};

struct piece {
    char *base;
    size_t len;
};

struct filter {
    int level;
    void *ctx;
};

void filter_note(struct filter *f, const char *text);
#define NOTE(f, text)                      \
    do {                                   \
        if ((f) && (f)->level > 3)         \
            filter_note((f), (text));      \
    } while (0)

/* Neighbours become one piece. That nothing came before the first is not asked by comparing with its start. */
int gather(struct piece *pieces, int max, const struct chain *in)
{
    char *end = NULL;
    struct piece *piece = NULL;
    int n = 0;
    for (; in; in = in->next) {
        size_t size = (size_t)(in->buf->last - in->buf->pos);
        if (end == in->buf->pos) {
            piece->len += size;
        } else {
            if (n == max)
                break;
            piece = &pieces[n++];
            piece->base = in->buf->pos;
            piece->len = size;
        }
        end = in->buf->pos + size;
    }
    return n;
}

/* The macro asks for all who use it. */
void *filter_context(struct filter *f)
{
    NOTE(f, "context");
    return f->ctx;
}

/* Here the function itself asks, and goes on. */
void *filter_context_noted(struct filter *f)
{
    if (f == NULL)
        filter_note(f, "no filter");
    return f->ctx; // expect: CWE-476
}
