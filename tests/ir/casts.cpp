struct B { int v; }; struct D : B {};
long f(B *b, const char *c, double d)
{
    D *x = static_cast<D *>(b);
    D *y = dynamic_cast<D *>(b);
    char *z = const_cast<char *>(c);
    long n = reinterpret_cast<long>(b) + int(d) + long{3};
    bool q = b;
    return n + x->v + y->v + *z + q + (b == nullptr);
}
