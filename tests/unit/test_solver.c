/* The solver and the search for values: exactness against brute force, joins, undefined arithmetic, repeatability. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/model.h"
#include "engine/run.h"
#include "engine/solver_backend.h"

static const VType u8t = {.width = 8}, i8t = {.width = 8, .sgn = true};

static Run run;
static State state;
static Arena witness_arena;
static Solver *solver;
static u32 n_symbols;

static int set_up(void **unused)
{
    (void)unused;
    memset(&run, 0, sizeof run);
    memset(&state, 0, sizeof state);
    arena_init(&run.arena);
    arena_init(&witness_arena);
    values_init(&run.values, &run.arena, NULL);
    objects_init(&run.objects);
    cs_init(&state.store);
    solver = solver_new(true);
    n_symbols = 0;
    return 0;
}

static int tear_down(void **unused)
{
    (void)unused;
    solver_free(solver);
    for (u32 i = 0; i < run.joins.n; i++)
        vec_release(&run.joins.at[i].syms);
    vec_release(&run.joins);
    objects_release(&run.objects);
    values_release(&run.values);
    arena_release(&run.arena);
    arena_release(&witness_arena);
    return 0;
}

static Val symbol(SymOrigin origin, VType t)
{
    SymInfo info = sym_info(origin, t);
    return val_sym(&run.values, 0, ++n_symbols, 0, 0, &info);
}

static void push_step(Step s)
{
    Step *step = arena_new(&run.arena, Step);
    *step = s;
    step->before = state.path;
    state.path = step;
    state.n_steps++;
}

static void suppose(Val cond, bool truth)
{
    push_step((Step){.kind = STEP_ASSUME, .v = cond, .flag = truth});
}

static Val number(VType t, i64 n)
{
    return val_int(&run.values, t, n);
}

static Val compare(IrBinop op, Val a, i64 n)
{
    return val_cmp(&run.values, op, a, number(val_type(&run.values, a), n));
}

static Solved ask(Val cond, Witness *w)
{
    return solver_path(solver, &run, &state, (PathQuestion){.cond = cond}, &witness_arena, w);
}

/* What the answer is when only a solver can give it. */
static Solved only_solver(Solved answer)
{
    return solver_available() ? answer : SOLVED_UNKNOWN;
}

static void witness_is_small(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int);
    Witness w;
    suppose(compare(BIN_GT, x, 300), true);
    assert_int_equal(ask(compare(BIN_LE, x, 100000), &w), SOLVED_FEASIBLE);
    assert_int_equal(w.n, 1);
    assert_int_equal(w.at[0].sym, x);
    assert_int_equal(w.at[0].value, 301);
}

static void contradictions_are_found(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int), y = symbol(SO_INPUT, vtype_int);
    Witness w;
    suppose(val_cmp(&run.values, BIN_LT, x, y), true);
    assert_int_equal(ask(val_cmp(&run.values, BIN_GE, x, y), &w), only_solver(SOLVED_INFEASIBLE));
    assert_int_equal(ask(val_cmp(&run.values, BIN_NE, x, y), &w), SOLVED_FEASIBLE);
}

static void conversions_are_those_of_c(void **unused)
{
    (void)unused;
    Values *vs = &run.values;
    Val c = symbol(SO_INPUT, u8t);
    Val more = val_binop(vs, BIN_ADD, vtype_int, val_cast(vs, vtype_int, c), number(vtype_int, 1));
    Witness w;
    assert_int_equal(ask(compare(BIN_EQ, more, 0), &w), only_solver(SOLVED_INFEASIBLE));
    assert_int_equal(ask(compare(BIN_EQ, val_cast(vs, u8t, more), 0), &w), SOLVED_FEASIBLE);
    assert_int_equal(w.at[0].value, 255);
    /* (unsigned)-1 is large: the sign of the source extends. */
    Val s = symbol(SO_INPUT, i8t);
    VType u32t = {.width = 32};
    suppose(compare(BIN_LT, s, 0), true);
    assert_int_equal(ask(compare(BIN_LT, val_cast(vs, u32t, s), 1000), &w), only_solver(SOLVED_INFEASIBLE));
}

