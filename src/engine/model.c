/*
 * Gathers the conditions of a path and tries values for their symbols; see model.h.
 */
#include "engine/model.h"

#include "base/limits.h"
#include "engine/run.h"

enum {
    EVAL_DEPTH = 400,
    GUESS_SYMS = 8,        /* more symbols are left to the solver */
    GUESS_VALUES = 16,     /* tried per symbol */
    GUESS_CONSTANTS = 16,  /* of the conditions, around which values are tried */
    GUESS_WORK = 20000,    /* conditions evaluated */
    GUESS_ADDRESS = 65536, /* stands for the address of an object, times its number */
    RESOLVE_DEPTH = 32,    /* joins inside of alternatives of joins */
};

/* ---- choices ---- */

i32 path_choice(const PathChoice *choices, u32 n, u32 join)
{
    for (u32 i = 0; i < n && join; i++)
        if (choices[i].join == join)
            return (i32)choices[i].alt;
    return -1;
}

/* What a joined value is under the choices; 0: any of its alternatives, or nothing that could be said as a value of its type. */
static Val chosen_alt(const Run *r, Val sym, const PathChoice *choices, u32 n)
{
    const Values *vs = &r->values;
    const SymInfo *info = val_kind(vs, sym) == VK_SYM ? val_sym_info(vs, sym) : NULL;
    if (!info || info->origin != SO_JOIN)
        return VAL_NONE;
    i32 alt = path_choice(choices, n, info->join);
    return alt >= 0 && (u32)alt < info->n_alts ? info->alts[alt] : VAL_NONE;
}

static bool replaces(const Values *vs, Val alt, VType t)
{
    ValKind k = alt ? val_kind(vs, alt) : VK_NONE;
    return k != VK_NONE && k != VK_UNDEF && k != VK_RECORD && val_type(vs, alt).width == t.width;
}

typedef struct Resolve {
    Run *r;
    const PathChoice *choices;
    u32 n, depth;
} Resolve;

/* A ValMapFn. */
static Val resolve_sym(void *ctx, Val sym)
{
    Resolve *w = ctx;
    Values *vs = &w->r->values;
    Val alt = chosen_alt(w->r, sym, w->choices, w->n);
    VType t = val_type(vs, sym);
    if (!replaces(vs, alt, t) || w->depth > RESOLVE_DEPTH)
        return sym;
    w->depth++;
    Val v = val_substitute(vs, alt, resolve_sym, w);
    w->depth--;
    VType other = val_type(vs, v);
    return other.sgn == t.sgn || other.ptr || t.ptr ? v : val_cast(vs, t, v);
}

Val path_value(Run *r, Val v, const PathChoice *choices, u32 n)
{
    Resolve w = {.r = r, .choices = choices, .n = n};
    return v && n ? val_substitute(&r->values, v, resolve_sym, &w) : v;
}

Val path_cond(Run *r, Val cond, const PathChoice *choices, u32 n)
{
    cond = path_value(r, cond, choices, n);
    return cond ? st_cond(r, cond) : cond;
}

Val path_alternative(const Run *r, Val v, const PathChoice *choices, u32 n)
{
    Val alt;
    for (u32 depth = 0; v && depth < RESOLVE_DEPTH && (alt = chosen_alt(r, v, choices, n)); depth++)
        v = alt;
    return v;
}

/* ---- what all histories behind a join have in common ---- */

static const Step *common_step(Run *r, u32 join, u32 depth);

/* The next older step that every history through this one has: the dominator of a step in the graph of histories. */
static const Step *older_in_all(Run *r, const Step *step, u32 depth)
{
    return step->kind == STEP_JOIN ? common_step(r, step->join, depth + 1) : step->before;
}

