struct Vec {
    int x, y;
    Vec operator+(const Vec &o) const { Vec r = {x + o.x, y + o.y}; return r; }
    int operator[](int i) { return i ? y : x; }
    Vec &operator=(const Vec &o);
    bool operator!() const;
};
bool operator==(const Vec &a, const Vec &b) { return a.x == b.x; }
int f(Vec a, Vec b, std::string s)
{
    Vec c = a + b;
    c = a;
    if (a == b && !c)
        return c[1];
    std::cout << "n: " << a.x << s;
    s += "tail";
    return s == "x";
}
