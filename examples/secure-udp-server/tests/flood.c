/*
 * tool-flood: first ClientHellos from addresses that never answer, as an attacker with forged addresses sends them, and
 * garbage. For the tests: it counts the octets that come back, so that amplification is seen.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tool.h"

enum {
    SOCKETS = 32,  // ports; the address differs with each datagram
    BATCH = 32,    // datagrams between two looks at clock and answers
    PORT_LIFE = 64 // batches until a socket makes room for one with another port
};

typedef struct Flood {
    const char *to;
    unsigned long count, seconds, rate, cookies, garbage, seed;
    ToolAddress server;
    ToolRandom random;
    int sockets[SOCKETS];
    unsigned long batches, sent, sent_octets, replies, reply_octets, hellos, not_sent;
} Flood;

/* Everything that follows the cookie in the hello of a client that this server would like. */
static const uint8_t hello_offers[] = {
    // clang-format off
    0, 6, 0xc0, 0x2c, 0xc0, 0x2b, 0xcc, 0xa9,                   /* ECDHE-ECDSA: AES-256-GCM, AES-128-GCM, ChaCha20 */
    1, 0,                                                       /* no compression */
    0, 43,                                                      /* the length of the extensions */
    0, 10, 0, 6, 0, 4, 0, 29, 0, 23,                            /* groups: X25519, P-256 */
    0, 11, 0, 2, 1, 0,                                          /* points: not compressed */
    0, 13, 0, 10, 0, 8, 4, 3, 5, 3, 8, 4, 4, 1,                 /* signatures: ECDSA and RSA with SHA-2 */
    0, 23, 0, 0,                                                /* extended master secret */
    0xff, 1, 0, 1, 0,                                           /* secure renegotiation */
    0, 22, 0, 0,                                                /* encrypt then MAC */
    // clang-format on
};

static uint8_t *put(uint8_t *out, unsigned long value, int octets)
{
    for (int i = octets - 1; i >= 0; i--)
        *out++ = (uint8_t)(value >> (8 * i));
    return out;
}

/* A ClientHello of DTLS 1.2 (RFC 6347, 4.2.2) without cookie or with a made-up one; returns its octets. */
static size_t make_hello(Flood *f, uint8_t *out)
{
    unsigned cookie = tool_random_share(&f->random, f->cookies) ? 1 + tool_random_below(&f->random, 64) : 0;
    unsigned body = 2 + 32 + 1 + 1 + cookie + (unsigned)sizeof hello_offers;
    uint8_t *at = out;

    at = put(at, 22, 1);                  // record: handshake,
    at = put(at, 0xfefd, 2);              // DTLS 1.2,
    at = put(at, 0, 2);                   // epoch,
    at = put(at, cookie ? 1 : 0, 6);      // sequence
    at = put(at, 12 + body, 2);           // and length
    at = put(at, 1, 1);                   // message: ClientHello
    at = put(at, body, 3);                // of this length,
    at = put(at, cookie ? 1 : 0, 2);      // the first or second one,
    at = put(at, 0, 3);                   // in one piece
    at = put(at, body, 3);                //
    at = put(at, 0xfefd, 2);              // version
    tool_random_fill(&f->random, at, 32); // random
    at = put(at + 32, 0, 1);              // no session to resume
    at = put(at, cookie, 1);
    tool_random_fill(&f->random, at, cookie);
    memcpy(at + cookie, hello_offers, sizeof hello_offers);
    f->hellos++;
    return (size_t)(at + cookie - out) + sizeof hello_offers;
}

/* Nothing at all, noise of any size up to the largest datagram, or noise behind the beginning of a hello. */
static size_t make_garbage(Flood *f, uint8_t *out)
{
    static const size_t sizes[] = {0, 1, 13, 64, 512, 1500, 9000, 20000, 65507};
    size_t choice = tool_random_below(&f->random, 2 * sizeof sizes / sizeof *sizes);
    size_t keep = 0;
    size_t size = choice < sizeof sizes / sizeof *sizes ? sizes[choice] : tool_random_below(&f->random, 1500);

    if (choice % 2) {
        keep = make_hello(f, out);
        f->hellos--;
        keep = 1 + tool_random_below(&f->random, (uint32_t)keep);
        keep = keep < size ? keep : size;
    }
    tool_random_fill(&f->random, out + keep, size - keep);
    return size;
}

/* Sends from `source`, one of the addresses of this host: IP_PKTINFO chooses it, so no socket has to be bound to it. */
static bool send_from(int fd, const ToolAddress *source, const ToolAddress *to, const uint8_t *bytes,
                      size_t size)
{
    union {
        struct cmsghdr header;
        char room[CMSG_SPACE(sizeof(struct in_pktinfo))];
    } control;
    struct iovec span = {.iov_base = (void *)(uintptr_t)bytes, .iov_len = size};
    struct msghdr message = {.msg_name = (void *)(uintptr_t)&to->as.any,
                             .msg_namelen = to->size,
                             .msg_iov = &span,
                             .msg_iovlen = 1,
                             .msg_control = &control,
                             .msg_controllen = sizeof control};
    struct in_pktinfo info = {.ipi_spec_dst = source->as.v4.sin_addr};

    memset(&control, 0, sizeof control);
    control.header.cmsg_level = IPPROTO_IP;
    control.header.cmsg_type = IP_PKTINFO;
    control.header.cmsg_len = CMSG_LEN(sizeof info);
    memcpy(CMSG_DATA(&control.header), &info, sizeof info);
    return sendmsg(fd, &message, 0) == (ssize_t)size;
}

