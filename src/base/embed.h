/*
 * Files that the build puts into the library: the contract headers and the CWE taxonomy.
 * The tables are written at build time by tools/embed.c; contract/ and cwe/ read them, nobody else should.
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include <stddef.h>

/* One embedded file. `path` is relative to the set's own folder ("libc/string.h" of contracts/, "cwe-1000.tsv"
 * of data/cwe/) and always has '/' as separator. `data` holds `size` bytes and one NUL after them, which `size`
 * does not count; the bytes may contain NULs of their own. Everything has static lifetime. */
typedef struct EmbeddedFile {
    const char *path;
    const char *data;
    size_t size;
} EmbeddedFile;

/* Both tables are sorted by `path` in strcmp order, without duplicates, and may be empty. */
extern const EmbeddedFile embed_contracts[];
extern const size_t embed_contracts_count;
extern const EmbeddedFile embed_cwe[];
extern const size_t embed_cwe_count;

#endif
