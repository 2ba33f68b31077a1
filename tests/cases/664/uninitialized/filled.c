/* Variables that library calls fill, and members of records whose headers are not here. */
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>

int last_byte(const char *text)
{
    unsigned char address[16];
    if (inet_pton(AF_INET, text, address) != 1)
        return -1;
    return address[3];
}

int last_byte_unread(void)
{
    unsigned char address[16];
    return address[3]; // expect: CWE-457
}

int is_ready(int fd)
{
    struct pollfd p[2];
    p[0].fd = p[1].fd = fd;
    p[0].events = POLLIN;
    p[1].events = POLLOUT;
    if (poll(p, 2, 1000) <= 0)
        return 0;
    return p[0].revents != 0;
}

int wants_write(int fd, int write)
{
    struct pollfd p[1];
    p[0].fd = fd;
    if (write)
        p[0].events |= POLLOUT; // expect: CWE-457
    else
        p[0].events = POLLIN;
    return poll(p, 1, 1000);
}

/* `lane` is an array, as far as anybody can see. */
vector_of_bytes four_lanes(void)
{
    vector_of_bytes v;
    v.lane[3] = lane_of(0);
    return v;
}
