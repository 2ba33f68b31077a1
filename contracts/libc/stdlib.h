/* Contract: memory, numbers, environment, processes. */
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
#define MB_CUR_MAX ((size_t)6)
typedef struct { int quot; int rem; } div_t;
typedef struct { long quot; long rem; } ldiv_t;
typedef struct { long long quot; long long rem; } lldiv_t;

[[stoa::allocates(result, malloc, size), stoa::sink(size, size), stoa::must_check, stoa::error_if(result == NULL)]]
void *malloc(size_t size);
[[stoa::allocates(result, malloc, count * size), stoa::zeroed, stoa::sink(count, size), stoa::sink(size, size), stoa::must_check]]
[[stoa::error_if(result == NULL)]]
void *calloc(size_t count, size_t size);
[[stoa::reallocates(block, malloc, size), stoa::sink(size, size), stoa::must_check, stoa::error_if(result == NULL)]]
void *realloc(void *block, size_t size);
[[stoa::reallocates(block, malloc, count * size), stoa::sink(count, size), stoa::must_check, stoa::error_if(result == NULL)]]
void *reallocarray(void *block, size_t count, size_t size);
[[stoa::frees(block, malloc)]] void free(void *block);
[[stoa::frees(block, malloc)]] void cfree(void *block);
[[stoa::allocates(result, malloc, size), stoa::sink(size, size), stoa::must_check, stoa::error_if(result == NULL)]]
void *aligned_alloc(size_t alignment, size_t size);
[[stoa::allocates(*block, malloc, size), stoa::sink(size, size), stoa::must_check, stoa::error_if(result != 0)]]
int posix_memalign(void **block, size_t alignment, size_t size);
[[stoa::allocates(result, alloca, size), stoa::returns_nonnull, stoa::sink(size, size), stoa::signal_safe]] void *alloca(size_t size);

[[stoa::string(text), stoa::propagates(result, text), stoa::pure]] int atoi(const char *text);
[[stoa::string(text), stoa::propagates(result, text), stoa::pure]] long atol(const char *text);
[[stoa::string(text), stoa::propagates(result, text), stoa::pure]] long long atoll(const char *text);
[[stoa::string(text), stoa::propagates(result, text), stoa::pure]] double atof(const char *text);
[[stoa::string(text), stoa::nullable(end), stoa::writes(end, 8), stoa::propagates(result, text), stoa::error_if(errno != 0)]]
long strtol(const char *text, char **end, int base);
[[stoa::string(text), stoa::nullable(end), stoa::writes(end, 8), stoa::propagates(result, text), stoa::error_if(errno != 0)]]
unsigned long strtoul(const char *text, char **end, int base);
[[stoa::string(text), stoa::nullable(end), stoa::writes(end, 8), stoa::propagates(result, text), stoa::error_if(errno != 0)]]
long long strtoll(const char *text, char **end, int base);
[[stoa::string(text), stoa::nullable(end), stoa::writes(end, 8), stoa::propagates(result, text), stoa::error_if(errno != 0)]]
unsigned long long strtoull(const char *text, char **end, int base);
[[stoa::string(text), stoa::nullable(end), stoa::writes(end, 8), stoa::propagates(result, text)]]
double strtod(const char *text, char **end);
[[stoa::string(text), stoa::nullable(end), stoa::writes(end, 8), stoa::propagates(result, text)]]
float strtof(const char *text, char **end);
[[stoa::string(text), stoa::nullable(end), stoa::writes(end, 8), stoa::propagates(result, text)]]
long double strtold(const char *text, char **end);
[[stoa::constant, stoa::requires(n != -2147483648), stoa::ensures(result >= 0 && n <= result && 0 - n <= result)]] int abs(int n);
[[stoa::constant, stoa::ensures(result >= 0 && n <= result && 0 - n <= result)]] long labs(long n);
[[stoa::constant, stoa::ensures(result >= 0 && n <= result && 0 - n <= result)]] long long llabs(long long n);
[[stoa::constant, stoa::requires(denom != 0)]] div_t div(int numer, int denom);
[[stoa::constant, stoa::requires(denom != 0)]] ldiv_t ldiv(long numer, long denom);
[[stoa::constant, stoa::requires(denom != 0)]] lldiv_t lldiv(long long numer, long long denom);

[[stoa::random(result, weak), stoa::ensures(result >= 0 && result <= 2147483647)]]
[[stoa::weak(338, "its values can be predicted", "getrandom or the generator of a cryptographic library")]]
int rand(void);
[[stoa::random(result, weak), stoa::ensures(result >= 0 && result <= 2147483647), stoa::weak(338, "its values can be predicted", "getrandom")]]
int rand_r(unsigned int *seed);
[[stoa::credential(seed, seed)]] void srand(unsigned int seed);
[[stoa::random(result, weak), stoa::ensures(result >= 0 && result <= 2147483647)]]
[[stoa::weak(338, "its values can be predicted", "getrandom or the generator of a cryptographic library")]]
long random(void);
[[stoa::credential(seed, seed)]] void srandom(unsigned int seed);
[[stoa::escapes(state), stoa::credential(seed, seed)]] char *initstate(unsigned int seed, char *state, size_t size);
[[stoa::escapes(state)]] char *setstate(char *state);
[[stoa::random(result, weak), stoa::weak(338, "its values can be predicted", "getrandom")]] double drand48(void);
[[stoa::random(result, weak), stoa::weak(338, "its values can be predicted", "getrandom")]] double erand48(unsigned short state[3]);
[[stoa::random(result, weak), stoa::ensures(result >= 0), stoa::weak(338, "its values can be predicted", "getrandom")]] long lrand48(void);
[[stoa::random(result, weak), stoa::ensures(result >= 0), stoa::weak(338, "its values can be predicted", "getrandom")]] long nrand48(unsigned short state[3]);
[[stoa::random(result, weak), stoa::weak(338, "its values can be predicted", "getrandom")]] long mrand48(void);
[[stoa::random(result, weak), stoa::weak(338, "its values can be predicted", "getrandom")]] long jrand48(unsigned short state[3]);
[[stoa::credential(seed, seed)]] void srand48(long seed);
[[stoa::random(result, strong)]] unsigned int arc4random(void);
[[stoa::random(result, strong), stoa::requires(bound > 0), stoa::ensures(result < bound)]] unsigned int arc4random_uniform(unsigned int bound);
[[stoa::random(buffer, strong), stoa::writes(buffer, size)]] void arc4random_buf(void *buffer, size_t size);

