/* Prints a list. What it prints may be all that somebody keeps. */
#include <stdio.h>

void list_title(const char *title)
{
    puts(title); // expect: CWE-252
}

void list_item(const char *name, int n)
{
    printf("%3d %s\n", n, name);
}

int main(int argc, char **argv)
{
    list_title("arguments");
    for (int i = 1; i < argc; i++)
        list_item(argv[i], i);
    return 0;
}
