/*
 * Types of C and C++ (type_): interned per IR unit, so that equal types have equal ids. Made by
 * lower/, read by engine and checks. A TypeTable belongs to one thread at a time, because records are laid out on
 * first demand; everything it holds lives in its arena until type_table_release.
 */
#ifndef IR_TYPE_H
#define IR_TYPE_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "syntax/tree.h"

typedef u32 TypeId;

/* The basic types: fixed ids, name in C syntax, kind, signed, size. Sizes: a number of bytes, or a member of Target. */
// clang-format off
#define TYPE_BASICS(X)                                     \
    X(UNKNOWN, "?", UNKNOWN, false, 0)                     \
    X(VOID, "void", VOID, false, 0)                        \
    X(BOOL, "bool", BOOL, false, 1)                        \
    X(CHAR, "char", INT, t->char_signed, 1)                \
    X(SCHAR, "signed char", INT, true, 1)                  \
    X(UCHAR, "unsigned char", INT, false, 1)               \
    X(SHORT, "short", INT, true, 2)                        \
    X(USHORT, "unsigned short", INT, false, 2)             \
    X(INT, "int", INT, true, t->int_size)                  \
    X(UINT, "unsigned int", INT, false, t->int_size)       \
    X(LONG, "long", INT, true, t->long_size)               \
    X(ULONG, "unsigned long", INT, false, t->long_size)    \
    X(LLONG, "long long", INT, true, 8)                    \
    X(ULLONG, "unsigned long long", INT, false, 8)         \
    X(INT128, "__int128", INT, true, 16)                   \
    X(UINT128, "unsigned __int128", INT, false, 16)        \
    X(WCHAR, "wchar_t", INT, t->wchar_signed, t->wchar_size) \
    X(CHAR8, "char8_t", INT, false, 1)                     \
    X(CHAR16, "char16_t", INT, false, 2)                   \
    X(CHAR32, "char32_t", INT, false, 4)                   \
    X(FLOAT, "float", FLOAT, true, 4)                      \
    X(DOUBLE, "double", FLOAT, true, 8)                    \
    X(LDOUBLE, "long double", FLOAT, true, t->ldouble_size) \
    X(FLOAT128, "__float128", FLOAT, true, 16)             \
    X(CFLOAT, "float _Complex", COMPLEX, true, 8)          \
    X(CDOUBLE, "double _Complex", COMPLEX, true, 16)       \
    X(CLDOUBLE, "long double _Complex", COMPLEX, true, 2 * t->ldouble_size) \
    X(NULLPTR, "nullptr_t", NULLPTR, false, t->ptr_size)
// clang-format on

enum {
#define X(name, text, kind, sign, size) TYPE_##name,
    TYPE_BASICS(X)
#undef X
        TYPE_BASIC_COUNT
};

typedef enum TypeKind {
    TY_UNKNOWN, /* nothing is known: lost code, auto without a known initialiser, template-dependent */
    TY_VOID,
    TY_BOOL,
    TY_INT, /* integers and characters */
    TY_FLOAT,
    TY_COMPLEX,
    TY_NULLPTR,
    TY_PTR, /* of: pointee */
    TY_REF, /* of: referent; flag TF_RVALUE. The type of variables and results only: an expression never has it */
    TY_MEMPTR, /* of: the member's type; cls: the class */
    TY_ARRAY,  /* of: element; bound, count */
    TY_FUNC,   /* of: result; func */
    TY_RECORD, /* record */
    TY_ENUM,   /* enumeration */
    TY_NAMED,  /* named: a type of that name whose definition was never seen, or a template's parameter */
} TypeKind;

enum { TQ_CONST = 1, TQ_VOLATILE = 2, TQ_RESTRICT = 4, TQ_ATOMIC = 8 };
enum { TF_RVALUE = 1, TF_TEMPLATE_PARAM = 2 };

typedef enum ArrayBound {
    BOUND_KNOWN,    /* count elements */
    BOUND_NONE,     /* T a[]: incomplete, or a flexible member */
    BOUND_VARIABLE, /* a run-time value: IrVar.vla_bound has it */
    BOUND_OPAQUE,   /* a constant that could not be evaluated (a macro nobody defined) */
} ArrayBound;

typedef struct FuncType {
    TypeId *params; /* after adjustment: arrays and functions are pointers */
    u32 n_params;
    bool variadic;
    bool unprototyped; /* f() in C */
    bool is_const;     /* method that promises not to change its object */
} FuncType;

enum {
    FIELD_BITFIELD = 1,
    FIELD_ALT = 2,  /* exists only under a presence condition */
    FIELD_BASE = 4, /* the subobject of a base class; name is the class's */
    FIELD_ANON = 8, /* unnamed struct or union, whose members are found through it */
    FIELD_MUTABLE = 16,
    FIELD_FLEXIBLE =
        32 /* the last member, an array without bound (or of 0 or 1 in the old style: see type_is_flexible) */
};

