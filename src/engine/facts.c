/*
 * Facts about the whole project: which objects keep their initial value, which functions never return. See facts.h; the parts
 * are in facts_priv.h.
 */
#include "engine/facts.h"

#include <string.h>

#include "base/limits.h"
#include "base/pool.h"
#include "engine/facts_priv.h"

/* ---- declarations ---- */

NodeId fact_declared(const Tree *t, NodeId dtor)
{
    while (dtor) {
        NodeKind k = tree_kind(t, dtor);
        if (k == N_D_NAME)
            return dtor;
        if (k < N_D_NAME || k > N_D_PAREN)
            return 0;
        dtor = tree_first(t, dtor);
    }
    return 0;
}

bool fact_has_attr(const Tree *t, NodeId parent, const char *name)
{
    for (NodeId c = tree_first(t, parent); c; c = tree_next(t, c)) {
        if (tree_kind(t, c) != N_ATTR)
            continue;
        const char *s = sym_str(tree_node(t, c)->a);
        size_t n = sym_len(tree_node(t, c)->a);
        if (n > 4 && s[0] == '_' && s[1] == '_' && s[n - 1] == '_' && s[n - 2] == '_')
            s += 2, n -= 4;
        if (n == strlen(name) && memcmp(s, name, n) == 0)
            return true;
    }
    return false;
}

/* Attributes by which other code than that of the project may reach the object. */
static bool has_odd_attr(const Tree *t, NodeId parent)
{
    static const char *const odd[] = {"weak", "weakref", "alias", "section", "common", "allocate"};
    for (u32 i = 0; i < LENGTH(odd); i++)
        if (fact_has_attr(t, parent, odd[i]))
            return true;
    return false;
}

static bool has_attrs(const Tree *t, NodeId parent)
{
    for (NodeId c = tree_first(t, parent); c; c = tree_next(t, c))
        if (tree_kind(t, c) == N_ATTR)
            return true;
    return false;
}

FactShape fact_shape(const Tree *t, NodeId specs, NodeId dtor, NodeId init_decl)
{
    FactShape s = {0};
    u32 flags = specs ? tree_node(t, specs)->flags : 0;
    /* What stands nearest to the name is the object's own type; arrays are as const as their elements. */
    NodeKind own = N_NONE;
    u32 own_flags = flags;
    u32 depth = 0;
    for (NodeId d = dtor; d && depth < LIMIT_TYPE_DEPTH; d = tree_first(t, d), depth++) {
        NodeKind k = tree_kind(t, d);
        if (k == N_D_NAME || k < N_D_NAME || k > N_D_PAREN)
            break;
        if (k == N_D_PAREN || k == N_D_ARRAY)
            continue;
        own = k;
        own_flags = k == N_D_PTR || k == N_D_MEMPTR ? tree_node(t, d)->flags : 0;
    }
    s.is_const = own_flags & SP_CONST;
    s.is_function = own == N_D_FUNC || (flags & SP_TYPEDEF);
    if (flags & SP_CONSTEXPR)
        s.is_const = true;
    s.odd = own == N_D_REF || (own_flags & SP_VOLATILE) || depth >= LIMIT_TYPE_DEPTH ||
            (specs && has_attrs(t, specs) && has_odd_attr(t, specs)) ||
            (init_decl && has_attrs(t, init_decl) && has_odd_attr(t, init_decl));
    return s;
}

/* ---- objects ---- */

typedef struct Maker {
    ProjectFacts *f;
    Map groups;  /* name << 32 | scope -> number of the pair, from 1 */
    Map members; /* pair << 32 | unit (0: shared) -> object */
    Map own;     /* name << 32 | unit -> first private object */
    u32 n_groups;
} Maker;

static u32 name_id(ProjectFacts *f, Sym sym)
{
    u32 *id = &f->name_of_sym[sym];
    if (!*id) {
        *id = f->names.n;
        vec_push(&f->names, ((FactName){.sym = sym}));
    }
    return *id;
}

static u32 object_of(Maker *m, Sym sym, Sym scope, u32 unit)
{
    ProjectFacts *f = m->f;
    u32 name = name_id(f, sym);
    u32 *group = map_slot(&m->groups, (u64)name << 32 | scope, 0);
    if (!*group)
        *group = ++m->n_groups;
    u32 *member = map_slot(&m->members, (u64)*group << 32 | unit, 0);
    if (*member)
        return *member;
    *member = f->objects.n;
    FactObject o = {.name = name, .scope = scope, .unit = unit};
    u32 *first = unit ? map_slot(&m->own, (u64)name << 32 | unit, 0) : &f->names.at[name].shared;
    o.next = *first;
    *first = f->objects.n;
    vec_push(&f->objects, o);
    return f->objects.n - 1;
}

