/* Names of directory entries: at most 255 bytes, and without a slash. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

int count_files(DIR *folder)
{
    struct dirent *e;
    struct stat st;
    int n = 0;
    while ((e = readdir(folder)) != NULL)
        if (stat(e->d_name, &st) == 0 && S_ISREG(st.st_mode))
            n++;
    return n;
}

int show_entries(DIR *folder)
{
    struct dirent *e;
    char path[300], label[64];
    while ((e = readdir(folder)) != NULL) {
        int len = (int)strlen(e->d_name);
        if (len < 3)
            continue;
        sprintf(path, "%s/%s", "/proc/acpi/processor", e->d_name);
        sprintf(label, "cpu %s", e->d_name); // expect: CWE-121
        puts(path);
        puts(label);
    }
    return 0;
}
