/*
 * Sentences, code lines and recommendations that the formats share. See content.h.
 */
#include "report/content.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "cwe/cwe.h"
#include "engine/solver.h"

enum { SHOWN_NAMES = 6, SHOWN_MESSAGES = 20, TAB_COLUMNS = 4 };

static void add_number(Sb *out, u64 n)
{
    char text[28];
    sb_adds(out, number_text(n, text));
}

/* "1 file", "1,234 files" */
static void add_count(Sb *out, u64 n, const char *one, const char *many)
{
    add_number(out, n);
    sb_addf(out, " %s", n == 1 ? one : many);
}

static void add_permille(Sb *out, u32 permille)
{
    if (permille % 10 == 0)
        sb_addf(out, "%u %%", permille / 10);
    else
        sb_addf(out, "%u.%u %%", permille / 10, permille % 10);
}

void content_place(const SourceSet *src, Loc loc, bool column, Sb *out)
{
    if (loc == 0) {
        sb_addc(out, '?');
        return;
    }
    Position at = src_position(src, loc);
    const char *path = src_file(src, at.file)->path;
    clean_add(out, path, strlen(path), 0);
    sb_addf(out, ":%u", at.line);
    if (column)
        sb_addf(out, ":%u", at.column);
}

/* ---- what was read ---- */

void content_inputs(const Review *r, Sb *out)
{
    const Coverage *c = &r->coverage;
    add_count(out, c->n_files, "file", "files");
    const struct {
        u32 n;
        const char *one, *many;
    } kinds[] = {{c->n_c, "C", "C"}, {c->n_cxx, "C++", "C++"}, {c->n_headers, "header", "headers"}};
    const char *between = " (";
    for (u32 i = 0; i < LENGTH(kinds); i++)
        if (kinds[i].n) {
            sb_adds(out, between);
            add_count(out, kinds[i].n, kinds[i].one, kinds[i].many);
            between = ", ";
        }
    sb_adds(out, between[0] == ',' ? "), " : ", ");
    add_count(out, c->n_lines, "line", "lines");
    sb_adds(out, ", ");
    add_count(out, c->n_functions, "function", "functions");
}

void content_reading(const Review *r, Sb *out)
{
    const Coverage *c = &r->coverage;
    add_permille(out, coverage_permille(c));
    sb_adds(out, " of ");
    add_count(out, c->n_tokens, "token was read", "tokens were read");
    if (c->n_unread) {
        sb_adds(out, "; ");
        add_number(out, c->n_unread);
        sb_adds(out, " of ");
        add_count(out, c->n_statements, "statement could not be", "statements could not be");
    }
    sb_addc(out, '.');
}

/* ---- ledgers ---- */

void content_undecided(const LedgerCell *cell, Sb *out)
{
    u32 n = ledger_undecided(cell), reasons = 0;
    if (n == 0)
        return;
    for (u32 i = 0; i < UNDECIDED_COUNT; i++)
        reasons += cell->undecided[i] != 0;
    add_number(out, n);
    sb_adds(out, " undecided (");
    const char *between = "";
    for (u32 i = 0; i < UNDECIDED_COUNT; i++)
        if (cell->undecided[i]) {
            sb_adds(out, between);
            if (reasons > 1) {
                add_number(out, cell->undecided[i]);
                sb_adds(out, " because ");
            }
            sb_adds(out, undecided_text((Undecided)i));
            between = ", ";
        }
    sb_addc(out, ')');
}

void content_ledger(const CheckInfo *info, const LedgerCell *cell, Sb *out)
{
    sb_addf(out, "(%s): ", info->sites);
    add_number(out, ledger_examined(cell));
    sb_adds(out, " examined, ");
    add_number(out, cell->safe);
    sb_adds(out, " shown safe");
    if (cell->violated) {
        sb_adds(out, ", ");
        add_number(out, cell->violated);
        sb_adds(out, " violated");
    }
    if (ledger_undecided(cell))
        sb_adds(out, ", ");
    content_undecided(cell, out);
    sb_addc(out, '.');
}

const char *content_none(const Review *r, u32 pillar)
{
    u32 n_checks;
    LedgerCell ledger = review_pillar_ledger(r, pillar, &n_checks);
    if (n_checks == 0)
        return "Nothing was looked for.";
    return ledger.violated
               ? "None listed: what is violated here is suppressed, or below the severity asked for."
               : "None found.";
}