/* NULL: none is known. */
static const Step *find_common(Run *r, u32 join, u32 depth)
{
    const Step *const *paths = r->joins.at[join].paths;
    u32 n = r->joins.at[join].n,
        newest = 0; /* all others reach what is at `newest` of the first one's steps */
    StepList first = {0};
    Map place; /* step -> position in `first`, plus 1 */
    map_init(&place);
    for (const Step *step = paths[0]; step && first.n < LIMIT_LINE_STEPS;) {
        vec_push(&first, step);
        map_put(&place, (u64)(uintptr_t)step, first.n);
        step = older_in_all(r, step, depth);
    }
    for (u32 i = 1; i < n && newest < first.n; i++) {
        u32 at = 0, left = LIMIT_LINE_STEPS;
        for (const Step *step = paths[i]; step && !at && left--;) {
            at = map_get(&place, (u64)(uintptr_t)step, 0);
            step = older_in_all(r, step, depth);
        }
        newest = at ? MAX(newest, at - 1) : first.n;
    }
    const Step *common = newest < first.n ? first.at[newest] : NULL;
    map_release(&place);
    vec_release(&first);
    return common;
}

static const Step *common_step(Run *r, u32 join, u32 depth)
{
    JoinInfo *info = join && join < r->joins.n ? &r->joins.at[join] : NULL;
    if (!info || !info->paths || depth > LIMIT_LINE_NESTING)
        return NULL;
    if (!info->common_known) {
        info->common_known = true;
        info->common = find_common(r, join, depth);
    }
    return info->common;
}

/* Oldest first, so that each finds those behind it known. */
static void find_all_common(Run *r, const State *s)
{
    StepList joins = {0};
    for (const Step *step = s->path; step; step = step->before)
        if (step->kind == STEP_JOIN)
            vec_push(&joins, step);
    for (u32 i = joins.n; i-- > 0;)
        common_step(r, joins.at[i]->join, 0);
    vec_release(&joins);
}

void path_linear(const Run *r, const State *s, const PathChoice *choices, u32 n, u32 limit, StepList *out)
{
    for (const Step *step = s->path; step && out->n < limit;) {
        if (step->kind != STEP_JOIN) {
            vec_push(out, step);
            step = step->before;
            continue;
        }
        i32 alt = path_choice(choices, n, step->join);
        step = alt >= 0 ? r->joins.at[step->join].paths[alt] : step->before;
    }
}

/* ---- conditions ---- */

/* Calls fn for the symbols of v, those of the alternative chosen in place of a joined value's. */
typedef struct EachLeaf {
    const PathConds *p;
    ValSymFn *fn;
    void *ctx;
    u32 depth;
} EachLeaf;

static void each_leaf_sym(void *ctx, Val sym)
{
    EachLeaf *w = ctx;
    const Values *vs = &w->p->run->values;
    Val alt = chosen_alt(w->p->run, sym, w->p->choices, w->p->n_choices);
    if (!replaces(vs, alt, val_type(vs, sym)) || w->depth > RESOLVE_DEPTH) {
        w->fn(w->ctx, sym);
        return;
    }
    w->depth++;
    val_each_sym(vs, alt, each_leaf_sym, w);
    w->depth--;
}

static void each_leaf(const PathConds *p, Val v, ValSymFn *fn, void *ctx)
{
    EachLeaf w = {p, fn, ctx, 0};
    if (v)
        val_each_sym(&p->run->values, v, each_leaf_sym, &w);
}

static void add_sym(void *ctx, Val sym)
{
    PathConds *p = ctx;
    for (u32 i = 0; i < p->syms.n; i++)
        if (p->syms.at[i] == sym)
            return;
    if (p->syms.n < LIMIT_SOLVER_SYMS)
        vec_push(&p->syms, sym);
}

static void add_cond(PathConds *p, Val v, bool truth)
{
    const Values *vs = &p->run->values;
    i64 num;
    if (val_const(vs, v, &num) && (num != 0) == truth)
        return;
    for (u32 i = 0; i < p->at.n; i++)
        if (p->at.at[i].v == v && p->at.at[i].truth == truth)
            return;
    PathCond cond = {.v = v, .truth = truth};
    vec_push(&p->at, cond);
}

typedef struct Mention {
    const PathConds *p;
    bool known, unknown;
} Mention;

