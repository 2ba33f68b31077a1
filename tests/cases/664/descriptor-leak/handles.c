/* Sockets that are kept in a type as wide as a pointer, as on systems where they are no small numbers. */
#include <sys/socket.h>
#include <unistd.h>

typedef unsigned long socket_handle;
#define NO_SOCKET ((socket_handle)-1)

/* The caller gets it. */
socket_handle handle_open(int family)
{
    return socket(family, SOCK_STREAM, 0);
}

int handle_open_into(int family, socket_handle *out)
{
    *out = socket(family, SOCK_STREAM, 0);
    return *out == NO_SOCKET ? -1 : 0;
}

int handle_probe(int family)
{
    socket_handle s = socket(family, SOCK_STREAM, 0); // expect: CWE-775
    return s == NO_SOCKET ? -1 : 0;
}
