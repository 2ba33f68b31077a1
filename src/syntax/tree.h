/*
 * The syntax tree (tree_): what the parser makes and lowering, tree checks and dumps read. Nodes lie in one array per
 * unit; children are linked by first/next. Every node knows its range of unit tokens, and every token
 * knows where it was written. Parts that are left out in a fixed layout are N_NONE nodes.
 */
#ifndef SYNTAX_TREE_H
#define SYNTAX_TREE_H

#include "base/vec.h"
#include "syntax/token.h"

// clang-format off
/* Kind, then its children in order. `x?` may be N_NONE, `x*` any number at the end.
 * "decl": any declaration kind. "stmt": any statement or declaration. "expr": any expression. "name": NAME, QUALIFIED,
 * TEMPLATE_ID, OPERATOR_NAME, DESTRUCTOR_NAME, CONVERSION_NAME. "dtor": a D_ kind. ALT may stand
 * wherever a decl, stmt, member, enumerator or initialiser element may stand. Where ATTR* may stand, so may MACRO_SPEC
 * (NOTHROW, PRINTF(1, 2)). A statement's range has its ';', an expression's has the parentheses of a PAREN. Arguments of a CALL are like
 * those of ARGS. Chains nest deeply without limit in three places, so that readers need a loop there: IF in the else
 * of an IF, labels before a statement (CASE, DEFAULT, LABEL), and the left operands of BINARY, CALL, INDEX, MEMBER, POSTFIX. */
