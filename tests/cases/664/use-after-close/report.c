/* Reports that are written to files and folders that are read. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

int write_report(const char *title)
{
    FILE *f = fopen("/var/lib/example/report.txt", "w");
    if (f == NULL)
        return -1;
    int ok = fputs(title, f) >= 0;
    if (fclose(f) != 0)
        return -1;
    if (ok)
        ok = fputs("end\n", f) >= 0; // expect: CWE-672
    return ok ? 0 : -1;
}

int write_report_checked(const char *title)
{
    FILE *f = fopen("/var/lib/example/report.txt", "w");
    if (f == NULL)
        return -1;
    int ok = fputs(title, f) >= 0;
    if (ok)
        ok = fputs("end\n", f) >= 0;
    if (fclose(f) != 0)
        return -1;
    return ok ? 0 : -1;
}

int count_entries(void)
{
    DIR *d = opendir("/var/lib/example");
    int n = 0;
    if (d == NULL)
        return -1;
    while (readdir(d) != NULL)
        n++;
    closedir(d);
    rewinddir(d); // expect: CWE-672
    return n;
}

int count_entries_checked(void)
{
    DIR *d = opendir("/var/lib/example");
    int n = 0;
    if (d == NULL)
        return -1;
    while (readdir(d) != NULL)
        n++;
    rewinddir(d);
    closedir(d);
    return n;
}

long size(const char *line)
{
    FILE *f = tmpfile();
    if (f == NULL)
        return -1;
    if (fputs(line, f) < 0) {
        fclose(f);
        return -1;
    }
    fclose(f);
    return ftell(f); // expect: CWE-672
}

long size_checked(const char *line)
{
    FILE *f = tmpfile();
    if (f == NULL)
        return -1;
    long at = fputs(line, f) < 0 ? -1 : ftell(f);
    fclose(f);
    return at;
}
