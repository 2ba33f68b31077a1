struct s {
    int a;
    char b[10];
};
unsigned long sizes(char p[16], struct s *q, int n)
{
    char buf[32];
    int vla[n];
    return sizeof(p) + sizeof buf + sizeof(*q) + sizeof q->b + sizeof(struct s) + sizeof(vla) +
           _Alignof(struct s) + __builtin_offsetof(struct s, b[2]);
}
