/* A line of text that is edited in place. */
#include <string.h>

struct line {
    char text[128];
    size_t used;
};

void line_insert(char *text)
{
    memcpy(text + 4, text, 32); // expect: CWE-475
    memcpy(text, "    ", 4);
}

void line_insert_repaired(char *text)
{
    memmove(text + 4, text, 32);
    memcpy(text, "    ", 4);
}

void line_cut(void)
{
    char text[64] = "some text that is long enough to be cut at its begin";
    char *at = text;
    memcpy(&text[2], &text[10], 20); // expect: CWE-475
    strncpy(at, text, 8);
}

/* The halves lie side by side. */
void line_double(char *text)
{
    memcpy(text + 32, text, 32);
}

void numbers_shift(int *n)
{
    memcpy(n + 1, n, 7 * sizeof *n); // expect: CWE-475
    n[0] = 0;
}

void numbers_copy(int *n)
{
    memcpy(n + 8, n, 8 * sizeof *n);
}

/* The pointer is another one by then. */
void line_walk(char *text)
{
    char *from = text;
    text += 64;
    memcpy(text + 4, from, 32);
}
