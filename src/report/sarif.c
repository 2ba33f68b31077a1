/*
 * The report as SARIF 2.1.0 (report_sarif): for code scanning services and editors. Section numbers are those of the
 * OASIS standard. Validated against its schema by tests/scripts/sarif.sh.
 */
#include <string.h>

#include "base/limits.h"
#include "cwe/cwe.h"
#include "report/content.h"
#include "report/jsonish.h"

#define SCHEMA_URI \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define SOURCE_ROOT "SRCROOT"
#define FINGERPRINT_KEY "stoaFingerprint/v1"

enum { BLANK = 0xffffffffu };

/* What is needed all the way down. */
typedef struct Sarif {
    const Review *r;
    const ReportOptions *options;
    u32 *rule_of;     /* by check index: position among the rules */
    u32 *artifact_of; /* by FileId: position among the artifacts, or BLANK */
    VEC(FileId) artifacts;
    VEC(u32) taxa; /* ids of weaknesses, ascending */
    /* The last column that was converted: findings come line by line, and a line may be long. */
    FileId file;
    u32 line, column, units;
} Sarif;

static json_t *text_json(const char *text)
{
    return json_pack("{s:o}", "text", jsonish_string(text));
}

/* Prose for members that are plain text: code between 'quotes'. */
static json_t *message_json(const char *text)
{
    Sb b;
    sb_init(&b);
    clean_add(&b, text, strlen(text), CLEAN_QUOTES | CLEAN_NEWLINES);
    json_t *message = text_json(b.s);
    sb_release(&b);
    return message;
}

/* ---- places ---- */

/* 3.4.3, RFC 3986: everything but unreserved characters and '/' is percent-encoded. */
static json_t *uri_json(const char *path)
{
    Sb b;
    sb_init(&b);
    if (path[0] == '/')
        sb_adds(&b, "file://");
    for (const char *s = path; *s; s++) {
        u8 c = (u8)*s;
        bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-._~/", c);
        if (plain)
            sb_addc(&b, *s);
        else
            sb_addf(&b, "%%%02X", c);
    }
    json_t *uri = json_stringn(b.s, b.n);
    sb_release(&b);
    return uri;
}

static json_t *artifact_location(Sarif *s, FileId file)
{
    const char *path = src_file(&s->r->project->src, file)->path;
    json_t *location = json_object();
    json_object_set_new(location, "uri", uri_json(path));
    if (path[0] != '/')
        json_object_set_new(location, "uriBaseId", json_string(SOURCE_ROOT));
    if (s->artifact_of[file] != BLANK)
        jsonish_set_number(location, "index", s->artifact_of[file]);
    return location;
}

/* Column in UTF-16 code units from 1 (3.14.17, columnKind) of a column in bytes. With `remember`, it is where the next
 * one on the same line may start to count. In lines of absurd length it counts bytes. */
static u32 utf16_column(Sarif *s, Position at, bool remember)
{
    Slice line = src_line(&s->r->project->src, at.file, at.line);
    u32 byte = 0, units = 0, target = MIN(at.column - 1, line.n);
    if (line.n > LIMIT_COUNTED_LINE)
        return at.column;
    if (at.file == s->file && at.line == s->line && s->column <= target) {
        byte = s->column;
        units = s->units;
    }
    while (byte < target) {
        u32 c;
        bool valid;
        byte += utf8_decode(line.s + byte, line.n - byte, &c, &valid);
        units += valid && c > 0xffff ? 2 : 1;
    }
    if (remember) {
        s->file = at.file;
        s->line = at.line;
        s->column = byte;
        s->units = units;
    }
    return units + 1;
}

