/* Contract: event and timer descriptors, file system events, control of the process (Linux). */
enum {
    EFD_SEMAPHORE = 1, EFD_NONBLOCK = 04000, EFD_CLOEXEC = 02000000, TFD_NONBLOCK = 04000, TFD_CLOEXEC = 02000000,
    PR_SET_PDEATHSIG = 1, PR_SET_DUMPABLE = 4, PR_SET_NAME = 15, PR_SET_NO_NEW_PRIVS = 38, GRND_NONBLOCK = 1,
    GRND_RANDOM = 2
};
[[stoa::opens(result, fd), stoa::error_if(result == -1)]] int eventfd(unsigned int initial, int flags);
[[stoa::opens(result, fd), stoa::error_if(result == -1)]] int timerfd_create(clockid_t clock, int flags);
[[stoa::uses(fd, fd), stoa::nullable(old), stoa::error_if(result != 0)]] int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old);
[[stoa::opens(result, fd), stoa::error_if(result == -1)]] int signalfd(int fd, const sigset_t *mask, int flags);
[[stoa::opens(result, fd), stoa::error_if(result == -1)]] int inotify_init(void);
[[stoa::opens(result, fd), stoa::error_if(result == -1)]] int inotify_init1(int flags);
[[stoa::uses(fd, fd), stoa::string(path), stoa::error_if(result == -1)]] int inotify_add_watch(int fd, const char *path, unsigned int mask);
[[stoa::random(buffer, strong), stoa::writes_up_to(buffer, size, result), stoa::ensures(result >= -1 && result <= size), stoa::must_check("the bytes are not random"), stoa::error_if(result < size)]]
ssize_t getrandom(void *buffer, size_t size, unsigned int flags);
[[stoa::uses(to, fd), stoa::uses(from, fd), stoa::nullable(offset), stoa::error_if(result == -1)]] ssize_t sendfile(int to, int from, off_t *offset, size_t count);
