/*
 * Symbolic values: what the makers fold and simplify is what C computes, for all bit patterns; equal values have equal ids; walks,
 * substitution, symbols, texts.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "engine/value.h"
#include "expression.h"

static const VType u8t = {.width = 8}, u32t = {.width = 32}, boolt = {.width = 1}, floating = {0};

/* ------------------------------------------------------------------ makers against C */

static bool met_cut; /* a part that grew too large and became an OPAQUE symbol */

/* Computes a Val bit for bit, as a solver would. False: it is undefined here, or has been cut. */
static bool evaluate(const World *w, Val v, i128 *out)
{
    const ValNode *n = val_node(&w->vs, v);
    i128 a = 0, b = 0, r;
    switch ((ValKind)n->kind) {
    case VK_INT: *out = n->type.sgn ? (i128)n->num : (i128)(u64)n->num; return true;
    case VK_SYM:
        for (u32 i = 0; i < w->n_syms; i++) {
            if (w->ex[w->sym[i]].val == v) {
                *out = w->now[i];
                return true;
            }
        }
        met_cut = true;
        return false;
    case VK_CAST:
        if (!evaluate(w, n->a, &a))
            return false;
        *out = ex_wrap(n->type, a);
        return true;
    case VK_UNOP:
        if (!evaluate(w, n->a, &a))
            return false;
        assert_true(n->op == UN_NEG || n->op == UN_BITNOT); /* ! of integers becomes a comparison */
        *out = ex_wrap(n->type, n->op == UN_NEG ? -a : ~a);
        return true;
    case VK_BINOP: break;
    default: fail_msg("a value of kind %u", n->kind);
    }
    if (!evaluate(w, n->a, &a) || !evaluate(w, n->b, &b))
        return false;
    IrBinop op = (IrBinop)n->op;
    if (op != BIN_SHL && op != BIN_SHR) {
        VType x = val_type(&w->vs, n->a), y = val_type(&w->vs, n->b);
        assert_true(ex_same_type(x, y));
        assert_true(ex_compares(op) || ex_same_type(x, n->type));
    }
    unsigned __int128 x = (unsigned __int128)a, y = (unsigned __int128)b;
    switch (op) {
    case BIN_ADD: r = (i128)(x + y); break;
    case BIN_SUB: r = (i128)(x - y); break;
    case BIN_MUL: r = (i128)(x * y); break;
    case BIN_DIV:
    case BIN_REM:
        if (b == 0)
            return false;
        r = op == BIN_DIV ? a / b : a % b;
        break;
    case BIN_SHL:
    case BIN_SHR:
        if (b < 0 || b >= n->type.width)
            return false;
        r = op == BIN_SHL ? (i128)(x << (u32)b) : a >> (u32)b;
        break;
    case BIN_AND: r = a & b; break;
    case BIN_OR: r = a | b; break;
    case BIN_XOR: r = a ^ b; break;
    case BIN_EQ: r = a == b; break;
    case BIN_NE: r = a != b; break;
    case BIN_LT: r = a < b; break;
    case BIN_LE: r = a <= b; break;
    case BIN_GT: r = a > b; break;
    case BIN_GE: r = a >= b; break;
    default: fail_msg("operator %u", n->op); return false;
    }
    *out = ex_wrap(n->type, r);
    return true;
}

static void test_makers_are_exact(void **state)
{
    (void)state;
    static World w; /* large */
    u64 compared = 0, simplified = 0;
    for (u32 k = 0; k < 6000; k++) {
        memset(&w, 0, sizeof w);
        world_open(&w);
        Random r = {(k + 1) * 0x9e3779b97f4a7c15ull + 7046029254386353131ull};
        world_symbols(&w, &r, 2, 12);
        u32 roots[4];
        for (u32 i = 0; i < LENGTH(roots); i++)
            roots[i] = i % 2 ? ex_condition(&w, &r, 3) : ex_random(&w, &r, 4);
        world_first(&w);
        do {
            for (u32 i = 0; i < w.n_ex; i++) {
                i128 want = ex_eval(&w, i), is;
                if (w.undefined[i])
                    continue; /* overflow of signed values is compared too: bits are bits */
                met_cut = false;
                bool defined = evaluate(&w, w.ex[i].val, &is);
                if (met_cut)
                    continue;
                if (!defined)
                    fail_msg("case %u: a value is undefined where C is not", k);
                if (is != want)
                    fail_msg("case %u, expression %u: %lld instead of %lld", k, i, (long long)is,
                             (long long)want);
                compared++;
            }
        } while (world_next(&w));
        for (u32 i = 0; i < LENGTH(roots); i++) {
            i64 num;
            simplified += w.ex[roots[i]].kind != EX_INT && val_const(&w.vs, w.ex[roots[i]].val, &num);
        }
        world_close(&w);
    }
    assert_true(compared > 1000000);
    assert_true(simplified > 500);
}