static void add_definition(FactObject *o, u32 unit, NodeId init)
{
    if (o->defined && (o->defined != unit || (o->init && init)))
        o->repeated = true;
    o->defined = unit;
    if (init)
        o->init = init;
}

static void add_entry(Maker *m, u32 entry)
{
    ProjectFacts *f = m->f;
    const IndexEntry *e = &f->p->index.entries.at[entry];
    const Unit *u = f->p->units.at[e->unit];
    const Tree *t = &u->tree;
    NodeId specs = e->decl ? tree_first(t, e->decl) : 0;
    if (!specs || tree_kind(t, specs) != N_SPECS || tree_kind(t, e->node) != N_INIT_DECL)
        return;
    u32 flags = tree_node(t, specs)->flags;
    NodeId dtor = tree_first(t, e->node), init = dtor ? tree_next(t, dtor) : 0;
    if (init && tree_kind(t, init) == N_NONE)
        init = 0;
    FactShape s = fact_shape(t, specs, dtor, e->node);
    if (s.is_function)
        return;
    bool is_member = (flags & SP_STATIC) && !e->is_static;
    /* In C++ a const object of a namespace belongs to its unit, unless it says otherwise. */
    bool internal = e->is_static ||
                    (u->lang == LANG_CXX && s.is_const && !(flags & (SP_EXTERN | SP_INLINE)) && !is_member);
    u32 id = object_of(m, e->name, e->scope, internal && !e->in_header ? e->unit : 0);
    f->object_of_entry[entry] = id;
    FactObject *o = &f->objects.at[id];
    o->odd |= s.odd || e->is_template;
    o->is_const |= s.is_const;
    f->names.at[o->name].tracked |= !s.is_const;
    o->always |= e->presence == PRESENCE_TRUE;
    bool declares_only = ((flags & SP_EXTERN) || is_member) && !init;
    if (!declares_only)
        add_definition(o, e->unit, init);
}

/* ---- macro bodies ---- */

static bool is_assignment(u8 kind)
{
    return kind >= TK_ASSIGN && kind <= TK_SHR_ASSIGN;
}

/* Is the word at `i` an argument of a call to something that is not known as a function, and may be a macro? */
static bool in_unknown_call(const Project *p, const MacroDef *m, u32 i)
{
    u32 open = 0;
    for (u32 k = i; k-- > 0;) {
        u8 kind = m->body[k].kind;
        if (kind == TK_RPAREN)
            open++;
        else if (kind == TK_LPAREN && open)
            open--;
        else if (kind == TK_LPAREN)
            return k > 0 && m->body[k - 1].kind == TK_IDENT && !index_first(&p->index, m->body[k - 1].sym);
    }
    return false;
}

/* Macros that stay unexpanded would do what their bodies say; which ones stay so is not known here, so all of them count. */
static void scan_macro(ProjectFacts *f, const MacroDef *m)
{
    if (m->flags & (MF_BUILTIN | MF_PLAIN))
        return;
    for (u32 i = 0; i < m->body_n; i++) {
        const Token *tok = &m->body[i];
        if (tok->kind != TK_IDENT || tok->pad || tok->sym >= f->n_syms)
            continue;
        u8 before = i ? m->body[i - 1].kind : TK_EOF,
           after = i + 1 < m->body_n ? m->body[i + 1].kind : TK_EOF;
        if (before == TK_DOT || before == TK_ARROW || before == TK_HASH || after == TK_LPAREN)
            continue;
        u8 bits = FM_WHOLE | FM_PART;
        if (is_assignment(after) || after == TK_PLUSPLUS || after == TK_MINUSMINUS || before == TK_PLUSPLUS ||
            before == TK_MINUSMINUS || before == TK_AMP || after == TK_DOT)
            bits = FM_ALL;
        else if (after == TK_LBRACKET)
            bits |= FM_ELEMENT;
        else if (i < LIMIT_FACT_BODY && in_unknown_call(f->p, m, i))
            bits = FM_ALL;
        else if (i >= LIMIT_FACT_BODY)
            bits = FM_ALL;
        f->macro_found[tok->sym] |= bits;
    }
}

static void scan_macros(ProjectFacts *f)
{
    for (u32 i = 1; i < f->p->lexed.n; i++) {
        const LexedFile *lf = f->p->lexed.at[i];
        if (!lf || src_file(&f->p->src, lf->file)->role == ROLE_CONTRACT)
            continue;
        for (u32 k = 0; k < lf->macros.n; k++)
            scan_macro(f, &lf->macros.at[k]);
    }
}

/* ---- the scan ---- */

typedef struct Scan {
    ProjectFacts *f;
    FactUnit *units;
    FactWorker *workers;
} Scan;

