// One of each row that FORMAT.md describes, in C++; selftest.py holds clang's rows against sample.cpp.tsv.
namespace ns {
template <class T> struct Box {
    T held;
    Box(T t) : held(t) {}
    ~Box() {}
    T &operator[](int) { return held; }
    Box &operator<<(int x) { held += T(x); return *this; }
    Box *operator->() { return this; }
    operator bool() const { return held != 0; }
    int operator()(int a, int b = 2) { return a - b; }
    union { int first; int second; };
    Box &operator=(const Box &) = default;
};
int plus(int a);
} // namespace ns

template <class T> int ns_free(T t) { return t.template get<int>(1) + ns::plus(T::make(2)); }

int ns::plus(int a) { return a + 1; }

struct Base {
    virtual ~Base();
    int work(const ns::Box<int> &b, int x = 0);
    int member;
};

Base::~Base() { work(3); }

int Base::work(const ns::Box<int> &b, int)
{
    ns::Box<int> box(1), other = ns::Box<int>(2);
    box << 1 << member;
    box[0] = static_cast<int>(2.5) + int(1.5);
    auto f = [&](int k) { return box(k) * k; };
    for (auto *p = new int[3]; p; p = nullptr)
        delete[] p;
    box->held = this->member + f(4) + box.second;
    int Base::*pm = &Base::member;
    ns::Box<ns::Box<int>> nested(other);
    return b ? this->*pm : (*this).work(5, alignof(Base)) and !box;
}
