/*
 * The contract headers are read whole, their facts are those that the functions have, users' own attributes and those of
 * GCC and Clang become the same facts, and wrong attributes give a message and nothing else.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/embed.h"
#include "base/str.h"
#include "contract/contract.h"
#include "syntax/library.h"

typedef struct Loaded {
    Diags diags;
    Inputs *inputs;
    Project *p;
    ContractDb *db;
} Loaded;

static void load(Loaded *l, const char *text, Lang lang)
{
    memset(l, 0, sizeof *l);
    diags_init(&l->diags);
    InputOptions io = {0};
    ProjectOptions po = {.jobs = 1};
    l->inputs =
        inputs_of_bytes(lang == LANG_C ? "given.c" : "given.cc", text, strlen(text), lang, &io, &l->diags);
    l->p = project_new(l->inputs, &po, &l->diags);
    l->db = contract_db_new(l->p);
}

/* All contract headers: those of libraries are read only when a project uses a word of theirs, so here it uses all. */
static void load_all(Loaded *l)
{
    Sb b;
    sb_init(&b);
    sb_adds(&b, "#if 0\n");
    for (size_t i = 0; i < embed_contracts_count; i++)
        for (const char *p = embed_contracts[i].data; *p; p++)
            sb_addc(&b, *p == '#' ? ' ' : *p);
    sb_adds(&b, "\n#endif\n");
    load(l, b.s, LANG_CXX);
    sb_release(&b);
}

static void unload(Loaded *l)
{
    contract_db_free(l->db);
    project_free(l->p);
    inputs_free(l->inputs);
    diags_release(&l->diags);
}

static void print_diags(const Loaded *l)
{
    for (u32 i = 0; i < l->diags.n; i++)
        print_message("%s:%u: %s\n", l->diags.at[i].file ? l->diags.at[i].file : "-", l->diags.at[i].line,
                      l->diags.at[i].text);
}

/* ---- the headers as a whole ---- */

static void test_headers_are_read_whole(void **state)
{
    (void)state;
    for (u32 k = 0; k < 3; k++) {
        Loaded l;
        if (k < 2)
            load(&l, "int x;\n", k ? LANG_CXX : LANG_C);
        else
            load_all(&l);
        Unit *u = l.p->units.at[0];
        u32 lost = 0;
        for (NodeId n = 1; n < u->tree.nodes.n; n++) {
            NodeKind kind = tree_kind(&u->tree, n);
            if (kind != N_UNREAD && kind != N_MACRO_DECL && kind != N_MACRO_SPEC)
                continue;
            Position at = src_position(&l.p->src, unit_written_loc(u, tree_node(&u->tree, n)->begin));
            print_message("%s:%u: %s\n", src_file(&l.p->src, at.file)->path, at.line, tree_kind_name(kind));
            lost++;
        }
        assert_int_equal(lost, 0);
        assert_int_equal(u->n_unread, 0);
        print_diags(&l);
        assert_int_equal(l.diags.n,
                         0); /* every attribute is in the vocabulary and has the arguments it needs */
        unload(&l);
    }
}

static void test_how_many(void **state)
{
    (void)state;
    Loaded l;
    load_all(&l);
    u32 functions = 0, with_facts = 0, methods = 0;
    const Index *ix = &l.p->index;
    for (u32 i = 1; i < ix->entries.n; i++) {
        const Contract *c = ix->entries.at[i].unit == 0 ? contract_of_entry(l.db, i) : NULL;
        if (!c)
            continue;
        functions += !c->cls;
        methods += c->cls != 0;
        with_facts += c->n > 0;
    }
    print_message("%u functions, %u methods, %u of them with facts\n", functions, methods, with_facts);
    assert_in_range(functions, 1500, 100000);
    assert_in_range(methods, 500, 100000);
    assert_in_range(with_facts, 2000, 100000);
    size_t bytes = 0;
    for (size_t i = 0; i < embed_contracts_count; i++)
        bytes += embed_contracts[i].size;
    assert_in_range(bytes, 1, 700000); /* read at every start */
    unload(&l);
}

/* Each header opens by saying what it is. */
static void test_purpose_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < embed_contracts_count; i++) {
        if (!str_starts(embed_contracts[i].data, "/* Contract: "))
            fail_msg("%s does not begin with its purpose", embed_contracts[i].path);
    }
}

static void test_vocabulary(void **state)
{
    (void)state;
    for (u32 a = 1; a < CA_COUNT; a++) {
        const ContractAttrInfo *info = &contract_attrs[a];
        assert_true(info->name[0] && info->text[0] && info->cwes[0]);
        assert_int_equal(strspn(info->arguments, "tecknfs?*"), strlen(info->arguments));
        bool takes_kind = strchr(info->arguments, 'k') != NULL, has_kinds = false;
        for (u32 k = 1; contract_kind_info((u8)k); k++)
            has_kinds |= contract_kind_info((u8)k)->attr == a;
        assert_int_equal(takes_kind, has_kinds);
        for (u32 b = a + 1; b < CA_COUNT; b++)
            assert_string_not_equal(info->name, contract_attrs[b].name);
    }
    assert_int_equal(contract_kind(CA_SINK, "no such kind"), 0);
    assert_int_equal(contract_kind_info(contract_kind(CA_SINK, "sql"))->cwe, 89);
    assert_null(contract_kind_info(0));
}

