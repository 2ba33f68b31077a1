/* The server: takes datagrams, keeps a DTLS connection for each client, answers each text with an acknowledgement. */
#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

#include <openssl/bio.h>
#include <openssl/err.h>

#define PORT 443
#define TEXT_SIZE 256
#define RECORD_SIZE 16384

enum { TYPE_TEXT = 1, TYPE_ACK = 2 };

/* In front of each text; numbers in network byte order. */
struct header {
    uint8_t version;
    uint8_t type;
    uint16_t length;
    uint32_t sequence;
};

static volatile sig_atomic_t stop;

static void on_signal(int number)
{
    (void)number;
    stop = 1;
}

/* ---- clients ---- */

static struct client *find_client(struct server *s, const struct sockaddr_in6 *from)
{
    for (struct client *c = s->clients; c; c = c->next)
        if (c->address.sin6_port == from->sin6_port &&
            memcmp(&c->address.sin6_addr, &from->sin6_addr, sizeof from->sin6_addr) == 0)
            return c;
    return NULL;
}

static void free_client(struct client *c)
{
    SSL_free(c->ssl);
    free(c);
}

static void remove_client(struct server *s, struct client *gone)
{
    struct client **link = &s->clients;
    while (*link && *link != gone)
        link = &(*link)->next;
    if (*link)
        *link = gone->next;
    free_client(gone);
}

static struct client *new_client(struct server *s, const struct sockaddr_in6 *from)
{
    char address[INET6_ADDRSTRLEN];
    struct client *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->address = *from;
    c->fd = s->fd;
    if (inet_ntop(AF_INET6, &from->sin6_addr, address, sizeof address) != NULL)
        snprintf(c->name, sizeof c->name, "%s:%u", address, ntohs(from->sin6_port));
    c->ssl = SSL_new(s->ctx);
    if (!c->ssl) {
        free(c);
        return NULL;
    }
    BIO *writer = dtls_writer(c);
    if (!writer) {
        free_client(c);
        return NULL;
    }
    SSL_set_app_data(c->ssl, c);
    SSL_set0_wbio(c->ssl, writer);
    return c;
}

/* Lets OpenSSL read the datagram as the next one of the client. */
static int feed(struct client *c, const unsigned char *datagram, int size)
{
    BIO *reader = BIO_new_mem_buf(datagram, size);
    if (!reader)
        return -1;
    BIO_set_mem_eof_return(reader, -1);
    SSL_set0_rbio(c->ssl, reader);
    return 0;
}

/* ---- messages ---- */

static void acknowledge(struct client *c, uint32_t sequence)
{
    struct header ack = {.version = 1, .type = TYPE_ACK, .length = 0, .sequence = sequence};
    SSL_write(c->ssl, &ack, sizeof ack);
}

static void handle_message(struct client *c, const unsigned char *record, unsigned int size)
{
    static const char *const types[] = {"nothing", "text", "acknowledgement"};
    char text[TEXT_SIZE];
    struct header h;

    if (size < sizeof h)
        return;
    memcpy(&h, record, sizeof h);
    unsigned int length = ntohs(h.length);
    unsigned int extra = size - sizeof h - length;
    memcpy(text, record + sizeof h, length);
    text[length] = '\0';

    syslog(LOG_INFO, "%s: %s %u: %s", c->name, types[h.type], ntohl(h.sequence), text);
    if (extra > 0)
        syslog(LOG_WARNING, "%s: %u octets behind the message", c->name, extra);
    if (h.type == TYPE_TEXT)
        acknowledge(c, h.sequence);
}

static void read_records(struct server *s, struct client *c)
{
    unsigned char record[RECORD_SIZE];
    int n = SSL_read(c->ssl, record, sizeof record);
    if (n > 0) {
        handle_message(c, record, n);
        return;
    }
    if (SSL_get_error(c->ssl, n) == SSL_ERROR_ZERO_RETURN) {
        syslog(LOG_INFO, "%s: closed", c->name);
        SSL_shutdown(c->ssl);
        remove_client(s, c);
    }
}

