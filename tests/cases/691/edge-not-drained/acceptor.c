/* An acceptor whose listening socket is watched by edges: one connection for each wake-up. */
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

void serve_connection(int fd);

static int watch(int queue, int fd)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.fd = fd};
    return epoll_ctl(queue, EPOLL_CTL_ADD, fd, &event);
}

int run_acceptor(int queue, int listener)
{
    struct epoll_event events[16];
    if (watch(queue, listener) != 0)
        return -1;
    for (;;) {
        int n = epoll_wait(queue, events, 16, 1000);
        if (n < 0)
            return -1;
        for (int i = 0; i < n; i++) {
            int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC); // expect: CWE-670
            if (fd >= 0)
                serve_connection(fd);
        }
    }
}
