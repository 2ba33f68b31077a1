/*
 * Contracts in the engine, end to end: functions that call the library are executed, and the events that come out are compared as text
 * (ev_text). All functions of one language are one unit; each is run by itself.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "contract/contract.h"
#include "contract/format.h"
#include "engine/run.h"
#include "engine/taint.h"
#include "lower/lower.h"
#include "line_pattern.h"

#define EXPECTATIONS 6

/* A function's body with its head, `f` being replaced by a name of its own. Patterns with '+' before them are found in some line of its
 * events, those with '-' in none; parts of a pattern are separated by '|' and all stand in one line. */
typedef struct Case {
    const char *head, *body;
    const char *want[EXPECTATIONS];
} Case;

static const char c_prelude[] =
    "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n"
    "#include <fcntl.h>\n#include <wchar.h>\n#include <pthread.h>\n#include <syslog.h>\n"
    "#include <ctype.h>\n#include <regex.h>\n#include <iconv.h>\n#include <dirent.h>\n"
    "#include <sys/mman.h>\n#include <sys/socket.h>\n#include <netdb.h>\n"
    "static pthread_mutex_t m;\n";

static const Case c_cases[] = {
    /* copies */
    {"(void)", "char b[8]; strcpy(b, \"much too long\");", {"+ACCESS write `b`|len=14|beyond=yes"}},
    {"(void)", "char b[8]; strcpy(b, \"fits it\");", {"+ACCESS write `b`|len=8|beyond=no", "-beyond=y"}},
    {"(char *s)",
     "char *p = malloc(strlen(s)); if (!p) return; strcpy(p, s); free(p);",
     {"+ACCESS write the block from `malloc`|beyond=yes"}},
    {"(char *s)",
     "char *p = malloc(strlen(s) + 1); if (!p) return; strcpy(p, s); free(p);",
     {"+ACCESS write the block from `malloc`|beyond=no", "-beyond=y", "-beyond=m", "-lost=y"}},
    {"(void)",
     "char b[8] = \"abc\"; strcat(b, \"def\"); strcat(b, \"ghij\");",
     {"+ACCESS write `b`|len=7|beyond=no", "+ACCESS write `b`|len=11|beyond=yes"}},
    {"(void)",
     "char b[8]; strncpy(b, \"abc\", 8); puts(b);",
     {"+ACCESS read `b`|unended=no", "-beyond=y", "-unended=y"}},
    {"(void)", "char b[8]; strncpy(b, \"abcdefghij\", 8); puts(b);", {"+ACCESS read `b`|unended=yes"}},
    {"(void)", "wchar_t d[10]; wcscpy(d, L\"0123456789\");", {"+ACCESS write `d`|len=44|beyond=yes"}},
    {"(void)", "wchar_t d[11]; wcscpy(d, L\"0123456789\");", {"+ACCESS write `d`|len=44|beyond=no"}},
    {"(void)", "char a[20] = \"abc\"; memcpy(a, a + 2, 4);", {"+DEMAND broken=yes"}},
    {"(void)", "char a[20] = \"abc\"; memcpy(a, a + 4, 4);", {"-DEMAND broken=y"}},
    {"(void)",
     "char b[10]; char s[10]; int n; memset(s, 'a', 10); if (scanf(\"%d\", &n) != 1) return; if (n < 10) memcpy(b, s, n);",
     {"+ACCESS write `b`|beyond=may"}},
    {"(void)",
     "char b[10]; char s[10]; unsigned n; memset(s, 'a', 10); if (scanf(\"%u\", &n) != 1) return; if (n < 10) memcpy(b, s, n);",
     {"-beyond=m", "-beyond=y", "+ACCESS write `b`|beyond=no"}},
    /* what comes in */
    {"(void)",
     "char b[8]; char *p = getenv(\"HOME\"); if (!p) return; strcpy(b, p);",
     {"+ACCESS write `b`|beyond=may"}},
    {"(void)", "char *p = getenv(\"HOME\"); puts(p);", {"+ACCESS read the block from `getenv`|null=may"}},
    {"(int s)",
     "char b[64]; ssize_t n = recv(s, b, sizeof b, 0); b[n] = 0;",
     {"+ACCESS write `b`|before=may|beyond=may"}},
    {"(int s)",
     "char b[64]; ssize_t n = recv(s, b, sizeof b - 1, 0); if (n < 0) return; b[n] = 0; puts(b);",
     {"+ACCESS write `b`|before=no beyond=no", "-beyond=m", "+ACCESS read `b`|unended=no"}},
    {"(int s)", "char b[16]; recv(s, b, sizeof b, 0); puts(b);", {"+ACCESS read `b`|unended=may"}},
    {"(int s)",
     "unsigned n; char b[64]; if (recv(s, &n, 4, 0) != 4 || n > 64) return; recv(s, b, n, 0);",
     {"-beyond=m", "-beyond=y"}},
    {"(void)", "char b[10]; if (fgets(b, 20, stdin)) puts(b);", {"+ACCESS write `b`|len=20|beyond=yes"}},
    {"(void)", "char b[10]; char *q = fgets(b, sizeof b, stdin); *q = 0;", {"+null=may"}},
    {"(void)",
     "char b[10]; if (fgets(b, sizeof b, stdin)) puts(b);",
     {"-beyond=y", "-null=m", "-unended=m", "-undef=y"}},
    {"(void)",
     "char b[10]; int t[4] = {0}; if (!fgets(b, sizeof b, stdin)) return; t[atoi(b)] = 1;",
     {"+ACCESS write `t`|before=may|beyond=may"}},
    {"(void)", "int t[4]; t[rand() % 4] = 1;", {"+ACCESS write `t`|before=no beyond=no"}},
    {"(void)",
     "char b[10]; FILE *f = fopen(\"x\", \"r\"); size_t n = fread(b, 1, 9, f); b[n] = 0; fclose(f);",
     {"+ACCESS read the block from `fopen`|null=may", "-beyond=m", "-before=m", "-lost=y"}},
    {"(void)", "char b[8]; scanf(\"%s\", b);", {"+ACCESS write `b`|beyond=may"}},
    {"(void)", "char b[8]; scanf(\"%8s\", b);", {"+ACCESS write `b`|beyond=may"}},
    {"(void)", "char b[8]; scanf(\"%7s\", b);", {"+ACCESS write `b`|beyond=no"}},
    /* formats */
    {"(void)", "char b[8]; sprintf(b, \"%s-%02x\", \"ab\", 7);", {"+ACCESS write `b`|len=6|beyond=no"}},
    {"(void)",
     "char b[8]; sprintf(b, \"%s-%s\", \"abcd\", \"efgh\");",
     {"+ACCESS write `b`|len=10|beyond=yes"}},
    {"(void)",
     "char b[11]; int n; if (scanf(\"%d\", &n) == 1) sprintf(b, \"%d\", n);",
     {"+ACCESS write `b`|beyond=may"}},
    {"(void)",
     "char b[12]; int n; if (scanf(\"%d\", &n) == 1) sprintf(b, \"%d\", n);",
     {"+ACCESS write `b`|beyond=no"}},
    {"(const char *s)", "char b[8]; snprintf(b, sizeof b, \"%s\", s);", {"+ACCESS write `b`|beyond=no"}},
    {"(const char *s)", "char b[8]; snprintf(b, 80, \"%s\", s);", {"+ACCESS write `b`|beyond=yes"}},
    /* blocks */
    {"(void)",
     "char *p = malloc(10); if (!p) return; free(p); free(p);",
     {"+FREE the block from `malloc`|twice=yes"}},
    {"(void)", "char *p = malloc(10); p[0] = 1; free(p);", {"+ACCESS write the block|null=may"}},
    {"(void)", "char b[4]; free(b);", {"+FREE `b`|not_heap=yes"}},
    {"(void)", "char *p = getenv(\"A\"); if (p) free(p);", {"+FREE the block from `getenv`|not_heap=yes"}},
    {"(void)",
     "char *q = strdup(\"abc\"); if (!q) return; q[4] = 0; free(q + 1);",
     {"+beyond=yes", "+FREE|not_start=yes"}},
    {"(void)",
     "char *p = malloc(4); if (!p) return; char *q = realloc(p, 40); if (!q) return; p[0] = 1; free(q);",
     {"+ACCESS write the block from `malloc`|freed=yes", "+LOST the block from `malloc` lost=yes"}},
    {"(void)",
     "char *p = malloc(4); if (!p) return; char *q = realloc(p, 40); if (!q) { free(p); return; } q[39] = 1; free(q);",
     {"-freed=y", "-lost=y", "-twice=y", "-beyond=y"}},
    {"(void)",
     "char *p = realpath(\"x\", NULL); if (p) puts(p);",
     {"+LOST the block from `realpath` lost=yes"}},
    {"(char *p)", "char b[4096]; p = realpath(p, b); if (p) puts(p);", {"-lost=y", "-lost=m"}},
    /* resources */
    {"(int c)",
     "FILE *f = fopen(\"a\", \"r\"); if (!f) return; if (c) return; fclose(f);",
     {"+LOST the block from `fopen` lost=yes"}},
    {"(void)", "FILE *f = popen(\"x\", \"r\"); if (f) fclose(f);", {"+FREE|wrong_family=yes"}},
    {"(void)",
     "char b[4]; int f = open(\"x\", O_RDONLY); if (f < 0) return; if (read(f, b, 4) != 4) return; close(f);",
     {"+LOST the resource from `open` lost=yes"}},
    {"(void)",
     "int f = open(\"x\", O_RDONLY); if (f < 0) return; close(f); close(f);",
     {"+FREE|twice=yes", "-lost=y"}},
    {"(int c)",
     "int f; if (c) f = open(\"a\", 0); else f = open(\"b\", 0); if (f < 0) return; close(f);",
     {"-lost=y", "-lost=m", "-twice=y"}},
    {"(int fd)",
     "char *p = mmap(0, 100, 1, 2, fd, 0); if (p == MAP_FAILED) return; p[100] = 1; munmap(p, 100);",
     {"+ACCESS write the block from `mmap`|beyond=yes", "-lost=y", "-lost=m"}},
    {"(void)",
     "iconv_t c = iconv_open(\"a\", \"b\"); if (c != (iconv_t)-1) iconv_close(c);",
     {"-lost=y", "-lost=m"}},
    {"(char *s)",
     "regex_t r; if (regcomp(&r, \"a\", 0)) return; regexec(&r, s, 0, 0, 0); regfree(&r); regfree(&r);",
     {"+FREE|twice=yes", "-not_heap=y"}},
    {"(void)",
     "struct addrinfo *l; if (getaddrinfo(\"a\", \"b\", 0, &l)) return;",
     {"+LOST the block from `getaddrinfo` lost=yes"}},
    /* sinks */
    {"(void)", "char b[99]; if (fgets(b, 99, stdin)) system(b);", {"+SINK tainted=yes"}},
    {"(void)",
     "char b[99]; if (!fgets(b, 99, stdin)) return; char *n = strchr(b, '\\n'); if (n) *n = 0; system(b);",
     {"+SINK tainted=yes"}},
    {"(void)",
     "char b[99]; if (!fgets(b, 99, stdin)) return; if (strpbrk(b, \";&|\")) return; system(b);",
     {"+SINK tainted=unknown", "-SINK tainted=yes"}},
    {"(void)",
     "char b[99]; if (!fgets(b, 99, stdin)) return; if (strcmp(b, \"ls\") == 0) system(b);",
     {"+SINK tainted=unknown", "-SINK tainted=yes"}},
    {"(void)",
     "char b[16]; strcpy(b, \"ls \"); strcat(b, \"x\"); system(b);",
     {"+SINK tainted=no", "-SINK tainted=u"}},
    {"(char *x)", "char b[16]; strcpy(b, \"ls \"); strcat(b, x); system(b);", {"+SINK tainted=unknown"}},
    {"(void)",
     "char b[9]; if (!fgets(b, 9, stdin)) return; strcpy(b, \"ls\"); system(b);",
     {"-SINK tainted=yes"}},
    {"(int s)",
     "char a[16], b[64]; ssize_t n = recv(s, a, 15, 0); if (n <= 0) return; a[n] = 0;"
     "snprintf(b, 64, \"cat %s\", a); char *c = strdup(b); if (!c) return; system(c); free(c);",
     {"+SINK tainted=yes"}},
    {"(void)", "char b[99]; if (fgets(b, 99, stdin)) printf(b);", {"+SINK tainted=yes"}},
    {"(void)", "char b[99]; if (fgets(b, 99, stdin)) printf(\"%s\", b);", {"-SINK tainted=y"}},
    {"(void)", "int n; if (scanf(\"%d\", &n) == 1) free(malloc(n));", {"+SINK tainted=may"}},
    {"(void)",
     "int n; if (scanf(\"%d\", &n) == 1 && n > 0 && n < 999) free(malloc(n));",
     {"-SINK tainted=m"}},
    /* locks */
    {"(int c)",
     "pthread_mutex_lock(&m); if (c) return; pthread_mutex_unlock(&m); pthread_mutex_unlock(&m);",
     {"+LOCK wrong=yes"}},
    {"(void)", "if (pthread_mutex_lock(&m)) return; pthread_mutex_lock(&m);", {"+LOCK wrong=yes"}},
    {"(void)",
     "pthread_mutex_t a, b; pthread_mutex_init(&a, 0); pthread_mutex_init(&b, 0); pthread_mutex_lock(&a);"
     "pthread_mutex_lock(&b); pthread_mutex_unlock(&b); pthread_mutex_unlock(&a);",
     {"-LOCK wrong=y", "+LOCK wrong=no"}},
    /* pointers into strings: whether something is found is up to the text, until the code asks */
    {"(char *s)", "char *p = strchr(s, '='); *p = 0;", {"-null=yes", "-null=may", "+null=unknown"}},
    {"(char *s)", "char *p = strchr(s, '='); if (!p) *p = 0;", {"+null=yes"}},
};

