/*
 * Calls: which function is meant (index, methods of known classes, overloads by number of arguments), the name that
 * the user wrote where a macro stands between, conversion of arguments.
 */
#include <string.h>

#include "lower/low.h"

u32 low_count(const Lower *l, NodeId n)
{
    u32 k = 0;
    for (; n; n = next(l, n))
        k++;
    return k;
}

IrCall *low_new_call(Lower *l, IrCallKind k, Sym name, u32 n_args)
{
    IrCall *c = arena_new(l->arena, IrCall);
    c->kind = (u8)k;
    c->name = name;
    c->n_args = n_args;
    c->args = arena_array(l->arena, const IrExp *, n_args);
    c->arg_nodes = arena_array(l->arena, NodeId, n_args);
    return c;
}

const IrExp *low_emit_call(Lower *l, IrCall *c, NodeId node, u32 flags)
{
    TypeId ret = c->ret;
    bool is_ref = type_kind(l->tt, ret) == TY_REF;
    if (is_ref)
        c->ret = ret = type_ptr(l->tt, type_of(l->tt, ret));
    IrInst *i = low_emit(l, II_CALL, node);
    i->flags = (u16)flags;
    i->call = c;
    const IrExp *result;
    if (type_kind(l->tt, ret) == TY_VOID) {
        result = low_unknown_exp(l, TYPE_VOID, node);
    } else {
        IrExp *e = low_new_exp(l, IE_TEMP, type_unqualified(l->tt, ret), node);
        e->temp = low_temp(l, i);
        result = is_ref ? low_deref(l, e, node) : e;
    }
    if (c->flags & ICF_NORETURN)
        low_emit(l, II_UNREACHABLE, node);
    return result;
}

/* ---- overloads ---- */

/* Number of parameters of a declaration: *min without defaults; false for what is no function here. */
static bool arity(Lower *l, u32 entry, u32 *min, u32 *max)
{
    const IndexEntry *e = low_entry(l, entry);
    const Tree *t = &l->p->units.at[e->unit]->tree;
    NodeId d = e->kind == DK_FUNCTION ? tree_next(t, tree_first(t, e->node)) : tree_first(t, e->node);
    NodeId func = 0;
    for (u32 i = 0; d && i < 64; i++) {
        NodeKind k = tree_kind(t, d);
        if (k == N_D_FUNC)
            func = d;
        if (k == N_D_NAME || k < N_D_NAME || k > N_D_PAREN)
            break;
        d = tree_first(t, d);
    }
    if (!func)
        return false;
    *min = *max = 0;
    NodeId params = tree_next(t, tree_first(t, func));
    for (NodeId p = params ? tree_first(t, params) : 0; p; p = tree_next(t, p)) {
        if (tree_kind(t, p) != N_PARAM)
            continue;
        NodeId specs = tree_first(t, p), dtor = tree_next(t, specs), def = dtor ? tree_next(t, dtor) : 0;
        if (tree_node(t, specs)->a == BT_VOID &&
            (!dtor || (tree_kind(t, dtor) == N_D_NAME && !tree_node(t, dtor)->a)))
            continue;
        ++*max;
        if (!(def && tree_kind(t, def) != N_NONE) && !(tree_node(t, p)->flags & PARAM_PACK))
            *min = *max;
        if (tree_node(t, p)->flags & PARAM_PACK) {
            *max = 0xffffffffu;
            return true;
        }
    }
    if (tree_node(t, func)->flags & DF_VARIADIC)
        *max = 0xffffffffu;
    return true;
}

static bool sees(const Lower *l, const IndexEntry *e)
{
    return !e->is_static || e->unit == l->src->index || e->in_header;
}

