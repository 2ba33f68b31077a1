int f(int);
int loops(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) {
        for (;;) {
            if (f(i))
                break;
        }
        if (i == 5)
            continue;
        sum += i;
    }
    for (; n; n >>= 1)
        ;
    return sum;
}
