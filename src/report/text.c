/*
 * The report as text (report_text): what a reviewer would write. See content.h for the sentences it shares with
 * other formats.
 */
#include <stdio.h>
#include <string.h>

#include "cwe/cwe.h"
#include "report/content.h"

enum { INDENT = 2, BODY = 4, SHOWN_PLACES = 8 };

static OutStyle severity_style(Severity s)
{
    static const OutStyle styles[] = {
        [SEV_NOTE] = STYLE_NOTE, [SEV_LOW] = STYLE_LOW,           [SEV_MEDIUM] = STYLE_MEDIUM,
        [SEV_HIGH] = STYLE_HIGH, [SEV_CRITICAL] = STYLE_CRITICAL,
    };
    return styles[s];
}

static void heading(Out *o, const char *text, char underline)
{
    out_c(o, '\n', 1);
    out_style(o, STYLE_HEADING);
    out_f(o, "%s\n", text);
    out_c(o, underline, clean_columns(text, strlen(text)));
    out_style(o, STYLE_PLAIN);
    out_c(o, '\n', 1);
}

/* "Label: prose", wrapped below the label. */
static void labelled(Out *o, u32 indent, const char *label, const char *text)
{
    Sb clean;
    sb_init(&clean);
    clean_add(&clean, text, strlen(text), CLEAN_QUOTES);
    u32 column = indent + (u32)strlen(label);
    out_c(o, ' ', indent);
    out_s(o, label);
    out_wrapped(o, column, indent + 2, clean.s);
    sb_release(&clean);
}

static void code_line(Out *o, const Review *r, Position start, Position end, u32 indent)
{
    CodeLine code;
    content_code(&r->project->src, start, end, &code);
    if (code.text.n) {
        out_c(o, ' ', indent);
        out_f(o, "%s\n", code.text.s);
        out_c(o, ' ', indent + code.caret);
        out_style(o, STYLE_CARET);
        out_s(o, "^");
        out_c(o, '~', code.width - 1);
        out_style(o, STYLE_PLAIN);
        out_c(o, '\n', 1);
    }
    content_code_release(&code);
}

/* "path:line: text (values)", and the code line below unless it is the one that `shown` says was shown last. */
static void place_line(Out *o, const Review *r, Place at, const char *prefix, const char *text,
                       const char *values, Position *shown)
{
    const SourceSet *src = &r->project->src;
    Sb b;
    sb_init(&b);
    content_place(src, at.loc, false, &b);
    sb_addf(&b, ": ");
    clean_add(&b, text, strlen(text), CLEAN_QUOTES);
    if (values) {
        sb_adds(&b, " (");
        clean_add(&b, values, strlen(values), CLEAN_QUOTES);
        sb_addc(&b, ')');
    }
    out_c(o, ' ', BODY + INDENT);
    out_s(o, prefix);
    out_wrapped(o, BODY + INDENT + (u32)strlen(prefix), BODY + 2 * INDENT, b.s);
    sb_release(&b);
    if (at.loc) {
        Position start = src_position(src, at.loc);
        if (start.file == shown->file && start.line == shown->line)
            return;
        *shown = start;
        code_line(o, r, start, at.end > at.loc ? src_position(src, at.end) : start, BODY + 4 * INDENT);
    }
}

static void details(Out *o, const Review *r, const ReviewFinding *f)
{
    const Finding *d = f->finding;
    Position shown = f->start;
    labelled(o, BODY, "", d->message);
    const ReviewFinding *like = content_first_like(r, f);
    if (like == f)
        labelled(o, BODY, "Why: ", d->reason);
    if (d->steps) {
        out_c(o, ' ', BODY);
        out_s(o, "Path:\n");
        u32 number = 0;
        for (const FindingStep *s = d->steps; s; s = s->next) {
            char prefix[32];
            snprintf(prefix, sizeof prefix, "%u. %*s", ++number, (int)MIN(s->depth, 4) * 2, "");
            place_line(o, r, s->at, prefix, s->text, s->values, &shown);
        }
    }
    if (d->witness)
        labelled(o, BODY, "Triggering input: ", d->witness);
    if (like == f) {
        labelled(o, BODY, "Repair: ", d->repair);
    } else {
        Sb b;
        sb_init(&b);
        content_place(&r->project->src, like->finding->at.loc, false, &b);
        sb_addc(&b, '.');
        labelled(o, BODY, "Why and repair: as at ", b.s);
        sb_release(&b);
    }
    for (const FindingRelated *s = d->related; s; s = s->next)
        place_line(o, r, s->at, "See ", s->text, NULL, &shown);
    if (d->spelled.loc) {
        Sb b;
        sb_init(&b);
        sb_addf(&b, "in the expansion of `%s`", d->macro);
        place_line(o, r, d->spelled, "", b.s, NULL, &shown);
        sb_release(&b);
    }
    if (d->presence) {
        Sb b;
        sb_init(&b);
        sb_addf(&b, "Only %s.", d->presence);
        labelled(o, BODY, "", b.s);
        sb_release(&b);
    }
}