static void open_port(Flood *f, size_t i)
{
    ToolAddress any = tool_loopback(0);

    any.as.v4.sin_addr.s_addr = htonl(INADDR_ANY);
    if (f->sockets[i] >= 0) {
        f->replies += tool_drain(f->sockets[i], &f->reply_octets);
        close(f->sockets[i]);
    }
    f->sockets[i] = tool_socket(AF_INET, &any, NULL);
    if (f->sockets[i] < 0)
        tool_fail("socket: %s", strerror(errno));
}

static void count_replies(Flood *f)
{
    for (size_t i = 0; i < SOCKETS; i++)
        if (f->sockets[i] >= 0)
            f->replies += tool_drain(f->sockets[i], &f->reply_octets);
}

static void send_batch(Flood *f, unsigned long room)
{
    static uint8_t bytes[TOOL_DATAGRAM_MAX];
    // The port of a round has sent nothing for SOCKETS - 1 batches, so its answers are all there when it is replaced.
    size_t port = f->batches % SOCKETS;

    if (f->batches % (SOCKETS * PORT_LIFE) < SOCKETS)
        open_port(f, port);
    f->batches++;
    for (unsigned long i = 0; i < BATCH && i < room; i++) {
        // 127.128.0.0 to 127.255.255.255: apart from those that other tools serve clients from.
        ToolAddress source = tool_loopback(0x800000 | tool_random_below(&f->random, 0x800000));
        size_t size =
            tool_random_share(&f->random, f->garbage) ? make_garbage(f, bytes) : make_hello(f, bytes);
        if (send_from(f->sockets[port], &source, &f->server, bytes, size)) {
            f->sent++;
            f->sent_octets += size;
        } else {
            f->not_sent++;
        }
    }
    f->replies += tool_drain(f->sockets[port], &f->reply_octets);
}

int main(int argc, char **argv)
{
    Flood f = {.seed = 1};
    const ToolOption options[] = {
        {"to", TOOL_NEEDED, &f.to, 0, "ADDRESS:PORT of the server, IPv4 and on this host"},
        {"count", TOOL_NUMBER, &f.count, UINT32_MAX, "datagrams to send (without --seconds: 10000)"},
        {"seconds", TOOL_NUMBER, &f.seconds, 86400, "how long to send"},
        {"rate", TOOL_NUMBER, &f.rate, 10000000, "datagrams per second (as fast as it can)"},
        {"cookies", TOOL_NUMBER, &f.cookies, 100, "percent of the hellos that bear a made-up cookie (0)"},
        {"garbage", TOOL_NUMBER, &f.garbage, 100, "percent of the datagrams that are no hello (0)"},
        {"seed", TOOL_NUMBER, &f.seed, UINT32_MAX, "where the generator begins (1)"},
    };

    tool_options(argc, argv, "a flood of first hellos from many addresses", options,
                 sizeof options / sizeof *options);
    tool_catch_signals();
    f.server = tool_address(f.to);
    if (f.server.as.any.sa_family != AF_INET)
        tool_fail("%s: only IPv4 has many loopback addresses", f.to);
    if (!f.count)
        f.count = f.seconds ? UINT32_MAX : 10000;
    f.random.state = f.seed;
    for (size_t i = 0; i < SOCKETS; i++)
        f.sockets[i] = -1;

    double begin = tool_now();
    double elapsed = 0;
    while (!tool_stopped && f.sent + f.not_sent < f.count && (!f.seconds || elapsed < (double)f.seconds)) {
        double due = f.rate ? (double)(f.sent + f.not_sent) / (double)f.rate : 0;
        elapsed = tool_now() - begin;
        if (due > elapsed) {
            struct timespec pause = {.tv_nsec =
                                         due - elapsed < 0.01 ? (long)((due - elapsed) * 1e9) : 10000000};
            nanosleep(&pause, NULL);
        } else {
            send_batch(&f, f.count - f.sent - f.not_sent);
        }
    }
    // What is still under way arrives as long as something does, at most for a second.
    for (double end = tool_now() + 1, quiet = tool_now() + 0.2; tool_now() < end && tool_now() < quiet;) {
        unsigned long before = f.replies;
        count_replies(&f);
        if (f.replies != before)
            quiet = tool_now() + 0.2;
        nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    }
    printf("sent=%lu\nhellos=%lu\nnot_sent=%lu\nsent_bytes=%lu\nreplies=%lu\nreply_bytes=%lu\nseconds=%.3f\n",
           f.sent, f.hellos, f.not_sent, f.sent_octets, f.replies, f.reply_octets, elapsed);
    for (size_t i = 0; i < SOCKETS; i++)
        if (f.sockets[i] >= 0)
            close(f.sockets[i]);
    return tool_end(f.sent > 0);
}
