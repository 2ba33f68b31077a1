/* A name service: requests come as datagrams, names are copied into buffers of the functions that look them up. */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { NAME_MAX_LEN = 64, LABELS = 8 };

struct entry {
    char name[NAME_MAX_LEN];
    int id;
};

int find_entry(const struct entry *table, int n, const char *name);

/* The length byte is compared with the datagram, not with the buffer. */
int lookup(int fd, const struct entry *table, int n)
{
    unsigned char packet[512];
    char name[NAME_MAX_LEN] = {0};
    ssize_t got = recv(fd, packet, sizeof(packet), 0);
    if (got < 2)
        return -1;
    size_t len = packet[0];
    if (len + 1 > (size_t)got)
        return -1;
    memcpy(name, packet + 1, len); // expect: CWE-121
    name[NAME_MAX_LEN - 1] = '\0';
    return find_entry(table, n, name);
}

int lookup_checked(int fd, const struct entry *table, int n)
{
    unsigned char packet[512];
    char name[NAME_MAX_LEN] = {0};
    ssize_t got = recv(fd, packet, sizeof(packet), 0);
    if (got < 2)
        return -1;
    size_t len = packet[0];
    if (len + 1 > (size_t)got || len >= sizeof(name))
        return -1;
    memcpy(name, packet + 1, len);
    return find_entry(table, n, name);
}

/* The header is read into less than its size. */
int version(int fd)
{
    unsigned char header[16];
    if (read(fd, header, 24) != 24) // expect: CWE-121
        return -1;
    return header[3];
}

int version_checked(int fd)
{
    unsigned char header[16];
    if (read(fd, header, sizeof(header)) != sizeof(header))
        return -1;
    return header[3];
}

/* The table has eight labels, the loop sets twelve. */
int weight(int seed)
{
    int labels[LABELS];
    int sum = 0;
    for (int i = 0; i < 12; i++)
        labels[i] = seed + i % 3; // expect: CWE-121
    for (int i = 0; i < LABELS; i++)
        sum += labels[i] & 15;
    return sum;
}

int weight_checked(int seed)
{
    int labels[LABELS];
    int sum = 0;
    for (int i = 0; i < LABELS; i++)
        labels[i] = seed & 15;
    for (int i = 0; i < LABELS; i++)
        sum += labels[i];
    return sum;
}

/* A count from the peer that is clamped only from below. */
int marks(int fd, unsigned char *out)
{
    unsigned char seen[32] = {0};
    unsigned char count = 0;
    if (recv(fd, &count, 1, 0) != 1 || count < 1)
        return -1;
    memset(seen, 1, count); // expect: CWE-121
    memcpy(out, seen, sizeof(seen));
    return 0;
}

int marks_checked(int fd, unsigned char *out)
{
    unsigned char seen[32] = {0};
    unsigned char count = 0;
    if (recv(fd, &count, 1, 0) != 1 || count < 1)
        return -1;
    memset(seen, 1, count > sizeof(seen) ? sizeof(seen) : count);
    memcpy(out, seen, sizeof(seen));
    return 0;
}
