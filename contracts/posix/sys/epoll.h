/* Contract: event queues of Linux. */
typedef union epoll_data { void *ptr; int fd; unsigned int u32; unsigned long u64; } epoll_data_t;
struct __attribute__((packed)) epoll_event { unsigned int events; epoll_data_t data; };
enum {
    EPOLLIN = 1, EPOLLPRI = 2, EPOLLOUT = 4, EPOLLERR = 8, EPOLLHUP = 16, EPOLLRDHUP = 0x2000,
    EPOLLONESHOT = 0x40000000, EPOLLET = 0x80000000, EPOLLEXCLUSIVE = 0x10000000, EPOLL_CTL_ADD = 1,
    EPOLL_CTL_DEL = 2, EPOLL_CTL_MOD = 3, EPOLL_CLOEXEC = 02000000
};
[[stoa::opens(result, fd), stoa::must_check, stoa::error_if(result == -1)]] int epoll_create(int size);
[[stoa::opens(result, fd), stoa::must_check, stoa::error_if(result == -1)]] int epoll_create1(int flags);
[[stoa::uses(queue, fd), stoa::uses(fd, fd), stoa::nullable(event), stoa::reads(event, 12), stoa::error_if(result != 0)]] int epoll_ctl(int queue, int operation, int fd, struct epoll_event *event);
[[stoa::uses(queue, fd), stoa::writes_up_to(events, 12 * count, 12 * result), stoa::ensures(result >= -1 && result <= count), stoa::must_check, stoa::blocks, stoa::error_if(result == -1)]] int epoll_wait(int queue, struct epoll_event *events, int count, int timeout);
[[stoa::uses(queue, fd), stoa::writes_up_to(events, 12 * count, 12 * result), stoa::ensures(result >= -1 && result <= count), stoa::must_check, stoa::blocks, stoa::nullable(mask), stoa::error_if(result == -1)]] int epoll_pwait(int queue, struct epoll_event *events, int count, int timeout, const sigset_t *mask);
