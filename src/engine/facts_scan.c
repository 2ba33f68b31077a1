/*
 * The scan of one unit's tree for what its code may do to objects with static storage; see facts_priv.h. One walk with a stack of
 * its own, in source order, that carries down what becomes of each expression's value.
 */
#include <string.h>

#include "base/limits.h"
#include "engine/facts_priv.h"

/* What becomes of an expression's value. */
typedef enum Use {
    USE_NONE,    /* nothing */
    USE_TEST,    /* it is looked at: an address in it goes nowhere */
    USE_VALUE,   /* it goes somewhere */
    USE_PART,    /* a member or element of it goes somewhere */
    USE_WRITE,   /* it is changed, or may be from now on */
    USE_ELEMENT, /* a place that an index finds in it is */
} Use;

static const u8 mention_of_use[] = {
    [USE_VALUE] = FM_WHOLE, [USE_PART] = FM_PART, [USE_WRITE] = FM_OBJECT, [USE_ELEMENT] = FM_ELEMENT};

typedef struct Task {
    NodeId node;  /* 0: the state before a scope comes back */
    NodeId specs; /* of an INIT_DECL: the specifiers of its declaration */
    u8 use;
    bool siblings; /* go on with what follows the node */
} Task;

/* What holds inside a function, class or block. */
typedef struct State {
    u32 n_locals;
    bool in_function; /* declarations are local */
    bool under_alt;   /* they exist in some configurations only */
    bool returns_ref; /* `return x` hands out x itself */
} State;

enum { LOCAL_AUTO = 0, LOCAL_GLOBAL = 0xffffffffu }; /* else: index into statics, + 1 */

typedef struct Local {
    Sym sym;
    u32 outer; /* value of FactWorker.local_of before */
    u32 what;  /* LOCAL_ */
} Local;

typedef struct Walk {
    const ProjectFacts *f;
    const Unit *u;
    const Tree *t;
    FactWorker *w;
    FactUnit *out;
    bool cxx;
    State state;
    VEC(State) states;
    VEC(Local) locals;
    VEC(Task) tasks;
    FactMarks marks;
    Map unread; /* words of code that is not in the unit's stream */
} Walk;

/* ---- mentions ---- */

static void note(Walk *w, u32 name, bool here, u8 bits)
{
    u16 *have = &w->w->bits[name];
    u16 add = here ? bits : (u16)(bits << 8);
    if (!*have)
        vec_push(&w->w->touched, name);
    *have |= add;
}

static void mention(Walk *w, Sym sym, u32 tok, u8 bits, bool qualified)
{
    u32 name = w->w->name_of[sym];
    if (!name || !bits)
        return;
    u32 local = qualified ? 0 : w->w->local_of[sym];
    if (local) {
        u32 what = w->locals.at[local - 1].what;
        if (what == LOCAL_AUTO)
            return;
        if (what != LOCAL_GLOBAL) {
            w->out->statics.at[what - 1].found |= bits;
            return;
        }
    }
    if (name == FACT_LOCAL)
        return;
    if (name & FACT_ELSEWHERE) {
        name &= ~FACT_ELSEWHERE;
        if (!(bits & ~(w->w->bits[name] >> 8)) || fact_in_main(w->u, tok))
            return;
    }
    if (bits & ~w->w->bits[name] || bits & ~(w->w->bits[name] >> 8))
        note(w, name, fact_in_main(w->u, tok), bits);
}

/* Code that was not understood: every word in it may be written. */
static void mention_all(Walk *w, NodeId n)
{
    const Node *x = tree_node(w->t, n);
    for (u32 i = x->begin; i < x->end; i++)
        if (w->u->toks.at[i].kind == TK_IDENT)
            mention(w, w->u->toks.at[i].sym, i, FM_ALL, false);
}