/* What the path computed was defined; only the question may be about an overflow. */
static void signed_overflow_is_no_way_out(void **unused)
{
    (void)unused;
    Values *vs = &run.values;
    Val x = symbol(SO_INPUT, vtype_int), y = symbol(SO_INPUT, vtype_int);
    Val sum = val_binop(vs, BIN_ADD, vtype_int, x, y);
    Val wrapped = val_and(vs, compare(BIN_GT, y, 0), val_cmp(vs, BIN_LT, sum, x));
    Witness w;
    assert_int_equal(ask(wrapped, &w), SOLVED_FEASIBLE);
    suppose(wrapped, true);
    Val other = symbol(SO_INPUT, vtype_int);
    assert_int_equal(ask(compare(BIN_EQ, other, 1), &w), only_solver(SOLVED_INFEASIBLE));
}

static void products_are_solved(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int);
    Val square = val_binop(&run.values, BIN_MUL, vtype_int, x, x);
    Witness w;
    suppose(compare(BIN_GT, x, 0), true);
    assert_int_equal(ask(compare(BIN_EQ, square, 5041), &w), only_solver(SOLVED_FEASIBLE));
    if (solver_available())
        assert_int_equal(w.at[0].value, 71);
    assert_int_equal(ask(compare(BIN_EQ, square, 5042), &w), only_solver(SOLVED_INFEASIBLE));
}

static void without_solver_only_values_are_tried(void **unused)
{
    (void)unused;
    Solver *off = solver_new(false);
    Val x = symbol(SO_INPUT, vtype_int), y = symbol(SO_INPUT, vtype_int);
    Witness w;
    suppose(val_cmp(&run.values, BIN_LT, x, y), true);
    PathQuestion large = {.cond = compare(BIN_GT, x, 7)},
                 not_less = {.cond = val_cmp(&run.values, BIN_GE, x, y)};
    assert_int_equal(solver_path(off, &run, &state, large, &witness_arena, &w), SOLVED_FEASIBLE);
    assert_int_equal(w.n, 2);
    assert_true(w.at[0].value > 7 && w.at[1].value > w.at[0].value);
    assert_int_equal(solver_path(off, &run, &state, not_less, &witness_arena, &w), SOLVED_UNKNOWN);
    solver_free(off);
}

static Val join_symbol(u32 join, i64 first, i64 second)
{
    SymInfo info = sym_info(SO_JOIN, vtype_int);
    info.join = join;
    info.n_alts = 2;
    info.alts = arena_array(&run.arena, Val, 2);
    info.alts[0] = number(vtype_int, first);
    info.alts[1] = number(vtype_int, second);
    return val_sym(&run.values, 0, ++n_symbols, 0, 0, &info);
}

static void joined_values_go_together(void **unused)
{
    (void)unused;
    if (!solver_available())
        skip();
    Values *vs = &run.values;
    Val a = join_symbol(1, 1, 2), b = join_symbol(1, 10, 20), c = join_symbol(2, 5, 6);
    Witness w;
    assert_int_equal(ask(compare(BIN_EQ, a, 3), &w), SOLVED_INFEASIBLE);
    assert_int_equal(ask(val_and(vs, compare(BIN_EQ, a, 1), compare(BIN_EQ, b, 10)), &w), SOLVED_FEASIBLE);
    assert_int_equal(ask(val_and(vs, compare(BIN_EQ, a, 1), compare(BIN_EQ, b, 20)), &w), SOLVED_INFEASIBLE);
    assert_int_equal(ask(val_and(vs, compare(BIN_EQ, a, 1), compare(BIN_EQ, c, 6)), &w), SOLVED_FEASIBLE);
    JoinMask second = {.join = 1, .mask = 2};
    state.joins = &second;
    assert_int_equal(ask(compare(BIN_EQ, b, 10), &w), SOLVED_INFEASIBLE);
    assert_int_equal(ask(compare(BIN_EQ, b, 20), &w), SOLVED_FEASIBLE);
}

static void what_one_of_the_joined_paths_assumed_does_not_hold(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int);
    Witness w;
    suppose(compare(BIN_EQ, x, 5), true);
    assert_int_equal(ask(compare(BIN_EQ, x, 6), &w), only_solver(SOLVED_INFEASIBLE));
    push_step((Step){.kind = STEP_JOIN});
    assert_int_equal(ask(compare(BIN_EQ, x, 6), &w), SOLVED_FEASIBLE);
}

/* ---- histories of joined states ---- */

