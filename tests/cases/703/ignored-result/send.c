/* What is sent over a socket. */
#include <sys/socket.h>

void say_goodbye(int fd, const char *text, size_t n)
{
    send(fd, text, n, 0); // expect: CWE-252
}

void hang_up(int fd)
{
    send(fd, "bye\n", 4, MSG_NOSIGNAL); // expect: CWE-252
}

int say(int fd, const char *text, size_t n)
{
    return send(fd, text, n, MSG_NOSIGNAL) == (ssize_t)n ? 0 : -1;
}

/* Only wakes the other thread up. */
void wake(int fd)
{
    send(fd, "", 1, 0);
}

/* If there is room; if not, so be it. */
void hint(int fd, const char *text, size_t n)
{
    send(fd, text, n, MSG_DONTWAIT);
}

/* Datagrams get lost anyway; whoever needs an answer asks again. */
void answer(int fd, const struct sockaddr *to, socklen_t to_size)
{
    sendto(fd, "pong", 4, 0, to, to_size);
}
