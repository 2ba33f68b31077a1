/*
 * The log: one line per event on standard error, bounded in length and in number, never waiting for its reader. What a
 * peer chose passes through log_quote. Called by everybody; one thread.
 */
#ifndef SUS_LOG_H
#define SUS_LOG_H

#include <stdbool.h>
#include <stddef.h>

/* NOTICE is what the server does of its own accord, written as "info"; the levels from INFO on are what peers cause. */
typedef enum LogLevel { LOG_ERROR, LOG_NOTICE, LOG_INFO, LOG_DEBUG } LogLevel;

enum { LOG_QUOTE_SIZE = 512 };

/* Lines above `level` are left out from now on; below LOG_DEBUG what peers cause is limited in lines a second, too. */
void log_set_level(LogLevel level);
bool log_wants(LogLevel level);

/* Writes "TIME LEVEL " and the formatted text as one line. */
void log_line(LogLevel level, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Writes `size` octets to `out` of LOG_QUOTE_SIZE chars so that no reader of the log can be misled: in double quotes,
 * anything but printable ASCII as \xNN, "..." in place of what has no room. Returns `out`.
 */
const char *log_quote(char *out, const void *octets, size_t size);

#endif