/* Joins two paths; the state goes on with the history of the first. What they knew is not kept, unless there are stores. */
static u32 join_paths(const Step *first, const Step *second, const Store *stores)
{
    if (!run.joins.n)
        vec_push(&run.joins, (JoinInfo){0});
    const Step **paths = arena_array(&run.arena, const Step *, 2);
    paths[0] = first;
    paths[1] = second;
    u32 join = run.joins.n;
    vec_push(&run.joins, ((JoinInfo){.n = 2, .paths = paths, .stores = stores}));
    state.path = first;
    push_step((Step){.kind = STEP_JOIN, .join = join});
    return join;
}

/* The history on which a condition is true or false, behind the one that the state has. */
static const Step *history(Val cond, bool truth)
{
    const Step *before = state.path;
    suppose(cond, truth);
    const Step *made = state.path;
    state.path = before;
    return made;
}

static void the_history_that_fits_is_found(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int);
    Val small = compare(BIN_LT, x, 10);
    const Step *first = history(small, true), *second = history(small, false);
    u32 join = join_paths(first, second, NULL);
    Val left = join_symbol(join, 1, 2);
    Witness w;
    /* The state's own comes first. */
    assert_int_equal(ask(compare(BIN_NE, x, 100), &w), SOLVED_FEASIBLE);
    assert_int_equal(w.n_choices, 1);
    assert_int_equal(w.choices[0].alt, 0);
    assert_true(w.at[0].value < 10);
    /* Only the second. */
    assert_int_equal(ask(compare(BIN_EQ, x, 12), &w), SOLVED_FEASIBLE);
    assert_int_equal(w.n_choices, 1);
    assert_int_equal(w.choices[0].join, join);
    assert_int_equal(w.choices[0].alt, 1);
    StepList steps = {0};
    path_linear(&run, &state, w.choices, w.n_choices, 100, &steps);
    assert_int_equal(steps.n, 1);
    assert_ptr_equal(steps.at[0], second);
    vec_release(&steps);
    i128 value;
    assert_true(model_eval(&run, &w, left, &value) && value == 2);
    /* Joined values are those of the history: each is possible, not both. */
    Val both = val_and(&run.values, compare(BIN_EQ, left, 1), compare(BIN_EQ, x, 12));
    assert_int_equal(ask(both, &w), only_solver(SOLVED_INFEASIBLE));
    Val fits = val_and(&run.values, compare(BIN_EQ, left, 2), compare(BIN_EQ, x, 12));
    assert_int_equal(ask(fits, &w), SOLVED_FEASIBLE);
    assert_int_equal(w.choices[0].alt, 1);
    /* A condition behind the join rules the second out. */
    suppose(compare(BIN_EQ, left, 1), true);
    assert_int_equal(ask(compare(BIN_EQ, x, 12), &w), only_solver(SOLVED_INFEASIBLE));
    assert_int_equal(ask(compare(BIN_EQ, x, 9), &w), SOLVED_FEASIBLE);
    /* So does a mask. */
    JoinMask only_second = {.join = join, .mask = 2};
    state.joins = &only_second;
    assert_int_equal(ask(compare(BIN_EQ, x, 9), &w), only_solver(SOLVED_INFEASIBLE));
}

/* What a joined path knew without a branch that shows it. */
static void joined_paths_know_what_they_knew(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int), y = symbol(SO_INPUT, vtype_int);
    StoreCtx c = {&run.values, &run.arena};
    Store *stores = arena_array(&run.arena, Store, 2);
    cs_init(&stores[0]);
    cs_init(&stores[1]);
    assert_true(cs_assume(&c, &stores[0], compare(BIN_LT, x, 0), true));
    assert_true(cs_assume(&c, &stores[1], val_cmp(&run.values, BIN_LT, x, y), true));
    const Step *first = history(compare(BIN_EQ, y, 1), true), *second = history(compare(BIN_EQ, y, 1), false);
    join_paths(first, second, stores);
    Witness w;
    assert_int_equal(ask(compare(BIN_GT, x, 5), &w), SOLVED_FEASIBLE);
    assert_int_equal(w.choices[0].alt, 1);
    i128 of_x, of_y;
    assert_true(model_eval(&run, &w, x, &of_x) && model_eval(&run, &w, y, &of_y) && of_x < of_y);
    suppose(compare(BIN_LE, y, 3), true);
    assert_int_equal(ask(compare(BIN_GT, x, 5), &w), SOLVED_INFEASIBLE); /* no solver is needed for that */
}

