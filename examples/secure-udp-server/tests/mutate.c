/*
 * tool-mutate: takes the datagrams of real handshakes and messages with the server, changes them, and sends them from new
 * sockets as well as in the midst of associations; again and again a good client proves that the server still serves.
 * For the tests.
 */
#include <errno.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "tool.h"

enum {
    ROOM = 20000,        /* octets: more than the largest DTLS record */
    CORPUS = 256,        /* datagrams kept to be changed */
    BATCH = 8,           /* datagrams that one of them may become */
    GROUP = 24,          /* changed datagrams for each new socket or association */
    RECORD_HEADER = 13,  /* RFC 6347, 4.1: type, version 2, epoch 2, sequence 6, length 2 */
    MESSAGE_HEADER = 12, /* 4.2.2: type, length 3, sequence 2, offset 3, fragment's length 3 */
    HANDSHAKE = 22,
    CLIENT_HELLO = 1,
    FLIGHTS = 4 /* datagrams of a client's handshake, as far as attacks distinguish them */
};

static const double patience = 0.2;         /* seconds for an association that may be lost by right */
static const double check_patience = 30;    /* and for a good one */
static const unsigned resend_first = 50000; /* microseconds */

typedef struct Datagram {
    size_t size;
    uint8_t bytes[ROOM];
} Datagram;

typedef struct Batch {
    size_t count;
    Datagram all[BATCH];
} Batch;

typedef struct Mutator {
    const char *connect, *ca, *cert, *key, *name;
    unsigned long count, seed, every;
    ToolAddress server;
    SSL_CTX *context;
    BIO_METHOD *wire;
    ToolRandom random;
    Datagram corpus[CORPUS];
    unsigned long recorded; /* in all; the newest CORPUS of them are kept */
    Batch batch;
    unsigned long sent, associations, survived, checks_ok, checks_failed;
} Mutator;

typedef struct Association {
    Mutator *m;
    SSL *ssl;
    int fd;
    bool established;
    unsigned written;      /* datagrams so far */
    unsigned attacked;     /* before the datagram of this number changed ones are sent, */
    unsigned attack_count; /* that many, */
    bool instead;          /* and it is not sent itself */
    uint32_t sequence;     /* of the last text */
} Association;

static uint32_t below(Mutator *m, size_t limit)
{
    return tool_random_below(&m->random, (uint32_t)limit);
}

/* ---- changes ---- */

static uint64_t get_number(const uint8_t *at, size_t width)
{
    uint64_t value = 0;

    for (size_t i = 0; i < width; i++)
        value = value << 8 | at[i];
    return value;
}

static void put_number(uint8_t *at, size_t width, uint64_t value)
{
    for (size_t i = width; i-- > 0; value >>= 8)
        at[i] = (uint8_t)value;
}

/* Gives a field of `width` octets another value: near the old one, at an end of its range, telling, or any. */
static void change_number(Mutator *m, uint8_t *at, size_t width)
{
    static const uint64_t telling[] = {20,     21,     22,   23,    24,    0xfeff, 0xfefd,
                                       0xfefc, 0x0303, 1200, 16384, 16385, 18432};
    uint64_t old = get_number(at, width);

    switch (below(m, 7)) {
    case 0: put_number(at, width, 0); break;
    case 1: put_number(at, width, UINT64_MAX); break;
    case 2: put_number(at, width, old + 1); break;
    case 3: put_number(at, width, old - 1); break;
    case 4: put_number(at, width, old ^ UINT64_C(1) << below(m, 8 * width)); break;
    case 5: put_number(at, width, telling[below(m, sizeof telling / sizeof *telling)]); break;
    default: put_number(at, width, tool_random(&m->random)); break;
    }
}

/* The beginning of one of the datagram's records, drawn by chance; NULL if it has none with a whole header. */
static uint8_t *some_record(Mutator *m, Datagram *d)
{
    uint8_t *found = NULL;
    uint32_t seen = 0;

    for (size_t at = 0; at + RECORD_HEADER <= d->size;
         at += RECORD_HEADER + (size_t)get_number(d->bytes + at + 11, 2))
        if (below(m, ++seen) == 0)
            found = d->bytes + at;
    return found;
}

