/*
 * What the files of the parser share (ps_): the cursor, node building, failure and recovery, what is known of
 * names in scope, and the look-ahead decisions. Private to src/syntax/parse*.c.
 *
 * How failure works: ps_fail moves the cursor onto an end of file, so that every loop ends by itself; the nearest
 * recovery point (argument, condition, element, statement, declaration) rewinds the nodes made since its mark and
 * goes on behind what could not be read. Nothing is allocated per node, so nothing has to be undone.
 */
#ifndef SYNTAX_PARSE_PRIV_H
#define SYNTAX_PARSE_PRIV_H

#include "base/limits.h"
#include "syntax/parse.h"

/* Kind of a token that the parser must not see: pragmas and dropped branches. */
enum { PK_BLANK = TK_COUNT };

/* What a kind can be, for look-ahead. */
enum {
    KP_TYPE = 1,     /* names (or opens) a type: int, struct, typeof */
    KP_QUAL = 2,     /* const, volatile, restrict, _Atomic */
    KP_STORAGE = 4,  /* static, typedef, inline, constexpr, virtual, __attribute__ and so on */
    KP_OPERAND = 8,  /* can only begin an operand, never continue an expression */
    KP_STMT = 16,    /* keyword that begins a statement */
    KP_ASSIGN = 32,  /* assignment operator */
    KP_DECLEND = 64, /* may stand behind a declared name: ; , = [ ) : ( { and attributes */
    KP_INFIX = 128   /* can only continue an expression or end it: no operand begins with it */
};
#define KP_SPEC (KP_TYPE | KP_QUAL | KP_STORAGE)
extern const u8 ps_props[TK_COUNT + 1];

/* What a spelling is known to be in the scope at the cursor. */
enum { B_TYPE = 1, B_VALUE = 2, B_TEMPLATE = 4, B_WORD = 8, B_ATTR_WORD = 16, B_CONCEPT = 32 };

/* Identifiers that have a meaning by their spelling. */
#define PARSE_WORDS(X)        \
    X(VA_ARG, "va_arg")       \
    X(OFFSETOF, "offsetof")   \
    X(OVERRIDE, "override")   \
    X(FINAL, "final")         \
    X(NOEXCEPT, "noexcept")   \
    X(EMIT, "emit")           \
    X(Q_EMIT, "Q_EMIT")       \
    X(FOREVER, "forever")     \
    X(Q_FOREVER, "Q_FOREVER") \
    X(SEH_TRY, "__try")       \
    X(SEH_FINALLY, "__finally")

/* Calling conventions and attribute-like words of compilers, by spelling. */
// clang-format off
#define PARSE_ATTR_WORDS(X) \
    X("__cdecl") X("_cdecl") X("__stdcall") X("_stdcall") X("__fastcall") X("__thiscall") \
    X("__vectorcall") X("WINAPI") X("APIENTRY") X("CALLBACK") X("PASCAL") X("FAR") X("NEAR") X("__far") \
    X("__near") X("__ptr32") X("__ptr64") X("__unaligned") X("__w64") X("__user") X("__iomem") \
    X("__init") X("__exit") X("__force") X("_Nonnull") X("_Nullable") X("_Null_unspecified") \
    X("__nonnull") X("__nullable") X("__unused") X("__packed") X("__must_check") X("__used") \
    X("__always_inline") X("__noinline") X("Q_DECL_OVERRIDE") X("Q_DECL_FINAL") X("Q_INVOKABLE") \
    X("Q_SCRIPTABLE") X("Q_DECL_CONSTEXPR") X("__global") X("__local") X("__kernel")
// clang-format on

typedef enum ParseWord {
#define X(name, spelling) W_##name,
    PARSE_WORDS(X)
#undef X
        W_COUNT
} ParseWord;

typedef struct Undo {
    Sym sym;
    u8 old;
} Undo;

/* Children under construction. */
typedef struct Kids {
    NodeId first, last;
} Kids;

