/* Notes that are printed through a function of its own. */
#include <stdarg.h>
#include <stdio.h>

static void note(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list); // expect: CWE-134
    va_end(list);
}

static void note_line(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
}

int echo(void)
{
    char line[80];
    if (fgets(line, sizeof(line), stdin) == NULL)
        return -1;
    note(line);
    return 0;
}

int echo_quoted(void)
{
    char line[80];
    if (fgets(line, sizeof(line), stdin) == NULL)
        return -1;
    note_line("\"%s\"\n", line);
    return 0;
}