typedef struct Field {
    Sym name; /* 0: unnamed */
    TypeId type;
    u64 offset;               /* bytes; of the storage unit for bit-fields; 0 when the layout is not known */
    u8 bit_offset, bit_width; /* bits inside the storage unit, from the least significant */
    u16 flags;
    NodeId node; /* INIT_DECL (or BASE, RECORD for an unnamed member) in the tree of Record.unit */
} Field;

typedef enum RecordState {
    RECORD_DECLARED,
    RECORD_COMPLETING,
    RECORD_COMPLETE,
    RECORD_INCOMPLETE
} RecordState;

typedef struct Record {
    Sym tag;    /* 0: unnamed */
    Sym scope;  /* "ns::Outer" or 0 */
    u8 keyword; /* KW_STRUCT, KW_UNION, KW_CLASS */
    u8 state;   /* RecordState; read it through type_record, which lays the record out first */
    bool
        layout_known; /* sizes and offsets below are exact; false: a field's type is unknown or depends on an ALT */
    bool is_template;        /* lowered once, for all arguments */
    bool has_ctor, has_dtor; /* declared by the user (in this class) */
    bool has_virtual;
    u32 unit;    /* where it is defined; with node its identity */
    NodeId node; /* RECORD, or 0 when no definition was seen */
    u32 entry;   /* IndexEntry, or 0 (local types) */
    Field *fields;
    u32 n_fields, n_bases; /* the first n_bases fields are FIELD_BASE */
    u64 size;
    u32 align;
    Sym qualified;     /* "ns::Outer::tag": the scope of its members; 0 if unnamed */
    const void *owner; /* private to lower/ */
} Record;

typedef struct Enumerator {
    Sym name;
    i64 value;
    bool known; /* false: the value could not be evaluated */
    NodeId node;
} Enumerator;

typedef struct EnumType {
    Sym tag, scope;
    bool is_class;
    bool complete;
    bool uncertain; /* some enumerators stand under a presence condition */
    u32 unit;
    NodeId node;
    u32 entry;
    TypeId underlying;
    Enumerator *values;
    u32 n_values;
} EnumType;

typedef struct NamedType {
    Sym name;     /* last component: "unique_ptr" */
    Sym scope;    /* "std" or 0, as written */
    u8 keyword;   /* KW_STRUCT, ... for `struct unseen`; else 0 */
    TypeId *args; /* template arguments that are types (TYPE_UNKNOWN for the others) */
    u32 n_args;
} NamedType;

typedef struct Type {
    u8 kind;       /* TypeKind */
    u8 quals;      /* TQ_ */
    u8 flags;      /* TF_ */
    u8 bound;      /* TY_ARRAY: ArrayBound */
    TypeId unqual; /* the same type without quals; itself when it has none */
    TypeId of, cls;
    u64 count; /* TY_ARRAY with BOUND_KNOWN; TY_INT, TY_FLOAT ...: size in bytes */
    union {
        FuncType *func;
        Record *record;
        EnumType *enumeration;
        NamedType *named;
        bool is_signed; /* TY_INT */
    };
} Type;

/* Sizes of a data model, in bytes. */
typedef struct Target {
    const char *name;
    u8 int_size, long_size, ptr_size, wchar_size, ldouble_size;
    u8 max_align; /* of 8-byte and larger basic types inside structures */
    bool char_signed, wchar_signed;
} Target;

/* "LP64" (the default), "ILP32", "LLP64"; NULL for any other name. */
const Target *target_find(const char *name);

typedef struct TypeTable TypeTable;
/* Fills fields, layout and state of a record in state RECORD_DECLARED (and values of an enum that is not complete). */
typedef void TypeCompleteRecord(void *ctx, TypeTable *tt, Record *r);
typedef void TypeCompleteEnum(void *ctx, TypeTable *tt, EnumType *e);

struct TypeTable {
    Arena arena;
    VEC(Type) types; /* by TypeId; the array moves when types are made: keep ids */
    Map index;       /* hash -> first id of a chain */
    VEC(u32) chain;  /* by TypeId: next of the same hash */
    const Target *target;
    bool cxx;
    TypeCompleteRecord *complete_record;
    TypeCompleteEnum *complete_enum;
    void *ctx;
};

void type_table_init(TypeTable *tt, const Target *target, bool cxx);
void type_table_release(TypeTable *tt);

/* ---- makers; all arrays are copied ---- */
TypeId type_ptr(TypeTable *tt, TypeId of);
TypeId type_ref(TypeTable *tt, TypeId of, bool rvalue); /* a reference to a reference collapses */
TypeId type_memptr(TypeTable *tt, TypeId of, TypeId cls);
TypeId type_array(TypeTable *tt, TypeId of, ArrayBound bound, u64 count);
TypeId type_func(TypeTable *tt, TypeId ret, const TypeId *params, u32 n, bool variadic, bool unprototyped,
                 bool is_const);
