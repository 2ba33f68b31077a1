/*
 * The report as Markdown (report_markdown): for issues, pull requests and wikis. Text from the source is escaped, so
 * that nothing in it becomes markup.
 */
#include <string.h>

#include "cwe/cwe.h"
#include "report/content.h"

enum { SHOWN_PLACES = 8 };

/* Prose: code between backquotes stays code, everything else is escaped. */
static void prose(Out *o, const char *text)
{
    Sb clean;
    sb_init(&clean);
    clean_add(&clean, text, strlen(text), 0);
    u32 quotes = 0;
    for (const char *s = clean.s; *s; s++)
        quotes += *s == '`';
    /* An odd one stands in somebody's code: then none of them opens a code span. */
    bool spans = quotes % 2 == 0, code = false;
    Sb b;
    sb_init(&b);
    for (const char *s = clean.s; *s; s++) {
        if (*s == '`' && spans)
            code = !code;
        else if (!code && strchr("\\`*_{}[]<>#|~&", *s))
            sb_addc(&b, '\\');
        sb_addc(&b, *s);
    }
    out_bytes(o, b.s, b.n);
    sb_release(&b);
    sb_release(&clean);
}

/* Raw text as a code span, with a fence that is longer than any run of backquotes in it. */
static void code_span(Out *o, const char *text)
{
    u32 longest = 0, run = 0;
    for (const char *s = text; *s; s++) {
        run = *s == '`' ? run + 1 : 0;
        longest = MAX(longest, run);
    }
    bool pad = longest > 0;
    out_c(o, '`', longest + 1);
    out_s(o, pad ? " " : "");
    out_s(o, text);
    out_s(o, pad ? " " : "");
    out_c(o, '`', longest + 1);
}

static void place_span(Out *o, const Review *r, Loc loc)
{
    Sb b;
    sb_init(&b);
    content_place(&r->project->src, loc, false, &b);
    code_span(o, b.s);
    sb_release(&b);
}

static void code_block(Out *o, const Review *r, Position start, Position end, const char *indent)
{
    CodeLine code;
    content_code(&r->project->src, start, end, &code);
    if (code.text.n) {
        /* Four blanks deeper than the text around it: needs no fence that the code could close. */
        out_f(o, "\n%s    %s\n%s    ", indent, code.text.s, indent);
        out_c(o, ' ', code.caret);
        out_c(o, '^', 1);
        out_c(o, '~', code.width - 1);
        out_s(o, "\n");
    }
    content_code_release(&code);
}

static void item(Out *o, const char *label, const char *text)
{
    out_f(o, "- **%s:** ", label);
    prose(o, text);
    out_s(o, "\n");
}

static void finding(Out *o, const Review *r, const ReviewFinding *f)
{
    const Finding *d = f->finding;
    out_s(o, "\n### ");
    Sb b;
    sb_init(&b);
    content_place(&r->project->src, d->at.loc, true, &b);
    code_span(o, b.s);
    out_f(o, " CWE-%u %s (%s)\n", f->info->cwe, cwe_name(f->info->cwe), severity_word(d->severity));
    code_block(o, r, f->start, f->end, "");
    out_s(o, "\n");
    prose(o, d->message);
    out_f(o, " (`%s`)\n\n", f->info->id);
    const ReviewFinding *like = content_first_like(r, f);
    if (like == f)
        item(o, "Why", d->reason);
    if (d->steps)
        out_s(o, "- **Path:**\n");
    u32 number = 0;
    for (const FindingStep *s = d->steps; s; s = s->next) {
        out_f(o, "  %u. ", ++number);
        place_span(o, r, s->at.loc);
        out_s(o, ": ");
        prose(o, s->text);
        if (s->values) {
            out_s(o, " (");
            prose(o, s->values);
            out_s(o, ")");
        }
        out_s(o, "\n");
    }
    if (d->witness)
        item(o, "Triggering input", d->witness);
    if (like == f) {
        item(o, "Repair", d->repair);
    } else {
        out_s(o, "- **Why and repair:** as at ");
        place_span(o, r, like->finding->at.loc);
        out_s(o, "\n");
    }
    for (const FindingRelated *s = d->related; s; s = s->next) {
        out_s(o, "- **See** ");
        place_span(o, r, s->at.loc);
        out_s(o, ": ");
        prose(o, s->text);
        out_s(o, "\n");
    }
    if (d->spelled.loc) {
        out_s(o, "- In the expansion of ");
        code_span(o, d->macro);
        out_s(o, ", at ");
        place_span(o, r, d->spelled.loc);
        out_s(o, "\n");
    }
    if (d->presence) {
        out_s(o, "- Only ");
        prose(o, d->presence);
        out_s(o, "\n");
    }
    sb_release(&b);
}

