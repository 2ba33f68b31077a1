/*
 * The search for headers: inputs_find_header of inputs.h, for one thread. Folders are listed once and remembered, also those
 * that are not there, and so is every answer: thousands of units ask for the same names.
 */
#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <xxhash.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "source/headers_priv.h"
#include "source/path_priv.h"
#include "source/source_priv.h"
#include "source/walk_priv.h"

enum { NONE = UINT32_MAX };

/* One name in a listed folder. */
typedef struct Entry {
    const char *name;
    const char *path; /* absolute; made when first asked for */
    u32 folder;
    EntryType type;
    enum { UNASKED, TO_FILE, TO_OTHER } target; /* of a link */
    u32 next_key;                               /* next with the same hash of folder and name */
    u32 next_same_name; /* next below the roots with the same hash of its name alone, templates by what they stand for */
} Entry;

typedef enum FolderState { LISTED, MISSING, OPAQUE } FolderState; /* OPAQUE: may be searched but not listed */

typedef struct Folder {
    const char *path;
    u32 first, n; /* its entries */
    FolderState state;
    bool in_tree; /* below a root, and its names are in by_name */
    u32 next_hash;
} Folder;

typedef struct Root {
    const char *path;
    u32 budget;
    bool cut; /* the tree has more entries than that */
} Root;

typedef struct Query {
    const char *key;
    size_t key_len;
    const char *answer;
    u32 next_hash;
} Query;

struct HeaderIndex {
    Arena *arena;
    const char *cwd;
    const char **option_dirs;
    u32 n_option_dirs;
    VEC(Root) roots;
    VEC(Folder) folders;
    VEC(Entry) entries;
    VEC(Query) queries;
    Map folder_by_path, entry_by_key, by_name, query_by_key;
    bool scanned;
    Sb scratch;
    Arena temp; /* of one question */
};

struct HeaderIndex *headers_new(Arena *arena, const char *cwd, const InputOptions *options)
{
    struct HeaderIndex *ix = mem_zalloc(1, sizeof *ix);
    ix->arena = arena;
    ix->cwd = cwd;
    ix->n_option_dirs = options->n_include_dirs;
    ix->option_dirs = arena_array(arena, const char *, options->n_include_dirs);
    for (u32 i = 0; i < options->n_include_dirs; i++)
        ix->option_dirs[i] = path_resolve_exact(arena, cwd, options->include_dirs[i]);
    sb_init(&ix->scratch);
    arena_init(&ix->temp);
    return ix;
}

void headers_free(struct HeaderIndex *ix)
{
    if (!ix)
        return;
    vec_release(&ix->roots);
    vec_release(&ix->folders);
    vec_release(&ix->entries);
    vec_release(&ix->queries);
    map_release(&ix->folder_by_path);
    map_release(&ix->entry_by_key);
    map_release(&ix->by_name);
    map_release(&ix->query_by_key);
    sb_release(&ix->scratch);
    arena_release(&ix->temp);
    mem_free(ix);
}

void headers_add_root(struct HeaderIndex *ix, const char *path, u32 budget)
{
    vec_push(&ix->roots, ((Root){path, budget, false}));
}

/* ---- what is on disk ---- */

static u64 entry_key(u32 folder, const char *name, size_t n)
{
    return XXH3_64bits_withSeed(name, n, folder);
}

static u32 find_entry(const struct HeaderIndex *ix, u32 folder, const char *name, size_t n)
{
    u32 i = map_get(&ix->entry_by_key, entry_key(folder, name, n), NONE);
    for (; i != NONE; i = ix->entries.at[i].next_key) {
        const Entry *e = &ix->entries.at[i];
        if (e->folder == folder && strlen(e->name) == n && memcmp(e->name, name, n) == 0)
            return i;
    }
    return NONE;
}

static u32 add_entry(struct HeaderIndex *ix, u32 folder, const char *name, EntryType type)
{
    u64 key = entry_key(folder, name, strlen(name));
    Entry e = {name, NULL, folder, type, UNASKED, map_get(&ix->entry_by_key, key, NONE), NONE};
    vec_push(&ix->entries, e);
    map_put(&ix->entry_by_key, key, ix->entries.n - 1);
    return ix->entries.n - 1;
}

