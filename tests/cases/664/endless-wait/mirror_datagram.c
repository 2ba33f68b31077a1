/* Sends back each datagram. It keeps nothing for anybody, so there is nothing to expire. */
#include <poll.h>
#include <sys/socket.h>

int main(void)
{
    for (;;) {
        struct sockaddr_storage from;
        socklen_t size = sizeof from;
        char bytes[512];
        struct pollfd in = {.fd = 0, .events = POLLIN};
        if (poll(&in, 1, -1) < 0)
            return 1;
        ssize_t n = recvfrom(0, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &size);
        if (n >= 0 && sendto(0, bytes, (size_t)n, 0, (struct sockaddr *)&from, size) < 0)
            return 1;
    }
}
