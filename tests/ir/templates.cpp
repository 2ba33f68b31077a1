template <typename T> T maximum(T a, T b) { return a > b ? a : b; }
template <typename T, int N> class Array {
public:
    T &at(int i) { return data[i]; }
    int size() const { return N; }
    T data[N];
};
int f(Array<int, 3> &a) { return maximum<int>(a.at(0), 2) + a.size(); }
template <> int maximum(int a, int b) { return a; }
