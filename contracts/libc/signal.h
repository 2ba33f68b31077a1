/* Contract: signals (Linux, x86-64). */
typedef int sig_atomic_t;
typedef void (*sighandler_t)(int);
typedef struct { unsigned long bits[16]; } sigset_t;
union sigval { int sival_int; void *sival_ptr; };
typedef struct siginfo_t {
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
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
#define SA_NOCLDSTOP 1
#define SA_NOCLDWAIT 2
#define SA_SIGINFO 4
#define SA_ONSTACK 0x08000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_RESETHAND 0x80000000
#define NSIG 65
#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGIOT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGSTKFLT 16
#define SIGCHLD 17
#define SIGCLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGURG 23
#define SIGXCPU 24
#define SIGXFSZ 25
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGWINCH 28
#define SIGIO 29
#define SIGPOLL 29
#define SIGPWR 30
#define SIGSYS 31
#define SIGRTMIN 34
#define SIGRTMAX 64
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
