/* Readings arrive by UDP; the event loop hands the socket to a function that takes one of them. */
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>

struct gauge {
    int fd;
    uint32_t readings, refused;
};

static void take_reading(struct gauge *g)
{
    unsigned char bytes[64];
    struct iovec part = {.iov_base = bytes, .iov_len = sizeof bytes};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t n = recvmsg(g->fd, &message, 0); // expect: CWE-670
    if (n == 8)
        g->readings++;
    else
        g->refused++;
}

static void on_event(struct gauge *g, uint32_t what)
{
    if (what & EPOLLIN)
        take_reading(g);
}

int run_gauge(struct gauge *g, int queue)
{
    struct epoll_event event, events[4];
    memset(&event, 0, sizeof event);
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLET;
    event.data.ptr = g;
    if (epoll_ctl(queue, EPOLL_CTL_ADD, g->fd, &event) != 0)
        return -1;
    while (g->refused < 1000) {
        int n = epoll_wait(queue, events, 4, 500);
        for (int i = 0; i < n; i++)
            on_event(events[i].data.ptr, events[i].events);
    }
    return 0;
}
