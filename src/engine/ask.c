/*
 * Questions (eng_ask): what a path knows about a condition, and what it means that it does not know: event.h. Called by exec_*.c.
 */
#include "base/limits.h"
#include "engine/explore.h"

static const u8 origin_why[SO_COUNT] = {
#define X(name, free, why) [SO_##name] = WHY_##why,
    SYM_ORIGINS(X)
#undef X
};

EngineWhy ask_why(const Run *r, Val sym)
{
    const SymInfo *i = sym ? val_sym_info(&r->values, sym) : NULL;
    if (!i)
        return WHY_VALUE;
    if (i->origin == SO_TRIP && i->was) {
        const SymInfo *decides = val_sym_info(&r->values, i->was);
        return decides ? (EngineWhy)origin_why[decides->origin] : WHY_LOOP;
    }
    return (EngineWhy)origin_why[i->origin];
}

Question ask_no(void)
{
    return (Question){.answer = ANSWER_NO};
}

Question ask_unknown(EngineWhy why, Val sym)
{
    return (Question){.answer = ANSWER_UNKNOWN, .why = (u8)why, .sym = sym};
}

static Question positive(const State *s, Answer answer, Val cond, Val sym)
{
    if (s->flags & SF_WEAK)
        return (Question){.answer = ANSWER_UNKNOWN, .why = s->why, .cond = cond, .sym = sym};
    return (Question){.answer = (u8)answer, .cond = cond, .sym = sym};
}

Question ask_yes(const State *s)
{
    return positive(s, ANSWER_YES, 0, 0);
}

u32 ask_alternatives(const State *s, const SymInfo *info)
{
    bool kept = info->origin == SO_JOIN && info->join && info->n_alts && info->n_alts <= 32;
    return kept ? st_live_alternatives(s, info->join, info->n_alts) : 0;
}

Val ask_decided(const Run *r, const State *s, Val v)
{
    for (u32 i = 0; i < 8; i++) {
        const SymInfo *info = val_kind(&r->values, v) == VK_SYM ? val_sym_info(&r->values, v) : NULL;
        u32 mask = info ? ask_alternatives(s, info) : 0;
        if (!mask || (mask & (mask - 1)))
            return v;
        Val only = info->alts[__builtin_ctz(mask)];
        if (!only)
            return v;
        v = only;
    }
    return v;
}

/* ---- the symbols of a condition ---- */

#define CENSUS_FREE 8

typedef struct Census {
    const Run *r;
    Val join, unfree, loose;
    Val hidden_trip; /* rounds whose number is decided by what nobody here knows */
    Val free[CENSUS_FREE];
    u32 n_free, n, n_unfree;
} Census;

static void count(void *ctx, Val sym)
{
    Census *c = ctx;
    const SymInfo *i = val_sym_info(&c->r->values, sym);
    c->n++;
    if (!i)
        return;
    if (i->origin == SO_TRIP && !i->free && !c->hidden_trip)
        c->hidden_trip = sym;
    if (i->type.loose && !c->loose)
        c->loose = sym;
    if (i->origin == SO_JOIN && i->join && i->n_alts) {
        if (!c->join)
            c->join = sym;
    } else if (!i->free) {
        c->n_unfree++;
        if (!c->unfree)
            c->unfree = sym;
    } else if (c->n_free < CENSUS_FREE) {
        c->free[c->n_free++] = sym;
    }
}

static Census census(const Run *r, Val v)
{
    Census c = {.r = r};
    val_each_sym(&r->values, v, count, &c);
    return c;
}

static Val first_unfree(const Run *r, Val v)
{
    Census c = census(r, v);
    return c.unfree ? c.unfree : c.join;
}

static bool mentions_free(const Census *c, Val v)
{
    for (u32 i = 0; i < c->n_free; i++)
        if (val_mentions(&c->r->values, v, c->free[i]))
            return true;
    return false;
}

/*
 * A free symbol can take every value of its range, but the path may have tied it to something that is not free: behind `len < cap`
 * a length of 10 is possible only if cap can be 11. So: does the condition say more about such a value than the path did?
 */
static Val ties_down(Run *r, const State *s, const Store *with, const Census *c)
{
    StoreCtx ctx = st_ctx(r);
    u32 seen = 0;
    for (const DiffFact *d = s->store.diffs; d && seen < LIMIT_STORE_DIFFS; d = d->next, seen++) {
        if (!d->x || !d->y)
            continue;
        bool fx = mentions_free(c, d->x), fy = mentions_free(c, d->y);
        if (fx == fy)
            continue;
        Val free = fx ? d->x : d->y, other = fx ? d->y : d->x;
        Val unfree = first_unfree(r, other);
        if (!unfree)
            continue;
        /* Two values that others decide, one of them through the bound: whether they ever come together is open. */
        if (c->unfree && c->unfree != unfree && !val_mentions(&r->values, other, c->unfree))
            return unfree;
        Interval f = cs_range(&ctx, with, free), o = cs_range(&ctx, &s->store, other);
        if (fx ? f.lo - d->c > o.lo : f.hi + d->c < o.hi)
            return unfree;
    }
    for (u32 i = 0; i < c->n_free; i++) {
        const SymFact *fact = pmap_get(s->store.facts, c->free[i]);
        Val unfree = fact && fact->equal ? first_unfree(r, fact->equal) : 0;
        if (unfree)
            return unfree;
    }
    return 0;
}

