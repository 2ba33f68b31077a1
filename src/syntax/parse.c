/*
 * The parser's driver and tools: the tables over the token stream (kinds, bracket partners), failure and recovery,
 * alternatives under presence conditions, and what is known of names. parse_unit is called once per unit.
 */
#include <string.h>

#include "syntax/parse_priv.h"

// clang-format off
const u8 ps_props[TK_COUNT + 1] = {
    [KW_CHAR] = KP_TYPE, [KW_DOUBLE] = KP_TYPE, [KW_ENUM] = KP_TYPE, [KW_FLOAT] = KP_TYPE, [KW_INT] = KP_TYPE,
    [KW_LONG] = KP_TYPE, [KW_SHORT] = KP_TYPE, [KW_SIGNED] = KP_TYPE, [KW_STRUCT] = KP_TYPE, [KW_UNION] = KP_TYPE,
    [KW_UNSIGNED] = KP_TYPE, [KW_VOID] = KP_TYPE, [KW_BOOL_] = KP_TYPE, [KW_COMPLEX] = KP_TYPE,
    [KW_IMAGINARY] = KP_TYPE, [KW_TYPEOF] = KP_TYPE, [KW_TYPEOF_UNQUAL] = KP_TYPE, [KW_INT128] = KP_TYPE,
    [KW_AUTO_TYPE] = KP_TYPE, [KW_FLOAT128] = KP_TYPE, [KW_INT64_MS] = KP_TYPE, [KW_BOOL] = KP_TYPE,
    [KW_CLASS] = KP_TYPE, [KW_CHAR8] = KP_TYPE, [KW_CHAR16] = KP_TYPE, [KW_CHAR32] = KP_TYPE, [KW_WCHAR] = KP_TYPE,
    [KW_DECLTYPE] = KP_TYPE, [KW_TYPENAME] = KP_TYPE, [KW_AUTO] = KP_TYPE,
    [KW_CONST] = KP_QUAL, [KW_VOLATILE] = KP_QUAL, [KW_RESTRICT] = KP_QUAL, [KW_ATOMIC] = KP_QUAL,
    [KW_EXTERN] = KP_STORAGE, [KW_INLINE] = KP_STORAGE, [KW_REGISTER] = KP_STORAGE, [KW_STATIC] = KP_STORAGE,
    [KW_TYPEDEF] = KP_STORAGE, [KW_ALIGNAS] = KP_STORAGE, [KW_NORETURN] = KP_STORAGE,
    [KW_THREAD_LOCAL] = KP_STORAGE, [KW_ATTRIBUTE] = KP_STORAGE, [KW_DECLSPEC] = KP_STORAGE,
    [KW_CONSTEVAL] = KP_STORAGE, [KW_CONSTEXPR] = KP_STORAGE, [KW_CONSTINIT] = KP_STORAGE,
    [KW_EXPLICIT] = KP_STORAGE, [KW_FRIEND] = KP_STORAGE, [KW_MUTABLE] = KP_STORAGE, [KW_VIRTUAL] = KP_STORAGE,
    [TK_IDENT] = KP_OPERAND, [TK_NUMBER] = KP_OPERAND, [TK_CHAR] = KP_OPERAND, [TK_STRING] = KP_OPERAND,
    [TK_TILDE] = KP_OPERAND, [TK_NOT] = KP_OPERAND, [KW_SIZEOF] = KP_OPERAND, [KW_ALIGNOF] = KP_OPERAND,
    [KW_GENERIC] = KP_OPERAND, [KW_BUILTIN_VA_ARG] = KP_OPERAND, [KW_BUILTIN_OFFSETOF] = KP_OPERAND,
    [KW_REAL] = KP_OPERAND, [KW_IMAG] = KP_OPERAND, [KW_EXTENSION] = KP_OPERAND, [KW_TRUE] = KP_OPERAND,
    [KW_FALSE] = KP_OPERAND, [KW_NULLPTR] = KP_OPERAND, [KW_CONST_CAST] = KP_OPERAND,
    [KW_DYNAMIC_CAST] = KP_OPERAND, [KW_REINTERPRET_CAST] = KP_OPERAND, [KW_STATIC_CAST] = KP_OPERAND,
    [KW_DELETE] = KP_OPERAND, [KW_NEW] = KP_OPERAND, [KW_THIS] = KP_OPERAND, [KW_TYPEID] = KP_OPERAND,
    [KW_NOEXCEPT] = KP_OPERAND, [KW_CO_AWAIT] = KP_OPERAND,
    [KW_BREAK] = KP_STMT, [KW_CASE] = KP_STMT, [KW_CONTINUE] = KP_STMT, [KW_DEFAULT] = KP_STMT, [KW_DO] = KP_STMT,
    [KW_ELSE] = KP_STMT, [KW_FOR] = KP_STMT, [KW_GOTO] = KP_STMT, [KW_IF] = KP_STMT, [KW_RETURN] = KP_STMT,
    [KW_SWITCH] = KP_STMT, [KW_WHILE] = KP_STMT, [KW_TRY] = KP_STMT, [KW_CO_RETURN] = KP_STMT, [KW_ASM] = KP_STMT,
    [TK_ASSIGN] = KP_ASSIGN | KP_DECLEND | KP_INFIX, [TK_PLUS_ASSIGN] = KP_ASSIGN | KP_INFIX,
    [TK_MINUS_ASSIGN] = KP_ASSIGN | KP_INFIX, [TK_STAR_ASSIGN] = KP_ASSIGN | KP_INFIX,
    [TK_SLASH_ASSIGN] = KP_ASSIGN | KP_INFIX, [TK_PERCENT_ASSIGN] = KP_ASSIGN | KP_INFIX,
    [TK_AMP_ASSIGN] = KP_ASSIGN | KP_INFIX, [TK_PIPE_ASSIGN] = KP_ASSIGN | KP_INFIX,
    [TK_CARET_ASSIGN] = KP_ASSIGN | KP_INFIX, [TK_SHL_ASSIGN] = KP_ASSIGN | KP_INFIX,
    [TK_SHR_ASSIGN] = KP_ASSIGN | KP_INFIX,
    [TK_SEMI] = KP_DECLEND | KP_INFIX, [TK_COMMA] = KP_DECLEND | KP_INFIX, [TK_LBRACKET] = KP_DECLEND,
    [TK_RPAREN] = KP_DECLEND | KP_INFIX, [TK_COLON] = KP_DECLEND | KP_INFIX, [TK_LPAREN] = KP_DECLEND,
    [TK_LBRACE] = KP_DECLEND, [TK_EOF] = KP_DECLEND | KP_INFIX,
    [TK_RBRACKET] = KP_INFIX, [TK_RBRACE] = KP_INFIX, [TK_DOT] = KP_INFIX, [TK_ARROW] = KP_INFIX,
    [TK_QUESTION] = KP_INFIX, [TK_SLASH] = KP_INFIX, [TK_PERCENT] = KP_INFIX, [TK_PIPE] = KP_INFIX,
    [TK_CARET] = KP_INFIX, [TK_SHL] = KP_INFIX, [TK_SHR] = KP_INFIX, [TK_PIPEPIPE] = KP_INFIX, [TK_GT] = KP_INFIX,
    [TK_LE] = KP_INFIX, [TK_GE] = KP_INFIX, [TK_EQEQ] = KP_INFIX, [TK_NE] = KP_INFIX, [TK_LT] = KP_INFIX,
    [TK_SPACESHIP] = KP_INFIX, [TK_ELLIPSIS] = KP_INFIX, [TK_DOTSTAR] = KP_INFIX, [TK_ARROWSTAR] = KP_INFIX,
    [TK_AMPAMP] = KP_INFIX,
};
// clang-format on

