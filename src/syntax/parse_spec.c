/*
 * Declaration specifiers, attributes, records and enumerations. Private to the parser.
 */
#include "syntax/parse_priv.h"

/* ---- attributes ---- */

static Sym take_word(Parser *p)
{
    Sym s = ps_sym(p);
    ps_adv(p);
    return s;
}

/* name[(args)] inside an attribute list; names may be keywords. */
static NodeId attribute(Parser *p, u8 style)
{
    u32 begin = p->pos, flags = 0;
    Kids kids = {0, 0};
    Sym s = take_word(p);
    bool split = p->kind == TK_COLON && ps_peek(p) == TK_COLON; /* as C reads '::' */
    if (p->kind == TK_COLONCOLON || split) {
        NodeId scope = ps_leaf(p, N_NAME, begin, begin);
        ps_node(p, scope)->a = s;
        ps_kid(p, &kids, scope);
        flags = ATTR_SCOPED;
        if (split)
            ps_adv(p);
        ps_adv(p);
        s = take_word(p);
    }
    if (p->kind == TK_LPAREN)
        ps_args(p, &kids);
    if (p->kind == TK_ELLIPSIS)
        ps_adv(p);
    NodeId n = ps_make(p, N_ATTR, begin, begin, kids);
    ps_node(p, n)->a = s;
    ps_node(p, n)->op = style;
    ps_node(p, n)->flags = flags;
    return n;
}

static void attribute_list(Parser *p, Kids *out, u8 style, u32 close)
{
    while (p->pos < close && p->kind != TK_EOF) {
        if (p->kind == TK_COMMA) {
            ps_adv(p);
        } else if (p->kind == TK_IDENT || p->kind >= TK_KEYWORD_FIRST) {
            if (p->kind == KW_USING) { /* [[using gnu: ...]] */
                ps_adv(p);
                ps_adv(p);
                ps_accept(p, TK_COLON);
                continue;
            }
            ps_kid(p, out, attribute(p, style));
        } else {
            ps_adv(p);
        }
    }
}

static bool asm_label(Parser *p, Kids *out)
{
    u32 begin = p->pos, close = p->match[ps_next(p, begin)];
    if (ps_peek(p) != TK_LPAREN || !close)
        return false;
    Kids kids = {0, 0};
    Sym s = take_word(p);
    ps_adv(p);
    if (p->kind == TK_STRING)
        ps_kid(p, &kids, ps_string(p, p->pos, (Kids){0, 0}));
    ps_seek(p, close);
    ps_adv(p);
    NodeId n = ps_make(p, N_ATTR, begin, begin, kids);
    ps_node(p, n)->a = s;
    ps_kid(p, out, n);
    return true;
}

bool ps_attributes(Parser *p, Kids *out)
{
    bool any = false;
    for (;; any = true) {
        u32 open = ps_next(p, p->pos), close;
        u8 style = 0;
        if (p->kind == KW_ATTRIBUTE && p->k[open] == TK_LPAREN) {
            open = ps_next(p, open);
        } else if (p->kind == TK_LBRACKET && p->k[open] == TK_LBRACKET && p->match[p->pos]) {
            style = 1;
        } else if (p->kind == KW_DECLSPEC && p->k[open] == TK_LPAREN) {
            style = 2;
        } else if (p->kind == KW_ASM && p->k[open] == TK_LPAREN) {
            if (!asm_label(p, out))
                return any;
            continue;
        } else {
            return any;
        }
        u32 outer = style == 1 ? p->match[p->pos] : p->match[ps_next(p, p->pos)];
        close = style == 2 ? outer : p->match[open];
        if (!outer || !close || close > outer) {
            ps_fail(p);
            return any;
        }
        ps_seek(p, open);
        ps_adv(p);
        attribute_list(p, out, style, close);
        if (!p->failed) {
            ps_seek(p, outer);
            ps_adv(p);
        }
    }
}

/* ---- records ---- */

static bool at_attribute(const Parser *p)
{
    return p->kind == KW_ATTRIBUTE || p->kind == KW_DECLSPEC || p->kind == KW_ALIGNAS ||
           (p->kind == TK_LBRACKET && ps_peek(p) == TK_LBRACKET);
}

