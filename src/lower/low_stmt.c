/*
 * Statements: control flow, local declarations, presence alternatives. Long chains (else if, stacked labels) are
 * walked in loops, not by recursion.
 */
#include <string.h>

#include "lower/low.h"

static const IrExp *opaque(Lower *l, NodeId node)
{
    return low_unknown_exp(l, TYPE_INT, node);
}

/* ---- declarations ---- */

static void bind_enumerators(Lower *l, TypeId t)
{
    const EnumType *e = type_enum(l->tt, t);
    for (u32 i = 0; e && i < e->n_values; i++) {
        Enumerator v = e->values[i];
        Binding *b = low_bind(l, v.name, BIND_CONST);
        b->value = v.value;
        b->has_value = v.known;
        b->type = t;
    }
}

/* Tags and enumerators that the specifiers of a local declaration define. */
static void bind_defined_types(Lower *l, NodeId specs)
{
    for (NodeId c = first(l, specs); c; c = next(l, c)) {
        NodeKind k = kind(l, c);
        const Node *x = nd(l, c);
        if (k == N_RECORD && (x->flags & REC_DEFINED)) {
            TypeId t = low_record_type(l, c);
            if (x->a)
                low_bind(l, l->cxx ? x->a : x->a + TAG_KEY, BIND_TYPE)->type = t;
            type_record(l->tt, t); /* now, while the names around it are known */
            if (l->cxx)
                low_local_class(l, c);
        } else if (k == N_ENUM && (x->flags & ENUM_DEFINED)) {
            TypeId t = low_enum_type(l, c);
            if (x->a)
                low_bind(l, l->cxx ? x->a : x->a + TAG_KEY, BIND_TYPE)->type = t;
            bind_enumerators(l, t);
        }
    }
}

static void local_static(Lower *l, IrVar *v, NodeId init, NodeId node)
{
    IrGlobal *g = low_global_new(l, v->name, v->type, node);
    g->scope = l->fn->f->qualified;
    g->is_static = true;
    g->defined_here = true;
    g->owner = l->fn->f;
    g->is_thread = v->flags & IVF_THREAD;
    v->global = g;
    v->kind = IV_STATIC;
    if (init)
        low_global_init(l, g, init, node);
}

/* The variable that another branch of an #if declared with the same type in this scope, so that both are one. */
static IrVar *alternative(Lower *l, Sym name, TypeId type)
{
    Binding *b = l->fn->alt_depth || name ? low_local(l, name) : NULL;
    if (!b || b->kind != BIND_VAR || b->fn != l->fn || b->scope != l->fn->scope)
        return NULL;
    return (b->var->flags & IVF_UNDER_ALT) && b->var->type == type ? b->var : NULL;
}

