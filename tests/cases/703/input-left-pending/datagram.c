/* Readers of datagrams that ask for the size first. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int take(const void *bytes, size_t n, const struct sockaddr_storage *from);

int read_one(int fd)
{
    struct sockaddr_storage from;
    socklen_t from_size = sizeof from;
    char bytes[2048];
    int size = 0;
    if (ioctl(fd, FIONREAD, &size) < 0) // expect: CWE-754
        return -1;
    if (size == 0)
        return 0;
    ssize_t n = recvfrom(fd, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &from_size);
    return n < 0 ? -1 : take(bytes, (size_t)n, &from);
}

/* Goes round and round for an empty datagram. */
int read_all(int fd, const volatile int *stop)
{
    while (!*stop) {
        struct sockaddr_storage from;
        socklen_t from_size = sizeof from;
        char bytes[2048];
        ssize_t size = recv(fd, NULL, 0, MSG_PEEK | MSG_TRUNC); // expect: CWE-754
        if (size <= 0)
            continue;
        ssize_t n = recvfrom(fd, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &from_size);
        if (n < 0 || take(bytes, (size_t)n, &from) != 0)
            return -1;
    }
    return 0;
}

struct inbox {
    int fd;
    unsigned long empty;
};

void inbox_read(struct inbox *in)
{
    struct sockaddr_storage from;
    socklen_t from_size = sizeof from;
    char bytes[2048];
    ssize_t size = recvfrom(in->fd, bytes, 1, MSG_PEEK, NULL, NULL); // expect: CWE-754
    if (size < 1) {
        in->empty++;
        return;
    }
    size = recvfrom(in->fd, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &from_size);
    if (size > 0 && take(bytes, (size_t)size, &from) != 0)
        perror("take");
}

/* Takes it, whatever its size. */
int read_any(int fd)
{
    struct sockaddr_storage from;
    socklen_t from_size = sizeof from;
    char bytes[2048];
    int size = 0;
    if (ioctl(fd, FIONREAD, &size) < 0)
        return -1;
    ssize_t n = recvfrom(fd, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &from_size);
    if (size == 0 || n <= 0)
        return 0;
    return take(bytes, (size_t)n, &from);
}

/* Takes the empty one as well, and throws it away. */
void inbox_read_or_drop(struct inbox *in)
{
    struct sockaddr_storage from;
    socklen_t from_size = sizeof from;
    char bytes[2048];
    ssize_t size = recv(in->fd, bytes, 1, MSG_PEEK);
    if (size < 0)
        return;
    if (size == 0) {
        in->empty++;
        (void)recv(in->fd, bytes, sizeof bytes, 0);
        return;
    }
    size = recvfrom(in->fd, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &from_size);
    if (size > 0 && take(bytes, (size_t)size, &from) != 0)
        perror("take");
}

/* A stream without bytes has nothing to take. */
int stream_read(int fd, char *bytes, size_t room)
{
    int size = 0;
    if (ioctl(fd, FIONREAD, &size) < 0)
        return -1;
    if (size == 0)
        return 0;
    return (int)recv(fd, bytes, room, 0);
}
