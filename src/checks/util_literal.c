/*
 * Literals behind values. See util_literal.h.
 */
#include "checks/util_literal.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "checks/util_ir.h"

enum { LITERAL_DEPTH = 8 };

static bool find(CheckCtx *c, const IrFunction *f, const IrExp *e, UtilLiteral *out, u32 depth);

static bool of_string(CheckCtx *c, const IrString *s, NodeId node, UtilLiteral *out)
{
    if (s->char_size == 1) {
        out->bytes = s->bytes;
        out->n = s->n_bytes;
    } else { /* what formats, words and paths are made of is ASCII in wide literals too */
        char *narrow = arena_array(c->scratch, char, s->length + 1);
        for (u32 i = 0; i < s->length; i++) {
            const char *unit = s->bytes + (size_t)i * s->char_size; /* units are stored low byte first */
            bool ascii = (u8)unit[0] < 0x80;
            for (u32 k = 1; k < s->char_size; k++)
                ascii = ascii && unit[k] == 0;
            narrow[i] = ascii ? unit[0] : '?';
        }
        out->bytes = narrow;
        out->n = s->length;
    }
    out->node = node;
    return true;
}

/* An aggregate's initialiser: one string, or nothing but integer constants. */
static bool of_stores(CheckCtx *c, const IrInst *const *stores, u32 n, UtilLiteral *out)
{
    u32 numbers = 0, other_than_zero = 0;
    for (u32 i = 0; i < n; i++) {
        const IrExp *v = ir_skip_casts(stores[i]->value);
        i64 number;
        if (v->kind == IE_STRING && stores[i]->place->kind != IE_INDEX)
            return of_string(c, v->str, v->node, out);
        if (v->kind == IE_ZERO)
            continue;
        if (!ir_exp_const(c->ir, v, &number))
            return false;
        numbers++;
        other_than_zero += number != 0;
        if (!out->node)
            out->node = stores[i]->node;
    }
    out->n = numbers;
    return other_than_zero > 0;
}

enum { STORES_MAX = 512 };

/* What a const global, or one that is only initialised here, holds. */
static bool of_global(CheckCtx *c, const IrGlobal *g, UtilLiteral *out, u32 depth)
{
    if (!g->init)
        return false;
    const Type *t = type_get(&c->ir->types, g->type);
    const IrInst *stores[STORES_MAX];
    u32 n = 0;
    for (u32 b = 0; b < g->init->n_blocks; b++)
        for (const IrInst *i = g->init->blocks[b]->first; i; i = i->next) {
            if (i->op == II_CALL || i->op == II_UNKNOWN)
                return false;
            if (i->op == II_STORE && n < STORES_MAX)
                stores[n++] = i;
        }
    if (n == 0)
        return false;
    out->through = g->name;
    out->decl = g->node;
    if (t->kind == TY_ARRAY)
        return of_stores(c, stores, n, out);
    return n == 1 && find(c, g->init, stores[0]->value, out, depth + 1);
}

/* Is a global never written in this unit but by its initialiser? Const ones are not; others may be changed anywhere, and only
 * those with internal linkage can be judged from here. */
static bool global_is_fixed(CheckCtx *c, const IrGlobal *g)
{
    if (g->is_const)
        return true;
    const Type *t = type_get(&c->ir->types, g->type);
    if (t->kind == TY_ARRAY && type_get(&c->ir->types, t->of)->quals & TQ_CONST)
        return true;
    if (!g->is_static || c->ir->n_insts > LIMIT_SCAN_UNIT_INSTS)
        return false;
    for (u32 i = 0; i < c->ir->n_functions; i++) {
        const IrFunction *f = c->ir->functions[i];
        for (u32 b = 0; b < f->n_blocks; b++)
            for (const IrInst *s = f->blocks[b]->first; s; s = s->next)
                if (s->op == II_STORE && ir_place_global(s->place) == g)
                    return false;
    }
    return true;
}

/* A local array or object: what its initialisation gave it, if nothing else writes to it before the end. */
static bool of_local(CheckCtx *c, const IrFunction *f, const IrVar *v, UtilLiteral *out)
{
    const IrInst *stores[STORES_MAX];
    u32 n = 0;
    if (f->n_insts > LIMIT_SCAN_INSTS)
        return false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_STORE && ir_place_root(i->place) == v) {
                if (!(i->flags & IIF_INIT) || n == STORES_MAX)
                    return false;
                stores[n++] = i;
            }
            if (i->op != II_CALL)
                continue;
            for (u32 a = 0; a < i->call->n_args; a++) {
                const IrExp *arg = i->call->args[a];
                if (util_pointee_root(f, arg) != v)
                    continue;
                const Contract *k = check_contract(c, i->call);
                if (contract_about(c->contracts, k, CA_WRITES, (i32)a) ||
                    contract_about(c->contracts, k, CA_WRITES_UP_TO, (i32)a) ||
                    contract_about(c->contracts, k, CA_WRITES_STRING, (i32)a) ||
                    contract_about(c->contracts, k, CA_WRITES_STRING_UP_TO, (i32)a)) {
                    const ContractFact *fill = contract_about(c->contracts, k, CA_FILLS, (i32)a);
                    if (!fill) /* a wipe after use does not matter */
                        return false;
                }
            }
        }
    out->through = v->name;
    out->decl = v->node;
    return n > 0 && of_stores(c, stores, n, out);
}

