/* Contract: the scheduler. */
struct sched_param { int sched_priority; };
typedef struct { unsigned long bits[16]; } cpu_set_t;
enum { SCHED_OTHER = 0, SCHED_FIFO = 1, SCHED_RR = 2 };
int sched_yield(void);
[[stoa::error_if(result == -1)]] int sched_get_priority_max(int policy);
[[stoa::error_if(result == -1)]] int sched_get_priority_min(int policy);
[[stoa::error_if(result == -1)]] int sched_setscheduler(pid_t process, int policy, const struct sched_param *parameters);
[[stoa::error_if(result == -1)]] int sched_setaffinity(pid_t process, size_t size, const cpu_set_t *set);
[[stoa::error_if(result == -1)]] int sched_getaffinity(pid_t process, size_t size, cpu_set_t *set);
int sched_getcpu(void);