/* ---- tables over the stream ---- */

/* Brackets still open while partners are looked for. A closing bracket never crosses a brace that opened later. */
typedef struct Open {
    u32 at;
    u8 kind;
} Open;

typedef struct Frame { /* open '(' and '[' since the last '{' */
    u32 parens, brackets;
} Frame;

typedef struct Matcher {
    VEC(Open) open;
    VEC(Frame) frames;
    VEC(u32) marks; /* open presence groups: newest marker of each, then the depth of `open` at its start */
    VEC(u32) levels;
    VEC(u32) starts;
} Matcher;

static void pop_open(Matcher *m)
{
    u8 k = vec_pop(&m->open).kind;
    if (k == TK_LBRACE)
        (void)vec_pop(&m->frames);
    else if (k == TK_LPAREN)
        vec_last(&m->frames).parens--;
    else
        vec_last(&m->frames).brackets--;
}

static void push_open(Matcher *m, u32 at, u8 kind)
{
    Open o = {at, kind};
    vec_push(&m->open, o);
    if (kind == TK_LBRACE) {
        Frame f = {0, 0};
        vec_push(&m->frames, f);
    } else if (kind == TK_LPAREN) {
        vec_last(&m->frames).parens++;
    } else {
        vec_last(&m->frames).brackets++;
    }
}

