/* Takes over the user's name from the environment. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void home_of_user(char *out, size_t size)
{
    char name[32];
    const char *user = getenv("USER");
    if (user == NULL)
        user = "nobody";
    strcpy(name, user); // expect: CWE-676
    snprintf(out, size, "/home/%s", name);
}

void home_of_user_repaired(char *out, size_t size)
{
    char name[32];
    const char *user = getenv("USER");
    if (user == NULL || strlen(user) >= sizeof name)
        user = "nobody";
    strcpy(name, user);
    snprintf(out, size, "/home/%s", name);
}

void label(char *out, size_t size, int number)
{
    char prefix[12], tight[4];
    sprintf(prefix, "%d", number);
    strcpy(tight, "port"); // expect: CWE-676, CWE-193
    snprintf(out, size, "%s %s", tight, prefix);
}

int word(FILE *in)
{
    char key[16], value[16];
    if (fscanf(in, "%15s %s", key, value) != 2) // expect: CWE-676
        return -1;
    return strcmp(key, value);
}

int word_repaired(FILE *in)
{
    char key[16], value[16];
    if (fscanf(in, "%15s %15s", key, value) != 2)
        return -1;
    return strcmp(key, value);
}
