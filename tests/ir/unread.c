int f(int);
int broken(int a, int *p)
{
    int b = 1;
    a = @b p $;
    return f(a) + b;
}