u32 low_overload(Lower *l, u32 entry, u32 n_args, bool *ambiguous)
{
    *ambiguous = false;
    const IndexEntry *me = low_entry(l, entry);
    if (!l->cxx || !(me->kind == DK_FUNCTION || me->kind == DK_PROTOTYPE))
        return entry;
    u32 best = 0, best_score = 0, fits = 0, budget = 128;
    u32 best_min = 0, best_max = 0;
    for (u32 e = index_first(&l->p->index, me->name); e && budget--; e = low_entry(l, e)->next) {
        const IndexEntry *x = low_entry(l, e);
        if ((x->kind != DK_FUNCTION && x->kind != DK_PROTOTYPE) || x->scope != me->scope || !sees(l, x))
            continue;
        u32 min, max;
        if (!arity(l, e, &min, &max))
            continue;
        bool fit = n_args >= min && n_args <= max;
        if (!fit)
            continue;
        u32 score = 2 + (max != 0xffffffffu ? 4 : 0) + (x->kind == DK_FUNCTION ? 1 : 0);
        if (e == entry)
            score++;
        /* The prototype and the definition of one function are one candidate. */
        if (!best || min != best_min || max != best_max)
            fits++;
        if (score > best_score) {
            best = e;
            best_score = score;
            best_min = min;
            best_max = max;
        }
    }
    *ambiguous = fits > 1;
    return best ? best : entry;
}

/* Does any declaration of the name in its scope take that many arguments? */
static bool fits(Lower *l, u32 entry, u32 n_args)
{
    const IndexEntry *me = low_entry(l, entry);
    u32 budget = 64, min, max;
    for (u32 e = index_first(&l->p->index, me->name); e && budget--; e = low_entry(l, e)->next)
        if (low_entry(l, e)->scope == me->scope && arity(l, e, &min, &max) && n_args >= min && n_args <= max)
            return true;
    return false;
}

bool low_is_static_member(Lower *l, u32 entry)
{
    const IndexEntry *me = low_entry(l, entry);
    u32 budget = 32;
    for (u32 e = index_first(&l->p->index, me->name); e && budget--; e = low_entry(l, e)->next) {
        const IndexEntry *x = low_entry(l, e);
        if (x->scope != me->scope)
            continue;
        const Tree *t = &l->p->units.at[x->unit]->tree;
        NodeId decl = x->kind == DK_FUNCTION ? x->node : x->decl;
        NodeId specs = decl ? tree_first(t, decl) : 0;
        if (specs && tree_kind(t, specs) == N_SPECS && (tree_node(t, specs)->flags & SP_STATIC))
            return true;
    }
    return false;
}

void low_call_resolve(Lower *l, IrCall *c, u32 entry)
{
    const IndexEntry *e = low_entry(l, entry);
    c->entry = entry;
    c->scope = sym_len(e->scope) ? e->scope : 0;
    c->callee = low_global_of_entry(l, entry);
    TypeId t = c->callee->type;
    const FuncType *ft = type_func_of(l->tt, t);
    c->type = ft ? t : TYPE_UNKNOWN;
    c->ret = ft ? type_of(l->tt, type_kind(l->tt, t) == TY_FUNC ? t : type_of(l->tt, t)) : TYPE_UNKNOWN;
    if (low_entry_noreturn(l, entry))
        c->flags |= ICF_NORETURN;
}

/* ---- arguments ---- */

static bool is_ref_param(const Lower *l, const FuncType *ft, u32 i)
{
    return ft && i < ft->n_params && type_kind(l->tt, ft->params[i]) == TY_REF;
}

static bool pass_by_address(const Lower *l, const IrExp *e)
{
    return l->cxx && ir_is_place(e) && e->kind != IE_STRING &&
           (low_is_class(l, e->type) || type_kind(l->tt, e->type) == TY_UNKNOWN) &&
           !(e->kind == IE_GLOBAL && e->global->is_function);
}

/* Default argument promotions (C11 6.5.2.2 p6). */
static const IrExp *promote(Lower *l, const IrExp *v, NodeId node)
{
    if (type_unqualified(l->tt, v->type) == TYPE_FLOAT)
        return low_cast(l, v, TYPE_DOUBLE, node, IX_IMPLICIT, CAST_IMPLICIT);
    if (type_is_integer(l->tt, v->type))
        return low_convert(l, v, type_promoted(l->tt, v->type), node);
    return v;
}

static void note_place(Lower *l, IrCall *c, u32 i, const IrExp *place)
{
    IrVar *v = ir_place_root(place);
    if (v) {
        if (type_get(l->tt, place->type)->quals & TQ_CONST)
            return;
        v->flags |= IVF_MAYBE_REF;
    }
    if (!c->places)
        c->places = arena_array(l->arena, const IrExp *, c->n_args);
    c->places[i] = place;
}

