/* Sending a file in parts. */
#include <stddef.h>

int part_send(int fd, const char *data, size_t n);
int part_flush(int fd);
size_t part_size(size_t left);

int transfer(int fd, const char *data, size_t n)
{
    int err = 0;
    err = part_send(fd, data, n); // expect: CWE-563
    err = part_flush(fd);
    return err;
}

int transfer_close(int fd, size_t left)
{
    size_t size;
    int err = part_flush(fd);
    size = part_size(left); // expect: CWE-563
    return err;
}

/* Near misses. */
int transfer_all(int fd, const char *data, size_t n)
{
    int err = -1;
    while (n > 0) {
        size_t now = part_size(n);
        err = part_send(fd, data, now);
        if (err)
            break;
        data += now;
        n -= now;
    }
    return err;
}

int transfer_quietly(int fd, const char *data, size_t n)
{
    int ignored = part_send(fd, data, n);
    (void)ignored;
    const char *last = NULL;
    last = data;
    return part_flush(fd) + (last == data);
}

int transfer_traced(int fd)
{
    int err = part_flush(fd);
#ifdef TRACE
    return err;
#else
    return 0;
#endif
}

/* Which of the two declarations counts is for the macros to say. */
int transfer_checked(int fd)
{
    WITH_FLUSH(
        int err;
        err = part_flush(fd);
    )
    WITHOUT_FLUSH(
        const int err = 0;
        (void)fd;
    )
    return err;
}

int transfer_rest(int fd)
{
    size_t rest; // expect: CWE-563
    int tries = 3; // expect: CWE-563
    rest = 0;
    return part_flush(fd);
}

/* Near misses. */
struct part {
    size_t size;
};

size_t transfer_need(int fd)
{
    struct part *first;
    size_t now;
    int unused_fd = fd;
    while ((now = part_size(1)) > 2)
        ;
    return sizeof *first;
}
