/* Headers that a peer pushed, given back from the last to the first. */
#include <stdlib.h>

struct stream {
    char **headers;
    size_t used;
};

/* Each round another one. */
void stream_clear(struct stream *s)
{
    for (; s->used > 0; --s->used)
        free(s->headers[s->used - 1]);
    free(s->headers);
    s->headers = NULL;
}

void stream_drop_last(struct stream *s)
{
    free(s->headers[s->used - 1]);
    free(s->headers[s->used - 1]); // expect: CWE-415
    s->used--;
}