/* ------------------------------------------------------------------ forms */

typedef struct Table {
    Arena arena;
    Values vs;
    Val x, y, u; /* int, int, unsigned int */
} Table;

static Val symbol(Values *vs, VType t, u32 inst)
{
    SymInfo info = sym_info(SO_PARAM, t);
    return val_sym(vs, 0, inst, 0, 0, &info);
}

static void open_table(Table *t)
{
    arena_init(&t->arena);
    values_init(&t->vs, &t->arena, NULL);
    t->x = symbol(&t->vs, vtype_int, 1);
    t->y = symbol(&t->vs, vtype_int, 2);
    t->u = symbol(&t->vs, u32t, 3);
}

static void close_table(Table *t)
{
    values_release(&t->vs);
    arena_release(&t->arena);
}

static Val n(Table *t, i64 num)
{
    return val_int(&t->vs, vtype_int, num);
}

static Val add(Table *t, Val a, Val b)
{
    return val_binop(&t->vs, BIN_ADD, vtype_int, a, b);
}

static Val sub(Table *t, Val a, Val b)
{
    return val_binop(&t->vs, BIN_SUB, vtype_int, a, b);
}

static void test_forms(void **state)
{
    (void)state;
    Table t;
    open_table(&t);
    Values *vs = &t.vs;
    assert_int_equal(add(&t, t.x, t.y), add(&t, t.y, t.x));
    assert_int_equal(add(&t, t.x, n(&t, 0)), t.x);
    assert_int_equal(add(&t, add(&t, t.x, n(&t, 1)), n(&t, 2)), add(&t, t.x, n(&t, 3)));
    assert_int_equal(sub(&t, add(&t, t.x, n(&t, 5)), n(&t, 5)), t.x);
    assert_int_equal(sub(&t, t.x, t.x), n(&t, 0));
    assert_int_equal(sub(&t, add(&t, t.x, t.y), t.x), t.y);
    assert_int_equal(add(&t, sub(&t, t.x, t.y), t.y), t.x);
    /* Two constants whose sum overflows stay apart: the store takes signed sums as exact. */
    Val top = n(&t, INT32_MAX), twice = add(&t, add(&t, t.x, top), top);
    assert_int_equal(val_node(vs, twice)->a, add(&t, t.x, top));
    /* Unsigned ones wrap together. */
    Val one = val_int(vs, u32t, 1), all = val_int(vs, u32t, -1);
    assert_int_equal(val_binop(vs, BIN_ADD, u32t, val_binop(vs, BIN_ADD, u32t, t.u, all), one), t.u);
    assert_int_equal(val_binop(vs, BIN_SUB, u32t, t.u, one), val_binop(vs, BIN_ADD, u32t, t.u, all));

    /* comparisons: the constant on the right, one form for one meaning */
    assert_int_equal(val_cmp(vs, BIN_LT, n(&t, 10), t.x), val_cmp(vs, BIN_GT, t.x, n(&t, 10)));
    assert_int_equal(val_not(vs, val_cmp(vs, BIN_LT, t.x, t.y)), val_cmp(vs, BIN_GE, t.x, t.y));
    assert_int_equal(val_cmp(vs, BIN_EQ, t.x, t.y), val_cmp(vs, BIN_EQ, t.y, t.x));
    assert_int_equal(val_cmp(vs, BIN_GT, t.u, val_int(vs, u32t, 0)),
                     val_cmp(vs, BIN_NE, t.u, val_int(vs, u32t, 0)));
    assert_int_equal(val_cmp(vs, BIN_LT, t.u, val_int(vs, u32t, 0)), n(&t, 0));
    assert_int_equal(val_cmp(vs, BIN_EQ, add(&t, t.x, n(&t, 2)), n(&t, 5)),
                     val_cmp(vs, BIN_EQ, t.x, n(&t, 3)));
    assert_int_equal(val_cmp(vs, BIN_EQ, sub(&t, t.x, t.y), n(&t, 0)), val_cmp(vs, BIN_EQ, t.x, t.y));
    /* through conversions that keep the value */
    Val wide = val_cast(vs, vtype_off, t.x);
    assert_int_equal(val_cmp(vs, BIN_LT, wide, val_off(vs, 10)), val_cmp(vs, BIN_LT, t.x, n(&t, 10)));
    assert_int_equal(val_cmp(vs, BIN_LT, wide, val_off(vs, (i64)1 << 40)), n(&t, 1));
    assert_int_equal(val_cmp(vs, BIN_LT, wide, val_cast(vs, vtype_off, t.y)), val_cmp(vs, BIN_LT, t.x, t.y));
    /* but not through others */
    Val as_size = val_cast(vs, vtype_size, t.x);
    assert_int_equal(val_kind(vs, val_node(vs, val_cmp(vs, BIN_LT, as_size, val_int(vs, vtype_size, 10)))->a),
                     VK_CAST);

    /* conversions */
    assert_int_equal(val_cast(vs, vtype_int, wide), t.x);
    assert_int_equal(val_cast(vs, vtype_off, as_size), wide);
    Val byte = val_cast(vs, u8t, t.x);
    assert_true(val_cast(vs, vtype_int, byte) != t.x);
    assert_int_equal(val_cast(vs, u8t, val_cast(vs, vtype_int, byte)), byte);
    assert_int_equal(val_cast(vs, u8t, n(&t, 300)), val_int(vs, u8t, 44));
    assert_int_equal(val_cast(vs, boolt, n(&t, 256)), val_int(vs, boolt, 1));
    Val truth = val_cmp(vs, BIN_LT, t.x, t.y);
    assert_int_equal(val_cast(vs, vtype_int, val_cast(vs, boolt, truth)), truth);
    assert_int_equal(val_cast(vs, boolt, t.x), val_cast(vs, boolt, val_cmp(vs, BIN_NE, t.x, n(&t, 0))));

    /* truth values */
    Val other = val_cmp(vs, BIN_EQ, t.u, one);
    assert_int_equal(val_and(vs, truth, n(&t, 1)), truth);
    assert_int_equal(val_and(vs, truth, n(&t, 0)), n(&t, 0));
    assert_int_equal(val_or(vs, truth, n(&t, 1)), n(&t, 1));
    assert_int_equal(val_or(vs, truth, truth), truth);
    assert_int_equal(val_not(vs, val_not(vs, val_and(vs, truth, other))), val_and(vs, truth, other));
    assert_int_equal(val_and(vs, t.x, truth), val_and(vs, val_cmp(vs, BIN_NE, t.x, n(&t, 0)), truth));

    /* what is undefined stays */
    Val zero = n(&t, 0);
    assert_int_equal(val_kind(vs, val_binop(vs, BIN_DIV, vtype_int, n(&t, 1), zero)), VK_BINOP);
    assert_int_equal(val_kind(vs, val_binop(vs, BIN_SHL, vtype_int, n(&t, 1), n(&t, 32))), VK_BINOP);
    assert_int_equal(val_kind(vs, val_binop(vs, BIN_DIV, vtype_int, n(&t, INT32_MIN), n(&t, -1))), VK_BINOP);

    /* addresses and offsets */
    Val a = val_addr(vs, 3, val_off(vs, 4)), b = val_addr(vs, 3, wide);
    assert_int_equal(val_cmp(vs, BIN_EQ, a, b), val_cmp(vs, BIN_EQ, t.x, n(&t, 4)));
    assert_int_equal(val_addr(vs, 3, t.x), b);
    Val off = val_off_mul(vs, val_off_add(vs, t.x, val_off(vs, 1)), 4);
    assert_int_equal(off, val_off_add(vs, val_off_mul(vs, t.x, 4), val_off(vs, 4)));
    assert_int_equal(val_off_sub(vs, off, val_off_mul(vs, t.x, 4)), val_off(vs, 4));
    assert_int_equal(val_off_add(vs, val_off_add(vs, t.x, val_off(vs, 8)), t.y),
                     val_off_add(vs, val_off_add(vs, t.x, t.y), val_off(vs, 8)));
    assert_int_equal(val_cast(vs, vtype_ptr, val_cast(vs, vtype_size, a)), a);
    assert_true(val_is_null(vs, val_cast(vs, vtype_ptr, zero)));
    close_table(&t);
}

