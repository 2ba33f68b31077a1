/*
 * What the user asked to have reviewed (inputs_): files, folders, stdin, @lists, compile_commands.json, brought into
 * one ordered list of files with their flags; and the search for headers. Called by cli/ (or the library), read by syntax/.
 */
#ifndef SOURCE_INPUTS_H
#define SOURCE_INPUTS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"
#include "source/source.h"

/* Flags of one compile command that matter to a reader of source. All strings live in Inputs.arena. */
typedef struct Flags {
    const char **quote_dirs, **include_dirs,
        **system_dirs; /* -iquote, -I, -isystem/-idirafter; absolute or as given relative to cwd */
    u32 n_quote, n_include, n_system;
    const char **defines; /* "NAME", "NAME=VALUE", "NAME(x)=..." ; undefs are "-UNAME" entries in order */
    u32 n_defines;
    const char **forced; /* -include, -imacros */
    u32 n_forced;
    Lang lang; /* -x or by file name */
    bool lang_known;
    const char *directory; /* working directory of the command */
} Flags;

typedef struct InputFile {
    const char *disk_path;  /* absolute; NULL for stdin */
    const char *shown_path; /* as SourceFile.path; "<stdin>" */
    const char *bytes;      /* stdin's bytes; else NULL */
    size_t size;
    Lang lang;          /* of .h: C, but C++ in a given folder that has C++ sources and no C sources */
    bool is_header;     /* going by the suffix */
    const Flags *flags; /* of its compile command, or NULL */
} InputFile;

typedef struct InputOptions {
    const char *
        compile_commands; /* --compile-commands FILE (or a folder that holds it); NULL: look in the given folders and their build/ */
    bool no_compile_commands; /* do not look for one */
    bool no_ignore;           /* do not respect .gitignore */
    bool skip_vendored; /* --skip-vendored: leave out third_party, vendor, node_modules, external, deps ... */
    const char **exclude; /* --exclude GLOB */
    u32 n_exclude;
    Lang stdin_lang;
    bool stdin_lang_given; /* --lang also overrides the language of files without a known suffix */
    const char **defines;  /* -D, -U from the command line, like Flags.defines */
    u32 n_defines;
    const char **include_dirs; /* -I */
    u32 n_include_dirs;
} InputOptions;

typedef struct Inputs {
    VEC(InputFile)
    files; /* sorted by shown path within each argument, arguments in the order given, no file twice */
    VEC(const char *) roots; /* absolute folders in whose trees headers are looked for */
    InputOptions options;
    Diags *diags;
    Arena arena;
    bool have_commands;          /* a compile_commands.json is in use */
    u32 n_skipped_binary;        /* files; each has its message */
    u32 n_skipped_ignored;       /* files, and folders counted once */
    u32 n_skipped_vendored;      /* folders */
    struct HeaderIndex *headers; /* by base name: all header-like files below the roots */
} Inputs;

/* Collects. args: n strings as on the command line ("-" is stdin). What cannot be read is in diags. */
Inputs *inputs_new(const char *const *args, u32 n, const InputOptions *options, Diags *diags);
/* One snippet already in memory (the library's entry). */
Inputs *inputs_of_bytes(const char *shown_path, const char *bytes, size_t size, Lang lang,
                        const InputOptions *options, Diags *diags);
void inputs_free(Inputs *in);

/* Path on disk of an included header, or NULL. includer: disk path of the including file (NULL: stdin). With flags, their
 * directories in the compiler's order; else (and after that) the includer's folder, -I options, and the path suffix in the
 * project's trees (nearest to the includer first; `x.h.in` stands in for x.h). Angled names of system headers (`is_system_name`
 * says so) are not looked up by suffix. next: #include_next. The answer lives in Inputs.arena; the same file always gives the same pointer-independent path. */
const char *inputs_find_header(Inputs *in, const char *includer, const Flags *flags, const char *name,
                               bool angled, bool next, bool (*is_system_name)(const char *name));

#endif