static void close_bracket(Parser *p, Matcher *m, u32 at, u8 closer)
{
    u8 want = closer == TK_RPAREN ? TK_LPAREN : closer == TK_RBRACKET ? TK_LBRACKET : TK_LBRACE;
    const Frame *f = &vec_last(&m->frames);
    u32 there = want == TK_LPAREN ? f->parens : want == TK_LBRACKET ? f->brackets : m->frames.n - 1;
    if (!there)
        return;
    while (vec_last(&m->open).kind != want)
        pop_open(m);
    u32 opener = vec_last(&m->open).at;
    pop_open(m);
    p->match[opener] = at;
    p->match[at] = opener;
}

static void mark_group(Parser *p, Matcher *m, u32 at, u8 kind)
{
    if (kind == TK_PP_IF) {
        vec_push(&m->marks, at);
        vec_push(&m->starts, at);
        vec_push(&m->levels, m->open.n);
        return;
    }
    if (!m->marks.n) {
        p->k[at] = PK_BLANK;
        p->match[at] = at + 1;
        return;
    }
    p->match[vec_last(&m->marks)] = at;
    vec_last(&m->marks) = at;
    while (m->open.n > vec_last(&m->levels))
        pop_open(m);
    if (kind == TK_PP_ENDIF) {
        p->match[at] = vec_last(&m->starts);
        (void)vec_pop(&m->marks);
        (void)vec_pop(&m->starts);
        (void)vec_pop(&m->levels);
    }
}

void ps_cover(Parser *p, u32 begin)
{
    u32 n = p->u->toks.n;
    if (n + 2 > p->cap) {
        p->cap = n + n / 4 + 64;
        p->k = mem_realloc(p->k, p->cap);
        p->match = mem_realloc(p->match, (size_t)p->cap * sizeof *p->match);
    }
    memset(p->match + begin, 0, (size_t)(n + 2 - begin) * sizeof *p->match);
    Matcher m = {0};
    Frame bottom = {0, 0};
    vec_push(&m.frames, bottom);
    const Token *toks = p->u->toks.at;
    for (u32 i = begin; i < n; i++) {
        u8 k = toks[i].kind;
        p->k[i] = k;
        switch (k) {
        case TK_LPAREN:
        case TK_LBRACKET:
        case TK_LBRACE: push_open(&m, i, k); break;
        case TK_RPAREN:
        case TK_RBRACKET:
        case TK_RBRACE: close_bracket(p, &m, i, k); break;
        case TK_PP_IF:
        case TK_PP_ELSE:
        case TK_PP_ENDIF: mark_group(p, &m, i, k); break;
        case TK_PRAGMA:
            p->k[i] = PK_BLANK;
            p->match[i] = i + 1;
            break;
        default: break;
        }
    }
    for (u32 i = 0; i < m.starts.n; i++) { /* a group without its end is no group */
        for (u32 at = m.starts.at[i], next = at; at; at = next) {
            next = at == m.marks.at[i] ? 0 : p->match[at];
            p->k[at] = PK_BLANK;
            p->match[at] = at + 1;
        }
    }
    p->k[n] = p->k[n + 1] = TK_EOF;
    p->n = n;
    vec_release(&m.open);
    vec_release(&m.frames);
    vec_release(&m.marks);
    vec_release(&m.levels);
    vec_release(&m.starts);
}

/* ---- failure ---- */

NodeId ps_fail(Parser *p)
{
    if (!p->failed) {
        p->failed = true;
        p->fail_pos = p->pos;
    }
    p->pos = p->eof;
    p->kind = TK_EOF;
    return 0;
}

NodeId ps_none(Parser *p)
{
    NodeId n = ps_leaf(p, N_NONE, p->pos, p->pos);
    ps_node(p, n)->end = p->pos;
    return n;
}

