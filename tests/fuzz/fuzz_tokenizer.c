/*
 * The tokenizer on arbitrary bytes: tokens, comments and directives ascend, lie inside the file and do not overlap, and
 * what is between tokens is white space, comments and splices.
 */
#include "source/source.h"
#include "syntax/lex.h"

#include "fuzz.h"

static void check_tokens(const LexedFile *lf, const SourceFile *f)
{
    u32 end = 0;
    demand(lf->toks.n > 0 && lf->toks.at[lf->toks.n - 1].kind == TK_EOF);
    for (u32 i = 0; i < lf->toks.n; i++) {
        const FileToken *t = &lf->toks.at[i];
        demand(t->off >= end && t->off + t->len <= f->size);
        demand(t->kind == TK_EOF ? i + 1 == lf->toks.n : t->len > 0 && t->sym != 0);
        demand(t->flags & FT_SPLICED || t->kind == TK_EOF || sym_len(t->sym) <= t->len);
        end = t->off + t->len;
    }
    end = 0;
    for (u32 i = 0; i < lf->comments.n; i++) {
        const Comment *c = &lf->comments.at[i];
        demand(c->off >= end && c->len >= 2 && c->off + c->len <= f->size && f->text[c->off] == '/');
        end = c->off + c->len;
    }
}

static void check_directives(const LexedFile *lf)
{
    u32 end = 0;
    for (u32 i = 0; i < lf->directives.n; i++) {
        const Directive *d = &lf->directives.at[i];
        demand(d->tok >= end && d->end > d->tok && d->end <= lf->toks.n);
        demand(d->next == 0 || (d->next > i && d->next < lf->directives.n));
        demand(d->macro <= lf->macros.n);
        end = d->end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_start();
    Diags diags;
    SourceSet set;
    NameFacts names = {0};
    diags_init(&diags);
    src_init(&set, &diags);
    FileId id = src_add_bytes(&set, "input.cpp", (const char *)data, size, LANG_CXX, ROLE_MAIN, true);
    if (id) {
        LexedFile *lf = lex_file(&set, id);
        check_tokens(lf, src_file(&set, id));
        check_directives(lf);
        lex_harvest_names(lf, size % 2 ? LANG_C : LANG_CXX, &names);
        lex_free(lf);
    }
    names_release(&names);
    src_release(&set);
    diags_release(&diags);
    return 0;
}