[[stoa::string(name), stoa::may_return_null("the variable is not set"), stoa::taints(result, environment), stoa::returns_static]]
char *getenv(const char *name);
[[stoa::string(name), stoa::may_return_null("the variable is not set, or the process is privileged"), stoa::taints(result, environment), stoa::returns_static]]
char *secure_getenv(const char *name);
[[stoa::string(name), stoa::string(value), stoa::sink(name, setting), stoa::sink(value, setting), stoa::exposes(value, arguments), stoa::error_if(result != 0)]]
int setenv(const char *name, const char *value, int overwrite);
[[stoa::string(name), stoa::error_if(result != 0)]] int unsetenv(const char *name);
[[stoa::string(text), stoa::escapes(text), stoa::sink(text, setting), stoa::error_if(result != 0)]] int putenv(char *text);
[[stoa::error_if(result != 0)]] int clearenv(void);
[[stoa::noreturn]] void abort(void);
[[stoa::noreturn]] void exit(int status);
[[stoa::noreturn, stoa::signal_safe]] void _Exit(int status);
[[stoa::noreturn]] void quick_exit(int status);
[[stoa::callback(handler, exit), stoa::error_if(result != 0)]] int atexit(void (*handler)(void));
[[stoa::callback(handler, exit), stoa::error_if(result != 0)]] int at_quick_exit(void (*handler)(void));
[[stoa::callback(handler, exit, argument), stoa::escapes(argument), stoa::error_if(result != 0)]] int on_exit(void (*handler)(int, void *), void *argument);
[[stoa::string(command), stoa::nullable(command), stoa::sink(command, command), stoa::blocks, stoa::error_if(result != 0)]]
int system(const char *command);

[[stoa::callback(compare, now), stoa::nonnull(compare)]]
void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));
[[stoa::callback(compare, now, argument), stoa::nonnull(compare)]]
void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *), void *argument);
[[stoa::reads(base, count * size), stoa::callback(compare, now, key), stoa::returns_within(base), stoa::may_return_null("there is no such element")]]
void *bsearch(const void *key, const void *base, size_t count, size_t size, int (*compare)(const void *, const void *));

[[stoa::reads(s, min(n, strlen(s) + 1)), stoa::nullable(s), stoa::error_if(result < 0)]] int mblen(const char *s, size_t n);
[[stoa::nullable(wide), stoa::nullable(s), stoa::writes(wide, 4), stoa::propagates(wide, s), stoa::error_if(result < 0)]] int mbtowc(wchar_t *wide, const char *s, size_t n);
[[stoa::writes_up_to(s, 6), stoa::nullable(s), stoa::propagates(s, c), stoa::error_if(result < 0)]] int wctomb(char *s, wchar_t c);
[[stoa::string(from), stoa::writes_up_to(to, 4 * n, 4 * result), stoa::unterminated(to), stoa::nullable(to), stoa::propagates(to, from), stoa::error_if(result == -1)]]
size_t mbstowcs(wchar_t *to, const char *from, size_t n);
[[stoa::string(from), stoa::writes_up_to(to, n, result), stoa::unterminated(to), stoa::nullable(to), stoa::propagates(to, from), stoa::error_if(result == -1)]]
size_t wcstombs(char *to, const wchar_t *from, size_t n);

[[stoa::string(pattern), stoa::opens(result, fd), stoa::must_check, stoa::error_if(result == -1)]] int mkstemp(char *pattern);
[[stoa::string(pattern), stoa::opens(result, fd), stoa::must_check, stoa::error_if(result == -1)]] int mkostemp(char *pattern, int flags);
[[stoa::string(pattern), stoa::opens(result, fd), stoa::must_check, stoa::error_if(result == -1)]] int mkstemps(char *pattern, int suffix);
[[stoa::string(pattern), stoa::returns_arg(pattern), stoa::error_if(result == NULL)]] char *mkdtemp(char *pattern);
[[stoa::string(pattern), stoa::returns_arg(pattern)]]
[[stoa::dangerous(377, "another process can take the name before the file is made", "mkstemp")]]
char *mktemp(char *pattern);
[[stoa::string(path), stoa::sink(path, path), stoa::nullable(resolved), stoa::writes_string_up_to(resolved, 4096), stoa::propagates(result, path)]]
[[stoa::allocates(result, malloc), stoa::returns_arg(resolved), stoa::error_if(result == NULL), stoa::sanitizes(result, path)]]
char *realpath(const char *path, char *resolved);
[[stoa::ensures(result >= -1), stoa::must_check, stoa::error_if(result == -1)]] int getloadavg(double average[], int count);
[[stoa::opens(result, fd), stoa::error_if(result == -1)]] int posix_openpt(int flags);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int grantpt(int fd);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int unlockpt(int fd);
[[stoa::uses(fd, fd), stoa::returns_static, stoa::error_if(result == NULL)]] char *ptsname(int fd);
