/*
 * The set of source files; see source.h. Bytes come in here once, are brought into UTF-8 with 16 NULs behind them, and
 * never change again.
 */
#include "source/source.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/limits.h"
#include "base/mem.h"
#include "source/path_priv.h"
#include "source/source_priv.h"

enum { TAIL = 16 }; /* NUL bytes behind every text */

void src_init(SourceSet *s, Diags *diags)
{
    memset(s, 0, sizeof *s);
    arena_init(&s->arena);
    s->diags = diags;
    vec_push(&s->files, ((SourceFile){.path = "", .text = ""}));
    s->next_base = 1;
}

void src_release(SourceSet *s)
{
    for (u32 i = 1; i < s->files.n; i++)
        if (s->files.at[i].owned)
            mem_free((char *)s->files.at[i].text);
    vec_release(&s->files);
    arena_release(&s->arena);
    memset(s, 0, sizeof *s);
}

/* ---- encodings ---- */

static bool has_utf8_mark(const char *p, size_t n)
{
    return n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0;
}

Utf16 src_utf16_mark(const char *p, size_t n)
{
    if (n < 2)
        return UTF16_NO;
    if (memcmp(p, "\xFE\xFF", 2) == 0)
        return UTF16_BIG;
    /* FF FE 00 00 marks UTF-32, which no compiler reads; it counts as binary. */
    if (memcmp(p, "\xFF\xFE", 2) == 0 && !(n >= 4 && p[2] == 0 && p[3] == 0))
        return UTF16_LITTLE;
    return UTF16_NO;
}

bool src_looks_binary(const char *p, size_t n)
{
    n = MIN(n, (size_t)LIMIT_BINARY_PROBE);
    return src_utf16_mark(p, n) == UTF16_NO && n > 0 && memchr(p, 0, n);
}

static char *put_utf8(char *out, u32 c)
{
    if (c < 0x80) {
        *out++ = (char)c;
        return out;
    }
    if (c < 0x800) {
        *out++ = (char)(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *out++ = (char)(0xE0 | c >> 12);
        } else {
            *out++ = (char)(0xF0 | c >> 18);
            *out++ = (char)(0x80 | (c >> 12 & 0x3F));
        }
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
    }
    *out++ = (char)(0x80 | (c & 0x3F));
    return out;
}

/* UTF-16 behind its mark to UTF-8 with TAIL NULs. Unpaired surrogates and an odd byte at the end become U+FFFD. */
static char *from_utf16(const char *text, size_t size, Utf16 order, size_t *out_size)
{
    const u8 *p = (const u8 *)text;
    size_t units = size / 2;
    char *buffer = mem_alloc(units * 3 + 3 + TAIL), *out = buffer;
    u32 hi = order == UTF16_BIG ? 0 : 1;
    for (size_t i = 0; i < units; i++) {
        u32 c = (u32)p[2 * i + hi] << 8 | p[2 * i + 1 - hi];
        if (c >= 0xD800 && c < 0xE000) {
            u32 low = 0;
            if (c < 0xDC00 && i + 1 < units)
                low = (u32)p[2 * i + 2 + hi] << 8 | p[2 * i + 3 - hi];
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i++;
            } else {
                c = 0xFFFD;
            }
        }
        out = put_utf8(out, c);
    }
    if (size % 2)
        out = put_utf8(out, 0xFFFD);
    memset(out, 0, TAIL);
    *out_size = (size_t)(out - buffer);
    return buffer;
}

/* ---- adding ---- */

