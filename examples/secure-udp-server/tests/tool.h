/*
 * What the test tools (load, flood, mutate, proxy) share: options, addresses, sockets, OpenSSL contexts, a clock and a
 * generator whose runs repeat. For the tools only; server and client know nothing of it. What a tool cannot do without
 * ends the process by tool_fail().
 */
#ifndef SUS_TOOL_H
#define SUS_TOOL_H

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

enum {
    TOOL_DATAGRAM_MAX = 65535, /* octets: what the length field of UDP can say */
    TOOL_MTU = 1200            /* octets of a DTLS datagram; fits IPv6's minimum of 1,280 with all headers */
};

/* Set by SIGTERM and SIGINT after tool_catch_signals(). */
extern volatile sig_atomic_t tool_stopped;

/* Prints "NAME: message" to standard error, NAME being the program's, and exits with 1. */
_Noreturn void tool_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The exit status of a tool: 0 if its work was `good` and all of its output got out, else 1. */
int tool_end(bool good);

/* SIGTERM and SIGINT set tool_stopped and interrupt what waits; SIGPIPE is ignored. */
void tool_catch_signals(void);

typedef enum ToolOptionKind {
    TOOL_FLAG,   /* value: bool, set to true */
    TOOL_TEXT,   /* value: const char *, lent from argv */
    TOOL_NEEDED, /* the same, and has to be there */
    TOOL_NUMBER  /* value: unsigned long, from 0 to `most` */
} ToolOptionKind;

typedef struct ToolOption {
    const char *name; /* without the two dashes */
    ToolOptionKind kind;
    void *value;
    unsigned long most;
    const char *help;
} ToolOption;

/*
 * Reads the command line by the table `options` of `count` rows. --help prints purpose and table and exits with 0; an
 * error names the option and exits with 2.
 */
void tool_options(int argc, char **argv, const char *purpose, const ToolOption *options, size_t count);

typedef struct ToolAddress {
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
        struct sockaddr_storage storage;
    } as;
    socklen_t size;
} ToolAddress;

/* "127.0.0.1:4433" or "[::1]:4433" as an address; anything else ends the process. */
ToolAddress tool_address(const char *text);

/* One of the IPv4 loopback addresses, 127.a.b.c with a, b, c from the 24 low bits of `number`; port 0. */
ToolAddress tool_loopback(uint32_t number);

/* A non-blocking UDP socket, bound to `local` and connected to `peer` unless they are NULL; -1 with errno. */
int tool_socket(int family, const ToolAddress *local, const ToolAddress *peer);

/* Raises the limit of open files to `count` and some; ends the process if the system allows less. */
void tool_allow_files(unsigned long count);

/*
 * A client's context: DTLS 1.2 only, the server verified against `ca`, with `cert` and `key` unless they are NULL (PEM
 * files). Each handshake is a full one. SSL_CTX_free() releases it.
 */
SSL_CTX *tool_context(const char *ca, const char *cert, const char *key);

/*
 * A client's association that demands `name` in the server's certificate, over `wire` (taken over) or, if that is NULL,
 * over the connected socket `fd` (not taken over). SSL_free() releases it.
 */
SSL *tool_association(SSL_CTX *context, const char *name, int fd, const ToolAddress *peer, BIO *wire);

/* Why the last call of OpenSSL failed, for people; empties OpenSSL's queue. The text lives until the next call. */
const char *tool_tls_error(void);

/* Seconds of a clock that never jumps. */
double tool_now(void);

/* Until `fd` is readable or `seconds` are over (or a signal came); true if readable. */
bool tool_wait(int fd, double seconds);

/* Reads and forgets what waits at `fd`; adds the octets to `*octets` (may be NULL); returns how many datagrams. */
unsigned long tool_drain(int fd, unsigned long *octets);

typedef struct ToolRandom {
    uint64_t state;
} ToolRandom;

/* The next 64 bits; a run repeats with the state it began with. Not for secrets. */
uint64_t tool_random(ToolRandom *random);

/* From 0 to `below` - 1; 0 if `below` is 0. */
uint32_t tool_random_below(ToolRandom *random, uint32_t below);

/* True in `percent` of 100 cases. */
bool tool_random_share(ToolRandom *random, unsigned long percent);

void tool_random_fill(ToolRandom *random, uint8_t *out, size_t size);

#endif
