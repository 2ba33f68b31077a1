/* Contract: file name patterns. */
typedef struct { size_t gl_pathc; char **gl_pathv; size_t gl_offs; int gl_flags; void *functions[5]; } glob_t;
#define GLOB_ERR 1
#define GLOB_MARK 2
#define GLOB_NOSORT 4
#define GLOB_NOCHECK 16
#define GLOB_NOMATCH 3
#define FNM_PATHNAME 1
#define FNM_NOESCAPE 2
#define FNM_PERIOD 4
#define FNM_NOMATCH 1
[[stoa::string(pattern), stoa::opens(*paths, glob), stoa::taints(*paths, system), stoa::error_if(result != 0)]] int glob(const char *pattern, int flags, int (*on_error)(const char *, int), glob_t *paths);
[[stoa::closes(paths, glob)]] void globfree(glob_t *paths);
[[stoa::string(pattern), stoa::string(text), stoa::compares(pattern, text), stoa::pure]] int fnmatch(const char *pattern, const char *text, int flags);
