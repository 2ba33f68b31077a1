/*
 * The pipeline: read, check in parallel, merge in a fixed order, drop repeats, suppress, count. See review.h.
 */
#include "review/review.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/limits.h"
#include "base/pool.h"
#include "base/str.h"
#include "cwe/cwe.h"

/* ---- running ---- */

typedef struct Progress {
    const ReviewOptions *options;
    pthread_mutex_t lock;
    u32 done, total;
} Progress;

static void report_progress(const ReviewOptions *options, ReviewStage stage, u32 done, u32 total)
{
    if (options->progress)
        options->progress(options->progress_ctx, stage, done, total);
}

typedef struct CheckJob {
    CheckRun *run;
    Progress *progress;
} CheckJob;

static void check_job(void *ctx, u32 index, u32 worker)
{
    (void)worker;
    CheckJob *job = ctx;
    check_run_unit(job->run, index + 1);
    Progress *p = job->progress;
    if (p->options->progress) {
        pthread_mutex_lock(&p->lock);
        report_progress(p->options, REVIEW_CHECKING, ++p->done, p->total);
        pthread_mutex_unlock(&p->lock);
    }
}

static void run_checks(Review *r, const ReviewOptions *options)
{
    u32 n = r->project->units.n > 1 ? r->project->units.n - 1 : 0; /* unit 0: the contracts */
    Progress progress = {.options = options, .total = n};
    pthread_mutex_init(&progress.lock, NULL);
    CheckJob job = {.run = r->run, .progress = &progress};
    pool_run(options->jobs ? options->jobs : 1, n, check_job, &job);
    pthread_mutex_destroy(&progress.lock);
    check_run_end(r->run);
}

/* ---- one list of findings ---- */

typedef struct Entry {
    const Finding *finding;
    FileId file;
    u32 order; /* in which units and their checks made them */
} Entry;

typedef VEC(Entry) Entries;

