int arith(int *p, int *q, long n)
{
    p += n;
    p = p - 1;
    q = 1 + q;
    if (p < q && p != 0)
        return (int)(q - p);
    return p[n] + n[q] + *(p + 1) + !p;
}
void addresses(int a[4], int n)
{
    int x, *p = &x, **pp = &p;
    int m[3][5];
    *p = 1;
    **pp = 2;
    m[n][2] = a[1];
    p = m[1];
    p = &m[n][0];
    p = &*p;
}
