/*
 * The written view of a token range; see written.h. Each outermost expansion in the range is replaced by the
 * tokens of its invocation.
 */
#include "syntax/written.h"

#include "syntax/project.h"

static void add_invocation(Unit *u, const Expansion *e)
{
    const LexedFile *lf = u->project->lexed.at[e->file];
    Loc base = src_file(&u->project->src, e->file)->base;
    u32 d = 0;
    for (u32 i = e->first; i <= e->last; i++) {
        const FileToken *f = &lf->toks.at[i];
        if (f->kind == TK_HASH && (f->flags & FT_BOL)) { /* a directive between the arguments */
            while (d < lf->directives.n && lf->directives.at[d].tok < i)
                d++;
            if (d < lf->directives.n && lf->directives.at[d].tok == i) {
                i = lf->directives.at[d].end - 1;
                continue;
            }
        }
        u8 flags = (u8)((f->flags & FT_BOL ? UT_BOL : 0) | (f->flags & FT_SPACE ? UT_SPACE : 0));
        Token t = {.loc = base + f->off, .sym = f->sym, .kind = f->kind, .flags = flags};
        if (t.kind == TK_IDENT)
            t.kind = (u8)token_kind_of_word(t.sym, u->lang);
        vec_push(&u->toks, t);
    }
}

bool written_view(Unit *u, u32 begin, u32 end, u32 *out_begin, u32 *out_end)
{
    bool any = false;
    for (u32 i = begin; i < end && !any; i++)
        any = u->toks.at[i].exp != 0;
    if (!any)
        return false;
    *out_begin = u->toks.n;
    u32 done = 0;
    for (u32 i = begin; i < end; i++) {
        u32 e = unit_outer_expansion(u, i);
        if (!e) {
            Token t = u->toks.at[i];
            vec_push(&u->toks, t);
            done = 0;
            continue;
        }
        if (e == done)
            continue;
        done = e;
        const Expansion *x = &u->expansions.at[e];
        if (x->file) {
            add_invocation(u, x);
        } else { /* no place to read it from: keep what there is */
            Token t = u->toks.at[i];
            vec_push(&u->toks, t);
            done = 0;
        }
    }
    *out_end = u->toks.n;
    vec_push(&u->views, ((WrittenView){.at = begin, .begin = *out_begin, .end = *out_end}));
    Token eof = {.loc = u->toks.at[end < u->n_stream ? end : u->n_stream - 1].loc, .kind = TK_EOF};
    vec_push(&u->toks, eof);
    return true;
}
