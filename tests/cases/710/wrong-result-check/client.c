/* Reads the greeting of a server. */
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <wchar.h>

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

int name_of_peer(FILE *in, wchar_t *name)
{
    if (fwscanf(in, L"%31ls", name) == 0) // expect: CWE-253
        return -1;
    return 0;
}

int name_of_peer_repaired(FILE *in, wchar_t *name)
{
    if (fwscanf(in, L"%31ls", name) == EOF)
        return -1;
    return 0;
}

int mark(FILE *out)
{
    if (fputwc(L'#', out) == 0) // expect: CWE-253
        return -1;
    return fprintf(out, "%d\n", 1) == 0 ? -1 : 0; // expect: CWE-253
}

int mark_repaired(FILE *out)
{
    if (fputwc(L'#', out) == WEOF)
        return -1;
    return fprintf(out, "%d\n", 1) < 0 ? -1 : 0;
}

int config_install(const char *from, const char *to)
{
    if (rename(from, to) == 0) // expect: CWE-253
        fprintf(stderr, "rename failed: %s\n", from);
    return 0;
}

int config_install_repaired(const char *from, const char *to)
{
    if (rename(from, to) != 0)
        fprintf(stderr, "rename failed: %s\n", from);
    return 0;
}

/* The message is about something else. */
int config_absent(const char *path)
{
    if (remove(path) == 0)
        fprintf(stderr, "the file of a run that failed was still there\n");
    return 0;
}

int config_remove(const char *path)
{
    if (!remove(path)) { // expect: CWE-253
        fprintf(stderr, "Cannot remove %s\n", path);
        return -1;
    }
    return 0;
}

/* It says what went right, and that this was not wanted. */
int config_keep(const char *path)
{
    if (remove(path) == 0)
        fprintf(stderr, "remove succeeded (failed to keep %s)\n", path);
    return 0;
}
