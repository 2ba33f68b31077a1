/* Methods of requests. */
#include <string.h>

struct request {
    const char *method;
    char host[64];
};

int is_get(const struct request *r)
{
    return r->method == "GET"; // expect: CWE-597
}

int same_host(const struct request *a, const struct request *b)
{
    if (a->host != b->host) // expect: CWE-597
        return 0;
    return 1;
}

int is_get_repaired(const struct request *r)
{
    return r->method != NULL && strcmp(r->method, "GET") == 0;
}

int same_host_repaired(const struct request *a, const struct request *b)
{
    return strcmp(a->host, b->host) == 0;
}
