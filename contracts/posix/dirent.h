/* Contract: folders. */
typedef struct __dirstream DIR;
struct dirent { ino_t d_ino; off_t d_off; unsigned short d_reclen; unsigned char d_type; char d_name[256]; };
enum {
    DT_UNKNOWN = 0, DT_FIFO = 1, DT_CHR = 2, DT_DIR = 4, DT_BLK = 6, DT_REG = 8, DT_LNK = 10, DT_SOCK = 12
};
[[stoa::opens(result, DIR), stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result == NULL)]] DIR *opendir(const char *path);
[[stoa::opens(result, DIR), stoa::takes(fd, fd), stoa::error_if(result == NULL)]] DIR *fdopendir(int fd);
[[stoa::uses(folder, DIR), stoa::nonnull(folder), stoa::returns_within(folder), stoa::may_return_null("there are no more entries"), stoa::taints(result, system), stoa::sanitizes(result, path)]] struct dirent *readdir(DIR *folder);
[[stoa::uses(folder, DIR), stoa::nonnull(folder), stoa::error_if(result != 0), stoa::obsolete("readdir")]] int readdir_r(DIR *folder, struct dirent *entry, struct dirent **next);
[[stoa::uses(folder, DIR), stoa::nonnull(folder)]] void rewinddir(DIR *folder);
[[stoa::uses(folder, DIR), stoa::nonnull(folder)]] long telldir(DIR *folder);
[[stoa::uses(folder, DIR), stoa::nonnull(folder)]] void seekdir(DIR *folder, long position);
[[stoa::closes(folder, DIR), stoa::nonnull(folder), stoa::error_if(result != 0)]] int closedir(DIR *folder);
[[stoa::uses(folder, DIR), stoa::nonnull(folder), stoa::error_if(result == -1)]] int dirfd(DIR *folder);
[[stoa::string(path), stoa::allocates(*list, malloc), stoa::callback(filter, now), stoa::callback(compare, now), stoa::error_if(result < 0)]]
int scandir(const char *path, struct dirent ***list, int (*filter)(const struct dirent *), int (*compare)(const struct dirent **, const struct dirent **));
int alphasort(const struct dirent **a, const struct dirent **b);
