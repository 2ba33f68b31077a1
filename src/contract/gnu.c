/*
 * Attributes of GCC, Clang, the C and C++ standards and MSVC, brought into the facts of our own vocabulary. Their
 * argument positions count from 1, with a method's object first. Those that say nothing about behaviour are passed over.
 */
#include <string.h>

#include "contract/contract_priv.h"

/* Parameter by position; CT_NONE when it does not exist. */
static i32 position(Reader *r, NodeId n)
{
    i64 v;
    if (!n || tree_kind(r->t, n) != N_NUMBER || !contract_number(sym_str(tree_node(r->t, n)->a), &v))
        return CT_NONE;
    if (r->is_method && v == 1)
        return CT_THIS;
    v -= r->is_method ? 2 : 1;
    return v >= 0 && v < (i64)r->n_params ? (i32)v : CT_NONE;
}

static void about(Reader *r, ContractAttr attr, i32 arg)
{
    ContractFact f = reader_fact(attr);
    f.target[0].arg = (i16)arg;
    reader_push(r, &f);
}

static void plain(Reader *r, ContractAttr attr)
{
    about(r, attr, CT_NONE);
}

static ContractExprId argument_value(Reader *r, i32 arg)
{
    return db_expr(r->db, (ContractExpr){.op = CE_TARGET, .target = {(i16)arg, 0}});
}

static ContractExprId times(Reader *r, ContractExprId a, ContractExprId b)
{
    return db_expr(r->db, (ContractExpr){.op = CE_MUL, .a = a, .b = b});
}

/* ---- pointers ---- */

static void gnu_nonnull(Reader *r, NodeId arg)
{
    if (r->at_param != CT_NONE) {
        about(r, CA_NONNULL, r->at_param);
    } else if (!arg) {
        for (u32 i = 0; i < r->n_params; i++)
            if (r->pointer[i])
                about(r, CA_NONNULL, (i32)i);
    }
    for (; arg; arg = tree_next(r->t, arg)) {
        i32 p = position(r, arg);
        if (p != CT_NONE && p != CT_THIS)
            about(r, CA_NONNULL, p);
    }
}

/* access(mode, pointer[, count]) */
static void gnu_access(Reader *r, NodeId arg)
{
    const char *mode = arg ? sym_str(reader_word(r->t, arg)) : "";
    NodeId ref = arg ? tree_next(r->t, arg) : 0, count = ref ? tree_next(r->t, ref) : 0;
    i32 p = position(r, ref), n = position(r, count);
    if (p < 0 || n < 0)
        return;
    bool reads = strstr(mode, "read"), writes = strstr(mode, "write");
    if (strcmp(mode, "none") == 0 || (!reads && !writes))
        return;
    ContractFact f = reader_fact(strstr(mode, "read_only") ? CA_READS : CA_WRITES_UP_TO);
    f.target[0].arg = (i16)p;
    ContractExprId unit = db_expr(r->db, (ContractExpr){.op = CE_SIZEOF, .target = {(i16)p, 0}});
    f.expr[0] = times(r, argument_value(r, n), unit);
    reader_push(r, &f);
    about(r, CA_NULLABLE, p); /* GCC allows null when the count is zero */
}

/* ---- allocation ---- */

static ContractFact *allocation(Reader *r)
{
    for (u32 i = 0; i < r->facts.n; i++)
        if (r->facts.at[i].attr == CA_ALLOCATES && r->facts.at[i].target[0].arg == CT_RESULT)
            return &r->facts.at[i];
    about(r, CA_ALLOCATES, CT_RESULT);
    return &vec_last(&r->facts);
}

static void gnu_alloc_size(Reader *r, NodeId arg)
{
    i32 a = position(r, arg), b = arg ? position(r, tree_next(r->t, arg)) : CT_NONE;
    if (a < 0)
        return;
    ContractExprId size = argument_value(r, a);
    if (b >= 0)
        size = times(r, size, argument_value(r, b));
    allocation(r)->expr[0] = size;
}

