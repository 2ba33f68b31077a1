/* The caller of the reading function repeats it as long as there is more; and a second descriptor gives one number at a time. */
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

int relay_write(const char *bytes, size_t n);

static ssize_t forward(int fd)
{
    char bytes[4096];
    ssize_t n = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
    return n > 0 && relay_write(bytes, (size_t)n) != 0 ? -1 : n;
}

static uint64_t rounds(int counter)
{
    uint64_t n = 0;
    return read(counter, &n, sizeof n) == sizeof n ? n : 0;
}

int run_relay(int queue, int fd, int counter)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.fd = fd},
                       ticks = {.events = EPOLLIN | EPOLLET, .data.fd = counter};
    uint64_t total = 0;
    if (epoll_ctl(queue, EPOLL_CTL_ADD, fd, &event) != 0 || epoll_ctl(queue, EPOLL_CTL_ADD, counter, &ticks) != 0)
        return -1;
    while (total < 100) {
        struct epoll_event events[8];
        int n = epoll_wait(queue, events, 8, 250);
        for (int i = 0; i < n; i++) {
            if (events[i].data.fd == counter) {
                if (rounds(counter) > 0)
                    total++;
                continue;
            }
            while (forward(events[i].data.fd) > 0)
                ;
        }
    }
    return 0;
}
