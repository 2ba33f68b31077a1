struct inner {
    int a;
    union {
        int u;
        char c[4];
    };
};
struct outer {
    struct inner in, *link;
    unsigned lo : 4, hi : 4;
    struct inner tail[2];
};
int access(struct outer o, struct outer *p)
{
    p->in.a = o.in.u;
    p->link->c[1] = 3;
    p->hi = o.lo;
    p->tail[1].u++;
    o.in = *p->link;
    return (*p).link->a;
}
struct unseen;
int hidden(struct unseen *u)
{
    return u->field;
}
struct outer make(void);
int of_result(void)
{
    return make().in.a;
}
