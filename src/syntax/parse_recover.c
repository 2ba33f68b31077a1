/*
 * Statements and declarations as items of lists, with recovery: what cannot be read costs the statement or the
 * declaration, not what is around it, and a function whose head cannot be read keeps its body. Private to the parser.
 */
#include "syntax/parse_priv.h"
#include "syntax/written.h"

/* ---- statements ---- */

/* Behind the unreadable statement at `begin`. A block that follows a head is left to be read as a statement of its own. */
static u32 statement_end(const Parser *p, u32 begin)
{
    if (p->k[begin] == KW_ELSE)
        return ps_next(p, begin);
    u8 before = TK_SEMI;
    for (u32 i = begin;; before = p->k[i], i = ps_next(p, i)) {
        switch (p->k[i]) {
        case TK_EOF:
        case TK_RBRACE:
        case TK_PP_ELSE:
        case TK_PP_ENDIF: return i;
        case TK_PP_IF:
            if (i > begin)
                return i;
            break;
        case TK_SEMI: return ps_next(p, i);
        case TK_LBRACE:
            if (i == begin)
                return p->match[i] ? ps_next(p, p->match[i]) : p->n - 1;
            if (before == TK_RPAREN || before == TK_IDENT || before == KW_ELSE || before == KW_DO ||
                before == KW_TRY)
                return i;
            i = p->match[i] ? p->match[i] : i;
            break;
        case TK_LPAREN:
        case TK_LBRACKET: i = p->match[i] ? p->match[i] : i; break;
        default: break;
        }
    }
}

bool ps_read_written(Parser *p, u32 begin, u32 end, Kids *out, PsItem *item, Ctx ctx)
{
    u32 vb, ve;
    Unit *u = p->u;
    if (!ps_view_is_whole(p, begin, end) || !written_view(u, begin, end, &vb, &ve))
        return false;
    ps_cover(p, vb);
    u32 eof = p->eof, unread = u->n_unread, statements = u->n_statements, skips = u->skips.n;
    Mark m = ps_mark(p);
    Kids kids = {0, 0};
    p->eof = ve;
    p->in_view = true;
    ps_seek(p, vb);
    bool good = true;
    while (p->kind != TK_EOF && good && !p->failed) {
        u32 at = p->pos;
        item(p, &kids, ctx);
        good = p->pos != at && kids.last && ps_node(p, kids.last)->kind != N_UNREAD;
    }
    good = good && p->pos >= ve && !p->failed && kids.first;
    p->eof = eof;
    p->in_view = false;
    if (!good) {
        ps_rewind(p, &m);
        u->n_unread = unread;
        u->n_statements = statements;
        u->skips.n = skips;
        return false;
    }
    for (NodeId n = kids.first; n;) {
        NodeId next = ps_node(p, n)->next;
        ps_kid(p, out, n);
        n = next;
    }
    ps_seek(p, end);
    p->prev = end - 1;
    u->n_written_bodies++;
    return true;
}

/* Does an `else` stand behind the group at the cursor, for an `if` that one branch holds? */
static bool else_follows(const Parser *p)
{
    u32 at = p->pos;
    while (p->k[at] != TK_PP_ENDIF)
        at = p->match[at];
    return p->k[ps_next(p, at)] == KW_ELSE;
}

void ps_stmt_item(Parser *p, Kids *out, Ctx ctx)
{
    Kids old = *out;
    if (p->kind == TK_PP_IF && ctx == CTX_BLOCK && else_follows(p)) {
        ps_flatten(p, p->pos);
        ps_seek(p, p->pos);
    }
    if (p->kind == TK_PP_IF) {
        ps_alternatives(p, out, ps_stmt_item, CTX_BLOCK);
        if (!p->failed)
            return;
    } else if (ps_at_branch_end(p)) {
        ps_drop_marker(p);
        return;
    } else if (p->kind == TK_RBRACE) { /* only in a branch: leave it to whoever owns the block */
        return;
    }
    for (u32 tries = 0;; tries++) {
        u32 unread = p->u->n_unread, statements = p->u->n_statements, skips = p->u->skips.n;
        Mark m = ps_mark(p);
        NodeId n = p->failed ? 0 : ps_statement(p);
        if (!p->failed) {
            ps_kid(p, out, n);
            return;
        }
        u32 end = statement_end(p, m.pos), at = p->fail_pos;
        ps_rewind(p, &m);
        ps_unkid(p, out, old);
        u8 k = p->k[at];
        if (tries < 2 && k >= TK_PP_IF && k <= TK_PP_ENDIF && ps_flatten_range(p, m.pos, MAX(end, at + 1))) {
            ps_seek(p, m.pos);
            continue;
        }
        p->u->n_unread = unread;
        p->u->n_statements = statements;
        p->u->skips.n = skips;
        if (end <= m.pos) {
            if (p->kind == TK_RBRACE || p->kind == TK_EOF || ps_at_branch_end(p))
                return;
            end = ps_next(p, m.pos);
        }
        if (m.depth >= LIMIT_PARSE_DEPTH || !ps_read_written(p, m.pos, end, out, ps_stmt_item, CTX_BLOCK)) {
            p->u->n_statements++;
            ps_kid(p, out, ps_unread(p, m.pos, end, UNREAD_STMT, false));
        }
        return;
    }
}