static json_t *region_json(Sarif *s, Place at, bool snippet)
{
    const SourceSet *src = &s->r->project->src;
    Position start = src_position(src, at.loc);
    Position end = at.end > at.loc ? src_position(src, at.end) : start;
    json_t *region = json_object();
    jsonish_set_number(region, "startLine", start.line);
    jsonish_set_number(region, "startColumn", utf16_column(s, start, true));
    if (end.file == start.file && at.end > at.loc) {
        jsonish_set_number(region, "endLine", end.line);
        jsonish_set_number(region, "endColumn", utf16_column(s, end, false));
        if (snippet && at.end - at.loc <= LIMIT_REPORTED_LINE) {
            const SourceFile *f = src_file(src, start.file);
            json_t *code = jsonish_stringn(f->text + (at.loc - f->base), at.end - at.loc);
            json_object_set_new(region, "snippet", json_pack("{s:o}", "text", code));
        }
    }
    return region;
}

static json_t *physical_location(Sarif *s, Place at, bool snippet)
{
    const SourceSet *src = &s->r->project->src;
    Position start = src_position(src, at.loc);
    json_t *location = json_object();
    json_object_set_new(location, "artifactLocation", artifact_location(s, start.file));
    json_object_set_new(location, "region", region_json(s, at, snippet));
    Slice line = src_line(src, start.file, start.line);
    if (snippet && line.n <= LIMIT_REPORTED_LINE) {
        json_t *context = json_object();
        jsonish_set_number(context, "startLine", start.line);
        json_object_set_new(context, "snippet", json_pack("{s:o}", "text", jsonish_stringn(line.s, line.n)));
        json_object_set_new(location, "contextRegion", context);
    }
    return location;
}

static json_t *location_json(Sarif *s, Place at, const char *message)
{
    json_t *location = json_object();
    if (at.loc)
        json_object_set_new(location, "physicalLocation", physical_location(s, at, false));
    if (message)
        json_object_set_new(location, "message", message_json(message));
    return location;
}

/* ---- rules and taxa ---- */

/* "cert-verify-off" as "CertVerifyOff" (3.49.7). */
static json_t *rule_name(const char *id)
{
    Sb b;
    sb_init(&b);
    bool upper = true;
    for (const char *s = id; *s; s++) {
        if (*s == '-') {
            upper = true;
            continue;
        }
        sb_addc(&b, upper && *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') : *s);
        upper = false;
    }
    json_t *name = json_stringn(b.s, b.n);
    sb_release(&b);
    return name;
}

static void add_taxon(Sarif *s, u32 cwe)
{
    u32 i = 0;
    while (i < s->taxa.n && s->taxa.at[i] < cwe)
        i++;
    if (!cwe_find(cwe) || (i < s->taxa.n && s->taxa.at[i] == cwe))
        return;
    vec_push(&s->taxa, cwe);
    memmove(&s->taxa.at[i + 1], &s->taxa.at[i], (s->taxa.n - 1 - i) * sizeof *s->taxa.at);
    s->taxa.at[i] = cwe;
}

/* The weaknesses of all checks, with everything above them. */
static void gather_taxa(Sarif *s)
{
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        add_taxon(s, info->cwe);
        for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++)
            add_taxon(s, info->related[k]);
    }
    /* A parent may have a smaller id than its child: go on until nothing is added. */
    for (u32 before = 0; before != s->taxa.n;) {
        before = s->taxa.n;
        for (u32 i = 0; i < s->taxa.n; i++) {
            const Cwe *cwe = cwe_find(s->taxa.at[i]);
            for (u32 k = 0; k < cwe->n_parents; k++)
                add_taxon(s, cwe->parents[k]);
        }
    }
}

static u32 taxon_index(const Sarif *s, u32 cwe)
{
    u32 i = 0;
    while (i < s->taxa.n && s->taxa.at[i] != cwe)
        i++;
    return i;
}

/* reportingDescriptorReference to a weakness (3.52). */
static json_t *taxon_reference(const Sarif *s, u32 cwe)
{
    json_t *reference = json_object();
    Sb id;
    sb_init(&id);
    sb_addf(&id, "%u", cwe);
    jsonish_set(reference, "id", id.s);
    sb_release(&id);
    jsonish_set_number(reference, "index", taxon_index(s, cwe));
    json_object_set_new(reference, "toolComponent", json_pack("{s:s, s:i}", "name", "CWE", "index", 0));
    return reference;
}

