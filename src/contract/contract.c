/*
 * The database of contracts; see contract.h. Goes once over the index, has each function declaration read by reader.c,
 * and puts what the declarations of one entity say together.
 */
#include "contract/contract.h"

#include <string.h>

#include "base/limits.h"
#include "contract/contract_priv.h"

/* A fact on its way into the database, before those of one contract stand together. */
typedef struct LooseFact {
    u32 contract;
    ContractFact fact;
} LooseFact;

typedef struct Builder {
    ContractDb *db;
    VEC(LooseFact) loose;
} Builder;

/* ---- enumerators that attributes name ---- */

static bool enumerator_value(ContractDb *db, const Tree *t, NodeId n, u32 depth, i64 *out)
{
    if (!n || depth > CONTRACT_EXPR_DEPTH)
        return false;
    const Node *x = tree_node(t, n);
    i64 a, b;
    switch (x->kind) {
    case N_NUMBER: return contract_number(sym_str(x->a), out);
    case N_PAREN: return enumerator_value(db, t, x->first, depth + 1, out);
    case N_CAST: return enumerator_value(db, t, tree_next(t, x->first), depth + 1, out);
    case N_NAME: {
        u32 i = map_get(&db->constants, x->a, UINT32_MAX);
        if (i == UINT32_MAX)
            return false;
        *out = db->constant_values.at[i];
        return true;
    }
    case N_UNARY:
        if (!enumerator_value(db, t, x->first, depth + 1, &a))
            return false;
        *out = x->op == TK_MINUS ? (i64)(0 - (u64)a) : x->op == TK_TILDE ? ~a : a;
        return x->op == TK_MINUS || x->op == TK_TILDE || x->op == TK_PLUS;
    case N_BINARY:
        if (!enumerator_value(db, t, x->first, depth + 1, &a) ||
            !enumerator_value(db, t, tree_next(t, x->first), depth + 1, &b))
            return false;
        switch (x->op) {
        case TK_PLUS: *out = (i64)((u64)a + (u64)b); return true;
        case TK_MINUS: *out = (i64)((u64)a - (u64)b); return true;
        case TK_STAR: *out = (i64)((u64)a * (u64)b); return true;
        case TK_PIPE: *out = a | b; return true;
        case TK_AMP: *out = a & b; return true;
        case TK_SHL: *out = b >= 0 && b < 64 ? (i64)((u64)a << b) : 0; return b >= 0 && b < 64;
        default: return false;
        }
    default: return false;
    }
}

/* All enumerators of a unit, in source order; the first of a name counts. */
static void read_enumerators(ContractDb *db, const Unit *u)
{
    const Tree *t = &u->tree;
    for (NodeId n = 1; n < t->nodes.n; n++) {
        if (tree_kind(t, n) != N_ENUM)
            continue;
        i64 next = 0;
        bool known = true;
        for (NodeId e = tree_first(t, n); e; e = tree_next(t, e)) {
            const Node *x = tree_node(t, e);
            if (x->kind != N_ENUMERATOR)
                continue;
            if (x->first && tree_kind(t, x->first) != N_NONE)
                known = enumerator_value(db, t, x->first, 0, &next);
            if (known && !map_has(&db->constants, x->a)) {
                map_put(&db->constants, x->a, db->constant_values.n);
                vec_push(&db->constant_values, next);
            }
            next = (i64)((u64)next + 1);
        }
    }
}

bool db_constant(ContractDb *db, const Unit *u, Sym name, i64 *out)
{
    if (!map_has(&db->constant_units, u->index)) {
        map_put(&db->constant_units, u->index, 1);
        read_enumerators(db, u);
    }
    u32 i = map_get(&db->constants, name, UINT32_MAX);
    if (i == UINT32_MAX)
        return false;
    *out = db->constant_values.at[i];
    return true;
}

/* ---- entities ---- */

