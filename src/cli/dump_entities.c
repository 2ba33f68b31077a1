/*
 * `stoa dump --entities`: functions, calls and expression structure as rows, to be compared with what a
 * compiler sees (bench/frontend/FORMAT.md). Called by dump.c.
 */
#include "cli/dump.h"

typedef struct Rows {
    const Project *p;
    const Unit *u;
    const Tree *t;
    Sb *out;
    FileId file; /* of the last "file" row */
} Rows;

/* Is the token written at its place in a file, and not in a macro's body? */
static bool is_literal(const Rows *r, u32 tok)
{
    const Token *t = &r->u->toks.at[tok];
    return !(t->flags & UT_PASTED) && (!t->exp || (t->flags & UT_FROM_ARG));
}

static void open_file(Rows *r, FileId f)
{
    if (f == r->file)
        return;
    sb_addf(r->out, "file\t%s\n", src_file(&r->p->src, f)->path);
    r->file = f;
}

static u32 offset(const Rows *r, u32 tok)
{
    return r->u->toks.at[tok].loc - src_file(&r->p->src, r->file)->base;
}

static u32 line_of(const Rows *r, Loc loc)
{
    return src_position(&r->p->src, loc).line;
}

static Sym spelling(const Rows *r, u32 tok)
{
    return r->u->toks.at[tok].sym;
}

/* First and last token of a range behind markers and pragmas. */
static bool is_skipped(const Rows *r, u32 tok)
{
    u8 k = r->u->toks.at[tok].kind;
    return k >= TK_PP_IF && k <= TK_PRAGMA;
}

static void add_range(Rows *r, u32 begin, u32 end)
{
    while (begin < end && is_skipped(r, begin))
        begin++;
    while (end > begin && is_skipped(r, end - 1))
        end--;
    if (begin >= end) {
        sb_adds(r->out, "\t0-0");
        return;
    }
    sb_addf(r->out, "\t%u-%u", offset(r, begin), offset(r, end - 1) + sym_len(spelling(r, end - 1)));
}

static void add_node_range(Rows *r, NodeId n)
{
    const Node *x = tree_node(r->t, n);
    add_range(r, x->begin, x->end);
}

/* Begins a row about an expression; false when any of its tokens comes from a macro. */
static bool begin_expr(Rows *r, NodeId n, const char *kind, u32 tok)
{
    const Node *x = tree_node(r->t, n);
    if (r->u->toks.at[tok].exp || r->u->toks.at[x->begin].exp || (x->end && r->u->toks.at[x->end - 1].exp))
        return false;
    FileId f = src_file_of(&r->p->src, r->u->toks.at[tok].loc);
    if (!f || src_file_of(&r->p->src, r->u->toks.at[x->begin].loc) != f)
        return false;
    open_file(r, f);
    sb_addf(r->out, "expr\t%s\t%u\t%s", kind, offset(r, tok), sym_str(spelling(r, tok)));
    return true;
}

static void expr_row(Rows *r, NodeId n, const char *kind, u32 tok)
{
    if (!begin_expr(r, n, kind, tok))
        return;
    for (NodeId c = tree_first(r->t, n); c; c = tree_next(r->t, c))
        if (tree_kind(r->t, c) != N_NONE)
            add_node_range(r, c);
    sb_addc(r->out, '\n');
}

/* The node whose token holds the last component of a callee's or declarator's name, or 0. */
static NodeId name_part(const Tree *t, NodeId n)
{
    while (n) {
        const Node *x = tree_node(t, n);
        switch (x->kind) {
        case N_NAME:
        case N_OPERATOR_NAME:
        case N_DESTRUCTOR_NAME:
        case N_CONVERSION_NAME: return n;
        case N_TEMPLATE_ID:
        case N_PAREN: n = x->first; break;
        case N_MEMBER: n = x->op == TK_DOT || x->op == TK_ARROW ? tree_next(t, x->first) : 0; break;
        case N_QUALIFIED:
            n = x->first;
            while (n && tree_next(t, n))
                n = tree_next(t, n);
            break;
        default: return 0;
        }
    }
    return 0;
}

static void call_row(Rows *r, NodeId callee)
{
    NodeId name = name_part(r->t, callee);
    if (!name || tree_kind(r->t, name) != N_NAME)
        return;
    u32 tok = tree_node(r->t, name)->tok;
    const Token *t = &r->u->toks.at[tok];
    if (is_literal(r, tok)) {
        FileId f = src_file_of(&r->p->src, t->loc);
        if (!f)
            return;
        open_file(r, f);
        sb_addf(r->out, "call\t%u\t%s\t%u\n", line_of(r, t->loc), sym_str(t->sym), offset(r, tok));
        return;
    }
    Loc at = r->u->expansions.at[unit_outer_expansion(r->u, tok)].loc;
    FileId f = src_file_of(&r->p->src, at);
    if (!f)
        return;
    open_file(r, f);
    sb_addf(r->out, "mcall\t%u\t%s\n", line_of(r, at), sym_str(t->sym));
}

