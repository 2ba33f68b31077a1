/*
 * `stoa review`: options to a review, its messages and progress to standard error, its report to where it was asked
 * for. A client of include/stoa/stoa.h. Called by main.c.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "checks/check.h"
#include "cli/cli.h"
#include "cwe/cwe.h"
#include "report/report.h"
#include "stoa/stoa.h"

enum { MAX_MESSAGES = 20, PROGRESS_STEP_MS = 100, FAIL_NEVER = SEV_COUNT };

/* ---- selection of checks ---- */

static bool check_selection(const CliArgs *args, const CliSetting *s)
{
    const char *option = cli_options[s->id].name;
    u32 cwe = cwe_parse(s->value);
    if (s->id == OPT_CHECK) {
        if (check_find(s->value) >= 0)
            return true;
        const char **ids = mem_alloc((check_count() + 1) * sizeof *ids);
        for (u32 i = 0; i < check_count(); i++)
            ids[i] = check_info(i)->id;
        const char *similar = cli_similar(s->value, ids, check_count());
        mem_free(ids);
        if (similar)
            cli_usage_error(args->command, "'--check %s': there is no such check; did you mean '%s'?",
                            s->value, similar);
        else
            cli_usage_error(args->command, "'--check %s': there is no such check ('stoa checks' lists them)",
                            s->value);
        return false;
    }
    if (!cwe_find(cwe)) {
        cli_usage_error(args->command, "'--%s %s': not a weakness of CWE-1000", option, s->value);
        return false;
    }
    if (s->id == OPT_PILLAR && cwe_pillar(cwe) != cwe) {
        cli_usage_error(args->command, "'--pillar %s': CWE-%u is not a pillar; it is under CWE-%u", s->value,
                        cwe, cwe_pillar(cwe));
        return false;
    }
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        if (info->cwe == cwe || cwe_pillar(info->cwe) == cwe)
            return true;
        for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++)
            if (info->related[k] == cwe)
                return true;
    }
    cli_usage_error(args->command,
                    "'--%s %s': there is no check for this weakness ('stoa checks' lists them)", option,
                    s->value);
    return false;
}

bool cli_selection(const CliArgs *args, CliSelection *out)
{
    *out = (CliSelection){0};
    for (u32 i = 0; i < args->settings.n; i++) {
        const CliSetting *s = &args->settings.at[i];
        if (s->id != OPT_CHECK && s->id != OPT_CWE && s->id != OPT_PILLAR)
            continue;
        if (!check_selection(args, s))
            return false;
        vec_push(&out->only, s->value);
    }
    return true;
}

/* ---- progress ---- */

typedef struct Progress {
    bool line; /* is there a terminal to draw a line on? */
    bool drawn;
    i64 last_ms;
    i64 started_ms, read_ms, done_ms;
} Progress;

static i64 now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (i64)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void clear_line(Progress *p)
{
    CliStream err = {.fd = STDERR_FILENO};
    if (p->drawn)
        cli_write(&err, "\r\033[K", 4);
    p->drawn = false;
}

static void on_progress(void *data, StoaStage stage, size_t done, size_t total)
{
    Progress *p = data;
    i64 now = now_ms();
    if (stage == STOA_STAGE_CHECKING && p->read_ms == 0)
        p->read_ms = now;
    if (stage == STOA_STAGE_DONE)
        p->done_ms = now;
    if (!p->line || (stage == STOA_STAGE_CHECKING && now - p->last_ms < PROGRESS_STEP_MS && done < total))
        return;
    p->last_ms = now;
    if (stage == STOA_STAGE_DONE) {
        clear_line(p);
        return;
    }
    char text[80];
    int n = stage == STOA_STAGE_READING
                ? snprintf(text, sizeof text, "\r\033[Kreading %zu files", total)
                : snprintf(text, sizeof text, "\r\033[Kchecking %zu of %zu", done, total);
    CliStream err = {.fd = STDERR_FILENO};
    p->drawn = cli_write(&err, text, (size_t)n);
}

static void show_stats(const Progress *p, const StoaReview *review)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    i64 cpu = (i64)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
              (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
    size_t sites = 0;
    for (size_t i = 0; i < stoa_review_ledger_count(review); i++)
        sites += stoa_review_ledger(review, i)->examined;
    i64 read_ms = p->read_ms ? p->read_ms : p->done_ms;
    fprintf(stderr, "stoa: reading %lld ms, checking %lld ms, CPU %lld ms, memory %ld MB, %zu sites\n",
            (long long)(read_ms - p->started_ms), (long long)(p->done_ms - read_ms), (long long)cpu,
            usage.ru_maxrss / 1024, sites);
}

/* ---- messages ---- */

static void show_messages(const StoaReview *review, bool quiet)
{
    size_t shown = 0, held_back = 0;
    for (size_t i = 0; i < stoa_review_message_count(review); i++) {
        const StoaMessage *m = stoa_review_message(review, i);
        bool error = m->level == STOA_LEVEL_ERROR;
        if (m->level == STOA_LEVEL_NOTE || (quiet && !error))
            continue;
        if (!error && shown >= MAX_MESSAGES) {
            held_back++;
            continue;
        }
        shown++;
        const char *kind = error ? "error: " : "warning: ";
        if (m->path && m->line)
            cli_complain("%s:%u: %s%s", m->path, m->line, kind, m->text);
        else if (m->path && !strstr(m->text, m->path))
            cli_complain("%s: %s%s", m->path, kind, m->text);
        else
            cli_complain("%s%s", kind, m->text);
    }
    if (held_back)
        cli_complain("and %zu more warnings; the report lists them", held_back);
}

static int write_bytes(void *data, const char *bytes, size_t size)
{
    return cli_write(data, bytes, size);
}