/* malloc(deallocator[, position]): the family gets its name from the deallocator. Without one nothing is known of how
 * the object is released, so it has no family. */
static void gnu_malloc(Reader *r, NodeId arg)
{
    ContractFact *f = allocation(r);
    Sym dealloc = arg ? reader_word(r->t, arg) : 0;
    if (!dealloc)
        return;
    i64 v = 1;
    NodeId pos = tree_next(r->t, arg);
    if (pos && tree_kind(r->t, pos) == N_NUMBER)
        (void)contract_number(sym_str(tree_node(r->t, pos)->a), &v);
    if (!f->family)
        f->family = dealloc; /* contract.c puts the deallocator's own family in its place */
    ContractDealloc d = {.function = dealloc, .arg = v > 0 && v < CONTRACT_MAX_PARAMS ? (u32)v - 1 : 0};
    vec_push(&r->db->deallocs, d);
}

/* ownership_returns(family[, size]), ownership_takes(family, position...), ownership_holds */
static void gnu_ownership(Reader *r, ContractAttr attr, NodeId arg)
{
    Sym family = arg ? reader_word(r->t, arg) : 0;
    if (!family)
        return;
    if (attr == CA_ALLOCATES) {
        ContractFact *f = allocation(r);
        f->family = family;
        i32 size = position(r, tree_next(r->t, arg));
        if (size >= 0)
            f->expr[0] = argument_value(r, size);
        return;
    }
    for (arg = tree_next(r->t, arg); arg; arg = tree_next(r->t, arg)) {
        i32 p = position(r, arg);
        if (p < 0)
            continue;
        about(r, attr, p);
        vec_last(&r->facts).family = family;
    }
}

/* ---- formats ---- */

static void gnu_format(Reader *r, NodeId arg)
{
    static const struct {
        const char *word, *kind;
    } archetypes[] = {{"printf", "printf"},   {"gnu_printf", "printf"}, {"ms_printf", "printf"},
                      {"printf0", "printf"},  {"scanf", "scanf"},       {"gnu_scanf", "scanf"},
                      {"ms_scanf", "scanf"},  {"strftime", "strftime"}, {"gnu_strftime", "strftime"},
                      {"wprintf", "wprintf"}, {"wscanf", "wscanf"}};
    const char *word = arg ? sym_str(reader_word(r->t, arg)) : "";
    char bare[24];
    size_t n = strlen(word);
    if (n > 4 && n < sizeof bare && word[0] == '_' && word[1] == '_') {
        memcpy(bare, word + 2, n - 4);
        bare[n - 4] = 0;
        word = bare;
    }
    NodeId fmt = arg ? tree_next(r->t, arg) : 0, first = fmt ? tree_next(r->t, fmt) : 0;
    i32 p = position(r, fmt);
    for (u32 i = 0; i < LENGTH(archetypes) && p >= 0; i++) {
        if (strcmp(archetypes[i].word, word) != 0)
            continue;
        ContractFact f = reader_fact(CA_FORMAT);
        f.kind = contract_kind(CA_FORMAT, archetypes[i].kind);
        f.target[0].arg = (i16)p;
        if (first && tree_kind(r->t, first) == N_NUMBER) {
            f.expr[0] = reader_expr(r, first);
            ContractExpr *at = &r->db->exprs.at[f.expr[0]];
            at->value -= r->is_method && at->value > 0;
        }
        reader_push(r, &f);
        if (archetypes[i].kind[0] != 's' || archetypes[i].kind[1] != 't') {
            ContractFact sink = reader_fact(CA_SINK);
            sink.kind = contract_kind(CA_SINK, "format");
            sink.target[0].arg = (i16)p;
            reader_push(r, &sink);
        }
        return;
    }
}

/* ---- locks ---- */

