struct point {
    int x, y;
};
struct shape {
    struct point at[2];
    const char *name;
    char tag[4];
    union {
        int i;
        float f;
    } u;
};
static struct shape global = {{{1, 2}, {3}}, "box", "ab", {.f = 1.5f}};
int elided[2][2] = {1, 2, 3, 4};
int designated[] = {[3] = 1, 2, [1] = 7, [5 ... 7] = 9};
char text[] = "hello";
const char *const words[] = {"a",
                             "b"
                             "c",
                             0};
static int zero;
int (*hook)(int) = 0;
void local(int n)
{
    struct shape s = {1, 2, 3, 4, .name = "x"};
    struct point p = {n, .y = n + 1}, q = p;
    int a[3] = {n}, b[] = {1, 2, n};
    char buf[10] = {0}, word[] = "hi";
    struct point *r = &(struct point){1, 2};
    p = (struct point){.y = 3};
    (void)a, (void)b, (void)r;
}
