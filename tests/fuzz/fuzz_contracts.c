/*
 * The reader of contracts on arbitrary declarations: every fact is well formed, can be printed and evaluated. A first byte `+`
 * stands for C++.
 */
#include "base/str.h"
#include "contract/contract.h"

#include "fuzz.h"

/* Knows half of what it is asked for. */
static bool value_of(void *ctx, ContractOp query, ContractTarget target, ContractValue *out)
{
    u32 *n = ctx;
    out->known = (++*n & 1) != 0;
    out->value = (i64)*n * (target.arg - 3) + query;
    out->text = *n & 4 ? "text" : NULL;
    return (*n & 3) != 0;
}

static void check_contract(const ContractDb *db, const Contract *c, Sb *text)
{
    u32 seed = c->n;
    for (u32 i = 0; i < c->n; i++) {
        const ContractFact *f = contract_fact(db, c, i);
        demand(f->attr > CA_NONE && f->attr < CA_COUNT && contract_has(c, f->attr));
        demand(f->kind == 0 || contract_kind_info(f->kind)->attr == f->attr);
        for (u32 k = 0; k < 2; k++) {
            if (!f->expr[k])
                continue;
            i64 value;
            const ContractExpr *e = contract_expr(db, f->expr[k]);
            demand(e->a < f->expr[k] && e->b < f->expr[k]);
            contract_test(db, f->expr[k], value_of, &seed);
            contract_eval(db, f->expr[k], value_of, &seed, &value);
            contract_expr_text(db, c, f->expr[k], text);
        }
    }
    for (i32 arg = CT_VARARGS; arg < 8; arg++)
        contract_demands_nonnull(db, c, arg);
    contract_may_return_null(db, c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzProject f;
    Project *p = fuzz_project(&f, data, size);
    ContractDb *db = contract_db_new(p);
    Sb text;
    sb_init(&text);
    for (u32 i = 1; i < p->index.entries.n; i++) {
        const Contract *c = contract_of_entry(db, i);
        if (c)
            check_contract(db, c, &text);
        contract_lookup(db, p->index.entries.at[i].name);
        contract_lookup_method(db, p->index.entries.at[i].scope, p->index.entries.at[i].name, i % 4);
        sb_reset(&text);
    }
    sb_release(&text);
    contract_db_free(db);
    fuzz_project_release(&f);
    return 0;
}