static size_t behind(const Datagram *d, const uint8_t *at)
{
    return d->size - (size_t)(at - d->bytes);
}

/* Whether the record is a handshake message in plain text. */
static bool is_plain_handshake(const Datagram *d, const uint8_t *record)
{
    return behind(d, record) >= RECORD_HEADER + MESSAGE_HEADER && record[0] == HANDSHAKE &&
           get_number(record + 3, 2) == 0;
}

static void change_field(Mutator *m, Batch *b)
{
    static const struct {
        uint8_t at, width;
    } fields[] = {
        {0, 1},  {1, 2},  {3, 2},  {5, 6}, // record: type, version, epoch, sequence,
        {11, 2},                           // length
        {13, 1}, {14, 3}, {17, 2}, {19, 3},
        {22, 3} // message: type, length, sequence, offset, fragment's length
    };
    const size_t of_record = 5;
    Datagram *d = &b->all[0];
    uint8_t *record = some_record(m, d);

    if (!record)
        return;
    bool plain = is_plain_handshake(d, record);
    for (uint32_t changes = 1 + below(m, 2); changes > 0; changes--) {
        size_t i = below(m, plain ? sizeof fields / sizeof *fields : of_record);
        change_number(m, record + fields[i].at, fields[i].width);
    }
}

/* Changes one of the lengths inside of a ClientHello; anything else gets a changed field instead. */
static void change_hello(Mutator *m, Batch *b)
{
    static const uint8_t widths[] = {1, 1, 2, 1, 2}; // session, cookie, suites, compressions, extensions
    Datagram *d = &b->all[0];
    uint8_t *record = some_record(m, d);

    if (!record || !is_plain_handshake(d, record) || record[RECORD_HEADER] != CLIENT_HELLO) {
        change_field(m, b);
        return;
    }
    size_t at = (size_t)(record - d->bytes) + RECORD_HEADER + MESSAGE_HEADER + 2 + 32;
    size_t chosen = below(m, sizeof widths + 2);
    for (size_t i = 0; at + 4 <= d->size; i++) {
        size_t width = i < sizeof widths ? widths[i] : 2;
        at +=
            i > sizeof widths ? 2 : 0; // behind the length of them all: an extension's type, then its length
        if (i == chosen && at + width <= d->size)
            change_number(m, d->bytes + at, width);
        if (i >= chosen || at + width > d->size)
            return;
        at += width + (i == sizeof widths - 1 ? 0 : (size_t)get_number(d->bytes + at, width));
    }
}

static void flip_bits(Mutator *m, Batch *b)
{
    Datagram *d = &b->all[0];

    for (uint32_t flips = 1 + below(m, 8); d->size && flips > 0; flips--)
        d->bytes[below(m, d->size)] ^= (uint8_t)(1u << below(m, 8));
}

static void truncate_end(Mutator *m, Batch *b)
{
    b->all[0].size = below(m, b->all[0].size);
}

static void extend(Mutator *m, Batch *b)
{
    Datagram *d = &b->all[0];
    size_t more = 1 + below(m, below(m, 8) ? 64 : ROOM - d->size - 1);

    more = more < ROOM - d->size ? more : ROOM - d->size;
    tool_random_fill(&m->random, d->bytes + d->size, more);
    d->size += more;
}

static void overwrite(Mutator *m, Batch *b)
{
    static const int values[] = {0, 0xff, 0x7f, 0x80};
    Datagram *d = &b->all[0];
    size_t begin = below(m, d->size);
    size_t size = below(m, d->size - begin + 1);

    if (below(m, 2))
        tool_random_fill(&m->random, d->bytes + begin, size);
    else
        memset(d->bytes + begin, values[below(m, 4)], size);
}

/* Two datagrams where there was one: the second begins in the middle of a record. */
static void split(Mutator *m, Batch *b)
{
    Datagram *first = &b->all[0];
    Datagram *second = &b->all[b->count++];
    size_t begin = below(m, first->size);

    second->size = first->size - begin;
    memcpy(second->bytes, first->bytes + begin, second->size);
    first->size = begin;
}

