/* A pipe is no file. */
#include <stdio.h>
#include <stdlib.h>

int lines(char *out, int size)
{
    FILE *p = popen("/usr/bin/uptime", "r");
    if (p == NULL)
        return -1;
    int ok = fgets(out, size, p) != NULL;
    fclose(p); // expect: CWE-762
    return ok;
}

int lines_checked(char *out, int size)
{
    FILE *p = popen("/usr/bin/uptime", "r");
    if (p == NULL)
        return -1;
    int ok = fgets(out, size, p) != NULL;
    pclose(p);
    return ok;
}