/* ---- declarations ---- */

/* Is the body that closes at i followed by something and a ';' rather than by the next declaration? */
static bool declarators_follow(const Parser *p, u32 i)
{
    i = ps_next(p, i);
    for (u32 steps = 0; steps < 8; steps++, i = ps_next(p, i)) {
        if (p->k[i] == TK_SEMI)
            return true;
        if (p->k[i] != TK_IDENT && p->k[i] != TK_STAR && p->k[i] != TK_COMMA && p->k[i] != TK_LBRACKET &&
            !ps_has(p->k[i], KP_TYPE))
            return false;
        if (p->k[i] == TK_LBRACKET)
            i = p->match[i] > i ? p->match[i] : i;
    }
    return false;
}

/* Behind the unreadable declaration at `begin`. */
static u32 declaration_end(const Parser *p, u32 begin)
{
    u8 before = TK_SEMI;
    bool type = false; /* a record or enum whose declarators may follow its body */
    for (u32 i = begin;; before = p->k[i], i = ps_next(p, i)) {
        switch (p->k[i]) {
        case KW_STRUCT:
        case KW_UNION:
        case KW_ENUM:
        case KW_CLASS: type = before != TK_LT && before != TK_COMMA; break;
        case TK_EOF:
        case TK_RBRACE:
        case TK_PP_ELSE:
        case TK_PP_ENDIF: return i;
        case TK_PP_IF:
            if (i > begin)
                return i;
            break;
        case TK_SEMI: return ps_next(p, i);
        case TK_LBRACE:
            if (!p->match[i])
                return ps_next(p, i);
            i = p->match[i];
            if (before == TK_ASSIGN || before == TK_COMMA || before == TK_LPAREN ||
                (type && before != TK_RPAREN && declarators_follow(p, i)))
                break;
            i = ps_next(p, i);
            return p->k[i] == TK_SEMI ? ps_next(p, i) : i;
        case TK_LPAREN:
        case TK_LBRACKET: i = p->match[i] ? p->match[i] : i; break;
        default: break;
        }
    }
}

/* The first `name (...)` at the level of [begin, end), with its body's '{' ; 0 when it is no function definition. */
static u32 find_function(const Parser *p, u32 begin, u32 end, u32 *name)
{
    *name = 0;
    u32 last = 0;
    u8 before = TK_SEMI;
    for (u32 i = begin; i < end; i = ps_next(p, i)) {
        u8 k = p->k[i];
        if (k == TK_LBRACE)
            return *name && before != TK_ASSIGN && p->match[i] ? i : 0;
        if (k == TK_ASSIGN || k == KW_STRUCT || k == KW_CLASS || k == KW_UNION || k == KW_ENUM ||
            k == KW_NAMESPACE) {
            if (k == TK_ASSIGN && before != KW_OPERATOR)
                return 0;
        }
        if (k == TK_LPAREN) {
            if (!p->match[i])
                return 0;
            if (last && !*name)
                *name = last;
            i = p->match[i];
            k = TK_RPAREN;
        }
        last = k == TK_IDENT ? i : 0;
        before = k;
        if (p->k[i] == TK_EOF)
            return 0;
    }
    return 0;
}

/* The body's '{' behind K&R parameter declarations whose list of names could not be read; 0 when there is none. */
static u32 knr_body(const Parser *p, u32 i)
{
    for (u32 steps = 0; !p->cxx && steps < LIMIT_DECL_LOOKAHEAD; steps++, i = ps_next(p, i)) {
        u8 k = p->k[i];
        if (k == TK_LBRACE)
            return p->match[i] ? i : 0;
        if (k == TK_LBRACKET && p->match[i])
            i = p->match[i];
        else if (k != TK_IDENT && k != TK_STAR && k != TK_COMMA && k != TK_SEMI &&
                 !ps_has(k, KP_TYPE | KP_QUAL))
            return 0;
    }
    return 0;
}

