/*
 * Flags of one compile command: splitting the command line and reading the options of gcc and clang that decide what the
 * source means (commands_; see commands_priv.h). Everything else on the line is skipped over.
 */
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/limits.h"
#include "base/str.h"
#include "source/commands_priv.h"
#include "source/path_priv.h"

/* ---- splitting ---- */

bool commands_split(Arena *a, const char *command, Words *out)
{
    Sb word;
    sb_init(&word);
    bool in_word = false;
    char quote = 0;
    for (const char *p = command; *p; p++) {
        char c = *p;
        if (quote == '\'') {
            if (c == '\'')
                quote = 0;
            else
                sb_addc(&word, c);
        } else if (c == '\\' && p[1] && (!quote || strchr("\"\\$`\n", p[1]))) {
            if (*++p != '\n') { /* a continued line leaves nothing behind */
                sb_addc(&word, *p);
                in_word = true;
            }
        } else if (quote) {
            if (c == '"')
                quote = 0;
            else
                sb_addc(&word, c);
        } else if (c == '"' || c == '\'') {
            quote = c;
            in_word = true;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (in_word)
                vec_push(&out->list, arena_strndup(a, word.s, word.n));
            sb_reset(&word);
            in_word = false;
        } else {
            sb_addc(&word, c);
            in_word = true;
        }
    }
    if (in_word)
        vec_push(&out->list, arena_strndup(a, word.s, word.n));
    sb_release(&word);
    return quote == 0;
}

/* ---- options ---- */

typedef enum Act {
    SKIP,
    QUOTE_DIR,
    INCLUDE_DIR,
    SYSTEM_DIR,
    AFTER_DIR,
    DEFINE,
    UNDEFINE,
    FORCE,
    LANGUAGE,
    STANDARD
} Act;

enum { SEPARATE = 1, JOINED = 2, BOTH = 3 };

/* Where its value stands: in the next word, behind the name in the same word, or either. The longest name that fits
 * counts. Options without a value need no row, and those with one must not have it taken for an option. */
static const struct {
    const char *name;
    Act act;
    u8 form;
} table[] = {
    {"-I", INCLUDE_DIR, BOTH},
    {"--include-directory", INCLUDE_DIR, SEPARATE},
    {"--include-directory=", INCLUDE_DIR, JOINED},
    {"-iquote", QUOTE_DIR, BOTH},
    {"-isystem", SYSTEM_DIR, BOTH},
    {"-cxx-isystem", SYSTEM_DIR, BOTH},
    {"-idirafter", AFTER_DIR, BOTH},
    {"-D", DEFINE, BOTH},
    {"--define-macro", DEFINE, SEPARATE},
    {"--define-macro=", DEFINE, JOINED},
    {"-U", UNDEFINE, BOTH},
    {"--undefine-macro", UNDEFINE, SEPARATE},
    {"--undefine-macro=", UNDEFINE, JOINED},
    {"-include", FORCE, BOTH},
    {"--include", FORCE, SEPARATE},
    {"--include=", FORCE, JOINED},
    {"-imacros", FORCE, BOTH},
    {"--imacros", FORCE, SEPARATE},
    {"--imacros=", FORCE, JOINED},
    {"-x", LANGUAGE, BOTH},
    {"--language", LANGUAGE, SEPARATE},
    {"--language=", LANGUAGE, JOINED},
    {"-std=", STANDARD, JOINED},
    {"--std", STANDARD, SEPARATE},
    {"--std=", STANDARD, JOINED},
    {"-A", SKIP, BOTH},
    {"-B", SKIP, BOTH},
    {"-F", SKIP, BOTH},
    {"-G", SKIP, BOTH},
    {"-L", SKIP, BOTH},
    {"-MF", SKIP, BOTH},
    {"-MJ", SKIP, BOTH},
    {"-MQ", SKIP, BOTH},
    {"-MT", SKIP, BOTH},
    {"-T", SKIP, BOTH},
    {"-Xanalyzer", SKIP, SEPARATE},
    {"-Xassembler", SKIP, SEPARATE},
    {"-Xclang", SKIP, SEPARATE},
    {"-Xlinker", SKIP, SEPARATE},
    {"-Xpreprocessor", SKIP, SEPARATE},
    {"-arch", SKIP, SEPARATE},
    {"-aux-info", SKIP, SEPARATE},
    {"-dumpbase", SKIP, SEPARATE},
    {"-dumpbase-ext", SKIP, SEPARATE},
    {"-dumpdir", SKIP, SEPARATE},
    {"-e", SKIP, SEPARATE},
    {"-framework", SKIP, SEPARATE},
    {"-iframework", SKIP, BOTH},
    {"-imultilib", SKIP, SEPARATE},
    {"-include-pch", SKIP, SEPARATE},
    {"-iprefix", SKIP, SEPARATE},
    {"-isysroot", SKIP, BOTH},
    {"-iwithprefix", SKIP, SEPARATE},
    {"-iwithprefixbefore", SKIP, SEPARATE},
    {"-l", SKIP, BOTH},
    {"-mllvm", SKIP, SEPARATE},
    {"-o", SKIP, BOTH},
    {"--param", SKIP, SEPARATE},
    {"--sysroot", SKIP, SEPARATE},
    {"-serialize-diagnostics", SKIP, SEPARATE},
    {"--serialize-diagnostics", SKIP, SEPARATE},
    {"-target", SKIP, SEPARATE},
    {"-u", SKIP, SEPARATE},
    {"-z", SKIP, SEPARATE},
};

