/* Contract: wide strings. Lengths of strings are in elements, of areas in bytes. */
#define WEOF 4294967295U
typedef struct { int count; union { unsigned int wide; char bytes[4]; } value; } mbstate_t;

[[stoa::reads(from, 4 * n), stoa::writes(to, 4 * n), stoa::copies(to, from, 4 * n), stoa::no_overlap(to, from, 4 * n), stoa::returns_arg(to)]]
wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t n);
[[stoa::reads(from, 4 * n), stoa::writes(to, 4 * n), stoa::copies(to, from, 4 * n), stoa::returns_arg(to)]]
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t n);
[[stoa::writes(area, 4 * n), stoa::returns_arg(area)]] wchar_t *wmemset(wchar_t *area, wchar_t c, size_t n);
[[stoa::reads(a, 4 * n), stoa::reads(b, 4 * n), stoa::compares(a, b, n), stoa::pure]] int wmemcmp(const wchar_t *a, const wchar_t *b, size_t n);
[[stoa::reads(area, 4 * n), stoa::returns_within(area), stoa::may_return_null("the character is not there"), stoa::pure]]
wchar_t *wmemchr(const wchar_t *area, wchar_t c, size_t n);
[[stoa::string(from), stoa::writes_string(to, strlen(from)), stoa::copies(to, from), stoa::returns_arg(to)]]
[[stoa::dangerous(676, "it does not know the size of the buffer", "a copy that is given the size of the buffer")]]
wchar_t *wcscpy(wchar_t *to, const wchar_t *from);
[[stoa::string(from, n), stoa::writes(to, 4 * n), stoa::unterminated(to), stoa::copies(to, from), stoa::returns_arg(to)]]
wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t n);
[[stoa::string(to), stoa::string(from), stoa::writes_string(to, strlen(to) + strlen(from)), stoa::propagates(to, from), stoa::returns_arg(to)]]
[[stoa::dangerous(676, "it does not know the size of the buffer", "an append that is given the size of the buffer")]]
wchar_t *wcscat(wchar_t *to, const wchar_t *from);
[[stoa::string(to), stoa::string(from, n), stoa::writes_string(to, strlen(to) + min(strlen(from), n)), stoa::propagates(to, from), stoa::returns_arg(to)]]
wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t n);
[[stoa::string(s), stoa::ensures(result == strlen(s)), stoa::pure]] size_t wcslen(const wchar_t *s);
[[stoa::string(s, n), stoa::ensures(result == min(strlen(s), n)), stoa::pure]] size_t wcsnlen(const wchar_t *s, size_t n);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b), stoa::pure]] int wcscmp(const wchar_t *a, const wchar_t *b);
[[stoa::string(a, n), stoa::string(b, n), stoa::compares(a, b, n), stoa::pure]] int wcsncmp(const wchar_t *a, const wchar_t *b, size_t n);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b), stoa::pure]] int wcscasecmp(const wchar_t *a, const wchar_t *b);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b)]] int wcscoll(const wchar_t *a, const wchar_t *b);
[[stoa::string(s), stoa::returns_within(s), stoa::may_return_null("the character is not there"), stoa::pure]] wchar_t *wcschr(const wchar_t *s, wchar_t c);
[[stoa::string(s), stoa::returns_within(s), stoa::may_return_null("the character is not there"), stoa::pure]] wchar_t *wcsrchr(const wchar_t *s, wchar_t c);
[[stoa::string(s), stoa::string(needle), stoa::returns_within(s), stoa::may_return_null("the text is not there"), stoa::pure]] wchar_t *wcsstr(const wchar_t *s, const wchar_t *needle);
[[stoa::string(s), stoa::string(set), stoa::returns_within(s), stoa::may_return_null("none of the characters is there"), stoa::pure]] wchar_t *wcspbrk(const wchar_t *s, const wchar_t *set);
[[stoa::string(s), stoa::string(set), stoa::pure]] size_t wcsspn(const wchar_t *s, const wchar_t *set);
[[stoa::string(s), stoa::string(set), stoa::pure]] size_t wcscspn(const wchar_t *s, const wchar_t *set);
[[stoa::string(s), stoa::nullable(s), stoa::returns_within(s), stoa::may_return_null("there are no more tokens")]] wchar_t *wcstok(wchar_t *s, const wchar_t *set, wchar_t **state);
[[stoa::string(s), stoa::allocates(result, malloc, 4 * (strlen(s) + 1)), stoa::copies(result, s), stoa::error_if(result == NULL)]] wchar_t *wcsdup(const wchar_t *s);
[[stoa::string(s), stoa::nullable(end), stoa::propagates(result, s), stoa::error_if(errno != 0)]] long wcstol(const wchar_t *s, wchar_t **end, int base);
[[stoa::string(s), stoa::nullable(end), stoa::propagates(result, s), stoa::error_if(errno != 0)]] unsigned long wcstoul(const wchar_t *s, wchar_t **end, int base);
[[stoa::string(s), stoa::nullable(end), stoa::propagates(result, s)]] double wcstod(const wchar_t *s, wchar_t **end);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::must_check, stoa::writes_string_up_to(buffer, size), stoa::taints(buffer, input), stoa::returns_arg(buffer), stoa::error_if(result == NULL)]]
wchar_t *fgetws(wchar_t *buffer, int size, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::string(text), stoa::error_if(result < 0)]] int fputws(const wchar_t *text, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::taints(result, input)]] wint_t fgetwc(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::taints(result, input)]] wint_t getwc(FILE *stream);
[[stoa::taints(result, console)]] wint_t getwchar(void);
[[stoa::exposes(c, console), stoa::error_if(result == 4294967295)]] wint_t putwchar(wchar_t c);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::exposes(c, file), stoa::error_if(result == 4294967295)]] wint_t fputwc(wchar_t c, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::exposes(c, file), stoa::error_if(result == 4294967295)]] wint_t putwc(wchar_t c, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream)]] wint_t ungetwc(wint_t c, FILE *stream);
int fwide(FILE *stream, int mode);
[[stoa::format(wprintf, format), stoa::sink(format, format), stoa::exposes(varargs, console), stoa::error_if(result < 0)]] int wprintf(const wchar_t *format, ...);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::format(wprintf, format), stoa::sink(format, format), stoa::error_if(result < 0)]] int fwprintf(FILE *stream, const wchar_t *format, ...);
[[stoa::format(wprintf, format), stoa::sink(format, format), stoa::writes_string_up_to(buffer, size, result), stoa::propagates(buffer, varargs), stoa::error_if(result < 0)]]
int swprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...);
[[stoa::format(wprintf, format), stoa::sink(format, format), stoa::error_if(result < 0)]] int vwprintf(const wchar_t *format, va_list list);
[[stoa::format(wprintf, format), stoa::sink(format, format), stoa::error_if(result < 0)]] int vfwprintf(FILE *stream, const wchar_t *format, va_list list);
[[stoa::format(wprintf, format), stoa::sink(format, format), stoa::writes_string_up_to(buffer, size, result), stoa::propagates(buffer, list), stoa::error_if(result < 0)]]
int vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list list);
[[stoa::format(wscanf, format), stoa::taints(varargs, console), stoa::must_check, stoa::error_if(result < 1)]] int wscanf(const wchar_t *format, ...);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::format(wscanf, format), stoa::taints(varargs, input), stoa::must_check, stoa::error_if(result < 1)]] int fwscanf(FILE *stream, const wchar_t *format, ...);
[[stoa::string(text), stoa::format(wscanf, format), stoa::propagates(varargs, text), stoa::must_check, stoa::error_if(result < 1)]] int swscanf(const wchar_t *text, const wchar_t *format, ...);
wint_t btowc(int c);
int wctob(wint_t c);
[[stoa::nullable(wide, s, state), stoa::propagates(wide, s)]] size_t mbrtowc(wchar_t *wide, const char *s, size_t n, mbstate_t *state);
[[stoa::nullable(s, state), stoa::writes_up_to(s, 6)]] size_t wcrtomb(char *s, wchar_t c, mbstate_t *state);
[[stoa::nullable(to, state), stoa::writes_up_to(to, 4 * n, 4 * result), stoa::propagates(to, *from), stoa::error_if(result == -1)]]
size_t mbsrtowcs(wchar_t *to, const char **from, size_t n, mbstate_t *state);
[[stoa::nullable(to, state), stoa::writes_up_to(to, n, result), stoa::propagates(to, *from), stoa::error_if(result == -1)]]
size_t wcsrtombs(char *to, const wchar_t **from, size_t n, mbstate_t *state);
[[stoa::writes_string_up_to(buffer, size, result), stoa::error_if(result == 0)]] size_t wcsftime(wchar_t *buffer, size_t size, const wchar_t *format, const struct tm *time);
