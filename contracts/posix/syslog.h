/* Contract: the system's log. */
enum {
    LOG_EMERG = 0, LOG_ALERT = 1, LOG_CRIT = 2, LOG_ERR = 3, LOG_WARNING = 4, LOG_NOTICE = 5, LOG_INFO = 6,
    LOG_DEBUG = 7, LOG_KERN = 0, LOG_USER = 8, LOG_MAIL = 16, LOG_DAEMON = 24, LOG_AUTH = 32, LOG_SYSLOG = 40,
    LOG_CRON = 72, LOG_AUTHPRIV = 80, LOG_LOCAL0 = 128, LOG_LOCAL1 = 136, LOG_LOCAL7 = 184, LOG_PID = 1, LOG_CONS = 2,
    LOG_ODELAY = 4, LOG_NDELAY = 8, LOG_NOWAIT = 16, LOG_PERROR = 32
};
[[stoa::escapes(name), stoa::nullable(name)]] void openlog(const char *name, int options, int facility);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::sink(varargs, log), stoa::exposes(varargs, log)]] void syslog(int priority, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::sink(list, log)]] void vsyslog(int priority, const char *format, va_list list);
void closelog(void);
int setlogmask(int mask);
