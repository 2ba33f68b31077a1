/* Loading plug-ins. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

void *from_environment(void)
{
    const char *name = getenv("EDITOR_PLUGIN");
    return name ? dlopen(name, RTLD_NOW) : NULL; // expect: CWE-114
}

void *from_peer(int s)
{
    char name[64], path[128];
    ssize_t n = recv(s, name, sizeof name - 1, 0);
    if (n <= 0)
        return NULL;
    name[n] = '\0';
    snprintf(path, sizeof path, "/usr/lib/editor/%s.so", name);
    return dlopen(path, RTLD_LAZY); // expect: CWE-114
}

void *from_list(FILE *list)
{
    char line[256];
    if (fgets(line, sizeof line, list) == NULL)
        return NULL;
    line[strcspn(line, "\n")] = '\0';
    return dlopen(line, RTLD_LAZY); // expect: CWE-114
}

void *fixed(void)
{
    return dlopen("/usr/lib/editor/spell.so", RTLD_NOW);
}

void *chosen(void)
{
    const char *name = getenv("EDITOR_PLUGIN");
    if (name != NULL && strcmp(name, "spell") == 0)
        return dlopen("/usr/lib/editor/spell.so", RTLD_NOW);
    return NULL;
}

void *numbered(int s)
{
    unsigned char n = 0;
    char path[64];
    if (recv(s, &n, 1, 0) != 1)
        return NULL;
    snprintf(path, sizeof path, "/usr/lib/editor/plugin%u.so", (unsigned)n);
    return dlopen(path, RTLD_LAZY);
}