/* Writes the report to the opened file, or to standard output without one. */
static int write_report(StoaReview *review, StoaFormat format, CliFile *file, int colour)
{
    CliStream out = {.fd = STDOUT_FILENO};
    CliStream *stream = file ? &file->stream : &out;
    bool written = stoa_review_write(review, format, colour, write_bytes, stream) == STOA_OK;
    if (file)
        return cli_file_close(file, written);
    return written ? EXIT_CLEAN : cli_write_failed(&out, "standard output");
}

/* ---- the command ---- */

typedef struct Plan {
    StoaOptions options;
    StoaFormat format;
    int fail_on, colour;
    const char *output;
} Plan;

static bool plan_review(const CliArgs *args, const CliInputs *inputs, const CliSelection *selection,
                        Plan *plan)
{
    const char *formats[16], *levels[SEV_COUNT + 1];
    u32 n_formats = report_format_count();
    for (u32 i = 0; i < n_formats; i++)
        formats[i] = report_format(i)->name;
    for (u32 i = 0; i < SEV_COUNT; i++)
        levels[i] = severity_word((Severity)i);
    levels[FAIL_NEVER] = "none";
    int format = cli_choice(args, OPT_FORMAT, formats, n_formats, STOA_FORMAT_TEXT);
    int severity = cli_choice(args, OPT_SEVERITY, levels, SEV_COUNT, SEV_LOW);
    /* What is not asked for does not fail unless that is asked for. */
    plan->fail_on = cli_choice(args, OPT_FAIL_ON, levels, SEV_COUNT + 1, severity);
    int jobs = cli_jobs(args);
    int fuel = cli_number(args, OPT_FUEL, 10, 1000);
    plan->output = cli_value(args, OPT_OUTPUT, NULL);
    plan->colour = cli_colour(args, STDOUT_FILENO);
    if (format < 0 || severity < 0 || plan->fail_on < 0 || jobs < 0 || fuel < 0 || plan->colour < 0)
        return false;
    if (plan->output && !*plan->output) {
        cli_usage_error(args->command, "'--output' needs the name of a file");
        return false;
    }
    if (args->operands.n == 0) {
        cli_usage_error(args->command, "nothing to review: name files or folders, or '-' for standard input");
        return false;
    }
    plan->format = (StoaFormat)format;
    stoa_options_init(&plan->options);
    StoaOptions *o = &plan->options;
    const InputOptions *in = &inputs->options;
    o->threads = (unsigned)jobs;
    o->minimum_severity = (StoaSeverity)severity;
    o->only = selection->only.at;
    o->only_count = selection->only.n;
    o->language = !in->stdin_lang_given        ? STOA_LANGUAGE_AUTO
                  : in->stdin_lang == LANG_CXX ? STOA_LANGUAGE_CXX
                                               : STOA_LANGUAGE_C;
    o->compile_commands = in->compile_commands;
    o->no_compile_commands = in->no_compile_commands;
    o->no_ignore = in->no_ignore;
    o->skip_vendored = in->skip_vendored;
    o->exclude = in->exclude;
    o->exclude_count = in->n_exclude;
    o->defines = in->defines;
    o->defines_count = in->n_defines;
    o->include_dirs = in->include_dirs;
    o->include_dirs_count = in->n_include_dirs;
    o->fail_on = plan->fail_on;
    o->fuel_percent = (unsigned)fuel;
    o->no_solver = cli_has(args, OPT_NO_SOLVER);
    return true;
}

static int run(const CliArgs *args, const Plan *plan, Progress *progress)
{
    StoaReview *review = stoa_review_new();
    StoaStatus status = stoa_review_set_options(review, &plan->options);
    for (u32 i = 0; i < args->operands.n && status == STOA_OK; i++)
        status = stoa_review_add_path(review, args->operands.at[i]);
    if (status != STOA_OK) {
        int code = cli_usage_error(args->command, "%s", stoa_review_error(review));
        stoa_review_free(review);
        return code;
    }
    /* Opened first: a review takes time, and its report would be lost. */
    CliFile file;
    if (plan->output && !cli_file_open(&file, plan->output)) {
        stoa_review_free(review);
        return EXIT_TROUBLE;
    }
    progress->started_ms = now_ms();
    status = stoa_review_run(review);
    clear_line(progress);
    show_messages(review, cli_has(args, OPT_QUIET));
    int code =
        write_report(review, plan->format, plan->output ? &file : NULL, plan->output ? 0 : plan->colour);
    if (code == EXIT_CLEAN && status == STOA_UNREADABLE)
        code = EXIT_TROUBLE;
    if (code == EXIT_CLEAN && plan->fail_on != FAIL_NEVER &&
        stoa_review_count_at_least(review, (StoaSeverity)plan->fail_on) > 0)
        code = EXIT_FINDINGS;
    if (cli_has(args, OPT_STATS))
        show_stats(progress, review);
    stoa_review_free(review);
    return code;
}

int cli_review(const CliArgs *args)
{
    CliInputs inputs;
    CliSelection selection = {0};
    Plan plan;
    int code = EXIT_TROUBLE;
    if (cli_inputs(args, &inputs) && cli_selection(args, &selection) &&
        plan_review(args, &inputs, &selection, &plan)) {
        Progress progress = {0};
        const char *term = getenv("TERM");
        progress.line = !cli_has(args, OPT_NO_PROGRESS) && !cli_has(args, OPT_QUIET) &&
                        isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
        plan.options.progress = on_progress;
        plan.options.progress_data = &progress;
        code = run(args, &plan, &progress);
    }
    cli_inputs_release(&inputs);
    vec_release(&selection.only);
    return code;
}
