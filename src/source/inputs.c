/*
 * From the words of the command line to one ordered list of files; see inputs.h. Folders are walked by walk.c, compile
 * commands read by commands.c, headers looked for by headers.c.
 */
#include "source/inputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/limits.h"
#include "base/mem.h"
#include "source/commands_priv.h"
#include "source/headers_priv.h"
#include "source/inputs_priv.h"
#include "source/path_priv.h"
#include "source/source_priv.h"
#include "source/walk_priv.h"

/* Where an argument was written. */
typedef struct Origin {
    const char *list; /* shown path of an @list, or NULL: on the command line */
    u32 line;
} Origin;

typedef struct Argument {
    const char *text;
    Origin origin;
} Argument;

/* A file as the disk knows it, to find repeats; chained by inode number. */
typedef struct Identity {
    u64 dev;
    u32 next; /* index + 1 */
} Identity;

/* A compile command together with its file on disk. */
typedef struct Compiled {
    const char *path;
    const Flags *flags;
    u64 dev, ino;
    bool exists;
    u32 next; /* same inode number; index + 1 */
} Compiled;

/* Folders of single files whose project is among the roots already. */
typedef struct Settled {
    const char *folder;
    u32 next; /* same hash; index + 1 */
} Settled;

typedef struct Collector {
    Inputs *in;
    const InputOptions *o;
    Diags *diags;
    const char *cwd;
    Commands commands;
    VEC(Compiled) compiled;
    Map compiled_by_ino;
    VEC(Argument) args;
    VEC(Identity) seen;
    Map seen_by_ino;
    VEC(Settled) settled;
    Map settled_by_hash;
    VEC(const char *) databases; /* those already read */
    bool had_stdin;
} Collector;

/* ---- small helpers ---- */

static const char *origin_text(Collector *c, Origin o)
{
    return o.list ? arena_printf(&c->in->arena, " (named in %s, line %u)", o.list, o.line) : "";
}

static void cannot_read(Collector *c, const char *shown, Origin o, const char *why, const char *remedy)
{
    diag_add(c->diags, DIAG_ERROR, shown, 0, "cannot read '%s'%s: %s; %s", shown, origin_text(c, o), why,
             remedy);
}

/* Notes that the file is taken; false if it was before. */
static bool first_time(Collector *c, u64 dev, u64 ino)
{
    u32 head = map_get(&c->seen_by_ino, ino, 0);
    for (u32 i = head; i; i = c->seen.at[i - 1].next)
        if (c->seen.at[i - 1].dev == dev)
            return false;
    vec_push(&c->seen, ((Identity){dev, head}));
    map_put(&c->seen_by_ino, ino, c->seen.n);
    return true;
}

static const Flags *flags_of(const Collector *c, u64 dev, u64 ino)
{
    for (u32 i = map_get(&c->compiled_by_ino, ino, 0); i; i = c->compiled.at[i - 1].next)
        if (c->compiled.at[i - 1].dev == dev)
            return c->compiled.at[i - 1].flags;
    return NULL;
}

/* A root below another adds nothing, unless the other may be read only in part. */
static void add_root(Collector *c, const char *path, u32 budget)
{
    for (u32 i = 0; i < c->in->roots.n; i++)
        if (strcmp(c->in->roots.at[i], path) == 0) {
            if (budget > LIMIT_ROOT_SCAN_ENTRIES)
                headers_add_root(c->in->headers, path, budget);
            return;
        }
    vec_push(&c->in->roots, path);
    headers_add_root(c->in->headers, path, budget);
}

/* Makes the project of a single file a root; asks the disk once per folder. */
static void add_project_root(Collector *c, const char *file)
{
    size_t n = path_dir_len(file);
    u64 hash = XXH3_64bits(file, n);
    u32 head = map_get(&c->settled_by_hash, hash, 0);
    for (u32 i = head; i; i = c->settled.at[i - 1].next) {
        const char *folder = c->settled.at[i - 1].folder;
        if (strlen(folder) == n && memcmp(folder, file, n) == 0)
            return;
    }
    vec_push(&c->settled, ((Settled){arena_strndup(&c->in->arena, file, n), head}));
    map_put(&c->settled_by_hash, hash, c->settled.n);
    add_root(c, project_root_of(&c->in->arena, file), LIMIT_ROOT_SCAN_ENTRIES);
}

