/*
 * Folders (walk_): sorted listings, and the sources and headers below a folder given by the user. Private to source/.
 */
#ifndef SOURCE_WALK_PRIV_H
#define SOURCE_WALK_PRIV_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "source/inputs.h"

typedef enum EntryType { ENTRY_FILE, ENTRY_FOLDER, ENTRY_LINK, ENTRY_OTHER } EntryType;

typedef struct DirEntry {
    const char *name;
    EntryType type; /* of the entry itself: links are not followed */
} DirEntry;

typedef struct DirList {
    VEC(DirEntry) entries; /* bytewise by name, without "." and ".." */
    bool cut;              /* there were more than `limit` */
} DirList;

/* Reads a folder; names live in the arena, the list is released by the caller. False with errno. */
bool dir_list(Arena *names, const char *path, u32 limit, DirList *out);

typedef struct WalkFile {
    const char *path; /* absolute */
    u64 dev, ino;
    bool header;
} WalkFile;

typedef struct Walk {
    Arena *arena; /* of the paths */
    Diags *diags;
    const InputOptions *options;
    const char *root, *shown_root; /* absolute; as the user reads it, "" for the working directory */
    VEC(WalkFile) files;           /* bytewise by path */
    u32 c_sources, cxx_sources;
    u32 skipped_binary;   /* files */
    u32 skipped_ignored;  /* files and folders */
    u32 skipped_vendored; /* folders */
} Walk;

/* Fills in everything behind shown_root. The caller releases `files`. */
void walk_folder(Walk *w);

/* Path below the walked folder as the user reads it. */
const char *walk_shown(const Walk *w, const char *path);

/* Does the name of a folder say that other people's code is in it? */
bool walk_is_vendored_name(const char *name, size_t n);

/* --exclude: one of the patterns matches the path as shown, its part below the given folder, or its last component. */
bool walk_excluded(const InputOptions *o, const char *shown, const char *below);

#endif
