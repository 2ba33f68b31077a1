/* Offsets into a file that arrive without a sign and are kept with one. */
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

struct cursor {
    int32_t at;
    int64_t end;
};

int seek_to(int s, struct cursor *c)
{
    uint32_t at = 0;
    if (recv(s, &at, sizeof at, 0) != (ssize_t)sizeof at)
        return -1;
    c->at = at; // expect: CWE-196
    return 0;
}

int seek_to_checked(int s, struct cursor *c)
{
    uint32_t at = 0;
    if (recv(s, &at, sizeof at, 0) != (ssize_t)sizeof at)
        return -1;
    if (at > INT32_MAX)
        return -1;
    c->at = at;
    return 0;
}

int end_at(FILE *f, struct cursor *c)
{
    uint64_t end = 0;
    if (fread(&end, sizeof end, 1, f) != 1)
        return -1;
    c->end = end; // expect: CWE-196
    return 0;
}

int end_at_checked(FILE *f, struct cursor *c)
{
    uint64_t end = 0;
    if (fread(&end, sizeof end, 1, f) != 1 || end > 1u << 30)
        return -1;
    c->end = end;
    return 0;
}

int32_t last(void)
{
    uint32_t n = 0xfffffff0u;
    int32_t at = n; // expect: CWE-196
    return at;
}

int32_t first(void)
{
    uint32_t n = 0xfffffffu;
    int32_t at = n;
    return at;
}
