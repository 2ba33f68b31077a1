/*
 * One contract being applied to one call in one state (cr_). Shared by the files that do so and nobody else:
 * exec_contract.c, exec_contract_value.c, exec_result.c, exec_make.c, exec_effect.c, exec_free.c,
 * exec_sink.c, exec_lock.c, exec_format.c.
 */
#ifndef ENGINE_EXEC_CONTRACT_H
#define ENGINE_EXEC_CONTRACT_H

#include "base/limits.h"
#include "engine/exec.h"
#include "engine/taint.h"

typedef struct ContractRun {
    Run *r;
    State *s;
    const CallSite *site;
    const IrCall *call;
    const Contract *c;
    const ContractDb *db;
    const ContractFact *facts; /* c->n of them */
    const FuncType *type;      /* of the callee, or NULL */
    Val result;                /* 0 until it is made, and for functions without one */
    Val length;                /* printf family: characters that the format gives (off), else 0 */
    bool
        is_unsigned; /* cr_eval read an unsigned number as wide as an offset: a negative value means a huge one */
    u32 scanned;     /* scanf family: conversions that assign */
    u32 version;     /* of content that this call writes */
} ContractRun;

/* A pointer target and where it points to. */
typedef struct Spot {
    Val ptr;   /* 0: the call has no such argument */
    ObjId obj; /* 0: null, or not known */
    Val off;
    TypeId pointee; /* TYPE_UNKNOWN when not known */
    u32 width;      /* bytes of a string's element there */
} Spot;

/* What a value or an area of memory is made of. */
typedef struct Origin {
    TaintMask taint;     /* sources that it comes from */
    Val source;          /* INPUT symbol that stands for it, or 0 */
    TaintMask sanitized; /* kinds of sinks for which it is fit, as far as it is tainted */
    TaintMask examined;  /* kinds of sinks for which the code looked at it */
    bool obscure;        /* some of it is of unknown origin */
    u8 why;              /* EngineWhy, when it is obscure */
} Origin;

/* Kinds and names that decide something, looked up once per process. */
typedef struct ExecNames {
    u8 printf_, wprintf_, scanf_, wscanf_;                /* CA_FORMAT */
    u8 sink_size, sink_loop, sink_program, sink_argument; /* CA_SINK */
    u8 locks_shared, locks_file, unlocks_file;            /* CA_LOCKS, CA_UNLOCKS */
    u8 callback_now;                                      /* CA_CALLBACK */
    ContractFact named_log;       /* sink(..., log) of functions that only their names describe */
    ContractFact format, command; /* sinks that follow from other facts: a format, a shell's script */
    TaintMask lines;              /* sinks that only line ends can break */
    Sym alloca_, cxx_new, cxx_new_array, malloc_, nothrow_t, va_list_, stdin_, stdout_, stderr_;
} ExecNames;
const ExecNames *exec_names(void);

/* What a symbol made by a call is for: part of its key. The rest is an index (of an argument, of an
 * expression). */
typedef enum SymUse {
    USE_RESULT = 1,
    USE_BASE,
    USE_SOURCE,
    USE_LENGTH,
    USE_EXPR,
    USE_WITHIN,
    USE_CHOICE,
    USE_TARGET,
    USE_DIGITS,
    USE_SCAN,
    USE_CONTENT,
    USE_SIZE,
    USE_COUNT,
} SymUse;

/* A symbol of this call: equal for equal use, index and declared properties, so that what is declared of it
 * holds in every state. What is known in this state only is assumed afterwards. */
Val cr_symbol(ContractRun *cr, SymUse use, u32 index, SymInfo info);
/* The same of type off with bounds. */
Val cr_number(ContractRun *cr, SymUse use, u32 index, SymOrigin origin, bool is_free, TaintMask taint,
              i128 lo, i128 hi);
/* Are all symbols of it free (and is there one)? */
bool cr_is_free(ContractRun *cr, Val v);
Where cr_at(const ContractRun *cr, i32 arg);

TypeId cr_type_of(ContractRun *cr, ContractTarget t);
/* Value of a target; 0: the call does not show it. */
Val cr_value(ContractRun *cr, ContractTarget t);
/* A target that is a pointer. */
Spot cr_spot(ContractRun *cr, ContractTarget t);
Spot cr_spot_of(ContractRun *cr, Val ptr, TypeId pointer_type);
/* Elements before the terminator of the string there, as off; 0 when the place is not known. */
Val cr_strlen(ContractRun *cr, Spot p);
/* A contract's number as off. */
Val cr_eval(ContractRun *cr, ContractExprId e, bool *unbounded);
Val cr_cond(ContractRun *cr, ContractExprId e);
/* First fact of that attribute about the same target, or NULL. */
const ContractFact *cr_about(const ContractRun *cr, ContractAttr attr, ContractTarget t);
static inline bool cr_same_target(ContractTarget a, ContractTarget b)
{
    return a.arg == b.arg && a.deref == b.deref;
}
/* The condition under which the call fails, by its contract: a truth value, 0 when there is none or it
 * cannot be told. */
