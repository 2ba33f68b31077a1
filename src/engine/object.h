/*
 * Objects of memory and resources (obj_): what pointers point to. One table per run of the engine; what changes along a path (size, content,
 * whether it is freed) is in the state (state.h: ObjState). Used by engine/ and checks.
 */
#ifndef ENGINE_OBJECT_H
#define ENGINE_OBJECT_H

#include "engine/value.h"

typedef enum ObjKind {
    OBJ_NONE,
    OBJ_VAR,    /* var of an activation: locals, parameters, synthetic variables */
    OBJ_GLOBAL, /* global, static locals included */
    OBJ_FUNC,   /* global: a function's code */
    OBJ_STRING, /* str: a literal */
    OBJ_ALLOC,  /* made by a call: malloc, new, fopen, alloca. base is null when the call failed */
    OBJ_POINTEE, /* what a pointer of unknown origin (base) points to: of parameters, globals, unknown results */
    OBJ_HANDLE, /* a resource named by a number (base): a descriptor */
} ObjKind;

typedef struct Obj {
    u8 kind;         /* ObjKind */
    bool stack;      /* ALLOC: alloca and the like: dies with its function, must not be freed */
    bool elements;   /* `type` is that of an element; the number of elements may be more than one */
    bool borrowed;   /* ALLOC: storage of the library (returns_static): nobody has to free it, nobody may */
    bool never_null; /* VAR, GLOBAL, FUNC, STRING: base is 0 */
    Val base;    /* symbol of its address (handle number): null or not is asked of it. 0 when never_null */
    TypeId type; /* of the object, or of its elements; TYPE_UNKNOWN */
    Sym family;  /* ALLOC, HANDLE: of the resource ("malloc", "FILE", "fd") */
    const IrVar *var;
    const IrGlobal *global;
    const IrString *str;
    const IrFunction *f; /* VAR, ALLOC, HANDLE: function in which it was made */
    const IrInst *inst;  /* ALLOC, HANDLE: the call */
    Sym maker;           /* ALLOC, HANDLE: callee's name */
    Val failed; /* ALLOC, HANDLE: condition under which the making failed; 0: when base is null (ALLOC), never (HANDLE) */
    u64 context; /* activation, as in val_sym */
    u32 generation;
    ObjId next;                     /* of the same hash: private to object.c */
    u64 what;                       /* of its key: set by obj_get */
    const struct ObjState *initial; /* made by state.c at the first request */
    u32 mark;                       /* of the last walk that passed here: private to state_escape.c */
} Obj;

typedef struct Objects {
    VEC(Obj) at; /* by ObjId; [0] is OBJ_NONE */
    Map index;
    u32 walks; /* private to state_escape.c */
} Objects;

void objects_init(Objects *os);
void objects_release(Objects *os);
void objects_reset(Objects *os);

/* The object with this key, made at the first request with *info (kind, var, ... set): the key is (kind, what, context, generation), where `what` is the
 * address of var, global, str, or the id of inst and slot, or base. Deterministic like val_sym. */
ObjId obj_get(Objects *os, u64 what, const Obj *info);
/* Holds until the next object is made. */
static inline const Obj *obj(const Objects *os, ObjId o)
{
    return &os->at.at[o];
}
/* "`buf`", "the block from `malloc`", "what `p` points to": for texts, with backquotes. */
void obj_text(const Objects *os, const Values *vs, ObjId o, Sb *out);

#endif
