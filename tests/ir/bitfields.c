struct bits {
    unsigned a : 3;
    unsigned : 0;
    int b : 30;
    long long c : 40;
    char d;
};
int f(struct bits *p)
{
    p->a = p->b;
    return sizeof(struct bits) + p->d;
}
