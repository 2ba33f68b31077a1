/* Files and connections on ways that end early. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* The test of the first line forgets the file. */
int load(char *out, int size)
{
    FILE *f = fopen("/etc/example.conf", "r"); // expect: CWE-775
    if (f == NULL)
        return -1;
    if (fgets(out, size, f) == NULL)
        return -1;
    fclose(f);
    return 0;
}

int load_checked(char *out, int size)
{
    FILE *f = fopen("/etc/example.conf", "r");
    if (f == NULL)
        return -1;
    if (fgets(out, size, f) == NULL) {
        fclose(f);
        return -1;
    }
    fclose(f);
    return 0;
}

/* A peer that sends nonsense costs a descriptor. */
int serve(int listener)
{
    char word[8] = {0};
    int fd = accept(listener, NULL, NULL); // expect: CWE-775
    if (fd < 0)
        return -1;
    if (recv(fd, word, sizeof(word), 0) != (ssize_t)sizeof(word))
        return -1;
    if (memcmp(word, "GETSTATE", sizeof(word)) != 0) {
        close(fd);
        return -1;
    }
    close(fd);
    return 0;
}

int serve_checked(int listener)
{
    char word[8] = {0};
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    if (recv(fd, word, sizeof(word), 0) != (ssize_t)sizeof(word)) {
        close(fd);
        return -1;
    }
    int same = memcmp(word, "GETSTATE", sizeof(word)) == 0;
    close(fd);
    return same ? 0 : -1;
}

/* The second open takes the place of the first. */
int reopen(void)
{
    int fd = open("/var/log/example.log", O_RDONLY); // expect: CWE-775
    if (fd < 0)
        return -1;
    fd = open("/var/log/example.log.1", O_RDONLY);
    if (fd < 0)
        return -1;
    close(fd);
    return 0;
}

int reopen_checked(void)
{
    int fd = open("/var/log/example.log", O_RDONLY);
    if (fd < 0)
        return -1;
    close(fd);
    fd = open("/var/log/example.log.1", O_RDONLY);
    if (fd < 0)
        return -1;
    close(fd);
    return 0;
}

/* Given to the caller. */
int open_state(void)
{
    int fd = open("/var/lib/example/state", O_RDONLY);
    if (fd < 0)
        return -1;
    return fd;
}
