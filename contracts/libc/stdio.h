/* Contract: streams. */
typedef struct _IO_FILE FILE;
typedef struct { long position; long state; } fpos_t;
[[stoa::nonnull]] extern FILE *stdin, *stdout, *stderr;
#define EOF (-1)
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
#define L_tmpnam 20
#define TMP_MAX 238328
#define P_tmpdir "/tmp"
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2

[[stoa::opens(result, FILE), stoa::error_if(result == NULL), stoa::string(path), stoa::string(mode)]]
[[stoa::sink(path, path), stoa::race_use(path)]]
FILE *fopen(const char *path, const char *mode);
[[stoa::opens(result, FILE), stoa::error_if(result == NULL), stoa::string(path), stoa::string(mode)]]
[[stoa::sink(path, path), stoa::race_use(path)]]
FILE *fopen64(const char *path, const char *mode);
[[stoa::error_if(result == NULL), stoa::string(path), stoa::nullable(path), stoa::string(mode), stoa::closes(stream, FILE)]]
[[stoa::opens(result, FILE), stoa::sink(path, path), stoa::race_use(path)]]
FILE *freopen(const char *path, const char *mode, FILE *stream);
[[stoa::opens(result, FILE), stoa::takes(fd, fd), stoa::uses(fd, fd), stoa::error_if(result == NULL), stoa::string(mode)]]
FILE *fdopen(int fd, const char *mode);
[[stoa::opens(result, FILE), stoa::error_if(result == NULL), stoa::escapes(buffer)]]
FILE *fmemopen(void *buffer, size_t size, const char *mode);
[[stoa::opens(result, FILE), stoa::allocates(*buffer, malloc), stoa::error_if(result == NULL), stoa::escapes(buffer), stoa::escapes(size)]]
FILE *open_memstream(char **buffer, size_t *size);
[[stoa::closes(stream, FILE), stoa::nonnull(stream), stoa::error_if(result != 0)]] int fclose(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nullable(stream), stoa::error_if(result != 0)]] int fflush(FILE *stream);
void setbuf(FILE *stream, char *buffer);
[[stoa::escapes(buffer), stoa::nullable(buffer), stoa::error_if(result != 0)]]
int setvbuf(FILE *stream, char *buffer, int mode, size_t size);

[[stoa::format(printf, format), stoa::sink(format, format), stoa::exposes(varargs, console), stoa::error_if(result < 0)]]
int printf(const char *format, ...);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::format(printf, format), stoa::sink(format, format)]]
[[stoa::exposes(varargs, file), stoa::error_if(result < 0)]]
int fprintf(FILE *stream, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::propagates(buffer, varargs), stoa::propagates(buffer, format)]]
[[stoa::writes_string(buffer, result), stoa::ensures(result >= 0), stoa::error_if(result < 0)]]
int sprintf(char *buffer, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::propagates(buffer, varargs), stoa::propagates(buffer, format)]]
[[stoa::writes_string_up_to(buffer, size, min(result, size - 1)), stoa::nullable(buffer), stoa::error_if(result < 0)]]
int snprintf(char *buffer, size_t size, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::error_if(result < 0)]] int vprintf(const char *format, va_list list);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::format(printf, format), stoa::sink(format, format), stoa::error_if(result < 0)]]
int vfprintf(FILE *stream, const char *format, va_list list);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::writes_string(buffer, result), stoa::propagates(buffer, list)]]
[[stoa::ensures(result >= 0), stoa::error_if(result < 0)]]
int vsprintf(char *buffer, const char *format, va_list list);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::propagates(buffer, list), stoa::nullable(buffer)]]
[[stoa::writes_string_up_to(buffer, size, min(result, size - 1)), stoa::error_if(result < 0)]]
int vsnprintf(char *buffer, size_t size, const char *format, va_list list);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::allocates(*text, malloc, result + 1), stoa::propagates(*text, varargs)]]
[[stoa::must_check, stoa::error_if(result < 0)]]
int asprintf(char **text, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::allocates(*text, malloc, result + 1), stoa::propagates(*text, list)]]
[[stoa::must_check, stoa::error_if(result < 0)]]
int vasprintf(char **text, const char *format, va_list list);
[[stoa::uses(fd, fd), stoa::format(printf, format), stoa::sink(format, format), stoa::error_if(result < 0)]]
int dprintf(int fd, const char *format, ...);
[[stoa::uses(fd, fd), stoa::format(printf, format), stoa::sink(format, format), stoa::error_if(result < 0)]]
int vdprintf(int fd, const char *format, va_list list);

