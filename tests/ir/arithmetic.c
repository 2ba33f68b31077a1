int conversions(char c, short s, unsigned u, long l, unsigned char b)
{
    int x = c + s;
    unsigned y = x * u;
    l = y - l;
    b += 1;
    x = b << 3;
    return l > u;
}

double mixed(int i, float f)
{
    return i / 2 + f * 1.5;
}

unsigned long negate(unsigned v, signed char c)
{
    return -v + ~c;
}