static void test_floating(void **state)
{
    (void)state;
    Table t;
    open_table(&t);
    Values *vs = &t.vs;
    Val half = val_float(vs, 0.5);
    assert_int_equal(val_cast(vs, vtype_int, val_float(vs, -3.75)), n(&t, -3));
    assert_int_equal(val_cast(vs, floating, n(&t, 2)), val_float(vs, 2));
    assert_int_equal(val_cmp(vs, BIN_LT, half, val_float(vs, 1)), n(&t, 1));
    /* out of the type's range: undefined, so unknown */
    assert_int_equal(val_kind(vs, val_cast(vs, u8t, val_float(vs, 300))), VK_SYM);
    /* of symbols: unknown, but the same each time, with taint and origin */
    SymInfo info = sym_info(SO_INPUT, vtype_int);
    info.taint = 5;
    Val in = val_sym(vs, 0, 9, 0, 0, &info), f = val_cast(vs, floating, in);
    assert_int_equal(f, val_cast(vs, floating, in));
    assert_int_equal(val_kind(vs, f), VK_SYM);
    const SymInfo *opaque = val_sym_info(vs, f);
    assert_int_equal(opaque->origin, SO_OPAQUE);
    assert_int_equal(opaque->was, in);
    assert_int_equal(opaque->taint, 5);
    assert_false(opaque->free);
    /* NaN: nothing folds */
    assert_int_equal(val_kind(vs, val_cmp(vs, BIN_EQ, f, f)), VK_BINOP);
    Val less = val_cmp(vs, BIN_LT, f, half);
    assert_int_equal(val_node(vs, val_not(vs, less))->op, UN_NOT);
    assert_int_equal(val_not(vs, val_not(vs, less)), less);
    close_table(&t);
}

