/* Connections and files by their descriptors. */
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

int greet(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    close(fd);
    return send(fd, "bye\n", 4, 0) == 4 ? 0 : -1; // expect: CWE-910
}

int greet_checked(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    int ok = send(fd, "bye\n", 4, 0) == 4;
    close(fd);
    return ok ? 0 : -1;
}

/* An error closes the file, and the loop goes on with it. */
int read_state(char *out)
{
    int fd = open("/var/lib/example/state", O_RDONLY);
    if (fd < 0)
        return -1;
    if (lseek(fd, 16, SEEK_SET) < 0)
        close(fd);
    if (read(fd, out, 1) != 1) { // expect: CWE-910
        close(fd);
        return -1;
    }
    close(fd);
    return 0;
}

int read_state_checked(char *out)
{
    int fd = open("/var/lib/example/state", O_RDONLY);
    if (fd < 0)
        return -1;
    if (lseek(fd, 16, SEEK_SET) < 0) {
        close(fd);
        return -1;
    }
    if (read(fd, out, 1) != 1) {
        close(fd);
        return -1;
    }
    close(fd);
    return 0;
}

int sync_state(const char *data, size_t n)
{
    int fd = open("/var/lib/example/state", O_WRONLY);
    if (fd < 0)
        return -1;
    int ok = write(fd, data, n) == (ssize_t)n;
    close(fd);
    return ok && fsync(fd) == 0 ? 0 : -1; // expect: CWE-910
}

int sync_state_checked(const char *data, size_t n)
{
    int fd = open("/var/lib/example/state", O_WRONLY);
    if (fd < 0)
        return -1;
    int ok = write(fd, data, n) == (ssize_t)n && fsync(fd) == 0;
    close(fd);
    return ok ? 0 : -1;
}
