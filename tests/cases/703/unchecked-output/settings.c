/* Keeps the settings of a service in a file. */
#include <stdio.h>

struct settings {
    int port;
    char user[32];
};

int settings_save(const char *path, const struct settings *s)
{
    FILE *out = fopen(path, "w");
    if (!out)
        return -1;
    fprintf(out, "port=%d\n", s->port);
    fprintf(out, "user=%s\n", s->user);
    fclose(out); // expect: CWE-252
    return 0;
}

int settings_save_repaired(const char *path, const struct settings *s)
{
    FILE *out = fopen(path, "w");
    if (!out)
        return -1;
    fprintf(out, "port=%d\n", s->port);
    fprintf(out, "user=%s\n", s->user);
    return fclose(out) == 0 ? 0 : -1;
}

int settings_append(const char *path, const void *data, size_t size)
{
    FILE *log = fopen(path, "ab");
    if (!log)
        return -1;
    if (size > 4096) {
        fclose(log);
        return -1;
    }
    fwrite(data, 1, size, log);
    fclose(log); // expect: CWE-252
    return 0;
}

int settings_append_asked(const char *path, const void *data, size_t size)
{
    FILE *log = fopen(path, "ab");
    if (!log)
        return -1;
    fwrite(data, 1, size, log);
    int failed = ferror(log);
    fclose(log);
    return failed ? -1 : 0;
}

int settings_append_counted(const char *path, const void *data, size_t size)
{
    FILE *log = fopen(path, "ab");
    if (!log)
        return -1;
    int ok = fwrite(data, 1, size, log) == size;
    fclose(log);
    return ok ? 0 : -1;
}

/* Nothing is lost when a file that was only read is closed. */
int settings_load(const char *path, struct settings *s)
{
    FILE *in = fopen(path, "r");
    if (!in)
        return -1;
    int n = fscanf(in, "port=%d\nuser=%31s\n", &s->port, s->user);
    fclose(in);
    return n == 2 ? 0 : -1;
}

void complain(const char *what)
{
    fprintf(stderr, "settings: %s\n", what);
}
