/* Files of a mail store. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int store_create(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666); // expect: CWE-732
    return fd;
}

int store_create_repaired(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    return fd;
}

int store_open(const char *path)
{
    return open(path, O_RDONLY);
}

int queue_folder(const char *path)
{
    return mkdir(path, 0777); // expect: CWE-732
}

int queue_folder_repaired(const char *path)
{
    return mkdir(path, S_IRWXU | S_IRGRP | S_IXGRP);
}

/* All may add files, but only their owners may remove them. */
int drop_folder(const char *path)
{
    return mkdir(path, 01777);
}

int host_key(void)
{
    return open("/etc/maild/host.key", O_WRONLY | O_CREAT | O_TRUNC, 0644); // expect: CWE-732
}

int host_key_repaired(void)
{
    return open("/etc/maild/host.key", O_WRONLY | O_CREAT | O_TRUNC, 0600);
}

void daemon_mask(void)
{
    umask(0); // expect: CWE-732
}

void daemon_mask_repaired(void)
{
    umask(027);
}
