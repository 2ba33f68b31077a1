/* A container file: offsets in its index lead to the parts. */
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

struct part {
    uint32_t kind, offset;
};

int first_byte(FILE *f)
{
    unsigned char body[1024] = {0};
    struct part p = {0, 0};
    if (fread(&p, sizeof(p), 1, f) != 1 || fread(body, 1, sizeof(body), f) != sizeof(body))
        return -1;
    const unsigned char *start = body + p.offset;
    return *start; // expect: CWE-823
}

int first_byte_checked(FILE *f)
{
    unsigned char body[1024] = {0};
    struct part p = {0, 0};
    if (fread(&p, sizeof(p), 1, f) != 1 || fread(body, 1, sizeof(body), f) != sizeof(body))
        return -1;
    if (p.offset >= sizeof(body))
        return -1;
    const unsigned char *start = body + p.offset;
    return *start;
}

int mark(int fd, unsigned char *out)
{
    unsigned char page[256] = {0};
    int32_t where = 0;
    if (recv(fd, &where, sizeof(where), 0) != (ssize_t)sizeof(where))
        return -1;
    unsigned char *p = page + where;
    *p = 1; // expect: CWE-823
    *out = page[0];
    return 0;
}

int mark_checked(int fd, unsigned char *out)
{
    unsigned char page[256] = {0};
    int32_t where = 0;
    if (recv(fd, &where, sizeof(where), 0) != (ssize_t)sizeof(where))
        return -1;
    if (where < 0 || where > 255)
        return -1;
    unsigned char *p = page + where;
    *p = 1;
    *out = page[0];
    return 0;
}

int kind_at(int fd)
{
    struct part parts[4] = {{1, 0}, {2, 0}, {3, 0}, {4, 0}};
    uint32_t skip = 0;
    if (recv(fd, &skip, sizeof(skip), 0) != (ssize_t)sizeof(skip))
        return -1;
    const struct part *p = parts + skip;
    return (int)p->kind; // expect: CWE-823
}

int kind_at_checked(int fd)
{
    struct part parts[4] = {{1, 0}, {2, 0}, {3, 0}, {4, 0}};
    uint32_t skip = 0;
    if (recv(fd, &skip, sizeof(skip), 0) != (ssize_t)sizeof(skip))
        return -1;
    const struct part *p = parts + skip % 4;
    return (int)p->kind;
}