static void do_handshake(struct client *c)
{
    int result = SSL_accept(c->ssl);
    if (result != 1) {
        int error = SSL_get_error(c->ssl, result);
        if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
            return;
        dtls_errors(c->name);
        return;
    }
    c->established = 1;
    const char *identity = SSL_get_psk_identity(c->ssl);
    syslog(LOG_INFO, "%s: encrypted, %s, %s, client is '%s'", c->name, SSL_get_version(c->ssl),
           SSL_get_cipher_name(c->ssl), identity ? identity : "");
}

static void handle_new_client(struct server *s, const struct sockaddr_in6 *from, const unsigned char *hello,
                              int size)
{
    BIO_ADDR *peer = BIO_ADDR_new();
    struct client *c = new_client(s, from);
    if (!peer || !c || feed(c, hello, size) != 0 || DTLSv1_listen(c->ssl, peer) != 1) {
        /* no cookie yet; the answer is on its way */
        if (c)
            free_client(c);
        BIO_ADDR_free(peer);
        return;
    }
    BIO_ADDR_free(peer);
    syslog(LOG_INFO, "%s: verified, starting a handshake", c->name);
    c->next = s->clients;
    s->clients = c;
    do_handshake(c);
}

static void on_readable(struct server *s)
{
    struct sockaddr_in6 from;
    socklen_t from_size = sizeof from;
    int size = 0;

    if (ioctl(s->fd, FIONREAD, &size) != 0) {
        syslog(LOG_ERR, "size of datagram: %s", strerror(errno));
        return;
    }
    if (size <= 0) {
        syslog(LOG_WARNING, "woken up for nothing");
        return;
    }
    unsigned char *datagram = malloc(size);
    if (!datagram)
        return;
    ssize_t n = recvfrom(s->fd, datagram, size, 0, (struct sockaddr *)&from, &from_size);
    if (n <= 0) {
        syslog(LOG_ERR, "recvfrom: %s", strerror(errno));
        free(datagram);
        return;
    }
    struct client *c = find_client(s, &from);
    if (!c) {
        handle_new_client(s, &from, datagram, n);
    } else if (feed(c, datagram, n) == 0) {
        if (c->established)
            read_records(s, c);
        else
            do_handshake(c);
    }
    free(datagram);
}

/* ---- start and end ---- */

static int open_socket(unsigned short port)
{
    struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
    int no = 0;
    int fd = socket(AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    /* IPv4 too */
    if (setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no) != 0 ||
        bind(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static int open_queue(int fd)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.fd = fd};
    int queue = epoll_create1(EPOLL_CLOEXEC);
    if (queue < 0)
        return -1;
    if (epoll_ctl(queue, EPOLL_CTL_ADD, fd, &event) != 0) {
        close(queue);
        return -1;
    }
    return queue;
}

static void serve(struct server *s)
{
    struct epoll_event events[4];
    while (!stop) {
        int n = epoll_wait(s->queue, events, 4, -1);
        for (int i = 0; i < n; i++)
            if (events[i].events & EPOLLIN)
                on_readable(s);
    }
}

static void shut_down(struct server *s)
{
    while (s->clients) {
        struct client *c = s->clients;
        s->clients = c->next;
        SSL_shutdown(c->ssl);
        free_client(c);
    }
    close(s->queue);
    close(s->fd);
    dtls_teardown(s->ctx);
}

int main(int argc, char **argv)
{
    struct server s = {.fd = -1, .queue = -1};
    struct sigaction action = {.sa_handler = on_signal};
    unsigned short port = PORT;

    if (argc < 3 || argc > 4) {
        fprintf(stderr, "usage: %s CERTIFICATE KEY [PORT]\n", argv[0]);
        return 2;
    }
    if (argc == 4)
        port = strtoul(argv[3], NULL, 10);
    openlog("server", LOG_PERROR, LOG_DAEMON);
    s.ctx = dtls_setup(argv[1], argv[2]);
    if (!s.ctx) {
        dtls_errors("setup");
        return 1;
    }
    s.fd = open_socket(port);
    s.queue = s.fd < 0 ? -1 : open_queue(s.fd);
    if (s.queue < 0) {
        syslog(LOG_ERR, "port %u: %s", port, strerror(errno));
        return 1;
    }
    if (sigaction(SIGTERM, &action, NULL) != 0 || sigaction(SIGINT, &action, NULL) != 0)
        return 1;
    syslog(LOG_INFO, "listening on port %u", port);
    serve(&s);
    shut_down(&s);
    return 0;
}
