/*
 * Reading compile_commands.json (commands_; see commands_priv.h). The list is read one entry at a time, so that a damaged or
 * truncated file still gives its good entries and memory does not depend on the length of the list.
 */
#include "source/commands_priv.h"

#include <errno.h>
#include <jansson.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "source/path_priv.h"
#include "source/source_priv.h"

void commands_init(Commands *c, Arena *arena, Diags *diags)
{
    memset(c, 0, sizeof *c);
    c->arena = arena;
    arena_init(&c->scratch);
    c->diags = diags;
    map_init(&c->by_file);
    map_init(&c->by_flags);
}

void commands_release(Commands *c)
{
    vec_release(&c->list);
    vec_release(&c->known);
    map_release(&c->by_file);
    map_release(&c->by_flags);
    arena_release(&c->scratch);
}

/* ---- one file being read ---- */

typedef struct Reader {
    Commands *c;
    const char *text, *end, *p;
    const char *folder, *shown;
    const char *counted, *line_start; /* lines are counted up to here; start of that line */
    u32 line;
    u32 n_messages;
    u32 n_repeated, n_response;
    const char *first_repeated, *first_response;
} Reader;

static void complain(Reader *r, DiagLevel level, const char *at, const char *fmt, ...) PRINTF_LIKE(4, 5);

static void complain(Reader *r, DiagLevel level, const char *at, const char *fmt, ...)
{
    if (++r->n_messages > LIMIT_COMMAND_MESSAGES)
        return; /* the rest is only counted */
    if (at < r->counted) {
        r->counted = r->line_start = r->text;
        r->line = 1;
    }
    for (const char *q; (q = memchr(r->counted, '\n', (size_t)(at - r->counted)));) {
        r->counted = r->line_start = q + 1;
        r->line++;
    }
    Sb b;
    sb_init(&b);
    sb_addf(&b, "%s:%u:%zu: ", r->shown, r->line, (size_t)(at - r->line_start) + 1);
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&b, fmt, ap);
    va_end(ap);
    for (size_t i = 0; i < b.n; i++) /* quoted input must not steer a terminal */
        if ((u8)b.s[i] < ' ' || b.s[i] == 0x7F)
            b.s[i] = '?';
    diag_add(r->c->diags, level, r->shown, r->line, "%s", b.s);
    sb_release(&b);
}

static void skip_space(Reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\n' || *r->p == '\r'))
        r->p++;
}

/* Steps over an element that is no object: to the comma behind it or the bracket around it. */
static void skip_element(Reader *r)
{
    u32 depth = 0;
    bool in_string = false;
    for (; r->p < r->end; r->p++) {
        char ch = *r->p;
        if (in_string) {
            if (ch == '\\' && r->p + 1 < r->end)
                r->p++;
            else if (ch == '"')
                in_string = false;
        } else if (ch == '"') {
            in_string = true;
        } else if (ch == '{' || ch == '[') {
            depth++;
        } else if (ch == '}' || ch == ']') {
            if (depth == 0)
                return;
            depth--;
        } else if (ch == ',' && depth == 0) {
            return;
        }
    }
}

/* From `from` behind the next '}' that looks like the end of an entry, because another entry or the end of the list follows.
 * Quotes are not regarded: a lost one would swallow the good entries behind it. */
static void skip_damage(Reader *r, const char *from)
{
    for (r->p = from; r->p < r->end;) {
        if (*r->p++ != '}')
            continue;
        const char *behind = r->p;
        skip_space(r);
        bool comma = r->p < r->end && *r->p == ',';
        if (comma) {
            r->p++;
            skip_space(r);
        }
        if (r->p < r->end && (*r->p == '{' || (*r->p == ']' && !comma))) {
            r->p = behind;
            return;
        }
    }
}

/* ---- one entry ---- */

/* String under a key. `need` is the level of the message when it is absent; a wrong type is an error. */
static const char *get_string(Reader *r, const char *at, const json_t *entry, const char *key, DiagLevel need,
                              const char *remedy)
{
    const json_t *v = json_object_get(entry, key);
    if (!v)
        complain(r, need, at, "this entry has no \"%s\"; %s", key, remedy);
    else if (!json_is_string(v))
        complain(r, DIAG_ERROR, at, "\"%s\" is not a string; %s", key, remedy);
    return json_string_value(v);
}

