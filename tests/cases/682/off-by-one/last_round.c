/*
 * Loops whose own test lets in the round behind the last element: of blocks whose size only their makers know, and of
 * arrays that are filled for as long as there is input.
 */
#include <stdio.h>
#include <stdlib.h>

int *numbered(int n)
{
    int *p = malloc(n * sizeof *p);
    if (!p)
        return NULL;
    for (int i = 0; i <= n; i++)
        p[i] = i; // expect: CWE-193
    return p;
}

int sum_of_asked(const char *many)
{
    int n = atoi(many), sum = 0;
    int *p = calloc(n, sizeof *p);
    if (!p)
        return 0;
    for (int i = 0; i <= n; i++)
        sum += p[i]; // expect: CWE-193
    free(p);
    return sum;
}

int first_of_file(FILE *file)
{
    int numbers[10] = {0}, n = 0, v;
    while (fscanf(file, "%d", &v) == 1)
        numbers[n++] = v; // expect: CWE-121
    return numbers[0];
}

/* ---- one less ---- */

int *numbered_right(int n)
{
    int *p = malloc(n * sizeof *p);
    if (!p)
        return NULL;
    for (int i = 0; i < n; i++)
        p[i] = i;
    return p;
}

int *with_end(int n)
{
    int *p = malloc((n + 1) * sizeof *p);
    if (!p)
        return NULL;
    for (int i = 0; i <= n; i++)
        p[i] = i;
    return p;
}

int first_ten_of_file(FILE *file)
{
    int numbers[10] = {0}, n = 0, v;
    while (n < 10 && fscanf(file, "%d", &v) == 1)
        numbers[n++] = v;
    return numbers[0];
}
