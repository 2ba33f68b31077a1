int f(int);
int g(int a, void *p)
{
    if (__builtin_expect(!!a, 0))
        return 1;
    if (__builtin_constant_p(3) && a)
        f(1);
    if (!p)
        __builtin_unreachable();
    return __builtin_choose_expr(1, 5, f(2));
}
