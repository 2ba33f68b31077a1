/* Logs in to a news server. */
#include <string.h>
#include <sys/socket.h>

int login(int fd, const char *password)
{
    ssize_t n = send(fd, password, strlen(password), 0); // expect: CWE-319
    return n == (ssize_t)strlen(password) ? 0 : -1;
}

int login_repaired(int fd, const char *proof, size_t size)
{
    ssize_t n = send(fd, proof, size, 0);
    return n == (ssize_t)size ? 0 : -1;
}
