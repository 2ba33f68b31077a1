/* Writes messages of users to a log. */
#include <stdio.h>
#include <stdlib.h>
#include <syslog.h>

int log_line(FILE *in)
{
    char line[256];
    if (fgets(line, sizeof line, in) == NULL)
        return -1;
    syslog(LOG_INFO, line); // expect: CWE-134
    return 0;
}

int log_line_repaired(FILE *in)
{
    char line[256];
    if (fgets(line, sizeof line, in) == NULL)
        return -1;
    syslog(LOG_INFO, "%s", line); // expect: CWE-117
    return 0;
}

void greet(void)
{
    const char *name = getenv("USER");
    if (name != NULL)
        printf(name); // expect: CWE-134
}

void greet_fixed(int formal)
{
    const char *format = formal ? "Good day\n" : "Hello\n";
    printf(format);
}