static void declare_one(Lower *l, Specs s, NodeId d, NodeId node)
{
    NodeId dtor = first(l, d), init = some(l, next(l, dtor));
    Declared dd;
    TypeId t = low_declarator(l, s.type, dtor, &dd);
    if (dd.d_name && kind(l, dd.d_name) == N_D_BINDING) {
        low_bindings(l, dd.d_name, t, init, d);
        return;
    }
    if (s.flags & SP_TYPEDEF) {
        if (dd.name)
            low_bind(l, dd.name, BIND_TYPE)->type = t;
        return;
    }
    if (type_kind(l->tt, t) == TY_FUNC || (s.flags & SP_EXTERN)) {
        u32 e = low_lookup(l, dd.name, LOOK_VALUE);
        IrGlobal *g = e ? low_global_of_entry(l, e) : low_global_of_name(l, dd.name, 0);
        if (!e && g->type == TYPE_UNKNOWN) {
            g->type = t;
            g->is_function = type_kind(l->tt, t) == TY_FUNC;
        }
        if (dd.name)
            low_bind(l, dd.name, BIND_GLOBAL)->global = g;
        return;
    }
    if (init && type_kind(l->tt, t) == TY_ARRAY && type_get(l->tt, t)->bound == BOUND_NONE)
        t = low_complete_array(l, t, init);
    bool is_static = s.flags & SP_STATIC || (s.flags & SP_THREAD && !(s.flags & SP_AUTO));
    const IrExp *init_exp = NULL; /* of an auto: lowered before the type is known */
    if (s.is_auto && init) {
        NodeId x = init;
        if (kind(l, x) == N_ARGS || (kind(l, x) == N_INIT_LIST && first(l, x) && !next(l, first(l, x))))
            x = first(l, x);
        if (x && kind(l, x) != N_INIT_LIST && !is_static) {
            bool ref = type_kind(l->tt, t) == TY_REF;
            init_exp = low_exp(l, x);
            TypeId it = ref ? init_exp->type : type_decayed(l->tt, init_exp->type);
            if (ref) {
                it = type_qualified(l->tt, it, type_get(l->tt, type_of(l->tt, t))->quals);
                init_exp = low_bound_addr(l, init_exp, x);
                t = type_ref(l->tt, it, false);
            } else {
                TypeKind k = type_kind(l->tt, t);
                if (k == TY_PTR) /* auto *p */
                    t = type_kind(l->tt, it) == TY_PTR ? type_qualified(l->tt, it, type_get(l->tt, t)->quals) : t;
                else
                    t = type_qualified(l->tt, it, type_get(l->tt, t)->quals);
                init_exp = low_to_value(l, init_exp, x);
            }
        }
    }
    IrVar *v = alternative(l, dd.name, t);
    if (!v) {
        v = low_var(l, dd.name, t, IV_LOCAL, d);
        if (dd.name && !is_static)
            low_bind_var(l, v);
    }
    v->vla_bound = dd.vla_bound;
    v->flags |= (u16)((s.flags & SP_VOLATILE || type_get(l->tt, t)->quals & TQ_VOLATILE ? IVF_VOLATILE : 0) |
                      (s.flags & SP_THREAD ? IVF_THREAD : 0) | (s.flags & SP_REGISTER ? IVF_REGISTER : 0) |
                      (init ? IVF_INIT : 0) | (l->fn->alt_depth ? IVF_UNDER_ALT : 0));
    if (s.cleanup || low_has_attr(l, d, "cleanup"))
        v->flags |= IVF_CLEANUP;
    if (is_static) {
        if (dd.name)
            low_bind_var(l, v);
        local_static(l, v, init, d);
        return;
    }
    low_declare(l, v, d);
    if (init_exp) {
        low_store(l, low_var_place(l, v, d), init_exp, d, IIF_INIT);
        return;
    }
    const IrExp *place = low_var_place(l, v, d);
    if (init) {
        low_init(l, place, t, init, d);
        i64 value;
        TypeId vt;
        Binding *b = dd.name ? low_local(l, dd.name) : NULL;
        if (b && b->var == v && type_is_integer(l->tt, t) && (type_get(l->tt, t)->quals & TQ_CONST) &&
            kind(l, init) != N_INIT_LIST && kind(l, init) != N_ARGS && low_const(l, init, &value, &vt)) {
            b = low_local(l, dd.name);
            b->has_value = true;
            b->value = (i64)type_wrap(l->tt, t, (u64)value);
        }
    } else if (l->cxx && type_kind(l->tt, t) == TY_RECORD && type_record(l->tt, t)->has_ctor) {
        v->flags |= IVF_INIT;
        low_construct_at(l, place, t, 0, node, 0, IIF_INIT | IIF_IMPLICIT);
    }
}

void low_local_decl(Lower *l, NodeId n)
{
    switch (kind(l, n)) {
    case N_DECL: {
        NodeId specs = first(l, n);
        Specs s = low_specs(l, specs);
        bind_defined_types(l, specs);
        for (NodeId d = next(l, specs); d; d = next(l, d))
            if (kind(l, d) == N_INIT_DECL)
                declare_one(l, s, d, n);
        break;
    }
    case N_ALIAS: {
        TypeId t = low_type_name(l, first(l, n));
        low_bind(l, nd(l, n)->a, BIND_TYPE)->type = t;
        break;
    }
    case N_FUNC: low_unknown(l, n, TYPE_VOID, "nested function"); break;
    default: break;
    }
}

