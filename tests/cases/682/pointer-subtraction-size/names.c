/* Two tables of names that somebody expects to lie one behind the other. */
#include <stddef.h>
#include <string.h>

static const char *first_names[] = {"ada", "grace", "edsger"};
static const char *last_names[] = {"lovelace", "hopper", "dijkstra"};

ptrdiff_t first_count(void)
{
    return last_names - first_names; // expect: CWE-469
}

ptrdiff_t last_count(void)
{
    return &last_names[3] - last_names;
}

size_t length(const char *text)
{
    const char *end = text;
    while (*end)
        end++;
    return (size_t)(end - text);
}

ptrdiff_t frame_size(void)
{
    char from[64], to[16];
    return &to[0] - &from[0]; // expect: CWE-469
}

size_t directory_length(void)
{
    char path[] = "etc/passwd", copy[] = "etc/passwd";
    const char *slash = strchr(path, '/');
    return slash ? (size_t)(slash - copy) : 0; // expect: CWE-469
}

size_t directory_length_repaired(void)
{
    char path[] = "etc/passwd";
    const char *slash = strchr(path, '/');
    return slash ? (size_t)(slash - path) : 0;
}
