/*
 * Addresses and UDP sockets. One unconnected socket serves all peers of an address: thousands of connected ones would
 * share one hash bucket of the kernel, and a peer's socket would have to exist before the peer has proved anything.
 */
#include "net.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const uint8_t ipv4_prefix[12] = {[10] = 0xff, [11] = 0xff};

enum { RECEIVE_BUFFER = 4 << 20 };

typedef union SocketAddress {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
} SocketAddress;

typedef union Control {
    char bytes[CMSG_SPACE(sizeof(struct in6_pktinfo)) + CMSG_SPACE(sizeof(struct in_pktinfo))];
    struct cmsghdr align;
} Control;

struct NetBatch {
    struct mmsghdr headers[NET_BATCH];
    struct iovec spans[NET_BATCH];
    SocketAddress names[NET_BATCH];
    Control controls[NET_BATCH];
    uint8_t bytes[NET_BATCH][NET_DATAGRAM_MAX];
};

static bool is_ipv4(const Address *a)
{
    return memcmp(a->ip, ipv4_prefix, sizeof ipv4_prefix) == 0;
}

static void set_ipv4(Address *a, const struct in_addr *ip)
{
    memcpy(a->ip, ipv4_prefix, sizeof ipv4_prefix);
    memcpy(a->ip + sizeof ipv4_prefix, ip, sizeof *ip);
}

static void from_system(Address *out, const SocketAddress *from)
{
    *out = (Address){0};
    if (from->any.sa_family == AF_INET) {
        set_ipv4(out, &from->v4.sin_addr);
        out->port = ntohs(from->v4.sin_port);
    } else if (from->any.sa_family == AF_INET6) {
        memcpy(out->ip, &from->v6.sin6_addr, sizeof out->ip);
        out->port = ntohs(from->v6.sin6_port);
        out->scope = from->v6.sin6_scope_id;
    }
}

static socklen_t to_system(SocketAddress *out, const Address *a)
{
    memset(out, 0, sizeof *out);
    if (is_ipv4(a)) {
        out->v4.sin_family = AF_INET;
        out->v4.sin_port = htons(a->port);
        memcpy(&out->v4.sin_addr, a->ip + sizeof ipv4_prefix, sizeof out->v4.sin_addr);
        return sizeof out->v4;
    }
    out->v6.sin6_family = AF_INET6;
    out->v6.sin6_port = htons(a->port);
    out->v6.sin6_scope_id = a->scope;
    memcpy(&out->v6.sin6_addr, a->ip, sizeof out->v6.sin6_addr);
    return sizeof out->v6;
}

socklen_t address_to_system(struct sockaddr_storage *out, const Address *a)
{
    SocketAddress system;
    socklen_t size = to_system(&system, a);
    memset(out, 0, sizeof *out);
    memcpy(out, &system, size);
    return size;
}

bool address_parse(Address *out, const char *text)
{
    char host[NET_ADDRESS_TEXT];
    const char *colon = strrchr(text, ':');
    if (!colon || colon == text || (size_t)(colon - text) >= sizeof host)
        return false;
    size_t length = (size_t)(colon - text);
    bool bracketed = text[0] == '[' && colon[-1] == ']';
    if (bracketed) {
        text++;
        length -= 2;
    }
    memcpy(host, text, length);
    host[length] = '\0';
    unsigned long port = colon[1] >= '0' && colon[1] <= '9' ? strtoul(colon + 1, NULL, 10) : UINT16_MAX + 1ul;
    if (bracketed != (strchr(host, ':') != NULL) || port > UINT16_MAX)
        return false; /* glibc's getaddrinfo cuts the port down to 16 bits without a word */

    struct addrinfo want = {.ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV};
    struct addrinfo *found = NULL;
    if (getaddrinfo(host, colon + 1, &want, &found) != 0)
        return false;
    SocketAddress system = {0};
    bool ok = found->ai_addrlen <= sizeof system;
    if (ok) {
        memcpy(&system, found->ai_addr, found->ai_addrlen);
        from_system(out, &system);
    }
    freeaddrinfo(found);
    return ok;
}

char *address_text(char *out, const Address *a)
{
    char host[INET6_ADDRSTRLEN] = "?";
    bool v4 = is_ipv4(a);
    (void)inet_ntop(v4 ? AF_INET : AF_INET6, v4 ? a->ip + sizeof ipv4_prefix : a->ip, host, sizeof host);
    if (v4)
        (void)snprintf(out, NET_ADDRESS_TEXT, "%s:%u", host, (unsigned)a->port);
    else if (a->scope == 0)
        (void)snprintf(out, NET_ADDRESS_TEXT, "[%s]:%u", host, (unsigned)a->port);
    else
        (void)snprintf(out, NET_ADDRESS_TEXT, "[%s%%%lu]:%u", host, (unsigned long)a->scope,
                       (unsigned)a->port);
    return out;
}

bool address_same(const Address *a, const Address *b)
{
    return a->port == b->port && a->scope == b->scope && memcmp(a->ip, b->ip, sizeof a->ip) == 0;
}

static size_t source_size(const Address *a)
{
    return is_ipv4(a) ? sizeof a->ip : sizeof a->ip / 2;
}

bool address_same_source(const Address *a, const Address *b)
{
    return source_size(a) == source_size(b) && memcmp(a->ip, b->ip, source_size(a)) == 0;
}

/* The finishing step of MurmurHash3 (public domain), enough under a secret key for a table that is bounded anyway. */
static uint64_t mix(uint64_t h)
{
    h = (h ^ h >> 33) * 0xff51afd7ed558ccdull;
    h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53ull;
    return h ^ h >> 33;
}

