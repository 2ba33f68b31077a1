int g(int);
int body(int n, struct list *l)
{
    int total = 0;
    ON_DEBUG(n += 2;)
    ON_OPTION(int extra = 1;)
    LIST_FOR_EACH(item, l)
    {
        total += n;
        if (g(total))
            break;
    }
    return total;
}
