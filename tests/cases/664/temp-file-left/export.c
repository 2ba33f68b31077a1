/* Exports a report through a temporary file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int report_print(int fd);
void report_register(const char *path);

int export_left(void)
{
    char path[] = "/var/tmp/reportXXXXXX";
    int fd = mkstemp(path); // expect: CWE-459
    if (fd < 0)
        return -1;
    int ok = report_print(fd);
    close(fd);
    return ok;
}

int export_removed(void)
{
    char path[] = "/var/tmp/reportXXXXXX";
    int fd = mkstemp(path);
    if (fd < 0)
        return -1;
    unlink(path);
    int ok = report_print(fd);
    close(fd);
    return ok;
}

int export_logged(void)
{
    char path[64] = "/var/tmp/auditXXXXXX";
    int fd = mkstemp(path); // expect: CWE-459
    if (fd < 0) {
        fprintf(stderr, "cannot make %s\n", path);
        return -1;
    }
    int ok = report_print(fd);
    close(fd);
    return ok;
}

int export_moved(const char *to)
{
    char path[] = "/var/tmp/reportXXXXXX";
    int fd = mkstemp(path);
    if (fd < 0)
        return -1;
    int ok = report_print(fd);
    close(fd);
    if (rename(path, to) != 0)
        return -1;
    return ok;
}

/* Another function knows the name from there on. */
int export_registered(void)
{
    char path[] = "/var/tmp/reportXXXXXX";
    int fd = mkstemp(path);
    if (fd < 0)
        return -1;
    report_register(path);
    return fd;
}

int export_with_suffix(void)
{
    char path[] = "/var/tmp/reportXXXXXX.csv";
    int fd = mkstemps(path, 4); // expect: CWE-459
    if (fd < 0)
        return -1;
    int ok = report_print(fd);
    close(fd);
    return ok;
}

/* The caller has the name. */
int export_named(char *path)
{
    strcpy(path, "/tmp/XXXXXX");
    return mkstemp(path);
}
