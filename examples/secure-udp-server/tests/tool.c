/*
 * What the test tools share: options, addresses, sockets, OpenSSL contexts, a clock and a generator. See tool.h; linked
 * into each tool.
 */
#include "tool.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "net.h"

volatile sig_atomic_t tool_stopped;

void tool_fail(const char *format, ...)
{
    va_list arguments;

    fprintf(stderr, "%s: ", program_invocation_short_name);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

int tool_end(bool good)
{
    if (fflush(stdout) || ferror(stdout))
        tool_fail("standard output: %s", strerror(errno));
    return good ? 0 : 1;
}

static void on_signal(int number)
{
    (void)number;
    tool_stopped = 1;
}

void tool_catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal}; // no SA_RESTART: what waits has to come back

    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
}

/* ---- options ---- */

_Noreturn static void usage_error(const char *what, const char *option)
{
    const char *dashes = strncmp(option, "--", 2) == 0 ? "" : "--";

    fprintf(stderr, "%s: %s%s: %s (--help lists the options)\n", program_invocation_short_name, dashes,
            option, what);
    exit(2);
}

_Noreturn static void show_help(const char *purpose, const ToolOption *options, size_t count)
{
    printf("%s: %s\n", program_invocation_short_name, purpose);
    for (size_t i = 0; i < count; i++)
        printf("  --%-18s %s\n", options[i].name, options[i].help);
    exit(tool_end(true));
}

static unsigned long number_of(const char *text, const ToolOption *option)
{
    char *end = NULL;

    errno = 0;
    unsigned long number = strtoul(text, &end, 10);
    if (errno || end == text || *end || *text == '-' || number > option->most)
        usage_error("not a number in the allowed range", option->name);
    return number;
}

void tool_options(int argc, char **argv, const char *purpose, const ToolOption *options, size_t count)
{
    for (int i = 1; i < argc; i++) {
        const ToolOption *option = NULL;
        if (strcmp(argv[i], "--help") == 0)
            show_help(purpose, options, count);
        for (size_t k = 0; k < count && !option; k++)
            if (strncmp(argv[i], "--", 2) == 0 && strcmp(argv[i] + 2, options[k].name) == 0)
                option = &options[k];
        if (!option)
            usage_error("there is no such option", argv[i]);
        if (option->kind == TOOL_FLAG) {
            *(bool *)option->value = true;
            continue;
        }
        if (++i == argc)
            usage_error("needs a value", option->name);
        if (option->kind == TOOL_NUMBER)
            *(unsigned long *)option->value = number_of(argv[i], option);
        else
            *(const char **)option->value = argv[i];
    }
    for (size_t k = 0; k < count; k++)
        if (options[k].kind == TOOL_NEEDED && !*(const char **)options[k].value)
            usage_error("is missing", options[k].name);
}

/* ---- addresses and sockets ---- */

ToolAddress tool_address(const char *text)
{
    ToolAddress address;
    Address parsed;
    if (!address_parse(&parsed, text))
        tool_fail("%s: not ADDRESS:PORT or [ADDRESS]:PORT, in numbers", text);
    address.size = address_to_system(&address.as.storage, &parsed);
    return address;
}

ToolAddress tool_loopback(uint32_t number)
{
    ToolAddress address = {.size = sizeof address.as.v4};

    address.as.v4.sin_family = AF_INET;
    address.as.v4.sin_addr.s_addr = htonl(UINT32_C(127) << 24 | (number & 0xffffff));
    return address;
}

int tool_socket(int family, const ToolAddress *local, const ToolAddress *peer)
{
    int fd = socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int size = 1 << 20; // only a wish: less than that is served too

    if (fd < 0)
        return -1;
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    if ((local && bind(fd, &local->as.any, local->size)) ||
        (peer && connect(fd, &peer->as.any, peer->size))) {
        int problem = errno;
        close(fd);
        errno = problem;
        return -1;
    }
    return fd;
}

