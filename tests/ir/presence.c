int f(int);
int configured(int a)
{
#ifdef HAVE_A
    a = f(1);
#elif defined(HAVE_B)
    a = f(2);
#else
    a = f(3);
#endif
#ifdef HAVE_A
    int x = 1;
    a += x;
#endif
    switch (a) {
    case 1: return 1;
#ifdef HAVE_C
    case 2: return 2;
#endif
    }
#if LEVEL > 2
    return a;
#endif
    return 0;
}
#ifdef HAVE_A
int only_a(void)
{
    return 1;
}
#endif
struct cfg {
    int always;
#ifdef HAVE_A
    int sometimes;
#endif
    int last;
};
unsigned long size(struct cfg *c)
{
    return c->sometimes + sizeof *c;
}
