/* Settings of the system that arrive from elsewhere. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int rename_host(int s)
{
    char name[64];
    ssize_t n = recv(s, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    return sethostname(name, strlen(name)); // expect: CWE-15
}

int set_zone(FILE *f)
{
    char zone[64];
    if (fgets(zone, sizeof zone, f) == NULL)
        return -1;
    return setenv("TZ", zone, 1); // expect: CWE-15
}

int set_path(int s)
{
    static char path[256];
    ssize_t n = recv(s, path, sizeof path - 1, 0);
    if (n <= 0)
        return -1;
    path[n] = '\0';
    return setenv("PATH", path, 1); // expect: CWE-15
}

int fixed_zone(void)
{
    return setenv("TZ", "UTC", 1);
}

int listed_zone(FILE *f)
{
    char zone[64];
    if (fgets(zone, sizeof zone, f) == NULL)
        return -1;
    if (strcmp(zone, "CET\n") == 0)
        return setenv("TZ", "CET", 1);
    return setenv("TZ", "UTC", 1);
}

int numbered_host(int s)
{
    unsigned id = 0;
    char name[32];
    if (recv(s, &id, sizeof id, 0) != (ssize_t)sizeof id)
        return -1;
    snprintf(name, sizeof name, "node%u", id);
    return sethostname(name, strlen(name));
}
