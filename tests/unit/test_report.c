/*
 * The formats: clean text, code lines with carets, escaping, and SARIF's regions, flows, fixes and fingerprints. Findings are made by
 * hand, so that every part of one is there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "cwe/cwe.h"
#include "report/content.h"

/* A tab, Latin-1, an emoji outside the basic plane, a control sequence and an override of the writing direction. */
static const char source[] =
    "int f(int a)\n"
    "{\n"
    "\tint caf\xe9 = a; g(\"\xc3\xa9\xf0\x9f\x98\x80\"); /* \x1b[31m\xe2\x80\xae */\n"
    "    return a; // stoa: allow suppression because `it` is <fine>\n"
    "}\n";

typedef struct Fixture {
    Diags diags;
    Inputs *inputs;
    Review *review;
    Arena arena;
} Fixture;

static bool into_buffer(void *ctx, const char *bytes, size_t n)
{
    sb_addn(ctx, bytes, n);
    return true;
}

static char *report_in(const Fixture *x, const char *format)
{
    Sb b;
    sb_init(&b);
    ReportOptions options = {.tool_version = "1.2.3", .exit_code = 1};
    int index = report_find_format(format);
    assert_true(index >= 0);
    assert_true(report_write(x->review, (u32)index, &options, into_buffer, &b));
    return sb_detach(&b);
}

/* Place of the first occurrence of a text. */
static Place place_of(const Fixture *x, const char *text)
{
    const SourceSet *src = &x->review->project->src;
    for (FileId f = 1; f < src->files.n; f++) {
        const SourceFile *file = src_file(src, f);
        const char *at =
            file->role == ROLE_CONTRACT ? NULL : memmem(file->text, file->size, text, strlen(text));
        if (at) {
            Loc loc = file->base + (Loc)(at - file->text);
            return (Place){loc, loc + (Loc)strlen(text)};
        }
    }
    fail_msg("'%s' is not in the source", text);
    return (Place){0};
}

static Finding *make_finding(Fixture *x, Place at)
{
    Finding *f = arena_new(&x->arena, Finding);
    f->arena = &x->arena;
    f->check = (u32)check_find("suppression");
    f->severity = SEV_HIGH;
    f->at = at;
    f->message = "The call of `g(\"<b>\")` is *wrong*.";
    f->reason = "Because\tof \x01 it.";
    f->repair = "Do `h()` instead.";
    return f;
}

static void list(Fixture *x, const Finding *f)
{
    const SourceSet *src = &x->review->project->src;
    ReviewFinding l = {.finding = f, .info = check_info(f->check)};
    l.pillar = cwe_pillar(l.info->cwe);
    l.start = src_position(src, f->at.loc);
    l.end = src_position(src, f->at.end);
    l.path = src_file(src, l.start.file)->path;
    strcpy(l.fingerprint, "0123456789abcdef0123456789abcdef");
    vec_push(&x->review->findings, l);
}

static int set_up(void **state)
{
    Fixture *x = calloc(1, sizeof *x);
    diags_init(&x->diags);
    arena_init(&x->arena);
    InputOptions input_options = {0};
    x->inputs = inputs_of_bytes("dir/a b.c", source, sizeof source - 1, LANG_C, &input_options, &x->diags);
    ReviewOptions options = {.jobs = 1};
    bool *none = calloc(check_count() + 1, sizeof *none);
    none[check_find("suppression")] = true;
    options.checks = none;
    x->review = review_new(x->inputs, &options, &x->diags);
    free(none);
    x->review->findings.n = 0;
    Place call = place_of(x, "g(\"\xc3\xa9\xf0\x9f\x98\x80\")");
    Finding *f = make_finding(x, call);
    f->function = "f";
    f->presence = "when X is defined";
    finding_step(f, place_of(x, "int a"), 0, NULL, "`a` comes from outside");
    finding_step(f, call, 1, "a = 3", "and is used");
    finding_related(f, place_of(x, "{"), "the body");
    finding_witness(f, "argc = %d", 3);
    finding_edit(f, call, "h()");
    finding_edit(f, (Place){place_of(x, "return").loc, 0}, "check(a); ");
    list(x, f);
    list(x, make_finding(x, place_of(x, "return a")));
    *state = x;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *x = *state;
    review_free(x->review);
    inputs_free(x->inputs);
    diags_release(&x->diags);
    arena_release(&x->arena);
    free(x);
    return 0;
}

