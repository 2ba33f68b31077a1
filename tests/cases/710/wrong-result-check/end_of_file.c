/*
 * The end of the input is an int; in a char it is the same as the character 0xff.
 */
#include <stdio.h>

void copy_all(FILE *from)
{
    char c;
    while ((c = fgetc(from)) != EOF) // expect: CWE-253
        putchar(c);
}

int first_of_input(void)
{
    char c = getchar();
    if (c == EOF) // expect: CWE-253
        return -1;
    return c == '#';
}

int count_lines(FILE *from)
{
    int lines = 0;
    for (;;) {
        signed char c = getc(from);
        if (c == EOF) // expect: CWE-253
            return lines;
        lines += c == '\n';
    }
}

/* ---- in an int, or asked in another way ---- */

void copy_all_right(FILE *from)
{
    int c;
    while ((c = fgetc(from)) != EOF)
        putchar(c);
}

int first_letter(void)
{
    int c = getchar();
    if (c == EOF)
        return -1;
    char letter = (char)c;
    return letter == '#';
}

int skip_blanks(FILE *from)
{
    char c;
    int n = 0;
    do {
        c = (char)getc(from);
        n++;
    } while (c == ' ' && !feof(from));
    return n;
}
