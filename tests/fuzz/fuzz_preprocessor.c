/*
 * The preprocessor on arbitrary source, lenient and exact: every token has a place, expansions form a forest, and the
 * presence markers are balanced. A first byte `+` stands for C++, `!` for the exact mode.
 */
#include "syntax/project.h"

#include "fuzz.h"

static void check_unit(const Project *p, const Unit *u)
{
    u32 depth = 0;
    demand(u->n_stream > 0 && u->toks.at[u->n_stream - 1].kind == TK_EOF);
    for (u32 i = 0; i < u->n_stream; i++) {
        const Token *t = &u->toks.at[i];
        demand(t->exp < u->expansions.n);
        if (t->kind == TK_PP_IF)
            depth++;
        else if (t->kind == TK_PP_ELSE || t->kind == TK_PP_ENDIF)
            demand(depth > 0);
        if (t->kind == TK_PP_ENDIF)
            depth--;
        if (t->kind == TK_PP_IF || t->kind == TK_PP_ELSE)
            demand(t->sym < u->presence.nodes.n);
        Loc written = unit_written_loc(u, i);
        demand(t->kind == TK_EOF || t->kind == TK_PP_ENDIF || !written || src_file_of(&p->src, written) != 0);
    }
    demand(depth == 0);
    for (u32 i = 1; i < u->expansions.n; i++)
        demand(u->expansions.at[i].parent < i);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzProject f;
    Project *p = fuzz_project(&f, data, size);
    for (u32 i = 1; i < p->units.n; i++)
        check_unit(p, p->units.at[i]);
    fuzz_project_release(&f);
    return 0;
}
