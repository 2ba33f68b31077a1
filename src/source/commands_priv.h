/*
 * compile_commands.json (commands_): which files are compiled, and with which flags. Private to source/ and its tests.
 * Format: clang's "JSON Compilation Database Format Specification".
 */
#ifndef SOURCE_COMMANDS_PRIV_H
#define SOURCE_COMMANDS_PRIV_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"
#include "source/inputs.h"

typedef struct Command {
    const char *file;   /* absolute */
    const Flags *flags; /* equal sets are one object */
    u32 same_hash;      /* next command whose path has the same hash; index + 1 */
} Command;

typedef struct KnownFlags {
    const Flags *flags;
    const char *key; /* everything in it, as bytes */
    size_t key_len;
    u32 same_hash;
} KnownFlags;

typedef struct Commands {
    Arena *arena;  /* of what is kept */
    Arena scratch; /* of the entry being read */
    Diags *diags;
    VEC(Command) list; /* in the order of the files, each file once: its first command counts */
    VEC(KnownFlags) known;
    Map by_file, by_flags;
} Commands;

void commands_init(Commands *c, Arena *arena, Diags *diags);
void commands_release(Commands *c);

/* Adds the commands in a file on disk. Says what is wrong with it; the entries that are right are used all the same. */
void commands_load(Commands *c, const char *disk_path, const char *shown_path);

/* Same for its text; `folder` (absolute) is the one that holds it. */
void commands_parse(Commands *c, const char *text, size_t size, const char *folder, const char *shown_path);

/* Splits a command line as a POSIX shell would, without expansions. Words are in the arena. False: a quote is not closed. */
typedef struct Words {
    VEC(const char *) list;
} Words;
bool commands_split(Arena *a, const char *command, Words *out);

/* The flags of one command that matter; see Flags. The result is shared among equal ones. `file` is absolute. */
const Flags *commands_flags(Commands *c, const char *const *words, u32 n, const char *directory,
                            const char *file, u32 *n_response);

#endif
