/* Reads the configuration of a service. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

void config_name(FILE *f, char *name, int size)
{
    fgets(name, size, f); // expect: CWE-252
    name[strcspn(name, "\n")] = 0;
}

int config_name_repaired(FILE *f, char *name, int size)
{
    if (fgets(name, size, f) == NULL)
        return -1;
    name[strcspn(name, "\n")] = 0;
    return 0;
}

void config_save(int fd, const void *data, size_t size)
{
    write(fd, data, size); // expect: CWE-252
}

int config_save_repaired(int fd, const void *data, size_t size)
{
    return write(fd, data, size) == (ssize_t)size ? 0 : -1;
}

/* Best effort, and the code says so. */
void wake(int fd)
{
    (void)write(fd, "x", 1);
}

/* Without the file, the mode that was set before holds. */
int config_mode(const char *path)
{
    struct stat st;
    st.st_mode = 0600;
    stat(path, &st);
    return st.st_mode & 07777;
}

int config_size(const char *path)
{
    struct stat st;
    stat(path, &st); // expect: CWE-252
    return (int)st.st_size;
}

static char rest[512];

/* Takes what waits in the socket away. */
void drain(int fd)
{
    recv(fd, rest, sizeof rest, MSG_DONTWAIT);
}

char last_answer(int fd)
{
    recv(fd, rest, sizeof rest, MSG_DONTWAIT); // expect: CWE-252
    return rest[0];
}

int config_port(const char *text)
{
    int port;
    sscanf(text, "port=%d", &port); // expect: CWE-252
    return port;
}

int config_port_repaired(const char *text)
{
    int port;
    if (sscanf(text, "port=%d", &port) != 1)
        return -1;
    return port;
}
