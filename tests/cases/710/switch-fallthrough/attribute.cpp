// Tokens of a calculator.
#include <string>

enum class Kind { Number, Plus, Minus, End };

int weight(Kind k, int depth)
{
    int w = 0;
    switch (k) {
    case Kind::Number:
        w += 1;
        [[fallthrough]];
    case Kind::Plus:
        w += 2 * depth;
        __attribute__((fallthrough));
    case Kind::Minus:
        w += depth;
        break;
    case Kind::End:
        throw std::string("end");
    default:
        w = -1;
    }
    return w;
}

int priority(Kind k)
{
    int p = 0;
    switch (k) {
    case Kind::Plus:
        p = 1;
    case Kind::Number: // expect: CWE-484
        p *= 10;
        break;
    default:
        break;
    }
    return p;
}