void content_summary(const Review *r, Sb *out)
{
    u32 by_severity[SEV_COUNT] = {0}, pillars = 0;
    for (u32 i = 0; i < r->findings.n; i++)
        by_severity[r->findings.at[i].finding->severity]++;
    for (u32 i = 0; i < cwe_pillar_count(); i++) {
        u32 at = 0;
        pillars += review_next_of_pillar(r, cwe_pillar_at(i), &at) != NULL;
    }
    add_count(out, r->findings.n, "finding", "findings");
    const char *between = " (";
    for (u32 i = SEV_COUNT; i-- > 0;)
        if (by_severity[i]) {
            sb_adds(out, between);
            add_number(out, by_severity[i]);
            sb_addf(out, " %s", severity_word((Severity)i));
            between = ", ";
        }
    if (r->findings.n)
        sb_addf(out, ") under %u of %u pillars", pillars, cwe_pillar_count());
    if (r->suppressed.n) {
        sb_adds(out, ", ");
        add_number(out, r->suppressed.n);
        sb_adds(out, " suppressed");
    }
    LedgerCell all = {0};
    u32 checks = 0;
    for (u32 i = 0; i < check_count(); i++)
        if (r->checks[i]) {
            ledger_add(&all, &r->ledger[i]);
            checks++;
        }
    sb_adds(out, "; ");
    add_count(out, ledger_examined(&all), "site", "sites");
    sb_adds(out, " examined by ");
    add_count(out, checks, "check", "checks");
    sb_adds(out, ": ");
    add_number(out, all.safe);
    sb_adds(out, " shown safe, ");
    add_number(out, all.violated);
    sb_adds(out, " violated, ");
    add_number(out, ledger_undecided(&all));
    sb_adds(out, " undecided.");
}

/* ---- what was not covered ---- */

static void push(Sentences *out, Sb *b)
{
    vec_push(out, sb_detach(b));
}

static void gap_inputs(const Review *r, Sentences *out)
{
    const Coverage *c = &r->coverage;
    Sb b;
    sb_init(&b);
    if (c->n_files == 0) {
        sb_adds(&b, "No C or C++ source was found in what was given.");
        push(out, &b);
    }
    u32 shown = 0, more = 0;
    for (u32 i = 0; i < r->diags->n; i++) {
        const Diag *d = &r->diags->at[i];
        if (d->level == DIAG_NOTE)
            continue;
        if (shown++ >= SHOWN_MESSAGES) {
            more++;
            continue;
        }
        if (d->file && !strstr(d->text, d->file)) {
            clean_add(&b, d->file, strlen(d->file), 0);
            sb_adds(&b, d->line ? "" : ": ");
            if (d->line)
                sb_addf(&b, ":%u: ", d->line);
        }
        clean_add(&b, d->text, strlen(d->text), 0);
        if (b.n && b.s[b.n - 1] != '.')
            sb_addc(&b, '.');
        push(out, &b);
    }
    if (more) {
        add_count(&b, more, "more message like these", "more messages like these");
        sb_adds(&b, "; the reports in JSON have all of them.");
        push(out, &b);
    }
    const struct {
        u32 n;
        const char *one, *many;
    } skipped[] = {
        {c->n_skipped_binary, "binary file was left out.", "binary files were left out."},
        {c->n_skipped_ignored,
         "file or folder that `.gitignore` names was left out (`--no-ignore` takes it in).",
         "files and folders that `.gitignore` names were left out (`--no-ignore` takes them in)."},
        {c->n_skipped_vendored, "vendored folder was left out (`--skip-vendored`).",
         "vendored folders were left out (`--skip-vendored`)."},
    };
    for (u32 i = 0; i < LENGTH(skipped); i++)
        if (skipped[i].n) {
            add_count(&b, skipped[i].n, skipped[i].one, skipped[i].many);
            push(out, &b);
        }
}

