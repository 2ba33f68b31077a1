/*
 * Shared by the files of states (state*.c); nobody else includes it. Content of memory is a list of cells over a list of spans: every cell
 * is a fact about the present content, so whoever writes drops all cells that are not certainly apart from what is written.
 */
#ifndef ENGINE_STATE_PRIV_H
#define ENGINE_STATE_PRIV_H

#include <string.h>

#include "base/limits.h"
#include "engine/run.h"
#include "engine/state.h"

enum {
    OBJECT_SPANS = 24,      /* spans of one object; more are merged into one */
    STRING_SCAN = 4096,     /* bytes looked at to find a terminator */
    JOIN_ALTERNATIVES = 32, /* bits of a JoinMask */
    RECENT_JOINS = 6,       /* joins whose paths a condition is held against */
    ASSUME_DEPTH = 4,       /* joins of joins that one condition decides */
    ESCAPE_OBJECTS = 4096,  /* objects that one escape follows */
};

/* A part of an object. */
typedef struct Range {
    Val off;
    Val len;    /* as a value; VAL_NONE when n says it, or when it is not known */
    i64 at;     /* fixed: the offset */
    i64 n;      /* length, or -1: len says it, or not known */
    bool fixed; /* the offset is a constant */
    bool open;  /* up to the object's end, wherever that is */
} Range;

/* What a VK_RECORD holds: an object as it was. os never changes. */
typedef struct Snapshot {
    ObjId o;
    const ObjState *os;
} Snapshot;

/* ---- state.c ---- */

static inline u32 st_mix(u32 a, u32 b)
{
    return (u32)map_mix((u64)a << 32 | b);
}
/* The state of an object without giving it one in s; what a havoc did to objects that were not touched is included. */
const ObjState *st_peek(Run *r, const State *s, ObjId o);
/* Makes the cells array one's own, with room for `more` cells. */
void st_own_cells(Run *r, ObjState *os, u32 more);
void st_push_span(Run *r, ObjState *os, Span span);
bool st_global_fixed(Run *r, const IrGlobal *g);

/* ---- state_range.c ---- */

Range st_range_of(const Run *r, Val off, Val len);
Range st_range_bytes(const Run *r, Val off, u32 bytes); /* bytes 0: not known */
/* Certain relations; false: perhaps not. */
bool st_apart(Run *r, const State *s, const Range *a, const Range *b);
bool st_covers(Run *r, const State *s, const Range *a, const Range *b);
/* a - b as a constant. */
bool st_offset_diff(Run *r, const State *s, Val a, Val b, i64 *d);
bool st_offset_le(Run *r, const State *s, Val a, Val b, i64 slack); /* a <= b + slack */
void st_add_cell(Run *r, State *s, ObjId o, ObjState *os, Val off, u32 bytes, Val value);
/* Value of a place as type t, without remembering anything. *sure: asking again after other places were written gives the same value; else
 * whoever uses it must remember it in a cell. */
Val st_peek_value(Run *r, const State *s, ObjId o, const ObjState *os, Val off, u32 bytes, VType t,
                  bool *sure);
/* The byte at a constant place: its value, BYTE_UNKNOWN or BYTE_UNDEF. */
enum { BYTE_UNKNOWN = -1, BYTE_UNDEF = -2 };
i32 st_byte(Run *r, ObjId o, const ObjState *os, i64 at);
/* The byte that a constant of that size consists of, or -1. */
i32 st_repeated_byte(const Run *r, Val v, u32 bytes);
/* The newest span that covers a place for certain; *clean: no newer one covers it perhaps. The oldest span covers everything. */
const Span *st_span_at(Run *r, const State *s, const ObjState *os, const Range *w, bool *clean);
Val st_maybe_undef(Run *r, VType t, ObjId o, Val off, u32 version);
/* VK_UNDEF, or joined with that. */
bool st_perhaps_undefined(const Run *r, Val v);
/* First symbol below v that is tainted, or 0. */
Val st_taint_symbol(Run *r, Val v);
/* Addresses in v are stored in a place that is not followed any more: their objects count as escaped. */
void st_lose_track(Run *r, State *s, Val v);
/* Calls fn for each object whose address is in v, alternatives of joins included. */
typedef void StAddrFn(void *ctx, ObjId o);
void st_each_addr(const Run *r, Val v, StAddrFn *fn, void *ctx);

/* ---- state_string.c ---- */

/* Keeps or drops the string knowledge of an object of which [w) is about to be written with `value` (0: unknown). */
void st_string_written(Run *r, State *s, ObjId o, ObjState *os, const Range *w, Val value);

/* ---- state_escape.c ---- */

/* Everything in it may have got another value; each place remembers the one before. */
void st_havoc_content(Run *r, const State *s, ObjId o, ObjState *os, u32 version, const IrInst *at);

/* ---- state_diff.c ---- */

/* Objects (or temps) touched differently by any of the states than by the first, ascending. */
typedef VEC(u32) Keys;
void st_different(State *const *states, u32 n, bool temps, Keys *out);
/* Do they say the same of the object but for its history? */
bool st_same_object(const ObjState *a, const ObjState *b);

/* ---- state_join_object.c ---- */

/* Flags, history and taint of an object in several states (NULL: not touched there) go to `out`. */
void st_join_attributes(Run *r, const ObjState *const *os, const bool *touched, u32 n, ObjState *out);
/* The content of `out`, whose spans are those of os[0], becomes one that stands for all. */
void st_join_spans(Run *r, const ObjState *const *os, u32 n, u32 version, ObjState *out);

/* ---- state_join.c ---- */

/* The state that a join of n states begins with: that of the first path which is not weak (*pick), with the flags and generations of all.
 * `version`: of what the last call left, where that differs. */
State *st_join_start(Run *r, State *const *states, u32 n, u32 version, u32 *pick);

/* ---- state_coarse.c ---- */

/* st_join of at most JOIN_ALTERNATIVES states when the fuel is out: cheap. */
State *st_join_coarse(Run *r, State *const *states, u32 n);

#endif
