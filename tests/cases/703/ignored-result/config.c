/* Reads the configuration of a service. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void config_name(FILE *f, char *name, int size)
{
    fgets(name, size, f); // expect: CWE-252
    name[strcspn(name, "\n")] = 0;
}

int config_name_repaired(FILE *f, char *name, int size)
{
    if (fgets(name, size, f) == NULL)
        return -1;
    name[strcspn(name, "\n")] = 0;
    return 0;
}

void config_save(int fd, const void *data, size_t size)
{
    write(fd, data, size); // expect: CWE-252
}

int config_save_repaired(int fd, const void *data, size_t size)
{
    return write(fd, data, size) == (ssize_t)size ? 0 : -1;
}

/* Best effort, and the code says so. */
void wake(int fd)
{
    (void)write(fd, "x", 1);
}
