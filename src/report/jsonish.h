/*
 * What the two formats in JSON share (jsonish_): strings that are valid UTF-8 whatever they were made from, and writing
 * a value to an Out. Used by json.c and sarif.c only.
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
/* Writes a value, indented, and a newline; takes the reference. Members keep the order in which they were set. */
void jsonish_write(json_t *value, Out *o);

#endif
