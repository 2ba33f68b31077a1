/* Contract: signals (Linux, x86-64). */
typedef int sig_atomic_t;
typedef void (*sighandler_t)(int);
typedef struct { unsigned long bits[16]; } sigset_t;
union sigval { int sival_int; void *sival_ptr; };
typedef struct {
    int si_signo, si_errno, si_code;
    int si_pid;
    unsigned int si_uid;
    int si_status;
    void *si_addr;
    union sigval si_value;
    long si_band;
    char padding[80];
} siginfo_t;
struct sigaction {
    union { void (*sa_handler)(int); void (*sa_sigaction)(int, siginfo_t *, void *); };
    sigset_t sa_mask;
    int sa_flags;
    void (*sa_restorer)(void);
};
struct sigevent { union sigval sigev_value; int sigev_signo; int sigev_notify; void (*sigev_notify_function)(union sigval); void *sigev_notify_attributes; char padding[32]; };
typedef struct { void *ss_sp; int ss_flags; size_t ss_size; } stack_t;
#define SIG_DFL ((sighandler_t)0)
#define SIG_IGN ((sighandler_t)1)
#define SIG_ERR ((sighandler_t)-1)
enum {
    SIG_BLOCK = 0, SIG_UNBLOCK = 1, SIG_SETMASK = 2, SA_NOCLDSTOP = 1, SA_NOCLDWAIT = 2, SA_SIGINFO = 4,
    SA_ONSTACK = 0x08000000, SA_RESTART = 0x10000000, SA_NODEFER = 0x40000000, SA_RESETHAND = 0x80000000, NSIG = 65,
    SIGHUP = 1, SIGINT = 2, SIGQUIT = 3, SIGILL = 4, SIGTRAP = 5, SIGABRT = 6, SIGIOT = 6, SIGBUS = 7, SIGFPE = 8,
    SIGKILL = 9, SIGUSR1 = 10, SIGSEGV = 11, SIGUSR2 = 12, SIGPIPE = 13, SIGALRM = 14, SIGTERM = 15, SIGSTKFLT = 16,
    SIGCHLD = 17, SIGCLD = 17, SIGCONT = 18, SIGSTOP = 19, SIGTSTP = 20, SIGTTIN = 21, SIGTTOU = 22, SIGURG = 23,
    SIGXCPU = 24, SIGXFSZ = 25, SIGVTALRM = 26, SIGPROF = 27, SIGWINCH = 28, SIGIO = 29, SIGPOLL = 29, SIGPWR = 30,
    SIGSYS = 31, SIGRTMIN = 34, SIGRTMAX = 64
};
[[stoa::callback(handler, signal), stoa::error_if(result == -1), stoa::signal_safe]] sighandler_t signal(int number, sighandler_t handler);
[[stoa::error_if(result != 0), stoa::signal_safe]] int raise(int number);
[[stoa::error_if(result != 0), stoa::signal_safe]] int kill(int process, int number);
[[stoa::error_if(result != 0), stoa::signal_safe]] int killpg(int group, int number);
[[stoa::nullable(action, old), stoa::reads(action, 152), stoa::writes(old, 152), stoa::error_if(result != 0), stoa::signal_safe]]
int sigaction(int number, const struct sigaction *action, struct sigaction *old);
[[stoa::writes(set, 128), stoa::signal_safe]] int sigemptyset(sigset_t *set);
[[stoa::writes(set, 128), stoa::signal_safe]] int sigfillset(sigset_t *set);
[[stoa::reads(set, 128), stoa::error_if(result != 0), stoa::signal_safe]] int sigaddset(sigset_t *set, int number);
[[stoa::reads(set, 128), stoa::error_if(result != 0), stoa::signal_safe]] int sigdelset(sigset_t *set, int number);
[[stoa::reads(set, 128), stoa::error_if(result < 0), stoa::signal_safe]] int sigismember(const sigset_t *set, int number);
[[stoa::nullable(set, old), stoa::reads(set, 128), stoa::writes(old, 128), stoa::error_if(result != 0), stoa::signal_safe]] int sigprocmask(int how, const sigset_t *set, sigset_t *old);
[[stoa::nullable(set, old), stoa::reads(set, 128), stoa::writes(old, 128), stoa::error_if(result != 0), stoa::signal_safe]] int pthread_sigmask(int how, const sigset_t *set, sigset_t *old);
[[stoa::writes(set, 128), stoa::error_if(result != 0), stoa::signal_safe]] int sigpending(sigset_t *set);
[[stoa::reads(set, 128), stoa::blocks, stoa::signal_safe]] int sigsuspend(const sigset_t *set);
[[stoa::reads(set, 128), stoa::writes(number, 4), stoa::blocks, stoa::error_if(result != 0)]] int sigwait(const sigset_t *set, int *number);
[[stoa::reads(set, 128), stoa::nullable(info), stoa::blocks, stoa::error_if(result < 0)]] int sigwaitinfo(const sigset_t *set, siginfo_t *info);
[[stoa::reads(set, 128), stoa::nullable(info), stoa::blocks, stoa::error_if(result < 0)]] int sigtimedwait(const sigset_t *set, siginfo_t *info, const struct timespec *timeout);
[[stoa::nullable(stack, old), stoa::error_if(result != 0), stoa::escapes(stack)]] int sigaltstack(const stack_t *stack, stack_t *old);
[[stoa::error_if(result != 0)]] int siginterrupt(int number, int flag);
[[stoa::string(text), stoa::nullable(text)]] void psignal(int number, const char *text);