uint64_t address_hash(const Address *a, uint64_t key, bool source)
{
    uint64_t words[2] = {0};
    memcpy(words, a->ip, source ? source_size(a) : sizeof a->ip);
    uint64_t h = mix(words[1] ^ mix(words[0] ^ key));
    return source ? h : mix(h ^ ((uint64_t)a->scope << 16 | a->port));
}

int net_open(NetSocket *s, const Address *local)
{
    SocketAddress name;
    socklen_t length = to_system(&name, local);
    int on = 1, buffer = RECEIVE_BUFFER;
    s->fd = socket(name.any.sa_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (s->fd < 0)
        return -1;
    bool v6 = name.any.sa_family == AF_INET6;
    /* The system gives what its limit allows; a smaller buffer only loses more under a flood. */
    (void)setsockopt(s->fd, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
    if ((v6 && setsockopt(s->fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) < 0) ||
        setsockopt(s->fd, v6 ? IPPROTO_IPV6 : IPPROTO_IP, v6 ? IPV6_RECVPKTINFO : IP_PKTINFO, &on,
                   sizeof on) < 0 ||
        bind(s->fd, &name.any, length) < 0 || getsockname(s->fd, &name.any, &length) < 0) {
        int error = errno;
        net_close(s);
        errno = error;
        return -1;
    }
    from_system(&s->local, &name);
    return 0;
}

void net_close(NetSocket *s)
{
    if (s->fd >= 0)
        (void)close(s->fd);
    s->fd = -1;
}

NetBatch *net_batch_new(void)
{
    return calloc(1, sizeof(NetBatch));
}

void net_batch_free(NetBatch *b)
{
    free(b);
}

/* The address that a datagram was sent to: the socket's, made exact where the socket listens on all. */
static Address asked_address(const NetSocket *s, struct msghdr *header)
{
    Address local = s->local;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(header); c; c = CMSG_NXTHDR(header, c)) {
        if (c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_PKTINFO) {
            struct in_pktinfo info;
            memcpy(&info, CMSG_DATA(c), sizeof info);
            set_ipv4(&local, &info.ipi_addr);
        } else if (c->cmsg_level == IPPROTO_IPV6 && c->cmsg_type == IPV6_PKTINFO) {
            struct in6_pktinfo info;
            memcpy(&info, CMSG_DATA(c), sizeof info);
            memcpy(local.ip, &info.ipi6_addr, sizeof local.ip);
            local.scope = IN6_IS_ADDR_LINKLOCAL(&info.ipi6_addr) ? info.ipi6_ifindex : 0;
        }
    }
    return local;
}

int net_receive(const NetSocket *s, int index, NetBatch *b, Datagram out[NET_BATCH])
{
    for (int i = 0; i < NET_BATCH; i++) {
        b->spans[i] = (struct iovec){b->bytes[i], NET_DATAGRAM_MAX};
        b->headers[i].msg_hdr = (struct msghdr){.msg_name = &b->names[i],
                                                .msg_namelen = sizeof b->names[i],
                                                .msg_iov = &b->spans[i],
                                                .msg_iovlen = 1,
                                                .msg_control = &b->controls[i],
                                                .msg_controllen = sizeof b->controls[i]};
    }
    int n = recvmmsg(s->fd, b->headers, NET_BATCH, MSG_DONTWAIT, NULL);
    if (n < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
    for (int i = 0; i < n; i++) {
        struct msghdr *header = &b->headers[i].msg_hdr;
        out[i] = (Datagram){.bytes = b->bytes[i],
                            .size = b->headers[i].msg_len,
                            .truncated = (header->msg_flags & MSG_TRUNC) != 0};
        from_system(&out[i].route.peer, &b->names[i]);
        out[i].route.local = asked_address(s, header);
        out[i].route.socket = index;
    }
    return n;
}

/* Appends one item of control data; the room is that of Control. */
static void add_control(struct msghdr *header, int level, int type, const void *info, size_t size)
{
    struct cmsghdr *c = header->msg_control;
    c->cmsg_level = level;
    c->cmsg_type = type;
    c->cmsg_len = CMSG_LEN(size);
    memcpy(CMSG_DATA(c), info, size);
    header->msg_controllen = CMSG_SPACE(size);
}

bool net_send(const NetSocket *s, const Route *route, const void *bytes, size_t size)
{
    SocketAddress name;
    Control control = {.bytes = {0}};
    struct iovec span = {(void *)(uintptr_t)bytes, size};
    struct msghdr header = {.msg_name = &name, .msg_iov = &span, .msg_iovlen = 1, .msg_control = &control};
    header.msg_namelen = to_system(&name, &route->peer);
    if (is_ipv4(&route->local)) {
        struct in_pktinfo info = {0};
        memcpy(&info.ipi_spec_dst, route->local.ip + sizeof ipv4_prefix, sizeof info.ipi_spec_dst);
        add_control(&header, IPPROTO_IP, IP_PKTINFO, &info, sizeof info);
    } else {
        struct in6_pktinfo info = {.ipi6_ifindex = route->local.scope};
        memcpy(&info.ipi6_addr, route->local.ip, sizeof info.ipi6_addr);
        add_control(&header, IPPROTO_IPV6, IPV6_PKTINFO, &info, sizeof info);
    }
    ssize_t sent;
    do
        sent = sendmsg(s->fd, &header, MSG_DONTWAIT | MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)size;
}
