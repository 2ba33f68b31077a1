/*
 * The taxonomy (cwe_): the weaknesses of CWE's research view (CWE-1000), their names, parents and pillars, read from
 * the embedded tables of data/cwe/ on first use. Thread-safe; everything returned lives as long as the process.
 */
#ifndef CWE_CWE_H
#define CWE_CWE_H

#include "base/base.h"

typedef struct Cwe {
    u32 id;
    const char *name;        /* "Improper Certificate Validation" */
    const char *abstraction; /* "Pillar", "Class", "Base", "Variant" or "Compound" */
    const char *status;      /* "Stable", "Draft", "Incomplete" */
    const u32 *parents;      /* the primary one first; none for a pillar */
    u32 n_parents;
    const u32 *children; /* by id: every weakness that has this one among its parents */
    u32 n_children;
    u32 pillar;        /* end of the chain of primary parents; a pillar's own id */
    u32 stated_pillar; /* what the table says the pillar is: only to test `pillar` against */
    u32 top25;         /* rank in the Top 25, or 0 */
    bool in_c, in_cxx; /* listed as a weakness of C (view 658), of C++ (view 659) */
} Cwe;

/* NULL when view 1000 has no such weakness (a category, a view, deprecated, or a typing error). */
const Cwe *cwe_find(u32 id);
/* "Improper Certificate Validation", or "unknown weakness". */
const char *cwe_name(u32 id);
/* Pillar of a weakness, 0 when unknown. */
u32 cwe_pillar(u32 id);
/* Is `id` the weakness `ancestor` or below it, through any parent? */
bool cwe_is_within(u32 id, u32 ancestor);

/* All weaknesses in order of their ids. */
u32 cwe_count(void);
const Cwe *cwe_at(u32 i);

/* The pillars in order of their ids: ten of them. */
u32 cwe_pillar_count(void);
u32 cwe_pillar_at(u32 i);
/* Position among the pillars, or cwe_pillar_count() if it is none. */
u32 cwe_pillar_index(u32 pillar);

/* "4.20" and "2026-04-30": the version of the list. */
const char *cwe_list_version(void);
const char *cwe_list_date(void);

/* Number in "CWE-295", "cwe-295" or "295"; 0 when it is nothing like that. */
u32 cwe_parse(const char *text);

#endif
