/*
 * CWE-248: exceptions thrown where none may leave: in functions that promise so (noexcept, throw()) and in destructors, outside of
 * any try. The program ends there.
 */
#include "checks/check.h"
#include "checks/flow.h"

typedef enum Promise { PROMISE_NONE, PROMISE_NOEXCEPT, PROMISE_DESTRUCTOR } Promise;

/* The D_FUNC of the function's own declarator. */
static NodeId declarator_of(const Tree *t, NodeId function)
{
    NodeId d = tree_child(t, function, 1), found = 0;
    while (d) {
        NodeKind k = tree_kind(t, d);
        if (k == N_D_FUNC)
            found = d;
        if (k != N_D_FUNC && k != N_D_PAREN && k != N_D_PTR && k != N_D_REF)
            break;
        d = tree_first(t, d);
    }
    return found;
}

/* What the tokens of the declarator promise: `noexcept`, `noexcept(true)` and `throw()`; any other condition or list promises nothing
 * that is known here. */
static Promise promise_of(const Unit *u, const IrFunction *f)
{
    Promise plain = f->flags & IFN_DTOR ? PROMISE_DESTRUCTOR : PROMISE_NONE;
    NodeId d = f->node && tree_kind(&u->tree, f->node) == N_FUNC ? declarator_of(&u->tree, f->node) : 0;
    if (!d)
        return PROMISE_NONE;
    const Token *toks = u->toks.at;
    u32 end = MIN(tree_node(&u->tree, d)->end, u->n_stream);
    NodeId body = tree_child(&u->tree, f->node, 3);
    if (body && tree_kind(&u->tree, body) != N_NONE)
        end = MAX(end, MIN(tree_node(&u->tree, body)->begin, u->n_stream));
    NodeId params = tree_child(&u->tree, d, 1);
    u32 from = params ? tree_node(&u->tree, params)->end : tree_node(&u->tree, d)->begin;
    for (u32 i = from; i < end; i++) {
        if (toks[i].kind != KW_NOEXCEPT && toks[i].kind != KW_THROW)
            continue;
        bool open = i + 1 < end && toks[i + 1].kind == TK_LPAREN;
        if (toks[i].kind == KW_THROW)
            return open && i + 2 < u->n_stream && toks[i + 2].kind == TK_RPAREN ? PROMISE_NOEXCEPT
                                                                                : PROMISE_NONE;
        return !open || (i + 2 < u->n_stream && toks[i + 2].kind == KW_TRUE) ? PROMISE_NOEXCEPT
                                                                             : PROMISE_NONE;
    }
    return plain;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (!(f->flags & (IFN_NOEXCEPT | IFN_DTOR)) || f->flags & IFN_LAMBDA)
        return;
    Promise promise = promise_of(c->unit, f);
    const u64 *runs = promise ? flow_feasible(c) : NULL;
    for (u32 b = 0; promise && b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        if (last->op != II_THROW || !last->node)
            continue;
        Site site = check_site_inst(c, last);
        if (f->blocks[b]->landing)
            check_undecided(site, UNDECIDED_TYPE); /* whether a handler takes it */
        else if (!bits_has(runs, b))
            check_safe(site);
        else if (flow_from_macro(c->unit, last->node))
            check_undecided(site, UNDECIDED_MACRO);
        else
            check_violated(site, check_code(c, last->node),
                           promise == PROMISE_DESTRUCTOR ? "which is a destructor"
                                                         : "which promises to throw nothing");
    }
}

static const char *const references[] = {"CERT C++ ERR50-CPP", "C++ Core Guidelines E.12, C.36", NULL};

const CheckInfo check_throw_in_noexcept = {
    .id = "throw-in-noexcept",
    .cwe = 248,
    .related = {440},
    .severity = SEV_MEDIUM,
    .confidence = CONF_VERY_HIGH,
    .title = "An exception that ends the program",
    .sites = "throws in functions that let no exception out",
    .message = "`{0}` leaves `{function}`, {1}.",
    .reason =
        "An exception may not leave such a function: `std::terminate` ends the program at once, without the handlers that callers have "
        "for it and without unwinding. Where input provokes it, that is a denial of service.",
    .repair = "Handle the failure inside the function, or take the promise back: `noexcept(false)`.",
    .references = references,
    .cxx_only = true,
    .on_function = on_function,
};
