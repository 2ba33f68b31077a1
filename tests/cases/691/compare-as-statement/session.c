/* State of a connection. */
struct session {
    int authenticated;
    int retries;
    char *name;
};

void session_reset(struct session *s)
{
    s->authenticated == 0; // expect: CWE-482
    s->retries = 0;
}

int session_retry(struct session *s, const int *limits, int n)
{
    int i;
    for (i = 0; i < n && limits[i] > s->retries; i++)
        ;
    if (i == n)
        s->retries == 0; // expect: CWE-482
    return i;
}

/* Near misses: the result is used. */
int session_same(const struct session *a, const struct session *b)
{
    int same = a->name == b->name;
    return same && a->retries == b->retries;
}

int session_first(const struct session *s, int *first)
{
    return *first = s->retries == 0, *first;
}
