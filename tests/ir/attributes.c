void die(const char *) __attribute__((noreturn));
static void cleanup_int(int *p);
int f(int a)
{
    __attribute__((cleanup(cleanup_int))) int guarded = a;
    if (a == 2)
        die("two");
    return guarded;
}
