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
#include "checks/util_option.h"
#include "checks/util_origin.h"

typedef struct Pending {
    u32 begin, end, tok;
    NodeId decl; /* of the variable, or 0 */
    const char *name, *function;
    UtilSecret kind;
    bool placeholder;
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

/* Does the function log in as "anonymous"? What goes with that name is no secret: servers for everybody take any password
 * (RFC 1635). */
static bool is_anonymous(const CheckCtx *c)
{
    if (!c->function || util_too_large(c))
        return false;
    const Node *fn = tree_node(&c->unit->tree, c->function->node);
    for (u32 t = fn->begin; t < fn->end; t++)
        if (c->unit->toks.at[t].kind == TK_STRING &&
            strcmp(sym_str(c->unit->toks.at[t].sym), "\"anonymous\"") == 0)
            return true;
    return false;
}

static void report(CheckCtx *c, Site site, const UtilLiteral *l, UtilSecret kind, const char *use)
{
    if (is_anonymous(c)) {
        check_safe(site);
        return;
    }
    Finding *f = check_violated(site, article(kind), use);
    if (util_literal_is_placeholder(l))
        finding_severity(f, SEV_NOTE);
    if (l->through) {
        finding_message(f, "`%s`, whose value is written in the program, is used as %s: `%s`.",
                        sym_str(l->through), article(kind), use);
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
    return strcmp(info->name, "token") == 0 ? SECRET_TOKEN
                                            : SECRET_NO; /* others need not be secret, only fresh */
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
    const IrExp *sides[2] = {util_call_arg(call->call, fact->target[0].arg),
                             util_call_arg(call->call, fact->target[1].arg)};
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

static void hold_back(CheckCtx *c, const IrInst *i, Sym name, NodeId decl, UtilSecret kind,
                      const UtilLiteral *l);

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrCall *ir = call->call;
    const ContractFact *fact;
    bool judged = false;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_CREDENTIAL, &i));) {
        UtilSecret kind = kind_of_fact(fact);
        i32 arg = fact->target[0].arg;
        if (kind == SECRET_NO || arg < 0 || (u32)arg >= ir->n_args)
            continue;
        judge_argument(c, call, (u32)arg, kind, false);
        judged = true;
    }
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_COMPARES, &i));)
        judge_comparison(c, call, fact);
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_COPIES, &i));) {
        const IrExp *to = util_call_arg(ir, fact->target[0].arg),
                    *from = util_call_arg(ir, fact->target[1].arg);
        if (!to || !from)
            continue;
        UtilSecret kind = util_secret_sym(util_value_name(c->function, to));
        UtilLiteral literal;
        if (kind != SECRET_NO && util_literal(c, from, &literal) && literal.bytes &&
            util_literal_text_is_secret(&literal)) {
            IrVar *v = util_pointee_root(c->function, to);
            hold_back(c, call->inst, util_value_name(c->function, to), v ? v->node : 0, kind, &literal);
        }
    }
    u32 value;
    UtilOption option = util_option(c, ir, &value);
    if (option == OPTION_PASSWORD || option == OPTION_LOGIN || option == OPTION_TOKEN) {
        UtilLiteral login;
        /* "user:" and ":" ask for a password, or for none */
        if (option == OPTION_LOGIN && util_literal(c, ir->args[value], &login) && login.bytes &&
            str_ends(login.bytes, ":"))
            check_safe(check_site_inst(c, call->inst));
        else
            judge_argument(c, call, value, option == OPTION_TOKEN ? SECRET_TOKEN : SECRET_PASSWORD, false);
        return;
    }
    if (judged || (call->contract && call->contract->from_library) || ir->n_args == 0)
        return;
    UtilSecret kind = ir->name ? setter(sym_str(ir->name)) : SECRET_NO;
    if (kind != SECRET_NO) {
        judge_argument(c, call, ir->n_args - 1, kind, true);
        return;
    }
    for (u32 a = 0; a < ir->n_args; a++) {
        if (type_is_arithmetic(&c->ir->types, ir->args[a]->type))
            continue;
        kind = util_secret_sym(util_param_name(c, ir, a));
        if (kind != SECRET_NO)
            judge_argument(c, call, a, kind, true);
    }
}

/* ---- variables and fields ---- */

static void hold_back(CheckCtx *c, const IrInst *i, Sym name, NodeId decl, UtilSecret kind,
                      const UtilLiteral *l)
{
    const Node *n = tree_node(&c->unit->tree, i->node);
    if (!i->node || n->begin >= n->end)
        return;
    if (is_anonymous(c)) {
        check_safe(check_site_inst(c, i));
        return;
    }
    Pending *p = arena_new(check_arena(c), Pending);
    p->begin = n->begin;
    p->end = n->end;
    p->tok = n->begin;
    p->decl = decl;
    p->name = sym_str(name);
    p->kind = kind;
    p->placeholder = util_literal_is_placeholder(l);
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
    return strchr(l->bytes, ' ') ||
           util_name_has_any(l->bytes, "password passwd passphrase secret token key psk pass");
}

