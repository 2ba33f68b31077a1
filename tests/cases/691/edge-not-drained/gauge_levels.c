/* One reading for each wake-up is enough where the socket is watched by levels: the loop is told again of what is left. */
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/socket.h>

struct gauge {
    int fd;
    uint32_t readings;
};

static void take_reading(struct gauge *g)
{
    unsigned char bytes[64];
    if (recv(g->fd, bytes, sizeof bytes, 0) == 8)
        g->readings++;
}

int run_gauge(struct gauge *g, int queue)
{
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = g}, events[4];
    if (epoll_ctl(queue, EPOLL_CTL_ADD, g->fd, &event) != 0)
        return -1;
    while (g->readings < 1000) {
        int n = epoll_wait(queue, events, 4, 500);
        for (int i = 0; i < n; i++)
            take_reading(events[i].data.ptr);
    }
    return 0;
}