static void contains(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("missing:\n%s\nin:\n%s", part, text);
}

static void test_clean_text(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
        u32 flags;
    } cases[] = {
        {"plain", "plain", 0},
        {"caf\xe9", "caf\xc3\xa9", 0},                       /* Latin-1 */
        {"\xc3\xa9", "\xc3\xa9", 0},                         /* UTF-8 */
        {"\xc0\xaf", "\xc3\x80\xc2\xaf", 0},                 /* overlong: not UTF-8 */
        {"\xed\xa0\x80", "\xc3\xad\xc2\xa0\xef\xbf\xbd", 0}, /* a surrogate */
        {"\xf4\x90\x80\x80", "\xc3\xb4\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", 0},
        {"\xe2\x82", "\xc3\xa2\xef\xbf\xbd", 0}, /* cut off */
        {"a\tb\nc", "a b c", 0},
        {"a\tb\nc", "a\tb\nc", CLEAN_TABS | CLEAN_NEWLINES},
        {"\x1b[31m\x07\x7f", "\xe2\x90\x9b[31m\xe2\x90\x87\xe2\x90\xa1", 0},
        {"\xc2\x9b"
         "31m",
         "\xef\xbf\xbd"
         "31m",
         0}, /* the one-character form of ESC [ */
        {"\xe2\x80\xae", "\xef\xbf\xbd", 0},
        {"`x` and `y`", "'x' and 'y'", CLEAN_QUOTES},
    };
    for (u32 i = 0; i < LENGTH(cases); i++) {
        Sb b;
        sb_init(&b);
        clean_add(&b, cases[i].in, strlen(cases[i].in), cases[i].flags);
        assert_string_equal(b.s, cases[i].out);
        sb_release(&b);
    }
    Sb b;
    sb_init(&b);
    clean_add(&b, "a\0b", 3, 0);
    assert_string_equal(b.s, "a\xe2\x90\x80"
                             "b");
    sb_release(&b);
    char number[28];
    assert_string_equal(number_text(0, number), "0");
    assert_string_equal(number_text(999, number), "999");
    assert_string_equal(number_text(1000, number), "1,000");
    assert_string_equal(number_text(UINT64_MAX, number), "18,446,744,073,709,551,615");
}

static void test_text(void **state)
{
    char *text = report_in(*state, "text");
    contains(text, "Stoa 1.2.3 reviewed 1 file (1 C), 5 lines, 1 function.");
    /* The tab is indentation and goes; the caret stands below the call, by columns, not bytes. */
    contains(
        text,
        "        int caf\xc3\xa9 = a; g(\"\xc3\xa9\xf0\x9f\x98\x80\"); /* \xe2\x90\x9b[31m\xef\xbf\xbd */\n"
        "                      ^~~~~~~\n");
    contains(text, "dir/a b.c:3:16: CWE-1116 ");
    contains(text, "(high) [suppression]\n");
    contains(text, "    The call of 'g(\"<b>\")' is *wrong*.\n");
    contains(text, "    Why: Because of \xe2\x90\x81 it.\n");
    contains(
        text,
        "      1. dir/a b.c:1: 'a' comes from outside\n            int f(int a)\n                  ^~~~~\n");
    contains(text, "      2.   dir/a b.c:3: and is used (a = 3)\n");
    contains(text, "    Triggering input: argc = 3\n");
    contains(text, "    Only when X is defined.\n");
    contains(text, "    Why and repair: as at dir/a b.c:3.\n");
    contains(text, "2 findings (2 high) under 1 of 10 pillars");
    /* All ten pillars, in order. */
    const char *at = text;
    for (u32 i = 0; i < cwe_pillar_count(); i++) {
        char heading[128];
        snprintf(heading, sizeof heading, "\nCWE-%u %s\n=", cwe_pillar_at(i), cwe_name(cwe_pillar_at(i)));
        at = strstr(at, heading);
        assert_non_null(at);
    }
    assert_non_null(strstr(at, "\nRecommendations\n"));
    assert_non_null(strstr(at, "\nWhat this review did not cover\n"));
    assert_null(strchr(text, '\033'));
    free(text);
}

