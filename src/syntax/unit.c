/*
 * Units: lifetime, places and text of tokens; see unit.h.
 */
#include "syntax/unit.h"

#include <string.h>

#include "base/str.h"

void unit_init(Unit *u, struct Project *p, u32 index, FileId main, Lang lang)
{
    memset(u, 0, sizeof *u);
    u->project = p;
    u->index = index;
    u->main = main;
    u->lang = lang;
    arena_init(&u->arena);
    presence_init(&u->presence);
}

#define SHRINK(v)                                                 \
    do {                                                          \
        (v)->at = mem_realloc((v)->at, (v)->n * sizeof *(v)->at); \
        (v)->cap = (v)->n;                                        \
    } while (0)

void unit_settle(Unit *u)
{
    SHRINK(&u->toks);
    SHRINK(&u->expansions);
    SHRINK(&u->tree.nodes);
    SHRINK(&u->skips);
    SHRINK(&u->views);
}

void unit_release(Unit *u)
{
    vec_release(&u->toks);
    vec_release(&u->expansions);
    vec_release(&u->tree.nodes);
    vec_release(&u->skips);
    vec_release(&u->views);
    presence_release(&u->presence);
    arena_release(&u->arena);
}

u32 unit_outer_expansion(const Unit *u, u32 tok)
{
    u32 e = u->toks.at[tok].exp;
    while (e && u->expansions.at[e].parent)
        e = u->expansions.at[e].parent;
    return e;
}

Loc unit_written_loc(const Unit *u, u32 tok)
{
    const Token *t = &u->toks.at[tok];
    if (!t->exp || (t->flags & UT_FROM_ARG && !u->expansions.at[t->exp].parent))
        return t->loc;
    return u->expansions.at[unit_outer_expansion(u, tok)].loc;
}

const char *unit_text(Unit *u, u32 begin, u32 end, u32 max)
{
    Sb b;
    sb_init(&b);
    for (u32 i = begin; i < end && i < u->toks.n; i++) {
        const Token *t = &u->toks.at[i];
        if (t->kind >= TK_PP_IF && t->kind <= TK_PRAGMA)
            continue;
        if (b.n && (t->flags & (UT_SPACE | UT_BOL)))
            sb_addc(&b, ' ');
        sb_addn(&b, sym_str(t->sym), sym_len(t->sym));
        if (b.n > max) {
            b.n = max;
            sb_adds(&b, "...");
            break;
        }
    }
    const char *s = arena_strndup(&u->arena, b.s, b.n);
    sb_release(&b);
    return s;
}
