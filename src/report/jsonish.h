/*
 * What the two formats in JSON share (jsonish_): strings that are valid UTF-8 whatever they were made from, and writing
 * them to an Out. Used by json.c and sarif.c only.
 */
#ifndef REPORT_JSONISH_H
#define REPORT_JSONISH_H

#include <jansson.h>

#include "report/out.h"

/* A string of clean text; tabs and newlines stay. NULL gives null. */
json_t *jsonish_string(const char *s);
json_t *jsonish_stringn(const char *s, size_t n);
/* Sets a member unless the string is NULL. */
void jsonish_set(json_t *object, const char *key, const char *s);
void jsonish_set_number(json_t *object, const char *key, u64 n);
/* ---- writing piece by piece: a report with many findings is never in memory as a whole ---- */

enum { JSONISH_DEPTH = 8 };

typedef struct JsonStream {
    Out *out;
    u32 depth;                   /* open objects and arrays */
    char closing[JSONISH_DEPTH]; /* what closes each */
    bool some[JSONISH_DEPTH];    /* does it have a member already? */
} JsonStream;

void jsonish_start(JsonStream *s, Out *out);
/* Opens an object or array: `key` is its name in an object, NULL in an array and at the top. */
void jsonish_open(JsonStream *s, const char *key, char bracket);
void jsonish_close(JsonStream *s);
/* Writes a value on a line of its own; takes the reference. */
void jsonish_value(JsonStream *s, const char *key, json_t *value);

#endif