/* Branches of an #if that are not in the stream, and what stands beyond a limit. */
static void scan_skips(Walk *w)
{
    const Project *p = w->f->p;
    for (u32 i = 0; i < w->u->skips.n; i++) {
        const Skip *s = &w->u->skips.at[i];
        if (s->why == SKIP_FALSE_CONDITION || s->why == SKIP_UNREAD)
            continue;
        FileId file = src_file_of(&p->src, s->loc);
        const LexedFile *lf = file && file < p->lexed.n ? p->lexed.at[file] : NULL;
        if (!lf)
            continue;
        u32 off = s->loc - src_file(&p->src, file)->base, low = 0, high = lf->toks.n;
        while (low < high) {
            u32 middle = low + (high - low) / 2;
            if (lf->toks.at[middle].off < off)
                low = middle + 1;
            else
                high = middle;
        }
        for (u32 k = low; k < lf->toks.n && k - low < s->tokens; k++) {
            const FileToken *tok = &lf->toks.at[k];
            if (tok->kind != TK_IDENT || tok->sym >= w->f->n_syms)
                continue;
            u32 name = w->w->name_of[tok->sym];
            if (name && name != FACT_LOCAL)
                note(w, name & ~FACT_ELSEWHERE, file == w->u->main, FM_ALL);
            map_put(&w->unread, tok->sym, 1);
        }
    }
}

/* ---- locals ---- */

static void push_local(Walk *w, Sym sym, u32 what)
{
    Local l = {.sym = sym, .outer = w->w->local_of[sym], .what = what};
    vec_push(&w->locals, l);
    w->w->local_of[sym] = w->locals.n;
}

static void pop_locals(Walk *w, u32 n)
{
    while (w->locals.n > n) {
        Local l = vec_pop(&w->locals);
        w->w->local_of[l.sym] = l.outer;
    }
}

/* A name that a function declares. One that only some configurations declare hides nothing. */
static void declare_auto(Walk *w, NodeId dtor)
{
    NodeId d = fact_declared(w->t, dtor);
    Sym sym = d ? tree_node(w->t, d)->a : 0;
    if (sym && w->w->name_of[sym] && !w->state.under_alt)
        push_local(w, sym, LOCAL_AUTO);
}

static void declare_static(Walk *w, NodeId specs, NodeId init_decl, NodeId dtor, NodeId init)
{
    NodeId d = fact_declared(w->t, dtor);
    Sym sym = d ? tree_node(w->t, d)->a : 0;
    if (!sym)
        return;
    FactShape shape = fact_shape(w->t, specs, dtor, init_decl);
    if (shape.is_function)
        return;
    FactStatic s = {
        .sym = sym, .node = init_decl, .init = init, .is_const = shape.is_const, .odd = shape.odd};
    /* In some configurations the name means something else: what is done to that, is taken to be done to this. */
    s.odd |= w->state.under_alt || (!s.is_const && !w->w->name_of[sym]);
    vec_push(&w->out->statics, s);
    if (w->w->name_of[sym] && !w->state.under_alt)
        push_local(w, sym, w->out->statics.n);
}

static void declare_global(Walk *w, NodeId dtor)
{
    NodeId d = fact_declared(w->t, dtor);
    Sym sym = d ? tree_node(w->t, d)->a : 0;
    if (sym && w->w->local_of[sym])
        push_local(w, sym, LOCAL_GLOBAL);
}

/* ---- tasks ---- */

static void todo(Walk *w, NodeId n, Use use)
{
    if (n)
        vec_push(&w->tasks, ((Task){.node = n, .use = (u8)use}));
}

static void todo_list(Walk *w, NodeId first, Use use)
{
    if (first)
        vec_push(&w->tasks, ((Task){.node = first, .use = (u8)use, .siblings = true}));
}

/* Everything that is pushed from now on is done in a scope of its own. */
static void open_scope(Walk *w)
{
    vec_push(&w->states, w->state);
    w->states.at[w->states.n - 1].n_locals = w->locals.n;
    vec_push(&w->tasks, ((Task){0}));
}

static void close_scope(Walk *w)
{
    w->state = vec_pop(&w->states);
    pop_locals(w, w->state.n_locals);
}

/* ---- expressions ---- */