/* ---- presence alternatives ---- */

static bool presence_eval(const Presence *p, PresenceId id, const PresenceId *atoms, u32 n, u32 bits, u32 depth)
{
    const PresenceNode *x = &p->nodes.at[id];
    if (id == PRESENCE_TRUE || depth > 64)
        return true;
    if (id == PRESENCE_FALSE)
        return false;
    switch (x->op) {
    case PO_NOT: return !presence_eval(p, x->a, atoms, n, bits, depth + 1);
    case PO_AND: return presence_eval(p, x->a, atoms, n, bits, depth + 1) && presence_eval(p, x->b, atoms, n, bits, depth + 1);
    case PO_OR: return presence_eval(p, x->a, atoms, n, bits, depth + 1) || presence_eval(p, x->b, atoms, n, bits, depth + 1);
    default:
        for (u32 i = 0; i < n; i++)
            if (atoms[i] == id)
                return bits >> i & 1;
        return false;
    }
}

enum { ATOMS_MAX = 6 };

/* Collects the atoms of a formula; false when there are too many. */
static bool presence_atoms(const Presence *p, PresenceId id, PresenceId *atoms, u32 *n, u32 depth)
{
    if (id <= PRESENCE_FALSE)
        return true;
    if (depth > 24)
        return false;
    const PresenceNode *x = &p->nodes.at[id];
    switch (x->op) {
    case PO_CONST: return true;
    case PO_NOT: return presence_atoms(p, x->a, atoms, n, depth + 1);
    case PO_AND:
    case PO_OR: return presence_atoms(p, x->a, atoms, n, depth + 1) && presence_atoms(p, x->b, atoms, n, depth + 1);
    default:
        for (u32 i = 0; i < *n; i++)
            if (atoms[i] == id)
                return true;
        if (*n == ATOMS_MAX)
            return false;
        atoms[(*n)++] = id;
        return true;
    }
}

bool low_presence_exhaustive(const Presence *p, const PresenceId *ids, u32 n)
{
    PresenceId atoms[ATOMS_MAX];
    u32 k = 0;
    for (u32 i = 0; i < n; i++)
        if (!presence_atoms(p, ids[i], atoms, &k, 0))
            return false;
    for (u32 bits = 0; bits < 1u << k; bits++) {
        bool any = false;
        for (u32 i = 0; i < n && !any; i++)
            any = presence_eval(p, ids[i], atoms, k, bits, 0);
        if (!any)
            return false;
    }
    return true;
}

static void alternatives(Lower *l, NodeId n)
{
    enum { MAX = 16 };
    Fn *fn = l->fn;
    PresenceId outer = fn->presence, ids[MAX];
    u32 count = 0;
    for (NodeId b = first(l, n); b; b = next(l, b)) {
        if (count < MAX)
            ids[count] = nd(l, b)->a;
        count++;
    }
    bool exhaustive = count > 1 && count <= MAX && low_presence_exhaustive(&l->u->presence, ids, count);
    LowBlock *join = low_block(l);
    bool reached = fn->cur != NULL;
    fn->alt_depth++;
    for (NodeId b = first(l, n); b; b = next(l, b)) {
        LowBlock *other = NULL;
        PresenceId id = nd(l, b)->a;
        bool last = !next(l, b);
        if (fn->cur && !(last && exhaustive) && id != PRESENCE_TRUE) {
            LowBlock *then = low_block(l);
            other = low_block(l);
            IrExp *c = low_new_exp(l, IE_CONFIG, TYPE_INT, b);
            c->num = id;
            low_branch(l, c, then, other, BR_CONFIG, b, n, 0);
            fn->presence = id;
            low_start(l, then);
        } else if (fn->cur) {
            LowBlock *then = low_block(l);
            fn->presence = id;
            low_start(l, then);
        }
        fn->presence = id;
        low_stmt_list(l, first(l, b));
        low_goto(l, join, b, 0);
        fn->presence = outer;
        fn->cur = NULL;
        if (other)
            low_start(l, other);
        else if (reached)
            reached = false; /* nothing comes past an exhaustive last branch */
    }
    fn->alt_depth--;
    low_start(l, join);
}

