/* Contract: limits and usage of resources. */
typedef unsigned long rlim_t;
struct rlimit { rlim_t rlim_cur; rlim_t rlim_max; };
struct rusage { struct timeval ru_utime, ru_stime; long ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, ru_majflt, ru_nswap, ru_inblock, ru_oublock, ru_msgsnd, ru_msgrcv, ru_nsignals, ru_nvcsw, ru_nivcsw; };
enum {
    RLIM_INFINITY = 18446744073709551615UL, RLIMIT_CPU = 0, RLIMIT_FSIZE = 1, RLIMIT_DATA = 2, RLIMIT_STACK = 3,
    RLIMIT_CORE = 4, RLIMIT_RSS = 5, RLIMIT_NPROC = 6, RLIMIT_NOFILE = 7, RLIMIT_MEMLOCK = 8, RLIMIT_AS = 9,
    RUSAGE_SELF = 0, RUSAGE_CHILDREN = -1, PRIO_PROCESS = 0
};
[[stoa::writes(limit, 16), stoa::error_if(result != 0)]] int getrlimit(int resource, struct rlimit *limit);
[[stoa::reads(limit, 16), stoa::error_if(result != 0)]] int setrlimit(int resource, const struct rlimit *limit);
[[stoa::writes(usage, 144), stoa::error_if(result != 0)]] int getrusage(int who, struct rusage *usage);
int getpriority(int which, id_t who);
[[stoa::error_if(result != 0)]] int setpriority(int which, id_t who, int priority);