Mark ps_mark(const Parser *p)
{
    return (Mark){p->pos,   p->prev, p->u->tree.nodes.n, p->undo.n,  p->pending.n,
                  p->depth, p->kind, p->no_gt,           p->no_brace};
}

void ps_rewind(Parser *p, const Mark *m)
{
    p->u->tree.nodes.n = m->nodes;
    ps_scope_pop(p, m->undo);
    p->pending.n = m->pending;
    p->depth = m->depth;
    p->no_gt = m->no_gt;
    p->no_brace = m->no_brace;
    p->failed = false;
    p->pos = m->pos;
    p->prev = m->prev;
    p->kind = p->k[p->pos] == PK_BLANK ? (ps_seek(p, p->pos), p->kind) : m->kind;
}

static void push_skip(Parser *p, UnitSkip why, u32 begin, u32 end)
{
    if (begin >= end)
        return;
    Skip s = {why, p->u->toks.at[begin].loc, end - begin};
    vec_push(&p->u->skips, s);
}

NodeId ps_unread(Parser *p, u32 begin, u32 end, u8 op, bool quiet)
{
    ps_seek(p, end);
    if (end > begin)
        p->prev = end - 1;
    NodeId n = ps_leaf(p, N_UNREAD, begin, begin);
    ps_node(p, n)->op = op;
    ps_node(p, n)->end = end;
    if (!quiet) {
        p->u->n_unread++;
        push_skip(p, SKIP_UNREAD, begin, end);
    }
    return n;
}

/* ---- presence groups ---- */

static void blank(Parser *p, u32 begin, u32 end)
{
    for (u32 i = begin; i < end; i++) {
        p->k[i] = PK_BLANK;
        p->match[i] = end;
    }
}

void ps_flatten(Parser *p, u32 i)
{
    u32 m = i;
    while (p->k[m] != TK_PP_ENDIF)
        m = p->match[m];
    u32 at = p->match[m];
    bool kept = false;
    while (at != m) {
        u32 next = p->match[at];
        if (!kept && ps_next(p, at) < next) {
            blank(p, at, at + 1);
            kept = true;
        } else {
            push_skip(p, SKIP_UNBALANCED_SPLIT, at + 1, next);
            blank(p, at, next);
        }
        at = next;
    }
    blank(p, m, m + 1);
}

bool ps_flatten_range(Parser *p, u32 begin, u32 end)
{
    bool any = false;
    for (u32 i = begin; i < end && p->k[i] != TK_EOF; i++) {
        if (p->k[i] == TK_PP_IF) {
            ps_flatten(p, i);
            any = true;
        }
    }
    return any;
}

void ps_drop_marker(Parser *p)
{
    u32 i = p->pos;
    ps_flatten(p, i);
    ps_seek(p, i);
}

void ps_alternatives(Parser *p, Kids *out, PsItem *item, Ctx ctx)
{
    if (!ps_enter(p)) {
        ps_leave(p);
        return;
    }
    u32 begin = p->pos, at = begin;
    Kids branches = {0, 0};
    bool whole = true; /* nothing ran over a marker and no recovery flattened the group */
    while (whole && p->k[at] != TK_PP_ENDIF) {
        u32 next = p->match[at], cond = ps_sym_at(p, at);
        ps_seek(p, at + 1);
        u32 first = p->pos;
        Kids kids = {0, 0};
        while (p->pos < next && p->kind != TK_EOF && !p->failed) {
            u32 before = p->pos;
            item(p, &kids, ctx);
            if (p->pos <= before && p->kind == TK_RBRACE) /* closes what an earlier branch opened */
                ps_kid(p, &kids, ps_unread(p, before, ps_next(p, before), UNREAD_STMT, false));
            if (p->pos <= before)
                break;
        }
        whole = !p->failed && p->k[begin] == TK_PP_IF && p->pos <= next;
        if (whole && p->pos < next) /* the branch does not hold a whole number of items */
            ps_kid(p, &kids, ps_unread(p, p->pos, next, UNREAD_STMT, false));
        NodeId b = ps_make(p, N_ALT_BRANCH, first, at, kids);
        ps_node(p, b)->a = cond;
        ps_kid(p, &branches, b);
        at = next;
    }
    if (whole) {
        ps_seek(p, at);
        ps_adv(p);
    }
    ps_leave(p);
    if (!p->failed)
        ps_kid(p, out, ps_make(p, N_ALT, begin, begin, branches));
}