void tool_allow_files(unsigned long count)
{
    struct rlimit limit;

    count += 64; // epoll, standard streams and what libraries open
    if (getrlimit(RLIMIT_NOFILE, &limit))
        tool_fail("limit of open files: %s", strerror(errno));
    if (limit.rlim_cur >= count)
        return;
    limit.rlim_cur = count;
    if (limit.rlim_max < count)
        limit.rlim_max = count; // allowed to those who may administrate
    if (setrlimit(RLIMIT_NOFILE, &limit))
        tool_fail("%lu open files are needed and the limit cannot be raised to that: %s (see ulimit -Hn)",
                  count, strerror(errno));
}

bool tool_wait(int fd, double seconds)
{
    struct pollfd one = {.fd = fd, .events = POLLIN};

    return poll(&one, 1, seconds > 0 ? (int)(seconds * 1000) + 1 : 0) > 0;
}

unsigned long tool_drain(int fd, unsigned long *octets)
{
    static uint8_t bytes[TOOL_DATAGRAM_MAX];
    unsigned long count = 0;

    for (;;) {
        ssize_t size = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
        if (size < 0 && (errno == EINTR || errno == ECONNREFUSED))
            continue; // the second is an earlier datagram's echo, reported once
        if (size < 0)
            return count;
        count++;
        if (octets)
            *octets += (unsigned long)size;
    }
}

/* ---- OpenSSL ---- */

const char *tool_tls_error(void)
{
    static char text[256];
    unsigned long code = ERR_peek_last_error();
    const char *reason = code ? ERR_reason_error_string(code) : NULL;

    snprintf(text, sizeof text, "%s", reason ? reason : errno ? strerror(errno) : "no reason given");
    ERR_clear_error();
    return text;
}

SSL_CTX *tool_context(const char *ca, const char *cert, const char *key)
{
    SSL_CTX *context = SSL_CTX_new(DTLS_client_method());

    if (!context || SSL_CTX_set_min_proto_version(context, DTLS1_2_VERSION) != 1 ||
        SSL_CTX_set_max_proto_version(context, DTLS1_2_VERSION) != 1)
        tool_fail("OpenSSL has no DTLS 1.2: %s", tool_tls_error());
    if (SSL_CTX_load_verify_file(context, ca) != 1)
        tool_fail("%s: %s", ca, tool_tls_error());
    if (cert && SSL_CTX_use_certificate_chain_file(context, cert) != 1)
        tool_fail("%s: %s", cert, tool_tls_error());
    if (key && SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1)
        tool_fail("%s: %s", key, tool_tls_error());
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_options(context, SSL_OP_NO_QUERY_MTU | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    return context;
}

SSL *tool_association(SSL_CTX *context, const char *name, int fd, const ToolAddress *peer, BIO *wire)
{
    SSL *ssl = SSL_new(context);

    if (!wire && (wire = BIO_new_dgram(fd, BIO_NOCLOSE)))
        BIO_ctrl(wire, BIO_CTRL_DGRAM_SET_CONNECTED, 0, (void *)&peer->as.storage);
    if (!ssl || !wire || SSL_set1_host(ssl, name) != 1 || SSL_set_tlsext_host_name(ssl, name) != 1 ||
        SSL_set_mtu(ssl, TOOL_MTU) != TOOL_MTU)
        tool_fail("a new association: %s", tool_tls_error());
    SSL_set_bio(ssl, wire, wire);
    SSL_set_connect_state(ssl);
    return ssl;
}

/* ---- clock and generator ---- */

double tool_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* SplitMix64 (Steele, Lea, Flood 2014): a counter whose bits are mixed by two multiplications. */
uint64_t tool_random(ToolRandom *random)
{
    uint64_t bits = random->state += UINT64_C(0x9e3779b97f4a7c15);

    bits = (bits ^ bits >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    bits = (bits ^ bits >> 27) * UINT64_C(0x94d049bb133111eb);
    return bits ^ bits >> 31;
}

uint32_t tool_random_below(ToolRandom *random, uint32_t below)
{
    return below ? (uint32_t)((tool_random(random) >> 32) * below >> 32) : 0;
}

bool tool_random_share(ToolRandom *random, unsigned long percent)
{
    return tool_random_below(random, 100) < percent;
}

void tool_random_fill(ToolRandom *random, uint8_t *out, size_t size)
{
    for (size_t i = 0; i < size; i++)
        out[i] = (uint8_t)tool_random(random);
}