/* ------------------------------------------------------------------ symbols, size, walks */

static void test_symbols(void **state)
{
    (void)state;
    Table t;
    open_table(&t);
    Values *vs = &t.vs;
    Val alts[2] = {t.x, t.y};
    SymInfo info = sym_info(SO_JOIN, vtype_int);
    info.alts = alts;
    info.n_alts = 2;
    Val j = val_sym(vs, 7, 1, 2, 3, &info);
    alts[0] = 0; /* the table has its own copy */
    assert_int_equal(val_sym_info(vs, j)->alts[0], t.x);
    assert_int_equal(val_sym(vs, 7, 1, 2, 3, &info), j);
    assert_true(val_sym(vs, 7, 1, 2, 4, &info) != j);
    assert_true(val_sym(vs, 7, 1, 1, 3, &info) != j);
    assert_true(val_sym(vs, 7, 2, 2, 3, &info) != j);
    assert_true(val_sym(vs, 8, 1, 2, 3, &info) != j);
    /* the same place as another type is another symbol */
    SymInfo other = sym_info(SO_JOIN, u8t);
    assert_true(val_sym(vs, 7, 1, 2, 3, &other) != j);
    SymInfo undef = sym_info(SO_UNDEF, vtype_int);
    Val u = val_sym(vs, 0, 50, 0, 0, &undef);
    assert_int_equal(val_kind(vs, u), VK_UNDEF);
    assert_non_null(val_sym_info(vs, u));
    assert_null(val_sym_info(vs, n(&t, 1)));
    assert_true(sym_info(SO_INPUT, vtype_int).free);
    assert_false(sym_info(SO_PARAM, vtype_int).free);
    /* declared bounds do not leave the type */
    SymInfo wide = sym_info(SO_LIBRARY, u8t);
    wide.lo = -5;
    wide.hi = 4096;
    const SymInfo *kept = val_sym_info(vs, val_sym(vs, 0, 60, 0, 0, &wide));
    assert_true(kept->lo == 0 && kept->hi == 255);
    int contents;
    Val r = val_record(vs, &contents, t.x, 24), off;
    u64 size;
    assert_ptr_equal(val_record_of(vs, r, &off, &size), &contents);
    assert_int_equal(off, t.x);
    assert_int_equal(size, 24);
    assert_null(val_record_of(vs, t.x, &off, &size));
    values_reset(vs);
    assert_int_equal(vs->nodes.n, 1);
    Val again = symbol(vs, vtype_int, 1);
    assert_int_equal(again, 1);
    close_table(&t);
}

