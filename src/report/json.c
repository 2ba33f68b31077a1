/*
 * The report as JSON (report_json): everything, for programs. docs/report-json.md describes the members; a change
 * there that is not an addition changes REPORT_VERSION.
 */
#include <string.h>

#include "base/limits.h"
#include "cwe/cwe.h"
#include "report/content.h"
#include "report/jsonish.h"

enum { REPORT_VERSION = 1 };

static json_t *place_json(const Review *r, Place at)
{
    const SourceSet *src = &r->project->src;
    json_t *object = json_object();
    if (at.loc == 0)
        return object;
    Position start = src_position(src, at.loc);
    Position end = at.end > at.loc ? src_position(src, at.end) : start;
    jsonish_set(object, "path", src_file(src, start.file)->path);
    jsonish_set_number(object, "line", start.line);
    jsonish_set_number(object, "column", start.column);
    jsonish_set_number(object, "endLine", end.line);
    jsonish_set_number(object, "endColumn", end.column);
    return object;
}

static json_t *ledger_json(const LedgerCell *cell)
{
    json_t *object = json_object(), *undecided = json_object();
    jsonish_set_number(object, "examined", ledger_examined(cell));
    jsonish_set_number(object, "safe", cell->safe);
    jsonish_set_number(object, "violated", cell->violated);
    for (u32 i = 0; i < UNDECIDED_COUNT; i++)
        if (cell->undecided[i])
            jsonish_set_number(undecided, undecided_word((Undecided)i), cell->undecided[i]);
    json_object_set_new(object, "undecided", undecided);
    return object;
}

static json_t *steps_json(const Review *r, const FindingStep *steps)
{
    json_t *array = json_array();
    for (const FindingStep *s = steps; s; s = s->next) {
        json_t *step = place_json(r, s->at);
        jsonish_set_number(step, "depth", s->depth);
        jsonish_set(step, "text", s->text);
        jsonish_set(step, "values", s->values);
        json_array_append_new(array, step);
    }
    return array;
}

static json_t *finding_json(const Review *r, const ReviewFinding *f)
{
    const Finding *d = f->finding;
    json_t *object = json_object();
    jsonish_set(object, "fingerprint", f->fingerprint);
    jsonish_set(object, "check", f->info->id);
    jsonish_set_number(object, "cwe", f->info->cwe);
    jsonish_set(object, "cweName", cwe_name(f->info->cwe));
    jsonish_set_number(object, "pillar", f->pillar);
    jsonish_set(object, "severity", severity_word(d->severity));
    jsonish_set(object, "confidence", confidence_word(f->info->confidence));
    json_object_set_new(object, "place", place_json(r, d->at));
    jsonish_set(object, "function", d->function);
    Slice line = src_line(&r->project->src, f->start.file, f->start.line);
    if (line.n <= LIMIT_REPORTED_LINE)
        json_object_set_new(object, "code", jsonish_stringn(line.s, line.n));
    jsonish_set(object, "message", d->message);
    jsonish_set(object, "reason", d->reason);
    jsonish_set(object, "repair", d->repair);
    jsonish_set(object, "presence", d->presence);
    jsonish_set(object, "witness", d->witness);
    if (d->steps)
        json_object_set_new(object, "path", steps_json(r, d->steps));
    if (d->spelled.loc) {
        json_t *macro = place_json(r, d->spelled);
        jsonish_set(macro, "macro", d->macro);
        json_object_set_new(object, "expandedFrom", macro);
    }
    if (d->related) {
        json_t *array = json_array();
        for (const FindingRelated *s = d->related; s; s = s->next) {
            json_t *related = place_json(r, s->at);
            jsonish_set(related, "text", s->text);
            json_array_append_new(array, related);
        }
        json_object_set_new(object, "related", array);
    }
    if (d->edits) {
        json_t *array = json_array();
        for (const FindingEdit *e = d->edits; e; e = e->next) {
            json_t *edit = place_json(r, e->range);
            jsonish_set(edit, "replacement", e->text);
            json_array_append_new(array, edit);
        }
        json_object_set_new(object, "fix", array);
    }
    if (f->suppressed) {
        json_t *suppression = place_json(r, f->suppressed->at);
        json_object_set_new(suppression, "reason", jsonish_string(f->suppressed->reason));
        json_object_set_new(object, "suppressed", suppression);
    }
    return object;
}

static json_t *check_json(const Review *r, u32 i)
{
    const CheckInfo *info = check_info(i);
    json_t *check = json_object();
    jsonish_set(check, "check", info->id);
    jsonish_set_number(check, "cwe", info->cwe);
    jsonish_set(check, "title", info->title);
    jsonish_set(check, "examines", info->sites);
    json_object_set_new(check, "ledger", ledger_json(&r->ledger[i]));
    return check;
}

static void write_pillar(JsonStream *s, const Review *r, u32 id)
{
    u32 at = 0, n = 0;
    while (review_next_of_pillar(r, id, &at))
        n++;
    jsonish_open(s, NULL, '{');
    jsonish_value(s, "cwe", json_integer(id));
    jsonish_value(s, "name", jsonish_string(cwe_name(id)));
    jsonish_value(s, "findings", json_integer(n));
    jsonish_open(s, "checks", '[');
    for (u32 i = 0; i < check_count(); i++)
        if (r->checks[i] && cwe_pillar(check_info(i)->cwe) == id)
            jsonish_value(s, NULL, check_json(r, i));
    jsonish_close(s);
    jsonish_close(s);
}