/* ---- expansion ---- */

bool ps_has_expansion(const Parser *p, u32 begin, u32 end)
{
    for (u32 i = begin; i < end; i++)
        if (p->u->toks.at[i].exp)
            return true;
    return false;
}

bool ps_view_is_whole(const Parser *p, u32 begin, u32 end)
{
    if (begin >= end || p->in_view || end > p->u->n_stream || !ps_has_expansion(p, begin, end))
        return false;
    u32 first = unit_outer_expansion(p->u, begin), last = unit_outer_expansion(p->u, end - 1);
    if (first && begin && unit_outer_expansion(p->u, begin - 1) == first)
        return false;
    return !(last && p->k[end] != TK_EOF && unit_outer_expansion(p->u, end) == last);
}

/* ---- names ---- */

void ps_bind(Parser *p, Sym s, u8 bits)
{
    if (!s || s >= p->n_bind)
        return;
    u8 old = p->bind[s], now = (u8)((old & (B_WORD | B_ATTR_WORD)) | bits);
    if (now == old)
        return;
    Undo undo = {s, old};
    vec_push(&p->undo, undo);
    p->bind[s] = now;
}

void ps_scope_pop(Parser *p, u32 mark)
{
    while (p->undo.n > mark) {
        Undo undo = vec_pop(&p->undo);
        p->bind[undo.sym] = undo.old;
    }
}

u8 ps_class(const Parser *p, Sym s)
{
    if (s < p->n_bind) {
        u8 b = p->bind[s] & (B_TYPE | B_VALUE | B_TEMPLATE);
        if (b)
            return b;
    }
    const NameFacts *f = p->names;
    if (!f || s >= f->n || !f->bits[s])
        return 0;
    u32 bits = f->bits[s];
    u8 b = 0;
    if (bits & (NF_TYPE | NF_TYPE_MACRO))
        b |= B_TYPE;
    if (bits & NF_VALUE)
        b |= B_VALUE;
    if (bits & NF_TEMPLATE)
        b |= B_TEMPLATE;
    return b;
}

/* Types of C's own headers, which are not read. */
static const char *const known_types[] = {
    "size_t",         "ssize_t",    "ptrdiff_t",     "intptr_t",
    "uintptr_t",      "int8_t",     "int16_t",       "int32_t",
    "int64_t",        "uint8_t",    "uint16_t",      "uint32_t",
    "uint64_t",       "intmax_t",   "uintmax_t",     "off_t",
    "time_t",         "pid_t",      "uid_t",         "gid_t",
    "mode_t",         "FILE",       "DIR",           "va_list",
    "u_char",         "u_short",    "u_int",         "u_long",
    "uint",           "ushort",     "ulong",         "u_int8_t",
    "u_int16_t",      "u_int32_t",  "u_int64_t",     "socklen_t",
    "sa_family_t",    "in_addr_t",  "in_port_t",     "clock_t",
    "clockid_t",      "dev_t",      "ino_t",         "nlink_t",
    "suseconds_t",    "useconds_t", "fd_set",        "sigset_t",
    "jmp_buf",        "sigjmp_buf", "fpos_t",        "wint_t",
    "wctype_t",       "mbstate_t",  "pthread_t",     "pthread_mutex_t",
    "pthread_cond_t", "caddr_t",    "key_t",         "quad_t",
    "DWORD",          "WORD",       "BYTE",          "BOOL",
    "UINT",           "ULONG",      "USHORT",        "UCHAR",
    "LONG",           "HANDLE",     "HMODULE",       "LPVOID",
    "PVOID",          "LPCSTR",     "LPSTR",         "LPCWSTR",
    "LPWSTR",         "LPBYTE",     "DWORD_PTR",     "ULONG_PTR",
    "LONG_PTR",       "UINT_PTR",   "INT_PTR",       "SIZE_T",
    "SOCKET",         "FILETIME",   "LARGE_INTEGER", "ULARGE_INTEGER",
    "HRESULT",        "HWND",       "HINSTANCE",     "HKEY",
    "INT64",          "UINT64",     "GLuint",        "GLint",
    "gboolean",       "gchar",      "gint",          "guint",
    "gpointer",       "gsize",      "gssize",        "guint8",
    "guint16",        "guint32",    "guint64",
};