static void add_relationship(json_t *list, json_t *target, const char *kind)
{
    json_array_append_new(list, json_pack("{s:o, s:[s]}", "target", target, "kinds", kind));
}

static json_t *taxonomy_json(const Sarif *s)
{
    json_t *taxa = json_array();
    for (u32 i = 0; i < s->taxa.n; i++) {
        const Cwe *cwe = cwe_find(s->taxa.at[i]);
        json_t *taxon = json_object(), *above = json_array();
        Sb b;
        sb_init(&b);
        sb_addf(&b, "%u", cwe->id);
        jsonish_set(taxon, "id", b.s);
        jsonish_set(taxon, "name", cwe->name);
        json_object_set_new(taxon, "shortDescription", text_json(cwe->name));
        sb_reset(&b);
        sb_addf(&b, "https://cwe.mitre.org/data/definitions/%u.html", cwe->id);
        jsonish_set(taxon, "helpUri", b.s);
        sb_release(&b);
        for (u32 k = 0; k < cwe->n_parents; k++)
            add_relationship(above, taxon_reference(s, cwe->parents[k]), "superset");
        if (cwe->n_parents)
            json_object_set_new(taxon, "relationships", above);
        else
            json_decref(above);
        json_array_append_new(taxa, taxon);
    }
    return json_pack("{s:s, s:s, s:s, s:s, s:{s:s}, s:s, s:b, s:o}", "name", "CWE", "version",
                     cwe_list_version(), "releaseDateUtc", cwe_list_date(), "organization", "MITRE",
                     "shortDescription", "text", "The MITRE Common Weakness Enumeration", "informationUri",
                     "https://cwe.mitre.org/", "isComprehensive", 0, "taxa", taxa);
}

static void add_tag(json_t *tags, u32 cwe)
{
    Sb b;
    sb_init(&b);
    sb_addf(&b, "external/cwe/cwe-%u", cwe);
    json_array_append_new(tags, json_string(b.s));
    sb_release(&b);
}

static json_t *rule_json(const Sarif *s, const CheckInfo *info)
{
    json_t *rule = json_object(), *relationships = json_array(), *tags = json_array(),
           *properties = json_object();
    Sb text, uri;
    sb_init(&text);
    sb_init(&uri);
    jsonish_set(rule, "id", info->id);
    json_object_set_new(rule, "name", rule_name(info->id));
    json_object_set_new(rule, "shortDescription", message_json(info->title));
    content_template(info->reason, &text);
    json_object_set_new(rule, "fullDescription", message_json(text.s));
    sb_adds(&text, "\n\n");
    content_template(info->repair, &text);
    for (const char *const *reference = info->references; reference && *reference; reference++)
        sb_addf(&text, "\n\n%s", *reference);
    json_t *help = message_json(text.s);
    jsonish_set(help, "markdown", text.s);
    json_object_set_new(rule, "help", help);
    sb_addf(&uri, "https://cwe.mitre.org/data/definitions/%u.html", info->cwe);
    jsonish_set(rule, "helpUri", uri.s);
    json_object_set_new(rule, "defaultConfiguration",
                        json_pack("{s:s}", "level", severity_sarif_level(info->severity)));
    json_array_append_new(tags, json_string("security"));
    add_tag(tags, info->cwe);
    add_relationship(relationships, taxon_reference(s, info->cwe), "superset");
    for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++) {
        add_tag(tags, info->related[k]);
        add_relationship(relationships, taxon_reference(s, info->related[k]), "relevant");
    }
    json_object_set_new(rule, "relationships", relationships);
    json_object_set_new(properties, "tags", tags);
    jsonish_set(properties, "security-severity", severity_score(info->severity));
    jsonish_set(properties, "precision", confidence_word(info->confidence));
    jsonish_set(properties, "examines", info->sites);
    json_object_set_new(rule, "properties", properties);
    sb_release(&text);
    sb_release(&uri);
    return rule;
}

/* ---- results ---- */