static void test_size_limit(void **state)
{
    (void)state;
    Table t;
    open_table(&t);
    SymInfo info = sym_info(SO_INPUT, vtype_int);
    info.taint = 2;
    Val v = val_sym(&t.vs, 0, 20, 0, 0, &info);
    for (u32 i = 0; i < 5000; i++)
        v = val_binop(&t.vs, i % 2 ? BIN_MUL : BIN_XOR, vtype_int, v, symbol(&t.vs, vtype_int, 100 + i % 7));
    assert_true(val_node(&t.vs, v)->size <= LIMIT_VALUE_SIZE);
    assert_int_equal(val_node(&t.vs, v)->taint, 2); /* survives the cuts */
    v = val_addr(&t.vs, 1, v);
    assert_true(val_node(&t.vs, v)->size <= LIMIT_VALUE_SIZE);
    close_table(&t);
}

static void count_sym(void *ctx, Val sym)
{
    (void)sym;
    ++*(u32 *)ctx;
}

typedef struct Swap {
    Val from, to;
} Swap;

static Val swap(void *ctx, Val sym)
{
    const Swap *s = ctx;
    return sym == s->from ? s->to : sym;
}

/* A ValSymTest: counts what it is asked about; true of ctx's `wanted`. */
typedef struct Asked {
    const Values *vs;
    Val wanted;
    u32 n;
} Asked;

static bool is_wanted(void *ctx, Val sym, const SymInfo *info)
{
    Asked *a = ctx;
    a->n++;
    assert_ptr_equal(info, val_sym_info(a->vs, sym));
    return sym == a->wanted;
}

static void test_finds(void **state)
{
    (void)state;
    Table t;
    open_table(&t);
    Values *vs = &t.vs;
    SymInfo rounds = sym_info(SO_TRIP, vtype_int);
    Val trip = val_sym(vs, 0, 4, 0, 0, &rounds), param = t.x;
    Val v = val_binop(vs, BIN_DIV, vtype_int, val_unop(vs, UN_BITNOT, vtype_int, trip), param);
    Asked a = {vs, param, 0};
    assert_int_equal(val_find_sym(vs, v, is_wanted, &a), param);
    a = (Asked){vs, trip, 0};
    assert_int_equal(val_find_sym(vs, val_cmp(vs, BIN_LT, trip, v), is_wanted, &a), trip);
    assert_int_equal(a.n, 1); /* nothing is asked behind the answer */
    a = (Asked){vs, t.u, 0};
    assert_int_equal(val_find_sym(vs, v, is_wanted, &a), VAL_NONE);
    assert_int_equal(a.n, 2);
    assert_int_equal(val_find_sym(vs, v, NULL, NULL), trip);
    assert_int_equal(val_find_sym(vs, n(&t, 7), NULL, NULL), VAL_NONE);
    assert_int_equal(val_find_sym(vs, VAL_NONE, NULL, NULL), VAL_NONE);
    assert_int_equal(val_sym_of(vs, v, SO_TRIP), trip);
    assert_int_equal(val_sym_of(vs, v, SO_WIDE), VAL_NONE);
    assert_int_equal(val_sym_unfree(vs, v), param);
    assert_int_equal(val_sym_unfree(vs, trip), VAL_NONE);
    close_table(&t);
}

static void test_walks(void **state)
{
    (void)state;
    Table t;
    open_table(&t);
    Values *vs = &t.vs;
    Val v = val_binop(vs, BIN_MUL, vtype_int, add(&t, t.x, t.y), sub(&t, t.x, n(&t, 1)));
    u32 syms = 0;
    val_each_sym(vs, v, count_sym, &syms);
    assert_int_equal(syms, 2); /* x once */
    assert_true(val_mentions(vs, v, t.x));
    assert_false(val_mentions(vs, v, t.u));
    Swap s = {t.x, n(&t, 3)};
    Val want = val_binop(vs, BIN_MUL, vtype_int, add(&t, n(&t, 3), t.y), n(&t, 2));
    assert_int_equal(val_substitute(vs, v, swap, &s), want);
    s = (Swap){t.u, t.x};
    assert_int_equal(val_substitute(vs, v, swap, &s), v);
    s = (Swap){t.x, t.y};
    Val at = val_addr(vs, 2, val_off_mul(vs, t.x, 8));
    assert_int_equal(val_substitute(vs, at, swap, &s), val_addr(vs, 2, val_off_mul(vs, t.y, 8)));
    close_table(&t);
}

