/*
 * Texts of one event a line, held against patterns whose parts, separated by '|', all stand in one line. Included by tests of the engine's events.
 */
#ifndef UNIT_LINE_PATTERN_H
#define UNIT_LINE_PATTERN_H

#include <string.h>

static inline bool line_matches(const char *line, size_t n, const char *pattern)
{
    while (*pattern) {
        size_t part = strcspn(pattern, "|");
        if (!memmem(line, n, pattern, part))
            return false;
        pattern += part;
        pattern += *pattern == '|';
    }
    return true;
}

/* Has some line all parts of the pattern? */
static inline bool matches(const char *text, const char *pattern)
{
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        if (line_matches(line, n, pattern))
            return true;
        line += n + (line[n] == '\n');
    }
    return false;
}

#endif
