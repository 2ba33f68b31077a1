/*
 * Reading the command line: one table says what there is, for the reader and for the help.
 */
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum Kind { KIND_TEXT, KIND_NUMBER, KIND_LISTEN, KIND_NAME, KIND_LEVEL, KIND_HELP } Kind;

typedef struct Option {
    const char *name, *value, *help;
    Kind kind;
    size_t offset;           /* in Options, of a text or of a number */
    unsigned long low, high; /* of a number */
} Option;

static const Option options[] = {
    {"--cert", "FILE", "certificate of the server, with its chain (PEM)", KIND_TEXT,
     offsetof(Options, tls.cert), 0, 0},
    {"--key", "FILE", "its private key, readable for its owner only", KIND_TEXT, offsetof(Options, tls.key),
     0, 0},
    {"--ca", "FILE", "certificates of the CA whose clients are admitted", KIND_TEXT,
     offsetof(Options, tls.ca), 0, 0},
    {"--crl", "FILE", "revocation lists of that CA", KIND_TEXT, offsetof(Options, tls.crl), 0, 0},
    {"--allow-name", "NAME", "admit only this DNS name of a certificate (may be repeated)", KIND_NAME, 0, 0,
     0},
    {"--psk-file", "FILE", "also admit keys: lines \"identity:hexadecimal key\"", KIND_TEXT,
     offsetof(Options, tls.psk_file), 0, 0},
    {"--listen", "ADDRESS:PORT", "where (may be repeated) [127.0.0.1:4433 and [::1]:4433]", KIND_LISTEN, 0, 0,
     0},
    {"--user", "NAME", "whom to become when started by root [nobody]", KIND_TEXT, offsetof(Options, user), 0,
     0},
    {"--max-clients", "N", "clients at once [4096]", KIND_NUMBER, offsetof(Options, max_clients), 1, 1000000},
    {"--per-source", "N", "of them, from one IPv4 address or IPv6 /64 [32]", KIND_NUMBER,
     offsetof(Options, per_source), 1, 1000000},
    {"--handshake-seconds", "N", "time for a handshake [10]", KIND_NUMBER,
     offsetof(Options, handshake_seconds), 1, 600},
    {"--idle-seconds", "N", "time without a message [60]", KIND_NUMBER, offsetof(Options, idle_seconds), 1,
     86400},
    {"--hello-rate", "N", "strangers answered in a second [20000]", KIND_NUMBER,
     offsetof(Options, hello_rate), 1, 10000000},
    {"--log", "LEVEL", "error, info or debug [info]", KIND_LEVEL, 0, 0, 0},
    {"--help", NULL, "this text", KIND_HELP, 0, 0, 0},
};
enum { N_OPTIONS = sizeof options / sizeof options[0] };

static bool complain(const char *option, const char *value, const char *remedy)
{
    (void)fprintf(stderr, "secure-udp-server: %s%s%s: %s; see --help\n", option, value ? " " : "",
                  value ? value : "", remedy);
    return false;
}

static bool read_number(unsigned long *out, const Option *o, const char *value)
{
    char remedy[64], *end = NULL;
    errno = 0;
    unsigned long number = strtoul(value, &end, 10);
    if (value[0] >= '0' && value[0] <= '9' && *end == '\0' && errno == 0 && number >= o->low &&
        number <= o->high) {
        *out = number;
        return true;
    }
    (void)snprintf(remedy, sizeof remedy, "not a number from %lu to %lu", o->low, o->high);
    return complain(o->name, value, remedy);
}

static bool read_level(LogLevel *out, const Option *o, const char *value)
{
    static const char *const names[] = {[LOG_ERROR] = "error", [LOG_INFO] = "info", [LOG_DEBUG] = "debug"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i] && strcmp(names[i], value) == 0) {
            *out = (LogLevel)i;
            return true;
        }
    }
    return complain(o->name, value, "not one of error, info and debug");
}

static bool set(Options *out, const Option *o, const char *value)
{
    char *field = (char *)out + o->offset;
    switch (o->kind) {
    case KIND_TEXT: *(const char **)(void *)field = value; return true;
    case KIND_NUMBER: return read_number((unsigned long *)(void *)field, o, value);
    case KIND_LEVEL: return read_level(&out->log, o, value);
    case KIND_HELP: out->help = true; return true;
    case KIND_NAME:
        if (out->tls.n_names == OPTIONS_NAMES_MAX)
            return complain(o->name, value, "more names than the server takes");
        out->names[out->tls.n_names++] = value;
        return true;
    case KIND_LISTEN:
        if (out->n_listen == OPTIONS_LISTEN_MAX)
            return complain(o->name, value, "more addresses than the server takes");
        if (!address_parse(&out->listen[out->n_listen], value))
            return complain(o->name, value, "not an address and port such as 127.0.0.1:4433 or [::1]:4433");
        out->n_listen++;
        return true;
    }
    return false;
}

static const Option *find(const char *name)
{
    for (size_t i = 0; i < N_OPTIONS; i++)
        if (strcmp(options[i].name, name) == 0)
            return &options[i];
    return NULL;
}

bool options_read(Options *out, int argc, char **argv)
{
    *out = (Options){.max_clients = 4096,
                     .per_source = 32,
                     .handshake_seconds = 10,
                     .idle_seconds = 60,
                     .hello_rate = 20000,
                     .log = LOG_INFO};
    for (int i = 1; i < argc; i++) {
        const Option *o = find(argv[i]);
        if (!o)
            return complain(argv[i], NULL, "no such option");
        if (o->value && ++i == argc)
            return complain(o->name, NULL, "its value is missing");
        /* An empty name would mean "any name" to OpenSSL. */
        if (o->value && argv[i][0] == '\0')
            return complain(o->name, NULL, "its value is empty");
        if (!set(out, o, argv[i]))
            return false;
    }
    out->tls.names = out->names;
    if (out->help)
        return true;
    const char *missing = !out->tls.cert ? "--cert" : !out->tls.key ? "--key" : !out->tls.ca ? "--ca" : NULL;
    if (missing)
        return complain(missing, NULL, "is needed: the server and its clients prove who they are");
    if (out->n_listen == 0) {
        out->n_listen = 2;
        return address_parse(&out->listen[0], "127.0.0.1:4433") &&
               address_parse(&out->listen[1], "[::1]:4433");
    }
    return true;
}

bool options_print_help(void)
{
    bool ok =
        puts("usage: secure-udp-server --cert FILE --key FILE --ca FILE [OPTION]...\n"
             "A DTLS 1.2 server that acknowledges the texts of clients which have proved who they are.\n") >=
        0;
    for (size_t i = 0; i < N_OPTIONS; i++) {
        const Option *o = &options[i];
        ok = printf("  %-19s %-13s %s\n", o->name, o->value ? o->value : "", o->help) >= 0 && ok;
    }
    ok =
        puts(
            "\nExit status: 0 stopped by a signal, 1 the system refused something, 2 wrong usage or configuration.") >=
            0 &&
        ok;
    return fflush(stdout) == 0 && ok;
}