static json_t *code_flows(Sarif *s, const FindingStep *steps)
{
    json_t *locations = json_array();
    u32 order = 0;
    for (const FindingStep *step = steps; step; step = step->next) {
        Sb b;
        sb_init(&b);
        sb_adds(&b, step->text);
        if (step->values)
            sb_addf(&b, " (%s)", step->values);
        json_t *each = json_object();
        json_object_set_new(each, "location", location_json(s, step->at, b.s));
        jsonish_set_number(each, "nestingLevel", step->depth);
        jsonish_set_number(each, "executionOrder", ++order);
        json_array_append_new(locations, each);
        sb_release(&b);
    }
    return json_pack("[{s:[{s:o}]}]", "threadFlows", "locations", locations);
}

static json_t *fixes_json(Sarif *s, const Finding *f)
{
    /* One change per file; edits of one file are together. */
    json_t *changes = json_array();
    for (const FindingEdit *e = f->edits; e;) {
        FileId file = src_file_of(&s->r->project->src, e->range.loc);
        json_t *replacements = json_array();
        for (; e && src_file_of(&s->r->project->src, e->range.loc) == file; e = e->next) {
            json_t *replacement = json_object(), *deleted = region_json(s, e->range, false);
            if (e->range.end <= e->range.loc) { /* an empty region: an insertion (3.30.2) */
                json_object_set(deleted, "endLine", json_object_get(deleted, "startLine"));
                json_object_set(deleted, "endColumn", json_object_get(deleted, "startColumn"));
            }
            json_object_set_new(replacement, "deletedRegion", deleted);
            json_object_set_new(replacement, "insertedContent", text_json(e->text));
            json_array_append_new(replacements, replacement);
        }
        json_array_append_new(changes, json_pack("{s:o, s:o}", "artifactLocation", artifact_location(s, file),
                                                 "replacements", replacements));
    }
    return json_pack("[{s:o, s:o}]", "description", message_json(f->repair), "artifactChanges", changes);
}

static json_t *related_locations(Sarif *s, const Finding *f)
{
    json_t *list = json_array();
    u32 id = 0;
    for (const FindingRelated *each = f->related; each; each = each->next) {
        json_t *location = location_json(s, each->at, each->text);
        jsonish_set_number(location, "id", ++id);
        json_array_append_new(list, location);
    }
    if (f->spelled.loc) {
        Sb b;
        sb_init(&b);
        sb_addf(&b, "in the expansion of `%s`", f->macro);
        json_t *location = location_json(s, f->spelled, b.s);
        jsonish_set_number(location, "id", ++id);
        json_array_append_new(list, location);
        sb_release(&b);
    }
    return list;
}

/* The message as text, with what must be known to judge it: SARIF viewers show little else (3.27.11). */
static json_t *result_message(const Finding *f)
{
    Sb b;
    sb_init(&b);
    sb_addf(&b, "%s %s", f->message, f->repair);
    if (f->witness)
        sb_addf(&b, " Triggering input: %s", f->witness);
    if (f->presence)
        sb_addf(&b, " Only %s.", f->presence);
    json_t *plain = message_json(b.s);
    jsonish_set(plain, "markdown", b.s);
    sb_release(&b);
    return plain;
}