static void gap_reading(const Review *r, Sentences *out)
{
    const Coverage *c = &r->coverage;
    Sb b;
    sb_init(&b);
    if (c->n_unread_places) {
        add_count(&b, c->n_unread_places, "piece of code", "pieces of code");
        sb_adds(&b, " could not be read (");
        add_count(&b, c->n_left_out[SKIP_UNREAD], "token", "tokens");
        sb_adds(&b, c->n_unread_places > c->n_unread_shown ? "), the largest at " : "), at ");
        for (u32 i = 0; i < c->n_unread_shown; i++) {
            sb_adds(&b, i ? ", " : "");
            content_place(&r->project->src, c->unread[i].loc, false, &b);
        }
        sb_addc(&b, '.');
        push(out, &b);
    }
    static const char *const why[SKIP_COUNT] = {
        [SKIP_FALSE_CONDITION] = "under a condition that is known to be false",
        [SKIP_UNBALANCED_SPLIT] = "the other branch of an `#if` that splits a construct",
        [SKIP_LIMIT] = "beyond a limit of the preprocessor",
    };
    for (u32 i = 0; i < SKIP_COUNT; i++)
        if (why[i] && c->n_left_out[i]) {
            add_count(&b, c->n_left_out[i], "token was", "tokens were");
            sb_addf(&b, " not reviewed: %s.", why[i]);
            push(out, &b);
        }
    if (c->n_unknown_insts) {
        add_count(&b, c->n_unknown_insts, "statement or expression was", "statements and expressions were");
        sb_adds(&b, " read but could not be followed (inline assembly and the like).");
        push(out, &b);
    }
}

static void gap_engine(const Review *r, Sentences *out)
{
    Sb b;
    sb_init(&b);
    if (r->coverage.n_out_of_fuel) {
        add_count(&b, r->coverage.n_out_of_fuel, "function was", "functions were");
        sb_adds(
            &b,
            " too large to be executed on all paths; what was left is undecided (`--fuel` allows more work).");
        push(out, &b);
    }
    if (r->run->wants_events && (r->run->no_solver || !solver_available())) {
        sb_adds(&b, "Whether the paths of findings are possible was not put to the solver");
        sb_adds(&b, r->run->no_solver ? " (`--no-solver`)." : ": this Stoa was built without it.");
        push(out, &b);
    }
}

static void gap_names(const CoverageNames *names, const char *one, const char *many, Sentences *out)
{
    if (names->n == 0)
        return;
    Sb b;
    sb_init(&b);
    add_count(&b, names->n, one, many);
    for (u32 i = 0; i < names->n && i < SHOWN_NAMES; i++) {
        sb_adds(&b, i ? ", `" : ": `");
        clean_add(&b, sym_str(names->at[i].name), sym_len(names->at[i].name), 0);
        sb_addf(&b, "` (%u)", names->at[i].count);
    }
    if (names->n > SHOWN_NAMES)
        sb_addf(&b, " and %u more", names->n - SHOWN_NAMES);
    sb_addc(&b, '.');
    push(out, &b);
}

static void gap_findings(const Review *r, Sentences *out)
{
    Sb b;
    sb_init(&b);
    u32 below = 0, idle = 0;
    for (u32 i = 0; i < r->minimum; i++)
        below += r->n_below[i];
    if (below) {
        add_count(&b, below, "finding", "findings");
        sb_addf(&b, " below the severity asked for %s not listed (`--severity note` lists everything).",
                below == 1 ? "is" : "are");
        push(out, &b);
    }
    if (r->n_elsewhere) {
        add_count(&b, r->n_elsewhere, "finding", "findings");
        sb_addf(&b, " in files that were read but not given for review %s not listed.",
                r->n_elsewhere == 1 ? "is" : "are");
        push(out, &b);
    }
    for (u32 i = 0; i < check_count(); i++)
        idle += !r->checks[i];
    if (idle) {
        add_number(&b, idle);
        sb_addf(&b, " of %u checks were not asked for.", check_count());
        push(out, &b);
    }
}

static bool has_check(u32 cwe)
{
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        if (info->cwe == cwe)
            return true;
        for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++)
            if (info->related[k] == cwe)
                return true;
    }
    return false;
}

