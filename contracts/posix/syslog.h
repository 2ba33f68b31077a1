/* Contract: the system's log. */
#define LOG_EMERG 0
#define LOG_ALERT 1
#define LOG_CRIT 2
#define LOG_ERR 3
#define LOG_WARNING 4
#define LOG_NOTICE 5
#define LOG_INFO 6
#define LOG_DEBUG 7
#define LOG_KERN 0
#define LOG_USER 8
#define LOG_MAIL 16
#define LOG_DAEMON 24
#define LOG_AUTH 32
#define LOG_SYSLOG 40
#define LOG_CRON 72
#define LOG_AUTHPRIV 80
#define LOG_LOCAL0 128
#define LOG_LOCAL1 136
#define LOG_LOCAL7 184
#define LOG_PID 1
#define LOG_CONS 2
#define LOG_ODELAY 4
#define LOG_NDELAY 8
#define LOG_NOWAIT 16
#define LOG_PERROR 32
[[stoa::escapes(name), stoa::nullable(name)]] void openlog(const char *name, int options, int facility);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::sink(varargs, log), stoa::exposes(varargs, log)]] void syslog(int priority, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::sink(list, log)]] void vsyslog(int priority, const char *format, va_list list);
void closelog(void);
int setlogmask(int mask);