/* The variable of which an lvalue expression is a part, if it is spelled plainly: NAME or QUALIFIED, or 0. */
static Sym root_of(const Tree *t, NodeId n)
{
    while (n) {
        const Node *x = tree_node(t, n);
        switch (x->kind) {
        case N_NAME: return x->a;
        case N_PAREN:
        case N_INDEX: n = x->first; break;
        case N_MEMBER:
            if (x->op != TK_DOT)
                return 0;
            n = x->first;
            break;
        case N_QUALIFIED: return index_name_of(t, n);
        default: return 0;
        }
    }
    return 0;
}

/* The `index`-th parameter of a function's declaration, or 0. */
static NodeId param_of(const Tree *t, const IndexEntry *e, u32 index)
{
    NodeId dtor = tree_first(t, e->node);
    if (e->kind == DK_FUNCTION && dtor)
        dtor = tree_next(t, dtor);
    for (u32 i = 0; dtor && i < LIMIT_TYPE_DEPTH; dtor = tree_first(t, dtor), i++) {
        NodeKind k = tree_kind(t, dtor);
        if (k < N_D_NAME || k > N_D_PAREN)
            return 0;
        if (k == N_D_FUNC) {
            NodeId params = tree_next(t, tree_first(t, dtor));
            return params ? tree_child(t, params, index) : 0;
        }
    }
    return 0;
}

/* Does a declarator make a reference through which its referent can be written? */
static bool makes_reference(const Tree *t, NodeId specs, NodeId dtor)
{
    for (u32 i = 0; dtor && i < LIMIT_TYPE_DEPTH; dtor = tree_first(t, dtor), i++) {
        NodeKind k = tree_kind(t, dtor);
        if (k == N_D_REF) {
            NodeId of = tree_first(t, dtor);
            bool plain = of && (tree_kind(t, of) == N_D_NAME || tree_kind(t, of) == N_D_PAREN);
            return !(plain && specs && (tree_node(t, specs)->flags & SP_CONST) &&
                     tree_node(t, dtor)->op == TK_AMP);
        }
        if (k == N_D_BINDING)
            return tree_node(t, dtor)->op != 0;
        if (k < N_D_NAME || k > N_D_PAREN)
            return false;
    }
    return false;
}

/* May the function, or macro, of this name write the variable that it is given as its `index`-th argument? */
static bool may_take_reference(const Walk *w, Sym callee, u32 index)
{
    const Project *p = w->f->p;
    const char *name = sym_str(callee);
    if (!callee)
        return w->cxx;
    bool known = strncmp(name, "__builtin_", 10) == 0 && strncmp(name + 10, "va_", 3) != 0;
    u32 budget = LIMIT_FACT_OVERLOADS;
    for (u32 i = index_first(&p->index, callee); i; i = p->index.entries.at[i].next) {
        const IndexEntry *e = &p->index.entries.at[i];
        if (e->kind != DK_FUNCTION && e->kind != DK_PROTOTYPE) {
            /* In C a function pointer takes values; in C++ a class may have any operator(), a type any constructor. */
            known |= !w->cxx && e->kind == DK_VARIABLE;
            if (w->cxx && e->kind != DK_ENUMERATOR)
                return true;
            continue;
        }
        known = true;
        if (!w->cxx)
            return false;
        if (!budget--)
            return true;
        const Tree *t = &p->units.at[e->unit]->tree;
        NodeId param = param_of(t, e, index);
        if (!param)
            continue; /* another overload, or a variable argument: by value */
        if (tree_kind(t, param) != N_PARAM || (tree_node(t, param)->flags & PARAM_PACK))
            return true;
        NodeId specs = tree_first(t, param);
        if (makes_reference(t, specs, specs ? tree_next(t, specs) : 0))
            return true;
    }
    return !known;
}

