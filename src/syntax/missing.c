/*
 * Which headers a file names that were not found. Called by review/ for "what this review did not cover".
 */
#include <string.h>

#include "syntax/pp_priv.h"
#include "syntax/project.h"

static bool found_with(const Project *p, const Flags *flags, FileId f, u32 directive)
{
    return project_include_target(p, flags, f, directive) != 0;
}

/* A file may be reached under the flags of several compile commands: one that leads to the header is enough. */
static bool is_found(const Project *p, FileId f, u32 directive)
{
    if (found_with(p, NULL, f, directive))
        return true;
    const Flags *last = NULL;
    for (u32 i = 0; p->inputs && i < p->inputs->files.n; i++) {
        const Flags *flags = p->inputs->files.at[i].flags;
        if (flags && flags != last && found_with(p, flags, f, directive))
            return true;
        last = flags;
    }
    return false;
}

void project_missing_headers(const Project *p, FileId f, ProjectMissingHeader *fn, void *ctx)
{
    const LexedFile *lf = f < p->lexed.n ? p->lexed.at[f] : NULL;
    for (u32 i = 0; lf && i < lf->directives.n; i++) {
        const Directive *d = &lf->directives.at[i];
        if ((d->kind != DIR_INCLUDE && d->kind != DIR_INCLUDE_NEXT && d->kind != DIR_IMPORT) ||
            d->tok + 2 >= d->end || lf->toks.at[d->tok + 2].kind != TK_STRING)
            continue;
        Sym spelling = lf->toks.at[d->tok + 2].sym; /* with its delimiters */
        const char *text = sym_str(spelling);
        u32 n = sym_len(spelling);
        if (n < 3 || (text[0] != '<' && text[0] != '"') || memchr(text, 0, n))
            continue;
        Sym name = intern_bytes(text + 1, n - 2);
        if (!project_is_system_header(sym_str(name)) && !is_found(p, f, i))
            fn(ctx, name);
    }
}