static json_t *result_json(Sarif *s, const ReviewFinding *f)
{
    const Finding *d = f->finding;
    json_t *result = json_object(), *location = json_object(), *related = related_locations(s, d);
    jsonish_set(result, "ruleId", f->info->id);
    jsonish_set_number(result, "ruleIndex", s->rule_of[d->check]);
    jsonish_set(result, "kind", "fail");
    jsonish_set(result, "level", severity_sarif_level(d->severity));
    json_object_set_new(result, "message", result_message(d));
    Place at = d->at;
    if (at.loc == 0)
        at.loc = src_file(&s->r->project->src, f->start.file)->base;
    json_object_set_new(location, "physicalLocation", physical_location(s, at, true));
    if (d->function) {
        json_t *logical =
            json_pack("{s:o, s:s}", "fullyQualifiedName", jsonish_string(d->function), "kind", "function");
        json_object_set_new(location, "logicalLocations", json_pack("[o]", logical));
    }
    json_object_set_new(result, "locations", json_pack("[o]", location));
    if (json_array_size(related))
        json_object_set(result, "relatedLocations", related);
    json_decref(related);
    if (d->steps)
        json_object_set_new(result, "codeFlows", code_flows(s, d->steps));
    if (d->edits)
        json_object_set_new(result, "fixes", fixes_json(s, d));
    json_object_set_new(result, "partialFingerprints", json_pack("{s:s}", FINGERPRINT_KEY, f->fingerprint));
    if (f->suppressed) {
        json_t *suppression = json_pack("{s:s}", "kind", "inSource");
        jsonish_set(suppression, "justification", f->suppressed->reason);
        json_object_set_new(suppression, "location", location_json(s, f->suppressed->at, NULL));
        json_object_set_new(result, "suppressions", json_pack("[o]", suppression));
    } else {
        json_object_set_new(result, "suppressions", json_array()); /* known not to be suppressed (3.27.23) */
    }
    json_t *properties = json_object();
    jsonish_set(properties, "severity", severity_word(d->severity));
    jsonish_set_number(properties, "pillar", f->pillar);
    json_object_set_new(result, "properties", properties);
    return result;
}

/* ---- the run ---- */

