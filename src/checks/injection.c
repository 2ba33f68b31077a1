/*
 * Text from outside that reaches where it is given a meaning: names of files, SQL, logs, directory queries and so on. Which argument is such a
 * place stands in the contracts (sink); what comes from outside is followed by the engine. One descriptor for each kind of place.
 */
#include <string.h>

#include "checks/util_event.h"
#include "checks/util_family.h"

static void judge(CheckCtx *c, const Event *ev, const char *kind)
{
    const EvSink *s = &ev->sink;
    if (!s->fact || s->fact->kind != contract_kind(CA_SINK, kind))
        return;
    const char *callee = sym_str(s->call->written ? s->call->written : s->call->name);
    NodeId node = s->arg >= 0 && (u32)s->arg < s->call->n_args ? s->call->arg_nodes[s->arg] : ev->node;
    watch_answer(c, ev, &s->tainted, node ? watch_code(c, ev, node) : "the text", taint_text(s->taint),
                 callee);
}

#define KIND(name, word)                                \
    static void on_##name(CheckCtx *c, const Event *ev) \
    {                                                   \
        judge(c, ev, word);                             \
    }

/* Whoever starts a program says which files it works on, and can open no more with it than without; a program that runs for others does
 * not take their names from there. */
static void on_path(CheckCtx *c, const Event *ev)
{
    if (util_bad(&ev->sink.tainted) && ev->sink.taint == taint_bit(contract_kind(CA_TAINTS, "arguments")) &&
        ev->sink.fact && ev->sink.fact->kind == contract_kind(CA_SINK, "path"))
        watch_undecided(c, ev, WHY_CALLER);
    else
        judge(c, ev, "path");
}

KIND(sql, "sql")

/* Digits and a sign end no line; single characters do. */
static bool is_number(const Event *ev)
{
    const EvSink *s = &ev->sink;
    if (s->arg < 0 || (u32)s->arg >= s->call->n_args)
        return false;
    TypeTable *types = &ev->run->unit->types;
    TypeId type = ir_skip_implicit(s->call->args[s->arg])->type;
    VType v = vtype_of(types, type);
    return type_is_arithmetic(types, type) && !v.loose && (v.width == 0 || v.width > 8);
}

/* Functions that take a callback which a library calls with text from the peer: the callback's argument, and its parameter. */
static const struct {
    const char *name;
    u8 callback, param;
} from_peers[] = {
    {"SSL_CTX_set_psk_server_callback", 1, 1},
    {"SSL_set_psk_server_callback", 1, 1},
    {"SSL_CTX_set_psk_find_session_callback", 1, 1},
    {"gnutls_psk_set_server_credentials_function", 1, 1},
    {"mbedtls_ssl_conf_psk_cb", 1, 2},
};

enum { CALLBACKS_MAX = 16 };

/* The callbacks that a unit gives to such functions, looked for once. */
typedef struct UnitCallbacks {
    bool known;
    u32 n;
    u32 entry[CALLBACKS_MAX]; /* of the index */
    u8 param[CALLBACKS_MAX];
} UnitCallbacks;

static void note_callback(UnitCallbacks *all, const IrCall *call)
{
    for (u32 n = 0; call->name && n < LENGTH(from_peers); n++) {
        if (from_peers[n].callback >= call->n_args || strcmp(from_peers[n].name, sym_str(call->name)) != 0)
            continue;
        const IrExp *given = util_pointee(call->args[from_peers[n].callback]);
        if (given && given->kind == IE_GLOBAL && given->global->entry && all->n < CALLBACKS_MAX) {
            all->entry[all->n] = given->global->entry;
            all->param[all->n++] = from_peers[n].param;
        }
    }
}

static const UnitCallbacks *callbacks_of(CheckCtx *c, const IrUnit *u)
{
    UnitCallbacks *all = check_unit_data(c, sizeof *all);
    if (all->known)
        return all;
    all->known = true;
    for (u32 k = 0; k < u->n_functions && u->n_insts <= LIMIT_SCAN_UNIT_INSTS; k++)
        for (u32 b = 0; b < u->functions[k]->n_blocks; b++)
            for (const IrInst *i = u->functions[k]->blocks[b]->first; i; i = i->next)
                if (i->op == II_CALL)
                    note_callback(all, i->call);
    return all;
}

