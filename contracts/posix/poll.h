/* Contract: waiting for descriptors. */
struct pollfd { int fd; short events; short revents; };
typedef unsigned long nfds_t;
enum {
    POLLIN = 1, POLLPRI = 2, POLLOUT = 4, POLLERR = 8, POLLHUP = 16, POLLNVAL = 32, POLLRDNORM = 64, POLLRDHUP = 8192
};
[[stoa::reads(fds, 8 * count), stoa::writes(fds, 8 * count), stoa::blocks, stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]] int poll(struct pollfd *fds, nfds_t count, int timeout);
[[stoa::reads(fds, 8 * count), stoa::writes(fds, 8 * count), stoa::nullable(timeout, mask), stoa::blocks, stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1)]] int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask);