/* What an argument that becomes the target of a fact is copied or made from. */
static bool of_call(CheckCtx *c, const IrFunction *f, const IrCall *call, i32 target, UtilLiteral *out,
                    u32 depth)
{
    static const ContractAttr attrs[] = {CA_RETURNS_ARG, CA_COPIES, CA_PROPAGATES, CA_RETURNS_WITHIN};
    const Contract *k = check_contract(c, call);
    for (u32 a = 0; a < LENGTH(attrs); a++) {
        const ContractFact *fact;
        for (u32 i = 0; k && (fact = contract_next(c->contracts, k, attrs[a], &i));) {
            bool unary = attrs[a] == CA_RETURNS_ARG || attrs[a] == CA_RETURNS_WITHIN;
            if (unary ? target != CT_RESULT : fact->target[0].arg != target)
                continue;
            const IrExp *from = util_call_arg(call, fact->target[unary ? 0 : 1].arg);
            if (from && find(c, f, from, out, depth + 1))
                return true;
        }
    }
    if (k || call->n_args == 0)
        return false;
    /* Nobody declares it: a conversion by its looks, such as a constructor or QByteArrayLiteral("..."). */
    const char *name = util_callee(call);
    bool conversion = call->kind == IC_CTOR || str_ends(name, "Literal") || str_ends(name, "_LITERAL") ||
                      str_starts(name, "QLatin1String") || strcmp(name, "QByteArray") == 0 ||
                      strcmp(name, "QString") == 0 ||
                      (str_starts(name, "from") && isupper((unsigned char)name[4]));
    return conversion && find(c, f, call->args[0], out, depth + 1);
}

/* A class object made by a constructor: what it was made from. */
static bool of_object(CheckCtx *c, const IrFunction *f, const IrVar *v, UtilLiteral *out, u32 depth)
{
    const IrInst *found = NULL;
    if (f->n_insts > LIMIT_SCAN_INSTS)
        return false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == v) {
                if (found)
                    return false;
                found = i;
            }
            if (i->op != II_CALL || !i->call->receiver || i->call->kind == IC_DTOR)
                continue;
            const IrExp *object = ir_skip_casts(i->call->receiver);
            if (object->kind != IE_ADDR || object->a->kind != IE_VAR || object->a->var != v)
                continue;
            if (i->call->kind == IC_CTOR && !found)
                found = i;
            else if (i->call->kind == IC_CTOR || i->call->kind == IC_OPERATOR)
                return false;
        }
    if (!found)
        return false;
    if (v->name) {
        out->through = v->name;
        out->decl = v->node;
    }
    return found->op == II_STORE ? find(c, f, found->value, out, depth + 1)
                                 : of_call(c, f, found->call, CT_THIS, out, depth);
}

/* A structure that describes a text, such as gnutls_datum_t: the literal that its one pointer to characters is given. */
static bool of_members(CheckCtx *c, const IrFunction *f, const IrVar *v, UtilLiteral *out, u32 depth)
{
    const IrInst *text = NULL;
    if (f->n_insts > LIMIT_SCAN_INSTS)
        return false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_STORE || i->place->kind != IE_FIELD || ir_place_root(i->place) != v ||
                !type_is_pointer(&c->ir->types, i->place->type))
                continue;
            if (text)
                return false; /* several members, or several values of one */
            text = i;
        }
    if (!text || !find(c, f, text->value, out, depth + 1))
        return false;
    if (!out->through) {
        out->through = v->name;
        out->decl = v->node;
    }
    return true;
}

static bool of_place(CheckCtx *c, const IrFunction *f, const IrExp *place, UtilLiteral *out, u32 depth)
{
    if (place->kind == IE_INDEX && ir_is_place(place->a)) {
        const IrExp *index = ir_skip_casts(place->b);
        if (index->kind == IE_INT && index->num == 0)
            place = place->a;
    }
    if (place->kind == IE_STRING)
        return of_string(c, place->str, place->node, out);
    if (place->kind == IE_GLOBAL)
        return !place->global->is_function && global_is_fixed(c, place->global) &&
               of_global(c, place->global, out, depth);
    if (place->kind != IE_VAR)
        return false;
    const IrVar *v = place->var;
    if (v->kind == IV_STATIC && v->global)
        return global_is_fixed(c, v->global) && of_global(c, v->global, out, depth);
    if (v->kind != IV_LOCAL && v->kind != IV_SYNTH)
        return false;
    if (type_kind(&c->ir->types, v->type) == TY_ARRAY)
        return of_local(c, f, v, out);
    if (type_kind(&c->ir->types, v->type) == TY_RECORD && of_members(c, f, v, out, depth))
        return true;
    return of_object(c, f, v, out, depth);
}