typedef struct Parser {
    Unit *u;
    const NameFacts *names;
    u8 *k; /* kind of each unit token, or PK_BLANK */
    u32 *
        match; /* brackets: the partner or 0; PP_IF, PP_ELSE: the next marker of the group; PP_ENDIF: its PP_IF; blank: end of run */
    u32 n, cap; /* tokens covered by k and match */
    u32 pos;    /* token at the cursor */
    u32 prev;   /* token before the cursor */
    u8 kind;    /* kind at the cursor */
    bool cxx;
    bool failed;
    bool no_gt;    /* inside template arguments: '>' ends the expression */
    bool no_brace; /* a '{' behind a name is not an initialiser */
    bool no_call;  /* the next declarator takes no parameters: new T(x), operator T() */
    bool untyped;  /* the declaration at hand names no type: a macro's arguments may be anything */
    bool in_view;  /* reading a written view */
    u32 fail_pos;
    u32 eof; /* where a failed cursor rests */
    u32 depth;
    u32 no_angle_from, no_angle_to; /* no '>' lies between these */
    u8 *bind;                       /* B_ bits by Sym */
    u32 n_bind;
    VEC(Undo) undo;
    VEC(NodeId) pending; /* labels and else-ifs waiting for what follows them */
    u32 open_spaces;     /* namespaces and linkage blocks around the cursor */
    Sym class_name;      /* of the class whose members are read */
    Sym word[W_COUNT];
} Parser;

/* Where a declaration or type stands. */
typedef enum Ctx { CTX_FILE, CTX_CLASS, CTX_BLOCK, CTX_FOR, CTX_COND, CTX_PARAM, CTX_TYPE, CTX_TPARAM } Ctx;

/* ---- cursor ---- */

static inline u32 ps_hop(const Parser *p, u32 i)
{
    while (p->k[i] == PK_BLANK)
        i = p->match[i];
    return i;
}

/* The position behind token i, blanks left out; an end of file is behind itself. */
static inline u32 ps_next(const Parser *p, u32 i)
{
    i += p->k[i] != TK_EOF;
    return p->k[i] == PK_BLANK ? ps_hop(p, i) : i;
}

static inline u8 ps_kind_at(const Parser *p, u32 i)
{
    return p->k[i];
}

static inline u8 ps_peek(const Parser *p)
{
    return p->k[ps_next(p, p->pos)];
}

static inline void ps_adv(Parser *p)
{
    if (p->k[p->pos] == TK_EOF) {
        p->kind = TK_EOF;
        return;
    }
    u32 i = p->pos + 1;
    u8 k = p->k[i];
    if (k == PK_BLANK) {
        i = ps_hop(p, i);
        k = p->k[i];
    }
    p->prev = p->pos;
    p->pos = i;
    p->kind = k;
}

static inline void ps_seek(Parser *p, u32 i)
{
    p->pos = ps_hop(p, i);
    p->kind = p->k[p->pos];
}

static inline Sym ps_sym_at(const Parser *p, u32 i)
{
    return p->u->toks.at[i].sym;
}

static inline Sym ps_sym(const Parser *p)
{
    return p->u->toks.at[p->pos].sym;
}

static inline bool ps_has(u8 kind, u8 props)
{
    return (ps_props[kind] & props) != 0;
}

/* The position behind the bracket that closes the one at `open`, or 0. */
static inline u32 ps_behind(const Parser *p, u32 open)
{
    u32 m = p->match[open];
    return m ? ps_next(p, m) : 0;
}

/* Gives up: the cursor rests on an end of file until someone recovers. Returns 0. */
NodeId ps_fail(Parser *p);

static inline bool ps_accept(Parser *p, u8 kind)
{
    if (p->kind != kind)
        return false;
    ps_adv(p);
    return true;
}

static inline void ps_expect(Parser *p, u8 kind)
{
    if (p->kind == kind)
        ps_adv(p);
    else
        ps_fail(p);
}

/* One level deeper; fails when the limit is reached. Pair with ps_leave in every case. */
static inline bool ps_enter(Parser *p)
{
    if (++p->depth <= LIMIT_PARSE_DEPTH)
        return true;
    ps_fail(p);
    return false;
}

static inline void ps_leave(Parser *p)
{
    p->depth--;
}

