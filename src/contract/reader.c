/*
 * Reads the attributes of one function declaration into facts (reader_). Called by contract.c for each
 * declaration of the index. What is wrong with an attribute becomes a message, and the attribute is left out.
 */
#include <stdarg.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "contract/contract_priv.h"

void reader_message(Reader *r, NodeId at, const char *fmt, ...)
{
    const SourceSet *src = &r->u->project->src;
    Position pos = src_position(src, unit_written_loc(r->u, tree_node(r->t, at)->begin));
    Sb b;
    sb_init(&b);
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&b, fmt, ap);
    va_end(ap);
    diag_add(r->u->project->diags, DIAG_WARNING, pos.file ? src_file(src, pos.file)->path : NULL, pos.line,
             "contract of '%s': %s", sym_str(r->function), b.s);
    sb_release(&b);
}

ContractFact reader_fact(ContractAttr attr)
{
    ContractFact f = {.attr = (u8)attr, .target = {{CT_NONE, 0}, {CT_NONE, 0}}};
    return f;
}

void reader_push(Reader *r, const ContractFact *f)
{
    vec_push(&r->facts, *f);
}

/* ---- the attributes of the vocabulary ---- */

static const char *argument_name(char letter)
{
    switch (letter) {
    case 't': return "a parameter's name, result, this or *parameter";
    case 'e': return "a number";
    case 'c': return "a condition such as result < 0";
    case 'k': return "a kind";
    case 'f': return "the name of a family of resources";
    case 'n': return "the number of a CWE";
    default: return "a text in quotes";
    }
}

static bool is_condition(const ContractDb *db, ContractExprId e)
{
    u8 op = db->exprs.at[e].op;
    return op >= CE_EQ || op == CE_NOT;
}

/* Reads one argument into the fact; the counters say how many targets, numbers and texts it has so far. */
static bool read_argument(Reader *r, NodeId n, char letter, ContractFact *f, u32 *targets, u32 *exprs,
                          u32 *texts)
{
    Sym w;
    i64 v;
    switch (letter) {
    case 't': return *targets < 2 && reader_target(r, n, &f->target[(*targets)++]);
    case 'e':
    case 'c':
        if (*exprs >= 2)
            return false;
        f->expr[*exprs] = reader_expr(r, n);
        if (!f->expr[*exprs])
            return false; /* has its own message */
        return letter == 'e' || is_condition(r->db, f->expr[*exprs]) ? (*exprs)++, true : false;
    case 'k':
        w = reader_word(r->t, n);
        f->kind = (u8)map_get(&r->db->kinds, (u64)f->attr << 32 | w, 0);
        return f->kind != 0;
    case 'f': f->family = reader_word(r->t, n); return f->family != 0;
    case 'n':
        if (tree_kind(r->t, n) != N_NUMBER || !contract_number(sym_str(tree_node(r->t, n)->a), &v) || v < 1 ||
            v > 9999)
            return false;
        f->cwe = (u16)v;
        return true;
    default:
        if (*texts >= 2 || tree_kind(r->t, n) != N_STRING)
            return false;
        f->text[(*texts)++] = reader_text(r->u, n);
        return true;
    }
}

static void read_stoa(Reader *r, NodeId attr, NodeId arg)
{
    const Node *x = tree_node(r->t, attr);
    u32 id = map_get(&r->db->attrs, x->a, 0);
    if (!id) {
        reader_message(r, attr, "unknown attribute stoa::%s; docs/contracts.md lists the known ones",
                       sym_str(x->a));
        return;
    }
    const char *name = contract_attrs[id].name;
    ContractFact f = reader_fact((ContractAttr)id);
    u32 targets = 0, exprs = 0, texts = 0, pushed = 0;
    bool optional = false, implied = r->at_param != CT_NONE;
    for (const char *p = contract_attrs[id].arguments; *p; p++) {
        if (*p == '?') {
            optional = true;
            continue;
        }
        bool repeated = p[1] == '*';
        if (*p == 't' && implied) { /* an attribute that stands at a parameter is about it */
            f.target[targets++] = (ContractTarget){(i16)r->at_param, 0};
            implied = false;
            if (repeated)
                break;
            continue;
        }
        if (!arg) {
            if (optional)
                break;
            reader_message(r, attr, "stoa::%s needs %s more; see docs/contracts.md", name, argument_name(*p));
            return;
        }
        do {
            ContractFact one = f;
            u32 errors = r->u->project->diags->n;
            u32 t2 = targets;
            if (!read_argument(r, arg, *p, repeated ? &one : &f, repeated ? &t2 : &targets, &exprs, &texts)) {
                if (r->u->project->diags->n == errors)
                    reader_message(r, arg, "this argument of stoa::%s is not %s", name, argument_name(*p));
                return;
            }
            arg = tree_next(r->t, arg);
            if (repeated) {
                reader_push(r, &one);
                pushed++;
            }
        } while (repeated && arg);
        if (repeated)
            break;
    }
    if (arg) {
        reader_message(r, arg, "too many arguments of stoa::%s; see docs/contracts.md", name);
        return;
    }
    if (!pushed)
        reader_push(r, &f);
}

/* Attribute name without the underscores that keep it apart from macros. */
static void strip(const char *s, char *out, size_t size)
{
    size_t n = strlen(s);
    if (n > 4 && str_starts(s, "__") && str_ends(s, "__")) {
        s += 2;
        n -= 4;
    }
    if (n >= size)
        n = size - 1;
    memcpy(out, s, n);
    out[n] = 0;
}