static NodeId alignas_spec(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    ps_expect(p, TK_LPAREN);
    NodeId e = ps_type_or_expr(p, false);
    ps_accept(p, TK_ELLIPSIS);
    ps_expect(p, TK_RPAREN);
    return ps_make(p, N_ALIGNAS, begin, begin, ps_kids1(e));
}

static NodeId macro_spec(Parser *p, bool args)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    Sym s = take_word(p);
    if (args)
        ps_args(p, &kids);
    NodeId n = ps_make(p, N_MACRO_SPEC, begin, begin, kids);
    ps_node(p, n)->a = s;
    return n;
}

/* Attributes and attribute-like macros between `struct` and its name. */
static void tag_attributes(Parser *p, Kids *out)
{
    for (;;) {
        if (p->kind == KW_ALIGNAS) {
            ps_kid(p, out, alignas_spec(p));
            continue;
        }
        if (at_attribute(p)) {
            if (!ps_attributes(p, out))
                return;
            continue;
        }
        if (p->kind != TK_IDENT)
            return;
        u32 next = ps_next(p, p->pos);
        if (p->k[next] == TK_LPAREN) { /* class ALIGN(8) Name { */
            u32 b = ps_behind(p, next);
            if (!b || p->k[b] != TK_IDENT)
                return;
            ps_kid(p, out, macro_spec(p, true));
            continue;
        }
        if (p->k[next] != TK_IDENT || ps_word_at(p, next, W_FINAL))
            return;
        NameLook name = ps_look_name(p, next, true);
        u8 k = p->k[name.end];
        bool attr = ps_is_attr_word(p, ps_sym(p)) || (p->cxx && k == TK_SEMI && ps_attr_like(p, ps_sym(p)));
        if (k != TK_LBRACE && !(k == TK_COLON && p->cxx) && k != TK_IDENT && !attr)
            return;
        if (k == TK_IDENT && !ps_word_at(p, name.end, W_FINAL) && !ps_caps(ps_sym(p)))
            return;
        ps_kid(p, out, macro_spec(p, false));
    }
}

static void base_clause(Parser *p, Kids *kids)
{
    do {
        u32 begin = p->pos, flags = 0;
        u8 access = 0;
        while (p->kind == KW_PUBLIC || p->kind == KW_PRIVATE || p->kind == KW_PROTECTED ||
               p->kind == KW_VIRTUAL) {
            if (p->kind == KW_VIRTUAL)
                flags = BASE_VIRTUAL;
            else
                access = p->kind;
            ps_adv(p);
        }
        ps_accept(p, KW_TYPENAME);
        NodeId name = ps_name(p, true);
        if (p->kind == TK_LPAREN && ps_behind(p, p->pos)) /* a macro that makes a base */
            ps_seek(p, ps_behind(p, p->pos));
        ps_accept(p, TK_ELLIPSIS);
        NodeId n = ps_make(p, N_BASE, begin, begin, ps_kids1(name));
        ps_node(p, n)->op = access;
        ps_node(p, n)->flags = flags;
        ps_kid(p, kids, n);
    } while (ps_accept(p, TK_COMMA));
}

/* public: , public slots: , signals: , Q_SIGNALS: */
static bool access_section(Parser *p, Kids *out)
{
    u32 begin = p->pos, i = p->pos;
    u8 op = 0;
    if (p->kind == KW_PUBLIC || p->kind == KW_PRIVATE || p->kind == KW_PROTECTED) {
        op = p->kind;
        i = ps_next(p, i);
        if (p->k[i] == TK_IDENT)
            i = ps_next(p, i);
    } else if (p->kind == TK_IDENT) {
        i = ps_next(p, i);
    }
    if (i == begin || p->k[i] != TK_COLON)
        return false;
    ps_seek(p, i);
    ps_adv(p);
    NodeId n = ps_leaf(p, N_ACCESS, begin, begin);
    ps_node(p, n)->op = op;
    ps_kid(p, out, n);
    return true;
}

static void member_item(Parser *p, Kids *out, Ctx ctx)
{
    if (p->kind == TK_PP_IF)
        ps_alternatives(p, out, member_item, ctx);
    else if (!p->cxx || !access_section(p, out))
        ps_decl_item(p, out, CTX_CLASS);
}