void low_call_args(Lower *l, IrCall *c, NodeId arg)
{
    const FuncType *ft = type_func_of(l->tt, c->type);
    bool unseen = !ft && (l->cxx || (c->flags & ICF_MAY_BE_MACRO) || c->kind == IC_MACRO);
    u32 i = 0;
    for (NodeId a = arg; a && i < c->n_args; a = next(l, a), i++) {
        c->arg_nodes[i] = a;
        if (kind(l, a) == N_TYPE_NAME)
            c->flags |= ICF_TYPE_ARGS;
        if (low_is_stmt(l, a)) {
            low_macro_arg(l, a);
            c->flags |= ICF_TYPE_ARGS;
            c->args[i] = low_unknown_exp(l, TYPE_VOID, a);
            continue;
        }
        const IrExp *e = low_exp(l, a);
        if (is_ref_param(l, ft, i)) {
            TypeId to = type_of(l->tt, ft->params[i]);
            if (!ir_is_place(e) && type_is_scalar(l->tt, to))
                e = low_convert(l, e, to, a);
            c->args[i] = low_bound_addr(l, e, a);
            continue;
        }
        if (pass_by_address(l, e) && !(ft && i < ft->n_params && type_is_scalar(l->tt, ft->params[i]))) {
            c->args[i] = low_bound_addr(l, e, a);
            continue;
        }
        const IrExp *v = low_to_value(l, e, a);
        if (unseen && ir_is_place(e) && v->kind == IE_TEMP)
            note_place(l, c, i, e);
        if (ft && i < ft->n_params)
            v = low_convert(l, v, ft->params[i], a);
        else if (ft && (ft->variadic || ft->unprototyped))
            v = promote(l, v, a);
        c->args[i] = v;
    }
    for (; i < c->n_args; i++)
        c->args[i] = low_unknown_exp(l, TYPE_UNKNOWN, 0);
}

/* ---- names of callees ---- */

static bool upper_case(Sym s)
{
    const char *p = sym_str(s);
    bool letter = false;
    for (; *p; p++) {
        if (*p >= 'a' && *p <= 'z')
            return false;
        letter |= *p >= 'A' && *p <= 'Z';
    }
    return letter;
}

static void written_name(Lower *l, IrCall *c, NodeId call, NodeId callee)
{
    const Unit *u = l->src;
    const Token *t = &u->toks.at[nd(l, callee)->tok];
    if (!t->exp || (t->flags & UT_FROM_ARG))
        return;
    u32 outer = unit_outer_expansion(u, nd(l, callee)->tok);
    if (!outer)
        return;
    c->written = u->expansions.at[outer].macro;
    if (c->written == c->name)
        c->written = 0;
    const Node *n = nd(l, call);
    if (n->end > n->begin && unit_outer_expansion(u, n->begin) == outer &&
        unit_outer_expansion(u, n->end - 1) == outer &&
        (n->begin == 0 || unit_outer_expansion(u, n->begin - 1) != outer) &&
        unit_outer_expansion(u, n->end) != outer)
        c->flags |= ICF_WRITTEN_WHOLE;
}

/* ---- builtins that are not functions ---- */

static bool is_va(const char *s)
{
    if (s[0] == '_' && strncmp(s, "__builtin_", 10) == 0)
        s += 10;
    else if (s[0] == '_' && s[1] == '_')
        s += 2;
    return s[0] == 'v' && s[1] == 'a' && s[2] == '_' &&
           (strcmp(s, "va_start") == 0 || strcmp(s, "va_end") == 0 || strcmp(s, "va_copy") == 0);
}

static const IrExp *va_builtin(Lower *l, NodeId n, const char *s, NodeId arg)
{
    const char *base = strstr(s, "va_");
    IrCall *c = low_new_call(l, IC_BUILTIN, intern_str(base), low_count(l, arg));
    u32 by_address = strcmp(base, "va_copy") == 0 ? 2 : 1, i = 0;
    for (NodeId a = arg; a; a = next(l, a), i++) {
        const IrExp *e = low_exp(l, a);
        c->arg_nodes[i] = a;
        if (i < by_address && ir_is_place(e))
            c->args[i] = low_addr(l, e, a, type_kind(l->tt, e->type) == TY_ARRAY ? IX_DECAY : IX_BINDING);
        else
            c->args[i] = low_to_value(l, e, a);
    }
    c->ret = TYPE_VOID;
    c->name_node = first(l, n);
    return low_emit_call(l, c, n, 0);
}