/* Locks are named by an expression of the class: a parameter or this are targets, anything else stays a text. */
static void gnu_lock(Reader *r, ContractAttr attr, const char *kind, NodeId arg)
{
    if (attr == CA_TRY_LOCKS && arg) {
        arg = tree_next(r->t, arg); /* the first is the value for success */
        ContractFact e = reader_fact(CA_ERROR_IF);
        ContractExprId result = argument_value(r, CT_RESULT);
        ContractExprId zero = db_expr(r->db, (ContractExpr){.op = CE_NUMBER, .known = true});
        e.expr[0] = db_expr(r->db, (ContractExpr){.op = CE_EQ, .a = result, .b = zero});
        reader_push(r, &e);
    }
    do {
        ContractFact f = reader_fact(attr);
        f.kind = contract_kind(attr, kind);
        if (!arg) {
            f.target[0].arg = CT_THIS;
        } else if (!reader_target(r, arg, &f.target[0])) {
            const Node *x = tree_node(r->t, arg);
            f.target[0].arg = CT_NONE;
            f.text[0] = reader_word(r->t, arg);
            if (!f.text[0])
                f.text[0] = r->u->toks.at[x->begin].sym;
        }
        reader_push(r, &f);
        arg = arg ? tree_next(r->t, arg) : 0;
    } while (arg);
}

/* ---- all ---- */

typedef enum GnuForm {
    GF_PLAIN,     /* a fact without arguments */
    GF_POSITIONS, /* one fact for each position, or for the parameter it stands at */
    GF_NONNULL,
    GF_ACCESS,
    GF_ALLOC_SIZE,
    GF_MALLOC,
    GF_OWNERSHIP,
    GF_FORMAT,
    GF_LOCK,
    GF_TEXT,
    GF_TAINTED,
    GF_FD
} GnuForm;

static const struct {
    const char *name;
    u8 form, attr;
    const char *kind;
} gnu_table[] = {
    {"noreturn", GF_PLAIN, CA_NORETURN, ""},
    {"analyzer_noreturn", GF_PLAIN, CA_NORETURN, ""},
    {"returns_nonnull", GF_PLAIN, CA_RETURNS_NONNULL, ""},
    {"pure", GF_PLAIN, CA_PURE, ""},
    {"const", GF_PLAIN, CA_CONSTANT, ""},
    {"reproducible", GF_PLAIN, CA_PURE, ""},
    {"unsequenced", GF_PLAIN, CA_CONSTANT, ""},
    {"returns_twice", GF_PLAIN, CA_RETURNS_TWICE, ""},
    {"sentinel", GF_PLAIN, CA_SENTINEL, ""},
    {"warn_unused_result", GF_PLAIN, CA_MUST_CHECK, ""},
    {"nodiscard", GF_TEXT, CA_MUST_CHECK, ""},
    {"deprecated", GF_TEXT, CA_OBSOLETE, ""},
    {"nonnull", GF_NONNULL, CA_NONNULL, ""},
    {"access", GF_ACCESS, CA_READS, ""},
    {"alloc_size", GF_ALLOC_SIZE, CA_ALLOCATES, ""},
    {"malloc", GF_MALLOC, CA_ALLOCATES, ""},
    {"ownership_returns", GF_OWNERSHIP, CA_ALLOCATES, ""},
    {"ownership_takes", GF_OWNERSHIP, CA_FREES, ""},
    {"ownership_holds", GF_OWNERSHIP, CA_TAKES, ""},
    {"format", GF_FORMAT, CA_FORMAT, ""},
    {"null_terminated_string_arg", GF_POSITIONS, CA_STRING, ""},
    {"fd_arg", GF_FD, CA_USES, ""},
    {"fd_arg_read", GF_FD, CA_USES, ""},
    {"fd_arg_write", GF_FD, CA_USES, ""},
    {"tainted_args", GF_TAINTED, CA_TAINTS, "input"},
    {"acquire_capability", GF_LOCK, CA_LOCKS, "exclusive"},
    {"acquire_shared_capability", GF_LOCK, CA_LOCKS, "shared"},
    {"exclusive_lock_function", GF_LOCK, CA_LOCKS, "exclusive"},
    {"shared_lock_function", GF_LOCK, CA_LOCKS, "shared"},
    {"release_capability", GF_LOCK, CA_UNLOCKS, "exclusive"},
    {"release_shared_capability", GF_LOCK, CA_UNLOCKS, "shared"},
    {"release_generic_capability", GF_LOCK, CA_UNLOCKS, ""},
    {"unlock_function", GF_LOCK, CA_UNLOCKS, ""},
    {"try_acquire_capability", GF_LOCK, CA_TRY_LOCKS, "exclusive"},
    {"try_acquire_shared_capability", GF_LOCK, CA_TRY_LOCKS, "shared"},
    {"exclusive_trylock_function", GF_LOCK, CA_TRY_LOCKS, "exclusive"},
    {"shared_trylock_function", GF_LOCK, CA_TRY_LOCKS, "shared"},
};

