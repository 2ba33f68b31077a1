/* A configuration that is read from one of two places. */
#include <stdio.h>
#include <stdlib.h>

char *default_place(void);

int count_lines(const char *place)
{
    FILE *f = NULL;
    char line[256];
    int n = 0;
    if (place) {
        f = fopen(place, "r");
    } else {
        char *other = default_place();
        if (other) {
            f = fopen(other, "r");
            free(other);
        }
    }
    if (f) {
        while (fgets(line, sizeof(line), f))
            n++;
        fclose(f);
    }
    return n;
}

int first_of(const int *items, int n)
{
    const int *found = NULL;
    for (int i = 0; i < n; i++)
        if (items[i] > 0) {
            found = &items[i];
            break;
        }
    if (found == NULL)
        return *found; // expect: CWE-476
    return *found;
}