static u32 known_folder(const struct HeaderIndex *ix, const char *path, size_t n, u64 hash)
{
    u32 i = map_get(&ix->folder_by_path, hash, NONE);
    for (; i != NONE; i = ix->folders.at[i].next_hash) {
        const char *p = ix->folders.at[i].path;
        if (strncmp(p, path, n) == 0 && p[n] == 0)
            break;
    }
    return i;
}

/* Can a listing that we have already tell that this folder is not there? */
static bool surely_missing(const struct HeaderIndex *ix, const char *path, size_t n)
{
    size_t base = n;
    while (base > 0 && path[base - 1] != '/')
        base--;
    if (base < 2)
        return false;
    u32 parent = known_folder(ix, path, base - 1, XXH3_64bits(path, base - 1));
    if (parent == NONE || ix->folders.at[parent].state == OPAQUE)
        return false;
    if (ix->folders.at[parent].state == MISSING)
        return true;
    u32 e = find_entry(ix, parent, path + base, n - base);
    return e == NONE || ix->entries.at[e].type == ENTRY_FILE || ix->entries.at[e].type == ENTRY_OTHER;
}

/* The folder with this path (absolute, normalised, n bytes), listed now if it was not before. */
static u32 get_folder(struct HeaderIndex *ix, const char *path, size_t n)
{
    u64 hash = XXH3_64bits(path, n);
    u32 id = known_folder(ix, path, n, hash);
    if (id != NONE)
        return id;
    Folder f = {.path = arena_strndup(ix->arena, path, n), .first = ix->entries.n, .state = MISSING};
    f.next_hash = map_get(&ix->folder_by_path, hash, NONE);
    id = ix->folders.n;
    DirList list = {0};
    if (!surely_missing(ix, path, n)) {
        if (dir_list(ix->arena, f.path, LIMIT_WALK_ENTRIES, &list))
            f.state = list.cut ? OPAQUE : LISTED;
        else if (errno == EACCES)
            f.state = OPAQUE;
    }
    for (u32 i = 0; i < list.entries.n; i++)
        add_entry(ix, id, list.entries.at[i].name, list.entries.at[i].type);
    f.n = list.entries.n;
    vec_release(&list.entries);
    vec_push(&ix->folders, f);
    map_put(&ix->folder_by_path, hash, id);
    return id;
}

static const char *entry_path(struct HeaderIndex *ix, u32 id)
{
    Entry *e = &ix->entries.at[id];
    const char *folder = ix->folders.at[e->folder].path;
    if (!e->path)
        e->path = arena_printf(ix->arena, "%s/%s", folder[1] ? folder : "", e->name);
    return e->path;
}

static bool is_file(struct HeaderIndex *ix, u32 id)
{
    Entry *e = &ix->entries.at[id];
    if (e->type == ENTRY_LINK && e->target == UNASKED) {
        struct stat st;
        e->target = stat(entry_path(ix, id), &st) == 0 && S_ISREG(st.st_mode) ? TO_FILE : TO_OTHER;
    }
    return e->type == ENTRY_FILE || (e->type == ENTRY_LINK && e->target == TO_FILE);
}

/* The file with this absolute, normalised path, or NONE. */
static u32 find_file(struct HeaderIndex *ix, const char *path)
{
    const char *name = path_base(path);
    size_t n = strlen(name);
    if (n == 0)
        return NONE;
    u32 folder = get_folder(ix, path, path_dir_len(path));
    FolderState state = ix->folders.at[folder].state;
    if (state == MISSING)
        return NONE;
    u32 e = find_entry(ix, folder, name, n);
    if (e == NONE && state == OPAQUE) /* asked once: the answer becomes an entry, a negative one too */
        e = add_entry(ix, folder, arena_strndup(ix->arena, name, n), ENTRY_LINK);
    return e != NONE && is_file(ix, e) ? e : NONE;
}

/* ---- the trees of the project ---- */

static bool is_include_name(const char *name)
{
    return strcmp(name, "include") == 0 || strcmp(name, "inc") == 0 || strcmp(name, "includes") == 0;
}

