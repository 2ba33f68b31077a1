/* Asks for a name and a place. */
#include <stdio.h>

char *ask_name(char *buffer)
{
    return gets(buffer); // expect: CWE-242
}

int ask_place(void)
{
    char place[80];
    if (gets(place) == NULL) // expect: CWE-242
        return -1;
    return place[0];
}

int ask_place_repaired(void)
{
    char place[80];
    if (fgets(place, sizeof place, stdin) == NULL)
        return -1;
    return place[0];
}
