/* Contract: mapped memory. */
enum {
    PROT_NONE = 0, PROT_READ = 1, PROT_WRITE = 2, PROT_EXEC = 4, MAP_SHARED = 1, MAP_PRIVATE = 2, MAP_FIXED = 16,
    MAP_ANONYMOUS = 32, MAP_ANON = 32, MAP_LOCKED = 0x2000, MAP_NORESERVE = 0x4000, MAP_POPULATE = 0x8000,
    MAP_HUGETLB = 0x40000
};
#define MAP_FAILED ((void *)-1)
enum {
    MS_ASYNC = 1, MS_INVALIDATE = 2, MS_SYNC = 4, MADV_NORMAL = 0, MADV_RANDOM = 1, MADV_SEQUENTIAL = 2,
    MADV_WILLNEED = 3, MADV_DONTNEED = 4, MADV_DONTDUMP = 16, MCL_CURRENT = 1, MCL_FUTURE = 2
};
[[stoa::allocates(result, mapping, size), stoa::zeroed, stoa::must_check, stoa::error_if(result == -1)]]
[[stoa::misuse((protection & 6) == 6, 1419, "memory that is writable and executable lets an overwritten buffer run as code", "map it writable first and make it executable, and read-only, with mprotect")]]
void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t offset);
[[stoa::takes(address, mapping), stoa::nonnull(address), stoa::error_if(result != 0)]] int munmap(void *address, size_t size);
[[stoa::must_check, stoa::error_if(result != 0)]]
[[stoa::misuse((protection & 6) == 6, 1419, "memory that is writable and executable lets an overwritten buffer run as code", "leave PROT_WRITE out when PROT_EXEC is set")]]
int mprotect(void *address, size_t size, int protection);
[[stoa::error_if(result != 0)]] int msync(void *address, size_t size, int flags);
[[stoa::error_if(result != 0), stoa::must_check("secrets may be written to the swap area")]] int mlock(const void *address, size_t size);
[[stoa::error_if(result != 0)]] int munlock(const void *address, size_t size);
[[stoa::error_if(result != 0)]] int mlockall(int flags);
[[stoa::error_if(result != 0)]] int munlockall(void);
[[stoa::error_if(result != 0)]] int madvise(void *address, size_t size, int advice);
[[stoa::error_if(result != 0)]] int posix_madvise(void *address, size_t size, int advice);
[[stoa::reallocates(address, mapping, size), stoa::must_check, stoa::error_if(result == -1)]] void *mremap(void *address, size_t old_size, size_t size, int flags, ...);
[[stoa::opens(result, fd), stoa::string(name), stoa::must_check, stoa::error_if(result == -1)]]
[[stoa::misuse((mode & 2) != 0, 732, "everyone may write to the shared memory", "leave S_IWOTH out of the mode")]]
int shm_open(const char *name, int flags, mode_t mode);
[[stoa::string(name), stoa::error_if(result != 0)]] int shm_unlink(const char *name);
[[stoa::opens(result, fd), stoa::string(name), stoa::error_if(result == -1)]] int memfd_create(const char *name, unsigned int flags);