#define TREE_KINDS(X)                                                                                              \
    X(NONE, "nothing: a part that was left out")                                                                   \
    /* declarations */                                                                                             \
    X(UNIT, "decl*")                                                                                               \
    X(FUNC, "SPECS, dtor, CTOR_INITS?, body?, DECL*: function definition; body is COMPOUND or TRY; the DECLs are K&R parameter declarations; flags FN_") \
    X(DECL, "SPECS, INIT_DECL*: variables, typedefs, prototypes, fields")                                          \
    X(INIT_DECL, "dtor, init?, width?, ATTR*: init is an expr or INIT_LIST (or ARGS for T x(a, b)); width of a bit-field; flags ID_") \
    X(SPECS, "spec*: TYPE_REF RECORD ENUM TYPEOF ATTR ATOMIC_TYPE ALIGNAS MACRO_SPEC; flags SP_; a = basic type bits BT_") \
    X(TYPE_REF, "name: a named type; flags TR_TYPENAME")                                                           \
    X(RECORD, "name?, BASE*, member*: op = KW_STRUCT, KW_UNION or KW_CLASS; a = Sym of name or 0; flags REC_")      \
    X(BASE, "name: base class; op = access keyword or 0; flags BASE_VIRTUAL")                                      \
    X(ACCESS, "op = KW_PUBLIC, KW_PROTECTED, KW_PRIVATE, or 0 for a macro such as Q_SIGNALS")                       \
    X(ENUM, "name?, TYPE_NAME?, ENUMERATOR*: a = Sym of name or 0; flags ENUM_")                                    \
    X(ENUMERATOR, "value?: a = Sym")                                                                               \
    X(TYPEOF, "expr or TYPE_NAME: typeof, decltype; op = the keyword")                                             \
    X(ATOMIC_TYPE, "TYPE_NAME")                                                                                    \
    X(ALIGNAS, "expr or TYPE_NAME")                                                                                \
    X(ATTR, "expr*: one attribute; a = Sym of its name (underscores kept), op: 0 GNU, 1 [[ ]], 2 declspec; child 0 may be a scope NAME when flags ATTR_SCOPED") \
    X(MACRO_SPEC, "expr*: unknown word in specifier position that is probably an attribute-like macro; a = Sym")   \
    X(D_NAME, "name?: the declared name; none in an abstract declarator; a = Sym of its last component or 0")      \
    X(D_PTR, "dtor, ATTR*: flags SP_ qualifiers")                                                                  \
    X(D_REF, "dtor: op = TK_AMP or TK_AMPAMP")                                                                     \
    X(D_MEMPTR, "dtor, name: pointer to member; flags SP_ qualifiers")                                             \
    X(D_ARRAY, "dtor, size?: flags DA_")                                                                           \
    X(D_FUNC, "dtor, PARAMS, trailing TYPE_NAME?, ATTR*: flags DF_")                                               \
    X(D_PAREN, "dtor")                                                                                             \
    X(D_BINDING, "NAME*: structured binding [a, b]; op = TK_AMP, TK_AMPAMP or 0")                                  \
    X(PARAMS, "PARAM* (or NAME* for a K&R identifier list)")                                                       \
    X(PARAM, "SPECS, dtor, default?: flags PARAM_PACK")                                                            \
    X(CTOR_INITS, "CTOR_INIT*")                                                                                    \
    X(CTOR_INIT, "name, ARGS or INIT_LIST")                                                                        \
    X(NAMESPACE, "name?, decl*: flags NS_INLINE")                                                                  \
    X(NAMESPACE_ALIAS, "NAME, name")                                                                               \
    X(USING, "name: using-declaration; flags USING_NAMESPACE for a directive")                                     \
    X(ALIAS, "TYPE_NAME: using X = type; a = Sym")                                                                 \
    X(TEMPLATE, "TEMPLATE_PARAMS, decl: explicit specialisations have no parameters; flags TEMPLATE_INSTANTIATION") \
    X(TEMPLATE_PARAMS, "PARAM* or TYPE_PARAM*, REQUIRES at the end if there is a clause")                                 \
    X(TYPE_PARAM, "default?: class/typename parameter or template template parameter; a = Sym or 0")               \
    X(CONCEPT, "expr: a = Sym")                                                                                    \
    X(LINKAGE, "decl*: extern \"C\"; with or without braces")                                                      \
    X(STATIC_ASSERT, "expr, message?")                                                                             \
    X(FRIEND, "decl")                                                                                              \
    X(ASM_DECL, "file-level asm")                                                                                  \
    X(MACRO_DECL, "ARGS?: unknown macro standing where a declaration may stand; a = Sym")                          \
    X(EMPTY_DECL, "a stray ;")                                                                                     \
    X(ALT, "ALT_BRANCH*: alternatives of one #if whose condition is not known")                                    \
    X(ALT_BRANCH, "decl*, stmt*, member*, ...: a = PresenceId of this branch; an empty branch has no children")    \
    X(UNREAD, "tokens that could not be read; op = UNREAD_DECL, UNREAD_STMT, UNREAD_EXPR or UNREAD_BODY")          \
    X(TYPE_NAME, "SPECS, dtor: a type without a declared name")                                                    \
    /* statements */                                                                                               \
    X(COMPOUND, "stmt*")                                                                                           \
    X(EXPR_STMT, "expr")                                                                                           \
    X(EMPTY, "a lone ;")                                                                                           \
    X(IF, "init?, cond, then, else?: cond may be a DECL; flags IF_CONSTEXPR")                                      \
    X(WHILE, "cond, body")                                                                                         \
    X(DO, "body, cond")                                                                                            \
    X(FOR, "init?, cond?, step?, body: init is EXPR_STMT or DECL")                                                 \
    X(FOR_RANGE, "init?, DECL, range expr, body")                                                                  \
    X(SWITCH, "init?, cond, body")                                                                                 \
    X(CASE, "value, high?, stmt?: stmt is what the label stands before, NONE before }")                            \
    X(DEFAULT, "stmt?")                                                                                            \
    X(LABEL, "stmt?: a = Sym")                                                                                     \
    X(GOTO, "expr?: a = Sym; the expr is that of a computed goto")                                                 \
    X(BREAK, "") X(CONTINUE, "")                                                                                   \
    X(RETURN, "expr?: also co_return (op)")                                                                        \
    X(TRY, "COMPOUND, CATCH*, CTOR_INITS?: as a function body too")                                                \
    X(CATCH, "PARAM?, COMPOUND: no PARAM for catch (...)")                                                         \
    X(ASM, "expr*: operands that could be read; flags ASM_GOTO")                                                   \
    X(MACRO_STMT, "ARGS?: unknown macro that stands as a statement without ;; a = Sym")                            \
    X(MACRO_LOOP, "ARGS?, stmt: unknown macro before a statement, such as an iterator; a = Sym")                   \
    X(LOCAL_LABELS, "__label__ declaration")                                                                       \
    /* expressions */                                                                                              \
    X(NAME, "a = Sym")                                                                                             \
    X(QUALIFIED, "name-part*: NAME, TEMPLATE_ID ... the last is the entity; flags NAME_GLOBAL for a leading ::")    \
    X(TEMPLATE_ID, "NAME or OPERATOR_NAME, (TYPE_NAME or expr)*: a = Sym")                                         \
    X(OPERATOR_NAME, "operator+ and so on: op = token kind (TK_LPAREN call, TK_LBRACKET index, KW_NEW, KW_DELETE)") \
    X(DESTRUCTOR_NAME, "~T: a = Sym of T")                                                                         \
    X(CONVERSION_NAME, "TYPE_NAME: operator T")                                                                    \
    X(NUMBER, "a = Sym of its spelling") X(CHAR, "a = Sym of its spelling")                                        \
    X(STRING, "CALL*: one or more adjacent literals; tok..end; names (PRIu64) may be between them; the CALLs are those of macros among them, as _(\"x\")")                       \
    X(PAREN, "expr")                                                                                               \
    X(UNARY, "expr: op = token kind: + - ! ~ * & ++ -- __real__ __imag__ __extension__ co_await")                   \
    X(POSTFIX, "expr: op = TK_PLUSPLUS or TK_MINUSMINUS")                                                          \
    X(BINARY, "expr, expr: op = token kind, also TK_COMMA; tok = the operator")                                    \
    X(ASSIGN, "expr, expr: op = token kind of the assignment; tok = the operator")                                 \
    X(COND, "cond, then?, else: tok = the ?; NONE for a ?: b")                                                     \
    X(CALL, "callee, expr*: tok = the (; arguments may be TYPE_NAME when a macro takes a type")                    \
    X(INDEX, "base, index*: tok = the [")                                                                          \
    X(MEMBER, "base, name: op = TK_DOT, TK_ARROW, TK_DOTSTAR, TK_ARROWSTAR; tok = the operator")                   \
    X(CAST, "TYPE_NAME, expr: C cast; tok = the (")                                                                \
    X(CXX_CAST, "TYPE_NAME, expr: op = KW_STATIC_CAST ...")                                                        \
    X(CONSTRUCT, "TYPE_NAME, ARGS or INIT_LIST: T(a, b) for a known type, T{a, b}, int(x)")                        \
    X(COMPOUND_LIT, "TYPE_NAME, INIT_LIST: C99 compound literal")                                                  \
    X(SIZEOF_EXPR, "expr: also alignof expr (op = KW_SIZEOF or KW_ALIGNOF); sizeof...(pack)")                      \
    X(SIZEOF_TYPE, "TYPE_NAME: op as above")                                                                       \
    X(OFFSETOF, "TYPE_NAME, expr: member designator as NAME, MEMBER, INDEX")                                       \
    X(VA_ARG, "expr, TYPE_NAME")                                                                                   \
    X(GENERIC, "expr, GENERIC_ASSOC*")                                                                             \
    X(GENERIC_ASSOC, "TYPE_NAME?, expr")                                                                           \
    X(STMT_EXPR, "COMPOUND: ({ ... })")                                                                            \
    X(LABEL_ADDR, "&&label: a = Sym")                                                                              \
    X(ARGS, "expr*: argument list of an initialisation or macro; what only a macro can take is a stmt, a COMPOUND, a TYPE_NAME, UNREAD, or NONE when empty")                                                  \
    X(INIT_LIST, "(expr, INIT_LIST, DESIGNATED, ALT)*: { ... }")                                                   \
    X(DESIGNATED, "DESIGNATOR*, value: the last child is the value")                                               \
    X(DESIGNATOR, "index?, high?: .name (a = Sym) or [index] or [low ... high]")                                   \
    X(LAMBDA, "CAPTURES, TEMPLATE_PARAMS?, PARAMS?, trailing TYPE_NAME?, COMPOUND: op = default capture TK_ASSIGN, TK_AMP or 0") \
    X(CAPTURES, "CAPTURE*")                                                                                        \
    X(CAPTURE, "init?: a = Sym (this: KW_THIS's Sym); op = TK_AMP if by reference")                                \
    X(NEW, "placement ARGS?, TYPE_NAME, (ARGS or INIT_LIST)?: flags NEW_GLOBAL; an array type's first bound is in the declarator") \
    X(DELETE, "expr: flags DELETE_ARRAY, NEW_GLOBAL")                                                              \
    X(THROW, "expr?")                                                                                              \
    X(THIS, "") X(NULLPTR, "") X(BOOL_LIT, "op = KW_TRUE or KW_FALSE")                                             \
    X(TYPEID, "expr or TYPE_NAME") X(NOEXCEPT, "expr")                                                             \
    X(PACK, "expr...: pack expansion") X(FOLD, "expr?, expr?: op = operator")                                      \
    X(REQUIRES, "expr?: a requires-clause, or a requires-expression whose body is kept as tokens")                                                        \
    X(YIELD, "co_yield expr")