static void gap_weaknesses(Sentences *out)
{
    u32 covered = 0, of_languages = 0, covered_of_languages = 0, missing_top = 0;
    Sb b, top;
    sb_init(&b);
    sb_init(&top);
    for (u32 rank = 1; rank <= 25; rank++)
        for (u32 i = 0; i < cwe_count(); i++) {
            const Cwe *cwe = cwe_at(i);
            if (cwe->top25 == rank && (cwe->in_c || cwe->in_cxx) && !has_check(cwe->id)) {
                sb_addf(&top, "%sCWE-%u", missing_top ? ", " : "", cwe->id);
                missing_top++;
            }
        }
    for (u32 i = 0; i < cwe_count(); i++) {
        const Cwe *cwe = cwe_at(i);
        bool checked = has_check(cwe->id);
        covered += checked;
        of_languages += cwe->in_c || cwe->in_cxx;
        covered_of_languages += checked && (cwe->in_c || cwe->in_cxx);
    }
    sb_addf(
        &b,
        "Of the %u weaknesses of CWE-1000, %u have a check here; of the %u that CWE lists for C and C++, %u. Nothing is said "
        "about the others.",
        cwe_count(), covered, of_languages, covered_of_languages);
    push(out, &b);
    if (missing_top) {
        sb_addf(&b, "Without a check, of those that are among the Top 25: %s.", top.s);
        push(out, &b);
    }
    sb_release(&top);
}

void content_gaps(const Review *r, Sentences *out)
{
    gap_inputs(r, out);
    gap_reading(r, out);
    gap_names(&r->coverage.missing, "header was not found", "headers were not found", out);
    gap_names(&r->coverage.macros, "macro was taken as it stands, because what it means is not known",
              "macros were taken as they stand, because what they mean is not known", out);
    gap_engine(r, out);
    gap_findings(r, out);
    gap_weaknesses(out);
}

void content_free(Sentences *s)
{
    for (u32 i = 0; i < s->n; i++)
        mem_free(s->at[i]);
    vec_release(s);
}

/* ---- code ---- */

static bool blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Moves an offset of a line back to the start of the character that it stands in. */
static u32 character_start(Slice line, u32 offset)
{
    for (u32 i = 0; i < 3 && offset > 0 && offset < line.n && ((u8)line.s[offset] & 0xc0) == 0x80; i++)
        offset--;
    return offset;
}

/* Appends line[from, to) with tabs expanded relative to the start of the text. */
static void add_code(Sb *out, Slice line, u32 from, u32 to)
{
    for (u32 i = from; i < to;) {
        const char *tab = memchr(line.s + i, '\t', to - i);
        u32 until = tab ? (u32)(tab - line.s) : to;
        clean_add(out, line.s + i, until - i, 0);
        if (tab)
            sb_pad(out, ' ', TAB_COLUMNS - clean_columns(out->s, out->n) % TAB_COLUMNS);
        i = until + (tab != NULL);
    }
}

void content_code(const SourceSet *src, Position start, Position end, CodeLine *out)
{
    sb_init(&out->text);
    Slice line = src_line(src, start.file, start.line);
    u32 first = 0, last = line.n;
    while (first < last && blank(line.s[first]))
        first++;
    while (last > first && (blank(line.s[last - 1]) || line.s[last - 1] == '\r'))
        last--;
    u32 at = MIN(MAX(start.column ? start.column - 1 : 0, first), last);
    u32 until = end.line == start.line && end.column > start.column ? MIN(end.column - 1, last) : last;
    if (end.file != start.file || (end.line == start.line && end.column <= start.column))
        until = MIN(at + 1, last);
    until = MAX(until, at);
    bool cut_left = false, cut_right = false;
    if (last - first >
        LIMIT_SHOWN_COLUMNS) { /* bytes stand for columns here: it is only about how much to show */
        u32 before = LIMIT_SHOWN_COLUMNS / 4;
        if (at - first > before && last - at < LIMIT_SHOWN_COLUMNS - before)
            before = LIMIT_SHOWN_COLUMNS - (last - at);
        if (at - first > before) {
            first = character_start(line, at - before);
            cut_left = true;
        }
        if (last - first > LIMIT_SHOWN_COLUMNS) {
            last = character_start(line, first + LIMIT_SHOWN_COLUMNS);
            cut_right = true;
        }
        until = MIN(until, last);
    }
    if (cut_left)
        sb_adds(&out->text, "...");
    add_code(&out->text, line, first, at);
    out->caret = clean_columns(out->text.s, out->text.n);
    add_code(&out->text, line, at, until);
    u32 width = clean_columns(out->text.s, out->text.n) - out->caret;
    out->width = width ? width : 1;
    add_code(&out->text, line, until, last);
    if (cut_right)
        sb_adds(&out->text, "...");
}

