/*
 * Writing the log. A line that cannot be written at once is lost and counted: a full pipe must not stop the service.
 */
#include "log.h"

#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE_SIZE = 1024, LINES_PER_SECOND = 200 };

static struct {
    LogLevel level;
    time_t second; /* the one that `lines` counts in */
    unsigned lines;
    unsigned long suppressed;
} state = {.level = LOG_INFO};

void log_set_level(LogLevel level)
{
    state.level = level;
}

bool log_wants(LogLevel level)
{
    return level <= state.level;
}

static void write_line(LogLevel level, time_t now, const char *text)
{
    static const char *const names[] = {"error", "info", "info", "debug"};
    char line[LINE_SIZE];
    char when[sizeof "2026-01-01T00:00:00Z"] = "";
    struct tm utc;
    if (!gmtime_r(&now, &utc) || strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        when[0] = '\0';
    int n = snprintf(line, sizeof line, "%s %s %s\n", when, names[level], text);
    if (n < 0)
        return;
    size_t size = (size_t)n < sizeof line ? (size_t)n : sizeof line - 1;
    line[size - 1] = '\n';
    /* A pipe that is writable takes a whole line of this size (POSIX, PIPE_BUF). */
    struct pollfd ready = {.fd = STDERR_FILENO, .events = POLLOUT};
    if (poll(&ready, 1, 0) != 1 || write(STDERR_FILENO, line, size) != (ssize_t)size)
        state.suppressed++;
}

void log_line(LogLevel level, const char *format, ...)
{
    if (!log_wants(level))
        return;
    time_t now = time(NULL);
    if (now != state.second) {
        char note[64];
        unsigned long lost = state.suppressed;
        state.second = now;
        state.lines = 0;
        state.suppressed = 0;
        if (lost > 0 && snprintf(note, sizeof note, "suppressed lines=%lu", lost) > 0)
            write_line(LOG_NOTICE, now, note);
    }
    if (state.level < LOG_DEBUG && level >= LOG_INFO && ++state.lines > LINES_PER_SECOND) {
        state.suppressed++;
        return;
    }
    char text[LINE_SIZE];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n >= 0)
        write_line(level, now, text);
}

const char *log_quote(char *out, const void *octets, size_t size)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char *in = octets;
    size_t at = 0;
    out[at++] = '"';
    for (size_t i = 0; i < size; i++) {
        if (at + sizeof "\\xff...\"" > LOG_QUOTE_SIZE) {
            memcpy(out + at, "...", 3);
            at += 3;
            break;
        }
        unsigned char c = in[i];
        if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
            out[at++] = (char)c;
        } else {
            out[at++] = '\\';
            out[at++] = 'x';
            out[at++] = hex[c >> 4];
            out[at++] = hex[c & 15];
        }
    }
    out[at++] = '"';
    out[at] = '\0';
    return out;
}