static void do_call(Walk *w, NodeId n)
{
    const Tree *t = w->t;
    NodeId callee = tree_first(t, n), args = callee ? tree_next(t, callee) : 0;
    NodeId name = callee;
    while (name && tree_kind(t, name) == N_PAREN)
        name = tree_first(t, name);
    NodeKind k = name ? tree_kind(t, name) : N_NONE;
    Sym sym = 0;
    if (k == N_NAME || k == N_QUALIFIED || k == N_TEMPLATE_ID)
        sym = index_name_of(t, name);
    else if (k == N_MEMBER && w->cxx)
        sym = index_name_of(t, tree_next(t, tree_first(t, name)));
    bool asked = k == N_NAME || w->cxx; /* in C, what is called through an expression is no macro */
    bool tracked = false;
    for (NodeId a = args; a && asked && !tracked; a = tree_next(t, a)) {
        Sym root = root_of(t, a);
        tracked = root && w->w->name_of[root];
    }
    if (!tracked) {
        todo_list(w, args, USE_VALUE);
    } else {
        u32 index = 0;
        for (NodeId a = args; a; a = tree_next(t, a), index++) {
            Sym root = root_of(t, a);
            bool tracks = root && w->w->name_of[root];
            todo(w, a, tracks && may_take_reference(w, sym, index) ? USE_WRITE : USE_VALUE);
        }
    }
    if (k == N_MEMBER && w->cxx && tree_node(t, name)->op == TK_DOT)
        todo(w, tree_first(t, name), USE_WRITE); /* a method may write its object */
    else if (k != N_NAME)
        todo(w, callee, USE_VALUE);
}

static void do_binary(Walk *w, NodeId n, Use use)
{
    const Node *x = tree_node(w->t, n);
    NodeId left = x->first, right = left ? tree_next(w->t, left) : 0;
    Use a, b;
    switch (x->op) {
    case TK_COMMA:
        a = USE_NONE;
        b = use;
        break;
    case TK_PLUS:
    case TK_MINUS: a = b = use <= USE_TEST ? use : USE_VALUE; break;
    case TK_SHR:
        a = USE_TEST;
        b = w->cxx ? USE_WRITE : USE_TEST; /* extraction from a stream */
        break;
    case TK_SHL:
        a = USE_TEST;
        b = w->cxx ? USE_VALUE : USE_TEST;
        break;
    default: a = b = USE_TEST;
    }
    /* An operator whose result nobody wants does something else than to compute. */
    if (w->cxx && use == USE_NONE && x->op != TK_COMMA && x->op != TK_AMPAMP && x->op != TK_PIPEPIPE) {
        a = USE_NONE;
        b = USE_WRITE;
    }
    todo(w, right, b);
    todo(w, left, a);
}

static void do_unary(Walk *w, const Node *x, Use use)
{
    switch (x->op) {
    case TK_AMP:
    case TK_PLUSPLUS:
    case TK_MINUSMINUS: todo(w, x->first, USE_WRITE); break;
    case TK_STAR: todo(w, x->first, USE_VALUE); break;
    case KW_EXTENSION:
    case KW_REAL:
    case KW_IMAG: todo(w, x->first, use); break;
    case KW_CO_AWAIT: todo(w, x->first, USE_WRITE); break;
    default: todo(w, x->first, USE_TEST);
    }
}

static bool type_name_is_reference(const Tree *t, NodeId type_name)
{
    NodeId specs = tree_first(t, type_name);
    return makes_reference(t, specs, specs ? tree_next(t, specs) : 0);
}

static void do_cast(Walk *w, const Node *x, Use use)
{
    NodeId type = x->first, exp = type ? tree_next(w->t, type) : 0;
    if (w->cxx && type && type_name_is_reference(w->t, type))
        use = USE_WRITE;
    todo(w, exp, use);
}

/* Arguments of a constructor, or elements of a list that may initialise a class: references among its parameters are not known. */
static void do_arguments(Walk *w, NodeId list)
{
    todo_list(w, list ? tree_first(w->t, list) : 0, w->cxx ? USE_WRITE : USE_VALUE);
}

/* ---- declarations ---- */

/* Sizes of arrays and the like may do something, though they hardly ever do. */
static void do_declarator(Walk *w, NodeId dtor)
{
    for (u32 i = 0; dtor && i < LIMIT_TYPE_DEPTH; dtor = tree_first(w->t, dtor), i++) {
        NodeKind k = tree_kind(w->t, dtor);
        if (k < N_D_NAME || k > N_D_PAREN || k == N_D_NAME)
            return;
        if (k == N_D_ARRAY)
            todo(w, tree_next(w->t, tree_first(w->t, dtor)), USE_TEST);
    }
}

