/* After each piece the descriptor is registered anew, and epoll looks again whether something is left. */
#include <sys/epoll.h>
#include <sys/socket.h>

int worker_take(const char *bytes, size_t n);

static int on_input(int queue, int fd)
{
    char bytes[1024];
    struct epoll_event again = {.events = EPOLLIN | EPOLLET | EPOLLONESHOT, .data.fd = fd};
    ssize_t n = recv(fd, bytes, sizeof bytes, 0);
    if (n <= 0 || worker_take(bytes, (size_t)n) != 0)
        return -1;
    return epoll_ctl(queue, EPOLL_CTL_MOD, fd, &again);
}

int run_worker(int queue)
{
    struct epoll_event event;
    while (epoll_wait(queue, &event, 1, 1000) >= 0)
        if (on_input(queue, event.data.fd) != 0)
            return -1;
    return 0;
}
