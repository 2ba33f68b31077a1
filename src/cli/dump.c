/*
 * `stoa dump`; see dump.h. Units are rendered in parallel and written in their order.
 */
#include "cli/dump.h"

#include "base/pool.h"
#include "contract/contract.h"
#include "engine/facts.h"
#include "ir/ir.h"
#include "lower/lower.h"

typedef struct DumpJob {
    Project *p;
    DumpWhat what;
    bool quiet;
    Sb *out;                     /* by unit, from unit 1 on */
    const ContractDb *contracts; /* DUMP_STATES */
    const ProjectFacts *facts;
} DumpJob;

static void dump_tokens(const Project *p, const Unit *u, Sb *out)
{
    u32 line = 0;
    FileId file = 0;
    for (u32 i = 0; i < u->n_stream; i++) {
        const Token *t = &u->toks.at[i];
        if (t->kind == TK_EOF)
            break;
        if (t->kind == TK_PP_IF || t->kind == TK_PP_ELSE || t->kind == TK_PP_ENDIF) {
            sb_adds(out, t->kind == TK_PP_IF ? "\n#if " : t->kind == TK_PP_ELSE ? "\n#else if " : "\n#endif");
            if (t->kind != TK_PP_ENDIF)
                presence_text(&u->presence, t->sym, out);
            line = 0;
            continue;
        }
        Position at = src_position(&p->src, unit_written_loc(u, i));
        if (at.file != file && at.file) {
            sb_addf(out, "\n# %s", src_file(&p->src, at.file)->path);
            file = at.file;
            line = 0;
        }
        if (at.line != line) {
            sb_addf(out, "\n%u:", at.line);
            line = at.line;
        }
        sb_addc(out, ' ');
        if (t->kind == TK_PRAGMA)
            sb_adds(out, "#pragma ");
        sb_addn(out, sym_str(t->sym), sym_len(t->sym));
        if (t->kind == TK_PRAGMA)
            line = 0;
    }
    sb_addc(out, '\n');
}

static void dump_stats(const Project *p, const Unit *u, Sb *out)
{
    u32 skipped[SKIP_COUNT] = {0};
    for (u32 i = 0; i < u->skips.n; i++)
        skipped[u->skips.at[i].why] += u->skips.at[i].tokens;
    sb_addf(out, "%s\ttokens %u\tnodes %u\texpansions %u\tstatements %u\tunread %u\twritten %u",
            src_file(&p->src, u->main)->path, u->n_stream, u->tree.nodes.n, u->expansions.n, u->n_statements,
            u->n_unread, u->n_written_bodies);
    static const char *const names[] = {
#define X(name, text) #name,
        UNIT_SKIPS(X)
#undef X
    };
    for (u32 k = 0; k < SKIP_COUNT; k++)
        sb_addf(out, "\t%s %u", names[k], skipped[k]);
    sb_addc(out, '\n');
}

static void dump_unit(void *ctx, u32 i, u32 worker)
{
    (void)worker;
    DumpJob *j = ctx;
    const Unit *u = j->p->units.at[i + 1];
    Sb *out = &j->out[i];
    sb_init(out);
    switch (j->what) {
    case DUMP_TOKENS: dump_tokens(j->p, u, out); break;
    case DUMP_TREE: tree_dump(u, u->tree.root, out); break;
    case DUMP_IR: {
        IrUnit *ir = lower_unit(j->p, u, NULL);
        if (!j->quiet)
            ir_print_unit(ir, out);
        ir_unit_free(ir);
        break;
    }
    case DUMP_ENTITIES: dump_entities(j->p, u, out); break;
    case DUMP_STATS: dump_stats(j->p, u, out); break;
    case DUMP_STATES: dump_states(j->p, j->contracts, j->facts, u, j->quiet, out); break;
    }
}

int dump_run(DumpWhat what, Inputs *inputs, const ProjectOptions *options, bool quiet, Diags *diags,
             FILE *out)
{
    Project *p = project_new(inputs, options, diags);
    u32 n = p->units.n - 1;
    DumpJob job = {.p = p, .what = what, .quiet = quiet, .out = mem_zalloc(n, sizeof(Sb))};
    ContractDb *contracts = what == DUMP_STATES ? contract_db_new(p) : NULL;
    ProjectFacts *facts = what == DUMP_STATES ? facts_new(p) : NULL;
    job.contracts = contracts;
    job.facts = facts;
    pool_run(options->jobs, n, dump_unit, &job);
    bool ok = true;
    for (u32 i = 0; i < n; i++) {
        if (!quiet && job.out[i].n)
            ok &= fwrite(job.out[i].s, 1, job.out[i].n, out) == job.out[i].n;
        sb_release(&job.out[i]);
    }
    ok &= fflush(out) == 0;
    mem_free(job.out);
    facts_free(facts);
    contract_db_free(contracts);
    project_free(p);
    return ok ? 0 : 2;
}
