int f(int);
void loops(int n)
{
    while (n > 0) {
        if (f(n))
            continue;
        if (n == 3)
            break;
        n--;
    }
    do
        n++;
    while (n < 10 && f(n));
    while (1)
        if (f(0))
            return;
}
