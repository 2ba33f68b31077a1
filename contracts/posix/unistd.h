/* Contract: descriptors, processes, users. */
enum {
    STDIN_FILENO = 0, STDOUT_FILENO = 1, STDERR_FILENO = 2, F_OK = 0, X_OK = 1, W_OK = 2, R_OK = 4, F_ULOCK = 0,
    F_LOCK = 1, F_TLOCK = 2, F_TEST = 3, _SC_ARG_MAX = 0, _SC_CHILD_MAX = 1, _SC_CLK_TCK = 2, _SC_NGROUPS_MAX = 3,
    _SC_OPEN_MAX = 4, _SC_PAGESIZE = 30, _SC_PAGE_SIZE = 30, _SC_IOV_MAX = 60, _SC_GETPW_R_SIZE_MAX = 70,
    _SC_NPROCESSORS_CONF = 83, _SC_NPROCESSORS_ONLN = 84, _SC_PHYS_PAGES = 85, _SC_HOST_NAME_MAX = 180,
    _PC_NAME_MAX = 3, _PC_PATH_MAX = 4
};
[[stoa::nonnull]] extern char **environ;

[[stoa::uses(fd, fd), stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, input), stoa::must_check("the buffer may hold less than was asked for")]]
[[stoa::ensures(result >= -1 && result <= size), stoa::error_if(result == -1), stoa::consumes(fd), stoa::blocks, stoa::signal_safe]]
ssize_t read(int fd, void *buffer, size_t size);
[[stoa::uses(fd, fd), stoa::reads(buffer, size), stoa::exposes(buffer, file), stoa::ensures(result >= -1 && result <= size)]]
[[stoa::must_check("less may have been written than was given"), stoa::error_if(result == -1), stoa::signal_safe]]
ssize_t write(int fd, const void *buffer, size_t size);
[[stoa::uses(fd, fd), stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, input), stoa::must_check("the buffer may hold less than was asked for")]]
[[stoa::ensures(result >= -1 && result <= size), stoa::error_if(result == -1)]]
ssize_t pread(int fd, void *buffer, size_t size, off_t offset);
[[stoa::uses(fd, fd), stoa::reads(buffer, size), stoa::ensures(result >= -1 && result <= size), stoa::must_check, stoa::error_if(result == -1)]]
ssize_t pwrite(int fd, const void *buffer, size_t size, off_t offset);
[[stoa::closes(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]] int close(int fd);
[[stoa::uses(fd, fd), stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]] off_t lseek(int fd, off_t offset, int whence);
[[stoa::uses(fd, fd), stoa::ensures(result >= -1), stoa::error_if(result == -1)]] off64_t lseek64(int fd, off64_t offset, int whence);
[[stoa::uses(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]] int fsync(int fd);
[[stoa::uses(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]] int fdatasync(int fd);
void sync(void);
[[stoa::uses(fd, fd), stoa::must_check, stoa::error_if(result != 0), stoa::signal_safe]] int ftruncate(int fd, off_t length);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::must_check, stoa::error_if(result != 0)]] int truncate(const char *path, off_t length);
[[stoa::opens(result, fd), stoa::uses(fd, fd), stoa::must_check, stoa::error_if(result == -1), stoa::signal_safe]] int dup(int fd);
[[stoa::uses(fd, fd), stoa::error_if(result == -1), stoa::signal_safe]] int dup2(int fd, int to);
[[stoa::uses(fd, fd), stoa::error_if(result == -1)]] int dup3(int fd, int to, int flags);
[[stoa::writes(fds, 8), stoa::must_check, stoa::error_if(result != 0), stoa::signal_safe]] int pipe(int fds[2]);
[[stoa::writes(fds, 8), stoa::must_check, stoa::error_if(result != 0)]] int pipe2(int fds[2], int flags);
[[stoa::uses(fd, fd), stoa::signal_safe]] int isatty(int fd);
[[stoa::uses(fd, fd), stoa::returns_static, stoa::may_return_null("it is no terminal")]] char *ttyname(int fd);
[[stoa::uses(fd, fd), stoa::writes_string_up_to(buffer, size), stoa::error_if(result != 0)]] int ttyname_r(int fd, char *buffer, size_t size);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int lockf(int fd, int command, off_t length);

[[stoa::string(path), stoa::sink(path, path), stoa::race_check(path), stoa::error_if(result != 0), stoa::signal_safe]] int access(const char *path, int mode);
[[stoa::string(path), stoa::sink(path, path), stoa::race_check(path), stoa::error_if(result != 0)]] int faccessat(int folder, const char *path, int mode, int flags);
[[stoa::string(path), stoa::sink(path, path), stoa::race_check(path), stoa::error_if(result != 0)]] int euidaccess(const char *path, int mode);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]] int unlink(const char *path);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]] int unlinkat(int folder, const char *path, int flags);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]] int rmdir(const char *path);
[[stoa::string(from), stoa::string(to), stoa::sink(from, path), stoa::sink(to, path), stoa::race_use(from), stoa::error_if(result != 0), stoa::signal_safe]] int link(const char *from, const char *to);
[[stoa::string(from), stoa::string(to), stoa::sink(to, path), stoa::error_if(result != 0), stoa::signal_safe]] int symlink(const char *from, const char *to);
[[stoa::string(path), stoa::sink(path, path), stoa::writes_up_to(buffer, size, result), stoa::unterminated(buffer), stoa::taints(buffer, system)]]
[[stoa::must_check, stoa::ensures(result >= -1 && result <= size), stoa::error_if(result == -1), stoa::race_check(path), stoa::signal_safe]]
ssize_t readlink(const char *path, char *buffer, size_t size);
[[stoa::string(path), stoa::writes_up_to(buffer, size, result), stoa::unterminated(buffer), stoa::taints(buffer, system), stoa::must_check]]
[[stoa::ensures(result >= -1 && result <= size), stoa::error_if(result == -1), stoa::race_check(path)]]
ssize_t readlinkat(int folder, const char *path, char *buffer, size_t size);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]] int chown(const char *path, uid_t owner, gid_t group);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0), stoa::signal_safe]] int lchown(const char *path, uid_t owner, gid_t group);
[[stoa::uses(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]] int fchown(int fd, uid_t owner, gid_t group);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0)]] int fchownat(int folder, const char *path, uid_t owner, gid_t group, int flags);
[[stoa::string(path), stoa::sink(path, path), stoa::privilege(directory), stoa::must_check("the process goes on in the wrong folder"), stoa::error_if(result != 0), stoa::signal_safe]] int chdir(const char *path);
[[stoa::uses(fd, fd), stoa::privilege(directory), stoa::must_check("the process goes on in the wrong folder"), stoa::error_if(result != 0), stoa::signal_safe]] int fchdir(int fd);
[[stoa::string(path), stoa::sink(path, path), stoa::privilege(root), stoa::must_check("the process goes on outside the new root"), stoa::error_if(result != 0)]] int chroot(const char *path);
[[stoa::writes_string_up_to(buffer, size), stoa::nullable(buffer), stoa::allocates(result, malloc), stoa::returns_arg(buffer), stoa::must_check, stoa::error_if(result == NULL)]] char *getcwd(char *buffer, size_t size);
[[stoa::writes_string(buffer, unbounded), stoa::error_if(result == NULL), stoa::dangerous(676, "it does not know the size of the buffer", "getcwd")]] char *getwd(char *buffer);
[[stoa::allocates(result, malloc), stoa::error_if(result == NULL)]] char *get_current_dir_name(void);