static void do_init(Walk *w, NodeId specs, NodeId dtor, NodeId init)
{
    if (!init || tree_kind(w->t, init) == N_NONE)
        return;
    todo(w, init, w->cxx && makes_reference(w->t, specs, dtor) ? USE_WRITE : USE_VALUE);
}

/* Only declarations in functions, lists of members and lambdas are of interest in specifiers. */
static void do_specs(Walk *w, NodeId specs)
{
    if (!w->cxx || !specs)
        return;
    for (NodeId c = tree_first(w->t, specs); c; c = tree_next(w->t, c))
        if (tree_kind(w->t, c) == N_RECORD && (tree_node(w->t, c)->flags & REC_DEFINED))
            todo(w, c, USE_NONE);
}

static void do_decl(Walk *w, NodeId n)
{
    NodeId specs = tree_first(w->t, n), first = specs ? tree_next(w->t, specs) : 0;
    if (first)
        vec_push(&w->tasks, ((Task){.node = first, .specs = specs, .use = USE_NONE, .siblings = true}));
    do_specs(w, specs);
}

static void do_init_decl(Walk *w, NodeId n, NodeId specs)
{
    const Tree *t = w->t;
    NodeId dtor = tree_first(t, n), init = dtor ? tree_next(t, dtor) : 0;
    u32 flags = specs ? tree_node(t, specs)->flags : 0;
    if (init && tree_kind(t, init) == N_NONE)
        init = 0;
    if (w->state.in_function) {
        if (flags & SP_EXTERN)
            declare_global(w, dtor);
        else if ((flags & SP_STATIC) && !(flags & SP_TYPEDEF))
            declare_static(w, specs, n, dtor, init);
        else
            declare_auto(w, dtor);
        do_declarator(w, dtor);
    }
    do_init(w, specs, dtor, init);
}

static void declare_params(Walk *w, NodeId params)
{
    for (NodeId p = params ? tree_first(w->t, params) : 0; p; p = tree_next(w->t, p)) {
        if (tree_kind(w->t, p) != N_PARAM)
            continue;
        NodeId specs = tree_first(w->t, p), dtor = specs ? tree_next(w->t, specs) : 0;
        declare_auto(w, dtor);
        do_init(w, specs, dtor, dtor ? tree_next(w->t, dtor) : 0);
    }
}

/* May `return x` in a function of this type hand out x itself? A named type may be a reference. */
static bool returns_reference(const Tree *t, NodeId specs, NodeId dtor)
{
    NodeKind outer = dtor ? tree_kind(t, dtor) : N_NONE;
    if (outer == N_D_PTR)
        return false;
    return outer == N_D_REF || !specs || !(tree_node(t, specs)->a & ~(u32)BT_AUTO);
}

static void do_func(Walk *w, NodeId n)
{
    const Tree *t = w->t;
    NodeId specs = tree_first(t, n), dtor = tree_next(t, specs), rest = dtor ? tree_next(t, dtor) : 0;
    open_scope(w);
    w->state.in_function = true;
    w->state.returns_ref = w->cxx && returns_reference(t, specs, dtor);
    if (rest) /* CTOR_INITS?, body?, K&R declarations: these come first */
        vec_push(&w->tasks, ((Task){.node = rest, .use = USE_NONE, .siblings = true}));
    NodeId own = 0; /* the function's own parameter list is the one next to its name */
    for (NodeId d = dtor; d; d = tree_first(t, d)) {
        NodeKind k = tree_kind(t, d);
        if (k < N_D_NAME || k > N_D_PAREN || k == N_D_NAME)
            break;
        own = k == N_D_FUNC ? d : own;
    }
    declare_params(w, own ? tree_next(t, tree_first(t, own)) : 0);
    if (tree_node(t, n)->flags & FN_KNR)
        for (NodeId d = rest; d; d = tree_next(t, d))
            if (tree_kind(t, d) == N_DECL)
                for (NodeId i = tree_next(t, tree_first(t, d)); i; i = tree_next(t, i))
                    if (tree_kind(t, i) == N_INIT_DECL)
                        declare_auto(w, tree_first(t, i));
}