static NodeId record(Parser *p, Kids *attrs)
{
    u32 begin = p->pos, flags = 0, scope = p->undo.n;
    u8 op = p->kind;
    Sym name = 0;
    Kids kids = {0, 0};
    ps_adv(p);
    tag_attributes(p, attrs);
    if (p->kind == TK_IDENT || (p->cxx && p->kind == TK_COLONCOLON)) {
        u32 at = p->pos;
        NodeId n = ps_name(p, true);
        ps_kid(p, &kids, n);
        name = p->failed ? 0 : ps_sym_at(p, ps_node(p, n)->kind == N_NAME ? at : ps_node(p, n)->tok);
    } else {
        ps_kid_none(p, &kids);
    }
    if (p->cxx && ps_word_at(p, p->pos, W_FINAL)) {
        u8 k = ps_peek(p);
        if (k == TK_LBRACE || k == TK_COLON) {
            flags |= REC_FINAL;
            ps_adv(p);
        }
    }
    if (at_attribute(p) && p->kind != TK_LBRACKET)
        ps_attributes(p, attrs);
    if (p->cxx && name) {
        ps_bind(p, name, B_TYPE | (ps_class(p, name) & B_TEMPLATE));
        scope = p->undo.n;
    }
    if (p->cxx && p->kind == TK_COLON) {
        ps_adv(p);
        base_clause(p, &kids);
        if (p->kind != TK_LBRACE)
            ps_fail(p);
    }
    if (p->kind == TK_LBRACE && !(p->no_brace && !name)) {
        flags |= REC_DEFINED;
        Sym outer = p->class_name;
        bool no_gt = p->no_gt, no_brace = p->no_brace;
        p->no_gt = p->no_brace = false;
        p->class_name = p->cxx ? name : 0;
        ps_adv(p);
        if (ps_enter(p))
            while (p->kind != TK_RBRACE && p->kind != TK_EOF)
                member_item(p, &kids, CTX_CLASS);
        ps_leave(p);
        p->class_name = outer;
        p->no_gt = no_gt;
        p->no_brace = no_brace;
        if (!p->failed && p->cxx)
            ps_scope_pop(p, scope);
        if (!p->failed)
            ps_accept(p, TK_RBRACE);
    } else if (ps_node(p, kids.first)->kind == N_NONE) {
        return ps_fail(p);
    }
    NodeId n = ps_make(p, N_RECORD, begin, begin, kids);
    ps_node(p, n)->op = op;
    ps_node(p, n)->a = name;
    ps_node(p, n)->flags = flags;
    return n;
}

/* ---- enumerations ---- */

static void enumerator_item(Parser *p, Kids *out, Ctx ctx)
{
    if (p->kind == TK_PP_IF) {
        ps_alternatives(p, out, enumerator_item, ctx);
        ps_accept(p, TK_COMMA);
        return;
    }
    if (ps_at_branch_end(p)) {
        ps_drop_marker(p);
        return;
    }
    if (p->kind == TK_COMMA) {
        ps_adv(p);
        return;
    }
    Mark m = ps_mark(p);
    Sym s = ps_sym(p);
    if (p->kind == TK_IDENT && ps_peek(p) == TK_LPAREN) { /* a macro that makes enumerators */
        ps_kid(p, out, ps_macro_decl(p));
        ps_accept(p, TK_COMMA);
        return;
    }
    Kids kids = {0, 0}, attrs = {0, 0};
    if (p->kind != TK_IDENT)
        ps_fail(p);
    ps_adv(p);
    ps_attributes(p, &attrs);
    while (p->kind == TK_IDENT) /* DEPRECATED, AVAILABLE(1, 2) */
        macro_spec(p, ps_peek(p) == TK_LPAREN);
    ps_kid(p, &kids, ps_accept(p, TK_ASSIGN) ? ps_constant(p) : ps_none(p));
    if (!p->failed && p->kind != TK_COMMA && p->kind != TK_RBRACE && p->kind != TK_PP_IF &&
        !ps_at_branch_end(p) && !(p->in_view && p->kind == TK_EOF))
        ps_fail(p);
    if (!p->failed) {
        NodeId n = ps_make(p, N_ENUMERATOR, m.pos, m.pos, kids);
        ps_node(p, n)->a = s;
        ps_kid(p, out, n);
        ps_bind(p, s, B_VALUE);
        ps_accept(p, TK_COMMA);
        return;
    }
    u32 end = m.pos;
    while (p->k[end] != TK_COMMA && p->k[end] != TK_RBRACE && p->k[end] != TK_SEMI && p->k[end] != TK_EOF &&
           p->k[end] != TK_PP_ELSE && p->k[end] != TK_PP_ENDIF) {
        if (p->match[end] > end && p->k[end] != TK_PP_IF)
            end = p->match[end];
        end = ps_next(p, end);
    }
    if (end == m.pos || p->k[end] == TK_SEMI || p->k[end] == TK_EOF)
        return;
    ps_rewind(p, &m);
    if (ps_read_written(p, m.pos, end, out, enumerator_item, ctx)) {
        ps_accept(p, TK_COMMA);
        return;
    }
    ps_kid(p, out, ps_unread(p, m.pos, end, UNREAD_DECL, false));
    ps_accept(p, TK_COMMA);
}