static const char cxx_prelude[] =
    "#include <string>\n#include <vector>\n#include <iostream>\n#include <mutex>\n"
    "#include <new>\n#include <cstdlib>\n#include <cstring>\nstd::mutex m;\n";

static const Case cxx_cases[] = {
    {"()", "int *p = new int; delete p; delete p;", {"+FREE|twice=yes"}},
    {"()", "int *p = new int[4]; delete p;", {"+FREE|wrong_family=yes"}},
    {"()", "char *p = (char *)malloc(4); delete p;", {"+FREE|wrong_family=yes"}},
    {"()",
     "int *p = new int[4]; p[4] = 1; delete[] p;",
     {"+ACCESS write|beyond=yes", "-null=m", "-wrong_family=y"}},
    {"()", "int *p = new (std::nothrow) int; *p = 1; delete p;", {"+ACCESS write|null=may"}},
    {"()", "int *p = new int; *p = 1;", {"+LOST|lost=yes"}},
    {"()", "std::string s; std::getline(std::cin, s); system(s.c_str());", {"+SINK tainted=yes"}},
    {"()", "std::string s(\"fixed\"); system(s.c_str());", {"+SINK tainted=no", "-SINK tainted=u"}},
    {"()", "std::vector<int> v; v.push_back(1); v[3] = 1;", {"+DEMAND broken=yes"}},
    {"()", "m.lock(); m.unlock(); m.unlock();", {"+LOCK wrong=yes"}},
    {"()", "for (int i = 0; i < 3; i++) std::lock_guard<std::mutex> g(m);", {"-LOCK wrong=y"}},
};