[[stoa::format(scanf, format), stoa::taints(varargs, console), stoa::must_check, stoa::error_if(result < 1)]]
int scanf(const char *format, ...);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::format(scanf, format), stoa::taints(varargs, input), stoa::must_check, stoa::error_if(result < 1)]]
int fscanf(FILE *stream, const char *format, ...);
[[stoa::string(text), stoa::format(scanf, format), stoa::propagates(varargs, text), stoa::must_check, stoa::error_if(result < 1)]]
int sscanf(const char *text, const char *format, ...);
[[stoa::format(scanf, format), stoa::taints(list, console), stoa::must_check, stoa::error_if(result < 1)]]
int vscanf(const char *format, va_list list);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::format(scanf, format), stoa::taints(list, input), stoa::must_check, stoa::error_if(result < 1)]]
int vfscanf(FILE *stream, const char *format, va_list list);
[[stoa::string(text), stoa::format(scanf, format), stoa::propagates(list, text), stoa::must_check, stoa::error_if(result < 1)]]
int vsscanf(const char *text, const char *format, va_list list);

[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::taints(result, input), stoa::ensures(result >= -1 && result <= 255)]]
[[stoa::error_if(result == -1)]]
int fgetc(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::taints(result, input), stoa::ensures(result >= -1 && result <= 255)]]
[[stoa::error_if(result == -1)]]
int getc(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::taints(result, input), stoa::ensures(result >= -1 && result <= 255), stoa::error_if(result == -1)]]
int getc_unlocked(FILE *stream);
[[stoa::taints(result, console), stoa::ensures(result >= -1 && result <= 255), stoa::error_if(result == -1)]] int getchar(void);
[[stoa::taints(result, console), stoa::ensures(result >= -1 && result <= 255), stoa::error_if(result == -1)]] int getchar_unlocked(void);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::must_check("the buffer keeps what it held before")]]
[[stoa::writes_string_up_to(buffer, size), stoa::taints(buffer, input), stoa::returns_arg(buffer), stoa::error_if(result == NULL)]]
char *fgets(char *buffer, int size, FILE *stream);
[[stoa::writes_string(buffer, unbounded), stoa::taints(buffer, console), stoa::returns_arg(buffer), stoa::error_if(result == NULL)]]
[[stoa::dangerous(242, "it cannot know the size of the buffer, so a long line overflows it", "fgets with the size of the buffer")]]
char *gets(char *buffer);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::allocates(*line, malloc, *size), stoa::taints(*line, input), stoa::must_check]]
[[stoa::ensures(result >= -1), stoa::error_if(result == -1)]]
ssize_t getline(char **line, size_t *size, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::allocates(*line, malloc, *size), stoa::taints(*line, input), stoa::must_check]]
[[stoa::ensures(result >= -1), stoa::error_if(result == -1)]]
ssize_t getdelim(char **line, size_t *size, int delimiter, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::error_if(result == -1)]] int ungetc(int c, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::exposes(c, file), stoa::error_if(result == -1)]] int fputc(int c, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::exposes(c, file), stoa::error_if(result == -1)]] int putc(int c, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::exposes(c, file), stoa::error_if(result == -1)]] int putc_unlocked(int c, FILE *stream);
[[stoa::exposes(c, console), stoa::error_if(result == -1)]] int putchar(int c);
[[stoa::exposes(c, console), stoa::error_if(result == -1)]] int putchar_unlocked(int c);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::string(text), stoa::exposes(text, file), stoa::error_if(result < 0)]]
int fputs(const char *text, FILE *stream);
[[stoa::string(text), stoa::exposes(text, console), stoa::error_if(result < 0)]] int puts(const char *text);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::writes_up_to(buffer, size * count, size * result), stoa::taints(buffer, input)]]
[[stoa::must_check("the buffer may hold less than was asked for"), stoa::ensures(result <= count), stoa::error_if(result < count)]]
size_t fread(void *buffer, size_t size, size_t count, FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::reads(buffer, size * count), stoa::exposes(buffer, file)]]
[[stoa::ensures(result <= count), stoa::error_if(result < count)]]
size_t fwrite(const void *buffer, size_t size, size_t count, FILE *stream);
[[stoa::writes_up_to(buffer, size * count, size * result), stoa::taints(buffer, input), stoa::error_if(result < count)]]
size_t fread_unlocked(void *buffer, size_t size, size_t count, FILE *stream);
[[stoa::reads(buffer, size * count), stoa::error_if(result < count)]]
size_t fwrite_unlocked(const void *buffer, size_t size, size_t count, FILE *stream);

