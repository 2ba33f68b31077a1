/*
 * Passwords, keys and tokens written into the program. Three kinds of site: an argument that a contract calls a
 * credential (or that its parameter or setter is named after), a comparison of a password with something, and a variable or field
 * named after a secret that is given a literal. The last are held back until the unit's end, so that a secret which is
 * seen to reach a call is reported once, there.
 */
#include "checks/check.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_names.h"
#include "checks/util_origin.h"

typedef struct Pending {
    u32 begin, end, tok;
    NodeId decl; /* of the variable, or 0 */
    const char *name, *function;
    UtilSecret kind;
    struct Pending *next;
} Pending;

typedef struct Reported {
    NodeId decl;
    struct Reported *next;
} Reported;

typedef struct UnitSecrets {
    Pending *first, *last;
    Reported *reported;
} UnitSecrets;

static UnitSecrets *secrets(CheckCtx *c)
{
    return check_unit_data(c, sizeof(UnitSecrets));
}

static void remember_reported(CheckCtx *c, NodeId decl)
{
    if (!decl)
        return;
    Reported *r = arena_new(check_arena(c), Reported);
    r->decl = decl;
    r->next = secrets(c)->reported;
    secrets(c)->reported = r;
}

static const char *article(UtilSecret kind)
{
    switch (kind) {
    case SECRET_PASSWORD: return "a password";
    case SECRET_TOKEN: return "an access token";
    default: return "a key";
    }
}

static void report(CheckCtx *c, Site site, const UtilLiteral *l, UtilSecret kind, const char *use)
{
    Finding *f = check_violated(site, article(kind), use);
    if (l->through) {
        finding_message(f, "`%s`, whose value is written in the program, is used as %s: `%s`.", sym_str(l->through), article(kind), use);
        if (l->decl && tree_node(&c->unit->tree, l->decl)->begin)
            finding_related(f, check_place(c, l->decl), "the value is written here");
        remember_reported(c, l->decl);
    }
}

/* ---- arguments ---- */

static UtilSecret kind_of_fact(const ContractFact *fact)
{
    const ContractKindInfo *info = contract_kind_info(fact->kind);
    if (!info)
        return SECRET_NO;
    if (strcmp(info->name, "password") == 0)
        return SECRET_PASSWORD;
    if (strcmp(info->name, "key") == 0 || strcmp(info->name, "psk") == 0)
        return SECRET_KEY;
    return strcmp(info->name, "token") == 0 ? SECRET_TOKEN : SECRET_NO; /* others need not be secret, only fresh */
}

/* Something else at the same call decides too: a contract may say when the argument counts (curl's option). */
static bool fact_holds(CheckCtx *c, const CheckCall *call, const ContractFact *fact)
{
    UtilCall shown = {.ctx = c, .call = call->call};
    return !fact->expr[0] || contract_test(c->contracts, fact->expr[0], util_call_value, &shown) == 1;
}

static void judge_argument(CheckCtx *c, const CheckCall *call, u32 arg, UtilSecret kind, bool by_name)
{
    const IrExp *value = call->call->args[arg];
    UtilLiteral literal;
    i64 number;
    Site site = check_site_inst(c, call->inst);
    if (util_literal(c, value, &literal)) {
        if (!util_literal_text_is_secret(&literal) || (by_name && !literal.bytes))
            check_safe(site);
        else
            report(c, site, &literal, kind, check_code(c, call->inst->node));
        return;
    }
    if (util_int(c, value, &number)) { /* a null pointer */
        check_safe(site);
        return;
    }
    UtilOrigin o = util_origin(c, value, call->inst);
    if (o.kind == ORIGIN_UNKNOWN || o.kind == ORIGIN_FIXED)
        check_undecided(site, o.kind == ORIGIN_FIXED ? UNDECIDED_VALUE : o.why);
    else
        check_safe(site);
}

