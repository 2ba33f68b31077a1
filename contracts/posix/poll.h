/* Contract: waiting for descriptors. */
struct pollfd { int fd; short events; short revents; };
typedef unsigned long nfds_t;
#define POLLIN 1
#define POLLPRI 2
#define POLLOUT 4
#define POLLERR 8
#define POLLHUP 16
#define POLLNVAL 32
#define POLLRDNORM 64
#define POLLRDHUP 8192
[[stoa::reads(fds, 8 * count), stoa::blocks, stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]] int poll(struct pollfd *fds, nfds_t count, int timeout);
[[stoa::reads(fds, 8 * count), stoa::nullable(timeout, mask), stoa::blocks, stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1)]] int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask);
