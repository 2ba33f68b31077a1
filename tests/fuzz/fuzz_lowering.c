/*
 * Parser, lowering, passes and checks on arbitrary source: the graph of each function is closed, its numbers ascend, all of it
 * can be printed, and every check ends. A first byte `+` stands for C++.
 */
#include "base/str.h"
#include "checks/run.h"
#include "ir/passes.h"
#include "lower/lower.h"

#include "fuzz.h"

static void check_block(const IrFunction *f, const IrBlock *b, u32 *last_id)
{
    demand(b->first && b->last && ir_is_terminator(b->last) && !b->last->next);
    for (const IrInst *i = b->first; i; i = i->next) {
        demand(i == b->last || !ir_is_terminator(i));
        demand(i == f->blocks[0]->first || i->id > *last_id);
        demand(i->temp < f->n_temps && (!i->temp || ir_temp_def(f, i->temp) == i));
        *last_id = i->id;
    }
    BlockId next[64];
    u32 n = ir_successors(f, b, next, LENGTH(next));
    for (u32 k = 0; k < n && k < LENGTH(next); k++)
        demand(next[k] < f->n_blocks);
}

static void check_function(const IrFunction *f)
{
    u32 last_id = 0;
    demand(f->n_blocks > 0);
    for (u32 b = 0; b < f->n_blocks; b++) {
        demand(f->blocks[b]->id == b);
        check_block(f, f->blocks[b], &last_id);
    }
    Cfg *cfg = cfg_new(f);
    Dom *dom = dom_new(cfg), *post = dom_new_post(cfg);
    Loops *loops = loops_new(cfg, dom);
    Live *live = live_new(cfg);
    Reach *reach = reach_new(cfg);
    for (u32 i = 0; i < loops->n; i++)
        demand(loops->loops[i].head < f->n_blocks && loops->loops[i].parent <= i);
    reach_free(reach);
    live_free(live);
    loops_free(loops);
    dom_free(post);
    dom_free(dom);
    cfg_free(cfg);
}

static void check_unit(const Project *p, const Unit *u)
{
    IrUnit *ir = lower_unit(p, u, NULL);
    Sb text;
    sb_init(&text);
    ir_print_unit(ir, &text);
    sb_reset(&text);
    if (u->tree.root)
        tree_dump(u, u->tree.root, &text);
    sb_release(&text);
    for (u32 i = 0; i < ir->n_functions; i++)
        check_function(ir->functions[i]);
    ir_unit_free(ir);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzProject f;
    Project *p = fuzz_project(&f, data, size);
    ContractDb *contracts = contract_db_new(p);
    bool *selected = mem_zalloc(check_count(), sizeof *selected);
    for (u32 i = 0; i < check_count(); i++)
        selected[i] = true;
    CheckRun *run = check_run_new(p, contracts, selected);
    for (u32 i = 1; i < p->units.n; i++) {
        check_unit(p, p->units.at[i]);
        check_run_unit(run, i);
    }
    check_run_end(run);
    check_run_free(run);
    mem_free(selected);
    contract_db_free(contracts);
    fuzz_project_release(&f);
    return 0;
}