/* ---- branches ---- */

/* Condition of if, while, for, switch: an expression, or a declaration whose variable is tested. */
static void condition(Lower *l, NodeId c, LowBlock *then, LowBlock *other, IrWhy why, NodeId stmt)
{
    if (!some(l, c)) {
        low_goto(l, then, stmt, 0);
        return;
    }
    if (kind(l, c) == N_EXPR_STMT)
        c = first(l, c);
    if (kind(l, c) != N_DECL) {
        low_cond(l, c, then, other, why, stmt);
        return;
    }
    u32 vars = l->fn->vars.n;
    low_local_decl(l, c);
    const IrExp *v = opaque(l, c);
    for (u32 i = l->fn->vars.n; i > vars; i--)
        if (l->fn->vars.at[i - 1]->kind == IV_LOCAL) {
            v = low_load(l, low_var_place(l, l->fn->vars.at[i - 1], c), c);
            break;
        }
    low_branch(l, v, then, other, why, c, stmt, IIF_OF_DECL);
}

static void init_part(Lower *l, NodeId n)
{
    if (some(l, n))
        low_stmt(l, n);
}

/* Body of a loop or branch: a scope of its own even without braces. */
static void body(Lower *l, NodeId n)
{
    if (!some(l, n))
        return;
    if (kind(l, n) == N_COMPOUND) {
        low_stmt(l, n);
        return;
    }
    low_scope_push(l);
    low_stmt(l, n);
    low_scope_pop(l, n);
}

static void if_chain(Lower *l, NodeId n)
{
    LowBlock *join = low_block(l);
    u32 scopes = 0;
    for (;;) {
        NodeId init = first(l, n), cond = next(l, init), then = next(l, cond), other = next(l, then);
        low_scope_push(l); /* of init and of a declared condition; ends behind the whole if */
        scopes++;
        init_part(l, init);
        LowBlock *yes = low_block(l), *no = some(l, other) ? low_block(l) : join;
        i64 v;
        TypeId t;
        if (nd(l, n)->flags & IF_CONSTEXPR && some(l, cond) && kind(l, cond) != N_DECL && low_const(l, cond, &v, &t))
            low_goto(l, v ? yes : no, n, 0);
        else
            condition(l, cond, yes, no, BR_IF, n);
        low_start(l, yes);
        if (l->fn->cur || kind(l, then) == N_COMPOUND || kind(l, then) == N_LABEL || kind(l, then) == N_CASE)
            body(l, then);
        low_goto(l, join, n, 0);
        if (!some(l, other))
            break;
        low_start(l, no);
        if (kind(l, other) != N_IF || scopes >= 4000) {
            body(l, other);
            low_goto(l, join, n, 0);
            break;
        }
        n = other;
    }
    low_start(l, join);
    while (scopes--)
        low_scope_pop(l, n);
}

/* ---- loops ---- */

static u32 loop_begin(Lower *l, NodeId n)
{
    vec_push(&l->fn->loops, ((IrLoop){.node = n, .parent = l->fn->loop}));
    l->fn->loop = l->fn->loops.n;
    return l->fn->loops.n - 1;
}

static void loop_head(Lower *l, LowBlock *b, u32 loop)
{
    b->refs++; /* the back edge to come */
    low_start(l, b);
    b->b.flags |= IBF_LOOP_HEAD;
    b->b.loop = loop;
}

