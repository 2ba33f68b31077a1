/* Prints the state of a server. */
#include <stdio.h>

struct server {
    const char *name;
    unsigned long requests;
    int port;
    double load;
};

void status(const struct server *s)
{
    printf("%s: port %d, load %f\n", s->name, s->port);      // expect: CWE-628
    printf("%s: %d requests\n", s->name, s->requests);       // expect: CWE-628
    printf("server %s\n", s->port);                          // expect: CWE-628
    printf("done\n", s->name);                               // expect: CWE-628
}

void status_repaired(const struct server *s)
{
    printf("%s: port %d, load %f\n", s->name, s->port, s->load);
    printf("%s: %lu requests\n", s->name, s->requests);
    printf("server %d\n", s->port);
    printf("%-*s %.*f %c%%\n", 20, s->name, 2, s->load, 'x');
}

int port_of(const char *text)
{
    short port = 0;
    if (sscanf(text, "%d", &port) != 1) // expect: CWE-628
        return -1;
    return port;
}

int port_of_repaired(const char *text)
{
    int port = 0;
    if (sscanf(text, "%5d", &port) != 1)
        return -1;
    return port;
}
