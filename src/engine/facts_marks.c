/*
 * Marks on a unit's tokens: one pass over them, which lie side by side, spares the walk nearly all of the tree. See facts_priv.h.
 */
#include <stdlib.h>

#include "base/limits.h"
#include "engine/facts_priv.h"
#include "syntax/project.h"

/* The name of a variable that a function keeps: tracked until the block ends that declares it. */
typedef struct Block {
    u32 braces; /* open around it */
    Sym sym;
    u32 before; /* FactWorker.name_of around it */
} Block;

typedef struct Pass {
    const Unit *u;
    FactWorker *w;
    FactMarks *m;
    VEC(Block) open;
    u32 braces;
} Pass;

bool fact_in_main(const Unit *u, u32 tok)
{
    const SourceFile *main = src_file(&u->project->src, u->main);
    Loc loc = unit_written_loc(u, tok);
    return loc >= main->base && loc <= main->base + main->size;
}

static void track(Pass *p, Sym name)
{
    u32 *slot = &p->w->name_of[name];
    if (*slot && !(*slot & FACT_ELSEWHERE))
        return;
    vec_push(&p->open, ((Block){.braces = p->braces, .sym = name, .before = *slot}));
    vec_push(&p->m->statics, name);
    *slot = *slot ? *slot & ~FACT_ELSEWHERE : FACT_LOCAL;
}

/* Reads the declarators behind a `static` and tracks the names of objects that are not const. True when it declares an object. What
 * this overlooks is not tracked, and so is taken for changed. */
static bool read_static(Pass *p, u32 at)
{
    const Token *toks = p->u->toks.at;
    u32 end = MIN(p->u->toks.n, at + LIMIT_DECL_LOOKAHEAD), depth = 0;
    Sym last = 0;
    bool is_object = false, is_const = false, in_init = false;
    for (u32 i = at + 1; i < end; i++) {
        bool outside = !depth && !in_init, names = false;
        switch (toks[i].kind) {
        case TK_EOF: return is_object;
        case TK_IDENT: last = outside ? toks[i].sym : last; break;
        case KW_CONST: is_const |= outside; break;
        case TK_STAR: is_const &= !outside; break;
        case TK_LPAREN:
            if (outside && toks[i - 1].kind != TK_RPAREN) {
                u32 inner = i + 1;
                while (inner < end && toks[inner].kind == TK_STAR)
                    inner++;
                if (inner == i + 1 && last)
                    return is_object; /* a function */
                names = inner > i + 1 && inner < end && toks[inner].kind == TK_IDENT;
                last = names ? toks[inner].sym : 0;
                is_const = false;
            }
            depth++;
            break;
        case TK_LBRACKET:
            names = outside;
            depth++;
            break;
        case TK_LBRACE: depth++; break;
        case TK_RPAREN:
        case TK_RBRACKET:
        case TK_RBRACE:
            if (!depth)
                return is_object;
            depth--;
            break;
        case TK_ASSIGN:
        case TK_COMMA:
        case TK_SEMI:
            names = outside;
            if (!depth)
                in_init = toks[i].kind == TK_ASSIGN;
            break;
        default: break;
        }
        if (names && last) {
            is_object = true;
            if (!is_const)
                track(p, last);
        }
        if (toks[i].kind == TK_SEMI && !depth)
            return is_object;
    }
    return is_object;
}

/* Can the token mean an object of that name? One that only other units see is out of reach for the main file. */
static bool is_visible(const Pass *p, u32 name, u32 tok)
{
    return !(name & FACT_ELSEWHERE) || name == FACT_LOCAL || !fact_in_main(p->u, tok);
}

static void mark_stream(Pass *p)
{
    const u32 *name_of = p->w->name_of;
    for (u32 i = 0; i < p->u->n_stream; i++) {
        const Token *tok = &p->u->toks.at[i];
        switch (tok->kind) {
        case TK_IDENT:
            if (name_of[tok->sym] && is_visible(p, name_of[tok->sym], i))
                vec_push(&p->m->at, i);
            break;
        case TK_LBRACE: p->braces++; break;
        case TK_RBRACE:
            p->braces -= p->braces > 0;
            while (p->open.n && vec_last(&p->open).braces > p->braces) {
                Block b = vec_pop(&p->open);
                p->w->name_of[b.sym] = b.before;
            }
            break;
        case KW_STATIC: /* those outside of braces are in the index */
            if (p->braces && read_static(p, i))
                vec_push(&p->m->at, i);
            break;
        default: break;
        }
    }
    while (p->open.n) {
        Block b = vec_pop(&p->open);
        p->w->name_of[b.sym] = b.before;
    }
}

static int ascending(const void *a, const void *b)
{
    const u32 *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* What was read as written lies behind the stream: the way to it, which is in the stream, is marked, too. */
static void mark_views(Pass *p)
{
    FactMarks *m = p->m;
    u32 n = m->at.n;
    for (u32 v = 0; v < p->u->views.n; v++) {
        const WrittenView *view = &p->u->views.at[v];
        bool any = false;
        for (u32 i = view->begin; i < view->end; i++)
            if (p->u->toks.at[i].kind == TK_IDENT && p->w->name_of[p->u->toks.at[i].sym]) {
                vec_push(&m->at, i);
                any = true;
            }
        if (any)
            vec_push(&m->at, view->at);
    }
    if (m->at.n > n)
        qsort(m->at.at, m->at.n, sizeof *m->at.at, ascending);
}

void fact_marks_make(FactMarks *m, const Unit *u, FactWorker *w)
{
    Pass p = {.u = u, .w = w, .m = m};
    mark_stream(&p);
    for (u32 i = 0; i < m->statics.n; i++)
        if (!w->name_of[m->statics.at[i]])
            w->name_of[m->statics.at[i]] = FACT_LOCAL;
    mark_views(&p);
    vec_release(&p.open);
}

void fact_marks_release(FactMarks *m, FactWorker *w)
{
    for (u32 i = 0; i < m->statics.n; i++)
        if (w->name_of[m->statics.at[i]] == FACT_LOCAL)
            w->name_of[m->statics.at[i]] = 0;
    vec_release(&m->at);
    vec_release(&m->statics);
}

bool fact_marked(FactMarks *m, const Node *x)
{
    u32 c = m->cursor, n = m->at.n;
    const u32 *at = m->at.at;
    if (!((c == n || at[c] >= x->begin) && (c == 0 || at[c - 1] < x->begin))) {
        u32 low = 0, high = n;
        while (low < high) {
            u32 middle = low + (high - low) / 2;
            if (at[middle] < x->begin)
                low = middle + 1;
            else
                high = middle;
        }
        m->cursor = c = low;
    }
    return c < n && at[c] < x->end;
}
