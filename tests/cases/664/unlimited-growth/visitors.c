/* A service that remembers who connected. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct visit {
    int fd;
    struct visit *next;
};

static struct visit *visits;

static struct visit *new_visit(int fd)
{
    struct visit *v = malloc(sizeof *v);
    if (v) {
        v->fd = fd;
        v->next = NULL;
    }
    return v;
}

int welcome(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    struct visit *v = new_visit(fd);
    if (!v) {
        close(fd);
        return -1;
    }
    v->next = visits;
    visits = v; // expect: CWE-770
    return 0;
}
