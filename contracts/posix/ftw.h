/* Contract: walks over folders. */
struct FTW { int base; int level; };
enum {
    FTW_F = 0, FTW_D = 1, FTW_PHYS = 1, FTW_MOUNT = 2, FTW_DEPTH = 8
};
[[stoa::string(path), stoa::callback(visit, now), stoa::error_if(result == -1)]] int ftw(const char *path, int (*visit)(const char *, const struct stat *, int), int fds);
[[stoa::string(path), stoa::callback(visit, now), stoa::error_if(result == -1)]] int nftw(const char *path, int (*visit)(const char *, const struct stat *, int, struct FTW *), int fds, int flags);
