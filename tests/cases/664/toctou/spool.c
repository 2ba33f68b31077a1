/* Files of a mail spool. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int spool_open(const char *name)
{
    if (access(name, W_OK) != 0) // expect: CWE-367
        return -1;
    return open(name, O_WRONLY | O_APPEND);
}

int spool_remove(const char *name)
{
    struct stat st;
    if (lstat(name, &st) != 0) // expect: CWE-367
        return -1;
    if (st.st_uid != getuid())
        return -1;
    return unlink(name);
}

/* Near misses. */
int spool_open_checked(const char *name)
{
    struct stat st;
    int fd = open(name, O_WRONLY | O_APPEND | O_NOFOLLOW);
    if (fd < 0)
        return -1;
    if (fstat(fd, &st) != 0 || st.st_uid != getuid()) {
        close(fd);
        return -1;
    }
    return fd;
}

int spool_replace(const char *old, const char *name)
{
    if (access(old, R_OK) != 0)
        return -1;
    return open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
}

int spool_exists(const char *name)
{
    return access(name, F_OK) == 0;
}

/* The second look is at what was opened. */
int spool_open_regular(const char *name)
{
    struct stat st;
    if (stat(name, &st) != 0 || !S_ISREG(st.st_mode))
        return -1;
    int fd = open(name, O_RDONLY);
    if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))) {
        close(fd);
        return -1;
    }
    return fd;
}

/* The name is another one by then. */
int spool_first_free(char *name)
{
    struct stat st;
    size_t last = strlen(name) - 1;
    name[last] = '0';
    if (stat(name, &st) != 0)
        return -1;
    name[last] = '1';
    return open(name, O_RDONLY);
}
