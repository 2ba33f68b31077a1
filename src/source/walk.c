/*
 * Walking a folder breadth first; see walk_priv.h. Links to folders are never followed, so that no loop is possible; what is
 * cut by a limit is cut in bytewise order, the same on every machine.
 */
#include "source/walk_priv.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "source/ignore_priv.h"
#include "source/path_priv.h"
#include "source/source_priv.h"

/* ---- one folder ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(((const DirEntry *)a)->name, ((const DirEntry *)b)->name);
}

static EntryType type_of_mode(mode_t mode)
{
    return S_ISREG(mode)   ? ENTRY_FILE
           : S_ISDIR(mode) ? ENTRY_FOLDER
           : S_ISLNK(mode) ? ENTRY_LINK
                           : ENTRY_OTHER;
}

static EntryType type_of(int dir_fd, const struct dirent *e)
{
    switch (e->d_type) {
    case DT_REG: return ENTRY_FILE;
    case DT_DIR: return ENTRY_FOLDER;
    case DT_LNK: return ENTRY_LINK;
    case DT_UNKNOWN: break;
    default: return ENTRY_OTHER;
    }
    struct stat st;
    return fstatat(dir_fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 ? type_of_mode(st.st_mode) : ENTRY_OTHER;
}

bool dir_list(Arena *names, const char *path, u32 limit, DirList *out)
{
    memset(out, 0, sizeof *out);
    DIR *d = opendir(path);
    if (!d)
        return false;
    errno = 0;
    for (struct dirent *e; (e = readdir(d));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        DirEntry x = {arena_strndup(names, e->d_name, strlen(e->d_name)), type_of(dirfd(d), e)};
        vec_push(&out->entries, x);
    }
    closedir(d);
    if (out->entries.n)
        qsort(out->entries.at, out->entries.n, sizeof *out->entries.at, by_name);
    /* Cut only now: the order in which a file system lists differs from machine to machine. */
    out->cut = out->entries.n > limit;
    out->entries.n = MIN(out->entries.n, limit);
    return true;
}

/* ---- what to leave out ---- */

bool walk_is_vendored_name(const char *name, size_t n)
{
    static const char *const names[] = {
        "3rd_party",   "3rdparty",   "bundled",      "bundled_deps", "deps",        "extern",
        "external",    "externals",  "node_modules", "pods",         "subprojects", "third-party",
        "third_party", "thirdparty", "vendor",       "vendored",     "vendors",
    };
    for (u32 i = 0; i < LENGTH(names); i++)
        if (strlen(names[i]) == n && strncasecmp(names[i], name, n) == 0)
            return true;
    return false;
}

bool walk_excluded(const InputOptions *o, const char *shown, const char *below)
{
    for (u32 i = 0; i < o->n_exclude; i++) {
        char *pattern = mem_strndup(o->exclude[i], strlen(o->exclude[i]));
        size_t n = strlen(pattern);
        while (n > 1 && pattern[n - 1] == '/')
            pattern[--n] = 0;
        const char *p = str_starts(pattern, "./") ? pattern + 2 : pattern;
        bool hit = str_glob(p, shown) || str_glob(p, below) || str_glob(p, path_base(below));
        mem_free(pattern);
        if (hit)
            return true;
    }
    return false;
}

/* ---- the walk ---- */

typedef struct Pending {
    const char *path;
    const Ignore *rules; /* of the folders above it */
    u32 depth;
} Pending;

static const char *below_root(const Walk *w, const char *path)
{
    return path + (w->root[1] ? strlen(w->root) + 1 : 1);
}

const char *walk_shown(const Walk *w, const char *path)
{
    const char *rest = below_root(w, path);
    if (!w->shown_root[0])
        return rest;
    size_t n = strlen(w->shown_root);
    return arena_printf(w->arena, "%s%s%s", w->shown_root, w->shown_root[n - 1] == '/' ? "" : "/", rest);
}

static void say_unreadable(Walk *w, const char *path, int error)
{
    const char *shown = strcmp(path, w->root) == 0 ? w->shown_root : walk_shown(w, path);
    if (!shown[0])
        shown = ".";
    diag_add(w->diags, DIAG_ERROR, shown, 0, "cannot read '%s': %s; %s", shown, strerror(error),
             path_remedy(error));
}

