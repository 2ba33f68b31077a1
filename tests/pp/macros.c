/* Macro expansion as the standard and GCC have it; compared with gcc -E by scripts/pp_gcc.sh. */
#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define LOG(fmt, ...) printf(fmt, ##__VA_ARGS__)
#define GNU(fmt, args...) printf(fmt, ##args)
#define OPT(a, ...) f(a __VA_OPT__(, ) __VA_ARGS__)
#define OPT2(x, ...) x##__VA_OPT__(_more)
#define EMPTY
#define ID(x) x
#define LPAREN (
#define RPAREN )
#define F(x, y) [ x, y ]
#define SELF SELF + 1
#define G(x) G(x) + x
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
#define DEFER(x) x EMPTY
#define A() 123
#define OBJ CAT(OB, J)

int s1[] = {XSTR(CAT(a, b)), STR(CAT(a, b)), XSTR(a b c), STR("\n" '\0' @)};
int s2 = XCAT(CAT(x, 1), CAT(y, 2));
void logs(void)
{
    LOG("a");
    LOG("a", 1);
    LOG("a", 1, 2);
    GNU("a");
    GNU("a", b, c);
    OPT(1);
    OPT(1, 2, 3);
    OPT(1, EMPTY);
    int OPT2(v), OPT2(w, 1);
}
int deferred = DEFER(A)(), ID(DEFER(A)()), A EMPTY(), ID(A EMPTY());
int nested = F LPAREN 1, 2 RPAREN, F(F(1, 2), ID(F)(3, 4));
int self = SELF, G(G(2)), G_0(42), OBJ;
int parens = F((1, 2), 3), F(, ), ID(), F(ID(ID(ID(1))), ID(F)(1, 2));
#define EAT_(x)
#define TWICE(x) x x EAT_(x)
int t = TWICE(TWICE(TWICE(1)));
#define LINES __LINE__ ID(__LINE__)
int lines[] = {LINES, ID(__LINE__), LINES};
#define HASHES(x) #x##x
#define PASTE3(a, b, c) a##b##c
char *h = XSTR(PASTE3(1, , 2)) XSTR(PASTE3(, , )) XSTR(PASTE3(>, >, =));
#define COUNT(...) COUNT_(__VA_ARGS__, 5, 4, 3, 2, 1, 0)
#define COUNT_(a, b, c, d, e, n, ...) n
int n = COUNT(a) + COUNT(a, b, c) + COUNT();
#define FIRST(a, ...) a
#define REST(a, ...) __VA_ARGS__
#define MAP1(m, x, ...) m(x)
#define MAP2(m, x, ...) m(x) MAP1(m, __VA_ARGS__)
int m = MAP2(STR, a, b);
#undef STR
char *not_a_macro = STR(x);
#define redefined 1
#undef redefined
#define redefined 2
int r = redefined;
