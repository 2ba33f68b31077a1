enum flag { F_A = 1, F_B = F_A << 2, F_C };
static const int limit = 10;
int fold(void)
{
    return F_B + F_C * 2 + 'a' + '\n' + '\x41' + 0x10 + 010 + (int)sizeof(int) + (3 > 2 ? 7 : 8);
}
long kept(void)
{
    return 1 / 0 + (1 << 40) + (2147483647 + 1);
}
unsigned wide(void)
{
    return 4000000000 + 0xffffffff + 1ull;
}
int bound(void)
{
    char a[limit];
    return sizeof a;
}