/* Secret that a setter is named after: setPassword, client_set_psk. */
static UtilSecret setter(const char *name)
{
    const char *at = strstr(name, "set");
    if (!at || (at != name && at[-1] != '_'))
        return SECRET_NO;
    at += 3;
    return *at == '_' || isupper((unsigned char)*at) ? util_secret_name(at + (*at == '_')) : SECRET_NO;
}

static void judge_comparison(CheckCtx *c, const CheckCall *call, const ContractFact *fact)
{
    const IrExp *sides[2] = {util_call_arg(call->call, fact->target[0].arg), util_call_arg(call->call, fact->target[1].arg)};
    if (!sides[0] || !sides[1])
        return;
    for (u32 i = 0; i < 2; i++) {
        UtilSecret kind = util_secret_sym(util_value_name(c->function, sides[i]));
        if (kind == SECRET_NO)
            continue;
        UtilLiteral literal;
        Site site = check_site_inst(c, call->inst);
        if (!util_literal(c, sides[!i], &literal))
            check_undecided(site, UNDECIDED_VALUE);
        else if (!literal.bytes || !util_literal_text_is_secret(&literal))
            check_safe(site);
        else
            report(c, site, &literal, kind, check_code(c, call->inst->node));
        return;
    }
}

static void hold_back(CheckCtx *c, const IrInst *i, Sym name, NodeId decl, UtilSecret kind);

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrCall *ir = call->call;
    const ContractFact *fact;
    bool judged = false;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_CREDENTIAL, &i));) {
        UtilSecret kind = kind_of_fact(fact);
        i32 arg = fact->target[0].arg;
        if (kind == SECRET_NO || arg < 0 || (u32)arg >= ir->n_args || !fact_holds(c, call, fact))
            continue;
        judge_argument(c, call, (u32)arg, kind, false);
        judged = true;
    }
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_COMPARES, &i));)
        judge_comparison(c, call, fact);
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_COPIES, &i));) {
        const IrExp *to = util_call_arg(ir, fact->target[0].arg), *from = util_call_arg(ir, fact->target[1].arg);
        if (!to || !from)
            continue;
        UtilSecret kind = util_secret_sym(util_value_name(c->function, to));
        UtilLiteral literal;
        if (kind != SECRET_NO && util_literal(c, from, &literal) && literal.bytes && util_literal_text_is_secret(&literal)) {
            IrVar *v = util_pointee_root(c->function, to);
            hold_back(c, call->inst, util_value_name(c->function, to), v ? v->node : 0, kind);
        }
    }
    if (judged || (call->contract && call->contract->from_library) || ir->n_args == 0)
        return;
    UtilSecret kind = ir->name ? setter(sym_str(ir->name)) : SECRET_NO;
    if (kind != SECRET_NO) {
        judge_argument(c, call, ir->n_args - 1, kind, true);
        return;
    }
    for (u32 a = 0; a < ir->n_args; a++) {
        kind = util_secret_sym(util_param_name(c, ir, a));
        if (kind != SECRET_NO && !type_is_arithmetic(&c->ir->types, ir->args[a]->type))
            judge_argument(c, call, a, kind, true);
    }
}

/* ---- variables and fields ---- */

static void hold_back(CheckCtx *c, const IrInst *i, Sym name, NodeId decl, UtilSecret kind)
{
    const Node *n = tree_node(&c->unit->tree, i->node);
    if (!i->node || n->begin >= n->end)
        return;
    Pending *p = arena_new(check_arena(c), Pending);
    p->begin = n->begin;
    p->end = n->end;
    p->tok = n->begin;
    p->decl = decl;
    p->name = sym_str(name);
    p->kind = kind;
    UnitSecrets *s = secrets(c);
    if (s->last)
        s->last->next = p;
    else
        s->first = p;
    s->last = p;
}

/* A literal that names the thing ("password", "db-password") is its label, not its value. */
static bool is_label(const UtilLiteral *l)
{
    return strchr(l->bytes, ' ') || util_name_has_any(l->bytes, "password passwd passphrase secret token key psk pass");
}