// clang-format on

typedef enum NodeKind {
#define X(name, layout) N_##name,
    TREE_KINDS(X)
#undef X
        N_COUNT
} NodeKind;

/* SPECS.flags; D_PTR uses the qualifiers among them. */
enum {
    SP_CONST = 1 << 0,
    SP_VOLATILE = 1 << 1,
    SP_RESTRICT = 1 << 2,
    SP_ATOMIC = 1 << 3,
    SP_TYPEDEF = 1 << 4,
    SP_EXTERN = 1 << 5,
    SP_STATIC = 1 << 6,
    SP_REGISTER = 1 << 7,
    SP_THREAD = 1 << 8,
    SP_INLINE = 1 << 9,
    SP_NORETURN = 1 << 10,
    SP_AUTO = 1 << 11,
    SP_VIRTUAL = 1 << 12,
    SP_EXPLICIT = 1 << 13,
    SP_FRIEND = 1 << 14,
    SP_CONSTEXPR = 1 << 15,
    SP_MUTABLE = 1 << 16,
    SP_IMPLICIT_INT = 1 << 17
};
/* SPECS.a */
enum {
    BT_VOID = 1 << 0,
    BT_CHAR = 1 << 1,
    BT_SHORT = 1 << 2,
    BT_INT = 1 << 3,
    BT_LONG = 1 << 4,
    BT_LONG2 = 1 << 5,
    BT_FLOAT = 1 << 6,
    BT_DOUBLE = 1 << 7,
    BT_SIGNED = 1 << 8,
    BT_UNSIGNED = 1 << 9,
    BT_BOOL = 1 << 10,
    BT_COMPLEX = 1 << 11,
    BT_INT128 = 1 << 12,
    BT_WCHAR = 1 << 13,
    BT_CHAR8 = 1 << 14,
    BT_CHAR16 = 1 << 15,
    BT_CHAR32 = 1 << 16,
    BT_FLOAT128 = 1 << 17,
    BT_AUTO = 1 << 18
};
enum { FN_DEFAULTED = 1, FN_DELETED = 2, FN_KNR = 4 };
enum { ID_EQ = 1, ID_PAREN = 2, ID_BRACE = 4 };
enum { TR_TYPENAME = 1 };
enum { REC_DEFINED = 1, REC_FINAL = 2 };
enum { BASE_VIRTUAL = 1 };
enum { ENUM_DEFINED = 1, ENUM_CLASS = 2 };
enum { ATTR_SCOPED = 1 };
enum { DA_STATIC = 1, DA_QUALIFIED = 2, DA_UNSPECIFIED = 4 };
enum {
    DF_VARIADIC = 1,
    DF_CONST = 2,
    DF_NOEXCEPT = 4,
    DF_OVERRIDE = 8,
    DF_FINAL = 16,
    DF_PURE = 32,
    DF_IDENT_LIST = 64,
    DF_VOLATILE = 128,
    DF_DEFAULTED = 256,
    DF_DELETED = 512
};
enum { PARAM_PACK = 1 };
enum { NS_INLINE = 1 };
enum { USING_NAMESPACE = 1 };
enum { TEMPLATE_INSTANTIATION = 1 };
enum { IF_CONSTEXPR = 1 };
enum { ASM_GOTO = 1 };
enum { NAME_GLOBAL = 1 };
enum { NEW_GLOBAL = 1, DELETE_ARRAY = 2 };
enum { UNREAD_DECL = 1, UNREAD_STMT, UNREAD_EXPR, UNREAD_BODY };

