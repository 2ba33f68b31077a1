/*
 * Reads a project; see project.h. First all files are found and tokenized, wave by wave along their
 * includes, then every unit is preprocessed and parsed in parallel, then the index is made. A header with an include
 * guard belongs to the first unit that reaches it; the others replay only its directives.
 */
#include "syntax/project.h"

#include <string.h>

#include "base/embed.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/str.h"
#include "syntax/library.h"
#include "syntax/parse.h"
#include "syntax/pp.h"
#include "syntax/pp_priv.h"
#include "syntax/thin.h"

/* What the #include directives of a file lead to under one set of flags. */
typedef struct Edges {
    FileId *targets; /* by directive; 0: not found or no include */
    u32 n;
} Edges;

typedef VEC(FileId) FileIds;

typedef struct IncludeGraph {
    Map flag_sets; /* address of Flags -> number from 1; 0: none */
    Map edges_of;  /* flag set << 32 | file -> index into edges */
    VEC(Edges) edges;
    Map by_path;            /* hash of the path on disk -> file + 1 */
    VEC(const char *) disk; /* path on disk by FileId, or NULL */
    VEC(u32) owner;         /* unit by FileId; UINT32_MAX: none */
    VEC(FileIds) loose;     /* by unit: the headers it owns, in the order they are reached */
    Map suffixes;           /* hash of the base name -> first file of that base name */
    VEC(u32) same_base;     /* next file of the same base name, by FileId */
    Map on_demand; /* hash of a system header's name -> its contract file, for those with only_if_included */
    Arena arena;
} IncludeGraph;

typedef struct Pending {
    u32 flag_set;
    const Flags *flags;
    FileId file;
} Pending;