static int by_place(const void *a, const void *b)
{
    const Entry *x = a, *y = b;
    if (x->finding->check != y->finding->check)
        return x->finding->check < y->finding->check ? -1 : 1;
    if (x->finding->at.loc != y->finding->at.loc)
        return x->finding->at.loc < y->finding->at.loc ? -1 : 1;
    if (x->finding->spelled.loc != y->finding->spelled.loc)
        return x->finding->spelled.loc < y->finding->spelled.loc ? -1 : 1;
    int c = strcmp(x->finding->message, y->finding->message);
    if (c)
        return c;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* The same thing said of the same place, by several units that own it or by several readings of it. */
static bool is_repeat(const Finding *a, const Finding *b)
{
    return a->check == b->check && a->at.loc == b->at.loc && a->spelled.loc == b->spelled.loc &&
           strcmp(a->message, b->message) == 0;
}

/* The file that a finding belongs to, as the ledger attributes it. */
static FileId file_of_finding(const Project *p, const Finding *f)
{
    FileId file = src_file_of(&p->src, f->at.loc);
    return file || f->unit >= p->units.n ? file : p->units.at[f->unit]->main;
}

/* All findings sorted by check and place. */
static void gather(const Review *r, Entries *all)
{
    for (u32 u = 0; u < r->run->n_units; u++)
        for (u32 i = 0; i < r->run->units[u].findings.n; i++) {
            const Finding *f = r->run->units[u].findings.at[i];
            Entry e = {.finding = f, .file = file_of_finding(r->project, f), .order = all->n};
            vec_push(all, e);
        }
    if (all->n)
        qsort(all->at, all->n, sizeof *all->at, by_place);
}

/* ---- the ledger ---- */

/* The first unit with a row for each file: a header that several units own is counted in the first of them. */
static void first_rows(const Review *r, const LedgerRow **row_of, u32 *unit_of)
{
    for (u32 u = 0; u < r->run->n_units; u++) {
        const Ledger *l = &r->run->units[u].ledger;
        for (u32 i = 0; i < l->rows.n; i++) {
            FileId file = l->rows.at[i].file;
            if (!row_of[file]) {
                row_of[file] = &l->rows.at[i];
                unit_of[file] = u;
            }
        }
    }
}

static void take(u32 *from, u32 *amount)
{
    u32 n = MIN(*from, *amount);
    *from -= n;
    *amount -= n;
}

/* What one file adds to a check's ledger, when `distinct` findings of it remain, `here` of them from the unit that
 * the row is from. What another unit showed violated was safe or undecided in this one. */
static LedgerCell settled(LedgerCell cell, u32 distinct, u32 here)
{
    u32 extra = distinct - here;
    cell.violated = distinct;
    take(&cell.safe, &extra);
    for (u32 i = 0; i < UNDECIDED_COUNT; i++)
        take(&cell.undecided[i], &extra);
    return cell;
}

static void sum_ledger(Review *r, const Entries *all)
{
    u32 n_files = r->project->src.files.n, n_checks = r->run->n_checks;
    const LedgerRow **row_of = mem_zalloc(n_files + 1, sizeof *row_of);
    u32 *unit_of = mem_zalloc(n_files + 1, sizeof *unit_of);
    first_rows(r, row_of, unit_of);
    for (FileId f = 1; f < n_files; f++)
        if (row_of[f] && src_file(&r->project->src, f)->wanted)
            for (u32 k = 0; k < n_checks; k++) {
                LedgerCell cell = row_of[f]->cells[k];
                cell.violated = 0;
                ledger_add(&r->ledger[k], &cell);
            }
    /* Entries are sorted by check and place, so that those of one check and file are together. */
    for (u32 i = 0; i < all->n;) {
        FileId file = all->at[i].file;
        u32 check = all->at[i].finding->check, distinct = 0, here = 0, start = i;
        for (; i < all->n && all->at[i].file == file && all->at[i].finding->check == check; i++) {
            bool first = i == start || !is_repeat(all->at[i - 1].finding, all->at[i].finding);
            distinct += first;
            here += first && all->at[i].finding->unit == unit_of[file];
        }
        if (file && src_file(&r->project->src, file)->wanted && row_of[file]) {
            LedgerCell before = row_of[file]->cells[check];
            before.violated = 0;
            LedgerCell after = settled(before, distinct, here);
            r->ledger[check].safe -= before.safe - after.safe;
            for (u32 w = 0; w < UNDECIDED_COUNT; w++)
                r->ledger[check].undecided[w] -= before.undecided[w] - after.undecided[w];
            r->ledger[check].violated += after.violated;
        }
    }
    mem_free(row_of);
    mem_free(unit_of);
}

/* ---- listing ---- */

static int by_report_order(const void *a, const void *b)
{
    const ReviewFinding *x = a, *y = b;
    int c = strcmp(x->path, y->path);
    if (c)
        return c;
    if (x->start.line != y->start.line)
        return x->start.line < y->start.line ? -1 : 1;
    if (x->start.column != y->start.column)
        return x->start.column < y->start.column ? -1 : 1;
    if (x->info->cwe != y->info->cwe)
        return x->info->cwe < y->info->cwe ? -1 : 1;
    c = strcmp(x->info->id, y->info->id);
    if (c)
        return c;
    c = strcmp(x->finding->message, y->finding->message);
    if (c)
        return c;
    return x->finding->spelled.loc < y->finding->spelled.loc
               ? -1
               : x->finding->spelled.loc > y->finding->spelled.loc;
}

static ReviewFinding list_entry(const Review *r, const Finding *f, FileId file)
{
    const SourceSet *src = &r->project->src;
    ReviewFinding l = {.finding = f, .info = check_info(f->check)};
    l.pillar = cwe_pillar(l.info->cwe);
    l.path = src_file(src, file)->path;
    l.start = src_position(src, f->at.loc ? f->at.loc : src_file(src, file)->base);
    l.end = f->at.end > f->at.loc ? src_position(src, f->at.end) : l.start;
    return l;
}

/* Hash of what makes a finding the same one after an edit elsewhere: no line numbers, no white space. */
static XXH128_hash_t identity(const Review *r, const ReviewFinding *f, u32 ordinal)
{
    Sb b;
    sb_init(&b);
    sb_addf(&b, "%s%c%s%c%s%c", f->info->id, 0, f->path, 0, f->finding->function ? f->finding->function : "",
            0);
    /* Of a very long line only the neighbourhood counts. */
    Slice line = src_line(&r->project->src, f->start.file, f->start.line);
    u32 from = 0, to = line.n;
    if (line.n > 2 * LIMIT_FINGERPRINT_BYTES) {
        u32 column = MIN(f->start.column, line.n);
        from = column > LIMIT_FINGERPRINT_BYTES ? column - LIMIT_FINGERPRINT_BYTES : 0;
        to = MIN(line.n, column + LIMIT_FINGERPRINT_BYTES);
    }
    for (u32 i = from; i < to; i++)
        if (line.s[i] != ' ' && line.s[i] != '\t' && line.s[i] != '\r')
            sb_addc(&b, line.s[i]);
    sb_addf(&b, "%c%u", 0, ordinal);
    XXH128_hash_t hash = XXH3_128bits(b.s, b.n);
    sb_release(&b);
    return hash;
}

/* Findings that agree in everything that is hashed are told apart by their order. */
static void add_fingerprints(const Review *r, ReviewFinding *list, u32 n)
{
    Map seen;
    map_init(&seen);
    for (u32 i = 0; i < n; i++) {
        XXH128_hash_t base = identity(r, &list[i], 0);
        u32 ordinal = (*map_slot(&seen, base.low64 ^ base.high64, 0))++;
        XXH128_hash_t hash = ordinal ? identity(r, &list[i], ordinal) : base;
        static const char digits[] = "0123456789abcdef";
        for (u32 k = 0; k < 16; k++) {
            list[i].fingerprint[k] = digits[hash.high64 >> (60 - 4 * k) & 15];
            list[i].fingerprint[16 + k] = digits[hash.low64 >> (60 - 4 * k) & 15];
        }
    }
    map_release(&seen);
}

static Suppression *suppression_of(Review *r, const ReviewFinding *f)
{
    Suppression *s = suppress_find(&r->suppressions, f->info, f->start.file, f->start.line, f->end.line);
    if (!s && f->finding->spelled.loc) {
        Position at = src_position(&r->project->src, f->finding->spelled.loc);
        s = suppress_find(&r->suppressions, f->info, at.file, at.line, at.line);
    }
    return s;
}

typedef VEC(ReviewFinding) Listed;

static void list_finding(Review *r, Listed *all, const Finding *f, FileId file)
{
    if (!file || !src_file(&r->project->src, file)->wanted) {
        r->n_elsewhere++;
        return;
    }
    ReviewFinding l = list_entry(r, f, file);
    vec_push(all, l);
}

/* ---- suppressions ---- */

static void judge_suppression(Review *r, Listed *all, const Suppression *s, u32 check)
{
    const char *message = NULL, *repair = NULL;
    Arena *a = &r->arena;
    if (s->malformed) {
        message = "This comment starts as a suppression but names nothing to allow.";
        repair =
            "Write `stoa: allow CWE-NUMBER because REASON`, with a weakness or the id of a check (`stoa checks` lists them).";
    } else if (s->unknown) {
        message = arena_printf(
            a, "The suppression names `%s`, which is neither a weakness of CWE-1000 nor a check.",
            s->unknown);
        repair = "Correct the name; `stoa checks` lists the checks and their weaknesses.";
    } else if (!s->reason) {
        message = "The suppression does not say why the finding is acceptable.";
        repair =
            "Add the reason behind the word `because`, so that the next reader can check whether it still holds.";
    } else if (s->n_used == 0) {
        message = "The suppression has no effect: nothing is found there that it names.";
        repair = "Remove the comment, or move it to the line of the finding that it is meant for.";
    } else {
        r->ledger[check].safe++;
        return;
    }
    r->ledger[check].violated++;
    Finding *f = arena_new(a, Finding);
    f->arena = a;
    f->check = check;
    f->severity = check_info(check)->severity;
    f->at = s->at;
    f->message = message;
    f->reason = check_info(check)->reason;
    f->repair = repair;
    list_finding(r, all, f, s->file);
}

static void judge_suppressions(Review *r, Listed *all)
{
    int check = check_find("suppression");
    if (check < 0 || !r->checks[check])
        return;
    for (u32 i = 0; i < r->suppressions.all.n; i++) {
        const Suppression *s = &r->suppressions.all.at[i];
        /* What names only checks that did not run can still lack a reason, but nothing is known of its effect. */
        if (!s->malformed && !s->unknown && s->reason && s->n_used == 0 && !suppress_was_tried(s, r->checks))
            continue;
        judge_suppression(r, all, s, (u32)check);
    }
}

/* ---- putting it together ---- */

static void collect(Review *r)
{
    Entries entries = {0};
    gather(r, &entries);
    sum_ledger(r, &entries);
    suppress_collect(&r->suppressions, r->project, &r->arena);

    Listed all = {0};
    for (u32 i = 0; i < entries.n; i++)
        if (i == 0 || !is_repeat(entries.at[i - 1].finding, entries.at[i].finding))
            list_finding(r, &all, entries.at[i].finding, entries.at[i].file);
    vec_release(&entries);
    for (u32 i = 0; i < all.n; i++) {
        Suppression *s = suppression_of(r, &all.at[i]);
        if (s) {
            s->n_used++;
            all.at[i].suppressed = s;
        }
    }
    judge_suppressions(r, &all);

    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_report_order);
    add_fingerprints(r, all.at, all.n);
    for (u32 i = 0; i < all.n; i++) {
        if (all.at[i].suppressed)
            vec_push(&r->suppressed, all.at[i]);
        else if (all.at[i].finding->severity < r->minimum)
            r->n_below[all.at[i].finding->severity]++;
        else
            vec_push(&r->findings, all.at[i]);
    }
    for (u32 i = r->findings.n; i-- > 0;)
        r->first_of_check[r->findings.at[i].finding->check] = i;
    vec_release(&all);
}

