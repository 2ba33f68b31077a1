struct s {
    int a;
};
struct s make(int);
void note(int);
const char *pick(int a, char *p, struct s x)
{
    x = a ? make(1) : x;
    a ? note(1) : note(2);
    long v = a ? 1 : 2L;
    note((int)v);
    return a > 1 ? p : a ? 0 : "none";
}