[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::error_if(result != 0)]] int fseek(FILE *stream, long offset, int whence);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::ensures(result >= -1), stoa::error_if(result == -1)]] long ftell(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::error_if(result != 0)]] int fseeko(FILE *stream, off_t offset, int whence);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::ensures(result >= -1), stoa::error_if(result == -1)]] off_t ftello(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream)]] void rewind(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::writes(position, 16), stoa::error_if(result != 0)]] int fgetpos(FILE *stream, fpos_t *position);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::reads(position, 16), stoa::error_if(result != 0)]] int fsetpos(FILE *stream, const fpos_t *position);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::pure]] int feof(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::pure]] int ferror(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream)]] void clearerr(FILE *stream);
[[stoa::uses(stream, FILE), stoa::nonnull(stream), stoa::ensures(result >= -1), stoa::error_if(result == -1)]] int fileno(FILE *stream);
[[stoa::locks(stream, file)]] void flockfile(FILE *stream);
[[stoa::try_locks(stream), stoa::error_if(result != 0)]] int ftrylockfile(FILE *stream);
[[stoa::unlocks(stream, file)]] void funlockfile(FILE *stream);
[[stoa::string(text), stoa::nullable(text)]] void perror(const char *text);

[[stoa::string(path), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result != 0)]] int remove(const char *path);
[[stoa::string(from), stoa::string(to), stoa::sink(from, path), stoa::sink(to, path), stoa::race_use(from), stoa::error_if(result != 0)]]
int rename(const char *from, const char *to);
[[stoa::opens(result, FILE), stoa::error_if(result == NULL)]] FILE *tmpfile(void);
[[stoa::dangerous(377, "another process can take the name before the file is made", "mkstemp")]]
[[stoa::nullable(name), stoa::may_return_null("no name is free")]]
char *tmpnam(char *name);
[[stoa::dangerous(377, "another process can take the name before the file is made", "mkstemp")]]
[[stoa::allocates(result, malloc), stoa::nullable(folder, prefix), stoa::error_if(result == NULL)]]
char *tempnam(const char *folder, const char *prefix);
[[stoa::opens(result, pipe), stoa::string(command), stoa::string(mode), stoa::sink(command, command), stoa::error_if(result == NULL)]]
FILE *popen(const char *command, const char *mode);
[[stoa::closes(stream, pipe), stoa::nonnull(stream), stoa::blocks, stoa::error_if(result == -1)]] int pclose(FILE *stream);
[[stoa::writes_string(buffer, unbounded), stoa::nullable(buffer)]] char *ctermid(char *buffer);