static NodeId enumeration(Parser *p, Kids *attrs)
{
    u32 begin = p->pos, flags = 0;
    Sym name = 0;
    Kids kids = {0, 0};
    ps_adv(p);
    if (p->kind == KW_CLASS || p->kind == KW_STRUCT) {
        flags |= ENUM_CLASS;
        ps_adv(p);
    }
    tag_attributes(p, attrs);
    if (p->kind == TK_IDENT || (p->cxx && p->kind == TK_COLONCOLON)) {
        u32 at = p->pos;
        NodeId n = ps_name(p, true);
        ps_kid(p, &kids, n);
        name = p->failed ? 0 : ps_sym_at(p, ps_node(p, n)->kind == N_NAME ? at : ps_node(p, n)->tok);
        if (p->cxx)
            ps_bind(p, name, B_TYPE);
    } else {
        ps_kid_none(p, &kids);
    }
    ps_attributes(p, attrs);
    bool typed = false;
    if (p->kind == TK_COLON) {
        u32 i = ps_next(p, p->pos);
        u32 steps = 0;
        while ((ps_has(p->k[i], KP_SPEC) || p->k[i] == TK_IDENT || p->k[i] == TK_COLONCOLON) && steps++ < 16)
            i = ps_next(p, i);
        typed = p->k[i] == TK_LBRACE || (p->k[i] == TK_SEMI && p->cxx);
    }
    if (typed) {
        ps_adv(p);
        u32 at = p->pos;
        Specs s;
        bool no_brace = p->no_brace;
        p->no_brace = true;
        ps_specs(p, CTX_TYPE, &s);
        p->no_brace = no_brace;
        NodeId none = ps_none(p);
        NodeId d = ps_make(p, N_D_NAME, p->pos, p->pos, ps_kids1(none));
        ps_node(p, d)->end = p->pos;
        ps_kid(p, &kids, ps_make(p, N_TYPE_NAME, at, at, ps_kids2(p, s.node, d)));
    } else {
        ps_kid_none(p, &kids);
    }
    if (p->kind == TK_LBRACE) {
        flags |= ENUM_DEFINED;
        ps_adv(p);
        while (p->kind != TK_RBRACE && p->kind != TK_EOF)
            enumerator_item(p, &kids, CTX_CLASS);
        ps_expect(p, TK_RBRACE);
    } else if (!name) {
        return ps_fail(p);
    }
    NodeId n = ps_make(p, N_ENUM, begin, begin, kids);
    ps_node(p, n)->a = name;
    ps_node(p, n)->flags = flags;
    return n;
}

/* ---- specifiers ---- */

