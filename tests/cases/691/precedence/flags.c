/* File modes. */
#include <fcntl.h>
#include <unistd.h>

#define MODE_WRITE 0222
#define MODE_SETUID 04000

int is_read_only(unsigned mode)
{
    return mode & MODE_WRITE == 0; // expect: CWE-783
}

int lacks_setuid(unsigned mode)
{
    if (!mode & MODE_SETUID) // expect: CWE-783
        return 1;
    return 0;
}

int differs(int level, int wanted)
{
    if (!level == wanted) // expect: CWE-783
        return 1;
    return 0;
}

int open_log(const char *name)
{
    int fd;
    if ((fd = open(name, O_WRONLY | O_APPEND) < 0)) // expect: CWE-783, CWE-775
        return -1;
    return fd;
}

/* Near misses. */
int is_writable(unsigned mode)
{
    return (mode & MODE_WRITE) != 0;
}

int both(int a, int b, int c)
{
    return (a == b) & (b == c) & !c;
}

int open_quietly(const char *name)
{
    int fd;
    if ((fd = open(name, O_RDONLY)) < 0)
        return -1;
    return fd;
}

int width(int n, int wide)
{
    return n + (wide ? 8 : 4);
}
