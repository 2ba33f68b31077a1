void swap(int &a, int &b) { int t = a; a = b; b = t; }
int &pick(int *p, int i) { return p[i]; }
int f(int n)
{
    int x = 1, &r = x;
    const int &c = n + 1;
    swap(x, r);
    pick(&x, 0) = 5;
    int &&m = 3;
    return r + c + m + pick(&n, 0);
}