/* ---- alternatives of joins ---- */

static Question ask_at(Run *r, const State *s, Val cond, u32 depth, u32 *budget);

#define ASK_DEPTH 3         /* joins of joins */
#define ASK_ALTERNATIVES 48 /* of one question */

/* Each alternative is a path of its own: one on which it holds is enough. */
static Question ask_join(Run *r, const State *s, Val cond, Val join, u32 depth, u32 *budget)
{
    const SymInfo *info = val_sym_info(&r->values, join);
    u32 mask = ask_alternatives(s, info), id = info->join;
    Question open = {.answer = ANSWER_NONE};
    bool possible = false, guessed = id < r->joins.n && r->joins.at[id].guessed;
    bool is_open = info->open || guessed;
    for (u32 k = 0; mask >> k; k++) {
        if (!(mask >> k & 1))
            continue;
        if (*budget == 0)
            return ask_unknown(WHY_BUDGET, join);
        --*budget;
        Val v = st_on_path(r, cond, id, k, false);
        if (v == cond)
            break;
        possible = true;
        Question q = ask_at(r, s, v, depth + 1, budget);
        if (id < r->joins.n && r->joins.at[id].weak >> k & 1 && q.answer != ANSWER_NO)
            q = ask_unknown(r->joins.at[id].why, join);
        if (is_open && (q.answer == ANSWER_YES || q.answer == ANSWER_MAY))
            q = ask_unknown(guessed ? WHY_CALLEE : WHY_VALUE, join);
        if (q.answer == ANSWER_YES || q.answer == ANSWER_MAY) {
            q.answer = ANSWER_MAY;
            q.cond = cond; /* mentions the join, so that the solver sees which way there is */
            return q;
        }
        if (q.answer == ANSWER_UNKNOWN && open.answer == ANSWER_NONE)
            open = q;
        if (k == 31)
            break;
    }
    if (open.answer != ANSWER_NONE)
        return open;
    return possible ? ask_no() : ask_unknown(WHY_LOOP, join);
}

static bool same_range(Interval a, Interval b)
{
    return a.lo == b.lo && a.hi == b.hi;
}

static Question ask_at(Run *r, const State *s, Val cond, u32 depth, u32 *budget)
{
    i64 n;
    if (val_const(&r->values, cond, &n))
        return n ? (Question){.answer = ANSWER_YES, .cond = cond} : ask_no();
    int known = st_test(r, s, cond);
    if (known == 0)
        return ask_no();
    Census c = census(r, cond);
    if (c.loose)
        return ask_unknown(WHY_TYPE, c.loose);
    /* That a loop comes to its third round is no fact of the code when callers or callees decide how many there are. */
    if (known == 1 && c.hidden_trip)
        return ask_unknown(ask_why(r, c.hidden_trip), c.hidden_trip);
    if (known == 1)
        return (Question){.answer = ANSWER_YES, .cond = cond, .sym = c.n_free ? c.free[0] : c.unfree};
    if (c.join && depth < ASK_DEPTH)
        return ask_join(r, s, cond, c.join, depth, budget);
    Val unfree = c.unfree ? c.unfree : c.join;
    if (!c.n_free || c.n_unfree > 1 || c.join)
        return ask_unknown(ask_why(r, unfree), unfree);
    StoreCtx ctx = st_ctx(r);
    Store with = s->store;
    if (!cs_assume(&ctx, &with, st_cond(r, cond), true))
        return ask_no();
    /* `i <= n` goes one too far whatever n is: then the condition tells nothing of n. */
    if (unfree && !same_range(cs_range(&ctx, &s->store, unfree), cs_range(&ctx, &with, unfree)))
        return ask_unknown(ask_why(r, unfree), unfree);
    unfree = ties_down(r, s, &with, &c);
    if (unfree)
        return ask_unknown(ask_why(r, unfree), unfree);
    return (Question){.answer = ANSWER_MAY, .cond = cond, .sym = c.free[0]};
}

Question eng_ask(Run *r, const State *s, Val cond)
{
    if (!cond)
        return (Question){.answer = ANSWER_NONE};
    if (r->explore->quiet) { /* nobody hears the answer; only what is assumed afterwards counts */
        int known = st_test(r, s, cond);
        return known == 0   ? ask_no()
               : known == 1 ? (Question){.answer = ANSWER_YES, .cond = cond}
                            : (Question){.answer = ANSWER_UNKNOWN, .why = WHY_VALUE, .cond = cond};
    }
    u32 budget = ASK_ALTERNATIVES;
    Question q = ask_at(r, s, cond, 0, &budget);
    if (!q.cond && q.answer != ANSWER_NO)
        q.cond = cond;
    if (q.answer == ANSWER_YES || q.answer == ANSWER_MAY)
        return positive(s, (Answer)q.answer, q.cond, q.sym);
    return q;
}
