/* A table of senders that is enlarged for each new one. */
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>

struct sender {
    struct sockaddr_in address;
    unsigned long packets;
};

struct service {
    int fd;
    struct sender *senders;
    size_t n;
};

int receive(struct service *s)
{
    char data[512];
    struct sockaddr_in from;
    socklen_t size = sizeof(from);
    if (recvfrom(s->fd, data, sizeof(data), 0, (struct sockaddr *)&from, &size) < 0)
        return -1;
    struct sender *bigger = realloc(s->senders, (s->n + 1) * sizeof(*bigger)); // expect: CWE-770
    if (bigger == NULL)
        return -1;
    s->senders = bigger;
    s->senders[s->n].address = from;
    s->senders[s->n++].packets = 1;
    return 0;
}

int receive_limited(struct service *s)
{
    char data[512];
    struct sockaddr_in from;
    socklen_t size = sizeof(from);
    if (recvfrom(s->fd, data, sizeof(data), 0, (struct sockaddr *)&from, &size) < 0)
        return -1;
    if (s->n >= 1000)
        return -1;
    struct sender *bigger = realloc(s->senders, (s->n + 1) * sizeof(*bigger));
    if (bigger == NULL)
        return -1;
    s->senders = bigger;
    s->senders[s->n].address = from;
    s->senders[s->n++].packets = 1;
    return 0;
}
