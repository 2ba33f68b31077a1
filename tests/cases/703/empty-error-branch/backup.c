/* Makes a backup of a file. */
#include <stdio.h>
#include <unistd.h>

int copy_file(const char *from, const char *to);

int backup(const char *path, const char *copy)
{
    int ret = copy_file(path, copy);
    // expect below: CWE-390
    if (ret < 0) {
    }
    return 0;
}

void backup_sync(int fd)
{
    if (fsync(fd) != 0) // expect: CWE-390
        ;
}

int backup_repaired(const char *path, const char *copy)
{
    int ret = copy_file(path, copy);
    if (ret < 0) {
        fprintf(stderr, "no backup of %s\n", path);
        return -1;
    }
    return 0;
}

void backup_remove(const char *copy)
{
    if (unlink(copy) != 0) {
        /* There was none. */
    }
}

void backup_label(FILE *in, char *label, int size)
{
    // expect below: CWE-390
    if (fgets(label, size, in) == NULL) {
        /* do nothing */
    }
}

int backup_log(const char *path, FILE **log)
{
    FILE *f;
    f = fopen(path, "a");
    // expect below: CWE-390
    if (f == NULL) {
    }
    *log = f;
    return 0;
}

/* The result says that the file is there. */
void backup_look(const char *path)
{
    if (!access(path, R_OK)) {
    }
}

void backup_close(const char *path)
{
    FILE *f = fopen(path, "a");
    // expect below: CWE-390
    if (f == NULL) {
    }
    fclose(f); // expect: CWE-476
}