static void ledger_table(Out *o, const Review *r, u32 pillar)
{
    u32 rows = 0;
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        const LedgerCell *cell = &r->ledger[i];
        if (!r->checks[i] || cwe_pillar(info->cwe) != pillar)
            continue;
        if (rows++ == 0)
            out_s(o, "\n| Check | Examined | Shown safe | Violated | Undecided |\n|---|--:|--:|--:|---|\n");
        out_f(o, "| `%s`: ", info->id);
        prose(o, info->sites);
        out_f(o, " | %u | %u | %u | ", ledger_examined(cell), cell->safe, cell->violated);
        Sb b;
        sb_init(&b);
        content_undecided(cell, &b);
        prose(o, b.n ? b.s : "0");
        out_s(o, " |\n");
        sb_release(&b);
    }
}

static void pillar(Out *o, const Review *r, u32 id)
{
    out_f(o, "\n## CWE-%u %s\n", id, cwe_name(id));
    u32 at = 0, found = 0;
    for (const ReviewFinding *f; (f = review_next_of_pillar(r, id, &at)); found++)
        finding(o, r, f);
    if (!found)
        out_f(o, "\n%s\n", content_none(r, id));
    ledger_table(o, r, id);
}

static void recommendations(Out *o, const Review *r)
{
    Recommendations all = {0};
    content_recommend(r, &all);
    out_s(o, "\n## Recommendations\n\n");
    if (all.n == 0)
        out_s(o, "None.\n");
    for (u32 i = 0; i < all.n; i++) {
        const Recommendation *each = &all.at[i];
        out_f(o, "%u. (%s, CWE-%u) ", i + 1, severity_word(each->severity), each->info->cwe);
        prose(o, each->repair);
        out_s(o, " At ");
        for (u32 k = 0; k < each->n && k < SHOWN_PLACES; k++) {
            out_s(o, k ? ", " : "");
            place_span(o, r, r->findings.at[each->findings[k]].finding->at.loc);
        }
        if (each->n > SHOWN_PLACES)
            out_f(o, " and %u more", each->n - SHOWN_PLACES);
        out_s(o, ".\n");
    }
    content_recommend_free(&all);
}

static void suppressed(Out *o, const Review *r)
{
    if (r->suppressed.n == 0)
        return;
    out_s(o, "\n## Suppressed\n\n");
    for (u32 i = 0; i < r->suppressed.n; i++) {
        const ReviewFinding *f = &r->suppressed.at[i];
        out_s(o, "- ");
        place_span(o, r, f->finding->at.loc);
        out_f(o, " CWE-%u (`%s`): ", f->info->cwe, f->info->id);
        prose(o, f->suppressed->reason ? f->suppressed->reason : "no reason given");
        out_s(o, "\n");
    }
}

void report_markdown(const Review *r, const ReportOptions *options, Out *o)
{
    Sb b;
    sb_init(&b);
    out_s(o, "# Security review\n\n");
    sb_addf(&b, "Stoa %s reviewed ", options->tool_version);
    content_inputs(r, &b);
    sb_adds(&b, ". ");
    content_reading(r, &b);
    prose(o, b.s);
    out_s(o, "\n\n**");
    sb_reset(&b);
    content_summary(r, &b);
    prose(o, b.s);
    out_s(o, "**\n");
    for (u32 i = 0; i < cwe_pillar_count(); i++)
        pillar(o, r, cwe_pillar_at(i));
    suppressed(o, r);
    recommendations(o, r);
    out_s(o, "\n## What this review did not cover\n\n");
    Sentences sentences = {0};
    content_gaps(r, &sentences);
    for (u32 i = 0; i < sentences.n; i++) {
        out_s(o, "- ");
        prose(o, sentences.at[i]);
        out_s(o, "\n");
    }
    content_free(&sentences);
    sb_release(&b);
}