static void record(void *ctx, const Event *ev)
{
    Sb *b = ctx;
    ev_text(ev, b);
    sb_addc(b, '\n');
}

static u32 check(const Case *c, const char *events)
{
    u32 wrong = 0;
    for (u32 i = 0; i < EXPECTATIONS && c->want[i]; i++)
        if (matches(events, c->want[i] + 1) != (c->want[i][0] == '+')) {
            print_error("%s\n  expected %s, got\n%s", c->body, c->want[i], events);
            wrong++;
        }
    return wrong;
}

static void run_cases(const char *prelude, const Case *cases, u32 n, Lang lang)
{
    static const InputOptions none;
    Sb text;
    sb_init(&text);
    sb_adds(&text, prelude);
    for (u32 i = 0; i < n; i++)
        sb_addf(&text, "void f%u%s\n{ %s }\n", i, cases[i].head, cases[i].body);
    Diags diags;
    diags_init(&diags);
    Inputs *inputs = inputs_of_bytes(lang == LANG_C ? "t.c" : "t.cpp", text.s, text.n, lang, &none, &diags);
    ProjectOptions options = {.jobs = 1};
    Project *p = project_new(inputs, &options, &diags);
    ContractDb *contracts = contract_db_new(p);
    ProjectFacts *facts = facts_new(p);
    IrUnit *unit = lower_unit(p, p->units.at[1], NULL);
    EngineOptions engine_options = {.facts = facts};
    Engine *e = engine_new(p, contracts, unit, &engine_options);
    assert_int_equal(unit->n_functions, n);
    u32 wrong = 0;
    for (u32 i = 0; i < n; i++) {
        Sb events;
        sb_init(&events);
        engine_function(e, unit->functions[i], record, &events);
        wrong += check(&cases[i], events.s);
        sb_release(&events);
    }
    engine_free(e);
    ir_unit_free(unit);
    facts_free(facts);
    contract_db_free(contracts);
    project_free(p);
    inputs_free(inputs);
    diags_release(&diags);
    sb_release(&text);
    assert_int_equal(wrong, 0);
}