Sym db_last_component(Sym scope)
{
    const char *s = sym_str(scope), *at = s;
    for (const char *p = s; (p = strstr(p, "::")); p += 2)
        at = p + 2;
    return at == s ? scope : intern_str(at);
}

static bool is_qualified_name(const Tree *t, NodeId dtor)
{
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        const Node *x = tree_node(t, dtor);
        if (x->kind == N_D_NAME)
            return x->first && tree_kind(t, x->first) == N_QUALIFIED;
        if (x->kind < N_D_NAME || x->kind > N_D_BINDING)
            return false;
        dtor = x->first;
    }
    return false;
}

/* Class of a declaration, by last component, or 0. A scope that is no known class is a namespace, unless the declaration
 * stands outside of it: that is how methods are defined whose class is not in sight. */
static Sym class_of(const ContractDb *db, const IndexEntry *e)
{
    if (!e->scope)
        return 0;
    Sym cls = db_last_component(e->scope);
    const Index *ix = &db->p->index;
    for (u32 i = index_first(ix, cls); i; i = ix->entries.at[i].next)
        if (ix->entries.at[i].kind == DK_RECORD)
            return cls;
    const Tree *t = &db->p->units.at[e->unit]->tree;
    NodeId dtor = tree_first(t, e->node);
    if (e->kind == DK_FUNCTION && dtor)
        dtor = tree_next(t, dtor);
    return is_qualified_name(t, dtor) ? cls : 0;
}

static bool same_entity(const Contract *c, const IndexEntry *e, u32 n_params, bool overloads)
{
    return c->name == e->name && c->scope == e->scope && c->from_library == (e->unit == 0) &&
           c->is_static == (bool)e->is_static && (!e->is_static || c->unit == e->unit) &&
           (!overloads || c->n_params == n_params);
}

u32 db_find_entity(const ContractDb *db, const IndexEntry *e, u32 n_params, bool overloads)
{
    for (u32 i = map_get(&db->first, e->name, 0); i; i = db->contracts.at[i].next)
        if (same_entity(&db->contracts.at[i], e, n_params, overloads))
            return i;
    return 0;
}

static u32 new_contract(ContractDb *db, Sym name)
{
    Contract c = {.name = name};
    vec_push(&db->contracts, c);
    vec_push(&db->param_first, db->params.n);
    u32 id = db->contracts.n - 1;
    u32 *last = map_slot(&db->last, name, 0);
    if (*last)
        db->contracts.at[*last].next = id;
    else
        map_put(&db->first, name, id);
    *last = id;
    return id;
}

bool db_project_defines(const ContractDb *db, Sym name)
{
    const Index *ix = &db->p->index;
    for (u32 i = index_first(ix, name); i; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        if (e->kind == DK_FUNCTION && e->unit && !e->is_static && !e->scope)
            return true;
    }
    return false;
}

u32 db_library_contract(const ContractDb *db, Sym name)
{
    for (u32 i = map_get(&db->first, name, 0); i; i = db->contracts.at[i].next)
        if (db->contracts.at[i].from_library && !db->contracts.at[i].scope)
            return i;
    return 0;
}

/* ---- building ---- */

static void add_facts(Builder *b, u32 contract, const Reader *r)
{
    for (u32 i = 0; i < r->facts.n; i++) {
        LooseFact l = {contract, r->facts.at[i]};
        vec_push(&b->loose, l);
    }
}

/* A declaration of the project adds to what the library's contract says, unless the project defines the function itself. */
static void inherit_library(Builder *b, u32 contract, const IndexEntry *e)
{
    if (!e->unit || e->is_static || e->scope || db_project_defines(b->db, e->name))
        return;
    u32 library = db_library_contract(b->db, e->name);
    for (u32 i = 0, n = b->loose.n; library && i < n; i++) {
        if (b->loose.at[i].contract != library)
            continue;
        LooseFact l = {contract, b->loose.at[i].fact};
        vec_push(&b->loose, l);
    }
}

