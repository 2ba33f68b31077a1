/*
 * Lengths out of headers that came from a peer. That nobody asks how much arrived makes the header no less the peer's:
 * who wants to, sends enough.
 */
#include <arpa/inet.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct header {
    uint8_t type;
    uint8_t flags;
    uint16_t length;
};

int cast_header(int fd)
{
    char packet[512], name[64];
    if (recv(fd, packet, sizeof packet, 0) <= 0)
        return -1;
    const struct header *h = (const struct header *)packet;
    unsigned int length = ntohs(h->length);
    memcpy(name, packet + sizeof *h, length); // expect: CWE-121, CWE-126
    return name[0];
}

int copied_header(int fd)
{
    char packet[512], name[64];
    struct header h;
    if (read(fd, packet, sizeof packet) <= 0)
        return -1;
    memcpy(&h, packet, sizeof h);
    unsigned int length = ntohs(h.length);
    memset(name, 0, length); // expect: CWE-121
    return name[0];
}

int one_octet(int fd)
{
    unsigned char packet[300];
    static const char *const words[4] = {"none", "hello", "data", "bye"};
    if (recv(fd, packet, sizeof packet, 0) < 0)
        return -1;
    return words[packet[3]][0]; // expect: CWE-129
}

/* ---- tested before it is used ---- */

int tested(int fd)
{
    char packet[512], name[64];
    if (recv(fd, packet, sizeof packet, 0) <= 0)
        return -1;
    const struct header *h = (const struct header *)packet;
    unsigned int length = ntohs(h->length);
    if (length > sizeof name)
        return -1;
    memcpy(name, packet + sizeof *h, length);
    return (int)length;
}

int limited(int fd)
{
    char packet[512], name[64];
    struct header h;
    if (read(fd, packet, sizeof packet) <= 0)
        return -1;
    memcpy(&h, packet, sizeof h);
    unsigned int length = ntohs(h.length);
    memset(name, 0, length < sizeof name ? length : sizeof name);
    return (int)length;
}

int masked(int fd)
{
    unsigned char packet[300];
    static const char *const words[4] = {"none", "hello", "data", "bye"};
    if (recv(fd, packet, sizeof packet, 0) < 0)
        return -1;
    return words[packet[3] & 3][0];
}
