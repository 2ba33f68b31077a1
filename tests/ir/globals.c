extern int shared;
static int counter = 3;
int *where = &counter;
static int f(void)
{
    return shared++ + counter;
}
int (*fp)(void) = f;
struct cb {
    int (*run)(void);
    int *p;
} cb = {f, &shared};
volatile int port;
int g(void)
{
    port = 1;
    return port + port;
}
