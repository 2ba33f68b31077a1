/* A chat between two: whoever connects may stay silent for as long as they like. */
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static int serve(int listener)
{
    struct pollfd fds[3] = {{.fd = listener, .events = POLLIN}, {.fd = -1}, {.fd = -1}};
    while (poll(fds, 3, -1) > 0) { // expect: CWE-1088
        if (fds[0].revents & POLLIN && (fds[1].fd < 0 || fds[2].fd < 0))
            fds[fds[1].fd < 0 ? 1 : 2] = (struct pollfd){.fd = accept(listener, NULL, NULL), .events = POLLIN};
        for (int i = 1; i < 3; i++) {
            char text[256];
            if (fds[i].fd < 0 || !(fds[i].revents & POLLIN))
                continue;
            ssize_t n = recv(fds[i].fd, text, sizeof text, 0);
            if (n <= 0) {
                close(fds[i].fd);
                fds[i].fd = -1;
            } else if (fds[3 - i].fd >= 0 && send(fds[3 - i].fd, text, (size_t)n, MSG_NOSIGNAL) != n) {
                perror("send");
            }
        }
    }
    return -1;
}

int main(void)
{
    if (listen(STDIN_FILENO, 4) != 0)
        return 1;
    return serve(STDIN_FILENO) == 0 ? 0 : 1;
}
