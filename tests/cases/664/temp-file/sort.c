/* Temporary files of a sort. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

FILE *run_open(void)
{
    char name[L_tmpnam];
    if (tmpnam(name) == NULL) // expect: CWE-377
        return NULL;
    return fopen(name, "w+");
}

FILE *run_open_template(void)
{
    char name[] = "/tmp/sortXXXXXX";
    if (*mktemp(name) == 0) // expect: CWE-377
        return NULL;
    return fopen(name, "w+");
}

FILE *run_open_repaired(void)
{
    char name[] = "/tmp/sortXXXXXX";
    int fd = mkstemp(name);
    if (fd < 0)
        return NULL;
    unlink(name);
    return fdopen(fd, "w+");
}

FILE *run_open_nameless(void)
{
    return tmpfile();
}

/* Making the folder or the file fails when somebody else took the name. */
int run_folder(char *template)
{
    return *mktemp(template) == 0 || mkdir(template, 0700) != 0 ? -1 : 0;
}

int run_open_new(char *template)
{
    if (*mktemp(template) == 0)
        return -1;
    return open(template, O_RDWR | O_CREAT | O_EXCL, 0600);
}

int run_open_first(char *template)
{
    if (*mktemp(template) == 0) // expect: CWE-377
        return -1;
    int fd = open(template, O_RDWR | O_CREAT, 0600);
    return fd < 0 ? mkdir(template, 0700) : fd;
}

int run_open_exclusive(void)
{
    char *name = tmpnam(NULL);
    if (name == NULL)
        return -1;
    return open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
}

int run_open_shared(void)
{
    char *name = tmpnam(NULL); // expect: CWE-377
    if (name == NULL)
        return -1;
    return open(name, O_RDWR | O_CREAT, 0600);
}
