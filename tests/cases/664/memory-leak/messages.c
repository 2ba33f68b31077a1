/* Messages that are built from parts. */
#include <stdlib.h>
#include <string.h>

struct message {
    char *subject;
    char *body;
};

int deliver(const char *text);

/* The error way forgets the first part. */
struct message *message_new(const char *subject, const char *body)
{
    struct message *m = malloc(sizeof(*m)); // expect: CWE-401
    if (m == NULL)
        return NULL;
    m->subject = strdup(subject);
    m->body = NULL;
    if (m->subject == NULL)
        return NULL;
    m->body = strdup(body);
    return m;
}

struct message *message_new_checked(const char *subject, const char *body)
{
    struct message *m = malloc(sizeof(*m));
    if (m == NULL)
        return NULL;
    m->subject = strdup(subject);
    m->body = NULL;
    if (m->subject == NULL) {
        free(m);
        return NULL;
    }
    m->body = strdup(body);
    return m;
}

/* When there is no more memory, the only pointer to the old block is overwritten. */
char *repeat(const char *s)
{
    size_t n = strlen(s);
    char *out = malloc(n + 1); // expect: CWE-401
    if (out == NULL)
        return NULL;
    memcpy(out, s, n + 1);
    out = realloc(out, 2 * n + 1);
    if (out == NULL)
        return NULL;
    memcpy(out + n, s, n + 1);
    return out;
}

char *repeat_checked(const char *s)
{
    size_t n = strlen(s);
    char *out = malloc(n + 1);
    if (out == NULL)
        return NULL;
    memcpy(out, s, n + 1);
    char *bigger = realloc(out, 2 * n + 1);
    if (bigger == NULL) {
        free(out);
        return NULL;
    }
    memcpy(bigger + n, s, n + 1);
    return bigger;
}

/* Nobody frees the copy after a successful delivery. */
int post(const char *text)
{
    char *copy = strdup(text); // expect: CWE-401
    if (copy == NULL)
        return -1;
    copy[0] = '>';
    if (strlen(copy) > 100) {
        free(copy);
        return -1;
    }
    return copy[0] == text[0];
}

int post_checked(const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    copy[0] = '>';
    if (strlen(copy) > 100) {
        free(copy);
        return -1;
    }
    int same = copy[0] == text[0];
    free(copy);
    return same;
}

/* Handed on: to the caller, to a list, to another function. */
static struct message *queue;

int enqueue(const char *text)
{
    struct message *m = calloc(1, sizeof(*m));
    if (m == NULL)
        return -1;
    m->body = strdup(text);
    queue = m;
    return 0;
}

int send_now(const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    return deliver(copy);
}

struct message *pending(void)
{
    return queue;
}
