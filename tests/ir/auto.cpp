struct S { int v; S *next; };
int f(S *s)
{
    auto n = s->v;
    auto *p = s->next;
    auto &r = s->v;
    const auto c = n + 1L;
    decltype(n) d = 2;
    if (auto q = p->next)
        r = q->v;
    if (int k = n; k > 3)
        return k;
    return n + d + (int)c;
}