Review *review_new(Inputs *inputs, const ReviewOptions *options, Diags *diags)
{
    Review *r = mem_zalloc(1, sizeof *r);
    r->diags = diags;
    r->minimum = options->minimum;
    arena_init(&r->arena);
    r->checks = mem_zalloc(check_count() + 1, sizeof *r->checks);
    for (u32 i = 0; i < check_count(); i++)
        r->checks[i] = options->checks ? options->checks[i] : true;
    r->ledger = mem_zalloc(check_count() + 1, sizeof *r->ledger);
    r->first_of_check = mem_zalloc(check_count() + 1, sizeof *r->first_of_check);

    report_progress(options, REVIEW_READING, 0, inputs->files.n);
    ProjectOptions project = {.jobs = options->jobs ? options->jobs : 1, .thin_contracts = true};
    r->project = project_new(inputs, &project, diags);
    r->contracts = contract_db_new(r->project);
    r->run = check_run_new(r->project, r->contracts, r->checks);
    if (r->run->wants_events)
        r->facts = facts_new(r->project);
    r->run->engine = (EngineOptions){.fuel_percent = options->fuel_percent, .facts = r->facts};
    r->run->no_solver = options->no_solver;
    run_checks(r, options);
    collect(r);
    coverage_collect(&r->coverage, r->project);
    for (u32 i = 1; i < r->run->n_units; i++) {
        r->coverage.n_functions += r->run->units[i].n_functions;
        r->coverage.n_unknown_insts += r->run->units[i].n_unknown_insts;
        r->coverage.n_out_of_fuel += r->run->units[i].n_out_of_fuel;
    }
    report_progress(options, REVIEW_DONE, 0, 0);
    return r;
}

