/*
 * The library's public interface (include/stoa/stoa.h) on top of review/ and the report formats. Called by clients of
 * libstoa, the command line among them.
 */
#include "stoa/stoa.h"

#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "cwe/cwe.h"
#include "report/report.h"

static_assert((int)STOA_SEVERITY_NOTE == SEV_NOTE && (int)STOA_SEVERITY_CRITICAL == SEV_CRITICAL,
              "same scale");
static_assert((int)STOA_STAGE_CHECKING == REVIEW_CHECKING && (int)STOA_STAGE_DONE == REVIEW_DONE,
              "same stages");
static_assert((int)STOA_LEVEL_ERROR == DIAG_ERROR && (int)STOA_LEVEL_NOTE == DIAG_NOTE, "same levels");

typedef VEC(const char *) Strings;

typedef struct Buffer {
    const char *name, *data;
    size_t size;
    StoaLanguage language;
} Buffer;

struct StoaReview {
    Arena arena;
    StoaOptions options; /* its strings live in the arena */
    bool *checks;        /* selection, or NULL for all */
    Strings paths;
    VEC(Buffer) buffers;
    Diags diags;
    Inputs *inputs;
    Review *review; /* NULL before the run */
    VEC(StoaFinding) findings;
    VEC(StoaLedger) ledger;
    VEC(StoaMessage) messages;
    const char *error;
};

static StoaStatus fail(StoaReview *r, StoaStatus status, const char *why, const char *what)
{
    r->error = arena_printf(&r->arena, "%s%s", why, what);
    return status;
}

static StoaStatus succeed(StoaReview *r)
{
    r->error = "";
    return STOA_OK;
}

const char *stoa_version(void)
{
    return STOA_VERSION;
}

void stoa_options_init(StoaOptions *options)
{
    *options = (StoaOptions){
        .size = sizeof *options,
        .minimum_severity = STOA_SEVERITY_LOW,
        .fail_on = -1,
    };
}

StoaReview *stoa_review_new(void)
{
    StoaReview *r = mem_zalloc(1, sizeof *r);
    arena_init(&r->arena);
    diags_init(&r->diags);
    stoa_options_init(&r->options);
    r->error = "";
    return r;
}

void stoa_review_free(StoaReview *r)
{
    if (!r)
        return;
    review_free(r->review);
    inputs_free(r->inputs);
    diags_release(&r->diags);
    vec_release(&r->paths);
    vec_release(&r->buffers);
    vec_release(&r->findings);
    vec_release(&r->ledger);
    vec_release(&r->messages);
    mem_free(r->checks);
    arena_release(&r->arena);
    mem_free(r);
}

const char *stoa_review_error(const StoaReview *r)
{
    return r->error;
}

/* ---- options ---- */

static const char *copy_string(StoaReview *r, const char *s)
{
    return s ? arena_strndup(&r->arena, s, strlen(s)) : NULL;
}

static void copy_list(StoaReview *r, const char *const **list, size_t n)
{
    const char **copy = arena_array(&r->arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        copy[i] = copy_string(r, (*list)[i]);
    *list = copy;
}

/* Marks the checks that a pillar, weakness or id selects; false when it names none. */
static bool select_checks(bool *selected, const char *name)
{
    bool found = false;
    u32 cwe = cwe_parse(name);
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        bool match =
            strcmp(info->id, name) == 0 || (cwe && (info->cwe == cwe || cwe_pillar(info->cwe) == cwe));
        for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++)
            match = match || info->related[k] == cwe;
        selected[i] = selected[i] || match;
        found = found || match;
    }
    return found;
}

StoaStatus stoa_review_set_options(StoaReview *r, const StoaOptions *options)
{
    if (r->review)
        return fail(r, STOA_USAGE, "options must be set before the review runs", "");
    if (!options || options->size < sizeof options->size || options->size > sizeof *options)
        return fail(r, STOA_USAGE, "StoaOptions.size is not a size of this version's options", "");
    StoaOptions copy;
    stoa_options_init(&copy);
    memcpy(&copy, options, options->size);
    copy.size = sizeof copy;
    if ((unsigned)copy.minimum_severity > STOA_SEVERITY_CRITICAL)
        return fail(r, STOA_USAGE, "minimum_severity is not a severity", "");
    if (copy.fuel_percent && (copy.fuel_percent < 10 || copy.fuel_percent > 1000))
        return fail(r, STOA_USAGE, "fuel_percent must be 0 or from 10 to 1000", "");

    bool *selected = NULL;
    if (copy.only_count) {
        selected = mem_zalloc(check_count() + 1, sizeof *selected);
        for (size_t i = 0; i < copy.only_count; i++)
            if (!select_checks(selected, copy.only[i])) {
                mem_free(selected);
                return fail(r, STOA_USAGE, "no check is selected by ", copy.only[i]);
            }
    }
    mem_free(r->checks);
    r->checks = selected;
    copy_list(r, &copy.only, copy.only_count);
    copy_list(r, &copy.exclude, copy.exclude_count);
    copy_list(r, &copy.defines, copy.defines_count);
    copy_list(r, &copy.include_dirs, copy.include_dirs_count);
    copy.compile_commands = copy_string(r, copy.compile_commands);
    r->options = copy;
    return succeed(r);
}