static void joins_of_joined_paths(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int), y = symbol(SO_INPUT, vtype_int);
    Val even = compare(BIN_EQ, x, 2), large = compare(BIN_GT, y, 7);
    u32 inner = join_paths(history(even, true), history(even, false), NULL);
    Val of_inner = join_symbol(inner, 20, 30);
    const Step *joined = state.path;
    const Step *first = history(large, true);
    state.path = NULL;
    const Step *second = history(compare(BIN_EQ, x, 50), true);
    state.path = joined;
    u32 outer = join_paths(first, second, NULL);
    /* Through the first of the outer join both of the inner one are possible, through the second none. */
    Witness w;
    assert_int_equal(ask(compare(BIN_EQ, of_inner, 30), &w), SOLVED_FEASIBLE);
    assert_int_equal(w.n_choices, 2);
    assert_int_equal(w.choices[0].join, outer);
    assert_int_equal(w.choices[0].alt, 0);
    assert_int_equal(w.choices[1].join, inner);
    assert_int_equal(w.choices[1].alt, 1);
    i128 of_y;
    assert_true(model_eval(&run, &w, y, &of_y) && of_y > 7);
    suppose(compare(BIN_LT, y, 3), true);
    assert_int_equal(ask(compare(BIN_EQ, x, 50), &w), SOLVED_FEASIBLE);
    assert_int_equal(w.n_choices, 1);
    assert_int_equal(w.choices[0].alt, 1);
    assert_int_equal(ask(compare(BIN_EQ, x, 2), &w), only_solver(SOLVED_INFEASIBLE));
}

/* There are too many histories to try them all, but none of the joins has to do with the contradiction. */
static void a_contradiction_behind_many_joins(void **unused)
{
    (void)unused;
    enum { JOINS = 12 };
    Val x = symbol(SO_INPUT, vtype_int), y = symbol(SO_INPUT, vtype_int);
    suppose(val_cmp(&run.values, BIN_LT, x, y), true);
    for (u32 i = 0; i < JOINS; i++) {
        Val other = compare(BIN_EQ, symbol(SO_INPUT, vtype_int), 0);
        join_paths(history(other, true), history(other, false), NULL);
    }
    Witness w;
    assert_int_equal(ask(val_cmp(&run.values, BIN_GE, x, y), &w), only_solver(SOLVED_INFEASIBLE));
    assert_int_equal(ask(val_cmp(&run.values, BIN_LE, x, y), &w), only_solver(SOLVED_FEASIBLE));
}

/* What was given up of a joined value: it fits every history, and no history shows that it has this value. */
static void lost_alternatives_prove_nothing(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int);
    const Step *first = history(compare(BIN_EQ, x, 1), true), *second = history(compare(BIN_EQ, x, 2), true);
    join_paths(first, second, NULL);
    SymInfo info = sym_info(SO_JOIN, vtype_int);
    Val lost = val_sym(&run.values, 0, ++n_symbols, 0, 0, &info);
    Witness w;
    assert_int_equal(ask(compare(BIN_EQ, lost, 3), &w), only_solver(SOLVED_DOUBTFUL));
    assert_true(!solver_available() || w.why == WHY_LOOP);
}

/* A finding does not rest on a path of which it is open whether it is possible. */
static void weak_paths_are_doubtful(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int);
    const Step *first = history(compare(BIN_EQ, x, 1), true), *second = history(compare(BIN_EQ, x, 2), true);
    u32 join = join_paths(first, second, NULL);
    run.joins.at[join].weak = 2;
    run.joins.at[join].why = WHY_BUDGET;
    Witness w;
    assert_int_equal(ask(compare(BIN_EQ, x, 1), &w), SOLVED_FEASIBLE);
    assert_int_equal(ask(compare(BIN_EQ, x, 2), &w), only_solver(SOLVED_DOUBTFUL));
    assert_true(!solver_available() || w.why == WHY_BUDGET);
}

static void what_must_be_undefined_chooses(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int);
    const Step *first = history(compare(BIN_EQ, x, 1), true), *second = history(compare(BIN_EQ, x, 2), true);
    u32 join = join_paths(first, second, NULL);
    SymInfo undef = sym_info(SO_UNDEF, vtype_int);
    Val nothing = val_sym(&run.values, 0, ++n_symbols, 0, 0, &undef);
    Val alts[] = {number(vtype_int, 0), nothing};
    SymInfo info = sym_info(SO_JOIN, vtype_int);
    info.join = join;
    info.alts = alts;
    info.n_alts = 2;
    Val v = val_sym(&run.values, 0, ++n_symbols, 0, 0, &info);
    Witness w;
    PathQuestion q = {.undefined = v};
    assert_int_equal(solver_path(solver, &run, &state, q, &witness_arena, &w), SOLVED_FEASIBLE);
    assert_int_equal(w.choices[0].alt, 1);
    suppose(compare(BIN_EQ, x, 1), true);
    assert_int_equal(solver_path(solver, &run, &state, q, &witness_arena, &w),
                     only_solver(SOLVED_INFEASIBLE));
}

