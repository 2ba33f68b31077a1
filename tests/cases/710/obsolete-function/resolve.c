/* Finds the address of a host. */
#include <netdb.h>
#include <string.h>
#include <strings.h>

int resolve(const char *host, struct in_addr *out)
{
    struct hostent *h = gethostbyname(host); // expect: CWE-477
    if (h == NULL || h->h_length != (int)sizeof *out)
        return -1;
    bcopy(h->h_addr_list[0], out, sizeof *out); // expect: CWE-477
    return 0;
}

int resolve_repaired(const char *host, struct addrinfo **out)
{
    struct addrinfo hints;
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_UNSPEC;
    return getaddrinfo(host, NULL, &hints, out);
}