static void note_mention(void *ctx, Val sym)
{
    Mention *m = ctx;
    for (u32 i = 0; i < m->p->syms.n; i++)
        if (m->p->syms.at[i] == sym) {
            m->known = true;
            return;
        }
    m->unknown = true;
}

/* Differences that concern the symbols: the results of library functions are bounded by other values in this way. */
static void add_diffs(PathConds *p, const Store *store)
{
    u32 left = LIMIT_STORE_DIFFS;
    for (const DiffFact *d = store->diffs; d && left--; d = d->next) {
        bool old = false;
        for (u32 i = 0; i < p->diffs.n && !old; i++) /* stores share what is common to them */
            old = p->diffs.at[i] == d;
        Mention m = {.p = p};
        each_leaf(p, d->x, note_mention, &m);
        each_leaf(p, d->y, note_mention, &m);
        if (!m.known || old)
            continue;
        each_leaf(p, d->x, add_sym, p);
        each_leaf(p, d->y, add_sym, p);
        vec_push(&p->diffs, d);
    }
}

void path_conds_init(PathConds *p, Run *r, const State *s, Val question, const PathChoice *choices, u32 n)
{
    *p = (PathConds){.run = r, .state = s, .choices = choices, .n_choices = n};
    p->question = path_cond(r, question, choices, n);
    StepList steps = {0};
    vec_push(&p->stores, &s->store);
    for (const Step *step = s->path; step;) {
        /* Symbols never change, so what was assumed before a loop's rounds were summed up still holds; what one of several joined
         * paths assumed does not, unless it is the one that was chosen, or all of them did. */
        if (step->kind == STEP_JOIN) {
            i32 alt = path_choice(choices, n, step->join);
            if (alt < 0) {
                if (!p->joined)
                    find_all_common(r, s);
                p->joined = true;
                step = common_step(r, step->join, 0);
                continue;
            }
            const JoinInfo *join = &r->joins.at[step->join];
            if (join->stores)
                vec_push(&p->stores, &join->stores[alt]);
            step = join->paths[alt];
            continue;
        }
        if (step->kind == STEP_ASSUME && steps.n < LIMIT_SOLVER_CONDS)
            vec_push(&steps, step);
        step = step->before;
    }
    for (u32 i = steps.n; i-- > 0;)
        add_cond(p, path_cond(r, steps.at[i]->v, choices, n), steps.at[i]->flag);
    vec_release(&steps);
    if (p->question)
        add_cond(p, p->question, true);
    for (u32 i = 0; i < p->at.n; i++)
        each_leaf(p, p->at.at[i].v, add_sym, p);
    for (u32 i = 0; i < p->syms.n && !p->joined; i++) {
        const SymInfo *info = val_sym_info(&r->values, p->syms.at[i]);
        p->blurred |= info->origin == SO_JOIN && !info->n_alts;
    }
    for (u32 i = 0; i < p->stores.n; i++)
        add_diffs(p, p->stores.at[i]);
}

Interval path_range(const PathConds *p, Val sym)
{
    StoreCtx c = st_ctx(p->run);
    Interval range = cs_range(&c, p->stores.at[0], sym);
    for (u32 i = 1; i < p->stores.n; i++)
        range = iv_meet(range, cs_range(&c, p->stores.at[i], sym));
    return range;
}

u32 path_conds_unchanged(PathConds *p)
{
    Values *vs = &p->run->values;
    u32 before = p->at.n;
    for (u32 i = 0; i < p->syms.n;
         i++) { /* grows: what was there before may itself have been left by a call */
        const SymInfo *info = val_sym_info(vs, p->syms.at[i]);
        Val was = info && info->origin == SO_HAVOC ? info->was : 0;
        if (!was || val_type(vs, was).width != info->type.width || info->type.width == 0)
            continue;
        was = path_value(p->run, was, p->choices, p->n_choices);
        add_cond(p, val_cmp(vs, BIN_EQ, p->syms.at[i], was), true);
        each_leaf(p, was, add_sym, p);
    }
    return p->at.n - before;
}

