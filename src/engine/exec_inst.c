/*
 * Instructions (exec_inst, exec_terminator): one in one state. Called by explore.c.
 */
#include "base/limits.h"
#include "engine/explore.h"

/* ---- temps ---- */

/* Most temps live inside of one block, in the walk; the others in the state. s may be NULL for the former. */
Val explore_temp(Run *r, const State *s, TempId t)
{
    const Plan *p = r->explore->walk->plan;
    if (!(p->temp[t] & TEMP_STORED))
        return p->values[t];
    return s ? st_temp(s, t) : 0;
}

void explore_set_temp(Run *r, State *s, TempId t, Val v)
{
    Plan *p = r->explore->walk->plan;
    if (p->temp[t] & TEMP_STORED)
        st_set_temp(r, s, t, v);
    else
        p->values[t] = v;
}

/* ---- memory ---- */

static bool is_volatile(Run *r, const IrExp *place)
{
    if (place->kind == IE_VAR && place->var->flags & IVF_VOLATILE)
        return true;
    return type_get(&r->unit->types, place->type)->quals & TQ_VOLATILE;
}

static u32 version_of(const State *s, const IrInst *i)
{
    return (u32)map_mix((u64)i->id << 32 ^ s->generation ^ s->frame->context) | 1;
}

static void start_access(Run *r, State *s, const Where *at, const IrExp *place, bool write, EvAccess *a,
                         PlaceInfo *info)
{
    Val addr = exec_place_info(r, s, at, place, info);
    const ValNode *n = val_node(&r->values, addr);
    *a = (EvAccess){.write = write, .ptr = info->ptr, .place = place};
    if (n->kind == VK_ADDR) {
        a->obj = n->a;
        a->off = n->b;
    }
}

static Val bytes_of(Run *r, TypeId t)
{
    u64 size;
    TypeTable *tt = &r->unit->types;
    if (type_kind(tt, t) == TY_VOID || !type_sizeof(tt, t, &size) || size > (u64)1 << 40)
        return 0;
    return val_off(&r->values, (i64)size);
}

static bool load(Run *r, State *s, const Where *at, const IrInst *i)
{
    EvAccess a;
    PlaceInfo info;
    TypeId t = i->place->type;
    VType vt = vtype_of(&r->unit->types, t);
    start_access(r, s, at, i->place, false, &a, &info);
    a.len = bytes_of(r, t);
    Val v = 0;
    if (!exec_access_place(r, s, at, &a, &info, t, &v))
        return false;
    /* Behind an undefined value the path goes on with some value, so that one defect is not reported again and again. */
    if (v && (val_kind(&r->values, v) == VK_UNDEF || a.undef.answer == ANSWER_MAY ||
              a.undef.answer == ANSWER_YES)) {
        v = exec_opaque(r, s, at, SO_OPAQUE, i->temp, vt);
        st_store(r, s, a.obj, a.off, t, v);
    } else if (!v || is_volatile(r, i->place)) {
        v = exec_opaque(r, s, at, SO_OPAQUE, i->temp, vt);
    }
    explore_set_temp(r, s, i->temp, v);
    return true;
}

static void store_string(Run *r, State *s, const Where *at, const EvAccess *a, const IrExp *value)
{
    Values *vs = &r->values;
    ObjId from = st_string_obj(r, value->str, value->type);
    Val zero = val_off(vs, 0), len = val_off(vs, (i64)value->str->n_bytes + value->str->char_size);
    u32 version = version_of(s, at->inst);
    st_fill(r, s, a->obj, a->off, a->len, CONTENT_FILL, val_int(vs, vtype_int, 0), 0, version);
    i64 room, n;
    if (a->len && val_const(vs, a->len, &room) && val_const(vs, len, &n) && room < n)
        len = a->len;
    st_copy(r, s, a->obj, a->off, from, zero, len, version);
}

