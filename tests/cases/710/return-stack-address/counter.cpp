// Counters by value and by reference.
#include <functional>
#include <string>

std::function<int()> make_counter(int start)
{
    int n = start;
    return [&n] { return ++n; }; // expect: CWE-562
}

const int &larger(const int &a, int b)
{
    if (a > b)
        return a;
    return b; // expect: CWE-562
}

// Near misses.
std::function<int()> make_own_counter(int start)
{
    int n = start;
    return [n]() mutable { return ++n; };
}

std::string title(int n)
{
    std::string text = "item ";
    text += std::to_string(n);
    return text;
}

class Store {
public:
    int &at(int i)
    {
        return values[i & 7];
    }
    Store *self()
    {
        return this;
    }

private:
    int values[8];
};
