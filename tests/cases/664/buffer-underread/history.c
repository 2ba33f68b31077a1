/* A ring of past values, and text that is looked at from its end. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The newest value is at position 0 when nothing has wrapped yet. */
int change(void)
{
    int ring[8] = {4, 4, 5, 6, 0, 0, 0, 0};
    int newest = 0;
    int previous = newest - 1;
    return ring[newest] - ring[previous]; // expect: CWE-127
}

int change_checked(void)
{
    int ring[8] = {4, 4, 5, 6, 0, 0, 0, 0};
    int newest = 0;
    int previous = newest == 0 ? 7 : newest - 1;
    return ring[newest] - ring[previous];
}

/* Skips blanks at the end of a line that may be empty. */
int last_is_digit(FILE *f)
{
    char line[128];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    line[strcspn(line, "\r\n")] = '\0';
    int n = (int)strlen(line);
    return line[n - 1] >= '0' && line[n - 1] <= '9'; // expect: CWE-127
}

int last_is_digit_checked(FILE *f)
{
    char line[128];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    line[strcspn(line, "\r\n")] = '\0';
    int n = (int)strlen(line);
    if (n == 0)
        return 0;
    return line[n - 1] >= '0' && line[n - 1] <= '9';
}

/* A signed byte selects a slot; only the upper end is tested. */
int slot(int fd)
{
    static const int slots[16] = {1, 2, 3};
    signed char which = 0;
    if (read(fd, &which, 1) != 1)
        return -1;
    if (which > 15)
        return -1;
    return slots[which]; // expect: CWE-127
}

int slot_checked(int fd)
{
    static const int slots[16] = {1, 2, 3};
    signed char which = 0;
    if (read(fd, &which, 1) != 1)
        return -1;
    if (which > 15 || which < 0)
        return -1;
    return slots[which];
}
