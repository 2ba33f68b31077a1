/*
 * Steps of collecting inputs that stand in files of their own. Private to source/.
 */
#ifndef SOURCE_INPUTS_PRIV_H
#define SOURCE_INPUTS_PRIV_H

#include "base/arena.h"
#include "source/inputs.h"

/* Top of the project that a single file belongs to: the nearest folder above it with .git, compile_commands.json or a
 * build description, at most six levels up, never "/" nor the home folder; else the file's own folder. */
const char *project_root_of(Arena *a, const char *file);

/* Path of the compile_commands.json of a folder: in it, or in a build folder right below it; NULL when there is none. */
const char *project_find_commands(Arena *a, const char *folder);

#endif
