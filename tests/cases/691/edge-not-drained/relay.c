/* A relay between two streams that reads one piece for each edge. */
#include <errno.h>
#include <sys/epoll.h>
#include <sys/socket.h>

int relay_write(const char *bytes, size_t n);

static int forward(int fd)
{
    char bytes[4096];
    ssize_t n = recv(fd, bytes, sizeof bytes, 0); // expect: CWE-670
    if (n < 0)
        return errno == EAGAIN ? 0 : -1;
    if (n == 0)
        return -1;
    return relay_write(bytes, (size_t)n);
}

int run_relay(int queue, int fd)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.fd = fd};
    if (epoll_ctl(queue, EPOLL_CTL_ADD, fd, &event) != 0)
        return -1;
    for (;;) {
        struct epoll_event events[8];
        int n = epoll_wait(queue, events, 8, 250);
        if (n < 0 && errno != EINTR)
            return -1;
        for (int i = 0; i < n; i++)
            if (forward(events[i].data.fd) != 0)
                return -1;
    }
}
