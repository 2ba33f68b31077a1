/* Build-time tool: turns sets of files into one C source with a table of EmbeddedFile per set.
 * Runs on the build host before the library is compiled; src/base/embed.h declares what it defines.
 *
 *     embed OUTPUT.c  SET ROOT LIST  [SET ROOT LIST]...
 *
 * SET names the table (embed_SET and embed_SET_count), ROOT is the folder that paths are relative to, LIST is a file
 * with one absolute path under ROOT per line. Output depends on names and bytes only, never on the order of LIST.
 * Exit status: 0 written, 1 something could not be read or written (the output is then removed). */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_COLUMNS = 100 };

typedef struct Bytes {
    char *data;
    size_t size;
} Bytes;

typedef struct Entry {
    const char *full; /* as listed, to open it */
    const char *path; /* relative to the set's root */
} Entry;

typedef struct Set {
    const char *name;
    char *list; /* the list file's text, which the entries point into */
    Entry *entries;
    size_t count;
} Set;

static bool read_whole(const char *path, Bytes *out)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "embed: %s: %s\n", path, strerror(errno));
        return false;
    }
    size_t capacity = 1 << 16, size = 0;
    char *data = malloc(capacity);
    while (data) {
        size += fread(data + size, 1, capacity - size, file);
        if (size < capacity)
            break;
        char *larger = capacity <= SIZE_MAX / 2 ? realloc(data, capacity * 2) : NULL;
        if (!larger) {
            free(data);
            data = NULL;
            break;
        }
        data = larger;
        capacity *= 2;
    }
    bool failed = !data || ferror(file);
    fclose(file);
    if (failed) {
        fprintf(stderr, "embed: %s: cannot be read\n", path);
        free(data);
        return false;
    }
    data[size] = '\0'; /* the loop leaves only with size < capacity */
    *out = (Bytes){data, size};
    return true;
}

static int by_path(const void *left, const void *right)
{
    return strcmp(((const Entry *)left)->path, ((const Entry *)right)->path);
}

static void set_release(Set *set)
{
    free(set->entries);
    free(set->list);
}

/* Reads a set's list into sorted entries. An empty list is an empty set. */
static bool set_init(Set *set, const char *name, const char *root, const char *list_path)
{
    *set = (Set){.name = name};
    Bytes list;
    if (!read_whole(list_path, &list))
        return false;
    set->list = list.data;

    size_t lines = 1;
    for (size_t i = 0; i < list.size; i++)
        lines += list.data[i] == '\n';
    set->entries = calloc(lines, sizeof *set->entries);
    if (!set->entries)
        return false;

    size_t root_length = strlen(root);
    for (char *line = list.data, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        if (*line == '\0')
            continue;
        if (strncmp(line, root, root_length) != 0 || line[root_length] != '/') {
            fprintf(stderr, "embed: %s is not under %s\n", line, root);
            return false;
        }
        set->entries[set->count++] = (Entry){.full = line, .path = line + root_length + 1};
    }
    qsort(set->entries, set->count, sizeof *set->entries, by_path);
    for (size_t i = 1; i < set->count; i++) {
        if (strcmp(set->entries[i - 1].path, set->entries[i].path) == 0) {
            fprintf(stderr, "embed: %s is listed twice\n", set->entries[i].path);
            return false;
        }
    }
    return true;
}

/* Writes the bytes as adjacent string literals, broken at newlines so that the output can be read and diffed.
 * A literal costs the compiler a small fraction of what an array of numbers costs. */
static void write_literal(FILE *out, const char *data, size_t size)
{
    size_t column = 0;
    fputc('"', out);
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)data[i];
        if (c == '\n') {
            column += (size_t)fprintf(out, "\\n");
        } else if (c == '"' || c == '\\' || c == '?') { /* '?' could start a trigraph */
            column += (size_t)fprintf(out, "\\%c", c);
        } else if (c >= 0x20 && c < 0x7f) {
            fputc(c, out);
            column++;
        } else { /* always three digits, or a digit that follows would join the escape */
            column += (size_t)fprintf(out, "\\%03o", c);
        }
        if (i + 1 < size && (c == '\n' || column >= LINE_COLUMNS)) {
            fprintf(out, "\"\n    \"");
            column = 0;
        }
    }
    fputc('"', out);
}

static bool set_write(FILE *out, const Set *set)
{
    size_t *sizes = calloc(set->count + 1, sizeof *sizes);
    if (!sizes)
        return false;
    for (size_t i = 0; i < set->count; i++) {
        Bytes file;
        if (!read_whole(set->entries[i].full, &file)) {
            free(sizes);
            return false;
        }
        sizes[i] = file.size;
        fprintf(out, "\nstatic const char %s_%zu[] =\n    ", set->name, i);
        write_literal(out, file.data, file.size);
        fprintf(out, ";\n");
        free(file.data);
    }
    fprintf(out, "\nconst EmbeddedFile embed_%s[] = {\n", set->name);
    for (size_t i = 0; i < set->count; i++) {
        fprintf(out, "    {");
        write_literal(out, set->entries[i].path, strlen(set->entries[i].path));
        fprintf(out, ", %s_%zu, %zu},\n", set->name, i, sizes[i]);
    }
    /* ISO C has no empty arrays; the last entry is not counted. */
    fprintf(out, "    {0, 0, 0},\n};\nconst size_t embed_%s_count = %zu;\n", set->name, set->count);
    free(sizes);
    return true;
}

static bool write_sets(FILE *out, int argc, char **argv)
{
    fprintf(out, "/* Written by tools/embed.c at build time: do not edit. */\n#include \"base/embed.h\"\n");
    for (int i = 2; i < argc; i += 3) {
        Set set;
        bool good = set_init(&set, argv[i], argv[i + 1], argv[i + 2]) && set_write(out, &set);
        set_release(&set);
        if (!good)
            return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    if (argc < 5 || (argc - 2) % 3 != 0) {
        fprintf(stderr, "usage: embed OUTPUT.c SET ROOT LIST [SET ROOT LIST]...\n");
        return 1;
    }
    const char *output = argv[1];
    FILE *out = fopen(output, "wb");
    if (!out) {
        fprintf(stderr, "embed: %s: %s\n", output, strerror(errno));
        return 1;
    }
    bool good = write_sets(out, argc, argv);
    good = !ferror(out) && good;
    good = fclose(out) == 0 && good;
    if (!good) {
        fprintf(stderr, "embed: %s was not written\n", output);
        remove(output);
        return 1;
    }
    return 0;
}
