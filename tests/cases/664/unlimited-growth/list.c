/* Lists that get an element for each new peer. */
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct sensor {
    struct sockaddr_in address;
    unsigned long packets;
    struct sensor *next;
};

struct station {
    int fd;
    struct sensor *sensors;
    unsigned n_sensors;
    struct sensor *by_port[256];
};

static struct sensor *find(struct sensor *list, const struct sockaddr_in *from)
{
    for (struct sensor *s = list; s; s = s->next)
        if (s->address.sin_port == from->sin_port && s->address.sin_addr.s_addr == from->sin_addr.s_addr)
            return s;
    return NULL;
}

int station_receive(struct station *st)
{
    char data[512];
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    if (recvfrom(st->fd, data, sizeof data, 0, (struct sockaddr *)&from, &size) < 0)
        return -1;
    struct sensor *s = find(st->sensors, &from);
    if (!s) {
        s = calloc(1, sizeof *s);
        if (!s)
            return -1;
        s->address = from;
        s->next = st->sensors;
        st->sensors = s; // expect: CWE-770
    }
    s->packets++;
    return 0;
}

int station_receive_limited(struct station *st)
{
    char data[512];
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    if (recvfrom(st->fd, data, sizeof data, 0, (struct sockaddr *)&from, &size) < 0)
        return -1;
    struct sensor *s = find(st->sensors, &from);
    if (!s) {
        if (st->n_sensors >= 1000)
            return -1;
        s = calloc(1, sizeof *s);
        if (!s)
            return -1;
        s->address = from;
        s->next = st->sensors;
        st->sensors = s;
        st->n_sensors++;
    }
    s->packets++;
    return 0;
}

/* The bucket of a table is a list, too. */
int station_receive_hashed(struct station *st)
{
    char data[512];
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    if (recvfrom(st->fd, data, sizeof data, 0, (struct sockaddr *)&from, &size) < 0)
        return -1;
    unsigned bucket = from.sin_port & 255;
    struct sensor *s = find(st->by_port[bucket], &from);
    if (!s) {
        s = malloc(sizeof *s);
        if (!s)
            return -1;
        memset(s, 0, sizeof *s);
        s->address = from;
        s->next = st->by_port[bucket];
        st->by_port[bucket] = s; // expect: CWE-770
    }
    s->packets++;
    return 0;
}

/* What moves to the front was there before. */
int station_receive_known(struct station *st)
{
    char data[512];
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    if (recvfrom(st->fd, data, sizeof data, 0, (struct sockaddr *)&from, &size) < 0)
        return -1;
    struct sensor **link = &st->sensors;
    while (*link && (*link)->address.sin_port != from.sin_port)
        link = &(*link)->next;
    struct sensor *s = *link;
    if (!s)
        return -1;
    *link = s->next;
    s->next = st->sensors;
    st->sensors = s;
    s->packets++;
    return 0;
}

/* No peer decides how often. */
int station_configure(struct station *st, const struct sockaddr_in *address)
{
    struct sensor *s = calloc(1, sizeof *s);
    if (!s)
        return -1;
    s->address = *address;
    s->next = st->sensors;
    st->sensors = s;
    return 0;
}
