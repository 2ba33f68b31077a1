template <class F> int apply(F f);
int outer(int a, int b)
{
    int total = 0;
    auto add = [&](int x) { total += x + a; return total; };
    auto copy = [a, &b, k = a + 1] { b = a + k; };
    auto all = [=]() -> long { return a * b; };
    copy();
    return add(3) + apply([](int v) { return v; }) + (int)all();
}
struct S {
    int m;
    void go() { auto f = [this] { m++; }; f(); }
};