/* docs/contracts.md describes every attribute and every kind. */
static void test_documentation(void **state)
{
    (void)state;
    FILE *f = fopen(TESTS_DIR "/../docs/contracts.md", "rb");
    assert_non_null(f);
    static char text[200000];
    size_t n = fread(text, 1, sizeof text - 1, f);
    fclose(f);
    text[n] = 0;
    for (u32 a = 1; a < CA_COUNT; a++) {
        char want[80];
        snprintf(want, sizeof want, "| `%s", contract_attrs[a].name);
        if (!strstr(text, want))
            fail_msg("docs/contracts.md has no row for %s", contract_attrs[a].name);
    }
    for (u32 k = 1; contract_kind_info((u8)k); k++) {
        char want[80];
        snprintf(want, sizeof want, "`%s`", contract_kind_info((u8)k)->name);
        if (!strstr(text, want))
            fail_msg("docs/contracts.md does not mention the kind %s", want);
    }
}

/* ---- facts of library functions ---- */

typedef struct Row {
    const char *cls, *name; /* cls NULL: a plain function */
    u32 argc;               /* for methods */
    ContractAttr attr;
    const char *target; /* text of the first target; NULL: none */
    const char
        *more; /* first expression as text, else family, else kind, else first text; NULL: not looked at */
} Row;

