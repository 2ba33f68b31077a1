/* Tells the time (RFC 868) on a port that anybody may bind. */
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int open_port(unsigned short port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(fd, 8) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

int main(void)
{
    int fd = open_port(3737);
    if (fd < 0) {
        perror("port 3737");
        return 1;
    }
    for (;;) {
        int peer = accept(fd, NULL, NULL);
        if (peer < 0)
            continue;
        uint32_t now = htonl((uint32_t)((uint64_t)time(NULL) + 2208988800u));
        if (send(peer, &now, sizeof now, MSG_NOSIGNAL) != sizeof now)
            perror("send");
        close(peer);
    }
}
