/*
 * `stoa dump`: what the front end made of the input, for people who debug it, for tests and for bench/. Called by cli/.
 */
#ifndef CLI_DUMP_H
#define CLI_DUMP_H

#include <stdio.h>

#include "base/str.h"
#include "syntax/project.h"

typedef enum DumpWhat { DUMP_TOKENS, DUMP_TREE, DUMP_IR, DUMP_ENTITIES, DUMP_STATS, DUMP_STATES } DumpWhat;

/* Reads the inputs and writes the dump of all units (contracts excluded) to out; quiet: does the work and writes nothing (bench). Returns 0, or 2 when
 * writing failed. */
int dump_run(DumpWhat what, Inputs *inputs, const ProjectOptions *options, bool quiet, Diags *diags,
             FILE *out);

/* dump_entities.c: the rows that bench/frontend/FORMAT.md describes. */
void dump_entities(const Project *p, const Unit *u, Sb *out);

/* dump_states.c: the engine's events of all functions of a unit, as lines of text. */
struct ProjectFacts;
struct ContractDb;
void dump_states(const Project *p, const struct ContractDb *contracts, const struct ProjectFacts *facts,
                 const Unit *u, bool quiet, Sb *out);

#endif