void path_conds_release(PathConds *p)
{
    vec_release(&p->at);
    vec_release(&p->syms);
    vec_release(&p->stores);
    vec_release(&p->diffs);
}

/* ---- evaluation ---- */

typedef struct Eval {
    const Run *run;
    const Values *vs;
    const Objects *objects;
    const Witness *witness;
    u32 depth;
    bool defined; /* signed overflow has no result: what the path computed did not overflow */
} Eval;

static i128 wrapped(VType t, i128 x)
{
    if (t.width == 1 && !t.sgn)
        return x != 0;
    u64 bits = (u64)(unsigned __int128)x;
    if (t.width < 64) {
        bits &= ((u64)1 << t.width) - 1;
        if (t.sgn && bits >> (t.width - 1))
            return (i128)bits - ((i128)1 << t.width);
    } else if (t.sgn) {
        return (i64)bits;
    }
    return bits;
}

static bool eval(Eval *e, Val v, i128 *out);

static bool eval_sym(Eval *e, Val sym, i128 *out)
{
    VType t = val_type(e->vs, sym);
    for (u32 i = 0; i < e->witness->n; i++)
        if (e->witness->at[i].sym == sym) {
            *out = wrapped(t, e->witness->at[i].value);
            return true;
        }
    Val alt = chosen_alt(e->run, sym, e->witness->choices, e->witness->n_choices);
    i128 value;
    if (!replaces(e->vs, alt, t) || !eval(e, alt, &value))
        return false;
    *out = wrapped(t, value);
    return true;
}

static bool eval_addr(Eval *e, const ValNode *n, i128 *out)
{
    i128 base = (i128)GUESS_ADDRESS * (n->a + 1), off;
    const Obj *o = obj(e->objects, n->a);
    if (!o->never_null && !eval(e, o->base, &base))
        return false;
    if (!eval(e, n->b, &off))
        return false;
    *out = wrapped(n->type, base + off);
    return true;
}

static bool overflows(IrBinop op, VType t, i128 a, i128 b)
{
    i128 exact;
    switch (op) {
    case BIN_ADD: exact = a + b; break;
    case BIN_SUB: exact = a - b; break;
    case BIN_MUL: exact = a * b; break; /* of signed values: fits */
    default: return false;
    }
    return exact < vtype_min(t) || exact > vtype_max(t);
}

static bool eval_binop(IrBinop op, VType t, i128 a, i128 b, u8 width, i128 *out)
{
    switch (op) {
    case BIN_ADD: *out = wrapped(t, a + b); return true;
    case BIN_SUB: *out = wrapped(t, a - b); return true;
    case BIN_MUL: {
        i128 product;
        if (__builtin_mul_overflow(a, b, &product)) /* of two 64-bit unsigned values */
            product = (i128)((unsigned __int128)a * (unsigned __int128)b);
        *out = wrapped(t, product);
        return true;
    }
    case BIN_DIV:
    case BIN_REM:
        if (b == 0)
            return false;
        *out = wrapped(t, op == BIN_DIV ? a / b : a % b);
        return true;
    case BIN_SHL:
    case BIN_SHR:
        if (b < 0 || b >= width)
            return false;
        *out = wrapped(t, op == BIN_SHL ? (i128)((unsigned __int128)a << (u32)b) : a >> (u32)b);
        return true;
    case BIN_AND: *out = wrapped(t, a & b); return true;
    case BIN_OR: *out = wrapped(t, a | b); return true;
    case BIN_XOR: *out = wrapped(t, a ^ b); return true;
    case BIN_EQ: *out = a == b; return true;
    case BIN_NE: *out = a != b; return true;
    case BIN_LT: *out = a < b; return true;
    case BIN_LE: *out = a <= b; return true;
    case BIN_GT: *out = a > b; return true;
    case BIN_GE: *out = a >= b; return true;
    default: return false;
    }
}