static const IrExp *builtin(Lower *l, NodeId n, Sym name, NodeId arg)
{
    const char *s = sym_str(name);
    if (is_va(s) && arg)
        return va_builtin(l, n, s, arg);
    if (strncmp(s, "__builtin_", 10) != 0)
        return NULL;
    s += 10;
    if ((strcmp(s, "expect") == 0 || strcmp(s, "expect_with_probability") == 0 ||
         strcmp(s, "assume_aligned") == 0) &&
        arg)
        return low_value(l, arg);
    if (strcmp(s, "unreachable") == 0) {
        low_emit(l, II_UNREACHABLE, n);
        return low_unknown_exp(l, TYPE_VOID, n);
    }
    if (strcmp(s, "choose_expr") == 0 && arg && next(l, arg) && next(l, next(l, arg))) {
        i64 v;
        TypeId t;
        if (low_const(l, arg, &v, &t))
            return low_exp(l, v ? next(l, arg) : next(l, next(l, arg)));
    }
    if (strcmp(s, "constant_p") == 0 && arg) {
        i64 v;
        TypeId t;
        return low_int(l, TYPE_INT, low_const(l, arg, &v, &t), n);
    }
    return NULL;
}

/* ---- the call ---- */

static const IrExp *finish(Lower *l, IrCall *c, NodeId n, NodeId arg)
{
    low_call_args(l, c, arg);
    if (!l->fn->cur)
        low_here(l);
    return low_emit_call(l, c, n, 0);
}

static void unresolved(Lower *l, IrCall *c, Sym scope)
{
    c->flags |= ICF_UNRESOLVED;
    c->scope = scope;
    c->callee = low_global_of_name(l, c->name, scope);
    c->callee->is_function = true;
    c->ret = TYPE_UNKNOWN;
    if (upper_case(c->name))
        c->flags |= ICF_MAY_BE_MACRO;
}

static const IrExp *indirect(Lower *l, NodeId n, NodeId callee, const IrExp *e, Sym name, NodeId arg)
{
    IrCall *c = low_new_call(l, IC_INDIRECT, name, low_count(l, arg));
    c->name_node = callee;
    if (l->cxx && low_is_class(l, e->type)) { /* an object with operator() */
        c->kind = IC_OPERATOR;
        c->name = intern_str("operator()");
        c->cls = type_unqualified(l->tt, e->type);
        c->receiver = low_bound_addr(l, e, callee);
        c->ret = TYPE_UNKNOWN;
        const Record *r = type_record(l->tt, c->cls);
        u32 en = r && r->qualified ? low_lookup_in(l, r->qualified, c->name, LOOK_FUNC) : 0;
        bool amb;
        if (en) {
            low_call_resolve(l, c, low_overload(l, en, c->n_args, &amb));
            c->flags |= amb ? ICF_AMBIGUOUS : 0;
        } else {
            c->flags |= ICF_UNRESOLVED;
        }
        return finish(l, c, n, arg);
    }
    c->target = low_to_value(l, e, callee);
    const FuncType *ft = type_func_of(l->tt, c->target->type);
    if (ft) {
        TypeId t = c->target->type;
        c->type = type_kind(l->tt, t) == TY_FUNC ? t : type_of(l->tt, t);
        c->ret = type_of(l->tt, c->type);
    }
    return finish(l, c, n, arg);
}

static bool is_virtual(Lower *l, u32 entry)
{
    const IndexEntry *e = low_entry(l, entry);
    const Tree *t = &l->p->units.at[e->unit]->tree;
    NodeId decl = e->kind == DK_FUNCTION ? e->node : e->decl;
    NodeId specs = decl ? tree_first(t, decl) : 0;
    return specs && tree_kind(t, specs) == N_SPECS && (tree_node(t, specs)->flags & SP_VIRTUAL);
}

