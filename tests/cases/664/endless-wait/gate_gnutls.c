/* Makes a session for each peer, and waits for all of them. */
#include <gnutls/gnutls.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>

enum { GATES = 64 };

struct gate {
    int fd;
    gnutls_session_t session;
};

static struct gate gates[GATES];
static int n_gates;

void gate_step(struct gate *g);

static void open_gate(int queue, int listener)
{
    struct gate *g = &gates[n_gates];
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = g};
    if (n_gates >= GATES || gnutls_init(&g->session, GNUTLS_SERVER) < 0)
        return;
    g->fd = accept(listener, NULL, NULL);
    if (g->fd >= 0 && epoll_ctl(queue, EPOLL_CTL_ADD, g->fd, &event) == 0)
        n_gates++;
}

int main(void)
{
    struct epoll_event events[8], event = {.events = EPOLLIN, .data.ptr = NULL};
    int queue = epoll_create1(0);
    if (queue < 0 || epoll_ctl(queue, EPOLL_CTL_ADD, 0, &event) != 0)
        return 1;
    for (;;) {
        int n = epoll_wait(queue, events, 8, -1); // expect: CWE-1088
        for (int i = 0; i < n; i++)
            if (events[i].data.ptr == NULL)
                open_gate(queue, 0);
            else
                gate_step(events[i].data.ptr);
    }
}
