/*
 * Clean strings and output for the formats in JSON. See jsonish.h.
 */
#include "report/jsonish.h"

#include <string.h>

json_t *jsonish_stringn(const char *s, size_t n)
{
    Sb b;
    sb_init(&b);
    clean_add(&b, s, n, CLEAN_TABS | CLEAN_NEWLINES);
    json_t *value = json_stringn(b.s, b.n);
    sb_release(&b);
    return value;
}

json_t *jsonish_string(const char *s)
{
    return s ? jsonish_stringn(s, strlen(s)) : json_null();
}

void jsonish_set(json_t *object, const char *key, const char *s)
{
    if (s)
        json_object_set_new(object, key, jsonish_string(s));
}

void jsonish_set_number(json_t *object, const char *key, u64 n)
{
    json_object_set_new(object, key, json_integer((json_int_t)n));
}

static int write_piece(const char *bytes, size_t n, void *ctx)
{
    Out *o = ctx;
    out_bytes(o, bytes, n);
    return o->failed ? -1 : 0;
}

void jsonish_write(json_t *value, Out *o)
{
    json_dump_callback(value, write_piece, o, JSON_INDENT(2));
    out_c(o, '\n', 1);
    json_decref(value);
}
