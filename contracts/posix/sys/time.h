/* Contract: time in microseconds. */
struct timeval { time_t tv_sec; suseconds_t tv_usec; };
struct timezone { int tz_minuteswest; int tz_dsttime; };
struct itimerval { struct timeval it_interval; struct timeval it_value; };
enum { ITIMER_REAL = 0, ITIMER_VIRTUAL = 1, ITIMER_PROF = 2 };
[[stoa::writes(time, 16), stoa::nullable(time), stoa::nullable(zone)]] int gettimeofday(struct timeval *time, void *zone);
[[stoa::nullable(time, zone), stoa::error_if(result != 0)]] int settimeofday(const struct timeval *time, const struct timezone *zone);
[[stoa::nullable(old), stoa::error_if(result != 0)]] int setitimer(int which, const struct itimerval *value, struct itimerval *old);
[[stoa::writes(value, 32), stoa::error_if(result != 0)]] int getitimer(int which, struct itimerval *value);
[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::nullable(times), stoa::error_if(result != 0)]] int utimes(const char *path, const struct timeval times[2]);
[[stoa::uses(fd, fd), stoa::nullable(times), stoa::error_if(result != 0)]] int futimes(int fd, const struct timeval times[2]);
void timeradd(const struct timeval *a, const struct timeval *b, struct timeval *sum);
void timersub(const struct timeval *a, const struct timeval *b, struct timeval *difference);
void timerclear(struct timeval *time);
int timerisset(const struct timeval *time);
