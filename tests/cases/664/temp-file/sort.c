/* Temporary files of a sort. */
#include <stdio.h>
#include <stdlib.h>
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
    return fdopen(fd, "w+");
}

FILE *run_open_nameless(void)
{
    return tmpfile();
}