/* Whether a call that is not followed changed a value is nobody's to say. */
static void changes_by_unknown_calls_are_doubtful(void **unused)
{
    (void)unused;
    Val before = symbol(SO_MEMORY, vtype_int);
    SymInfo info = sym_info(SO_HAVOC, vtype_int);
    info.was = before;
    Val after = val_sym(&run.values, 0, ++n_symbols, 0, 0, &info);
    Witness w;
    suppose(compare(BIN_GT, before, 10), true);
    assert_int_equal(ask(compare(BIN_GT, after, 20), &w), SOLVED_FEASIBLE);
    assert_int_equal(ask(compare(BIN_LT, after, 10), &w), only_solver(SOLVED_DOUBTFUL));
    suppose(compare(BIN_NE, after, 3), true);
    assert_int_equal(ask(compare(BIN_EQ, after, 3), &w), only_solver(SOLVED_INFEASIBLE));
}

static void objects_have_addresses_of_their_own(void **unused)
{
    (void)unused;
    if (!solver_available())
        skip();
    Values *vs = &run.values;
    ObjId first = obj_get(&run.objects, 1, &(Obj){.kind = OBJ_VAR, .never_null = true});
    ObjId second = obj_get(&run.objects, 2, &(Obj){.kind = OBJ_VAR, .never_null = true});
    Val p = symbol(SO_PARAM, vtype_ptr), q = symbol(SO_PARAM, vtype_ptr), w_off = val_off(vs, 0);
    Witness w;
    suppose(val_cmp(vs, BIN_EQ, p, val_addr(vs, first, w_off)), true);
    assert_int_equal(ask(val_cmp(vs, BIN_EQ, p, val_null(vs)), &w), SOLVED_INFEASIBLE);
    suppose(val_cmp(vs, BIN_EQ, q, val_addr(vs, second, w_off)), true);
    assert_int_equal(ask(val_cmp(vs, BIN_EQ, p, q), &w), SOLVED_INFEASIBLE);
    assert_int_equal(ask(val_cmp(vs, BIN_NE, p, q), &w), SOLVED_FEASIBLE);
}

/* ---- against brute force ---- */

static u64 seed;

static u32 random_below(u32 n)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (u32)(seed >> 33) % n;
}

static Val random_value(const Val *syms, VType t, u32 depth)
{
    Values *vs = &run.values;
    static const IrBinop ops[] = {BIN_ADD, BIN_SUB, BIN_MUL, BIN_AND, BIN_OR,
                                  BIN_XOR, BIN_DIV, BIN_REM, BIN_SHL, BIN_SHR};
    u32 pick = random_below(10);
    if (depth == 0 || pick < 2)
        return pick & 1 ? number(t, (i64)random_below(256) - 128) : val_cast(vs, t, syms[random_below(2)]);
    if (pick == 2)
        return val_unop(vs, random_below(2) ? UN_NEG : UN_BITNOT, t, random_value(syms, t, depth - 1));
    if (pick == 3) {
        static const VType others[] = {
            {.width = 8}, {.width = 8, .sgn = true}, {.width = 16}, {.width = 32, .sgn = true}};
        return val_cast(vs, t, random_value(syms, others[random_below(4)], depth - 1));
    }
    IrBinop op = ops[random_below(LENGTH(ops))];
    Val a = random_value(syms, t, depth - 1);
    /* What C does not define is no subject here. */
    if (op == BIN_DIV || op == BIN_REM)
        return val_binop(vs, op, t, a, number(t, 1 + random_below(100)));
    if (op == BIN_SHL || op == BIN_SHR)
        return val_binop(vs, op, t, a, number(t, random_below(t.width)));
    return val_binop(vs, op, t, a, random_value(syms, t, depth - 1));
}

static Val random_cond(const Val *syms)
{
    static const VType types[] = {{.width = 8}, {.width = 8, .sgn = true}, {.width = 16}, {.width = 32}};
    Values *vs = &run.values;
    VType t = types[random_below(4)];
    IrBinop op = (IrBinop)(BIN_EQ + random_below(6));
    Val cond = val_cmp(vs, op, random_value(syms, t, 2), random_value(syms, t, 2));
    return random_below(4) ? cond : val_not(vs, cond);
}

