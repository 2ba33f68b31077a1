/*
 * .gitignore; see ignore_priv.h. A rule is a list of component patterns: "**" ranges over components and '*' over bytes of
 * one component, so that in both dimensions only the last star has to be remembered and no pattern costs more than the
 * product of lengths.
 */
#include "source/ignore_priv.h"

#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/vec.h"
#include "source/path_priv.h"
#include "source/source_priv.h"

typedef struct Rule {
    const char *pattern; /* without '!', leading and trailing '/' */
    u32 length;
    bool negative;
    bool folders_only;
    bool anywhere; /* matches the last component alone */
    enum { PLAIN, SUFFIX, WILD } kind;
} Rule;

struct Ignore {
    const Ignore *outer;
    const char *dir;
    Rule *rules;
    u32 n;
};

/* ---- matching ---- */

static const struct {
    const char *name;
    int (*is)(int);
} classes[] = {
    {"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl},
    {"digit", isdigit}, {"graph", isgraph}, {"lower", islower}, {"print", isprint},
    {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
};

/* "[:name:]" at p: 1 or 0 for c in the class, -1 for no such class. *past is set behind it. */
static int match_class(const char *p, const char *end, u8 c, const char **past)
{
    const char *name = p + 2, *q = name;
    while (q < end && *q != ':' && *q != ']')
        q++;
    if (q + 1 >= end || q[0] != ':' || q[1] != ']')
        return -1;
    *past = q + 2;
    for (u32 i = 0; i < LENGTH(classes); i++)
        if (strlen(classes[i].name) == (size_t)(q - name) &&
            memcmp(classes[i].name, name, (size_t)(q - name)) == 0)
            return classes[i].is(c) != 0;
    return -1;
}

/* One byte of a bracket at *p, escapes resolved; advances. -1 at the end of the pattern. */
static int bracket_byte(const char **p, const char *end)
{
    if (*p < end && **p == '\\')
        ++*p;
    return *p < end ? (u8) * (*p)++ : -1;
}

/* Bracket expression at p (behind '['): 1 or 0, *past behind ']'; -1 when it is not closed, which matches nothing. */
static int match_bracket(const char *p, const char *end, u8 c, const char **past)
{
    bool negated = p < end && (*p == '!' || *p == '^'), found = false;
    if (negated)
        p++;
    for (bool first = true; p < end && (*p != ']' || first); first = false) {
        if (p[0] == '[' && p + 1 < end && p[1] == ':') {
            const char *behind;
            int k = match_class(p, end, c, &behind);
            if (k >= 0) {
                found |= k == 1;
                p = behind;
                continue;
            }
        }
        int low = bracket_byte(&p, end);
        int high = low;
        if (p + 1 < end && p[0] == '-' && p[1] != ']') {
            p++;
            high = bracket_byte(&p, end);
        }
        if (low < 0 || high < 0)
            return -1;
        found |= c == low || (c >= low && c <= high); /* "[b-a]" still has its first byte */
    }
    if (p >= end)
        return -1;
    *past = p + 1;
    return found != negated;
}

/* Does the pattern element at p match c? Sets *past behind the element. */
static bool match_byte(const char *p, const char *end, u8 c, const char **past)
{
    *past = p + 1;
    if (*p == '?')
        return true;
    if (*p == '[')
        return match_bracket(p + 1, end, c, past) == 1;
    if (*p == '\\') {
        if (p + 1 >= end)
            return false;
        *past = p + 2;
        p++;
    }
    return (u8)*p == c;
}

/* Pattern without '/' against one component. */
static bool match_component(const char *p, const char *p_end, const char *s, const char *s_end)
{
    const char *star = NULL, *mark = NULL, *past;
    while (s < s_end) {
        if (p < p_end && *p == '*') {
            star = ++p;
            mark = s;
        } else if (p < p_end && match_byte(p, p_end, (u8)*s, &past)) {
            p = past;
            s++;
        } else if (star) {
            p = star;
            s = ++mark;
        } else {
            return false;
        }
    }
    while (p < p_end && *p == '*')
        p++;
    return p == p_end;
}

static bool is_double_star(const char *p, const char *end)
{
    if (end - p < 2)
        return false;
    for (; p < end; p++)
        if (*p != '*')
            return false;
    return true;
}

static const char *component_end(const char *p, const char *end)
{
    const char *slash = memchr(p, '/', (size_t)(end - p));
    return slash ? slash : end;
}

static const char *behind_slash(const char *p, const char *end)
{
    return p < end ? p + 1 : end + 1; /* end + 1: there is no further component */
}

/* Whole pattern against a relative path, component by component. */
static bool match_path(const char *p, const char *p_end, const char *s, const char *s_end)
{
    const char *star = NULL, *mark = NULL; /* behind the last "**", and the component at which it ends now */
    while (s <= s_end) {
        const char *next = component_end(s, s_end);
        if (p <= p_end) {
            const char *stop = component_end(p, p_end);
            if (is_double_star(p, stop)) {
                if (stop == p_end)
                    return true; /* a trailing one takes all there is, but not nothing */
                star = p = stop + 1;
                mark = s;
                continue;
            }
            if (match_component(p, stop, s, next)) {
                p = behind_slash(stop, p_end);
                s = behind_slash(next, s_end);
                continue;
            }
        }
        if (!star)
            return false;
        p = star;
        s = mark = behind_slash(component_end(mark, s_end), s_end);
    }
    return p > p_end;
}

static bool rule_matches(const Rule *r, const char *rel, size_t rel_len, const char *base, size_t base_len)
{
    const char *s = r->anywhere ? base : rel;
    size_t n = r->anywhere ? base_len : rel_len;
    switch (r->kind) {
    case PLAIN: return r->length == n && memcmp(r->pattern, s, n) == 0;
    case SUFFIX:
        return r->length - 1 <= n && memcmp(r->pattern + 1, s + n - (r->length - 1), r->length - 1) == 0;
    case WILD: break;
    }
    if (r->anywhere)
        return match_component(r->pattern, r->pattern + r->length, s, s + n);
    return match_path(r->pattern, r->pattern + r->length, s, s + n);
}

bool ignore_matches(const Ignore *rules, const char *path, bool is_folder)
{
    const char *base = path_base(path);
    size_t base_len = strlen(base), len = strlen(path);
    for (const Ignore *g = rules; g; g = g->outer) {
        size_t skip = g->dir[1] ? strlen(g->dir) + 1 : 1;
        for (u32 i = g->n; i-- > 0;) {
            const Rule *r = &g->rules[i];
            if ((!r->folders_only || is_folder) && rule_matches(r, path + skip, len - skip, base, base_len))
                return !r->negative;
        }
    }
    return false;
}

/* ---- reading ---- */

/* Length without trailing spaces, unless a backslash keeps one. */
static u32 trimmed(const char *s, u32 n)
{
    u32 keep = 0;
    for (u32 i = 0; i < n; i++) {
        if (s[i] == '\\' && i + 1 < n)
            i++;
        else if (s[i] == ' ')
            continue;
        keep = i + 1;
    }
    return keep;
}

static bool parse_rule(const char *s, u32 n, Rule *r)
{
    *r = (Rule){0};
    if (n > 0 && s[n - 1] == '\r')
        n--;
    if (n == 0 || s[0] == '#')
        return false;
    n = trimmed(s, n);
    if (n > 0 && s[0] == '!') {
        r->negative = true;
        s++, n--;
    }
    if (n > 0 && s[n - 1] == '/') {
        r->folders_only = true;
        n--;
    }
    if (n == 0)
        return false;
    r->anywhere = !memchr(s, '/', n);
    if (s[0] == '/')
        s++, n--;
    r->pattern = s;
    r->length = n;
    u32 plain = 0;
    while (plain < n && !strchr("*?[\\", s[plain]))
        plain++;
    r->kind = plain == n ? PLAIN : WILD;
    if (r->kind == WILD && r->anywhere && s[0] == '*') {
        for (plain = 1; plain < n && !strchr("*?[\\", s[plain]);)
            plain++;
        if (plain == n)
            r->kind = SUFFIX;
    }
    return true;
}

const Ignore *ignore_parse(Arena *a, const Ignore *outer, const char *dir, const char *text, size_t size)
{
    size = MIN(size, (size_t)LIMIT_IGNORE_BYTES);
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3, size -= 3;
    const char *copy = arena_strndup(a, text, size), *end = copy + size;
    VEC(Rule) rules = {0};
    for (const char *line = copy; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop)
            stop = end;
        Rule r;
        /* A NUL ends the pattern, as it does for git. */
        if (parse_rule(line, (u32)strnlen(line, (size_t)(stop - line)), &r))
            vec_push(&rules, r);
        line = stop + 1;
    }
    if (rules.n == 0)
        return outer;
    Ignore *g = arena_new(a, Ignore);
    *g = (Ignore){outer, arena_strndup(a, dir, strlen(dir)), arena_array(a, Rule, rules.n), rules.n};
    memcpy(g->rules, rules.at, rules.n * sizeof *rules.at);
    vec_release(&rules);
    return g;
}

/* Contents of a small regular file, or NULL; heap. */
static char *slurp(const char *path, size_t *size)
{
    struct stat st;
    const char *why, *remedy;
    int fd = path_open_regular(path, &st, &why, &remedy);
    if (fd < 0)
        return NULL;
    char *text = src_read_fd(fd, (size_t)st.st_size, LIMIT_IGNORE_BYTES, size);
    close(fd);
    return text;
}

static const Ignore *load(Arena *a, const Ignore *outer, const char *dir, const char *path)
{
    size_t size;
    char *text = slurp(path, &size);
    if (!text)
        return outer;
    outer = ignore_parse(a, outer, dir, text, size);
    mem_free(text);
    return outer;
}

const Ignore *ignore_load(Arena *a, const Ignore *outer, const char *dir)
{
    const char *path = arena_printf(a, "%s/.gitignore", dir[1] ? dir : "");
    struct stat st;
    /* git does not follow a symbolic link here either. */
    if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return outer;
    return load(a, outer, dir, path);
}

bool ignore_is_repository(const char *dir)
{
    Arena a;
    arena_init(&a);
    bool yes = access(arena_printf(&a, "%s/.git", dir[1] ? dir : ""), F_OK) == 0;
    arena_release(&a);
    return yes;
}

/* Text of a file that holds one line "PREFIX path", resolved against `dir`; NULL when it does not. */
static const char *read_pointer(Arena *a, const char *dir, const char *file, const char *prefix)
{
    size_t size, skip = strlen(prefix);
    char *text = slurp(file, &size);
    if (!text)
        return NULL;
    const char *answer = NULL;
    if (size > skip && memcmp(text, prefix, skip) == 0) {
        text[skip + strcspn(text + skip, "\r\n")] = 0;
        answer = path_resolve(a, dir, text + skip);
    }
    mem_free(text);
    return answer;
}

const Ignore *ignore_load_exclude(Arena *a, const char *dir)
{
    const char *git = arena_printf(a, "%s/.git", dir[1] ? dir : "");
    struct stat st;
    /* In a submodule or a further work tree .git is a file that names the folder; see gitrepository-layout(5). */
    if (stat(git, &st) == 0 && S_ISREG(st.st_mode)) {
        git = read_pointer(a, dir, git, "gitdir: ");
        if (!git)
            return NULL;
        const char *common = read_pointer(a, git, arena_printf(a, "%s/commondir", git), "");
        if (common)
            git = common;
    }
    return load(a, NULL, dir, arena_printf(a, "%s/info/exclude", git));
}

const Ignore *ignore_outside(Arena *a, const char *dir)
{
    char *top = arena_strndup(a, dir, strlen(dir));
    while (!ignore_is_repository(top)) {
        if (!top[1])
            return NULL;
        size_t n = path_dir_len(top);
        top[n] = 0;
    }
    const Ignore *rules = ignore_load_exclude(a, top);
    /* From the top down to the parent of dir, one component more each time. */
    size_t at = strlen(top), len = strlen(dir);
    while (at < len) {
        rules = ignore_load(a, rules, top);
        at += top[1] != 0; /* the slash, which "/" has already */
        at += strcspn(dir + at, "/");
        top = arena_strndup(a, dir, at);
        if (ignore_matches(rules, top, true))
            return NULL;
    }
    return rules;
}