/* Is the function such a callback, and is the variable that parameter of it? */
static bool is_from_peer(CheckCtx *c, const IrUnit *u, const IrFunction *f, const IrVar *v)
{
    u32 param = 0;
    while (param < f->n_params && f->params[param] != v)
        param++;
    if (param == f->n_params || !f->entry)
        return false;
    const UnitCallbacks *all = callbacks_of(c, u);
    for (u32 n = 0; n < all->n; n++)
        if (all->entry[n] == f->entry && all->param[n] == param)
            return true;
    return false;
}

/* Does something before the call look at the text: a comparison, a function whose result counts, a walk over its characters? */
static bool is_looked_at(const IrFunction *f, const IrVar *v, const IrInst *before)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->id >= before->id)
                continue;
            if (i->op == II_LOAD && i->place->kind != IE_VAR &&
                util_pointee_root(f, &(IrExp){.kind = IE_ADDR, .a = i->place}) == v)
                return true;
            if (i->op == II_STORE && !(i->flags & IIF_IMPLICIT) && util_pointee_root(f, i->value) == v)
                return true; /* a second pointer to it, to walk with */
            for (u32 a = 0; i->op == II_CALL && !(i->flags & IIF_DISCARDED) && a < i->call->n_args; a++)
                if (util_pointee_root(f, i->call->args[a]) == v)
                    return true;
        }
    return false;
}

/* Text that a library hands to a callback of the unit just as the peer sent it, and that nobody looked at before it is logged. */
static bool hands_on_peer_text(CheckCtx *c, const Event *ev)
{
    const EvSink *s = &ev->sink;
    if (s->tainted.answer != ANSWER_UNKNOWN || s->arg < 0 || (u32)s->arg >= s->call->n_args ||
        ev->f != ev->run->f || ev->f->n_insts > LIMIT_SCAN_INSTS)
        return false;
    const IrExp *place = ir_loaded_place(ev->f, ir_skip_casts(s->call->args[s->arg]));
    return place && place->kind == IE_VAR && place->var->kind == IV_PARAM &&
           is_from_peer(c, ev->run->unit, ev->f, place->var) && !is_looked_at(ev->f, place->var, ev->inst);
}

static void on_log(CheckCtx *c, const Event *ev)
{
    const EvSink *s = &ev->sink;
    if (!s->fact || s->fact->kind != contract_kind(CA_SINK, "log") || is_number(ev)) {
        if (s->fact && s->fact->kind == contract_kind(CA_SINK, "log"))
            watch_safe(c, ev);
    } else if (hands_on_peer_text(c, ev)) {
        watch_violated(c, ev, 0, watch_code(c, ev, s->call->arg_nodes[s->arg]), "the network",
                       sym_str(s->call->written ? s->call->written : s->call->name));
    } else {
        judge(c, ev, "log");
    }
}

KIND(ldap, "ldap")
KIND(xpath, "xpath")
KIND(program, "program")

/* Behind "--" nothing is an option any more. */
static bool behind_dashes(const Event *ev)
{
    const IrCall *call = ev->sink.call;
    for (i32 i = 0; i < ev->sink.arg && (u32)i < call->n_args; i++) {
        const IrString *text = ir_exp_string(ir_skip_casts(call->args[i]));
        if (text && text->char_size == 1 && text->length == 2 && memcmp(text->bytes, "--", 2) == 0)
            return true;
    }
    return false;
}

static void on_argument(CheckCtx *c, const Event *ev)
{
    if (ev->sink.fact && ev->sink.fact->kind == contract_kind(CA_SINK, "argument") && behind_dashes(ev))
        watch_safe(c, ev);
    else
        judge(c, ev, "argument");
}

KIND(setting, "setting")

static const u8 events[] = {EV_SINK, EV_NONE};

#define OWASP "https://cheatsheetseries.owasp.org/cheatsheets/"

const CheckInfo check_path_traversal = {
    .id = "path-traversal",
    .cwe = 22,
    .related = {23, 36, 73},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Text from outside in the name of a file",
    .sites = "names of files that are opened or changed",
    .message = "`{0}`, which holds text from {1}, is the name of a file for `{2}`.",
    .reason =
        "With `../`, a leading `/` or a link, whoever decides the text chooses any file that this program may read, write or delete.",
    .repair =
        "Accept only names from a fixed list or of a fixed alphabet without `/`; or open a folder once and use `openat` below it with "
        "`O_NOFOLLOW`, or compare the `realpath` of the result with the folder that is allowed.",
    .references = (const char *const[]){"CERT C FIO02-C", NULL},
    .events = events,
    .on_event = on_path,
};

