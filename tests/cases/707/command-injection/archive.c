/* Packs folders. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void pack_named(void)
{
    char command[256];
    const char *folder = getenv("BACKUP_FOLDER");
    if (folder == NULL)
        return;
    snprintf(command, sizeof command, "tar czf /var/backup.tgz %s", folder);
    if (system(command) != 0) // expect: CWE-78
        fputs("not packed\n", stderr);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    char line[512] = "ls -l ";
    strncat(line, argv[1], sizeof line - strlen(line) - 1);
    FILE *p = popen(line, "r"); // expect: CWE-78
    if (p == NULL)
        return 1;
    return pclose(p) == 0 ? 0 : 1;
}

int pack_all(void)
{
    return system("tar czf /var/backup.tgz /srv"); // expect: CWE-426
}

/* A number cannot hold a command. */
int stop(int pid)
{
    char command[64];
    snprintf(command, sizeof command, "kill -TERM %d", pid);
    return system(command);
}

void pack_named_repaired(void)
{
    const char *folder = getenv("BACKUP_FOLDER");
    if (folder == NULL)
        return;
    execl("/bin/tar", "tar", "czf", "/var/backup.tgz", "--", folder, (char *)NULL);
}
