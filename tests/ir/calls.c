int printf(const char *format, ...);
int known(long a, unsigned char b);
int unprototyped();
static int local(const char *s)
{
    return s[0];
}
typedef int (*handler)(int, void *);
struct ops {
    handler on;
    int (*table[4])(int);
};
_Noreturn void fatal(int);
int calls(struct ops *o, handler h, float f, short s)
{
    known(1, 300);
    printf("%d %f", s, f);
    unprototyped(s, f);
    undeclared(s, f);
    local("x");
    h(1, 0);
    (*h)(2, o);
    o->on(3, o);
    o->table[s](4);
    (void)known(2, 3);
    (local)("y");
    if (s)
        fatal(1);
    return (s ? local : local)("z");
}
