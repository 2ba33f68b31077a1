struct s {
    int a;
};
void f(void *p, long n, double d)
{
    struct s *s = (struct s *)p;
    int *ip = p;
    char c = n;
    c = (char)n;
    n = d;
    unsigned long address = (unsigned long)p;
    p = (void *)address;
    _Bool b = n;
    b = p != 0;
    unsigned u = -1;
    c = 300;
    s->a = (int)(short)n;
    (void)n;
    const char *q = (const char *)ip + 1;
    p = (void *)0;
    p = 0;
    (void)q, (void)b, (void)u;
}
