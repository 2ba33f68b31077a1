/* Prints a table, and asks at the end whether all of it got out. */
#include <stdio.h>
#include <stdlib.h>

void table_row(const char *name, int n)
{
    printf("%3d %s\n", n, name);
}

int main(void)
{
    table_row("one", 1);
    if (fflush(stdout) != 0 || ferror(stdout))
        return EXIT_FAILURE;
    return EXIT_SUCCESS;
}
