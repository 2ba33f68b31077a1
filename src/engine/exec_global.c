/*
 * What is known at the entry of a run: the content of globals that keep their initialisers, main's parameters, and what attributes say of
 * parameters. Called by run.c and exec_exp.c.
 */
#include "base/limits.h"
#include "engine/explore.h"
#include "engine/taint.h"

#define INIT_INSTS 200 /* of an initialiser that is executed */

/* ---- globals ---- */

/* Executes the initialiser in a state of its own; false: it is not a plain list of stores. */
static bool run_initialiser(Run *r, const IrGlobal *g, ObjId o)
{
    const IrFunction *f = g->init;
    if (f->n_insts > INIT_INSTS || f->n_blocks == 0)
        return false;
    Explore *ex = r->explore;
    State *s = st_new(r, st_frame(r, NULL, f, NULL, map_mix(KEY_MAIN ^ g->id)));
    Walk w = {.r = r, .plan = explore_plan(r, f), .entered = true, .outer = ex->walk};
    StateList *again = ex->again, none = {0};
    ex->walk = &w;
    ex->again = NULL;
    ex->quiet++;
    bool plain = true;
    for (const IrInst *i = f->blocks[0]->first; i && plain; i = i->next) {
        Where at = {f, f->blocks[0], i, NULL, i->node};
        if (i->op == II_GOTO || i->op == II_RETURN || i->op == II_UNREACHABLE)
            plain = i->next == NULL && i->op != II_GOTO;
        else
            plain = (i->op == II_STORE || i->op == II_LOAD || i->op == II_NOP) &&
                    exec_inst(r, s, &at, &none, &none);
    }
    ex->quiet--;
    ex->again = again;
    ex->walk = w.outer;
    if (!plain)
        return false;
    st_set_initial(r, s, o);
    return true;
}

void exec_use_global(Run *r, State *s, const IrGlobal *g, ObjId o)
{
    (void)s;
    u32 *slot = map_slot(&r->explore->globals, g->id, 0);
    if (*slot || g->is_function)
        return;
    *slot = 1; /* first: an initialiser may mention its own object */
    if (type_get(&r->unit->types, g->type)->quals & TQ_VOLATILE)
        return;
    i64 value;
    bool fixed = g->is_const || (r->facts && facts_never_written(r->facts, r->unit, g));
    if (!fixed)
        return;
    VType t = vtype_of(&r->unit->types, g->type);
    if (t.width && !t.ptr && !t.loose && r->facts && facts_constant(r->facts, r->unit, g, &value)) {
        State *init = st_new(r, st_frame(r, NULL, r->f, NULL, 0));
        st_store(r, init, o, val_off(&r->values, 0), g->type, val_int(&r->values, t, value));
        st_set_initial(r, init, o);
        return;
    }
    if (g->init) {
        (void)run_initialiser(r, g, o);
    } else if (g->defined_here && !g->is_extern &&
               r->unit->unit->lang == LANG_C) { /* without an initialiser: zero */
        State *init = st_new(r, st_frame(r, NULL, r->f, NULL, 0));
        Values *vs = &r->values;
        st_fill(r, init, o, val_off(vs, 0), 0, CONTENT_FILL, val_int(vs, vtype_int, 0), 0, 0);
        st_set_initial(r, init, o);
    }
}

/* ---- parameters ---- */

#define MAIN_ARGUMENTS 16 /* elements of argv that are told apart */

static Val input(Run *r, u32 slot, VType t, const IrVar *v, TaintMask taint, i64 lo, i64 hi)
{
    SymInfo info = sym_info(SO_INPUT, t);
    info.var = v;
    info.node = v->node;
    info.taint = taint;
    info.lo = MAX(info.lo, (i128)lo);
    info.hi = MIN(info.hi, (i128)hi);
    return val_sym(&r->values, KEY_MAIN, slot, v->id, 0, &info);
}

