/* Contract: event queues of Linux. */
typedef union epoll_data { void *ptr; int fd; unsigned int u32; unsigned long u64; } epoll_data_t;
struct __attribute__((packed)) epoll_event { unsigned int events; epoll_data_t data; };
#define EPOLLIN 1
#define EPOLLPRI 2
#define EPOLLOUT 4
#define EPOLLERR 8
#define EPOLLHUP 16
#define EPOLLRDHUP 0x2000
#define EPOLLONESHOT 0x40000000
#define EPOLLET 0x80000000
#define EPOLLEXCLUSIVE 0x10000000
#define EPOLL_CTL_ADD 1
#define EPOLL_CTL_DEL 2
#define EPOLL_CTL_MOD 3
#define EPOLL_CLOEXEC 02000000
[[stoa::opens(result, fd), stoa::must_check, stoa::error_if(result == -1)]] int epoll_create(int size);
[[stoa::opens(result, fd), stoa::must_check, stoa::error_if(result == -1)]] int epoll_create1(int flags);
[[stoa::uses(queue, fd), stoa::uses(fd, fd), stoa::nullable(event), stoa::reads(event, 12), stoa::error_if(result != 0)]] int epoll_ctl(int queue, int operation, int fd, struct epoll_event *event);
[[stoa::uses(queue, fd), stoa::writes_up_to(events, 12 * count, 12 * result), stoa::ensures(result >= -1 && result <= count), stoa::must_check, stoa::blocks, stoa::error_if(result == -1)]] int epoll_wait(int queue, struct epoll_event *events, int count, int timeout);
[[stoa::uses(queue, fd), stoa::writes_up_to(events, 12 * count, 12 * result), stoa::ensures(result >= -1 && result <= count), stoa::must_check, stoa::blocks, stoa::nullable(mask), stoa::error_if(result == -1)]] int epoll_pwait(int queue, struct epoll_event *events, int count, int timeout, const sigset_t *mask);