static bool store(Run *r, State *s, const Where *at, const IrInst *i)
{
    EvAccess a;
    PlaceInfo info;
    Values *vs = &r->values;
    TypeId t = i->place->type;
    const IrExp *value = i->value;
    bool zero = value->kind == IE_ZERO, string = value->kind == IE_STRING;
    Val v = zero || string ? 0 : exec_value(r, s, at, value);
    start_access(r, s, at, i->place, true, &a, &info);
    a.len = bytes_of(r, t);
    if (!exec_access_place(r, s, at, &a, &info, t, NULL))
        return false;
    if (!a.obj)
        return true;
    if (zero) {
        st_fill(r, s, a.obj, a.off, a.len, CONTENT_FILL, val_int(vs, vtype_int, 0), 0, version_of(s, i));
    } else if (string) {
        store_string(r, s, at, &a, value);
    } else {
        VType want = vtype_of(&r->unit->types, t), have = val_type(vs, v);
        if (info.bit_field && want.width && have.width && !have.ptr)
            v = exec_opaque(r, s, at, SO_OPAQUE, i->id, want); /* perhaps cut to the field's bits */
        st_store(r, s, a.obj, a.off, t, v);
        ObjId o;
        Val off;
        if (is_volatile(r, i->place) && st_points_to(r, s, v, &o, &off))
            st_escape(r, s, o, true, i); /* it is read back as something unknown */
    }
    if (val_kind(vs, v) != VK_INT || i->place->kind != IE_VAR || !(i->flags & IIF_IMPLICIT))
        st_step(r, s, (Step){.kind = STEP_ASSIGN, .inst = i, .obj = a.obj, .v = v, .v2 = a.off});
    return true;
}

/* ---- scopes ---- */

/* A variable without an address cannot be seen any more once its scope has ended, so nothing of it is kept. */
static bool unseen(const IrVar *v)
{
    return !(v->flags & (IVF_ADDRESS_TAKEN | IVF_CAPTURED | IVF_MAYBE_REF)) && v->kind != IV_STATIC;
}

static void forget_object(Run *r, State *s, ObjId o)
{
    if (pmap_get(s->objs, o))
        pmap_set(&r->arena, &s->objs, s->edit, o, NULL);
}

static void scope_begin(Run *r, State *s, const Where *at, const IrVar *v)
{
    if (v->kind == IV_STATIC)
        return;
    ObjId o = st_var_obj(r, s, v);
    forget_object(r, s, o);
    if (!v->vla_bound)
        return;
    Values *vs = &r->values;
    TypeTable *tt = &r->unit->types;
    Val n = val_cast(vs, vtype_off, exec_value(r, s, at, v->vla_bound)),
        elem = exec_type_size(r, type_of(tt, v->type));
    i64 k;
    Val size = val_const(vs, elem, &k) ? val_off_mul(vs, n, k) : val_binop(vs, BIN_MUL, vtype_off, n, elem);
    st_write_obj(r, s, o)->size = size;
    st_step(r, s, (Step){.kind = STEP_MAKE, .inst = at->inst, .obj = o, .v = size});
}

static void scope_end(Run *r, State *s, const Where *at, const IrVar *v)
{
    if (v->kind == IV_STATIC)
        return;
    if (!r->explore->quiet) {
        Event ev = exec_event(r, s, at, EV_SCOPE);
        ev.scope = v;
        eng_send(r, &ev);
    }
    ObjId o = st_var_obj(r, s, v);
    if (unseen(v)) {
        forget_object(r, s, o);
        return;
    }
    st_fill(r, s, o, val_off(&r->values, 0), 0, CONTENT_UNDEF, 0, 0, 0);
    ObjState *os = st_write_obj(r, s, o);
    os->flags |= OS_DEAD;
    st_step(r, s, (Step){.kind = STEP_DIE, .inst = at->inst, .obj = o});
}

bool exec_inst(Run *r, State *s, const Where *at, StateList *again, StateList *on)
{
    const IrInst *i = at->inst;
    (void)again;
    switch ((IrOp)i->op) {
    case II_LOAD: return load(r, s, at, i);
    case II_STORE: return store(r, s, at, i);
    case II_EVAL: (void)exec_value(r, s, at, i->value); return !s->store.bottom;
    case II_CALL: {
        u32 before = on->n;
        exec_call(r, s, at, on);
        if (on->n == before + 1 && on->at[before] == s) { /* the usual case: nothing to remember */
            on->n = before;
            return true;
        }
        return false;
    }
    case II_SCOPE_BEGIN: scope_begin(r, s, at, i->var); return true;
    case II_SCOPE_END: scope_end(r, s, at, i->var); return true;
    case II_UNKNOWN: exec_unread(r, s, at); return true;
    default: return true;
    }
}

