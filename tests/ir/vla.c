int f(void);
int vla(int n, int m)
{
    int a[n * 2][m];
    char b[UNSEEN];
    a[1][2] = 3;
    return a[n][0] + b[1];
}
