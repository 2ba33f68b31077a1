struct Guard { Guard(int); ~Guard(); int held; };
struct Holder { Guard g; int n; ~Holder() { n = 0; } };
int work(int);
int scopes(int n)
{
    Guard outer(1);
    if (work(n)) {
        Guard inner(2);
        if (n == 3)
            return 1;
        work(4);
    }
    for (int i = 0; i < n; i++) {
        Guard each(i);
        if (work(i))
            break;
    }
    return 0;
}
