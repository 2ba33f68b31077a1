/* Serves one page on a port that anybody may bind. */
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    static const char page[] = "HTTP/1.0 200 OK\r\n\r\nall is well\n";
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *found;
    if (getaddrinfo(NULL, "8080", &hints, &found) != 0)
        return 1;
    int fd = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    if (fd < 0 || bind(fd, found->ai_addr, found->ai_addrlen) != 0 || listen(fd, 8) != 0) {
        freeaddrinfo(found);
        return 1;
    }
    freeaddrinfo(found);
    for (;;) {
        int peer = accept(fd, NULL, NULL);
        if (peer < 0)
            continue;
        if (send(peer, page, sizeof page - 1, MSG_NOSIGNAL) < 0)
            perror("send");
        close(peer);
    }
}
