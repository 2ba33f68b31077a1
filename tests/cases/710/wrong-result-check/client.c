/* Reads the greeting of a server. */
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <stdlib.h>
#include <sys/socket.h>

int greeting_size(int fd, char *buffer, size_t size)
{
    size_t n = recv(fd, buffer, size, 0);
    if (n < 0) // expect: CWE-253, CWE-570
        return -1;
    return (int)n;
}

int greeting_size_repaired(int fd, char *buffer, size_t size)
{
    ssize_t n = recv(fd, buffer, size, 0);
    if (n < 0)
        return -1;
    return (int)n;
}

int handshake(SSL *ssl)
{
    if (SSL_connect(ssl) == -1) // expect: CWE-253
        return -1;
    return 0;
}

int handshake_repaired(SSL *ssl)
{
    if (SSL_connect(ssl) <= 0)
        return -1;
    return 0;
}