/* Takes a file with the suffix of a source or header, unless it turns out to be a binary. */
static void take_file(Walk *w, const char *path)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat st;
    char probe[LIMIT_BINARY_PROBE];
    ssize_t n = -1;
    if (fd < 0 || fstat(fd, &st) != 0 ||
        (S_ISREG(st.st_mode) && (n = path_read(fd, probe, sizeof probe)) < 0)) {
        int error = errno;
        if (fd >= 0)
            close(fd);
        say_unreadable(w, path, error);
        return;
    }
    close(fd);
    if (!S_ISREG(st.st_mode))
        return; /* the end of a link to a folder or device */
    if (src_looks_binary(probe, (size_t)n)) {
        const char *shown = walk_shown(w, path);
        diag_add(
            w->diags, DIAG_WARNING, shown, 0,
            "'%s' looks like a binary file and was not reviewed; name the file itself to have it read all the same",
            shown);
        w->skipped_binary++;
        return;
    }
    WalkFile f = {path, (u64)st.st_dev, (u64)st.st_ino, src_is_header_path(path)};
    if (!f.header)
        ++*(src_lang_of_path(path) == LANG_CXX ? &w->cxx_sources : &w->c_sources);
    vec_push(&w->files, f);
}

static bool is_folder_link(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Can the entry matter at all, going by its name? Hidden ones (.git, .svn, lock files of editors) never do. */
static bool interesting(const DirEntry *e)
{
    if (e->name[0] == '.' || e->type == ENTRY_OTHER)
        return false;
    return e->type == ENTRY_FOLDER || src_is_source_path(e->name) || src_is_header_path(e->name);
}

/* Is it to be reviewed, going by options and rules? Counts what is left out. */
static bool wanted(Walk *w, const DirEntry *e, const char *path, const Ignore *rules)
{
    bool folder = e->type == ENTRY_FOLDER;
    if (w->options->n_exclude && walk_excluded(w->options, walk_shown(w, path), below_root(w, path)))
        return false;
    if (folder && w->options->skip_vendored && walk_is_vendored_name(e->name, strlen(e->name))) {
        w->skipped_vendored++;
        return false;
    }
    if (rules && ignore_matches(rules, path, folder)) {
        w->skipped_ignored++;
        return false;
    }
    return true;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const WalkFile *)a)->path, ((const WalkFile *)b)->path);
}

void walk_folder(Walk *w)
{
    VEC(Pending) queue = {0};
    const Ignore *outside = w->options->no_ignore ? NULL : ignore_outside(w->arena, w->root);
    vec_push(&queue, ((Pending){w->root, outside, 0}));
    u32 budget = LIMIT_WALK_ENTRIES;
    bool cut = false, deep = false;
    Arena names;
    arena_init(&names);
    for (u32 i = 0; i < queue.n && !cut; i++) {
        Pending at = queue.at[i];
        DirList list;
        if (!dir_list(&names, at.path, budget, &list)) {
            say_unreadable(w, at.path, errno);
            continue;
        }
        cut = list.cut;
        budget -= list.entries.n;
        const Ignore *rules = at.rules;
        if (!w->options->no_ignore) {
            bool nested = false, own = false;
            for (u32 k = 0; k < list.entries.n && list.entries.at[k].name[0] <= '.'; k++) {
                nested |= strcmp(list.entries.at[k].name, ".git") == 0;
                own |= strcmp(list.entries.at[k].name, ".gitignore") == 0;
            }
            if (nested) /* a repository of its own: the rules outside do not reach into it */
                rules = ignore_load_exclude(w->arena, at.path);
            if (own)
                rules = ignore_load(w->arena, rules, at.path);
        }
        for (u32 k = 0; k < list.entries.n; k++) {
            const DirEntry *e = &list.entries.at[k];
            if (!interesting(e))
                continue;
            const char *path = arena_printf(w->arena, "%s/%s", at.path[1] ? at.path : "", e->name);
            if (!wanted(w, e, path, rules))
                continue;
            if (e->type == ENTRY_FILE || (e->type == ENTRY_LINK && !is_folder_link(path)))
                take_file(w, path);
            else if (e->type == ENTRY_FOLDER && at.depth + 1 < LIMIT_WALK_DEPTH)
                vec_push(&queue, ((Pending){path, rules, at.depth + 1}));
            else if (e->type == ENTRY_FOLDER)
                deep = true;
        }
        vec_release(&list.entries);
        arena_reset(&names);
    }
    arena_release(&names);
    vec_release(&queue);
    const char *shown = w->shown_root[0] ? w->shown_root : ".";
    if (cut)
        diag_add(
            w->diags, DIAG_WARNING, shown, 0,
            "'%s' has more than %u entries, and the rest was not reviewed; review its folders one by one",
            shown, LIMIT_WALK_ENTRIES);
    if (deep)
        diag_add(
            w->diags, DIAG_WARNING, shown, 0,
            "'%s' has folders more than %u levels deep, which were not reviewed; name them as arguments of their own",
            shown, LIMIT_WALK_DEPTH);
    if (w->files.n)
        qsort(w->files.at, w->files.n, sizeof *w->files.at, by_path);
}