static void enter_names(struct HeaderIndex *ix, u32 folder)
{
    Folder *f = &ix->folders.at[folder];
    f->in_tree = true;
    for (u32 i = f->first; i < f->first + f->n; i++) {
        Entry *e = &ix->entries.at[i];
        if (e->name[0] == '.' || (e->type != ENTRY_FILE && e->type != ENTRY_LINK))
            continue;
        u64 key = XXH3_64bits(e->name, src_template_len(e->name, strlen(e->name)));
        e->next_same_name = map_get(&ix->by_name, key, NONE);
        map_put(&ix->by_name, key, i);
    }
}

/* Breadth first, but what lies below folders named "include" before all else: in a tree too large to be read
 * whole these are the headers that others want. Links to folders are not followed. */
static void scan_root(struct HeaderIndex *ix, Root *root)
{
    VEC(const char *) queue[2] = {{0}, {0}};
    u32 next[2] = {0, 0}, budget = root->budget;
    vec_push(&queue[1], root->path);
    while (next[0] < queue[0].n || next[1] < queue[1].n) {
        u32 rank = next[0] < queue[0].n ? 0 : 1;
        const char *path = queue[rank].at[next[rank]++];
        u32 id = get_folder(ix, path, strlen(path));
        Folder f = ix->folders.at[id];
        if (f.n > budget) {
            root->cut = true;
            break;
        }
        budget -= f.n;
        if (!f.in_tree)
            enter_names(ix, id);
        for (u32 i = f.first; i < f.first + f.n; i++) {
            const Entry *e = &ix->entries.at[i];
            if (e->type == ENTRY_FOLDER && e->name[0] != '.')
                vec_push(&queue[rank == 0 || is_include_name(e->name) ? 0 : 1], entry_path(ix, i));
        }
    }
    vec_release(&queue[0]);
    vec_release(&queue[1]);
}

static void scan(struct HeaderIndex *ix)
{
    ix->scanned = true;
    for (u32 i = 0; i < ix->roots.n; i++)
        scan_root(ix, &ix->roots.at[i]);
}

/* ---- one question ---- */

static const char *const template_endings[] = {"", ".in", ".cmake", ".cmake.in"};

typedef struct Question {
    struct HeaderIndex *ix;
    const char *includer; /* absolute, or NULL */
    const char *folder;   /* of the includer, or NULL */
    const char *name;
    bool angled, next;
    bool by_project; /* may be found by where it lies, not only where flags point to */
} Question;

typedef VEC(const char *) Dirs;

/* First file in dirs[from..) that has the name with this ending. */
static u32 find_in(const Question *q, const Dirs *dirs, u32 from, const char *ending)
{
    Arena *t = &q->ix->temp;
    const char *name = ending[0] ? arena_printf(t, "%s%s", q->name, ending) : q->name;
    for (u32 i = from; i < dirs->n; i++) {
        u32 e = find_file(q->ix, path_resolve(t, dirs->at[i], name));
        if (e != NONE && !(q->next && q->includer && strcmp(entry_path(q->ix, e), q->includer) == 0))
            return e;
    }
    return NONE;
}

/* Where #include_next goes on: behind the folder from which the including file itself was taken under this name. When it
 * came from none of them, the search begins where that of a plain #include does. */
static u32 behind_includer(const Question *q, const Dirs *dirs, u32 n_quote)
{
    for (u32 i = 0; i < dirs->n; i++)
        if (q->includer && strcmp(path_resolve(&q->ix->temp, dirs->at[i], q->name), q->includer) == 0)
            return i + 1;
    return q->angled ? n_quote : 0;
}

/* How many folders from the top the path shares with the includer. */
static u32 shared_components(const char *path, const char *includer)
{
    u32 n = 0;
    for (; *path && *path == *includer; path++, includer++)
        n += *path == '/';
    return n;
}

static u32 count_components(const char *path)
{
    u32 n = 0;
    for (; *path; path++)
        n += *path == '/';
    return n;
}

/* Does the path, without its template ending, end in these whole components? */
static bool ends_in(const char *path, size_t n, const char *suffix, size_t m)
{
    return n > m && path[n - m - 1] == '/' && memcmp(path + n - m, suffix, m) == 0;
}

