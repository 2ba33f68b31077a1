/* A patcher: offsets from the file are signed and relative to the middle of a window. */
#include <stdio.h>
#include <string.h>

enum { WINDOW = 64 };

/* The test leaves both ends open. */
int apply(FILE *f, unsigned char *out)
{
    unsigned char window[WINDOW] = {0};
    signed char delta = 0;
    if (fread(&delta, 1, 1, f) != 1 || delta == 0 || delta > 100)
        return -1;
    memset(window + WINDOW / 2 + delta, 0xff, 1); // expect: CWE-119
    memcpy(out, window, sizeof(window));
    return 0;
}

int apply_checked(FILE *f, unsigned char *out)
{
    unsigned char window[WINDOW] = {0};
    signed char delta = 0;
    if (fread(&delta, 1, 1, f) != 1 || delta < -WINDOW / 2 || delta >= WINDOW / 2)
        return -1;
    memset(window + WINDOW / 2 + delta, 0xff, 1);
    memcpy(out, window, sizeof(window));
    return 0;
}

int peek(FILE *f)
{
    unsigned char window[WINDOW] = {1, 2, 3};
    signed char delta = 0;
    if (fread(&delta, 1, 1, f) != 1 || delta > 120)
        return -1;
    return window[WINDOW / 2 + delta]; // expect: CWE-119
}

int peek_checked(FILE *f)
{
    unsigned char window[WINDOW] = {1, 2, 3};
    signed char delta = 0;
    if (fread(&delta, 1, 1, f) != 1 || delta > 31 || delta < -32)
        return -1;
    return window[WINDOW / 2 + delta];
}

int poke(FILE *f, int *out)
{
    int cells[8] = {0};
    signed char at = 0;
    if (fread(&at, 1, 1, f) != 1 || at == 8 || at > 90)
        return -1;
    cells[at] = 1; // expect: CWE-119
    memcpy(out, cells, sizeof(cells));
    return 0;
}

int poke_checked(FILE *f, int *out)
{
    int cells[8] = {0};
    signed char at = 0;
    if (fread(&at, 1, 1, f) != 1 || at < 0 || at >= 8)
        return -1;
    cells[at] = 1;
    memcpy(out, cells, sizeof(cells));
    return 0;
}
