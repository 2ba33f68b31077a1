int f(void);
int conditions(int a, int b, int *p)
{
    if (a && b || !f())
        return 1;
    if (!(a && !b))
        return 2;
    int v = a && b;
    v = a || f() && b;
    if ((v = f()))
        v--;
    a &&f();
    return p && *p ? a : v ?: b;
}