static const Row rows[] = {
    {NULL, "malloc", 1, CA_ALLOCATES, "result", "size"},
    {NULL, "malloc", 1, CA_ERROR_IF, NULL, "result == 0"},
    {NULL, "malloc", 1, CA_SINK, "size", "size"},
    {NULL, "calloc", 2, CA_ALLOCATES, "result", "count * size"},
    {NULL, "calloc", 2, CA_ZEROED, NULL, NULL},
    {NULL, "realloc", 2, CA_REALLOCATES, "block", "size"},
    {NULL, "free", 1, CA_FREES, "block", "malloc"},
    {NULL, "memcpy", 3, CA_READS, "from", "n"},
    {NULL, "memcpy", 3, CA_WRITES, "to", "n"},
    {NULL, "memcpy", 3, CA_NO_OVERLAP, "to", "n"},
    {NULL, "memset", 3, CA_FILLS, "area", "c"},
    {NULL, "explicit_bzero", 2, CA_WIPES, "area", "n"},
    {NULL, "strcpy", 2, CA_WRITES_STRING, "to", "strlen(from)"},
    {NULL, "strcpy", 2, CA_DANGEROUS, NULL, NULL},
    {NULL, "strcat", 2, CA_WRITES_STRING, "to", "strlen(to) + strlen(from)"},
    {NULL, "strncat", 3, CA_WRITES_STRING, "to", "strlen(to) + min(strlen(from), n)"},
    {NULL, "strncpy", 3, CA_UNTERMINATED, "to", NULL},
    {NULL, "strncpy", 3, CA_STRING, "from", "n"},
    {NULL, "strlen", 1, CA_ENSURES, NULL, "result == strlen(s)"},
    {NULL, "strchr", 2, CA_MAY_RETURN_NULL, NULL, "the character is not there"},
    {NULL, "strdup", 1, CA_ALLOCATES, "result", "strlen(s) + 1"},
    {NULL, "gets", 1, CA_WRITES_STRING, "buffer", "any length"},
    {NULL, "gets", 1, CA_TAINTS, "buffer", "console"},
    {NULL, "fgets", 3, CA_WRITES_STRING_UP_TO, "buffer", "size"},
    {NULL, "fread", 4, CA_WRITES_UP_TO, "buffer", "size * count"},
    {NULL, "fread", 4, CA_ERROR_IF, NULL, "result < count"},
    {NULL, "getc", 1, CA_ENSURES, NULL, "result >= -1 && result <= 255"},
    {NULL, "printf", 1, CA_FORMAT, "format", "printf"},
    {NULL, "snprintf", 3, CA_WRITES_STRING_UP_TO, "buffer", "size"},
    {NULL, "sscanf", 2, CA_PROPAGATES, "the variable arguments", NULL},
    {NULL, "fopen", 2, CA_OPENS, "result", "FILE"},
    {NULL, "fopen", 2, CA_SINK, "path", "path"},
    {NULL, "fclose", 1, CA_CLOSES, "stream", "FILE"},
    {NULL, "popen", 2, CA_SINK, "command", "command"},
    {NULL, "tmpnam", 1, CA_DANGEROUS, NULL, NULL},
    {NULL, "getenv", 1, CA_TAINTS, "result", "environment"},
    {NULL, "system", 1, CA_SINK, "command", "command"},
    {NULL, "rand", 0, CA_RANDOM, "result", "weak"},
    {NULL, "exit", 1, CA_NORETURN, NULL, NULL},
    {NULL, "abs", 1, CA_REQUIRES, NULL, "n != -2147483648"},
    {NULL, "isdigit", 1, CA_REQUIRES, NULL, "c >= -1 && c <= 255"},
    {NULL, "signal", 2, CA_CALLBACK, "handler", "signal"},
    {NULL, "setjmp", 1, CA_RETURNS_TWICE, NULL, NULL},
    {NULL, "assert", 1, CA_ASSERTS, "condition", NULL},
    {NULL, "localtime", 1, CA_NOT_REENTRANT, NULL, "localtime_r"},
    {NULL, "open", 2, CA_OPENS, "result", "fd"},
    {NULL, "read", 3, CA_WRITES_UP_TO, "buffer", "size"},
    {NULL, "readlink", 3, CA_UNTERMINATED, "buffer", NULL},
    {NULL, "recv", 4, CA_TAINTS, "buffer", "network"},
    {NULL, "recvfrom", 6, CA_NEW_PEER, "*address", NULL},
    {NULL, "send", 4, CA_EXPOSES, "buffer", "network"},
    {NULL, "accept", 3, CA_OPENS, "result", "fd"},
    {NULL, "setuid", 1, CA_PRIVILEGE, NULL, "drop"},
    {NULL, "setuid", 1, CA_MUST_CHECK, NULL, "the process keeps its privileges"},
    {NULL, "chroot", 1, CA_PRIVILEGE, NULL, "root"},
    {NULL, "access", 2, CA_RACE_CHECK, "path", NULL},
    {NULL, "unlink", 1, CA_RACE_USE, "path", NULL},
    {NULL, "crypt", 2, CA_CREDENTIAL, "key", "password"},
    {NULL, "execl", 2, CA_SENTINEL, NULL, NULL},
    {NULL, "getaddrinfo", 4, CA_ALLOCATES, "*list", "addrinfo"},
    {NULL, "mmap", 6, CA_ALLOCATES, "result", "size"},
    {NULL, "pthread_create", 4, CA_CALLBACK, "start", "thread"},
    {NULL, "pthread_mutex_lock", 1, CA_LOCKS, "mutex", "exclusive"},
    {NULL, "pthread_cond_wait", 2, CA_WAITS, "condition", NULL},
    {NULL, "write", 3, CA_SIGNAL_SAFE, NULL, NULL},
    {NULL, "syslog", 2, CA_SINK, "format", "format"},
    {NULL, "SSL_CTX_set_verify", 3, CA_MISUSE, NULL, "mode == SSL_VERIFY_NONE"},
    {NULL, "DTLSv1_listen", 2, CA_NEW_PEER, "ssl", NULL},
    {NULL, "SSL_get_psk_identity", 1, CA_TAINTS, "result", "network"},
    {NULL, "SSL_set0_rbio", 2, CA_TAKES, "bio", "BIO"},
    {NULL, "BIO_ADDR_new", 0, CA_ALLOCATES, "result", "BIO_ADDR"},
    {NULL, "EVP_DecryptInit_ex", 5, CA_CREDENTIAL, "key", "key"},
    {NULL, "RAND_bytes", 2, CA_RANDOM, "buffer", "strong"},
    {NULL, "MD5", 3, CA_WEAK, NULL, NULL},
    {NULL, "EVP_VerifyFinal", 4, CA_ERROR_IF, NULL, "result != 1"},
    {NULL, "mbedtls_ssl_conf_authmode", 2, CA_MISUSE, NULL, "mode == MBEDTLS_SSL_VERIFY_NONE"},
    {NULL, "gnutls_error_is_fatal", 1, CA_CONSTANT, NULL, NULL},
    {NULL, "gnutls_psk_set_client_credentials", 4, CA_CREDENTIAL, "key", "psk"},
    {NULL, "sqlite3_exec", 5, CA_SINK, "sql", "sql"},
    {NULL, "ldap_search_s", 7, CA_SINK, "base", "ldap"},
    {NULL, "g_malloc", 1, CA_ALLOCATES, "result", "size"},
    {NULL, "inflate", 2, CA_USES, "stream", "inflate"},
    {"QSslConfiguration", "setPeerVerifyMode", 1, CA_MISUSE, NULL, "mode == VerifyNone"},
    {"QSslPreSharedKeyAuthenticator", "setPreSharedKey", 1, CA_CREDENTIAL, "key", "psk"},
    {"QSslPreSharedKeyAuthenticator", "identity", 0, CA_TAINTS, "result", "network"},
    {"QUdpSocket", "pendingDatagramSize", 0, CA_PEEKS, "this", NULL},
    {"QUdpSocket", "readDatagram", 4, CA_CONSUMES, "this", NULL},
    {"QUdpSocket", "readDatagram", 2, CA_WRITES_UP_TO, "data", "size"},
    {"QSslSocket", "readAll", 0, CA_TAINTS, "result", "input"}, /* of its base's base's base */
    {"vector", "push_back", 1, CA_GROWS, "this", NULL},
    {"std::vector", "push_back", 1, CA_INVALIDATES, "this", NULL},
    {"string", "c_str", 0, CA_RETURNS_WITHIN, "this", NULL},
    {"unique_ptr", "release", 0, CA_ALLOCATES, "result", "cxx_new"},
    {"lock_guard", "lock_guard", 1, CA_LOCKS, "mutex", "exclusive"},
};

