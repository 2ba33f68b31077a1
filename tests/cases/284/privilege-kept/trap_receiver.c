/* Counts messages of devices, which send them to a reserved port. */
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define TRAP_PORT 162

static volatile sig_atomic_t stop;

static void on_signal(int number)
{
    (void)number;
    stop = 1;
}

int main(void)
{
    struct sockaddr_in6 address;
    unsigned long n = 0;
    char message[1500];
    memset(&address, 0, sizeof address);
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(TRAP_PORT);
    int fd = socket(AF_INET6, SOCK_DGRAM, 0);
    if (fd < 0)
        return 1;
    if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0) { // expect: CWE-250
        close(fd);
        return 1;
    }
    if (signal(SIGTERM, on_signal) == SIG_ERR)
        return 1;
    while (!stop)
        if (recv(fd, message, sizeof message, 0) > 0)
            n++;
    close(fd);
    if (printf("%lu messages\n", n) < 0 || fflush(stdout) != 0)
        return 1;
    return 0;
}