static void do_lambda(Walk *w, NodeId n)
{
    const Tree *t = w->t;
    NodeId captures = tree_first(t, n), templates = tree_next(t, captures), params = tree_next(t, templates);
    NodeId type = params ? tree_next(t, params) : 0, body = type ? tree_next(t, type) : 0;
    for (NodeId c = tree_first(t, captures); c; c = tree_next(t, c))
        todo(w, tree_first(t, c), tree_node(t, c)->op == TK_AMP ? USE_WRITE : USE_VALUE);
    open_scope(w);
    w->state.in_function = true;
    w->state.returns_ref = type && tree_kind(t, type) != N_NONE;
    todo(w, body, USE_NONE);
    declare_params(w, params && tree_kind(t, params) == N_PARAMS ? params : 0);
}

static void do_range_for(Walk *w, NodeId n)
{
    const Tree *t = w->t;
    NodeId init = tree_first(t, n), decl = tree_next(t, init), range = tree_next(t, decl),
           body = tree_next(t, range);
    NodeId specs = tree_first(t, decl), d = specs ? tree_next(t, specs) : 0;
    bool by_reference = d && makes_reference(t, specs, tree_first(t, d));
    open_scope(w);
    todo(w, body, USE_NONE);
    todo(w, range, by_reference ? USE_WRITE : USE_VALUE);
    todo(w, decl, USE_NONE);
    todo(w, init, USE_NONE);
}

/* ---- the walk ---- */

/* Children of a node one after another, in a scope of their own, with the use that each position has. */
static void do_scoped(Walk *w, NodeId first, Use a, Use b, Use c, Use d)
{
    const Use uses[] = {a, b, c, d};
    NodeId child[LENGTH(uses)];
    u32 n = 0;
    for (NodeId x = first; x && n < LENGTH(uses); x = tree_next(w->t, x))
        child[n++] = x;
    open_scope(w);
    while (n--)
        todo(w, child[n], uses[n]);
}

static void do_exp(Walk *w, NodeId n, const Node *x, Use use)
{
    const Tree *t = w->t;
    switch (x->kind) {
    case N_NAME: mention(w, x->a, x->tok, mention_of_use[use], false); break;
    case N_QUALIFIED: {
        NodeId last = 0;
        for (NodeId c = x->first; c; c = tree_next(t, c)) {
            last = c;
            if (tree_kind(t, c) == N_TEMPLATE_ID)
                todo(w, c, USE_NONE);
        }
        if (last && tree_kind(t, last) == N_NAME)
            mention(w, tree_node(t, last)->a, x->tok, mention_of_use[use], true);
        break;
    }
    case N_TEMPLATE_ID: todo_list(w, x->first ? tree_next(t, x->first) : 0, USE_WRITE); break;
    case N_PAREN:
    case N_PACK: todo(w, x->first, use); break;
    case N_UNARY: do_unary(w, x, use); break;
    case N_POSTFIX: todo(w, x->first, USE_WRITE); break;
    case N_BINARY: do_binary(w, n, use); break;
    case N_ASSIGN:
        todo(w, tree_next(t, x->first), USE_VALUE);
        todo(w, x->first, USE_WRITE);
        break;
    case N_COND: {
        NodeId then = tree_next(t, x->first), other = tree_next(t, then);
        todo(w, other, use);
        todo(w, then, use);
        todo(w, x->first, tree_kind(t, then) == N_NONE ? MAX(use, USE_TEST) : USE_TEST);
        break;
    }
    case N_CALL: do_call(w, n); break;
    case N_INDEX:
        todo_list(w, tree_next(t, x->first), USE_TEST);
        todo(w, x->first, use >= USE_WRITE ? USE_ELEMENT : use >= USE_VALUE ? USE_PART : use);
        break;
    case N_MEMBER:
        if (x->op == TK_DOT)
            todo(w, x->first, use == USE_VALUE ? USE_PART : use);
        else
            todo(w, x->first, x->op == TK_ARROW ? USE_VALUE : USE_WRITE);
        break;
    case N_CAST:
    case N_CXX_CAST: do_cast(w, x, use); break;
    case N_CONSTRUCT:
    case N_COMPOUND_LIT: do_arguments(w, x->first ? tree_next(t, x->first) : 0); break;
    case N_VA_ARG: todo(w, x->first, USE_WRITE); break;
    case N_GENERIC: todo_list(w, x->first ? tree_next(t, x->first) : 0, use); break;
    case N_GENERIC_ASSOC: todo(w, x->first ? tree_next(t, x->first) : 0, use); break;
    case N_STMT_EXPR: todo(w, x->first, MAX(use, USE_VALUE)); break;
    case N_DESIGNATED: {
        NodeId last = 0;
        for (NodeId c = x->first; c; c = tree_next(t, c))
            last = c;
        todo(w, last, use);
        break;
    }
    case N_INIT_LIST: do_arguments(w, n); break;
    case N_LAMBDA: do_lambda(w, n); break;
    case N_NEW:
        for (NodeId c = x->first; c; c = tree_next(t, c))
            if (tree_kind(t, c) == N_ARGS || tree_kind(t, c) == N_INIT_LIST)
                do_arguments(w, c);
        break;
    /* not evaluated */
    case N_SIZEOF_EXPR:
    case N_SIZEOF_TYPE:
    case N_OFFSETOF:
    case N_TYPEID:
    case N_NOEXCEPT:
    case N_REQUIRES:
    case N_TYPE_NAME: break;
    default: todo_list(w, x->first, USE_VALUE);
    }
}

