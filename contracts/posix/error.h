/* Contract: messages of programs (GNU). Returns when status is 0. */
[[stoa::format(printf, format), stoa::sink(format, format)]] void error(int status, int number, const char *format, ...);
