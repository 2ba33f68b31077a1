/*
 * Look-ups in the syntax tree and its indented text form. Used by lowering, tree checks, tests and the dump.
 */
#include "syntax/tree.h"

#include "base/str.h"
#include "syntax/unit.h"

NodeId tree_child(const Tree *t, NodeId n, u32 i)
{
    NodeId c = tree_first(t, n);
    while (c && i--)
        c = tree_next(t, c);
    return c;
}

u32 tree_count(const Tree *t, NodeId n)
{
    u32 count = 0;
    for (NodeId c = tree_first(t, n); c; c = tree_next(t, c))
        count++;
    return count;
}

const char *tree_kind_name(NodeKind k)
{
    static const char *const names[] = {
#define X(name, layout) #name,
        TREE_KINDS(X)
#undef X
    };
    return (unsigned)k < N_COUNT ? names[k] : "?";
}

/* Kinds whose `a` is a Sym, whose `op` is a token kind, or whose `a` says something else. */
enum { SHOW_SYM = 1, SHOW_OP = 2, SHOW_BASIC = 4, SHOW_COND = 8, SHOW_NUMBER_OP = 16 };

static const u8 shown[N_COUNT] = {
    [N_SPECS] = SHOW_BASIC,
    [N_RECORD] = SHOW_OP | SHOW_SYM,
    [N_BASE] = SHOW_OP,
    [N_ACCESS] = SHOW_OP,
    [N_ENUM] = SHOW_SYM,
    [N_ENUMERATOR] = SHOW_SYM,
    [N_TYPEOF] = SHOW_OP,
    [N_ATTR] = SHOW_SYM | SHOW_NUMBER_OP,
    [N_MACRO_SPEC] = SHOW_SYM,
    [N_D_NAME] = SHOW_SYM,
    [N_D_REF] = SHOW_OP,
    [N_D_BINDING] = SHOW_OP,
    [N_ALIAS] = SHOW_SYM,
    [N_TYPE_PARAM] = SHOW_SYM,
    [N_CONCEPT] = SHOW_SYM,
    [N_MACRO_DECL] = SHOW_SYM,
    [N_ALT_BRANCH] = SHOW_COND,
    [N_UNREAD] = SHOW_NUMBER_OP,
    [N_LABEL] = SHOW_SYM,
    [N_GOTO] = SHOW_SYM,
    [N_RETURN] = SHOW_OP,
    [N_MACRO_STMT] = SHOW_SYM,
    [N_MACRO_LOOP] = SHOW_SYM,
    [N_NAME] = SHOW_SYM,
    [N_TEMPLATE_ID] = SHOW_SYM,
    [N_OPERATOR_NAME] = SHOW_OP,
    [N_DESTRUCTOR_NAME] = SHOW_SYM,
    [N_NUMBER] = SHOW_SYM,
    [N_CHAR] = SHOW_SYM,
    [N_UNARY] = SHOW_OP,
    [N_POSTFIX] = SHOW_OP,
    [N_BINARY] = SHOW_OP,
    [N_ASSIGN] = SHOW_OP,
    [N_MEMBER] = SHOW_OP,
    [N_CXX_CAST] = SHOW_OP,
    [N_SIZEOF_EXPR] = SHOW_OP,
    [N_SIZEOF_TYPE] = SHOW_OP,
    [N_LABEL_ADDR] = SHOW_SYM,
    [N_DESIGNATOR] = SHOW_SYM,
    [N_LAMBDA] = SHOW_OP,
    [N_CAPTURE] = SHOW_SYM | SHOW_OP,
    [N_BOOL_LIT] = SHOW_OP,
    [N_FOLD] = SHOW_OP,
};

static const char *const spec_names[] = {"const",     "volatile", "restrict",    "atomic",   "typedef",
                                         "extern",    "static",   "register",    "thread",   "inline",
                                         "noreturn",  "auto",     "virtual",     "explicit", "friend",
                                         "constexpr", "mutable",  "implicit-int"};
static const char *const basic_names[] = {
    "void", "char",    "short",  "int",   "long",  "long",   "float",  "double",   "signed", "unsigned",
    "bool", "complex", "int128", "wchar", "char8", "char16", "char32", "float128", "auto"};

static void add_bits(Sb *out, u32 bits, const char *const *names, u32 n)
{
    for (u32 i = 0; i < n; i++)
        if (bits >> i & 1)
            sb_addf(out, " %s", names[i]);
}

static void dump_line(const Unit *u, const Node *n, u32 depth, Sb *out)
{
    sb_pad(out, ' ', (size_t)2 * MIN(depth, 200u));
    sb_adds(out, tree_kind_name((NodeKind)n->kind));
    u8 show = shown[n->kind];
    if ((show & SHOW_OP) && n->op)
        sb_addf(out, " %s", token_kind_name((TokenKind)n->op));
    if ((show & SHOW_NUMBER_OP) && n->op)
        sb_addf(out, " %u", n->op);
    if ((show & SHOW_SYM) && n->a)
        sb_addf(out, " %s", sym_str(n->a));
    if (show & SHOW_COND) {
        sb_adds(out, " [");
        presence_text(&u->presence, n->a, out);
        sb_addc(out, ']');
    }
    if (show & SHOW_BASIC) {
        add_bits(out, n->a, basic_names, LENGTH(basic_names));
        add_bits(out, n->flags, spec_names, LENGTH(spec_names));
    } else if (n->kind == N_D_PTR || n->kind == N_D_MEMPTR) {
        add_bits(out, n->flags, spec_names, LENGTH(spec_names));
    } else if (n->flags) {
        sb_addf(out, " flags=%u", n->flags);
    }
    if (n->kind == N_STRING)
        for (u32 t = n->begin; t < n->end && t < u->toks.n; t++)
            sb_addf(out, " %s", sym_str(u->toks.at[t].sym));
    sb_addc(out, '\n');
}

void tree_dump(const Unit *u, NodeId n, Sb *out)
{
    if (!n)
        return;
    const Tree *t = &u->tree;
    VEC(NodeId) path = {0}; /* the node at each level: trees may be deeper than a C stack */
    vec_push(&path, n);
    while (path.n) {
        NodeId at = vec_last(&path);
        dump_line(u, tree_node(t, at), path.n - 1, out);
        if (tree_first(t, at)) {
            vec_push(&path, tree_first(t, at));
            continue;
        }
        while (path.n) {
            NodeId next = path.n > 1 ? tree_next(t, vec_last(&path)) : 0;
            (void)vec_pop(&path);
            if (next) {
                vec_push(&path, next);
                break;
            }
        }
    }
    vec_release(&path);
}
