/*
 * `stoa dump --states`: runs the engine on every function of a unit and writes its events and figures. Called by dump.c.
 */
#include "cli/dump.h"
#include "engine/run.h"
#include "lower/lower.h"

typedef struct StatesDump {
    Sb *out;
    bool quiet;
} StatesDump;

static void on_event(void *ctx, const Event *ev)
{
    StatesDump *d = ctx;
    if (d->quiet)
        return;
    sb_adds(d->out, "  ");
    ev_text(ev, d->out);
    sb_addc(d->out, '\n');
}

void dump_states(const Project *p, const ContractDb *contracts, const ProjectFacts *facts, const Unit *u,
                 bool quiet, Sb *out)
{
    IrUnit *ir = lower_unit(p, u, NULL);
    EngineOptions options = {.facts = facts};
    Engine *e = engine_new(p, contracts, ir, &options);
    StatesDump d = {out, quiet};
    for (u32 i = 0; i < ir->n_functions; i++) {
        const IrFunction *f = ir->functions[i];
        if (!quiet)
            sb_addf(out, "function %s\n", sym_str(f->qualified ? f->qualified : f->name));
        const Run *r = engine_function(e, f, on_event, &d);
        const RunStats *s = &r->stats;
        if (!quiet)
            sb_addf(
                out,
                "  = instructions %u steps %llu forks %llu joins %llu widenings %llu states %u values %u memory %zu%s\n",
                f->n_insts, (unsigned long long)s->steps, (unsigned long long)s->forks,
                (unsigned long long)s->joins, (unsigned long long)s->widenings, s->max_states,
                r->values.nodes.n, r->arena.used, s->out_of_fuel ? " out of fuel" : "");
    }
    engine_free(e);
    ir_unit_free(ir);
}
