/* Editing of lines in place: trimming, backspaces, right-aligned numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A line that is empty has no last character. */
int read_line(FILE *f, char *out)
{
    char line[256];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    line[strcspn(line, "\n")] = '\0';
    size_t n = strlen(line);
    line[(int)n - 1] = '.'; // expect: CWE-124
    memcpy(out, line, sizeof(line));
    return 0;
}

int read_line_checked(FILE *f, char *out)
{
    char line[256];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    line[strcspn(line, "\n")] = '\0';
    size_t n = strlen(line);
    if (n > 0)
        line[n - 1] = '.';
    memcpy(out, line, sizeof(line));
    return 0;
}

/* Backspaces before the first character leave the buffer. */
int typed(int fd, char *out)
{
    char text[80] = {0};
    char c = 0;
    int at = 0;
    if (read(fd, &c, 1) != 1)
        return -1;
    if (c == '\b')
        at--;
    else
        text[at++] = c;
    if (read(fd, &c, 1) != 1)
        return -1;
    text[at] = c; // expect: CWE-124
    memcpy(out, text, sizeof(text));
    return at;
}

int typed_checked(int fd, char *out)
{
    char text[80] = {0};
    char c = 0;
    int at = 0;
    if (read(fd, &c, 1) != 1)
        return -1;
    if (c != '\b')
        text[at++] = c;
    if (read(fd, &c, 1) != 1)
        return -1;
    text[at] = c;
    memcpy(out, text, sizeof(text));
    return at;
}

/* The header is put in front of a block that has no room in front. */
char *with_header(void)
{
    char *block = malloc(64);
    if (block == NULL)
        return NULL;
    memset(block - 4, 0, 4); // expect: CWE-124
    block[0] = '!';
    return block;
}

char *with_header_checked(void)
{
    char *block = malloc(64);
    if (block == NULL)
        return NULL;
    char *body = block + 4;
    memset(body - 4, 0, 4);
    body[0] = '!';
    return block;
}