static void join(Mutator *m, Batch *b)
{
    Datagram *d = &b->all[0];
    unsigned long kept = m->recorded < CORPUS ? m->recorded : CORPUS;
    const Datagram *other = &m->corpus[below(m, kept)];
    size_t size = other->size < ROOM - d->size ? other->size : ROOM - d->size;

    memcpy(d->bytes + d->size, other->bytes, size);
    d->size += size;
}

static void replay(Mutator *m, Batch *b)
{
    b->count = 1 + below(m, BATCH);
    for (size_t i = 1; i < b->count; i++)
        b->all[i] = b->all[0];
}

/* The handshake message in pieces that come in any order, some overlapping, some twice. */
static void fragment(Mutator *m, Batch *b)
{
    const Datagram whole = b->all[0];
    const uint8_t *record = whole.bytes;

    if (whole.size < RECORD_HEADER + MESSAGE_HEADER || !is_plain_handshake(&whole, record)) {
        flip_bits(m, b);
        return;
    }
    const uint8_t *body = record + RECORD_HEADER + MESSAGE_HEADER;
    size_t length = (size_t)get_number(record + RECORD_HEADER + 9, 3);
    size_t offset = (size_t)get_number(record + RECORD_HEADER + 6, 3);
    if (length > behind(&whole, body))
        length = behind(&whole, body);
    size_t pieces = 2 + below(m, BATCH - 2);
    for (size_t i = 0; i < pieces; i++) {
        Datagram *d = &b->all[i];
        size_t begin = length * i / pieces;
        size_t end = length * (i + 1) / pieces + (below(m, 4) ? 0 : below(m, 8));
        end = end < length ? end : length;
        d->size = RECORD_HEADER + MESSAGE_HEADER + end - begin;
        memcpy(d->bytes, record, RECORD_HEADER + MESSAGE_HEADER);
        memcpy(d->bytes + RECORD_HEADER + MESSAGE_HEADER, body + begin, end - begin);
        put_number(d->bytes + 5, 6, get_number(record + 5, 6) + i + 1);
        put_number(d->bytes + 11, 2, MESSAGE_HEADER + end - begin);
        put_number(d->bytes + RECORD_HEADER + 6, 3, offset + begin);
        put_number(d->bytes + RECORD_HEADER + 9, 3, end - begin);
    }
    b->count = pieces;
    for (size_t i = pieces - 1; i > 0; i--) {
        size_t other = below(m, i + 1);
        Datagram kept = b->all[i];
        b->all[i] = b->all[other];
        b->all[other] = kept;
    }
    if (!below(m, 3))
        b->all[b->count++] = b->all[below(m, pieces)];
}

static void empty(Mutator *m, Batch *b)
{
    (void)m;
    b->all[0].size = 0;
}

typedef void Change(Mutator *m, Batch *b);

/* Those that stand twice come twice as often. */
static Change *const changes[] = {change_field, change_field, change_field, change_hello, change_hello,
                                  flip_bits,    truncate_end, extend,       overwrite,    split,
                                  join,         replay,       fragment,     fragment,     empty};

/* Makes m->batch of this datagram. */
static void change_datagram(Mutator *m, const uint8_t *bytes, size_t size)
{
    Batch *b = &m->batch;

    b->count = 1;
    b->all[0].size = size < ROOM ? size : ROOM;
    memcpy(b->all[0].bytes, bytes, b->all[0].size);
    changes[below(m, sizeof changes / sizeof *changes)](m, b);
    if (!below(m, 4)) // one on top of the other
        change_field(m, b);
}

/* Sends m->batch by a connected socket. */
static void send_batch(Mutator *m, int fd)
{
    for (size_t i = 0; i < m->batch.count; i++)
        if (send(fd, m->batch.all[i].bytes, m->batch.all[i].size, 0) >= 0)
            m->sent++;
}

static void send_changed(Mutator *m, int fd, const uint8_t *bytes, size_t size)
{
    change_datagram(m, bytes, size);
    send_batch(m, fd);
}