void gnu_attribute(Reader *r, const char *name, NodeId arg)
{
    for (u32 i = 0; i < LENGTH(gnu_table); i++) {
        if (strcmp(gnu_table[i].name, name) != 0)
            continue;
        ContractAttr a = (ContractAttr)gnu_table[i].attr;
        switch ((GnuForm)gnu_table[i].form) {
        case GF_PLAIN:
            if (r->at_param == CT_NONE)
                plain(r, a);
            break;
        case GF_TEXT:
            if (r->at_param == CT_NONE) {
                plain(r, a);
                vec_last(&r->facts).text[0] = arg ? reader_text(r->u, arg) : 0;
            }
            break;
        case GF_POSITIONS:
            for (; arg; arg = tree_next(r->t, arg))
                if (position(r, arg) >= 0)
                    about(r, a, position(r, arg));
            break;
        case GF_FD:
            for (; arg; arg = tree_next(r->t, arg)) {
                if (position(r, arg) < 0)
                    continue;
                about(r, a, position(r, arg));
                vec_last(&r->facts).family = intern_str("fd");
            }
            break;
        case GF_NONNULL: gnu_nonnull(r, arg); break;
        case GF_ACCESS: gnu_access(r, arg); break;
        case GF_ALLOC_SIZE: gnu_alloc_size(r, arg); break;
        case GF_MALLOC: gnu_malloc(r, arg); break;
        case GF_OWNERSHIP: gnu_ownership(r, a, arg); break;
        case GF_FORMAT: gnu_format(r, arg); break;
        case GF_LOCK: gnu_lock(r, a, gnu_table[i].kind, arg); break;
        case GF_TAINTED:
            for (u32 p = 0; p < r->n_params; p++) {
                about(r, a, (i32)p);
                vec_last(&r->facts).kind = contract_kind(CA_TAINTS, gnu_table[i].kind);
            }
            break;
        }
        return;
    }
    gnu_word(r, name);
}

void gnu_word(Reader *r, const char *name)
{
    static const struct {
        const char *name;
        u8 param, result; /* facts about the parameter it stands at, or about the result */
    } words[] = {{"_Nonnull", CA_NONNULL, CA_RETURNS_NONNULL},
                 {"__nonnull", CA_NONNULL, CA_RETURNS_NONNULL},
                 {"_Nullable", CA_NULLABLE, CA_MAY_RETURN_NULL},
                 {"__nullable", CA_NULLABLE, CA_MAY_RETURN_NULL},
                 {"_Nullable_result", CA_NULLABLE, CA_MAY_RETURN_NULL}};
    for (u32 i = 0; i < LENGTH(words); i++) {
        if (strcmp(words[i].name, name) != 0)
            continue;
        if (r->at_param != CT_NONE)
            about(r, (ContractAttr)words[i].param, r->at_param);
        else
            plain(r, (ContractAttr)words[i].result);
        return;
    }
}