/* ---- terminators ---- */

static void leave_to(EdgeList *out, State *s, BlockId to)
{
    vec_push(out, ((Edge){s, to}));
}

static void assumed(Run *r, State *s, const IrInst *i, Val cond, bool truth)
{
    i64 n;
    if (!val_const(&r->values, cond, &n))
        st_step(r, s, (Step){.kind = STEP_ASSUME, .inst = i, .v = cond, .flag = truth});
}

static void send_branch(Run *r, State *s, const Where *at, Val cond, int decided)
{
    if (r->explore->quiet)
        return;
    Event ev = exec_event(r, s, at, EV_BRANCH);
    ev.branch = (EvBranch){cond, decided};
    eng_send(r, &ev);
}

static bool is_decided_outside(void *run, Val sym, const SymInfo *i)
{
    (void)sym;
    if (i->free)
        return false;
    /* Whether a library's function fails is the library's matter, whatever it was given. */
    bool result = i->origin == SO_RESULT || i->origin == SO_LIBRARY;
    const IrCall *call = result && i->inst && i->inst->op == II_CALL ? i->inst->call : NULL;
    return !call || !contract_has(exec_contract_of(run, call), CA_ERROR_IF);
}

static bool decided_outside(Run *r, Val v)
{
    return val_find_sym(&r->values, v, is_decided_outside, r);
}

/* What a callee tests says nothing of what its caller expects, unless outsiders or libraries decide it. */
static void guess(Run *r, State *s, Val cond)
{
    if (s->frame->depth && !(s->flags & SF_GUESSED) && decided_outside(r, cond))
        s->flags |= SF_GUESSED;
}

/* ---- null pointers that nobody asked for ---- */

static bool in_macro_text(const Unit *u, NodeId n)
{
    const Token *t = n ? &u->toks.at[tree_node(&u->tree, n)->tok] : NULL;
    return t && t->exp && !(t->flags & UT_FROM_ARG);
}

/* Does the test stand in the text of a macro? What that tests, it tests for all who use it. */
static bool of_macro(const Run *r, const IrInst *i)
{
    return in_macro_text(r->unit->unit, i->node) || in_macro_text(r->unit->unit, i->stmt);
}

/* The side of a comparison `p == q` of two pointers, or of a macro's test of one, on which a pointer is null of which the code itself has not
 * asked whether it is: such a path says nothing of what the code expects. */
static void accidental_null(Run *r, State *s, const Where *at, Val cond, bool truth, EdgeList *out,
                            BlockId to)
{
    const IrInst *i = at->inst;
    const ValNode n = *val_node(&r->values, cond);
    bool equal = n.kind == VK_BINOP && n.op == (truth ? BIN_EQ : BIN_NE) && val_type(&r->values, n.a).ptr;
    if (!equal)
        return;
    const IrExp *e = ir_skip_casts(i->cond);
    bool pair = e->kind == IE_BINOP && (e->op == BIN_EQ || e->op == BIN_NE) &&
                ir_skip_casts(e->a)->kind == IE_TEMP && ir_skip_casts(e->b)->kind == IE_TEMP;
    bool macro = !pair && i->why != BR_FOR && i->why != BR_WHILE && i->why != BR_DO && of_macro(r, i);
    if (!(pair || macro) || !decided_outside(r, cond))
        return;
    int known = st_test(r, s, st_is_null(r, s, n.a));
    if (known < 0 && pair && (val_sym_info(&r->values, n.a) || val_sym_info(&r->values, n.b))) {
        State *null = st_fork(r, s);
        if (st_assume(r, null, st_is_null(r, null, n.a), true)) {
            assumed(r, null, i, cond, truth);
            st_weaken(null, WHY_CALLER);
            leave_to(out, null, to);
        }
        if (!st_assume(r, s, st_is_null(r, s, n.a), false))
            s->store.bottom = true;
    } else if (known > 0) {
        st_weaken(s, WHY_CALLER);
    }
}

