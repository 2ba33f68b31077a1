/* The acceptor, repaired: it accepts until nobody is left. */
#include <errno.h>
#include <sys/epoll.h>
#include <sys/socket.h>

void serve_connection(int fd);

static void accept_all(int listener)
{
    for (;;) {
        int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
        if (fd >= 0)
            serve_connection(fd);
        else if (errno != EINTR)
            return;
    }
}

int run_acceptor(int queue, int listener)
{
    struct epoll_event events[16], event = {.events = EPOLLIN | EPOLLET, .data.fd = listener};
    if (epoll_ctl(queue, EPOLL_CTL_ADD, listener, &event) != 0)
        return -1;
    for (;;) {
        int n = epoll_wait(queue, events, 16, 1000);
        if (n < 0)
            return -1;
        for (int i = 0; i < n; i++)
            accept_all(events[i].data.fd);
    }
}