/* Is the spelling at i the given word? */
static inline bool ps_word_at(const Parser *p, u32 i, ParseWord w)
{
    return p->k[i] == TK_IDENT && ps_sym_at(p, i) == p->word[w];
}

/* ---- nodes ---- */

static inline Node *ps_node(Parser *p, NodeId n)
{
    return &p->u->tree.nodes.at[n];
}

/* A node from `begin` to the token before the cursor. */
static inline NodeId ps_make(Parser *p, NodeKind kind, u32 begin, u32 tok, Kids kids)
{
    Tree *t = &p->u->tree;
    vec_reserve(&t->nodes, t->nodes.n + 1);
    Node *n = &t->nodes.at[t->nodes.n];
    *n = (Node){.kind = (u8)kind, .tok = tok, .begin = begin, .first = kids.first};
    n->end = p->prev + 1 > begin ? p->prev + 1 : begin;
    return t->nodes.n++;
}

static inline NodeId ps_leaf(Parser *p, NodeKind kind, u32 begin, u32 tok)
{
    return ps_make(p, kind, begin, tok, (Kids){0, 0});
}

static inline void ps_kid(Parser *p, Kids *kids, NodeId n)
{
    if (!n)
        return; /* after a failure */
    if (kids->last)
        p->u->tree.nodes.at[kids->last].next = n;
    else
        kids->first = n;
    kids->last = n;
}

/* Takes back what was appended since `kids` was saved as `old`. */
static inline void ps_unkid(Parser *p, Kids *kids, Kids old)
{
    *kids = old;
    if (old.last)
        p->u->tree.nodes.at[old.last].next = 0;
}

/* N_NONE at the cursor. */
NodeId ps_none(Parser *p);
static inline void ps_kid_none(Parser *p, Kids *kids)
{
    ps_kid(p, kids, ps_none(p));
}

static inline Kids ps_kids1(NodeId a)
{
    return (Kids){a, a};
}

static inline Kids ps_kids2(Parser *p, NodeId a, NodeId b)
{
    p->u->tree.nodes.at[a].next = b;
    return (Kids){a, b};
}

/* ---- failure and recovery ---- */

typedef struct Mark {
    u32 pos, prev, nodes, undo, pending, depth;
    u8 kind;
    bool no_gt, no_brace;
} Mark;

Mark ps_mark(const Parser *p);
/* Back to the mark: cursor, nodes, bindings; the failure is over. */
void ps_rewind(Parser *p, const Mark *m);
/* An UNREAD node over [begin, end), with the cursor behind it; counted unless `quiet`. */
NodeId ps_unread(Parser *p, u32 begin, u32 end, u8 op, bool quiet);
/* Blanks the group of presence markers that the marker at i belongs to, except for its first branch with tokens. */
void ps_flatten(Parser *p, u32 i);
/* Flattens all groups that begin inside [begin, end). True if there was one. */
bool ps_flatten_range(Parser *p, u32 begin, u32 end);
/* Covers tokens that were appended to the unit, from `begin` to its end. */
void ps_cover(Parser *p, u32 begin);
/* Did any token of the range come from a macro? */
bool ps_has_expansion(const Parser *p, u32 begin, u32 end);
/* Like that, and no macro invocation crosses an edge of the range. */
bool ps_view_is_whole(const Parser *p, u32 begin, u32 end);

typedef void PsItem(Parser *p, Kids *out, Ctx ctx);
/* Reads [begin, end) again as it was written, item by item. True when all of it could be read that way. */
bool ps_read_written(Parser *p, u32 begin, u32 end, Kids *out, PsItem *item, Ctx ctx);
/* At TK_PP_IF: the ALT node whose branches are runs of items. Stray markers are dropped. */
void ps_alternatives(Parser *p, Kids *out, PsItem *item, Ctx ctx);
/* At a stray TK_PP_ELSE or TK_PP_ENDIF: leaves it out. */
void ps_drop_marker(Parser *p);

static inline bool ps_at_branch_end(const Parser *p)
{
    return p->kind == TK_PP_ELSE || p->kind == TK_PP_ENDIF;
}

/* ---- names in scope ---- */