static void loop_end(Lower *l, u32 loop, LowBlock *head, LowBlock *bodyb, LowBlock *cond, LowBlock *step, LowBlock *exit)
{
    IrLoop *lp = &l->fn->loops.at[loop];
    lp->head = head->b.id;
    lp->body = bodyb->placed ? bodyb->b.id : head->b.id;
    lp->cond = cond->placed ? cond->b.id : head->b.id;
    lp->step = step->placed ? step->b.id : head->b.id;
    /* The exit is made even if nothing reaches it, so that its number is valid: an orphan then. */
    if (exit->refs || l->fn->cur)
        low_start(l, exit);
    lp->exit = exit->placed ? exit->b.id : head->b.id;
    l->fn->loop = lp->parent;
}

static bool constant_true(Lower *l, NodeId c)
{
    i64 v;
    TypeId t;
    if (!some(l, c))
        return true;
    if (kind(l, c) == N_EXPR_STMT)
        c = first(l, c);
    return kind(l, c) != N_DECL && low_const(l, c, &v, &t) && v;
}

static void while_loop(Lower *l, NodeId n)
{
    NodeId c = first(l, n), b = next(l, c);
    LowBlock *head = low_block(l), *in = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    l->fn->loops.at[loop].no_cond = constant_true(l, c);
    Jump jump = {l->fn->jump, out, head, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    low_scope_push(l);
    condition(l, c, in, out, BR_WHILE, n);
    low_start(l, in);
    body(l, b);
    low_scope_pop(l, n);
    low_goto(l, head, n, IIF_BACK);
    l->fn->jump = jump.outer;
    loop_end(l, loop, head, in, head, head, out);
}

static void do_loop(Lower *l, NodeId n)
{
    NodeId b = first(l, n), c = next(l, b);
    LowBlock *head = low_block(l), *cond = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    l->fn->loops.at[loop].no_cond = constant_true(l, c);
    Jump jump = {l->fn->jump, out, cond, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    body(l, b);
    l->fn->jump = jump.outer;
    low_start(l, cond);
    if (l->fn->cur)
        condition(l, c, head, out, BR_DO, n);
    loop_end(l, loop, head, head, cond, cond, out);
}

static void for_loop(Lower *l, NodeId n)
{
    NodeId init = first(l, n), c = next(l, init), s = next(l, c), b = next(l, s);
    low_scope_push(l);
    init_part(l, init);
    LowBlock *head = low_block(l), *in = low_block(l), *step = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    l->fn->loops.at[loop].no_cond = constant_true(l, c);
    Jump jump = {l->fn->jump, out, step, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    if (some(l, c))
        condition(l, c, in, out, BR_FOR, n);
    else
        low_goto(l, in, n, 0);
    low_start(l, in);
    body(l, b);
    l->fn->jump = jump.outer;
    low_start(l, step);
    if (l->fn->cur) {
        if (some(l, s))
            low_effect(l, s);
        low_goto(l, head, n, IIF_BACK);
    }
    loop_end(l, loop, head, in, head, step, out);
    low_scope_pop(l, n);
}

/* Arguments of an unknown macro that stands as a statement or before one. */
static const IrExp *macro_call(Lower *l, NodeId n, u32 flags)
{
    NodeId args = first(l, n);
    NodeId arg = args && kind(l, args) == N_ARGS ? first(l, args) : 0;
    IrCall *c = low_new_call(l, IC_MACRO, nd(l, n)->a, low_count(l, arg));
    c->flags = ICF_UNRESOLVED | ICF_MAY_BE_MACRO;
    c->name_node = n;
    c->ret = TYPE_UNKNOWN;
    low_call_args(l, c, arg);
    return low_emit_call(l, c, n, flags);
}

static void macro_loop(Lower *l, NodeId n)
{
    NodeId args = first(l, n), b = args ? next(l, args) : 0;
    LowBlock *head = low_block(l), *in = low_block(l), *out = low_block(l);
    u32 loop = loop_begin(l, n);
    Jump jump = {l->fn->jump, out, head, l->fn->scope};
    l->fn->jump = &jump;
    loop_head(l, head, loop);
    const IrExp *more = macro_call(l, n, 0);
    low_branch(l, more, in, out, BR_MACRO_LOOP, n, n, 0);
    low_start(l, in);
    body(l, b);
    low_goto(l, head, n, IIF_BACK);
    l->fn->jump = jump.outer;
    loop_end(l, loop, head, in, head, head, out);
}

/* ---- switch ---- */

static void switch_stmt(Lower *l, NodeId n)
{
    NodeId init = first(l, n), c = next(l, init), b = next(l, c);
    low_scope_push(l);
    init_part(l, init);
    const IrExp *v;
    TypeId enum_type = 0;
    if (kind(l, c) == N_DECL) {
        u32 vars = l->fn->vars.n;
        low_local_decl(l, c);
        v = l->fn->vars.n > vars ? low_load(l, low_var_place(l, vec_last(&l->fn->vars), c), c) : opaque(l, c);
    } else {
        v = low_value(l, c);
    }
    if (type_kind(l->tt, v->type) == TY_ENUM)
        enum_type = v->type;
    if (type_is_integer(l->tt, v->type))
        v = low_convert(l, v, type_promoted(l->tt, v->type), c);
    SwitchCtx sw = {.outer = l->fn->sw, .type = v->type};
    LowBlock *out = low_block(l);
    low_here(l);
    IrInst *i = low_emit(l, II_SWITCH, n);
    IrSwitch *s = arena_new(l->arena, IrSwitch);
    i->sw = s;
    s->value = v;
    s->enum_type = enum_type;
    Jump jump = {l->fn->jump, out, NULL, l->fn->scope};
    l->fn->jump = &jump;
    l->fn->sw = &sw;
    if (some(l, b))
        low_stmt(l, b);
    l->fn->sw = sw.outer;
    l->fn->jump = jump.outer;
    s->n_cases = sw.cases.n;
    s->cases = arena_array(l->arena, IrCase, sw.cases.n);
    if (sw.cases.n)
        memcpy(s->cases, sw.cases.at, sw.cases.n * sizeof *sw.cases.at);
    vec_release(&sw.cases);
    s->default_node = sw.default_node;
    if (!sw.other)
        out->refs++;
    s->other = sw.other ? sw.other->b.id : out->b.id;
    if (!out->refs && !l->fn->cur) /* no way to behind the switch: its number must exist all the same */
        s->exit = s->other;
    else
        s->exit = out->b.id;
    low_start(l, out);
    low_scope_pop(l, n);
}

/* Starts the block of a case or default label; stacked labels share one. */
static LowBlock *label_block(Lower *l, NodeId n)
{
    LowBlock *cur = l->fn->cur;
    if (cur && (cur->b.flags & IBF_CASE) && !cur->b.first)
        return cur;
    LowBlock *b = low_block(l);
    if (cur && (cur->b.first || cur->b.id)) {
        bool falls = true;
        low_goto(l, b, n, falls ? IIF_FALLTHROUGH : 0);
        b->b.fall_from = cur->b.id;
        l->fn->cur = NULL;
    }
    b->refs++;
    low_start(l, b);
    b->b.flags |= IBF_CASE;
    return b;
}

static void case_label(Lower *l, NodeId n)
{
    SwitchCtx *sw = l->fn->sw;
    const Node *x = nd(l, n);
    LowBlock *b = label_block(l, n);
    if (!sw)
        return; /* outside any switch: an error in the source */
    if (x->kind == N_DEFAULT) {
        sw->other = b;
        sw->default_node = n;
        return;
    }
    NodeId lo = x->first, hi = some(l, next(l, lo));
    IrCase c = {.block = b->b.id, .node = n, .from_alt = l->fn->alt_depth > 0};
    TypeId t;
    c.known = low_const(l, lo, &c.lo, &t);
    c.hi = c.lo;
    if (c.known && hi)
        c.known = low_const(l, hi, &c.hi, &t);
    if (c.known && type_is_integer(l->tt, sw->type)) {
        c.lo = (i64)type_wrap(l->tt, sw->type, (u64)c.lo);
        c.hi = (i64)type_wrap(l->tt, sw->type, (u64)c.hi);
    }
    if (!c.known)
        c.lo = c.hi = 0;
    NodeId name = lo;
    while (kind(l, name) == N_PAREN && first(l, name))
        name = first(l, name);
    if (kind(l, name) == N_NAME || kind(l, name) == N_QUALIFIED)
        c.name = low_name_sym(l, name);
    vec_push(&sw->cases, c);
}

/* ---- jumps ---- */

static u32 label_index(Lower *l, Sym name)
{
    u32 *slot = map_slot(&l->fn->label_of, name, 0xffffffffu);
    if (*slot == 0xffffffffu) {
        *slot = l->fn->labels.n;
        vec_push(&l->fn->labels, ((LowLabel){low_block(l), NULL, false}));
    }
    return *slot;
}

static void goto_stmt(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    if (some(l, x->first)) {
        const IrExp *v = low_value(l, x->first);
        low_emit(l, II_INDIRECT_GOTO, n)->value = v;
        return;
    }
    u32 label = label_index(l, x->a);
    low_here(l);
    l->fn->labels.at[label].block->refs++;
    vec_push(&l->fn->gotos, ((PendingGoto){l->fn->cur, l->fn->scope, label, n}));
    l->fn->cur = NULL;
}

static void label_stmt(Lower *l, NodeId n)
{
    u32 i = label_index(l, nd(l, n)->a);
    LowLabel *lab = &l->fn->labels.at[i];
    if (lab->defined) { /* twice: in two branches of an #if */
        LowBlock *b = low_block(l);
        low_start_always(l, b);
        return;
    }
    lab->defined = true;
    lab->scope = l->fn->scope;
    low_start_always(l, lab->block);
    lab->block->b.flags |= IBF_LABEL;
}

static void jump_stmt(Lower *l, NodeId n, bool is_continue)
{
    Jump *j = l->fn->jump;
    while (j && is_continue && !j->on_continue)
        j = j->outer;
    if (!j) { /* outside any loop: an error, or a part of a macro's loop */
        low_unknown(l, n, TYPE_VOID, "jump without a loop");
        return;
    }
    low_here(l);
    low_scope_unwind(l, l->fn->scope, j->scope, n);
    low_goto(l, is_continue ? j->on_continue : j->on_break, n, is_continue ? IIF_CONTINUE : IIF_BREAK);
}

static void return_stmt(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId e = some(l, x->first);
    const IrExp *v = NULL;
    IrFunction *f = l->fn->f;
    if (e) {
        if (type_kind(l->tt, f->ret) == TY_REF && !l->fn->ret_auto) {
            v = low_bound_addr(l, low_exp(l, e), e);
        } else if (kind(l, e) == N_INIT_LIST) {
            const IrExp *p = low_spill(l, NULL, f->ret, e);
            low_init(l, p, f->ret, e, e);
            v = low_to_value(l, p, e);
        } else {
            v = low_value(l, e);
            if (l->fn->ret_auto) {
                l->fn->ret_auto = false;
                f->ret = v->type;
            }
            v = low_convert(l, v, f->ret, e);
        }
        if (type_kind(l->tt, v->type) == TY_VOID)
            v = NULL;
    }
    low_here(l);
    low_scope_unwind(l, l->fn->scope, NULL, n);
    IrInst *i = low_emit(l, II_RETURN, n);
    i->value = v;
    if (x->op == KW_CO_RETURN) {
        i->flags |= IIF_CO;
        f->flags |= IFN_COROUTINE;
    }
}

/* ---- the rest ---- */

static void asm_stmt(Lower *l, NodeId n)
{
    IrCall *c = low_new_call(l, IC_BUILTIN, intern_str("asm"), low_count(l, first(l, n)));
    u32 i = 0;
    c->name_node = n;
    c->ret = TYPE_VOID;
    for (NodeId a = first(l, n); a; a = next(l, a), i++) {
        const IrExp *e = low_exp(l, a);
        c->arg_nodes[i] = a;
        c->args[i] = ir_is_place(e) && e->kind != IE_STRING && !(e->kind == IE_GLOBAL && e->global->is_function)
                         ? low_addr(l, e, a, IX_BINDING)
                         : low_to_value(l, e, a);
    }
    low_emit_call(l, c, n, 0);
}

static void inner(Lower *l, NodeId n);

void low_stmt(Lower *l, NodeId n)
{
    if (!n)
        return;
    if (!low_enter_depth(l)) {
        low_unknown(l, n, TYPE_VOID, "nested too deeply");
        l->fn->f->flags |= IFN_INCOMPLETE;
        return;
    }
    inner(l, n);
    l->depth--;
}

void low_stmt_list(Lower *l, NodeId n)
{
    for (; n; n = next(l, n))
        low_stmt(l, n);
}

static void inner(Lower *l, NodeId n)
{
    for (;;) { /* labels lead to the statement behind them */
        const Node *x = nd(l, n);
        switch (x->kind) {
        case N_LABEL:
            label_stmt(l, n);
            n = x->first;
            break;
        case N_CASE:
            case_label(l, n);
            n = next(l, next(l, x->first));
            break;
        case N_DEFAULT:
            case_label(l, n);
            n = x->first;
            break;
        case N_ATTR: return;
        default: goto statement;
        }
        n = some(l, n);
        if (!n)
            return;
    }
statement:;
    const Node *x = nd(l, n);
    switch (x->kind) {
    case N_NONE:
    case N_EMPTY:
    case N_EMPTY_DECL:
    case N_LOCAL_LABELS:
    case N_STATIC_ASSERT:
    case N_USING:
    case N_NAMESPACE_ALIAS: return;
    case N_COMPOUND:
        low_scope_push(l);
        low_stmt_list(l, x->first);
        low_scope_pop(l, n);
        return;
    case N_ALT: alternatives(l, n); return;
    case N_DECL:
    case N_ALIAS:
    case N_FUNC: low_local_decl(l, n); return;
    default: break;
    }
    low_here(l);
    switch (x->kind) {
    case N_EXPR_STMT: low_effect(l, x->first); return;
    case N_IF: if_chain(l, n); return;
    case N_WHILE: while_loop(l, n); return;
    case N_DO: do_loop(l, n); return;
    case N_FOR: for_loop(l, n); return;
    case N_FOR_RANGE: low_for_range(l, n); return;
    case N_SWITCH: switch_stmt(l, n); return;
    case N_GOTO: goto_stmt(l, n); return;
    case N_BREAK: jump_stmt(l, n, false); return;
    case N_CONTINUE: jump_stmt(l, n, true); return;
    case N_RETURN: return_stmt(l, n); return;
    case N_TRY: low_try(l, n); return;
    case N_ASM:
    case N_ASM_DECL: asm_stmt(l, n); return;
    case N_MACRO_DECL:
    case N_MACRO_STMT: macro_call(l, n, IIF_DISCARDED); return;
    case N_MACRO_LOOP: macro_loop(l, n); return;
    case N_UNREAD:
        low_unknown(l, n, TYPE_VOID, "unread statement");
        if (x->op == UNREAD_BODY)
            l->fn->f->flags |= IFN_INCOMPLETE;
        return;
    default: low_effect(l, n); return;
    }
}

const IrExp *low_stmt_exp(Lower *l, NodeId n)
{
    NodeId c = first(l, n);
    if (!c || kind(l, c) != N_COMPOUND)
        return low_unknown_exp(l, TYPE_VOID, n);
    low_scope_push(l);
    const IrExp *v = NULL;
    for (NodeId s = first(l, c); s; s = next(l, s)) {
        NodeId x = s;
        if (!next(l, s)) {
            while (x && kind(l, x) == N_LABEL) { /* ({ ...; out: v; }) */
                label_stmt(l, x);
                x = first(l, x);
            }
            if (x && kind(l, x) == N_EXPR_STMT) {
                low_here(l);
                v = low_value(l, first(l, x));
                continue;
            }
        }
        low_stmt(l, x);
    }
    low_scope_pop(l, n);
    low_here(l);
    return v ? v : low_unknown_exp(l, TYPE_VOID, n);
}
