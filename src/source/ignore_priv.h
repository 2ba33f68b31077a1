/*
 * Rules of .gitignore files (ignore_): which entries of a folder git would not look at. Used by the walk; private to source/.
 * Semantics: gitignore(5). Not known here are the index (a tracked file may match a rule) and core.excludesFile.
 */
#ifndef SOURCE_IGNORE_PRIV_H
#define SOURCE_IGNORE_PRIV_H

#include "base/arena.h"
#include "base/base.h"

/* The rules of one file, together with those of the files outside of it, which they override. */
typedef struct Ignore Ignore;

/* Adds the rules in text[0..size) of a file that governs the folder `dir` (absolute, normalised). Returns `outer` when
 * there are none. Everything lives in the arena. */
const Ignore *ignore_parse(Arena *a, const Ignore *outer, const char *dir, const char *text, size_t size);

/* Same for dir/.gitignore, if there is one that is a regular file. */
const Ignore *ignore_load(Arena *a, const Ignore *outer, const char *dir);

/* True when `dir` is the top of a work tree. */
bool ignore_is_repository(const char *dir);

/* Rules of info/exclude of the repository whose top is `dir`. */
const Ignore *ignore_load_exclude(Arena *a, const char *dir);

/* Rules that hold for the entries of `dir` from outside: of its repository and of the folders between. Without a
 * repository, or when `dir` itself is ignored (the user asked for it all the same), there are none. The .gitignore of
 * `dir` itself is not included. */
const Ignore *ignore_outside(Arena *a, const char *dir);

/* Does the last rule that matches say "ignore"? Looks at `path` (absolute, normalised) alone: the caller has asked before
 * for each of the folders above it, and does not go into ignored ones. */
bool ignore_matches(const Ignore *rules, const char *path, bool is_folder);

#endif