void review_free(Review *r)
{
    if (!r)
        return;
    vec_release(&r->findings);
    vec_release(&r->suppressed);
    suppress_release(&r->suppressions);
    coverage_release(&r->coverage);
    check_run_free(r->run);
    facts_free(r->facts);
    contract_db_free(r->contracts);
    project_free(r->project);
    mem_free(r->checks);
    mem_free(r->ledger);
    mem_free(r->first_of_check);
    arena_release(&r->arena);
    mem_free(r);
}

/* ---- questions ---- */

u32 review_count(const Review *r, Severity at_least)
{
    u32 n = 0;
    for (u32 i = at_least; i < r->minimum; i++)
        n += r->n_below[i];
    for (u32 i = 0; i < r->findings.n; i++)
        n += r->findings.at[i].finding->severity >= at_least;
    return n;
}

const ReviewFinding *review_next_of_pillar(const Review *r, u32 pillar, u32 *i)
{
    while (*i < r->findings.n) {
        const ReviewFinding *f = &r->findings.at[(*i)++];
        if (f->pillar == pillar)
            return f;
    }
    return NULL;
}

LedgerCell review_pillar_ledger(const Review *r, u32 pillar, u32 *n_checks)
{
    LedgerCell sum = {0};
    *n_checks = 0;
    for (u32 i = 0; i < check_count(); i++)
        if (r->checks[i] && cwe_pillar(check_info(i)->cwe) == pillar) {
            ledger_add(&sum, &r->ledger[i]);
            ++*n_checks;
        }
    return sum;
}