/* ------------------------------------------------------------------ texts */

static Val named(Table *t, const char *name, VType type, IrVar *var)
{
    *var = (IrVar){.name = intern_str(name)};
    SymInfo info = sym_info(SO_PARAM, type);
    info.var = var;
    return val_sym(&t->vs, 0, (u32)var->name + 1000, 0, 0, &info);
}

static void assert_text(Table *t, Val v, const char *want)
{
    Sb out;
    sb_init(&out);
    val_text(&t->vs, v, &out);
    assert_string_equal(out.s, want);
    sb_release(&out);
}

static void test_texts(void **state)
{
    (void)state;
    Table t;
    open_table(&t);
    Values *vs = &t.vs;
    IrVar vars[2];
    Val len = named(&t, "len", vtype_int, &vars[0]), max = named(&t, "max", vtype_int, &vars[1]);
    assert_text(&t, len, "len");
    assert_text(&t, n(&t, -7), "-7");
    assert_text(&t, val_int(vs, vtype_size, -1), "18446744073709551615");
    assert_text(&t, val_null(vs), "NULL");
    assert_text(&t, add(&t, len, n(&t, 1)), "len + 1");
    assert_text(&t, sub(&t, len, n(&t, 1)), "len - 1");
    assert_text(&t, val_binop(vs, BIN_MUL, vtype_int, add(&t, len, max), n(&t, 4)), "(len + max) * 4");
    assert_text(&t, sub(&t, len, sub(&t, n(&t, 4), max)), "len - (4 - max)");
    assert_text(&t, val_cmp(vs, BIN_LT, n(&t, 10), len), "len > 10");
    assert_text(&t, val_cast(vs, vtype_size, len), "len");
    assert_text(&t, val_cast(vs, u8t, len), "(unsigned char)len");
    Val both = val_and(vs, val_cmp(vs, BIN_GE, len, n(&t, 0)), val_cmp(vs, BIN_LT, len, max));
    assert_text(&t, both, "len >= 0 && len < max");
    Val size = val_cast(vs, vtype_size, len);
    assert_text(&t, val_binop(vs, BIN_SUB, vtype_size, size, val_int(vs, vtype_size, 1)), "len - 1");
    SymInfo info = sym_info(SO_INPUT, vtype_off);
    info.name = intern_str("recv");
    assert_text(&t, val_sym(vs, 0, 5, 0, 0, &info), "result of recv");
    info = sym_info(SO_MEMORY, vtype_int);
    info.name = intern_str("count");
    assert_text(&t, val_sym(vs, 0, 6, 0, 0, &info), "count");
    assert_text(&t, val_addr(vs, 1, val_off(vs, 8)), "an address + 8");
    close_table(&t);
}

static void test_types(void **state)
{
    (void)state;
    TypeTable tt;
    type_table_init(&tt, target_find("LP64"), false);
    VType t = vtype_of(&tt, TYPE_USHORT);
    assert_true(t.width == 16 && !t.sgn && !t.ptr && !t.loose);
    t = vtype_of(&tt, TYPE_BOOL);
    assert_true(t.width == 1 && !t.sgn);
    t = vtype_of(&tt, type_ptr(&tt, TYPE_CHAR));
    assert_true(t.width == 64 && t.ptr && !t.sgn);
    t = vtype_of(&tt, TYPE_UNKNOWN);
    assert_true(t.width == 64 && t.sgn && t.loose);
    assert_int_equal(vtype_of(&tt, TYPE_DOUBLE).width, 0);
    assert_int_equal(vtype_of(&tt, TYPE_INT128).width, 0);
    assert_true(vtype_max(vtype_size) == (i128)UINT64_MAX && vtype_min(vtype_size) == 0);
    assert_true(vtype_max(vtype_off) == INT64_MAX && vtype_min(vtype_off) == INT64_MIN);
    assert_true(vtype_max(boolt) == 1);
    type_table_release(&tt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_makers_are_exact),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_floating),
        cmocka_unit_test(test_symbols),
        cmocka_unit_test(test_size_limit),
        cmocka_unit_test(test_walks),
        cmocka_unit_test(test_finds),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_types),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