Val cr_failed(ContractRun *cr);
/* Smaller or larger of two numbers. */
Val cr_min_max(ContractRun *cr, u32 index, bool max, Val a, Val b);
/* Assumes a condition (0: nothing). False: it cannot be so, and the path is contradictory or about to be. */
bool cr_assume(ContractRun *cr, Val cond, bool truth);
/* Does the pointer certainly hold null? */
bool cr_is_null(ContractRun *cr, Val ptr);

/* An access demanded by the contract; len 0: not known. False: the path ends. */
bool cr_access(ContractRun *cr, const ContractFact *f, i32 arg, Spot p, bool write, bool string, Val len,
               bool null_ok);

/* ---- exec_result.c ---- */

/* Makes cr->result (and the objects that come with it). Appends further outcomes, complete, to out. */
void cr_result(ContractRun *cr);
/* After the effects: what ENSURES says. False: this outcome is impossible. */
bool cr_ensure(ContractRun *cr);

/* ---- exec_make.c ---- */

/* The element type of what a pointer of this type points to, TYPE_UNKNOWN for void and unknown. */
TypeId cr_element_of(ContractRun *cr, TypeId pointer);
/* A fresh block of `size` bytes (off; 0: not known); index tells the blocks of one call apart. Its base is a
 * symbol from base_lo on. Returns its address. */
Val cr_allocate(ContractRun *cr, u32 index, Sym family, TypeId element, Val size, bool zeroed, i128 base_lo,
                bool base_free);
/* An object whose inside is the library's business: FILE, DIR; borrowed: its storage is the library's, as
 * that of getenv. */
Val cr_opaque(ContractRun *cr, u32 index, Sym family, TypeId pointer, i128 lo, bool is_free, bool borrowed);
/* The object of a resource that a number names; made on demand. */
ObjId cr_handle(ContractRun *cr, Val number, Sym family);
/* The object of the resource that a closes, uses or opens fact is about: what a number or a pointer of the
 * library names, or what is embedded in a structure of the caller (regcomp). 0: an ordinary object (FILE). */
ObjId cr_resource(ContractRun *cr, Val v, ContractTarget t, Sym family);
/* One that this call opened, unless `failed` (a condition, or 0). */
void cr_open_handle(ContractRun *cr, Val number, Sym family, Val failed);
/* allocates or opens of what a pointer argument points to. */
void cr_make_at(ContractRun *cr, const ContractFact *f);

/* ---- exec_effect.c ---- */

/* Effects of one fact on memory. */
void cr_effect(ContractRun *cr, const ContractFact *f);
/* Writes content of the given origin: `len` bytes, or a string of `length` elements (length not 0). */
void cr_write_string(ContractRun *cr, Spot p, Val length, const Origin *from);
void cr_write_bytes(ContractRun *cr, Spot p, Val len, const Origin *from);
/* Pointers to memory that the callee may write and of which its contract says nothing. */
void cr_unmentioned(ContractRun *cr);
void cr_origin_join(Origin *into, const Origin *other);
/* The INPUT symbol of what a `taints` fact writes, with its step. */
Val cr_source(ContractRun *cr, i32 arg, TaintMask taint, ObjId o);

/* ---- exec_format.c ---- */

/* The printf and scanf families: the arguments of a format are demanded, written, measured. False: the path
 * ends. */
bool cr_format(ContractRun *cr, const ContractFact *f);
bool cr_scan(ContractRun *cr, const ContractFact *f);

/* ---- exec_free.c ---- */

/* frees, closes, takes. */
void cr_release(ContractRun *cr, const ContractFact *f);
/* A reallocates fact: makes the result; the failing outcome is returned (or NULL when it cannot fail). */
State *cr_reallocate(ContractRun *cr, const ContractFact *f);

/* ---- exec_sink.c ---- */

void cr_sink(ContractRun *cr, const ContractFact *f);
/* The format string of a CA_FORMAT fact as a sink. */
void cr_format_sink(ContractRun *cr, const ContractFact *f);
Origin cr_origin_of_content(Run *r, const State *s, ObjId o, Val off);
/* Of a pointer: of what it points to; else of the value. */
Origin cr_origin_of(ContractRun *cr, ContractTarget t);
/* Comparing and searching looks at the content of its arguments. */
void cr_examine(ContractRun *cr);

/* ---- exec_lock.c ---- */

/* locks, unlocks, try_locks, waits; a failing outcome, when it has to be told apart, is returned (or NULL). */
State *cr_lock(ContractRun *cr, const ContractFact *f);

#endif