static void target_text(const Project *p, const Contract *c, ContractTarget t, char *out, size_t size)
{
    static const char *const special[] = {"none", "none", "result", "this", "the variable arguments"};
    const Tree *tree = &p->units.at[c->unit]->tree;
    const char *name = t.arg < 0 ? special[-t.arg] : "?";
    if (t.arg >= 0) { /* the name as declared, found without the reader's help */
        const IndexEntry *e = &p->index.entries.at[c->entry];
        u32 left = (u32)t.arg;
        for (NodeId n = e->node + 1, seen = 0;
             seen == 0 && n-- > 1;) { /* children are made before their parents */
            if (tree_kind(tree, n) != N_PARAMS)
                continue;
            NodeId q = tree_first(tree, n);
            while (q && left--)
                q = tree_next(tree, q);
            for (NodeId d = q ? tree_next(tree, tree_first(tree, q)) : 0; d; d = tree_first(tree, d))
                if (tree_kind(tree, d) == N_D_NAME) {
                    name = sym_str(tree_node(tree, d)->a);
                    break;
                }
            seen = 1;
        }
    }
    snprintf(out, size, "%.*s%s", (int)t.deref, "****", name);
}

static bool fact_fits(const Loaded *l, const Contract *c, const ContractFact *f, const Row *r)
{
    if (r->target) {
        char text[128];
        target_text(l->p, c, f->target[0], text, sizeof text);
        if (strcmp(text, r->target) != 0)
            return false;
    }
    if (!r->more)
        return true;
    Sb b;
    sb_init(&b);
    contract_expr_text(l->db, c, f->expr[0], &b);
    bool fits = b.n         ? strcmp(b.s, r->more) == 0
                : f->family ? strcmp(sym_str(f->family), r->more) == 0
                : f->kind   ? strcmp(contract_kind_info(f->kind)->name, r->more) == 0
                            : strcmp(sym_str(f->text[0]), r->more) == 0;
    sb_release(&b);
    return fits;
}

static const Contract *find(const Loaded *l, const char *cls, const char *name, u32 argc)
{
    return cls ? contract_lookup_method(l->db, intern_str(cls), intern_str(name), argc)
               : contract_lookup(l->db, intern_str(name));
}

