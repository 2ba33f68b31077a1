/* Addresses of local variables that are left behind in memory that lives on. */
#include <stddef.h>

struct request {
    const int *limits;
    char *scratch;
};

int run(struct request *r);

static const int *current;

void select_limits(struct request *r)
{
    int limits[2] = {10, 20};
    r->limits = limits; // expect: CWE-562
}

void select_limits_checked(struct request *r)
{
    static const int limits[2] = {10, 20};
    r->limits = limits;
}

int with_scratch(struct request *r)
{
    char scratch[64];
    r->scratch = scratch;
    int result = run(r);
    r->scratch = NULL;
    return result;
}

void set_current(int value)
{
    int copy = value & 7;
    current = &copy; // expect: CWE-562
}

void set_current_checked(const int *value)
{
    current = value;
}

int current_value(void)
{
    return current ? *current : 0;
}

int *pick(int *a, int first)
{
    int other = 4;
    int *p = first ? a : &other;
    if (first)
        return p;
    return &other; // expect: CWE-562
}
