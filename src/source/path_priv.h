/*
 * Paths as strings (path_): joining, lexical normalisation, and how a path is shown to the user; and the one way in
 * which bytes come from disk. Private to source/.
 */
#ifndef SOURCE_PATH_PRIV_H
#define SOURCE_PATH_PRIV_H

#include <sys/stat.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/base.h"

/* Working directory of the process, absolute, in `a`; "/" when it cannot be found out. */
const char *path_cwd(Arena *a);

/* Absolute form of `path` below `dir` (itself absolute), without ".", ".." and doubled slashes. Purely lexical: ".." takes
 * the component before it away even if that is a symbolic link. Never ends in '/', except for the root itself. */
char *path_resolve(Arena *a, const char *dir, const char *path);

/* Same for paths given by the user: where ".." would step over a symbolic link the kernel's answer counts. */
char *path_resolve_exact(Arena *a, const char *dir, const char *path);

/* Length of the folder part of an absolute path, without the slash behind it; 1 for files in "/", else 0 without a slash. */
size_t path_dir_len(const char *path);
/* Last component. */
const char *path_base(const char *path);

/* True when `path` is `dir` or lies below it; both absolute and normalised. */
bool path_is_below(const char *path, const char *dir);

/* What the user reads: relative to `cwd` when `abs` lies below it, else `given` (or `abs` when that is NULL). */
const char *path_shown(Arena *a, const char *cwd, const char *abs, const char *given);

/* What to do about a failed system call, as the end of a message: "check the path". */
const char *path_remedy(int error);

/* Opens a regular file for reading without ever blocking on a FIFO or device. Returns a descriptor, or -1 with `why` and
 * `remedy` set to static strings. `st` is filled on success. */
int path_open_regular(const char *disk_path, struct stat *st, const char **why, const char **remedy);

/* Reads up to `n` bytes, going on after short reads and interrupts. Returns the number read or -1 with errno. */
ssize_t path_read(int fd, char *to, size_t n);

#endif
