/* Counts what comes in. */
struct counter {
    int seen, lost;
    volatile int *port;
};

void counter_add(struct counter *c, int n)
{
    c->seen + n; // expect: CWE-1164
}

void counter_add_repaired(struct counter *c, int n)
{
    c->seen += n;
}

int counter_sum(const int *values, int n)
{
    int sum = 0, i = 0;
    for (; i < n; i + 1) { // expect: CWE-1164
        sum += values[i++];
    }
    return sum;
}

void counter_mask(struct counter *c, unsigned mask)
{
    if (mask)
        mask & 15u; // expect: CWE-1164
    c->lost = (int)mask;
}

/* Marks the argument as used. */
void counter_reset(struct counter *c, int unused)
{
    unused;
    (void)(c->seen + unused);
    c->seen = c->lost = 0;
}

/* Reading the port is what this is for. */
void counter_poll(struct counter *c)
{
    *c->port;
    c->seen++;
}

#ifdef WITH_CHECKS
#define EXPECT(x) counter_check(x)
#endif

void counter_check_all(struct counter *c)
{
    EXPECT(c->seen - c->lost);
}
