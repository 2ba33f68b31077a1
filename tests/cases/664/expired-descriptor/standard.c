/* The standard streams of a daemon: their numbers come back with the next file that is opened. */
#include <fcntl.h>
#include <unistd.h>

int detach(void)
{
    close(0);
    int null = open("/dev/null", O_RDWR);
    if (null < 0)
        return -1;
    int result = dup2(0, 1);
    if (null > 2)
        close(null);
    return result;
}

int say_goodbye(const char *path)
{
    int fd = open(path, O_WRONLY);
    if (fd < 0)
        return -1;
    close(fd);
    return write(fd, "bye\n", 4) == 4 ? 0 : -1; // expect: CWE-910
}