static const u32 spec_flag[TK_COUNT + 1] = {
    [KW_CONST] = SP_CONST,         [KW_VOLATILE] = SP_VOLATILE,   [KW_RESTRICT] = SP_RESTRICT,
    [KW_TYPEDEF] = SP_TYPEDEF,     [KW_EXTERN] = SP_EXTERN,       [KW_STATIC] = SP_STATIC,
    [KW_REGISTER] = SP_REGISTER,   [KW_THREAD_LOCAL] = SP_THREAD, [KW_INLINE] = SP_INLINE,
    [KW_NORETURN] = SP_NORETURN,   [KW_VIRTUAL] = SP_VIRTUAL,     [KW_EXPLICIT] = SP_EXPLICIT,
    [KW_FRIEND] = SP_FRIEND,       [KW_CONSTEXPR] = SP_CONSTEXPR, [KW_CONSTEVAL] = SP_CONSTEXPR,
    [KW_CONSTINIT] = SP_CONSTEXPR, [KW_MUTABLE] = SP_MUTABLE,
};

static const u32 spec_basic[TK_COUNT + 1] = {
    [KW_VOID] = BT_VOID,       [KW_CHAR] = BT_CHAR,
    [KW_SHORT] = BT_SHORT,     [KW_INT] = BT_INT,
    [KW_FLOAT] = BT_FLOAT,     [KW_DOUBLE] = BT_DOUBLE,
    [KW_SIGNED] = BT_SIGNED,   [KW_UNSIGNED] = BT_UNSIGNED,
    [KW_BOOL_] = BT_BOOL,      [KW_BOOL] = BT_BOOL,
    [KW_COMPLEX] = BT_COMPLEX, [KW_IMAGINARY] = BT_COMPLEX,
    [KW_INT128] = BT_INT128,   [KW_WCHAR] = BT_WCHAR,
    [KW_CHAR8] = BT_CHAR8,     [KW_CHAR16] = BT_CHAR16,
    [KW_CHAR32] = BT_CHAR32,   [KW_FLOAT128] = BT_FLOAT128,
    [KW_AUTO_TYPE] = BT_AUTO,  [KW_INT64_MS] = BT_LONG | BT_LONG2,
    [KW_LONG] = BT_LONG,
};

static NodeId type_of(Parser *p)
{
    u32 begin = p->pos;
    u8 op = p->kind;
    ps_adv(p);
    ps_expect(p, TK_LPAREN);
    NodeId e;
    bool no_gt = p->no_gt;
    p->no_gt = false;
    if (p->kind == KW_AUTO && ps_peek(p) == TK_RPAREN) {
        e = ps_none(p);
        ps_adv(p);
    } else if (op != KW_DECLTYPE && ps_look_type_arg(p, p->pos, false)) {
        e = ps_type_name(p, CTX_TYPE);
    } else {
        e = ps_expr(p);
    }
    p->no_gt = no_gt;
    ps_expect(p, TK_RPAREN);
    NodeId n = ps_make(p, N_TYPEOF, begin, begin, ps_kids1(e));
    ps_node(p, n)->op = op;
    return n;
}

static NodeId type_ref(Parser *p, u32 flags)
{
    u32 begin = p->pos;
    if (flags)
        ps_adv(p);
    NodeId name = ps_name(p, true);
    NodeId n = ps_make(p, N_TYPE_REF, begin, p->failed ? 0 : ps_node(p, name)->tok, ps_kids1(name));
    ps_node(p, n)->flags = flags;
    return n;
}

/* _Atomic(T) or the qualifier. */
static bool atomic_type(Parser *p, Kids *kids)
{
    u32 begin = p->pos;
    if (ps_peek(p) != TK_LPAREN)
        return false;
    ps_adv(p);
    ps_adv(p);
    NodeId t = ps_type_name(p, CTX_TYPE);
    ps_expect(p, TK_RPAREN);
    ps_kid(p, kids, ps_make(p, N_ATOMIC_TYPE, begin, begin, ps_kids1(t)));
    return true;
}

/* The identifier at the cursor; false when it is the declared name. */
static bool spec_word(Parser *p, Ctx ctx, Specs *s, Kids *kids, bool *macro)
{
    switch (ps_look_spec_word(p, ctx, s->has_type, s->flags)) {
    case SW_TYPE:
        ps_kid(p, kids, type_ref(p, 0));
        s->has_type = true;
        return true;
    case SW_MACRO:
        ps_kid(p, kids, macro_spec(p, false));
        *macro = true;
        return true;
    case SW_MACRO_ARGS:
        ps_kid(p, kids, macro_spec(p, true));
        *macro = true;
        return true;
    case SW_TYPE_ARGS:
        ps_kid(p, kids, macro_spec(p, true));
        s->has_type = *macro = true;
        return true;
    default: return false;
    }
}