typedef struct Rank {
    bool same_folder;
    u32 shared, components, template;
    const char *path;
} Rank;

static bool is_better(const Rank *a, const Rank *b)
{
    if (a->same_folder != b->same_folder)
        return a->same_folder;
    if (a->shared != b->shared)
        return a->shared > b->shared;
    if (a->components != b->components)
        return a->components < b->components;
    if (a->template != b->template)
        return a->template <b->template;
    return strcmp(a->path, b->path) < 0;
}

static u32 template_rank(const char *ending)
{
    u32 i = 0;
    while (i + 1 < LENGTH(template_endings) && strcmp(template_endings[i], ending) != 0)
        i++;
    return i;
}

static Rank rank_of(const Question *q, u32 entry, u32 template)
{
    const char *path = entry_path(q->ix, entry);
    const char *folder = q->ix->folders.at[q->ix->entries.at[entry].folder].path;
    return (Rank){
        .same_folder = q->folder && strcmp(folder, q->folder) == 0,
        .shared = q->includer ? shared_components(path, q->includer) : 0,
        .components = count_components(path),
        .template = template,
        .path = path,
    };
}

/* By path suffix in what was read of the project's trees. Folders above the root count as well: a checkout named foo
 * serves <foo/x.h>. */
static u32 find_by_suffix(const Question *q, Rank *best)
{
    struct HeaderIndex *ix = q->ix;
    const char *suffix =
        path_resolve(&ix->temp, "/", q->name) + 1; /* leading ".." have nothing to go up to */
    const char *base = path_base(suffix);
    size_t m = strlen(suffix), base_len = strlen(base);
    u32 found = NONE;
    /* A name that is itself a template ("x.h.in") stands under what it would stand for. */
    u32 i = map_get(&ix->by_name, XXH3_64bits(base, src_template_len(base, base_len)), NONE);
    for (; i != NONE; i = ix->entries.at[i].next_same_name) {
        const char *name = ix->entries.at[i].name;
        if (strncmp(name, base, base_len) != 0)
            continue;
        const char *ending = name + base_len;
        u32 rank = template_rank(ending);
        if (strcmp(template_endings[rank], ending) != 0)
            continue;
        const char *path = entry_path(ix, i);
        size_t n = strlen(path) - strlen(ending);
        if (!ends_in(path, n, suffix, m) || (q->includer && strcmp(path, q->includer) == 0) ||
            !is_file(ix, i))
            continue;
        Rank r = rank_of(q, i, rank);
        if (found == NONE || is_better(&r, best)) {
            *best = r;
            found = i;
        }
    }
    return found;
}

/* In a tree that could only be read in part, the folders above the includer and their include folders are asked
 * directly, so that the nearest headers are found however large the tree is. */
static u32 find_above(const Question *q, Rank *rank)
{
    struct HeaderIndex *ix = q->ix;
    const Root *root = NULL;
    for (u32 i = 0; i < ix->roots.n && q->folder; i++)
        if (ix->roots.at[i].cut && path_is_below(q->folder, ix->roots.at[i].path) &&
            (!root || strlen(root->path) < strlen(ix->roots.at[i].path)))
            root = &ix->roots.at[i];
    if (!root)
        return NONE;
    for (const char *at = q->folder;; at = arena_strndup(&ix->temp, at, path_dir_len(at))) {
        const char *places[] = {at, arena_printf(&ix->temp, "%s/include", at[1] ? at : "")};
        for (u32 i = 0; i < LENGTH(places); i++)
            for (u32 k = 0; k < LENGTH(template_endings); k++) {
                const char *name = arena_printf(&ix->temp, "%s%s", q->name, template_endings[k]);
                u32 e = find_file(ix, path_resolve(&ix->temp, places[i], name));
                if (e != NONE && strcmp(entry_path(ix, e), q->includer) != 0) {
                    *rank = rank_of(q, e, k);
                    return e;
                }
            }
        if (strcmp(at, root->path) == 0 || !at[1])
            return NONE;
    }
}