static void check_rows(const Loaded *l, const Row *r, u32 n)
{
    u32 wrong = 0;
    for (; n--; r++) {
        const Contract *c = find(l, r->cls, r->name, r->argc);
        const ContractFact *f;
        bool found = false;
        for (u32 i = 0; !found && c && (f = contract_next(l->db, c, r->attr, &i));)
            found = fact_fits(l, c, f, r);
        if (found)
            continue;
        print_message("%s: no %s(%s) %s\n", r->name, contract_attrs[r->attr].name, r->target ? r->target : "",
                      r->more ? r->more : "");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_library_facts(void **state)
{
    (void)state;
    Loaded l;
    load_all(&l);
    check_rows(&l, rows, LENGTH(rows));
    Sym free_name = contract_release_of(l.db, intern_str("malloc"));
    assert_string_equal(sym_str(free_name), "free");
    assert_string_equal(sym_str(contract_release_of(l.db, intern_str("FILE"))), "fclose");
    assert_string_equal(sym_str(contract_release_of(l.db, intern_str("fd"))), "close");
    assert_int_equal(contract_release_of(l.db, intern_str("no such family")), 0);

    const Contract *c = contract_lookup(l.db, intern_str("strdup"));
    assert_true(contract_may_return_null(l.db, c));
    assert_true(contract_demands_nonnull(l.db, c, 0));
    c = contract_lookup(l.db, intern_str("snprintf"));
    assert_false(contract_demands_nonnull(l.db, c, 0)); /* said to be nullable */
    assert_false(contract_may_return_null(l.db, contract_lookup(l.db, intern_str("g_malloc"))));
    assert_true(contract_may_return_null(l.db, contract_lookup(l.db, intern_str("fopen"))));
    assert_false(contract_may_return_null(l.db, contract_lookup(l.db, intern_str("read"))));
    /* the C function, not std::remove */
    assert_true(contract_has(contract_lookup(l.db, intern_str("remove")), CA_RACE_USE));
    assert_non_null(contract_lookup_in(l.db, intern_str("std"), intern_str("move")));
    assert_null(contract_lookup(l.db, intern_str("there_is_no_such_function")));
    /* a method without its class: one class has it, all say the same, or what all have in common */
    assert_true(
        contract_has(contract_lookup_method(l.db, 0, intern_str("setPreSharedKey"), 1), CA_CREDENTIAL));
    assert_true(contract_has(contract_lookup_method(l.db, 0, intern_str("setPeerVerifyMode"), 1), CA_MISUSE));
    c = contract_lookup_method(l.db, 0, intern_str("push_back"), 1);
    assert_true(contract_has(c, CA_GROWS) && contract_has(c, CA_INVALIDATES));
    assert_false(contract_has(c, CA_PROPAGATES)); /* vector says so, list of Qt does not */
    assert_null(contract_lookup_method(l.db, 0, intern_str("wait"), 7));
    assert_null(contract_lookup_method(l.db, intern_str("QUdpSocket"), intern_str("readDatagram"), 7));
    unload(&l);
}

/* ---- conditions ---- */

typedef struct Shown {
    i16 arg;
    ContractValue value;
} Shown;

static bool show(void *ctx, ContractOp query, ContractTarget target, ContractValue *out)
{
    const Shown *s = ctx;
    for (u32 i = 0; i < 3; i++)
        if (query == CE_TARGET && target.arg == s[i].arg && target.deref == 0)
            return *out = s[i].value, true;
    return false;
}

static int misuse_of(const Loaded *l, const char *cls, const char *name, u32 argc, u16 cwe, Shown shown[3])
{
    const Contract *c = find(l, cls, name, argc);
    const ContractFact *f;
    int worst = -2;
    for (u32 i = 0; (f = contract_next(l->db, c, CA_MISUSE, &i));) {
        int t = f->cwe == cwe ? contract_test(l->db, f->expr[0], show, shown) : 0;
        worst = t > worst ? t : worst;
    }
    return worst;
}

static ContractValue number(i64 v)
{
    return (ContractValue){.known = true, .value = v};
}

static void test_conditions(void **state)
{
    (void)state;
    Loaded l;
    load_all(&l);
    /* by number, by name, and not known */
    Shown none = {1, number(0)}, peer = {1, number(1)}, silent = {99, {0}};
    Shown named = {0, {.constant = intern_str("VerifyNone")}},
          other = {0, {.constant = intern_str("VerifyPeer")}};
    assert_int_equal(misuse_of(&l, NULL, "SSL_CTX_set_verify", 3, 295, (Shown[3]){none, silent, silent}), 1);
    assert_int_equal(misuse_of(&l, NULL, "SSL_CTX_set_verify", 3, 295, (Shown[3]){peer, silent, silent}), 0);
    assert_int_equal(misuse_of(&l, NULL, "SSL_CTX_set_verify", 3, 295, (Shown[3]){silent, silent, silent}),
                     -1);
    assert_int_equal(
        misuse_of(&l, "QSslConfiguration", "setPeerVerifyMode", 1, 295, (Shown[3]){named, silent, silent}),
        1);
    assert_int_equal(
        misuse_of(&l, "QSslConfiguration", "setPeerVerifyMode", 1, 295, (Shown[3]){other, silent, silent}),
        0);
    /* two arguments, one of them among the variable ones */
    Shown peer_option = {1, number(64)}, host_option = {1, number(81)}, off = {2, number(0)},
          on = {2, number(1)};
    assert_int_equal(misuse_of(&l, NULL, "curl_easy_setopt", 3, 295, (Shown[3]){peer_option, off, silent}),
                     1);
    assert_int_equal(misuse_of(&l, NULL, "curl_easy_setopt", 3, 295, (Shown[3]){peer_option, on, silent}), 0);
    assert_int_equal(misuse_of(&l, NULL, "curl_easy_setopt", 3, 295, (Shown[3]){host_option, off, silent}),
                     0);
    assert_int_equal(misuse_of(&l, NULL, "curl_easy_setopt", 3, 297, (Shown[3]){host_option, on, silent}), 1);
    /* bits */
    Shown loose = {1, number(0666)}, tight = {1, number(0600)}, create = {1, number(0101)},
          plain = {1, number(0)};
    Shown third_loose = {2, number(0666)};
    assert_int_equal(misuse_of(&l, NULL, "chmod", 2, 732, (Shown[3]){loose, silent, silent}), 1);
    assert_int_equal(misuse_of(&l, NULL, "chmod", 2, 732, (Shown[3]){tight, silent, silent}), 0);
    assert_int_equal(misuse_of(&l, NULL, "open", 3, 732, (Shown[3]){create, third_loose, silent}), 1);
    assert_int_equal(misuse_of(&l, NULL, "open", 3, 732, (Shown[3]){plain, third_loose, silent}), 0);
    /* texts, whatever their case */
    Shown md5 = {0, {.text = "MD5"}}, sha = {0, {.text = "sha256"}};
    assert_int_equal(misuse_of(&l, NULL, "EVP_get_digestbyname", 1, 328, (Shown[3]){md5, silent, silent}), 1);
    assert_int_equal(misuse_of(&l, NULL, "EVP_get_digestbyname", 1, 328, (Shown[3]){sha, silent, silent}), 0);
    unload(&l);
}

/* ---- attributes of the project ---- */

static void test_own_attributes(void **state)
{
    (void)state;
    static const char text[] =
        "#include <stddef.h>\n"
        "[[stoa::allocates(result, buf, n + 4), stoa::error_if(result == NULL)]] char *buf_new(size_t n);\n"
        "void buf_free([[stoa::frees(buf)]] char *b);\n"
        "[[stoa::reads(from, 2 * n), stoa::writes(to, sizeof(*to) * n)]] void twice(int *to, const char *from, size_t n);\n"
        "[[stoa::sink(arg2, sql)]] int ask(void *db, const char *, ...);\n"
        "enum { LOOSE = 3 };\n"
        "[[stoa::misuse(mode == LOOSE, 732, \"too loose\", \"be strict\")]] void set_mode(int mode);\n"
        "char *buf_new(size_t n) { return 0; }\n"
        "void *malloc(size_t n);\n"
        "static int open(int x) { return x; }\n";
    static const Row own[] = {
        {NULL, "buf_new", 1, CA_ALLOCATES, "result", "n + 4"},
        {NULL, "buf_free", 1, CA_FREES, "b", "buf"},
        {NULL, "twice", 3, CA_READS, "from", "2 * n"},
        {NULL, "twice", 3, CA_WRITES, "to", "sizeof(*to) * n"},
        {NULL, "ask", 2, CA_SINK, NULL, "sql"},
        {NULL, "set_mode", 1, CA_MISUSE, NULL, "mode == LOOSE"},
    };
    Loaded l;
    load(&l, text, LANG_C);
    print_diags(&l);
    assert_int_equal(l.diags.n, 0);
    check_rows(&l, own, LENGTH(own));
    assert_string_equal(sym_str(contract_release_of(l.db, intern_str("buf"))), "buf_free");
    const Index *ix = &l.p->index;
    u32 seen = 0;
    for (u32 i = 1; i < ix->entries.n; i++) {
        const IndexEntry *e = &ix->entries.at[i];
        const char *name = sym_str(e->name);
        if (e->unit == 0)
            continue;
        if (strcmp(name, "buf_new") == 0) { /* the definition has what its prototype says */
            assert_true(contract_has(contract_of_entry(l.db, i), CA_ALLOCATES));
            seen |= e->kind == DK_FUNCTION ? 1 : 2;
        } else if (strcmp(name, "malloc") == 0) { /* declared again: the library's */
            assert_true(contract_has(contract_of_entry(l.db, i), CA_ALLOCATES));
            seen |= 4;
        } else if (strcmp(name, "open") == 0) { /* a function of the project that happens to have the name */
            assert_null(contract_of_entry(l.db, i));
            seen |= 8;
        }
    }
    assert_int_equal(seen, 15);
    unload(&l);
}

static void test_gnu_attributes(void **state)
{
    (void)state;
    static const char text[] =
        "typedef unsigned long size_t;\n"
        "void pool_put(void *p, int how);\n"
        "void *pool_get(size_t n, size_t m) __attribute__((malloc(pool_put, 1), alloc_size(1, 2)));\n"
        "void *wrap(size_t n) __attribute__((malloc(free)));\n"
        "int both(char *a, int b, char *c) __attribute__((nonnull));\n"
        "int third(char *a, int b, char *c) __attribute__((__nonnull__(3), warn_unused_result));\n"
        "void say(int level, const char *fmt, ...) __attribute__((format(printf, 2, 3)));\n"
        "void fetch(int *to, int n) __attribute__((access(write_only, 1, 2)));\n"
        "__attribute__((noreturn)) void stop(void);\n"
        "_Noreturn void halt(void);\n"
        "[[nodiscard]] int keep(void);\n"
        "[[gnu::returns_nonnull]] char *sure(void);\n"
        "int handle(int fd) __attribute__((fd_arg(1)));\n"
        "long trap(long a, void *b) __attribute__((tainted_args));\n"
        "void *own_get(void) __attribute__((ownership_returns(own)));\n"
        "void own_put(void *p) __attribute__((ownership_takes(own, 1)));\n"
        "void old(void) __attribute__((deprecated(\"use young\")));\n"
        "struct lock;\n"
        "void take(struct lock *l) __attribute__((acquire_capability(l)));\n"
        "int run(const char *list, ...) __attribute__((sentinel));\n";
    static const Row want[] = {
        {NULL, "pool_get", 2, CA_ALLOCATES, "result", "n * m"},
        {NULL, "pool_put", 2, CA_FREES, NULL, "pool_put"},
        {NULL, "wrap", 1, CA_ALLOCATES, "result", "malloc"},
        {NULL, "both", 3, CA_NONNULL, "a", NULL},
        {NULL, "both", 3, CA_NONNULL, "c", NULL},
        {NULL, "third", 3, CA_NONNULL, "c", NULL},
        {NULL, "third", 3, CA_MUST_CHECK, NULL, NULL},
        {NULL, "say", 2, CA_FORMAT, "fmt", "3"},
        {NULL, "say", 2, CA_SINK, "fmt", "format"},
        {NULL, "fetch", 2, CA_WRITES_UP_TO, "to", "n * sizeof(*to)"},
        {NULL, "stop", 0, CA_NORETURN, NULL, NULL},
        {NULL, "halt", 0, CA_NORETURN, NULL, NULL},
        {NULL, "keep", 0, CA_MUST_CHECK, NULL, NULL},
        {NULL, "sure", 0, CA_RETURNS_NONNULL, NULL, NULL},
        {NULL, "handle", 1, CA_USES, "fd", "fd"},
        {NULL, "trap", 2, CA_TAINTS, "b", "input"},
        {NULL, "own_get", 0, CA_ALLOCATES, "result", "own"},
        {NULL, "own_put", 1, CA_FREES, "p", "own"},
        {NULL, "old", 0, CA_OBSOLETE, NULL, "use young"},
        {NULL, "take", 1, CA_LOCKS, "l", "exclusive"},
        {NULL, "run", 1, CA_SENTINEL, NULL, NULL},
    };
    Loaded l;
    load(&l, text, LANG_C);
    print_diags(&l);
    assert_int_equal(l.diags.n, 0);
    check_rows(&l, want, LENGTH(want));
    const Contract *third = contract_lookup(l.db, intern_str("third"));
    assert_null(contract_about(l.db, third, CA_NONNULL, 0));
    unload(&l);
}

static void test_classes_of_the_project(void **state)
{
    (void)state;
    static const char text[] =
        "class Base { public: [[stoa::taints(result, network)]] const char *name() const; };\n"
        "class Conn : public Base { public:\n"
        "    explicit Conn(int fd, int flags = 0);\n"
        "    [[stoa::reads(data, n)]] void put(const char *data, int n);\n"
        "    void put(int c);\n"
        "    void log(const char *fmt, ...) __attribute__((format(printf, 2, 3)));\n"
        "};\n"
        "void Conn::put(const char *data, int n) {}\n";
    static const Row want[] = {
        {"Conn", "put", 2, CA_READS, "data", "n"},
        {"Conn", "name", 0, CA_TAINTS, "result", "network"},
        {"Conn", "log", 1, CA_FORMAT, "fmt", "2"},
    };
    Loaded l;
    load(&l, text, LANG_CXX);
    print_diags(&l);
    assert_int_equal(l.diags.n, 0);
    check_rows(&l, want, LENGTH(want));
    assert_null(contract_lookup_method(l.db, intern_str("Conn"), intern_str("put"), 1));
    assert_null(contract_lookup_method(l.db, 0, intern_str("put"),
                                       1)); /* the project's own, of which nothing is known */
    unload(&l);
}

static void test_objects(void **state)
{
    (void)state;
    static const char text[] = "void done(int *p);\n"
                               "struct list { int n; int items[] __attribute__((counted_by(n))); };\n"
                               "int total __attribute__((guarded_by(mutex)));\n"
                               "char tag[4] __attribute__((nonstring));\n"
                               "[[stoa::secret]] char key[32];\n"
                               "int plain;\n";
    Loaded l;
    load(&l, text, LANG_C);
    const Unit *u = l.p->units.at[1];
    const Index *ix = &l.p->index;
    u32 seen = 0;
    for (u32 i = 1; i < ix->entries.n; i++) {
        const IndexEntry *e = &ix->entries.at[i];
        if (e->unit != 1 || e->kind != DK_VARIABLE)
            continue;
        ContractObject o = contract_of_object(u, e->decl, e->node);
        const char *name = sym_str(e->name);
        assert_int_equal(strcmp(sym_str(o.guarded_by), "mutex") == 0, strcmp(name, "total") == 0);
        assert_int_equal(o.nonstring, strcmp(name, "tag") == 0);
        assert_int_equal(o.secret, strcmp(name, "key") == 0);
        seen++;
    }
    assert_int_equal(seen, 4);
    bool counted = false;
    for (NodeId n = 1; n < u->tree.nodes.n; n++)
        if (tree_kind(&u->tree, n) == N_INIT_DECL)
            counted |= strcmp(sym_str(contract_of_object(u, 0, n).counted_by), "n") == 0;
    assert_true(counted);
    unload(&l);
}

/* ---- wrong attributes ---- */

static void test_messages(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"[[stoa::nonsense]] int f(int a);", "unknown attribute stoa::nonsense"},
        {"[[stoa::reads(b, 4)]] int f(int *a);", "this argument of stoa::reads is not a parameter's name"},
        {"[[stoa::reads(a)]] int f(int *a);", "stoa::reads needs a number more"},
        {"[[stoa::reads(a, 4, 5)]] int f(int *a);", "too many arguments of stoa::reads"},
        {"[[stoa::reads(a, b)]] int f(int *a);", "'b' is neither a parameter nor a known constant"},
        {"[[stoa::reads(a, f(3))]] int f(int *a);", "unknown function in an expression"},
        {"[[stoa::reads(a, \"x\" ? 1 : 2)]] int f(int *a);", "not an expression that contracts know"},
        {"[[stoa::error_if(result)]] int f(int *a);", "is not a condition such as result < 0"},
        {"[[stoa::sink(a, nowhere)]] int f(char *a);", "is not a kind"},
        {"[[stoa::sink(arg3, sql)]] int f(char *a);",
         "this argument of stoa::sink is not a parameter's name"},
        {"[[stoa::sink(varargs, sql)]] int f(char *a);",
         "this argument of stoa::sink is not a parameter's name"},
        {"[[stoa::weak(x, \"a\", \"b\")]] int f(char *a);", "is not the number of a CWE"},
        {"[[stoa::weak(327, a, \"b\")]] int f(char *a);", "is not a text in quotes"},
        {"[[stoa::reads(a, min(1))]] int f(char *a);", "min takes two numbers"},
        {"[[stoa::reads(a, strlen(4))]] int f(char *a);", "strlen takes one parameter's name"},
        {"[[stoa::reads(a, sizeof(a))]] int f(char *a);", "sizeof takes *parameter or a basic type"},
        {"[[stoa::frees(a, 3)]] int f(char *a);", "is not the name of a family of resources"},
    };
    for (u32 i = 0; i < LENGTH(cases); i++) {
        Loaded l;
        char text[256];
        snprintf(text, sizeof text, "\n%s\n", cases[i].text);
        load(&l, text, LANG_C);
        if (l.diags.n != 1 || !strstr(l.diags.at[0].text, cases[i].message)) {
            print_diags(&l);
            fail_msg("%s: expected one message with: %s", cases[i].text, cases[i].message);
        }
        assert_string_equal(l.diags.at[0].file, "given.c");
        assert_int_equal(l.diags.at[0].line, 2);
        assert_non_null(strstr(l.diags.at[0].text, "'f'"));
        const Contract *c = contract_lookup(l.db, intern_str("f"));
        assert_true(c == NULL || c->n == 0); /* the attribute is left out */
        unload(&l);
    }
}

