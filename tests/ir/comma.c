int f(int);
int comma(int a)
{
    int i, j;
    for (i = 0, j = a; i < j; i++, j--)
        f(i), f(j);
    return f(1), f(2), a;
}