void ps_bind(Parser *p, Sym s, u8 bits);
void ps_scope_pop(Parser *p, u32 mark);
/* B_TYPE, B_VALUE, B_TEMPLATE bits: from the scopes of this unit, else from the project. */
u8 ps_class(const Parser *p, Sym s);

static inline bool ps_is_type(const Parser *p, Sym s)
{
    return (ps_class(p, s) & (B_TYPE | B_VALUE)) == B_TYPE;
}

static inline bool ps_is_value(const Parser *p, Sym s)
{
    return (ps_class(p, s) & (B_TYPE | B_VALUE)) == B_VALUE;
}

/* The name to judge a '<' by: a member or qualified name is not the variable of that name in scope. */
static inline Sym ps_template_word(const Parser *p, Sym s, bool member)
{
    return member && !(ps_class(p, s) & B_TEMPLATE) ? 0 : s;
}

static inline bool ps_is_attr_word(const Parser *p, Sym s)
{
    return s < p->n_bind && (p->bind[s] & B_ATTR_WORD);
}

/* ---- look-ahead (parse_look.c): nothing moves, nothing is made ---- */

typedef struct NameLook {
    u32 end;          /* behind the name; the start when there is no name */
    Sym last, before; /* last component and the one before it */
    u32 parts;
    bool templated; /* the last component has template arguments */
    bool special;   /* ends in front of operator or ~ */
    bool memptr;    /* ends in front of the * of A::* */
} NameLook;

/* A possibly qualified name at i, template arguments included when `type` (a type is expected) or they look like ones. */
NameLook ps_look_name(Parser *p, u32 i, bool type);
/* The '<' at i as template arguments of `name`: the position behind '>' (or of a '>>' that closes two), or 0. */
u32 ps_look_angle(Parser *p, u32 lt, Sym name, bool type);
/* Does the '(' at i hold a type name (and so opens a cast, or sizeof (T))? */
bool ps_look_paren_type(Parser *p, u32 open, bool cast);
/* Is what stands at i, up to a , ) > or ; at its level, a type rather than an expression? */
bool ps_look_type_arg(Parser *p, u32 i, bool angle);
/* Does a declaration begin at the cursor? */
bool ps_look_decl(Parser *p, Ctx ctx);
/* Does the '(' at i open parameters rather than the arguments of an initialisation? */
bool ps_look_params(Parser *p, u32 open, Ctx ctx);
/* Does the '(' at i open a K&R list of names, with declarations or a body behind it? */
bool ps_look_knr(Parser *p, u32 open);
/* Behind pointer operators and qualifiers at i; *any tells whether there was a pointer operator. */
u32 ps_skip_pointers(const Parser *p, u32 i, bool *any);
/* Does the word look like an export, inline or other attribute-like macro? */
bool ps_attr_like(const Parser *p, Sym s);
/* Known type, or spelt like one (name_t) and not known as a value. */
bool ps_type_word(const Parser *p, Sym s);
/* Upper-case word of at least two letters. */
bool ps_caps(Sym s);
/* Does the spelling contain the lower-case word, in any case? */
bool ps_spelt_like(Sym s, const char *word);

typedef enum SpecWord {
    SW_STOP,       /* the word is the declared name */
    SW_TYPE,       /* it names the type */
    SW_MACRO,      /* attribute-like word */
    SW_MACRO_ARGS, /* attribute-like word with arguments */
    SW_TYPE_ARGS   /* macro call that stands for a type */
} SpecWord;
/* What the identifier at the cursor is among specifiers. */
SpecWord ps_look_spec_word(Parser *p, Ctx ctx, bool has_type, u32 flags);

/* ---- expressions (parse_expr.c, parse_expr_cxx.c) ---- */

NodeId ps_expr(Parser *p);
NodeId ps_assign(Parser *p);
NodeId ps_cast_expr(Parser *p);
/* '||' level and below, '?:' included but no assignment. */
NodeId ps_constant(Parser *p);
/* Elements up to the ')' at the cursor's level, which is consumed; the cursor stands on the '('. Each recovers on its own. */
void ps_args(Parser *p, Kids *kids);
/* The first comma at the level of a bracket that closes at `close`, or `close`, at or behind i. */
u32 ps_argument_end(const Parser *p, u32 i, u32 close);
/* '{' ... '}' */
NodeId ps_init_list(Parser *p);
/* Initialiser behind '=': expression or list. */
NodeId ps_initializer(Parser *p);
NodeId ps_type_name(Parser *p, Ctx ctx);
/* TYPE_NAME or expression, by look-ahead. */
NodeId ps_type_or_expr(Parser *p, bool angle);
NodeId ps_string(Parser *p, u32 begin, Kids kids);