void ps_specs(Parser *p, Ctx ctx, Specs *s)
{
    *s = (Specs){0};
    u32 begin = p->pos;
    Kids kids = {0, 0};
    bool macro = false, go = true;
    while (go) {
        u8 k = p->kind;
        if (spec_basic[k]) {
            s->basic |= k == KW_LONG && (s->basic & BT_LONG) ? BT_LONG2 : spec_basic[k];
            s->has_type = true;
            ps_adv(p);
            continue;
        }
        if (spec_flag[k]) {
            s->flags |= spec_flag[k];
            ps_adv(p);
            if (k == KW_EXPLICIT && p->kind == TK_LPAREN && p->cxx && ps_behind(p, p->pos))
                ps_seek(p, ps_behind(p, p->pos));
            continue;
        }
        switch (k) {
        case TK_IDENT: go = spec_word(p, ctx, s, &kids, &macro); break;
        case TK_COLONCOLON: {
            NameLook n = ps_look_name(p, p->pos, true);
            go = p->cxx && !s->has_type && n.parts && !n.special &&
                 !(p->k[n.end] == TK_LPAREN && n.last == n.before && ctx == CTX_FILE);
            if (go) {
                ps_kid(p, &kids, type_ref(p, 0));
                s->has_type = true;
            }
            break;
        }
        case KW_TYPENAME:
            ps_kid(p, &kids, type_ref(p, TR_TYPENAME));
            s->has_type = true;
            break;
        case KW_DECLTYPE: {
            u32 b = ps_behind(p, ps_next(p, p->pos));
            if (b && p->k[b] == TK_COLONCOLON)
                ps_kid(p, &kids, type_ref(p, 0));
            else
                ps_kid(p, &kids, type_of(p));
            s->has_type = true;
            break;
        }
        case KW_TYPEOF:
        case KW_TYPEOF_UNQUAL:
            ps_kid(p, &kids, type_of(p));
            s->has_type = true;
            break;
        case KW_STRUCT:
        case KW_UNION:
        case KW_CLASS: {
            NodeId n = record(p, &kids);
            ps_kid(p, &kids, n);
            s->has_type = true;
            s->defines |= !p->failed && (ps_node(p, n)->flags & REC_DEFINED);
            break;
        }
        case KW_ENUM: {
            NodeId n = enumeration(p, &kids);
            ps_kid(p, &kids, n);
            s->has_type = true;
            s->defines |= !p->failed && (ps_node(p, n)->flags & ENUM_DEFINED);
            break;
        }
        case KW_AUTO:
            if (p->cxx) {
                s->basic |= BT_AUTO;
                s->has_type = true;
            } else {
                s->flags |= SP_AUTO;
            }
            ps_adv(p);
            break;
        case KW_ATOMIC:
            if (atomic_type(p, &kids)) {
                s->has_type = true;
            } else {
                s->flags |= SP_ATOMIC;
                ps_adv(p);
            }
            break;
        case KW_ALIGNAS: ps_kid(p, &kids, alignas_spec(p)); break;
        case KW_EXTENSION: ps_adv(p); break;
        case KW_ATTRIBUTE:
        case KW_DECLSPEC: go = ps_attributes(p, &kids); break;
        case TK_LBRACKET: go = ps_peek(p) == TK_LBRACKET && ps_attributes(p, &kids); break;
        default: go = false; break;
        }
    }
    if (!s->has_type) {
        if (s->flags & SP_AUTO)
            s->basic = BT_AUTO;
        else if (!macro && !p->cxx)
            s->flags |= SP_IMPLICIT_INT;
        if (p->pos == begin && (ctx == CTX_PARAM || ctx == CTX_TYPE || ctx == CTX_TPARAM))
            ps_fail(p);
    }
    s->node = ps_make(p, N_SPECS, begin, begin, kids);
    Node *n = ps_node(p, s->node);
    if (p->pos == begin)
        n->end = begin;
    n->a = s->basic;
    n->flags = s->flags;
}