static void do_node(Walk *w, Task task)
{
    const Tree *t = w->t;
    NodeId n = task.node;
    const Node *x = tree_node(t, n);
    switch (x->kind) {
    case N_NONE:
    case N_NUMBER:
    case N_CHAR:
    case N_BREAK:
    case N_CONTINUE:
    case N_GOTO:
    case N_EMPTY:
    case N_STATIC_ASSERT:
    case N_CONCEPT:
    case N_USING:
    case N_ALIAS:
    case N_NAMESPACE_ALIAS:
    case N_ATTR:
    case N_SPECS:
    case N_TEMPLATE_PARAMS:
    case N_BASE:
    case N_ENUM:
    case N_PARAM: break;
    /* declarations */
    case N_UNIT:
    case N_LINKAGE:
    case N_FRIEND: todo_list(w, x->first, USE_NONE); break;
    case N_NAMESPACE:
    case N_TEMPLATE: todo_list(w, x->first ? tree_next(t, x->first) : 0, USE_NONE); break;
    case N_FUNC: do_func(w, n); break;
    case N_DECL: do_decl(w, n); break;
    case N_INIT_DECL: do_init_decl(w, n, task.specs); break;
    case N_RECORD:
        open_scope(w);
        w->state.in_function = false;
        todo_list(w, x->first, USE_NONE);
        break;
    case N_ALT: todo_list(w, x->first, task.use); break;
    case N_ALT_BRANCH:
        open_scope(w);
        w->state.under_alt = true;
        todo_list(w, x->first, task.use);
        break;
    case N_CTOR_INITS: todo_list(w, x->first, USE_NONE); break;
    case N_CTOR_INIT: do_arguments(w, x->first ? tree_next(t, x->first) : 0); break;
    case N_ASM_DECL:
    case N_ASM:
    case N_UNREAD: mention_all(w, n); break;
    case N_MACRO_SPEC:
    case N_MACRO_DECL:
    case N_MACRO_STMT: todo(w, x->first, USE_WRITE); break;
    case N_MACRO_LOOP:
        todo(w, tree_next(t, x->first), USE_NONE);
        todo(w, x->first, USE_WRITE);
        break;
    /* statements */
    case N_COMPOUND:
        open_scope(w);
        todo_list(w, x->first, task.use);
        break;
    case N_EXPR_STMT: todo(w, x->first, task.use); break;
    case N_IF:
    case N_SWITCH: do_scoped(w, x->first, USE_NONE, USE_TEST, USE_NONE, USE_NONE); break;
    case N_WHILE: do_scoped(w, x->first, USE_TEST, USE_NONE, USE_NONE, USE_NONE); break;
    case N_DO: do_scoped(w, x->first, USE_NONE, USE_TEST, USE_NONE, USE_NONE); break;
    case N_FOR: do_scoped(w, x->first, USE_NONE, USE_TEST, USE_NONE, USE_NONE); break;
    case N_FOR_RANGE: do_range_for(w, n); break;
    case N_CASE: todo(w, tree_child(t, n, 2), USE_NONE); break;
    case N_DEFAULT:
    case N_LABEL: todo(w, x->first, USE_NONE); break;
    case N_RETURN: todo(w, x->first, w->state.returns_ref ? USE_WRITE : USE_VALUE); break;
    case N_TRY: todo_list(w, x->first, USE_NONE); break;
    case N_CATCH:
        open_scope(w);
        todo_list(w, x->first, USE_NONE);
        break;
    case N_ARGS:
        if (task.use == USE_WRITE) { /* of a macro */
            todo_list(w, x->first, USE_WRITE);
            break;
        }
        do_arguments(w, n);
        break;
    default: do_exp(w, n, x, (Use)task.use);
    }
}