NodeId ps_cxx_primary(Parser *p);
NodeId ps_name(Parser *p, bool type);
/* The name behind '.' or '->'. */
NodeId ps_member_name(Parser *p);
NodeId ps_new(Parser *p, u32 begin);
NodeId ps_delete(Parser *p, u32 begin);
NodeId ps_requires_expr(Parser *p);

/* ---- statements (parse_stmt.c) ---- */

NodeId ps_compound(Parser *p);
/* One statement, always: what cannot be read becomes UNREAD. */
NodeId ps_stmt(Parser *p);
/* A run of statements' next item, for a list. */
void ps_stmt_item(Parser *p, Kids *out, Ctx ctx);
/* Without recovery. */
NodeId ps_statement(Parser *p);
NodeId ps_if_statement(Parser *p);
/* kind: N_WHILE or N_SWITCH */
NodeId ps_while_statement(Parser *p, NodeKind kind);
NodeId ps_do_statement(Parser *p);
NodeId ps_for_statement(Parser *p);
/* Appends a last child to a node made earlier. */
void ps_append(Parser *p, NodeId parent, NodeId child);
/* Function body: COMPOUND or TRY. */
NodeId ps_body(Parser *p, NodeId *inits);

/* ---- declarations (parse_decl.c, parse_spec.c, parse_record.c, parse_cxx.c) ---- */

typedef struct Specs {
    NodeId node;
    u32 flags, basic;
    bool has_type;
    bool defines; /* holds the body of a record or enum */
} Specs;

typedef struct Dtor {
    Sym name;     /* 0: abstract */
    u32 tok;      /* of the name */
    NodeId func;  /* D_FUNC nearest to the name, or 0 */
    bool is_func; /* the declared thing is a function */
    bool knr;
    bool qualified;
    bool odd; /* an operator, a conversion or a destructor */
    bool pack;
    bool applied; /* a pointer, array or function was applied to the name already */
    u32 params;   /* position of the '(' of func */
} Dtor;

void ps_specs(Parser *p, Ctx ctx, Specs *out);
NodeId ps_declarator(Parser *p, Ctx ctx, Dtor *out);
/* Macros and attributes behind a declarator: int f(void) NOTHROW PRINTF(1, 2);  int x UNUSED = 1; */
void ps_trailing_words(Parser *p, Kids *out);
/* One declaration at file, class or block level, appended to `out`; fails without recovery. */
void ps_declaration(Parser *p, Kids *out, Ctx ctx);
/* FUNC whose head is the written view [vb, ve) and whose body's '{' stands at `open` in the stream. */
NodeId ps_function_of_view(Parser *p, u32 begin, u32 vb, u32 ve, u32 open);
/* With recovery. */
void ps_decl_item(Parser *p, Kids *out, Ctx ctx);
/* DECL without its ';' : for, if and while. */
NodeId ps_simple_declaration(Parser *p, Ctx ctx);
NodeId ps_params(Parser *p, u32 *df_flags);
NodeId ps_param(Parser *p, Ctx ctx);
/* Attributes of any kind at the cursor, appended; true if there was one. */
bool ps_attributes(Parser *p, Kids *out);
NodeId ps_ctor_inits(Parser *p);
NodeId ps_macro_decl(Parser *p);
NodeId ps_static_assert(Parser *p);
/* Declares the parameters below a D_FUNC in the current scope. */
void ps_declare_params(Parser *p, NodeId func);

/* Declarations that only C++ has; false when none begins here. */
bool ps_cxx_declaration(Parser *p, Kids *out, Ctx ctx);
NodeId ps_template_params(Parser *p);
NodeId ps_requires_clause(Parser *p);
NodeId ps_linkage(Parser *p);

#endif
