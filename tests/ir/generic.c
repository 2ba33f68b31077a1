int as_int(int);
int as_text(const char *);
#define show(x) _Generic((x), int : as_int, char * : as_text, default : as_int)(x)
int f(char *s, int n)
{
    return show(s) + show(n) + show(n == 1);
}
