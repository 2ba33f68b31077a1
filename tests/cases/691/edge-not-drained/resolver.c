/* The answer of a helper comes over a socket of its own, which no event loop watches; one request, one answer. */
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct desk {
    int queue, door, resolver;
};

static int ask_resolver(const struct desk *d, const char *name, size_t n, char *answer, size_t room)
{
    if (send(d->resolver, name, n, 0) != (ssize_t)n)
        return -1;
    return recv(d->resolver, answer, room, 0) > 0 ? 0 : -1;
}

static void on_door(const struct desk *d)
{
    char name[64], answer[64];
    for (;;) {
        ssize_t n = recv(d->door, name, sizeof name, MSG_DONTWAIT);
        if (n <= 0)
            return;
        if (ask_resolver(d, name, (size_t)n, answer, sizeof answer) != 0 ||
            send(d->door, answer, sizeof answer, 0) < 0)
            return;
    }
}

static int look_at_door(const struct desk *d, char *first)
{
    return recv(d->door, first, 1, MSG_PEEK) == 1 ? 0 : -1;
}

int run_desk(const struct desk *d)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.fd = d->door}, events[4];
    char first;
    if (epoll_ctl(d->queue, EPOLL_CTL_ADD, d->door, &event) != 0)
        return -1;
    while (epoll_wait(d->queue, events, 4, 1000) >= 0)
        if (look_at_door(d, &first) == 0)
            on_door(d);
    return 0;
}