/* Language by the file's command, its suffix or --lang. header_lang: of a .h file. */
static Lang lang_of(const Collector *c, const char *path, const Flags *flags, Lang header_lang)
{
    if (flags && flags->lang_known)
        return flags->lang;
    if (src_is_source_path(path))
        return src_lang_of_path(path);
    if (src_is_header_path(path))
        return src_lang_of_path(path) == LANG_CXX ? LANG_CXX : header_lang;
    return c->o->stdin_lang_given ? c->o->stdin_lang : LANG_C;
}

static void add_file(Collector *c, const char *path, const char *shown, const Flags *flags, Lang header_lang)
{
    InputFile f = {
        .disk_path = path,
        .shown_path = shown,
        .lang = lang_of(c, path, flags, header_lang),
        .is_header = src_is_header_path(path),
        .flags = flags,
    };
    vec_push(&c->in->files, f);
}

static int by_shown(const void *a, const void *b)
{
    return strcmp(((const InputFile *)a)->shown_path, ((const InputFile *)b)->shown_path);
}

static void sort_from(Inputs *in, u32 first)
{
    if (in->files.n > first + 1)
        qsort(in->files.at + first, in->files.n - first, sizeof *in->files.at, by_shown);
}

/* ---- @lists ---- */

static void read_list(Collector *c, const char *word)
{
    Arena *a = &c->in->arena;
    const char *name = word + 1;
    const char *path = path_resolve_exact(a, c->cwd, name);
    const char *shown = path_shown(a, c->cwd, path, name);
    struct stat st;
    const char *why = "no name behind the '@'", *remedy;
    int fd = name[0] ? path_open_regular(path, &st, &why, &remedy) : -1;
    if (fd < 0) {
        diag_add(
            c->diags, DIAG_ERROR, name[0] ? shown : word, 0,
            "cannot read the list '%s': %s; check the path, or write './%s' for a file whose own name begins with '@'",
            word, why, word);
        return;
    }
    size_t size;
    char *text = src_read_fd(fd, (size_t)st.st_size, LIMIT_LIST_BYTES, &size);
    int error = errno;
    close(fd);
    if (!text) {
        diag_add(c->diags, DIAG_ERROR, shown, 0, "cannot read the list '%s': %s; %s", shown, strerror(error),
                 path_remedy(error));
    } else if (size > LIMIT_LIST_BYTES || memchr(text, 0, size)) {
        diag_add(c->diags, DIAG_ERROR, shown, 0,
                 "cannot read the list '%s': it %s; write one path per line as plain text", shown,
                 size > LIMIT_LIST_BYTES ? "is too large" : "contains NUL bytes");
    } else {
        const char *p = text, *end = text + size;
        if (size >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
            p += 3;
        for (u32 line = 1; p < end; line++) {
            const char *stop = memchr(p, '\n', (size_t)(end - p));
            if (!stop)
                stop = end;
            const char *next = stop + 1;
            while (p < stop && (*p == ' ' || *p == '\t'))
                p++;
            while (stop > p && (stop[-1] == ' ' || stop[-1] == '\t' || stop[-1] == '\r'))
                stop--;
            if (p < stop && *p == '@')
                diag_add(
                    c->diags, DIAG_ERROR, shown, line,
                    "'%.*s' was left out: a list cannot name another list; give both on the command line, or write "
                    "'./%.*s' for a file of that name",
                    (int)MIN(stop - p, 4096), p, (int)MIN(stop - p, 4096), p);
            else if (p < stop && *p != '#')
                vec_push(&c->args, ((Argument){arena_strndup(a, p, (size_t)(stop - p)), {shown, line}}));
            p = next;
        }
    }
    mem_free(text);
}

/* ---- compile commands ---- */

static void load_database(Collector *c, const char *path)
{
    for (u32 i = 0; i < c->databases.n; i++)
        if (strcmp(c->databases.at[i], path) == 0)
            return;
    vec_push(&c->databases, path);
    commands_load(&c->commands, path, path_shown(&c->in->arena, c->cwd, path, NULL));
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void load_databases(Collector *c)
{
    Arena *a = &c->in->arena;
    if (c->o->no_compile_commands)
        return;
    if (c->o->compile_commands) {
        const char *path = path_resolve_exact(a, c->cwd, c->o->compile_commands);
        if (is_folder(path)) {
            const char *found = project_find_commands(a, path);
            if (found)
                load_database(c, found);
            else
                diag_add(
                    c->diags, DIAG_ERROR, c->o->compile_commands, 0,
                    "there is no compile_commands.json in '%s' nor in a build folder below it; make one, for example "
                    "with cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON or bear",
                    c->o->compile_commands);
        } else {
            load_database(c, path);
        }
    } else {
        for (u32 i = 0; i < c->args.n; i++) {
            if (strcmp(c->args.at[i].text, "-") == 0)
                continue;
            const char *path = path_resolve_exact(a, c->cwd, c->args.at[i].text);
            const char *found = is_folder(path) ? project_find_commands(a, path) : NULL;
            if (found)
                load_database(c, found);
        }
    }
    for (u32 i = 0; i < c->commands.list.n; i++) {
        const Command *cmd = &c->commands.list.at[i];
        struct stat st = {0};
        bool exists = stat(cmd->file, &st) == 0 && S_ISREG(st.st_mode);
        u32 head = exists ? map_get(&c->compiled_by_ino, st.st_ino, 0) : 0;
        vec_push(&c->compiled, ((Compiled){cmd->file, cmd->flags, st.st_dev, st.st_ino, exists, head}));
        /* Two names of one file: the first command counts, so the later one must not hide it. */
        if (exists && !flags_of(c, st.st_dev, st.st_ino))
            map_put(&c->compiled_by_ino, st.st_ino, c->compiled.n);
    }
    c->in->have_commands = c->compiled.n > 0;
}

static bool vendored_below(const char *path, const char *root)
{
    for (const char *p = path + strlen(root); *p;) {
        p += *p == '/';
        size_t n = strcspn(p, "/");
        if (p[n] == '/' && walk_is_vendored_name(p, n))
            return true;
        p += n;
    }
    return false;
}

/* Files of the compile commands below `root` ("/": all). Says in one message which of them do not exist. */
static void take_compiled(Collector *c, const char *root, const Walk *w)
{
    u32 n_missing = 0;
    const char *first_missing = NULL;
    for (u32 i = 0; i < c->compiled.n; i++) {
        const Compiled *k = &c->compiled.at[i];
        if (!path_is_below(k->path, root))
            continue;
        /* Assembler, resources and other languages are compiled too. */
        if (!src_is_source_path(k->path) && !src_is_header_path(k->path) && !k->flags->lang_known)
            continue;
        const char *shown = w ? walk_shown(w, k->path) : path_shown(&c->in->arena, c->cwd, k->path, NULL);
        if (c->o->n_exclude && walk_excluded(c->o, shown, w ? k->path + strlen(root) + 1 : shown))
            continue;
        if (c->o->skip_vendored && vendored_below(k->path, root))
            continue;
        if (!k->exists) {
            if (!n_missing++)
                first_missing = shown;
        } else if (first_time(c, k->dev, k->ino)) {
            add_file(c, k->path, shown, k->flags, LANG_C);
        }
    }
    if (n_missing)
        diag_add(
            c->diags, DIAG_WARNING, first_missing, 0,
            "%u files named in the compile commands are not there and were not reviewed, the first is '%s'; build the "
            "project first, or write compile_commands.json anew",
            n_missing, first_missing);
}

/* ---- arguments ---- */

static void take_stdin(Collector *c)
{
    static const char shown[] = "<stdin>";
    if (c->had_stdin) {
        diag_add(c->diags, DIAG_NOTE, shown, 0,
                 "'-' was given more than once; standard input is read only once");
        return;
    }
    c->had_stdin = true;
    size_t size;
    char *text = src_read_fd(STDIN_FILENO, 1 << 16, LIMIT_FILE_BYTES, &size);
    if (!text) {
        diag_add(c->diags, DIAG_ERROR, shown, 0,
                 "cannot read standard input: %s; check what '-' is connected to", strerror(errno));
        return;
    }
    if (size > LIMIT_FILE_BYTES) {
        diag_add(
            c->diags, DIAG_ERROR, shown, 0,
            "cannot read standard input: it is more than the %u MiB allowed for one file; review it in parts",
            LIMIT_FILE_BYTES >> 20);
    } else {
        if (src_looks_binary(text, size))
            diag_add(
                c->diags, DIAG_WARNING, shown, 0,
                "standard input contains NUL bytes and may have been read wrongly; pass source code as text");
        char *bytes = arena_zalloc(&c->in->arena, size + 16);
        memcpy(bytes, text, size);
        InputFile f = {
            .shown_path = shown,
            .bytes = bytes,
            .size = size,
            .lang = c->o->stdin_lang_given ? c->o->stdin_lang : LANG_C,
        };
        vec_push(&c->in->files, f);
    }
    mem_free(text);
}

static void take_folder(Collector *c, const char *path, const char *given)
{
    Inputs *in = c->in;
    Walk w = {.arena = &in->arena, .diags = c->diags, .options = c->o, .root = path};
    size_t n = strlen(given);
    while (n > 1 && given[n - 1] == '/')
        n--;
    w.shown_root = strcmp(path, c->cwd) == 0
                       ? ""
                       : path_shown(&in->arena, c->cwd, path, arena_strndup(&in->arena, given, n));
    add_root(c, path, LIMIT_WALK_ENTRIES);
    walk_folder(&w);
    u32 first = in->files.n, n_repeated = 0;
    /* .h says nothing about the language; a tree of nothing but C++ does. */
    Lang header_lang = w.cxx_sources && !w.c_sources ? LANG_CXX : LANG_C;
    for (u32 i = 0; i < w.files.n; i++) {
        const WalkFile *f = &w.files.at[i];
        if (first_time(c, f->dev, f->ino))
            add_file(c, f->path, walk_shown(&w, f->path), flags_of(c, f->dev, f->ino), header_lang);
        else
            n_repeated++;
    }
    take_compiled(c, path, &w);
    in->n_skipped_binary += w.skipped_binary;
    in->n_skipped_ignored += w.skipped_ignored;
    in->n_skipped_vendored += w.skipped_vendored;
    if (in->files.n == first && !n_repeated) {
        const char *shown = w.shown_root[0] ? w.shown_root : ".";
        diag_add(c->diags, DIAG_NOTE, shown, 0, "there is no C or C++ source in '%s'%s", shown,
                 w.skipped_ignored ? " that .gitignore does not exclude; --no-ignore reviews all the same"
                 : w.skipped_vendored
                     ? " outside of vendored folders; review without --skip-vendored to see those"
                     : "; name files with other suffixes one by one");
    }
    sort_from(in, first);
    vec_release(&w.files);
}

/* A file that the user named: any suffix will do, but a binary is refused. */
static void take_file(Collector *c, const char *path, const char *given, Origin origin)
{
    const char *shown = path_shown(&c->in->arena, c->cwd, path, given);
    if (c->o->n_exclude && walk_excluded(c->o, shown, shown))
        return;
    struct stat st;
    const char *why, *remedy;
    int fd = path_open_regular(path, &st, &why, &remedy);
    if (fd < 0) {
        cannot_read(c, shown, origin, why, remedy);
        return;
    }
    char probe[LIMIT_BINARY_PROBE];
    ssize_t n = path_read(fd, probe, sizeof probe);
    int error = errno;
    close(fd);
    if (n < 0) {
        cannot_read(c, shown, origin, strerror(error), path_remedy(error));
        return;
    }
    /* With the suffix of a source the user may well mean it; src_add_path warns about the NULs then. */
    if (src_looks_binary(probe, (size_t)n) && !src_is_source_path(path) && !src_is_header_path(path)) {
        cannot_read(c, shown, origin, "it looks like a binary file",
                    "give source code, or convert the file to text");
        return;
    }
    add_project_root(c, path);
    if (!first_time(c, st.st_dev, st.st_ino))
        return;
    Lang header_lang = c->o->stdin_lang_given ? c->o->stdin_lang : LANG_C;
    add_file(c, path, shown, flags_of(c, st.st_dev, st.st_ino), header_lang);
}

static void take_argument(Collector *c, const Argument *arg)
{
    if (strcmp(arg->text, "-") == 0) {
        take_stdin(c);
        return;
    }
    if (!arg->text[0]) {
        diag_add(c->diags, DIAG_ERROR, NULL, 0, "an argument is empty and names no file; check the quoting");
        return;
    }
    const char *path = path_resolve_exact(&c->in->arena, c->cwd, arg->text);
    if (is_folder(path))
        take_folder(c, path, arg->text);
    else
        take_file(c, path, arg->text, arg->origin);
}

/* ---- entries ---- */

static Inputs *new_inputs(const InputOptions *options, Diags *diags, const char **cwd)
{
    Inputs *in = mem_zalloc(1, sizeof *in);
    arena_init(&in->arena);
    in->options = *options;
    in->diags = diags;
    *cwd = path_cwd(&in->arena);
    in->headers = headers_new(&in->arena, *cwd, &in->options);
    return in;
}

Inputs *inputs_new(const char *const *args, u32 n, const InputOptions *options, Diags *diags)
{
    Collector c = {.diags = diags};
    c.in = new_inputs(options, diags, &c.cwd);
    c.o = &c.in->options;
    commands_init(&c.commands, &c.in->arena, diags);
    map_init(&c.compiled_by_ino);
    map_init(&c.seen_by_ino);
    map_init(&c.settled_by_hash);
    for (u32 i = 0; i < n; i++) {
        if (args[i][0] == '@')
            read_list(&c, args[i]);
        else
            vec_push(&c.args, ((Argument){args[i], {NULL, 0}}));
    }
    load_databases(&c);
    for (u32 i = 0; i < c.args.n; i++)
        take_argument(&c, &c.args.at[i]);
    if (n == 0) {
        for (u32 i = 0; i < c.compiled.n; i++)
            if (c.compiled.at[i].exists)
                add_project_root(&c, c.compiled.at[i].path);
        take_compiled(&c, "/", NULL);
        sort_from(c.in, 0);
    }
    commands_release(&c.commands);
    vec_release(&c.compiled);
    map_release(&c.compiled_by_ino);
    vec_release(&c.args);
    vec_release(&c.seen);
    map_release(&c.seen_by_ino);
    vec_release(&c.settled);
    map_release(&c.settled_by_hash);
    vec_release(&c.databases);
    return c.in;
}

Inputs *inputs_of_bytes(const char *shown_path, const char *bytes, size_t size, Lang lang,
                        const InputOptions *options, Diags *diags)
{
    const char *cwd;
    Inputs *in = new_inputs(options, diags, &cwd);
    InputFile f = {
        .shown_path = arena_strndup(&in->arena, shown_path, strlen(shown_path)),
        .bytes = bytes,
        .size = size,
        .lang = lang,
        .is_header = src_is_header_path(shown_path),
    };
    vec_push(&in->files, f);
    return in;
}

void inputs_free(Inputs *in)
{
    if (!in)
        return;
    headers_free(in->headers);
    vec_release(&in->files);
    vec_release(&in->roots);
    arena_release(&in->arena);
    mem_free(in);
}