/* Attributes that are broken as text, and expressions without end, neither crash nor hang. */
static void test_broken_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "[[stoa::reads(",
        "[[stoa::]] int f(int);",
        "[[stoa::reads(a, ]] int f(int *a);",
        "[[stoa::reads(a, 1 + )]] int f(int *a);",
        "[[stoa::sink(, )]] int f(int *a);",
        "int f([[stoa::reads]] int *a);",
        "[[stoa::reads(a, 99999999999999999999)]] int f(int *a);",
        "int f(int *a) __attribute__((nonnull(99), format(printf, 7, 8), alloc_size(0), access(read_only, 9), malloc(1)));",
        "int f(int *a) __attribute__((nonnull(x), format(), alloc_size(), access(), ownership_takes(), fd_arg()));",
    };
    for (u32 i = 0; i < LENGTH(texts); i++) {
        Loaded l;
        load(&l, texts[i], LANG_C);
        unload(&l);
    }
    Sb b;
    sb_init(&b);
    sb_adds(&b, "[[stoa::reads(a, ");
    for (u32 i = 0; i < 3000; i++)
        sb_adds(&b, "(1 + ");
    sb_adds(&b, "1");
    sb_pad(&b, ')', 3000);
    sb_adds(&b, ")]] int f(int *a);\n");
    Loaded l;
    load(&l, b.s, LANG_C);
    unload(&l);
    sb_reset(&b);
    sb_adds(&b, "int f(");
    for (u32 i = 0; i < 200; i++)
        sb_addf(&b, "int *a%u, ", i);
    sb_adds(&b, "int z) __attribute__((nonnull));\n");
    load(&l, b.s, LANG_C);
    assert_true(contract_has(contract_lookup(l.db, intern_str("f")), CA_NONNULL));
    unload(&l);
    sb_release(&b);
}

