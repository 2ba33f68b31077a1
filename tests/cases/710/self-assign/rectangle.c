/* Rectangles on a screen. */
struct rectangle {
    int x, y, width, height;
};

struct window {
    struct rectangle area;
    int depth;
};

void window_set(struct window *w, int depth, const struct rectangle *area)
{
    w->depth = w->depth; // expect: CWE-1164
    w->area.x = area->x;
    w->area.y = w->area.y; // expect: CWE-1164
    w->area.width = area->width;
    w->area.height = area->height;
    (void)depth;
}

void window_move(struct window *w, int x, int y, int unused)
{
    unused = unused;
    w->area.x = x;
    w->area.y = y;
}

void row_shift(int *row, int *at)
{
    row[(*at)++] = row[(*at)++];
}

int window_width(int wanted, int most)
{
    int width = wanted;
    if (width > most)
        width = width; // expect: CWE-1164
    return width;
}

/* Keeps compilers from calling it uninitialised. */
int window_height(int known, int wanted)
{
    int height;
    height = height; // expect: CWE-457
    if (known)
        height = wanted;
    return known ? height : 0;
}