void content_code_release(CodeLine *c)
{
    sb_release(&c->text);
}

/* ---- findings ---- */

const ReviewFinding *content_first_like(const Review *r, const ReviewFinding *f)
{
    /* Only the first of the check is compared: looking at all would take quadratic time, and texts without slots are
     * the same everywhere. */
    const ReviewFinding *first = &r->findings.at[r->first_of_check[f->finding->check]];
    bool same = strcmp(first->finding->reason, f->finding->reason) == 0 &&
                strcmp(first->finding->repair, f->finding->repair) == 0;
    return same ? first : f;
}

void content_template(const char *text, Sb *out)
{
    for (const char *s = text ? text : ""; *s; s++) {
        if (s[0] == '{' && s[1] == '{') {
            sb_addc(out, *++s);
        } else if (s[0] == '{') {
            const char *end = strchr(s, '}');
            sb_adds(out, "...");
            s = end ? end : s + strlen(s) - 1;
        } else {
            sb_addc(out, *s);
        }
    }
}

/* ---- recommendations ---- */

enum { REPAIRS_APART = 3, GENERAL_LENGTH = 30 };

static int by_repair(const void *a, const void *b)
{
    const Recommendation *x = a, *y = b;
    int c = strcmp(x->info->id, y->info->id);
    if (c == 0)
        c = strcmp(x->repair, y->repair);
    if (c)
        return c;
    return x->first < y->first ? -1 : x->first > y->first;
}

static int by_urgency(const void *a, const void *b)
{
    const Recommendation *x = a, *y = b;
    if (x->severity != y->severity)
        return x->severity > y->severity ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static int by_index(const void *a, const void *b)
{
    u32 x = *(const u32 *)a, y = *(const u32 *)b;
    return x < y ? -1 : x > y;
}

/* One group of entries[from, to). */
static Recommendation group_of(const Recommendation *entries, u32 from, u32 to)
{
    Recommendation group = entries[from];
    group.n = to - from;
    group.findings = mem_alloc(group.n * sizeof *group.findings);
    for (u32 i = from; i < to; i++) {
        group.findings[i - from] = entries[i].first;
        group.severity = MAX(group.severity, entries[i].severity);
    }
    qsort(group.findings, group.n, sizeof *group.findings, by_index);
    group.first = group.findings[0];
    return group;
}

/* The repair of a check without details, when that still says something; else NULL. Heap memory. */
static char *general_repair(const CheckInfo *info)
{
    Sb b;
    sb_init(&b);
    content_template(info->repair, &b);
    if (strstr(b.s, "...") && b.n >= GENERAL_LENGTH)
        return sb_detach(&b);
    sb_release(&b);
    return NULL;
}

void content_recommend(const Review *r, Recommendations *out)
{
    Recommendations entries = {0};
    for (u32 i = 0; i < r->findings.n; i++) {
        const ReviewFinding *f = &r->findings.at[i];
        Recommendation each = {
            .repair = f->finding->repair, .info = f->info, .severity = f->finding->severity, .first = i};
        vec_push(&entries, each);
    }
    if (entries.n)
        qsort(entries.at, entries.n, sizeof *entries.at, by_repair);
    for (u32 i = 0; i < entries.n;) {
        u32 end = i, texts = 0;
        for (; end < entries.n && entries.at[end].info == entries.at[i].info; end++)
            texts += end == i || strcmp(entries.at[end].repair, entries.at[end - 1].repair) != 0;
        char *general = texts > REPAIRS_APART ? general_repair(entries.at[i].info) : NULL;
        while (i < end) {
            u32 from = i++;
            while (i < end && (general || strcmp(entries.at[i].repair, entries.at[from].repair) == 0))
                i++;
            Recommendation group = group_of(entries.at, from, i);
            if (general)
                group.repair = group.general = general;
            vec_push(out, group);
        }
    }
    vec_release(&entries);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_urgency);
}

void content_recommend_free(Recommendations *r)
{
    for (u32 i = 0; i < r->n; i++) {
        mem_free(r->at[i].findings);
        mem_free(r->at[i].general);
    }
    vec_release(r);
}
