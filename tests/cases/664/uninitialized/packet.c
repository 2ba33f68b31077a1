/* Values that are set on some ways only: parts of records, elements, out-parameters, blocks. */
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>

struct header {
    uint8_t type;
    uint16_t length;
    uint32_t id;
};

/* A type that no case names leaves the length without a value. */
int payload(int type)
{
    int length;
    switch (type) {
    case 1: length = 8; break;
    case 2: length = 16; break;
    default: break;
    }
    return length * 2; // expect: CWE-457
}

int payload_checked(int type)
{
    int length;
    switch (type) {
    case 1: length = 8; break;
    case 2: length = 16; break;
    default: return -1;
    }
    return length * 2;
}

/* The id is forgotten. */
uint32_t key(int type)
{
    struct header h;
    h.type = (uint8_t)type;
    h.length = 12;
    return h.id ^ h.length; // expect: CWE-457
}

uint32_t key_checked(int type)
{
    struct header h;
    h.type = (uint8_t)type;
    h.length = 12;
    h.id = 7;
    return h.id ^ h.length;
}

/* malloc does not clear what it returns. */
int histogram(const uint8_t *data, size_t n)
{
    int *bins = malloc(4 * sizeof(*bins));
    if (bins == NULL)
        return -1;
    if (n > 0)
        bins[0] = data[0];
    int sum = bins[3]; // expect: CWE-457
    free(bins);
    return sum & 255;
}

int histogram_checked(const uint8_t *data, size_t n)
{
    int *bins = calloc(4, sizeof(*bins));
    if (bins == NULL)
        return -1;
    if (n > 0)
        bins[0] = data[0];
    int sum = bins[3];
    free(bins);
    return sum & 255;
}

/* Only the first half is set. */
int middle(void)
{
    int table[8];
    for (int i = 0; i < 4; i++)
        table[i] = i;
    return table[5]; // expect: CWE-457
}

int middle_checked(void)
{
    int table[8];
    for (int i = 0; i < 8; i++)
        table[i] = i & 3;
    return table[5];
}

/* Set by the callee. */
int type_of(int fd)
{
    struct header h;
    if (recv(fd, &h, sizeof(h), 0) != (ssize_t)sizeof(h))
        return -1;
    return h.type;
}
