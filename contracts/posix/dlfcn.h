/* Contract: loading of libraries. */
enum {
    RTLD_LAZY = 1, RTLD_NOW = 2, RTLD_NOLOAD = 4, RTLD_LOCAL = 0, RTLD_GLOBAL = 0x100, RTLD_NODELETE = 0x1000
};
#define RTLD_DEFAULT ((void *)0)
#define RTLD_NEXT ((void *)-1)
typedef struct { const char *dli_fname; void *dli_fbase; const char *dli_sname; void *dli_saddr; } Dl_info;
[[stoa::opens(result, library), stoa::string(path), stoa::nullable(path), stoa::sink(path, program), stoa::error_if(result == NULL)]] void *dlopen(const char *path, int flags);
[[stoa::string(name), stoa::may_return_null("there is no such symbol")]] void *dlsym(void *library, const char *name);
[[stoa::closes(library, library), stoa::error_if(result != 0)]] int dlclose(void *library);
[[stoa::returns_static]] char *dlerror(void);
[[stoa::error_if(result == 0)]] int dladdr(const void *address, Dl_info *info);
