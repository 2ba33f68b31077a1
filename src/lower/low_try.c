/*
 * Exceptions and range-for.
 */
#include <string.h>

#include "lower/low.h"

/* ---- exceptions ---- */

void low_throw(Lower *l, NodeId n)
{
    NodeId e = some(l, first(l, n));
    const IrExp *v = e ? low_value(l, e) : NULL;
    low_here(l);
    if (l->fn->landing)
        l->fn->landing->refs++;
    low_emit(l, II_THROW, n)->value = v;
}

void low_try(Lower *l, NodeId n)
{
    Fn *fn = l->fn;
    NodeId body = first(l, n);
    NodeId inits = 0;
    for (NodeId c = next(l, body); c; c = next(l, c))
        if (kind(l, c) == N_CTOR_INITS)
            inits = c;
    LowBlock *outer = fn->landing, *landing = low_block(l), *join = low_block(l), *in = low_block(l);
    fn->landing = landing;
    if (fn->cur)
        low_start(l, in);
    if (inits)
        low_ctor_inits(l, inits, n);
    low_stmt(l, body);
    fn->landing = outer;
    low_goto(l, join, n, 0);
    fn->cur = NULL;
    low_start_always(l, landing);
    landing->b.flags |= IBF_LANDING;
    IrLanding *ln = arena_new(l->arena, IrLanding);
    u32 count = 0;
    for (NodeId c = next(l, body); c; c = next(l, c))
        count += kind(l, c) == N_CATCH;
    ln->handlers = arena_array(l->arena, IrHandler, count);
    ln->outer = outer ? outer->b.id : 0;
    if (outer)
        outer->refs++;
    low_emit(l, II_LANDING, n)->landing = ln;
    for (NodeId c = next(l, body); c; c = next(l, c)) {
        if (kind(l, c) != N_CATCH)
            continue;
        NodeId param = some(l, first(l, c)), block = next(l, first(l, c));
        LowBlock *b = low_block(l);
        IrHandler *h = &ln->handlers[ln->n_handlers++];
        h->type = TYPE_VOID;
        h->node = c;
        h->block = b->b.id;
        b->refs++;
        low_start(l, b);
        b->b.flags |= IBF_HANDLER;
        low_scope_push(l);
        if (param && kind(l, param) == N_PARAM) {
            Specs s = low_specs(l, first(l, param));
            Declared d;
            h->type = low_declarator(l, s.type, next(l, first(l, param)), &d);
            IrVar *v = low_var(l, d.name, h->type, IV_LOCAL, param);
            v->flags |= IVF_CATCH | IVF_INIT;
            h->var = v;
            if (d.name)
                low_bind_var(l, v);
            low_declare(l, v, param);
            const IrExp *place = low_var_place(l, v, param);
            low_store(l, place, low_unknown_exp(l, type_unqualified(l->tt, place->type), param), param,
                      IIF_INIT | IIF_IMPLICIT);
        }
        low_stmt(l, block);
        low_scope_pop(l, c);
        low_goto(l, join, c, 0);
        fn->cur = NULL;
    }
    low_start(l, join);
}

/* ---- range-for ---- */