typedef u32 NodeId; /* index into Tree.nodes; 0 is no node */

typedef struct Node {
    u8 kind;
    u8 op; /* TokenKind or what the layout says */
    u16 pad;
    u32 flags;
    u32 tok;   /* unit token that stands for the node: its name, operator or keyword */
    u32 begin; /* first unit token */
    u32 end;   /* behind the last unit token */
    u32 a;     /* Sym or what the layout says */
    NodeId first, next;
} Node;

typedef struct Tree {
    VEC(Node) nodes; /* nodes.at[0] is unused */
    NodeId root;     /* N_UNIT */
} Tree;

static inline const Node *tree_node(const Tree *t, NodeId n)
{
    return &t->nodes.at[n];
}

static inline NodeKind tree_kind(const Tree *t, NodeId n)
{
    return (NodeKind)t->nodes.at[n].kind;
}

static inline NodeId tree_first(const Tree *t, NodeId n)
{
    return t->nodes.at[n].first;
}

static inline NodeId tree_next(const Tree *t, NodeId n)
{
    return t->nodes.at[n].next;
}

/* The i-th child (from 0), or 0. */
NodeId tree_child(const Tree *t, NodeId n, u32 i);
u32 tree_count(const Tree *t, NodeId n);
/* "CALL", ... */
const char *tree_kind_name(NodeKind k);
/* Indented text form of n and all below, one node per line: kind, operator or name, flags. */
struct Unit;
struct Sb;
void tree_dump(const struct Unit *u, NodeId n, struct Sb *out);

#endif
