/* A decoder of a small image format: header, palette, rows. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct image {
    uint8_t *pixels;
    uint8_t *palette;
    unsigned width, height;
};

/* The palette has room for 16 colours; the file says how many follow. */
int read_palette(FILE *f, struct image *img)
{
    int colours = fgetc(f);
    if (colours < 1)
        return -1;
    uint8_t *palette = malloc(16 * 3);
    if (palette == NULL)
        return -1;
    if (fread(palette, 3, (size_t)colours, f) != (size_t)colours) { // expect: CWE-122
        free(palette);
        return -1;
    }
    img->palette = palette;
    return colours;
}

int read_palette_checked(FILE *f, struct image *img)
{
    int colours = fgetc(f);
    if (colours < 1 || colours > 16)
        return -1;
    uint8_t *palette = malloc(16 * 3);
    if (palette == NULL)
        return -1;
    if (fread(palette, 3, (size_t)colours, f) != (size_t)colours) {
        free(palette);
        return -1;
    }
    img->palette = palette;
    return colours;
}

/* Rows are read with their padding, but the block has no room for it. */
int read_row(FILE *f, struct image *img)
{
    unsigned char width = 0;
    if (fread(&width, 1, 1, f) != 1 || width == 0)
        return -1;
    size_t stride = (size_t)width * 4;
    uint8_t *row = malloc((size_t)width * 3);
    if (row == NULL)
        return -1;
    if (fread(row, 1, stride, f) != stride) { // expect: CWE-122
        free(row);
        return -1;
    }
    img->pixels = row;
    return 0;
}

int read_row_checked(FILE *f, struct image *img)
{
    unsigned char width = 0;
    if (fread(&width, 1, 1, f) != 1 || width == 0)
        return -1;
    size_t stride = (size_t)width * 4;
    uint8_t *row = malloc(stride);
    if (row == NULL)
        return -1;
    if (fread(row, 1, stride, f) != stride) {
        free(row);
        return -1;
    }
    img->pixels = row;
    return 0;
}

/* A thumbnail of 32 by 32 that is cleared as if it had 64 rows. */
uint8_t *thumbnail(void)
{
    uint8_t *t = malloc(32 * 32);
    if (t == NULL)
        return NULL;
    memset(t, 0xff, 32 * 64); // expect: CWE-122
    return t;
}

uint8_t *thumbnail_checked(void)
{
    uint8_t *t = malloc(32 * 32);
    if (t == NULL)
        return NULL;
    memset(t, 0xff, 32 * 32);
    return t;
}