void reader_attribute(Reader *r, NodeId attr)
{
    const Node *x = tree_node(r->t, attr);
    NodeId arg = x->first;
    if (x->flags & ATTR_SCOPED) {
        const char *scope = arg ? sym_str(reader_word(r->t, arg)) : "";
        arg = arg ? tree_next(r->t, arg) : 0;
        if (strcmp(scope, "stoa") == 0) {
            read_stoa(r, attr, arg);
            return;
        }
        if (strcmp(scope, "gnu") != 0 && strcmp(scope, "__gnu__") != 0 && strcmp(scope, "clang") != 0 &&
            strcmp(scope, "_Clang") != 0)
            return;
    }
    char name[64];
    strip(sym_str(x->a), name, sizeof name);
    gnu_attribute(r, name, arg);
}

/* ---- a declaration ---- */

static void attributes_of(Reader *r, NodeId first, i32 at_param)
{
    r->at_param = at_param;
    for (NodeId n = first; n; n = tree_next(r->t, n)) {
        NodeKind k = tree_kind(r->t, n);
        if (k == N_ATTR)
            reader_attribute(r, n);
        else if (k == N_MACRO_SPEC && !tree_first(r->t, n))
            gnu_word(r, sym_str(tree_node(r->t, n)->a));
    }
    r->at_param = CT_NONE;
}

/* The parts of a parameter's declarator that may hold attributes. */
static void declarator_attributes(Reader *r, NodeId dtor, i32 at_param)
{
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        NodeKind k = tree_kind(r->t, dtor);
        if (k < N_D_NAME || k > N_D_BINDING || k == N_D_NAME)
            return;
        NodeId inner = tree_first(r->t, dtor);
        if (k == N_D_PTR && inner)
            attributes_of(r, tree_next(r->t, inner), at_param);
        dtor = inner;
    }
}

static Sym declared_word(const Tree *t, NodeId dtor, bool *pointer)
{
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        const Node *x = tree_node(t, dtor);
        if (x->kind == N_D_NAME)
            return x->a;
        if (x->kind < N_D_NAME || x->kind > N_D_BINDING)
            return 0;
        *pointer |= x->kind == N_D_PTR || x->kind == N_D_ARRAY;
        dtor = x->first;
    }
    return 0;
}

static void read_params(Reader *r, NodeId params)
{
    for (NodeId p = tree_first(r->t, params); p && r->n_params < CONTRACT_MAX_PARAMS;
         p = tree_next(r->t, p)) {
        if (tree_kind(r->t, p) != N_PARAM) { /* K&R */
            r->params[r->n_params++] = reader_word(r->t, p);
            r->min_args = r->n_params;
            continue;
        }
        NodeId specs = tree_first(r->t, p), dtor = specs ? tree_next(r->t, specs) : 0;
        NodeId init = dtor ? tree_next(r->t, dtor) : 0;
        bool pointer = false;
        Sym name = dtor ? declared_word(r->t, dtor, &pointer) : 0;
        if (tree_node(r->t, p)->flags & PARAM_PACK) {
            r->variadic = true;
            break;
        }
        if (!name && !pointer && specs && tree_node(r->t, specs)->a == BT_VOID && !tree_next(r->t, p) &&
            r->n_params == 0)
            break; /* (void) */
        r->params[r->n_params] = name;
        r->pointer[r->n_params] = pointer;
        r->n_params++;
        if (!init || tree_kind(r->t, init) == N_NONE)
            r->min_args = r->n_params;
    }
}

/* The D_FUNC that gives the declared name its parameters. */
static NodeId function_declarator(const Tree *t, NodeId dtor)
{
    NodeId function = 0;
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        NodeKind k = tree_kind(t, dtor);
        if (k == N_D_NAME)
            return function;
        if (k < N_D_NAME || k > N_D_BINDING)
            return 0;
        if (k != N_D_PAREN)
            function = k == N_D_FUNC ? dtor : 0;
        dtor = tree_first(t, dtor);
    }
    return 0;
}

bool reader_declaration(Reader *r, const IndexEntry *e)
{
    const Tree *t = r->t;
    NodeId specs, dtor;
    if (e->kind == DK_FUNCTION) {
        specs = tree_first(t, e->node);
        dtor = specs ? tree_next(t, specs) : 0;
    } else {
        specs = e->decl ? tree_first(t, e->decl) : 0;
        dtor = tree_first(t, e->node);
    }
    NodeId func = dtor ? function_declarator(t, dtor) : 0;
    if (!func)
        return false;
    NodeId inner = tree_first(t, func), params = inner ? tree_next(t, inner) : 0;
    NodeId rest = params ? tree_next(t, params) : 0; /* trailing type, then attributes */
    r->variadic = tree_node(t, func)->flags & DF_VARIADIC;
    if (params && tree_kind(t, params) == N_PARAMS)
        read_params(r, params);
    if (specs) {
        if (tree_node(t, specs)->flags & SP_NORETURN) {
            ContractFact f = reader_fact(CA_NORETURN);
            reader_push(r, &f);
        }
        attributes_of(r, tree_first(t, specs), CT_NONE);
    }
    if (rest)
        attributes_of(r, rest, CT_NONE);
    declarator_attributes(r, dtor, CT_NONE); /* char *_Nullable f(void) */
    if (e->kind != DK_FUNCTION)
        attributes_of(r, tree_first(t, e->node), CT_NONE);
    u32 i = 0;
    for (NodeId p = params && tree_kind(t, params) == N_PARAMS ? tree_first(t, params) : 0;
         p && i < r->n_params; p = tree_next(t, p), i++) {
        if (tree_kind(t, p) != N_PARAM)
            continue;
        NodeId s = tree_first(t, p), d = s ? tree_next(t, s) : 0;
        if (s)
            attributes_of(r, tree_first(t, s), (i32)i);
        if (d) {
            declarator_attributes(r, d, (i32)i);
            attributes_of(r, d, (i32)i);
        }
    }
    return true;
}