static void scan_job(void *ctx, u32 i, u32 worker)
{
    Scan *s = ctx;
    fact_scan_unit(s->f, i + 1, &s->workers[worker], &s->units[i + 1]);
    fact_return_unit(s->f, i + 1, &s->units[i + 1]);
}

static void scan_units(ProjectFacts *f, FactUnit *units)
{
    u32 jobs = MAX(f->p->options.jobs, 1u), n = f->p->units.n - 1;
    jobs = MIN(jobs, n);
    Scan s = {.f = f, .units = units, .workers = mem_zalloc(jobs, sizeof *s.workers)};
    for (u32 i = 0; i < jobs; i++) {
        FactWorker *w = &s.workers[i];
        w->name_of = mem_alloc((f->n_syms + 1) * sizeof *w->name_of);
        memcpy(w->name_of, f->name_of_sym, f->n_syms * sizeof *w->name_of);
        for (u32 k = 1; k < f->names.n; k++)
            if (!f->names.at[k].tracked)
                w->name_of[f->names.at[k].sym] = 0;
            else if (f->names.at[k].private_only)
                w->name_of[f->names.at[k].sym] |= FACT_ELSEWHERE;
        w->local_of = mem_zalloc(f->n_syms + 1, sizeof *w->local_of);
        w->bits = mem_zalloc(f->names.n + 1, sizeof *w->bits);
    }
    pool_run(jobs, n, scan_job, &s);
    for (u32 i = 0; i < jobs; i++) {
        mem_free(s.workers[i].name_of);
        mem_free(s.workers[i].local_of);
        mem_free(s.workers[i].bits);
        vec_release(&s.workers[i].touched);
    }
    mem_free(s.workers);
}

static void merge_hits(Maker *m, u32 unit, const FactUnit *found)
{
    ProjectFacts *f = m->f;
    bool in_c = f->p->units.at[unit]->lang == LANG_C;
    for (u32 i = 0; i < found->hits.n; i++) {
        const FactHit *h = &found->hits.at[i];
        FactName *name = &f->names.at[h->name];
        name->everywhere |= h->elsewhere;
        bool hidden = false; /* the unit's own object hides those of other units */
        for (u32 o = map_get(&m->own, (u64)h->name << 32 | unit, 0); o; o = f->objects.at[o].next) {
            f->objects.at[o].found |= h->here;
            hidden |= in_c && f->objects.at[o].always;
        }
        for (u32 o = hidden ? 0 : name->shared; o; o = f->objects.at[o].next)
            f->objects.at[o].found |= h->here;
    }
}

static void merge_statics(ProjectFacts *f, u32 unit, const FactUnit *found)
{
    for (u32 i = 0; i < found->statics.n; i++) {
        const FactStatic *s = &found->statics.at[i];
        FactObject o = {.name = 0, .unit = unit, .defined = unit, .init = s->init, .found = s->found};
        o.is_const = s->is_const;
        o.odd = s->odd;
        o.found |= f->macro_found[s->sym];
        map_put(&f->statics, (u64)unit << 32 | s->node, f->objects.n);
        vec_push(&f->objects, o);
    }
}

static u8 found_of(const ProjectFacts *f, const FactObject *o)
{
    return o->found | f->names.at[o->name].everywhere;
}

static void read_values(ProjectFacts *f)
{
    for (u32 i = 1; i < f->objects.n; i++) {
        FactObject *o = &f->objects.at[i];
        if (!o->defined || o->repeated || o->odd || (!o->is_const && (found_of(f, o) & FM_OBJECT)))
            continue;
        o->known = o->init ? fact_const(f->p, o->defined, o->init, &o->value) : true;
    }
}

ProjectFacts *facts_new(const Project *p)
{
    ProjectFacts *f = mem_zalloc(1, sizeof *f);
    f->p = p;
    f->n_entries = p->index.entries.n;
    f->n_syms = sym_count() + 1;
    vec_push(&f->names, (FactName){0});
    vec_push(&f->objects, (FactObject){0});
    f->object_of_entry = mem_zalloc(f->n_entries + 1, sizeof *f->object_of_entry);
    f->never_returns = mem_zalloc(f->n_entries + 1, 1);
    if (p->units.n < 2)
        return f;
    f->name_of_sym = mem_zalloc(f->n_syms + 1, sizeof *f->name_of_sym);
    f->macro_found = mem_zalloc(f->n_syms + 1, 1);
    Maker m = {.f = f};
    for (u32 i = 1; i < f->n_entries; i++)
        if (p->index.entries.at[i].kind == DK_VARIABLE && p->index.entries.at[i].unit)
            add_entry(&m, i);
    scan_macros(f);
    for (u32 i = 1; i < f->names.n; i++) {
        FactName *name = &f->names.at[i];
        name->everywhere = f->macro_found[name->sym];
        name->private_only = !name->shared;
    }

    FactUnit *units = mem_zalloc(p->units.n, sizeof *units);
    scan_units(f, units);
    for (u32 i = 1; i < p->units.n; i++) {
        merge_hits(&m, i, &units[i]);
        merge_statics(f, i, &units[i]);
    }
    read_values(f);
    fact_return_project(f, units);
    for (u32 i = 1; i < p->units.n; i++) {
        vec_release(&units[i].hits);
        vec_release(&units[i].statics);
        vec_release(&units[i].calls);
        vec_release(&units[i].endless);
    }
    mem_free(units);
    map_release(&m.groups);
    map_release(&m.members);
    map_release(&m.own);
    mem_free(f->name_of_sym);
    mem_free(f->macro_found);
    f->name_of_sym = NULL;
    f->macro_found = NULL;
    return f;
}

