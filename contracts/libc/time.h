/* Contract: time. */
typedef long time_t;
typedef long clock_t;
typedef int clockid_t;
typedef void *timer_t;
struct tm {
    int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
    long tm_gmtoff;
    const char *tm_zone;
};
struct timespec { time_t tv_sec; long tv_nsec; };
struct itimerspec { struct timespec it_interval; struct timespec it_value; };
enum {
    CLOCKS_PER_SEC = 1000000, TIME_UTC = 1, CLOCK_REALTIME = 0, CLOCK_MONOTONIC = 1, CLOCK_PROCESS_CPUTIME_ID = 2,
    CLOCK_THREAD_CPUTIME_ID = 3, CLOCK_MONOTONIC_RAW = 4, CLOCK_REALTIME_COARSE = 5, CLOCK_MONOTONIC_COARSE = 6,
    CLOCK_BOOTTIME = 7, TIMER_ABSTIME = 1
};
extern char *tzname[2];
extern long timezone;
extern int daylight;
[[stoa::nullable(now), stoa::writes(now, 8), stoa::signal_safe]] time_t time(time_t *now);
[[stoa::error_if(result == -1)]] clock_t clock(void);
[[stoa::constant]] double difftime(time_t end, time_t start);
[[stoa::reads(parts, 56), stoa::error_if(result == -1)]] time_t mktime(struct tm *parts);
[[stoa::reads(parts, 56)]] time_t timegm(struct tm *parts);
[[stoa::reads(time, 8), stoa::returns_static, stoa::error_if(result == NULL), stoa::not_reentrant("localtime_r")]] struct tm *localtime(const time_t *time);
[[stoa::reads(time, 8), stoa::returns_static, stoa::error_if(result == NULL), stoa::not_reentrant("gmtime_r")]] struct tm *gmtime(const time_t *time);
[[stoa::reads(time, 8), stoa::writes(parts, 56), stoa::returns_arg(parts), stoa::error_if(result == NULL)]] struct tm *localtime_r(const time_t *time, struct tm *parts);
[[stoa::reads(time, 8), stoa::writes(parts, 56), stoa::returns_arg(parts), stoa::error_if(result == NULL)]] struct tm *gmtime_r(const time_t *time, struct tm *parts);
[[stoa::reads(parts, 56), stoa::returns_static, stoa::may_return_null("the time is out of range"), stoa::not_reentrant("strftime"), stoa::obsolete("strftime")]] char *asctime(const struct tm *parts);
[[stoa::reads(time, 8), stoa::returns_static, stoa::returns_nonnull, stoa::not_reentrant("strftime"), stoa::obsolete("strftime")]] char *ctime(const time_t *time);
[[stoa::reads(parts, 56), stoa::writes_string_up_to(buffer, 26), stoa::returns_arg(buffer)]] char *asctime_r(const struct tm *parts, char *buffer);
[[stoa::reads(time, 8), stoa::writes_string_up_to(buffer, 26), stoa::returns_arg(buffer)]] char *ctime_r(const time_t *time, char *buffer);
[[stoa::format(strftime, format), stoa::reads(parts, 56), stoa::writes_string_up_to(buffer, size, result), stoa::ensures(result < size || result == 0), stoa::error_if(result == 0)]]
size_t strftime(char *buffer, size_t size, const char *format, const struct tm *parts);
[[stoa::string(text), stoa::string(format), stoa::returns_within(text), stoa::may_return_null("the text does not fit the format")]]
char *strptime(const char *text, const char *format, struct tm *parts);
[[stoa::writes(time, 16), stoa::error_if(result == 0)]] int timespec_get(struct timespec *time, int base);
[[stoa::writes(time, 16), stoa::error_if(result != 0), stoa::signal_safe]] int clock_gettime(clockid_t clock, struct timespec *time);
[[stoa::reads(time, 16), stoa::error_if(result != 0)]] int clock_settime(clockid_t clock, const struct timespec *time);
[[stoa::writes(resolution, 16), stoa::nullable(resolution), stoa::error_if(result != 0)]] int clock_getres(clockid_t clock, struct timespec *resolution);
[[stoa::reads(request, 16), stoa::writes(left, 16), stoa::nullable(left), stoa::blocks, stoa::error_if(result != 0)]] int nanosleep(const struct timespec *request, struct timespec *left);
[[stoa::reads(request, 16), stoa::writes(left, 16), stoa::nullable(left), stoa::blocks, stoa::error_if(result != 0)]] int clock_nanosleep(clockid_t clock, int flags, const struct timespec *request, struct timespec *left);
[[stoa::nullable(event), stoa::opens(*timer, timer), stoa::error_if(result != 0)]] int timer_create(clockid_t clock, struct sigevent *event, timer_t *timer);
[[stoa::uses(timer, timer), stoa::nullable(old), stoa::error_if(result != 0), stoa::signal_safe]] int timer_settime(timer_t timer, int flags, const struct itimerspec *value, struct itimerspec *old);
[[stoa::closes(timer, timer), stoa::error_if(result != 0)]] int timer_delete(timer_t timer);
void tzset(void);