static void on_stores(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_STORE || i->place->kind == IE_INDEX)
                continue;
            const IrExp *v = ir_skip_casts(i->value);
            if (v->kind != IE_STRING && v->kind != IE_ADDR)
                continue;
            Sym name = util_place_name(f, i->place);
            UtilSecret kind = util_secret_sym(name);
            UtilLiteral literal;
            if (kind == SECRET_NO || !util_literal(c, v, &literal) || !literal.bytes ||
                !util_literal_text_is_secret(&literal) || is_label(&literal))
                continue;
            const IrVar *var = ir_place_root(i->place);
            const IrGlobal *g = ir_place_global(i->place);
            hold_back(c, i, name, var ? var->node : g ? g->node : 0, kind);
        }
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    on_stores(c, f);
}

static void on_global(CheckCtx *c, const IrGlobal *g)
{
    if (g->init)
        on_stores(c, g->init);
}

static bool was_reported(const UnitSecrets *s, NodeId decl)
{
    for (const Reported *r = s->reported; decl && r; r = r->next)
        if (r->decl == decl)
            return true;
    return false;
}

static void on_unit_end(CheckCtx *c)
{
    UnitSecrets *s = secrets(c);
    for (const Pending *p = s->first; p; p = p->next) {
        if (was_reported(s, p->decl))
            continue;
        Site site = check_site_tokens(c, p->begin, p->end, p->tok);
        finding_message(check_violated(site, article(p->kind), p->name), "`%s` gets its value, %s, from the text of the program.",
                        p->name, article(p->kind));
    }
}

/* password == "..." of string classes, in C++ */
static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    const Node *node = tree_node(t, n);
    if (c->unit->lang != LANG_CXX || (node->op != TK_EQEQ && node->op != TK_NE))
        return;
    NodeId sides[2] = {node->first, tree_next(t, node->first)};
    for (u32 i = 0; i < 2; i++) {
        NodeId named = sides[i], other = sides[!i];
        if (!named || !other || tree_kind(t, other) != N_STRING)
            continue;
        if (tree_kind(t, named) == N_MEMBER)
            named = tree_child(t, named, 1);
        UtilSecret kind = tree_kind(t, named) == N_NAME ? util_secret_sym(tree_node(t, named)->a) : SECRET_NO;
        if (kind == SECRET_NO)
            continue;
        const char *spelling = sym_str(c->unit->toks.at[tree_node(t, other)->tok].sym);
        size_t len = strlen(spelling);
        UtilLiteral l = {.bytes = check_text(c, "%.*s", len > 2 ? (int)(len - 2) : 0, spelling + 1)};
        l.n = (u32)strlen(l.bytes);
        if (util_literal_text_is_secret(&l))
            check_violated(check_site(c, n), article(kind), check_code(c, n));
        else
            check_safe(check_site(c, n));
    }
}

static const u8 nodes[] = {N_BINARY, N_NONE};
static const char *const references[] = {"CERT C MSC41-C", "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
                                         NULL};

const CheckInfo check_hard_coded_secret = {
    .id = "hard-coded-secret",
    .cwe = 798,
    .related = {259, 321},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Password or key written into the program",
    .sites = "uses of passwords, keys and tokens",
    .message = "`{1}` uses {0} that is written in the program.",
    .reason = "Everybody who has the program or its source has the secret, and it is the same in every installation. It cannot be changed "
              "without a new release, and stays in the history of the sources after that.",
    .repair = "Read it when the program starts: from a file that only its user can read, from the service's secret store, or from the "
              "user; then change the secret, because this one is known.",
    .references = references,
    .nodes = nodes,
    .on_node = on_node,
    .on_function = on_function,
    .on_call = on_call,
    .on_global = on_global,
    .on_unit_end = on_unit_end,
};