static void read_entry(Builder *b, u32 entry)
{
    ContractDb *db = b->db;
    const IndexEntry *e = &db->p->index.entries.at[entry];
    const Unit *u = db->p->units.at[e->unit];
    Reader r = {.db = db, .u = u, .t = &u->tree, .function = e->name, .at_param = CT_NONE};
    Sym cls = class_of(db, e);
    r.is_method = cls != 0;
    if (reader_declaration(&r, e)) {
        u32 id = db_find_entity(db, e, r.n_params, u->lang == LANG_CXX);
        if (!id && (r.facts.n || e->unit == 0)) {
            id = new_contract(db, e->name);
            Contract *c = &db->contracts.at[id];
            c->cls = cls;
            c->scope = e->scope;
            c->n_params = (u16)r.n_params;
            c->min_args = (u16)r.min_args;
            c->variadic = r.variadic;
            c->is_static = e->is_static;
            c->from_library = e->unit == 0;
            c->entry = entry;
            c->unit = e->unit;
            for (u32 i = 0; i < r.n_params; i++)
                vec_push(&db->params, r.params[i]);
            add_facts(b, id, &r);
            inherit_library(b, id, e);
        } else if (id) {
            add_facts(b, id, &r);
        }
        if (id)
            map_put(&db->by_entry, entry, id);
    }
    vec_release(&r.facts);
}

static void read_bases(ContractDb *db, const IndexEntry *e)
{
    const Tree *t = &db->p->units.at[e->unit]->tree;
    for (NodeId n = tree_first(t, e->node); n; n = tree_next(t, n)) {
        if (tree_kind(t, n) != N_BASE)
            continue;
        Sym base = reader_word(t, tree_first(t, n));
        if (!base)
            continue;
        u32 *head = map_slot(&db->bases, e->name, 0);
        ContractBase link = {base, *head};
        vec_push(&db->base_list, link);
        *head = db->base_list.n - 1;
    }
}

/* What GCC's malloc(deallocator) says: the objects belong to the deallocator's family, which it may have of its own. */
static void settle_deallocators(Builder *b)
{
    ContractDb *db = b->db;
    for (u32 i = 0; i < db->deallocs.n; i++) {
        ContractDealloc d = db->deallocs.at[i];
        u32 id = map_get(&db->first, d.function, 0);
        Sym family = 0;
        for (u32 k = 0; k < b->loose.n && id; k++) {
            const LooseFact *l = &b->loose.at[k];
            if (l->contract == id && (l->fact.attr == CA_FREES || l->fact.attr == CA_CLOSES) &&
                l->fact.target[0].arg == (i16)d.arg)
                family = l->fact.family;
        }
        if (!family) {
            family = d.function;
            if (!id)
                id = new_contract(db, d.function);
            ContractFact f = {.attr = CA_FREES, .target = {{(i16)d.arg, 0}, {CT_NONE, 0}}, .family = family};
            LooseFact l = {id, f};
            vec_push(&b->loose, l);
        }
        for (u32 k = 0; k < b->loose.n; k++)
            if (b->loose.at[k].fact.attr == CA_ALLOCATES && b->loose.at[k].fact.family == d.function)
                b->loose.at[k].fact.family = family;
    }
}

static bool same_fact(const ContractFact *a, const ContractFact *b)
{
    return a->attr == b->attr && a->kind == b->kind && a->cwe == b->cwe && a->family == b->family &&
           a->text[0] == b->text[0] && a->text[1] == b->text[1] &&
           memcmp(a->target, b->target, sizeof a->target) == 0;
}