void facts_free(ProjectFacts *f)
{
    if (!f)
        return;
    vec_release(&f->names);
    vec_release(&f->objects);
    map_release(&f->statics);
    mem_free(f->object_of_entry);
    mem_free(f->never_returns);
    mem_free(f);
}

/* ---- questions ---- */

static const FactObject *object_of_global(const ProjectFacts *f, const IrUnit *u, const IrGlobal *g)
{
    u32 id = 0;
    if (g->is_function)
        return NULL;
    if (g->owner)
        id = map_get(&f->statics, (u64)u->unit->index << 32 | g->node, 0);
    else if (g->entry && g->entry < f->n_entries)
        id = f->object_of_entry[g->entry];
    return id ? &f->objects.at[id] : NULL;
}

/* The mentions that may change an object of that type. */
static u8 harm(TypeTable *tt, TypeId t, u32 depth)
{
    if (type_is_scalar(tt, t))
        return FM_OBJECT;
    if (depth > LIMIT_TYPE_DEPTH)
        return FM_ALL;
    if (type_kind(tt, t) == TY_ARRAY) {
        /* An element that is itself an array is an address wherever it is mentioned. */
        u8 element = type_kind(tt, type_of(tt, t)) == TY_ARRAY ? FM_ALL : harm(tt, type_of(tt, t), depth + 1);
        return element | FM_OBJECT | FM_ELEMENT | FM_WHOLE;
    }
    const Record *r = type_record(tt, t);
    if (!r || r->state != RECORD_COMPLETE)
        return FM_ALL;
    u8 bits = FM_OBJECT;
    for (u32 i = 0; i < r->n_fields; i++) {
        TypeKind k = type_kind(tt, r->fields[i].type);
        if (k == TY_RECORD)
            bits |= harm(tt, r->fields[i].type, depth + 1);
        else if (!type_is_scalar(tt, r->fields[i].type))
            bits |= FM_ELEMENT | FM_PART;
    }
    return bits;
}

bool facts_never_written(const ProjectFacts *f, const IrUnit *u, const IrGlobal *g)
{
    const FactObject *o = object_of_global(f, u, g);
    if (!o || !o->defined || o->repeated || o->odd || g->is_ref ||
        (type_get(&u->types, g->type)->quals & TQ_VOLATILE))
        return false;
    if (o->is_const || g->is_const)
        return true;
    /* Operators and methods of a class may do anything wherever the object is mentioned. */
    bool cxx = u->unit->lang == LANG_CXX;
    TypeId element = g->type;
    while (type_kind(&u->types, element) == TY_ARRAY)
        element = type_of(&u->types, element);
    if (cxx && !type_is_scalar(&u->types, element))
        return false;
    u8 found = found_of(f, o);
    if (!found)
        return true;
    TypeTable *tt = (TypeTable *)&u->types; /* laying out types on demand, as all of an IrUnit's owner may */
    return !(found & harm(tt, g->type, 0));
}

bool facts_constant(const ProjectFacts *f, const IrUnit *u, const IrGlobal *g, i64 *value)
{
    const FactObject *o = object_of_global(f, u, g);
    if (!o || !o->known || !type_is_integer(&u->types, g->type) || !facts_never_written(f, u, g))
        return false;
    *value = (i64)type_wrap(&u->types, g->type, (u64)o->value);
    return true;
}

bool facts_never_returns(const ProjectFacts *f, u32 entry)
{
    if (!entry || entry >= f->n_entries)
        return false;
    u8 kind = f->p->index.entries.at[entry].kind;
    if (kind != DK_FUNCTION && kind != DK_PROTOTYPE)
        return false;
    return f->never_returns[entry] || fact_declared_noreturn(f->p, entry);
}
