/* Contract: further string functions. */
[[stoa::writes(area, n), stoa::fills(area, 0, n), stoa::obsolete("memset")]] void bzero(void *area, size_t n);
[[stoa::reads(from, n), stoa::writes(to, n), stoa::copies(to, from, n), stoa::obsolete("memmove")]] void bcopy(const void *from, void *to, size_t n);
[[stoa::reads(a, n), stoa::reads(b, n), stoa::compares(a, b, n), stoa::pure, stoa::obsolete("memcmp")]] int bcmp(const void *a, const void *b, size_t n);
[[stoa::string(s), stoa::returns_within(s), stoa::may_return_null("the character is not there"), stoa::pure]] char *index(const char *s, int c);
[[stoa::string(s), stoa::returns_within(s), stoa::may_return_null("the character is not there"), stoa::pure]] char *rindex(const char *s, int c);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b), stoa::pure]] int strcasecmp(const char *a, const char *b);
[[stoa::string(a, n), stoa::string(b, n), stoa::compares(a, b, n), stoa::pure]] int strncasecmp(const char *a, const char *b, size_t n);
[[stoa::constant, stoa::ensures(result >= 0 && result <= 32)]] int ffs(int bits);
[[stoa::constant, stoa::ensures(result >= 0 && result <= 64)]] int ffsl(long bits);
[[stoa::constant, stoa::ensures(result >= 0 && result <= 64)]] int ffsll(long long bits);