static json_t *notification(const Diag *d)
{
    static const char *const levels[] = {
        [DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};
    json_t *each = json_object();
    jsonish_set(each, "level", levels[d->level]);
    json_object_set_new(each, "message", text_json(d->text));
    if (d->file) {
        json_t *artifact = json_object(), *physical = json_object();
        json_object_set_new(artifact, "uri", uri_json(d->file));
        if (d->file[0] != '/')
            json_object_set_new(artifact, "uriBaseId", json_string(SOURCE_ROOT));
        json_object_set_new(physical, "artifactLocation", artifact);
        if (d->line)
            json_object_set_new(physical, "region", json_pack("{s:i}", "startLine", (int)d->line));
        json_object_set_new(each, "locations", json_pack("[{s:o}]", "physicalLocation", physical));
    }
    return each;
}

static json_t *invocation_json(Sarif *s)
{
    const ReportOptions *options = s->options;
    const Diags *diags = s->r->diags;
    json_t *invocation = json_object(), *notifications = json_array();
    json_object_set_new(invocation, "executionSuccessful", json_boolean(diags->errors == 0));
    if (options->exit_code >= 0)
        json_object_set_new(invocation, "exitCode", json_integer(options->exit_code));
    for (u32 i = 0; i < diags->n; i++)
        json_array_append_new(notifications, notification(&diags->at[i]));
    json_object_set_new(invocation, "toolExecutionNotifications", notifications);
    return invocation;
}

static json_t *artifact_json(Sarif *s, FileId file)
{
    const SourceFile *f = src_file(&s->r->project->src, file);
    json_t *location = artifact_location(s, file);
    json_object_del(location, "index");
    return json_pack("{s:o, s:I, s:s, s:[s]}", "location", location, "length", (json_int_t)f->size,
                     "sourceLanguage", f->lang == LANG_CXX ? "cplusplus" : "c", "roles", "analysisTarget");
}

static void write_driver(JsonStream *w, const Sarif *s)
{
    jsonish_open(w, "driver", '{');
    jsonish_value(w, "name", json_string("Stoa"));
    jsonish_value(w, "version", jsonish_string(s->options->tool_version));
    jsonish_value(w, "semanticVersion", jsonish_string(s->options->tool_version));
    jsonish_value(w, "shortDescription",
                  text_json("Security review of C and C++ by the pillars of CWE-1000"));
    jsonish_open(w, "rules", '[');
    for (u32 i = 0; i < check_count(); i++)
        if (s->r->checks[i])
            jsonish_value(w, NULL, rule_json(s, check_info(i)));
    jsonish_close(w);
    jsonish_value(w, "supportedTaxonomies", json_pack("[{s:s, s:i}]", "name", "CWE", "index", 0));
    jsonish_close(w);
}

/* The ledger has no place of its own in SARIF: without it, no result is not the same as nothing wrong. */
static json_t *run_properties(const Review *r)
{
    json_t *ledger = json_array(), *gaps = json_array();
    for (u32 i = 0; i < check_count(); i++)
        if (r->checks[i]) {
            json_t *row = json_object();
            jsonish_set(row, "check", check_info(i)->id);
            jsonish_set_number(row, "examined", ledger_examined(&r->ledger[i]));
            jsonish_set_number(row, "safe", r->ledger[i].safe);
            jsonish_set_number(row, "violated", r->ledger[i].violated);
            jsonish_set_number(row, "undecided", ledger_undecided(&r->ledger[i]));
            json_array_append_new(ledger, row);
        }
    Sentences sentences = {0};
    content_gaps(r, &sentences);
    for (u32 i = 0; i < sentences.n; i++)
        json_array_append_new(gaps, jsonish_string(sentences.at[i]));
    content_free(&sentences);
    return json_pack("{s:o, s:o}", "ledger", ledger, "notCovered", gaps);
}

static void write_run(JsonStream *w, Sarif *s)
{
    jsonish_open(w, NULL, '{');
    jsonish_open(w, "tool", '{');
    write_driver(w, s);
    jsonish_close(w);
    jsonish_value(w, "taxonomies", json_pack("[o]", taxonomy_json(s)));
    jsonish_value(w, "invocations", json_pack("[o]", invocation_json(s)));
    jsonish_value(w, "originalUriBaseIds",
                  json_pack("{s:{s:{s:s}}}", SOURCE_ROOT, "description", "text",
                            "The folder in which stoa was started."));
    jsonish_open(w, "artifacts", '[');
    for (u32 i = 0; i < s->artifacts.n; i++)
        jsonish_value(w, NULL, artifact_json(s, s->artifacts.at[i]));
    jsonish_close(w);
    jsonish_value(w, "columnKind", json_string("utf16CodeUnits"));
    jsonish_open(w, "results", '[');
    for (u32 i = 0; i < s->r->findings.n; i++)
        jsonish_value(w, NULL, result_json(s, &s->r->findings.at[i]));
    for (u32 i = 0; i < s->r->suppressed.n; i++)
        jsonish_value(w, NULL, result_json(s, &s->r->suppressed.at[i]));
    jsonish_close(w);
    jsonish_value(w, "properties", run_properties(s->r));
    jsonish_close(w);
}

void report_sarif(const Review *r, const ReportOptions *options, Out *o)
{
    Sarif s = {.r = r, .options = options};
    u32 n_files = r->project->src.files.n, n_rules = 0;
    s.rule_of = mem_zalloc(check_count() + 1, sizeof *s.rule_of);
    for (u32 i = 0; i < check_count(); i++)
        s.rule_of[i] = r->checks[i] ? n_rules++ : 0;
    s.artifact_of = mem_alloc((n_files + 1) * sizeof *s.artifact_of);
    for (FileId f = 0; f < n_files; f++) {
        const SourceFile *file = src_file(&r->project->src, f);
        s.artifact_of[f] = BLANK;
        if (f && file->wanted && file->role != ROLE_CONTRACT) {
            s.artifact_of[f] = s.artifacts.n;
            vec_push(&s.artifacts, f);
        }
    }
    gather_taxa(&s);
    JsonStream stream;
    jsonish_start(&stream, o);
    jsonish_open(&stream, NULL, '{');
    jsonish_value(&stream, "$schema", json_string(SCHEMA_URI));
    jsonish_value(&stream, "version", json_string("2.1.0"));
    jsonish_open(&stream, "runs", '[');
    write_run(&stream, &s);
    jsonish_close(&stream);
    jsonish_close(&stream);
    mem_free(s.rule_of);
    mem_free(s.artifact_of);
    vec_release(&s.artifacts);
    vec_release(&s.taxa);
}
