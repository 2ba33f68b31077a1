/* Contract: state of file systems. */
struct statvfs { unsigned long f_bsize, f_frsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree, f_favail, f_fsid, f_flag, f_namemax; int f_spare[6]; };
[[stoa::string(path), stoa::writes(status, 112), stoa::error_if(result != 0)]] int statvfs(const char *path, struct statvfs *status);
[[stoa::uses(fd, fd), stoa::writes(status, 112), stoa::error_if(result != 0)]] int fstatvfs(int fd, struct statvfs *status);
