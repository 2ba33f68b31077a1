/* Contract: waiting for descriptors below FD_SETSIZE. */
enum { FD_SETSIZE = 1024 };
typedef struct { long fds_bits[16]; } fd_set;
[[stoa::nullable(readable, writable, exceptional, timeout), stoa::requires(count <= 1024), stoa::blocks, stoa::must_check, stoa::error_if(result == -1), stoa::signal_safe]]
int select(int count, fd_set *readable, fd_set *writable, fd_set *exceptional, struct timeval *timeout);
[[stoa::nullable(readable, writable, exceptional, timeout, mask), stoa::requires(count <= 1024), stoa::blocks, stoa::must_check, stoa::error_if(result == -1), stoa::signal_safe]]
int pselect(int count, fd_set *readable, fd_set *writable, fd_set *exceptional, const struct timespec *timeout, const sigset_t *mask);
[[stoa::requires(fd >= 0 && fd < 1024), stoa::nonnull(set), stoa::signal_safe]] void FD_SET(int fd, fd_set *set);
[[stoa::requires(fd >= 0 && fd < 1024), stoa::nonnull(set), stoa::signal_safe]] void FD_CLR(int fd, fd_set *set);
[[stoa::requires(fd >= 0 && fd < 1024), stoa::nonnull(set), stoa::signal_safe]] int FD_ISSET(int fd, const fd_set *set);
[[stoa::writes(set, 128), stoa::signal_safe]] void FD_ZERO(fd_set *set);
