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

void jsonish_start(JsonStream *s, Out *out)
{
    *s = (JsonStream){.out = out};
}

static void new_line(JsonStream *s)
{
    out_c(s->out, '\n', 1);
    out_c(s->out, ' ', 2 * s->depth);
}

static void next_member(JsonStream *s, const char *key)
{
    if (s->depth) {
        if (s->some[s->depth - 1])
            out_c(s->out, ',', 1);
        s->some[s->depth - 1] = true;
        new_line(s);
    }
    if (key)
        out_f(s->out, "\"%s\": ", key); /* keys are ours: nothing to escape */
}

void jsonish_open(JsonStream *s, const char *key, char bracket)
{
    assert(s->depth < JSONISH_DEPTH);
    next_member(s, key);
    out_c(s->out, bracket, 1);
    s->some[s->depth] = false;
    s->closing[s->depth++] = bracket == '{' ? '}' : ']';
}

void jsonish_close(JsonStream *s)
{
    bool some = s->some[--s->depth];
    if (some)
        new_line(s);
    out_c(s->out, s->closing[s->depth], 1);
    if (s->depth == 0)
        out_c(s->out, '\n', 1);
}

void jsonish_value(JsonStream *s, const char *key, json_t *value)
{
    next_member(s, key);
    json_dump_callback(value, write_piece, s->out, JSON_ENCODE_ANY);
    json_decref(value);
}
