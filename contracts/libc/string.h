/* Contract: strings and areas of memory. */
[[stoa::reads(from, n), stoa::writes(to, n), stoa::copies(to, from, n), stoa::no_overlap(to, from, n), stoa::returns_arg(to), stoa::signal_safe]]
void *memcpy(void *to, const void *from, size_t n);
[[stoa::reads(from, n), stoa::writes(to, n), stoa::copies(to, from, n), stoa::no_overlap(to, from, n), stoa::signal_safe]]
void *mempcpy(void *to, const void *from, size_t n);
[[stoa::reads(from, n), stoa::writes(to, n), stoa::copies(to, from, n), stoa::returns_arg(to), stoa::signal_safe]]
void *memmove(void *to, const void *from, size_t n);
[[stoa::reads(from, n), stoa::writes_up_to(to, n), stoa::copies(to, from, n), stoa::returns_within(to), stoa::signal_safe]]
[[stoa::may_return_null("the character is not among the bytes")]]
void *memccpy(void *to, const void *from, int c, size_t n);
[[stoa::writes(area, n), stoa::fills(area, c, n), stoa::returns_arg(area), stoa::signal_safe]]
void *memset(void *area, int c, size_t n);
[[stoa::reads(a, n), stoa::reads(b, n), stoa::compares(a, b, n), stoa::pure]] int memcmp(const void *a, const void *b, size_t n);
[[stoa::reads(area, n), stoa::returns_within(area), stoa::may_return_null("the byte is not there"), stoa::pure]]
void *memchr(const void *area, int c, size_t n);
[[stoa::reads(area, n), stoa::returns_within(area), stoa::may_return_null("the byte is not there"), stoa::pure]]
void *memrchr(const void *area, int c, size_t n);
[[stoa::returns_within(area), stoa::pure]] void *rawmemchr(const void *area, int c);
[[stoa::reads(area, n), stoa::reads(needle, m), stoa::returns_within(area), stoa::may_return_null("the bytes are not there"), stoa::pure]]
void *memmem(const void *area, size_t n, const void *needle, size_t m);
[[stoa::writes(area, n), stoa::fills(area, 0, n), stoa::wipes(area, n)]] void explicit_bzero(void *area, size_t n);
[[stoa::writes(area, n), stoa::fills(area, c, n), stoa::wipes(area, n), stoa::returns_arg(area)]]
void *memset_explicit(void *area, int c, size_t n);
[[stoa::writes(area, n), stoa::fills(area, c, n), stoa::wipes(area, n), stoa::error_if(result != 0)]]
int memset_s(void *area, size_t size, int c, size_t n);

