struct P { int a, b; };
P make();
int f(P p)
{
    auto [x, y] = p;
    auto &[r, s] = p;
    auto [u, v] = make();
    r = 3;
    return x + y + s + u + v;
}