static bool of_load(CheckCtx *c, const IrFunction *f, const IrInst *load, UtilLiteral *out, u32 depth)
{
    const IrExp *place = load->place;
    if (place->kind == IE_VAR && f == c->function && type_is_pointer(&c->ir->types, place->type)) {
        u32 def;
        const Reach *reach = check_reach(c);
        i32 n = reach_of(reach, util_block_of(f, load), load, &def, 1);
        if (n >= 0) {
            const IrInst *store = n == 1 ? reach->defs[def] : NULL;
            if (!store || store->op != II_STORE)
                return false;
            out->through = place->var->name;
            out->decl = place->var->node;
            return find(c, f, store->value, out, depth + 1);
        }
    }
    return of_place(c, f, place, out, depth);
}

static bool find(CheckCtx *c, const IrFunction *f, const IrExp *e, UtilLiteral *out, u32 depth)
{
    if (depth > LITERAL_DEPTH)
        return false;
    e = ir_skip_casts(e);
    if (e->kind == IE_ADDR)
        return of_place(c, f, e->a, out, depth);
    if (e->kind == IE_STRING)
        return of_string(c, e->str, e->node, out);
    if (e->kind != IE_TEMP || !f)
        return false;
    const IrInst *def = ir_temp_def(f, e->temp);
    if (!def)
        return false;
    if (def->op == II_LOAD)
        return of_load(c, f, def, out, depth);
    return def->op == II_CALL && of_call(c, f, def->call, CT_RESULT, out, depth);
}

bool util_literal(CheckCtx *c, const IrExp *value, UtilLiteral *out)
{
    memset(out, 0, sizeof *out);
    return find(c, c->function, value, out, 0);
}

bool util_literal_text_is_secret(const UtilLiteral *l)
{
    if (!l->bytes)
        return l->n >= 8; /* numbers: shorter arrays are rarely keys */
    if (l->n < 2)
        return false;
    u32 spaces = 0, letters = 0;
    bool same = true;
    for (u32 i = 0; i < l->n; i++) {
        spaces += l->bytes[i] == ' ';
        letters += isalnum((unsigned char)l->bytes[i]) != 0;
        same = same && l->bytes[i] == l->bytes[0];
        if (l->bytes[i] == '%' && i + 1 < l->n && strchr("sdiuxXpcz*.", l->bytes[i + 1]))
            return false;
        if (l->bytes[i] == '\n')
            return false;
    }
    char last = l->bytes[l->n - 1];
    if (last == ':' || last == ' ' || last == '=' || last == '?' || l->bytes[0] == '<' || l->bytes[0] == '$')
        return false;
    static const char *const placeholders[] = {"none",  "null",  "nil",   "default", "unknown", "empty",
                                               "true",  "false", "yes",   "no",      "ask",     "prompt",
                                               "stdin", "plain", "unset", "(null)",  "n/a"};
    for (u32 i = 0; i < LENGTH(placeholders); i++)
        if (strcasecmp(l->bytes, placeholders[i]) == 0)
            return false;
    /* "****", "xxxx": what is shown in the place of a secret */
    return !same && letters > 0 && spaces < 4;
}

bool util_literal_is_placeholder(const UtilLiteral *l)
{
    static const char *const words[] = {
        "user",      "username", "login",  "name",   "me",       "my",       "your", "password",
        "passwd",    "pass",     "secret", "test",   "testuser", "testpass", "foo",  "bar",
        "baz",       "xxx",      "yyy",    "zzz",    "example",  "changeme", "key",  "keyid",
        "secretkey", "token",    "here",   "the",    "a",        "some",     "u",    "s",
        "p",         "ing",      "dummy",  "sample", "todo"};
    u32 found = 0;
    for (u32 i = 0; l->bytes && i < l->n;) {
        u32 n = 0;
        while (i + n < l->n && isalpha((unsigned char)l->bytes[i + n]))
            n++;
        if (n == 0) {
            if (isdigit((unsigned char)l->bytes[i]))
                return false;
            i++;
            continue;
        }
        bool known = false;
        for (u32 w = 0; w < LENGTH(words) && !known; w++)
            known = strlen(words[w]) == n && strncasecmp(l->bytes + i, words[w], n) == 0;
        if (!known)
            return false;
        found++;
        i += n;
    }
    return found > 0;
}
