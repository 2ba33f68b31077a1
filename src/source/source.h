/*
 * The set of source files of one run (src_): bytes, line index, language, content hash, and the one
 * numbering of places that all later rooms share. Files are added in a deterministic order by one
 * thread; afterwards everything here is read-only and may be shared by all threads.
 */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "base/arena.h"
#include "base/base.h"
#include "base/diag.h"
#include "base/vec.h"

typedef u32 FileId; /* index into SourceSet.files; 0 is no file */

/* A place: file base + byte offset. 0 is no place. One u32 for any byte of any file of the run. */
typedef u32 Loc;

typedef enum Lang { LANG_C, LANG_CXX } Lang;

typedef enum FileRole {
    ROLE_MAIN,     /* given by the user (or found in a folder) and compiled on its own */
    ROLE_HEADER,   /* reached through #include, or a header lying in a given folder */
    ROLE_CONTRACT, /* embedded contract header */
} FileRole;

typedef struct SourceFile {
    const char *path; /* as shown to the user: relative to the working directory when below it */
    const char *text; /* size bytes, followed by at least 16 NUL bytes */
    u32 size;
    Loc base; /* place of byte 0; base of the next file is base + size + 1 */
    u64 hash; /* XXH3 of the bytes */
    Lang lang;
    FileRole role;
    bool wanted; /* named by the user or inside a folder named by the user: its findings are reported */
    bool owned;  /* text is heap memory of the set */
    u32 *
        line_starts; /* offsets of the first bytes of lines; n_lines entries; a '\n' at the end opens one more */
    u32 n_lines;
} SourceFile;

typedef struct SourceSet {
    VEC(SourceFile) files; /* files.at[0] is unused */
    Arena arena;           /* paths and line indices; lives as long as the set */
    Diags *diags;
    Loc next_base;
} SourceSet;

void src_init(SourceSet *s, Diags *diags);
void src_release(SourceSet *s);

/* Adds a file by its bytes (copied when `copy`, else borrowed and needing 16 NULs behind). Computes hash and
 * line index; skips a UTF-8 byte order mark; converts UTF-16 with a byte order mark to UTF-8. Returns 0 and adds a
 * message when the run's total size is exceeded. */
FileId src_add_bytes(SourceSet *s, const char *path, const char *text, size_t size, Lang lang, FileRole role,
                     bool copy);

/* Reads a file from disk. Returns 0 and adds an error naming path and remedy when that fails (missing, unreadable,
 * a directory or device, too large); returns 0 with a note for a binary file. A file with the suffix of a source or
 * header is read in spite of NUL bytes, with a warning. shown_path NULL: made of disk_path by the rule of SourceFile.path. */
FileId src_add_path(SourceSet *s, const char *disk_path, const char *shown_path, Lang lang, FileRole role);

static inline const SourceFile *src_file(const SourceSet *s, FileId f)
{
    return &s->files.at[f];
}

/* File of a place, by binary search over the bases; 0 for no place. */
FileId src_file_of(const SourceSet *s, Loc loc);

typedef struct Position {
    FileId file;
    u32 line;   /* from 1 */
    u32 column; /* from 1, in bytes */
} Position;

Position src_position(const SourceSet *s, Loc loc);
/* Text of a line (from 1) without its line end. */
Slice src_line(const SourceSet *s, FileId f, u32 line);

/* Language by file name: .c and .h are C unless `cxx_project`, .cc .cpp .cxx .c++ .C .hh .hpp .hxx .ipp .tpp .inl are C++. */
Lang src_lang_of_path(const char *path);
bool src_is_source_path(const char *path); /* something to compile */
bool src_is_header_path(const char *path); /* includes .h.in templates */

#endif
