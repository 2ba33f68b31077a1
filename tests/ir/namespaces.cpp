namespace a { namespace b { int value = 3; enum class Kind { One, Two }; struct Inner { int v; static int s; }; int Inner::s = 1; } }
namespace short_name = a::b;
namespace { int hidden() { return 1; } }
int f(a::b::Kind k)
{
    a::b::Inner i{4};
    if (k == a::b::Kind::Two)
        return a::b::Inner::s;
    return ::a::b::value + i.v + hidden();
}