/* ---- the wire of an association: a socket that keeps each datagram and attacks at the chosen one ---- */

static void record(Mutator *m, const uint8_t *bytes, size_t size)
{
    Datagram *d = &m->corpus[m->recorded++ % CORPUS];

    d->size = size < ROOM ? size : ROOM;
    memcpy(d->bytes, bytes, d->size);
}

static int wire_write(BIO *bio, const char *text, int size)
{
    Association *a = BIO_get_data(bio);
    const uint8_t *bytes = (const uint8_t *)text;
    bool now = a->attack_count && a->written++ == a->attacked;

    BIO_clear_retry_flags(bio);
    record(a->m, bytes, (size_t)size);
    for (unsigned i = 0; now && i < a->attack_count; i++)
        send_changed(a->m, a->fd, bytes, (size_t)size);
    if (now && a->instead)
        return size;
    send(a->fd, bytes, (size_t)size, 0); // one that cannot be sent is a lost one: DTLS sends it again
    return size;
}

static int wire_read(BIO *bio, char *bytes, int room)
{
    const Association *a = BIO_get_data(bio);
    ssize_t size = recv(a->fd, bytes, (size_t)room, 0);

    BIO_clear_retry_flags(bio);
    if (size < 0) // a refusal is not the end either: the deadline is
        BIO_set_retry_read(bio);
    return (int)size;
}

static long wire_control(BIO *bio, int command, long number, void *pointer)
{
    (void)bio, (void)number, (void)pointer;
    switch (command) {
    case BIO_CTRL_FLUSH:
    case BIO_CTRL_DGRAM_SET_NEXT_TIMEOUT: return 1;
    case BIO_CTRL_DGRAM_QUERY_MTU:
    case BIO_CTRL_DGRAM_GET_FALLBACK_MTU: return TOOL_MTU;
    default: return 0;
    }
}

static unsigned resend_time(SSL *ssl, unsigned previous)
{
    (void)ssl;
    return previous == 0 ? resend_first : previous < 2000000 ? 2 * previous : 4000000; // microseconds
}

/* ---- associations ---- */

/* A socket with an address of its own, connected to the server. */
static int new_socket(Mutator *m)
{
    ToolAddress source = tool_loopback(0x200000 | below(m, 0x200000)); // 127.32.0.0 to 127.63.255.255
    bool v4 = m->server.as.any.sa_family == AF_INET;
    int fd = tool_socket(m->server.as.any.sa_family, v4 ? &source : NULL, &m->server);

    if (fd < 0)
        tool_fail("socket: %s", strerror(errno));
    return fd;
}

static void association_open(Association *a, Mutator *m)
{
    *a = (Association){.m = m, .fd = new_socket(m)};
    BIO *bio = BIO_new(m->wire);
    if (!bio)
        tool_fail("BIO_new: %s", tool_tls_error());
    BIO_set_data(bio, a);
    BIO_set_init(bio, 1);
    a->ssl = tool_association(m->context, m->name, a->fd, NULL, bio);
    DTLS_set_timer_cb(a->ssl, resend_time);
}

/* Ends it in a way that the server notices even if the handshake has not come to its end. */
static void association_close(Association *a)
{
    static const uint8_t canceled[] = {21, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0, 2, 2, 90};

    a->attack_count = 0;
    ERR_clear_error();
    if (a->established)
        SSL_shutdown(a->ssl);
    else
        send(a->fd, canceled, sizeof canceled, 0);
    SSL_free(a->ssl);
    close(a->fd);
}

static bool wants_more(const Association *a, int result)
{
    int error = SSL_get_error(a->ssl, result);

    return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
}

static bool handshake(Association *a, double seconds)
{
    for (double end = tool_now() + seconds; !tool_stopped;) {
        struct timeval timeout;
        ERR_clear_error();
        int result = SSL_connect(a->ssl);
        double left = end - tool_now();
        if (result == 1) {
            a->m->associations++;
            a->established = true;
            return true;
        }
        if (!wants_more(a, result) || left <= 0)
            return false;
        if (DTLSv1_get_timeout(a->ssl, &timeout)) {
            double flight = (double)timeout.tv_sec + (double)timeout.tv_usec / 1e6;
            left = flight < left ? flight : left;
        }
        tool_wait(a->fd, left);
        if (DTLSv1_handle_timeout(a->ssl) < 0)
            return false;
    }
    return false;
}

