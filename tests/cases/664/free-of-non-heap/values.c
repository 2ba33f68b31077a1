/* Texts that sometimes come from the heap. */
#include <stdlib.h>
#include <string.h>

void use(const char *text);

void show_default(void)
{
    char *text = "default";
    use(text);
    free(text); // expect: CWE-590
}

void show_default_checked(void)
{
    char *text = strdup("default");
    if (text == NULL)
        return;
    use(text);
    free(text);
}

/* A short text lies in the function's own buffer. */
void show(const char *s)
{
    char small[16];
    char *text = small;
    size_t n = strlen(s);
    if (n >= sizeof(small)) {
        text = malloc(n + 1);
        if (text == NULL)
            return;
    }
    memcpy(text, s, n + 1);
    use(text);
    free(text); // expect: CWE-590
}

void show_checked(const char *s)
{
    char small[16];
    char *text = small;
    size_t n = strlen(s);
    if (n >= sizeof(small)) {
        text = malloc(n + 1);
        if (text == NULL)
            return;
    }
    memcpy(text, s, n + 1);
    use(text);
    if (text != small)
        free(text);
}

static int table[64];

int *swap_table(int renew)
{
    int *t = table;
    if (renew) {
        free(t); // expect: CWE-590
        t = calloc(64, sizeof(*t));
    }
    return t;
}

int *swap_table_checked(int renew)
{
    int *t = table;
    if (renew)
        t = calloc(64, sizeof(*t));
    return t;
}

int first_cell(void)
{
    return table[0];
}
