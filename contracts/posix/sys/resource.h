/* Contract: limits and usage of resources. */
typedef unsigned long rlim_t;
struct rlimit { rlim_t rlim_cur; rlim_t rlim_max; };
struct rusage { struct timeval ru_utime, ru_stime; long ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, ru_majflt, ru_nswap, ru_inblock, ru_oublock, ru_msgsnd, ru_msgrcv, ru_nsignals, ru_nvcsw, ru_nivcsw; };
#define RLIM_INFINITY 18446744073709551615UL
#define RLIMIT_CPU 0
#define RLIMIT_FSIZE 1
#define RLIMIT_DATA 2
#define RLIMIT_STACK 3
#define RLIMIT_CORE 4
#define RLIMIT_RSS 5
#define RLIMIT_NPROC 6
#define RLIMIT_NOFILE 7
#define RLIMIT_MEMLOCK 8
#define RLIMIT_AS 9
#define RUSAGE_SELF 0
#define RUSAGE_CHILDREN (-1)
#define PRIO_PROCESS 0
[[stoa::writes(limit, 16), stoa::error_if(result != 0)]] int getrlimit(int resource, struct rlimit *limit);
[[stoa::reads(limit, 16), stoa::error_if(result != 0)]] int setrlimit(int resource, const struct rlimit *limit);
[[stoa::writes(usage, 144), stoa::error_if(result != 0)]] int getrusage(int who, struct rusage *usage);
int getpriority(int which, id_t who);
[[stoa::error_if(result != 0)]] int setpriority(int which, id_t who, int priority);