static u64 hash_path(const char *s)
{
    u64 h = 1469598103934665603ull;
    for (; *s; s++)
        h = (h ^ (u8)*s) * 1099511628211ull;
    return h;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Headers of other libraries than the system's are taken from the project's tree where it has them. */
bool project_is_system_header(const char *name)
{
    for (size_t i = 0; i < embed_contracts_count; i++) {
        const char *path = embed_contracts[i].path, *slash = strchr(path, '/');
        if (slash && strcmp(slash + 1, name) == 0 &&
            (str_starts(path, "libc/") || str_starts(path, "posix/")))
            return true;
    }
    return false;
}

/* ---- files ---- */

static void note_file(Project *p, FileId f, const char *disk)
{
    IncludeGraph *g = p->includes;
    while (g->disk.n <= f) {
        vec_push(&g->disk, NULL);
        vec_push(&g->owner, UINT32_MAX);
        vec_push(&g->same_base, 0);
        vec_push(&p->lexed, NULL);
    }
    g->disk.at[f] = disk;
    const char *path = disk ? disk : src_file(&p->src, f)->path;
    if (disk)
        map_put(&g->by_path, hash_path(disk), f + 1);
    u32 *head = map_slot(&g->suffixes, hash_path(base_name(path)), 0);
    g->same_base.at[f] = *head;
    *head = f;
}

typedef struct LexJob {
    Project *p;
    FileId *files;
} LexJob;

static void lex_job(void *ctx, u32 i, u32 worker)
{
    (void)worker;
    LexJob *j = ctx;
    j->p->lexed.at[j->files[i]] = lex_file(&j->p->src, j->files[i]);
}

static void lex_wave(Project *p, FileId from)
{
    VEC(FileId) todo = {0};
    for (FileId f = from; f < p->src.files.n; f++)
        if (f < p->lexed.n && !p->lexed.at[f])
            vec_push(&todo, f);
    LexJob j = {p, todo.at};
    pool_run(p->options.jobs, todo.n, lex_job, &j);
    vec_release(&todo);
}

/* ---- includes ---- */

static u32 flag_set_of(IncludeGraph *g, const Flags *flags)
{
    if (!flags)
        return 0;
    u32 *slot = map_slot(&g->flag_sets, (u64)(uintptr_t)flags, 0);
    if (!*slot)
        *slot = g->flag_sets.n;
    return *slot;
}

static const Edges *edges_of(const IncludeGraph *g, u32 flag_set, FileId f)
{
    u32 i = map_get(&g->edges_of, (u64)flag_set << 32 | f, UINT32_MAX);
    return i == UINT32_MAX ? NULL : &g->edges.at[i];
}

FileId project_include_target(const Project *p, const Flags *flags, FileId from, u32 directive)
{
    const IncludeGraph *g = p->includes;
    u32 set = flags ? map_get(&g->flag_sets, (u64)(uintptr_t)flags, 0) : 0;
    const Edges *e = edges_of(g, set, from);
    return e && directive < e->n ? e->targets[directive] : 0;
}

FileId project_contract_on_demand(const Project *p, const char *name)
{
    return map_get(&p->includes->on_demand, hash_path(name), 0);
}

FileId project_file_by_suffix(const Project *p, const char *name)
{
    const IncludeGraph *g = p->includes;
    size_t n = strlen(name);
    FileId best = 0;
    for (FileId f = map_get(&g->suffixes, hash_path(base_name(name)), 0); f; f = g->same_base.at[f]) {
        const char *path = g->disk.at[f] ? g->disk.at[f] : src_file(&p->src, f)->path;
        size_t m = strlen(path);
        if (m >= n && strcmp(path + m - n, name) == 0 && (m == n || path[m - n - 1] == '/') &&
            src_file(&p->src, f)->role != ROLE_CONTRACT)
            best = f; /* the chain runs from new to old: the oldest wins */
    }
    return best;
}

/* Spelling of an include's name without its delimiters, or NULL for a computed one. */
static const char *include_name(IncludeGraph *g, const LexedFile *lf, const Directive *d, bool *angled)
{
    if (d->tok + 2 >= d->end || lf->toks.at[d->tok + 2].kind != TK_STRING)
        return NULL;
    Sym s = lf->toks.at[d->tok + 2].sym;
    const char *text = sym_str(s);
    u32 n = sym_len(s);
    *angled = text[0] == '<';
    if (n < 3 || (text[0] != '<' && text[0] != '"') || memchr(text, 0, n))
        return NULL;
    return arena_strndup(&g->arena, text + 1, n - 2);
}

static FileId resolve(Project *p, const Pending *from, const Directive *d)
{
    IncludeGraph *g = p->includes;
    const LexedFile *lf = p->lexed.at[from->file];
    bool angled = false;
    const char *name = include_name(g, lf, d, &angled);
    if (!name)
        return 0;
    const char *path = inputs_find_header(p->inputs, g->disk.at[from->file], from->flags, name, angled,
                                          d->kind == DIR_INCLUDE_NEXT, project_is_system_header);
    if (!path)
        return 0;
    u32 known = map_get(&g->by_path, hash_path(path), 0);
    if (known)
        return known - 1;
    FileId f = src_add_path(&p->src, path, NULL, src_file(&p->src, from->file)->lang, ROLE_HEADER);
    if (f)
        note_file(p, f, path);
    else
        map_put(&g->by_path, hash_path(path), 1); /* not readable: said once */
    return f;
}

/* Finds all headers that the main files reach. */
static void discover(Project *p, const FileId *mains, u32 n_mains, FileId first_input)
{
    IncludeGraph *g = p->includes;
    VEC(Pending) work = {0};
    for (u32 i = 0; i < n_mains; i++) {
        if (!mains[i])
            continue;
        const Flags *flags = p->inputs->files.at[i].flags;
        Pending x = {flag_set_of(g, flags), flags, mains[i]};
        vec_push(&work, x);
    }
    for (u32 i = 0; i < work.n;) {
        u32 wave = work.n;
        for (; i < wave; i++) {
            Pending x = work.at[i];
            u64 key = (u64)x.flag_set << 32 | x.file;
            const LexedFile *lf = p->lexed.at[x.file];
            if (!lf || map_has(&g->edges_of, key))
                continue;
            Edges e = {arena_array(&g->arena, FileId, lf->directives.n), lf->directives.n};
            map_put(&g->edges_of, key, g->edges.n);
            vec_push(&g->edges, e);
            for (u32 d = 0; d < lf->directives.n; d++) {
                u8 k = lf->directives.at[d].kind;
                if (k != DIR_INCLUDE && k != DIR_INCLUDE_NEXT && k != DIR_IMPORT)
                    continue;
                FileId f = resolve(p, &x, &lf->directives.at[d]);
                e.targets[d] = f;
                if (f) {
                    Pending next = {x.flag_set, x.flags, f};
                    vec_push(&work, next);
                }
            }
        }
        lex_wave(p, first_input);
    }
    vec_release(&work);
}

/* ---- units ---- */

static bool is_modular(const Project *p, FileId f)
{
    const LexedFile *lf = p->lexed.at[f];
    return lf && (lf->guard || lf->pragma_once);
}

/* Gives every guarded header that the unit reaches and nobody owns yet to the unit. */
static void own_headers(Project *p, u32 unit, FileId main, const Flags *flags, u32 *epoch_seen, u32 epoch)
{
    IncludeGraph *g = p->includes;
    u32 set = flags ? map_get(&g->flag_sets, (u64)(uintptr_t)flags, 0) : 0;
    VEC(FileId) stack = {0};
    vec_push(&stack, main);
    epoch_seen[main] = epoch;
    while (stack.n) {
        FileId f = vec_pop(&stack);
        if (f != main && is_modular(p, f) && g->owner.at[f] == UINT32_MAX) {
            g->owner.at[f] = unit;
            vec_push(&g->loose.at[unit], f);
        } else if (f != main && is_modular(p, f) && g->owner.at[f] != unit) {
            continue; /* what it includes has an owner as well */
        } else if (f != main && g->owner.at[f] == UINT32_MAX) {
            g->owner.at[f] = UINT32_MAX - 1; /* read wherever it is included */
        }
        const Edges *e = edges_of(g, set, f);
        for (u32 d = e ? e->n : 0; d-- > 0;) {
            FileId t = e->targets[d];
            if (t && epoch_seen[t] != epoch) {
                epoch_seen[t] = epoch;
                vec_push(&stack, t);
            }
        }
    }
    vec_release(&stack);
}

bool project_unit_owns(const Project *p, const Unit *u, FileId f)
{
    return f < p->includes->owner.n && p->includes->owner.at[f] == u->index;
}

static Unit *add_unit(Project *p, FileId main, Lang lang)
{
    Unit *u = mem_zalloc(1, sizeof *u);
    unit_init(u, p, p->units.n, main, lang);
    vec_push(&p->units, u);
    vec_reserve(&p->includes->loose, p->units.n);
    memset(&p->includes->loose.at[p->includes->loose.n], 0, sizeof p->includes->loose.at[0]);
    p->includes->loose.n++;
    p->includes->owner.at[main] = u->index;
    return u;
}

typedef struct ParseJob {
    Project *p;
    Pp **pps;                 /* by worker */
    ParseScratch **scratches; /* by worker */
    const Flags **flags;      /* by unit */
    u32 first;
} ParseJob;

static void read_unit(Project *p, Pp *pp, ParseScratch *scratch, u32 i, const Flags *flags)
{
    Unit *u = p->units.at[i];
    pp_run(pp, u, flags, p->includes->loose.at[i].at, p->includes->loose.at[i].n);
    parse_unit_with(u, &p->names, scratch);
}

static void parse_job(void *ctx, u32 i, u32 worker)
{
    ParseJob *j = ctx;
    if (!j->pps[worker])
        j->pps[worker] = pp_new(j->p);
    if (!j->scratches[worker])
        j->scratches[worker] = parse_scratch_new();
    u32 unit = j->first + i;
    read_unit(j->p, j->pps[worker], j->scratches[worker], unit, j->flags[unit]);
    unit_settle(j->p->units.at[unit]);
}

/* ---- contracts: unit 0 ---- */

enum { WORD_USED = 1, WORD_OF_SYSTEM };

static bool is_system_contract(const char *path)
{
    return str_starts(path, "libc/") || str_starts(path, "posix/") || str_starts(path, "common/");
}

static Lang contract_lang(const char *path)
{
    return library_is_cxx(path) ? LANG_CXX : LANG_C;
}

/* Names such as string, list and map are types in C++ only; they would mislead the reading of C. */
static bool any_cxx(const Project *p)
{
    for (u32 i = 0; i < p->inputs->files.n; i++)
        if (p->inputs->files.at[i].lang == LANG_CXX)
            return true;
    return false;
}

static void lex_contract(Project *p, FileId f)
{
    p->lexed.at[f] = lex_file(&p->src, f);
    lex_contract_pragmas(p->lexed.at[f], &p->names);
}

/* Adds the contract headers, which are the first files of every run, and tokenizes the system's. */
static void lex_contracts(Project *p)
{
    FileId empty = src_add_bytes(&p->src, "<contracts>", "", 0, LANG_CXX, ROLE_CONTRACT, true);
    note_file(p, empty, NULL);
    p->lexed.at[empty] = lex_file(&p->src, empty);
    add_unit(p, empty, LANG_CXX);
    for (size_t i = 0; i < embed_contracts_count && !p->options.no_contracts; i++) {
        const EmbeddedFile *e = &embed_contracts[i];
        FileId f =
            src_add_bytes(&p->src, e->path, e->data, e->size, contract_lang(e->path), ROLE_CONTRACT, true);
        if (!f)
            continue;
        note_file(p, f, NULL);
        if (is_system_contract(e->path) && !p->options.thin_contracts)
            lex_contract(p, f);
    }
}

/* ---- contracts of what the project names ---- */

typedef struct Used {
    u8 *words; /* by Sym: WORD_ */
    u32 n;
} Used;

static void mark_system_word(void *ctx, u32 sym)
{
    Used *used = ctx;
    if (sym < used->n)
        used->words[sym] = WORD_OF_SYSTEM;
}

/* Can all names of functions be seen in the project's files? Not those that macros paste together, or that the command line brings. */
static bool names_are_plain(const Project *p, FileId first_input, const Used *used)
{
    if (p->inputs->options.n_defines || any_cxx(p))
        return false;
    for (u32 i = 0; i < p->inputs->files.n; i++)
        if (p->inputs->files.at[i].flags && p->inputs->files.at[i].flags->n_defines)
            return false;
    for (FileId f = first_input; f < p->src.files.n; f++)
        for (u32 i = 0; p->lexed.at[f] && i < p->lexed.at[f]->macros.n; i++)
            if (p->lexed.at[f]->macros.at[i].flags & MF_PASTES)
                return false;
    for (Sym s = 1; s < used->n; s++) /* __builtin_memcpy has the contract of memcpy */
        if (used->words[s] && sym_str(s)[0] == '_' && str_starts(sym_str(s), "__builtin_"))
            return false;
    return true;
}

/* Tokenizes the system's contracts, of which only the functions that the project names matter. mark: words of what is left out are
 * still noted as the system's. */
static void lex_thin_contracts(Project *p, FileId first_input, Used *used, bool mark)
{
    bool thin = names_are_plain(p, first_input, used);
    for (int pass = thin ? 0 : 1; pass < 2; pass++)
        for (FileId f = 2; f < first_input; f++) {
            SourceFile *sf = &p->src.files.at[f];
            if (!is_system_contract(sf->path))
                continue;
            if (pass == 0) {
                thin_note_macros(sf->text, sf->size);
                continue;
            }
            if (thin && sf->lang == LANG_C)
                thin_header((char *)sf->text, sf->size, mark ? mark_system_word : NULL,
                            used); /* the set's own copy */
            lex_contract(p, f);
        }
}

/* Can the project use another library than the system's? Not if all that it includes is its own or the system's. Where a header of its own
 * is missing, or nothing is included at all (a snippet), there is no telling. */
static bool may_use_libraries(const Project *p, FileId first_input)
{
    Map names = {0};
    for (FileId f = 2; f < first_input; f++)
        if (!is_system_contract(src_file(&p->src, f)->path))
            map_put(&names, hash_path(base_name(src_file(&p->src, f)->path)), 1);
    bool may = false;
    const IncludeGraph *g = p->includes;
    for (FileId f = first_input; f < p->src.files.n && !may; f++) {
        const LexedFile *lf = p->lexed.at[f];
        const Edges *e = edges_of(g, 0, f);
        bool any = false;
        for (u32 d = 0; lf && d < lf->directives.n && !may; d++) {
            const Directive *dir = &lf->directives.at[d];
            if (dir->kind != DIR_INCLUDE && dir->kind != DIR_INCLUDE_NEXT && dir->kind != DIR_IMPORT)
                continue;
            any = true;
            bool angled = false;
            const char *name = include_name(p->includes, lf, dir, &angled);
            if (!name) { /* computed, or broken */
                may = true;
                continue;
            }
            /* <QSslSocket>: headers of C++ libraries without a suffix are named after their classes, not after our files. */
            bool looks_own = !angled || !strchr(base_name(name), '.');
            may = map_has(&names, hash_path(base_name(name))) || (looks_own && (!e || !e->targets[d]));
        }
        may |= lf && !any && src_file(&p->src, f)->role == ROLE_MAIN;
    }
    map_release(&names);
    return may;
}

/* Is any word that the contract header introduces (not a keyword, not a word of the system's headers) used by the project? */
static bool is_wanted_contract(const LexedFile *lf, const u8 *used, u32 n_used)
{
    for (u32 i = 0; i + 1 < lf->toks.n; i++) {
        const FileToken *t = &lf->toks.at[i];
        if (t->kind == TK_IDENT && t->sym < n_used && used[t->sym] == WORD_USED &&
            (lf->toks.at[i + 1].kind == TK_LPAREN || sym_len(t->sym) > 6))
            return true;
    }
    return false;
}

/* Preprocesses and parses the contracts as unit 0: the system's, and of other libraries those of which the project uses a word. */
static void read_contracts(Project *p, FileId first_input)
{
    u32 n = sym_count();
    u8 *used = mem_zalloc(n, 1);
    bool cxx = any_cxx(p);
    Sym std = intern_str("std");
    for (FileId f = first_input; f < p->src.files.n; f++)
        for (u32 i = 0; p->lexed.at[f] && i < p->lexed.at[f]->toks.n; i++)
            if (p->lexed.at[f]->toks.at[i].kind == TK_IDENT)
                used[p->lexed.at[f]->toks.at[i].sym] = WORD_USED;
    bool may = may_use_libraries(p, first_input);
    if (p->options.thin_contracts) {
        Used words = {.words = used, .n = n};
        lex_thin_contracts(p, first_input, &words, may);
    }
    for (int libraries = 0; libraries < 1 + may; libraries++) {
        for (FileId f = 2; f < first_input; f++) {
            const SourceFile *sf = src_file(&p->src, f);
            if (libraries == 1 && !p->lexed.at[f])
                lex_contract(p, f);
            LexedFile *lf = p->lexed.at[f];
            bool system = is_system_contract(sf->path);
            if (system == (libraries == 1) || !lf)
                continue;
            for (u32 i = 0; system && i < lf->toks.n; i++)
                if (lf->toks.at[i].kind == TK_IDENT && lf->toks.at[i].sym < n)
                    used[lf->toks.at[i].sym] = WORD_OF_SYSTEM;
            /* The C++ library is found by its namespace: its own names are short, or those of C too (getline, cin). */
            bool standard = cxx && std < n && used[std] && str_starts(sf->path, "cxx/");
            if (!system && !standard && ((sf->lang == LANG_CXX && !cxx) || !is_wanted_contract(lf, used, n)))
                continue;
            lex_harvest_names(lf, sf->lang, &p->names);
            if (lf->only_if_included) {
                const char *slash = strchr(sf->path, '/');
                map_put(&p->includes->on_demand, hash_path(slash ? slash + 1 : sf->path), f);
                continue;
            }
            p->includes->owner.at[f] = 0;
            vec_push(&p->includes->loose.at[0], f);
        }
    }
    mem_free(used);
    Pp *pp = pp_new(p);
    ParseScratch *scratch = parse_scratch_new();
    read_unit(p, pp, scratch, 0, NULL);
    parse_scratch_free(scratch);
    p->macros = pp_macro_base(pp);
    pp_free(pp);
    index_add_unit(&p->index, p->units.at[0]);
}

/* ---- the whole ---- */

static void add_inputs(Project *p, FileId *mains)
{
    for (u32 i = 0; i < p->inputs->files.n; i++) {
        const InputFile *in = &p->inputs->files.at[i];
        FileRole role = in->is_header ? ROLE_HEADER : ROLE_MAIN;
        if (in->bytes)
            mains[i] = src_add_bytes(&p->src, in->shown_path, in->bytes, in->size, in->lang, role, true);
        else
            mains[i] = src_add_path(&p->src, in->disk_path, in->shown_path, in->lang, role);
        if (!mains[i])
            continue;
        p->src.files.at[mains[i]].wanted = true;
        note_file(p, mains[i], in->disk_path);
    }
}

typedef VEC(const Flags *) FlagsList;

static void add_units(Project *p, const FileId *mains, FlagsList *flags)
{
    u32 *seen = mem_zalloc(p->src.files.n, sizeof *seen);
    vec_push(flags, NULL); /* unit 0 */
    u32 epoch = 0;
    for (int headers = 0; headers < 2; headers++) {
        for (u32 i = 0; i < p->inputs->files.n; i++) {
            const InputFile *in = &p->inputs->files.at[i];
            if (!mains[i] || in->is_header != (headers == 1))
                continue;
            if (headers && p->includes->owner.at[mains[i]] != UINT32_MAX)
                continue; /* some unit includes it */
            const Flags *f = in->flags;
            Unit *u = add_unit(p, mains[i], f && f->lang_known ? f->lang : in->lang);
            vec_push(flags, f);
            own_headers(p, u->index, mains[i], f, seen, ++epoch);
        }
    }
    mem_free(seen);
}

static void harvest(Project *p, FileId from)
{
    for (FileId f = from; f < p->src.files.n; f++) {
        const SourceFile *sf = src_file(&p->src, f);
        u32 owner = p->includes->owner.at[f];
        Lang lang = owner < p->units.n ? p->units.at[owner]->lang : sf->lang;
        if (p->lexed.at[f])
            lex_harvest_names(p->lexed.at[f], lang, &p->names);
    }
}

Project *project_new(Inputs *inputs, const ProjectOptions *options, Diags *diags)
{
    token_init();
    Project *p = mem_zalloc(1, sizeof *p);
    p->inputs = inputs;
    p->options = *options;
    p->options.jobs = MAX(1u, options->jobs);
    p->diags = diags;
    src_init(&p->src, diags);
    index_init(&p->index);
    p->includes = mem_zalloc(1, sizeof *p->includes);
    arena_init(&p->includes->arena);
    lex_contracts(p);
    FileId *mains = mem_zalloc(inputs->files.n, sizeof *mains);
    FileId first = p->src.files.n;
    add_inputs(p, mains);
    lex_wave(p, first);
    discover(p, mains, inputs->files.n, first);
    read_contracts(p, first);
    FlagsList flags = {0};
    add_units(p, mains, &flags);
    harvest(p, first);

    Pp **pps = mem_zalloc(p->options.jobs, sizeof *pps);
    ParseScratch **scratches = mem_zalloc(p->options.jobs, sizeof *scratches);
    ParseJob job = {p, pps, scratches, flags.at, 1};
    pool_run(p->options.jobs, p->units.n - 1, parse_job, &job);
    for (u32 i = 0; i < p->options.jobs; i++) {
        if (pps[i])
            pp_free(pps[i]);
        parse_scratch_free(scratches[i]);
    }
    mem_free(scratches);
    mem_free(pps);
    for (u32 i = 1; i < p->units.n; i++)
        index_add_unit(&p->index, p->units.at[i]);
    vec_release(&flags);
    mem_free(mains);
    return p;
}

void project_free(Project *p)
{
    if (!p)
        return;
    for (u32 i = 0; i < p->units.n; i++) {
        unit_release(p->units.at[i]);
        mem_free(p->units.at[i]);
    }
    vec_release(&p->units);
    for (u32 i = 0; i < p->lexed.n; i++)
        lex_free(p->lexed.at[i]);
    vec_release(&p->lexed);
    IncludeGraph *g = p->includes;
    for (u32 i = 0; i < g->loose.n; i++)
        vec_release(&g->loose.at[i]);
    vec_release(&g->loose);
    vec_release(&g->edges);
    vec_release(&g->disk);
    vec_release(&g->owner);
    vec_release(&g->same_base);
    map_release(&g->flag_sets);
    map_release(&g->edges_of);
    map_release(&g->by_path);
    map_release(&g->suffixes);
    map_release(&g->on_demand);
    arena_release(&g->arena);
    mem_free(g);
    pp_macro_base_free(p->macros);
    index_release(&p->index);
    names_release(&p->names);
    src_release(&p->src);
    mem_free(p);
}
