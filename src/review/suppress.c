/*
 * Reads suppression comments and matches them with findings. See suppress.h.
 */
#include "review/suppress.h"

#include <string.h>

#include "base/str.h"
#include "cwe/cwe.h"

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The word at s as a length; words end at white space and commas. */
static u32 word_length(const char *s, u32 n)
{
    u32 i = 0;
    while (i < n && !is_space(s[i]) && s[i] != ',')
        i++;
    return i;
}

static void add_target(Suppression *s, const char *word, u32 n, Arena *arena)
{
    const char *text = arena_strndup(arena, word, n);
    u32 cwe = cwe_parse(text);
    int check = check_find(text);
    if (s->n_targets == SUPPRESS_MAX_TARGETS)
        return;
    if ((cwe && cwe_find(cwe)) || check >= 0) {
        s->cwes[s->n_targets] = (u16)(check >= 0 ? 0 : cwe);
        s->checks[s->n_targets++] = check;
    } else if (!s->unknown) {
        s->unknown = text;
    }
}

/* Reads "allow TARGET[, TARGET]... [because REASON]" behind "stoa:". */
static void parse(Suppression *s, const char *text, u32 n, Arena *arena)
{
    u32 i = 0;
    bool seen_allow = false;
    while (i < n) {
        while (i < n && (is_space(text[i]) || text[i] == ','))
            i++;
        u32 length = word_length(text + i, n - i);
        if (length == 0)
            break;
        const char *word = text + i;
        i += length;
        if (!seen_allow) {
            seen_allow = length == 5 && memcmp(word, "allow", 5) == 0;
            if (!seen_allow)
                break;
        } else if (length == 7 && memcmp(word, "because", 7) == 0) {
            while (i < n && is_space(text[i]))
                i++;
            while (n > i && is_space(text[n - 1]))
                n--;
            if (n > i)
                s->reason = arena_strndup(arena, text + i, n - i);
            break;
        } else {
            add_target(s, word, length, arena);
        }
    }
    s->malformed = !seen_allow || (s->n_targets == 0 && !s->unknown);
}

/* Is there anything but white space before offset on its line? */
static bool code_before(const SourceFile *f, u32 line_start, u32 offset)
{
    for (u32 i = line_start; i < offset; i++)
        if (!is_space(f->text[i]))
            return true;
    return false;
}

static void read_comment(Suppressions *all, const Project *p, FileId file, const Comment *comment,
                         Arena *arena)
{
    const SourceFile *f = src_file(&p->src, file);
    const char *text = f->text + comment->off;
    u32 n = comment->len;
    if (n > 2 && text[1] == '*' && text[n - 1] == '/' && text[n - 2] == '*')
        n -= 2;
    u32 i = 2;
    while (i < n &&
           (is_space(text[i]) || text[i] == '*' || text[i] == '/' || text[i] == '!' || text[i] == '<'))
        i++;
    if (n - i < 5 || memcmp(text + i, "stoa:", 5) != 0)
        return;
    /* Only the rest of that line of the comment belongs to the suppression. */
    const char *newline = memchr(text + i, '\n', n - i);
    u32 end = newline ? (u32)(newline - text) : n;
    while (end > i && is_space(text[end - 1]))
        end--;

    Suppression s = {.file = file};
    s.at = (Place){f->base + comment->off + i, f->base + comment->off + end};
    parse(&s, text + i + 5, end - i - 5, arena);
    Position first = src_position(&p->src, f->base + comment->off);
    Position last = src_position(&p->src, f->base + comment->off + (comment->len ? comment->len - 1 : 0));
    s.all_lines_up = code_before(f, f->line_starts[first.line - 1], comment->off);
    s.line = s.all_lines_up ? first.line : last.line + 1;
    vec_push(&all->all, s);
}

/* Comments above one another cover the same line: the first one that is no such comment. */
static void stack_lines(Suppressions *all, u32 from)
{
    for (u32 i = all->all.n; i-- > from;) {
        Suppression *s = &all->all.at[i];
        if (s->all_lines_up || i + 1 == all->all.n)
            continue;
        const Suppression *next = &all->all.at[i + 1];
        /* next stands alone on the line that s covers: its own line is then the one before what it covers, or earlier. */
        if (!next->all_lines_up && next->line == s->line + 1)
            s->line = next->line;
    }
}

void suppress_collect(Suppressions *s, const Project *p, Arena *arena)
{
    for (FileId file = 1; file < p->src.files.n && file < p->lexed.n; file++) {
        const LexedFile *lexed = p->lexed.at[file];
        if (!lexed || !src_file(&p->src, file)->wanted)
            continue;
        u32 from = s->all.n;
        for (u32 i = 0; i < lexed->comments.n; i++)
            if (lexed->comments.at[i].len > 7)
                read_comment(s, p, file, &lexed->comments.at[i], arena);
        stack_lines(s, from);
    }
}

void suppress_release(Suppressions *s)
{
    vec_release(&s->all);
}

static bool names_check(const Suppression *s, u32 target, const CheckInfo *check)
{
    if (s->checks[target] >= 0)
        return check_info((u32)s->checks[target]) == check;
    if (s->cwes[target] == check->cwe)
        return true;
    for (u32 i = 0; i < LENGTH(check->related) && check->related[i]; i++)
        if (check->related[i] == s->cwes[target])
            return true;
    return false;
}

Suppression *suppress_find(Suppressions *s, const CheckInfo *check, FileId file, u32 first_line,
                           u32 last_line)
{
    u32 low = 0, high = s->all.n;
    while (low < high) {
        u32 middle = low + (high - low) / 2;
        if (s->all.at[middle].file < file)
            low = middle + 1;
        else
            high = middle;
    }
    for (u32 i = low; i < s->all.n && s->all.at[i].file == file; i++) {
        Suppression *each = &s->all.at[i];
        u32 until = each->all_lines_up ? MAX(first_line, last_line) : first_line;
        if (each->line < first_line || each->line > until)
            continue;
        for (u32 k = 0; k < each->n_targets; k++)
            if (names_check(each, k, check))
                return each;
    }
    return NULL;
}

bool suppress_was_tried(const Suppression *s, const bool *checks)
{
    for (u32 c = 0; c < check_count(); c++)
        for (u32 k = 0; checks[c] && k < s->n_targets; k++)
            if (names_check(s, k, check_info(c)))
                return true;
    return false;
}