static void func_row(Rows *r, NodeId n)
{
    const Tree *t = r->t;
    const Node *func = tree_node(t, n);
    NodeId d = tree_next(t, func->first), body = tree_child(t, n, 3);
    if (!body || tree_kind(t, body) == N_NONE || (func->flags & (FN_DEFAULTED | FN_DELETED)))
        return;
    while (d && tree_kind(t, d) != N_D_NAME)
        d = tree_first(t, d);
    if (!d)
        return;
    NodeId name = name_part(t, tree_first(t, d));
    u32 tok = name ? tree_node(t, name)->tok : tree_node(t, d)->tok;
    if (!is_literal(r, tok))
        return;
    Sb text;
    sb_init(&text);
    NodeKind k = name ? tree_kind(t, name) : N_NAME;
    if (k == N_OPERATOR_NAME) {
        for (u32 i = tree_node(t, name)->begin; i < tree_node(t, name)->end; i++)
            sb_adds(&text, sym_str(spelling(r, i)));
    } else if (k == N_CONVERSION_NAME) {
        sb_adds(&text, "operator");
    } else if (k == N_DESTRUCTOR_NAME) {
        sb_addf(&text, "~%s", sym_str(tree_node(t, name)->a));
    } else {
        sb_adds(&text, sym_str(name ? tree_node(t, name)->a : tree_node(t, d)->a));
    }
    Loc loc = r->u->toks.at[tok].loc;
    FileId f = src_file_of(&r->p->src, loc);
    if (f) {
        open_file(r, f);
        sb_addf(r->out, "func\t%u\t%s\t%u\n", line_of(r, loc), text.s, offset(r, tok));
    }
    sb_release(&text);
}

static void cast_row(Rows *r, NodeId n, const char *kind, u32 tok, bool unwrap)
{
    if (!begin_expr(r, n, kind, tok))
        return;
    NodeId type = tree_first(r->t, n), operand = tree_next(r->t, type);
    add_node_range(r, type);
    if (operand && unwrap && tree_kind(r->t, operand) == N_PAREN)
        operand = tree_first(r->t, operand);
    if (operand)
        add_node_range(r, operand);
    sb_addc(r->out, '\n');
}

static void construct_row(Rows *r, NodeId n)
{
    NodeId type = tree_first(r->t, n), args = tree_next(r->t, type);
    if (!args || tree_kind(r->t, args) != N_ARGS)
        return;
    NodeId specs = tree_first(r->t, type), ref = specs ? tree_first(r->t, specs) : 0;
    if (ref && tree_kind(r->t, ref) == N_TYPE_REF)
        call_row(r, tree_first(r->t, ref));
    if (!begin_expr(r, n, "call", tree_node(r->t, args)->begin))
        return;
    add_node_range(r, type);
    for (NodeId c = tree_first(r->t, args); c; c = tree_next(r->t, c))
        add_node_range(r, c);
    sb_addc(r->out, '\n');
}

static void node_rows(Rows *r, NodeId n)
{
    const Node *x = tree_node(r->t, n);
    switch (x->kind) {
    case N_FUNC: func_row(r, n); break;
    case N_CALL:
        call_row(r, x->first);
        expr_row(r, n, "call", x->tok);
        break;
    case N_CONSTRUCT: construct_row(r, n); break;
    case N_INDEX: expr_row(r, n, "idx", x->tok); break;
    case N_MEMBER:
        if (x->op == TK_DOTSTAR || x->op == TK_ARROWSTAR) {
            expr_row(r, n, "bin", x->tok);
        } else if (begin_expr(r, n, "mem", x->tok)) {
            add_node_range(r, x->first);
            sb_addc(r->out, '\n');
        }
        break;
    case N_POSTFIX: expr_row(r, n, "post", x->tok); break;
    case N_UNARY:
        if (x->op != KW_EXTENSION && x->op != KW_CO_AWAIT && x->op != KW_REAL && x->op != KW_IMAG)
            expr_row(r, n, "un", x->tok);
        break;
    case N_BINARY: expr_row(r, n, "bin", x->tok); break;
    case N_ASSIGN: expr_row(r, n, "asg", x->tok); break;
    case N_COND: expr_row(r, n, "cond", x->tok); break;
    case N_CAST: cast_row(r, n, "cast", x->tok, false); break;
    case N_COMPOUND_LIT: cast_row(r, n, "clit", x->tok, false); break;
    case N_CXX_CAST: cast_row(r, n, "ncast", x->tok, false); break;
    case N_SIZEOF_TYPE: expr_row(r, n, "szt", x->tok); break;
    case N_SIZEOF_EXPR:
        if (x->begin + 1 < x->end && r->u->toks.at[x->begin + 1].kind != TK_ELLIPSIS)
            expr_row(r, n, "sze", x->tok);
        break;
    case N_UNREAD: {
        Loc at = unit_written_loc(r->u, x->begin);
        FileId f = src_file_of(&r->p->src, at);
        if (f) {
            open_file(r, f);
            sb_addf(r->out, "unread\t%u\n", line_of(r, at));
        }
        break;
    }
    default: break;
    }
}

/* Preorder without recursion, so that deep trees cost no stack. */
static void walk(Rows *r, NodeId root)
{
    VEC(NodeId) stack = {0};
    vec_push(&stack, root);
    while (stack.n) {
        NodeId n = vec_pop(&stack);
        if (n != root && tree_next(r->t, n))
            vec_push(&stack, tree_next(r->t, n));
        node_rows(r, n);
        if (tree_first(r->t, n))
            vec_push(&stack, tree_first(r->t, n));
    }
    vec_release(&stack);
}

void dump_entities(const Project *p, const Unit *u, Sb *out)
{
    Rows r = {.p = p, .u = u, .t = &u->tree, .out = out};
    open_file(&r, u->main);
    sb_addf(out, "stmts\t%u\n", u->n_statements);
    if (u->tree.root)
        walk(&r, u->tree.root);
}