static int find_option(const char *word)
{
    int best = -1;
    size_t best_len = 0;
    for (u32 i = 0; i < LENGTH(table); i++) {
        size_t n = strlen(table[i].name);
        if (n <= best_len || table[i].name[1] != word[1] || strncmp(word, table[i].name, n) != 0)
            continue;
        if (word[n] ? table[i].form & JOINED : table[i].form & SEPARATE) {
            best = (int)i;
            best_len = n;
        }
    }
    return best;
}

typedef struct Building {
    VEC(const char *) quote, include, system, after, defines, forced;
    Lang lang;
    bool lang_known; /* by -x */
    bool standard_cxx, standard_known;
} Building;

static void set_language(Building *b, const char *name)
{
    static const struct {
        const char *name;
        Lang lang;
    } names[] = {
        {"c", LANG_C},
        {"c-header", LANG_C},
        {"cpp-output", LANG_C},
        {"objective-c", LANG_C},
        {"c++", LANG_CXX},
        {"c++-header", LANG_CXX},
        {"c++-system-header", LANG_CXX},
        {"c++-user-header", LANG_CXX},
        {"c++-cpp-output", LANG_CXX},
        {"c++-module", LANG_CXX},
        {"objective-c++", LANG_CXX},
        {"cuda", LANG_CXX},
        {"hip", LANG_CXX},
    };
    b->lang_known = false; /* "none", and what we do not know: by file name again */
    for (u32 i = 0; i < LENGTH(names); i++)
        if (strcmp(names[i].name, name) == 0) {
            b->lang = names[i].lang;
            b->lang_known = true;
        }
}

static void add_dir(Commands *c, Building *b, Act act, const char *directory, const char *value)
{
    /* "=dir" and "$SYSROOT/dir" lie below the system root, whose headers are not read. */
    if (value[0] == '=' || strncmp(value, "$SYSROOT", 8) == 0)
        return;
    if (b->quote.n + b->include.n + b->system.n + b->after.n >= LIMIT_COMMAND_DIRS)
        return;
    const char *dir = path_resolve(&c->scratch, directory, value);
    switch (act) {
    case QUOTE_DIR: vec_push(&b->quote, dir); break;
    case INCLUDE_DIR: vec_push(&b->include, dir); break;
    case SYSTEM_DIR: vec_push(&b->system, dir); break;
    default: vec_push(&b->after, dir); break;
    }
}

static void apply(Commands *c, Building *b, Act act, const char *directory, const char *value)
{
    if (!value[0])
        return;
    switch (act) {
    case SKIP: break;
    case QUOTE_DIR:
    case INCLUDE_DIR:
    case SYSTEM_DIR:
    case AFTER_DIR: add_dir(c, b, act, directory, value); break;
    case DEFINE: vec_push(&b->defines, value); break;
    case UNDEFINE: vec_push(&b->defines, arena_printf(&c->scratch, "-U%s", value)); break;
    case FORCE: {
        /* The compiler looks in its working directory first, then as for a quoted name. */
        const char *path = path_resolve(&c->scratch, directory, value);
        vec_push(&b->forced, access(path, F_OK) == 0 ? path : value);
        break;
    }
    case LANGUAGE: set_language(b, value); break;
    case STANDARD:
        b->standard_known = true;
        b->standard_cxx = strstr(value, "++") != NULL;
        break;
    }
}

