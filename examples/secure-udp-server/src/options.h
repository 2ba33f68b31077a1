/*
 * The command line of the server. Called by main only.
 */
#ifndef SUS_OPTIONS_H
#define SUS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "log.h"
#include "net.h"
#include "tls.h"

enum { OPTIONS_LISTEN_MAX = 8, OPTIONS_NAMES_MAX = 64 };

typedef struct Options {
    TlsConfig tls;
    const char *names[OPTIONS_NAMES_MAX]; /* what tls.names points to */
    Address listen[OPTIONS_LISTEN_MAX];
    size_t n_listen;
    const char *user; /* NULL: not given */
    unsigned long max_clients, per_source, handshake_seconds, idle_seconds, hello_rate;
    LogLevel log;
    bool help;
} Options;

/* Reads the arguments. False after a message on standard error that names the argument and what it should be. */
bool options_read(Options *out, int argc, char **argv);
/* Writes the usage to standard output. False if that fails. */
bool options_print_help(void);

#endif
