/*
 * Reads the embedded tables of data/cwe/ once and answers from arrays indexed by id.
 * See cwe.h for who may ask what.
 */
#include "cwe/cwe.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/embed.h"

/* The version of the list whose facts data/cwe/ holds. */
#define LIST_VERSION "4.20"
#define LIST_DATE "2026-04-30"

enum { MAX_ID = 65535, MAX_COLUMNS = 8, MAX_PARENTS = 16 };

static struct {
    Arena arena;
    Cwe *all; /* by id */
    u32 n;
    u16 *by_id; /* id -> index + 1 */
    u32 max_id;
    u32 *pillars;
    u32 n_pillars;
} taxonomy;

static pthread_once_t taxonomy_once = PTHREAD_ONCE_INIT;

static const EmbeddedFile *table_file(const char *path)
{
    for (size_t i = 0; i < embed_cwe_count; i++)
        if (strcmp(embed_cwe[i].path, path) == 0)
            return &embed_cwe[i];
    return NULL;
}

/* Calls row() with the NUL-terminated columns of every line but the first; they live in the taxonomy's arena. */
static void table_read(const char *path, u32 columns, void (*row)(char **column))
{
    const EmbeddedFile *file = table_file(path);
    if (!file)
        return;
    char *text = arena_strndup(&taxonomy.arena, file->data, file->size);
    char *line = strchr(text, '\n');
    while (line && *++line) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        char *column[MAX_COLUMNS];
        u32 n = 0;
        for (char *at = line; at && n < columns; n++) {
            column[n] = at;
            at = n + 1 < columns ? strchr(at, '\t') : NULL;
            if (at)
                *at++ = '\0';
        }
        if (n == columns)
            row(column);
        line = end;
    }
}

static u32 number_of(const char *text)
{
    unsigned long value = strtoul(text, NULL, 10);
    return value <= MAX_ID ? (u32)value : 0;
}

static void read_parents(Cwe *cwe, const char *text)
{
    u32 parents[MAX_PARENTS];
    u32 n = 0;
    while (*text && n < MAX_PARENTS) {
        char *end;
        parents[n++] = (u32)strtoul(text, &end, 10);
        text = *end == ',' ? end + 1 : "";
    }
    u32 *copy = arena_array(&taxonomy.arena, u32, n ? n : 1);
    memcpy(copy, parents, n * sizeof *copy);
    cwe->parents = copy;
    cwe->n_parents = n;
}

static void weakness_row(char **column)
{
    u32 id = number_of(column[0]);
    if (id == 0)
        return;
    Cwe *cwe = &taxonomy.all[taxonomy.n++];
    cwe->id = id;
    cwe->abstraction = column[1];
    cwe->status = column[2];
    read_parents(cwe, column[3]);
    cwe->stated_pillar = column[4][0] ? number_of(column[4]) : id;
    cwe->name = column[6];
    taxonomy.max_id = MAX(taxonomy.max_id, id);
}

static Cwe *find_mutable(u32 id)
{
    if (id > taxonomy.max_id || !taxonomy.by_id || taxonomy.by_id[id] == 0)
        return NULL;
    return &taxonomy.all[taxonomy.by_id[id] - 1];
}

static void top25_row(char **column)
{
    Cwe *cwe = find_mutable(number_of(column[1]));
    if (cwe)
        cwe->top25 = number_of(column[0]);
}

static void view_row(char **column)
{
    Cwe *cwe = find_mutable(number_of(column[0]));
    if (cwe) {
        cwe->in_c = column[1][0] == '1';
        cwe->in_cxx = column[2][0] == '1';
    }
}

