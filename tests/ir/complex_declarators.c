int (*table[3])(const char *, int (*)(void));
int *(*chooser(int n))[4];
char (*grid)[10];
void (*signal_like(int s, void (*h)(int)))(int);
int f(void)
{
    return table[1]("a", 0) + (*chooser(2))[1][0] + grid[1][2] + (signal_like(1, 0) != 0);
}
