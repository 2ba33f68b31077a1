/* Reads a configuration: the calls that may return null are the allocator, the environment, look-ups in texts and files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct option {
    char *key;
    int value;
};

struct option *option_new(int value)
{
    struct option *o = malloc(sizeof(*o));
    o->key = NULL; // expect: CWE-690
    o->value = value;
    return o;
}

struct option *option_new_checked(int value)
{
    struct option *o = malloc(sizeof(*o));
    if (!o)
        return NULL;
    o->key = NULL;
    o->value = value;
    return o;
}

size_t home_length(void)
{
    const char *home = getenv("HOME");
    return strlen(home); // expect: CWE-690
}

size_t home_length_checked(void)
{
    const char *home = getenv("HOME");
    return home ? strlen(home) : 0;
}

/* A line without an equals sign. */
int option_set(struct option *o, FILE *f)
{
    char line[128];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    char *eq = strchr(line, '=');
    *eq = '\0'; // expect: CWE-690
    o->value = eq[1] == '1';
    return 0;
}

int option_set_checked(struct option *o, FILE *f)
{
    char line[128];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    char *eq = strchr(line, '=');
    if (eq == NULL)
        return -1;
    *eq = '\0';
    o->value = eq[1] == '1';
    return 0;
}

int first_line(char *out, int size)
{
    FILE *f = fopen("/etc/example.conf", "r");
    int ok = fgets(out, size, f) != NULL; // expect: CWE-690
    fclose(f);
    return ok;
}

int first_line_checked(char *out, int size)
{
    FILE *f = fopen("/etc/example.conf", "r");
    if (f == NULL)
        return 0;
    int ok = fgets(out, size, f) != NULL;
    fclose(f);
    return ok;
}