/* By where it lies in the project. */
static u32 find_in_project(const Question *q)
{
    if (!q->ix->scanned)
        scan(q->ix);
    Rank read = {0}, above = {0};
    u32 a = find_by_suffix(q, &read), b = find_above(q, &above);
    return a == NONE || (b != NONE && is_better(&above, &read)) ? b : a;
}

static void push_all(Dirs *dirs, const char *const *list, u32 n)
{
    for (u32 i = 0; i < n; i++)
        vec_push(dirs, list[i]);
}

static const char *answer(const Question *q, const Flags *flags)
{
    struct HeaderIndex *ix = q->ix;
    u32 e = NONE;
    if (q->name[0] == '/') {
        const char *path = path_resolve(&ix->temp, "/", q->name);
        for (u32 k = 0; k < LENGTH(template_endings) && e == NONE; k++)
            e = find_file(ix, arena_printf(&ix->temp, "%s%s", path, template_endings[k]));
        return e == NONE ? NULL : entry_path(ix, e);
    }
    Dirs dirs = {0};
    u32 n_quote = 0;
    if (!q->angled && q->folder && !q->next)
        vec_push(&dirs, q->folder);
    if (flags) {
        n_quote = q->angled && !q->next ? 0 : flags->n_quote;
        if (n_quote)
            push_all(&dirs, flags->quote_dirs, flags->n_quote);
        push_all(&dirs, flags->include_dirs, flags->n_include);
        push_all(&dirs, flags->system_dirs, flags->n_system);
    }
    push_all(&dirs, ix->option_dirs, ix->n_option_dirs);
    /* A header that wraps another of its own name does not mean itself. */
    if (q->angled && q->folder && q->by_project &&
        strcmp(path_resolve(&ix->temp, q->folder, q->name), q->includer) != 0)
        vec_push(&dirs, q->folder);
    u32 from = q->next ? behind_includer(q, &dirs, n_quote) : 0;
    for (u32 k = 0; k < LENGTH(template_endings) && e == NONE; k++)
        e = find_in(q, &dirs, from, template_endings[k]);
    vec_release(&dirs);
    if (e == NONE && q->by_project)
        e = find_in_project(q);
    return e == NONE ? NULL : entry_path(ix, e);
}

const char *inputs_find_header(Inputs *in, const char *includer, const Flags *flags, const char *name,
                               bool angled, bool next, bool (*is_system_name)(const char *name))
{
    struct HeaderIndex *ix = in->headers;
    size_t len = strlen(name);
    if (len == 0 || len > LIMIT_HEADER_NAME || name[len - 1] == '/')
        return NULL;
    Question q = {.ix = ix, .name = name, .angled = angled};
    arena_reset(&ix->temp);
    if (includer) {
        q.includer = path_resolve(&ix->temp, ix->cwd, includer);
        q.folder = arena_strndup(&ix->temp, q.includer, path_dir_len(q.includer));
        q.next = next;
    }
    q.by_project = !angled || !is_system_name || !is_system_name(name);
    /* The answer depends on the including file itself only where it must not find itself. */
    bool self = q.includer && (next || strcmp(path_base(q.includer), path_base(name)) == 0);
    Sb *key = &ix->scratch;
    sb_reset(key);
    uintptr_t flags_id = (uintptr_t)flags;
    sb_addn(key, (const char *)&flags_id, sizeof flags_id);
    sb_addc(key, (char)('a' + (angled | q.next << 1 | q.by_project << 2 | (q.folder != NULL) << 3)));
    sb_addn(key, name, len + 1);
    if (q.folder)
        sb_adds(key, self ? q.includer : q.folder);
    u64 hash = XXH3_64bits(key->s, key->n);
    u32 head = map_get(&ix->query_by_key, hash, NONE);
    for (u32 i = head; i != NONE; i = ix->queries.at[i].next_hash) {
        const Query *known = &ix->queries.at[i];
        if (known->key_len == key->n && memcmp(known->key, key->s, key->n) == 0)
            return known->answer;
    }
    Query fresh = {arena_strndup(ix->arena, key->s, key->n), key->n, answer(&q, flags), head};
    vec_push(&ix->queries, fresh);
    map_put(&ix->query_by_key, hash, ix->queries.n - 1);
    return fresh.answer;
}