static void test_system_headers(void **state)
{
    (void)state;
    static const char *const yes[] = {"stdio.h", "sys/socket.h", "openssl/ssl.h", "curl/curl.h",
                                      "zlib.h",  "vector",       "QSslSocket",    "QtNetwork/QUdpSocket",
                                      "QtCore",  "linux/fs.h",   "windows.h",     "libxml/parser.h",
                                      "cstring"};
    static const char *const no[] = {"config.h", "ssl.h",     "curl.h",   "list.h",
                                     "Queue.h",  "QtQuick.h", "server.h", "net/packet.h"};
    for (u32 i = 0; i < LENGTH(yes); i++)
        if (!library_is_system_header(yes[i]))
            fail_msg("%s should be a system header", yes[i]);
    for (u32 i = 0; i < LENGTH(no); i++)
        if (library_is_system_header(no[i]))
            fail_msg("%s should not be a system header", no[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headers_are_read_whole),
        cmocka_unit_test(test_how_many),
        cmocka_unit_test(test_purpose_lines),
        cmocka_unit_test(test_vocabulary),
        cmocka_unit_test(test_documentation),
        cmocka_unit_test(test_library_facts),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_own_attributes),
        cmocka_unit_test(test_gnu_attributes),
        cmocka_unit_test(test_classes_of_the_project),
        cmocka_unit_test(test_objects),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_broken_text),
        cmocka_unit_test(test_system_headers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
