namespace ns {
int pick(int a) { return a; }
int pick(int a, int b) { return a + b; }
int pick(int a, int b, int c = 3) { return a + b + c; }
namespace inner { int call() { return pick(1) + pick(1, 2, 3); } }
}
using namespace ns;
int outside() { return ns::pick(4) + pick(5); }