/* g++, clang++-14, x86_64-linux-gnu-c++: these compile a .c file as C++. Wrappers (ccache) may stand before it. */
static bool is_cxx_driver(const char *word)
{
    const char *base = path_base(word);
    size_t n = strlen(base);
    while (n > 0 && ((base[n - 1] >= '0' && base[n - 1] <= '9') || base[n - 1] == '.' || base[n - 1] == '-'))
        n--;
    return n >= 3 && memcmp(base + n - 2, "++", 2) == 0;
}

/* ---- sharing equal sets ---- */

/* One list of a set as bytes: its length, then each string with its NUL, so that different sets cannot look the same. */
static void key_list(Sb *key, const char *const *list, u32 n)
{
    sb_addn(key, (const char *)&n, sizeof n);
    for (u32 i = 0; i < n; i++)
        sb_addn(key, list[i], strlen(list[i]) + 1);
}

static const char **keep(Arena *a, const char *const *list, u32 n)
{
    const char **copy = arena_array(a, const char *, n);
    for (u32 i = 0; i < n; i++)
        copy[i] = arena_strndup(a, list[i], strlen(list[i]));
    return copy;
}

static const Flags *share(Commands *c, const Building *b, const char *directory)
{
    Sb key;
    sb_init(&key);
    key_list(&key, b->quote.at, b->quote.n);
    key_list(&key, b->include.at, b->include.n);
    key_list(&key, b->system.at, b->system.n);
    key_list(&key, b->defines.at, b->defines.n);
    key_list(&key, b->forced.at, b->forced.n);
    key_list(&key, &directory, 1);
    sb_addf(&key, "%d%d", b->lang_known, b->lang_known && b->lang == LANG_CXX);
    u64 hash = XXH3_64bits(key.s, key.n);
    u32 head = map_get(&c->by_flags, hash, 0);
    for (u32 i = head; i; i = c->known.at[i - 1].same_hash) {
        const KnownFlags *k = &c->known.at[i - 1];
        if (k->key_len == key.n && memcmp(k->key, key.s, key.n) == 0) {
            sb_release(&key);
            return k->flags;
        }
    }
    Flags *f = arena_new(c->arena, Flags);
    f->quote_dirs = keep(c->arena, b->quote.at, f->n_quote = b->quote.n);
    f->include_dirs = keep(c->arena, b->include.at, f->n_include = b->include.n);
    f->system_dirs = keep(c->arena, b->system.at, f->n_system = b->system.n);
    f->defines = keep(c->arena, b->defines.at, f->n_defines = b->defines.n);
    f->forced = keep(c->arena, b->forced.at, f->n_forced = b->forced.n);
    f->lang = b->lang;
    f->lang_known = b->lang_known;
    f->directory = arena_strndup(c->arena, directory, strlen(directory));
    KnownFlags k = {f, arena_strndup(c->arena, key.s, key.n), key.n, head};
    vec_push(&c->known, k);
    map_put(&c->by_flags, hash, c->known.n);
    sb_release(&key);
    return f;
}

const Flags *commands_flags(Commands *c, const char *const *words, u32 n, const char *directory,
                            const char *file, u32 *n_response)
{
    Building b = {0};
    bool cxx_driver = false, driver = true;
    for (u32 i = 0; i < n; i++) {
        const char *word = words[i];
        if (word[0] == '@') {
            ++*n_response;
        } else if (word[0] != '-' || !word[1]) {
            cxx_driver |= driver && is_cxx_driver(word);
        } else {
            driver = false; /* behind the first option, words are files */
            int k = find_option(word);
            if (k < 0)
                continue;
            const char *value = word + strlen(table[k].name);
            if (!value[0] && !(table[k].form & SEPARATE))
                continue;
            if (!value[0]) {
                if (i + 1 == n)
                    break;
                value = words[++i];
            }
            apply(c, &b, table[k].act, directory, value);
        }
    }
    for (u32 i = 0; i < b.after.n; i++)
        vec_push(&b.system, b.after.at[i]);
    if (!b.lang_known && src_is_source_path(file)) {
        b.lang = cxx_driver ? LANG_CXX : src_lang_of_path(file);
        b.lang_known = true;
    } else if (!b.lang_known && b.standard_known && src_is_header_path(file)) {
        b.lang = b.standard_cxx ? LANG_CXX : LANG_C;
        b.lang_known = true;
    }
    const Flags *f = share(c, &b, directory);
    vec_release(&b.quote);
    vec_release(&b.include);
    vec_release(&b.system);
    vec_release(&b.after);
    vec_release(&b.defines);
    vec_release(&b.forced);
    return f;
}