/* The unit's own objects that no other unit sees. */
static void show_own(Walk *w, bool visible)
{
    const Index *ix = &w->f->p->index;
    for (u32 i = index_first_of(ix, w->u->index); i < ix->entries.n && ix->entries.at[i].unit == w->u->index;
         i++) {
        u32 object = w->f->object_of_entry[i];
        if (!object || w->f->objects.at[object].unit != w->u->index)
            continue;
        u32 *name = &w->w->name_of[ix->entries.at[i].name];
        const FactName *n = &w->f->names.at[w->f->objects.at[object].name];
        if (*name && n->private_only)
            *name = visible ? *name & ~FACT_ELSEWHERE : *name | FACT_ELSEWHERE;
    }
}

static void flush(Walk *w)
{
    FactWorker *k = w->w;
    for (u32 i = 0; i < k->touched.n; i++) {
        u32 name = k->touched.at[i];
        FactHit hit = {.name = name, .here = k->bits[name] & 0xff, .elsewhere = k->bits[name] >> 8};
        vec_push(&w->out->hits, hit);
        k->bits[name] = 0;
    }
    vec_clear(&k->touched);
    fact_marks_release(&w->marks, k);
    show_own(w, false);
    for (u32 i = 0; i < w->out->statics.n; i++) {
        FactStatic *s = &w->out->statics.at[i];
        if (w->unread.n && map_has(&w->unread, s->sym))
            s->found = FM_ALL;
    }
}

void fact_scan_unit(const ProjectFacts *f, u32 unit, FactWorker *worker, FactUnit *out)
{
    const Unit *u = f->p->units.at[unit];
    Walk w = {.f = f, .u = u, .t = &u->tree, .w = worker, .out = out, .cxx = u->lang == LANG_CXX};
    show_own(&w, true);
    scan_skips(&w);
    fact_marks_make(&w.marks, u, worker);
    todo(&w, u->tree.root, USE_NONE);
    while (w.tasks.n) {
        Task *top = &vec_last(&w.tasks), task = *top;
        NodeId after = task.siblings ? tree_next(w.t, task.node) : 0;
        if (after)
            top->node = after;
        else
            (void)vec_pop(&w.tasks);
        if (!task.node)
            close_scope(&w);
        else if (task.specs ||
                 fact_marked(&w.marks, tree_node(w.t, task.node))) /* `static` stands before the declarator */
            do_node(&w, task);
    }
    pop_locals(&w, 0);
    flush(&w);
    vec_release(&w.states);
    vec_release(&w.locals);
    vec_release(&w.tasks);
    map_release(&w.unread);
}
