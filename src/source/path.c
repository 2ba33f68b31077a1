/*
 * Paths as strings and files as bytes; see path_priv.h. Nothing here knows about source code.
 */
#include "source/path_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *path_cwd(Arena *a)
{
    char *cwd = getcwd(NULL, 0);
    /* Linux answers "(unreachable)/..." for a directory outside of the process's root. */
    const char *answer =
        arena_strndup(a, cwd && cwd[0] == '/' ? cwd : "/", cwd && cwd[0] == '/' ? strlen(cwd) : 1);
    free(cwd);
    return answer;
}

/* Appends the components of `path` to the normalised path in out[0..n); returns the new length. */
static size_t append_components(char *out, size_t n, const char *path)
{
    for (const char *p = path; *p;) {
        const char *end = strchrnul(p, '/');
        size_t len = (size_t)(end - p);
        if (len == 2 && p[0] == '.' && p[1] == '.') {
            while (n > 0 && out[--n] != '/')
                ;
        } else if (len > 0 && !(len == 1 && p[0] == '.')) {
            out[n++] = '/';
            memcpy(out + n, p, len);
            n += len;
        }
        p = *end ? end + 1 : end;
    }
    return n;
}

char *path_resolve(Arena *a, const char *dir, const char *path)
{
    char *out = arena_alloc(a, strlen(dir) + strlen(path) + 3);
    size_t n = 0;
    if (path[0] != '/')
        n = append_components(out, n, dir);
    n = append_components(out, n, path);
    if (n == 0)
        out[n++] = '/';
    out[n] = 0;
    return out;
}

static bool has_dot_dot(const char *path)
{
    for (const char *p = path; (p = strstr(p, "..")); p += 2)
        if ((p == path || p[-1] == '/') && (p[2] == 0 || p[2] == '/'))
            return true;
    return false;
}

char *path_resolve_exact(Arena *a, const char *dir, const char *path)
{
    char *lexical = path_resolve(a, dir, path);
    if (!has_dot_dot(path))
        return lexical;
    struct stat x, y;
    const char *raw = path[0] == '/' ? path : arena_printf(a, "%s/%s", dir, path);
    if (stat(raw, &x) != 0 || (stat(lexical, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino))
        return lexical;
    char *real = realpath(raw, NULL);
    if (!real)
        return lexical;
    char *answer = arena_strndup(a, real, strlen(real));
    free(real);
    return answer;
}

size_t path_dir_len(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return 0;
    return slash == path ? 1 : (size_t)(slash - path);
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_is_below(const char *path, const char *dir)
{
    size_t n = strlen(dir);
    if (n == 1)
        return path[0] == '/';
    return strncmp(path, dir, n) == 0 && (path[n] == '/' || path[n] == 0);
}

const char *path_shown(Arena *a, const char *cwd, const char *abs, const char *given)
{
    if (path_is_below(abs, cwd) && strcmp(abs, cwd) != 0) {
        const char *rest = abs + (cwd[1] ? strlen(cwd) + 1 : 1);
        /* With the root as working directory "relative" would only hide where the file is. */
        if (cwd[1])
            return arena_strndup(a, rest, strlen(rest));
    }
    if (!given)
        given = abs;
    return arena_strndup(a, given, strlen(given));
}

const char *path_remedy(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR: return "check the path";
    case EACCES:
    case EPERM: return "check the permissions of the file and of its folders";
    case ELOOP: return "repair the symbolic link, which leads back to itself";
    case ENAMETOOLONG: return "give a shorter path, for example by changing the working directory";
    case EMFILE:
    case ENFILE: return "raise the limit of open files (ulimit -n)";
    case EIO: return "check the disk";
    default: return "check the file";
    }
}

static const char *kind_of(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR: return "it is a folder";
    case S_IFIFO: return "it is a pipe";
    case S_IFSOCK: return "it is a socket";
    case S_IFCHR:
    case S_IFBLK: return "it is a device";
    default: return "it is not a regular file";
    }
}

int path_open_regular(const char *disk_path, struct stat *st, const char **why, const char **remedy)
{
    /* stat first: merely opening some devices has effects (tapes rewind, watchdogs start). O_NONBLOCK covers the
     * race in which a FIFO takes the file's place between the two calls. */
    int fd = -1;
    if (stat(disk_path, st) != 0 ||
        (S_ISREG(st->st_mode) &&
         ((fd = open(disk_path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)) < 0 || fstat(fd, st) != 0))) {
        int error = errno;
        if (fd >= 0)
            close(fd);
        *why = strerror(error);
        *remedy = path_remedy(error);
        return -1;
    }
    if (!S_ISREG(st->st_mode)) {
        if (fd >= 0)
            close(fd);
        *why = kind_of(st->st_mode);
        *remedy = S_ISDIR(st->st_mode) ? "name a file in it, or give the folder itself to be reviewed"
                                       : "give a regular file, or pass its contents on standard input as '-'";
        return -1;
    }
    return fd;
}

ssize_t path_read(int fd, char *to, size_t n)
{
    size_t got = 0;
    while (got < n) {
        ssize_t k = read(fd, to + got, n - got);
        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return -1;
        if (k == 0)
            break;
        got += (size_t)k;
    }
    return (ssize_t)got;
}
