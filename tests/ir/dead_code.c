int f(int);
int dead(int a)
{
    if (a)
        return 1;
    else
        return 2;
    f(a);
    while (a)
        f(3);
    return 0;
}
void endless(void)
{
    for (;;)
        f(1);
    f(2);
}
