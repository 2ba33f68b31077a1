// What the tree-sitter programs of the benchmark share: reading a file and choosing its grammar.
// Header only, included by ts_parse.c and ts_rows.c.
#ifndef BENCH_TS_H
#define BENCH_TS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_c(void);
const TSLanguage *tree_sitter_cpp(void);

/// The file's bytes with a NUL after them (to be freed), or NULL.
static inline char *ts_read(const char *path, uint32_t *len)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    char *text = NULL;
    long size = 0;
    if (fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) >= 0 && fseek(f, 0, SEEK_SET) == 0)
        text = malloc((size_t)size + 1);
    if (text && fread(text, 1, (size_t)size, f) != (size_t)size) {
        free(text);
        text = NULL;
    }
    fclose(f);
    if (text) {
        text[size] = 0;
        *len = (uint32_t)size;
    }
    return text;
}

/// The grammar for a path; headers have that of the project (plusplus).
static inline const TSLanguage *ts_language(const char *path, bool plusplus)
{
    const char *dot = strrchr(path, '.');
    if (dot && strcmp(dot, ".c") == 0)
        return tree_sitter_c();
    if (dot && strcmp(dot, ".h") == 0)
        return plusplus ? tree_sitter_cpp() : tree_sitter_c();
    return tree_sitter_cpp();
}

/// Reads one line of a list of paths, without its newline. False at the end.
static inline bool ts_next_path(FILE *list, char *path, size_t size)
{
    if (!fgets(path, (int)size, list))
        return false;
    path[strcspn(path, "\n")] = 0;
    return true;
}

#endif
