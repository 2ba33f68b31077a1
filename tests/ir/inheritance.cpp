struct Base { int b; virtual int run(int); int helper(); };
struct Mid : Base { int m; };
struct Derived : public Mid {
    Derived() : Mid(), d(2) { b = 1; helper(); }
    int run(int n) override { return Base::run(n) + m; }
    int d;
};
int take(Base *p) { return p->run(1); }
int f(Derived &d) { return take(&d) + d.helper() + d.b; }
