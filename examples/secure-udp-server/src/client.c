/*
 * The client: verifies the server, shows its own certificate or pre-shared key, and sends texts until each is
 * acknowledged. A program of its own; with the server it shares the message format and the reading of addresses and
 * secrets.
 */
#include <errno.h>
#include <getopt.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "message.h"
#include "net.h"
#include "secret.h"

enum {
    EXIT_USAGE = 2,
    DATAGRAM_SIZE = 1200, /* with IPv6 and UDP around it still below 1,280, which every path carries */
    RESEND_FIRST = 250,   /* milliseconds until a text is sent again; doubles each time, up to */
    RESEND_LAST = 4000,
    TIMEOUT_SECONDS_MAX = 3600
};

/* Only suites with forward secrecy and authenticated encryption. */
static const char certificate_suites[] = "ECDHE+AESGCM:ECDHE+CHACHA20";
static const char psk_suites[] = "ECDHE-PSK-CHACHA20-POLY1305";

static const char usage[] =
    "usage: secure-udp-client --connect ADDRESS:PORT --ca FILE [option]...\n"
    "  --connect ADDRESS:PORT   the server: 192.0.2.1:4433 or [2001:db8::1]:4433\n"
    "  --ca FILE                who may vouch for the server (PEM); not needed with --psk-file\n"
    "  --cert FILE --key FILE   own certificate with its chain, and its private key (PEM)\n"
    "  --name NAME              the name or address that the server's certificate must bear (localhost)\n"
    "  --psk-file FILE          lines IDENTITY:KEY, the key in hexadecimal; instead of certificates\n"
    "  --psk-identity ID        which of these lines to use\n"
    "  --text TEXT              what to send; again for more; without it each line of standard input\n"
    "  --timeout-seconds N      how long to wait for the handshake, and for each acknowledgement (10)\n";

typedef struct Options {
    const char *connect, *ca, *cert, *key, *name, *psk_file, *psk_identity;
    const char **texts;
    size_t text_count;
    int timeout_seconds;
} Options;

typedef struct Client {
    Options options;
    SSL_CTX *context;
    SSL *ssl;
    int fd;
    Psk psk;           /* wiped after the handshake */
    uint32_t sequence; /* of the last text sent */
    bool acknowledged; /* that text */
    bool closed;       /* nothing more can be sent, not even an alert */
    char input[MESSAGE_TEXT_MAX + 1];
    size_t input_size;
    bool input_ended;
} Client;

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    (void)number;
    interrupted = 1;
}