static bool eval(Eval *e, Val v, i128 *out)
{
    const ValNode *n = val_node(e->vs, v);
    i128 a, b;
    if (n->type.width == 0 || n->type.width > 64 || e->depth > EVAL_DEPTH)
        return false;
    e->depth++;
    bool done = false;
    switch ((ValKind)n->kind) {
    case VK_INT:
        *out = wrapped(n->type, n->num);
        done = true;
        break;
    case VK_SYM: done = eval_sym(e, v, out); break;
    case VK_ADDR: done = eval_addr(e, n, out); break;
    case VK_UNOP:
        if (n->op > UN_NOT || !eval(e, n->a, &a))
            break;
        *out = n->op == UN_NOT ? a == 0 : wrapped(n->type, n->op == UN_NEG ? -a : ~a);
        done = true;
        break;
    case VK_BINOP:
        done = eval(e, n->a, &a) && eval(e, n->b, &b) &&
               !(e->defined && n->type.sgn && !n->type.loose && overflows((IrBinop)n->op, n->type, a, b)) &&
               eval_binop((IrBinop)n->op, n->type, a, b, n->type.width, out);
        break;
    case VK_CAST:
        if (!eval(e, n->a, &a))
            break;
        *out = wrapped(n->type, a);
        done = true;
        break;
    case VK_NONE:
    case VK_FLOAT:
    case VK_RECORD:
    case VK_UNDEF: break;
    }
    e->depth--;
    return done;
}

bool model_eval(const Run *r, const Witness *w, Val v, i128 *out)
{
    Eval e = {.run = r, .vs = &r->values, .objects = &r->objects, .witness = w};
    return v && eval(&e, v, out);
}

/* The truth of a condition of the path; the question may be about an overflow, what led there was defined. */
static bool eval_cond(const PathConds *p, const Witness *w, const PathCond *cond, i128 *out)
{
    Eval e = {.run = p->run, .vs = &p->run->values, .objects = &p->run->objects, .witness = w};
    e.defined = cond->v != p->question;
    return eval(&e, cond->v, out);
}

/* ---- guessing ---- */

typedef struct Guess {
    const PathConds *p;
    Witness witness; /* of the symbols that have got a value so far */
    WitnessValue values[GUESS_SYMS];
    i128 candidates[GUESS_SYMS][GUESS_VALUES];
    u32 n_candidates[GUESS_SYMS];
    i64 constants[GUESS_CONSTANTS];
    u32 n_constants;
    u32 work;
} Guess;

static void note_constants(Guess *g, Val v, u32 depth)
{
    const Values *vs = &g->p->run->values;
    const ValNode *n = val_node(vs, v);
    if (depth > EVAL_DEPTH || g->n_constants == GUESS_CONSTANTS)
        return;
    switch ((ValKind)n->kind) {
    case VK_INT:
        for (u32 i = 0; i < g->n_constants; i++)
            if (g->constants[i] == n->num)
                return;
        g->constants[g->n_constants++] = n->num;
        break;
    case VK_UNOP:
    case VK_CAST: note_constants(g, n->a, depth + 1); break;
    case VK_BINOP: {
        Val b = n->b;
        note_constants(g, n->a, depth + 1);
        note_constants(g, b, depth + 1);
        break;
    }
    default: break;
    }
}

static bool closer(i128 a, i128 b)
{
    i128 x = a < 0 ? -a : a, y = b < 0 ? -b : b;
    return x != y ? x < y : a > b;
}

/* Inserts a value by its distance from 0; the farthest falls out when there are too many. */
static void add_candidate(Guess *g, u32 sym, Interval range, i128 value)
{
    i128 *at = g->candidates[sym];
    u32 *n = &g->n_candidates[sym], i = 0;
    if (value < range.lo || value > range.hi)
        return;
    while (i < *n && at[i] != value && closer(at[i], value))
        i++;
    if (i == GUESS_VALUES || (i < *n && at[i] == value))
        return;
    if (*n < GUESS_VALUES)
        ++*n;
    for (u32 k = *n - 1; k > i; k--)
        at[k] = at[k - 1];
    at[i] = value;
}

