/* Starting a helper program for each job. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void pack(int s)
{
    char name[128];
    ssize_t n = recv(s, name, sizeof name - 1, 0);
    if (n <= 0)
        return;
    name[n] = '\0';
    execl("/usr/bin/zip", "zip", "out.zip", name, (char *)NULL); // expect: CWE-88
    _exit(127);
}

void show(void)
{
    const char *page = getenv("HELP_PAGE");
    if (page == NULL)
        return;
    execlp("/usr/bin/man", "man", page, (char *)NULL); // expect: CWE-88
    _exit(127);
}

void mail(FILE *f)
{
    char to[128];
    if (fgets(to, sizeof to, f) == NULL)
        return;
    execl("/usr/sbin/sendmail", "sendmail", to, (char *)NULL); // expect: CWE-88
    _exit(127);
}

void fixed(void)
{
    execl("/usr/bin/zip", "zip", "-r", "out.zip", "data", (char *)NULL);
    _exit(127);
}

void numbered(int s)
{
    unsigned id = 0;
    char name[32];
    if (recv(s, &id, sizeof id, 0) != (ssize_t)sizeof id)
        return;
    snprintf(name, sizeof name, "job%u", id);
    execl("/usr/bin/zip", "zip", "out.zip", name, (char *)NULL);
    _exit(127);
}

void listed(int s)
{
    char name[128];
    ssize_t n = recv(s, name, sizeof name - 1, 0);
    if (n <= 0)
        return;
    name[n] = '\0';
    if (strcmp(name, "daily") == 0)
        execl("/usr/bin/zip", "zip", "out.zip", "daily", (char *)NULL);
    _exit(127);
}