static void test_c(void **state)
{
    (void)state;
    run_cases(c_prelude, c_cases, LENGTH(c_cases), LANG_C);
}

static void test_cxx(void **state)
{
    (void)state;
    run_cases(cxx_prelude, cxx_cases, LENGTH(cxx_cases), LANG_CXX);
}

/* Calls that do not fit their contracts: nothing is asked of what is not there. */
static void test_misfits(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"(void)",
         "memcpy(); strcpy(1); sprintf(); printf(2); scanf(\"%d\"); free(); fclose(3, 4);",
         {"-null=yes"}},
        {"(void)",
         "char b[2]; sprintf(b, \"%s%d%*.*f%n\"); scanf(\"%s%d%[a-z%c\", 1); execl(\"a\");",
         {NULL}},
        {"(int n)",
         "char *p = malloc(); p = realloc(p); snprintf(p, n); recv(p, n); strtok(); getline();",
         {NULL}},
    };
    run_cases(c_prelude, cases, LENGTH(cases), LANG_C);
}

static void test_format(void **state)
{
    (void)state;
    Format f;
    format_printf("a%-5d%%%.3s%*c%#lx%m", 20, &f);
    assert_true(f.understood);
    assert_int_equal(f.n, 5);
    assert_int_equal(f.literal, 2);
    assert_int_equal(f.at[0].width, 5);
    assert_int_equal(f.at[1].precision, 3);
    assert_int_equal(f.at[2].conv, '*');
    assert_false(f.at[2].of_precision);
    assert_true(f.at[4].prefixed && f.at[4].length == FL_L);
    assert_true(f.open);
    format_printf("%1$d", 4, &f);
    assert_false(f.understood);
    format_scanf("%*d %7[^]a] %ms", 15, &f);
    assert_true(f.understood);
    assert_int_equal(f.n, 2);
    assert_int_equal(f.at[0].width, 7);
    assert_true(f.at[1].allocates);
}

static void test_taint(void **state)
{
    (void)state;
    TaintMask network = taint_bit(contract_kind(CA_TAINTS, "network"));
    TaintMask console = taint_bit(contract_kind(CA_TAINTS, "console"));
    assert_true(network && console && network != console);
    assert_string_equal(taint_text(network | console), "the network");
    assert_int_equal(taint_bit(contract_kind(CA_SINK, "path")),
                     taint_bit(contract_kind(CA_SANITIZES, "path")));
    assert_int_equal(taint_bit(contract_kind(CA_SANITIZES, "all")), ~(TaintMask)0);
    assert_int_equal(taint_bit(0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_c),      cmocka_unit_test(test_cxx),   cmocka_unit_test(test_misfits),
        cmocka_unit_test(test_format), cmocka_unit_test(test_taint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
