int assign(int a, int b, char c)
{
    a = b = c;
    a += b -= 2;
    a <<= c;
    b |= a, b ^= 3;
    c++;
    --c;
    a = b++ + ++b;
    return (a = b) ? a : b;
}