static const IrExp *resolved(Lower *l, NodeId n, NodeId callee, u32 entry, Sym name, NodeId arg,
                             bool qualified)
{
    u32 n_args = low_count(l, arg);
    bool ambiguous;
    entry = low_overload(l, entry, n_args, &ambiguous);
    IrCall *c = low_new_call(l, IC_DIRECT, name, n_args);
    c->name_node = callee;
    written_name(l, c, n, callee);
    low_call_resolve(l, c, entry);
    if (ambiguous)
        c->flags |= ICF_AMBIGUOUS;
    const IndexEntry *e = low_entry(l, entry);
    if (l->cxx && sym_len(e->scope) && l->cls) {
        TypeId cls = low_class_of_scope(l, e->scope, false);
        if (!cls && type_kind(l->tt, l->cls) == TY_NAMED && e->scope == l->scope)
            cls = l->cls; /* a method defined out of line, of a class that was not seen */
        if (cls && !low_is_static_member(l, entry)) {
            const IrExp *self = low_this(l, callee);
            if (self) {
                c->kind = IC_METHOD;
                c->receiver = self;
                c->cls = cls;
                if (!qualified && is_virtual(l, entry))
                    c->flags |= ICF_VIRTUAL;
            }
        }
    }
    return finish(l, c, n, arg);
}

static const IrExp *call_by_name(Lower *l, NodeId n, NodeId callee, NodeId arg)
{
    NodeKind k = kind(l, callee);
    Sym name = low_name_sym(l, callee);
    if (k == N_NAME) {
        Binding *b = low_local(l, name);
        if (b && b->kind == BIND_GLOBAL && b->global->entry)
            return resolved(l, n, callee, b->global->entry, name, arg, false);
        if (b && b->kind == BIND_TYPE)
            return low_construct(l, n);
        if (b && b->kind == BIND_GLOBAL) {
            IrCall *c = low_new_call(l, IC_DIRECT, name, low_count(l, arg));
            c->name_node = callee;
            c->callee = b->global;
            c->type = type_func_of(l->tt, b->global->type) ? b->global->type : TYPE_UNKNOWN;
            c->ret = c->type ? type_of(l->tt, c->type) : TYPE_UNKNOWN;
            return finish(l, c, n, arg);
        }
        if (b)
            return indirect(l, n, callee, low_exp(l, callee), name, arg);
        const IrExp *e = builtin(l, n, name, arg);
        if (e)
            return e;
    }
    NodeId last;
    Sym scope;
    if (l->cxx && l->cls && k == N_NAME) { /* a member that is a pointer to function or a function object */
        u32 path[8];
        if (type_find_field(l->tt, l->cls, name, path, LENGTH(path)) &&
            !low_lookup_in(l, l->scope, name, LOOK_FUNC))
            return indirect(l, n, callee, low_exp(l, callee), name, arg);
    }
    u32 e = low_lookup_name(l, callee, LOOK_VALUE, &last, &scope);
    if (e) {
        u8 dk = low_entry(l, e)->kind;
        bool function = dk == DK_FUNCTION || dk == DK_PROTOTYPE;
        if (function && l->cls && !low_entry(l, e)->unit && !fits(l, e, low_count(l, arg)))
            e = 0; /* a member of an unseen class that is called like a library function */
        else if (function)
            return resolved(l, n, callee, e, name, arg, k == N_QUALIFIED);
    }
    if (e) {
        u8 dk = low_entry(l, e)->kind;
        u32 f = dk == DK_ENUMERATOR ? low_lookup_name(l, callee, LOOK_FUNC, &last, &scope) : 0;
        if (f)
            return resolved(l, n, callee, f, name, arg, k == N_QUALIFIED);
        return indirect(l, n, callee, low_entry_exp(l, e, callee), name, arg);
    }
    if (l->cxx && low_lookup_name(l, callee, LOOK_TYPE, &last, &scope))
        return low_construct(l, n);
    IrCall *c = low_new_call(l, IC_DIRECT, name, low_count(l, arg));
    c->name_node = callee;
    written_name(l, c, n, callee);
    unresolved(l, c, scope);
    if (l->cls && k != N_QUALIFIED && !(c->flags & ICF_MAY_BE_MACRO)) {
        const Record *r = type_record(l->tt, l->cls);
        if (!r || r->state != RECORD_COMPLETE || r->n_bases) {
            const IrExp *self = low_this(l, callee);
            if (self) {
                c->flags |= ICF_MAYBE_METHOD;
                c->receiver = self;
                c->cls = l->cls;
            }
        }
    }
    return finish(l, c, n, arg);
}

