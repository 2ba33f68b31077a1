/* Sends back what it gets, to one peer at a time. */
#include <stdio.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    int peer = -1;
    for (;;) {
        fd_set readable;
        char bytes[512];
        int fd = peer < 0 ? 0 : peer;
        if (fd >= FD_SETSIZE)
            return 1;
        FD_ZERO(&readable);
        FD_SET(fd, &readable);
        if (select(fd + 1, &readable, NULL, NULL, NULL) < 0) // expect: CWE-1088
            return 1;
        if (peer < 0) {
            peer = accept(0, NULL, NULL);
            continue;
        }
        ssize_t n = recv(peer, bytes, sizeof bytes, 0);
        if (n <= 0 || send(peer, bytes, (size_t)n, MSG_NOSIGNAL) != n) {
            close(peer);
            peer = -1;
        }
    }
}