static void test_colour(void **state)
{
    const Fixture *x = *state;
    Sb b;
    sb_init(&b);
    ReportOptions options = {.tool_version = "1.2.3", .exit_code = -1, .colour = true};
    assert_true(report_write(x->review, (u32)report_find_format("text"), &options, into_buffer, &b));
    contains(b.s, "\033[1;31mhigh\033[0m");
    /* What comes from the source never reaches the terminal as a control sequence. */
    assert_null(strstr(b.s, "\033[31m"));
    sb_release(&b);
}

static void test_markdown(void **state)
{
    char *text = report_in(*state, "markdown");
    contains(text, "### `dir/a b.c:3:16` CWE-1116 ");
    contains(text, "The call of `g(\"<b>\")` is \\*wrong\\*. (`suppression`)");
    contains(text, "\n    int caf\xc3\xa9 = a; g(");
    contains(text, "  2. `dir/a b.c:3`: and is used (a = 3)\n");
    contains(text, "## What this review did not cover");
    free(text);
}

static json_t *parse(const char *text)
{
    json_error_t error;
    json_t *root = json_loads(text, 0, &error);
    if (!root)
        fail_msg("line %d: %s", error.line, error.text);
    return root;
}

/* Follows "runs.0.results": names of members, indices of elements. */
static json_t *at(json_t *value, const char *path)
{
    char copy[256];
    snprintf(copy, sizeof copy, "%s", path);
    char *save = NULL;
    for (char *part = strtok_r(copy, ".", &save); part; part = strtok_r(NULL, ".", &save)) {
        value =
            json_is_array(value) ? json_array_get(value, (size_t)atoi(part)) : json_object_get(value, part);
        if (!value)
            fail_msg("no '%s' in '%s'", part, path);
    }
    return value;
}

static void same_string(json_t *root, const char *path, const char *value)
{
    assert_string_equal(json_string_value(at(root, path)), value);
}

static void same_number(json_t *root, const char *path, json_int_t value)
{
    assert_int_equal(json_integer_value(at(root, path)), value);
}

static void test_json(void **state)
{
    char *text = report_in(*state, "json");
    json_t *root = parse(text);
    same_number(root, "reportVersion", 1);
    assert_int_equal(json_array_size(at(root, "pillars")), 10);
    assert_int_equal(json_array_size(at(root, "findings")), 2);
    same_string(root, "findings.0.place.path", "dir/a b.c");
    same_number(root, "findings.0.place.line", 3);
    same_number(root, "findings.0.place.column", 16);
    same_string(root, "findings.0.path.1.values", "a = 3");
    same_string(root, "findings.0.fix.0.replacement", "h()");
    same_string(root, "findings.0.severity", "high");
    same_number(root, "coverage.lines", 5);
    assert_int_equal(json_array_size(at(root, "suppressed")), 0);
    json_decref(root);
    free(text);
}

static void test_sarif(void **state)
{
    char *text = report_in(*state, "sarif");
    json_t *root = parse(text);
    json_t *result = at(root, "runs.0.results.0");
    same_string(root, "version", "2.1.0");
    same_string(root, "runs.0.columnKind", "utf16CodeUnits");
    same_number(root, "runs.0.invocations.0.exitCode", 1);
    same_string(result, "locations.0.physicalLocation.artifactLocation.uri", "dir/a%20b.c");
    same_string(result, "locations.0.physicalLocation.artifactLocation.uriBaseId", "SRCROOT");
    same_number(result, "locations.0.physicalLocation.region.startLine", 3);
    /* 15 bytes stand before the call, one of them Latin-1; the call has 11 bytes, but 8 units: the emoji counts twice. */
    same_number(result, "locations.0.physicalLocation.region.startColumn", 16);
    same_number(result, "locations.0.physicalLocation.region.endColumn", 24);
    same_string(result, "locations.0.logicalLocations.0.fullyQualifiedName", "f");
    same_string(result, "level", "error");
    same_string(result, "partialFingerprints.stoaFingerprint/v1", "0123456789abcdef0123456789abcdef");
    json_t *flow = at(result, "codeFlows.0.threadFlows.0.locations");
    assert_int_equal(json_array_size(flow), 2);
    same_number(flow, "1.nestingLevel", 1);
    same_string(flow, "1.location.message.text", "and is used (a = 3)");
    json_t *replacements = at(result, "fixes.0.artifactChanges.0.replacements");
    assert_int_equal(json_array_size(replacements), 2);
    same_string(replacements, "0.insertedContent.text", "h()");
    same_number(replacements, "1.deletedRegion.startColumn", 5);
    same_number(replacements, "1.deletedRegion.endColumn", 5);
    /* The rule points to its weakness, and that to its parents. */
    json_t *rule = at(root, "runs.0.tool.driver.rules.0");
    same_string(rule, "id", "suppression");
    same_string(rule, "relationships.0.target.id", "1116");
    json_int_t index = json_integer_value(at(rule, "relationships.0.target.index"));
    char path[64];
    snprintf(path, sizeof path, "runs.0.taxonomies.0.taxa.%d.id", (int)index);
    same_string(root, path, "1116");
    same_string(rule, "properties.security-severity", "3.0");
    same_string(rule, "properties.tags.1", "external/cwe/cwe-1116");
    json_decref(root);
    free(text);
}