__attribute__((format(printf, 1, 2))) static bool fail(const char *format, ...)
{
    va_list arguments;

    fputs("secure-udp-client: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    return false;
}

/* Why OpenSSL's last call failed; empties its queue of errors. */
static const char *tls_reason(void)
{
    unsigned long code = ERR_peek_error(); /* the first one is the cause of the others */
    const char *reason =
        ERR_SYSTEM_ERROR(code) ? strerror(ERR_GET_REASON(code)) : ERR_reason_error_string(code);

    ERR_clear_error();
    return code && reason ? reason : "unknown error";
}

static int64_t now_milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- secrets ---- */

static bool load_key(SSL_CTX *context, const char *path)
{
    char error[SECRET_ERROR_SIZE];
    EVP_PKEY *key = secret_read_key(path, error);
    if (!key)
        return fail("%s", error);
    bool done = SSL_CTX_use_PrivateKey(context, key) == 1;
    EVP_PKEY_free(key);
    return done || fail("%s: the key does not fit the certificate: %s", path, tls_reason());
}

/* The key of the line that begins with the identity and a colon; false if there is none or it is malformed. */
static bool find_psk(Client *c, const char *text)
{
    size_t length = strlen(c->options.psk_identity);
    for (const char *line = text, *end; *line; line = *end ? end + 1 : end) {
        end = line + strcspn(line, "\n");
        if (strncmp(line, c->options.psk_identity, length) == 0 && line[length] == ':')
            return secret_read_psk(&c->psk, line, end) == line + length;
    }
    return false;
}

static bool load_psk(Client *c)
{
    char error[SECRET_ERROR_SIZE];
    Secret file;
    if (!secret_read(&file, c->options.psk_file, error))
        return fail("%s", error);
    bool found = find_psk(c, file.bytes);
    secret_release(&file);
    return found || fail("%s: has no readable key of %d to %d octets for the identity %s",
                         c->options.psk_file, PSK_MIN, PSK_MAX, c->options.psk_identity);
}

static unsigned on_psk(SSL *ssl, const char *hint, char *identity, unsigned identity_room, unsigned char *psk,
                       unsigned psk_room)
{
    const Client *c = SSL_get_app_data(ssl);
    size_t length = strlen(c->options.psk_identity);

    (void)hint; /* the server's wish; ours is fixed */
    if (length >= identity_room || c->psk.size > psk_room)
        return 0; /* ends the handshake */
    memcpy(identity, c->options.psk_identity, length + 1);
    memcpy(psk, c->psk.key, c->psk.size);
    return (unsigned)c->psk.size;
}

/* ---- what is needed before the first datagram ---- */

static bool open_context(Client *c)
{
    const Options *o = &c->options;
    SSL_CTX *context = c->context = SSL_CTX_new(DTLS_client_method());

    if (!context || SSL_CTX_set_min_proto_version(context, DTLS1_2_VERSION) != 1 ||
        SSL_CTX_set_max_proto_version(context, DTLS1_2_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(context, o->psk_file ? psk_suites : certificate_suites) != 1)
        return fail("OpenSSL offers no DTLS 1.2: %s", tls_reason());
    SSL_CTX_set_security_level(context, 2); /* 112 bits: RSA from 2,048, elliptic curves from 224 */
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_QUERY_MTU);
    if (o->psk_file) {
        SSL_CTX_set_psk_client_callback(context, on_psk);
        return load_psk(c);
    }
    if (SSL_CTX_load_verify_file(context, o->ca) != 1)
        return fail("%s: no certificates to trust: %s", o->ca, tls_reason());
    if (!o->cert || !o->key) /* both or none */
        return true;
    if (SSL_CTX_use_certificate_chain_file(context, o->cert) != 1)
        return fail("%s: no certificate: %s", o->cert, tls_reason());
    return load_key(context, o->key);
}

/* The name that the server has to prove: an address or a DNS name. */
static bool expect_name(SSL *ssl, const char *name)
{
    X509_VERIFY_PARAM *param = SSL_get0_param(ssl);

    X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    if (X509_VERIFY_PARAM_set1_ip_asc(param, name) == 1)
        return true;
    ERR_clear_error(); /* not an address, then */
    return SSL_set1_host(ssl, name) == 1 && SSL_set_tlsext_host_name(ssl, name) == 1;
}

static bool open_association(Client *c, const Address *server)
{
    struct sockaddr_storage peer;
    socklen_t size = address_to_system(&peer, server);

    /* Connected: the kernel drops datagrams of all others, and tells when nobody listens there. */
    c->fd = socket(peer.ss_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (c->fd < 0 || connect(c->fd, (const struct sockaddr *)&peer, size))
        return fail("%s: %s", c->options.connect, strerror(errno));

    c->ssl = SSL_new(c->context);
    BIO *bio = BIO_new_dgram(c->fd, BIO_NOCLOSE);
    if (!c->ssl || !bio || !expect_name(c->ssl, c->options.name)) {
        BIO_free(bio);
        return fail("cannot prepare the association: %s", tls_reason());
    }
    BIO_ctrl(bio, BIO_CTRL_DGRAM_SET_CONNECTED, 0, &peer);
    SSL_set_bio(c->ssl, bio, bio);
    SSL_set_app_data(c->ssl, c);
    SSL_set_mtu(c->ssl, DATAGRAM_SIZE);
    return true;
}

/* ---- the association ---- */

/* Until the server sends something, `wait` milliseconds are over or a signal comes; with input, until that is there. */
static void wait_for(const Client *c, int64_t wait, bool input)
{
    struct pollfd files[2] = {{.fd = c->fd, .events = POLLIN},
                              {.fd = input ? STDIN_FILENO : -1, .events = POLLIN}};

    /* Whatever it says: the caller looks at the clock, the socket and `interrupted` next. */
    (void)poll(files, 2, wait < 0 ? 0 : (int)wait);
}

/* Says why an operation failed whose error is not one of patience. */
static bool fail_association(Client *c, const char *when, int error)
{
    int problem = errno; /* OpenSSL leaves that of the socket */
    long verified = SSL_get_verify_result(c->ssl);

    c->closed = true; /* an alert, if there is one to send, was sent by OpenSSL */
    if (interrupted)
        return fail("%s: stopped by a signal", when);
    if (verified != X509_V_OK)
        return fail("%s: the server's certificate is not accepted: %s", when,
                    X509_verify_cert_error_string(verified));
    if (error == SSL_ERROR_ZERO_RETURN)
        return fail("%s: the server closed the association", when);
    if (error == SSL_ERROR_SYSCALL && problem)
        return fail("%s: %s", when, strerror(problem));
    return fail("%s: %s", when, tls_reason());
}

static bool handshake(Client *c)
{
    int64_t deadline = now_milliseconds() + (int64_t)c->options.timeout_seconds * 1000;

    for (;;) {
        ERR_clear_error();
        int result = SSL_connect(c->ssl);
        int error = SSL_get_error(c->ssl, result);
        if (result == 1)
            return true;
        if ((error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) || interrupted)
            return fail_association(c, "handshake", error);

        struct timeval flight;
        int64_t left = deadline - now_milliseconds();
        if (left <= 0)
            return fail("handshake: no answer within %d seconds", c->options.timeout_seconds);
        if (DTLSv1_get_timeout(c->ssl, &flight)) {
            int64_t until_resend = (int64_t)flight.tv_sec * 1000 + (flight.tv_usec + 999) / 1000;
            left = until_resend < left ? until_resend : left;
        }
        wait_for(c, left, false);
        if (DTLSv1_handle_timeout(c->ssl) < 0) /* sends the last flight again if its time has come */
            return fail_association(c, "handshake", SSL_ERROR_SSL);
    }
}

/* Reads all that is there and takes note of the acknowledgement waited for. False when the association has ended. */
static bool read_answers(Client *c)
{
    uint8_t bytes[MESSAGE_SIZE_MAX];
    Message message;

    for (;;) {
        ERR_clear_error();
        int size = SSL_read(c->ssl, bytes, sizeof bytes);
        int error = SSL_get_error(c->ssl, size);
        if (size > 0) {
            /* What is malformed, or the late answer to something sent twice, changes nothing. */
            if (message_read(&message, bytes, (size_t)size) && message.type == MESSAGE_ACK &&
                message.sequence == c->sequence)
                c->acknowledged = true;
        } else if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
            return !interrupted || fail_association(c, "waiting", error);
        } else {
            return fail_association(c, "waiting", error);
        }
    }
}

/* Sends the text, again and again with doubled patience, until it is acknowledged. */
static bool deliver(Client *c, const char *text, size_t size)
{
    uint8_t bytes[MESSAGE_SIZE_MAX];
    Message message = {.type = MESSAGE_TEXT,
                       .length = (uint16_t)size,
                       .sequence = ++c->sequence,
                       .payload = (const uint8_t *)text};
    size_t length = message_write(bytes, sizeof bytes, &message);
    int64_t deadline = now_milliseconds() + (int64_t)c->options.timeout_seconds * 1000;
    int64_t resend_at = 0;
    int64_t delay = RESEND_FIRST;

    if (!length)
        return fail("a text has 1 to %d octets, and there are 4,294,967,295 of them at most",
                    MESSAGE_TEXT_MAX);
    for (c->acknowledged = false; !c->acknowledged;) {
        int64_t now = now_milliseconds();
        if (now >= deadline)
            return fail("text %u: not acknowledged within %d seconds", c->sequence,
                        c->options.timeout_seconds);
        if (now >= resend_at) {
            ERR_clear_error();
            int sent = SSL_write(c->ssl, bytes, (int)length);
            int error = SSL_get_error(c->ssl, sent);
            /* A full socket is as good as a lost datagram: the next turn sends it again. */
            if (sent <= 0 && error != SSL_ERROR_WANT_WRITE && error != SSL_ERROR_WANT_READ)
                return fail_association(c, "sending", error);
            resend_at = now + delay;
            delay = delay * 2 < RESEND_LAST ? delay * 2 : RESEND_LAST;
        }
        wait_for(c, (resend_at < deadline ? resend_at : deadline) - now, false);
        if (!read_answers(c))
            return false;
    }
    return printf("ack %u\n", c->sequence) > 0 && fflush(stdout) == 0;
}

/* Takes the first line out of the buffer of standard input; false if no whole line is there. */
static bool take_line(Client *c, char *line, size_t *size)
{
    const char *end = memchr(c->input, '\n', c->input_size);
    size_t taken = end ? (size_t)(end - c->input) + 1 : c->input_size;

    if (!end && (!c->input_ended || !taken))
        return false;
    *size = taken - (end ? 1 : 0);
    memcpy(line, c->input, *size);
    c->input_size -= taken;
    memmove(c->input, c->input + taken, c->input_size);
    return true;
}

/* Sends each line of standard input; between lines it listens whether the server is still there. */
static bool deliver_input(Client *c)
{
    char line[MESSAGE_TEXT_MAX + 1];
    size_t size;

    for (;;) {
        while (take_line(c, line, &size))
            if (size && !deliver(c, line, size)) /* an empty line is no text */
                return false;
        if (c->input_ended)
            return true;
        if (c->input_size == sizeof c->input)
            return fail("a line of standard input has more than %d octets", MESSAGE_TEXT_MAX);
        wait_for(c, 1000, true);
        struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
        if (poll(&input, 1, 0) == 1) {
            ssize_t got = read(STDIN_FILENO, c->input + c->input_size, sizeof c->input - c->input_size);
            if (got < 0 && errno != EINTR && errno != EAGAIN)
                return fail("standard input: %s", strerror(errno));
            c->input_ended = got == 0;
            c->input_size += got > 0 ? (size_t)got : 0;
        }
        if (!read_answers(c))
            return false;
    }
}

static bool deliver_all(Client *c)
{
    if (!c->options.text_count)
        return deliver_input(c);
    for (size_t i = 0; i < c->options.text_count; i++)
        if (!deliver(c, c->options.texts[i], strlen(c->options.texts[i])))
            return false;
    return true;
}

static bool converse(Client *c, const Address *server)
{
    bool established = open_association(c, server) && handshake(c);

    OPENSSL_cleanse(&c->psk, sizeof c->psk);
    bool done = established && deliver_all(c);
    /* close_notify, so that the server forgets us at once; there is no need to wait for its own. */
    if (established && !c->closed)
        (void)SSL_shutdown(c->ssl);
    return done;
}

/* ---- the command line ---- */

static bool parse_number(const char *text, int *out)
{
    char *end;

    errno = 0;
    long number = strtol(text, &end, 10);
    if (errno || end == text || *end || number < 1 || number > TIMEOUT_SECONDS_MAX)
        return fail("--timeout-seconds %s: not a number from 1 to %d", text, TIMEOUT_SECONDS_MAX);
    *out = (int)number;
    return true;
}

static bool check_options(const Options *o)
{
    const char *wrong = NULL;

    if (!*o->connect)
        wrong = "--connect ADDRESS:PORT is missing";
    else if (!o->ca && !o->psk_file)
        wrong = "--ca FILE is missing: without it the server cannot be verified";
    else if (!o->cert != !o->key)
        wrong = "--cert and --key belong together";
    else if (!o->psk_file != !*o->psk_identity)
        wrong = "--psk-file and --psk-identity belong together";
    else if (o->cert && o->psk_file)
        wrong = "either --cert or --psk-file, not both";
    for (size_t i = 0; i < o->text_count && !wrong; i++)
        if (!o->texts[i][0] || strlen(o->texts[i]) > MESSAGE_TEXT_MAX)
            wrong = "--text TEXT has 1 to 1024 octets";
    if (wrong)
        fail("%s (--help lists the options)", wrong);
    return !wrong;
}

/* `o->texts` has room for as many as there are arguments. Ends the process for --help. */
static bool parse_options(int argc, char **argv, Options *o)
{
    static const struct option names[] = {
        {"connect", required_argument, NULL, 'c'},
        {"ca", required_argument, NULL, 'a'},
        {"cert", required_argument, NULL, 'C'},
        {"key", required_argument, NULL, 'k'},
        {"name", required_argument, NULL, 'n'},
        {"psk-file", required_argument, NULL, 'p'},
        {"text", required_argument, NULL, 't'},
        {"psk-identity", required_argument, NULL, 'i'},
        {"help", no_argument, NULL, 'h'},
        {"timeout-seconds", required_argument, NULL, 's'},
        {NULL, 0, NULL, 0},
    };

    for (int letter; (letter = getopt_long(argc, argv, "", names, NULL)) != -1;)
        switch (letter) {
        case 'c': o->connect = optarg; break;
        case 'a': o->ca = optarg; break;
        case 'C': o->cert = optarg; break;
        case 'k': o->key = optarg; break;
        case 'n': o->name = optarg; break;
        case 'p': o->psk_file = optarg; break;
        case 'i': o->psk_identity = optarg; break;
        case 't': o->texts[o->text_count++] = optarg; break;
        case 's':
            if (!parse_number(optarg, &o->timeout_seconds))
                return false;
            break;
        case 'h': exit(fputs(usage, stdout) < 0);
        default: return false; /* getopt_long has said what is wrong */
        }
    if (optind < argc)
        return fail("%s: there are no arguments besides options (--help)", argv[optind]);
    return check_options(o);
}

int main(int argc, char **argv)
{
    Client c = {.fd = -1,
                .options = {.connect = "", .psk_identity = "", .name = "localhost", .timeout_seconds = 10}};
    Address server;
    int status = EXIT_USAGE;
    struct sigaction action = {.sa_handler = on_signal};

    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    c.options.texts = calloc((size_t)argc + 1, sizeof *c.options.texts);
    if (!c.options.texts) {
        fail("no memory");
    } else if (parse_options(argc, argv, &c.options)) {
        if (!address_parse(&server, c.options.connect))
            fail("--connect %s: not ADDRESS:PORT or [ADDRESS]:PORT, in numbers", c.options.connect);
        else if (open_context(&c))
            status = converse(&c, &server) ? 0 : 1;
    }
    OPENSSL_cleanse(&c.psk, sizeof c.psk);
    SSL_free(c.ssl);
    SSL_CTX_free(c.context);
    if (c.fd >= 0)
        close(c.fd);
    free(c.options.texts);
    return status;
}