void low_for_range(Lower *l, NodeId n)
{
    NodeId init = first(l, n), decl = next(l, init), range = next(l, decl), body = next(l, range);
    low_scope_push(l);
    if (some(l, init))
        low_stmt(l, init);
    const IrExp *r = low_exp(l, range);
    TypeId elem = TYPE_UNKNOWN;
    bool array = type_kind(l->tt, r->type) == TY_ARRAY && ir_is_place(r);
    if (array)
        elem = type_of(l->tt, r->type);
    else if (ir_is_place(r) || low_is_class(l, r->type))
        low_spill(l, low_bound_addr(l, r, range), type_ptr(l->tt, r->type), range); /* the loop holds it */
    LowBlock *head = low_block(l), *in = low_block(l), *out = low_block(l);
    vec_push(&l->fn->loops, ((IrLoop){.node = n, .parent = l->fn->loop}));
    u32 loop = l->fn->loops.n - 1;
    l->fn->loop = loop + 1;
    Jump jump = {l->fn->jump, out, head, l->fn->scope};
    l->fn->jump = &jump;
    head->refs++;
    low_start(l, head);
    head->b.flags |= IBF_LOOP_HEAD;
    head->b.loop = loop;
    low_branch(l, low_unknown_exp(l, TYPE_BOOL, range), in, out, BR_RANGE, range, n, 0);
    low_start(l, in);
    low_scope_push(l);
    NodeId specs = first(l, decl), d = next(l, specs);
    Specs s = low_specs(l, specs);
    if (d && kind(l, d) == N_INIT_DECL) {
        Declared dd;
        TypeId t = low_declarator(l, s.type, first(l, d), &dd);
        if (dd.d_name && kind(l, dd.d_name) == N_D_BINDING) {
            low_bindings(l, dd.d_name, t, 0, d);
        } else {
            bool ref = type_kind(l->tt, t) == TY_REF;
            if (s.is_auto) {
                u8 quals = type_get(l->tt, type_deref_ref(l->tt, t))->quals;
                if (type_kind(l->tt, t) != TY_PTR)
                    t = type_qualified(l->tt, ref ? elem : type_unqualified(l->tt, elem), quals);
                if (ref)
                    t = type_ref(l->tt, t, false);
            }
            IrVar *v = low_var(l, dd.name, t, IV_LOCAL, d);
            v->flags |= IVF_INIT;
            if (dd.name)
                low_bind_var(l, v);
            low_declare(l, v, d);
            const IrExp *place = low_var_place(l, v, d);
            const IrExp *value;
            if (array) {
                const IrExp *e = low_index(l, r, low_unknown_exp(l, type_size_t(l->tt), range), range);
                value = ref ? low_addr(l, e, d, IX_BINDING) : low_to_value(l, e, d);
            } else {
                value = low_unknown_exp(l, type_unqualified(l->tt, place->type), range);
            }
            low_store(l, place, value, d, IIF_INIT);
        }
    }
    low_stmt(l, body);
    low_scope_pop(l, n);
    low_goto(l, head, n, IIF_BACK);
    l->fn->jump = jump.outer;
    IrLoop *lp = &l->fn->loops.at[loop];
    lp->head = lp->cond = lp->step = head->b.id;
    lp->body = in->b.id;
    low_start(l, out);
    lp = &l->fn->loops.at[loop];
    lp->exit = out->b.id;
    l->fn->loop = lp->parent;
    low_scope_pop(l, n);
}

/* auto [a, b] = e: each name is a variable of unknown type, or the member when the class is known. */
void low_bindings(Lower *l, NodeId d_binding, TypeId type, NodeId init, NodeId node)
{
    const IrExp *source = NULL;
    if (init) {
        NodeId x = init;
        if ((kind(l, x) == N_ARGS || kind(l, x) == N_INIT_LIST) && first(l, x))
            x = first(l, x);
        source = low_exp(l, x);
    }
    bool ref = type_kind(l->tt, type) == TY_REF;
    const Record *r = source ? type_record(l->tt, source->type) : NULL;
    if (source && !ir_is_place(source))
        source = low_spill(l, source, source->type, node);
    u32 i = 0;
    for (NodeId c = first(l, d_binding); c; c = next(l, c), i++) {
        if (kind(l, c) != N_NAME)
            continue;
        const IrExp *part = NULL;
        if (source && r && r->state == RECORD_COMPLETE && i < r->n_fields &&
            !(r->fields[i].flags & FIELD_BASE))
            part = low_field(l, source, i, r->fields[i].name, r->fields[i].type, c);
        else if (source && type_kind(l->tt, source->type) == TY_ARRAY)
            part = low_index(l, source, low_int(l, type_size_t(l->tt), i, c), c);
        TypeId t = part ? part->type : TYPE_UNKNOWN;
        IrVar *v = low_var(l, nd(l, c)->a, ref ? type_ref(l->tt, t, false) : type_unqualified(l->tt, t),
                           IV_LOCAL, c);
        v->flags |= IVF_INIT;
        low_bind_var(l, v);
        low_declare(l, v, c);
        const IrExp *place = low_var_place(l, v, c), *value;
        if (part)
            value = ref ? low_addr(l, part, c, IX_BINDING) : low_to_value(l, part, c);
        else
            value = low_unknown_exp(l, type_unqualified(l->tt, place->type), c);
        low_store(l, place, value, c, IIF_INIT);
    }
}
