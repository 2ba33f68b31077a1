/* Looks at the clock after each wake-up, and a second wait has a limit. */
#include <poll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SILENCE = 60 };

int main(void)
{
    struct pollfd fds[2] = {{.fd = 0, .events = POLLIN}, {.fd = -1, .events = POLLIN}};
    time_t heard = 0;
    for (;;) {
        char text[128];
        if (poll(fds, 2, fds[1].fd < 0 ? -1 : SILENCE * 1000) < 0)
            return 1;
        time_t now = time(NULL);
        if (fds[1].fd < 0) {
            fds[1].fd = accept(0, NULL, NULL);
            heard = now;
        } else if (fds[1].revents & POLLIN && recv(fds[1].fd, text, sizeof text, 0) > 0) {
            heard = now;
        } else if (now - heard >= SILENCE || fds[1].revents) {
            close(fds[1].fd);
            fds[1].fd = -1;
        }
    }
}