/* Sends a text until it is acknowledged. */
static bool exchange(Association *a, double seconds)
{
    uint8_t bytes[MESSAGE_SIZE_MAX], answer[MESSAGE_SIZE_MAX];
    Message got, message = {.type = MESSAGE_TEXT,
                            .length = 5,
                            .sequence = ++a->sequence,
                            .payload = (const uint8_t *)"check"};
    size_t size = message_write(bytes, sizeof bytes, &message);
    double end = tool_now() + seconds;
    double delay = 0.1;

    while (tool_now() < end && !tool_stopped) {
        ERR_clear_error();
        int result = SSL_write(a->ssl, bytes, (int)size);
        if (result <= 0 && !wants_more(a, result))
            return false;
        double resend = tool_now() + delay;
        delay *= 2;
        while (tool_now() < resend && tool_now() < end && !tool_stopped) {
            tool_wait(a->fd, (resend < end ? resend : end) - tool_now());
            while ((result = SSL_read(a->ssl, answer, sizeof answer)) > 0)
                if (message_read(&got, answer, (size_t)result) && got.type == MESSAGE_ACK &&
                    got.sequence == a->sequence)
                    return true;
            if (!wants_more(a, result))
                return false;
        }
    }
    return false;
}

static void count_check(Mutator *m, bool served)
{
    if (tool_stopped)
        return;
    m->checks_ok += served;
    m->checks_failed += !served;
    if (!served)
        fprintf(stderr, "tool-mutate: after %lu datagrams a good client is not served\n", m->sent);
}

/* Does the server serve a good client? */
static void check(Mutator *m)
{
    Association a;

    association_open(&a, m);
    count_check(m, handshake(&a, check_patience) && exchange(&a, check_patience));
    association_close(&a);
}

/* ---- attacks ---- */

static void attack_from_outside(Mutator *m)
{
    unsigned long kept = m->recorded < CORPUS ? m->recorded : CORPUS;
    int fd = new_socket(m);

    for (int i = 0; i < GROUP; i++) {
        const Datagram *d = &m->corpus[below(m, kept)];
        send_changed(m, fd, d->bytes, d->size);
    }
    tool_drain(fd, NULL);
    close(fd);
}

static void attack_handshake(Mutator *m)
{
    Association a;

    association_open(&a, m);
    a.attacked = below(m, FLIGHTS);
    a.attack_count = GROUP;
    a.instead = below(m, 2);
    if (handshake(&a, patience) && exchange(&a, patience))
        m->survived++;
    association_close(&a);
}

/* Changed records, old ones and changed new ones, from the address of a living association. */
static void attack_association(Mutator *m)
{
    Association a;

    association_open(&a, m);
    if (handshake(&a, check_patience) && exchange(&a, check_patience)) {
        unsigned long own = m->recorded < 6 ? m->recorded : 6;
        for (int i = 0; i < GROUP / 2; i++) {
            const Datagram *d = &m->corpus[(m->recorded - 1 - below(m, own)) % CORPUS];
            send_changed(m, a.fd, d->bytes, d->size);
        }
        a.attack_count = GROUP / 2;
        a.attacked = a.written = 0;
        a.instead = below(m, 2);
        m->survived += exchange(&a, patience);
    } else {
        count_check(m, false); // it was a good client
    }
    association_close(&a);
}