[[stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]] pid_t fork(void);
[[stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::obsolete("posix_spawn or fork")]] pid_t vfork(void);
[[stoa::string(path), stoa::sink(path, program), stoa::sink(argv, argument), stoa::error_if(result == -1), stoa::signal_safe]] int execv(const char *path, char *const argv[]);
[[stoa::string(path), stoa::sink(path, program), stoa::sink(argv, argument), stoa::error_if(result == -1), stoa::signal_safe]] int execve(const char *path, char *const argv[], char *const envp[]);
[[stoa::string(file), stoa::sink(file, program), stoa::sink(argv, argument), stoa::error_if(result == -1)]]
[[stoa::weak(426, "the program is searched in PATH, which the caller of the process sets", "execv with an absolute path")]]
int execvp(const char *file, char *const argv[]);
[[stoa::string(file), stoa::sink(file, program), stoa::sink(argv, argument), stoa::error_if(result == -1)]]
[[stoa::weak(426, "the program is searched in PATH, which the caller of the process sets", "execve with an absolute path")]]
int execvpe(const char *file, char *const argv[], char *const envp[]);
[[stoa::uses(fd, fd), stoa::sink(argv, argument), stoa::error_if(result == -1), stoa::signal_safe]] int fexecve(int fd, char *const argv[], char *const envp[]);
[[stoa::string(path), stoa::sink(path, program), stoa::sink(varargs, argument), stoa::sentinel, stoa::error_if(result == -1), stoa::signal_safe]] int execl(const char *path, const char *arg, ...);
[[stoa::string(path), stoa::sink(path, program), stoa::sink(varargs, argument), stoa::error_if(result == -1), stoa::signal_safe]] int execle(const char *path, const char *arg, ...);
[[stoa::string(file), stoa::sink(file, program), stoa::sink(varargs, argument), stoa::sentinel, stoa::error_if(result == -1)]]
[[stoa::weak(426, "the program is searched in PATH, which the caller of the process sets", "execl with an absolute path")]]
int execlp(const char *file, const char *arg, ...);
[[stoa::noreturn, stoa::signal_safe]] void _exit(int status);
[[stoa::error_if(result != 0)]] int daemon(int keep_folder, int keep_streams);
[[stoa::signal_safe]] pid_t getpid(void);
[[stoa::signal_safe]] pid_t getppid(void);
[[stoa::signal_safe]] pid_t getpgrp(void);
[[stoa::error_if(result == -1)]] pid_t getpgid(pid_t process);
[[stoa::error_if(result == -1), stoa::signal_safe]] int setpgid(pid_t process, pid_t group);
[[stoa::error_if(result == -1), stoa::signal_safe]] pid_t setsid(void);
[[stoa::error_if(result == -1)]] pid_t getsid(pid_t process);
pid_t gettid(void);
[[stoa::signal_safe]] uid_t getuid(void);
[[stoa::signal_safe]] uid_t geteuid(void);
[[stoa::signal_safe]] gid_t getgid(void);
[[stoa::signal_safe]] gid_t getegid(void);
[[stoa::privilege(drop), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0), stoa::signal_safe]] int setuid(uid_t user);
[[stoa::privilege(drop), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0)]] int seteuid(uid_t user);
[[stoa::privilege(drop), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0)]] int setreuid(uid_t real, uid_t effective);
[[stoa::privilege(drop), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0)]] int setresuid(uid_t real, uid_t effective, uid_t saved);
[[stoa::privilege(groups), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0), stoa::signal_safe]] int setgid(gid_t group);
[[stoa::privilege(groups), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0)]] int setegid(gid_t group);
[[stoa::privilege(groups), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0)]] int setregid(gid_t real, gid_t effective);
[[stoa::privilege(groups), stoa::must_check("the process keeps its privileges"), stoa::error_if(result != 0)]] int setresgid(gid_t real, gid_t effective, gid_t saved);
[[stoa::writes(real, 4), stoa::writes(effective, 4), stoa::writes(saved, 4), stoa::error_if(result != 0)]] int getresuid(uid_t *real, uid_t *effective, uid_t *saved);
[[stoa::writes(real, 4), stoa::writes(effective, 4), stoa::writes(saved, 4), stoa::error_if(result != 0)]] int getresgid(gid_t *real, gid_t *effective, gid_t *saved);
[[stoa::writes_up_to(list, 4 * size, 4 * result), stoa::nullable(list), stoa::error_if(result == -1)]] int getgroups(int size, gid_t list[]);
[[stoa::writes_string_up_to(name, size), stoa::error_if(result != 0)]] int gethostname(char *name, size_t size);
[[stoa::reads(name, size), stoa::sink(name, setting), stoa::error_if(result != 0)]] int sethostname(const char *name, size_t size);
[[stoa::writes_string_up_to(name, size), stoa::error_if(result != 0)]] int getdomainname(char *name, size_t size);
[[stoa::returns_static, stoa::may_return_null("there is no controlling terminal"), stoa::taints(result, system), stoa::weak(807, "whoever started the process can choose the answer", "getpwuid(geteuid())"), stoa::not_reentrant("getlogin_r")]] char *getlogin(void);
[[stoa::writes_string_up_to(name, size), stoa::taints(name, system), stoa::error_if(result != 0)]] int getlogin_r(char *name, size_t size);
[[stoa::string(prompt), stoa::secret(result), stoa::returns_static, stoa::error_if(result == NULL), stoa::taints(result, console), stoa::obsolete("reading with ECHO switched off")]] char *getpass(const char *prompt);
[[stoa::blocks, stoa::signal_safe]] unsigned int sleep(unsigned int seconds);
[[stoa::blocks, stoa::error_if(result != 0)]] int usleep(useconds_t time);
[[stoa::blocks, stoa::signal_safe]] int pause(void);
[[stoa::signal_safe]] unsigned int alarm(unsigned int seconds);
unsigned int ualarm(useconds_t time, useconds_t interval);
[[stoa::error_if(result == -1), stoa::signal_safe]] long sysconf(int name);
[[stoa::string(path), stoa::error_if(result == -1)]] long pathconf(const char *path, int name);
[[stoa::error_if(result == -1)]] long fpathconf(int fd, int name);
int getpagesize(void);
int getdtablesize(void);
[[stoa::error_if(result == -1)]] int nice(int increment);
[[stoa::error_if(result == -1)]] void *sbrk(long increment);
[[stoa::error_if(result != 0)]] int brk(void *end);
[[stoa::error_if(result == -1)]] long syscall(long number, ...);
extern char *optarg;
extern int optind, opterr, optopt;
[[stoa::nonnull(argv), stoa::string(options), stoa::taints(result, arguments), stoa::not_reentrant]] int getopt(int argc, char *const argv[], const char *options);
[[stoa::credential(key, password), stoa::string(key), stoa::string(salt), stoa::credential(salt, salt), stoa::may_return_null("the salt names no known method"), stoa::returns_static, stoa::not_reentrant("crypt_r")]]
char *crypt(const char *key, const char *salt);
[[stoa::dangerous(327, "DES is broken", "a cipher of a cryptographic library")]] void encrypt(char block[64], int direction);
[[stoa::dangerous(327, "DES is broken", "a cipher of a cryptographic library"), stoa::credential(key, key)]] void setkey(const char *key);
[[stoa::reads(from, n), stoa::writes(to, n)]] void swab(const void *from, void *to, ssize_t n);
[[stoa::random(buffer, strong), stoa::writes(buffer, size), stoa::requires(size <= 256), stoa::must_check("the bytes are not random"), stoa::error_if(result != 0)]] int getentropy(void *buffer, size_t size);
[[stoa::error_if(result == -1)]] ssize_t copy_file_range(int from, loff_t *from_offset, int to, loff_t *to_offset, size_t size, unsigned int flags);
