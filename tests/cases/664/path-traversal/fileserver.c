/* A small file server: a client sends a name and gets the file. */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int serve(int client)
{
    char name[128];
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    return open(name, O_RDONLY); // expect: CWE-22
}

int serve_below_root(int client)
{
    char name[128], path[256];
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    snprintf(path, sizeof path, "/srv/files/%s", name);
    return open(path, O_RDONLY); // expect: CWE-22
}

FILE *profile(void)
{
    const char *name = getenv("PROFILE");
    return name ? fopen(name, "w") : NULL; // expect: CWE-22
}

/* Only names from a list. */
int serve_listed(int client)
{
    char name[128];
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    if (strcmp(name, "motd") == 0)
        return open("/srv/files/motd", O_RDONLY);
    return -1;
}

int serve_number(int client)
{
    char text[16], path[64];
    ssize_t n = recv(client, text, sizeof text - 1, 0);
    if (n <= 0)
        return -1;
    text[n] = '\0';
    snprintf(path, sizeof path, "/srv/files/%d.txt", atoi(text));
    return open(path, O_RDONLY);
}

int serve_without_slash(int client)
{
    char name[128], path[256];
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    if (strchr(name, '/') != NULL || strstr(name, "..") != NULL)
        return -1;
    snprintf(path, sizeof path, "/srv/files/%s", name);
    return open(path, O_RDONLY);
}