/* ---- inputs ---- */

StoaStatus stoa_review_add_path(StoaReview *r, const char *path)
{
    if (r->review)
        return fail(r, STOA_USAGE, "inputs must be added before the review runs", "");
    if (!path || !*path)
        return fail(r, STOA_USAGE, "an empty path names no input", "");
    const char *copy = copy_string(r, path);
    vec_push(&r->paths, copy);
    return succeed(r);
}

StoaStatus stoa_review_add_buffer(StoaReview *r, const char *name, const char *data, size_t size,
                                  StoaLanguage language)
{
    if (r->review)
        return fail(r, STOA_USAGE, "inputs must be added before the review runs", "");
    if (!name || !*name || (!data && size))
        return fail(r, STOA_USAGE, "a buffer needs a name and data", "");
    Buffer b = {.name = copy_string(r, name),
                .data = arena_strndup(&r->arena, data ? data : "", size),
                .size = size,
                .language = language};
    vec_push(&r->buffers, b);
    return succeed(r);
}

static Lang buffer_language(const StoaReview *r, const Buffer *b)
{
    StoaLanguage language = b->language ? b->language : r->options.language;
    if (b->language == STOA_LANGUAGE_AUTO && (src_is_source_path(b->name) || src_is_header_path(b->name)))
        return src_lang_of_path(b->name);
    return language == STOA_LANGUAGE_CXX ? LANG_CXX : LANG_C;
}

static void read_inputs(StoaReview *r)
{
    const StoaOptions *o = &r->options;
    InputOptions in = {
        .compile_commands = o->compile_commands,
        .no_compile_commands = o->no_compile_commands != 0,
        .no_ignore = o->no_ignore != 0,
        .skip_vendored = o->skip_vendored != 0,
        .exclude = (const char **)o->exclude,
        .n_exclude = (u32)o->exclude_count,
        .stdin_lang = o->language == STOA_LANGUAGE_CXX ? LANG_CXX : LANG_C,
        .stdin_lang_given = o->language != STOA_LANGUAGE_AUTO,
        .defines = (const char **)o->defines,
        .n_defines = (u32)o->defines_count,
        .include_dirs = (const char **)o->include_dirs,
        .n_include_dirs = (u32)o->include_dirs_count,
    };
    u32 first = 0;
    if (r->paths.n == 0 && r->buffers.n) {
        const Buffer *b = &r->buffers.at[first++];
        r->inputs = inputs_of_bytes(b->name, b->data, b->size, buffer_language(r, b), &in, &r->diags);
    } else {
        r->inputs = inputs_new(r->paths.at, r->paths.n, &in, &r->diags);
    }
    for (u32 i = first; i < r->buffers.n; i++) {
        const Buffer *b = &r->buffers.at[i];
        InputFile file = {
            .shown_path = b->name,
            .bytes = b->data,
            .size = b->size,
            .lang = buffer_language(r, b),
            .is_header = src_is_header_path(b->name),
        };
        vec_push(&r->inputs->files, file);
    }
}

/* ---- running ---- */

static void forward_progress(void *ctx, ReviewStage stage, u32 done, u32 total)
{
    const StoaReview *r = ctx;
    r->options.progress(r->options.progress_data, (StoaStage)stage, done, total);
}

static void add_finding(StoaReview *r, const ReviewFinding *f)
{
    StoaFinding out = {
        .check = f->info->id,
        .cwe = f->info->cwe,
        .pillar = (int)f->pillar,
        .severity = (StoaSeverity)f->finding->severity,
        .path = f->path,
        .line = f->start.line,
        .column = f->start.column,
        .message = f->finding->message,
        .reason = f->finding->reason,
        .repair = f->finding->repair,
        .fingerprint = f->fingerprint,
    };
    if (f->suppressed)
        out.suppressed = f->suppressed->reason ? f->suppressed->reason : "";
    vec_push(&r->findings, out);
}