static void add_candidates(Guess *g, u32 sym)
{
    Run *r = g->p->run;
    Val v = g->p->syms.at[sym];
    Interval range = path_range(g->p, v);
    if (val_sym_info(&r->values, v)->origin == SO_BASE) {
        add_candidate(g, sym, range, 0);
        add_candidate(g, sym, range, (i128)GUESS_ADDRESS * (val_sym_info(&r->values, v)->obj + 1));
        return;
    }
    static const i8 always[] = {0, 1, -1, 2};
    for (u32 i = 0; i < LENGTH(always); i++)
        add_candidate(g, sym, range, always[i]);
    add_candidate(g, sym, range, range.lo);
    add_candidate(g, sym, range, range.hi);
    for (u32 i = 0; i < g->n_constants; i++)
        for (int around = -1; around <= 1; around++)
            add_candidate(g, sym, range, (i128)g->constants[i] + around);
}

static bool excluded(const Guess *g, u32 sym, i128 value)
{
    for (u32 k = 0; k < g->p->stores.n; k++) {
        const SymFact *fact = pmap_get(g->p->stores.at[k]->facts, g->p->syms.at[sym]);
        for (u32 i = 0; fact && i < fact->n_not; i++)
            if (fact->not_[i] == value)
                return true;
    }
    return false;
}

/* Does the partial assignment break a condition? complete: also when one cannot be evaluated. */
static bool breaks(Guess *g, bool complete)
{
    const PathConds *p = g->p;
    i128 x, y;
    for (u32 i = 0; i < p->at.n; i++) {
        g->work++;
        if (eval_cond(p, &g->witness, &p->at.at[i], &x) ? (x != 0) != p->at.at[i].truth : complete)
            return true;
    }
    for (u32 i = 0; i < p->diffs.n; i++) {
        const DiffFact *d = p->diffs.at[i];
        y = 0;
        g->work++;
        bool known =
            model_eval(p->run, &g->witness, d->x, &x) && (!d->y || model_eval(p->run, &g->witness, d->y, &y));
        if (known ? x - y > d->c : complete)
            return true;
    }
    for (u32 i = 0; i < g->witness.n; i++)
        for (u32 k = 0; k < p->stores.n; k++) {
            const SymFact *fact = pmap_get(p->stores.at[k]->facts, p->syms.at[i]);
            if (!fact || !fact->equal || !model_eval(p->run, &g->witness, p->syms.at[i], &x))
                continue;
            g->work++;
            if (model_eval(p->run, &g->witness, fact->equal, &y) ? x != y : complete)
                return true;
        }
    return false;
}

static bool assign(Guess *g, u32 sym)
{
    if (sym == g->p->syms.n)
        return !breaks(g, true);
    for (u32 i = 0; i < g->n_candidates[sym] && g->work < GUESS_WORK; i++) {
        i128 value = g->candidates[sym][i];
        if (excluded(g, sym, value))
            continue;
        g->values[sym] = (WitnessValue){.sym = g->p->syms.at[sym], .value = (i64)(u64)value};
        g->witness.n = sym + 1;
        if (!breaks(g, false) && assign(g, sym + 1))
            return true;
    }
    g->witness.n = sym;
    return false;
}

bool model_guess(const PathConds *p, Arena *arena, Witness *out)
{
    Run *r = p->run;
    if (p->syms.n > GUESS_SYMS)
        return false;
    for (u32 i = 0; i < p->syms.n; i++) {
        const SymInfo *info = val_sym_info(&r->values, p->syms.at[i]);
        if (info->origin == SO_JOIN || info->type.width == 0 || info->type.width > 64)
            return false;
    }
    Guess g = {.p = p};
    g.witness = (Witness){.at = g.values, .choices = p->choices, .n_choices = p->n_choices};
    for (u32 i = 0; i < p->at.n; i++)
        note_constants(&g, p->at.at[i].v, 0);
    for (u32 i = 0; i < p->syms.n; i++)
        add_candidates(&g, i);
    if (!assign(&g, 0))
        return false;
    out->n = p->syms.n;
    out->at = arena_array(arena, WitnessValue, out->n);
    for (u32 i = 0; i < out->n; i++)
        out->at[i] = g.values[i];
    return true;
}
