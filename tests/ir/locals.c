int f(void);
int scopes(int x)
{
    int x1 = x;
    {
        int x = 2;
        x1 += x;
        {
            int x = 3;
            x1 += x;
        }
    }
    struct local {
        int a, b;
    } s = {1, 2};
    enum { LOCAL = 7 };
    typedef char name[8];
    name n = "abc";
    extern int outside;
    static int count = 5;
    count++;
    int declared_later(int);
    return x + s.b + LOCAL + n[0] + outside + declared_later(count);
}
