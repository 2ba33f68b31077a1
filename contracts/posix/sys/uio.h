/* Contract: scattered areas. */
struct iovec { void *iov_base; size_t iov_len; };
[[stoa::uses(fd, fd), stoa::reads(areas, 16 * count), stoa::taints(areas, input), stoa::must_check, stoa::error_if(result == -1), stoa::blocks]] ssize_t readv(int fd, const struct iovec *areas, int count);
[[stoa::uses(fd, fd), stoa::reads(areas, 16 * count), stoa::must_check, stoa::error_if(result == -1)]] ssize_t writev(int fd, const struct iovec *areas, int count);
[[stoa::uses(fd, fd), stoa::reads(areas, 16 * count), stoa::taints(areas, input), stoa::must_check, stoa::error_if(result == -1)]] ssize_t preadv(int fd, const struct iovec *areas, int count, off_t offset);
[[stoa::uses(fd, fd), stoa::reads(areas, 16 * count), stoa::must_check, stoa::error_if(result == -1)]] ssize_t pwritev(int fd, const struct iovec *areas, int count, off_t offset);