/* FUNC with an unread head and the body at `open`. */
static NodeId salvage(Parser *p, u32 begin, u32 name, u32 open)
{
    u32 scope = p->undo.n, paren = ps_next(p, name);
    Kids specs = {0, 0};
    if (begin < name)
        specs = ps_kids1(ps_unread(p, begin, name, UNREAD_DECL, false));
    ps_seek(p, name);
    NodeId spec = ps_make(p, N_SPECS, begin, begin, specs);
    ps_node(p, spec)->end = name;
    Sym s = ps_sym(p);
    ps_adv(p);
    NodeId n = ps_leaf(p, N_NAME, name, name);
    ps_node(p, n)->a = s;
    NodeId d = ps_make(p, N_D_NAME, name, name, ps_kids1(n));
    ps_node(p, d)->a = s;
    Kids kids = ps_kids1(d);
    Mark m = ps_mark(p);
    u32 flags = 0;
    NodeId params = ps_params(p, &flags);
    if (p->failed) {
        ps_rewind(p, &m);
        Kids unread = ps_kids1(ps_unread(p, ps_next(p, paren), p->match[paren], UNREAD_DECL, true));
        ps_seek(p, p->match[paren]);
        ps_adv(p);
        params = ps_make(p, N_PARAMS, paren, paren, unread);
    }
    ps_kid(p, &kids, params);
    ps_kid_none(p, &kids);
    NodeId func = ps_make(p, N_D_FUNC, name, paren, kids);
    ps_node(p, func)->flags = flags;
    ps_declare_params(p, func);
    ps_seek(p, open);
    kids = ps_kids2(p, spec, func);
    ps_kid_none(p, &kids);
    ps_kid(p, &kids, ps_compound(p));
    if (p->failed)
        return 0;
    ps_scope_pop(p, scope);
    return ps_make(p, N_FUNC, begin, name, kids);
}

/* Moves `end` behind the macro that it splits, to the end of the declaration found there. */
static u32 whole_expansion(const Parser *p, u32 begin, u32 end)
{
    for (u32 tries = 0; tries < 4 && end < p->u->n_stream && end > begin; tries++) {
        u32 x = unit_outer_expansion(p->u, end - 1);
        if (!x || unit_outer_expansion(p->u, end) != x || p->k[end] == TK_EOF)
            break;
        while (unit_outer_expansion(p->u, end) == x && p->k[end] != TK_EOF)
            end++;
        end = declaration_end(p, ps_hop(p, end));
    }
    return end;
}

/* The function whose body opens at `open`, with its head as it was written. */
static bool written_head(Parser *p, const Mark *m, u32 open, Kids *out)
{
    u32 vb, ve;
    if (!ps_view_is_whole(p, m->pos, open) || !written_view(p->u, m->pos, open, &vb, &ve))
        return false;
    ps_cover(p, vb);
    NodeId n = ps_function_of_view(p, m->pos, vb, ve, open);
    if (p->failed) {
        ps_rewind(p, m);
        return false;
    }
    p->u->n_written_bodies++;
    ps_kid(p, out, n);
    return true;
}

void ps_decl_item(Parser *p, Kids *out, Ctx ctx)
{
    Kids old = *out;
    if (p->kind == TK_PP_IF) {
        ps_alternatives(p, out, ps_decl_item, ctx);
        if (!p->failed)
            return;
    } else if (ps_at_branch_end(p)) {
        ps_drop_marker(p);
        return;
    } else if (p->kind == TK_RBRACE) {
        if (ctx == CTX_FILE && (!p->match[p->pos] || !p->open_spaces)) { /* closes nothing */
            p->u->n_statements++;
            ps_kid(p, out, ps_unread(p, p->pos, ps_next(p, p->pos), UNREAD_DECL, false));
        }
        return;
    }
    for (u32 tries = 0;; tries++) {
        u32 unread = p->u->n_unread, statements = p->u->n_statements, skips = p->u->skips.n;
        Mark m = ps_mark(p);
        if (!p->failed)
            ps_declaration(p, out, ctx);
        if (!p->failed)
            return;
        u32 end = declaration_end(p, m.pos), at = p->fail_pos;
        ps_rewind(p, &m);
        ps_unkid(p, out, old);
        u8 k = p->k[at];
        if (tries < 2 && k >= TK_PP_IF && k <= TK_PP_ENDIF && ps_flatten_range(p, m.pos, MAX(end, at + 1))) {
            ps_seek(p, m.pos);
            continue;
        }
        p->u->n_unread = unread;
        p->u->n_statements = statements;
        p->u->skips.n = skips;
        if (end <= m.pos) {
            if (p->kind == TK_RBRACE || p->kind == TK_EOF || ps_at_branch_end(p))
                return;
            end = ps_next(p, m.pos);
        }
        bool deep = m.depth >= LIMIT_PARSE_DEPTH;
        end = whole_expansion(p, m.pos, end);
        u32 name = 0, open = deep ? 0 : find_function(p, m.pos, end, &name);
        p->u->n_statements++;
        if (!open && !deep && name && ps_has_expansion(p, m.pos, end))
            open = knr_body(p, end);
        u32 head = open ? open : p->k[end] == TK_LBRACE && p->match[end] ? end : 0;
        if (head && !deep && written_head(p, &m, head, out))
            return;
        p->u->n_statements--;
        if (!deep && ps_read_written(p, m.pos, end, out, ps_decl_item, ctx))
            return;
        p->u->n_statements++;
        if (open) {
            NodeId n = salvage(p, m.pos, name, open);
            if (!p->failed) {
                ps_kid(p, out, n);
                return;
            }
            ps_rewind(p, &m);
        }
        ps_kid(p, out, ps_unread(p, m.pos, end, UNREAD_DECL, false));
        return;
    }
}