static void branch(Run *r, State *s, const Where *at, EdgeList *out, Val *asked)
{
    const IrInst *i = at->inst;
    Val cond = exec_truth(r, s, exec_value(r, s, at, i->cond));
    if (s->store.bottom)
        return;
    *asked = cond;
    int known = st_test(r, s, cond);
    send_branch(r, s, at, cond, known);
    if (known >= 0) {
        assumed(r, s, i, cond, known);
        leave_to(out, s, known ? i->then : i->other);
        return;
    }
    guess(r, s, cond);
    State *no = st_fork(r, s);
    if (st_assume(r, s, cond, true)) {
        accidental_null(r, s, at, cond, true, out, i->then);
        if (!s->store.bottom) {
            assumed(r, s, i, cond, true);
            leave_to(out, s, i->then);
        }
    }
    if (st_assume(r, no, cond, false)) {
        accidental_null(r, no, at, cond, false, out, i->other);
        if (!no->store.bottom) {
            assumed(r, no, i, cond, false);
            leave_to(out, no, i->other);
        }
    }
}

#define DEFAULT_STEPS 32 /* excluded cases that the path of a default remembers */

static void switch_to(Run *r, State *s, const Where *at, EdgeList *out, Val *asked)
{
    const IrSwitch *sw = at->inst->sw;
    Values *vs = &r->values;
    Val v = exec_value(r, s, at, sw->value);
    VType t = val_type(vs, v);
    *asked = v;
    if (s->store.bottom)
        return;
    i64 k;
    bool constant = val_const(vs, v, &k), number = t.width && !t.ptr;
    u32 excluded = 0;
    bool rest = true;
    send_branch(r, s, at, v, constant ? 1 : -1);
    for (u32 n = 0; n < sw->n_cases && rest; n++) {
        const IrCase *c = &sw->cases[n];
        if (!c->known || !number) {
            leave_to(out, st_fork(r, s), c->block);
            continue;
        }
        Val lo = val_int(vs, t, c->lo), cond = val_cmp(vs, BIN_EQ, v, lo);
        if (c->lo != c->hi)
            cond = val_and(vs, val_cmp(vs, BIN_GE, v, lo), val_cmp(vs, BIN_LE, v, val_int(vs, t, c->hi)));
        int known = st_test(r, s, cond);
        if (known == 0)
            continue;
        if (known < 0)
            guess(r, s, cond);
        State *one = st_fork(r, s);
        if (known == 1 || st_assume(r, one, cond, true)) {
            assumed(r, one, at->inst, cond, true);
            leave_to(out, one, c->block);
        }
        if (c->from_alt)
            continue;
        rest = known != 1 && st_assume(r, s, cond, false);
        if (rest && excluded++ < DEFAULT_STEPS)
            assumed(r, s, at->inst, cond, false);
    }
    if (rest)
        leave_to(out, s, sw->other);
}

static void landing(Run *r, State *s, const IrLanding *l, EdgeList *out)
{
    for (u32 k = 0; k < l->n_handlers; k++)
        leave_to(out, st_fork(r, s), l->handlers[k].block);
    if (l->outer)
        leave_to(out, s, l->outer);
}

void exec_terminator(Run *r, State *s, const Where *at, EdgeList *out, Val *cond, StateList *again)
{
    const IrInst *i = at->inst;
    (void)again;
    switch ((IrOp)i->op) {
    case II_GOTO: leave_to(out, s, i->target); break;
    case II_BRANCH: branch(r, s, at, out, cond); break;
    case II_SWITCH: switch_to(r, s, at, out, cond); break;
    case II_INDIRECT_GOTO:
        (void)exec_value(r, s, at, i->value);
        for (u32 b = 0; b < at->f->n_blocks; b++)
            if (at->f->blocks[b]->flags & IBF_LABEL_ADDR)
                leave_to(out, st_fork(r, s), b);
        break;
    case II_RETURN: {
        Val v = i->value ? exec_value(r, s, at, i->value) : 0;
        if (!s->store.bottom)
            explore_return(r, s, at, v);
        break;
    }
    case II_THROW:
        if (i->value)
            (void)exec_value(r, s, at, i->value);
        if (at->block->landing)
            leave_to(out, s, at->block->landing);
        break;
    case II_LANDING: landing(r, s, i->landing, out); break;
    default: break;
    }
}
