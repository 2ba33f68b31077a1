/* Keeps copies of the data of a service. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int backup_now(void)
{
    return system("tar cf /var/backups/data.tar /srv/data"); // expect: CWE-426
}

int backup_now_repaired(void)
{
    return system("/usr/bin/tar cf /var/backups/data.tar /srv/data");
}

FILE *backup_list(void)
{
    return popen("ls -l /var/backups", "r"); // expect: CWE-426
}

FILE *backup_list_repaired(void)
{
    return popen("/bin/ls -l /var/backups", "r");
}

int backup_sync(int fast)
{
    char command[32];
    strcpy(command, fast ? "/bin/sync -d" : "/bin/sync");
    if (!fast)
        strcpy(command, "sync"); // it may be anywhere
    return system(command); // expect: CWE-426
}

/* The shell does this itself. */
int backup_done(void)
{
    return system("echo done >> /var/log/backup");
}

/* The caller of this one asks for a search in PATH. */
int backup_edit(void)
{
    return execlp("vi", "vi", "/etc/backup.conf", (char *)NULL);
}