static void write_recommendations(JsonStream *s, const Review *r)
{
    Recommendations all = {0};
    content_recommend(r, &all);
    for (u32 i = 0; i < all.n; i++) {
        json_t *each = json_object(), *findings = json_array();
        jsonish_set(each, "check", all.at[i].info->id);
        jsonish_set_number(each, "cwe", all.at[i].info->cwe);
        jsonish_set(each, "severity", severity_word(all.at[i].severity));
        jsonish_set(each, "repair", all.at[i].repair);
        for (u32 k = 0; k < all.at[i].n; k++)
            json_array_append_new(findings, json_integer(all.at[i].findings[k]));
        json_object_set_new(each, "findings", findings);
        jsonish_value(s, NULL, each);
    }
    content_recommend_free(&all);
}

static json_t *coverage_json(const Review *r)
{
    const Coverage *c = &r->coverage;
    json_t *object = json_object();
    const struct {
        const char *key;
        u64 n;
    } numbers[] = {
        {"files", c->n_files},
        {"filesC", c->n_c},
        {"filesCxx", c->n_cxx},
        {"filesHeaders", c->n_headers},
        {"filesReadOnly", c->n_elsewhere},
        {"bytes", c->n_bytes},
        {"lines", c->n_lines},
        {"functions", c->n_functions},
        {"tokens", c->n_tokens},
        {"tokensUnread", c->n_left_out[SKIP_UNREAD]},
        {"tokensKnownFalse", c->n_left_out[SKIP_FALSE_CONDITION]},
        {"tokensOtherBranch", c->n_left_out[SKIP_UNBALANCED_SPLIT]},
        {"tokensBeyondLimit", c->n_left_out[SKIP_LIMIT]},
        {"tokensReadPermille", coverage_permille(c)},
        {"statements", c->n_statements},
        {"statementsUnread", c->n_unread},
        {"notFollowed", c->n_unknown_insts},
        {"functionsOutOfFuel", c->n_out_of_fuel},
        {"skippedBinary", c->n_skipped_binary},
        {"skippedIgnored", c->n_skipped_ignored},
        {"skippedVendored", c->n_skipped_vendored},
        {"findingsElsewhere", r->n_elsewhere},
    };
    for (u32 i = 0; i < LENGTH(numbers); i++)
        jsonish_set_number(object, numbers[i].key, numbers[i].n);
    json_t *below = json_object();
    for (u32 i = 0; i < r->minimum; i++)
        jsonish_set_number(below, severity_word((Severity)i), r->n_below[i]);
    json_object_set_new(object, "findingsBelowSeverity", below);
    return object;
}

static json_t *message_json(const Diag *d)
{
    static const char *const levels[] = {
        [DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};
    json_t *message = json_object();
    jsonish_set(message, "level", levels[d->level]);
    jsonish_set(message, "path", d->file);
    if (d->line)
        jsonish_set_number(message, "line", d->line);
    jsonish_set(message, "text", d->text);
    return message;
}

void report_json(const Review *r, const ReportOptions *options, Out *o)
{
    JsonStream stream, *s = &stream;
    jsonish_start(s, o);
    jsonish_open(s, NULL, '{');
    jsonish_value(s, "reportVersion", json_integer(REPORT_VERSION));
    jsonish_value(s, "tool",
                  json_pack("{s:s, s:s, s:s}", "name", "stoa", "version", options->tool_version, "cweVersion",
                            cwe_list_version()));
    Sb summary;
    sb_init(&summary);
    content_summary(r, &summary);
    jsonish_value(s, "summary", jsonish_string(summary.s));
    sb_release(&summary);
    jsonish_value(s, "coverage", coverage_json(r));
    jsonish_open(s, "pillars", '[');
    for (u32 p = 0; p < cwe_pillar_count(); p++)
        write_pillar(s, r, cwe_pillar_at(p));
    jsonish_close(s);
    jsonish_open(s, "findings", '[');
    for (u32 i = 0; i < r->findings.n; i++)
        jsonish_value(s, NULL, finding_json(r, &r->findings.at[i]));
    jsonish_close(s);
    jsonish_open(s, "suppressed", '[');
    for (u32 i = 0; i < r->suppressed.n; i++)
        jsonish_value(s, NULL, finding_json(r, &r->suppressed.at[i]));
    jsonish_close(s);
    jsonish_open(s, "recommendations", '[');
    write_recommendations(s, r);
    jsonish_close(s);
    jsonish_open(s, "notCovered", '[');
    Sentences sentences = {0};
    content_gaps(r, &sentences);
    for (u32 i = 0; i < sentences.n; i++)
        jsonish_value(s, NULL, jsonish_string(sentences.at[i]));
    content_free(&sentences);
    jsonish_close(s);
    jsonish_open(s, "messages", '[');
    for (u32 i = 0; i < r->diags->n; i++)
        jsonish_value(s, NULL, message_json(&r->diags->at[i]));
    jsonish_close(s);
    jsonish_close(s);
}
