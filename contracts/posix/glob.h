/* Contract: file name patterns. */
typedef struct { size_t gl_pathc; char **gl_pathv; size_t gl_offs; int gl_flags; void *functions[5]; } glob_t;
enum {
    GLOB_ERR = 1, GLOB_MARK = 2, GLOB_NOSORT = 4, GLOB_NOCHECK = 16, GLOB_NOMATCH = 3, FNM_PATHNAME = 1,
    FNM_NOESCAPE = 2, FNM_PERIOD = 4, FNM_NOMATCH = 1
};
[[stoa::string(pattern), stoa::opens(*paths, glob), stoa::taints(*paths, system), stoa::error_if(result != 0)]] int glob(const char *pattern, int flags, int (*on_error)(const char *, int), glob_t *paths);
[[stoa::closes(paths, glob)]] void globfree(glob_t *paths);
[[stoa::string(pattern), stoa::string(text), stoa::compares(pattern, text), stoa::pure]] int fnmatch(const char *pattern, const char *text, int flags);