const CheckInfo check_sql_injection = {
    .id = "sql-injection",
    .cwe = 89,
    .severity = SEV_CRITICAL,
    .confidence = CONF_HIGH,
    .title = "Text from outside in an SQL statement",
    .sites = "statements of SQL",
    .message = "`{0}`, which holds text from {1}, is run as SQL by `{2}`.",
    .reason =
        "A quote in the text ends the literal in which it was meant to stand, and the rest is read as SQL: whoever decides it reads and changes the whole database.",
    .repair =
        "Write the statement as a literal with placeholders and bind the values (`sqlite3_bind_text`, `PQexecParams`).",
    .references = (const char *const[]){OWASP "SQL_Injection_Prevention_Cheat_Sheet.html", NULL},
    .events = events,
    .on_event = on_sql,
};

const CheckInfo check_log_injection = {
    .id = "log-injection",
    .cwe = 117,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Text that a peer chose goes to the log as it is",
    .sites = "texts that are written to a log",
    .message =
        "`{0}`, which {1} chose, is written to the log by `{2}` without neutralizing line breaks and control characters.",
    .reason =
        "With a line break in the text, whoever chose it writes log lines of their own, which look like the program's; escape sequences act on the terminal "
        "of whoever reads the log. What the log proves is then in the hands of those it should watch.",
    .repair =
        "Replace everything but printable characters before it is logged (`\\n` by `\\\\n`, control characters by `\\\\xNN`), and limit its length.",
    .references = (const char *const[]){OWASP "Logging_Cheat_Sheet.html", NULL},
    .events = events,
    .on_event = on_log,
};

const CheckInfo check_ldap_injection = {
    .id = "ldap-injection",
    .cwe = 90,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Text from outside in an LDAP query",
    .sites = "filters and names of LDAP queries",
    .message = "`{0}`, which holds text from {1}, is part of the query of `{2}`.",
    .reason =
        "Parentheses, `*` and `\\\\` have a meaning in filters: with them the query matches entries that it should not, for example any user at a login.",
    .repair =
        "Escape the text by the rules of RFC 4515 before it becomes part of a filter, those of RFC 4514 for names.",
    .references = (const char *const[]){"RFC 4515, section 3", NULL},
    .events = events,
    .on_event = on_ldap,
};

const CheckInfo check_xpath_injection = {
    .id = "xpath-injection",
    .cwe = 643,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Text from outside in an XPath expression",
    .sites = "expressions of XPath",
    .message = "`{0}`, which holds text from {1}, is evaluated as XPath by `{2}`.",
    .reason =
        "A quote in the text ends the literal in which it was meant to stand; the rest selects whatever its author likes.",
    .repair = "Bind the text as an XPath variable, or accept only a fixed alphabet without quotes.",
    .events = events,
    .on_event = on_xpath,
};

const CheckInfo check_program_from_outside = {
    .id = "program-from-outside",
    .cwe = 114,
    .related = {426, 427, 73},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Text from outside names a program or library to load",
    .sites = "names of programs that are started and of libraries that are loaded",
    .message = "`{0}`, which holds text from {1}, names what `{2}` loads.",
    .reason = "Whoever decides the name decides what code runs with this program's rights.",
    .repair =
        "Load by absolute names that are written into the program or come from a configuration that only administrators can write.",
    .events = events,
    .on_event = on_program,
};

const CheckInfo check_argument_injection = {
    .id = "argument-injection",
    .cwe = 88,
    .related = {78},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Text from outside is an argument of a program",
    .sites = "arguments of programs that are started",
    .message = "`{0}`, which holds text from {1}, is an argument of the program that `{2}` starts.",
    .reason =
        "A text that begins with `-` is read as an option, and many programs have options that write files or start others.",
    .repair = "Put `--` before arguments that come from outside, and refuse those that begin with `-`.",
    .events = events,
    .on_event = on_argument,
};

const CheckInfo check_setting_from_outside = {
    .id = "setting-from-outside",
    .cwe = 15,
    .related = {427, 73},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Text from outside decides a setting of the process or system",
    .sites = "calls that change settings of the process or system",
    .message = "`{0}`, which holds text from {1}, is made a setting by `{2}`.",
    .reason =
        "Search paths, host names, environment variables and the like decide how this process and others behave; whoever decides the text turns them to their use.",
    .repair = "Accept only values from a fixed list.",
    .events = events,
    .on_event = on_setting,
};
