/* Contract: opening files (Linux, x86-64). */
struct flock { short l_type; short l_whence; off_t l_start; off_t l_len; pid_t l_pid; };
enum {
    O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_ACCMODE = 3, O_CREAT = 0100, O_EXCL = 0200, O_NOCTTY = 0400,
    O_TRUNC = 01000, O_APPEND = 02000, O_NONBLOCK = 04000, O_NDELAY = O_NONBLOCK, O_DSYNC = 010000, O_ASYNC = 020000,
    O_DIRECT = 040000, O_LARGEFILE = 0, O_DIRECTORY = 0200000, O_NOFOLLOW = 0400000, O_NOATIME = 01000000,
    O_CLOEXEC = 02000000, O_SYNC = 04010000, O_PATH = 010000000, O_TMPFILE = 020200000, F_DUPFD = 0, F_GETFD = 1,
    F_SETFD = 2, F_GETFL = 3, F_SETFL = 4, F_GETLK = 5, F_SETLK = 6, F_SETLKW = 7, F_SETOWN = 8, F_GETOWN = 9,
    F_DUPFD_CLOEXEC = 1030, FD_CLOEXEC = 1, F_RDLCK = 0, F_WRLCK = 1, F_UNLCK = 2, AT_FDCWD = -100,
    AT_SYMLINK_NOFOLLOW = 0x100, AT_REMOVEDIR = 0x200, AT_SYMLINK_FOLLOW = 0x400, AT_EACCESS = 0x200,
    AT_EMPTY_PATH = 0x1000, POSIX_FADV_NORMAL = 0, POSIX_FADV_SEQUENTIAL = 2
};
[[stoa::opens(result, fd), stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]]
[[stoa::misuse((flags & 64) != 0 && (arg3 & 2) != 0, 732, "everyone may write to the new file", "leave S_IWOTH out of the mode, for example 0600")]]
int open(const char *path, int flags, ...);
[[stoa::opens(result, fd), stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]]
[[stoa::misuse((flags & 64) != 0 && (arg3 & 2) != 0, 732, "everyone may write to the new file", "leave S_IWOTH out of the mode, for example 0600")]]
int open64(const char *path, int flags, ...);
[[stoa::opens(result, fd), stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]]
[[stoa::misuse((flags & 64) != 0 && (arg4 & 2) != 0, 732, "everyone may write to the new file", "leave S_IWOTH out of the mode, for example 0600")]]
int openat(int folder, const char *path, int flags, ...);
[[stoa::opens(result, fd), stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]]
[[stoa::misuse((mode & 2) != 0, 732, "everyone may write to the new file", "leave S_IWOTH out of the mode, for example 0600")]]
int creat(const char *path, mode_t mode);
[[stoa::uses(fd, fd), stoa::error_if(result == -1), stoa::signal_safe]] int fcntl(int fd, int command, ...);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int posix_fadvise(int fd, off_t offset, off_t length, int advice);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int posix_fallocate(int fd, off_t offset, off_t length);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int fallocate(int fd, int mode, off_t offset, off_t length);
[[stoa::error_if(result == -1)]] ssize_t splice(int from, loff_t *from_offset, int to, loff_t *to_offset, size_t size, unsigned int flags);