static void get_words(Reader *r, const char *at, const json_t *entry, Words *words)
{
    const json_t *arguments = json_object_get(entry, "arguments"),
                 *command = json_object_get(entry, "command");
    if (json_is_array(arguments)) {
        size_t i;
        json_t *v;
        json_array_foreach(arguments, i, v)
        {
            const char *s = json_string_value(v);
            if (!s) {
                complain(r, DIAG_ERROR, at,
                         "\"arguments\" holds something that is not a string, which was left out; write "
                         "the file anew");
                continue;
            }
            vec_push(&words->list, arena_strndup(&r->c->scratch, s, strlen(s)));
        }
    } else if (arguments) {
        complain(r, DIAG_ERROR, at, "\"arguments\" is not a list of strings; write the file anew");
    } else if (json_is_string(command)) {
        if (!commands_split(&r->c->scratch, json_string_value(command), words))
            complain(r, DIAG_ERROR, at,
                     "a quote in \"command\" is not closed; check how the command is escaped");
    } else if (command) {
        complain(r, DIAG_ERROR, at, "\"command\" is not a string; write the file anew");
    } else {
        complain(
            r, DIAG_WARNING, at,
            "this entry has neither \"arguments\" nor \"command\", and its file is reviewed without flags; write the "
            "file anew");
    }
}

static const Command *known_command(const Commands *c, u64 hash, const char *file)
{
    for (u32 i = map_get(&c->by_file, hash, 0); i; i = c->list.at[i - 1].same_hash)
        if (strcmp(c->list.at[i - 1].file, file) == 0)
            return &c->list.at[i - 1];
    return NULL;
}

static void add_entry(Reader *r, const char *at, const json_t *entry)
{
    Commands *c = r->c;
    const char *file =
        get_string(r, at, entry, "file", DIAG_ERROR, "the entry was left out; write the file anew");
    if (!file || !file[0]) {
        if (file)
            complain(r, DIAG_ERROR, at, "\"file\" is empty; the entry was left out; write the file anew");
        return;
    }
    const char *directory = get_string(r, at, entry, "directory", DIAG_WARNING,
                                       "the folder of this file is taken; write the file anew");
    directory = path_resolve(&c->scratch, r->folder, directory ? directory : ".");
    const char *path = path_resolve_exact(c->arena, directory, file);
    u64 hash = XXH3_64bits(path, strlen(path));
    Words words = {0};
    get_words(r, at, entry, &words);
    u32 n_response = 0;
    const Flags *flags = commands_flags(c, words.list.at, words.list.n, directory, path, &n_response);
    if (n_response && !r->n_response++)
        r->first_response = path;
    vec_release(&words.list);
    const Command *before = known_command(c, hash, path);
    if (before) {
        /* Compiled again for another target; only other flags would make it another reading. */
        if (before->flags != flags && !r->n_repeated++)
            r->first_repeated = path;
        return;
    }
    vec_push(&c->list, ((Command){path, flags, map_get(&c->by_file, hash, 0)}));
    map_put(&c->by_file, hash, c->list.n);
}

/* Element at r->p; afterwards r->p is behind it. */
static void read_element(Reader *r)
{
    const char *at = r->p;
    if (*at != '{') {
        complain(r, DIAG_ERROR, at, "an entry must be an object {...}; it was left out; write the file anew");
        skip_element(r);
        return;
    }
    json_error_t error;
    json_t *entry = json_loadb(at, (size_t)(r->end - at), JSON_DISABLE_EOF_CHECK, &error);
    if (entry) {
        r->p = at + error.position;
        add_entry(r, at, entry);
        json_decref(entry);
        arena_reset(&r->c->scratch);
        return;
    }
    const char *where = at + MIN(MAX(error.position, 0), r->end - at);
    complain(r, DIAG_ERROR, where, "not valid JSON: %s; the entry was left out; write the file anew",
             error.text);
    /* The parser may have stopped behind the very brace that ends the entry. */
    skip_damage(r, MAX(at + 1, where - 1));
}

