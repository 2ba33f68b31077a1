/* Readers of a configuration file. */
#include <ctype.h>
#include <stddef.h>

#define READER(name) {#name, read_##name}

struct reader {
    const char *name;
    int (*read)(const char *text);
};

static int check_length(const char *text) // expect: CWE-561
{
    int n = 0;
    while (text[n])
        n++;
    return n < 64;
}

static int depth(const char *text, int level) // expect: CWE-561
{
    return *text == '(' ? depth(text + 1, level + 1) : level;
}

/* Near misses: named by pasting, in a table, by another configuration, on purpose. */
static int read_port(const char *text)
{
    return isdigit((unsigned char)*text) ? *text - '0' : -1;
}

static int read_host(const char *text)
{
    return *text ? 0 : -1;
}

#ifdef WITH_USERS
static int read_user(const char *text)
{
    return *text == '@';
}
#endif

static __attribute__((unused)) int read_later(const char *text)
{
    return *text == '#';
}

static inline int is_blank(char c)
{
    return c == ' ' || c == '\t';
}

const struct reader readers[] = {
    READER(port),
    {"host", read_host},
#ifdef WITH_USERS
    {"user", read_user},
#endif
    {NULL, NULL},
};