[[stoa::string(from), stoa::writes_string(to, strlen(from)), stoa::copies(to, from), stoa::returns_arg(to), stoa::signal_safe]]
[[stoa::dangerous(676, "it does not know the size of the buffer", "a copy that is given the size of the buffer")]]
char *strcpy(char *to, const char *from);
[[stoa::string(from), stoa::writes_string(to, strlen(from)), stoa::copies(to, from), stoa::returns_within(to), stoa::signal_safe]]
char *stpcpy(char *to, const char *from);
[[stoa::string(from, n), stoa::writes(to, n), stoa::unterminated(to), stoa::copies(to, from), stoa::returns_arg(to), stoa::signal_safe]]
char *strncpy(char *to, const char *from, size_t n);
[[stoa::string(from, n), stoa::writes(to, n), stoa::unterminated(to), stoa::copies(to, from), stoa::returns_within(to), stoa::signal_safe]]
char *stpncpy(char *to, const char *from, size_t n);
[[stoa::string(to), stoa::string(from), stoa::writes_string(to, strlen(to) + strlen(from)), stoa::propagates(to, from), stoa::returns_arg(to), stoa::signal_safe]]
[[stoa::dangerous(676, "it does not know the size of the buffer", "an append that is given the size of the buffer")]]
char *strcat(char *to, const char *from);
[[stoa::string(to), stoa::string(from, n), stoa::writes_string(to, strlen(to) + min(strlen(from), n)), stoa::propagates(to, from), stoa::returns_arg(to), stoa::signal_safe]]
char *strncat(char *to, const char *from, size_t n);
[[stoa::string(from), stoa::writes_string_up_to(to, size, min(strlen(from), size - 1)), stoa::copies(to, from), stoa::ensures(result == strlen(from))]]
[[stoa::error_if(result >= size)]]
size_t strlcpy(char *to, const char *from, size_t size);
[[stoa::string(to, size), stoa::string(from), stoa::writes_string_up_to(to, size), stoa::propagates(to, from), stoa::error_if(result >= size)]]
size_t strlcat(char *to, const char *from, size_t size);
[[stoa::string(s), stoa::ensures(result == strlen(s)), stoa::pure]] size_t strlen(const char *s);
[[stoa::string(s, n), stoa::ensures(result == min(strlen(s), n)), stoa::pure]] size_t strnlen(const char *s, size_t n);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b), stoa::pure]] int strcmp(const char *a, const char *b);
[[stoa::string(a, n), stoa::string(b, n), stoa::compares(a, b, n), stoa::pure]] int strncmp(const char *a, const char *b, size_t n);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b)]] int strcoll(const char *a, const char *b);
[[stoa::string(from), stoa::writes_up_to(to, n), stoa::propagates(to, from)]] size_t strxfrm(char *to, const char *from, size_t n);
[[stoa::string(s), stoa::returns_within(s), stoa::may_return_null("the character is not there"), stoa::pure]] char *strchr(const char *s, int c);
[[stoa::string(s), stoa::returns_within(s), stoa::may_return_null("the character is not there"), stoa::pure]] char *strrchr(const char *s, int c);
[[stoa::string(s), stoa::returns_within(s), stoa::returns_nonnull, stoa::pure]] char *strchrnul(const char *s, int c);
[[stoa::string(s), stoa::string(needle), stoa::returns_within(s), stoa::may_return_null("the text is not there"), stoa::pure]] char *strstr(const char *s, const char *needle);
[[stoa::string(s), stoa::string(needle), stoa::returns_within(s), stoa::may_return_null("the text is not there"), stoa::pure]] char *strcasestr(const char *s, const char *needle);
[[stoa::string(s), stoa::string(set), stoa::returns_within(s), stoa::may_return_null("none of the characters is there"), stoa::pure]] char *strpbrk(const char *s, const char *set);
[[stoa::string(s), stoa::string(set), stoa::ensures(result <= strlen(s)), stoa::pure]] size_t strspn(const char *s, const char *set);
[[stoa::string(s), stoa::string(set), stoa::ensures(result <= strlen(s)), stoa::pure]] size_t strcspn(const char *s, const char *set);
[[stoa::string(s), stoa::nullable(s), stoa::string(set), stoa::returns_within(s), stoa::may_return_null("there are no more tokens"), stoa::escapes(s)]]
[[stoa::not_reentrant("strtok_r")]]
char *strtok(char *s, const char *set);
[[stoa::string(s), stoa::nullable(s), stoa::string(set), stoa::returns_within(s), stoa::may_return_null("there are no more tokens"), stoa::signal_safe]]
char *strtok_r(char *s, const char *set, char **state);
[[stoa::string(set), stoa::propagates(result, *s), stoa::may_return_null("there are no more tokens")]] char *strsep(char **s, const char *set);
[[stoa::string(s), stoa::allocates(result, malloc, strlen(s) + 1), stoa::copies(result, s), stoa::must_check, stoa::error_if(result == NULL)]]
char *strdup(const char *s);
[[stoa::string(s, n), stoa::allocates(result, malloc, min(strlen(s), n) + 1), stoa::copies(result, s), stoa::must_check, stoa::error_if(result == NULL)]]
char *strndup(const char *s, size_t n);
[[stoa::string(s), stoa::allocates(result, alloca, strlen(s) + 1), stoa::copies(result, s)]] char *strdupa(const char *s);
[[stoa::string(s, n), stoa::allocates(result, alloca, min(strlen(s), n) + 1), stoa::copies(result, s)]] char *strndupa(const char *s, size_t n);
[[stoa::returns_static, stoa::returns_nonnull, stoa::not_reentrant("strerror_r")]] char *strerror(int number);
/* The GNU form returns the text, the POSIX form a number; only what both do is said. */
[[stoa::writes_string_up_to(buffer, size)]] char *strerror_r(int number, char *buffer, size_t size);
[[stoa::returns_static, stoa::may_return_null("there is no such signal")]] char *strsignal(int number);
[[stoa::string(s), stoa::returns_arg(s)]] char *strfry(char *s);
[[stoa::reads(area, n), stoa::returns_arg(area)]] void *memfrob(void *area, size_t n);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b), stoa::pure]] int strverscmp(const char *a, const char *b);