/* Stable sort of the loose facts by contract; repeats without numbers (a prototype and its definition) are dropped. */
static void gather_facts(Builder *b)
{
    ContractDb *db = b->db;
    u32 *start = mem_zalloc(db->contracts.n + 1, sizeof *start);
    for (u32 i = 0; i < b->loose.n; i++)
        start[b->loose.at[i].contract + 1]++;
    for (u32 c = 0; c < db->contracts.n; c++)
        start[c + 1] += start[c];
    ContractFact *sorted = mem_zalloc(b->loose.n + 1, sizeof *sorted);
    u32 *fill = mem_zalloc(db->contracts.n + 1, sizeof *fill);
    for (u32 i = 0; i < b->loose.n; i++) {
        u32 c = b->loose.at[i].contract;
        sorted[start[c] + fill[c]++] = b->loose.at[i].fact;
    }
    for (u32 c = 1; c < db->contracts.n; c++) {
        Contract *k = &db->contracts.at[c];
        k->first = db->facts.n;
        for (u32 i = start[c]; i < start[c] + fill[c]; i++) {
            bool repeat = false;
            for (u32 j = k->first; j < db->facts.n && !sorted[i].expr[0] && !repeat; j++)
                repeat = !db->facts.at[j].expr[0] && same_fact(&db->facts.at[j], &sorted[i]);
            if (repeat)
                continue;
            vec_push(&db->facts, sorted[i]);
            k->has[sorted[i].attr / 64] |= 1ull << (sorted[i].attr % 64);
        }
        k->n = db->facts.n - k->first;
    }
    mem_free(start);
    mem_free(fill);
    mem_free(sorted);
}

/* The function that a message names as the one that releases: it should do nothing else. */
static void note_releases(ContractDb *db)
{
    for (int pass = 0; pass < 2; pass++) {
        for (u32 c = 1; c < db->contracts.n; c++) {
            const Contract *k = &db->contracts.at[c];
            bool also_makes =
                contract_has(k, CA_OPENS) || contract_has(k, CA_ALLOCATES) || contract_has(k, CA_REALLOCATES);
            if (also_makes != (pass == 1))
                continue;
            for (u32 i = 0; i < k->n; i++) {
                const ContractFact *f = &db->facts.at[k->first + i];
                if ((f->attr == CA_FREES || f->attr == CA_CLOSES) && f->family &&
                    !map_has(&db->releases, f->family))
                    map_put(&db->releases, f->family, k->name);
            }
        }
    }
}

/* ---- methods whose class is not known ---- */

bool db_takes(const Contract *c, u32 argc)
{
    return argc >= c->min_args && (argc <= c->n_params || c->variadic);
}

static bool same_expr(const ContractDb *db, ContractExprId x, ContractExprId y)
{
    if (!x || !y)
        return x == y;
    const ContractExpr *a = &db->exprs.at[x], *b = &db->exprs.at[y];
    return a->op == b->op && a->value == b->value && a->sym == b->sym &&
           memcmp(&a->target, &b->target, sizeof a->target) == 0 && same_expr(db, a->a, b->a) &&
           same_expr(db, a->b, b->b);
}

static bool says(const ContractDb *db, const Contract *c, const ContractFact *f)
{
    for (u32 i = 0; i < c->n; i++) {
        const ContractFact *g = &db->facts.at[c->first + i];
        if (same_fact(f, g) && same_expr(db, f->expr[0], g->expr[0]) && same_expr(db, f->expr[1], g->expr[1]))
            return true;
    }
    return false;
}

/* A method that may be meant when only its name and the number of arguments are known. */
static bool candidate(const Contract *c, u32 argc)
{
    return c->cls && c->cls != c->name && db_takes(c, argc);
}