static void read_list(Reader *r)
{
    static const char remedy[] =
        "write it anew, for example with cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON or bear";
    skip_space(r);
    if (r->p == r->end) {
        complain(r, DIAG_ERROR, r->p, "the file is empty; %s", remedy);
        return;
    }
    if (*r->p != '[') {
        complain(r, DIAG_ERROR, r->p, "expected a list of commands, beginning with '['; %s", remedy);
        return;
    }
    r->p++;
    for (;;) {
        skip_space(r);
        if (r->p == r->end) {
            complain(r, DIAG_ERROR, r->p, "the file ends before its list is closed with ']'; %s", remedy);
            return;
        }
        if (*r->p == ']')
            break;
        if (*r->p == '}') { /* more closed than opened */
            complain(r, DIAG_ERROR, r->p, "unexpected '}'; %s", remedy);
            r->p++;
            continue;
        }
        read_element(r);
        skip_space(r);
        if (r->p < r->end && *r->p == ',') /* one before the ']' does no harm either */
            r->p++;
        else if (r->p < r->end && *r->p == '{')
            complain(r, DIAG_ERROR, r->p, "a ',' is missing before this entry; %s", remedy);
    }
    r->p++;
    skip_space(r);
    if (r->p < r->end)
        complain(r, DIAG_ERROR, r->p, "there is text behind the end of the list, which was not read; %s",
                 remedy);
}

void commands_parse(Commands *c, const char *text, size_t size, const char *folder, const char *shown_path)
{
    Reader r = {.c = c,
                .text = text,
                .end = text + size,
                .p = text,
                .folder = folder,
                .shown = shown_path,
                .line = 1};
    r.counted = r.line_start = text;
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        r.p += 3;
    read_list(&r);
    if (r.n_messages > LIMIT_COMMAND_MESSAGES)
        diag_add(c->diags, DIAG_ERROR, shown_path, 0,
                 "'%s': %u more messages of this kind; write the file anew", shown_path,
                 r.n_messages - LIMIT_COMMAND_MESSAGES);
    if (r.n_repeated)
        diag_add(
            c->diags, DIAG_NOTE, shown_path, 0,
            "'%s' compiles files a second time with other flags (%u times, first '%s'); the first command of each is used; "
            "give the database of one configuration to choose",
            shown_path, r.n_repeated, r.first_repeated);
    if (r.n_response)
        diag_add(
            c->diags, DIAG_NOTE, shown_path, 0,
            "'%s' refers to response files (@file) in %u commands, the first for '%s', which are not read; write the "
            "flags into the commands if they matter",
            shown_path, r.n_response, r.first_response);
}

void commands_load(Commands *c, const char *disk_path, const char *shown_path)
{
    struct stat st;
    const char *why, *remedy;
    int fd = path_open_regular(disk_path, &st, &why, &remedy);
    if (fd < 0) {
        diag_add(c->diags, DIAG_ERROR, shown_path, 0,
                 "cannot read '%s': %s; give the path of a compile_commands.json", shown_path, why);
        return;
    }
    size_t size = (size_t)st.st_size;
    char *text = size > LIMIT_JSON_BYTES ? NULL : src_read_fd(fd, size, LIMIT_JSON_BYTES, &size);
    int error = errno;
    close(fd);
    if (size > LIMIT_JSON_BYTES) {
        diag_add(c->diags, DIAG_ERROR, shown_path, 0,
                 "cannot read '%s': it is larger than %u MiB; give the database of a part of the project",
                 shown_path, LIMIT_JSON_BYTES >> 20);
    } else if (!text) {
        diag_add(c->diags, DIAG_ERROR, shown_path, 0, "cannot read '%s': %s; %s", shown_path, strerror(error),
                 path_remedy(error));
    } else {
        const char *folder = arena_strndup(c->arena, disk_path, path_dir_len(disk_path));
        commands_parse(c, text, size, folder, shown_path);
    }
    mem_free(text);
}
