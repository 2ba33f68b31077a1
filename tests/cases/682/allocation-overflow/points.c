/* Reading clouds of points whose number stands in the file's header. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct point {
    double x, y, z;
};

struct point *read_header(FILE *f)
{
    size_t n = 0;
    if (fread(&n, sizeof n, 1, f) != 1)
        return NULL;
    return malloc(n * sizeof(struct point)); // expect: CWE-680, CWE-789
}

struct point *read_header_checked(FILE *f)
{
    size_t n = 0;
    if (fread(&n, sizeof n, 1, f) != 1)
        return NULL;
    if (n > 100000)
        return NULL;
    return malloc(n * sizeof(struct point));
}

uint32_t *read_index(FILE *f)
{
    uint32_t n = 0;
    if (fread(&n, sizeof n, 1, f) != 1 || n == 0)
        return NULL;
    uint32_t *index = malloc(n * (uint32_t)sizeof *index); // expect: CWE-680, CWE-789
    return index;
}

struct point *read_header_calloc(FILE *f)
{
    uint16_t n = 0;
    if (fread(&n, sizeof n, 1, f) != 1)
        return NULL;
    return calloc(n, sizeof(struct point));
}

double *from_text(FILE *f)
{
    int rows = 0;
    if (fscanf(f, "%d", &rows) != 1)
        return NULL;
    return malloc(rows * sizeof(double)); // expect: CWE-680, CWE-789
}

double *from_text_checked(FILE *f)
{
    int rows = 0;
    if (fscanf(f, "%d", &rows) != 1 || rows <= 0 || rows > 4096)
        return NULL;
    return malloc((size_t)rows * sizeof(double));
}