static int by_id(const void *a, const void *b)
{
    const Cwe *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static u32 pillar_of(const Cwe *cwe)
{
    /* A chain longer than the table has a loop in it. */
    for (u32 steps = 0; cwe && steps <= taxonomy.n; steps++) {
        if (cwe->n_parents == 0)
            return cwe->id;
        cwe = find_mutable(cwe->parents[0]);
    }
    return 0;
}

static void link_children(void)
{
    u32 *fill = arena_array(&taxonomy.arena, u32, taxonomy.n + 1);
    for (u32 i = 0; i < taxonomy.n; i++)
        for (u32 k = 0; k < taxonomy.all[i].n_parents; k++) {
            Cwe *parent = find_mutable(taxonomy.all[i].parents[k]);
            if (parent)
                parent->n_children++;
        }
    u32 **lists = arena_array(&taxonomy.arena, u32 *, taxonomy.n + 1);
    for (u32 i = 0; i < taxonomy.n; i++) {
        lists[i] = arena_array(&taxonomy.arena, u32, taxonomy.all[i].n_children + 1);
        taxonomy.all[i].children = lists[i];
    }
    for (u32 i = 0; i < taxonomy.n; i++)
        for (u32 k = 0; k < taxonomy.all[i].n_parents; k++) {
            Cwe *parent = find_mutable(taxonomy.all[i].parents[k]);
            if (parent) {
                u32 p = (u32)(parent - taxonomy.all);
                lists[p][fill[p]++] = taxonomy.all[i].id;
            }
        }
}

static void taxonomy_load(void)
{
    arena_init(&taxonomy.arena);
    const EmbeddedFile *file = table_file("cwe-1000.tsv");
    if (!file)
        return;
    u32 lines = 1;
    for (size_t i = 0; i < file->size; i++)
        lines += file->data[i] == '\n';
    taxonomy.all = arena_array(&taxonomy.arena, Cwe, lines);
    table_read("cwe-1000.tsv", 7, weakness_row);
    qsort(taxonomy.all, taxonomy.n, sizeof *taxonomy.all, by_id);
    taxonomy.by_id = arena_array(&taxonomy.arena, u16, taxonomy.max_id + 1);
    for (u32 i = 0; i < taxonomy.n; i++)
        taxonomy.by_id[taxonomy.all[i].id] = (u16)(i + 1);

    taxonomy.pillars = arena_array(&taxonomy.arena, u32, taxonomy.n + 1);
    for (u32 i = 0; i < taxonomy.n; i++) {
        Cwe *cwe = &taxonomy.all[i];
        cwe->pillar = pillar_of(cwe);
        if (strcmp(cwe->abstraction, "Pillar") == 0)
            taxonomy.pillars[taxonomy.n_pillars++] = cwe->id;
    }
    link_children();
    table_read("top25.tsv", 3, top25_row);
    table_read("c-cpp-views.tsv", 4, view_row);
}

static void need_taxonomy(void)
{
    pthread_once(&taxonomy_once, taxonomy_load);
}

const Cwe *cwe_find(u32 id)
{
    need_taxonomy();
    return find_mutable(id);
}

const char *cwe_name(u32 id)
{
    const Cwe *cwe = cwe_find(id);
    return cwe ? cwe->name : "unknown weakness";
}

u32 cwe_pillar(u32 id)
{
    const Cwe *cwe = cwe_find(id);
    return cwe ? cwe->pillar : 0;
}

static bool within(const Cwe *cwe, u32 ancestor, u32 depth)
{
    if (!cwe || depth > 32)
        return false;
    if (cwe->id == ancestor)
        return true;
    for (u32 i = 0; i < cwe->n_parents; i++)
        if (within(find_mutable(cwe->parents[i]), ancestor, depth + 1))
            return true;
    return false;
}

bool cwe_is_within(u32 id, u32 ancestor)
{
    return within(cwe_find(id), ancestor, 0);
}

u32 cwe_count(void)
{
    need_taxonomy();
    return taxonomy.n;
}

const Cwe *cwe_at(u32 i)
{
    need_taxonomy();
    return i < taxonomy.n ? &taxonomy.all[i] : NULL;
}

u32 cwe_pillar_count(void)
{
    need_taxonomy();
    return taxonomy.n_pillars;
}

u32 cwe_pillar_at(u32 i)
{
    need_taxonomy();
    return i < taxonomy.n_pillars ? taxonomy.pillars[i] : 0;
}

u32 cwe_pillar_index(u32 pillar)
{
    need_taxonomy();
    for (u32 i = 0; i < taxonomy.n_pillars; i++)
        if (taxonomy.pillars[i] == pillar)
            return i;
    return taxonomy.n_pillars;
}

const char *cwe_list_version(void)
{
    return LIST_VERSION;
}

const char *cwe_list_date(void)
{
    return LIST_DATE;
}

u32 cwe_parse(const char *text)
{
    if ((text[0] | 32) == 'c' && (text[1] | 32) == 'w' && (text[2] | 32) == 'e' && text[3] == '-')
        text += 4;
    u32 id = 0;
    if (*text == '\0' || *text == '0')
        return 0;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || id > MAX_ID / 10)
            return 0;
        id = id * 10 + (u32)(*text - '0');
    }
    return id <= MAX_ID ? id : 0;
}