struct ParseScratch {
    Parser kept; /* its tables and vectors, between units */
};

ParseScratch *parse_scratch_new(void)
{
    return mem_zalloc(1, sizeof(ParseScratch));
}

void parse_scratch_free(ParseScratch *scratch)
{
    if (!scratch)
        return;
    mem_free(scratch->kept.k);
    mem_free(scratch->kept.match);
    mem_free(scratch->kept.bind);
    vec_release(&scratch->kept.undo);
    vec_release(&scratch->kept.pending);
    mem_free(scratch);
}

static void cover_syms(Parser *p)
{
    u32 n = sym_count() + 1;
    if (n <= p->n_bind)
        return;
    n += n / 8;
    p->bind = mem_realloc(p->bind, n);
    memset(p->bind + p->n_bind, 0, n - p->n_bind);
    p->n_bind = n;
}

/* What every unit knows; once per scratch, since the end of a unit takes back what the unit bound. */
static void learn_words(Parser *p)
{
    static const char *const words[] = {
#define X(name, spelling) spelling,
        PARSE_WORDS(X)
#undef X
    };
    static const char *const attrs[] = {
#define X(spelling) spelling,
        PARSE_ATTR_WORDS(X)
#undef X
    };
    Sym attr_syms[LENGTH(attrs)], type_syms[LENGTH(known_types)];
    for (u32 i = 0; i < W_COUNT; i++)
        p->word[i] = intern_str(words[i]);
    for (u32 i = 0; i < LENGTH(attrs); i++)
        attr_syms[i] = intern_str(attrs[i]);
    for (u32 i = 0; i < LENGTH(known_types); i++)
        type_syms[i] = intern_str(known_types[i]);
    cover_syms(p);
    for (u32 i = 0; i < W_COUNT; i++)
        p->bind[p->word[i]] |= B_WORD;
    for (u32 i = 0; i < LENGTH(attrs); i++)
        p->bind[attr_syms[i]] |= B_ATTR_WORD;
    for (u32 i = 0; i < LENGTH(known_types); i++)
        p->bind[type_syms[i]] |= B_TYPE;
}

/* ---- the unit ---- */

void parse_unit_with(Unit *u, const NameFacts *names, ParseScratch *scratch)
{
    if (!scratch->kept.bind)
        learn_words(&scratch->kept);
    const Parser *kept = &scratch->kept;
    Parser p = {.u = u,
                .names = names,
                .cxx = u->lang == LANG_CXX,
                .k = kept->k,
                .match = kept->match,
                .cap = kept->cap,
                .bind = kept->bind,
                .n_bind = kept->n_bind};
    memcpy(p.word, kept->word, sizeof p.word);
    memcpy(&p.undo, &kept->undo, sizeof p.undo);
    memcpy(&p.pending, &kept->pending, sizeof p.pending);
    cover_syms(&p);
    if (!u->toks.n || u->toks.at[u->toks.n - 1].kind != TK_EOF) {
        Token end = {.kind = TK_EOF};
        vec_push(&u->toks, end);
    }
    if (!u->n_stream)
        u->n_stream = u->toks.n;
    ps_cover(&p, 0);
    p.eof = u->n_stream - 1;
    Tree *t = &u->tree;
    vec_clear(&t->nodes);
    vec_reserve(&t->nodes, u->n_stream + 16);
    Node nothing = {.kind = N_NONE};
    vec_push(&t->nodes, nothing);

    ps_seek(&p, 0);
    Kids kids = {0, 0};
    while (p.kind != TK_EOF) {
        u32 before = p.pos;
        ps_decl_item(&p, &kids, CTX_FILE);
        if (p.pos == before && p.kind != TK_EOF) {
            u->n_statements++;
            ps_kid(&p, &kids, ps_unread(&p, before, ps_next(&p, before), UNREAD_DECL, false));
        }
    }
    t->root = ps_make(&p, N_UNIT, 0, 0, kids);
    ps_scope_pop(&p, 0);
    vec_clear(&p.pending);
    scratch->kept = p;
    scratch->kept.u = NULL;
    scratch->kept.names = NULL;
}

void parse_unit(Unit *u, const NameFacts *names)
{
    ParseScratch *scratch = parse_scratch_new();
    parse_unit_with(u, names, scratch);
    parse_scratch_free(scratch);
}
