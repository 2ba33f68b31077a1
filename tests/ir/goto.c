int f(int);
void release(int *p);
int unwind(int n)
{
    int a = f(n);
    if (a < 0)
        goto out;
    {
        int b = f(a);
        if (b)
            goto out;
        release(&b);
    }
again:
    if (f(a))
        goto again;
out:
    return a;
}
