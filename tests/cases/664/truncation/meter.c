/* Readings that are stored in narrower fields than they are read from. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct reading {
    short value;
    unsigned short port;
    signed char level;
};

void take(FILE *f, struct reading *r)
{
    int value = 0;
    if (fscanf(f, "%d", &value) == 1)
        r->value = value; // expect: CWE-197
}

void take_checked(FILE *f, struct reading *r)
{
    int value = 0;
    if (fscanf(f, "%d", &value) == 1 && value >= -1000 && value <= 1000)
        r->value = value;
}

int port(struct reading *r)
{
    const char *text = getenv("METER_PORT");
    if (text == NULL)
        return -1;
    long n = strtol(text, NULL, 10); // expect: CWE-391
    r->port = n; // expect: CWE-197
    return 0;
}

int port_checked(struct reading *r)
{
    const char *text = getenv("METER_PORT");
    if (text == NULL)
        return -1;
    long n = strtol(text, NULL, 10);
    if (n < 1 || n > 65535)
        return -1;
    r->port = n;
    return 0;
}

void level(FILE *f, struct reading *r)
{
    int level = 0;
    if (fscanf(f, "%d", &level) == 1)
        r->level = (signed char)level; // expect: CWE-197
}

/* Bytes of a number on the wire: cutting off is what is wanted. */
void put(uint32_t n, unsigned char out[4])
{
    out[0] = (unsigned char)(n >> 24);
    out[1] = (unsigned char)(n >> 16);
    out[2] = (unsigned char)(n >> 8);
    out[3] = (unsigned char)n;
}
