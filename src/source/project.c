/*
 * Where a project begins and where its build keeps compile_commands.json (project_; see inputs_priv.h).
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/str.h"
#include "source/inputs_priv.h"
#include "source/path_priv.h"
#include "source/walk_priv.h"

enum { LEVELS_UP = 6 };

static bool holds(Arena *a, const char *folder, const char *name)
{
    return access(arena_printf(a, "%s/%s", folder[1] ? folder : "", name), F_OK) == 0;
}

const char *project_root_of(Arena *a, const char *file)
{
    static const char *const marks[] = {
        ".git", "compile_commands.json", "configure.ac", "CMakeLists.txt", "meson.build", "Makefile",
    };
    const char *home = getenv("HOME");
    const char *own = arena_strndup(a, file, path_dir_len(file));
    const char *at = own;
    for (u32 up = 0; up <= LEVELS_UP && at[1]; up++) {
        if (home && strcmp(at, home) == 0)
            break;
        for (u32 i = 0; i < LENGTH(marks); i++)
            if (holds(a, at, marks[i]))
                return at;
        at = arena_strndup(a, at, path_dir_len(at));
    }
    return own;
}

const char *project_find_commands(Arena *a, const char *folder)
{
    static const char name[] = "compile_commands.json";
    static const char *const builds[] = {"build*", "out*", "cmake-build-*"};
    if (holds(a, folder, name))
        return arena_printf(a, "%s/%s", folder[1] ? folder : "", name);
    DirList list;
    if (!dir_list(a, folder, LIMIT_WALK_ENTRIES, &list))
        return NULL;
    const char *found = NULL;
    for (u32 k = 0; k < LENGTH(builds) && !found; k++)
        for (u32 i = 0; i < list.entries.n && !found; i++) {
            const DirEntry *e = &list.entries.at[i];
            if (e->type == ENTRY_FILE || e->type == ENTRY_OTHER || !str_glob(builds[k], e->name))
                continue;
            const char *sub = arena_printf(a, "%s/%s", folder[1] ? folder : "", e->name);
            if (holds(a, sub, name))
                found = arena_printf(a, "%s/%s", sub, name);
        }
    vec_release(&list.entries);
    return found;
}