/* The contract that holds whatever the class is: the only one, or the facts that all of them share. */
static u32 common_contract(ContractDb *db, u32 head, u32 argc)
{
    u32 only = 0, count = 0;
    for (u32 i = head; i; i = db->contracts.at[i].next) {
        if (candidate(&db->contracts.at[i], argc)) {
            count++;
            only = only ? only : i;
        }
    }
    if (count < 2)
        return only;
    Contract c = db->contracts.at[only];
    u32 from = c.first, n = c.n;
    c.first = db->facts.n;
    c.n = c.next = 0;
    c.has[0] = c.has[1] = 0;
    for (u32 k = 0; k < n; k++) {
        ContractFact f = db->facts.at[from + k];
        bool all = true;
        for (u32 i = head; i && all; i = db->contracts.at[i].next)
            all = !candidate(&db->contracts.at[i], argc) || says(db, &db->contracts.at[i], &f);
        if (!all)
            continue;
        vec_push(&db->facts, f);
        c.has[f.attr / 64] |= 1ull << (f.attr % 64);
        c.n++;
    }
    if (!c.n)
        return 0;
    vec_push(&db->contracts, c);
    vec_push(&db->param_first, db->param_first.at[only]);
    return db->contracts.n - 1;
}

/* Has the project methods of its own with that name? Then nothing is known of a call whose class is not. */
static bool project_has_method(const ContractDb *db, Sym name)
{
    const Index *ix = &db->p->index;
    for (u32 i = index_first(ix, name); i; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        if (e->unit && e->scope && (e->kind == DK_FUNCTION || e->kind == DK_PROTOTYPE) &&
            !map_has(&db->by_entry, i))
            return true;
    }
    return false;
}

static void note_common(ContractDb *db)
{
    u32 n = db->contracts.n;
    for (u32 i = 1; i < n; i++) {
        Sym name = db->contracts.at[i].name;
        u32 head = map_get(&db->first, name, 0);
        if (!db->contracts.at[i].cls || map_has(&db->common, (u64)name << 8))
            continue;
        bool own = project_has_method(db, name);
        for (u32 argc = 0; argc < CONTRACT_COMMON_ARGS; argc++)
            map_put(&db->common, (u64)name << 8 | argc, own ? 0 : common_contract(db, head, argc));
    }
}

ContractDb *contract_db_new(const Project *p)
{
    ContractDb *db = mem_zalloc(1, sizeof *db);
    db->p = p;
    new_contract(db, 0);
    map_clear(&db->first);
    map_clear(&db->last);
    ContractFact no_fact = {0};
    ContractExpr no_expr = {0};
    ContractBase no_base = {0};
    vec_push(&db->facts, no_fact);
    vec_push(&db->exprs, no_expr);
    vec_push(&db->base_list, no_base);
    for (u32 a = 1; a < CA_COUNT; a++)
        map_put(&db->attrs, intern_str(contract_attrs[a].name), a);
    for (u32 k = 1; contract_kind_info((u8)k); k++) {
        const ContractKindInfo *info = contract_kind_info((u8)k);
        map_put(&db->kinds, (u64)info->attr << 32 | intern_str(info->name), k);
    }
    Builder b = {.db = db};
    for (u32 i = 1; i < p->index.entries.n; i++) {
        const IndexEntry *e = &p->index.entries.at[i];
        if (e->kind == DK_FUNCTION || e->kind == DK_PROTOTYPE)
            read_entry(&b, i);
        else if (e->kind == DK_RECORD)
            read_bases(db, e);
    }
    settle_deallocators(&b);
    gather_facts(&b);
    note_releases(db);
    note_common(db);
    vec_release(&b.loose);
    return db;
}

void contract_db_free(ContractDb *db)
{
    if (!db)
        return;
    vec_release(&db->contracts);
    vec_release(&db->facts);
    vec_release(&db->exprs);
    vec_release(&db->params);
    vec_release(&db->param_first);
    vec_release(&db->base_list);
    vec_release(&db->constant_values);
    vec_release(&db->deallocs);
    Map *maps[] = {&db->first,    &db->last,   &db->by_entry, &db->bases, &db->constants,
                   &db->releases, &db->common, &db->attrs,    &db->kinds, &db->constant_units};
    for (u32 i = 0; i < LENGTH(maps); i++)
        map_release(maps[i]);
    mem_free(db);
}
