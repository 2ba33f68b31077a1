/* Numbers behind a name in parentheses, as a system shows them of a process. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int field(int fd, int i, long long *value)
{
    char text[4096];
    ssize_t n = read(fd, text, sizeof(text) - 1);
    if (n <= 0)
        return -1;
    text[n] = '\0';
    char *p = strrchr(text, ')');
    if (p == NULL)
        return -1;
    p++;
    while (*p == ' ')
        p++;
    if (*p == '\0')
        return -1;
    while (i-- > 0) {
        p = strchr(p, ' ');
        if (p == NULL)
            return -1;
        p++;
    }
    char *end = strchr(p, ' ');
    if (end)
        *end = '\0';
    *value = strtoll(p, &end, 10);
    return 0;
}
