int old(a, s, f)
int a;
char *s, f[10];
{
    return a + s[0] + f[1];
}
implicit(x)
{
    return x;
}