/* The record (enum) of a definition, by its unit and node; `fresh` tells the caller to fill tag, scope and so on. */
TypeId type_of_record(TypeTable *tt, u32 unit, NodeId node, bool *fresh);
TypeId type_of_enum(TypeTable *tt, u32 unit, NodeId node, bool *fresh);
TypeId type_named(TypeTable *tt, Sym name, Sym scope, u8 keyword, const TypeId *args, u32 n);
TypeId type_template_param(TypeTable *tt, Sym name);
/* Adds qualifiers; on an array they go to the element. */
TypeId type_qualified(TypeTable *tt, TypeId t, u8 quals);
TypeId type_unqualified(const TypeTable *tt, TypeId t);

/* ---- questions; any TypeId may be asked ---- */
static inline const Type *type_get(const TypeTable *tt, TypeId t)
{
    return &tt->types.at[t];
}
static inline TypeKind type_kind(const TypeTable *tt, TypeId t)
{
    return (TypeKind)tt->types.at[t].kind;
}
static inline TypeId type_of(const TypeTable *tt, TypeId t) /* pointee, referent, element or result */
{
    return tt->types.at[t].of;
}
/* The type without a reference around it. */
TypeId type_deref_ref(const TypeTable *tt, TypeId t);
static inline bool type_is_unknown(const TypeTable *tt, TypeId t) /* also a named type never seen */
{
    TypeKind k = type_kind(tt, t);
    return k == TY_UNKNOWN || k == TY_NAMED;
}
bool type_is_integer(const TypeTable *tt, TypeId t); /* bool, characters, integers, enums */
bool type_is_arithmetic(const TypeTable *tt, TypeId t);
bool type_is_pointer(const TypeTable *tt, TypeId t); /* object and function pointers, nullptr_t */
bool type_is_scalar(const TypeTable *tt, TypeId t);
/* A character type: char, signed char, unsigned char, char8_t. */
bool type_is_char(const TypeTable *tt, TypeId t);
/* Of integers and enums: signedness and value bits (bool: 1). Width 0 for others. */
bool type_is_signed(const TypeTable *tt, TypeId t);
u32 type_width(const TypeTable *tt, TypeId t);
/* The record laid out, or NULL for other types. Incomplete ones have state RECORD_INCOMPLETE. */
const Record *type_record(TypeTable *tt, TypeId t);
/* The enum with its values, or NULL. */
const EnumType *type_enum(TypeTable *tt, TypeId t);
const FuncType *type_func_of(const TypeTable *tt,
                             TypeId t); /* of a function type or a pointer to one; else NULL */
/* Bytes; false when not known (incomplete, unknown, depends on configuration, variable bound, more than 2^62). */
bool type_sizeof(TypeTable *tt, TypeId t, u64 *size);
bool type_alignof(TypeTable *tt, TypeId t, u32 *align);
/* Index of a field by name in a record's own list, or -1; unnamed members and bases are not entered. */
i32 type_field_index(const Record *r, Sym name);
/* Path of field indices to a member, entering unnamed members and base classes; its length, or 0 when there is none. */
u32 type_find_field(TypeTable *tt, TypeId record, Sym name, u32 *path, u32 max);
/* Is this the last member and an array without bound (or of 0 or 1 element), as used for variable-sized objects? */
bool type_is_flexible(TypeTable *tt, const Record *r, u32 field);
/* Does the class, a base or a member of it have a destructor declared by the user? */
bool type_needs_destructor(TypeTable *tt, TypeId t);
/* Same type but for qualifiers and missing information (C11 6.2.7, lenient: unknown is compatible with all). */
bool type_compatible(TypeTable *tt, TypeId a, TypeId b);

/* ---- conversions (C11 6.3.1) ---- */
TypeId type_promoted(TypeTable *tt, TypeId t);
/* Common type of two arithmetic types; TYPE_UNKNOWN when one is not arithmetic. */
TypeId type_usual(TypeTable *tt, TypeId a, TypeId b);
/* Array and function to pointer; qualifiers and references dropped: the type of the value. */
TypeId type_decayed(TypeTable *tt, TypeId t);
TypeId type_size_t(const TypeTable *tt);
TypeId type_ptrdiff_t(const TypeTable *tt);
/* The integer type of that size and signedness (int before long before long long), or TYPE_UNKNOWN. */
TypeId type_int_of_size(const TypeTable *tt, u32 bytes, bool is_signed);
/* Wraps v to the width and sign of an integer type, as a conversion would; sign-extended to 64 bits when signed. */
u64 type_wrap(const TypeTable *tt, TypeId t, u64 v);

/* C syntax of the type with a declared name inside (name may be ""): "char (*name)[10]". */
void type_text(const TypeTable *tt, TypeId t, const char *name, Sb *out);

/* Lays out a record whose fields have names, types, bit widths and flags; sets offsets, size, align, layout_known.
 * Rules of the System V ABI (GCC): a bit-field does not cross a storage unit of its declared type. `packed`: no padding.
 * min_align: 0 or the record's own _Alignas/aligned(). */
void type_layout(TypeTable *tt, Record *r, bool packed, u32 min_align);

#endif