static bool holds(const Val *syms, const Val *conds, u32 n, i64 x, i64 y)
{
    WitnessValue values[] = {{syms[0], x}, {syms[1], y}};
    Witness w = {.at = values, .n = 2};
    i128 truth;
    for (u32 i = 0; i < n; i++)
        if (!model_eval(&run, &w, conds[i], &truth) || !truth)
            return false;
    return true;
}

/* One set of conditions, as a question rather than a path, so that signed arithmetic wraps as model_eval computes it. False: too large
 * for one value. */
static bool compare_with_brute_force(u32 *n_possible)
{
    enum { CONDS = 3 };
    Val syms[] = {symbol(SO_INPUT, u8t), symbol(SO_INPUT, i8t)};
    Val conds[CONDS], all = number(vtype_int, 1);
    for (u32 i = 0; i < CONDS; i++) {
        conds[i] = random_cond(syms);
        all = val_and(&run.values, all, conds[i]);
    }
    bool possible = false;
    if (val_sym_of(&run.values, all, SO_OPAQUE))
        return false;
    for (i64 x = 0; x < 256 && !possible; x++)
        for (i64 y = -128; y < 128 && !possible; y++)
            possible = holds(syms, conds, CONDS, x, y);
    *n_possible += possible;
    PathConds p;
    Witness w = {0};
    path_conds_init(&p, &run, &state, all, NULL, 0);
    if (solver_available())
        assert_int_equal(solver_decide(&p, &witness_arena, &w),
                         possible ? SOLVED_FEASIBLE : SOLVED_INFEASIBLE);
    for (u32 tried = 0; tried < 2; tried++) {
        bool found = tried ? model_guess(&p, &witness_arena, &w) : solver_available() && possible;
        if (!found)
            continue;
        assert_true(possible);
        i128 truth = 1;
        if (p.at.n)
            assert_true(model_eval(&run, &w, all, &truth));
        assert_true(truth != 0);
    }
    path_conds_release(&p);
    return true;
}

static void answers_agree_with_brute_force(void **unused)
{
    (void)unused;
    u32 n = 0, n_possible = 0;
    for (u32 round = 0; round < 400; round++) {
        seed = round * 7919 + 1;
        n += compare_with_brute_force(&n_possible);
    }
    assert_true(n > 300 && n_possible > 50 && n_possible < n - 50);
}

static void answers_are_repeatable(void **unused)
{
    (void)unused;
    Val x = symbol(SO_INPUT, vtype_int), y = symbol(SO_INPUT, vtype_int);
    Val product = val_binop(&run.values, BIN_MUL, vtype_int, x, y);
    suppose(compare(BIN_GT, product, 777), true);
    suppose(compare(BIN_LT, val_binop(&run.values, BIN_ADD, vtype_int, x, y), 60), true);
    Witness first, again;
    Solved answer = ask(compare(BIN_NE, x, 1), &first);
    Solver *other = solver_new(true);
    PathQuestion not_one = {.cond = compare(BIN_NE, x, 1)};
    assert_int_equal(solver_path(other, &run, &state, not_one, &witness_arena, &again), answer);
    assert_int_equal(first.n, again.n);
    for (u32 i = 0; i < first.n; i++) {
        assert_int_equal(first.at[i].sym, again.at[i].sym);
        assert_int_equal(first.at[i].value, again.at[i].value);
    }
    solver_free(other);
}

int main(void)
{
#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        EACH(witness_is_small),
        EACH(contradictions_are_found),
        EACH(conversions_are_those_of_c),
        EACH(signed_overflow_is_no_way_out),
        EACH(products_are_solved),
        EACH(without_solver_only_values_are_tried),
        EACH(joined_values_go_together),
        EACH(what_one_of_the_joined_paths_assumed_does_not_hold),
        EACH(the_history_that_fits_is_found),
        EACH(joined_paths_know_what_they_knew),
        EACH(joins_of_joined_paths),
        EACH(a_contradiction_behind_many_joins),
        EACH(lost_alternatives_prove_nothing),
        EACH(weak_paths_are_doubtful),
        EACH(what_must_be_undefined_chooses),
        EACH(changes_by_unknown_calls_are_doubtful),
        EACH(objects_have_addresses_of_their_own),
        EACH(answers_agree_with_brute_force),
        EACH(answers_are_repeatable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
