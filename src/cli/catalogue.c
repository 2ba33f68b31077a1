/*
 * `stoa checks` and `stoa explain`: the catalogue of checks, from their descriptors and the taxonomy. Called by
 * main.c.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "checks/check.h"
#include "cli/cli.h"
#include "cwe/cwe.h"
#include "report/content.h"

enum { ID_COLUMN = 28, TEXT_COLUMN = 12 };

/* Indices of the checks, by weakness, then id. */
static int by_cwe(const void *a, const void *b)
{
    const CheckInfo *x = check_info(*(const u32 *)a), *y = check_info(*(const u32 *)b);
    if (x->cwe != y->cwe)
        return x->cwe < y->cwe ? -1 : 1;
    return strcmp(x->id, y->id);
}

static bool concerns(const CheckInfo *info, u32 cwe)
{
    for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++)
        if (info->related[k] == cwe)
            return true;
    return info->cwe == cwe;
}

static bool is_selected(const CliSelection *selection, const CheckInfo *info)
{
    for (u32 i = 0; i < selection->only.n; i++) {
        u32 cwe = cwe_parse(selection->only.at[i]);
        if (strcmp(selection->only.at[i], info->id) == 0 ||
            (cwe && (concerns(info, cwe) || cwe_pillar(info->cwe) == cwe)))
            return true;
    }
    return selection->only.n == 0;
}

/* The selected checks in order; the caller frees. */
static u32 *selected_checks(const CliSelection *selection, u32 *n)
{
    u32 *list = mem_alloc((check_count() + 1) * sizeof *list);
    *n = 0;
    for (u32 i = 0; i < check_count(); i++)
        if (is_selected(selection, check_info(i)))
            list[(*n)++] = i;
    qsort(list, *n, sizeof *list, by_cwe);
    return list;
}

static void list_text(const CliSelection *selection, Out *o)
{
    u32 n;
    u32 *list = selected_checks(selection, &n);
    bool first = true;
    for (u32 p = 0; p < cwe_pillar_count(); p++) {
        u32 pillar = cwe_pillar_at(p), shown = 0;
        for (u32 i = 0; i < n; i++) {
            const CheckInfo *info = check_info(list[i]);
            if (cwe_pillar(info->cwe) != pillar)
                continue;
            if (shown++ == 0) {
                out_s(o, first ? "" : "\n");
                first = false;
                out_style(o, STYLE_HEADING);
                out_f(o, "CWE-%u %s\n", pillar, cwe_name(pillar));
                out_style(o, STYLE_PLAIN);
            }
            Sb text;
            sb_init(&text);
            sb_addf(&text, "%s. Examines %s.", info->title, info->sites);
            out_f(o, "  CWE-%-6u%-*s %s\n", info->cwe, ID_COLUMN, info->id, severity_word(info->severity));
            out_c(o, ' ', TEXT_COLUMN);
            out_wrapped(o, TEXT_COLUMN, TEXT_COLUMN, text.s);
            sb_release(&text);
        }
    }
    mem_free(list);
}

static json_t *check_json(const CheckInfo *info)
{
    json_t *related = json_array(), *references = json_array();
    for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++)
        json_array_append_new(related, json_integer(info->related[k]));
    for (const char *const *r = info->references; r && *r; r++)
        json_array_append_new(references, json_string(*r));
    return json_pack("{s:s, s:i, s:s, s:i, s:o, s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "id", info->id, "cwe",
                     info->cwe, "cweName", cwe_name(info->cwe), "pillar", (int)cwe_pillar(info->cwe),
                     "related", related, "severity", severity_word(info->severity), "confidence",
                     confidence_word(info->confidence), "title", info->title, "examines", info->sites,
                     "reason", info->reason, "repair", info->repair, "references", references);
}

static int dump_json(const char *bytes, size_t n, void *ctx)
{
    out_bytes(ctx, bytes, n);
    return 0;
}

static void list_json(const CliSelection *selection, Out *o)
{
    u32 n;
    u32 *list = selected_checks(selection, &n);
    json_t *all = json_array();
    for (u32 i = 0; i < n; i++)
        json_array_append_new(all, check_json(check_info(list[i])));
    json_t *root =
        json_pack("{s:s, s:s, s:o}", "tool", "stoa", "cweVersion", cwe_list_version(), "checks", all);
    json_dump_callback(root, dump_json, o, JSON_INDENT(2));
    out_c(o, '\n', 1);
    json_decref(root);
    mem_free(list);
}

int cli_checks(const CliArgs *args)
{
    static const char *const formats[] = {"text", "json"};
    CliSelection selection = {0};
    int format = cli_choice(args, OPT_FORMAT, formats, LENGTH(formats), 0);
    int colour = cli_colour(args, STDOUT_FILENO);
    int code = EXIT_TROUBLE;
    if (args->operands.n)
        cli_usage_error(args->command, "'checks' takes no operands; 'stoa explain %s' explains",
                        args->operands.at[0]);
    else if (format >= 0 && colour >= 0 && cli_selection(args, &selection)) {
        CliStream stream = {.fd = STDOUT_FILENO};
        Out out;
        out_init(&out, cli_write, &stream, colour);
        (format == 1 ? list_json : list_text)(&selection, &out);
        code = out_finish(&out) ? EXIT_CLEAN : cli_write_failed(&stream, "standard output");
    }
    vec_release(&selection.only);
    return code;
}