/* char *argv[]: strings that whoever starts the program chooses. */
static void command_line(Run *r, State *s, const IrVar *v, TaintMask taint)
{
    Values *vs = &r->values;
    TypeTable *tt = &r->unit->types;
    TypeId array = type_of(tt, v->type), text = type_of(tt, array);
    if (type_kind(tt, v->type) != TY_PTR || type_kind(tt, array) != TY_PTR)
        return;
    ObjId all, one;
    Val off, zero = val_off(vs, 0);
    SymInfo where = sym_info(SO_PARAM, vtype_ptr);
    where.var = v;
    where.lo = 1;
    where.node = v->node;
    Val argv = st_pointee(r, val_sym(vs, KEY_MAIN, 1, v->id, 0, &where), array);
    if (!st_points_to(r, s, argv, &all, &off))
        return;
    Val source = input(r, 2, vtype_of(tt, text), v, taint, INT64_MIN, INT64_MAX);
    st_store(r, s, st_var_obj(r, s, v), zero, v->type, argv);
    for (u32 i = 0; i < MAIN_ARGUMENTS; i++) {
        Val p = st_pointee(r, input(r, 16 + i, vtype_ptr, v, taint, 1, INT64_MAX), text);
        if (!st_points_to(r, s, p, &one, &off))
            return;
        st_fill(r, s, one, zero, 0, CONTENT_SOME, source, taint, 16 + i);
        st_store(r, s, all, val_off(vs, (i64)i * 8), array, p);
    }
}

static void parameters_of_main(Run *r, State *s)
{
    const IrFunction *f = r->f;
    TypeTable *tt = &r->unit->types;
    TaintMask taint = taint_bit(contract_kind(CA_TAINTS, "arguments"));
    TaintMask environment = taint_bit(contract_kind(CA_TAINTS, "environment"));
    if (f->n_params && type_is_integer(tt, f->params[0]->type)) {
        const IrVar *v = f->params[0];
        Val argc = input(r, 0, vtype_of(tt, v->type), v, taint, 0, LIMIT_ARGUMENTS);
        st_store(r, s, st_var_obj(r, s, v), val_off(&r->values, 0), v->type, argc);
    }
    if (f->n_params > 1)
        command_line(r, s, f->params[1], taint);
    if (f->n_params > 2)
        command_line(r, s, f->params[2], environment);
}

/* [[stoa::tainted]], nonnull and the like on a parameter. */
static void described(Run *r, State *s, const IrVar *v)
{
    if (!v->node)
        return;
    ContractObject c = contract_of_object(r->unit->unit, 0, v->node);
    TypeTable *tt = &r->unit->types;
    Values *vs = &r->values;
    ObjId o;
    Val off, zero = val_off(vs, 0);
    if (c.nonnull && type_kind(tt, v->type) == TY_PTR) {
        Val p = st_load(r, s, st_var_obj(r, s, v), zero, v->type);
        (void)st_assume(r, s, st_is_null(r, s, p), false);
    }
    if (!c.tainted)
        return;
    TaintMask taint = taint_bit(contract_kind(CA_TAINTS, "input"));
    if (type_kind(tt, v->type) == TY_PTR) {
        Val p = st_load(r, s, st_var_obj(r, s, v), zero, v->type);
        Val source = input(r, 3, vtype_of(tt, TYPE_CHAR), v, taint, INT64_MIN, INT64_MAX);
        if (exec_resolve(r, s, p, type_of(tt, v->type), &o, &off, NULL))
            st_fill(r, s, o, off, 0, CONTENT_SOME, source, taint, 3);
    } else if (type_is_integer(tt, v->type)) {
        VType t = vtype_of(tt, v->type);
        st_store(r, s, st_var_obj(r, s, v), zero, v->type, input(r, 3, t, v, taint, INT64_MIN, INT64_MAX));
    }
}

/* void f(int a[static 4]) and attributes of the whole function say which parameters are not null. */
static void demanded(Run *r, State *s)
{
    const IrFunction *f = r->f;
    const Contract *c = f->entry && r->contracts ? contract_of_entry(r->contracts, f->entry) : NULL;
    TypeTable *tt = &r->unit->types;
    for (u32 i = 0; contract_has(c, CA_NONNULL) && i < f->n_params; i++)
        if (contract_about(r->contracts, c, CA_NONNULL, (i32)i) &&
            type_kind(tt, f->params[i]->type) == TY_PTR) {
            Val p = st_load(r, s, st_var_obj(r, s, f->params[i]), val_off(&r->values, 0), f->params[i]->type);
            (void)st_assume(r, s, st_is_null(r, s, p), false);
        }
}

void exec_parameters(Run *r, State *s)
{
    if (r->f->flags & IFN_MAIN)
        parameters_of_main(r, s);
    else
        demanded(r, s);
    for (u32 i = 0; i < r->f->n_params; i++)
        described(r, s, r->f->params[i]);
}
