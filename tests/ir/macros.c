int raw_copy(char *, const char *, int);
void release(void *);
#define copy(a, b) raw_copy(a, b, sizeof(a))
#define renamed release
#define twice(x)    \
    do {            \
        release(x); \
        release(x); \
    } while (0)
void f(char *p)
{
    char buf[8];
    copy(buf, p);
    renamed(p);
    twice(p);
    UNKNOWN_MACRO(p, int, buf);
}