/* ---- explain ---- */

static void section(Out *o, const char *label, const char *text)
{
    Sb clean;
    sb_init(&clean);
    clean_add(&clean, text, strlen(text), CLEAN_QUOTES);
    out_f(o, "  %-*s", TEXT_COLUMN - 2, label);
    out_wrapped(o, TEXT_COLUMN, TEXT_COLUMN, clean.s);
    sb_release(&clean);
}

/* The texts are templates; what only a finding knows is shown as "..." */
static void template_section(Out *o, const char *label, const char *text)
{
    Sb b;
    sb_init(&b);
    content_template(text, &b);
    if (strcmp(b.s, "...") != 0 && b.n)
        section(o, label, b.s);
    sb_release(&b);
}

static void explain_check(Out *o, const CheckInfo *info)
{
    Sb b;
    sb_init(&b);
    out_style(o, STYLE_HEADING);
    out_f(o, "%s: %s\n", info->id, info->title);
    out_style(o, STYLE_PLAIN);
    sb_addf(&b, "CWE-%u %s", info->cwe, cwe_name(info->cwe));
    section(o, "Weakness", b.s);
    for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++) {
        sb_reset(&b);
        sb_addf(&b, "CWE-%u %s", info->related[k], cwe_name(info->related[k]));
        section(o, k ? "" : "Also", b.s);
    }
    sb_reset(&b);
    sb_addf(&b, "CWE-%u %s", cwe_pillar(info->cwe), cwe_name(cwe_pillar(info->cwe)));
    section(o, "Pillar", b.s);
    sb_reset(&b);
    sb_addf(&b, "%s (confidence: %s)", severity_word(info->severity), confidence_word(info->confidence));
    section(o, "Severity", b.s);
    section(o, "Examines", info->sites);
    template_section(o, "Message", info->message);
    template_section(o, "Why", info->reason);
    template_section(o, "Repair", info->repair);
    for (const char *const *r = info->references; r && *r; r++)
        section(o, r == info->references ? "See" : "", *r);
    sb_release(&b);
}

static void explain_weakness(Out *o, const Cwe *cwe)
{
    Sb b;
    sb_init(&b);
    out_style(o, STYLE_HEADING);
    out_f(o, "CWE-%u %s\n", cwe->id, cwe->name);
    out_style(o, STYLE_PLAIN);
    section(o, "Kind", cwe->abstraction);
    for (u32 i = 0; i < cwe->n_parents; i++) {
        sb_reset(&b);
        sb_addf(&b, "CWE-%u %s", cwe->parents[i], cwe_name(cwe->parents[i]));
        section(o, i ? "" : "Below", b.s);
    }
    sb_reset(&b);
    sb_addf(&b, "CWE-%u %s", cwe->pillar, cwe_name(cwe->pillar));
    if (cwe->n_parents)
        section(o, "Pillar", b.s);
    if (cwe->top25) {
        sb_reset(&b);
        sb_addf(&b, "rank %u", cwe->top25);
        section(o, "Top 25", b.s);
    }
    sb_reset(&b);
    sb_addf(&b, "https://cwe.mitre.org/data/definitions/%u.html", cwe->id);
    section(o, "See", b.s);
    u32 shown = 0;
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        if (!concerns(info, cwe->id) && cwe_pillar(info->cwe) != cwe->id &&
            !cwe_is_within(info->cwe, cwe->id))
            continue;
        sb_reset(&b);
        sb_addf(&b, "%s (CWE-%u): %s", info->id, info->cwe, info->title);
        section(o, shown++ ? "" : "Checks", b.s);
    }
    if (shown == 0)
        section(o, "Checks", "none; a review says nothing about this weakness");
    sb_release(&b);
}

static bool explain(const CliArgs *args, const char *name, Out *o)
{
    int check = check_find(name);
    const Cwe *cwe = check < 0 ? cwe_find(cwe_parse(name)) : NULL;
    if (check >= 0) {
        explain_check(o, check_info((u32)check));
    } else if (cwe) {
        explain_weakness(o, cwe);
    } else {
        const char **ids = mem_alloc((check_count() + 1) * sizeof *ids);
        for (u32 i = 0; i < check_count(); i++)
            ids[i] = check_info(i)->id;
        const char *similar = cli_similar(name, ids, check_count());
        if (similar)
            cli_usage_error(args->command, "'%s' is neither a check nor a weakness; did you mean '%s'?", name,
                            similar);
        else
            cli_usage_error(args->command, "'%s' is neither a check nor a weakness of CWE-1000", name);
        mem_free(ids);
        return false;
    }
    return true;
}

int cli_explain(const CliArgs *args)
{
    int colour = cli_colour(args, STDOUT_FILENO);
    if (colour < 0)
        return EXIT_TROUBLE;
    if (args->operands.n == 0)
        return cli_usage_error(args->command, "nothing to explain: name a check or a weakness");
    CliStream stream = {.fd = STDOUT_FILENO};
    Out out;
    out_init(&out, cli_write, &stream, colour);
    bool good = true;
    for (u32 i = 0; i < args->operands.n; i++) {
        if (i && good)
            out_c(&out, '\n', 1);
        good = explain(args, args->operands.at[i], &out) && good;
    }
    if (!out_finish(&out))
        return cli_write_failed(&stream, "standard output");
    return good ? EXIT_CLEAN : EXIT_TROUBLE;
}
