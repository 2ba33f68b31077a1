/*
 * Sums of what was read and what was not. See coverage.h.
 */
#include "review/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"

static bool wanted_loc(const Project *p, Loc loc)
{
    FileId file = src_file_of(&p->src, loc);
    return file && src_file(&p->src, file)->wanted;
}

static void count_files(Coverage *c, const Project *p)
{
    for (FileId i = 1; i < p->src.files.n; i++) {
        const SourceFile *f = src_file(&p->src, i);
        if (f->role == ROLE_CONTRACT)
            continue;
        if (!f->wanted) {
            c->n_elsewhere++;
            continue;
        }
        c->n_files++;
        c->n_bytes += f->size;
        /* A line index has an entry behind the last newline, which is no line unless bytes follow. */
        c->n_lines += f->size == 0 ? 0 : f->n_lines - (f->text[f->size - 1] == '\n' && f->n_lines > 1);
        if (f->role == ROLE_HEADER)
            c->n_headers++;
        else if (f->lang == LANG_CXX)
            c->n_cxx++;
        else
            c->n_c++;
    }
}

static int by_size(const void *a, const void *b)
{
    const Skip *x = a, *y = b;
    if (x->tokens != y->tokens)
        return x->tokens > y->tokens ? -1 : 1;
    return x->loc < y->loc ? -1 : x->loc > y->loc;
}

typedef struct Largest {
    Skip at[2 * COVERAGE_PLACES];
    u32 n;
} Largest;

/* Sorts by size and keeps the first ones. */
static void cut_largest(Largest *l)
{
    qsort(l->at, l->n, sizeof *l->at, by_size);
    l->n = MIN(l->n, COVERAGE_PLACES);
}

/* Several unread pieces of one line (of a macro's expansion, mostly) are one place. */
static void add_unread(Coverage *c, const Project *p, Largest *largest, Skip skip)
{
    Position at = src_position(&p->src, skip.loc);
    c->n_unread_places++;
    for (u32 i = 0; i < largest->n; i++) {
        Position other = src_position(&p->src, largest->at[i].loc);
        if (other.file == at.file && other.line == at.line) {
            largest->at[i].tokens += skip.tokens;
            return;
        }
    }
    largest->at[largest->n++] = skip;
    if (largest->n == LENGTH(largest->at))
        cut_largest(largest);
}

/* Counts names; the order of first use does not matter, because they are sorted at the end. */
typedef struct NameCount {
    Map index; /* Sym -> position in names + 1 */
    VEC(CoverageName) names;
} NameCount;

static void count_name(NameCount *n, Sym name)
{
    u32 *slot = map_slot(&n->index, name, 0);
    if (*slot == 0) {
        CoverageName fresh = {.name = name};
        vec_push(&n->names, fresh);
        *slot = n->names.n;
    }
    n->names.at[*slot - 1].count++;
}

static int by_count(const void *a, const void *b)
{
    const CoverageName *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(sym_str(x->name), sym_str(y->name));
}

static void take_names(NameCount *n, CoverageNames *into)
{
    if (n->names.n)
        qsort(n->names.at, n->names.n, sizeof *n->names.at, by_count);
    for (u32 i = 0; i < n->names.n; i++)
        vec_push(into, n->names.at[i]);
    vec_release(&n->names);
    map_release(&n->index);
}

static void count_unit(Coverage *c, const Project *p, const Unit *u, NameCount *macros, Largest *largest)
{
    c->n_tokens += u->n_stream ? u->n_stream - 1 : 0;
    c->n_statements += u->n_statements;
    c->n_unread += u->n_unread;
    c->n_written_bodies += u->n_written_bodies;
    for (u32 i = 0; i < u->skips.n; i++) {
        Skip skip = u->skips.at[i];
        if (skip.why != SKIP_UNREAD)
            c->n_tokens += skip.tokens; /* unread tokens stand in the stream, the others do not */
        if (!wanted_loc(p, skip.loc))
            continue;
        c->n_left_out[skip.why] += skip.tokens;
        if (skip.why == SKIP_UNREAD)
            add_unread(c, p, largest, skip);
    }
    for (NodeId n = 1; n < u->tree.nodes.n; n++) {
        NodeKind kind = tree_kind(&u->tree, n);
        if (kind == N_MACRO_STMT || kind == N_MACRO_DECL || kind == N_MACRO_LOOP || kind == N_MACRO_SPEC)
            count_name(macros, tree_node(&u->tree, n)->a);
    }
}

static void count_missing(void *ctx, Sym name)
{
    count_name(ctx, name);
}

void coverage_collect(Coverage *c, const Project *p)
{
    count_files(c, p);
    Largest largest = {.n = 0};
    NameCount macros = {0};
    map_init(&macros.index);
    for (u32 i = 1; i < p->units.n; i++)
        count_unit(c, p, p->units.at[i], &macros, &largest);
    cut_largest(&largest);
    c->n_unread_shown = largest.n;
    memcpy(c->unread, largest.at, largest.n * sizeof *largest.at);
    take_names(&macros, &c->macros);
    NameCount missing = {0};
    map_init(&missing.index);
    for (FileId f = 1; f < p->src.files.n; f++)
        if (src_file(&p->src, f)->wanted && src_file(&p->src, f)->role != ROLE_CONTRACT)
            project_missing_headers(p, f, count_missing, &missing);
    take_names(&missing, &c->missing);
    if (p->inputs) {
        c->n_skipped_binary = p->inputs->n_skipped_binary;
        c->n_skipped_ignored = p->inputs->n_skipped_ignored;
        c->n_skipped_vendored = p->inputs->n_skipped_vendored;
    }
}

void coverage_release(Coverage *c)
{
    vec_release(&c->macros);
    vec_release(&c->missing);
}

u32 coverage_permille(const Coverage *c)
{
    u64 lost = c->n_left_out[SKIP_UNREAD] + c->n_left_out[SKIP_UNBALANCED_SPLIT] + c->n_left_out[SKIP_LIMIT];
    u64 all = c->n_tokens - MIN(c->n_tokens, c->n_left_out[SKIP_FALSE_CONDITION]);
    return all == 0 || lost == 0 ? 1000 : (u32)(1000 * (all - MIN(all, lost)) / all);
}
