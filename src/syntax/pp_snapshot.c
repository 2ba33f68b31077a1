/*
 * Snapshots of the preprocessor's state behind the first headers of a unit; see pp_priv.h. Called by pp.c. What is
 * restored is exactly what a replay would have made, so no output depends on it.
 */
#include "syntax/pp_priv.h"

#include <string.h>

#include "base/map.h"

static u64 prefix_behind(u64 before, FileId f)
{
    u64 x = map_mix(before ^ ((u64)f << 1 | 1));
    return x ? x : 1;
}

bool pp_snapshot_restore(Pp *pp, FileId f)
{
    u64 prefix = prefix_behind(pp->prefix, f);
    Snapshot *s = NULL;
    for (u32 i = 0; i < pp->n_snapshots; i++)
        if (pp->snapshots[i].prefix == prefix)
            s = &pp->snapshots[i];
    if (!s)
        return false;
    s->used = pp->epoch;
    for (u32 i = 0; i < s->files.n; i++)
        if (project_unit_owns(pp->project, pp->unit, s->files.at[i]))
            return false; /* this unit wants the text of that header */
    pp->touched.n = pp->seen.n = 0;
    for (u32 i = 0; i < s->syms.n; i++) {
        MacroSlot m = s->slots.at[i];
        m.epoch = pp->epoch;
        pp->slots[s->syms.at[i]] = m;
        vec_push(&pp->touched, s->syms.at[i]);
    }
    for (u32 i = 0; i < s->files.n; i++) {
        Visit v = s->visits.at[i];
        v.epoch = pp->epoch;
        pp->visits[s->files.at[i]] = v;
        vec_push(&pp->seen, s->files.at[i]);
    }
    presence_extend(&pp->presence, s->nodes.at, s->nodes.n);
    pp->n_includes = s->n_includes;
    pp->counter = s->counter;
    pp->unresolved = s->unresolved;
    pp->prefix = prefix;
    return true;
}

void pp_snapshot_save(Pp *pp, u64 before, FileId f)
{
    pp->prefix = prefix_behind(before, f);
    Snapshot *s = &pp->snapshots[0];
    if (pp->n_snapshots < LIMIT_SNAPSHOTS) {
        s = &pp->snapshots[pp->n_snapshots++];
    } else {
        for (u32 i = 1; i < LIMIT_SNAPSHOTS; i++)
            if (pp->snapshots[i].used < s->used)
                s = &pp->snapshots[i];
        vec_clear(&s->syms);
        vec_clear(&s->slots);
        vec_clear(&s->files);
        vec_clear(&s->visits);
        vec_clear(&s->nodes);
    }
    s->prefix = pp->prefix;
    s->used = pp->epoch;
    for (u32 i = 0; i < pp->touched.n; i++) {
        Sym sym = pp->touched.at[i];
        vec_push(&s->syms, sym);
        vec_push(&s->slots, pp->slots[sym]);
    }
    for (u32 i = 0; i < pp->seen.n; i++) {
        if (pp->seen.at[i] == pp->unit->main)
            continue;
        vec_push(&s->files, pp->seen.at[i]);
        vec_push(&s->visits, pp->visits[pp->seen.at[i]]);
    }
    const Presence *p = &pp->presence;
    for (u32 i = 0; i < p->nodes.n; i++)
        vec_push(&s->nodes, p->nodes.at[i]);
    s->n_includes = pp->n_includes;
    s->counter = pp->counter;
    s->unresolved = pp->unresolved;
}

void pp_snapshots_release(Pp *pp)
{
    for (u32 i = 0; i < pp->n_snapshots; i++) {
        Snapshot *s = &pp->snapshots[i];
        vec_release(&s->syms);
        vec_release(&s->slots);
        vec_release(&s->files);
        vec_release(&s->visits);
        vec_release(&s->nodes);
    }
    pp->n_snapshots = 0;
}
