/* Contract: messages of programs. */
[[stoa::noreturn, stoa::format(printf, format), stoa::sink(format, format)]] void err(int status, const char *format, ...);
[[stoa::noreturn, stoa::format(printf, format), stoa::sink(format, format)]] void errx(int status, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format)]] void warn(const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format)]] void warnx(const char *format, ...);