static void index_lines(SourceSet *s, SourceFile *f)
{
    const char *end = f->text + f->size;
    u32 n = 1;
    for (const char *p = f->text; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        n++;
    /* A line end at the very end of the text opens one more, empty, line: that is where its end of file lies. */
    f->line_starts = arena_alloc(&s->arena, n * sizeof *f->line_starts);
    f->line_starts[0] = 0;
    u32 i = 1;
    for (const char *p = f->text; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        f->line_starts[i++] = (u32)(p - f->text) + 1;
    f->n_lines = n;
}

/* Room for one more text? Says so if not. `total` is the message's only difference. */
static bool fits(SourceSet *s, const char *path, size_t size)
{
    if (size > LIMIT_FILE_BYTES) {
        diag_add(
            s->diags, DIAG_ERROR, path, 0,
            "cannot read '%s': its %zu MiB are more than the %u MiB allowed for one file; split it or leave it out",
            path, size >> 20, LIMIT_FILE_BYTES >> 20);
        return false;
    }
    if (size >= LIMIT_SOURCE_BYTES - s->next_base) {
        diag_add(
            s->diags, DIAG_ERROR, path, 0,
            "'%s' was not reviewed: all files of one run together exceed %u MiB; review the project in parts",
            path, LIMIT_SOURCE_BYTES >> 20);
        return false;
    }
    return true;
}

/* Takes `text` (TAIL NULs behind it) into the set. `owned`: frees it when that fails. */
static FileId add_text(SourceSet *s, const char *path, char *text, size_t size, Lang lang, FileRole role,
                       bool owned)
{
    if (!fits(s, path, size)) {
        if (owned)
            mem_free(text);
        return 0;
    }
    SourceFile f = {
        .path = arena_strndup(&s->arena, path, strlen(path)),
        .text = text,
        .size = (u32)size,
        .base = s->next_base,
        .hash = XXH3_64bits(text, size),
        .lang = lang,
        .role = role,
        .owned = owned,
    };
    index_lines(s, &f);
    s->next_base += f.size + 1;
    vec_push(&s->files, f);
    return s->files.n - 1;
}

FileId src_add_bytes(SourceSet *s, const char *path, const char *text, size_t size, Lang lang, FileRole role,
                     bool copy)
{
    Utf16 order = src_utf16_mark(text, size);
    if (order != UTF16_NO && size <= LIMIT_FILE_BYTES) {
        size_t n;
        char *converted = from_utf16(text + 2, size - 2, order, &n);
        return add_text(s, path, converted, n, lang, role, true);
    }
    if (has_utf8_mark(text, size)) {
        text += 3;
        size -= 3;
    }
    if (!copy)
        return add_text(s, path, (char *)text, size, lang, role, false);
    if (!fits(s, path, size))
        return 0;
    char *own = mem_alloc(size + TAIL);
    if (size)
        memcpy(own, text, size);
    memset(own + size, 0, TAIL);
    return add_text(s, path, own, size, lang, role, true);
}

char *src_read_fd(int fd, size_t expected, size_t limit, size_t *size)
{
    /* One byte more than expected, so that a file of the expected size ends the loop with its first read. */
    size_t cap = MIN(expected, limit) + 1, n = 0;
    char *text = mem_alloc(cap + TAIL);
    for (;;) {
        ssize_t k = path_read(fd, text + n, cap - n);
        if (k < 0) {
            int error = errno;
            mem_free(text);
            errno = error;
            return NULL;
        }
        n += (size_t)k;
        if (n < cap || n > limit)
            break;
        cap = MIN(MAX(cap * 2, (size_t)1 << 16), limit + 1);
        text = mem_realloc(text, cap + TAIL);
    }
    memset(text + n, 0, TAIL);
    *size = n;
    return text;
}

FileId src_add_path(SourceSet *s, const char *disk_path, const char *shown_path, Lang lang, FileRole role)
{
    if (!shown_path)
        shown_path = path_shown(&s->arena, path_cwd(&s->arena), disk_path, NULL);
    struct stat st;
    const char *why, *remedy;
    int fd = path_open_regular(disk_path, &st, &why, &remedy);
    if (fd < 0) {
        diag_add(s->diags, DIAG_ERROR, shown_path, 0, "cannot read '%s': %s; %s", shown_path, why, remedy);
        return 0;
    }
    if (!fits(s, shown_path, (size_t)st.st_size)) {
        close(fd);
        return 0;
    }
    size_t size;
    char *text = src_read_fd(fd, (size_t)st.st_size, LIMIT_FILE_BYTES, &size);
    int error = errno;
    close(fd);
    if (!text) {
        diag_add(s->diags, DIAG_ERROR, shown_path, 0, "cannot read '%s': %s; %s", shown_path, strerror(error),
                 path_remedy(error));
        return 0;
    }
    if (src_looks_binary(text, size)) {
        if (!src_is_source_path(disk_path) && !src_is_header_path(disk_path)) {
            diag_add(
                s->diags, DIAG_NOTE, shown_path, 0,
                "'%s' looks like a binary file and was not read; convert it to text if it is source code",
                shown_path);
            mem_free(text);
            return 0;
        }
        diag_add(
            s->diags, DIAG_WARNING, shown_path, 0,
            "'%s' contains NUL bytes and may have been read wrongly; remove them or convert the file to UTF-8",
            shown_path);
    }
    if (src_utf16_mark(text, size) != UTF16_NO || has_utf8_mark(text, size)) {
        FileId f = src_add_bytes(s, shown_path, text, size, lang, role, true);
        mem_free(text);
        return f;
    }
    return add_text(s, shown_path, text, size, lang, role, true);
}

/* ---- places ---- */

FileId src_file_of(const SourceSet *s, Loc loc)
{
    if (loc == 0 || loc >= s->next_base)
        return 0;
    u32 lo = 1, hi = s->files.n; /* the answer is in [lo, hi) */
    while (hi - lo > 1) {
        u32 mid = lo + (hi - lo) / 2;
        if (s->files.at[mid].base <= loc)
            lo = mid;
        else
            hi = mid;
    }
    return lo;
}

Position src_position(const SourceSet *s, Loc loc)
{
    FileId id = src_file_of(s, loc);
    if (!id)
        return (Position){0};
    const SourceFile *f = src_file(s, id);
    u32 offset = loc - f->base, lo = 0, hi = f->n_lines;
    while (hi - lo > 1) {
        u32 mid = lo + (hi - lo) / 2;
        if (f->line_starts[mid] <= offset)
            lo = mid;
        else
            hi = mid;
    }
    return (Position){id, lo + 1, offset - f->line_starts[lo] + 1};
}

Slice src_line(const SourceSet *s, FileId id, u32 line)
{
    if (id == 0 || id >= s->files.n)
        return (Slice){"", 0};
    const SourceFile *f = src_file(s, id);
    if (line == 0 || line > f->n_lines)
        return (Slice){"", 0};
    u32 start = f->line_starts[line - 1];
    if (line == f->n_lines)
        return (Slice){f->text + start, f->size - start};
    u32 end = f->line_starts[line] - 1; /* at the '\n' */
    if (end > start && f->text[end - 1] == '\r')
        end--;
    return (Slice){f->text + start, end - start};
}

/* ---- languages ---- */

typedef enum SuffixKind { SUFFIX_SOURCE, SUFFIX_HEADER } SuffixKind;

static const struct {
    const char *suffix;
    Lang lang;
    SuffixKind kind;
} suffixes[] = {
    {"c", LANG_C, SUFFIX_SOURCE},      {"h", LANG_C, SUFFIX_HEADER},     {"cc", LANG_CXX, SUFFIX_SOURCE},
    {"cpp", LANG_CXX, SUFFIX_SOURCE},  {"cxx", LANG_CXX, SUFFIX_SOURCE}, {"c++", LANG_CXX, SUFFIX_SOURCE},
    {"C", LANG_CXX, SUFFIX_SOURCE},    {"CPP", LANG_CXX, SUFFIX_SOURCE}, {"cp", LANG_CXX, SUFFIX_SOURCE},
    {"cppm", LANG_CXX, SUFFIX_SOURCE}, {"ixx", LANG_CXX, SUFFIX_SOURCE}, {"hh", LANG_CXX, SUFFIX_HEADER},
    {"hpp", LANG_CXX, SUFFIX_HEADER},  {"hxx", LANG_CXX, SUFFIX_HEADER}, {"h++", LANG_CXX, SUFFIX_HEADER},
    {"H", LANG_CXX, SUFFIX_HEADER},    {"HPP", LANG_CXX, SUFFIX_HEADER}, {"ipp", LANG_CXX, SUFFIX_HEADER},
    {"tpp", LANG_CXX, SUFFIX_HEADER},  {"inl", LANG_CXX, SUFFIX_HEADER}, {"txx", LANG_CXX, SUFFIX_HEADER},
    {"tcc", LANG_CXX, SUFFIX_HEADER},
};

/* Endings that make a template of a header: x.h.in, x.h.cmake, x.h.cmake.in. */
size_t src_template_len(const char *path, size_t n)
{
    static const char *const endings[] = {".cmake.in", ".in", ".cmake"};
    for (u32 i = 0; i < LENGTH(endings); i++) {
        size_t m = strlen(endings[i]);
        if (n > m && memcmp(path + n - m, endings[i], m) == 0)
            return n - m;
    }
    return n;
}

/* Index into `suffixes` of the ending of a path of n bytes, or -1. */
static int suffix_of(const char *path, size_t n)
{
    size_t dot = n;
    while (dot > 0 && path[dot - 1] != '.' && path[dot - 1] != '/')
        dot--;
    /* ".c" is a hidden file named c, not a source. */
    if (dot < 2 || path[dot - 1] != '.' || path[dot - 2] == '/')
        return -1;
    for (u32 i = 0; i < LENGTH(suffixes); i++)
        if (strlen(suffixes[i].suffix) == n - dot && memcmp(suffixes[i].suffix, path + dot, n - dot) == 0)
            return (int)i;
    return -1;
}

Lang src_lang_of_path(const char *path)
{
    int i = suffix_of(path, src_template_len(path, strlen(path)));
    return i < 0 ? LANG_C : suffixes[i].lang;
}

bool src_is_source_path(const char *path)
{
    int i = suffix_of(path, strlen(path));
    return i >= 0 && suffixes[i].kind == SUFFIX_SOURCE;
}

bool src_is_header_path(const char *path)
{
    int i = suffix_of(path, src_template_len(path, strlen(path)));
    return i >= 0 && suffixes[i].kind == SUFFIX_HEADER;
}