static void test_recommendations(void **state)
{
    const Fixture *x = *state;
    Recommendations all = {0};
    content_recommend(x->review, &all);
    assert_int_equal(all.n, 1);
    assert_int_equal(all.at[0].n, 2);
    assert_int_equal(all.at[0].findings[0], 0);
    assert_int_equal(all.at[0].findings[1], 1);
    assert_int_equal(all.at[0].severity, SEV_HIGH);
    content_recommend_free(&all);
}

/* Repairs of one check that differ in details only become one recommendation without the details. */
static void test_general_recommendation(void **state)
{
    Fixture *x = *state;
    u32 check = 0;
    Sb general;
    sb_init(&general);
    for (; check < check_count(); check++) {
        sb_reset(&general);
        content_template(check_info(check)->repair, &general);
        if (strstr(general.s, "...") && general.n > 40)
            break;
    }
    if (check == check_count())
        skip();
    x->review->findings.n = 0;
    for (int i = 0; i < 5; i++) {
        Finding *f = make_finding(x, place_of(x, "return a"));
        f->check = check;
        f->severity = i == 3 ? SEV_CRITICAL : SEV_LOW;
        list(x, finding_repair(f, "Repair number %d.", i == 4 ? 0 : i));
    }
    Recommendations all = {0};
    content_recommend(x->review, &all);
    assert_int_equal(all.n, 1);
    assert_int_equal(all.at[0].n, 5);
    assert_int_equal(all.at[0].severity, SEV_CRITICAL);
    assert_string_equal(all.at[0].repair, general.s);
    for (u32 i = 0; i < 5; i++)
        assert_int_equal(all.at[0].findings[i], i);
    content_recommend_free(&all);
    /* Few enough stay apart. */
    x->review->findings.n = 3;
    content_recommend(x->review, &all);
    assert_int_equal(all.n, 3);
    content_recommend_free(&all);
    sb_release(&general);
}

static bool refuse(void *ctx, const char *bytes, size_t n)
{
    (void)bytes;
    (void)n;
    ++*(int *)ctx;
    return false;
}

static void test_failed_write(void **state)
{
    const Fixture *x = *state;
    ReportOptions options = {.tool_version = "1.2.3"};
    for (u32 i = 0; i < report_format_count(); i++) {
        int calls = 0;
        assert_false(report_write(x->review, i, &options, refuse, &calls));
        assert_int_equal(calls, 1);
    }
}

/* A very long line is shown around the finding, and the caret still stands below it. */
static void test_long_line(void **state)
{
    (void)state;
    Sb text;
    sb_init(&text);
    sb_pad(&text, 'a', 5000);
    sb_adds(&text, " = b;");
    sb_pad(&text, 'c', 5000);
    sb_addc(&text, '\n');
    Diags diags;
    diags_init(&diags);
    SourceSet src;
    src_init(&src, &diags);
    FileId f = src_add_bytes(&src, "long.c", text.s, text.n, LANG_C, ROLE_MAIN, true);
    Position start = {.file = f, .line = 1, .column = 5004}, end = {.file = f, .line = 1, .column = 5005};
    CodeLine code;
    content_code(&src, start, end, &code);
    assert_true(code.text.n < 200);
    assert_int_equal(code.text.s[code.caret], 'b');
    assert_int_equal(code.width, 1);
    assert_true(str_starts(code.text.s, "...") && str_ends(code.text.s, "..."));
    content_code_release(&code);
    src_release(&src);
    diags_release(&diags);
    sb_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean_text),
        cmocka_unit_test_setup_teardown(test_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_colour, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_markdown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sarif, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_recommendations, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_general_recommendation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_failed_write, set_up, tear_down),
        cmocka_unit_test(test_long_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