static void take_results(StoaReview *r)
{
    for (u32 i = 0; i < r->review->findings.n; i++)
        add_finding(r, &r->review->findings.at[i]);
    for (u32 i = 0; i < r->review->suppressed.n; i++)
        add_finding(r, &r->review->suppressed.at[i]);
    for (u32 i = 0; i < check_count(); i++) {
        const LedgerCell *cell = &r->review->ledger[i];
        StoaLedger out = {
            .check = check_info(i)->id,
            .cwe = check_info(i)->cwe,
            .pillar = (int)cwe_pillar(check_info(i)->cwe),
            .examined = ledger_examined(cell),
            .safe = cell->safe,
            .violated = cell->violated,
            .undecided = ledger_undecided(cell),
        };
        if (r->review->checks[i])
            vec_push(&r->ledger, out);
    }
    for (u32 i = 0; i < r->diags.n; i++) {
        const Diag *d = &r->diags.at[i];
        StoaMessage out = {.level = (StoaLevel)d->level, .path = d->file, .line = d->line, .text = d->text};
        vec_push(&r->messages, out);
    }
}

StoaStatus stoa_review_run(StoaReview *r)
{
    if (r->review)
        return fail(r, STOA_USAGE, "a review runs only once", "");
    if (r->paths.n == 0 && r->buffers.n == 0)
        return fail(r, STOA_USAGE, "nothing to review: no path and no buffer was added", "");
    read_inputs(r);
    ReviewOptions options = {
        .jobs = r->options.threads ? r->options.threads : pool_default_jobs(),
        .checks = r->checks,
        .minimum = (Severity)r->options.minimum_severity,
        .fuel_percent = r->options.fuel_percent,
        .no_solver = r->options.no_solver != 0,
        .progress = r->options.progress ? forward_progress : NULL,
        .progress_ctx = r,
    };
    r->review = review_new(r->inputs, &options, &r->diags);
    diags_sort(&r->diags);
    take_results(r);
    if (r->diags.errors)
        return fail(r, STOA_UNREADABLE, "some inputs could not be read", "");
    return succeed(r);
}

/* ---- results ---- */

size_t stoa_review_finding_count(const StoaReview *r)
{
    return r->findings.n;
}

const StoaFinding *stoa_review_finding(const StoaReview *r, size_t index)
{
    return index < r->findings.n ? &r->findings.at[index] : NULL;
}

size_t stoa_review_ledger_count(const StoaReview *r)
{
    return r->ledger.n;
}

const StoaLedger *stoa_review_ledger(const StoaReview *r, size_t index)
{
    return index < r->ledger.n ? &r->ledger.at[index] : NULL;
}

size_t stoa_review_message_count(const StoaReview *r)
{
    return r->messages.n;
}

const StoaMessage *stoa_review_message(const StoaReview *r, size_t index)
{
    return index < r->messages.n ? &r->messages.at[index] : NULL;
}

size_t stoa_review_count_at_least(const StoaReview *r, StoaSeverity severity)
{
    return r->review ? review_count(r->review, (Severity)severity) : 0;
}

/* ---- reports ---- */

typedef struct Sink {
    StoaWrite *write;
    void *data;
} Sink;

static bool sink_write(void *ctx, const char *bytes, size_t n)
{
    const Sink *sink = ctx;
    return sink->write(sink->data, bytes, n) != 0;
}

static int exit_code(const StoaReview *r)
{
    if (r->options.fail_on < 0)
        return -1;
    if (r->diags.errors)
        return 2;
    bool failing = r->options.fail_on <= STOA_SEVERITY_CRITICAL &&
                   review_count(r->review, (Severity)r->options.fail_on) > 0;
    return failing ? 1 : 0;
}

StoaStatus stoa_review_write(StoaReview *r, StoaFormat format, int colour, StoaWrite *write, void *data)
{
    if (!r->review)
        return fail(r, STOA_USAGE, "there is no report before the review has run", "");
    if ((u32)format >= report_format_count() || !write)
        return fail(r, STOA_USAGE, "unknown format", "");
    ReportOptions options = {
        .tool_version = stoa_version(),
        .colour = colour != 0,
        .exit_code = exit_code(r),
    };
    Sink sink = {write, data};
    if (!report_write(r->review, (u32)format, &options, sink_write, &sink))
        return fail(r, STOA_WRITE, "the report could not be written", "");
    return succeed(r);
}

static int file_write(void *data, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, data) == size;
}

StoaStatus stoa_review_print(StoaReview *r, StoaFormat format, FILE *out)
{
    StoaStatus status = stoa_review_write(r, format, 0, file_write, out);
    if (status == STOA_OK && fflush(out) != 0)
        return fail(r, STOA_WRITE, "the report could not be written", "");
    return status;
}