/* base.name(args), base->name(args) */
static const IrExp *call_member(Lower *l, NodeId n, NodeId callee, NodeId arg)
{
    const Node *m = nd(l, callee);
    NodeId b = m->first, name = next(l, b), last = name;
    if (kind(l, name) == N_QUALIFIED)
        for (NodeId c = first(l, name); c; c = next(l, c))
            last = c;
    Sym s = low_name_sym(l, last);
    const IrExp *base = low_exp(l, b), *receiver;
    TypeId cls;
    if (m->op == TK_ARROW) {
        const IrExp *p =
            l->cxx && low_is_class(l, base->type) ? low_operator(l, "->", base, NULL, b, 0, callee) : NULL;
        receiver = low_to_value(l, p ? p : base, b);
        cls = type_kind(l->tt, receiver->type) == TY_PTR ? type_of(l->tt, receiver->type) : TYPE_UNKNOWN;
    } else {
        receiver = low_bound_addr(l, base, b);
        cls = base->type;
    }
    cls = type_unqualified(l->tt, cls);
    const Record *r = type_record(l->tt, cls);
    Sym scope = r ? r->qualified : 0;
    if (r && kind(l, last) == N_NAME) { /* a data member that can be called */
        const IrExp *f = low_member(l, low_deref(l, receiver, callee), s, callee);
        if (f)
            return indirect(l, n, callee, f, s, arg);
    }
    if (!r && type_kind(l->tt, cls) == TY_NAMED) {
        const NamedType *nt = type_get(l->tt, cls)->named;
        scope = low_scope_join(nt->scope, nt->name);
    }
    u32 n_args = low_count(l, arg);
    IrCall *c = low_new_call(l, kind(l, last) == N_DESTRUCTOR_NAME ? IC_DTOR : IC_METHOD, s, n_args);
    c->name_node = last;
    c->receiver = receiver;
    c->cls = cls;
    c->scope = scope;
    written_name(l, c, n, last);
    u32 e = scope ? low_lookup_in(l, scope, s, LOOK_FUNC) : 0;
    if (e) {
        bool ambiguous;
        e = low_overload(l, e, n_args, &ambiguous);
        low_call_resolve(l, c, e);
        if (ambiguous)
            c->flags |= ICF_AMBIGUOUS;
        if (is_virtual(l, e) && name == last)
            c->flags |= ICF_VIRTUAL;
    } else {
        c->flags |= ICF_UNRESOLVED;
        c->ret = c->kind == IC_DTOR ? TYPE_VOID : TYPE_UNKNOWN;
    }
    return finish(l, c, n, arg);
}

/* A field that holds a pointer to function. */
static const IrExp *call_field(Lower *l, NodeId n, NodeId callee, NodeId arg)
{
    NodeId name = next(l, first(l, callee));
    return indirect(l, n, callee, low_exp(l, callee), low_name_sym(l, name), arg);
}

const IrExp *low_call(Lower *l, NodeId n)
{
    NodeId callee = first(l, n), arg = next(l, callee);
    while (kind(l, callee) == N_PAREN && first(l, callee))
        callee = first(l, callee);
    switch (kind(l, callee)) {
    case N_NAME:
    case N_QUALIFIED:
    case N_TEMPLATE_ID:
    case N_OPERATOR_NAME: return call_by_name(l, n, callee, arg);
    case N_MEMBER: {
        u8 op = nd(l, callee)->op;
        if (!l->cxx || (op != TK_DOT && op != TK_ARROW))
            return call_field(l, n, callee, arg);
        return call_member(l, n, callee, arg);
    }
    default: {
        const IrExp *e = low_exp(l, callee);
        return indirect(l, n, callee, e, 0, arg);
    }
    }
}
