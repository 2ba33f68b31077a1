/* Opens the port of a service. */
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void fill(struct sockaddr_in *a, unsigned short port)
{
    memset(a, 0, sizeof *a);
    a->sin_family = AF_INET;
    a->sin_port = htons(port);
}

int serve_too_early(unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s < 0)
        return -1;
    if (bind(s, (struct sockaddr *)&a, sizeof a) != 0) {
        close(s);
        return -1;
    }
    int peer = accept(s, NULL, NULL); // expect: CWE-666
    close(s);
    return peer;
}

int serve(unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s < 0)
        return -1;
    int peer = -1;
    if (bind(s, (struct sockaddr *)&a, sizeof a) == 0 && listen(s, 8) == 0)
        peer = accept(s, NULL, NULL);
    close(s);
    return peer;
}

int bind_too_late(int s, unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    if (listen(s, 8) != 0)
        return -1;
    return bind(s, (struct sockaddr *)&a, sizeof a); // expect: CWE-666
}

int bind_before(int s, unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    if (bind(s, (struct sockaddr *)&a, sizeof a) != 0)
        return -1;
    return listen(s, 8);
}

/* A client that wants to come from a port of its own has to say so before it connects. */
int call_from(int s, const struct sockaddr_in *server, unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    if (connect(s, (const struct sockaddr *)server, sizeof *server) != 0)
        return -1;
    return bind(s, (struct sockaddr *)&a, sizeof a); // expect: CWE-666
}

/* Two sockets, each in its own order. */
int pair(int data, int control, unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    if (listen(control, 1) != 0)
        return -1;
    return bind(data, (struct sockaddr *)&a, sizeof a);
}

int prepare(int s);

/* The other function may call listen. */
int serve_prepared(void)
{
    int s = socket(AF_INET, SOCK_STREAM, 0);
    int peer = -1;
    if (s < 0)
        return -1;
    if (prepare(s) == 0)
        peer = accept(s, NULL, NULL);
    close(s);
    return peer;
}

/* The second socket cannot have the address that the first one has. */
int serve_twice(int first, int second, unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    if (bind(first, (struct sockaddr *)&a, sizeof a) != 0)
        return -1;
    return bind(second, (struct sockaddr *)&a, sizeof a); // expect: CWE-666
}

int serve_both(int first, int second, unsigned short port)
{
    struct sockaddr_in a;
    fill(&a, port);
    if (bind(first, (struct sockaddr *)&a, sizeof a) != 0)
        return -1;
    a.sin_port = htons((unsigned short)(port + 1));
    return bind(second, (struct sockaddr *)&a, sizeof a);
}

int serve_shared(int first, int second, unsigned short port)
{
    struct sockaddr_in a;
    int on = 1;
    fill(&a, port);
    if (setsockopt(first, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0 || bind(first, (struct sockaddr *)&a, sizeof a) != 0)
        return -1;
    if (setsockopt(second, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0)
        return -1;
    return bind(second, (struct sockaddr *)&a, sizeof a);
}
