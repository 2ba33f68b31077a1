/*
 * Comments for checks. See util_comment.h.
 */
#include "checks/util_comment.h"

static void each_of_file(CheckCtx *c, FileId file, UtilCommentFn *fn)
{
    const LexedFile *lexed = file < c->project->lexed.n ? c->project->lexed.at[file] : NULL;
    const SourceFile *f = src_file(&c->project->src, file);
    for (u32 i = 0; lexed && i < lexed->comments.n; i++) {
        const Comment *comment = &lexed->comments.at[i];
        fn(c, f->base + comment->off, f->text + comment->off, comment->len);
    }
}

/* The files whose text the unit owns are those that its tokens come from. */
void util_each_comment(CheckCtx *c, UtilCommentFn *fn)
{
    const SourceSet *src = &c->project->src;
    const Unit *u = c->unit;
    u8 *seen = arena_zalloc(c->scratch, src->files.n);
    Loc lo = 1, hi = 0; /* of the file of the token before: most have the same */
    if (u->main) {
        seen[u->main] = 1;
        each_of_file(c, u->main, fn);
    }
    for (u32 i = 0; i < u->n_stream; i++) {
        Loc loc = u->toks.at[i].loc;
        if (!loc || u->toks.at[i].exp || (loc >= lo && loc < hi))
            continue;
        FileId file = src_file_of(src, loc);
        if (!file)
            continue;
        lo = src_file(src, file)->base;
        hi = lo + src_file(src, file)->size;
        if (!seen[file] && src_file(src, file)->role != ROLE_CONTRACT)
            each_of_file(c, file, fn);
        seen[file] = 1;
    }
}
