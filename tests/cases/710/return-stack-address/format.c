/* Texts for messages. */
#include <stdio.h>
#include <string.h>

struct point {
    int x, y;
};

char *format_point(const struct point *p)
{
    char text[32];
    snprintf(text, sizeof text, "%d,%d", p->x, p->y);
    return text; // expect: CWE-562
}

struct point *middle(struct point a, struct point b)
{
    struct point m;
    struct point *result = &m;
    m.x = (a.x + b.x) / 2;
    m.y = (a.y + b.y) / 2;
    return result; // expect: CWE-562
}

/* Near misses. */
const char *name_of(int kind)
{
    static char unknown[16];
    const char *names[] = {"none", "point", "line"};
    if (kind >= 0 && kind < 3)
        return names[kind];
    snprintf(unknown, sizeof unknown, "%d", kind);
    return unknown;
}

char *format_into(char *text, size_t n, const struct point *p)
{
    char *end = text;
    int len = snprintf(text, n, "%d", p->x);
    if (len > 0 && (size_t)len < n)
        end = text + len;
    return end;
}

struct point moved(struct point p)
{
    p.x++;
    return p;
}