static void on_stores(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            /* Assigned or initialised, or made by a constructor: std::string password("..."). */
            bool made =
                i->op == II_CALL && i->call->kind == IC_CTOR && i->call->receiver && i->call->n_args > 0;
            if (!made && (i->op != II_STORE || i->place->kind == IE_INDEX))
                continue;
            const IrExp *place = made ? util_pointee(i->call->receiver) : i->place;
            const IrExp *v = ir_skip_casts(made ? i->call->args[0] : i->value);
            if (!place || (v->kind != IE_STRING && v->kind != IE_ADDR))
                continue;
            Sym name = util_place_name(f, place);
            UtilSecret kind = util_secret_sym(name);
            UtilLiteral literal;
            if (kind == SECRET_NO || !util_literal(c, v, &literal) || !literal.bytes ||
                !util_literal_text_is_secret(&literal) || is_label(&literal))
                continue;
            const IrVar *var = ir_place_root(place);
            const IrGlobal *g = ir_place_global(place);
            hold_back(c, i, name, var ? var->node : g ? g->node : 0, kind, &literal);
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
        Finding *f = check_violated(site, article(p->kind), p->name);
        finding_message(f, "`%s` gets its value, %s, from the text of the program.", p->name,
                        article(p->kind));
        if (p->placeholder)
            finding_severity(f, SEV_NOTE);
    }
}

/* The text of a plain string literal; n 0 when it is something else. */
static UtilLiteral literal_of(CheckCtx *c, NodeId n)
{
    const Node *node = tree_node(&c->unit->tree, n);
    UtilLiteral l = {0};
    if (node->kind != N_STRING || node->end != node->begin + 1)
        return l;
    const char *spelling = sym_str(c->unit->toks.at[node->tok].sym);
    size_t len = strlen(spelling);
    if (len < 2 || spelling[0] != '"')
        return l;
    l.bytes = check_text(c, "%.*s", (int)(len - 2), spelling + 1);
    l.n = (u32)strlen(l.bytes);
    l.node = n;
    return l;
}

/* A member of a class with a secret's name and a literal as its first value. */
static void on_member(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId decl = check_ancestor(c, 0), record = check_ancestor(c, 1), dtor = tree_child(t, n, 0),
           init = tree_child(t, n, 1);
    if (!decl || tree_kind(t, decl) != N_DECL || !record || tree_kind(t, record) != N_RECORD || !init)
        return;
    if (tree_kind(t, init) == N_INIT_LIST && tree_count(t, init) == 1)
        init = tree_first(t, init);
    while (dtor && tree_kind(t, dtor) != N_D_NAME && tree_kind(t, dtor) != N_NONE)
        dtor = tree_first(t, dtor);
    UtilSecret kind = dtor ? util_secret_sym(tree_node(t, dtor)->a) : SECRET_NO;
    UtilLiteral l = kind != SECRET_NO ? literal_of(c, init) : (UtilLiteral){0};
    if (!l.n || !util_literal_text_is_secret(&l) || is_label(&l))
        return;
    Finding *f = check_violated(check_site(c, n), article(kind), check_code(c, n));
    finding_message(f, "`%s` gets its value, %s, from the text of the program.",
                    sym_str(tree_node(t, dtor)->a), article(kind));
    if (util_literal_is_placeholder(&l))
        finding_severity(f, SEV_NOTE);
}

/* password == "..." of string classes, in C++ */
static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    const Node *node = tree_node(t, n);
    if (node->kind == N_INIT_DECL) {
        if (c->unit->lang == LANG_CXX)
            on_member(c, n);
        return;
    }
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
        UtilLiteral l = literal_of(c, other);
        if (l.n && util_literal_text_is_secret(&l))
            check_violated(check_site(c, n), article(kind), check_code(c, n));
        else
            check_safe(check_site(c, n));
    }
}

static const u8 nodes[] = {N_BINARY, N_INIT_DECL, N_NONE};
static const char *const references[] = {
    "CERT C MSC41-C", "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
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
    .reason =
        "Everybody who has the program or its source has the secret, and it is the same in every installation. It cannot be changed "
        "without a new release, and stays in the history of the sources after that.",
    .repair =
        "Read it when the program starts: from a file that only its user can read, from the service's secret store, or from the "
        "user; then change the secret, because this one is known.",
    .references = references,
    .nodes = nodes,
    .on_node = on_node,
    .on_function = on_function,
    .on_call = on_call,
    .on_global = on_global,
    .on_unit_end = on_unit_end,
};
