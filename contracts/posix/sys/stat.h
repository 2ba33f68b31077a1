/* Contract: state of files (Linux, x86-64). */
struct stat {
    dev_t st_dev;
    ino_t st_ino;
    nlink_t st_nlink;
    mode_t st_mode;
    uid_t st_uid;
    gid_t st_gid;
    int __pad0;
    dev_t st_rdev;
    off_t st_size;
    blksize_t st_blksize;
    blkcnt_t st_blocks;
    struct timespec st_atim, st_mtim, st_ctim;
    long __reserved[3];
};
#define st_atime st_atim.tv_sec
#define st_mtime st_mtim.tv_sec
#define st_ctime st_ctim.tv_sec
enum {
    S_IFMT = 0170000, S_IFSOCK = 0140000, S_IFLNK = 0120000, S_IFREG = 0100000, S_IFBLK = 0060000, S_IFDIR = 0040000,
    S_IFCHR = 0020000, S_IFIFO = 0010000, S_ISUID = 04000, S_ISGID = 02000, S_ISVTX = 01000, S_IRWXU = 0700,
    S_IRUSR = 0400, S_IWUSR = 0200, S_IXUSR = 0100, S_IRWXG = 0070, S_IRGRP = 0040, S_IWGRP = 0020, S_IXGRP = 0010,
    S_IRWXO = 0007, S_IROTH = 0004, S_IWOTH = 0002, S_IXOTH = 0001, S_IREAD = 0400, S_IWRITE = 0200, S_IEXEC = 0100,
    ACCESSPERMS = 0777, ALLPERMS = 07777, DEFFILEMODE = 0666, UTIME_NOW = 1073741823L, UTIME_OMIT = 1073741822L
};
[[stoa::constant]] int S_ISREG(mode_t mode);
[[stoa::constant]] int S_ISDIR(mode_t mode);
[[stoa::constant]] int S_ISCHR(mode_t mode);
[[stoa::constant]] int S_ISBLK(mode_t mode);
[[stoa::constant]] int S_ISFIFO(mode_t mode);
[[stoa::constant]] int S_ISLNK(mode_t mode);
[[stoa::constant]] int S_ISSOCK(mode_t mode);
[[stoa::string(path), stoa::sink(path, path), stoa::race_check(path), stoa::writes(status, 144), stoa::must_check("the structure is not filled"), stoa::error_if(result != 0), stoa::signal_safe]]
int stat(const char *path, struct stat *status);
[[stoa::string(path), stoa::sink(path, path), stoa::race_check(path), stoa::writes(status, 144), stoa::must_check("the structure is not filled"), stoa::error_if(result != 0), stoa::signal_safe]]
int lstat(const char *path, struct stat *status);
[[stoa::uses(fd, fd), stoa::writes(status, 144), stoa::must_check, stoa::error_if(result != 0), stoa::signal_safe]]
int fstat(int fd, struct stat *status);
[[stoa::string(path), stoa::sink(path, path), stoa::race_check(path), stoa::writes(status, 144), stoa::must_check("the structure is not filled"), stoa::error_if(result != 0), stoa::signal_safe]]
int fstatat(int folder, const char *path, struct stat *status, int flags);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]]
[[stoa::misuse((mode & 2) != 0, 732, "everyone may write to the file", "leave S_IWOTH out of the mode")]]
int chmod(const char *path, mode_t mode);
[[stoa::uses(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]]
[[stoa::misuse((mode & 2) != 0, 732, "everyone may write to the file", "leave S_IWOTH out of the mode")]]
int fchmod(int fd, mode_t mode);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]]
[[stoa::misuse((mode & 2) != 0, 732, "everyone may write to the file", "leave S_IWOTH out of the mode")]]
int fchmodat(int folder, const char *path, mode_t mode, int flags);
[[stoa::signal_safe]]
[[stoa::misuse((mask & 2) == 0, 732, "files made from now on may be writable by everyone", "mask at least S_IWGRP | S_IWOTH (022)")]]
mode_t umask(mode_t mask);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]]
[[stoa::misuse((mode & 512) == 0 && (mode & 2) != 0, 732, "everyone may write to the folder", "leave S_IWOTH out of the mode, or add S_ISVTX")]]
int mkdir(const char *path, mode_t mode);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]]
[[stoa::misuse((mode & 512) == 0 && (mode & 2) != 0, 732, "everyone may write to the folder", "leave S_IWOTH out of the mode, or add S_ISVTX")]]
int mkdirat(int folder, const char *path, mode_t mode);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]]
[[stoa::misuse((mode & 2) != 0, 732, "everyone may write to the pipe", "leave S_IWOTH out of the mode")]]
int mkfifo(const char *path, mode_t mode);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]]
[[stoa::misuse((mode & 2) != 0, 732, "everyone may write to the file", "leave S_IWOTH out of the mode")]]
int mknod(const char *path, mode_t mode, dev_t device);
[[stoa::string(path), stoa::nullable(times), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]]
int utimensat(int folder, const char *path, const struct timespec times[2], int flags);
[[stoa::uses(fd, fd), stoa::nullable(times), stoa::error_if(result != 0), stoa::signal_safe]] int futimens(int fd, const struct timespec times[2]);