static void finding(Out *o, const Review *r, const ReviewFinding *f)
{
    Sb path;
    sb_init(&path);
    clean_add(&path, f->path, strlen(f->path), 0);
    out_c(o, '\n', 1);
    out_c(o, ' ', INDENT);
    out_style(o, STYLE_PLACE);
    out_f(o, "%s:%u:%u:", path.s, f->start.line, f->start.column);
    out_style(o, STYLE_PLAIN);
    out_f(o, " CWE-%u %s (", f->info->cwe, cwe_name(f->info->cwe));
    out_style(o, severity_style(f->finding->severity));
    out_s(o, severity_word(f->finding->severity));
    out_style(o, STYLE_PLAIN);
    out_f(o, ") [%s]\n", f->info->id);
    sb_release(&path);
    code_line(o, r, f->start, f->end, BODY + 2 * INDENT);
    details(o, r, f);
}

/* One line per check with sites; one sentence for those that had nothing to examine. */
static void pillar_ledger(Out *o, const Review *r, u32 pillar)
{
    Sb b, empty;
    sb_init(&b);
    sb_init(&empty);
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        if (!r->checks[i] || cwe_pillar(info->cwe) != pillar)
            continue;
        if (ledger_examined(&r->ledger[i]) == 0) {
            sb_addf(&empty, "%s%s", empty.n ? ", " : "", info->id);
            continue;
        }
        sb_reset(&b);
        content_ledger(info, &r->ledger[i], &b);
        char label[80];
        snprintf(label, sizeof label, "%s ", info->id);
        labelled(o, INDENT, label, b.s);
    }
    if (empty.n) {
        sb_addc(&empty, '.');
        labelled(o, INDENT, "Nothing to examine for ", empty.s);
    }
    sb_release(&b);
    sb_release(&empty);
}

static void pillar(Out *o, const Review *r, u32 id)
{
    Sb title;
    sb_init(&title);
    sb_addf(&title, "CWE-%u %s", id, cwe_name(id));
    heading(o, title.s, '=');
    sb_release(&title);

    u32 at = 0, found = 0;
    for (const ReviewFinding *f; (f = review_next_of_pillar(r, id, &at)); found++)
        finding(o, r, f);
    if (found)
        out_c(o, '\n', 1);
    else
        out_f(o, "  %s\n", content_none(r, id));
    pillar_ledger(o, r, id);
}

static void recommendations(Out *o, const Review *r)
{
    Recommendations all = {0};
    content_recommend(r, &all);
    heading(o, "Recommendations", '=');
    if (all.n == 0)
        out_s(o, "  None.\n");
    for (u32 i = 0; i < all.n; i++) {
        const Recommendation *each = &all.at[i];
        Sb b;
        sb_init(&b);
        sb_addf(&b, "(%s, CWE-%u) %s At ", severity_word(each->severity), each->info->cwe, each->repair);
        for (u32 k = 0; k < each->n && k < SHOWN_PLACES; k++) {
            if (k)
                sb_adds(&b, ", ");
            content_place(&r->project->src, r->findings.at[each->findings[k]].finding->at.loc, false, &b);
        }
        if (each->n > SHOWN_PLACES)
            sb_addf(&b, " and %u more", each->n - SHOWN_PLACES);
        sb_addc(&b, '.');
        char label[16];
        snprintf(label, sizeof label, "%u. ", i + 1);
        labelled(o, INDENT, label, b.s);
        sb_release(&b);
    }
    content_recommend_free(&all);
}

static void suppressed(Out *o, const Review *r)
{
    if (r->suppressed.n == 0)
        return;
    heading(o, "Suppressed", '=');
    for (u32 i = 0; i < r->suppressed.n; i++) {
        const ReviewFinding *f = &r->suppressed.at[i];
        Sb b;
        sb_init(&b);
        content_place(&r->project->src, f->finding->at.loc, true, &b);
        sb_addf(&b, ": CWE-%u [%s]: ", f->info->cwe, f->info->id);
        sb_adds(&b, f->suppressed->reason ? f->suppressed->reason : "no reason given");
        labelled(o, INDENT, "", b.s);
        sb_release(&b);
    }
}

static void gaps(Out *o, const Review *r)
{
    Sentences sentences = {0};
    content_gaps(r, &sentences);
    heading(o, "What this review did not cover", '=');
    for (u32 i = 0; i < sentences.n; i++)
        labelled(o, INDENT, "- ", sentences.at[i]);
    content_free(&sentences);
}

void report_text(const Review *r, const ReportOptions *options, Out *o)
{
    Sb b;
    sb_init(&b);
    sb_addf(&b, "Stoa %s reviewed ", options->tool_version);
    content_inputs(r, &b);
    sb_adds(&b, ". ");
    content_reading(r, &b);
    out_wrapped(o, 0, 0, b.s);
    /* Without a single file, ten times "none found" would be true and say nothing. */
    for (u32 i = 0; i < cwe_pillar_count() && r->coverage.n_files; i++)
        pillar(o, r, cwe_pillar_at(i));
    suppressed(o, r);
    if (r->coverage.n_files)
        recommendations(o, r);
    gaps(o, r);
    out_c(o, '\n', 1);
    sb_reset(&b);
    content_summary(r, &b);
    out_style(o, STYLE_HEADING);
    out_wrapped(o, 0, 0, b.s);
    out_style(o, STYLE_PLAIN);
    sb_release(&b);
}
