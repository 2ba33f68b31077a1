int f(int);
int gnu(int a)
{
    int m = ({
        int t = f(a);
        t > 3 ? t : 3;
    });
    typeof(a) copy = m;
    __auto_type other = copy + 1L;
    return ({ f(1); }) + copy + (int)other;
}