/* Broken messages, well encrypted. */
static void attack_messages(Mutator *m)
{
    static const uint8_t texts[MESSAGE_TEXT_MAX];
    static Change *const plain[] = {flip_bits, truncate_end, extend, overwrite};
    static const uint8_t widths[] = {1, 1, 2, 4}; // version, type, length, sequence
    Association a;
    Datagram *d = &m->batch.all[0];

    association_open(&a, m);
    bool good = handshake(&a, check_patience);
    if (!good)
        count_check(m, false);
    for (int i = 0; good && i < GROUP; i++) {
        Message message = {.type = MESSAGE_TEXT, .sequence = 1 + below(m, 100), .payload = texts};
        message.length = (uint16_t)(1 + below(m, below(m, 4) ? 32 : MESSAGE_TEXT_MAX));
        m->batch.count = 1;
        d->size = message_write(d->bytes, ROOM, &message);
        size_t choice = below(m, 8);
        if (choice < 4) {
            size_t at = 0;
            for (size_t k = 0; k < choice; k++)
                at += widths[k];
            change_number(m, d->bytes + at, widths[choice]);
        } else {
            plain[choice - 4](m, &m->batch);
        }
        if (d->size == 0 || d->size > TOOL_MTU - 100) // OpenSSL sends neither
            continue;
        ERR_clear_error();
        m->sent += SSL_write(a.ssl, d->bytes, (int)d->size) > 0;
        uint8_t answer[MESSAGE_SIZE_MAX];
        int result;
        while ((result = SSL_read(a.ssl, answer, sizeof answer)) > 0)
            continue;
        good = wants_more(&a, result); // by right, the server may have had enough
    }
    a.sequence = UINT32_MAX - 1; // the next one is no older than any that was drawn
    if (good && exchange(&a, patience))
        m->survived++;
    association_close(&a);
}

static void (*const attacks[])(Mutator *m) = {attack_from_outside, attack_handshake, attack_association,
                                              attack_messages};

static BIO_METHOD *new_wire(void)
{
    BIO_METHOD *method = BIO_meth_new(BIO_TYPE_SOURCE_SINK | BIO_get_new_index(), "recording datagrams");

    if (!method || !BIO_meth_set_write(method, wire_write) || !BIO_meth_set_read(method, wire_read) ||
        !BIO_meth_set_ctrl(method, wire_control))
        tool_fail("BIO_meth_new: %s", tool_tls_error());
    return method;
}

int main(int argc, char **argv)
{
    static Mutator m = {.count = 10000, .seed = 1, .every = 1000, .name = "localhost"};
    const ToolOption options[] = {
        {"connect", TOOL_NEEDED, &m.connect, 0, "ADDRESS:PORT of the server"},
        {"ca", TOOL_NEEDED, &m.ca, 0, "FILE: who vouches for the server"},
        {"cert", TOOL_TEXT, &m.cert, 0, "FILE: the client's certificate"},
        {"key", TOOL_TEXT, &m.key, 0, "FILE: its key"},
        {"name", TOOL_TEXT, &m.name, 0, "NAME in the server's certificate (localhost)"},
        {"count", TOOL_NUMBER, &m.count, UINT32_MAX, "changed datagrams to send, at least (10000)"},
        {"seed", TOOL_NUMBER, &m.seed, UINT32_MAX, "where the generator begins (1)"},
        {"every", TOOL_NUMBER, &m.every, UINT32_MAX, "a check after so many of them (1000)"},
    };

    tool_options(argc, argv, "changed datagrams against a DTLS server", options,
                 sizeof options / sizeof *options);
    tool_catch_signals();
    m.random.state = m.seed;
    m.server = tool_address(m.connect);
    m.context = tool_context(m.ca, m.cert, m.key);
    m.wire = new_wire();

    check(&m); // and gives the first datagrams to change
    for (unsigned long checked = 0; m.sent < m.count && !m.checks_failed && !tool_stopped;) {
        attacks[below(&m, sizeof attacks / sizeof *attacks)](&m);
        if (m.sent - checked >= m.every) {
            checked = m.sent;
            check(&m);
        }
    }
    if (!m.checks_failed)
        check(&m);
    printf("sent=%lu\nassociations=%lu\nsurvived=%lu\nchecks_ok=%lu\nchecks_failed=%lu\n", m.sent,
           m.associations, m.survived, m.checks_ok, m.checks_failed);
    SSL_CTX_free(m.context);
    BIO_meth_free(m.wire);
    return tool_end(!m.checks_failed && m.sent >= m.count);
}
