/* Who may open a file. */
struct request {
    int user;
    int owner;
    int admin;
    int mode;
};

int grant(struct request *r, int mode);
int refuse(struct request *r);

int decide(struct request *r)
{
    if (r->user == r->owner) // expect: CWE-1164
        return grant(r, r->mode);
    else
        return grant(r, r->mode);
}

int decide_mode(struct request *r)
{
    return r->admin ? r->mode : r->mode; // expect: CWE-1164
}

/* Near misses. */
int decide_right(struct request *r)
{
    if (r->user == r->owner)
        return grant(r, r->mode);
    else
        return refuse(r);
}

int decide_chain(struct request *r)
{
    if (r->admin) {
        return grant(r, r->mode);
    } else if (r->user == r->owner) {
        return grant(r, r->mode);
    } else {
        return refuse(r);
    }
}
