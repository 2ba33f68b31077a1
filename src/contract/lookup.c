/*
 * Questions to the finished database; see contract.h.
 */
#include <string.h>

#include "contract/contract_priv.h"

const Contract *contract_lookup(const ContractDb *db, Sym name)
{
    u32 id = db_library_contract(db, name);
    for (u32 i = map_get(&db->first, name, 0); i && !id; i = db->contracts.at[i].next)
        if (!db->contracts.at[i].is_static && !db->contracts.at[i].cls)
            id = i;
    return id ? &db->contracts.at[id] : NULL;
}

const Contract *contract_lookup_in(const ContractDb *db, Sym scope, Sym name)
{
    for (u32 i = map_get(&db->first, name, 0); i; i = db->contracts.at[i].next)
        if (db->contracts.at[i].scope == scope && !db->contracts.at[i].is_static)
            return &db->contracts.at[i];
    return NULL;
}

static const Contract *method_of(const ContractDb *db, Sym cls, Sym method, u32 argc, u32 depth)
{
    for (u32 i = map_get(&db->first, method, 0); i; i = db->contracts.at[i].next)
        if (db->contracts.at[i].cls == cls && db_takes(&db->contracts.at[i], argc))
            return &db->contracts.at[i];
    if (depth >= CONTRACT_BASE_DEPTH || method == cls)
        return NULL;
    for (u32 b = map_get(&db->bases, cls, 0); b; b = db->base_list.at[b].next) {
        const Contract *c = method_of(db, db->base_list.at[b].base, method, argc, depth + 1);
        if (c)
            return c;
    }
    return NULL;
}

const Contract *contract_lookup_method(const ContractDb *db, Sym cls, Sym method, u32 argc)
{
    if (cls)
        return method_of(db, db_last_component(cls), method, argc, 0);
    u32 id = map_get(&db->common, (u64)method << 8 | MIN(argc, CONTRACT_COMMON_ARGS - 1), 0);
    return id ? &db->contracts.at[id] : NULL;
}

const Contract *contract_of_entry(const ContractDb *db, u32 entry)
{
    if (!entry || entry >= db->p->index.entries.n)
        return NULL;
    u32 id = map_get(&db->by_entry, entry, 0);
    const IndexEntry *e = &db->p->index.entries.at[entry];
    if (!id && (e->kind == DK_FUNCTION || e->kind == DK_PROTOTYPE)) {
        id = db_find_entity(db, e, 0, false);
        if (!id && !e->is_static && !e->scope && !db_project_defines(db, e->name))
            id = db_library_contract(db, e->name);
    }
    return id ? &db->contracts.at[id] : NULL;
}

const ContractFact *contract_fact(const ContractDb *db, const Contract *c, u32 i)
{
    return c && i < c->n ? &db->facts.at[c->first + i] : NULL;
}

const ContractFact *contract_next(const ContractDb *db, const Contract *c, ContractAttr attr, u32 *i)
{
    if (!contract_has(c, attr))
        return NULL;
    while (*i < c->n) {
        const ContractFact *f = &db->facts.at[c->first + (*i)++];
        if (f->attr == attr)
            return f;
    }
    return NULL;
}

const ContractFact *contract_about(const ContractDb *db, const Contract *c, ContractAttr attr, i32 arg)
{
    const ContractFact *f;
    for (u32 i = 0; (f = contract_next(db, c, attr, &i));)
        if (f->target[0].arg == arg)
            return f;
    return NULL;
}

const ContractExpr *contract_expr(const ContractDb *db, ContractExprId e)
{
    return e && e < db->exprs.n ? &db->exprs.at[e] : NULL;
}

bool contract_demands_nonnull(const ContractDb *db, const Contract *c, i32 arg)
{
    static const u8 accesses[] = {CA_READS,  CA_WRITES,        CA_WRITES_UP_TO,
                                  CA_STRING, CA_WRITES_STRING, CA_WRITES_STRING_UP_TO};
    if (contract_about(db, c, CA_NONNULL, arg))
        return true;
    if (!c || contract_about(db, c, CA_NULLABLE, arg))
        return false;
    for (u32 i = 0; i < LENGTH(accesses); i++) {
        const ContractFact *f;
        for (u32 k = 0; (f = contract_next(db, c, (ContractAttr)accesses[i], &k));)
            if (f->target[0].arg == arg && f->target[0].deref == 0)
                return true;
    }
    return false;
}

static bool result_is_null(void *ctx, ContractOp query, ContractTarget target, ContractValue *out)
{
    (void)ctx;
    *out = (ContractValue){.known = true};
    return query == CE_TARGET && target.arg == CT_RESULT && target.deref == 0;
}

bool contract_may_return_null(const ContractDb *db, const Contract *c)
{
    if (contract_has(c, CA_MAY_RETURN_NULL))
        return true;
    const ContractFact *f;
    for (u32 i = 0; (f = contract_next(db, c, CA_ERROR_IF, &i));)
        if (contract_test(db, f->expr[0], result_is_null, NULL) == 1)
            return true;
    return false;
}

Sym contract_release_of(const ContractDb *db, Sym family)
{
    return map_get(&db->releases, family, 0);
}

Sym db_param(const ContractDb *db, const Contract *c, u32 n)
{
    return c && n < c->n_params ? db->params.at[db->param_first.at[(u32)(c - db->contracts.at)] + n] : 0;
}
