/* Files and descriptors that two places close. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int copy_state(char *out)
{
    int fd = open("/var/lib/example/state", O_RDONLY);
    if (fd < 0)
        return -1;
    ssize_t n = read(fd, out, 16);
    if (n != 16)
        close(fd);
    close(fd); // expect: CWE-1341
    return n == 16 ? 0 : -1;
}

int copy_state_checked(char *out)
{
    int fd = open("/var/lib/example/state", O_RDONLY);
    if (fd < 0)
        return -1;
    ssize_t n = read(fd, out, 16);
    close(fd);
    return n == 16 ? 0 : -1;
}

int write_log(const char *line)
{
    FILE *f = fopen("/var/log/example.log", "a");
    if (f == NULL)
        return -1;
    if (fputs(line, f) < 0) {
        fclose(f);
        goto failed;
    }
    return fclose(f);
failed:
    fclose(f); // expect: CWE-1341
    return -1;
}

int write_log_checked(const char *line)
{
    FILE *f = fopen("/var/log/example.log", "a");
    if (f == NULL)
        return -1;
    if (fputs(line, f) < 0)
        goto failed;
    return fclose(f);
failed:
    fclose(f);
    return -1;
}

int is_empty(void)
{
    DIR *d = opendir("/var/spool/example");
    if (d == NULL)
        return -1;
    int empty = readdir(d) == NULL;
    closedir(d);
    if (empty)
        closedir(d); // expect: CWE-1341
    return empty;
}

int is_empty_checked(void)
{
    DIR *d = opendir("/var/spool/example");
    if (d == NULL)
        return -1;
    int empty = readdir(d) == NULL;
    closedir(d);
    return empty;
}
